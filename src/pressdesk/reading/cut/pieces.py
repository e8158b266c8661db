"""The text between two values, cut at its separators, and each piece judged by itself."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressdesk.reading.cut.labels import find_field, find_kind
from pressdesk.reading.find.lead_ins import LeadIn, find_lead_in
from pressdesk.reading.people.names import Person, find_person, score_person
from pressdesk.reading.vocabulary import DESK_WORDS, HONORIFICS, ORG_WORDS
from pressdesk.text.folding import fold, fold_words
from pressdesk.words import all_words

# What begins as if in a line of its own.
NEW_LINE = frozenset({"line", "blank", "pipe"})


class Token(NamedTuple):
    """A judged piece.

    kind: person, text, heading, aside, field, lead, email, phone, extension, hidden or link.
    join: what stands before it: line, blank, pipe (or a bullet), wide, comma, semicolon, dash,
    slash, and, colon, stop or "".
    text: as printed. number, extension: of a phone. label: its kind; of a field, what it is for.
    is_announced: a person with "Dr".
    """

    kind: str
    text: str
    start: int
    join: str = ""
    number: str | None = None
    extension: str | None = None
    label: str | None = None
    is_announced: bool = False
    lead: LeadIn | None = None


class Piece(NamedTuple):
    """A piece of text; join: the separator before it. after: the one behind it. depth: brackets."""

    text: str
    start: int
    join: str
    after: str = ""
    depth: int = 0


def _conjunctions() -> Iterator[str]:
    """Yield the patterns of what joins people; with a capital only what is no name: "Ed" is one."""
    yield from (rf"{word}\.?" if word == "bzw" else word for word in all_words("conjunctions"))
    for word in all_words("conjunctions", "capital"):
        yield from (word.upper(), word.capitalize())
    yield "&"


_CONJUNCTIONS = "|".join(sorted(_conjunctions(), reverse=True))
_SPLIT = re.compile(
    r"""(?P<blank>[ ]*\n[ ]*(?:\n[ ]*)+)|(?P<line>[ ]*\n[ ]*)|(?P<wide>\t[ \t]*|[ ]{2,})
    |(?P<comma>[ ]*[,،，、][ ]*)|(?P<semicolon>[ ]*[;；؛][ ]*)|(?P<pipe>[ ]*[|•·●▪‣◦*►→><][ ]*
      |(?:^|(?<=\n)|(?<=[ ]{2}))\d{1,2}[.)][ ]+(?=[A-ZÄÖÜÉ]))
    |(?P<dash>[ ]+[-–—]+[ ]+|^[-–—][ ]+|[ ]+[-–—]+$)|(?P<slash>[ ]*/[ ]*)
    |(?P<open>[ ]*[(\[（{][ ]*)|(?P<close>[ ]*[)\]）}][ ]*)|(?P<colon>[ ]*[:：](?=\s|$|[^\s/\d]))
    |(?P<stop>(?<=[^\W\d_]{2}[^\W\d_])[.。][ ]+(?=[^\W\d_])|。|[.]$|^[.][ ]+(?=[A-Z]))""",
    re.VERBOSE,
)
_CONJUNCTION_FIRST = re.compile(rf"(?:{_CONJUNCTIONS})(?:[ ]+|$)|[或和]")
_CONJUNCTION_LAST = re.compile(rf"(?:^|[ ]+)(?:{_CONJUNCTIONS})$")
_CONJUNCTION_WITHIN = re.compile(rf"[ ]+(?:{_CONJUNCTIONS})[ ]+")
_STRENGTH = tuple("stop colon dash comma slash and semicolon wide pipe line blank".split())
# A full stop behind these ends no sentence.
_SHORTENED = HONORIFICS | frozenset(
    "univ dept inst inc ltd calif mass conn ill gen dir asst corp".split()
)
_REMARKS = frozenset({"note", "notes", "hinweis", "nota", "remarque", "attention"})
_DITTO = re.compile(r'[\s"”“″\'.,:;|*<>()\[\]{}/=_–—-]*')


def read_pieces(text: str, start: int, end: int, *, follows: bool) -> Iterator[Token]:
    """Judge the text between two values; follows: something stands before it."""
    gap = text[start:end]
    if _DITTO.fullmatch(gap) and "\n" not in gap:
        return
    for piece in _split(gap, start, "" if follows else "line"):
        yield from _judge(piece)


def join_of(gap: str) -> str:
    """Give the strongest separator of a text."""
    return max((match.lastgroup or "" for match in _SPLIT.finditer(gap)), key=_strength, default="")


def _split(gap: str, start: int, join: str) -> Iterator[Piece]:
    """Cut a text at its separators."""
    depth = place = 0
    for match in (*_SPLIT.finditer(gap), None):
        stop = match.start() if match else len(gap)
        kind = (match.lastgroup or "") if match else "end"
        text = gap[place:stop].strip(" \"'“”„_")
        if kind == "stop" and fold(text.rpartition(" ")[2]) in _SHORTENED:
            continue
        if text:
            yield Piece(text, start + place, join, kind, depth)
            join = ""
        place = match.end() if match else len(gap)
        depth += (kind == "open") - (kind == "close" and depth > 0)
        join = _stronger(join, kind)


def _judge(piece: Piece) -> Iterator[Token]:
    if piece.depth:
        yield Token("aside", piece.text, piece.start, piece.join)
        return
    if piece.join == "comma" and _is_house_behind_of(piece.text):
        yield Token("text", piece.text.removeprefix("of "), piece.start, piece.join)
        return
    if piece.join in NEW_LINE and (lead := _lead_of(piece)):
        is_soft = piece.after != "colon" and lead.is_heading
        yield Token(
            "lead", piece.text[: lead.end], piece.start, piece.join,
            label="soft" if is_soft else None, lead=lead,
        )  # fmt: skip
        rest = piece.text[lead.end :].strip()
        if not rest:
            return
        piece = Piece(rest, piece.start + len(piece.text) - len(rest), "", piece.after)
    for part in _between_conjunctions(piece):
        yield from _judge_words(part) if part.text else [Token("text", "", part.start, part.join)]


def _is_house_behind_of(text: str) -> bool:
    """Ask for "Kirsten Molloy, of Cohn Wallis"; in Dutch it is "or", and a given name follows."""
    rest = text.removeprefix("of ")
    return rest != text and rest[:1].isupper() and score_person(rest, []) == 0


def _lead_of(piece: Piece) -> LeadIn | None:
    """Find the lead-in that a piece is, or that it begins with, before somebody's name."""
    lead = find_lead_in(piece.text + (":" if piece.after == "colon" else ""))
    if lead is None:
        return None
    rest = piece.text[lead.end :].strip()
    found = find_person(rest) if rest else None
    is_lead = not rest or (found and not found.before) or not lead.is_heading
    return lead if is_lead else None


