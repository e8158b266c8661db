"""Records into the directory: each row is matched, merged, checked, stored and reported.

A refused row leaves nothing behind and stops no other. Whether the good rows are kept is the
caller's: everything happens in the editor's one transaction.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.matching import Match
from pressdesk.directory.resolution import office_aliases
from pressdesk.drafts.contact_draft import NOBODY, ContactDraft, apply_contact_draft
from pressdesk.drafts.office_draft import NO_OFFICE, apply_office_draft
from pressdesk.drafts.posting_draft import find_posting_of_row
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.drafts.ways import Reading
from pressdesk.errors import AmbiguousError, InvalidValueError, NotFoundError, PressdeskError
from pressdesk.exchange.contradiction import (
    Said,
    own_texts,
    posting_texts,
    refuse_contradiction,
)
from pressdesk.exchange.drafting import (
    PHONE_COLUMNS,
    draft_contact,
    draft_office,
    refuse_lost_plus,
)
from pressdesk.exchange.flat_record import flatten_contact, flatten_office
from pressdesk.exchange.report import Item, Problem, Report, Status, find_changes
from pressdesk.exchange.sheet import Record, Sheet
from pressdesk.model import Contact, Office, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.folding import fold, fold_words, slug
from pressdesk.values.places import parse_country

# What a row can be refused for; a file that cannot be written stops the whole command instead.
_ROW_STATUSES = frozenset({1, 2, 3, 4})
_COLUMNS = {
    "e-mail": "email", "extension": "ext", "language": "languages", "topic": "topics",
    "time zone": "timezone", "given name": "given_name", "family name": "family_name",
    "extension digits": "extension_digits", "extension range": "extension_range",
    "reports to": "reports_to",
}  # fmt: skip
# Columns whose values are read as the same kind of thing, and so fail in the same words.
_ALIKE = {"phone": ("phone", "internal"), "email": ("email", "internal")}


@dataclass(frozen=True, slots=True)
class Manner:
    """How rows are taken.

    allow_possible: take numbers that are only possible. shared_extension: let two contacts of one
    switchboard have the same extension.
    """

    allow_possible: bool = False
    shared_extension: bool = False


def take_in(editor: DirectoryEditor, sheets: Sequence[Sheet], manner: Manner = Manner()) -> Report:
    """Take the rows of all sheets, offices first; give what became of each, in file order."""
    intake = _Intake(editor, manner)
    rows = [
        _Row(place, sheet, record) for place, sheet in enumerate(sheets) for record in sheet.records
    ]
    taken = [
        *intake.take_offices([row for row in rows if row.sheet.is_offices]),
        *intake.take_contacts([row for row in rows if not row.sheet.is_offices]),
    ]
    in_order = sorted(taken, key=lambda one: (one[0].place, one[0].record.line))
    return Report([item for _, item in in_order])


class _Row(NamedTuple):
    """A row and the file that it stands in; place: of the file among those given."""

    place: int
    sheet: Sheet
    record: Record


_Taken = tuple[_Row, Item]


class _Intake:
    """One import: the directory, and what was learnt from earlier rows."""

    def __init__(self, editor: DirectoryEditor, manner: Manner) -> None:
        self._editor = editor
        self._manner = manner
        self._offices: dict[str, Office] = {}
        self._said: dict[tuple[str, str], list[Said]] = {}

    def take_contacts(self, rows: Sequence[_Row]) -> Iterator[_Taken]:
        """Take contacts in the order of their rows."""
        for row in rows:
            yield row, self._guarded(row, self._take_contact)

    def take_offices(self, rows: Sequence[_Row]) -> Iterator[_Taken]:
        """Take offices; one that reports to an office further down waits until that is there."""
        waiting = rows
        while waiting:
            coming = {name for row in waiting for name in _names_of_office(row.record.texts)}
            knows = [self._knows_office_above(row.record, coming) for row in waiting]
            # When no office above is known any more, the rest is refused for it, each by itself.
            ready = [row for row, known in zip(waiting, knows, strict=True) if known]
            for row in ready or waiting:
                yield row, self._guarded(row, self._take_office)
            rest = [row for row, known in zip(waiting, knows, strict=True) if not known]
            waiting = rest if ready else []

    def _knows_office_above(self, record: Record, coming: set[str]) -> bool:
        """Ask whether the office above is stored; one of that very name to come is awaited."""
        above = record.texts.get("reports_to")
        if above is None:
            return True
        return not {fold(above), fold_words(above)} & coming and self._editor.has_office(above)

    def _guarded(self, row: _Row, take: Callable[[str, Record], Item]) -> Item:
        """Take one row in a savepoint of its own; a refusal becomes an item of the report."""
        _, sheet, record = row
        if record.problem:
            return _refused(sheet, record, record.problem)
        try:
            with self._editor.attempt():
                return take(sheet.name, record)
        except PressdeskError as error:
            if error.exit_code not in _ROW_STATUSES:
                raise
            return _refused(sheet, record, _problem(sheet, record, error))

    def _take_office(self, file: str, record: Record) -> Item:
        texts = record.texts
        above = texts.get("reports_to")
        draft = draft_office(texts, self._editor.get_office(above).code if above else None)
        before = self._editor.match_office(code=texts.get("code"), name=texts.get("name", ""))
        after = apply_office_draft(
            draft, before or NO_OFFICE, allow_possible=self._manner.allow_possible
        )
        if "switchboard" in texts:
            refuse_lost_plus("switchboard", texts["switchboard"], after.country)
        said = self._said.setdefault(("office", after.code), [])
        changes = find_changes(flatten_office(before), flatten_office(after)) if before else ()
        refuse_contradiction("office", said, changes)
        warnings = [*record.warnings, *find_draft_warnings(draft)]
        if said:
            warnings.append(f"the same office as {said[0].place}")
        if before is None:
            status = Status.ADDED
            self._editor.add_office(after)
        else:
            status = Status.UPDATED if changes else Status.UNCHANGED
            self._editor.change_office(before, after if changes else before)
        said.append(Said(f"{file}:{record.line}", texts))
        return Item(file, record.line, status, after.code, (), changes, tuple(warnings))

    def _take_contact(self, file: str, record: Record) -> Item:
        texts = record.texts
        office = self._office(texts.get("office", ""))
        draft = draft_contact(texts)
        region = parse_country(texts["country"]) if "country" in texts else office.country
        _refuse_lost_pluses(draft, region)
        match = self._match(draft, office)
        place = f"{file}:{record.line}"
        reading = Reading(region, self._manner.allow_possible, place)
        before = match.contact or NOBODY
        if match.contact:
            # A row may bring a key of its own to a new contact; it never renames a stored one's.
            draft = replace(draft, key=None)
        stored = find_posting_of_row(before, office, draft.posting)
        after = apply_contact_draft(draft, before, stored or Posting(office.code), reading)
        # A new posting comes last; a changed one keeps its place.
        seat = before.postings.index(stored) if stored else len(before.postings)
        posting = after.postings[seat]
        changes = find_changes(flatten_contact(before, stored), flatten_contact(after, posting))
        said = self._said.get(("contact", before.key), [])
        said_here = [one for one in said if one.posting == seat]
        if said:
            refuse_contradiction("contact", said, find_changes(own_texts(before), own_texts(after)))
        if said_here and stored:
            changes_here = find_changes(posting_texts(stored), posting_texts(posting))
            # An extension that a row gives to a number leaves that on the switchboard open.
            refuse_contradiction("posting", said_here, [one for one in changes_here if one.old])
        warnings = [
            *record.warnings,
            *find_draft_warnings(draft),
            *match.warnings,
            *find_contact_warnings(after, before),
        ]
        if said_here:
            warnings.append(f"the same contact at the same office as {said_here[0].place}")
        status, key = self._store(before, after if changes else before)
        self._said.setdefault(("contact", key), []).append(Said(place, texts, seat))
        shown = () if status is Status.ADDED else changes
        return Item(file, record.line, status, key, (), shown, tuple(warnings))

    def _match(self, draft: ContactDraft, office: Office) -> Match:
        """Find the stored contact that a row means; raise InvalidValueError for one of several."""
        match = self._editor.match_contact(
            key=draft.key,
            name=draft.name or "",
            emails=[EmailAddress.parse(one).folded for one in draft.emails or ()],
            office=office.code,
        )
        if match.namesakes:
            keys = ", ".join(one.key for one in match.namesakes)
            reason = f"several at {office.name} have it ({keys})"
            raise InvalidValueError("name", draft.name or "", reason, "give the key")
        return match

    def _store(self, before: Contact, after: Contact) -> tuple[Status, str]:
        """Store what came of one row; give what became of it, and the contact's key."""
        shared = self._manner.shared_extension
        if before is NOBODY:
            return Status.ADDED, self._editor.add_contact(after, shared_extension=shared).key
        if after is before:
            return Status.UNCHANGED, before.key
        self._editor.change_contact(before, after, shared_extension=shared)
        return Status.UPDATED, after.key

    def _office(self, text: str) -> Office:
        """Get the office of a row; each is looked up once."""
        if text not in self._offices:
            self._offices[text] = self._editor.get_office(text)
        return self._offices[text]


