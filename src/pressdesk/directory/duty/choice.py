"""Who answers for an office, chosen by rule, and why each of the others does not."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from pressdesk.directory.search.words import asked_words, join_words
from pressdesk.model import Contact, Duty, Office, Posting, has_own_way

_A_DAY = timedelta(1)


class Rule(NamedTuple):
    """What is asked of those who answer.

    language: those who speak it (BCP 47) come first. topic: only those who speak about it, as it is
    stored or the beginning of it. speaks: only those who speak a language. internal: internal ways
    and unlisted contacts count too.
    """

    day: date
    language: str | None = None
    topic: str | None = None
    speaks: str | None = None
    internal: bool = False


class Reason(StrEnum):
    """Why somebody answers, or does not."""

    ANSWERS = "answers"
    NOT_YET = "is posted later"
    NO_LONGER = "was posted earlier"
    LEFT = "has left"
    OFF_ROTA = "is not on the rota that day"
    UNLISTED = "is unlisted"
    NO_WAY = "has no public phone or e-mail"
    OTHER_TOPIC = "does not speak about it"
    OTHER_LANGUAGE = "does not speak it"


# What does not keep somebody from being on duty.
_ON_DUTY = frozenset(Reason) - {
    Reason.NOT_YET, Reason.NO_LONGER, Reason.LEFT, Reason.OFF_ROTA
}  # fmt: skip


class Verdict(NamedTuple):
    """What the rule says of one who is posted to an office, ever.

    follows: whose successor it is, where that is why it comes.
    """

    duty: Duty
    reason: Reason
    follows: Contact | None = None

    @property
    def is_on_duty(self) -> bool:
        """Whether the contact is there that day, shown or not."""
        return self.reason in _ON_DUTY


class Choice(NamedTuple):
    """Who answers for an office, in the order of the block.

    offices: the one that was asked and, as long as nobody answered, those it reports to.
    duties: those who answer, at the last of the offices. verdicts: on everybody at all of them.
    """

    offices: list[Office]
    duties: list[Duty]
    verdicts: list[Verdict]


class Rosters(Protocol):
    """Where offices, their people and successors come from."""

    def of(self, office: Office) -> Sequence[Duty]:
        """Give everybody ever posted to an office, by rank and name."""

    def office(self, code: str) -> Office:
        """Get an office by its code."""

    def contact(self, key: str) -> Contact:
        """Get a contact by its key."""


def choose(office: Office, rule: Rule, rosters: Rosters) -> Choice:
    """Choose who answers for an office: those there, else those of the office it reports to."""
    offices: list[Office] = []
    verdicts: list[Verdict] = []
    current: Office | None = office
    while current is not None and current not in offices:
        offices.append(current)
        here = judge_office(current, rule, rosters)
        verdicts += here
        duties = [one.duty for one in here if one.reason is Reason.ANSWERS]
        if duties:
            return Choice(offices, _best_first(duties, rule.language), verdicts)
        current = rosters.office(current.reports_to) if current.reports_to else None
    return Choice(offices, [], verdicts)


def judge_office(office: Office, rule: Rule, rosters: Rosters) -> list[Verdict]:
    """Judge everybody ever posted to an office; nobody is on duty twice.

    On days of a rota those on it come first, and nobody else is on duty as long as one of them is.
    """
    there: dict[str, Verdict] = {}
    verdicts: list[Verdict] = []
    for duty in find_shifts(office, rule.day, rosters):
        for verdict in _judge(duty, rule, rosters):
            verdicts.append(verdict)
            if verdict.reason in _ON_DUTY:
                there.setdefault(verdict.duty.contact.key, verdict)
    has_rota = bool(there)
    for duty in rosters.of(office):
        for judged in _judge(duty, rule, rosters):
            key = judged.duty.contact.key
            is_off = has_rota and judged.reason in _ON_DUTY and key not in there
            verdict = judged._replace(reason=Reason.OFF_ROTA) if is_off else judged
            if verdict.reason not in _ON_DUTY:
                verdicts.append(verdict)
            elif key not in there:
                there[key] = verdict
                verdicts.append(verdict)
    if len(there) == len(verdicts):
        return verdicts
    # Whoever is there needs no word about other times and other postings.
    return [one for one in verdicts if there.get(one.duty.contact.key, one) is one]


def find_shifts(office: Office, day: date, rosters: Rosters) -> list[Duty]:
    """Return who is on the rota of an office on a day, in its order."""
    contacts = [rosters.contact(shift.contact) for shift in office.rota if shift.is_on(day)]
    # Whoever has no posting there has no extension there.
    return [_at_office(contact, office, Posting(office.code), day) for contact in contacts]


def days_of_change(office: Office, rosters: Rosters, day: date) -> set[date]:
    """Return the day, and the later ones on which somebody else may answer."""
    changes: set[date | None] = set()
    for duty in rosters.of(office):
        contact, posting = duty.contact, duty.posting
        changes.add(contact.left_on)
        if contact.successor:
            changes.add(rosters.contact(contact.successor).left_on)
        if posting:
            changes.add(posting.starts_on)
            if posting.ends_on and posting.ends_on < date.max:
                changes.add(posting.ends_on + _A_DAY)
    for shift in office.rota:
        changes.add(rosters.contact(shift.contact).left_on)
        changes.add(shift.starts_on)
        if shift.ends_on < date.max:
            changes.add(shift.ends_on + _A_DAY)
    return {day, *(change for change in changes if change and change > day)}


def has_showable_way(duty: Duty, *, internal: bool) -> bool:
    """Ask whether a block has a way to show: of the postings' extensions it shows this duty's."""
    extension = duty.posting.extension if duty.posting else None
    return bool(extension) or has_own_way(duty.contact, internal=internal)


def _judge(duty: Duty, rule: Rule, rosters: Rosters) -> Iterator[Verdict]:
    """Judge one posting; of somebody who has left from it, the successor's too."""
    contact, posting = duty.contact, duty.posting or Posting("")
    if posting.starts_on is not None and posting.starts_on > rule.day:
        yield Verdict(duty, Reason.NOT_YET)
    elif contact.has_left(rule.day):
        yield Verdict(duty, Reason.LEFT)
        if was_held_to_the_end(contact, posting):
            successor = find_successor(contact, rule.day, rosters)
            if successor:
                follower = stand_in(successor, duty, rule.day)
                yield Verdict(follower, _reason(follower, rule), contact)
    elif not posting.is_active(rule.day):
        yield Verdict(duty, Reason.NO_LONGER)
    else:
        yield Verdict(duty, _reason(duty, rule))


