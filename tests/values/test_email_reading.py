import pytest
from hypothesis import example, given, settings, strategies as st

from pressdesk.errors import InvalidValueError
from pressdesk.values import email_reading
from pressdesk.values.email_reading import read_email

NAMES = st.text("abz019._+-'!AZé", min_size=1, max_size=12)
DOMAINS = st.sampled_from((
    "example.org", "Example.ORG", "news.example.org", "xn--mnchen-3ya.example.org", "xn--a.org",
    "example", "example.test", "example.org.", "-example.org", "ab--c.org", "192.0.2.1",
    "münchen.example.org", f"{'b' * 63}.{'c' * 63}.{'d' * 63}.org", f"{'b' * 64}.org",
))  # fmt: skip


def read_whole(text: str) -> tuple[str, str]:
    """Read an address by the library alone; give its normal form or what it is refused for."""
    try:
        return email_reading._read_any(text), ""
    except InvalidValueError as error:
        return "", str(error)


def read_as_ever(text: str) -> tuple[str, str]:
    """Read an address as everybody does, with what is known of its domain."""
    try:
        return read_email(text), ""
    except InvalidValueError as error:
        return "", str(error)


@given(NAMES, DOMAINS)
@example("a" * 64, "example.org")
@example("a" * 65, "example.org")
@example("info", "example.org")
@example("Info", "example.org")
@example("a" * 61, f"{'b' * 63}.{'c' * 63}.{'d' * 60}")
@example("a" * 58, f"{'b' * 63}.{'c' * 63}.{'d' * 60}.org")
@settings(deadline=None)
def test_what_is_known_of_a_domain_changes_no_answer(name: str, domain: str) -> None:
    """Many addresses of a file are at one domain, which is judged once."""
    text = f"{name}@{domain}"
    assert read_as_ever(text) == read_whole(text)


@given(st.emails())
@settings(deadline=None)
def test_addresses_of_all_kinds_are_read_as_the_library_reads_them(text: str) -> None:
    """Odd names, new domains: there is one answer."""
    assert read_as_ever(text) == read_whole(text)


def test_a_domain_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second address there costs no judgement."""
    read_email("press@once.example.org")
    monkeypatch.delattr(email_reading, "validate_email")
    assert read_email("media.desk@once.example.org") == "media.desk@once.example.org"
