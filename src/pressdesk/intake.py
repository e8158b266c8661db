"""Records into the directory: each row is matched, merged, checked, stored and reported.

A refused row leaves nothing behind and stops no other. Whether the good rows are kept is the
caller's: everything happens in the editor's one transaction.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.drafts.contact_draft import NOBODY, apply_contact_draft
from pressdesk.drafts.office_draft import NO_OFFICE, apply_office_draft
from pressdesk.drafts.posting_draft import find_posting_of_row
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.drafts.ways import Reading
from pressdesk.errors import AmbiguousError, InvalidValueError, NotFoundError, PressdeskError
from pressdesk.exchange.drafting import draft_contact, draft_office, refuse_lost_plus
from pressdesk.exchange.flat_record import flatten_contact, flatten_office
from pressdesk.exchange.report import Change, Item, Problem, Report, Status
from pressdesk.exchange.sheet import Record, Sheet
from pressdesk.model import Contact, Office, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_reading import find_country_code
from pressdesk.values.places import parse_country

# What a row can be refused for; a file that cannot be written stops the whole command instead.
_ROW_STATUSES = frozenset({1, 2, 3, 4})
_COLUMNS = {
    "e-mail": "email", "extension": "ext", "language": "languages", "topic": "topics",
    "time zone": "timezone", "given name": "given_name", "family name": "family_name",
    "extension digits": "extension_digits", "extension range": "extension_range",
    "reports to": "reports_to",
}  # fmt: skip


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
    items: dict[int, list[Item]] = {}
    for place, sheet in sorted(enumerate(sheets), key=lambda one: not one[1].is_offices):
        take = intake.take_offices if sheet.is_offices else intake.take_contacts
        items[place] = sorted(take(sheet), key=lambda item: item.line)
    return Report([item for place in range(len(sheets)) for item in items[place]])


class _Intake:
    """One import: the directory, and what was learnt from earlier rows."""

    def __init__(self, editor: DirectoryEditor, manner: Manner) -> None:
        self._editor = editor
        self._manner = manner
        self._offices: dict[str, Office] = {}
        self._first_lines: dict[tuple[str, str, str], str] = {}

    def take_contacts(self, sheet: Sheet) -> Iterator[Item]:
        """Take contacts in the order of their rows."""
        for record in sheet.records:
            yield self._guarded(sheet, record, self._take_contact)

    def take_offices(self, sheet: Sheet) -> Iterator[Item]:
        """Take offices; one that reports to an office further down waits until that is there."""
        waiting = list(sheet.records)
        while waiting:
            knows = [self._knows_office_above(record) for record in waiting]
            # When no office above is known any more, the rest is refused for it, each by itself.
            ready = [record for record, known in zip(waiting, knows, strict=True) if known]
            for record in ready or waiting:
                yield self._guarded(sheet, record, self._take_office)
            rest = [record for record, known in zip(waiting, knows, strict=True) if not known]
            waiting = rest if ready else []

    def _knows_office_above(self, record: Record) -> bool:
        above = record.texts.get("reports_to")
        return above is None or self._editor.has_office(above)

    def _guarded(self, sheet: Sheet, record: Record, take: Callable[[str, Record], Item]) -> Item:
        """Take one row in a savepoint of its own; a refusal becomes an item of the report."""
        if record.problem:
            return _refused(sheet, record, "", record.problem)
        try:
            with self._editor.database.atomic():
                return take(sheet.name, record)
        except PressdeskError as error:
            if error.exit_code not in _ROW_STATUSES:
                raise
            return _refused(sheet, record, *_column_and_reason(sheet, error))

    def _take_office(self, file: str, record: Record) -> Item:
        texts = record.texts
        above = texts.get("reports_to")
        draft = draft_office(texts, self._editor.get_office(above).code if above else None)
        before = self._editor.match_office(code=texts.get("code"), name=texts.get("name", ""))
        after = apply_office_draft(
            draft, before or NO_OFFICE, allow_possible=self._manner.allow_possible
        )
        warnings = (*record.warnings, *find_draft_warnings(draft))
        if before is None:
            added = self._editor.add_office(after)
            return Item(file, record.line, Status.ADDED, added.code, warnings=warnings)
        changes = _changes(flatten_office(before), flatten_office(after))
        status = Status.UPDATED if changes else Status.UNCHANGED
        if changes:
            self._editor.change_office(before, after)
        return Item(file, record.line, status, after.code, (), changes, warnings)

    def _take_contact(self, file: str, record: Record) -> Item:
        texts = record.texts
        office = self._office(texts.get("office", ""))
        draft = draft_contact(texts)
        region = parse_country(texts["country"]) if "country" in texts else office.country
        for numbers in draft.phones.values():
            for number in numbers:
                refuse_lost_plus(number, find_country_code(region))
        match = self._editor.match_contact(
            key=draft.key,
            name=draft.name or "",
            emails=[EmailAddress.parse(one).folded for one in draft.emails or ()],
            office=office.code,
        )
        reading = Reading(region, self._manner.allow_possible, f"{file}:{record.line}")
        before = match.contact or NOBODY
        if match.contact:
            # A row may bring a key of its own to a new contact; it never renames a stored one's.
            draft = replace(draft, key=None)
        stored = find_posting_of_row(before, office, draft.posting)
        after = apply_contact_draft(draft, before, stored or Posting(office.code), reading)
        # A new posting comes last; a changed one keeps its place.
        posting = after.postings[before.postings.index(stored) if stored else -1]
        changes = _changes(flatten_contact(before, stored), flatten_contact(after, posting))
        warnings = [
            *record.warnings,
            *find_draft_warnings(draft),
            *match.warnings,
            *find_contact_warnings(after, before),
        ]
        status, key = self._store(before, after if changes else before)
        place = f"{file}:{record.line}"
        first = self._first_lines.setdefault((key, office.code, str(posting.starts_on)), place)
        if first != place:
            warnings.append(f"the same contact at the same office as {first}")
        shown = () if status is Status.ADDED else changes
        return Item(file, record.line, status, key, (), shown, tuple(warnings))

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


def _changes(before: dict[str, str], after: dict[str, str]) -> tuple[Change, ...]:
    columns = dict.fromkeys((*before, *after))
    return tuple(
        Change(column, before.get(column), after.get(column))
        for column in columns
        if before.get(column) != after.get(column)
    )


def _column_and_reason(sheet: Sheet, error: PressdeskError) -> tuple[str, str]:
    """Name the column that an error speaks of, in the words of the file's header."""
    if isinstance(error, InvalidValueError):
        column = _COLUMNS.get(error.field, error.field)
        column = "language" if sheet.is_offices and column == "languages" else column
        return column, str(error).removeprefix(f"{error.field} ")
    if isinstance(error, NotFoundError | AmbiguousError):
        return "reports_to" if sheet.is_offices else "office", str(error)
    return "", str(error)


def _refused(sheet: Sheet, record: Record, column: str, reason: str) -> Item:
    problem = Problem(column, " ".join(reason.split()))
    return Item(sheet.name, record.line, Status.REFUSED, None, (problem,), warnings=record.warnings)
