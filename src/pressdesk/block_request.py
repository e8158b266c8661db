"""A request for a block, and the answer to it: where directory and blocks come together.

The command line asks for one, for all, or for ten thousand in a row; each goes through here.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pressdesk.blocks.block import Block
from pressdesk.blocks.compose import (
    Untranslated,
    choose_language,
    compose_block,
    find_untranslated,
)
from pressdesk.blocks.wordings import get_wording
from pressdesk.directory.choice import (
    Choice,
    Reason,
    Rule,
    choose,
    find_successor,
    stand_in,
    was_held_to_the_end,
)
from pressdesk.directory.store import Directory
from pressdesk.errors import InvalidValueError, NobodyReachableError, UntranslatedError
from pressdesk.model import Contact, Duty, Office


class BlockRequest(NamedTuple):
    """What is asked for.

    who: offices or contacts, as WHO is typed. language: BCP 47; None takes that of the first
    office, else the default. topic, speaks: only those of an office who speak about it, or a
    language. most: people at the most. lead_in: instead of the language's. internal: internal ways
    and unlisted contacts too. strict_language: refuse a text without a translation.
    """

    who: tuple[str, ...]
    day: date
    language: str | None = None
    topic: str | None = None
    speaks: str | None = None
    most: int | None = None
    lead_in: str | None = None
    internal: bool = False
    strict_language: bool = False


class Answer(NamedTuple):
    """A block, and what should be said about it.

    choices: how the people of each office that was asked were chosen. named: those who were asked
    for themselves. notes: sentences.
    """

    block: Block
    choices: list[Choice]
    named: list[str]
    notes: list[str]


class Answers:
    """Answers requests from one directory.

    default_language: BCP 47, where neither the request nor an office names one.
    """

    def __init__(self, directory: Directory, default_language: str | None = None) -> None:
        self._directory = directory
        self._default_language = default_language
        self._rosters = directory.rosters()
        self._known: dict[str, Office | Contact] = {}

    def prepare(self, requests: Iterable[BlockRequest]) -> None:
        """Read at once what many requests will need; what was read before is forgotten."""
        self._known = self._directory.get_many(one for request in requests for one in request.who)
        self._rosters.load(one for one in self._known.values() if isinstance(one, Office))

    def answer(self, request: BlockRequest) -> Answer:
        """Answer one request.

        Raises NotFoundError, AmbiguousError, NobodyReachableError, InvalidValueError or
        UntranslatedError.
        """
        notes: list[str] = []
        if request.language is not None:
            get_wording(request.language)
        asked = [
            self._own_duty(one, request, notes) if isinstance(one, Contact) else one
            for one in (self._known.get(text) or self._directory.get(text) for text in request.who)
        ]
        language = self._language(asked, request, notes)
        rule = Rule(request.day, language, request.topic, request.speaks, request.internal)
        choices: list[Choice] = []
        duties: list[Duty] = []
        for one in asked:
            if isinstance(one, Duty):
                duties.append(one)
                continue
            choice = choose(one, rule, self._rosters)
            choices.append(choice)
            duties += _answering(choice, rule, notes)
        block = compose_block(
            duties, language, lead_in=request.lead_in, most=request.most, internal=request.internal
        )
        notes += _cut_off(choices, block, request)
        notes += _variety_notes(request)
        self._look_for_untranslated(duties, block, request, notes)
        named = [one.contact.name for one in asked if isinstance(one, Duty)]
        return Answer(block, choices, named, notes)

    def _language(self, asked: list[Office | Duty], request: BlockRequest, notes: list[str]) -> str:
        """Choose the language: as asked, else of the office that was asked, else the default.

        An office that answers for another does not change it: the release is the asked office's.
        """
        if request.language is not None:
            return _normal_tag(request.language) or request.language
        offices = [one for one in asked if isinstance(one, Office)]
        offices += [one.office for one in asked if isinstance(one, Duty) and one.office]
        wanted = [*(office.language for office in offices), self._default_language]
        chosen = choose_language(wanted)
        named = next((tag for tag in wanted if tag), chosen)
        if named != chosen:
            notes.append(f"no wording for the language {named}: English is used")
        return chosen

    def _own_duty(self, contact: Contact, request: BlockRequest, notes: list[str]) -> Duty:
        """Give a contact who was asked for at the first posting that holds that day.

        Who has left is stood in for by the successor, at the office that was left.
        """
        if not contact.has_left(request.day):
            duty = self._at_a_posting(contact, request.day)
        else:
            found = find_successor(contact, request.day, self._rosters)
            if found is None:
                raise NobodyReachableError(
                    contact.name, f"left on {contact.left_on}", "ask for the office instead"
                )
            notes.append(f"{contact.name} left on {contact.left_on}: {found.name} follows")
            duty = self._in_place_of(contact, found, request.day)
        if duty.contact.unlisted and not request.internal:
            raise NobodyReachableError(
                duty.contact.name,
                "is unlisted",
                f"list it with `pressdesk contact edit {duty.contact.key} --listed`, "
                "or print it for colleagues with --internal",
            )
        return duty

    def _at_a_posting(self, contact: Contact, day: date) -> Duty:
        for posting in contact.postings:
            if posting.is_active(day):
                return Duty(contact, self._rosters.office(posting.office), posting)
        return Duty(contact)

    def _in_place_of(self, contact: Contact, successor: Contact, day: date) -> Duty:
        for posting in contact.postings:
            if was_held_to_the_end(contact, posting):
                left = Duty(contact, self._rosters.office(posting.office), posting)
                return stand_in(successor, left, day)
        return self._at_a_posting(successor, day)

    def _look_for_untranslated(
        self, duties: list[Duty], block: Block, request: BlockRequest, notes: list[str]
    ) -> None:
        """Note what is shown in another language than the block's, or refuse it."""
        if all(duty.plain_language == block.language for duty in duties):
            return
        names = {entry.name for entry in block.entries}
        shown = [duty for duty in duties if duty.contact.name in names]
        found = find_untranslated(shown, block.language)
        if found and request.strict_language:
            raise UntranslatedError(block.language, [_untranslated_text(one) for one in found])
        notes += [
            f"no {one.field} in {block.language}: {_untranslated_text(one)} is printed as it is"
            for one in found
        ]


