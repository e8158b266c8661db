"""A request for a block, and the answer to it: where directory and blocks come together.

The command line asks for one, for all, or for ten thousand in a row; each goes through here.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pressdesk.blocks.block import Block
from pressdesk.blocks.compose import (
    Untranslated,
    choose_language,
    compose_block,
    find_untranslated,
)
from pressdesk.directory.choice import Choice, Reason, Rule, choose, find_successor
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

    choices: how the people of each office that was asked were chosen. notes: sentences.
    """

    block: Block
    choices: list[Choice]
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
        asked = [
            self._own_duty(one, request.day, notes) if isinstance(one, Contact) else one
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
        self._look_for_untranslated(duties, block, request, notes)
        return Answer(block, choices, notes)

    def _language(self, asked: list[Office | Duty], request: BlockRequest, notes: list[str]) -> str:
        """Choose the language: as asked, else of the office that was asked, else the default.

        An office that answers for another does not change it: the release is the asked office's.
        """
        if request.language is not None:
            from pressdesk.values.places import normal_tag  # most requests name none

            return normal_tag(request.language) or request.language
        offices = [one for one in asked if isinstance(one, Office)]
        offices += [one.office for one in asked if isinstance(one, Duty) and one.office]
        wanted = [*(office.language for office in offices), self._default_language]
        chosen = choose_language(wanted)
        named = next((tag for tag in wanted if tag), chosen)
        if named != chosen:
            notes.append(f"no wording for the language {named}: English is used")
        return chosen

    def _own_duty(self, contact: Contact, day: date, notes: list[str]) -> Duty:
        """Give a contact who was asked for at the first posting that holds that day.

        Who has left is stood in for by the successor.
        """
        current = contact
        if contact.has_left(day):
            found = find_successor(contact, day, self._rosters)
            if found is None:
                raise NobodyReachableError(
                    contact.name, f"left on {contact.left_on}", "ask for the office instead"
                )
            notes.append(f"{contact.name} left on {contact.left_on}: {found.name} follows")
            current = found
        for posting in current.postings:
            if posting.is_active(day):
                return Duty(current, self._rosters.office(posting.office), posting)
        return Duty(current)

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


def check_language(tag: str) -> None:
    """Raise InvalidValueError for a language that somebody is to speak but that is no tag."""
    from pressdesk.values.places import normal_tag

    if normal_tag(tag) is None:
        raise InvalidValueError(
            "speaks", tag, "is not a language tag", "expected BCP 47, as in en, fr or pt-BR"
        )


def _untranslated_text(one: Untranslated) -> str:
    return one.whose if one.text == one.whose else f'"{one.text}" of {one.whose}'


def _answering(choice: Choice, rule: Rule, notes: list[str]) -> list[Duty]:
    """Give who answers; note it when that is another office, raise when it is nobody."""
    asked, last = choice.offices[0], choice.offices[-1]
    if not choice.duties:
        raise NobodyReachableError(
            asked.name,
            _why_nobody(choice, rule),
            f"post somebody with `pressdesk contact post`, or set "
            f"`pressdesk office edit {asked.code} --reports-to`",
        )
    if last is not asked:
        notes.append(f"nobody to print for {asked.name} on {rule.day}: {last.name} answers")
    return choice.duties


def _why_nobody(choice: Choice, rule: Rule) -> str:
    there = [verdict for verdict in choice.verdicts if verdict.is_on_duty]
    if not there:
        return f"nobody is on duty on {rule.day}, and no other office answers"
    names = ", ".join(verdict.duty.contact.name for verdict in there)
    reasons = {verdict.reason for verdict in there}
    if reasons <= {Reason.UNLISTED, Reason.NO_WAY}:
        return f"{names} on duty on {rule.day}, but without a public phone or e-mail"
    wanted = [f'speaks about "{rule.topic}"'] if Reason.OTHER_TOPIC in reasons else []
    wanted += [f"speaks {rule.speaks}"] if Reason.OTHER_LANGUAGE in reasons else []
    return f"of those on duty on {rule.day} ({names}) nobody {' and '.join(wanted)}"
