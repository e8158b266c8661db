"""What one release says about one contact, and where it says so."""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from pressdesk.harvest.printed_blocks import read_printed_blocks
from pressdesk.harvest.release_date import find_date
from pressdesk.model import Source
from pressdesk.model.former import Former
from pressdesk.reading.find.regions import read_regions
from pressdesk.reading.found import FoundContact, Region
from pressdesk.reading.group.repeated import key_of, merge_mentions
from pressdesk.releases.formats import parse_release
from pressdesk.releases.links import mail_address, stray_address, stray_number
from pressdesk.releases.seen import SeenLine
from pressdesk.text.folding import fold
from pressdesk.text.visible import visible


class Status(StrEnum):
    """What a found contact is to the directory."""

    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    CONFLICT = "conflict"
    FORMER = "former"


class Evidence(NamedTuple):
    """A contact as one release has it.

    file: as it was named. line: in the file, from 1. date: of the release, if it can be told.
    former: of its values those that were given up since.
    """

    file: str
    line: int
    contact: FoundContact
    date: date | None
    status: Status = Status.NEW
    problems: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()

    @property
    def source(self) -> Source:
        """Where it stands, as it is stored."""
        return Source("harvest", visible(self.file), self.line, self.date)

    @property
    def sentences(self) -> list[str]:
        """What people should hear of it: its problems, and what was given up."""
        return [*self.contact.problems, *self.problems, *map(str, self.former)]

    def as_data(self) -> dict[str, Any]:
        """Give the record of the report; its keys are a contract (docs/harvest.md)."""
        found = self.contact
        return {
            "file": self.file,
            "line": self.line,
            "name": found.name,
            "title": found.title,
            "office": found.office,
            "organization": found.organization,
            "emails": list(found.emails),
            "phones": [phone._asdict() for phone in found.phones],
            "language": found.language,
            "lead_in": found.lead_in,
            "date": self.date.isoformat() if self.date else None,
            "confidence": found.confidence,
            "status": str(self.status),
            "problems": [*found.problems, *self.problems],
            **({"former": [one.as_data() for one in self.former]} if self.former else {}),
        }


def find_evidence(
    name: str, content: bytes, form: str, *, country: str | None = None
) -> list[Evidence]:
    """Read the contacts of a release; raise InvalidFileError for one that cannot be read.

    name: of the file, for messages. form: text, markdown, html or docx. country: ISO 3166 alpha-2
    of numbers without "+".
    """
    release = parse_release(name, content, form)
    seen = release.seen()
    texts = [_with_targets(line) for line in seen.lines]
    day = find_date(texts)
    printed = read_printed_blocks(release, seen.lines)
    for one in printed:
        texts[one.first : one.last + 1] = [""] * (one.last + 1 - one.first)
    regions = read_regions(texts, country=country, language=seen.language)
    regions = sorted((*printed, *regions), key=lambda one: one.first)
    mentions: dict[Hashable, list[tuple[Region, FoundContact]]] = {}
    for region in regions:
        for found in region.contacts:
            mentions.setdefault(key_of(found), []).append((region, found))
    return [
        Evidence(
            name,
            seen.lines[mentioned[0][1].line].number,
            merge_mentions([found for _, found in mentioned]),
            day,
            problems=tuple(
                dict.fromkeys(
                    problem
                    for region, found in mentioned
                    for problem in _link_problems(seen.lines[region.first : region.last + 1], found)
                )
            ),
        )
        for mentioned in mentions.values()
    ]


def _with_targets(line: SeenLine) -> str:
    """Give the line with the addresses that only its links have: a name that links to a mailbox."""
    hidden = (mail_address(link) for link in line.links if "@" not in link.text)
    missing = [address for address in hidden if address and address not in line.text]
    return " ".join((line.text, *(f"<{address}>" for address in missing)))


def _link_problems(lines: Sequence[SeenLine], found: FoundContact) -> Iterator[str]:
    """Say which links of a contact lead elsewhere than they say."""
    emails = {fold(email) for email in found.emails}
    digits = {phone.number.lstrip("+") for phone in found.phones if phone.number}
    for link in (one for line in lines for one in line.links):
        if fold(link.text.strip()) in emails and (address := stray_address(link)):
            yield f'the link "{link.text}" leads to {address}'
        typed = "".join(filter(str.isdigit, link.text))
        if typed in digits and (dialled := stray_number(link)):
            yield f'the link "{link.text}" dials {dialled}'