def _cut_off(choices: list[Choice], block: Block, request: BlockRequest) -> Iterator[str]:
    """Say which offices nobody is printed of because others come before them."""
    if request.most is None:
        return
    names = {entry.name for entry in block.entries}
    for choice in choices:
        if names.isdisjoint(duty.contact.name for duty in choice.duties):
            yield f"nobody of {choice.offices[0].name} is printed: --max is {request.most}"


def _variety_notes(request: BlockRequest) -> Iterator[str]:
    """Say that a variety of a language was asked for, and another is printed."""
    if request.language is None:
        return
    wording = get_wording(request.language)
    tag = _normal_tag(request.language)
    if wording.covers and tag not in wording.covers:
        yield f"no wording for {tag}: that of {wording.covers[1]} is used"


def check_language(tag: str) -> None:
    """Raise InvalidValueError for a language that somebody is to speak but that is no tag."""
    if _normal_tag(tag) is None:
        raise InvalidValueError(
            "speaks", tag, "is not a language tag", "expected BCP 47, as in en, fr or pt-BR"
        )


def check_topic(text: str) -> None:
    """Raise InvalidValueError for a topic without a word: everybody would speak about it."""
    if not any(character.isalnum() for character in text):
        raise InvalidValueError("topic", text, "has no word in it", "name what they speak about")


def _normal_tag(text: str) -> str | None:
    from pressdesk.values.places import normal_tag  # most requests name no language

    return normal_tag(text)


def _untranslated_text(one: Untranslated) -> str:
    return one.whose if one.text == one.whose else f'"{one.text}" of {one.whose}'


def _answering(choice: Choice, rule: Rule, notes: list[str]) -> list[Duty]:
    """Give who answers; note it when that is another office, raise when it is nobody."""
    asked, last = choice.offices[0], choice.offices[-1]
    if not choice.duties:
        raise NobodyReachableError(asked.name, *_why_nobody(choice, rule))
    if last is not asked:
        notes.append(f"nobody to print for {asked.name} on {rule.day}: {last.name} answers")
    return choice.duties


def _why_nobody(choice: Choice, rule: Rule) -> tuple[str, str]:
    """Say why nobody answers, and the way out."""
    there = [verdict for verdict in choice.verdicts if verdict.is_on_duty]
    remedy = (
        "post somebody with `pressdesk contact post`, or set "
        f"`pressdesk office edit {choice.offices[0].code} --reports-to`"
    )
    if not there:
        return f"nobody is on duty on {rule.day}, and no other office answers", remedy
    names = ", ".join(verdict.duty.contact.name for verdict in there)
    reasons = {verdict.reason for verdict in there}
    if reasons <= {Reason.UNLISTED, Reason.NO_WAY}:
        return f"{names} on duty on {rule.day}, but without a public phone or e-mail", remedy
    wanted = [f'speaks about "{rule.topic}"'] if Reason.OTHER_TOPIC in reasons else []
    wanted += [f"speaks {rule.speaks}"] if Reason.OTHER_LANGUAGE in reasons else []
    remedy = "ask without --topic and --speaks, or record it with `pressdesk contact edit`"
    return f"of those on duty on {rule.day} ({names}) nobody {' and '.join(wanted)}", remedy
