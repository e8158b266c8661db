"""A region as a row of tokens: values, and judged pieces of the text between them."""

from collections.abc import Iterator

from pressdesk.reading.cut.atoms import Atom, find_atoms
from pressdesk.reading.cut.labels import Label, find_label_after, find_label_before
from pressdesk.reading.cut.pieces import Token, join_of, read_pieces
from pressdesk.reading.numbers.runs import Origin, read_number, read_run, with_other_tail


def read_tokens(text: str, origin: Origin) -> list[Token]:
    """Judge all pieces of a region's text, in order."""
    tokens: list[Token] = []
    place = 0
    for atom in _believed(find_atoms(text), origin):
        label = find_label_before(text[place : atom.start], origin.language)
        end = place + label.start if label else atom.start
        tokens += read_pieces(text, place, end, follows=bool(tokens))
        values = _read_value(atom, label, origin, tokens)
        if atom.extension and values:
            printed = text[atom.start : atom.end]
            values[-1] = values[-1]._replace(text=printed[printed.rfind(values[-1].text) :])
        place = atom.end
        if values and values[-1].kind == "phone":
            place += _take_label_behind(values, text[place : place + 60], label, origin)
        if values:
            join = join_of(text[max(end - 4, 0) : end] if label else text[end : atom.start])
            tokens += [values[0]._replace(join=join), *values[1:]]
    tokens += read_pieces(text, place, len(text), follows=bool(tokens))
    return tokens


def _take_label_behind(
    values: list[Token], behind: str, label: Label | None, origin: Origin
) -> int:
    """Give the last number the kind that stands behind it; give the length of that label."""
    found = find_label_after(behind, origin.language)
    if found is None:
        return 0
    kind, length = found
    if label is None or (label.kind == "office" and kind != "unknown"):
        values[-1] = values[-1]._replace(label=kind)
    return length


def _believed(atoms: list[Atom], origin: Origin) -> Iterator[Atom]:
    for atom in atoms:
        if (
            atom.kind != "digits"
            or any(_is_phone(one.text, one.e164) for one in read_run(atom.value, origin))
            or (sum(map(str.isdigit, atom.value)) <= 5 and "\n" not in atom.value)
        ):
            yield atom


def _is_phone(text: str, e164: str | None) -> bool:
    return e164 is not None or sum(map(str.isdigit, text)) >= 6


def _read_value(
    atom: Atom, label: Label | None, origin: Origin, before: list[Token]
) -> list[Token]:
    kind = label.kind if label else None
    if atom.kind != "digits":
        what = {"url": "link"}.get(atom.kind, atom.kind)
        return [Token(what, atom.value, atom.start, extension=atom.value, label=kind)]
    numbers = [one for one in read_run(atom.value, origin) if _is_phone(one.text, one.e164)]
    if not numbers:
        return _read_tail(atom, origin, before, kind)
    tokens = [
        Token("phone", one.text, atom.start, number=one.e164, extension=one.extension, label=kind)
        for one in numbers
    ]
    if atom.extension:
        tokens[-1] = tokens[-1]._replace(extension=atom.extension)
    return tokens


def _read_tail(atom: Atom, origin: Origin, before: list[Token], kind: str | None) -> list[Token]:
    """Read "oder -22", "/07" behind a number: another number with other last digits."""
    said = (one for one in reversed(before) if one.kind != "text" or one.text)
    if kind:  # "…, Tel. 0251 83-24000, or Jens Pape, Tel. -24017"
        said = (one for one in said if one.kind == "phone")
    last = next(said, None)
    if last is None or last.kind != "phone" or last.number is None:
        return []
    # "-1510 | -1722 | -1534": the number that is printed whole stands before both.
    whole = (one.text for one in reversed(before) if one.kind == "phone" and one.text[:1] != "-")
    other = with_other_tail(next(whole, ""), atom.value)
    number = read_number(other, origin).e164 if other else None
    if number is None or len(number) > len(last.number) + 2:
        return []
    return [
        Token(
            "phone",
            f"-{atom.value.strip(' -')}",
            atom.start,
            number=number,
            label=kind or last.label,
        )
    ]
