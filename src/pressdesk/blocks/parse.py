"""Text to a Block: what a style printed is read back.

`render(parse(render(block))) == render(block)` holds for every block, and `parse(render(block)) ==
block` wherever the style tells names, titles and offices apart (docs/styles.md). A text for which
the first fails is not guessed at: it comes back whole, as the lead-in of a block without people.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.phone_form import PhoneForm, read_number
from pressdesk.blocks.plan import Plan, known_lead_ins, make_plan, variants
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import Style, get_style
from pressdesk.blocks.template import Piece, Template

_ISOLATES = re.compile("[\u2066\u2069]")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
_NUMBER = re.compile(r"\+?[0-9(](?:[0-9 ()./-]*[0-9])?")
_LONGEST_WAY = 500
_EXTENSION = re.compile(r"[0-9]{1,20}")
_URI = re.compile(r"(?P<number>tel:\+[0-9]+(?:-[0-9]+)*)(?:;ext=(?P<extension>[0-9]{1,20}))?")


def parse_block(
    text: str, language: str = "en", style: Style | str = "card", *, is_page: bool = False
) -> Block:
    """Read a block that was printed in a language and a style.

    text: as render_block gave it for the format text. is_page: as a browser or a reader of Markdown
    shows the other formats: blank lines may have come in, and isolates are not there.

    Raises InvalidValueError for a language or a built-in style that there is not.
    """
    chosen = get_style(style)
    plan = make_plan(chosen, language)
    block = _read(_ISOLATES.sub("", text).rstrip("\n"), plan, language)
    printed = render_block(block, chosen)
    is_read = _visible_lines(printed) == _visible_lines(text) if is_page else printed == text
    return block if is_read else Block(text.removesuffix("\n"), (), language)


def _visible_lines(text: str) -> list[str]:
    return [line for line in _ISOLATES.sub("", text).split("\n") if line]


def _read(text: str, plan: Plan, language: str) -> Block:
    rest = text.lstrip("\n")
    if plan.heading and rest.startswith(f"{plan.heading}\n"):
        rest = rest.removeprefix(plan.heading).lstrip("\n")
    lead_in, people = _split_lead_in(rest, plan)
    entries = tuple(_read_entry(one, plan) for one in _split_entries(people, plan))
    if plan.lead_in is not None and lead_in == plan.lead_in:
        lead_in = plan.wording.lead_in
    return Block(lead_in, entries, language)


def _split_lead_in(text: str, plan: Plan) -> tuple[str, str]:
    """Part the lead-in from the people: by its line, else by a known phrase, else by a colon."""
    if plan.lead_in == "":
        return "", text
    if "\n" in plan.gap:
        lead_in, _, people = text.partition("\n")
        return lead_in, people.lstrip("\n")
    for folded, phrase in known_lead_ins(plan).items():
        lead_in, people = text[: len(phrase)], text[len(phrase) :]
        if lead_in.casefold() == folded and people.startswith(plan.gap):
            return lead_in, people.removeprefix(plan.gap)
    lead_in, colon, people = text.partition(plan.wording.colon)
    return (lead_in, people) if colon else ("", text)


def _split_entries(text: str, plan: Plan) -> Iterator[str]:
    """Part the people; a separator on one line counts only behind a way: a title may hold it."""
    if not text:
        return
    if "\n" in plan.separator:
        yield from re.split(_either(plan), text)
        return
    start = 0
    for found in re.finditer(_either(plan), text):
        # A way is never longer: looking further back at each separator would take ever longer.
        if _ends_with_way(text[max(start, found.start() - _LONGEST_WAY) : found.start()], plan):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _either(plan: Plan) -> str:
    """Give the pattern of what may stand between people."""
    return "|".join(map(re.escape, plan.separators))


def _ends_with_way(text: str, plan: Plan) -> bool:
    *_, last = text.rsplit(plan.between_ways, 1)
    return _read_way(last, plan) is not None


def _read_entry(text: str, plan: Plan) -> Entry:
    segments = _segments(text, plan)
    first, last = _find_ways(segments)
    above = _read_fields(plan.join.join(one for one, _ in segments[:first]), plan.before, plan)
    below = _read_fields(plan.join.join(one for one, _ in segments[last:]), plan.after, plan)
    fields = {**above, **below}
    ways = chain.from_iterable(ways or () for _, ways in segments[first:last])
    return Entry(
        fields.get("name", ""),
        fields.get("title"),
        fields.get("office"),
        tuple(sorted(ways, key=lambda way: list(WayKind).index(way.kind))),
    )


_Segment = tuple[str, tuple[Way, ...] | None]


def _segments(text: str, plan: Plan) -> list[_Segment]:
    """Part the lines of one contact, each with the ways that it is, or None."""
    texts = text.split(plan.join)
    segments: list[_Segment] = []
    place = 0
    while place < len(texts):
        # An extension may stand behind what parts the lines: "Tel: +1 202 862 1826, ext. 230".
        for length in (2, 1):
            piece = plan.join.join(texts[place : place + length])
            ways = _read_ways(piece, plan) if place + length <= len(texts) else None
            if ways or length == 1:
                segments.append((piece, ways))
                place += length
                break
    return segments


def _find_ways(segments: Sequence[_Segment]) -> tuple[int, int]:
    """Find the last run of ways: first and one behind the last."""
    last = len(segments)
    while last and segments[last - 1][1] is None:
        last -= 1
    if not last:
        return len(segments), len(segments)
    first = last
    while first and segments[first - 1][1] is not None:
        first -= 1
    return first, last


def _read_ways(text: str, plan: Plan) -> tuple[Way, ...] | None:
    """Read a line that is nothing but ways."""
    whole = _read_way(text, plan)
    if whole:
        return (whole,)
    if plan.between_ways == plan.join:
        return None
    ways = [_read_way(one, plan) for one in text.split(plan.between_ways)]
    read = tuple(way for way in ways if way)
    return read if len(read) == len(ways) else None


def _read_way(text: str, plan: Plan) -> Way | None:
    """Read one way; None for a text that is none."""
    for pieces in variants((plan.way,), ""):
        fields = _match(text, pieces, plan)
        if fields is None:
            continue
        kinds = {label: kind for kind, label in plan.wording.labels.items()}
        if "label" in fields and fields["label"] not in kinds:
            return None
        value = fields.get("value", "")
        is_address = _ADDRESS.fullmatch(value) is not None
        shaped = WayKind.EMAIL if is_address else WayKind.OFFICE
        kind = kinds[fields["label"]] if "label" in fields else shaped
        if kind is WayKind.EMAIL:
            return Way(kind, value) if is_address else None
        return _read_phone(kind, value, plan)
    return None


def _read_phone(kind: WayKind, text: str, plan: Plan) -> Way | None:
    if plan.phone is PhoneForm.RFC3966 and (uri := _URI.fullmatch(text)):
        return Way(kind, read_number(uri["number"], plan.phone), uri["extension"])
    for pieces in variants((plan.extension,), ""):
        fields = _match(text, pieces, plan)
        if fields and "number" in fields and _EXTENSION.fullmatch(fields.get("extension", "0")):
            number = fields["number"]
            if _NUMBER.fullmatch(number):
                return Way(kind, read_number(number, plan.phone), fields.get("extension"))
    return Way(kind, read_number(text, plan.phone)) if _NUMBER.fullmatch(text) else None


def _read_fields(text: str, lines: tuple[Template, ...], plan: Plan) -> dict[str, str]:
    """Read name, title and office by the first choice of fields that the text agrees with."""
    if not text:
        return {}
    choices = variants(lines, plan.join)
    for strictly in (True, False):
        for pieces in choices:
            fields = _match(text, pieces, plan, strictly=strictly)
            if fields is not None:
                return fields
    return {"name": text}


def _match(
    text: str, pieces: Sequence[Piece], plan: Plan, *, strictly: bool = False
) -> dict[str, str] | None:
    """Take a text apart by literals and fields in turn; None where they do not fit.

    A title may hold what parts it from its neighbours, so the parting is done from both ends
    towards it. strictly: no name or office holds the comma of the language, and no field a line
    end.
    """
    if not pieces[0].role:
        if not text.startswith(pieces[0].text):
            return None
        text, pieces = text.removeprefix(pieces[0].text), pieces[1:]
    if pieces and not pieces[-1].role:
        if not text.endswith(pieces[-1].text):
            return None
        text, pieces = text.removesuffix(pieces[-1].text), pieces[:-1]
    fields: dict[str, str] = {}
    while len(pieces) >= 3:
        from_left = pieces[0].role not in {"title", "value", "number"}
        literal = (pieces[1] if from_left else pieces[-2]).text
        split = text.partition(literal) if from_left else text.rpartition(literal)
        if not literal or not split[1]:
            return None
        if from_left:
            fields[pieces[0].role], text, pieces = split[0], split[2], pieces[2:]
        else:
            fields[pieces[-1].role], text, pieces = split[2], split[0], pieces[:-2]
    if pieces:
        fields[pieces[0].role] = text
    return fields if _is_plausible(fields, plan, strictly=strictly) else None


def _is_plausible(fields: dict[str, str], plan: Plan, *, strictly: bool) -> bool:
    if not all(fields.values()):
        return False
    if not strictly:
        return True
    plain = [text for name, text in fields.items() if name != "title"]
    return all("\n" not in text for text in fields.values()) and not any(
        plan.wording.comma in text for text in plain
    )
