"""Names in the XML of Word: both kinds of its namespaces, and the values of attributes."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pressdesk.office_zip.events import SEPARATOR

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
SPACE = f"http://www.w3.org/XML/1998/namespace{SEPARATOR}space"

# Attributes as Expat gives them: names and values by turns.
Attributes = list[str]


class Languages(NamedTuple):
    """A `w:lang`: the languages of Western, of East Asian and of right-to-left text."""

    western: str | None = None
    eastern: str | None = None
    right_to_left: str | None = None

    @classmethod
    def parse(cls, attributes: Attributes) -> "Languages":
        """Read the attributes of a `w:lang`."""
        return cls(value(attributes), value(attributes, "eastAsia"), value(attributes, "bidi"))


def value(attributes: Attributes, name: str = "val") -> str | None:
    """Give an attribute by its local name; None where there is none."""
    for place in range(0, len(attributes), 2):
        if attributes[place].rpartition(SEPARATOR)[2] == name:
            return attributes[place + 1]
    return None


def is_on(attributes: Attributes) -> bool:
    """Ask whether an element such as `w:vanish` says yes: it does without a value too."""
    return value(attributes) not in {"0", "false", "off"}


def full_names(
    namespaces: tuple[str, ...], handlers: Mapping[str, Callable[..., object]]
) -> dict[str, Callable[..., object]]:
    """Give a table of handlers by local names under the names that Expat tells."""
    return {
        f"{namespace}{SEPARATOR}{name}": handler
        for namespace in namespaces
        for name, handler in handlers.items()
    }
