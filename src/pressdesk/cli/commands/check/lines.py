"""How a finding of `check` is said: to people, to programs, to GitHub."""

from collections.abc import Sequence
from typing import Any

from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.release_check import Located, ReleaseCheck
from pressdesk.cli.screen import output
from pressdesk.releases.editing import Lost
from pressdesk.text.visible import quoted, visible

_TO_MEND = frozenset({Status.CHANGED, Status.LEFT, Status.INTERNAL})
_OF_BLOCKS = {
    Status.NO_BLOCK: "no block",
    Status.UNKNOWN: "unknown: this begins like a contact block and is not wholly understood",
}


def say_what_went(name: str, one: Located) -> None:
    """Name a value that a mended release no longer has, and the directory never had."""
    finding = one.finding
    if finding.status is Status.CHANGED and finding.new is None and finding.old:
        what = output.one_line(f"{name}:{one.line}: took out {finding.field} {finding.old}")
        output.warn(f"{what}; the directory does not have it")


def warn_of_left(name: str, found: ReleaseCheck, lost: Sequence[Lost]) -> None:
    """Say why a release still has what does not hold: something would be lost, or is not clear."""
    if not any(located.finding.status in _TO_MEND for located in found.found):
        return
    for line, text in lost:
        output.warn(
            f"{visible(name)}:{line}: not mended: the block also says {quoted(text)}, which would "
            "be lost; mend it by hand"
        )
    if not lost:
        output.warn(
            f"{visible(name)}: not mended: it is not clear who is to be printed; mend it by hand, "
            "or append another block"
        )


def sentence(finding: Finding) -> str:
    """Say what was found; an internal value is not repeated."""
    field, old, new = finding.field, finding.old, finding.new
    if field == "block":
        return _OF_BLOCKS[finding.status]
    match finding.status:
        case Status.INTERNAL if field == "link":
            text = "a link leads to an address that must not be public"
        case Status.CHANGED if field == "link":
            shown = f"the link of {new}" if new else "a link"
            text = f"{shown} leads to {old}"
        case Status.CHANGED if field == "office" and not new:
            text = f"{finding.contact} is not at {old}"
        case Status.INTERNAL if field == "name":
            text = f"{old} is unlisted, and in no block"
        case Status.INTERNAL:
            text = f"{_with_article(field)} of {finding.contact} must not be public"
        case Status.LEFT:
            text = f"{old}; {new or 'nobody'} follows"
        case Status.UNKNOWN:
            text = f"{field} {old} is not in the directory"
        case _:
            text = f"{field} {old} -> {new or 'nothing'} ({finding.contact})"
    return f"{finding.status}: {text}"


def _with_article(field: str) -> str:
    return f"an {field}" if field[0] in "aeiou" else f"a {field}"


def item(name: str, one: Located) -> dict[str, Any]:
    """Return a finding as data (docs/formats.md)."""
    finding = one.finding
    is_internal = finding.status is Status.INTERNAL
    old = None if is_internal else finding.old
    return {
        "file": name,
        "line": one.line,
        "status": str(finding.status),
        "contact": finding.contact,
        "problems": [],
        "changes": [{"field": finding.field, "old": old, "new": finding.new}],
    }


def annotation(name: str, one: Located) -> str:
    """Return a workflow command, escaped as GitHub reads it."""
    level = "notice" if one.finding.status is Status.NO_BLOCK else "error"
    place = f"file={_escape(visible(name), is_property=True)},line={one.line}"
    text = _escape(visible(sentence(one.finding)))
    return f"::{level} {place}::{text}\n"


def _escape(text: str, *, is_property: bool = False) -> str:
    escapes = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    if is_property:
        escapes |= {":": "%3A", ",": "%2C"}
    return "".join(escapes.get(character, character) for character in text)
