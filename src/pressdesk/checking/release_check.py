"""What a release says, held against the directory: every address and number, and our own blocks."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pressdesk.blocks.style import Style
from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.own_blocks import OwnBlocks
from pressdesk.checking.values import Owners, Ownership
from pressdesk.directory.store import Directory
from pressdesk.model import Contact
from pressdesk.reading.find.regions import read_regions
from pressdesk.reading.found import FoundContact
from pressdesk.releases.mentions.correcting import Correction, show_value
from pressdesk.releases.mentions.finding import Mention, find_mentions
from pressdesk.releases.release import FoundBlock, Release
from pressdesk.values.extension import split_extension, to_ascii_digits
from pressdesk.values.names import fold_name

# Where the name of whoever has a value may stand: a lead-in and some people above it.
_LINES_ABOVE, _LINES_BELOW = 12, 4
# Names of releases that are kept with the contacts who have them.
_MOST_KEPT = 5_000


class ReleaseCheck(NamedTuple):
    """What was found of a release.

    found: all that does not hold, by line. corrections: what would put right what was given up and
    has one value that follows. has_block: whether a contact block stands in it. knows: whether it
    says anything of the directory's, be it a switchboard with an extension of nobody.
    """

    found: tuple[Finding, ...]
    corrections: tuple[Correction, ...] = ()
    has_block: bool = False
    knows: bool = False

    @property
    def status(self) -> Status:
        """The worst of what was found."""
        worst = max((one.status for one in self.found), key=lambda one: one.weight, default=None)
        if worst:
            return worst
        return Status.CURRENT if self.has_block or self.knows else Status.NO_BLOCK


class Checker:
    """Checks releases against a directory on one day; what many of them say is asked once.

    styles: of the user, which blocks may have.
    """

    def __init__(self, directory: Directory, day: date, styles: Sequence[Style] = ()) -> None:
        self._directory = directory
        self.owners = Owners(directory, day)
        self.blocks = OwnBlocks(directory, day, styles)
        self._named = lru_cache(_MOST_KEPT)(self._find_named)

    def check(self, release: Release) -> ReleaseCheck:
        """Check a release."""
        mentions = [
            mention
            for passage in release.passages()
            for mention in find_mentions(passage, self.owners.regions, release.language)
        ]
        owned = [(mention, self.owners.find(mention)) for mention in mentions]
        found: list[Finding] = []
        made: list[Correction] = []
        for mention, ownership in owned:
            if ownership and ownership.status is not Status.CURRENT:
                found.append(_finding(mention, ownership))
            if ownership and ownership.new:
                made.append(Correction(mention, ownership.value, ownership.new))
        foreign = [mention for mention, ownership in owned if ownership is None]
        if foreign:
            found += self._unknown(foreign, release)
        lines = {finding.line for finding in found}
        for block in release.blocks:
            found += self._outdated(block, release, lines)
        return ReleaseCheck(
            tuple(sorted(dict.fromkeys(found), key=lambda one: (one.line, -one.status.weight))),
            tuple(made),
            bool(release.blocks or release.doubtful),
            any(
                ownership or self.owners.is_on_switchboard(mention) for mention, ownership in owned
            ),
        )

    def rebuilt(self, release: Release, *, typed: bool) -> bytes | None:
        """Return the bytes with our own blocks printed anew; None where all are as they would be.

        typed: those too that somebody typed and that are wholly understood. A block is left as it
        is where `OwnBlocks.renew` does not know how it would be.
        """
        printed: list[str | None] = []
        for block in release.blocks:
            renewed = None
            if typed or self.blocks.is_own(block, release):
                renewed = self.blocks.renew(block, release)
            printed.append(self.blocks.printed(renewed, release) if renewed else None)
        return release.with_blocks(printed) if any(printed) else None

    def _unknown(self, foreign: Sequence[Mention], release: Release) -> Iterator[Finding]:
        """Yield values that stand with the name of a known contact, and are not the contact's."""
        waiting = list(foreign)
        for block in release.blocks:
            last = block.line + block.text.count("\n")
            inside = [mention for mention in waiting if block.line <= mention.line <= last]
            if inside and (entries := self.blocks.entries(block, release)):
                waiting = [mention for mention in waiting if mention not in inside]
                for entry in entries:
                    said = [(way.text, way.extension) for way in entry.ways]
                    yield from self._not_theirs(entry.name, said, inside)
        for found in _found_near(waiting, release) if waiting else ():
            said = [(email, None) for email in found.emails]
            said += [(phone.text, phone.extension) for phone in found.phones]
            yield from self._not_theirs(found.name, said, waiting)

    def _not_theirs(
        self, name: str | None, said: Sequence[tuple[str, str | None]], foreign: Sequence[Mention]
    ) -> Iterator[Finding]:
        """Yield what stands with a name and is not of whoever in the directory has it.

        said: the addresses and numbers, as they are printed, with their extensions.
        """
        contact = self._named(name) if name else None
        if contact is None:
            return
        emails = {text.casefold() for text, _ in said}
        numbers = {(_digits(text), extension) for text, extension in said}
        for mention in foreign:
            is_said = mention.email in emails
            if mention.email is None:
                digits = _digits(mention.core)
                is_said = (digits, mention.extension) in numbers
            if is_said and not self.owners.has_value(contact, mention):
                field = "phone" if mention.email is None else "email"
                yield Finding(
                    mention.line, Status.UNKNOWN, field, mention.written, None, contact.key
                )

    def _find_named(self, name: str) -> Contact | None:
        holders = self._directory.find_holders(names=[fold_name(name)])
        return holders[0] if len(holders) == 1 else None

    def _outdated(self, block: FoundBlock, release: Release, lines: set[int]) -> Iterator[Finding]:
        """Yield what one of our blocks would print otherwise, unless its values are wrong too."""
        last = block.line + block.text.count("\n")
        if any(block.line <= line <= last for line in lines):
            return
        for field, old, new in self.blocks.differences(block, release):
            yield Finding(block.line, Status.OUTDATED, field, old, new)


def _found_near(mentions: Sequence[Mention], release: Release) -> Iterator[FoundContact]:
    """Yield the people with whom values may stand, by `reading`."""
    seen = release.seen()
    near = {
        line
        for mention in mentions
        for line in range(mention.line - _LINES_ABOVE, mention.line + _LINES_BELOW)
    }
    texts = [line.text if line.number in near else "" for line in seen.lines]
    for region in read_regions(texts, language=seen.language):
        yield from region.contacts


def _digits(text: str) -> str:
    """Return the digits of a number as it is printed, without those of its extension."""
    digits = "".join(filter(str.isdigit, to_ascii_digits(split_extension(text).number)))
    return digits.removeprefix("00")


def _finding(mention: Mention, ownership: Ownership) -> Finding:
    field = "phone" if mention.email is None else "email"
    new = show_value(ownership.new) if ownership.new else ownership.follower
    old = None if ownership.status is Status.INTERNAL else mention.written
    return Finding(mention.line, ownership.status, field, old, new, ownership.owner)
