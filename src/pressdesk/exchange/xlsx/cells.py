"""What a raw cell says: a text, a whole number that is taken with care, or what is refused.

A spreadsheet has turned a number, a date or a formula into something other than was entered, and
what was entered cannot be known any more: only whole numbers are taken.
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from pressdesk.exchange.xlsx.parts import Workbook
from pressdesk.exchange.xlsx.rows import RawCell

# Behind these many digits a spreadsheet writes zeros.
_MOST_DIGITS = 15
_LONGEST_NUMBER = 40
_AS_TEXT = "type it again in a cell of the format Text"
# What is shown as it stands in a number format, and colours; [h] stands for hours and stays.
_LITERAL = re.compile(r'"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_ZEROS = re.compile(r"00+")


class Value(NamedTuple):
    """The text of a cell, and why it is refused, if it is.

    The text of a refused cell is for the file of refused rows: it is refused again until it is
    mended, or says what the user saw.
    """

    text: str
    problem: str = ""
    is_number: bool = False


def read_value(book: Workbook, cell: RawCell) -> Value:
    """Judge one cell; raise InvalidFileError for one that no spreadsheet writes."""
    try:
        value = _read_typed(book, cell)
    except (ValueError, IndexError, InvalidOperation) as error:
        place = f"a cell of column {name_column(cell.column)}"
        raise book.package.damaged(place, "is not as a spreadsheet writes it") from error
    # A formula that gives no text says nothing; one that was never worked out lacks the type too.
    if cell.has_formula and (value.text or cell.type != "str"):
        return Value(value.text, "is a formula; paste its value over it as text")
    return value


def name_column(column: int) -> str:
    """Return the letters of a column that is counted from 0: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _read_typed(book: Workbook, cell: RawCell) -> Value:
    text = cell.text
    if cell.type in {"str", "inlineStr"} or not text:
        return Value(text)
    if cell.type == "s":
        return Value(book.texts[int(text)])
    if cell.type == "n":
        return _read_number(book, cell)
    if cell.type == "b":
        word = "TRUE" if int(text) else "FALSE"
        return Value(word, f"is {word}, a value of yes and no; {_AS_TEXT}")
    if cell.type == "d":
        return Value(text, f"is a date; {_AS_TEXT}")
    if cell.type == "e":
        return Value(text, f"is an error of the spreadsheet; {_AS_TEXT}")
    raise ValueError(cell.type)


def _read_number(book: Workbook, cell: RawCell) -> Value:
    if len(cell.text) > _LONGEST_NUMBER:
        raise ValueError(cell.text)
    number = Decimal(cell.text)
    if not number.is_finite():
        raise ValueError(cell.text)
    code = book.formats[cell.style] if 0 < cell.style < len(book.formats) else ""
    if _DATE_LETTERS.search(_LITERAL.sub("", code)):
        text = _date_text(number, counts_from_1904=book.counts_from_1904)
        return Value(text, f"is a date or a time ({text}); {_AS_TEXT}")
    if number.adjusted() >= _MOST_DIGITS:
        return Value(cell.text, f"is a number of more than {_MOST_DIGITS} digits, and a "
                                f"spreadsheet keeps no more; {_AS_TEXT}")  # fmt: skip
    if number != number.to_integral_value():
        return Value(cell.text, f"is a fraction ({cell.text}); {_AS_TEXT}")
    text = str(int(number))
    # The format 0000 shows 230 as 0230, and what is shown is meant.
    return Value(text.zfill(len(code)) if _ZEROS.fullmatch(code) else text, is_number=True)


def _date_text(number: Decimal, *, counts_from_1904: bool) -> str:
    first = datetime(1904, 1, 1) if counts_from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001
    try:
        moment = first + timedelta(seconds=round(float(number) * 86400))
    except OverflowError:
        return str(number)
    if number == number.to_integral_value():
        return moment.date().isoformat()
    return moment.isoformat(" ") if abs(number) >= 1 else moment.time().isoformat()
