"""What was typed about a contact, as a draft; and what is said when it is stored."""

from collections.abc import Iterator, Sequence

from pressdesk.cli import output
from pressdesk.cli.fields import ContactFields, Leaving, PostingFields, WayChanges
from pressdesk.cli.texts import by_language
from pressdesk.directory.store import Directory
from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.posting_draft import PostingDraft
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.errors import OptionsError
from pressdesk.model import Contact, ContactKind, PhoneKind, has_way
from pressdesk.settings import Settings


def draft_contact(
    given: ContactFields,
    posting: PostingFields,
    *,
    name: str | None,
    kind: ContactKind | None,
    unlisted: bool | None,
) -> ContactDraft:
    """Give what was typed as a draft; raise OptionsError when --ext could mean several numbers."""
    numbers = {
        PhoneKind.OFFICE: given.tel,
        PhoneKind.MOBILE: given.mobile,
        PhoneKind.WHATSAPP: given.whatsapp,
        PhoneKind.SATELLITE: given.satellite,
        PhoneKind.FAX: given.fax,
    }
    if given.ext and given.tel and len(given.tel) > 1:
        raise OptionsError(
            '--ext with several --tel: write it into its number, as in --tel "… ext 230"'
        )
    return ContactDraft(
        key=given.key,
        kind=kind,
        name=name,
        given_name=given.given_name,
        family_name=given.family_name,
        title=given.title,
        titles=by_language("--title-in", given.title_in),
        emails=given.email,
        phones={number_kind: texts for number_kind, texts in numbers.items() if texts},
        extensions=None if given.ext is None else [given.ext],
        languages=given.lang,
        topics=given.topic,
        note=given.note,
        unlisted=unlisted,
        internal=given.internal or (),
        posting=draft_posting(posting),
    )


def draft_posting(posting: PostingFields) -> PostingDraft:
    """Give what was typed about a posting as a draft."""
    return PostingDraft(rank=posting.rank, starts_on=posting.from_, ends_on=posting.until)


def with_changes(draft: ContactDraft, changes: WayChanges) -> ContactDraft:
    """Add the single additions and removals to a draft."""
    added = {
        PhoneKind.OFFICE: changes.add_tel,
        PhoneKind.MOBILE: changes.add_mobile,
        PhoneKind.WHATSAPP: changes.add_whatsapp,
        PhoneKind.SATELLITE: changes.add_satellite,
        PhoneKind.FAX: changes.add_fax,
    }
    removed = {
        PhoneKind.OFFICE: changes.remove_tel,
        PhoneKind.MOBILE: changes.remove_mobile,
        PhoneKind.WHATSAPP: changes.remove_whatsapp,
        PhoneKind.SATELLITE: changes.remove_satellite,
        PhoneKind.FAX: changes.remove_fax,
    }
    return draft._replace(
        added_emails=changes.add_email or (),
        removed_emails=changes.remove_email or (),
        added_phones={kind: texts for kind, texts in added.items() if texts},
        removed_phones={kind: texts for kind, texts in removed.items() if texts},
        public=changes.public or (),
    )


def with_leaving(draft: ContactDraft, leaving: Leaving, directory: Directory) -> ContactDraft:
    """Add the leaving to a draft; directory: where the successor is looked up."""
    who = None if leaving.successor is None else leaving.successor.strip()
    key = directory.get_contact(who).key if who else who
    return draft._replace(left_on=leaving.left, successor=key)


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
