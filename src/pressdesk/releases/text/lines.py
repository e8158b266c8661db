"""Lines of a text with their own ends, and blocks among them that can be taken off again."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple, TypeVar

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = re.compile(r"(?:\r\n|\r|\n)\Z")

_Place = TypeVar("_Place")


class Lines(NamedTuple):
    """A text cut behind each line end (CR LF, LF, CR; no other), and its lines without them."""

    raw: tuple[str, ...]
    plain: tuple[str, ...]


def cut_lines(text: str) -> Lines:
    """Cut a text; joined again the raw lines are the text."""
    raw = tuple(_LINE.findall(text))
    return Lines(raw, tuple(one.rstrip("\r\n") for one in raw))


def line_end_of(before: str, after: str = "") -> str:
    """Give the line end that holds at a place: the last one before it, else the next behind it."""
    ends = re.findall(r"\r\n|\r|\n", before[-10_000:]) or re.findall(r"\r\n|\r|\n", before)
    if ends:
        return str(ends[-1])
    found = re.search(r"\r\n|\r|\n", after)
    return found[0] if found else "\n"


def put_between(before: str, block: str, after: str) -> str:
    """Put a block between two parts of a text, so that `take_out` gives the text back.

    before ends with a line end unless after is empty; after begins with a line that has a text.
    block: its lines, with LF.

    At the end one blank line parts it from the text, and it ends in a line end where the text did.
    In the middle a blank line follows where one stands before; else one is put before it, and none
    follows: by that `take_out` knows which it was.
    """
    end = line_end_of(before, after)
    own = block.rstrip("\n").replace("\n", end)
    if not after:
        if not before:
            return own + end
        return f"{before}{end}{own}{end}" if _END.search(before) else f"{before}{end}{end}{own}"
    if _ends_blank(before):
        return f"{before}{own}{end}{end}{after}"
    return f"{before}{end}{own}{end}{after}"


def take_out(before: str, block: str, after: str) -> str:
    """Give the text from before a block was put in.

    before, after: what stands around its lines. block: with its last line end, where it has one.
    """
    if not after:
        if not before:
            return ""
        return _without_end(before) if _END.search(block) else _without_end(_without_end(before))
    if _begins_blank(after):
        return before + after[len(_first_end(after)) :]
    return _without_end(before) + after


def replace_block(before: str, old: str, block: str, after: str) -> str:
    """Put a block in the place of another; it ends in a line end where that one did."""
    end = line_end_of(before, old + after)
    own = block.rstrip("\n").replace("\n", end)
    return before + own + (_first_end(old[len(old.rstrip("\r\n")) :]) or "") + after


def left_out(places: Sequence[_Place], kept: Collection[int]) -> list[_Place]:
    """Return those of some places whose number is not among the kept ones."""
    return [place for number, place in enumerate(places) if number not in kept]


def take_out_all(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Give a text from before its blocks were put in; places: their offsets, in order."""
    for start, end in reversed(places):
        text = take_out(text[:start], text[start:end], text[end:])
    return text


def replace_all(text: str, places: Sequence[tuple[int, int]], own: Sequence[str | None]) -> str:
    """Put other blocks in the places of those that are there; None leaves one as it is."""
    for (start, end), block in reversed(list(zip(places, own, strict=True))):
        if block is not None:
            text = replace_block(text[:start], text[start:end], block, text[end:])
    return text


def spans(lines: Lines, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give offsets in the text for indexes of lines, first and last both included."""
    offsets = [0]
    for one in lines.raw:
        offsets.append(offsets[-1] + len(one))
    return [(offsets[first], offsets[last + 1]) for first, last in places]


def _ends_blank(text: str) -> bool:
    """Ask whether a text is empty, or its last line is."""
    rest = _without_end(text)
    return not text or not rest or rest.endswith(("\n", "\r"))


def _begins_blank(text: str) -> bool:
    return text.startswith(("\n", "\r"))


def _first_end(text: str) -> str:
    found = re.match(r"\r\n|\r|\n", text)
    return found[0] if found else ""


def _without_end(text: str) -> str:
    """Take one line end off."""
    found = _END.search(text)
    return text[: found.start()] if found else text
