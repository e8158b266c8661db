"""What a link shows, and where it leads."""

import pytest

from pressdesk.releases.links import mail_address, stray_address, stray_number
from pressdesk.releases.seen import Link


@pytest.mark.parametrize(
    ("shown", "target", "stray"),
    [
        ("m@iom.int", "mailto:m@iom.int", None),
        ("M@IOM.int", "MailTo:m@iom.int?subject=Hello", None),
        ("Email: m@iom.int", "mailto:m@iom.int", None),
        ("m@iom.int", "mailto:old@iom.int", "old@iom.int"),
        ("Maria", "mailto:old@iom.int", None),
        ("m@iom.int", "https://iom.int/@m", None),
    ],
)
def test_an_address_behind_another(shown: str, target: str, stray: str | None) -> None:
    """Case, a subject and words around it do not matter."""
    assert stray_address(Link(shown, target)) == stray


@pytest.mark.parametrize(
    ("shown", "target", "stray"),
    [
        ("+1 202 862 1826 ext 230", "tel:+1-202-862-1826;ext=230", None),
        ("202-862-1826", "tel:+12028621826", None),
        ("+44 (0)20 7946 0958", "tel:+442079460958", None),
        ("020 7946 0958", "tel:+442079460958", None),
        ("+1 202 862 1826", "tel:+12028621899", "12028621899"),
        ("call us", "tel:+12028621899", None),
        ("+1 202 862 1826", "https://iom.int/12028621899", None),
    ],
)
def test_a_number_behind_another(shown: str, target: str, stray: str | None) -> None:
    """Spaces, a trunk zero and an extension do not matter."""
    assert stray_number(Link(shown, target)) == stray


def test_only_mail_has_an_address() -> None:
    """And it needs one."""
    assert mail_address(Link("x", "mailto:")) is None
    assert mail_address(Link("x", "https://a@b.org")) is None
