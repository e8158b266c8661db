"""The bytes of a text file as text and back: not one of them is lost, whatever they are."""

from typing import NamedTuple

from pressdesk.errors import InvalidFileError
from pressdesk.visible import quoted

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}
# Bytes that are nothing in the encoding come as lone surrogates and go back as they were; in UTF-16
# lone surrogates can be in the file itself.
_ERRORS = {"utf-16-le": "surrogatepass", "utf-16-be": "surrogatepass"}


class Encoded(NamedTuple):
    """A text and what made it of the bytes.

    codec: as Python calls it. bom: the bytes before the text. tail: half a character at the end.
    """

    text: str
    codec: str = "utf-8"
    bom: bytes = b""
    tail: bytes = b""

    def encode(self, text: str) -> bytes:
        """Give the bytes of another text in the same encoding."""
        return (
            self.bom
            + text.encode(self.codec, _ERRORS.get(self.codec, "surrogateescape"))
            + self.tail
        )

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


def decode_bytes(content: bytes, declared: str | None = None) -> Encoded:
    """Read bytes: by their mark, else as UTF-8, else as they declare, else as Windows-1252.

    declared: the name of an encoding that the text gives itself (`<meta charset>`).
    """
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return _decode(content[len(bom) :], codec, bom)
    try:
        return Encoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode(content, _likely(content, declared), b"")


def _decode(content: bytes, codec: str, bom: bytes) -> Encoded:
    tail = content[-1:] if codec.startswith("utf-16") and len(content) % 2 else b""
    whole = content[: len(content) - len(tail)]
    text = whole.decode(codec, _ERRORS.get(codec, "surrogateescape"))
    return Encoded(text, codec, bom, tail)


def _likely(content: bytes, declared: str | None) -> str:
    """Say what is no whole UTF-8: damaged UTF-8 has more good characters than bad bytes."""
    text = content.decode("utf-8", "surrogateescape")
    odd = sum("\udc80" <= one <= "\udcff" for one in text)
    good = sum(one > "\x7f" for one in text) - odd
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
