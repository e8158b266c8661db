"""A region as a row of tokens: each piece of its text is judged by itself."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pressdesk.reading.atoms import Atom, find_atoms
from pressdesk.reading.labels import find_field, find_kind, find_label_after, find_label_before
from pressdesk.reading.lead_ins import LeadIn, find_lead_in
from pressdesk.reading.numbers import Origin, read_run, with_other_tail, read_number
from pressdesk.reading.people import find_person
from pressdesk.reading.vocabulary import DESK_WORDS, HONORIFICS, ORG_WORDS
from pressdesk.values.folding import fold, fold_words


class Token(NamedTuple):
    """A judged piece.

    kind: person, text, heading, aside, field, lead, email, phone, extension, hidden or link.
    join: what stands before it: line, blank, wide, comma, semicolon, dash, slash, and, colon or "".
    text: as printed. number, extension, label: of a phone. is_announced: a person with "Dr".
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


_CONJUNCTIONS = r"or|and|oder|und|sowie|ou|et|o|u|y|e|ed|od|или|и|أو|أ‍و|و|ή|η|και|of|en|eller|och|tai|ja|lub|oraz|i|&|或|和"
_SPLIT = re.compile(
    r"""(?P<blank>[ ]*\n[ ]*(?:\n[ ]*)+)|(?P<line>[ ]*\n[ ]*)|(?P<wide>\t[ \t]*|[ ]{3,})
    |(?P<comma>[ ]*[,،，、][ ]*)|(?P<semicolon>[ ]*[;；؛][ ]*)|(?P<pipe>[ ]*[|•·●▪‣◦*►→><][ ]*)
    |(?P<dash>[ ]+[-–—]+[ ]+|^[-–—][ ]+|[ ]+[-–—]+$)|(?P<slash>[ ]*/[ ]*)
    |(?P<open>[ ]*[(\[（{][ ]*)|(?P<close>[ ]*[)\]）}][ ]*)|(?P<colon>[ ]*[:：](?=\s|$|[^\s/\d]))
    |(?P<stop>(?<=[^\W\d_]{2}[^\W\d_])[.。][ ]+(?=[^\W\d_])|。|[.]$)""",
    re.VERBOSE,
)
_CONJUNCTION_FIRST = re.compile(rf"(?:{_CONJUNCTIONS})(?:[ ]+|$)|[或和]", re.IGNORECASE)
_CONJUNCTION_LAST = re.compile(rf"(?:^|[ ]+)(?:{_CONJUNCTIONS})$", re.IGNORECASE)
_CONJUNCTION_WITHIN = re.compile(rf"[ ]+(?:{_CONJUNCTIONS})[ ]+", re.IGNORECASE)
_STRENGTH = (
    "",
    "stop",
    "colon",
    "dash",
    "comma",
    "slash",
    "and",
    "semicolon",
    "wide",
    "pipe",
    "line",
    "blank",
)
# A full stop behind these ends no sentence.
_SHORTENED = HONORIFICS | frozenset(
    "univ dept inst inc ltd calif mass conn ill gen dir asst corp".split()
)
_REMARKS = frozenset({"note", "notes", "hinweis", "nota", "remarque", "attention"})
_DITTO = re.compile(r'[\s"”“″\'.,:;|*<>()\[\]{}/=_–—-]*')


def read_tokens(text: str, origin: Origin) -> list[Token]:
    """Judge all pieces of a region's text, in order."""
    language = origin.language
    tokens: list[Token] = []
    place = 0
    for atom in _believed(find_atoms(text), origin):
        label = find_label_before(text[place : atom.start], language)
        end = place + label.start if label else atom.start
        tokens += _read_pieces(text, place, end, follows=bool(tokens))
        values = _read_value(atom, label.kind if label else None, origin, tokens)
        if atom.extension and values:
            printed = text[atom.start : atom.end]
            values[-1] = values[-1]._replace(text=printed[printed.rfind(values[-1].text) :])
        place = atom.end
        if (
            values
            and values[-1].kind == "phone"
            and (behind := find_label_after(text[place : place + 60], language))
        ):
            if label is None or behind[0] != "unknown":
                values[-1] = values[-1]._replace(
                    label=behind[0] if label is None or label.kind == "office" else label.kind
                )
            place += behind[1]
        join = _join_of(text[end : atom.start] if not label else text[max(end - 4, 0) : end])
        tokens += [values[0]._replace(join=join), *values[1:]] if values else []
    tokens += _read_pieces(text, place, len(text), follows=bool(tokens))
    return tokens


def _believed(atoms: list[Atom], origin: Origin) -> Iterator[Atom]:
    for atom in atoms:
        if atom.kind != "digits" or any(
            _is_phone(one.text, one.e164) for one in read_run(atom.value, origin)
        ):
            yield atom
        elif sum(map(str.isdigit, atom.value)) <= 5 and "\n" not in atom.value:
            yield atom


def _is_phone(text: str, e164: str | None) -> bool:
    return e164 is not None or sum(map(str.isdigit, text)) >= 6


