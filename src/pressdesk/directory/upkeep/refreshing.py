"""Making anew what follows from the records: how numbers are written, and what finds contacts."""

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.tables.derived import contact_chunks, rebuild_derived
from pressdesk.directory.upkeep.checks import display_of


def refresh(editor: DirectoryEditor) -> int:
    """Write numbers as today's rules do, and make the search index and the names anew.

    Returns how many contacts have a number that is written otherwise now.
    """
    changed = 0
    for some in contact_chunks(editor.connection):
        for _, contact in some:
            phones = tuple(
                phone._replace(number=phone.number._replace(display=display_of(phone.number)))
                for phone in contact.phones
            )
            if phones != contact.phones:
                changed += 1
                editor.change_contact(
                    contact,
                    contact._replace(phones=phones),
                    shared_extension=True,
                    keeps_numbers=True,
                )
    rebuild_derived(editor.connection)
    return changed
