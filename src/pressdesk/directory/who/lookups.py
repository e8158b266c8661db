"""What a change asks of the tables before it is made: who has a key, an address, a name, a number.

While rows are gathered, answers are remembered, and what was added since is known without asking.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from pressdesk.directory.history.former import GivenUp, find_former_among, find_given_up
from pressdesk.directory.tables.rows import load_contacts, load_offices
from pressdesk.directory.tables.writer import Writer
from pressdesk.directory.who.holders import Answer, ask, ask_at_once
from pressdesk.errors import NotFoundError
from pressdesk.model import Contact, Office
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.names import fold_name
from pressdesk.values.phone_number import Number, PhoneNumber

Question = tuple[str | None, ...]

_ADDRESSES = """SELECT DISTINCT e.address FROM json_each(?) AS asked
CROSS JOIN email AS e ON e.folded = asked.value"""
_DISPLAYS = """SELECT DISTINCT p.number, p.display FROM json_each(?) AS asked
CROSS JOIN phone AS p ON p.number = asked.value AND p.possible_only = 0"""
if TYPE_CHECKING:
    from pressdesk.directory.history.recording import Operation  # imports sqlite_utils

_last = itemgetter(-1)


@dataclass(frozen=True, slots=True)
class Questions:
    """What many changes will ask for: keys, folded addresses, names at offices, numbers.

    names: folded words and an office's code. numbers: E.164 and the extension. former: addresses
    and numbers (E.164) that somebody may have given up.
    """

    keys: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)
    numbers: set[Number] = field(default_factory=set)
    former: set[str] = field(default_factory=set)


class Lookups:
    """Questions to the tables that an editor writes."""

    def __init__(self, writer: Writer, operation: "Operation") -> None:
        self.writer = writer
        self._operation = operation
        # What is asked for together and was given up by anybody; None before it was asked.
        self._former: set[str] | None = None
        self._answers: dict[Question, Answer] = {}
        self._contacts: dict[int, Contact] = {}
        self._offices: dict[str, tuple[int, Office]] = {}

    def contact_id(self, key: str) -> int | None:
        """Find the row id of a contact."""
        found = self._ask("key", key)
        return int(found[0][0]) if found else None

    def holders_of_email(self, folded: str) -> Answer:
        """Find row id, name and key of those who have an address, by key."""
        return self._ask("email", folded)

    def ids_by_name(self, words: str, office: str) -> list[int]:
        """Find those at an office who have a folded name."""
        return [row_id for (row_id,) in self._ask("name", words, office)]

    def ids_by_number(self, number: str, extension: str | None) -> list[int]:
        """Find those who have a number, of their own or on a switchboard."""
        return [row_id for (row_id,) in self._ask("number", number, extension)]

    def contacts(self, ids: Sequence[int]) -> list[Contact]:
        """Get contacts by their row ids."""
        if missing := [row_id for row_id in ids if row_id not in self._contacts]:
            self.writer.flush_tables()
            loaded = load_contacts(self.writer.connection, missing)
            if not self.writer.gathers and len(missing) == len(ids):
                return loaded
            self._contacts.update(zip(missing, loaded, strict=True))
        return [self._contacts[row_id] for row_id in ids]

    def office(self, code: str) -> Office:
        """Get an office; raise NotFoundError."""
        return self._office(code)[1]

    def office_id(self, code: str) -> int:
        """Get the row id of an office; raise NotFoundError."""
        return self._office(code)[0]

    @property
    def may_be_former(self) -> bool:
        """Whether anything of what was asked for together was ever given up."""
        return self._former is None or bool(self._former)

    def given_up(
        self, *, emails: Sequence[str] = (), numbers: Sequence[Number] = ()
    ) -> list[GivenUp]:
        """Find who gave values up in earlier operations; see former.find_given_up."""
        if self._former is not None:
            emails = [email for email in emails if email in self._former]
            numbers = [number for number in numbers if number[0] in self._former]
        if not emails and not numbers:
            return []
        self.writer.flush_tables()
        sequence = self._operation.sequence
        connection = self.writer.connection
        return find_given_up(connection, emails=emails, numbers=numbers, operation=sequence)

    def known_emails(self, texts: Iterable[str]) -> dict[str, EmailAddress]:
        """Give those texts that are stored as they are: they were read when they were stored."""
        asked = set(texts)
        rows = self._rows(_ADDRESSES, [text.casefold() for text in asked])
        return {text: EmailAddress(text) for (text,) in rows if text in asked}

    def known_numbers(self, numbers: Iterable[str]) -> dict[str, PhoneNumber]:
        """Give those numbers ("+" and digits) that are stored as valid ones, without extension."""
        displays: dict[str, list[str]] = {}
        for number, display in self._rows(_DISPLAYS, list(set(numbers))):
            displays.setdefault(number, []).append(display)
        # One that was shown in two ways was read by two versions of the library: read it again.
        return {
            number: PhoneNumber(number, None, those[0])
            for number, those in displays.items()
            if len(those) == 1
        }

    def prefetch(self, questions: Questions) -> None:
        """Ask at once for what will be asked one by one, and for the contacts it leads to."""
        self.forget_all()
        if not self.writer.gathers:  # nothing is remembered
            return
        self._prefetch("key", [(one,) for one in questions.keys])
        self._prefetch("email", [(one,) for one in questions.emails])
        self._prefetch("name", list(questions.names))
        self._prefetch("number", list(questions.numbers))
        self._former = find_former_among(self.writer.connection, questions.former)
        words = {name for name, _ in questions.names}
        ids: dict[int, None] = {}
        for (kind, *_), answer in self._answers.items():
            for row_id, *rest in answer:
                # Not everybody behind a shared mailbox: who matches has the name of a row.
                if kind in {"key", "name"} or (kind == "email" and fold_name(rest[0]) in words):
                    ids[row_id] = None
        self.contacts(list(ids))

    def learn(self, row_id: int, contact: Contact) -> None:
        """Take a contact into account that was added."""
        if not self.writer.gathers:
            return
        self._contacts[row_id] = contact
        for question in self._questions_about(contact):
            if (answer := self._answers.get(question)) is None:
                continue
            row = (row_id, contact.name, contact.key) if question[0] == "email" else (row_id,)
            if row not in answer:
                answer.append(row)
                answer.sort(key=_last)

    def forget(self, row_id: int, before: Contact, after: Contact) -> None:
        """Ask again for what a change may have changed."""
        if before.key != after.key:  # others may name it as their successor
            self.forget_all()
            return
        self._contacts.pop(row_id, None)
        for contact in (before, after):
            for question in self._questions_about(contact):
                self._answers.pop(question, None)

    def forget_all(self) -> None:
        """Ask again for everything about contacts."""
        self._answers.clear()
        self._contacts.clear()
        self._former = None

    def forget_offices(self) -> None:
        """Ask again for everything."""
        self.forget_all()
        self._offices.clear()

    def _questions_about(self, contact: Contact) -> Iterable[Question]:
        """Name the questions to which a contact belongs in the answer."""
        yield "key", contact.key
        for email in contact.emails:
            yield "email", email.address.folded
        words = fold_name(contact.name)
        for posting in contact.postings:
            yield "name", words, posting.office
            switchboard = self.office(posting.office).switchboard
            if posting.extension and switchboard:
                yield "number", switchboard.e164, posting.extension
        for phone in contact.phones:
            yield "number", phone.number.e164, phone.number.extension

    def _ask(self, kind: str, *values: str | None) -> Answer:
        question = (kind, *values)
        if (answer := self._answers.get(question)) is None:
            self.writer.flush_tables()
            (answer,) = _answers(ask(self.writer.connection, kind, [values]), 1)
            if self.writer.gathers:
                self._answers[question] = answer
        return answer

    def _prefetch(self, kind: str, asked: Sequence[tuple[str | None, ...]]) -> None:
        if asked:
            self.writer.flush_tables()
            answers = _answers(ask(self.writer.connection, kind, asked), len(asked))
            self._answers.update(zip(((kind, *one) for one in asked), answers, strict=True))

    def _rows(self, query: str, asked: Sequence[str]) -> Answer:
        self.writer.flush_tables()
        return ask_at_once(self.writer.connection, query, asked) if asked else []

    def _office(self, code: str) -> tuple[int, Office]:
        if code not in self._offices or not self.writer.gathers:
            self.writer.flush_tables()
            row = self.writer.connection.execute(
                "SELECT id FROM office WHERE code = ?", (code,)
            ).fetchone()
            if row is None:
                raise NotFoundError("office", code)
            self._offices[code] = row[0], load_offices(self.writer.connection, row)[0]
        return self._offices[code]


def _answers(rows: Answer, count: int) -> list[Answer]:
    """Part rows by the questions that they answer, each in an order that does not change."""
    answers: list[Answer] = [[] for _ in range(count)]
    for place, *row in rows:
        answers[place].append(tuple(row))
    for answer in answers:
        answer.sort(key=_last)
    return answers