def _read_value(atom: Atom, label: str | None, origin: Origin, before: list[Token]) -> list[Token]:
    if atom.kind != "digits":
        kind = {"url": "link"}.get(atom.kind, atom.kind)
        return [Token(kind, atom.value, atom.start, extension=atom.value, label=label)]
    numbers = [one for one in read_run(atom.value, origin) if _is_phone(one.text, one.e164)]
    if not numbers:
        return _read_tail(atom, origin, before)
    tokens = [
        Token("phone", one.text, atom.start, number=one.e164, extension=one.extension, label=label)
        for one in numbers
    ]
    if atom.extension:
        tokens[-1] = tokens[-1]._replace(extension=atom.extension)
    return tokens


def _read_tail(atom: Atom, origin: Origin, before: list[Token]) -> list[Token]:
    """Read "oder -22", "/07" behind a number: another number with other last digits."""
    last = next((one for one in reversed(before) if one.kind != "text" or one.text), None)
    if last is None or last.kind != "phone" or last.number is None:
        return []
    other = with_other_tail(last.text, atom.value)
    number = read_number(other, origin).e164 if other else None
    if number is None or len(number) > len(last.number) + 2:
        return []
    return [
        Token("phone", f"-{atom.value.strip(' -')}", atom.start, number=number, label=last.label)
    ]


def _read_pieces(text: str, start: int, end: int, *, follows: bool) -> Iterator[Token]:
    """Judge the text between two values."""
    gap = text[start:end]
    if _DITTO.fullmatch(gap) and "\n" not in gap:
        return
    depth, join, place = 0, "" if follows else "line", 0
    pieces: list[tuple[str, int, str, int, str]] = []
    for match in (*_SPLIT.finditer(gap), None):
        stop = match.start() if match else len(gap)
        kind = (match.lastgroup or "") if match else "end"
        piece = gap[place:stop].strip(" \"'“”„_")
        if kind == "stop" and fold(piece.rpartition(" ")[2]) in _SHORTENED:
            continue
        if piece:
            pieces.append((piece, start + place, join, depth, kind))
            join = ""
        if match is None:
            break
        place = match.end()
        depth += (kind == "open") - (kind == "close" and depth > 0)
        if kind in _STRENGTH and _STRENGTH.index(kind) > _STRENGTH.index(join):
            join = "line" if kind == "pipe" else kind
    for piece, at, before, level, after in pieces:
        yield from _judge(piece, at, before, level, after, gap, end - start)


def _judge(
    piece: str, at: int, join: str, depth: int, after: str, gap: str, size: int
) -> Iterator[Token]:
    if depth:
        yield Token("aside", piece, at, join)
        return
    if join in ("line", "blank") and (
        lead := find_lead_in(piece + (":" if after == "colon" else ""))
    ):
        rest = piece[lead.end :].strip()
        found = find_person(rest) if rest else None
        if not rest or (found and not found.before) or not lead.is_heading:
            yield Token(
                "lead",
                piece[: lead.end],
                at,
                join,
                lead=lead,
                label=None if after == "colon" or not lead.is_heading else "soft",
            )
            if rest:
                yield from _judge(rest, at + len(piece) - len(rest), "", depth, after, gap, size)
            return
    if first := _CONJUNCTION_FIRST.match(piece):
        piece, join = piece[first.end() :], _stronger(join, "and")
        if not piece:
            yield Token("text", "", at, join)
            return
    if (last := _CONJUNCTION_LAST.search(piece)) and last.start() > 0:
        yield from _judge(piece[: last.start()], at, join, depth, "", gap, size)
        yield Token("text", "", at, "and")
        return
    for inner in _CONJUNCTION_WITHIN.finditer(piece):
        left, right = piece[: inner.start()], piece[inner.end() :]
        if find_person(left) and (found := find_person(right)) and not found.before:
            yield from _judge(left, at, join, depth, "", gap, size)
            yield from _judge(right, at + inner.end(), "and", depth, after, gap, size)
            return
    yield from _judge_words(piece, at, join, after)


def _judge_words(piece: str, at: int, join: str, after: str) -> Iterator[Token]:
    person = find_person(piece)
    if after == "colon":
        if field := find_field(piece):
            yield Token("field", field, at, join)
        elif fold_words(piece) in _REMARKS:
            yield Token("text", piece, at, join)
        elif person and not _is_of_desk(person.after):
            if person.before:
                yield Token("text", person.before, at, join)
            yield Token(
                "named-heading",
                person.name,
                at,
                "" if person.before else join,
                is_announced=person.is_announced,
            )
        elif find_kind(piece, None) is None:
            yield Token("heading", piece, at, join)
        return
    if person is None:
        if (field := find_field(piece)) and join in ("line", "blank"):
            yield Token("field", field, at, join)
        else:
            yield Token("text", piece, at, join)
        return
    if person.before:
        yield Token("text", person.before, at, join)
        join = "" if join != "and" else "and"
    yield Token("person", person.name, at, join, is_announced=person.is_announced)
    if person.after:
        yield Token("text", person.after, at)


def _is_of_desk(text: str) -> bool:
    words = set(fold_words(text).split())
    return bool(words & (DESK_WORDS | ORG_WORDS))


def _stronger(first: str, second: str) -> str:
    return max(first, second, key=_STRENGTH.index)


def _join_of(gap: str) -> str:
    found = [match.lastgroup or "" for match in _SPLIT.finditer(gap)]
    known = [one for one in found if one in _STRENGTH]
    return max(known, key=_STRENGTH.index, default="")
