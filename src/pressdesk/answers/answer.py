"""Answers requests from one directory: who is asked, who answers, in which words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from pressdesk.answers.notes import (
    answering_note,
    cut_off_notes,
    successor_note,
    untranslated_note,
    untranslated_text,
    variety_notes,
    why_nobody,
)
from pressdesk.answers.request import BlockRequest
from pressdesk.blocks.block import Block
from pressdesk.blocks.compose import (
    choose_language,
    compose_shown,
    find_shown,
    find_untranslated,
    nobody_shown,
)
from pressdesk.directory.duty.choice import (
    Choice,
    Rule,
    choose,
    find_successor,
    stand_in,
    was_held_to_the_end,
)
from pressdesk.directory.store import Directory
from pressdesk.errors import NobodyReachableError, UntranslatedError
from pressdesk.model import Contact, Duty, Office


class Answer(NamedTuple):
    """A block, and what should be said about it.

    choices: how the people of each office that was asked were chosen. named: those who were asked
    for themselves. shown: those in the block, in its order. notes: sentences.
    """

    block: Block
    choices: list[Choice]
    named: list[Duty]
    shown: list[Duty]
    notes: list[str]


class Answers:
    """Answers requests from one directory.

    default_language: BCP 47, where neither the request nor an office names one. suggests: whether a
    name that nobody has may take the time to look for others that are like it.
    """

    def __init__(
        self, directory: Directory, default_language: str | None = None, *, suggests: bool = True
    ) -> None:
        self._directory = directory
        self._default_language = default_language
        self._suggests = suggests
        self._rosters = directory.rosters()
        self._known: dict[str, Office | Contact] = {}

    def prepare(self, requests: Iterable[BlockRequest]) -> None:
        """Read at once what many requests will need; what was read before is forgotten."""
        self._known = self._directory.get_many(one for request in requests for one in request.who)
        self._rosters.load(one for one in self._known.values() if isinstance(one, Office))

    def prepare_offices(self, offices: Sequence[Office]) -> None:
        """Read the people of offices; a code in a request means them, whatever else has it."""
        self._known = {office.code: office for office in offices}
        self._rosters.load(offices)

    def answer(self, request: BlockRequest) -> Answer:
        """Answer one request; its language is one that `checked_wording` gave.

        Raises NotFoundError, AmbiguousError, NobodyReachableError, InvalidValueError or
        UntranslatedError.
        """
        notes = [] if request.language is None else [*variety_notes(request)]
        asked = [self._asked(text, request, notes) for text in request.who]
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
            if not choice.duties:
                raise NobodyReachableError(one.name, *why_nobody(choice, rule))
            if len(choice.offices) > 1:
                notes.append(answering_note(choice, rule))
            duties += choice.duties
        shown = find_shown(duties, most=request.most, internal=request.internal)
        if not shown:
            raise nobody_shown(duties)
        block = compose_shown(shown, language, lead_in=request.lead_in, internal=request.internal)
        if request.most is not None:
            notes += cut_off_notes(choices, shown, request)
        self._look_for_untranslated(shown, request, language, notes)
        named = [one for one in asked if isinstance(one, Duty)]
        return Answer(block, choices, named, shown, notes)

    def _asked(self, text: str, request: BlockRequest, notes: list[str]) -> Office | Duty:
        """Find who is meant; a contact stands for itself, or is stood in for."""
        found = self._known.get(text)
        if found is None:
            found = self._directory.get(text, suggest=self._suggests)
        return self._own_duty(found, request, notes) if isinstance(found, Contact) else found

    def _language(
        self, asked: Sequence[Office | Duty], request: BlockRequest, notes: list[str]
    ) -> str:
        """Choose the language: as asked, else of the first office that names one, else the default.

        An office that answers for another does not change it: the release is the asked office's.
        """
        if request.language is not None:
            return request.language
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
            _refuse_unlisted(contact, contact, request)
            return duty
        found = find_successor(contact, request.day, self._rosters)
        if found is None:
            raise NobodyReachableError(
                contact.name, f"left on {contact.left_on}", "ask for the office instead"
            )
        _refuse_unlisted(found, contact, request)
        notes.append(successor_note(contact, found))
        return self._in_place_of(contact, found, request.day)

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
        self, shown: Sequence[Duty], request: BlockRequest, language: str, notes: list[str]
    ) -> None:
        """Note what is shown in another language than the block's, or refuse it."""
        if all(duty.plain_language == language for duty in shown):
            return
        found = find_untranslated(shown, language)
        if found and request.strict_language:
            raise UntranslatedError(language, [untranslated_text(one) for one in found])
        notes += [untranslated_note(one, language) for one in found]


def _refuse_unlisted(printed: Contact, asked: Contact, request: BlockRequest) -> None:
    """Raise for somebody whom no block may show; it is called by the name that was asked for."""
    if not printed.unlisted or request.internal:
        return
    if printed is asked:
        raise NobodyReachableError(
            asked.name,
            "is unlisted",
            f"list it with `pressdesk contact edit {asked.key} --listed`, "
            "or print it for colleagues with --internal",
        )
    raise NobodyReachableError(
        asked.name, f"left on {asked.left_on}, and the successor is unlisted", "ask for the office"
    )
