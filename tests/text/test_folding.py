import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.text.folding import _PLAIN_LETTERS, fold, fold_words, slug

FOLDED = [
    ("Maria G. Moreno", "maria g. moreno"),
    ("Łódź", "lodz"),
    ("Müller", "muller"),
    ("Zoë", "zoe"),
    ("Straße", "strasse"),
    ("STRASSE", "strasse"),
    ("Ærø", "aero"),
    ("Œuvre", "oeuvre"),
    ("Þórður", "thordur"),
    ("Đặng", "dang"),
    ("Işık", "isik"),
    ("İstanbul", "istanbul"),
    ("Ŋuni", "nuni"),
    ("ﬁnance", "finance"),
    ("Ｆｕｌｌ ２３", "full 23"),
    ("O\u2019Neil", "o\u2019neil"),
    ("Йошкар", "иошкар"),
    ("Ёлка", "елка"),
    ("ΆΝΝΑ ς", "αννα σ"),
    ("مُحَمَّد", "محمد"),
    ("محـــمد", "محمد"),
    ("がぎ", "がぎ"),
    ("ｶﾞ", "ガ"),
    ("한국", "한국"),
    ("क\u093c", "क\u093c"),
    ("Việt Nam", "viet nam"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_a_text_is_folded(text: str, folded: str) -> None:
    """Case, accents and ligatures go; the letters of other scripts stay."""
    assert fold(text) == folded


@given(st.text())
@settings(deadline=None)
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is stored folded is found folded."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
@settings(deadline=None)
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    """A Mac writes NFD where others write NFC."""
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed) == fold(text)


@given(st.text(st.characters(categories=["Lu", "Ll", "Lt", "Nd", "Zs"])))
@settings(deadline=None)
def test_case_does_not_matter(text: str) -> None:
    """Searching is blind to case."""
    assert fold(text.casefold()) == fold(text)


def test_every_single_character_folds_stably() -> None:
    """Hypothesis draws few of them; here is each letter and mark of the basic plane."""
    letters = (chr(point) for point in range(0x10000) if not 0xAC00 <= point <= 0xDFFF)
    unstable = [ascii(one) for one in letters if fold(fold(one)) != fold(one)]
    assert unstable == []


WORDS = [
    ("Maria G. Moreno", "maria g moreno"),
    ("  O'Neil-Jones, PhD ", "o neil jones phd"),
    ("IOM/UN (Geneva)", "iom un geneva"),
    ("हिन्दी", "हिन्दी"),
    ("ภาษาไทย", "ภาษาไทย"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("—…!", ""),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_have_one_space_between(text: str, words: str) -> None:
    """Punctuation parts words; the vowel signs of other scripts do not."""
    assert fold_words(text) == words


SLUGS = [
    ("Maria G. Moreno", "maria-g-moreno"),
    ("IOM Washington DC", "iom-washington-dc"),
    ("  -- Desk 24/7 -- ", "desk-24-7"),
    ("Мария Иванова", "мария-иванова"),
    ("李 明", "李-明"),
    ("Zoë Łuk", "zoe-luk"),
    ("-rf", "rf"),
    ("../../etc", "etc"),
    ("…", ""),
]


@pytest.mark.parametrize(("name", "key"), SLUGS)
def test_a_name_makes_a_key(name: str, key: str) -> None:
    """Small letters, digits and hyphens; letters of other scripts stay."""
    assert slug(name) == key


@given(st.text())
@settings(deadline=None)
def test_a_key_is_its_own_key(text: str) -> None:
    """What the directory prints as a key can be typed as one."""
    key = slug(text)
    assert slug(key) == key
    assert not key.startswith("-")
    assert not key.endswith("-")
    assert set(key).isdisjoint(" /\\.\t\n")


def test_the_latin_letters_of_europe_become_plain() -> None:
    """All of Latin-1 and Latin Extended-A, but those with an apostrophe or a point of their own."""
    letters = [chr(point) for point in range(0xC0, 0x180) if chr(point).isalpha()]
    assert {one for one in letters if not fold(one).isascii()} == set("ŉĿŀ")


def plain_fold(text: str) -> str:
    """Fold as it is specified, one character after the other."""
    once = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", once)
    letters = (one for one in decomposed if unicodedata.combining(one) < 10)
    plain = "".join(_PLAIN_LETTERS.get(one, one) or "" for one in letters)
    return unicodedata.normalize("NFC", plain)


def is_of_word(character: str) -> bool:
    """Ask whether a character of a folded text belongs to a word."""
    if character.isascii():
        return character.isalnum()
    return unicodedata.category(character)[0] in "LNM" or character in "\u200c\u200d"


@given(st.text() | st.text(st.characters(max_codepoint=0x17F)))
def test_tables_fold_as_characters_do(text: str) -> None:
    """Any text, and the Latin ones above all."""
    assert fold(text) == plain_fold(text)


@given(st.text() | st.text(st.characters(max_codepoint=0x17F)))
def test_tables_part_words_as_characters_do(text: str) -> None:
    """What is no letter, digit or mark parts words."""
    folded = plain_fold(text)
    words = "".join(one if is_of_word(one) else " " for one in folded).split()
    assert fold_words(text) == " ".join(words)
