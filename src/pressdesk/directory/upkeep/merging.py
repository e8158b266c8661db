"""Two records of one person: what they make together, and how it is stored."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.upkeep.person import load_followed
from pressdesk.errors import OptionsError
from pressdesk.model import Contact, Posting
from pressdesk.model.fields import CONTACT
from pressdesk.text.visible import quoted

_MOST_NOTE = 1000
_OWN = tuple(field.name for field in CONTACT if field.name != "key")
# What may be taken of one alone.
TAKEN = (*_OWN, "emails", "phones", "postings")


class Sides(NamedTuple):
    """The contact that stays, and the one whose record goes into it."""

    kept: Contact
    other: Contact

    def take(self, side: str) -> Contact:
        """Return the contact that is called A or B."""
        return self.kept if side == "A" else self.other


def read_choices(texts: list[str]) -> dict[str, str]:
    """Read FIELD=A and FIELD=B; raise OptionsError for what is neither."""
    choices = {}
    for text in texts:
        name, _, side = text.partition("=")
        if name not in TAKEN or side.upper() not in {"A", "B"}:
            raise OptionsError(
                f"--take {quoted(text)}: expected FIELD=A or FIELD=B; fields: {', '.join(TAKEN)}"
            )
        choices[name] = side.upper()
    return choices


def merge_records(sides: Sides, choices: Mapping[str, str]) -> Contact:
    """Return what two contacts make together, under the key of the first.

    Addresses, numbers, languages and topics of both, the first one's in front; its own fields, and
    those of the other where it has none. choices: "A" or "B" by the name of a field.
    """
    kept, other = sides
    values: dict[str, Any] = {name: getattr(kept, name) or getattr(other, name) for name in _OWN}
    # Who is there by one record, and may be shown by one, is so.
    values["left_on"] = max(kept.left_on, other.left_on) if kept.left_on and other.left_on else None
    values["unlisted"] = kept.unlisted and other.unlisted
    values["successor"] = values["successor"] if values["left_on"] else None
    values["titles"] = {**other.titles, **kept.titles}
    notes = dict.fromkeys(filter(None, (kept.note, other.note)))
    values["note"] = " / ".join(notes) or None
    if len(values["note"] or "") > _MOST_NOTE and "note" not in choices:
        raise OptionsError("the two notes are too long for one: --take note=A or note=B")
    for name in ("languages", "topics"):
        values[name] = tuple(dict.fromkeys((*getattr(kept, name), *getattr(other, name))))
    emails = {email.address.folded: email for email in (*other.emails, *kept.emails)}
    order = dict.fromkeys(email.address.folded for email in (*kept.emails, *other.emails))
    values["emails"] = tuple(emails[folded] for folded in order)
    numbers = {
        (phone.kind, phone.number.identity): phone for phone in (*other.phones, *kept.phones)
    }
    values["phones"] = tuple(
        numbers[identity]
        for identity in dict.fromkeys(
            (phone.kind, phone.number.identity) for phone in (*kept.phones, *other.phones)
        )
    )
    values["postings"] = _postings(kept, other)
    values |= {name: getattr(sides.take(side), name) for name, side in choices.items()}
    if values["successor"] in {kept.key, other.key}:
        values["successor"] = None
    keys = sorted({*kept.former_keys, *other.former_keys, other.key})
    return kept._replace(**values, former_keys=tuple(keys))


def merge(editor: DirectoryEditor, sides: Sides, result: Contact) -> Contact:
    """Store what two contacts make together; whoever named the other names this one now.

    The other is removed; its key finds this one from now on.
    """
    kept, other = sides
    if kept.successor == other.key:
        kept = editor.change_contact(kept, kept._replace(successor=None))
    for contact in load_followed(editor.connection, other.key):
        editor.change_contact(contact, contact._replace(successor=kept.key))
    for office in editor.offices():
        rota = tuple(
            shift._replace(contact=kept.key) if shift.contact == other.key else shift
            for shift in office.rota
        )
        editor.change_office(office, office._replace(rota=rota))
    editor.remove_contact(other)
    # Whatever the two had, they had: an extension that others share, a number on a switchboard.
    return editor.change_contact(
        kept, result._replace(version=kept.version), shared_extension=True, keeps_numbers=True
    )


def _postings(kept: Contact, other: Contact) -> tuple[Posting, ...]:
    """Return the postings of both; of two at one time and office the first, with what it lacks."""
    postings = list(kept.postings)
    for posting in other.postings:
        same = [had for had in postings if had.office == posting.office and had.overlaps(posting)]
        if not same:
            postings.append(posting)
            continue
        filled = {
            name: getattr(posting, name)
            for name in ("rank", "title", "extension")
            if getattr(same[0], name) is None
        }
        postings[postings.index(same[0])] = same[0]._replace(**filled)
    return tuple(postings)
