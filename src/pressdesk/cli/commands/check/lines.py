"""How a finding of `check` is said: to people, to programs, to GitHub."""

from typing import Any

from pressdesk.checking.finding import Finding, Status
from pressdesk.text.visible import visible


def sentence(finding: Finding) -> str:
    """Say what was found; an internal value is not repeated."""
    status, field, contact = finding.status, finding.field, finding.contact
    match status:
        case Status.NO_BLOCK:
            return str(status)
        case Status.INTERNAL:
            text = f"{_with_article(field)} of {contact} must not be public"
        case Status.LEFT:
            text = f"{field} {finding.old} of {contact}; {finding.new or 'nobody'} follows"
        case Status.UNKNOWN:
            text = f"{field} {finding.old} stands with {contact}, and is not theirs"
        case _:
            text = change(finding)
    return f"{status}: {text}"


def change(finding: Finding) -> str:
    """Say what was, and what is."""
    new = finding.new or "nothing follows"
    old = finding.old or ("an internal value" if finding.status is Status.INTERNAL else "nothing")
    owner = f" ({finding.contact})" if finding.contact else ""
    return f"{finding.field} {old} -> {new}{owner}"


def item(name: str, finding: Finding) -> dict[str, Any]:
    """Return a finding as data (docs/formats.md)."""
    return {
        "file": name,
        "line": finding.line,
        "status": str(finding.status),
        "contact": finding.contact,
        "problems": [],
        "changes": [{"field": finding.field, "old": finding.old, "new": finding.new}],
    }


def annotation(name: str, finding: Finding) -> str:
    """Return a workflow command, escaped as GitHub reads it."""
    level = "notice" if finding.status is Status.NO_BLOCK else "error"
    place = f"file={_escape(visible(name), is_property=True)},line={finding.line}"
    text = _escape(visible(sentence(finding)))
    return f"::{level} {place}::{text}\n"


def _with_article(field: str) -> str:
    return f"an {field}" if field[0] in "aeiou" else f"a {field}"


def _escape(text: str, *, is_property: bool = False) -> str:
    escapes = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    if is_property:
        escapes |= {":": "%3A", ",": "%2C"}
    return "".join(escapes.get(character, character) for character in text)
