"""A posting as it was typed, the posting that it makes, and which stored one it speaks of."""

from dataclasses import dataclass, replace
from typing import Any

from pressdesk.errors import InvalidValueError, NotFoundError, OptionsError
from pressdesk.model import Contact, Office, Posting
from pressdesk.values.clean_text import clean_text
from pressdesk.values.days import parse_day
from pressdesk.values.extension import parse_extension


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingDraft:
    """What was typed about one posting."""

    rank: str | None = None
    title: str | None = None
    extension: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None


NO_POSTING = PostingDraft()


def compose_posting(draft: PostingDraft, posting: Posting) -> Posting:
    """Give the posting as the draft wants it; raise InvalidValueError."""
    given: dict[str, Any] = {}
    if draft.rank is not None:
        given["rank"] = _parse_rank(draft.rank)
    if draft.title is not None:
        given["title"] = clean_text("title", draft.title, 300) or None
    if draft.extension is not None:
        text = draft.extension.strip()
        given["extension"] = parse_extension(text) if text else None
    if draft.starts_on is not None:
        text = draft.starts_on.strip()
        given["starts_on"] = parse_day("from", text) if text else None
    if draft.ends_on is not None:
        text = draft.ends_on.strip()
        given["ends_on"] = parse_day("until", text) if text else None
    changed = replace(posting, **given) if given else posting
    if changed.starts_on and changed.ends_on and changed.ends_on < changed.starts_on:
        raise InvalidValueError(
            "until",
            changed.ends_on.isoformat(),
            f"is before the beginning, {changed.starts_on}",
            "give a later day, or an earlier beginning",
        )
    return changed


def find_posting_of_row(contact: Contact, office: Office, draft: PostingDraft) -> Posting | None:
    """Find the stored posting that a row of a file means; None when it is a new one.

    It is the one at the office that begins on the row's day, else the only one whose time overlaps
    the row's. Raises OptionsError when the row could mean several.
    """
    here = postings_at(contact, office)
    if not here and draft.starts_on is draft.ends_on is None:
        return None
    # The days of the row are read even where there is nothing to compare: they may be refused.
    wanted = compose_posting(
        PostingDraft(starts_on=draft.starts_on, ends_on=draft.ends_on), Posting(office.code)
    )
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
    OptionsError when there are several.
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
    """Give the contact's postings to one office."""
    return [posting for posting in contact.postings if posting.office == office.code]


def with_posting(contact: Contact, before: Posting | None, after: Posting) -> Contact:
    """Give the contact with a posting changed in its place, or with a new one at the end."""
    return replace(contact, postings=changed_postings(contact.postings, before, after))


def changed_postings(
    postings: tuple[Posting, ...], before: Posting | None, after: Posting
) -> tuple[Posting, ...]:
    """Give the postings with one changed in its place, or with a new one at the end."""
    if before is None:
        return (*postings, after)
    return tuple(after if one is before else one for one in postings)


def _several(contact: Contact, office: Office | None, those: list[Posting]) -> OptionsError:
    shown = ", ".join(
        f"{posting.office} from {posting.starts_on or 'the beginning'}" for posting in those
    )
    how = "by its first day, with --from" if office else "by its office, with --office"
    return OptionsError(f"{contact.name} has several postings ({shown}): say which {how}")


def _parse_rank(text: str) -> int | None:
    stripped = text.strip()
    if not stripped:
        return None
    if not stripped.isascii() or not stripped.isdigit() or len(stripped) > 6:
        raise InvalidValueError("rank", text, "is not a whole number", "expected 1 for the first")
    return int(stripped)
