"""The bytes of a text file as text and back: not one of them is lost."""

import re
from typing import NamedTuple

from pressdesk.errors import InvalidFileError
from pressdesk.text.visible import quoted

# The marks that a text may begin with (byte order marks), and the codec that each tells.
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
# A byte that is nothing in the encoding comes as a lone surrogate and goes back as it was.
_ERRORS = "surrogateescape"
_LINE_END = re.compile(r"\r\n|\r|\n")
_NUL = (
    "holds a NUL character, which no text has: it is of another kind than its name says, or "
    "UTF-16 without its mark; save it as UTF-8 first"
)
_HALF = "is damaged UTF-16: half a character stands here; save it as UTF-8 first, and look at it"


class Encoded(NamedTuple):
    """A text and what made it of the bytes.

    codec: as Python calls it. bom: the bytes before the text.
    """

    text: str
    codec: str = "utf-8"
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return the bytes of another text in the same encoding."""
        return self.bom + text.encode(self.codec, _ERRORS)

    def refuse_unknown(self, name: str, added: str) -> None:
        """Raise InvalidFileError for a text that the encoding cannot hold; name: the file's."""
        try:
            added.encode(self.codec)
        except UnicodeEncodeError as error:
            raise InvalidFileError(
                name,
                None,
                f"is {_NAMES.get(self.codec, self.codec)}, which has no "
                f"{quoted(error.object[error.start])}; save it as UTF-8 first, or choose another "
                "language",
            ) from error


def find_mark(content: bytes) -> tuple[bytes, str | None]:
    """Return the mark that a text begins with and its codec; b"" and None where it has no mark."""
    return next(((mark, codec) for mark, codec in MARKS if content.startswith(mark)), (b"", None))


def find_unmarked(content: bytes, first: str) -> str | None:
    """Return the codec of UTF-16 without a mark; first: ASCII that such a text must begin with."""
    codecs = ("utf-16-le", "utf-16-be")
    return next((codec for codec in codecs if content.startswith(first.encode(codec))), None)


def decode_bytes(name: str, content: bytes, declared: str | None = None) -> Encoded:
    """Read bytes: by their mark, else as UTF-8, else as they declare, else as Windows-1252.

    name: the file's in messages. declared: the name of an encoding that the text gives itself
    (`<meta charset>`). Raises InvalidFileError, with the line, for what is no text: between halves
    of characters nobody knows what is the release's, and what is ours.
    """
    encoded = _decode(name, content, declared)
    if (place := encoded.text.find("\0")) >= 0:
        raise InvalidFileError(name, _line_at(encoded.text, place), _NUL)
    return encoded


def _decode(name: str, content: bytes, declared: str | None) -> Encoded:
    mark, marked = find_mark(content)
    if marked:
        return _decode_marked(name, content[len(mark) :], marked, mark)
    try:
        return Encoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        codec = _likely(content, declared)
        return Encoded(content.decode(codec, _ERRORS), codec)


def _decode_marked(name: str, content: bytes, codec: str, bom: bytes) -> Encoded:
    if codec == "utf-8":
        return Encoded(content.decode(codec, _ERRORS), codec, bom)
    try:
        return Encoded(content.decode(codec), codec, bom)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(codec)
        raise InvalidFileError(name, _line_at(before, len(before)), _HALF) from error


def _line_at(text: str, place: int) -> int:
    return len(_LINE_END.findall(text[:place])) + 1


def _likely(content: bytes, declared: str | None) -> str:
    """Say what is no whole UTF-8: damaged UTF-8 has more good characters than bad bytes."""
    text = content.decode("utf-8", "surrogateescape")
    odd = sum("\udc80" <= character <= "\udcff" for character in text)
    good = sum(character > "\x7f" for character in text) - odd
    if good > odd:
        return "utf-8"
    known = (declared or "").strip().lower()
    # What a page calls Latin-1 is Windows-1252 (WHATWG Encoding, section 4.2).
    if known in {"", "iso-8859-1", "latin1", "us-ascii", "utf-8", "windows-1252"}:
        return "cp1252"
    try:
        # Only what has a byte for each character can be written back without a doubt.
        if b"x".decode(known) == "x" and bytes(range(32, 127)).decode(known, "strict"):
            content.decode(known, "surrogateescape")
            return known
    except (LookupError, ValueError):
        pass
    return "cp1252"
