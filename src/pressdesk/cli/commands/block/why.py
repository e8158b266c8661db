"""How the people of a block were chosen, in words (`--why`)."""

from collections.abc import Iterator

from pressdesk.answers.answer import Answer
from pressdesk.answers.request import BlockRequest
from pressdesk.directory.duty.choice import Choice, Reason, Verdict
from pressdesk.model import Duty, Posting
from pressdesk.text.visible import visible


def explain(answer: Answer, request: BlockRequest) -> Iterator[str]:
    """Yield lines that say of everybody at the offices why they are in the block, or are not."""
    for choice in answer.choices:
        asked = choice.offices[0]
        for office in choice.offices:
            above = "" if office is asked else f", which answers for {visible(asked.name)}"
            yield f"{visible(office.name)} on {request.day}, in {answer.block.language}{above}:"
            here = [verdict for verdict in choice.verdicts if verdict.duty.office == office]
            for verdict in sorted(here, key=lambda verdict: _place(verdict, choice)):
                name = visible(verdict.duty.contact.name)
                yield f"  {name}: {_reason(verdict, answer, request)}"
            if not here:
                yield "  nobody is posted there"
    for duty in answer.named:
        yield f"{visible(duty.contact.name)}: asked for by name"


def _place(verdict: Verdict, choice: Choice) -> int:
    """Return the place in the block; people who are left out come last."""
    duties = choice.duties
    return duties.index(verdict.duty) if verdict.duty in duties else len(duties)


def _reason(verdict: Verdict, answer: Answer, request: BlockRequest) -> str:
    contact, posting = verdict.duty.contact, verdict.duty.posting or Posting("")
    if verdict.duty in answer.shown:
        return f"shown ({_merits(verdict, answer.block.language)})"
    elsewhere = next((duty for duty in answer.shown if duty.contact.key == contact.key), None)
    if verdict.reason is Reason.ANSWERS and elsewhere and elsewhere.office:
        return f"shown already, at {visible(elsewhere.office.name)}"
    successor = "" if contact.successor else ", and nobody is named to follow"
    reasons = {
        Reason.ANSWERS: f"behind the first {len(answer.shown)}",
        Reason.NOT_YET: f"is posted from {posting.starts_on}",
        Reason.NO_LONGER: f"was posted until {posting.ends_on}",
        Reason.LEFT: f"left on {contact.left_on}{successor}",
        Reason.OTHER_TOPIC: f'does not speak about "{visible(request.topic or "")}"',
        Reason.OTHER_LANGUAGE: f"does not speak {request.speaks}",
    }
    return f"left out, {reasons.get(verdict.reason, verdict.reason)}"


def _merits(verdict: Verdict, language: str) -> str:
    """Say what decided the place: whose successor, which rank, which language."""
    duty = verdict.duty
    parts = [f"follows {visible(verdict.follows.name)}"] if verdict.follows else []
    rank = duty.posting.rank if duty.posting else None
    parts.append("no rank" if rank is None else f"rank {rank}")
    parts.append(_spoken(duty, language))
    return ", ".join(parts)


def _spoken(duty: Duty, language: str) -> str:
    behind = "" if duty.speaks(language) else f", so behind those who speak {language}"
    if not duty.contact.languages:
        return f"taken to speak {duty.plain_language}, as none is recorded{behind}"
    return f"speaks {language}" if not behind else f"does not speak {language}{behind}"
