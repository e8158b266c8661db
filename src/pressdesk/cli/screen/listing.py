"""Records on stdout, in the format that was asked for: find and every list write through here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.screen import output
from pressdesk.errors import OptionsError
from pressdesk.exchange.lines import DEFAULT_FIELDS, FIELDS, SCREEN_FIELDS, Line

T = TypeVar("T")


def write_contacts(lines: Sequence[Line], shape: ListShape) -> None:
    """Write contacts, a line for each posting."""
    match shape.chosen:
        case "json" | "jsonl":
            from pressdesk.exchange.json.writing import contact_data

            # Each contact once, whole, whatever postings matched.
            contacts = list({line.contact.key: line.contact for line in lines}.values())
            write_records(contacts, shape, contact_data, {}, ())
        case "vcard":
            _write_cards(lines)
        case "email" | "mutt" | "aerc":
            _write_addresses(lines, shape)
        case _:
            default = SCREEN_FIELDS if shape.chosen == "table" else DEFAULT_FIELDS
            write_fields(lines, shape, FIELDS, default)


def write_records(
    records: Sequence[T],
    shape: ListShape,
    data: Callable[[T], object],
    known: Mapping[str, Callable[[T], str]],
    default: Sequence[str],
) -> None:
    """Write records in any format; data: makes the JSON of one. Else see `write_fields`."""
    match shape.chosen:
        case "json":
            output.write_json([data(record) for record in records])
        case "jsonl":
            output.write_json_lines(map(data, records))
        case _:
            write_fields(records, shape, known, default)


def write_fields(
    records: Iterable[T],
    shape: ListShape,
    known: Mapping[str, Callable[[T], str]],
    default: Sequence[str],
) -> None:
    """Write chosen fields of records as a table, TSV or CSV; raise OptionsError for a wrong one."""
    names = chosen_fields(shape.fields, known, default)
    rows = ([known[name](record) for name in names] for record in records)
    if shape.chosen == "table":
        output.write_table(names, rows, full=shape.full)
    elif shape.chosen == "csv":
        from pressdesk.exchange.csv.writing import dump_rows

        output.write_lines(dump_rows(names, rows))
    else:
        output.write_rows([names, *rows] if shape.header else rows, end=_end(shape))


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


def _write_addresses(lines: Sequence[Line], shape: ListShape) -> None:
    from itertools import islice

    from pressdesk.exchange.address_format import AERC_LINES, email_lines, query_lines

    if shape.chosen == "email":
        found: Iterator[str] = email_lines(lines)
    else:
        found = query_lines(lines)
    if shape.chosen == "aerc":
        found = islice(found, AERC_LINES)
    if shape.chosen == "mutt":
        answers = list(found)
        count = f"{len(answers)} address{'' if len(answers) == 1 else 'es'} found"
        output.write_rows([[count]])
        found = iter(answers)
    for text in found:
        output.write(output.one_line(text, keep_tabs=True) + _end(shape))


def _end(shape: ListShape) -> str:
    return "\0" if shape.null else "\n"
