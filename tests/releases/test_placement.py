"""Where a block goes."""

import pytest

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
        (("A", "", "Background", "-----", "About Harbour Relief"), AUTO, 5),
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
