"""Objects of JSON as rows of pressdesk's own columns: of an export, or with columns as keys.

An object of an export is known by what is nested in it; everything else has columns as keys.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from pressdesk.exchange.columns import REASON, find_field, names_offices
from pressdesk.exchange.drafting import PHONE_COLUMNS
from pressdesk.exchange.json_reading import Reading
from pressdesk.model import PhoneKind
from pressdesk.visible import quoted

_PLAIN = ("key", "kind", "name", "given_name", "family_name", "title", "note", "left_on",
          "successor")  # fmt: skip
# Each posting repeats the whole contact; more is no honest one.
_MOST_POSTINGS = 100
_LISTS = ("languages", "topics")
_NESTED = frozenset({"emails", "phones", "postings", "titles"})
_CONTACT_KEYS = frozenset({*_PLAIN, *_LISTS, *_NESTED, "unlisted"})
_OFFICE_TEXTS = ("name", "country", "code", "organization", "city", "language", "timezone",
                 "extension_digits", "extension_range", "reports_to")  # fmt: skip
_OFFICE_KEYS = frozenset({*_OFFICE_TEXTS, "names", "switchboard"})
_PHONE_KINDS = {str(kind): kind for kind in PhoneKind}


class _Phone(NamedTuple):
    """A number of an export; column: where it stands when it is public."""

    column: str
    text: str
    extension: str
    is_public: bool

    @property
    def whole(self) -> str:
        """The number with its extension, as columns other than phone hold it."""
        return self.text + (f" ext {self.extension}" if self.extension else "")


def is_office(data: dict[str, Any]) -> bool:
    """Ask whether an object that stands alone is an office; CSV asks the same of its header."""
    if data.keys() & _NESTED:
        return False
    return _is_exported_office(data) or _names_offices(tuple(data))


def office_row(data: dict[str, Any], reading: Reading) -> dict[str, str]:
    """Give the columns of an office."""
    if not _is_exported_office(data):
        return _flat_row(data, reading, is_offices=True)
    texts = {column: reading.text(column, data.get(column)) for column in _OFFICE_TEXTS}
    switchboard = data.get("switchboard")
    if isinstance(switchboard, dict):
        texts["switchboard"] = _number("switchboard", switchboard, reading)
    else:
        texts["switchboard"] = reading.text("switchboard", switchboard)
    reading.ignore_others(data, _OFFICE_KEYS)
    return {**texts, **_localised("name", data.get("names"), reading, is_offices=True)}


def contact_rows(data: dict[str, Any], reading: Reading) -> list[dict[str, str]]:
    """Give the columns of a contact: a row for each of its postings."""
    if not data.keys() & _NESTED:
        return [_flat_row(data, reading, is_offices=False)]
    texts = {column: reading.text(column, data.get(column)) for column in _PLAIN}
    texts |= {column: reading.joined(column, data.get(column)) for column in _LISTS}
    if data.get("unlisted") is not None and reading.flag("unlisted", data["unlisted"]):
        texts["unlisted"] = "yes"
    texts["verified_on"] = _verified_on(data, reading)
    texts |= _localised("title", data.get("titles"), reading, is_offices=False)
    phones = [_phone(one, reading) for one in reading.objects("phone", data.get("phones"))]
    texts |= _ways(reading.objects("email", data.get("emails")), phones, reading)
    reading.ignore_others(data, _CONTACT_KEYS)
    postings = reading.objects("office", data.get("postings")) or [{}]
    if len(postings) > _MOST_POSTINGS:
        reading.refuse("office", f"has more than {_MOST_POSTINGS} postings")
        postings = postings[:1]
    return [{**texts, **_posting_texts(one, phones, reading)} for one in postings]


def _is_exported_office(data: dict[str, Any]) -> bool:
    return "names" in data or isinstance(data.get("switchboard"), dict)


def _ways(emails: list[dict[str, Any]], phones: list[_Phone], reading: Reading) -> dict[str, str]:
    """Give the columns of addresses and numbers, but for `phone`: it pairs with the posting's."""
    public: list[str] = []
    internal: list[str] = []
    for one in emails:
        address = reading.text("email", one.get("address"))
        (public if reading.flag("email", one.get("public")) else internal).append(address)
    internal += [phone.whole for phone in phones if not phone.is_public]
    others = {
        column: reading.joined(
            column, [one.whole for one in phones if one.is_public and one.column == column]
        )
        for kind, column in PHONE_COLUMNS.items()
        if kind is not PhoneKind.OFFICE
    }
    return {
        "email": reading.joined("email", public),
        "internal": reading.joined("internal", internal),
        **others,
    }


