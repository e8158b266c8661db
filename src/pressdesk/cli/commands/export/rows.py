"""What an export writes: rows of a table, cards or data, chunk by chunk."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from pressdesk.cli.commands.export.options import TABLES, ExportShape
from pressdesk.cli.screen.listing import chosen_fields
from pressdesk.cli.screen.sinks import Sink
from pressdesk.directory.duty.choice import Rule
from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.exchange.csv.writing import dump_rows
from pressdesk.exchange.lines import FIELDS, Line, contact_lines
from pressdesk.exchange.own_rows import (
    contact_columns,
    contact_row,
    office_columns,
    office_row,
)
from pressdesk.model import Contact, Office
from pressdesk.model.fields import NUMBER_COLUMNS

if TYPE_CHECKING:
    from pressdesk.exchange.presets.preset import Preset

BYTE_ORDER_MARK = "\ufeff"
_MOST_NAMED = 5


class Export:
    """One export: writes what was asked for, and counts what was left out."""

    def __init__(self, directory: Directory, search: Search, shape: ExportShape) -> None:
        self._directory = directory
        self._search = search
        self._shape = shape
        self._offices: dict[str, Office] = {}
        self._without_email = self._twice = self._unlisted = self._left = 0
        self._lost: dict[str, int] = {}
        self.count = 0
        self.what = "offices" if shape.offices else "contacts" if self._is_whole else "rows"

    @property
    def _is_whole(self) -> bool:
        return self._shape.form not in TABLES

    def write(self, sink: Sink) -> None:
        """Write everything; raise FileError."""
        match self._shape.form:
            case "json" | "jsonl":
                self._write_data(sink)
            case "vcard":
                self._write_cards(sink)
            case _:
                self._write_table(sink)

    def notes(self) -> Iterator[str]:
        """Say what was left out, and why."""
        if not self.count and not self._unlisted and not self._without_email:
            yield f"no {'office' if self._shape.offices else 'contact'} matches"
        for count, why in (
            (self._unlisted, "unlisted; --internal exports them"),
            (self._without_email, "without an e-mail that can be written"),
            (self._twice, "with an address that another row has already"),
        ):
            if count:
                yield f"left out {_contacts(count)} {why}"
        if self._left:
            have = "has" if self._left == 1 else "have"
            yield f"{_contacts(self._left)} {have} left; --on {_today()} leaves out who is gone"
        if self._lost:
            lost = ", ".join(f"{what} ({count})" for what, count in sorted(self._lost.items()))
            yield f"{self._shape.program} has no place for these values: {lost}; they are left out"

    def _write_data(self, sink: Sink) -> None:
        """Write offices and contacts as JSON: one document, or a line for each."""
        from pressdesk.cli.screen.output import json_line
        from pressdesk.exchange.json.writing import SCHEMA_VERSION, export_data, office_data

        is_lines = self._shape.form == "jsonl"
        offices = [json_line(office_data(office)) for office in self._chosen_offices()]
        contacts = (
            json_line(export_data(contact, internal=self._shape.internal))
            for contact in self._listed_contacts()
        )
        if is_lines:
            for line in chain(offices, contacts):
                sink.write(line)
            return
        sink.write(f'{{"schema_version": {SCHEMA_VERSION},\n"offices": [\n')
        sink.write(",".join(offices))
        sink.write('],\n"contacts": [\n')
        for place, line in enumerate(contacts):
            sink.write(f",{line}" if place else line)
        sink.write("]}\n")

    def _write_cards(self, sink: Sink) -> None:
        from pressdesk.exchange.vcard.writing import dump_contact

        version = self._shape.vcard_version
        for contact in self._listed_contacts():
            offices = self._offices_of(contact)
            sink.write(
                dump_contact(contact, offices, version=version, internal=self._shape.internal)
            )

    def _write_table(self, sink: Sink) -> None:
        header, rows, phones = self._table()
        if self._shape.form == "xlsx":
            from pressdesk.exchange.xlsx.format import dump_xlsx

            dump_xlsx(header, rows, sink.binary)
            return
        delimiter = "\t" if self._shape.form == "tsv" else ","
        if self._shape.program == "excel":
            sink.write(BYTE_ORDER_MARK)
        for line in dump_rows(header, rows, phones=phones, delimiter=delimiter):
            sink.write(line)

    def _table(self) -> tuple[Sequence[str], Iterable[list[str]], frozenset[str]]:
        """Return the header, the rows and the columns of validated numbers."""
        shape = self._shape
        if shape.offices:
            offices = self._chosen_offices()
            columns = office_columns({tag for office in offices for tag in office.names})
            return (
                columns,
                self._counted(office_row(office, columns) for office in offices),
                NUMBER_COLUMNS,
            )
        if shape.program and shape.program != "excel":
            from pressdesk.exchange.presets import get_preset

            preset = get_preset(shape.program)
            return preset.header, self._counted(self._preset_rows(preset)), preset.phone_columns
        if shape.fields:
            names = chosen_fields(shape.fields, FIELDS, ())
            rows = ([_field(name, line, email) for name in names] for line, email in self._pairs())
            return names, self._counted(rows), NUMBER_COLUMNS | {"tel"}
        columns = contact_columns(
            self._directory.languages_of_titles(),
            internal=shape.internal,
            has_posting_titles=self._directory.has_posting_titles(),
        )
        place = columns.index("email")
        return columns, self._counted(self._own_rows(columns, place)), NUMBER_COLUMNS

    def _own_rows(self, columns: Sequence[str], place: int) -> Iterator[list[str]]:
        for line, email in self._pairs():
            row = contact_row(line, columns)
            if email is not None:
                row[place] = email
            yield row

    def _preset_rows(self, preset: "Preset") -> Iterator[list[str]]:
        from pressdesk.exchange.presets.losses import find_lost

        one_per = self._shape.one_per or ("email" if preset.is_per_email else "contact")
        before: Line | None = None
        for line, email in self._pairs(one_per, preset):
            for lost in find_lost(preset, line) if line is not before else ():
                self._lost[lost.column] = self._lost.get(lost.column, 0) + 1
            before = line
            yield preset.dump_row(line, email)

    def _counted(self, rows: Iterable[list[str]]) -> Iterator[list[str]]:
        for row in rows:
            self.count += 1
            yield row

    def _pairs(
        self, one_per: str | None = None, preset: "Preset | None" = None
    ) -> Iterator[tuple[Line, str | None]]:
        """Yield a contact at a posting, and the only address of its row, for each row.

        None means that the row has all its addresses.
        """
        wanted = one_per or self._shape.one_per or "posting"
        lines = self._office_lines() if wanted == "office" else self._lines()
        if wanted == "posting":
            yield from ((line, None) for line in lines)
            return
        seen: set[str] = set()
        before: str | None = None
        for line in lines:
            if wanted == "contact" and line.contact.key == before:
                continue
            if wanted == "email":
                if line.contact.key != before:
                    yield from self._email_pairs(line, seen, preset)
            else:
                yield line, None
            before = line.contact.key

    def _email_pairs(
        self, line: Line, seen: set[str], preset: "Preset | None"
    ) -> Iterator[tuple[Line, str]]:
        """Yield the line with each of its addresses that no row has yet."""
        found = preset.find_emails(line) if preset else line.emails
        fresh = [address for address in found if address.casefold() not in seen]
        seen.update(address.casefold() for address in fresh)
        self._without_email += not found
        self._twice += bool(found) and not fresh
        yield from ((line, address) for address in fresh)

    def _lines(self) -> Iterator[Line]:
        for contact in self._listed_contacts(is_counted=False):
            yield from contact_lines(
                [contact],
                self._offices_of(contact),
                only=self._search.office,
                internal=self._shape.internal,
            )

    def _office_lines(self) -> Iterator[Line]:
        """Yield the contact who comes first at each office, among those that were asked for."""
        day = self._search.on or _today()
        wanted = {contact.key for contact in self._listed_contacts(is_counted=False)}
        for office in self._chosen_offices():
            choice = self._directory.choose(office, Rule(day, internal=self._shape.internal))
            here = (duty for duty in choice.duties if duty.contact.key in wanted)
            if (duty := next(here, None)) is not None:
                yield Line(duty.contact, duty.posting, office, self._shape.internal)

    def _listed_contacts(self, *, is_counted: bool = True) -> Iterator[Contact]:
        """Yield the contacts that were asked for; unlisted ones only with --internal."""
        for chunk in self._directory.find_in_chunks(self._search):
            for contact in chunk:
                if contact.unlisted and not self._shape.internal:
                    self._unlisted += 1
                    continue
                self.count += is_counted
                if contact.left_on and self._search.on is None:
                    self._left += contact.has_left(_today())
                yield contact

    def _chosen_offices(self) -> list[Office]:
        """Return the offices that the filters leave, by name."""
        search = self._search
        return [
            office
            for office in self._directory.offices()
            if search.office in {None, office.code} and search.country in {None, office.country}
        ]

    def _offices_of(self, contact: Contact) -> dict[str, Office]:
        codes = [posting.office for posting in contact.postings]
        for code in codes:
            if code not in self._offices:
                self._offices[code] = self._directory.office_by_code(code)
        return {code: self._offices[code] for code in codes}


def _contacts(count: int) -> str:
    return f"{count} {'contact' if count == 1 else 'contacts'}"


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the day of the person who asks


def _field(name: str, line: Line, email: str | None) -> str:
    return email if name == "email" and email is not None else FIELDS[name](line)
