"""What a row is, how rows are taken, and what becomes of one that is refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from pressdesk.errors import (
    AmbiguousError,
    InvalidValueError,
    NoSwitchboardError,
    NotFoundError,
    PressdeskError,
    Scope,
)
from pressdesk.exchange.report import Item, Problem, Status
from pressdesk.exchange.sheet import Record, Sheet
from pressdesk.model.fields import OFFICE, ROW
from pressdesk.text.visible import quoted

# The columns of contacts and of offices, by what messages call their fields, and whether they are
# of one language: the last part of such a column is its tag.
_COLUMNS = {
    is_offices: {("e-mail", False): "email"} | {
        (field.called, field.kind.is_by_language): field.column
        for field in fields
        if field.column != "posting_title"
    }
    for is_offices, fields in ((True, OFFICE), (False, ROW))
}  # fmt: skip

_GIVE_NUMBERS = (
    "extensions need a switchboard: import the offices first, with their switchboard "
    "(`pressdesk export --offices` shows the columns), or give whole numbers in the column phone"
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How rows are taken.

    allow_possible: take numbers that are only possible. shared_extension: let two contacts of one
    switchboard have the same extension. skips_known: leave what was stored before as it is.
    creates_offices: make the offices that contacts name and nobody has. region: the country
    (alpha-2) of numbers without "+", and of offices that are made. same_name_is_same: take who has
    the name of somebody at the office for the same, whatever the addresses and numbers.
    keep_numbers: numbers stay as they are where an office gets another switchboard. takes_former:
    store again what was given up.
    """

    allow_possible: bool = False
    shared_extension: bool = False
    skips_known: bool = False
    creates_offices: bool = False
    region: str | None = None
    same_name_is_same: bool = False
    keep_numbers: bool = False
    takes_former: bool = False


class Row(NamedTuple):
    """A row and the file that it stands in; place: among the rows of all files."""

    place: int
    sheet: Sheet
    record: Record


Taken = tuple[Row, Item]


def guarded(row: Row, take: Callable[[], _T]) -> _T | Item:
    """Do one thing with a row; a refusal becomes an item of the report."""
    _, sheet, record = row
    if record.problem:
        return _refused(sheet, record, record.problem)
    try:
        return take()
    except PressdeskError as error:
        if error.scope > Scope.ROW:
            raise
        return _refused(sheet, record, _problem(sheet, error))


def _problem(sheet: Sheet, error: PressdeskError) -> Problem:
    """Name the column that an error speaks of, in the words of pressdesk's own CSV."""
    if isinstance(error, NoSwitchboardError):
        return Problem("ext", f"{quoted(error.text)}: {error.reason}", _GIVE_NUMBERS)
    if isinstance(error, InvalidValueError):
        columns = _COLUMNS[sheet.is_offices]
        column = columns.get((error.field, error.language is not None), error.field)
        return Problem(column + (error.language or ""), error.problem)
    if isinstance(error, NotFoundError | AmbiguousError):
        column = "reports_to" if sheet.is_offices else "office"
        if isinstance(error, NotFoundError):
            return Problem(column, error.reason, error.remedy)
        return Problem(column, str(error))
    return Problem("", str(error))


def _refused(sheet: Sheet, record: Record, problem: Problem) -> Item:
    one_line = replace(problem, reason=" ".join(problem.reason.split()))
    return Item(
        sheet.name, record.line, Status.REFUSED, None, (one_line,), warnings=record.warnings
    )
