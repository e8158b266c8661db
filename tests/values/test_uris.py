"""Links: nothing in a value acts in one."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, strategies as st

from pressdesk.model import Email
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.uris import is_address, mailto_uri, tel_uri
from tests.strategies import emails, phone_numbers

# All that RFC 5322 allows in a local part without quotation marks, and letters of any script.
LOCALS = st.text(
    st.sampled_from("abcXYZ0189!#$%&'*+-/=?^_`{|}~.") | st.characters(categories=("Ll", "Lo")),
    min_size=1,
    max_size=20,
)


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("mgmoreno@iom.int", "mailto:mgmoreno@iom.int"),
        ("press+media@example.org", "mailto:press+media@example.org"),
        ("a.b-c_d~e@example.org", "mailto:a.b-c_d~e@example.org"),
        (
            "press?bcc=evil%40x.org@b.com",
            "mailto:press%3Fbcc%3Devil%2540x.org@b.com",
        ),
        ("a&b@example.org", "mailto:a%26b@example.org"),
        ("o'dell@example.org", "mailto:o%27dell@example.org"),
        ("a/b#c@example.org", "mailto:a%2Fb%23c@example.org"),
        ("zoë@example.org", "mailto:zo%C3%AB@example.org"),
        ("presse@leuchttürme.example", "mailto:presse@xn--leuchttrme-geb.example"),
        ("press@почта.example.рф", "mailto:press@xn--80a1acny.example.xn--p1ai"),
    ],
)
def test_an_address_as_a_link(address: str, uri: str) -> None:
    """All but letters, digits and a few marks is encoded; a domain is in the letters of DNS."""
    assert mailto_uri(address) == uri


@pytest.mark.parametrize(
    "address",
    [
        "evil@x.org,press@b.com",
        "press@b.com?bcc=evil",
        "press@b.com&cc=evil",
        "press@b.com,evil",
        "press@b.com#top",
        "press@b.com/evil",
        "press%0D%0ABcc:evil@b.com",
        "a\r\nBcc: evil@b.com",
        "a b@b.com",
        '"><script>@b.com',
        "press@b.com\"onclick='x'",
        "@b.com",
        "press@",
        "press",
        "",
    ],
)
def test_what_passed_the_door_acts_in_no_link(address: str) -> None:
    """Nothing begins a header, another recipient or another part of the link."""
    parts = urlsplit(mailto_uri(address))
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("mailto", "", "", "")
    assert parts.path.count("@") == 1
    assert not set(parts.path) & set(" \r\n,;:?&#/\"'<>")
    assert unquote(parts.path) == (address if "@" in address else f"@{address}")


@given(email=emails())
def test_a_plain_address_is_read_in_its_link(email: Email) -> None:
    """Nothing in it has to be encoded."""
    assert mailto_uri(str(email.address)) == f"mailto:{email.address}"


@given(local=LOCALS)
def test_an_address_comes_back_out_of_its_link(local: str) -> None:
    """One recipient, whatever is before the @."""
    uri = mailto_uri(f"{local}@example.org")
    assert uri.isascii()
    assert urlsplit(uri).query == urlsplit(uri).fragment == ""
    assert unquote(urlsplit(uri).path) == f"{local}@example.org"
    assert urlsplit(uri).path.count("@") == 1


@pytest.mark.parametrize(
    "text", ["a@b", "mgmoreno@iom.int", "zoë@leuchttürme.example", "press?bcc=x%40y@b.com", "a@b@c"]
)
def test_a_text_of_the_shape_of_an_address(text: str) -> None:
    """Something on both sides of its last @."""
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["", "@", "a@", "@b", "press", "a b@c", "a@b c", "a@b\n", "\na@b", "a\u00a0b@c"]
)
def test_a_text_without_the_shape_of_an_address(text: str) -> None:
    """No letter would arrive there."""
    assert not is_address(text)


@pytest.mark.parametrize(
    ("display", "extension", "uri"),
    [
        ("+1 202 862 1826", "230", "tel:+1-202-862-1826;ext=230"),
        ("+1 202 862 1826", "0012", "tel:+1-202-862-1826;ext=0012"),
        ("+1 202 862 1826", None, "tel:+1-202-862-1826"),
        ("+1 202 862 1826", "", "tel:+1-202-862-1826"),
        ("+12028621826", None, "tel:+12028621826"),
    ],
)
def test_a_number_as_a_link(display: str, extension: str | None, uri: str) -> None:
    """Hyphens part its groups, and the extension is the first parameter (RFC 3966)."""
    assert tel_uri(display, extension) == uri


@given(number=phone_numbers())
def test_a_number_comes_back_out_of_its_link(number: PhoneNumber) -> None:
    """Everything that the directory holds can be dialled."""
    dialled, _, extension = tel_uri(number.display, number.extension).partition(";ext=")
    assert dialled.removeprefix("tel:").replace("-", "") == number.e164
    assert (extension or None) == number.extension
