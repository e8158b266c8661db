"""Where a block goes."""

import pytest

from pressdesk.releases.formats import get_form, parse_release
from pressdesk.releases.placement import find_place, is_end
from pressdesk.releases.release import Placement

AUTO, BEFORE, AFTER = Placement.AUTO, Placement.BEFORE_END_MARK, Placement.AFTER_END_MARK


@pytest.mark.parametrize(
    ("lines", "placement", "place"),
    [
        (("A", "", "###"), AUTO, 2),
        (("A", "-30-", "x"), AUTO, 1),
        (("A", "ENDS", "", "Notes"), AUTO, 3),
        (("A", "**ENDS**", "", "Notes"), AUTO, 3),
        (("A", "_-30-_", "x"), AUTO, 1),
        (("A", "* ENDS of ropes", "x"), AUTO, 3),
        (("A", "", "About Harbour Relief", "We help."), AUTO, 2),
        (("A", "", "Notes to editors", "1."), AUTO, 2),
        (("About Harbour Relief", "", "A"), AUTO, 3),
        (("A", "", "about half of them went"), AUTO, 3),
        (("A", "About Harbour Relief"), AUTO, 2),
        (("A", "", "-----", "About Harbour Relief", "We help."), AUTO, 2),
        (("A", "", "-----", "", "About Harbour Relief", "We help."), AUTO, 2),
        (("-----", "", "About Harbour Relief", "", "A"), AUTO, 5),
        (("A", "", "Background", "-----", "About Harbour Relief"), AUTO, 5),
        (("A", "", "About the Harbour Fund of Bern", "We help."), AUTO, 2),
        (("A", "", "About the night they went", "B"), AUTO, 4),
        (("A", "", "Über die Stiftung Hafen", "Wir"), AUTO, 2),
        (("A", "", "Über die Brücke gehen", "Wir"), AUTO, 4),
        (("A", "", "Acerca de la Fundación Puerto", "B"), AUTO, 2),
        (("A", "", "Quiénes somos", "B"), AUTO, 2),
        (("A", "", "À propos", "B"), AUTO, 2),
        (("A", "", "-----", "", "https://a.example", "www.b.example | www.c.example"), AUTO, 2),
        (("A", "", "-----", "", "https://a.example", "", "More text."), AUTO, 7),
        (("A", "", "-----"), AUTO, 3),
        (("A", "", "Links", "-----", "https://a.example"), AUTO, 5),
        (("A", "", "https://a.example"), AUTO, 3),
        (("ENDS", "A", "ENDS", "x"), BEFORE, 2),
        (("A", "ENDS", "", ""), AFTER, 4),
        (("A", "###", "x"), Placement.END, 3),
        ((), AUTO, 0),
        (("A", "B"), AFTER, 2),
    ],
)
def test_a_block_has_its_place(lines: tuple[str, ...], placement: Placement, place: int) -> None:
    """Before what closes a release, behind its end, before what it says of the organisation."""
    assert find_place(lines, placement) == place


@pytest.mark.parametrize("line", ["###", "-30-", "Ends", "## About Harbour Relief",
                                  "**Notes to editors:**", "Über Harbour Relief"])  # fmt: skip
def test_what_ends_a_release_is_known(line: str) -> None:
    """In any language, with markup or without."""
    assert is_end(f"  {line}")


@pytest.mark.parametrize("line", ["", "#### four", "It ends", "About Harbour Relief we know much.",
                                  "About " + "X" * 90])  # fmt: skip
def test_what_ends_nothing_is_known_too(line: str) -> None:
    """Sentences, and lines too long for a heading."""
    assert not is_end(line)


def test_links_and_pictures_below_a_rule_are_a_wires_trailer() -> None:
    """A block goes above them, as a reader of Markdown sees them."""
    text = (
        "# News\n\nIt happened.\n\n---\n\n![logo](l.png)\n\n[Site](https://a.example) | [News](n)\n"
    )
    release = parse_release("r.md", text.encode(), get_form("r.md"))
    printed = "Contact\n"
    out = release.with_block(printed, placement=AUTO, adds=False).decode()
    assert out.index("It happened.") < out.index("Contact") < out.index("---\n\n![logo]")
    told = text.replace("| [News](n)", "| more of it")
    release = parse_release("r.md", told.encode(), get_form("r.md"))
    out = release.with_block(printed, placement=AUTO, adds=False).decode()
    assert out.index("Contact") > out.index("more of it")


@pytest.mark.parametrize(
    ("page", "behind"),
    [
        ('<p>A.</p><hr><img src="a"><p><a href="a">Site</a> | <a href="b">B</a>', "<hr>"),
        ("<p>A.</p>\n<hr>\n<h2>About the Harbour Fund</h2><p>B.</p>", "<hr>"),
        ('<p>A.</p><hr><p>More, and <a href="a">a link</a>.</p>', None),
        ('<p>A.</p><hr><p><img src="a.png" alt=""></p>', None),
        ('<p>A.</p><p><a href="a">Site</a></p>', None),
    ],
)  # fmt: skip
def test_a_rule_of_a_page_parts_what_is_behind_it(page: str, behind: str | None) -> None:
    """As "-----" does in text; a page without one of the kind ends with the block."""
    release = parse_release("r.html", page.encode(), get_form("r.html"))
    out = release.with_block("<p>Contact</p>\n", placement=AUTO, adds=False).decode()
    assert out.index("A.") < out.index("Contact")
    assert out.index("Contact") < out.index(behind) if behind else out.rstrip().endswith("-->")
