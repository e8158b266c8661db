"""The draft of a contact from the options; and the messages when it is stored."""

from collections.abc import Iterator, Sequence

from pressdesk.cli.options.fields import ContactFields, Leaving, PostingFields, WayChanges
from pressdesk.cli.options.opening import load_readers
from pressdesk.cli.options.texts import given_by
from pressdesk.cli.screen import output
from pressdesk.directory.store import Directory
from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.errors import OptionsError
from pressdesk.model import Contact, ContactKind, PhoneKind, has_way
from pressdesk.model.fields import CONTACT, POSTING
from pressdesk.settings import Settings


def draft_contact(
    given: ContactFields,
    posting: PostingFields,
    *,
    name: str | None,
    kind: ContactKind | None,
    unlisted: bool | None,
) -> ContactDraft:
    """Return what the options say as a draft; raise OptionsError where --ext may mean several."""
    tels = given.phones.get(PhoneKind.OFFICE, ())
    if given.ext and len(tels) > 1:
        raise OptionsError(
            '--ext with several --tel: write it into its number, as in --tel "… ext 230"'
        )
    load_readers(given.email or given.internal, given.phones or given.internal)
    mark = None if unlisted is None else "yes" if unlisted else "no"
    return ContactDraft(
        given_by(CONTACT, given) | {"name": name, "kind": kind, "unlisted": mark},
        emails=given.email,
        phones=given.phones,
        extensions=None if given.ext is None else [given.ext],
        internal=given.internal or (),
        posting=given_by(POSTING, posting),
    )


def with_changes(draft: ContactDraft, changes: WayChanges) -> ContactDraft:
    """Add the single additions and removals to a draft."""
    load_readers(
        changes.add_email or changes.remove_email or changes.public,
        changes.add_phones or changes.remove_phones or changes.public,
    )
    return draft._replace(
        added_emails=changes.add_email or (),
        removed_emails=changes.remove_email or (),
        added_phones=changes.add_phones,
        removed_phones=changes.remove_phones,
        public=changes.public or (),
    )


def with_leaving(draft: ContactDraft, leaving: Leaving, directory: Directory) -> ContactDraft:
    """Add the leaving to a draft; directory: where the successor is looked up."""
    who = None if leaving.successor is None else leaving.successor.strip()
    key = directory.get_contact(who).key if who else who
    return draft.with_given(left_on=leaving.left, successor=key)


def speaks_of_posting(draft: ContactDraft) -> bool:
    """Whether a draft changes a posting: an extension does where no number takes it."""
    takes_extension = draft.phones.get(PhoneKind.OFFICE)
    return bool(draft.posting) or (draft.extensions is not None and not takes_extension)


def find_leaving_warnings(contact: Contact, directory: Directory) -> Iterator[str]:
    """Say why the successor of a contact would not be printed."""
    if contact.successor is None:
        return
    successor = directory.get_contact(contact.successor)
    if contact.left_on is None:
        yield (
            f"{contact.name} has a successor but no --left day: "
            f"{successor.name} is printed only from such a day on"
        )
    elif successor.has_left(contact.left_on) and successor.successor is None:
        yield f"{successor.name}, the successor, is gone by then too, and nobody follows"
    if successor.unlisted:
        yield f"{successor.name}, the successor, is unlisted: no block shows this contact"
    elif not has_way(successor):
        yield f"{successor.name}, the successor, has no public phone or e-mail for a block"


def say_result(
    settings: Settings,
    done: str,
    stored: Contact,
    before: Contact,
    draft: ContactDraft | None = None,
    warnings: Sequence[str] = (),
) -> None:
    """Say what was done and what should be looked at again."""
    found = find_draft_warnings(draft) if draft else []
    for warning in (*found, *warnings, *find_contact_warnings(stored, before)):
        output.warn(warning)
    if not has_way(stored):
        output.warn(f"{stored.name} has no public phone or e-mail: no block can show this contact")
    if not settings.is_quiet:
        output.say(f"{done} contact {stored.key}: {stored.name}")
