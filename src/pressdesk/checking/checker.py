"""Checks blocks against one directory; what two releases print alike is judged once."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pressdesk.blocks.block import Block, Entry, WayKind
from pressdesk.blocks.compose import compose_block
from pressdesk.blocks.style import Style
from pressdesk.checking.arranging import arrange
from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.judging import Judge
from pressdesk.checking.office_names import OfficeNames
from pressdesk.checking.people import Printed, find_person, read_entry
from pressdesk.directory.duty.choice import find_successor, stand_in
from pressdesk.directory.store import Directory
from pressdesk.errors import NobodyReachableError
from pressdesk.model import Contact, Duty
from pressdesk.releases.typed.block_reading import read_block
from pressdesk.text.folding import fold_words
from pressdesk.values.names import fold_name

# Texts of blocks whose judgement is kept: far more than a press office prints in a year.
_MOST_KEPT = 5_000


class Judged(NamedTuple):
    """What was found of a block's text.

    block: as it was read, None where it was not understood. duties: who is in it, each at the
    office under which they are printed; None for somebody who is unknown. style: by which it reads
    back.
    """

    findings: tuple[Finding, ...]
    block: Block | None = None
    style: Style | None = None
    duties: tuple[Duty | None, ...] = ()

    @property
    def contacts(self) -> tuple[str, ...]:
        """The keys of those who are known."""
        return tuple(one.contact.key for one in self.duties if one)


class Checker:
    """Judges texts of blocks on one day.

    styles: of the house, which blocks may have.
    """

    def __init__(self, directory: Directory, day: date, styles: Sequence[Style] = ()) -> None:
        self._directory = directory
        self._day = day
        self.styles = tuple(styles)
        self._rosters = directory.rosters()
        self._offices = {office.code: office for office in directory.offices()}
        self._names = OfficeNames(self._offices.values())
        self._kept: OrderedDict[tuple[str, str | None], Judged] = OrderedDict()

    def judge(self, text: str, file_language: str | None = None) -> Judged:
        """Judge the text of a block, as a reader sees it; file_language: the tag of its release."""
        key = text, file_language
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return found
        judged = self._judge(text, file_language)
        self._kept[key] = judged
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return judged

    def mended(self, judged: Judged) -> Block | None:
        """Give the block as it should be; None where somebody is unknown, or cannot be shown."""
        if judged.block is None:
            return None
        if any(one.status is Status.UNKNOWN for one in judged.findings):
            return None  # what cannot be read would be lost
        duties = [self._follower(one) if one else None for one in judged.duties]
        if not duties or any(one is None or one.contact.unlisted for one in duties):
            return None
        known = [one for one in duties if one]
        block = judged.block
        if self._would_lose(block, known):
            return None
        try:
            return compose_block(known, block.language, lead_in=block.lead_in)
        except NobodyReachableError:
            return None

    def _would_lose(self, block: Block, duties: Sequence[Duty]) -> bool:
        """Ask whether an address of somebody else would vanish: a desk's below a person's name.

        Not so of numbers: an extension is given to whoever comes next.
        """
        printed = {way.text.casefold() for entry in block.entries for way in entry.ways
                   if way.kind is WayKind.EMAIL}  # fmt: skip
        lost = printed - {one for duty in duties for one in _public_emails(duty.contact)}
        keys = {one.contact.key for one in duties}
        return any(
            one.key not in keys and not one.unlisted and not one.has_left(self._day)
            for one in self._directory.find_holders(emails=sorted(lost))
            if not lost.isdisjoint(_public_emails(one))
        )

    def _judge(self, text: str, file_language: str | None) -> Judged:
        read = read_block(text, self.styles, file_language)
        if read is None:
            return Judged((Finding(Status.UNKNOWN, "block", None, None),))
        block, style = read
        findings: list[Finding] = []
        duties: list[Duty | None] = []
        for entry in block.entries:
            duty, found = self._judge_entry(entry, block.language)
            duties.append(duty)
            findings += found
        return Judged(tuple(findings), block, style, tuple(duties))

    def _judge_entry(self, entry: Entry, language: str) -> tuple[Duty | None, list[Finding]]:
        entry = arrange(entry, self._names)
        offices = self._names.find(entry.office)
        printed = read_entry(entry, offices[0].country if offices else None)
        contact = find_person(self._directory, printed, offices)
        if contact is None:
            return None, [Finding(Status.UNKNOWN, "name", entry.name)]
        judge = Judge(contact, self._offices, self._day, language)
        entry = arrange(entry, self._names, judge.titles, judge.office_names)
        if self._names_another(entry, contact, judge):
            return None, [Finding(Status.UNKNOWN, "block")]
        duty = self._duty(contact, entry, judge)
        if duty.office and not offices:  # whose numbers may stand there without their country
            printed = read_entry(entry, duty.office.country)
        return duty, list(self._about(contact, duty, entry, printed, judge))

    def _names_another(self, entry: Entry, contact: Contact, judge: Judge) -> bool:
        """Ask whether what was read as a title or an office is somebody: then two were read as one.

        Each on a line of its own, a desk below a person looks like the office of that person.
        """
        words = {fold_words(one) for one in (entry.title, entry.office) if one}
        names = {
            fold_name(one) for one in words if one not in self._names and one not in judge.titles
        }
        return any(
            one.key != contact.key and fold_name(one.name) in names
            for one in self._directory.find_holders(names=sorted(names))
        )

    def _about(
        self, contact: Contact, duty: Duty, entry: Entry, printed: Printed, judge: Judge
    ) -> Iterator[Finding]:
        if contact.has_left(self._day):
            follower = self._follower(duty)
            name = follower.contact.name if follower else None
            yield Finding(Status.LEFT, "name", entry.name, name, contact.key)
        elif contact.unlisted:
            yield Finding(Status.INTERNAL, "name", entry.name, None, contact.key)
        else:
            yield from judge.findings(entry, printed)

    def _duty(self, contact: Contact, entry: Entry, judge: Judge) -> Duty:
        """Say at which office somebody is printed: where they are posted, else the first one."""
        postings = judge.postings_here(entry) or [
            one for one in contact.postings if one.is_active(self._day)
        ]
        if not postings:
            # Of one who has left: the office that was left, where the successor stands in.
            postings = list(contact.postings)
        if not postings:
            return Duty(contact)
        return Duty(contact, self._offices[postings[0].office], postings[0])

    def _follower(self, duty: Duty) -> Duty | None:
        """Give the duty, of one who has left the successor's; None where nobody follows."""
        if not duty.contact.has_left(self._day):
            return duty
        follower = find_successor(duty.contact, self._day, self._rosters)
        return stand_in(follower, duty, self._day) if follower else None


def _public_emails(contact: Contact) -> set[str]:
    return {email.address.folded for email in contact.emails if email.public}
