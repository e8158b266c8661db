"""Other values in the places of those that a release mentions; all else stays to the byte."""

from collections.abc import Iterable
from typing import NamedTuple

from pressdesk.blocks.wordings import extension_words, find_wording
from pressdesk.errors import OptionsError
from pressdesk.releases.mentions.finding import Mention, find_mentions
from pressdesk.releases.mentions.forms import corrections
from pressdesk.releases.release import Release
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_kind import region_of
from pressdesk.values.phone_number import Number, PhoneNumber

# A folded address, or a number (E.164) and its extension.
Value = str | Number


class Correction(NamedTuple):
    """A mention, which of the values that it may be it is, and the value to stand there."""

    mention: Mention
    old: Value
    new: Value

    @property
    def shown(self) -> str:
        """The new value, of a number in its international form."""
        return show_value(self.new)


class Exchange(NamedTuple):
    """A value that another one is to replace, wherever it stands."""

    old: Value
    new: Value

    @classmethod
    def parse(cls, old: str, new: str) -> "Exchange":
        """Read two addresses or two numbers with country codes; raise InvalidValueError.

        Raises OptionsError for an address and a number, or an extension that stands for all.
        """
        if ("@" in old) != ("@" in new):
            raise OptionsError("an address replaces an address, and a number a number")
        if "@" in old:
            return cls(EmailAddress.parse(old).folded, EmailAddress.parse(new).normal)
        before, after = (PhoneNumber.parse(text, allow_possible=True) for text in (old, new))
        if before.extension is None and after.extension is not None:
            raise OptionsError(
                "an extension replaces an extension: give the old number with its own"
            )
        return cls(before.identity, after.identity)

    def find(self, release: Release) -> list[Correction]:
        """Find where the old value stands in a release."""
        regions: tuple[str, ...] = ()
        if not isinstance(self.old, str) and (region := region_of(self.old[0])):
            regions = (region,)
        mentions = (
            mention
            for passage in release.passages()
            for mention in find_mentions(passage, regions, release.language)
        )
        return [made for mention in mentions if (made := self._of(mention))]

    def _of(self, mention: Mention) -> Correction | None:
        if isinstance(self.old, str):
            return Correction(mention, *self) if mention.email == self.old else None
        number, extension = self.old
        if number not in mention.numbers or extension not in {None, mention.extension}:
            return None
        new = self.new
        if extension is None:  # all extensions are kept
            new = self.new[0], mention.extension
        return Correction(mention, (number, mention.extension), new)


def correct_release(release: Release, made: Iterable[Correction]) -> bytes:
    """Return the bytes of a release with corrections; raise InvalidFileError where one cannot be.

    Each new value is written as the old one was: see `forms`.
    """
    language = release.language if find_wording(release.language) else "en"
    word = extension_words(language or "en")[0]
    edits = [
        edit
        for mention, old, new in made
        for start, end, text in corrections(mention, old, new, word)
        for edit in mention.passage.replaced(start, end, text)
    ]
    return release.with_edits(edits)


def show_value(value: Value) -> str:
    """Return an address, or a number in its international form with its extension."""
    if isinstance(value, str):
        return value
    number, extension = value
    return str(PhoneNumber.parse(number, allow_possible=True).with_extension(extension))
