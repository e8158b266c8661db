"""The words before and after values: which label stands there, and for what."""

import re
from functools import cache
from typing import NamedTuple

from pressdesk.blocks.wordings import labels
from pressdesk.reading.find.patterns import Word, split_words
from pressdesk.words import all_meanings, by_language

# Labels only where they begin their part of a line: "Press Office" is a desk.
_WEAK = frozenset(
    "office work main desk home direct bureau buro oficina ufficio sede standard kontor hq "
    "mail post direkt centrale phone".split()
) - {"phone", "mail"}  # fmt: skip
# Of "Buiten kantooruren", "Evenings and weekends": when, not who.
_WHEN = frozenset(
    "hours hrs kantooruren kantoortijden dienstzeiten burozeiten wochenende weekend weekends "
    "evening evenings night nights out of office after business working outside during and the "
    "on at buiten na tijdens ausserhalb der am normal regular duty 24 heures bureau dehors".split()
)
# Of "Tel/Fax": a kind that stands for less; every other stands for most.
_STRENGTH = {"unknown": 0, "office": 1, "email": 2}
_MOST = 3


class Label(NamedTuple):
    """A label and the place where it begins."""

    kind: str
    start: int


@cache
def _kinds() -> dict[str, dict[str, str]]:
    """Return kind by label, in the form in which they are compared, then by language.

    "" is any language: English wins where two differ.
    """
    kinds: dict[str, dict[str, str]] = {}
    for language in ("en", *by_language("labels")):
        for label, kind in labels(language).items():
            by_tag = kinds.setdefault(label_key(label), {})
            by_tag.setdefault(language, kind)
            by_tag.setdefault("", kind)
    return kinds


def find_kind(text: str, language: str | None) -> str | None:
    """Give what a label is for: a kind of phone, or email; None if it is no label."""
    return _kind(label_key(text), language)


def label_key(text: str) -> str:
    """Give the form under which labels are compared."""
    return " ".join(word.text for word in split_words(text))


def _kind(key: str, language: str | None) -> str | None:
    kinds = _kinds().get(key)
    if kinds:
        return kinds.get(language or "", kinds.get("", None))
    return "unknown" if " " in key and _WHEN.issuperset(key.split()) else None


def find_field(text: str) -> str | None:
    """Give the field that a label names: name, title, organization, office or address."""
    return _fields().get(label_key(text))


@cache
def _fields() -> dict[str, str]:
    return {label_key(text): field for text, field in all_meanings("form_fields").items()}


_GAP = re.compile(r"[\s:.,(\[<=/&•|·：）)、-]*")


def find_label_before(text: str, language: str | None) -> Label | None:
    """Find the label (or several: "Tel/Fax") that ends a text, right before a value."""
    tail_start = max(len(text) - 80, 0)
    words = split_words(text, tail_start, 60)
    found: Label | None = None
    end = len(text)
    while words:
        step = _label_at_end(text, words, end, language)
        if step is None:
            break
        label, count = step
        if found and "\n" in text[words[-1].end : end]:
            break  # "Press Office", and "Email:" in the next line
        kind = _stronger(label.kind, found.kind if found else None, text[label.start : end + 1])
        found = Label(kind, label.start)
        end = label.start
        words = words[:-count]
    return found


def _label_at_end(
    text: str, words: list[Word], end: int, language: str | None
) -> tuple[Label, int] | None:
    if not _GAP.fullmatch(text[words[-1].end : end]):
        return None
    for count in (6, 5, 4, 3, 2, 1):
        if count > len(words):
            continue
        phrase = " ".join(word.text for word in words[-count:])
        kind = _kind(phrase, language)
        start = words[-count].start
        if kind and phrase in _WEAK and not _begins_segment(text, start):
            continue
        if kind and (len(phrase) > 1 or _is_letter_label(text, start, words[-1].end)):
            return Label(kind, start), count
    return None


def _begins_segment(text: str, start: int) -> bool:
    before = text[max(start - 9, 0) : start]
    stripped = before.rstrip(" ")
    return not stripped or stripped[-1] in "\n,;|([/\t•·-–:" or before.endswith("  ")


def _is_letter_label(text: str, start: int, end: int) -> bool:
    """Ask whether one letter is a label: "T: ", "(m)", or a letter that begins its line."""
    behind = text[end : end + 2].strip()
    return behind[:1] in (":", ".", ")", "/", "：") or _begins_segment(text, start)


def _stronger(first: str, second: str | None, between: str) -> str:
    if second is None:
        return first
    if "/" in between and first != "unknown":
        return first
    stronger = _STRENGTH.get(first, _MOST) > _STRENGTH.get(second, _MOST)
    return first if stronger else second


_AFTER = re.compile(
    r"[ ]{0,3},?[ ]{0,2}(?P<open>[(\[]?)\s?"
    r"(?P<words>[^\W\d_]+\.?(?:[ /-][^\W\d_]+\.?){0,2})\s?(?P<close>[)\]]?)"
)


def find_label_after(text: str, language: str | None) -> tuple[str, int] | None:
    """Find the kind that stands behind a number: "(m)", "Cell", ", mobile"; give it and its end."""
    match = _AFTER.match(text)
    if match is None:
        return None
    kind = find_kind(match["words"], language)
    if kind is None or kind == "email" or bool(match["open"]) != bool(match["close"]):
        return None
    behind = text[match.end() :]
    if match["open"]:
        return kind, match.end()
    if behind.lstrip(" ")[:1] in ("", "\n", ",", ";", "/", "|") or (
        behind.strip() and behind.lstrip()[:1].isalpha()
    ):
        return (kind, match.end()) if len(match["words"]) > 1 else None
    return None
