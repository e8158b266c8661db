"""Blocks of releases, as they would be printed today: with the same people, or who follows."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pressdesk.blocks.block import Block, Entry, WayKind
from pressdesk.blocks.compose import compose_block
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import CARD, Style
from pressdesk.checking.arranging import arrange
from pressdesk.checking.office_names import OfficeNames
from pressdesk.checking.people import find_person, read_entry
from pressdesk.directory.duty.choice import find_successor, stand_in
from pressdesk.directory.store import Directory
from pressdesk.errors import NobodyReachableError
from pressdesk.model import Contact, Duty, is_same_language
from pressdesk.releases.release import FoundBlock, Release
from pressdesk.releases.typed.block_reading import is_own, read_block
from pressdesk.text.folding import fold_words

# Texts of blocks that are kept with what they would be: far more than are printed in a year.
_MOST_KEPT = 5_000


# A field of a block, what it says and what it would say.
Difference = tuple[str, str | None, str | None]


class Renewed(NamedTuple):
    """A block as it is, and as it would be printed today; style: in which it is printed."""

    before: Block
    after: Block
    style: Style


class OwnBlocks:
    """The blocks of releases on one day. styles: those of the user, which they may have."""

    def __init__(self, directory: Directory, day: date, styles: Sequence[Style] = ()) -> None:
        self.styles = tuple(styles)
        self._directory = directory
        self._day = day
        self._rosters = directory.rosters()
        self._offices = {office.code: office for office in directory.offices()}
        self._names = OfficeNames(self._offices.values())
        self._read = lru_cache(_MOST_KEPT)(self._read_block)
        self._renew = lru_cache(_MOST_KEPT)(self._renewed)
        self._differ = lru_cache(_MOST_KEPT)(self._differences)

    def is_own(self, block: FoundBlock, release: Release) -> bool:
        """Whether pressdesk wrote a block: it has our marks, or is as a style prints it."""
        return is_own(block, self.styles, release.language)

    def differences(self, block: FoundBlock, release: Release) -> Sequence[Difference]:
        """Return what one of our blocks would print otherwise; nothing of any other block.

        Of addresses and numbers those that come: others are judged where they stand.
        """
        return self._differ(block.text, release.language, is_marked=block.is_marked)

    def entries(self, block: FoundBlock, release: Release) -> Sequence[Entry]:
        """Return who stands in a block, as far as it is understood."""
        read = self._read(block.text, release.language)
        return read[0].entries if read else ()

    def renew(self, block: FoundBlock, release: Release) -> Renewed | None:
        """Return a block as it would be printed today.

        None where it is not understood, somebody in it is unknown or cannot be shown, or an address
        of somebody else would go with it.
        """
        return self._renew(block.text, release.language)

    def printed(self, renewed: Renewed, release: Release) -> str:
        """Return the text of a renewed block in the form of its release."""
        block = renewed.after
        if release.language and is_same_language(release.language, block.language):
            block = block._replace(language=release.language)  # en-US stays en-US
        return render_block(block, renewed.style, release.form)

    def _read_block(
        self, text: str, file_language: str | None
    ) -> tuple[Block, Style | None] | None:
        return read_block(text, self.styles, file_language)

    def _differences(
        self, text: str, file_language: str | None, *, is_marked: bool
    ) -> Sequence[Difference]:
        block = FoundBlock(1, text, is_marked)
        renewed = self._renew(text, file_language)
        if renewed is None or not is_own(block, self.styles, file_language):
            return ()
        return tuple(_compare(renewed))

    def _renewed(self, text: str, file_language: str | None) -> Renewed | None:
        read = self._read(text, file_language)
        if read is None:
            return None
        block, style = read
        duties = [self._duty(entry) for entry in block.entries]
        followers = [self._follower(duty) for duty in duties if duty]
        known = [duty for duty in followers if duty and not duty.contact.unlisted]
        if len(known) < len(block.entries) or self._would_lose(block, known):
            return None
        try:
            after = compose_block(known, block.language, lead_in=block.lead_in)
        except NobodyReachableError:
            return None
        return Renewed(block, after, style or CARD)

    def _duty(self, entry: Entry) -> Duty | None:
        """Return who an entry is, at the office under which it is printed; None for nobody here."""
        entry = arrange(entry, self._names)
        offices = self._names.find(entry.office)
        printed = read_entry(entry, offices[0].country if offices else None)
        contact = find_person(self._directory, printed, offices)
        if contact is None:
            return None
        return self._at(contact, {office.code for office in offices})

    def _at(self, contact: Contact, codes: set[str]) -> Duty:
        active = [one for one in contact.postings if one.is_active(self._day)]
        # Of somebody who has left: the office that was left, where the successor stands in.
        postings = active or list(contact.postings)
        here = [one for one in postings if one.office in codes] or postings
        if not here:
            return Duty(contact)
        return Duty(contact, self._offices[here[0].office], here[0])

    def _follower(self, duty: Duty) -> Duty | None:
        """Return the duty, of somebody who has left the successor's; None where nobody follows."""
        if not duty.contact.has_left(self._day):
            return duty
        follower = find_successor(duty.contact, self._day, self._rosters)
        return stand_in(follower, duty, self._day) if follower else None

    def _would_lose(self, block: Block, duties: Sequence[Duty]) -> bool:
        """Whether an address of somebody else would vanish: a desk's below a person's name."""
        printed = {
            way.text.casefold()
            for entry in block.entries
            for way in entry.ways
            if way.kind is WayKind.EMAIL
        }
        shown = {email for duty in duties for email in _public_emails(duty.contact)}
        keys = {duty.contact.key for duty in duties}
        lost = sorted(printed - shown)
        return any(
            holder.key not in keys and not holder.unlisted and not holder.has_left(self._day)
            for holder in (self._directory.find_holders(emails=lost) if lost else ())
        )


def _compare(renewed: Renewed) -> list[Difference]:
    # As it would be read: a style may print no titles.
    read = read_block(render_block(renewed.after, renewed.style), (renewed.style,))
    if read is None:
        return []
    found: list[Difference] = []
    for old, new in zip(renewed.before.entries, read[0].entries, strict=False):
        for field in ("name", "title", "office"):
            was, now = getattr(old, field), getattr(new, field)
            if field == "office" and was is None:
                continue  # of a contact alone none is printed
            if fold_words(was or "") != fold_words(now or ""):
                found.append((field, was, now))
        kinds = {way.kind for way in old.ways}
        found += [
            ("email" if way.kind is WayKind.EMAIL else "phone", None, way.text)
            for way in new.ways
            if way.kind not in kinds
        ]
    return found


def _public_emails(contact: Contact) -> set[str]:
    return {email.address.folded for email in contact.emails if email.public}
