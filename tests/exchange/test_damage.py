import pytest

from pressdesk.errors import InvalidValueError
from pressdesk.exchange.damage import refuse_lost_plus


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("442079460958", "GB"),
        (" 442079460958 ", "GB"),
        ("4930901820", "DE"),
        ("41225010100", "CH"),
        ("254202012345", "KE"),
        ("33123456789", "FR"),
    ],
)
def test_a_lost_plus_is_refused(text: str, region: str) -> None:
    """Bare digits that a "+" makes a number of the country: the advice says both ways out."""
    with pytest.raises(InvalidValueError) as refusal:
        refuse_lost_plus("mobile", text, region)
    assert refusal.value.field == "mobile"
    assert 'looks like a number whose "+" a spreadsheet took away' in str(refusal.value)
    assert f"write +{text.strip()}, or the number as it is dialled" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("+442079460958", "GB"),
        ("02079460958", "GB"),
        ("2079460958", "GB"),
        ("12025550123", "US"),
        ("2025550123", "US"),
        ("030901820", "DE"),
        ("49", "DE"),
        ("47123456", "NO"),
        ("", "DE"),
        ("4930901820 ext 5", "DE"),
    ],
)
def test_a_number_as_it_is_dialled_has_lost_nothing(text: str, region: str) -> None:
    """In the countries of +1 the 1 is dialled; elsewhere a number may begin like the code."""
    refuse_lost_plus("phone", text, region)
