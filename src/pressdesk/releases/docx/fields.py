"""Links and fields of Word: the code of a field is not seen, its result is."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pressdesk.releases.docx.flow import Flow
from pressdesk.releases.docx.names import Attributes, value
from pressdesk.releases.docx.runs import Runs

# Begins the target of a link that a part only names: its list of relations says what it is.
RELATION = "\0"
_HYPERLINK = re.compile(
    r"\s*HYPERLINK\s+(?P<switches>(?:\\[a-z]\s+)*)\"(?P<target>[^\"]*)\"", re.IGNORECASE
)


def find_target(code: str) -> str | None:
    r"""Find where the code of a field links to (`HYPERLINK "mailto:…"`, `HYPERLINK \l "place"`).

    None for the codes of all other fields.
    """
    found = _HYPERLINK.match(code)
    if found is None:
        return None
    return ("#" if "\\l" in found["switches"].lower() else "") + found["target"]


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    shows: bool = False
    is_link: bool = False


class Fields:
    """The links and fields that are open where the reading is."""

    def __init__(self, flow: Flow, runs: Runs) -> None:
        self._flow = flow
        self._runs = runs
        self._open: list[_Field] = []
        self._simple: list[bool] = []

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """Give the handlers of beginnings by local names."""
        return {
            "hyperlink": self._begin_link,
            "fldSimple": self._begin_simple,
            "fldChar": self._read_character,
            "instrText": self._runs.begin_text,
        }

    def ends(self) -> dict[str, Callable[[], None]]:
        """Give the handlers of ends by local names."""
        return {
            "hyperlink": self._end_link,
            "fldSimple": self._end_simple,
            "instrText": self._end_code,
        }

    def __len__(self) -> int:
        return len(self._open)

    def end_paragraph(self) -> None:
        """Forget codes that have no end in their paragraph: else the rest would not be seen."""
        if self._runs.hides:
            self._open = [one for one in self._open if one.shows]
            self._runs.hides = 0

    def _begin_link(self, attributes: Attributes) -> None:
        relation, anchor = value(attributes, "id"), value(attributes, "anchor")
        self._open_link(f"{RELATION}{relation}" if relation else f"#{anchor or ''}")

    def _end_link(self) -> None:
        if self._flow.paragraph:
            self._flow.paragraph.close_link()

    def _open_link(self, target: str) -> None:
        if self._flow.paragraph:
            self._flow.paragraph.open_link(target)

    def _begin_simple(self, attributes: Attributes) -> None:
        target = find_target(value(attributes, "instr") or "")
        self._simple.append(target is not None)
        if target is not None:
            self._open_link(target)

    def _end_simple(self) -> None:
        if self._simple.pop():
            self._end_link()

    def _read_character(self, attributes: Attributes) -> None:
        kind = value(attributes, "fldCharType")
        if kind == "begin":
            self._open.append(_Field())
            self._runs.hides += 1
        elif kind == "separate":
            self._separate()
        elif kind == "end" and self._open:
            last = self._open.pop()
            self._runs.hides -= not last.shows
            if last.is_link:
                self._end_link()

    def _end_code(self) -> None:
        code = self._runs.take_text()
        if self._open:
            self._open[-1].code.append(code)

    def _separate(self) -> None:
        """Begin the result of a field."""
        if not self._open or self._open[-1].shows:
            return
        last = self._open[-1]
        last.shows = True
        self._runs.hides -= 1
        target = find_target("".join(last.code))
        if target is not None:
            last.is_link = True
            self._open_link(target)