def _between_conjunctions(piece: Piece) -> Iterator[Piece]:
    """Cut "A and B" where both are people; an empty piece says that a conjunction stood there."""
    text, start, join = piece.text, piece.start, piece.join
    if first := _CONJUNCTION_FIRST.match(text):
        text, join = text[first.end() :], _stronger(join, "and")
        if not text:
            yield Piece("", start, join)
            return
    last = _CONJUNCTION_LAST.search(text)
    ends = last is not None and last.start() > 0
    if last and ends:
        text = text[: last.start()]
    begin = 0
    for inner in _CONJUNCTION_WITHIN.finditer(text):
        left, right = text[begin : inner.start()], text[inner.end() : inner.end() + 80]
        if find_person(left) and (found := find_person(right)) and not found.before:
            yield Piece(left, start + begin, join)
            begin, join = inner.end(), "and"
    yield Piece(text[begin:], start + begin, join, "" if ends else piece.after)
    if ends:
        yield Piece("", start, "and")


def _judge_words(piece: Piece) -> Iterator[Token]:
    person = find_person(piece.text)
    if piece.after == "colon":
        yield from _judge_heading(piece, person)
    elif person:
        yield from _judge_person(piece, person, "person")
        if person.after:
            yield Token("text", person.after, piece.start)
    elif (field := find_field(piece.text)) and piece.join in NEW_LINE:
        yield Token("field", piece.text, piece.start, piece.join, label=field)
    else:
        yield Token("text", piece.text, piece.start, piece.join)


def _judge_heading(piece: Piece, person: Person | None) -> Iterator[Token]:
    """Judge what a colon follows: a field of a form, a remark, a person, or a heading."""
    if field := find_field(piece.text):
        yield Token("field", piece.text, piece.start, piece.join, label=field)
    elif fold_words(piece.text) in _REMARKS:
        yield Token("text", piece.text, piece.start, piece.join)
    elif person and not _is_of_desk(person.after):
        yield from _judge_person(piece, person, "named-heading")
    elif find_field(last := piece.text.rpartition(" ")[2]) == "name":
        yield Token("text", piece.text.removesuffix(last).strip(), piece.start, piece.join)
        yield Token("field", last, piece.start, label="name")
    elif find_kind(piece.text, None) is None:
        yield Token("heading", piece.text, piece.start, piece.join)


def _judge_person(piece: Piece, person: Person, kind: str) -> Iterator[Token]:
    join = piece.join
    if person.before:
        yield Token("text", person.before, piece.start, join)
        join = "and" if join == "and" else ""
    yield Token(kind, person.name, piece.start, join, is_announced=person.is_announced)


def _is_of_desk(text: str) -> bool:
    return not (DESK_WORDS | ORG_WORDS).isdisjoint(fold_words(text).split())


def _strength(join: str) -> int:
    return _STRENGTH.index(join) if join in _STRENGTH else -1


def _stronger(first: str, second: str) -> str:
    return second if _strength(second) > _strength(first) else first
