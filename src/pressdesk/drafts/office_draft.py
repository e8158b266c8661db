"""An office as it was typed, and the office that it makes."""

from typing import Any

from pressdesk.drafts.given import Given, read_given
from pressdesk.errors import InvalidValueError
from pressdesk.model import Office
from pressdesk.model.fields import OFFICE
from pressdesk.text.folding import slug
from pressdesk.values.extension_plan import COLUMNS as PLAN_COLUMNS, ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

NO_OFFICE = Office(code="", name="", country="")
# What the text alone says; the switchboard is read as within the country, and there is one plan.
_ALONE = {field.name: field for field in OFFICE if field.name not in {"switchboard", *PLAN_COLUMNS}}


def apply_office_draft(
    given: Given, office: Office = NO_OFFICE, *, allow_possible: bool = False
) -> Office:
    """Return the office as what is given wants it; raise InvalidValueError or UnclearError.

    office: the stored one, or NO_OFFICE for a new one (whose code comes from its name).
    """
    needed = (
        {name: given.get(name) or "" for name in ("name", "country")} if not office.code else {}
    )
    values = read_given(_ALONE, {**given, **needed, "code": given.get("code") or None}, office)
    if not office.code:
        values.setdefault("code", slug(values["name"]))
    changed = office._replace(**values)
    return changed._replace(**_numbers(given, changed, allow_possible=allow_possible))


def _numbers(given: Given, office: Office, *, allow_possible: bool) -> dict[str, Any]:
    """Read the switchboard and the extension plan."""
    values: dict[str, Any] = {}
    if (typed := given.get("switchboard")) is not None:
        text = typed.strip()
        number = _parse_switchboard(text, office, allow_possible=allow_possible) if text else None
        if number and number.extension:
            raise InvalidValueError(
                "switchboard", text, "has an extension", "give the number alone"
            )
        values["switchboard"] = number
    plans = {kind: given.get(column) for column, kind in PLAN_COLUMNS.items()}
    if any(text is not None for text in plans.values()):
        values["extension_plan"] = ExtensionPlan.of_texts(plans)
    return values


def _parse_switchboard(text: str, office: Office, *, allow_possible: bool) -> PhoneNumber:
    """Read a number of the office's country; an error calls it a switchboard."""
    try:
        return PhoneNumber.parse(text, office.country, allow_possible=allow_possible)
    except InvalidValueError as error:
        raise error.of("switchboard") from error
