import re

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values.extension import (
    _SIGN_AT_END,
    SplitNumber,
    _word_at_end,
    has_extension_word,
    parse_extension,
    split_extension,
    to_ascii_digits,
)
from tests.backtracking import count_steps

# How extensions are written, and how blocks print them.
WORDS = [
    "ext", "ext.", "Ext.", "EXT", "extn", "extn.", "extension", "Extension:", "ext =",
    "poste", "Poste", "Durchwahl", "Durchw.", "DW", "App.", "Apparat", "Nst.", "Nebenstelle",
    "Klappe", "tst.", "toestel", "extensión", "anexo", "interno", "ramal", "extensão", "int.",
    "доб.", "вн.", "внутр.", "转", "分机", "分机号", "内线", "內線", "内線", "내선",
    "تحويلة", "تحويله", "wew.", "ankn.", "dahili",
    "x", "X", "×", "#",
]  # fmt: skip
PLACED = ["{0} {1}", ", {0} {1}", "; {0} {1}", "({0} {1})", "{0}{1}", "{0}  {1}", "{0} {1}."]
SIGNS = [";ext={0}", "; ext = {0}", ",,{0}#", ",,{0}", ", {0}", ",{0}", ";{0}"]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("placed", PLACED)
def test_an_extension_comes_off_in_every_spelling(word: str, placed: str) -> None:
    """What stands before it is left as it was typed."""
    split = split_extension(f"+1 202 555 0123 {placed.format(word, '0230')}")
    assert split == SplitNumber("+1 202 555 0123", "0230")


@pytest.mark.parametrize("sign", SIGNS)
def test_an_extension_comes_off_behind_a_sign(sign: str) -> None:
    """As tel: links, dialling programs and address books write it."""
    assert split_extension(f"+12025550123{sign.format('0230')}") == ("+12025550123", "0230")


NOT_SPLIT = [
    "+1 202 555 0123",
    "+49 30 123456-22",
    "+1 202 862 1826 (230)",
    "+1 202 555 0123 ext",
    "+1 202 555 0123 x",
    "+1 202 555 0123 ext 230 Monday",
    "+1 202 555 0123 ext.230/231",
    "+1 202 555 0123 ext 2 30",
    "+1 202 555 0123 Zimmer 230",
    "",
]


@pytest.mark.parametrize("text", NOT_SPLIT)
def test_what_is_no_extension_stays(text: str) -> None:
    """A direct dial is part of the number; the rest is left for the reader of numbers to refuse."""
    assert split_extension(text) == (text, None)


MOST = [("ext ", 20), ("poste ", 20), (";ext=", 20), ("x", 9), ("#", 9), (",,", 15), (", ", 6)]


@pytest.mark.parametrize(("word", "most"), MOST)
def test_so_many_digits_are_believed_and_no_more(word: str, most: int) -> None:
    """Behind a bare sign fewer: it may be something else."""
    assert split_extension(f"+12025550123 {word}{'7' * most}").extension == "7" * most
    assert split_extension(f"+12025550123 {word}{'7' * (most + 1)}").extension is None


@pytest.mark.parametrize("text", ["1 ext", "1 EXT 2 a", "x", "1;2", "1#", "poste", "1ramal", "1x2"])
def test_an_extension_word_is_noticed_anywhere(text: str) -> None:
    """So that one which cannot be read is not taken for part of the number."""
    assert has_extension_word(text)


@pytest.mark.parametrize("text", ["+1 202 555 0123", "", "Max", "next week", "text", "Apple"])
def test_no_extension_word_is_seen_inside_a_word(text: str) -> None:
    """Other words are refused under another name."""
    assert not has_extension_word(text)


READ = [
    ("230", "230"),
    ("0012", "0012"),
    ("0", "0"),
    (" 230 ", "230"),
    ("ext. 230", "230"),
    ("x230", "230"),
    ("#0230", "0230"),
    ("(ext 230)", "230"),
    (";ext=230", "230"),
    ("poste 12", "12"),
    ("٢٣٠", "230"),
    ("２３０", "230"),
    ("२३०", "230"),
    ("1" * 20, "1" * 20),
]


@pytest.mark.parametrize(("text", "digits"), READ)
def test_an_extension_alone_is_read(text: str, digits: str) -> None:
    """Its zeros stay: it is text that is dialled, not a number."""
    assert parse_extension(text) == digits


REFUSED = [
    ("", "is not a number", "expected digits only, as in 230"),
    ("23O", "is not a number", "expected digits only, as in 230"),
    ("2.30", "is not a number", "expected digits only, as in 230"),
    ("-230", "is not a number", "expected digits only, as in 230"),
    ("2 30", "is not a number", "expected digits only, as in 230"),
    ("230/231", "is not a number", "expected digits only, as in 230"),
    ("ext", "is not a number", "expected digits only, as in 230"),
    ("ext 230 ext 231", "is not a number", "expected digits only, as in 230"),
    ("Mar 30", "is not a number", "expected digits only, as in 230"),
    ("2²", "is not a number", "expected digits only, as in 230"),
    ("2\u200b30", "is not a number", "expected digits only, as in 230"),
    ("2\x0030", "is not a number", "expected digits only, as in 230"),
    ("1" * 21, "too long (21 digits)", "expected at most 20"),
    ("x" + "1" * 10, "is not a number", "expected digits only, as in 230"),
    ("," + " " * 100_000 + "z", "too long (100002 characters)", "expected at most 20"),
]


@pytest.mark.parametrize(("text", "reason", "remedy"), REFUSED, ids=lambda text: ascii(text)[:30])
def test_what_is_no_extension_is_refused(text: str, reason: str, remedy: str) -> None:
    """The message says the field, the value, the reason and the way out."""
    with pytest.raises(InvalidValueError, match=re.escape(f": {reason}; {remedy}")) as caught:
        parse_extension(text)
    assert str(caught.value).startswith('extension "')
    assert (caught.value.field, caught.value.text) == ("extension", text)


@given(st.text("0123456789", min_size=1, max_size=20))
@settings(deadline=None)
def test_the_digits_are_kept_as_they_are(digits: str) -> None:
    """No zero is lost and none is added, with a word or without."""
    assert parse_extension(digits) == digits
    assert parse_extension(f"ext. {digits}") == digits


@given(st.text())
@settings(deadline=None)
def test_digits_of_every_script_become_ascii(text: str) -> None:
    """One character for one, and nothing else is changed."""
    plain = to_ascii_digits(text)
    assert len(plain) == len(text)
    changed = [(old, new) for old, new in zip(text, plain, strict=True) if old != new]
    assert all(old.isdecimal() and int(old) == int(new) for old, new in changed)
    assert not any(one.isdecimal() and not one.isascii() for one in plain)


@pytest.mark.parametrize("text", ["1", "x 1", "+1 202 555 0123, ext"])
def test_a_long_row_of_blanks_is_gone_over_once(text: str) -> None:
    """A cell of a table may hold some hundred, and they took minutes."""
    for pattern in (_SIGN_AT_END, _word_at_end()):
        once, twice, thrice = (
            count_steps(pattern, "search", text + " " * blanks + "!", 0) for blanks in (20, 40, 60)
        )
        assert thrice - twice == twice - once > 0
    blanks = " " * 5_000
    assert split_extension(f"{text}{blanks}!") == (f"{text}{blanks}!", None)
    assert split_extension(f"+12025550123{blanks}x{blanks}7{blanks}") == ("+12025550123", "7")
