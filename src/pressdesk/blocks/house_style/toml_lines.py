"""Where something stands in a TOML text: tomllib tells it of mistakes in the syntax alone."""

import re
from collections.abc import Generator, Iterator

# The keys, and the places in arrays, that lead to something.
Where = tuple[str | int, ...]

_BITS = re.compile(
    r"""(?P<skip>[ \t\r]+|\#[^\n]*)
    |\"{3}(?:\\.|[^\\])*?\"{3,5}(?!\")   # up to two quotation marks may stand before the end
    |'{3}.*?'{3,5}(?!')
    |\"(?:\\.|[^\"\\])*\"
    |'[^']*'
    |[\n\[\]{}=,]
    |[^\s\[\]{}=,\#\"']+""",
    re.DOTALL | re.VERBOSE,
)
_Bit = tuple[str, int]
# Nobody asks for deeper keys; a dotted one of a hundred names would cost its square.
_DEEPEST = 8


def find_line(text: str, where: Where) -> int | None:
    """Find the line (from 1) of a key or of an item of an array, else of what it belongs to.

    text: valid TOML. Keys with escapes in them are not found: this is for people, who write none.
    """
    lines: dict[Where, int] = {}
    for place, line in _in_table((), _bits(text)):
        lines.setdefault(place, line)
    for length in range(len(where), 0, -1):
        if where[:length] in lines:
            return lines[where[:length]]
    return None


def _bits(text: str) -> Iterator[_Bit]:
    line = 1
    for bit in _BITS.finditer(text):
        if not bit["skip"]:
            yield bit[0], line
        line += bit[0].count("\n")


def _in_table(path: Where, bits: Iterator[_Bit], end: str = "") -> Iterator[tuple[Where, int]]:
    """Give what is in a table; end: what closes it, nothing for the whole text."""
    for bit, line in bits:
        if bit == end:
            return
        if bit in {"\n", ",", "]"}:
            continue
        if bit == "[":  # a header; that of an array of tables has two, which makes no difference
            path = tuple(_names(bits, "]"))
            yield from _with_tables((), path, line)
            continue
        key = (*path, *_split(bit), *_names(bits, "="))
        yield from _with_tables(path, key, line)
        closing = yield from _in_value(key, bits, {"\n", ",", end})
        if closing == end:
            return


def _in_value(
    path: Where, bits: Iterator[_Bit], ends: set[str]
) -> Generator[tuple[Where, int], None, str]:
    """Give what is in a value; what ended it is the generator's own value."""
    bit, line = next(bits, ("\n", 0))
    if bit == "[":
        yield from _in_array(path, bits)
    elif bit == "{":
        yield from _in_table(path, bits, "}")
    while bit not in ends:  # the time behind a date is a bit of its own
        bit, line = next(bits, ("\n", line))
    return bit


def _in_array(path: Where, bits: Iterator[_Bit]) -> Iterator[tuple[Where, int]]:
    place = 0
    for bit, line in bits:
        if bit == "]":
            return
        if bit == ",":
            place += 1
        elif bit != "\n":
            yield (*path, place), line
            if bit == "[":
                yield from _in_array((*path, place), bits)
            elif bit == "{":
                yield from _in_table((*path, place), bits, "}")


def _with_tables(path: Where, key: Where, line: int) -> Iterator[tuple[Where, int]]:
    """Give a dotted key and each table that it names on the way."""
    for length in range(len(path) + 1, min(len(key), _DEEPEST) + 1):
        yield key[:length], line


def _names(bits: Iterator[_Bit], end: str) -> Iterator[str]:
    for bit, _ in bits:
        if bit == end:
            return
        if bit != "[":
            yield from _split(bit)


def _split(bit: str) -> list[str]:
    """Part a bare key at its dots; a quoted one is a single name."""
    return [bit[1:-1]] if bit[0] in "\"'" else [name for name in bit.split(".") if name]
