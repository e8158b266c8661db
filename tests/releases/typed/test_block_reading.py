"""What blocks say that people typed: who, in which language, and in which of our styles."""

import pytest

from pressdesk.blocks.style import INLINE, LINE, Style
from pressdesk.releases.typed.block_reading import read_block

NUMBER = "+254 20 2012345"


def test_name_title_and_office_may_share_a_line() -> None:
    """And the office is not taken for a part of the title."""
    found = read_block(
        "Media contact\nMaria Moreno, Press Officer, IOM Geneva\nPhone: 202-862-1826\n"
    )
    assert found is not None
    (entry,) = found[0].entries
    assert (entry.name, entry.title, entry.office) == (
        "Maria Moreno", "Press Officer", "IOM Geneva"
    )  # fmt: skip


@pytest.mark.parametrize(
    "head",
    ["王晓梅，新闻官", "رنا الخطيب، المتحدثة", "Amina Otieno, Spokesperson",
     "Amina Otieno - Spokesperson", "Amina Otieno – Spokesperson", "Amina Otieno | Spokesperson",
     "Amina Otieno\tSpokesperson", "Amina Otieno (Spokesperson)", "王晓梅（新闻官）"],
)  # fmt: skip
def test_a_title_may_stand_behind_anything(head: str) -> None:
    """The comma of any language, a dash, brackets."""
    found = read_block(f"Media contact\n{head}\nHarbour Relief\nPhone: {NUMBER}\n")
    assert found is not None
    (entry,) = found[0].entries
    assert entry.name in {"王晓梅", "رنا الخطيب", "Amina Otieno"}
    assert entry.title in {"新闻官", "المتحدثة", "Spokesperson"}
    assert entry.office == "Harbour Relief"


@pytest.mark.parametrize(
    "line",
    ["- Amina Otieno, Harbour Relief: {n}", "– Amina Otieno, Harbour Relief, {n}",
     "1. Amina Otieno, Spokesperson, Harbour Relief\n   Tel: {n}",
     "Amina Otieno | Spokesperson | Harbour Relief\n{n}"],
)  # fmt: skip
def test_an_item_of_a_list_is_somebody(line: str) -> None:
    """Neither its bullet nor its number is a part of the name or of the title."""
    found = read_block(f"Contacts:\n{line.format(n=NUMBER)}\n")
    assert found is not None
    (entry,) = found[0].entries
    assert (entry.name, entry.office) == ("Amina Otieno", "Harbour Relief")
    assert entry.title in {None, "Spokesperson"}


@pytest.mark.parametrize(
    ("text", "file_language", "language"),
    [
        ("Contact\nAmina Otieno\nTél. : {n}\n", None, "fr"),
        ("Contact\nAmina Otieno\nPhone: {n}\n", "fr", "en"),
        ("Contact\nAmina Otieno\n{n}\n", "fr-CA", "fr"),
        ("Contact\nAmina Otieno\n{n}\n", None, "en"),
        ("Contact presse : Amina Otieno, Harbour Relief, tél. {n} poste 311\n", None, "fr"),
        ("Contact presse : Amina Otieno, {n}\n", "en", "fr"),
        (
            "Für Rückfragen steht Ihnen Amina Otieno, Tel. {n} Durchwahl 311, zur Verfügung.\n",
            "en",
            "de",
        ),
        ("Yhteystiedot\nAmina Otieno\n{n}\n", "fi", "en"),
    ],
)
def test_a_block_is_in_its_own_language(
    text: str, file_language: str | None, language: str
) -> None:
    """That of its lead-in and its labels; where both leave it open, that of the file."""
    found = read_block(text.format(n=NUMBER), (), file_language)
    assert found is not None
    assert found[0].language == language


@pytest.mark.parametrize(
    ("text", "lead_in"),
    [
        ("For more information, please contact", "For more information, please contact"),
        ("Contact presse :", "Contact presse"),
        ("Media contact: Ms", "Media contact"),
        ("For interviews contact", "For interviews contact"),
        # These open no other sentence.
        ("For further information:", "For more information please contact"),
        ("Für Rückfragen steht Ihnen", "Für weitere Informationen wenden Sie sich bitte an"),
    ],
)
def test_what_opens_a_sentence_can_open_another(text: str, lead_in: str) -> None:
    """Else the wording's own lead-in does it."""
    found = read_block(f"{text} Amina Otieno, tel. {NUMBER} ext 311, a@harbour-relief.example.\n")
    assert found is not None
    assert (found[0].lead_in, found[1]) == (lead_in, INLINE)


@pytest.mark.parametrize(
    ("lines", "style"),
    [
        (["Contact: Amina Otieno", f"Tel: {NUMBER}", "Email: a@harbour-relief.example"], None),
        (["Contacts", f"Amina Otieno, {NUMBER}, a@harbour-relief.example"], LINE),
        (["Contacts", "Name\tPhone\tEmail", "", f"Amina Otieno\t{NUMBER}\ta@iom.int"], LINE),
    ],
)
def test_people_stay_in_their_layout(lines: list[str], style: Style | None) -> None:
    """Each on a line, or in a card whose first line the heading shares."""
    found = read_block("\n".join((*lines, "")))
    assert found is not None
    assert found[1] == style
    assert [(one.name, one.office) for one in found[0].entries] == [("Amina Otieno", None)]


def test_a_sentence_like_ours_is_not_taken_for_ours() -> None:
    """No number is in a title, and no full stop in an address."""
    found = read_block(
        "For more information, please contact Maria G. Moreno, IOM Washington DC, "
        "Tel: 202 862 1826 ext. 231, Email: mgmoreno@iom.int.\n"
    )
    assert found is not None
    (entry,) = found[0].entries
    assert (entry.name, entry.title) == ("Maria G. Moreno", None)
    assert [way.extension for way in entry.ways] == [None, "231"]
    assert entry.ways[0].text == "mgmoreno@iom.int"
