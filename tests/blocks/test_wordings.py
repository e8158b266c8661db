"""What holds for the wording of every language."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from pressdesk.blocks.block import Block, WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.render import render_block
from pressdesk.blocks.wordings import (
    LANGUAGES,
    Wording,
    extension_words,
    get_wording,
    labels,
    lead_ins,
    openings,
)
from pressdesk.values.extension import split_extension
from pressdesk.words import ANY, by_language, phrases
from tests.blocks.closings import BODY_TEXT, LEAD_INS, OTHER_END_MARKS, OTHER_LABELS, SEEN
from tests.blocks.samples import sample_block

WORDINGS = [pytest.param(get_wording(language), id=language) for language in LANGUAGES]
every_wording = pytest.mark.parametrize("wording", WORDINGS)

BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def repeated(texts: Iterable[str]) -> list[str]:
    """Find what stands more than once, blind to case."""
    return [text for text, count in Counter(map(str.casefold, texts)).items() if count > 1]


def labels_of(wording: Wording, kind: WayKind) -> tuple[str, ...]:
    """Return the label of a kind and its other spellings."""
    return tuple(text for text, way in labels(wording.language).items() if way == str(kind))


def words(wording: Wording) -> Iterator[str]:
    """Yield every text that stands alone."""
    yield from openings(wording.language)
    yield from labels(wording.language)
    yield from (*extension_words(wording.language), wording.or_, wording.and_)


def joints(wording: Wording) -> tuple[str, ...]:
    """Give the texts that bring their own spaces."""
    return (wording.colon, wording.comma, wording.semicolon, wording.gap, wording.at)


@every_wording
def test_texts_are_clean(wording: Wording) -> None:
    """Composed letters on one line, without spaces at the ends or controls of direction."""
    for text in words(wording):
        assert text
        assert text == text.strip()
    for text in (*words(wording), *joints(wording)):
        assert text
        assert unicodedata.is_normalized("NFC", text)
        assert len(text.splitlines()) == 1
        assert not BIDI_CONTROLS.intersection(text)


@every_wording
def test_a_lead_in_stands_once_and_without_its_colon(wording: Wording) -> None:
    """The reader allows for the colon, and "…" must leave words to go by."""
    assert not repeated(openings(wording.language))
    for text in openings(wording.language):
        assert not text.endswith((":", "："))
        assert text.count("…") <= 1
        assert text.replace("…", "").strip()
    assert "…" not in wording.lead_in


@pytest.mark.parametrize(
    ("language", "lead_in"),
    [(language, one) for language in LEAD_INS for one in LEAD_INS[language]],
)
def test_the_lead_ins_of_the_conventions_are_known(language: str, lead_in: str) -> None:
    """Real releases use them."""
    assert lead_in.casefold() in map(str.casefold, openings(language))


def test_the_conventions_name_each_language() -> None:
    """The table above leaves no wording out."""
    assert sorted(LEAD_INS) == sorted(LANGUAGES)


@pytest.mark.parametrize(("language", "seen"), SEEN.items())
def test_what_releases_were_seen_to_close_with_is_known(
    language: str, seen: tuple[str, ...]
) -> None:
    """As a lead-in or as a heading."""
    known = {text.casefold() for text in openings(language)}
    assert not [text for text in seen if text.casefold() not in known]


def test_other_spellings_of_releases_are_known() -> None:
    """Labels and end marks that no other form covers."""
    for language, kind, label in OTHER_LABELS:
        assert label in labels_of(get_wording(language), kind)
    for language, mark in OTHER_END_MARKS:
        assert mark in (*phrases("end_marks", language), *phrases("notes", language))


@pytest.mark.parametrize(("language", "sentences"), BODY_TEXT.items())
def test_body_text_does_not_begin_with_a_lead_in(language: str, sentences: tuple[str, ...]) -> None:
    """Many a release ends with "For more information, visit our site", which names nobody."""
    for sentence in sentences:
        for text in lead_ins(language):
            before, _, behind = text.casefold().partition("…")
            begins = sentence.casefold().startswith(before) and bool(before)
            assert not (begins and behind in sentence.casefold()), text


def test_every_language_is_held_against_releases() -> None:
    """No table above leaves a wording out."""
    assert sorted(SEEN) == sorted(BODY_TEXT) == sorted(LANGUAGES)


@every_wording
def test_people_may_follow_every_lead_in(wording: Wording) -> None:
    """In a sentence the name begins where the lead-in ends, without a colon between them."""
    people = sample_block(wording.language).entries
    for text in lead_ins(wording.language):
        if "…" not in text:
            block = Block(text, people, wording.language)
            assert parse_block(render_block(block, "inline"), wording.language, "inline") == block


@every_wording
def test_a_label_belongs_to_one_kind(wording: Wording) -> None:
    """Not even a full stop may be all that tells a mobile from a fax."""
    assert set(wording.labels) == set(WayKind)
    assert {str(kind) for kind in WayKind} <= set(by_language("labels")[wording.language].values())
    assert not repeated(labels(wording.language))
    kinds: dict[str, str] = {}
    for label, kind in labels(wording.language).items():
        assert kinds.setdefault(label.rstrip(".").casefold(), kind) == kind


@every_wording
def test_no_label_has_a_colon(wording: Wording) -> None:
    """It would end the label too early."""
    texts = "".join(labels(wording.language))
    assert ":" not in texts
    assert wording.colon.strip() not in texts


@every_wording
def test_every_word_for_an_extension_is_read(wording: Wording) -> None:
    """What a block prints, the reader of numbers must take off again."""
    for word in extension_words(wording.language):
        assert split_extension(f"+1 202 862 1826 {word} 230") == ("+1 202 862 1826", "230"), word


@pytest.mark.parametrize(
    "number",
    ["02-2311-3456轉230", "+1-202-862-1826, poste 230", "+1-202-862-1826 x230."],
)
def test_extensions_are_read_as_releases_print_them(number: str) -> None:
    """Without a space, behind a comma, before the full stop of the sentence."""
    assert split_extension(number).extension == "230"


@every_wording
def test_the_parts_of_a_sentence_can_be_told_apart(wording: Wording) -> None:
    """One mark between the parts of a person, another between people."""
    marks = [wording.comma, wording.semicolon, wording.colon]
    assert all(mark.strip() for mark in marks)
    assert len({mark.strip() for mark in marks}) == len(marks)
    assert wording.or_ != wording.and_


@every_wording
def test_the_office_has_its_place(wording: Wording) -> None:
    """Once, and in nothing else that would be filled in."""
    assert wording.at.count("{office}") == 1
    assert wording.at.format(office="Geneva").count("Geneva") == 1
    assert not any(brace in text for text in words(wording) for brace in "{}")


@every_wording
def test_marks_stand_once(wording: Wording) -> None:
    """Those of any language are not repeated in one, and no mark opens a block."""
    marks, notes = phrases("end_marks", wording.language), phrases("notes", wording.language)
    assert marks
    assert notes
    assert phrases("about", wording.language)
    assert not repeated((*phrases("end_marks", ANY), *marks, *notes))
    assert not repeated((*marks, *openings(wording.language)))


def test_words_are_there_for_every_language_that_is_printed() -> None:
    """A new language has a part in each of these files."""
    for kind in "lead_ins headings labels extension_words end_marks notes about".split():
        assert set(LANGUAGES) <= set(by_language(kind)), kind
    assert set(LANGUAGES) == set(by_language("lead_ins")) == set(by_language("headings"))
