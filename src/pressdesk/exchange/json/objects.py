"""Objects of JSON as rows of pressdesk's own columns: of an export, or with columns as keys.

An object of an export is known by what is nested in it; everything else has columns as keys.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from pressdesk.exchange.columns import REASON, find_field, names_offices
from pressdesk.exchange.json.values import Reading
from pressdesk.exchange.way_columns import Number, Verified, digits_of, verified_cell, way_columns
from pressdesk.model import PhoneKind
from pressdesk.model.fields import CONTACT, OFFICE, POSTING, Field
from pressdesk.model.kinds import FLAG
from pressdesk.model.phone_kinds import NAMES
from pressdesk.text.visible import quoted

# Each posting repeats the whole contact; more is no honest one.
_MOST_POSTINGS = 100
_NESTED = frozenset({"emails", "phones", "postings", "titles"})
_CONTACT_KEYS = frozenset({field.name for field in CONTACT}) | _NESTED
_OFFICE_KEYS = frozenset(field.name for field in OFFICE)
_FLAGS = frozenset(field.column for field in CONTACT if field.kind is FLAG)
_PHONE_KINDS = {str(kind): kind for kind in PhoneKind}


def is_office(data: dict[str, Any]) -> bool:
    """Whether an object that stands alone is an office; CSV asks the same of its header."""
    if data.keys() & _NESTED:
        return False
    return _is_exported_office(data) or _names_offices(tuple(data))


def office_row(data: dict[str, Any], reading: Reading) -> dict[str, str]:
    """Return the columns of an office."""
    if not _is_exported_office(data):
        return _flat_row(data, reading, is_offices=True)
    switchboard = data.get("switchboard")
    if isinstance(switchboard, dict):
        data = {**data, "switchboard": _number("switchboard", switchboard, reading)}
    reading.ignore_others(data, _OFFICE_KEYS)
    return _own_texts(OFFICE, data, reading)


def contact_rows(data: dict[str, Any], reading: Reading) -> list[dict[str, str]]:
    """Return the columns of a contact: a row for each of its postings."""
    if not data.keys() & _NESTED:
        return [_flat_row(data, reading, is_offices=False)]
    texts = _own_texts(CONTACT, data, reading)
    emails = [_email(email, reading) for email in reading.objects("email", data.get("emails"))]
    phones = [_phone(phone, reading) for phone in reading.objects("phone", data.get("phones"))]
    numbers = [number for number, _ in phones]
    ways = [*emails, *(Verified(number.named(numbers), *seen) for number, seen in phones)]
    texts["verified_on"] = verified_cell(ways)
    reading.ignore_others(data, _CONTACT_KEYS)
    public = [number for number, (is_public, _) in phones if is_public]
    columns_at = partial(
        way_columns,
        [email.value for email in emails if email.is_public],
        public,
        [way.value for way in ways if not way.is_public],
        says_own=any(number.extension for number in public if number.kind is PhoneKind.OFFICE),
    )
    return [
        {**texts, **_posting_texts(posting, columns_at, reading)}
        for posting in _postings(data, reading)
    ]


def _posting_texts(
    posting: dict[str, Any],
    columns_at: Callable[[str], Mapping[str, Sequence[str]]],
    reading: Reading,
) -> dict[str, str]:
    """Return the columns of a posting, and those of ways; columns_at: these by its extension."""
    here = _own_texts(POSTING, posting, reading)
    ways = columns_at(here["ext"])
    return here | {column: reading.joined(column, values) for column, values in ways.items()}


def _postings(data: dict[str, Any], reading: Reading) -> list[dict[str, Any]]:
    """Return the postings of a contact; of one without any an empty one."""
    postings = reading.objects("office", data.get("postings")) or [{}]
    if len(postings) > _MOST_POSTINGS:
        reading.refuse("office", f"has more than {_MOST_POSTINGS} postings")
        return postings[:1]
    return postings


def _is_exported_office(data: dict[str, Any]) -> bool:
    return "names" in data or isinstance(data.get("switchboard"), dict)


def _own_texts(fields: Sequence[Field], data: dict[str, Any], reading: Reading) -> dict[str, str]:
    """Return the columns of somebody's own fields."""
    texts: dict[str, str] = {}
    for field in fields:
        value = data.get(field.name)
        if field.kind.is_by_language:
            texts |= _localised(field.column, value, reading, is_offices=fields is OFFICE)
        elif field.kind is FLAG:
            is_set = value is not None and reading.flag(field.column, value)
            texts[field.column] = field.kind.text(is_set)
        else:
            text = reading.joined if field.kind.is_list else reading.text
            texts[field.column] = text(field.column, value)
    return texts


