"""Rows of offices: each is read, matched, merged, stored and reported."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.who.resolution import office_aliases
from pressdesk.drafts.given import Given
from pressdesk.drafts.office_draft import NO_OFFICE, apply_office_draft
from pressdesk.drafts.warnings import find_draft_warnings
from pressdesk.exchange.drafting import draft_office, refuse_lost_plus
from pressdesk.exchange.flat_record import flatten_office
from pressdesk.exchange.report import Item, Status, find_changes
from pressdesk.exchange.sheet import Record
from pressdesk.importing.contradiction import (
    Said,
    refuse_contradiction,
)
from pressdesk.importing.rows import ImportOptions, Row, Taken, guarded
from pressdesk.model import Office
from pressdesk.model.former import Former
from pressdesk.text.folding import fold, slug
from pressdesk.values.names import fold_name


class OfficeIntake:
    """The offices of one import: the directory, and what earlier rows said."""

    def __init__(self, editor: DirectoryEditor, options: ImportOptions) -> None:
        self._editor = editor
        self._options = options
        self._said: dict[str, list[Said]] = {}

    def take(self, rows: Sequence[Row]) -> Iterator[Taken]:
        """Take offices; one that reports to an office further down waits until that is there."""
        waiting = rows
        while waiting:
            coming = [_names_of_office(row.record.texts) for row in waiting]
            codes = {code for code, *_ in coming}
            names = {name for those in coming for name in those}
            knows = [self._knows_office_above(row.record, codes, names) for row in waiting]
            # When no office above is known any more, the rest is refused for it, each by itself.
            ready = [row for row, known in zip(waiting, knows, strict=True) if known]
            for row in ready or waiting:
                yield row, guarded(row, partial(self._try, row))
            rest = [row for row, known in zip(waiting, knows, strict=True) if not known]
            waiting = rest if ready else []

    def _knows_office_above(self, record: Record, codes: set[str], names: set[str]) -> bool:
        """Whether the office above is stored; one of that very code or name to come is awaited."""
        above = record.texts.get("reports_to")
        if above is None:
            return True
        if fold(above) not in codes and self._editor.match_office(code=fold(above), name=""):
            return True
        return not {fold(above), fold_name(above)} & names and self._editor.has_office(above)

    def _try(self, row: Row) -> Item:
        with self._editor.attempt():
            return self._take(row.sheet.name, row.record)

    def _take(self, file: str, record: Record) -> Item:
        texts = record.texts
        above = texts.get("reports_to")
        draft = draft_office(texts, self._editor.get_office(above).code if above else None)
        before = self._editor.match_office(code=texts.get("code"), name=texts.get("name", ""))
        after = self._apply(draft, before)
        former = self._former_switchboard(before, after)
        if former:
            after = self._apply({**draft, "switchboard": None}, before)
        if "switchboard" in texts:
            refuse_lost_plus("switchboard", texts["switchboard"], after.country)
        said = self._said.setdefault(after.code, [])
        if before and self._options.skips_known and not said:
            return Item(file, record.line, Status.UNCHANGED, before.code)
        changes = find_changes(flatten_office(before), flatten_office(after)) if before else ()
        refuse_contradiction("office", said, changes)
        known_followings = len(self._editor.followings)
        status = self._store(before, after if changes or before is None else before)
        if former and status is Status.UNCHANGED:
            status = Status.FORMER
        followings = self._editor.followings[known_followings:]
        warnings = [*record.warnings, *find_draft_warnings(draft)]
        warnings += [sentence for following in followings for sentence in following.left]
        if said:
            warnings.append(f"the same office as {said[0].place}")
        notes = [str(following) for following in followings if following.names]
        said.append(Said(f"{file}:{record.line}", texts))
        place = file, record.line
        return Item(*place, status, after.code, (), changes, tuple(warnings), tuple(notes), former)

    def _store(self, before: Office | None, after: Office) -> Status:
        """Store what came of one row; return what became of it."""
        if before is None:
            self._editor.add_office(after)
            return Status.ADDED
        self._editor.change_office(before, after, keep_numbers=self._options.keep_numbers)
        return Status.UNCHANGED if after is before else Status.UPDATED

    def _apply(self, draft: Given, before: Office | None) -> Office:
        allow_possible = self._options.allow_possible
        return apply_office_draft(draft, before or NO_OFFICE, allow_possible=allow_possible)

    def _former_switchboard(self, before: Office | None, after: Office) -> tuple[Former, ...]:
        """Return the switchboard of a row if the office gave it up, unless that is wanted."""
        number = after.switchboard
        if not before or not number or number == before.switchboard or self._options.takes_former:
            return ()
        given_up = self._editor.given_up(numbers=[(number.e164, None)])
        return tuple(
            former.former.told("switchboard")
            for former in given_up
            if former.former.subject == "office" and former.former.key == before.code
        )


def _names_of_office(texts: Mapping[str, str]) -> list[str]:
    """Return the folded names by which an office will be found once its row is stored."""
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
