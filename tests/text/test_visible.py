import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.text.visible import quoted, visible

SHOWN = [
    ("Maria G. Moreno", "Maria G. Moreno"),
    ("Zoë Łódź 李明 😀", "Zoë Łódź 李明 😀"),
    ("a\tb\r\nc", r"a\x09b\x0d\x0ac"),
    ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
    ("\x1b]52;c;aGk=\x07", r"\x1b]52;c;aGk=\x07"),
    ("\x00\x7f\x80\x9b", r"\x00\x7f\x80\x9b"),
    ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
    ("evil\u202egnp.exe", r"evil\u202egnp.exe"),
    ("\u2066a\u2069\u200e\u200f\u061c", r"\u2066a\u2069\u200e\u200f\u061c"),
    ("a\u200bb\u2060c\ufeffd\u00ade", r"a\u200bb\u2060c\ufeffd\xade"),
    ("\ud800\udce9", r"\ud800\udce9"),
    ("\U000e0041", r"\U000e0041"),
    ("\ue000\uffff", r"\ue000\uffff"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("a\u00a0b\u202fc\u3000d", "a\u00a0b\u202fc\u3000d"),
    (r"C:\x1b", r"C:\x1b"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN, ids=ascii)
def test_what_could_act_is_written_out(text: str, shown: str) -> None:
    """In small hexadecimal digits, as Python writes it; letters and spaces stay."""
    assert visible(text) == shown


ANY = st.text(st.characters(exclude_categories=[]))


@given(ANY)
@settings(deadline=None)
def test_nothing_acts_in_what_is_shown(text: str) -> None:
    """No control, no line end, no direction; only the joiners that a name may need."""
    shown = visible(text)
    acting = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}
    found = {one for one in shown if unicodedata.category(one) in acting}
    assert found <= {"\u200c", "\u200d"}
    assert len(shown.splitlines()) < 2
    shown.encode()


@given(ANY)
@settings(deadline=None)
def test_showing_twice_is_showing_once(text: str) -> None:
    """A text may pass through several hands."""
    assert visible(visible(text)) == visible(text)


@given(ANY.filter(str.isprintable))
@settings(deadline=None)
def test_a_printable_text_is_shown_as_it_is(text: str) -> None:
    """Backslashes too."""
    assert visible(text) == text


QUOTED = [
    ("Moreno", '"Moreno"'),
    ("", '""'),
    ("a" * 80, '"' + "a" * 80 + '"'),
    ("a" * 81, '"' + "a" * 79 + '…"'),
    ("a" * 140_000, '"' + "a" * 79 + '…"'),
]


@pytest.mark.parametrize(("text", "shown"), QUOTED, ids=lambda text: text[:12])
def test_a_quotation_is_short(text: str, shown: str) -> None:
    """At most 80 characters between the marks, the last of them "…" where it is cut."""
    assert quoted(text) == shown


def test_a_quotation_is_measured_as_it_is_shown() -> None:
    """What is written out is longer than what was typed."""
    assert quoted("\x1b" * 20) == '"' + r"\x1b" * 20 + '"'
    assert quoted("\x1b" * 21) == '"' + r"\x1b" * 19 + r"\x1" + '…"'
    assert quoted("Maria", limit=4) == '"Mar…"'


@given(ANY, st.integers(2, 90))
@settings(deadline=None)
def test_a_quotation_never_acts_and_never_overflows(text: str, limit: int) -> None:
    """Whatever is refused can be shown in its message."""
    shown = quoted(text, limit)
    assert len(shown) <= limit + 2
    assert shown[0] == shown[-1] == '"'
    assert visible(shown) == shown
