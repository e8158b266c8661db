"""Where in a release somebody or something stands."""

from pathlib import Path

import pytest

from pressdesk.checking.whereabouts import Sought, find_places
from pressdesk.directory.store import Directory
from pressdesk.releases.formats import get_form, parse_release
from pressdesk.values.phone_number import PhoneNumber
from tests.conftest import Run

MARKDOWN = """# News

Maria Moreno said so. The desk is [here](tel:+1-202-862-1826;ext=230).

Ring (202) 862-1826 ext. 230, or write to <mgmoreno@iom.int>.

<!-- mgmoreno@iom.int -->
"""


def lines(sought: Sought, text: str = MARKDOWN, name: str = "r.md") -> list[int]:
    """Return the lines in which it is found."""
    release = parse_release(name, text.encode(), get_form(name))
    return [place.line for place in find_places(release, sought)]


def test_a_contact_by_name_address_and_number(desk: Run, db: Path) -> None:
    """In links too; the honorific and the initial that are stored do not hide the name."""
    assert desk('pressdesk contact edit maria --name "Dr Maria Moreno"').code == 0
    with Directory.open(db) as directory:
        contact = directory.get_contact("maria")
        sought = Sought.contact(contact, directory.offices_of([contact]))
        assert lines(sought) == [3, 5]


def test_an_office_by_its_names_and_its_switchboard(desk: Run, db: Path) -> None:
    """With whatever extension."""
    assert desk("pressdesk office list").code == 0
    with Directory.open(db) as directory:
        sought = Sought.office(directory.get_office("washington"))
    assert lines(sought) == [3, 5]
    assert lines(sought, "Notre bureau OIM Washington\nrépond.\n", "r.txt") == [1]


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("+1 202 862 1826", [3, 5]),
        ("+1 202 862 1826 ext 230", [3, 5]),
        ("+1 202 862 1826 ext 231", []),
        ("+1 202 862 1827", []),
    ],
)
def test_a_number_with_and_without_its_extension(number: str, found: list[int]) -> None:
    """In any spelling."""
    assert lines(Sought.number(PhoneNumber.parse(number, allow_possible=True))) == found


def test_the_line_is_given_as_it_is_read() -> None:
    """Without markup."""
    release = parse_release("r.html", b"<ul><li>Tel <b>+1 202</b> 862 1826<li>x</ul>", "html")
    (place,) = find_places(release, Sought.number(PhoneNumber.parse("+1 202 862 1826")))
    assert (place.line, place.text) == (1, "Tel +1 202 862 1826")
