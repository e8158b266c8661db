"""An office as it was typed, and the office that it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pressdesk.drafts.contact_draft import merge_texts, parse_key
from pressdesk.errors import InvalidValueError, OptionsError
from pressdesk.model import Office
from pressdesk.values.clean_text import clean_name, clean_text
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.folding import slug
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.places import parse_country, parse_language, parse_timezone

NO_OFFICE = Office(code="", name="", country="")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDraft:
    """What was typed about one office; reports_to is a code that exists, or empty."""

    code: str | None = None
    name: str | None = None
    organization: str | None = None
    city: str | None = None
    country: str | None = None
    language: str | None = None
    timezone: str | None = None
    switchboard: str | None = None
    extension_digits: str | None = None
    extension_range: str | None = None
    reports_to: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)


def apply_office_draft(
    draft: OfficeDraft, office: Office = NO_OFFICE, *, allow_possible: bool = False
) -> Office:
    """Give the office as the draft wants it; raise InvalidValueError or OptionsError.

    office: the stored one, or NO_OFFICE for a new one (whose code comes from its name).
    """
    if draft.name is not None or not office.name:
        office = replace(office, name=clean_name("name", draft.name or ""))
    if draft.code or not office.code:
        office = replace(
            office, code=parse_key("code", draft.code) if draft.code else slug(office.name)
        )
    if draft.organization is not None:
        organization = clean_text("organization", draft.organization, 300) or None
        office = replace(office, organization=organization)
    if draft.city is not None:
        office = replace(office, city=clean_text("city", draft.city, 300) or None)
    if draft.country is not None or not office.country:
        office = replace(office, country=parse_country(draft.country or ""))
    if draft.language is not None:
        language = parse_language(draft.language) if draft.language.strip() else None
        office = replace(office, language=language)
    if draft.timezone is not None:
        timezone = parse_timezone(draft.timezone) if draft.timezone.strip() else None
        office = replace(office, timezone=timezone)
    if draft.reports_to is not None:
        office = replace(office, reports_to=draft.reports_to or None)
    if draft.names:
        office = replace(office, names=merge_texts("name", office.names, draft.names))
    return _with_numbers(draft, office, allow_possible=allow_possible)


def _with_numbers(draft: OfficeDraft, office: Office, *, allow_possible: bool) -> Office:
    """Change the switchboard and the extension plan."""
    if draft.switchboard is not None:
        text = draft.switchboard.strip()
        number = _parse_switchboard(text, office, allow_possible=allow_possible) if text else None
        if number and number.extension:
            raise InvalidValueError(
                "switchboard", text, "has an extension", "give the number alone"
            )
        office = replace(office, switchboard=number)
    if draft.extension_digits and draft.extension_range:
        raise OptionsError("an office has extension digits or an extension range, not both")
    if draft.extension_digits:
        return replace(office, extension_plan=ExtensionPlan.parse_digits(draft.extension_digits))
    if draft.extension_range:
        return replace(office, extension_plan=ExtensionPlan.parse_range(draft.extension_range))
    if draft.extension_digits is not None or draft.extension_range is not None:
        return replace(office, extension_plan=None)
    return office


def _parse_switchboard(text: str, office: Office, *, allow_possible: bool) -> PhoneNumber:
    """Read a number of the office's country; an error calls its field as the office does."""
    try:
        return PhoneNumber.parse(text, office.country, allow_possible=allow_possible)
    except InvalidValueError as error:
        raise InvalidValueError("switchboard", text, error.reason, error.remedy) from error
