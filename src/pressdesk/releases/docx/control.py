"""A block as a content control: `w:sdt` around a paragraph for each of its lines."""

import re
import unicodedata
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from pressdesk.blocks.wordings import find_wording
from pressdesk.releases.docx.look import Look, write_elements
from pressdesk.releases.docx.names import Languages
from pressdesk.releases.docx.reading import ALIAS, TAG

# What XML has no place for; nothing of it came through our door, but a file of text must not break.
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EASTERN = {"zh", "ja", "ko"}
# What comes behind `w:bidi` in the properties of a paragraph (CT_PPrBase): Word insists on it.
_BEHIND_BIDI = frozenset(
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap".split()
)


class Speech(NamedTuple):
    """In which language a block is; language: None where the document's own will do."""

    language: str | None = None
    is_rtl: bool = False


def guard(printed: str) -> str:
    """Return a text that XML can hold."""
    return _NO_TEXT.sub("\ufffd", printed)


def find_speech(
    printed: str, language: str | None, document: str | None, default: Languages
) -> Speech:
    """Find what must be said of a block's language in a document in its own.

    default: what Word takes text for that says nothing itself, whatever most of the text says.
    """
    if language is None:
        return Speech(None, _is_rtl(printed))
    wording = find_wording(language)
    is_rtl = wording is not None and wording.is_rtl
    unsaid = default.right_to_left if is_rtl else default[_base(language) in _EASTERN]
    is_same = _base(language) == _base(document or "") == _base(unsaid or document or "")
    return Speech(None if is_same else language, is_rtl)


def compose_control(
    lines: Sequence[str], look: Look, speech: Speech, prefix: str, namespace: str
) -> str:
    """Write the XML of a block, in the prefix of the document.

    prefix: empty where the document names Word's elements without one, which attributes cannot be.
    """
    p = prefix or "w"
    declares = "" if prefix else f' xmlns:w="{namespace}"'
    about_line, about_text = _about_line(look, speech, p), _about_text(look, speech, p)
    written = "".join(_paragraph(line, about_line, about_text, p) for line in lines)
    return (
        f'<{p}:sdt{declares}><{p}:sdtPr><{p}:alias {p}:val="{ALIAS}"/>'
        f'<{p}:tag {p}:val="{TAG}"/></{p}:sdtPr>'
        f"<{p}:sdtContent>{written}</{p}:sdtContent></{p}:sdt>"
    )


def _paragraph(line: str, about_line: str, about_text: str, p: str) -> str:
    if not line:
        return f"<{p}:p>{about_line}</{p}:p>"
    texts = f"<{p}:tab/>".join(
        f'<{p}:t xml:space="preserve">{escape(text, quote=False)}</{p}:t>' if text else ""
        for text in line.split("\t")
    )
    return f"<{p}:p>{about_line}<{p}:r>{about_text}{texts}</{p}:r></{p}:p>"


def _about_line(look: Look, speech: Speech, p: str) -> str:
    """Write the properties of a paragraph, in the order that the schema of Word wants."""
    of_paragraph, of_run = look
    before = [child for child in of_paragraph if child.tag not in _BEHIND_BIDI]
    inner = write_elements(before, p) + (f"<{p}:bidi/>" if speech.is_rtl else "")
    inner += write_elements([child for child in of_paragraph if child.tag in _BEHIND_BIDI], p)
    inner += f"<{p}:rPr>{write_elements(of_run, p)}</{p}:rPr>" if of_run else ""
    return f"<{p}:pPr>{inner}</{p}:pPr>" if inner else ""


def _about_text(look: Look, speech: Speech, p: str) -> str:
    inner = write_elements(look[1], p) + (f"<{p}:rtl/>" if speech.is_rtl else "")
    if speech.language:
        kind = "eastAsia" if _base(speech.language) in _EASTERN else "val"
        inner += f'<{p}:lang {p}:{"bidi" if speech.is_rtl else kind}="{escape(speech.language)}"/>'
    return f"<{p}:rPr>{inner}</{p}:rPr>" if inner else ""


def _is_rtl(text: str) -> bool:
    """Ask which way a text runs whose language is not known: its first letter says it."""
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
