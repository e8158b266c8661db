"""Neutral records to drafts: which field says what. An empty cell says nothing."""

import re
from collections.abc import Mapping, Sequence

from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.office_draft import OfficeDraft
from pressdesk.drafts.posting_draft import NO_POSTING, PostingDraft
from pressdesk.errors import InvalidValueError
from pressdesk.model import ContactKind, PhoneKind
from pressdesk.values.extension import has_extension_word
from pressdesk.values.phone_number import PhoneNumber
from pressdesk.values.phone_reading import find_country_code

# Several values in a cell are parted by ";", but ";ext=" belongs to its number (RFC 3966).
_BETWEEN_VALUES = re.compile(r"\s*;(?!\s*ext\s*=)\s*", re.IGNORECASE)
_POSTING_COLUMNS = frozenset(("rank", "posting_title", "from", "until"))
PHONE_COLUMNS = {kind: "phone" if kind is PhoneKind.OFFICE else str(kind) for kind in PhoneKind}
_YES_OR_NO = {
    **dict.fromkeys(("yes", "true", "1", "x"), True),
    **dict.fromkeys(("no", "false", "0"), False),
}
_DAMAGED = (
    (re.compile(r"[0-9]+[.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE), "was cut to powers of ten"),
    (re.compile(r"[0-9]+[.,]0+"), "became a decimal number"),
    (re.compile(r"[0-9]{1,4}[-/. ][A-Za-z]{3,9}|[A-Za-z]{3,9}[-/. ][0-9]{1,4}"), "became a date"),
    (re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])([ T].*)?"), "became a date"),
)


def draft_contact(texts: Mapping[str, str]) -> ContactDraft:
    """Give the draft of a row of contacts; raise InvalidValueError for a cell that is damaged."""
    return ContactDraft(
        key=texts.get("key"),
        kind=_kind(texts.get("kind")),
        name=texts.get("name"),
        given_name=texts.get("given_name"),
        family_name=texts.get("family_name"),
        title=texts.get("title"),
        titles=_by_language(texts, "title"),
        emails=_values(texts, "email"),
        phones=_phones(texts),
        extensions=_in_places(texts, "ext"),
        languages=_values(texts, "languages"),
        topics=_values(texts, "topics"),
        note=texts.get("note"),
        unlisted=_unlisted(texts.get("unlisted")),
        left_on=texts.get("left_on"),
        successor=texts.get("successor"),
        verified_on=texts.get("verified_on"),
        internal=_internal(texts),
        posting=_posting(texts),
    )


def draft_office(texts: Mapping[str, str], reports_to: str | None) -> OfficeDraft:
    """Give the draft of a row of offices; reports_to: the code that its cell resolves to."""
    if "switchboard" in texts:
        _refuse_damage("switchboard", texts["switchboard"])
    return OfficeDraft(
        code=texts.get("code"),
        name=texts.get("name"),
        organization=texts.get("organization"),
        city=texts.get("city"),
        country=texts.get("country"),
        language=texts.get("language"),
        timezone=texts.get("timezone"),
        switchboard=texts.get("switchboard"),
        extension_digits=texts.get("extension_digits"),
        extension_range=texts.get("extension_range"),
        reports_to=reports_to,
        names=_by_language(texts, "name"),
    )


def refuse_lost_plus(field: str, text: str, region: str) -> None:
    """Refuse bare digits that a "+" makes a number of the region: a spreadsheet took it away.

    region: of the row (alpha-2). In the countries of +1 the 1 is a trunk prefix too, and nothing
    was lost.
    """
    digits = text.strip()
    code = str(find_country_code(region))
    if code == "1" or not digits.isdigit() or not digits.startswith(code):
        return
    try:
        PhoneNumber.parse(f"+{digits}")
    except InvalidValueError:
        return
    raise InvalidValueError(
        field,
        text,
        'looks like a number whose "+" a spreadsheet took away',
        f"write +{digits}, or the number as it is dialled within the country",
    )


def _posting(texts: Mapping[str, str]) -> PostingDraft:
    """Give what a row says of its posting; most say nothing."""
    if _POSTING_COLUMNS.isdisjoint(texts):
        return NO_POSTING
    return PostingDraft(
        rank=texts.get("rank"),
        title=texts.get("posting_title"),
        starts_on=texts.get("from"),
        ends_on=texts.get("until"),
    )


def _split(text: str) -> list[str]:
    return _BETWEEN_VALUES.split(text) if ";" in text else [text]


def _values(texts: Mapping[str, str], column: str) -> list[str] | None:
    """Split a cell into its values; None for an empty cell."""
    if column not in texts:
        return None
    return [one for one in _split(texts[column]) if one.strip()]


def _in_places(texts: Mapping[str, str], column: str) -> list[str] | None:
    """Split a cell and keep empty places: they pair with those of another column."""
    if column not in texts:
        return None
    values = _split(texts[column])
    for value in values:
        _refuse_damage("extension" if column == "ext" else column, value)
    return values


def _internal(texts: Mapping[str, str]) -> Sequence[str]:
    values = _values(texts, "internal") or ()
    for value in values:
        _refuse_damage("internal", value)
    return values


def _phones(texts: Mapping[str, str]) -> dict[PhoneKind, list[str]]:
    return {
        kind: values
        for kind, column in PHONE_COLUMNS.items()
        if (values := _in_places(texts, column)) is not None
    }


def _refuse_damage(field: str, text: str) -> None:
    if text.startswith("+") or text.isdigit() or has_extension_word(text):
        return  # nothing damages these so; and "ext 230" only looks like "Mar 30"
    for pattern, what in _DAMAGED:
        if pattern.fullmatch(text.strip()):
            raise InvalidValueError(
                field,
                text,
                f"{what} by a spreadsheet",
                "type it again in a cell of the format Text",
            )


def _by_language(texts: Mapping[str, str], name: str) -> dict[str, str]:
    """Collect `title_fr`, `title_es` as texts by language."""
    prefix = f"{name}_"
    return {
        column.removeprefix(prefix): text
        for column, text in texts.items()
        if column.startswith(prefix)
    }


def _unlisted(text: str | None) -> bool | None:
    if text is None:
        return None
    known = _YES_OR_NO.get(text.strip().casefold())
    if known is None:
        raise InvalidValueError("unlisted", text, "is neither yes nor no", "expected yes or no")
    return known


def _kind(text: str | None) -> ContactKind | None:
    if text is None:
        return None
    try:
        return ContactKind(text.strip().casefold())
    except ValueError as error:
        raise InvalidValueError(
            "kind", text, "is neither person nor desk", "expected person or desk"
        ) from error