def _reason(duty: Duty, rule: Rule) -> Reason:
    """Judge somebody who is on duty."""
    if duty.contact.unlisted and not rule.internal:
        return Reason.UNLISTED
    if not has_showable_way(duty, internal=rule.internal):
        return Reason.NO_WAY
    if rule.topic is not None and not _speaks_about(duty.contact, rule.topic):
        return Reason.OTHER_TOPIC
    if rule.speaks is not None and not duty.speaks(rule.speaks):
        return Reason.OTHER_LANGUAGE
    return Reason.ANSWERS


def _speaks_about(contact: Contact, topic: str) -> bool:
    words = f" {' '.join(asked_words(topic))}"
    return words != " " and any(words in f" {join_words([one])}" for one in contact.topics)


def _best_first(duties: list[Duty], language: str | None) -> list[Duty]:
    """Put those who speak the language first; else the order stays."""
    if language is None or len(duties) < 2:
        return duties
    return sorted(duties, key=lambda duty: not duty.speaks(language))


def was_held_to_the_end(contact: Contact, posting: Posting) -> bool:
    """Ask whether the posting ended because the contact left, and not before."""
    if contact.left_on is None or posting.ends_on is None:
        return True
    # Not left_on minus a day: that may be before the first day of the calendar.
    return posting.ends_on >= contact.left_on or posting.ends_on + timedelta(1) == contact.left_on


def find_successor(contact: Contact, day: date, rosters: Rosters) -> Contact | None:
    """Find who follows somebody who has left, over those who have left too; None if nobody does."""
    seen = {contact.key}
    while contact.has_left(day):
        if contact.successor is None or contact.successor in seen:
            return None
        seen.add(contact.successor)
        contact = rosters.contact(contact.successor)
    return contact


def stand_in(successor: Contact, duty: Duty, day: date) -> Duty:
    """Give the successor at the office: by a posting of its own, else in the other's place.

    An extension is never copied: without a posting of its own the successor has none there.
    """
    if duty.office is None or duty.posting is None:
        return Duty(successor)
    instead = Posting(duty.office.code, duty.posting.rank)
    return _at_office(successor, duty.office, instead, day)


def _at_office(contact: Contact, office: Office, instead: Posting, day: date) -> Duty:
    """Return the contact at an office by a posting of its own on a day, else by another one."""
    own = (one for one in contact.postings if one.office == office.code and one.is_active(day))
    return Duty(contact, office, next(own, instead))
