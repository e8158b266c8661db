"""Names in the XML of Word, and what its attributes say."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

# Word's elements are called by their bare names ("p"), in transitional and in strict files.
WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
PREFIXES = {
    **dict.fromkeys(WORD, ""),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_SPACE = "http://www.w3.org/XML/1998/namespace}space"


class Languages(NamedTuple):
    """A `w:lang`: the languages of Western, of East Asian and of right-to-left text."""

    western: str | None = None
    eastern: str | None = None
    right_to_left: str | None = None

    @classmethod
    def parse(cls, element: Element) -> "Languages":
        """Read a `w:lang`, or an element with the same attributes."""
        return cls(value(element), value(element, "eastAsia"), value(element, "bidi"))


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute by its local name; None where there is none, or no element."""
    if element is not None:
        for full, text in element.items():
            if full.rpartition("}")[2] == name:
                return text
    return None


def is_on(element: Element) -> bool:
    """Whether an element such as `w:vanish` says yes: it does without a value too."""
    return value(element) not in {"0", "false", "off"}


def text_of(element: Element) -> str:
    """Return the characters of a `w:t` as Word takes them."""
    text = (element.text or "").replace("\t", " ").replace("\r", " ").replace("\n", " ")
    return text.strip(" ") if element.get(_SPACE) is None else text
