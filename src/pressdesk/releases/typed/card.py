"""A block as people type it: lines of names, titles and offices, and lines of labelled ways.

Neutral parts first: each line is judged alone, as ways or as plain text; then lines are grouped.
"""

import re
from collections.abc import Sequence
from functools import cache

from pressdesk.blocks.block import Entry, Way, WayKind
from pressdesk.blocks.wordings import LANGUAGES, labels
from pressdesk.values.extension import split_extension, to_ascii_digits

_EMAIL = re.compile(
    r"<?(?:mailto:)?(?P<address>[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:.]+)>?"
)
_NUMBER = re.compile(r"\+?[0-9(](?:[0-9 ()./–-]*[0-9])")
_FEWEST_DIGITS = 6
_BETWEEN = re.compile(r"\s*(?:[|/•·;]|\s{3,}|\t)\s*")
_LABEL = re.compile(r"(?P<label>[^\d@+(:：]{1,40}?)\s*(?:[:：.]|\s)\s*(?=[+\d(<]|\S+@)")
# A name, a title and an office stand above the ways of a person; more is something else.
_MOST_HEAD = 3
_LONGEST_HEAD = 120
# What is no line of ways and has one is a line of another layout.
_WAY = re.compile(r"@|[0-9](?:[ ().-]*[0-9]){5}")
_COMMA = re.compile(r", |، |，")
_PARTING = re.compile(rf"{_COMMA.pattern}|\s+[-–—|·•]\s+|\t+")
_BULLET = re.compile(r"\s*(?:[-*•·–—▪●]|[0-9]{1,2}[.)])\s+")
_BRACKETS = re.compile(r"(?P<name>[^()（）]+?)\s*[(（](?P<title>[^()（）]+)[)）]")
_SENTENCE = re.compile(r"[.!?。]\s*$")


def read_typed_card(lines: Sequence[str]) -> tuple[int, tuple[Entry, ...]] | None:
    """Read a lead-in and the people below it.

    lines: the lead-in first, up to where a block must have ended. Gives how many lines the block
    has and its people; None where a line right below the lead-in is not understood.
    """
    entries: list[Entry] = []
    used = 1
    place = _skip_blank(lines, 1)
    while place < len(lines):
        found = _read_entry(lines, place)
        if found is None:
            break
        used, entry = found
        entries.append(entry)
        place = _skip_blank(lines, used)
    if not entries or (used < len(lines) and lines[used].strip()):
        # A line that touches the block and is none of its parts: not wholly understood.
        return None
    return used, tuple(entries)


def _skip_blank(lines: Sequence[str], place: int) -> int:
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def _read_entry(lines: Sequence[str], place: int) -> tuple[int, Entry] | None:
    """Read one person: the line behind, and the entry; None where none begins here."""
    head: list[str] = []
    while place < len(lines) and lines[place].strip() and not (ways := read_ways(lines[place])):
        line = lines[place].strip()
        is_full = len(head) == _MOST_HEAD
        if is_full or len(line) > _LONGEST_HEAD or _SENTENCE.search(line) or _WAY.search(line):
            return None
        head.append(line)
        place += 1
    found: list[Way] = []
    while place < len(lines) and (ways := read_ways(lines[place])):
        found += ways
        place += 1
    if not head or not found:
        return None
    return place, _compose(head, found)


def _compose(head: Sequence[str], ways: Sequence[Way]) -> Entry:
    """Say what the lines above the ways are: name and title on one line, or each on its own."""
    name, title = _part_title(_without_bullet(head[0]))
    if title and len(head) < _MOST_HEAD:
        office = head[1] if len(head) > 1 else None
    else:
        name = _without_bullet(head[0])
        title = head[1] if len(head) == _MOST_HEAD else ""
        office = head[-1] if len(head) > 1 else None
    if office is None and (parts := list(_PARTING.finditer(title))):  # all on one line
        title, office = title[: parts[-1].start()], title[parts[-1].end() :]
    kinds = list(WayKind)
    in_order = tuple(sorted(ways, key=lambda way: kinds.index(way.kind)))
    return Entry(name, title or None, office, in_order)


def _without_bullet(line: str) -> str:
    """Give a line without what makes it an item of a list."""
    found = _BULLET.match(line)
    return line[found.end() :] if found else line


def _part_title(line: str) -> tuple[str, str]:
    """Part a name and what stands behind it: a comma of any language, brackets, a dash."""
    if found := _COMMA.search(line) or _PARTING.search(line):
        return line[: found.start()], line[found.end() :]
    if found := _BRACKETS.fullmatch(line):
        return found["name"], found["title"]
    return line, ""


def read_ways(line: str) -> tuple[Way, ...]:
    """Read a line that is nothing but ways to reach somebody; an empty tuple for any other."""
    ways: list[Way] = []
    for part in _BETWEEN.split(line.strip().rstrip(".")):
        way = _read_way(part.strip(" ,"))
        if way is None:
            return ()
        ways.append(way)
    return tuple(ways)


def _read_way(text: str) -> Way | None:
    kind: WayKind | None = None
    if (found := _LABEL.match(text)) and (kind := _kinds().get(_plain_label(found["label"]))):
        text = text[found.end() :].strip()
    if found := _EMAIL.fullmatch(text):
        return Way(WayKind.EMAIL, found["address"]) if kind in {None, WayKind.EMAIL} else None
    if kind is WayKind.EMAIL:
        return None
    number, extension = split_extension(to_ascii_digits(text))
    if not _NUMBER.fullmatch(number) or sum(map(str.isdigit, number)) < _FEWEST_DIGITS:
        return None
    return Way(kind or WayKind.OFFICE, number, extension)


def is_label(text: str) -> bool:
    """Ask whether a text is what stands before a way, in any language."""
    return _plain_label(text) in _kinds()


def _plain_label(text: str) -> str:
    return text.strip().rstrip(".:：").strip().casefold()


@cache
def _kinds() -> dict[str, WayKind]:
    """Give the kind that each label of each language means; where two differ, English wins."""
    ways = {str(kind): kind for kind in WayKind}
    kinds: dict[str, WayKind] = {}
    for language in ("en", *LANGUAGES):
        for label, kind in labels(language).items():
            if kind in ways:
                kinds.setdefault(_plain_label(label), ways[kind])
    return kinds
