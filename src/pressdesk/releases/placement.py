"""Where a block goes among the lines of a release."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from pressdesk.releases.release import Before, Placement
from pressdesk.text.folding import fold_words
from pressdesk.words import ANY, all_words, by_language, phrases

# A heading is no longer; a line of a paragraph ends otherwise.
_LONGEST_HEADING = 80
_SENTENCE_ENDS = (".", ",", ";", ":", "。", "，", "؟", "،", "?", "!")
# After these a name follows without a space.
_JOINED = "'’于於"
_MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|\*\*|__)?(?P<text>.*?)[:：]?(?:\*\*|__)?[:：]?\s*$")
# Web addresses alone, with what parts them.
_ADDRESSES = re.compile(r"[\s|·•*,<-]*(?:(?:https?://|www\.)[^\s<>]+[\s|·•,>-]*)+")
_RULE = re.compile(r"\s*([-=_*~–—])(?:[ \t]?\1){2,}\s*")


def find_place(
    lines: Sequence[str], placement: Placement | Before, linked: Collection[int] = ()
) -> int:
    """Return the index of the line before which a block goes; len(lines) is the end.

    lines: as a reader sees them; what must not be looked at (code, front matter) is empty in them.
    linked: the indices of those that are links and pictures, and nothing else.
    """
    if placement is Placement.END:
        return len(lines)
    if isinstance(placement, Before):
        wanted = fold_words(placement.text)
        found = (place for place, line in enumerate(lines) if fold_words(line).startswith(wanted))
        if (place := next(found, None)) is not None:
            return place
    closing = _last(lines, _closing_marks())
    ending = _last(lines, _ending_marks())
    marks = [one for one in (closing, ending) if one is not None]
    if placement is Placement.BEFORE_END_MARK:
        return min(marks, default=len(lines))
    if placement is Placement.AFTER_END_MARK:
        return _next_text(lines, max(marks, default=len(lines) - 1) + 1)
    if not marks:
        return min(_find_boilerplate(lines), _find_trailer(lines, linked))
    return marks[0] if closing is not None else _next_text(lines, marks[0] + 1)


def is_rule(line: str) -> bool:
    """Ask whether a line is drawn across the page (-----, ***), or below a heading."""
    return _RULE.fullmatch(line) is not None


def is_end(line: str) -> bool:
    """Ask whether a line closes a release, or begins what stands behind it."""
    return _is_mark(line, _marks()) or _is_boilerplate(line)


def _is_mark(line: str, marks: frozenset[str]) -> bool:
    """Ask whether a mark is all there is in a line, emphasised or not (**ENDS**)."""
    plain = line.strip().casefold()
    return plain in marks or (plain[:1] in {"*", "_"} and plain.strip("*_ ") in marks)


def _last(lines: Sequence[str], marks: frozenset[str]) -> int | None:
    """Find the last line that is a mark by itself."""
    for place in range(len(lines) - 1, -1, -1):
        if _is_mark(lines[place], marks):
            return place
    return None


def _next_text(lines: Sequence[str], place: int) -> int:
    """Go on to the next line that has a text."""
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def _find_boilerplate(lines: Sequence[str]) -> int:
    """Find the first heading of what stands behind a release, but at its very top; else the end."""
    started = False
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        if started and _is_boilerplate(line):
            above = next(index for index in range(place - 1, -1, -1) if lines[index].strip())
            # A rule is taken along, but not what underlines a heading.
            if is_rule(lines[above]) and _is_blank(lines, above - 1):
                return above
            if above < place - 1:
                return place
        started = started or not is_rule(line)
    return len(lines)


def _find_trailer(lines: Sequence[str], linked: Collection[int]) -> int:
    """Find the rule below which a wire sets its links and pictures, and nothing else; else the end.

    A rule right below a text underlines it: that is a heading, and no trailer.
    """
    has_links = False
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if is_rule(line):
            return place if has_links and _is_blank(lines, place - 1) else len(lines)
        if not line.strip():
            continue
        if place not in linked and not _ADDRESSES.fullmatch(line):
            break
        has_links = True
    return len(lines)


def _is_blank(lines: Sequence[str], place: int) -> bool:
    return place < 0 or not lines[place].strip()


def _is_boilerplate(line: str) -> bool:
    if len(line) > _LONGEST_HEADING or not line.strip():
        return False
    found = _MARKUP.match(line)
    text = found["text"].strip() if found else line.strip()
    folded = text.casefold()
    if folded in _notes():
        return True
    if text.endswith(_SENTENCE_ENDS) or not folded.startswith(_abouts()):
        return False
    return any(_begins(text, folded, phrase) for phrase in _abouts())


def _begins(text: str, folded: str, phrase: str) -> bool:
    """Ask whether a heading begins with a phrase and a name: a capital, where there are some."""
    if not folded.startswith(phrase):
        return False
    rest = text[len(phrase) :]
    if phrase[-1] not in _JOINED and not rest.startswith(" "):
        return False
    name = rest.strip()
    article, _, behind = name.partition(" ")
    if article in all_words("articles", ""):
        # "About the Harbour Fund", and no "About the night they went": small letters tell a text.
        return all(not word[:1].islower() for word in behind.split() if not _is_small(word))
    return name[:1].isalpha() and not name[:1].islower()


def _is_small(word: str) -> bool:
    """Whether a word stands in small letters within names too: of, the, für, de la."""
    return fold_words(word) in all_words("articles") | all_words("particles")


@cache
def _closing_marks() -> frozenset[str]:
    return _casefolded(phrases("end_marks", ANY))


@cache
def _ending_marks() -> frozenset[str]:
    marks = by_language("end_marks")
    return _casefolded(mark for language in marks if language != ANY for mark in marks[language])


@cache
def _marks() -> frozenset[str]:
    return _closing_marks() | _ending_marks()


@cache
def _notes() -> frozenset[str]:
    return _casefolded(all_words("notes"))


@cache
def _abouts() -> tuple[str, ...]:
    return tuple(_casefolded(all_words("about")))


def _casefolded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(text.casefold() for text in texts)
