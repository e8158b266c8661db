import re
import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values.clean_text import (
    clean_name,
    clean_text,
    find_mixed_scripts,
    has_ink,
    lost_characters,
)

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# What people paste, most of it harmless, and all that has made trouble elsewhere.
ODD = "a É\u0301\u00a0\u200b\u200c\u200d\u200e\u200f\u061c\u00ad\ufeff\u180eاᠠक\u094d\u3164가각"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(ODD + BIDI), max_size=30)

CLEANED = [
    ("Maria G. Moreno", "Maria G. Moreno"),
    ("  Maria   G. Moreno ", "Maria G. Moreno"),
    ("Maria\u00a0Moreno\u3000Press", "Maria Moreno Press"),
    ("Jose\u0301", "José"),
    ("ﬁne ２３", "ﬁne ２３"),
    ("Łódź, Zoë", "Łódź, Zoë"),
    ("Ma\u200bria\u2060\ufeff", "Maria"),
    ("Mo\u00adreno", "Moreno"),
    ("ab\u202ecd\u202c\u2066ef\u2069", "abcdef"),
    ("Ma\u200driA\u200e", "MariA"),
    ("A\u3164B\u115f", "AB"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("क\u094d\u200dष", "क\u094d\u200dष"),
    ("علي\u200f ب", "علي ب"),
    ("\u200cعلي\u200c", "علي"),
    ("\u0600\u0661", "\u0600\u0661"),
    ("👩\u200d🚒", "👩🚒"),
    ("", ""),
    ("   ", ""),
]


@pytest.mark.parametrize(("text", "cleaned"), CLEANED, ids=ascii)
def test_a_text_is_cleaned(text: str, cleaned: str) -> None:
    """Spaces are folded, letters composed, and what hides is left out."""
    assert clean_text("name", text) == cleaned


CONTROLS = [*map(chr, [*range(0x20), *range(0x7F, 0xA0)]), "\u2028", "\u2029"]


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_a_control_character_is_refused_by_number(control: str) -> None:
    """TAB and line ends too: each field is one line."""
    message = re.escape(f"contains a control character (U+{ord(control):04X}); type it again on")
    with pytest.raises(InvalidValueError, match=message) as caught:
        clean_text("title", f"Head{control}of Press")
    assert caught.value.field == "title"
    assert control not in str(caught.value)


@pytest.mark.parametrize("text", ["\ud800", "Mor\udce9no"], ids=ascii)
def test_a_byte_that_was_no_text_is_refused(text: str) -> None:
    """A lone surrogate is what is left of a byte that could not be decoded."""
    with pytest.raises(InvalidValueError, match=r"contains an undecodable byte \(U\+D"):
        clean_text("name", text)


INVISIBLE = [
    "\u200b",
    "\u200d\u200d",
    "\u202e",
    "\u3164",
    "\u2800",
    "\u00ad\u00ad",
    "\u0301",
    "\ufe0f",
]


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
def test_a_text_of_nothing_visible_is_refused(text: str) -> None:
    """Such a name would look like a missing one."""
    with pytest.raises(InvalidValueError, match="nothing in it can be seen; type it again"):
        clean_text("name", text)


def test_a_text_is_measured_after_cleaning() -> None:
    """What is left out does not count."""
    assert clean_text("name", f" {'a' * 5}\u200b ", limit=5) == "aaaaa"
    with pytest.raises(InvalidValueError, match=r"too long \(6 characters\); expected at most 5"):
        clean_text("name", "a" * 6, limit=5)


def test_an_endless_run_of_joiners_is_judged_once() -> None:
    """A cell of them took minutes when each looked along the whole run."""
    with pytest.raises(InvalidValueError, match=r"too long \(200002 characters\)"):
        clean_text("name", "ا" + "\u200d" * 200_000 + "ا")


NOT_NAMES = [
    ("", "is empty"),
    ("  ", "is empty"),
    ("—", "has no letter or digit"),
    ("...", "has no letter or digit"),
    ("\u0640", "has no letter or digit"),
    ("\ufe70", "has no letter or digit"),
    ("☎", "has no letter or digit"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_NAMES, ids=ascii)
def test_a_name_needs_a_letter_or_a_digit(text: str, reason: str) -> None:
    """A key is made of them: what folding leaves nothing of makes none."""
    message = re.escape(f"{reason}; give the name as it is to be printed")
    with pytest.raises(InvalidValueError, match=message) as caught:
        clean_name("name", text)
    assert (caught.value.field, caught.value.text) == ("name", text)


@pytest.mark.parametrize("text", ["Иванова", "李明", "Desk 24", "X", "½"])
def test_a_name_of_any_script_is_taken(text: str) -> None:
    """Latin letters are not asked for."""
    assert clean_name("name", text) == text


def test_a_name_has_at_most_300_characters() -> None:
    """One less than what is refused is taken."""
    assert clean_name("name", "a" * 300)
    with pytest.raises(InvalidValueError, match="expected at most 300"):
        clean_name("name", "a" * 301)


LOST = [
    ("Maria", []),
    ("Ma\u200bri\u200ba", ["U+200B ZERO WIDTH SPACE"]),
    ("a\u202eb\u00adc", ["U+202E RIGHT-TO-LEFT OVERRIDE", "U+00AD SOFT HYPHEN"]),
    ("a\u200db", ["U+200D ZERO WIDTH JOINER"]),
    ("می\u200cخواهم", []),
    ("\u3164x", ["U+3164 HANGUL FILLER"]),
]


@pytest.mark.parametrize(("text", "names"), LOST, ids=ascii)
def test_lost_characters_are_named_once(text: str, names: list[str]) -> None:
    """Nothing is dropped in silence."""
    assert lost_characters(text) == names


@given(TEXTS)
@settings(deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A stored text comes back as it was."""
    try:
        cleaned = clean_text("text", text)
    except InvalidValueError:
        return
    assert clean_text("text", cleaned) == cleaned
    assert lost_characters(cleaned) == []


@given(TEXTS)
@settings(deadline=None)
def test_a_clean_text_holds_nothing_that_acts(text: str) -> None:
    """No control, no override, no line end; composed, trimmed, with single spaces."""
    try:
        cleaned = clean_text("text", text)
    except InvalidValueError:
        return
    categories = {unicodedata.category(character) for character in cleaned}
    assert categories.isdisjoint({"Cc", "Zl", "Zp", "Cs"})
    assert set(cleaned).isdisjoint(BIDI + "\u200b\u2060\ufeff\u00ad")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert " ".join(cleaned.split()) == cleaned


@pytest.mark.parametrize(
    "after", ["\u180e", "\u0890", "\u3164", "1", "،", " ا", "a", ""], ids=ascii
)
def test_a_joiner_stays_between_letters_alone(after: str) -> None:
    """A neighbour that is left out itself is no letter: else a second cleaning differed."""
    assert "\u200d" not in clean_text("text", f"ا\u200d{after}")


@pytest.mark.parametrize(
    ("text", "ink"), [("a", True), ("!", True), ("👍", True), ("", False), (" \u3164", False)]
)
def test_ink_is_what_can_be_seen(text: str, ink: object) -> None:
    """Letters, numbers, signs; no spaces, no marks alone, no fillers."""
    assert has_ink(text) is ink


MIXED = [
    ("Moreno", []),
    ("Иванова", []),
    ("M\u043ereno", ["Cyrillic", "Latin"]),
    ("Αlpha", ["Greek", "Latin"]),
    ("東京タワー", []),
    ("Tokyo東京タワー", []),
    ("Seoul서울漢", []),
    ("Иван東", ["Cyrillic", "Han"]),
    ("Ｍoreno", []),
    ("ªº", []),
    ("123-45", []),
    ("", []),
]


@pytest.mark.parametrize(("word", "scripts"), MIXED)
def test_scripts_that_do_not_belong_together_are_named(word: str, scripts: list[str]) -> None:
    """A look-alike mixes them; an honest word in one script does not."""
    assert find_mixed_scripts(word) == scripts
