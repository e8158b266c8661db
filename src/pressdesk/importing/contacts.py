"""Rows of contacts: each is read, matched, merged, stored and reported."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.who.identity import Identity, numbers_on_switchboards
from pressdesk.directory.who.lookups import Questions
from pressdesk.drafts.contact_draft import NOBODY, ContactDraft, apply_contact_draft
from pressdesk.drafts.posting_draft import find_posting_of_row
from pressdesk.drafts.switchboard import Boards, hang_on_switchboard
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.drafts.ways import Reading
from pressdesk.errors import NobodyReachableError
from pressdesk.exchange.drafting import draft_contact, refuse_lost_plus
from pressdesk.exchange.report import Change, Item, Status
from pressdesk.exchange.sheet import Record
from pressdesk.importing.contradiction import (
    Applied,
    EarlierRows,
    find_contact_changes,
    refuse_contradictions,
)
from pressdesk.importing.former import has_ways, skip_former
from pressdesk.importing.places import Places
from pressdesk.importing.rows import ImportOptions, Row, Taken, guarded
from pressdesk.importing.successors import part_ready, with_successor
from pressdesk.importing.values import Values, read_values
from pressdesk.importing.whom import Rules, add_questions, identify
from pressdesk.model import Contact, Office, Posting, Source
from pressdesk.model.former import Former
from pressdesk.model.phone_kinds import NAMES
from pressdesk.text.visible import visible
from pressdesk.values.clean_text import lost_characters
from pressdesk.values.places import parse_country

# So many rows ask the directory together.
_AT_ONCE = 500


class _Wanted(NamedTuple):
    """What a row says, and where; region: of its numbers without "+"."""

    draft: ContactDraft
    office: Office | None
    region: str | None


class ContactIntake:
    """The contacts of one import: the directory, and what was learnt from earlier rows."""

    def __init__(self, editor: DirectoryEditor, options: ImportOptions) -> None:
        self._editor = editor
        self._options = options
        self._places = Places(editor, options)
        self._earlier = EarlierRows()
        self._rules = Rules()
        # How many rows are still to come that have a key, and those that wait for one of them.
        self._coming: Counter[str] = Counter()
        self._waiting: list[Row] = []

    def take(self, rows: Sequence[Row]) -> Iterator[Taken]:
        """Take contacts in the order of their rows, but none before its successor."""
        self._coming = Counter(key for row in rows if (key := row.record.texts.get("key")))
        self._rules = Rules(frozenset(self._coming), self._options.same_name_is_same)
        with self._editor.gathering():
            waiting = rows
            while waiting:
                ready, rest = part_ready(self._editor, waiting)
                # When no successor is known any more, the rest is refused for it, each by itself.
                yield from self._take_some(ready or waiting)
                waiting = rest if ready else ()
            # What their contacts are reached by came with other rows, if it came at all.
            yield from self._take_some(self._waiting)

    def _take_some(self, rows: Iterable[Row]) -> Iterator[Taken]:
        """Take rows as they come; what many will ask for is asked at once."""
        remaining = iter(rows)
        while some := list(islice(remaining, _AT_ONCE)):
            read = [guarded(row, partial(self._read, row.record)) for row in some]
            values = self._prepare([wanted for wanted in read if isinstance(wanted, _Wanted)])
            for row, wanted in zip(some, read, strict=True):
                if isinstance(wanted, Item):
                    yield row, wanted
                    continue
                take = partial(self._take, row, wanted, values)
                if self._places.is_unstored(wanted.office):
                    take = partial(self._take_with_office, row, wanted, take)
                taken = guarded(row, partial(self._take_or_wait, row, take))
                items = (taken,) if isinstance(taken, Item) else taken
                yield from ((row, item) for item in items)

    def _take_or_wait(self, row: Row, take: Callable[[], tuple[Item, ...]]) -> tuple[Item, ...]:
        """Take a row; one that makes nobody reachable waits while others speak of its contact."""
        key = row.record.texts.get("key", "")
        self._coming[key] -= 1
        try:
            return take()
        except NobodyReachableError:
            if self._coming[key] <= 0:
                raise
            self._waiting.append(row)
            return ()

    def _take_with_office(
        self, row: Row, wanted: _Wanted, take: Callable[[], tuple[Item, ...]]
    ) -> tuple[Item, ...]:
        """Store a new office with its first contact, or neither."""
        with self._editor.attempt():
            code = self._places.store(wanted.office)
            items = take()
        self._places.keep(code)
        return Item(row.sheet.name, row.record.line, Status.ADDED, code), *items

    def _read(self, record: Record) -> _Wanted:
        """Read what needs nothing of the contacts that are stored."""
        texts = record.texts
        office = self._places.office_of(texts)
        draft = draft_contact(texts)
        region = self._region(texts, office)
        if region:
            _refuse_lost_pluses(draft, region)
        return _Wanted(draft, office, region)

    def _region(self, texts: Mapping[str, str], office: Office | None) -> str | None:
        """Choose the country of numbers without "+".

        That of the row; else what was said of all; else the office's. Where offices are made, what
        was said is where they are, and those that are stored keep their own country.
        """
        if "country" in texts:
            return parse_country(texts["country"])
        here = office.country if office else None
        if self._options.creates_offices and office and not self._places.is_unstored(office):
            return here
        return self._options.region or here

    def _prepare(self, wanted: Sequence[_Wanted]) -> Values:
        """Ask at once for what the next rows will ask for; return their values, read together."""
        lookups = self._editor.lookups
        drafts = [(draft, region) for draft, _, region in wanted]
        values = read_values(lookups, drafts, allow_possible=self._options.allow_possible)
        questions = Questions()
        for draft, office, region in wanted:
            add_questions(questions, draft, office, values, region)
        lookups.prefetch(questions)
        return values

    def _take(self, row: Row, wanted: _Wanted, values: Values) -> tuple[Item, ...]:
        file, record = row.sheet.name, row.record
        draft, office, region = wanted
        reading = Reading(
            region,
            self._options.allow_possible,
            _source_of(row),
            values.emails,
            values.phones[region],
        )
        identity = identify(self._editor, draft, office, reading, self._rules)
        before = identity.contact or NOBODY
        said = self._earlier.said_of(before.key)
        if identity.contact and self._options.skips_known and not said:
            return (Item(file, record.line, Status.UNCHANGED, before.key),)
        if identity.contact and draft.key is not None:
            # A row may bring a key of its own to a new contact; it never renames a stored one's.
            draft = draft.with_given(key=None)
        draft, former = self._skip_former(draft, identity, office, reading)
        if former and before is NOBODY and not has_ways(draft):
            return (Item(file, record.line, Status.FORMER, former=former),)
        applied = self._apply(row, draft, office, before, reading)
        changes: tuple[Change, ...] = ()
        if identity.contact and applied.after is not before:
            refuse_contradictions(applied, said)
            changes = find_contact_changes(before, applied)
        after = applied.after if changes or before is NOBODY else before
        status, stored = self._store(before, after)
        if former and status is Status.UNCHANGED:
            status = Status.FORMER
        self._earlier.remember(stored.key, row, applied)
        warnings = [
            *_warnings(record, draft, identity, stored),
            *find_contact_warnings(applied.after, before),
        ]
        if said_here := applied.said_here(said):
            warnings.append(f"the same contact at the same office as {said_here[0].place}")
        place = file, record.line
        return (Item(*place, status, stored.key, (), changes, tuple(warnings), (), former),)

    def _skip_former(
        self, draft: ContactDraft, identity: Identity, office: Office | None, reading: Reading
    ) -> tuple[ContactDraft, tuple[Former, ...]]:
        """Return the draft without former values, and these, unless they are wanted."""
        if self._options.takes_former:
            return draft, ()
        return skip_former(self._editor.lookups, draft, identity, office, reading)

    def _apply(
        self,
        row: Row,
        draft: ContactDraft,
        office: Office | None,
        before: Contact,
        reading: Reading,
    ) -> Applied:
        """Return what a row makes of a contact, before it is checked."""
        stored = None
        hung = before
        if office:
            stored = find_posting_of_row(before, office, draft.posting)
            boards = self._boards(office, before, stored)
            draft, hung = hang_on_switchboard(draft, before, boards, reading)
        posting = stored or (Posting(office.code) if office else None)
        draft = with_successor(self._editor, draft)
        after = apply_contact_draft(draft, hung, posting, reading)
        if stored:
            return Applied(hung, after, before.postings.index(stored), stored)
        # A new posting comes last, but before those of rows that it had to wait for.
        earlier = self._earlier.of(before.key)
        seats = [seat for other, seat in earlier if other.place > row.place]
        seat = min(seats, default=len(before.postings))
        if seat < len(before.postings):
            *others, new = after.postings
            after = after._replace(postings=(*others[:seat], new, *others[seat:]))
        return Applied(hung, after, seat)

    def _boards(self, office: Office, contact: Contact, posting: Posting | None) -> Boards:
        """Return what is known of the switchboards of a row."""
        here = office.switchboard.e164 if office.switchboard else None
        others = [other for other in contact.postings if other is not posting and other.extension]
        offices = {other.office: self._editor.lookups.office(other.office) for other in others}
        sources = {_source_of(row) for row, _ in self._earlier.of(contact.key)}
        return Boards(
            here,
            posting.extension if posting else None,
            {number for _, number in numbers_on_switchboards(others, offices)},
            {phone.number.identity for phone in contact.phones if phone.source in sources},
        )

    def _store(self, before: Contact, after: Contact) -> tuple[Status, Contact]:
        """Store what came of one row; return what became of it, and the contact."""
        # A number that the list could mean for an extension is one by now.
        shared = self._options.shared_extension
        if before is NOBODY:
            return Status.ADDED, self._editor.add_contact(
                after, shared_extension=shared, keeps_numbers=True
            )
        if after is before:
            return Status.UNCHANGED, before
        self._editor.change_contact(before, after, shared_extension=shared, keeps_numbers=True)
        return Status.UPDATED, after


def _warnings(
    record: Record, draft: ContactDraft, identity: Identity, stored: Contact
) -> list[str]:
    """Return what is in doubt about a row and about whom it means."""
    warnings = [*record.warnings]
    if any(map(lost_characters, record.texts.values())):
        warnings += find_draft_warnings(draft)
    warnings += identity.warnings(stored)
    if identity.namesakes:
        warnings[-1] += "; --same-name-is-same takes them for one"
    return warnings


def _source_of(row: Row) -> Source:
    return Source("import", visible(row.sheet.name), row.record.line)


def _refuse_lost_pluses(draft: ContactDraft, region: str) -> None:
    for kind, numbers in draft.phones.items():
        for number in numbers:
            refuse_lost_plus(NAMES[kind].column, number, region)
    for value in draft.internal:
        refuse_lost_plus("internal", value, region)
