"""Entries set right with their neighbours in view: merged, paired, given their switchboard."""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk.reading.group.grouping import Entry, shares_house
from pressdesk.reading.people.names import find_person, score_person
from pressdesk.reading.vocabulary import DESK_WORDS, ORG_WORDS, PUBLIC_WORDS, TITLE_WORDS
from pressdesk.text.folding import fold_words
from pressdesk.values.phone_kind import kind_of_range

if TYPE_CHECKING:
    from pressdesk.reading.cut.pieces import Token


def settle_entries(entries: list[Entry]) -> list[Entry]:
    """Give the entries that have values, each with its own."""
    entries = _share_number_behind(entries)
    merged = _on_switchboard(_merge_nameless([_named_in_brackets(entry) for entry in entries]))
    split = [
        part for entry in merged for one in _pair_columns(entry) for part in _pair_neighbours(one)
    ]
    chosen = (_named_by_address(_choose_name(entry)) for entry in split)
    return [entry for entry in chosen if entry.values]


def words_of(entry: Entry) -> set[str]:
    """Give all folded words of an entry's texts and its heading."""
    tokens = [*entry.texts, *([entry.heading] if entry.heading else [])]
    return {word for token in tokens for word in fold_words(token.text).split()}


def _merge_nameless(entries: list[Entry]) -> list[Entry]:
    """Join what stands directly below an entry, and names nobody, to it: an address, an e-mail."""
    merged: list[Entry] = []
    for entry in entries:
        before = merged[-1] if merged else None
        if before and _announces(before, entry):
            entry.values[:0] = before.values
            merged[-1] = entry
        elif before and not entry.values and shares_house(entry, before):
            merged[-1] = replace(entry, names=[*entry.names, *entry.others], others=[],
                                 texts=before.texts, values=before.values)  # fmt: skip
        elif before and _is_rest(entry, before):
            before.values += entry.values
            before.texts += entry.texts
        elif (
            before
            and not (before.values or before.names or entry.is_opened)
            and (entry.heading is before.heading)
        ):
            merged[-1] = _joined(before, entry)
        else:
            merged.append(entry)
    return merged


def _share_number_behind(entries: list[Entry]) -> list[Entry]:
    """Give two people the number behind both: "A (address of A) and B (of B), 530-752-9841"."""
    shared = list(entries)
    for place, (entry, after) in enumerate(pairwise(entries)):
        first = after.names[0].join if after.names else ""
        kinds = [one.kind for one in after.values]
        is_behind = "email" in kinds and kinds[-1:] == ["phone"]
        if first == "and" and is_behind and {one.kind for one in entry.values} == {"email"}:
            phones = [one for one in after.values if one.kind == "phone"]
            shared[place] = replace(entry, values=[*entry.values, *phones])
    return shared


def _announces(before: Entry, entry: Entry) -> bool:
    """Ask whether an address that stands above a name is that person's."""
    if before.names or before.texts or not entry.names or entry.is_apart:
        return False
    emails = [one.text for one in before.values if one.kind == "email"]
    return bool(emails) and score_person(entry.names[0].text, emails) >= 3


def _joined(before: Entry, entry: Entry) -> Entry:
    return replace(entry, texts=before.texts + entry.texts, start=before.start,
                   fields={**before.fields, **entry.fields}, is_apart=before.is_apart)  # fmt: skip


def _is_rest(entry: Entry, before: Entry) -> bool:
    if (
        entry.names
        or entry.is_apart
        or not before.values
        or entry.heading is not before.heading
        or entry.is_opened
    ):
        return False
    words = words_of(entry)
    if not entry.values:
        return False
    if any(token.join == "semicolon" for token in entry.texts[:1]):
        return not words & (DESK_WORDS | TITLE_WORDS)
    is_desk = bool(words & DESK_WORDS) and not words & TITLE_WORDS
    goes_on = entry.texts[0].text[:1].islower() if entry.texts else False
    if goes_on and not before.names:
        return True  # the same sentence: "…, or contact the release team at"
    return bool(before.names) and not is_desk and not words & PUBLIC_WORDS


