"""Records on stdout, in the format that was asked for: one door for find and the lists."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from pressdesk.cli.screen import output
from pressdesk.errors import OptionsError
from pressdesk.exchange.lines import DEFAULT_FIELDS, FIELDS, SCREEN_FIELDS, Line

T = TypeVar("T")


class Manner(NamedTuple):
    """How records are written.

    form: a name of the option --format, or None for what the place asks for. fields: the names from
    --fields. header: whether a line of names comes first. null: NUL ends a record instead of LF.
    full: do not cut cells of a table.
    """

    form: str | None = None
    fields: str | None = None
    header: bool = False
    null: bool = False
    full: bool = False

    @property
    def chosen(self) -> str:
        """The format: a table on a terminal, TSV in a pipe, unless one is named."""
        if self.form:
            return self.form
        return "table" if output.is_terminal() and not self.null else "tsv"


def write_contacts(lines: Sequence[Line], manner: Manner) -> None:
    """Write contacts, a line for each posting."""
    match manner.chosen:
        case "json" | "jsonl":
            from pressdesk.exchange.json.writing import contact_data

            # Each contact once, whole, whatever postings matched.
            contacts = list({line.contact.key: line.contact for line in lines}.values())
            write_records(contacts, manner, contact_data, {}, ())
        case "vcard":
            _write_cards(lines)
        case "email" | "mutt" | "aerc":
            _write_addresses(lines, manner)
        case _:
            default = SCREEN_FIELDS if manner.chosen == "table" else DEFAULT_FIELDS
            write_fields(lines, manner, FIELDS, default)


def write_records(
    records: Sequence[T],
    manner: Manner,
    data: Callable[[T], object],
    known: Mapping[str, Callable[[T], str]],
    default: Sequence[str],
) -> None:
    """Write records in any format; data: makes the JSON of one. Else see `write_fields`."""
    match manner.chosen:
        case "json":
            output.write_json([data(record) for record in records])
        case "jsonl":
            output.write_json_lines(map(data, records))
        case _:
            write_fields(records, manner, known, default)


def write_fields(
    records: Iterable[T],
    manner: Manner,
    known: Mapping[str, Callable[[T], str]],
    default: Sequence[str],
) -> None:
    """Write chosen fields of records as a table, TSV or CSV; raise OptionsError for a wrong one."""
    names = chosen_fields(manner.fields, known, default)
    rows = ([known[name](record) for name in names] for record in records)
    if manner.chosen == "table":
        output.write_table(names, rows, full=manner.full)
    elif manner.chosen == "csv":
        from pressdesk.exchange.csv.writing import dump_rows

        output.write_lines(dump_rows(names, rows))
    else:
        output.write_rows([names, *rows] if manner.header else rows, end=_end(manner))


def chosen_fields(
    text: str | None, known: Mapping[str, object], default: Sequence[str]
) -> Sequence[str]:
    """Read --fields; raise OptionsError with the names that there are."""
    if text is None:
        return default
    names = [name.strip() for name in text.split(",") if name.strip()]
    wrong = [name for name in names if name not in known]
    if wrong or not names:
        raise OptionsError(
            f"--fields: there is no field {', '.join(wrong) or 'named'}; "
            f"choose from {', '.join(known)}"
        )
    return names


# What lines are sorted by.
ORDERS: dict[str, Callable[[Line], Any]] = {
    "name": lambda line: _fold(line.contact.sort_text),
    "office": lambda line: (line.office is None, _fold(FIELDS["office"](line))),
    "country": lambda line: (line.office is None, FIELDS["country"](line)),
    "verified": FIELDS["verified_on"],
}


def sort_lines(lines: Iterable[Line], order: str) -> list[Line]:
    """Sort lines by one of ORDERS; verified: by the day, the longest ago first. It is stable."""
    return sorted(lines, key=ORDERS[order])


def _fold(text: str) -> str:
    from pressdesk.text.folding import fold

    return fold(text)


def _write_cards(lines: Iterable[Line]) -> None:
    from pressdesk.exchange.vcard.writing import dump_card

    firsts: dict[str, Line] = {}
    for line in lines:
        firsts.setdefault(line.contact.key, line)
    for line in firsts.values():
        output.write(dump_card(line))


def _write_addresses(lines: Sequence[Line], manner: Manner) -> None:
    from itertools import islice

    from pressdesk.exchange.address_format import AERC_LINES, email_lines, query_lines

    if manner.chosen == "email":
        found: Iterator[str] = email_lines(lines)
    else:
        found = query_lines(lines)
    if manner.chosen == "aerc":
        found = islice(found, AERC_LINES)
    if manner.chosen == "mutt":
        answers = list(found)
        count = f"{len(answers)} address{'' if len(answers) == 1 else 'es'} found"
        output.write_rows([[count]])
        found = iter(answers)
    for text in found:
        output.write(output.one_line(text, keep_tabs=True) + _end(manner))


def _end(manner: Manner) -> str:
    return "\0" if manner.null else "\n"
