"""The text of runs: which of it is seen, in which language, and how it is formatted."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from pressdesk.office_zip.events import Parser, find_end
from pressdesk.releases.docx.flow import Flow
from pressdesk.releases.docx.names import SPACE, Attributes, Languages, is_on, value
from pressdesk.releases.docx.paragraph import Span
from pressdesk.releases.docx.symbols import read_symbol

_HIDDEN = "hidden text"
_BLANKS = str.maketrans("\t\r\n", "   ")


class _Run(NamedTuple):
    """What the properties of a run say of its text."""

    is_hidden: bool = False
    properties: Span | None = None
    language: Languages | None = None


class Runs:
    """The runs of a part, as they are read.

    hides: how many fields are open whose code is read now, which nobody sees. languages: how many
    characters are in which languages; None for those of the document.
    """

    def __init__(
        self, xml: bytes, parser: Parser, flow: Flow, hidden_styles: frozenset[str]
    ) -> None:
        self.hides = 0
        self.languages: Counter[Languages | None] = Counter()
        self._xml = xml
        self._parser = parser
        self._flow = flow
        self._hidden_styles = hidden_styles
        self._run = _Run()
        self._outer: list[_Run] = []
        self._start = 0
        self._of_paragraph = False
        self._text: list[str] = []
        self._keeps_blanks = False

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """Give the handlers of beginnings by local names."""
        return {
            "pPr": self._begin_paragraph_properties,
            "pStyle": self._read_paragraph_style,
            "numPr": self._read_numbering,
            "r": self._begin_run,
            "rPr": self._begin_properties,
            "rStyle": self._read_style,
            "vanish": self._read_vanish,
            "lang": self._read_language,
            "t": self.begin_text,
            "tab": self._add_tab,
            "ptab": self._add_tab,
            "br": self._break_line,
            "cr": self._break_line,
            "noBreakHyphen": self._add_hyphen,
            "sym": self._add_symbol,
        }

    def ends(self) -> dict[str, Callable[[], None]]:
        """Give the handlers of ends by local names."""
        return {
            "pPr": self._end_paragraph_properties,
            "rPr": self._end_properties,
            "t": self._end_text,
        }

    def begin_paragraph(self) -> None:
        """Forget the run before."""
        self._run = _Run()

    def begin_box(self) -> None:
        """Keep the run in which a text box stands."""
        self._outer.append(self._run)

    def end_box(self) -> None:
        """Go on in it."""
        self._run = self._outer.pop()

    def end_paragraph_mark(self, oddity: str) -> None:
        """Let the next paragraph go on in the line: the end of this one is deleted or hidden."""
        if self._flow.paragraph:
            self._flow.paragraph.ends_line = False
            self._flow.paragraph.oddity = oddity

    @property
    def is_in_paragraph_properties(self) -> bool:
        """Ask whether what is read is said of the paragraph, or of its end."""
        return self._of_paragraph

    def begin_text(self, attributes: Attributes) -> None:
        """Listen to characters; who began must take them."""
        self._keeps_blanks = SPACE in attributes
        self._parser.CharacterDataHandler = self._text.append

    def take_text(self) -> str:
        """Give the characters, as Word takes them."""
        self._parser.CharacterDataHandler = None
        text = "".join(self._text).translate(_BLANKS)
        self._text.clear()
        return text if self._keeps_blanks else text.strip(" ")

    def _begin_paragraph_properties(self, _attributes: Attributes) -> None:
        self._of_paragraph = True
        self._start = self._parser.CurrentByteIndex

    def _end_paragraph_properties(self) -> None:
        self._of_paragraph = False
        if self._flow.paragraph:
            self._flow.paragraph.properties = self._span()

    def _read_paragraph_style(self, attributes: Attributes) -> None:
        if self._flow.paragraph:
            self._flow.paragraph.style = value(attributes) or ""
            self._flow.paragraph.is_hidden = value(attributes) in self._hidden_styles

    def _read_numbering(self, _attributes: Attributes) -> None:
        if self._flow.paragraph:
            self._flow.paragraph.is_numbered = True

    def _begin_run(self, _attributes: Attributes) -> None:
        paragraph = self._flow.paragraph
        self._run = _Run(is_hidden=paragraph is not None and paragraph.is_hidden)

    def _begin_properties(self, _attributes: Attributes) -> None:
        if not self._of_paragraph:
            self._start = self._parser.CurrentByteIndex

    def _end_properties(self) -> None:
        if not self._of_paragraph:
            self._run = self._run._replace(properties=self._span())

    def _span(self) -> Span:
        return self._start, find_end(self._xml, self._start, self._parser.CurrentByteIndex)

    def _read_style(self, attributes: Attributes) -> None:
        if not self._of_paragraph and value(attributes) in self._hidden_styles:
            self._run = self._run._replace(is_hidden=True)

    def _read_vanish(self, attributes: Attributes) -> None:
        if not self._of_paragraph:
            self._run = self._run._replace(is_hidden=is_on(attributes))
        elif is_on(attributes):
            self.end_paragraph_mark(_HIDDEN)

    def _read_language(self, attributes: Attributes) -> None:
        if not self._of_paragraph:
            self._run = self._run._replace(language=Languages.parse(attributes))

    def _end_text(self) -> None:
        self._add(self.take_text())

    def _add_tab(self, _attributes: Attributes) -> None:
        if not self._of_paragraph:  # where it is a stop of the ruler
            self._add("\t")

    def _add_hyphen(self, _attributes: Attributes) -> None:
        self._add("-")

    def _add_symbol(self, attributes: Attributes) -> None:
        self._add(read_symbol(value(attributes, "font"), value(attributes, "char")))

    def _break_line(self, _attributes: Attributes) -> None:
        if self._flow.paragraph and not self.hides and not self._run.is_hidden:
            self._flow.paragraph.break_line()

    def _add(self, text: str) -> None:
        paragraph = self._flow.paragraph
        if not text or paragraph is None or self.hides:
            return
        if self._run.is_hidden:
            paragraph.oddity = _HIDDEN
            return
        paragraph.add(text)
        paragraph.run = paragraph.run or self._run.properties or (0, 0)
        self.languages[self._run.language] += len(text)