def _pair_columns(entry: Entry) -> list[Entry]:
    """Pair names in one column with numbers in the next: "Dr A / Dr B / number of A / of B"."""
    people = [*entry.names, *entry.others]
    if len(people) < 2 or len(entry.names) > 1:
        return [entry]
    phones = [one for one in entry.values if one.kind == "phone"]
    emails = [one for one in entry.values if one.kind == "email"]
    count = len(people)
    given = sum(score_person(one.text, []) > 0 for one in people)
    sure = (
        all(one.is_announced for one in people)
        or len(emails) == count
        or (given >= max(count - 1, 2) and not entry.texts)
    )
    if not sure or len(phones) not in (0, count) or len(emails) not in (0, count):
        return [entry]
    rows = [list(column) for column in (phones, emails) if column]
    return [
        replace(entry, names=[person], others=[], texts=[], fields={},
                values=[column[place] for column in rows], start=person.start)
        for place, person in enumerate(people)
    ]  # fmt: skip


def _pair_neighbours(entry: Entry) -> list[Entry]:
    """Pair names in a row with as many numbers or addresses: "A / B, number of A / of B".

    A number for the desk and one for the road are of both: there the kinds differ.
    """
    count = len(entry.names)
    phones = [one for one in entry.values if one.kind == "phone" and one.label != "fax"]
    emails = [one for one in entry.values if one.kind == "email"]
    kinds = {kind_of_range(one.number) if one.number else one.label for one in phones}
    paired = [phones] if len(phones) == count and len(kinds) == 1 else []
    paired += [emails] if len(emails) == count else []
    if count < 2 or not paired:
        return [entry]
    shared = [one for one in entry.values if not any(one in column for column in paired)]
    return [
        replace(entry, names=[person], values=[*(column[place] for column in paired), *shared])
        for place, person in enumerate(entry.names)
    ]


def _choose_name(entry: Entry) -> Entry:
    """Of several lines that look like a person, take the likeliest as the name."""
    if not entry.others or len(entry.names) != 1:
        return entry
    emails = [one.text for one in entry.values if one.kind == "email"]
    lines = [entry.names[0], *entry.others]
    best = max(
        lines, key=lambda one: (score_person(one.text, emails) + 3 * one.is_announced, -one.start)
    )
    if entry.others[-1].join in ("dash", "wide") and (
        len(best.text.split()) == 1
        or score_person(best.text, emails) == score_person(lines[-1].text, emails)
    ):
        best = lines[-1]  # "Principal - Contact 0400 …"
    rest = [one for one in lines if one is not best]
    return replace(entry, names=[best], others=[], texts=rest + entry.texts)


def _named_by_address(entry: Entry) -> Entry:
    """Take a text for the name where an address has both its words: "Aminata Ba", aminata.ba@."""
    if entry.names or entry.fields.get("name"):
        return entry
    emails = [one.text for one in entry.values if one.kind == "email"]
    for text in entry.texts if len(emails) == 1 else ():
        words = fold_words(text.text).split()
        is_plain = not set(words) & (DESK_WORDS | TITLE_WORDS | ORG_WORDS | PUBLIC_WORDS)
        local = fold_words(emails[0].partition("@")[0]).split()
        if is_plain and len(words) >= 2 and words in (local, local[::-1]):
            rest = [one for one in entry.texts if one is not text]
            return replace(entry, names=[text], texts=rest)
    return entry


def _named_in_brackets(entry: Entry) -> Entry:
    """Take who stands in brackets behind a number, where nobody is named: "0412 … (Tess Hill)"."""
    asides = [one for one in entry.texts if one.kind == "aside"]
    if entry.names or entry.fields.get("name") or len(asides) != 1:
        return entry
    found = find_person(asides[0].text)
    if not found or found.before or found.after:
        return entry
    rest = [one for one in entry.texts if one is not asides[0]]
    return replace(entry, names=[asides[0]._replace(text=found.name)], texts=rest)


def _on_switchboard(entries: list[Entry]) -> list[Entry]:
    """Give extensions that stand alone the number that stands above them."""
    base: Token | None = None
    settled = []
    for entry in entries:
        values: list[Token] = []
        for value in entry.values:
            if value.kind == "phone":
                base = value
                values.append(value)
            elif value.kind == "email":
                values.append(value)
            elif base is not None:
                values.append(
                    value._replace(
                        kind="phone",
                        number=base.number,
                        text=value.text,
                        label=value.label or "office",
                    )
                )
        settled.append(replace(entry, values=values))
    return settled
