"""Numbers as they are dialled within their own country."""

import pytest

from pressdesk.values.phone_display import national_form


@pytest.mark.parametrize(
    ("e164", "region", "national"),
    [
        ("+12028621826", "US", "(202) 862-1826"),
        ("+14165550123", "CA", "(416) 555-0123"),
        ("+442079460958", "GB", "020 7946 0958"),
        ("+33123456789", "FR", "01 23 45 67 89"),
        ("+4930123456", "DE", "030 123456"),
        ("+41227179111", "CH", "022 717 91 11"),
        ("+390612345678", "IT", "06 1234 5678"),
        ("+5491123456789", "AR", "011 15-2345-6789"),
    ],
)
def test_a_number_within_its_country(e164: str, region: str, national: str) -> None:
    """As people there write it, with the digits that they dial first."""
    assert national_form(e164, region) == national


@pytest.mark.parametrize(
    ("e164", "region"),
    [
        ("+12028621826", "GB"),
        ("+12028621826", "CA"),
        ("+14165550123", "US"),
        ("+18765550123", "US"),
        ("+442079460958", "GG"),
        ("+390669812345", "IT"),
        ("+870301123456", "US"),
    ],
)
def test_a_number_of_another_country_has_no_national_form(e164: str, region: str) -> None:
    """Countries that share a code are told apart: Washington is not Ottawa."""
    assert national_form(e164, region) is None


@pytest.mark.parametrize(
    "e164",
    [
        "",
        "+",
        "press",
        "2028621826",
        "+1",
        "+0000000000",
        "+999123456",
        "+1202",
        "+1 202 x",
        "+" * 99,
    ],
)
@pytest.mark.parametrize("region", ["US", "", "us", "XX", "001", "ZZ"])
def test_what_is_no_number_has_none(e164: str, region: str) -> None:
    """An honest negative, and never an exception, for what was planted past the door."""
    assert national_form(e164, region) is None


@pytest.mark.parametrize("region", ["", "us", "XX", "001", "ZZ", "U"])
def test_no_country_has_none(region: str) -> None:
    """A country that is not one is not the number's."""
    assert national_form("+12028621826", region) is None
