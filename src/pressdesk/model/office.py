"""An office, and which of its texts is said in a language."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber

# Of plain titles and names where an office names no language of its own.
DEFAULT_LANGUAGE = "en"


class Shift(NamedTuple):
    """Days on which a contact answers for an office, in the place of those who are posted there.

    contact: a key. starts_on, ends_on: first and last day, both included.
    """

    contact: str
    starts_on: date
    ends_on: date

    def is_on(self, day: date) -> bool:
        """Whether the shift holds on a day."""
        return self.starts_on <= day <= self.ends_on


class Office(NamedTuple):
    """A place of the organisation that speaks to the press.

    country: ISO 3166-1 alpha-2. language: BCP 47. timezone: IANA name.
    reports_to: the code of the office that answers when nobody here is on duty.
    names: the name in other languages (BCP 47 tag to text).
    rota: who answers on some days, in the order of the block.
    version: raised by one by every change; 0 is not stored yet.
    """

    code: str
    name: str
    country: str
    organization: str | None = None
    city: str | None = None
    language: str | None = None
    timezone: str | None = None
    switchboard: PhoneNumber | None = None
    extension_plan: ExtensionPlan | None = None
    reports_to: str | None = None
    names: Mapping[str, str] = {}
    rota: tuple[Shift, ...] = ()
    version: int = 0

    @property
    def plain_language(self) -> str:
        """The language in which its plain name is, and the plain titles of its people."""
        return self.language or DEFAULT_LANGUAGE

    def name_in(self, language: str | None) -> str:
        """Return the name in a language (the nearest tag), else the plain name."""
        return nearest_text(self.names, language) or self.name


def is_same_language(tag: str, other: str) -> bool:
    """Whether two tags (BCP 47) name one language, whatever the script and region."""
    return tag.partition("-")[0].lower() == other.partition("-")[0].lower()


def nearest_text(texts: Mapping[str, str], language: str | None) -> str | None:
    """Look a tag up, then shorter and shorter ones (RFC 4647, lookup): fr-CA, then fr; or None."""
    tag = language or ""
    while tag:
        if tag in texts:
            return texts[tag]
        tag = tag.rpartition("-")[0]
    return None
