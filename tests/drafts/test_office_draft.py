import re

import pytest
from hypothesis import given, settings

from pressdesk.drafts.given import Given
from pressdesk.drafts.office_draft import apply_office_draft
from pressdesk.errors import InvalidValueError, OptionsError
from pressdesk.model import Office
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import offices

STORED = Office(
    code="washington",
    name="IOM Washington DC",
    country="US",
    organization="IOM",
    city="Washington",
    language="en",
    timezone="America/New_York",
    switchboard=PhoneNumber.parse("+1 202 555 0123"),
    extension_plan=ExtensionPlan.parse("digits", "3"),
    reports_to="geneva",
    names={"es": "OIM Washington DC"},
    version=2,
)

CHANGES = [
    ({}, {}),
    ({"name": " IOM  US "}, {"name": "IOM US"}),
    ({"code": "iom-us"}, {"code": "iom-us"}),
    ({"code": ""}, {}),
    ({"organization": "UN"}, {"organization": "UN"}),
    ({"organization": ""}, {"organization": None}),
    ({"city": " "}, {"city": None}),
    ({"country": "Canada"}, {"country": "CA"}),
    ({"language": "ES"}, {"language": "es"}),
    ({"language": " "}, {"language": None}),
    ({"timezone": "america/los_angeles"}, {"timezone": "America/Los_Angeles"}),
    ({"timezone": ""}, {"timezone": None}),
    ({"switchboard": "(202) 555-0124"},
     {"switchboard": PhoneNumber("+12025550124", None, "+1 202 555 0124")}),
    ({"switchboard": " "}, {"switchboard": None}),
    ({"extension_digits": "3-4"}, {"extension_plan": ExtensionPlan.parse("digits", "3-4")}),
    ({"extension_range": "200-299"},
     {"extension_plan": ExtensionPlan.parse("range", "200-299")}),
    ({"extension_range": "200-299", "extension_digits": ""},
     {"extension_plan": ExtensionPlan.parse("range", "200-299")}),
    ({"extension_digits": ""}, {"extension_plan": None}),
    ({"extension_range": ""}, {"extension_plan": None}),
    ({"reports_to": ""}, {"reports_to": None}),
    ({"names": {"fr": "OIM Washington", "es": ""}}, {"names": {"fr": "OIM Washington"}}),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "fields"), CHANGES)
def test_a_draft_changes_what_it_names(draft: Given, fields: dict[str, object]) -> None:
    """Only that; an empty text takes the value away."""
    assert apply_office_draft(draft, STORED) == STORED._replace(**fields)  # type: ignore[arg-type]


def test_a_new_office_has_a_code_of_its_name() -> None:
    """Unless one was typed."""
    draft = {"name": "IOM Genève", "country": "ch"}
    assert apply_office_draft(draft) == Office("iom-geneve", "IOM Genève", "CH")
    assert apply_office_draft({**draft, "code": "gva"}).code == "gva"


def test_a_switchboard_is_dialled_within_the_new_country() -> None:
    """A draft that moves an office reads its number there."""
    moved = apply_office_draft({"country": "GB", "switchboard": "020 7946 0958"}, STORED)
    assert moved.switchboard == PhoneNumber.parse("+44 20 7946 0958")


def test_a_possible_switchboard_is_taken_when_it_is_allowed() -> None:
    """And marked."""
    draft = {"switchboard": "+1 202 155 0123"}
    office = apply_office_draft(draft, STORED, allow_possible=True)
    assert office.switchboard
    assert office.switchboard.possible_only


@given(offices())
@settings(deadline=None)
def test_a_draft_of_what_is_there_changes_nothing(office: Office) -> None:
    """Clean values are read as themselves."""
    plan = office.extension_plan
    draft = {
        "code": office.code,
        "name": office.name,
        "organization": office.organization,
        "city": office.city,
        "country": office.country,
        "language": office.language,
        "timezone": office.timezone,
        "switchboard": str(office.switchboard) if office.switchboard else None,
        "extension_digits": plan.text if plan and plan.kind == "digits" else None,
        "extension_range": plan.text if plan and plan.kind == "range" else None,
        "reports_to": office.reports_to,
        "names": office.names,
    }
    assert apply_office_draft(draft, office) == office


REFUSED = [
    ({"name": ""}, 'name "": is empty; give the name as it is to be printed'),
    ({"name": "—"}, "has no letter or digit"),
    ({"name": "a\x1bb"}, 'name "a\\x1bb": contains a control character (U+001B)'),
    ({"code": "IOM"}, 'code "IOM": is not a code; expected small letters, digits'),
    ({"organization": "o" * 301}, "too long (301 characters); expected at most 300"),
    ({"city": "\u200b"}, 'city "\\u200b": nothing in it can be seen'),
    ({"country": ""}, 'country "": is not a country; expected two letters'),
    ({"country": "Narnia"}, 'country "Narnia": is not a country'),
    ({"language": "spanish"}, 'language "spanish": is not a language tag'),
    ({"timezone": "EST5"}, 'time zone "EST5": is not a time zone'),
    ({"switchboard": "+1 202 86"},
     'switchboard "+1 202 86": too short for the United States (+1); expected 10 digits after +1'),
    ({"switchboard": "+1 202 555 0123 ext 1"}, "has an extension; give the number alone"),
    ({"switchboard": "+1 202 155 0123"}, "is not a valid number in the United States"),
    ({"switchboard": "\x00"}, 'switchboard "\\x00": contains a control character'),
    ({"extension_digits": "many"}, 'extension digits "many": is not a number of digits'),
    ({"extension_range": "299-200"}, "ends before it begins"),
    ({"names": {"fr": "\x00"}}, 'name (fr) "\\x00": contains a control character (U+0000)'),
    ({"names": {"french": "OIM"}}, 'language "french": is not a language tag'),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "message"), REFUSED)
def test_a_bad_draft_is_refused(draft: Given, message: str) -> None:
    """The message says the field, the value, the reason and the way out."""
    with pytest.raises(InvalidValueError, match=re.escape(message)) as caught:
        apply_office_draft(draft, STORED)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("draft", "message"),
    [
        ({"country": "US"}, 'name "": is empty'),
        ({"name": "IOM"}, 'country "": is not a country'),
    ],
)
def test_a_new_office_needs_a_name_and_a_country(draft: Given, message: str) -> None:
    """All else may come later."""
    with pytest.raises(InvalidValueError, match=re.escape(message)):
        apply_office_draft(draft)


def test_a_length_and_a_range_do_not_go_together() -> None:
    """Wrong options, not bad data: status 2."""
    draft = {"extension_digits": "3", "extension_range": "200-299"}
    with pytest.raises(OptionsError, match="extension digits or an extension range, not both"):
        apply_office_draft(draft, STORED)
