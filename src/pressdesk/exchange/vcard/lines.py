"""Bytes to the content lines of each card: where cards begin and end, and what is folded.

All of it on bytes, before anything is decoded: a fold may part a character, and each line may say
its own encoding.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressdesk.files.decoding import find_mark, find_unmarked

# A card with a photo of a few MB is honest; more is no card of somebody.
MOST_CARD_BYTES = 16 * 1024 * 1024
MOST_PROPERTIES = 2_000
_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"


@dataclass(frozen=True, slots=True)
class RawCard:
    """A card, or a stretch of text that is none.

    line: the physical line on which it begins, from 1. lines: what stands between BEGIN and END,
    unfolded. problem: why it cannot be read, or None.
    """

    line: int
    lines: tuple[bytes, ...] = ()
    problem: str | None = None


def as_utf8(content: bytes, errors: str = "strict") -> bytes:
    """Return UTF-16 as UTF-8 and everything else as it came; raise UnicodeDecodeError."""
    mark, marked = find_mark(content)
    codec = marked or find_unmarked(content, "BE")
    content = content.removeprefix(mark)
    return content.decode(codec, errors).encode() if codec and codec != "utf-8" else content


def split_cards(content: bytes) -> Iterator[RawCard]:
    """Yield the cards of a file, and what stands between them as problems.

    content: UTF-8, or any encoding that has ASCII in it. Each card stands alone: one that is not
    closed ends where the next one begins.
    """
    lines = content.splitlines()  # of bytes: at CRLF, LF and CR, and nowhere else
    place = 0
    while place < len(lines):
        start = place
        if is_begin(lines[start]):
            place, body, is_closed = _read_body(lines, start + 1)
            yield _card(start + 1, body, is_closed=is_closed)
            continue
        while place < len(lines) and not is_begin(lines[place]):
            place += 1
        yield from _stray(lines, start, place)


def is_begin(line: bytes) -> bool:
    """Whether a physical line begins a card."""
    return _is(line, _BEGIN)


def _is(line: bytes, delimiter: bytes) -> bool:
    # Files that were joined have a byte order mark in the middle.
    start = line[: len(delimiter) + len(codecs.BOM_UTF8)].removeprefix(codecs.BOM_UTF8)
    return start[: len(delimiter)].upper() == delimiter and (
        line.removeprefix(codecs.BOM_UTF8)[len(delimiter) :].strip() == b""
    )


def _read_body(lines: list[bytes], start: int) -> tuple[int, list[bytes], bool]:
    """Return the place behind a card, its lines, and whether it was closed.

    A card within the card is that of an AGENT (vCard 2.1), and left out.
    """
    body: list[bytes] = []
    depth = 0
    for place in range(start, len(lines)):
        line = lines[place]
        if is_begin(line):
            if not lines[place - 1].strip().upper().endswith(b"AGENT:"):
                return place, body, False
            depth += 1
        elif _is(line, _END):
            if depth == 0:
                return place + 1, body, True
            depth -= 1
        elif depth == 0:
            body.append(line)
    return len(lines), body, False


def _card(line: int, body: list[bytes], *, is_closed: bool) -> RawCard:
    if not is_closed:
        return RawCard(line, problem="has no END:VCARD before the next card or the end of the file")
    if sum(map(len, body)) > MOST_CARD_BYTES:
        return RawCard(line, problem=f"is larger than {MOST_CARD_BYTES // 1024**2} MB")
    whole = unfold(body)
    if len(whole) > MOST_PROPERTIES:
        return RawCard(line, problem=f"has more than {MOST_PROPERTIES} properties")
    inner = next((line for line in whole if line[:6].upper() == b"BEGIN:"), None)
    if inner is not None:
        return RawCard(line, problem="holds something else within it that begins with BEGIN:")
    return RawCard(line, tuple(whole))


def _stray(lines: list[bytes], start: int, end: int) -> Iterator[RawCard]:
    """Report text between cards once, however long it is; blank lines are nothing."""
    inked = [place for place in range(start, end) if lines[place].strip()]
    if not inked:
        return
    is_card = any(_is(lines[place], _END) for place in inked)
    what = "has an END:VCARD without its BEGIN:VCARD" if is_card else "is no vCard"
    count = len(inked)
    reason = f"{what} ({count} {'line' if count == 1 else 'lines'} outside the cards)"
    yield RawCard(inked[0] + 1, problem=reason)


@dataclass(slots=True)
class _Whole:
    """A content line while its parts are collected; what its head says of how it goes on."""

    parts: list[bytes]
    is_quoted: bool = field(init=False)
    is_base64: bool = field(init=False)

    def __post_init__(self) -> None:
        head = self.parts[0].partition(b":")[0].upper()
        self.is_quoted = b"QUOTED-PRINTABLE" in head
        self.is_base64 = b"BASE64" in head or b"ENCODING=B" in head

    def is_open(self) -> bool:
        """Whether the last part ends with the soft line break of quoted-printable."""
        return self.is_quoted and self.parts[-1].endswith(b"=")


def unfold(body: list[bytes]) -> list[bytes]:
    """Join the parts of folded lines: those of white space, of quoted-printable, of base64."""
    # In 2.1 the space at a fold belongs to the text; since 3.0 it does not.
    is_old = any(line[:11].strip().upper() == b"VERSION:2.1" for line in body)
    wholes: list[_Whole] = []
    is_after_blank = True
    for line in body:
        last = wholes[-1] if wholes else None
        if last and last.is_open():
            last.parts[-1] = last.parts[-1][:-1]
            last.parts.append(line)
        elif last and _continues(line, last, is_after_blank=is_after_blank):
            last.parts.append(line if is_old or not line.startswith((b" ", b"\t")) else line[1:])
        elif line.strip():
            wholes.append(_Whole([line]))
        is_after_blank = not line.strip()
    return [b"".join(whole.parts) for whole in wholes]


def _continues(line: bytes, last: _Whole, *, is_after_blank: bool) -> bool:
    if line.startswith((b" ", b"\t")):
        # A fold may leave nothing but a space on its line; behind a blank line it is none.
        return bool(line.strip()) or not is_after_blank
    # Some old programs do not indent base64; a property would have a colon.
    return last.is_base64 and not is_after_blank and bool(line) and b":" not in line
