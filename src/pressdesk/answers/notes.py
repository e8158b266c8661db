"""What should be said about a block: who stands in for whom, and what is not as it was asked.

Unlisted contacts are not named here: notes go wherever the answers of scripts go.
"""

from collections.abc import Iterator, Sequence

from pressdesk.answers.request import BlockRequest
from pressdesk.blocks.compose import Untranslated
from pressdesk.blocks.wordings import get_wording
from pressdesk.directory.duty.choice import Choice, Reason, Rule
from pressdesk.errors import InvalidValueError
from pressdesk.model import Contact, Duty
from pressdesk.text.visible import visible


def answering_note(choice: Choice, rule: Rule) -> str:
    """Say that another office answers."""
    asked, last = visible(choice.offices[0].name), visible(choice.offices[-1].name)
    return f"nobody to print for {asked} on {rule.day}: {last} answers"


def successor_note(contact: Contact, successor: Contact) -> str:
    """Say who follows somebody who was asked for by name."""
    return f"{visible(contact.name)} left on {contact.left_on}: {visible(successor.name)} follows"


def cut_off_notes(
    choices: Sequence[Choice], shown: Sequence[Duty], request: BlockRequest
) -> Iterator[str]:
    """Say which offices nobody is printed of because others come before them."""
    keys = {duty.contact.key for duty in shown}
    for choice in choices:
        if keys.isdisjoint(duty.contact.key for duty in choice.duties):
            name = visible(choice.offices[0].name)
            yield f"nobody of {name} is printed: --max is {request.most}"


def variety_notes(request: BlockRequest) -> Iterator[str]:
    """Say that a variety of a language was asked for, and another is printed.

    Raises InvalidValueError where the request is strict about its language.
    """
    covers = get_wording(request.language).covers if request.language else ()
    if not covers or request.language in covers:
        return
    if request.strict_language:
        raise InvalidValueError(
            "language",
            request.language or "",
            f"there is no wording for it but that of {covers[1]}",
            "leave --strict-language out to use that",
        )
    yield f"no wording for {request.language}: that of {covers[1]} is used"


def untranslated_note(one: Untranslated, language: str) -> str:
    """Say what is shown in another language than the block's."""
    way = f"(--{one.field}-in {language}=…)"
    return f"no {one.field} in {language}: {untranslated_text(one)} is printed as it is {way}"


def untranslated_text(one: Untranslated) -> str:
    """Name a text, and whose it is."""
    whose, text = visible(one.whose), visible(one.text)
    return whose if one.text == one.whose else f'"{text}" of {whose}'


def why_nobody(choice: Choice, rule: Rule) -> tuple[str, str]:
    """Say why nobody answers, and the way out."""
    there = [verdict for verdict in choice.verdicts if verdict.is_on_duty]
    code = visible(choice.offices[0].code)
    remedy = (
        f"post somebody with `pressdesk contact post`, or set `pressdesk office edit {code} "
        "--reports-to`"
    )
    if not there:
        return f"nobody is on duty on {rule.day}, and no other office answers", remedy
    names = _names_of([one.duty for one in there])
    reasons = {verdict.reason for verdict in there}
    if reasons <= {Reason.UNLISTED, Reason.NO_WAY}:
        return f"{names} on duty on {rule.day}, but {_what_is_wrong(reasons)}", remedy
    wanted = [f'speaks about "{visible(rule.topic or "")}"'] * (Reason.OTHER_TOPIC in reasons)
    wanted += [f"speaks {rule.speaks}"] * (Reason.OTHER_LANGUAGE in reasons)
    remedy = "ask without --topic and --speaks, or record it with `pressdesk contact edit`"
    return f"of those on duty on {rule.day} ({names}) nobody {' and '.join(wanted)}", remedy


def _what_is_wrong(reasons: set[Reason]) -> str:
    if reasons == {Reason.UNLISTED}:
        return "no block may show them"
    return "without a public phone or e-mail"


def _names_of(duties: Sequence[Duty]) -> str:
    names = [visible(duty.contact.name) for duty in duties if not duty.contact.unlisted]
    unlisted = len(duties) - len(names)
    return ", ".join([*names, f"{unlisted} unlisted"] if unlisted else names)
