"""What a person asks for, as a tree: terms, fields, OR and NOT. Any text is a question.

Terms stand side by side and must all match; OR parts alternatives, NOT takes the term behind it
away, "…" is a phrase, `field:term` looks in one field. A word matches every word that it begins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pressdesk.directory.search.words import FEWEST_DIGITS, asked_words, digit_words
from pressdesk.text.folding import fold_words

FIELDS = ("name", "title", "office", "city", "country", "lang", "topic", "email", "phone", "ext",
          "kind")  # fmt: skip
NAME_FIELDS = ("name",)
PLACE_FIELDS = ("name", "office", "city")
# Where a word without a field is looked for: numbers, languages and kinds are asked for as such.
WORD_FIELDS = ("name", "title", "office", "city", "country", "topic", "email", "ext")

_NUMBER_SIGNS = frozenset(" +().-/\u00a0")


class Term(NamedTuple):
    """Words that follow one another in one field.

    field: one of FIELDS, or None for any. is_beginning: the last word may go on.
    """

    words: tuple[str, ...]
    field: str | None = None
    is_beginning: bool = True


class Wanted(NamedTuple):
    """Terms that must all match, and terms of which none may."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()


class Query(NamedTuple):
    """Alternatives: one of them must match. None at all matches nothing.

    plain: the folded words of a question without fields, phrases and operators; else empty.
    """

    alternatives: tuple[Wanted, ...]
    plain: str = ""


def parse_query(arguments: Sequence[str]) -> Query:
    """Read the arguments of a search (docs/lookup.md)."""
    alternatives: list[Wanted] = []
    terms: list[Term] = []
    without: list[Term] = []
    is_negative, has_operators = False, False
    for word, found in _terms(arguments):
        if word == "OR":
            has_operators = True
            alternatives += _wanted(terms, without)
            terms, without = [], []
        elif word == "NOT":
            is_negative = has_operators = True
            continue
        else:
            (without if is_negative else terms).extend(found)
        is_negative = False
    alternatives += _wanted(terms, without)
    is_plain = not has_operators and all(
        term.field is None and term.is_beginning for one in alternatives for term in one.terms
    )
    plain = fold_words(" ".join(arguments)) if is_plain else ""
    return Query(tuple(alternatives), plain)


def _wanted(terms: list[Term], without: list[Term]) -> list[Wanted]:
    return [Wanted(tuple(terms), tuple(without))] if terms or without else []


def _terms(arguments: Iterable[str]) -> Iterator[tuple[str, list[Term]]]:
    """Give each word of the question with the terms that it makes; operators make none."""
    for argument in _joined_numbers(arguments):
        if number := _number_terms(argument):
            yield "", number
            continue
        for field, quoted, word in _words(argument):
            if word in {"OR", "NOT"} and not field and not quoted:
                yield word, []
            elif field in {None, "phone"} and (number := _number_terms(word, field)):
                yield "", number
            else:
                words = tuple(asked_words(word))
                yield "", [Term(words, field, is_beginning=not quoted)] if words else []


def _joined_numbers(arguments: Iterable[str]) -> Iterator[str]:
    """Join the groups of a number that was typed without quotes: `find 202 862 1826`.

    A group of four digits or more is a number by itself, and ends the one that it stands in.
    """
    for groups in _number_groups(arguments):
        is_number = sum(one.isdecimal() for one in "".join(groups)) >= FEWEST_DIGITS
        yield from [" ".join(groups)] if is_number else groups


def _number_groups(arguments: Iterable[str]) -> Iterator[list[str]]:
    """Give runs of arguments that may be one number, and every other argument by itself."""
    groups: list[str] = []
    for argument in arguments:
        digits = sum(one.isdecimal() for one in argument)
        is_group = bool(digits) and all(one.isdecimal() or one in _NUMBER_SIGNS for one in argument)
        if is_group and digits < FEWEST_DIGITS:
            groups.append(argument)
            continue
        if is_group:
            yield [*groups, argument]
        else:
            yield groups
            yield [argument]
        groups = []
    yield groups


def _words(argument: str) -> Iterator[tuple[str | None, bool, str]]:
    """Split an argument at spaces outside quotes; give field, whether quoted, and text.

    A quotation mark that is not closed stands for itself.
    """
    pattern = r'(?:([A-Za-z]+):)?"([^"]*)"|(\S+)'
    for match in re.finditer(pattern, argument):
        field, phrase, word = match.groups()
        if phrase is not None:
            known = _field(field)
            yield known, True, phrase if known or not field else f"{field} {phrase}"
            continue
        before, colon, rest = word.partition(":")
        known = _field(before) if colon and rest else None
        yield (known, False, rest) if known else (None, False, word)


def _field(name: str | None) -> str | None:
    return name.lower() if name and name.lower() in FIELDS else None


def _number_terms(text: str, field: str | None = None) -> list[Term]:
    """Give the terms of a phone number in any spelling, or none when the text is not one."""
    if not any(character.isdigit() for character in text):
        return []
    # Only what has digits pays for the reader of extensions.
    from pressdesk.values.extension import split_extension, to_ascii_digits

    number, extension = split_extension(to_ascii_digits(text))
    if not all(one.isdigit() or one in _NUMBER_SIGNS for one in number):
        return []
    # "(0)" is dialled within the country alone; leading zeros are trunk or exit prefixes.
    typed = "".join(one for one in number.replace("(0)", "") if one.isdigit())
    if extension and not number:
        return [Term((extension,), "ext", is_beginning=False)]
    digits = typed.lstrip("0") if len(typed.lstrip("0")) >= FEWEST_DIGITS else typed
    if len(digits) < FEWEST_DIGITS:
        return []
    terms = [Term(tuple(digit_words(digits)), field or "phone", is_beginning=False)]
    if extension:
        terms.append(Term((extension,), "ext", is_beginning=False))
    return terms
