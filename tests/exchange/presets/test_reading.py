"""What the presets share when they read."""

import pytest

from pressdesk.exchange.presets.forms import get_form
from pressdesk.exchange.presets.reading import Findings, fold_cells, fold_header


def test_headers_are_matched_blind_to_case_and_form() -> None:
    """Spaces, apostrophes and decomposed accents too."""
    assert fold_header("  E-mail  Address ") == "e-mail address"
    assert fold_header("Adresse de l’assistant") == fold_header("ADRESSE de l'assistant")
    assert fold_header("Pre\u0301nom") == fold_header("Prénom")


def test_a_cell_becomes_one_line_and_keeps_its_controls() -> None:
    """The next step refuses them; here they would only be hidden."""
    cells = {"Notes": " one\r\n two ", "Name": "A\x1fB", "Empty": " \n"}
    assert fold_cells(cells) == {"notes": "one two", "name": "A\x1fB"}


@pytest.mark.parametrize(
    ("cells", "phone", "ext"),
    [
        (["+1 202 862 1826 ext 230"], "+1 202 862 1826", "230"),
        (["+1 202 862 1826 x230", "+41 22 7"], "+1 202 862 1826 ; +41 22 7", "230 ;"),
        (["+41 22 717 91 11"], "+41 22 717 91 11", None),
        (["022 1, 022 2; 022 717 91 11 Ext. 5"], "022 1, 022 2 ; 022 717 91 11", "; 5"),
        (["+1 202 862 1826;ext=0012"], "+1 202 862 1826", "0012"),
        (["+1 202 862 1826 ext ٢٣٠"], "+1 202 862 1826", "230"),
        (["+1 202 862 1826", "+1 202 862 1826"], "+1 202 862 1826", None),
        (["1.20286E+10"], "1.20286E+10", None),
        (["1" * 101 + " ext 5"], "1" * 101 + " ext 5", None),
    ],
)  # fmt: skip
def test_extensions_pair_by_position(cells: list[str], phone: str, ext: str | None) -> None:
    """Damaged numbers go on as they are: the next step says what happened to them."""
    found = Findings()
    for cell in cells:
        found.add("phone", cell, "Phone")
    texts = found.as_row().texts
    assert (texts["phone"], texts.get("ext")) == (phone, ext)


def test_other_numbers_keep_their_extension_in_the_text() -> None:
    """Only the office's have a column for it."""
    found = Findings()
    found.add("mobile", "+33 6 12 34 56 78 ext 5", "Mobile")
    assert found.as_row().texts == {"mobile": "+33 6 12 34 56 78 ext 5"}


@pytest.mark.parametrize(
    ("text", "tags"),
    [("en;pt-BR", ["en", "pt-BR"]), ("fr, en", ["fr", "en"]), ("English", []), ("", [])],
)
def test_languages_are_tags(text: str, tags: list[str]) -> None:
    """A language in words is not guessed."""
    assert get_form("language_tags").read(text) == tags


def test_the_first_text_of_a_field_counts() -> None:
    """And each value once; what is empty says nothing."""
    found = Findings()
    for meaning, text in (
        ("office", ""), ("organization", "IOM"), ("office", "Bern"), ("office", "Rome"),
        ("email", "a@example.org"), ("email", "b@example.org"), ("email", "a@example.org"),
        ("status", "Active"),
    ):  # fmt: skip
        found.add(meaning, text, "Column")
    assert (found.first_email, found.status) == ("a@example.org", "Active")
    assert found.as_row(("birthday",)) == (
        {"office": "Bern", "name": "IOM", "kind": "desk", "email": "a@example.org ; b@example.org"},
        (), None, ("birthday",),
    )  # fmt: skip
