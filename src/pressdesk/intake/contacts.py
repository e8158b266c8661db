"""Rows of contacts: each is read, matched, merged, stored and reported."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.lookups import Questions
from pressdesk.directory.matching import Match
from pressdesk.drafts.contact_draft import NOBODY, ContactDraft, apply_contact_draft
from pressdesk.drafts.posting_draft import find_posting_of_row
from pressdesk.drafts.switchboard import hang_on_switchboard
from pressdesk.drafts.warnings import find_contact_warnings, find_draft_warnings
from pressdesk.drafts.ways import Reading
from pressdesk.errors import InvalidValueError
from pressdesk.exchange.contradiction import Said, own_texts, refuse_contradiction
from pressdesk.exchange.drafting import draft_contact, refuse_lost_plus
from pressdesk.exchange.flat_record import flatten_contact, flatten_posting
from pressdesk.exchange.report import Change, Item, Status, find_changes
from pressdesk.exchange.sheet import Record
from pressdesk.intake.places import Places
from pressdesk.intake.rows import Manner, Row, Taken, guarded
from pressdesk.intake.successors import part_ready, with_successor
from pressdesk.intake.values import Values, read_values
from pressdesk.model import Contact, Office, Posting, Source
from pressdesk.model.phone_kinds import NAMES
from pressdesk.values.clean_text import lost_characters
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.folding import fold_words, slug
from pressdesk.values.places import parse_country
from pressdesk.visible import visible

# So many rows ask the directory together.
_AT_ONCE = 500


class _Wanted(NamedTuple):
    """What a row says, and where; region: of its numbers without "+"."""

    draft: ContactDraft
    office: Office | None
    region: str | None


class ContactIntake:
    """The contacts of one import: the directory, and what was learnt from earlier rows."""

    def __init__(self, editor: DirectoryEditor, manner: Manner) -> None:
        self._editor = editor
        self._manner = manner
        self._places = Places(editor, manner)
        # The rows that spoke of each contact, by key, with the place of the posting; kept small.
        self._earlier: dict[str, tuple[tuple[Row, int], ...]] = {}

    def take(self, rows: Sequence[Row]) -> Iterator[Taken]:
        """Take contacts in the order of their rows, but none before its successor."""
        with self._editor.gathering():
            waiting = rows
            while waiting:
                ready, rest = part_ready(self._editor, waiting)
                # When no successor is known any more, the rest is refused for it, each by itself.
                yield from self._take_some(ready or waiting)
                waiting = rest if ready else ()

    def _take_some(self, rows: Iterable[Row]) -> Iterator[Taken]:
        """Take rows as they come; what many will ask for is asked at once."""
        remaining = iter(rows)
        while some := list(islice(remaining, _AT_ONCE)):
            read = [guarded(row, partial(self._read, row.record)) for row in some]
            values = self._prepare([one for one in read if isinstance(one, _Wanted)])
            for row, one in zip(some, read, strict=True):
                if isinstance(one, Item):
                    yield row, one
                    continue
                take = partial(self._take, row, one, values)
                if self._places.is_unstored(one.office):
                    taken = guarded(row, partial(self._take_with_office, row, one, take))
                    items = (taken,) if isinstance(taken, Item) else taken
                    yield from ((row, item) for item in items)
                else:
                    yield row, guarded(row, take)

    def _take_with_office(
        self, row: Row, wanted: _Wanted, take: Callable[[], Item]
    ) -> tuple[Item, Item]:
        """Store a new office with its first contact, or neither."""
        with self._editor.attempt():
            code = self._places.store(wanted.office)
            item = take()
        self._places.keep(code)
        return Item(row.sheet.name, row.record.line, Status.ADDED, code), item

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
        if self._manner.creates_offices and office and not self._places.is_unstored(office):
            return here
        return self._manner.region or here

    def _prepare(self, wanted: Sequence[_Wanted]) -> Values:
        """Ask at once for what the next rows will ask for; give their values, read together."""
        lookups = self._editor.lookups
        drafts = [(one.draft, one.region) for one in wanted]
        values = read_values(lookups, drafts, allow_possible=self._manner.allow_possible)
        questions = Questions()
        for draft, office, _ in wanted:
            _add_questions(questions, draft, office, values.emails)
        lookups.prefetch(questions)
        return values

    def _take(self, row: Row, wanted: _Wanted, values: Values) -> Item:
        file, record = row.sheet.name, row.record
        texts = record.texts
        draft, office, region = wanted
        source = Source("import", visible(file), record.line)
        phones = values.phones[region]
        reading = Reading(region, self._manner.allow_possible, source, values.emails, phones)
        match = self._match(draft, office, reading)
        before = match.contact or NOBODY
        if match.contact and draft.key is not None:
            # A row may bring a key of its own to a new contact; it never renames a stored one's.
            draft = draft.with_given(key=None)
        said = self._said_of(before.key)
        if match.contact and self._manner.skips_known and not said:
            return Item(file, record.line, Status.UNCHANGED, before.key)
        stored = None
        if office:
            draft = hang_on_switchboard(draft, office, before, reading)
            stored = find_posting_of_row(before, office, draft.posting)
        posting = stored or (Posting(office.code) if office else None)
        draft = with_successor(self._editor, draft)
        after = apply_contact_draft(draft, before, posting, reading)
        # A new posting comes last; a changed one keeps its place.
        seat = before.postings.index(stored) if stored else len(before.postings)
        said_here = [one for one in said if one.posting == seat]
        changes: tuple[Change, ...] = ()
        if match.contact and after is not before:
            changes = _find_contact_changes(before, after, seat, stored, said, said_here)
        warnings = [*record.warnings, *match.warnings, *find_contact_warnings(after, before)]
        if any(map(lost_characters, texts.values())):
            warnings[len(record.warnings) : len(record.warnings)] = find_draft_warnings(draft)
        if said_here:
            warnings.append(f"the same contact at the same office as {said_here[0].place}")
        is_new = match.contact is None
        status, key = self._store(before, after if changes or is_new else before)
        self._earlier[key] = (*self._earlier.get(key, ()), (row, seat))
        return Item(file, record.line, status, key, (), changes, tuple(warnings))

    def _said_of(self, key: str) -> list[Said]:
        """Give what earlier rows said of a contact."""
        return [
            Said(f"{sheet.name}:{record.line}", record.texts, seat)
            for (_, sheet, record), seat in self._earlier.get(key, ())
        ]

    def _match(self, draft: ContactDraft, office: Office | None, reading: Reading) -> Match:
        """Find the stored contact that a row means; raise InvalidValueError for one of several."""
        match = self._editor.match_contact(
            key=draft.key,
            name=draft.name or "",
            emails=[reading.email(one).folded for one in draft.emails or ()],
            office=office.code if office else None,
        )
        if match.namesakes and office:
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


def _find_contact_changes(  # noqa: PLR0913, PLR0917  # before and after, and what rows said
    before: Contact,
    after: Contact,
    seat: int,
    stored: Posting | None,
    said: Sequence[Said],
    said_here: Sequence[Said],
) -> tuple[Change, ...]:
    """Give what a row changes of a stored contact; refuse what takes an earlier row back."""
    posting = after.postings[seat] if seat < len(after.postings) else None
    if said:
        refuse_contradiction("contact", said, find_changes(own_texts(before), own_texts(after)))
    if said_here and stored and posting:
        changes_here = find_changes(flatten_posting(stored), flatten_posting(posting))
        # An extension that a row gives to a number leaves that on the switchboard open.
        refuse_contradiction("posting", said_here, [one for one in changes_here if one.old])
    return find_changes(flatten_contact(before, stored), flatten_contact(after, posting))


def _add_questions(
    questions: Questions,
    draft: ContactDraft,
    office: Office | None,
    emails: Mapping[str, EmailAddress],
) -> None:
    """Add what the row of a draft will ask for: who it is, and who has its extension."""
    name = draft.name or ""
    questions.keys.add(draft.key or slug(name))
    if office:
        questions.names.add((fold_words(name), office.code))
    questions.emails.update(emails[text].folded for text in draft.emails or () if text in emails)
    if office and office.switchboard and draft.extensions:
        number = office.switchboard.e164
        questions.extensions.update((number, text) for text in draft.extensions if text.isdigit())


def _refuse_lost_pluses(draft: ContactDraft, region: str) -> None:
    for kind, numbers in draft.phones.items():
        for number in numbers:
            refuse_lost_plus(NAMES[kind].column, number, region)
    for value in draft.internal:
        refuse_lost_plus("internal", value, region)
