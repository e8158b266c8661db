"""A posting as it was typed, the posting that it makes, and which stored one it speaks of."""

from pressdesk.drafts.given import Given, read_given
from pressdesk.errors import InvalidValueError, NotFoundError, UnclearError
from pressdesk.model import Contact, Office, Posting
from pressdesk.model.fields import POSTING
from pressdesk.values.days import parse_day

_FIELDS = {field.name: field for field in POSTING}


def compose_posting(given: Given, posting: Posting) -> Posting:
    """Return the posting as what is given wants it; raise InvalidValueError."""
    values = read_given(_FIELDS, given, posting)
    after = posting._replace(**values) if values else posting
    if after.starts_on and after.ends_on and after.ends_on < after.starts_on:
        raise InvalidValueError(
            "until",
            after.ends_on.isoformat(),
            f"is before the beginning, {after.starts_on}",
            "give a later day, or an earlier beginning",
        )
    return after


def find_posting_of_row(contact: Contact, office: Office, given: Given) -> Posting | None:
    """Find the stored posting that a row of a file means; None when it is a new one.

    It is the one at the office that begins on the row's day, else the only one whose time overlaps
    the row's. Raises UnclearError when the row could mean several.
    """
    here = postings_at(contact, office)
    days = {name: given[name] for name in ("starts_on", "ends_on") if name in given}
    if not here and not days:
        return None
    # The days of the row are read even where there is nothing to compare: they may be refused.
    wanted = compose_posting(days, Posting(office.code))
    same_day = [posting for posting in here if posting.starts_on == wanted.starts_on]
    meant = same_day or [posting for posting in here if posting.overlaps(wanted)]
    if len(meant) > 1:
        raise _several(contact, office, meant)
    return meant[0] if meant else None


def get_posting(
    contact: Contact,
    office: Office | None,
    *,
    starts_on: str | None = None,
    perhaps_on: str | None = None,
) -> Posting:
    """Get the posting that an edit speaks of: the one at the office, or the only one there is.

    starts_on: the first day of the one that is meant. perhaps_on: of several, the one that begins
    so; an empty text is one without a first day. Raises NotFoundError when there is none,
    UnclearError when there are several.
    """
    here = postings_at(contact, office) if office else list(contact.postings)
    told = starts_on if starts_on is not None or len(here) == 1 else perhaps_on
    if told is not None:
        day = parse_day("from", told) if told.strip() else None
        same = [posting for posting in here if posting.starts_on == day]
        here = same if same or starts_on is not None else here
    if not here:
        where = office.name if office else "any office"
        raise NotFoundError(f"posting of {contact.name}", where)
    if len(here) > 1:
        raise _several(contact, office, here)
    return here[0]


def postings_at(contact: Contact, office: Office) -> list[Posting]:
    """Return the contact's postings to one office."""
    return [posting for posting in contact.postings if posting.office == office.code]


def with_posting(contact: Contact, before: Posting | None, after: Posting) -> Contact:
    """Return the contact with a posting changed in its place, or with a new one at the end."""
    return contact._replace(postings=changed_postings(contact.postings, before, after))


def changed_postings(
    postings: tuple[Posting, ...], before: Posting | None, after: Posting
) -> tuple[Posting, ...]:
    """Return the postings with one changed in its place, or with a new one at the end."""
    if before is None:
        return (*postings, after)
    return tuple(after if one is before else one for one in postings)


def _several(contact: Contact, office: Office | None, those: list[Posting]) -> UnclearError:
    shown = ", ".join(
        f"{posting.office} from {posting.starts_on or 'the beginning'}" for posting in those
    )
    how = "by its first day, with --from" if office else "by its office, with --office"
    return UnclearError(f"{contact.name} has several postings ({shown}): say which {how}")