def _refuse_lost_pluses(draft: ContactDraft, region: str) -> None:
    for kind, numbers in draft.phones.items():
        for number in numbers:
            refuse_lost_plus(PHONE_COLUMNS[kind], number, region)
    for value in draft.internal:
        refuse_lost_plus("internal", value, region)


def _names_of_office(texts: Mapping[str, str]) -> list[str]:
    """Give the folded names by which an office will be found once its row is stored."""
    name = texts.get("name", "")
    office = Office(
        code=texts.get("code") or slug(name),
        name=name,
        country="",
        organization=texts.get("organization"),
        city=texts.get("city"),
        names={column: text for column, text in texts.items() if column.startswith("name_")},
    )
    return [folded for folded, _ in office_aliases(office)]


def _problem(sheet: Sheet, record: Record, error: PressdeskError) -> Problem:
    """Name the column that an error speaks of, in the words of pressdesk's own CSV."""
    if isinstance(error, InvalidValueError):
        field = error.field.replace(" (", "_").removesuffix(")")  # "title (fr)"
        column = _COLUMNS.get(field, field)
        column = "language" if sheet.is_offices and column == "languages" else column
        alike = _ALIKE.get(column, ())
        holds = (one for one in alike if error.text in record.texts.get(one, ""))
        return Problem(next(holds, column), str(error).removeprefix(f"{error.field} "))
    if isinstance(error, NotFoundError | AmbiguousError):
        return Problem("reports_to" if sheet.is_offices else "office", str(error))
    return Problem("", str(error))


def _refused(sheet: Sheet, record: Record, problem: Problem) -> Item:
    one_line = replace(problem, reason=" ".join(problem.reason.split()))
    return Item(
        sheet.name, record.line, Status.REFUSED, None, (one_line,), warnings=record.warnings
    )