def _posting_texts(
    posting: dict[str, Any], phones: list[_Phone], reading: Reading
) -> dict[str, str]:
    """Give the columns of a posting, and the office numbers: those pair with its extension."""
    shown = [one for one in phones if one.is_public and one.column == "phone"]
    numbers = [one.text for one in shown]
    extensions = [one.extension for one in shown]
    if extension := reading.text("ext", posting.get("extension")):
        numbers, extensions = ["", *numbers], [extension, *extensions]
    return {
        "office": reading.text("office", posting.get("office")),
        "phone": reading.joined("phone", numbers),
        "ext": reading.joined("ext", extensions),
        "rank": reading.text("rank", posting.get("rank")),
        "from": reading.text("from", posting.get("starts_on")),
        "until": reading.text("until", posting.get("ends_on")),
        "posting_title": reading.text("posting_title", posting.get("title")),
    }


def _phone(data: dict[str, Any], reading: Reading) -> _Phone:
    word = reading.text("phone", data.get("kind")) or str(PhoneKind.OFFICE)
    if word not in _PHONE_KINDS:
        reading.refuse("phone", f"{quoted(word)} is no kind; choose from {', '.join(_PHONE_KINDS)}")
    column = PHONE_COLUMNS[_PHONE_KINDS.get(word, PhoneKind.OFFICE)]
    number = _number(column, data, reading)
    extension = reading.text("ext", data.get("extension"))
    return _Phone(column, number, extension, reading.flag(column, data.get("public")))


def _number(column: str, data: dict[str, Any], reading: Reading) -> str:
    """Give a number as it is shown, unless its digits are others than those of the number."""
    number = reading.text(column, data.get("number"))
    display = reading.text(column, data.get("display"))
    if not number and not display:
        reading.refuse(column, "a number is missing")
    if number and display and _digits(number) != _digits(display):
        reading.warn(column, f"{quoted(display)} is not {quoted(number)}, which is taken")
        return number
    return display or number


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _verified_on(data: dict[str, Any], reading: Reading) -> str:
    """Give the day on which all public values were verified; where they differ it is lost."""
    ways = (*reading.objects("email", data.get("emails")),
            *reading.objects("phone", data.get("phones")))  # fmt: skip
    days = {
        reading.text("verified_on", one.get("verified_on"))
        for one in ways
        if one.get("public") is not False
    }
    if len(days) > 1:
        reading.lost["days of verifying, where a contact has several"] = None
    return days.pop() if len(days) == 1 else ""


def _localised(
    name: str,
    values: Any,  # noqa: ANN401  # whatever JSON holds
    reading: Reading,
    *,
    is_offices: bool,
) -> dict[str, str]:
    """Give `title_fr`, `title_es` of texts by language."""
    texts: dict[str, str] = {}
    for language, value in reading.members(name, values).items():
        column = _field(f"{name}_{language}", is_offices=is_offices)
        if column is None or not column.startswith(f"{name}_"):
            reading.refuse(name, f"{quoted(language)} is no language; expected a tag as fr, pt-BR")
        elif column in texts:
            reading.refuse(column, f"stands twice, as {quoted(language)} too")
        else:
            texts[column] = reading.text(column, value)
    return texts


def _flat_row(data: dict[str, Any], reading: Reading, *, is_offices: bool) -> dict[str, str]:
    """Give the columns of an object whose keys are columns, however they are written."""
    texts: dict[str, str] = {}
    for key, value in data.items():
        column = _field(" ".join(key.split()), is_offices=is_offices)
        if column is None:
            if key.strip().casefold() != REASON:
                reading.ignored[key] = None
            continue
        if column == "unlisted" and isinstance(value, bool):
            text = "yes" if value else ""
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
