"""What of an entry still holds: each thing that is printed beside what the directory has."""

from collections.abc import Iterator, Sequence
from datetime import date

from pressdesk.blocks.block import Entry, Way
from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.office_names import names_of
from pressdesk.checking.people import Printed
from pressdesk.model import Contact, Office, PhoneKind, Posting
from pressdesk.text.folding import fold_words
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number

_OR = " or "


class Judge:
    """Judges the entries of one block.

    offices: by code, those of the contact. day: on which it must hold. language: of the block.
    """

    def __init__(
        self, contact: Contact, offices: dict[str, Office], day: date, language: str
    ) -> None:
        self._contact = contact
        self._offices = offices
        self._language = language
        self._active = [one for one in contact.postings if one.is_active(day)]

    def findings(self, entry: Entry, printed: Printed) -> Iterator[Finding]:
        """Give what does not hold; who has left and who is unlisted is judged before."""
        here = self.postings_here(entry)
        if printed.words != fold_name(self._contact.name):
            yield self._changed("name", entry.name, self._contact.name)
        yield from self._title(entry)
        yield from self._office(entry, here)
        for way, address in printed.emails.items():
            yield from self._email(way, address)
        for way, number in printed.numbers.items():
            yield from self._phone(way, number, here or self._active)

    def postings_here(self, entry: Entry) -> list[Posting]:
        """Give the active postings to the office of the entry; all where it has none."""
        if entry.office is None:
            return self._active
        words = fold_words(entry.office)
        return [one for one in self._active if words in names_of(self._offices[one.office])]

    @property
    def titles(self) -> set[str]:
        """Give the titles of the contact, in every language and at every office, folded."""
        contact = self._contact
        known = [contact.title, *contact.titles.values(), *(one.title for one in self._active)]
        return {fold_words(one) for one in known if one}

    @property
    def office_names(self) -> set[str]:
        """Give the names of the offices where the contact is, folded."""
        return {name for one in self._active for name in names_of(self._offices[one.office])}

    def _title(self, entry: Entry) -> Iterator[Finding]:
        if entry.title is not None and fold_words(entry.title) not in self.titles:
            own = [one.title for one in self._active if one.title]
            expected = (own[0] if own else None) or self._contact.title_in(self._language)
            yield self._changed("title", entry.title, expected)

    def _office(self, entry: Entry, here: Sequence[Posting]) -> Iterator[Finding]:
        if entry.office is None or here:
            return
        names = [self._offices[one.office].name_in(self._language) for one in self._active]
        yield self._changed("office", entry.office, _OR.join(dict.fromkeys(names)) or None)

    def _email(self, way: Way, address: str) -> Iterator[Finding]:
        own = {email.address.folded: email for email in self._contact.emails}
        known = own.get(address)
        if known is None:
            public = [str(email.address) for email in self._contact.emails if email.public]
            yield self._changed("email", way.text, _OR.join(public) or None)
        elif not known.public:
            yield Finding(Status.INTERNAL, "email", way.text, None, self._contact.key)

    def _phone(
        self, way: Way, number: Number | None, postings: Sequence[Posting]
    ) -> Iterator[Finding]:
        shown = f"{way.text} ext {way.extension}" if way.extension else way.text
        if number is None:
            yield Finding(Status.UNKNOWN, "phone", shown, None, self._contact.key)
            return
        public = [one.number.identity
                  for one in self._contact.phones if one.public]  # fmt: skip
        if number in public or number in self._on_switchboards(postings):
            return
        internal = {one.number.identity
                    for one in self._contact.phones if not one.public}  # fmt: skip
        if number in internal:
            yield Finding(Status.INTERNAL, "phone", shown, None, self._contact.key)
            return
        yield self._changed("phone", shown, _OR.join(self._expected(number, way, postings)) or None)

    def _on_switchboards(self, postings: Sequence[Posting]) -> set[Number]:
        """Give the switchboards of offices, with the contact's extension and alone."""
        found: set[Number] = set()
        for one in postings:
            switchboard = self._offices[one.office].switchboard
            if switchboard:
                found |= {(switchboard.e164, None), (switchboard.e164, one.extension)}
        return found

    def _expected(self, number: Number, way: Way, postings: Sequence[Posting]) -> Iterator[str]:
        """Give what the number should be: on the same switchboard, else of the same kind."""
        offices = [(self._offices[one.office].switchboard, one.extension) for one in postings]
        rings = [board.with_extension(extension) for board, extension in offices
                 if board and extension]  # fmt: skip
        same = [str(one) for one in rings if one.e164 == number[0]]
        if same:
            yield from dict.fromkeys(same)
            return
        kind = PhoneKind(way.kind.value)
        own = [str(one.number) for one in self._contact.phones if one.public and one.kind is kind]
        if kind is PhoneKind.OFFICE:
            own = [*map(str, rings), *own]
        yield from dict.fromkeys(own)

    def _changed(self, field: str, old: str, new: str | None) -> Finding:
        return Finding(Status.CHANGED, field, old, new, self._contact.key)
