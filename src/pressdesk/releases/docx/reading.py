"""What a reader sees of one part of a Word document: its body, a header, its footnotes."""

from collections.abc import Callable, Mapping
from functools import partial

from pressdesk.office_zip.events import make_parser
from pressdesk.releases.docx.fields import Fields
from pressdesk.releases.docx.flow import Flow
from pressdesk.releases.docx.names import (
    COMPATIBILITY,
    MATH,
    WORD,
    Attributes,
    full_names,
    value,
)
from pressdesk.releases.docx.paragraph import Paragraph
from pressdesk.releases.docx.runs import Runs

_CHANGES = "tracked changes"
# What a file keeps beside what is seen: former formatting, and how East Asian words are read.
_UNSEEN = ("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
           "rt")  # fmt: skip
_ODDITIES = {
    "ins": _CHANGES,
    "moveTo": _CHANGES,
    "commentRangeStart": "a comment",
    "commentRangeEnd": "a comment",
    "commentReference": "a comment",
    "footnoteReference": "a footnote",
    "endnoteReference": "a footnote",
    "drawing": "a picture",
    "pict": "a picture",
    "object": "a picture",
    "sectPr": "a section break",
    "permStart": "a protected range",
    "permEnd": "a protected range",
}
_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}
# The part itself is 1, the body of a document 2, and the paragraphs and tables in it are 3.
TOP = 3
# Word itself gives up long before.
_MOST_DEPTH = 1000

Starts = Mapping[str, Callable[[Attributes], None]]
Ends = Mapping[str, Callable[[], object]]


class PartReading:
    """One part, read once: `flow.lines` is what is seen of it.

    xml: in UTF-8. hidden_styles: the ids of styles whose text is not seen.
    """

    def __init__(self, xml: bytes, hidden_styles: frozenset[str] = frozenset()) -> None:
        self.xml = xml
        self.flow = Flow()
        self.parser = make_parser()
        self.runs = Runs(xml, self.parser, self.flow, hidden_styles)
        self._fields = Fields(self.flow, self.runs)
        self._fields_before = 0
        self._choices: list[bool] = []
        self._unseen = 0
        self.depth = 0
        self._starts = full_names(WORD, {**self.starts(), **self.runs.starts(),
                                         **self._fields.starts()})  # fmt: skip
        self._starts |= full_names(MATH, {"t": self.runs.begin_text})
        self._starts |= full_names(COMPATIBILITY, {"AlternateContent": self._begin_choices,
                                                   "Choice": self._begin_choice,
                                                   "Fallback": self._begin_choice})  # fmt: skip
        self._ends = full_names(WORD, {**self.ends(), **self.runs.ends(), **self._fields.ends()})
        self._ends |= full_names(MATH, {"t": self.runs.ends()["t"]})
        self._ends |= full_names(COMPATIBILITY, {"AlternateContent": self._end_choices})
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def read(self) -> None:
        """Read the part; raise one of XML_ERRORS where it is not well formed."""
        try:
            self.parser.Parse(self.xml, True)
        finally:
            # Else parser and reading would hold each other, and the collector is asked seldom.
            self.parser.StartElementHandler = self.parser.EndElementHandler = None
            self._starts, self._ends = {}, {}
        self.flow.end_lines()

    def starts(self) -> Starts:
        """Give the handlers of beginnings by local names."""
        return {
            **{name: partial(self._note, label) for name, label in _ODDITIES.items()},
            **dict.fromkeys(_UNSEEN, self._begin_unseen),
            "del": self._begin_deleted,
            "moveFrom": self._begin_deleted,
            "p": self.begin_paragraph,
            "tr": lambda _: self.flow.begin_row(),
            "tc": lambda _: self.flow.begin_inner(),
            "txbxContent": self._begin_box,
            "footnote": self._begin_note,
            "endnote": self._begin_note,
        }

    def ends(self) -> Ends:
        """Give the handlers of ends by local names."""
        return {
            "p": self.end_paragraph,
            "tr": self.flow.end_row,
            "tc": self.flow.end_cell,
            "txbxContent": self._end_box,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """Hear of the beginning of an element."""
        self.depth += 1
        if self.depth <= TOP:
            self.begin_top(name)
        elif self.depth > _MOST_DEPTH:
            raise ValueError(f"{self.depth} elements in each other")
        if self._unseen:
            self._unseen += 1
            return
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)

    def end(self, name: str) -> None:
        """Hear of its end."""
        if self._unseen:
            self._unseen -= 1
        if not self._unseen:
            handler = self._ends.get(name)
            if handler is not None:
                handler()
        if self.depth <= TOP:
            self.end_top(name)
        self.depth -= 1

    def begin_top(self, name: str) -> None:
        """Hear of an element that is not deep within others."""

    def end_top(self, name: str) -> None:
        """Hear of its end."""

    def begin_paragraph(self, _attributes: Attributes) -> None:
        """Begin a paragraph."""
        self.flow.begin_paragraph(self.parser.CurrentByteIndex)
        self.runs.begin_paragraph()
        self._fields_before = len(self._fields)

    def end_paragraph(self) -> Paragraph:
        """End a paragraph."""
        if len(self._fields) != self._fields_before:
            self._note("a field", [])
        self._fields.end_paragraph()
        return self.flow.end_paragraph()

    def _note(self, oddity: str, _attributes: Attributes) -> None:
        if self.flow.paragraph:
            self.flow.paragraph.oddity = oddity

    def _begin_unseen(self, _attributes: Attributes) -> None:
        self._unseen = 1

    def _begin_deleted(self, attributes: Attributes) -> None:
        self._note(_CHANGES, attributes)
        if self.runs.is_in_paragraph_properties:
            self.runs.end_paragraph_mark(_CHANGES)
        self._unseen = 1

    def _begin_box(self, _attributes: Attributes) -> None:
        self.runs.begin_box()
        self.flow.begin_inner()

    def _end_box(self) -> None:
        self.runs.end_box()
        self.flow.end_box()

    def _begin_note(self, attributes: Attributes) -> None:
        if value(attributes, "type") in _NO_NOTES:
            self._unseen = 1

    def _begin_choices(self, _attributes: Attributes) -> None:
        self._choices.append(False)

    def _begin_choice(self, _attributes: Attributes) -> None:
        """Take the first of several forms of the same: the others say it again."""
        if self._choices and self._choices[-1]:
            self._unseen = 1
        elif self._choices:
            self._choices[-1] = True

    def _end_choices(self) -> None:
        self._choices.pop()
