"""Signs out of fonts of signs."""

from xml.etree.ElementTree import Element

import pytest

from pressdesk.releases.docx.symbols import read_symbol


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F028", "☎"),
        ("Wingdings 2", "F027", "☎"),
        ("Webdings", "F09B", "✉"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F02B", "+"),
        ("Symbol", "F061", "\uf061"),
        ("Nobody knows", "F041", "\uf041"),
        (None, "F041", "\uf041"),
        ("Arial", "2022", "•"),
        ("Arial", "0007", ""),
        ("Arial", "D800", ""),
        ("Arial", "FFFF", ""),
        ("Arial", "x", ""),
        ("Arial", None, ""),
    ],
)
def test_a_sign_is_what_a_reader_takes_it_for(
    font: str | None, code: str | None, sign: str
) -> None:
    """The sign itself where nobody knows; nothing where it is no character."""
    named = {"font": font, "char": code}
    element = Element("sym", {name: text for name, text in named.items() if text is not None})
    assert read_symbol(element) == sign
