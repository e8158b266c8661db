"""What holds for every file of words, and how they are read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from pressdesk.blocks.block import WayKind
from pressdesk.text.folding import fold, fold_words
from pressdesk.words import all_meanings, all_words, by_language, parse_words, phrases
from tests import make_months
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "pressdesk"
FOLDER = SOURCE / "words"
FILES = sorted(FOLDER.glob("*.txt"))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)

# Files of phrases are as they are printed, and compared blind to case; those of other words are in
# the form in which they are compared: folded, or (where an accent tells) in small letters.
PRINTED = frozenset(
    "lead_ins headings openings purposes contacting enquiries directed labels end_marks notes "
    "about han_words page verification".split()
)
SMALL = frozenset({"extension_words", "closings", "conjunctions", "text_verbs"})
# What words may mean; files that are not here say nothing of it.
MEANINGS = {
    "articles": {"", "within"},
    "about": {"", "short"},
    "conjunctions": {"", "capital"},
    "desks": {"", "matter"},
    "extension_words": {"", "alone"},
    "form_fields": {"name", "title", "organization", "office", "address"},
    "han_words": {"", "title"},
    "honorifics": {"", "name", "particle", "rank"},
    "labels": {*map(str, WayKind), "unknown"},
    "mailboxes": {"press", "public"},
    "months": {str(month) for month in range(1, 13)},
    "page": {"title", "search", "duty", "nobody", "languages", "topics", "day"},
    "press": {"", "media", "agency"},
    "titles": {"", "press"},
    "verification": {"subject", "intro", "ask", "thanks"},
    "word_beginnings": {"press", "contact"},
}
OF_COLUMNS = {"contact_columns", "office_columns"}
# Names that stand among other words too: of a state, before names, within names.
ALSO_OTHERS = frozenset({"vic", "don", "al", "ben"})


def raw_lines(path: Path) -> list[str]:
    """Return the lines of a file as they stand there."""
    return path.read_text("utf-8").split("\n")


def raw_groups(path: Path) -> list[tuple[str, list[str]]]:
    """Return the headers of a file with the words below each, doubled ones too."""
    groups: list[tuple[str, list[str]]] = []
    for line in raw_lines(path):
        if line.startswith("["):
            groups.append((line.strip("[]"), []))
        elif line and not line.startswith("#"):
            groups[-1][1].append(line.partition(" = ")[0].strip('"'))
    return groups


def doubled(texts: Iterable[str]) -> list[str]:
    """Return what stands more than once, blind to case."""
    return [text for text, count in Counter(map(str.casefold, texts)).items() if count > 1]


def test_there_are_files() -> None:
    """A glob that finds nothing would test nothing."""
    assert len(FILES) > 30
    assert {path.stem for path in FILES} >= PRINTED | SMALL | OF_COLUMNS | set(MEANINGS)


@every_file
def test_a_file_says_what_it_is_and_where_it_comes_from(path: Path) -> None:
    """Whoever adds a word knows whether it belongs there."""
    comment = " ".join(line.removeprefix("# ") for line in raw_lines(path)[:8])
    assert raw_lines(path)[0].startswith("# ")
    assert re.search(r"Compiled by hand|From Unicode's CLDR", comment)


@every_file
def test_no_word_is_doubled(path: Path) -> None:
    """Within a language; and each language has one part."""
    assert not doubled(language for language, _ in raw_groups(path))
    for language, words in raw_groups(path):
        assert words, language
        assert not doubled(words), language


@every_file
def test_words_are_in_order(path: Path) -> None:
    """So that nobody adds one that is there, and a change shows as the lines that it adds."""
    languages = [language for language, _ in raw_groups(path)]
    assert languages == sorted(languages, key=lambda language: (language != "any", language))
    for language, words in raw_groups(path):
        assert words == sorted(words, key=str.casefold), language


@every_file
def test_no_word_is_broken(path: Path) -> None:
    """A word that an editor wrapped leaves a hyphen, a comma or a blank at an edge."""
    text = path.read_text("utf-8")
    assert text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)
    for line in raw_lines(path):
        assert line == line.strip()
        assert line.isprintable()
        assert "  " not in line
        assert re.fullmatch(r"|#.*|\[[^\[\]]+\]|[^\[#\"].*|\".+\"", line), line
        if not line.startswith("#"):
            assert not line.endswith(("\\", ",", ";", " =")), line
            # "- ENDS -" has one at each edge.
            assert not line.endswith("-") or line.startswith("-"), line


@every_file
def test_words_are_in_the_form_in_which_they_are_compared(path: Path) -> None:
    """One that is not would never be found."""
    kind = path.stem
    words = {word.removeprefix("*") for word in all_words(kind)}
    if kind in SMALL:
        assert not [word for word in words if word != word.lower()]
    elif kind == "form_fields":
        assert not [word for word in words if word != fold_words(word)]
    elif kind not in PRINTED:
        assert not [word for word in words if word != fold(word) or " " in word]


@every_file
def test_meanings_are_those_that_the_code_knows(path: Path) -> None:
    """A meaning with a slip of the pen would take its word out of all lists."""
    if path.stem not in OF_COLUMNS:  # tests/exchange/test_columns.py
        meanings = {
            meaning for words in by_language(path.stem).values() for meaning in words.values()
        }
        assert meanings == MEANINGS.get(path.stem, {""})


def test_every_file_is_used_and_every_used_file_is_there() -> None:
    """A list that no code asks for is a list to delete."""
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    asked = set(
        re.findall(r'\b(?:by_language|phrases|all_words|all_meanings)\(\s*["\'](\w+)["\']', code)
    )
    asked |= {kind for kind in OF_COLUMNS if f'"{kind}"' in code}
    assert asked == {path.stem for path in FILES}


@pytest.mark.parametrize("kind", ["form_fields", "contact_columns", "office_columns", "months"])
def test_a_word_means_one_thing_in_every_language(kind: str) -> None:
    """Of these nobody asks in which language they stand."""
    for language, words in by_language(kind).items():
        for word, meaning in words.items():
            assert all_meanings(kind)[word] == meaning, (language, word)


def test_a_phrase_opens_a_block_in_one_way() -> None:
    """Lead-ins, headings, and what needs more around it: each phrase is in one of the lists."""
    for language in {*by_language("lead_ins"), *by_language("openings")}:
        kinds = ("lead_ins", "headings", "openings")
        assert not doubled(text for kind in kinds for text in phrases(kind, language)), language


def test_given_names_stand_once() -> None:
    """In one of the regions where they are at home."""
    assert not doubled(
        name for _, names in raw_groups(FOLDER / "given_names.txt") for name in names
    )


@pytest.mark.parametrize(
    "name",
    "abebe achieng adaeze ahmed aigul aoife aroha ayse chidi ciaran fatuma giorgi giulia gunnar "
    "ioana jorge kwame lakshmi lerato linh mamadou mehmet nguyen nomvula priya rangi rivka "
    "sibusiso siti somchai sorcha tamar thandiwe wanjiku wei yuki zeynep zoran "
    "ελενη сергеи محمد נועה".split(),
)
def test_names_of_all_continents_are_known(name: str) -> None:
    """Each of these tells who is the person in a block."""
    assert name in all_words("given_names")


@pytest.mark.parametrize(
    "kind", "titles desks press organizations places other_words public_words particles".split()
)
def test_no_name_is_a_word_of_something_else(kind: str) -> None:
    """Ville is somebody, and a town in French: lines of towns are more."""
    assert not (all_words("given_names") & all_words(kind)) - ALSO_OTHERS


@pytest.mark.parametrize("language", make_months.LANGUAGES)
def test_months_are_those_of_babel(language: str) -> None:
    """Their whole names at least: an edition of CLDR may shorten them otherwise."""
    months = by_language("months")[language]
    for name, month in make_months.months(language).items():
        assert months.get(name, str(month)) == str(month), name
    assert set(make_months.months(language, widths=("wide",))) <= set(months)


def test_a_language_has_its_words_and_what_they_mean() -> None:
    """Comments and blank lines are passed over; quotes keep what would be a comment."""
    lines = ["# Marks.", "", "[any]", '"###"', "[de]", "# Said in Austria.", "Schluss", "App = tel"]
    assert parse_words(lines) == {"any": {"###": ""}, "de": {"Schluss": "", "App": "tel"}}


def test_a_language_without_words_has_none() -> None:
    """A file need not have a part for every language."""
    assert phrases("enquiries", "fi") == ()


def test_a_list_that_is_not_there_is_a_slip_of_the_code() -> None:
    """It does not pass for an empty one."""
    with pytest.raises(FileNotFoundError):
        all_words("lead_inns")


WORDS = st.text(st.characters(categories=["L", "N", "Pd", "Po"], exclude_characters='"')).filter(
    lambda text: text.strip() == text != ""
)


@given(st.dictionaries(WORDS, st.dictionaries(WORDS, st.just("") | WORDS, min_size=1)))
def test_what_is_written_is_read(words: dict[str, dict[str, str]]) -> None:
    """Every word of every language, in its order, with what it means."""
    lines = []
    for language, meanings in words.items():
        lines.append(f"[{language}]")
        for word, meaning in meanings.items():
            quoted = f'"{word}"' if word[0] in "#[" else word
            lines.append(f"{quoted} = {meaning}" if meaning else quoted)
    assert parse_words(lines) == words
    assert [list(read) for read in parse_words(lines).values()] == [*map(list, words.values())]
