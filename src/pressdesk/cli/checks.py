"""`pressdesk check`: blocks in releases beside the directory."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pressdesk.checking.checker import Checker
from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.release_check import Located, ReleaseCheck, check_release, mend_release
from pressdesk.cli import output
from pressdesk.cli.block_output import style_named
from pressdesk.cli.opening import reading
from pressdesk.cli.progress import progress
from pressdesk.cli.walk_options import Folders
from pressdesk.errors import PressdeskError
from pressdesk.releases.editing import open_file, replace_file
from pressdesk.releases.formats import get_form, parse_release
from pressdesk.releases.walking import find_releases
from pressdesk.settings import Settings
from pressdesk.visible import visible

SCHEMA_VERSION = 1
_FILE_STATUSES = frozenset({4, 5})
_OF_BLOCKS = {
    Status.NO_BLOCK: "no block",
    Status.UNKNOWN: "unknown: this begins like a contact block and is not wholly understood",
}
Format = Literal["table", "json", "jsonl", "github"]


def check(
    context: typer.Context,
    releases: Annotated[
        list[str],
        typer.Argument(metavar="RELEASE|FOLDER...", help="Files, or folders with their releases."),
    ],
    folders: Folders,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="What must hold that day, instead of today."),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Rewrite the blocks that are wholly understood.")
    ] = False,
    require_block: Annotated[
        bool,
        typer.Option("--require-block", help="Count a release without a block as not current."),
    ] = False,
    output_format: Annotated[
        Format,
        typer.Option("--format", help="table for people, github for its annotations, or as data."),
    ] = "table",
) -> int:
    """Find blocks in releases that the directory no longer agrees with.

    \b
      pressdesk check release.txt
      pressdesk check releases/ --exclude "archive/*"
      pressdesk check releases/ --fix
      pressdesk check releases/ --format github

    Each person, address and number is current, changed (with its new value), left (with who
    follows), unknown, or internal: then it must not be public. A release without a block is
    reported, and counts as current unless --require-block is given.

    Exit status 1 when anything is not current; with --fix when anything is left to mend.
    """
    settings: Settings = context.obj
    day = _day(on)
    styles = (style_named(settings.style),) if settings.style else ()
    with reading(settings) as directory:
        run = _Run(Checker(directory, day, styles), output_format, fixes=fix)
        names = find_releases(releases, folders.walk, run.skip)
        with progress("checking", None, is_quiet=settings.is_quiet) as advance:
            for name in names:
                run.check(name)
                advance(1)
    run.finish(is_quiet=settings.is_quiet)
    return run.status(require_block=require_block)


class _Run:
    """One run over many files: what was found is written as it comes, and counted."""

    def __init__(self, checker: Checker, form: Format, *, fixes: bool) -> None:
        self._checker = checker
        self._form = form
        self._fixes = fixes
        self._items: list[dict[str, Any]] = []
        self._statuses: Counter[Status] = Counter()
        self._current = self._fixed = self._files = 0
        self._errors: list[PressdeskError] = []

    def check(self, name: str) -> None:
        """Check one file; one that cannot be read stops no other."""
        self._files += 1
        try:
            found = self._check(name)
        except PressdeskError as error:
            if error.exit_code not in _FILE_STATUSES:
                raise
            self._errors.append(error)
            output.fail(str(error), error.exit_code)
            return
        self._current += found.is_current and bool(found.blocks)
        for one in found.found:
            self._statuses[one.finding.status] += 1
            self._write(name, one)

    def skip(self, name: str, reason: str) -> None:
        """Say that something was passed over."""
        output.warn(f"{visible(name)} {reason}: passed over")

    def finish(self, *, is_quiet: bool) -> None:
        """Write what was kept, and the sum."""
        if self._form == "json":
            output.write_json(self._data())
        if not is_quiet:
            output.say(self._sum())

    def status(self, *, require_block: bool) -> int:
        """Give the exit status."""
        if self._errors and len(self._errors) == self._files:
            return self._errors[0].exit_code
        stale = sum(self._statuses.values()) - self._statuses[Status.NO_BLOCK]
        missing = require_block and self._statuses[Status.NO_BLOCK]
        return 1 if stale or missing or self._errors else 0

    def _check(self, name: str) -> ReleaseCheck:
        opened = open_file(Path(name), for_change=False)
        form = get_form(name)
        release = parse_release(name, opened.content, form)
        found = check_release(release, self._checker)
        if not self._fixes or found.is_current:
            return found
        mended = mend_release(release, self._checker)
        if mended is None:
            return found
        # Only now: a file that need not be changed may well be read-only.
        open_file(Path(name), for_change=True)
        replace_file(opened, mended)  # what it was when it was checked, else it is refused
        self._fixed += 1
        for one in found.found:
            _say_what_went(name, one)
        return check_release(parse_release(name, mended, form), self._checker)

    def _write(self, name: str, one: Located) -> None:
        match self._form:
            case "table":
                output.write(output.one_line(f"{name}:{one.line}: {_sentence(one.finding)}") + "\n")
            case "github":
                output.write(_annotation(name, one))
            case "jsonl":
                output.write_json_lines([_item(name, one)])
            case "json":
                self._items.append(_item(name, one))

    def _data(self) -> dict[str, Any]:
        """Give the report (CONTRACTS: reports); items: what is not current."""
        return {
            "schema_version": SCHEMA_VERSION,
            "added": 0,
            "updated": self._fixed,
            "unchanged": self._current,
            "refused": len(self._errors),
            "statuses": {str(one): self._statuses[one] for one in Status if one != "current"},
            "items": self._items,
        }

    def _sum(self) -> str:
        counts = [f"{self._current} current"]
        counts += [f"{self._statuses[one]} {one}" for one in Status if self._statuses[one]]
        counts += [f"{self._fixed} mended"] if self._fixed else []
        counts += [f"{len(self._errors)} not read"] if self._errors else []
        files = "1 release" if self._files == 1 else f"{self._files} releases"
        return f"{files}: {', '.join(counts)}"


def _say_what_went(name: str, one: Located) -> None:
    """Name a value that a mended release no longer has, and the directory never had."""
    finding = one.finding
    if finding.status is Status.CHANGED and finding.new is None and finding.old:
        what = output.one_line(f"{name}:{one.line}: took out {finding.field} {finding.old}")
        output.warn(f"{what}; the directory does not have it")


def _sentence(finding: Finding) -> str:
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


def _item(name: str, one: Located) -> dict[str, Any]:
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


def _annotation(name: str, one: Located) -> str:
    """Give a workflow command, escaped as GitHub reads it."""
    level = "notice" if one.finding.status is Status.NO_BLOCK else "error"
    place = f"file={_escape(visible(name), is_property=True)},line={one.line}"
    text = _escape(visible(_sentence(one.finding)))
    return f"::{level} {place}::{text}\n"


def _escape(text: str, *, is_property: bool = False) -> str:
    escapes = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    if is_property:
        escapes |= {":": "%3A", ",": "%2C"}
    return "".join(escapes.get(one, one) for one in text)


def _day(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011  # the day of the person who asks
    from pressdesk.values.days import parse_day

    return parse_day("on", text)