def _email(data: dict[str, Any], reading: Reading) -> Verified:
    return Verified(
        reading.text("email", data.get("address")),
        reading.flag("email", data.get("public")),
        reading.text("verified_on", data.get("verified_on")),
    )


def _phone(data: dict[str, Any], reading: Reading) -> tuple[Number, tuple[bool, str]]:
    """Return a number, and whether it is public with its day of verifying."""
    word = reading.text("phone", data.get("kind")) or str(PhoneKind.OFFICE)
    if word not in _PHONE_KINDS:
        reading.refuse("phone", f"{quoted(word)} is no kind; choose from {', '.join(_PHONE_KINDS)}")
    kind = _PHONE_KINDS.get(word, PhoneKind.OFFICE)
    column = NAMES[kind].column
    text = _number(column, data, reading)
    number = Number(kind, text, reading.text("ext", data.get("extension")))
    is_public = reading.flag(column, data.get("public"))
    return number, (is_public, reading.text("verified_on", data.get("verified_on")))


def _number(column: str, data: dict[str, Any], reading: Reading) -> str:
    """Return a number as it is shown, unless its digits are others than those of the number."""
    number = reading.text(column, data.get("number"))
    display = reading.text(column, data.get("display"))
    if not number and not display:
        reading.refuse(column, "a number is missing")
    if number and display and digits_of(number) != digits_of(display):
        reading.warn(column, f"{quoted(display)} is not {quoted(number)}, which is taken")
        return number
    return display or number


def _localised(
    prefix: str,
    values: Any,  # noqa: ANN401  # whatever JSON holds
    reading: Reading,
    *,
    is_offices: bool,
) -> dict[str, str]:
    """Return `title_fr`, `title_es` of texts by language; prefix: `title_`."""
    texts: dict[str, str] = {}
    name = prefix.removesuffix("_")
    for language, value in reading.members(name, values).items():
        column = _field(f"{prefix}{language}", is_offices=is_offices)
        if column is None or not column.startswith(prefix):
            reading.refuse(name, f"{quoted(language)} is no language; expected a tag as fr, pt-BR")
        elif column in texts:
            reading.refuse(column, f"stands twice, as {quoted(language)} too")
        else:
            texts[column] = reading.text(column, value)
    return texts


def _flat_row(data: dict[str, Any], reading: Reading, *, is_offices: bool) -> dict[str, str]:
    """Return the columns of an object whose keys are columns, however they are written."""
    texts: dict[str, str] = {}
    for key, value in data.items():
        column = _field(" ".join(key.split()), is_offices=is_offices)
        if column is None:
            if key.strip().casefold() != REASON:
                reading.ignored[key] = None
            continue
        if column in _FLAGS and isinstance(value, bool):
            text = FLAG.text(value)
        else:
            text = reading.joined(column, value)
        if text and texts.get(column):
            reading.refuse(column, f"two keys mean it, {quoted(key)} is one; keep one of them")
        texts[column] = text or texts.get(column, "")
    if not texts:
        wanted = "name, country" if is_offices else "office, name, email"
        reading.refuse("", f"has none of the keys that are columns ({wanted} …)")
    return texts


# The same few keys come again and again; somebody else's are not kept for ever.
@lru_cache(maxsize=1000)
def _field(key: str, *, is_offices: bool) -> str | None:
    return find_field(key, is_offices=is_offices)


@lru_cache(maxsize=100)
def _names_offices(keys: tuple[str, ...]) -> bool:
    return names_offices(keys)
