"""Release files one by one: read, changed, written, reported; one that fails stops no other."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pressdesk.cli import output
from pressdesk.cli.release_options import Target
from pressdesk.cli.sinks import open_sink, open_stdin
from pressdesk.cli.stopping import counted_files, telling_if_stopped
from pressdesk.errors import FileError, PressdeskError
from pressdesk.files.atomic import read_stream
from pressdesk.releases.changing import Changed, Outcome
from pressdesk.releases.editing import MOST_BYTES, OpenedFile, open_file, replace_file
from pressdesk.releases.formats import get_form
from pressdesk.settings import Settings
from pressdesk.visible import visible

T = TypeVar("T")
SCHEMA_VERSION = 1
_STDIN = "standard input"
# What a file can fail for by itself; anything else is the command's own failure.
FILE_STATUSES = frozenset({4, 5})

# Changes the bytes of a release: its name in messages, its bytes, its format.
Change = Callable[[str, bytes, str], Changed]


def fail_alone(work: Callable[[], T], failed: list[PressdeskError]) -> T | None:
    """Return what the work on a file gives; None when it fails for something of this file.

    That is said and added to a list, and stops no other file.
    """
    try:
        return work()
    except PressdeskError as error:
        if error.exit_code not in FILE_STATUSES:
            raise
        failed.append(error)
        output.fail(str(error), error.exit_code)
    return None


class Handled(NamedTuple):
    """What became of one file; error: why it was left as it is."""

    name: str
    changed: Changed | None = None
    error: PressdeskError | None = None
    backup: Path | None = None


def change_releases(
    releases: Sequence[str], target: Target, settings: Settings, change: Change
) -> int:
    """Change each file and report; give the exit status.

    It is 1 where some were done and some were not, and the first failure's own where none was.
    """
    handled: list[Handled] = []

    def tell() -> str:
        _report(handled, target, settings)
        return counted_files(len(handled), len(releases), "done")

    with telling_if_stopped(tell):
        for name in releases:
            # Not all at once: when the next one stops, this one must be told.
            handled.append(_handle(name, target, settings, change))  # noqa: PERF401
    _report(handled, target, settings)
    errors = [one.error for one in handled if one.error]
    if not errors:
        return 0
    return errors[0].exit_code if len(errors) == len(handled) else 1


def _report(handled: Sequence[Handled], target: Target, settings: Settings) -> None:
    if target.output_format == "json":
        output.write_json(_data(handled))
    else:
        _say(handled, target, settings)


def _handle(name: str, target: Target, settings: Settings, change: Change) -> Handled:
    shown = shown_name(name)
    try:
        if name != "-" and Path(name).is_dir():
            raise FileError(name, "is a folder; name the files in it, as in FOLDER/*.txt")
        form = target.form or get_form(name)
        is_in_place = target.destination is None and not target.dry_run
        opened = open_release(name, for_change=is_in_place)
        changed = change(shown, opened.content, form)
        if target.dry_run:
            write_diff(shown, opened.content, changed.content, form)
            return Handled(shown, changed)
        return Handled(shown, changed, backup=_write(name, opened, changed, target, settings))
    except PressdeskError as error:
        if error.exit_code not in FILE_STATUSES:
            raise
        return Handled(shown, error=error)


def shown_name(name: str) -> str:
    """Give what a release is called in messages."""
    return _STDIN if name == "-" else name


def open_release(name: str, *, for_change: bool) -> OpenedFile:
    """Read a release, or stdin for "-"; raise FileError; for_change: see `open_file`."""
    if name != "-":
        return open_file(Path(name), for_change=for_change)
    content = read_stream(_STDIN, open_stdin(), MOST_BYTES)
    return OpenedFile(Path(name), content, (0, 0, 0, ""))


def _write(
    name: str, opened: OpenedFile, changed: Changed, target: Target, settings: Settings
) -> Path | None:
    if target.destination is None and name != "-":
        return replace_file(opened, changed.content, backup=target.backup)
    inputs = [settings.path, None if name == "-" else opened.path]
    with open_sink(target.destination, inputs, is_forced=target.force) as sink:
        sink.binary.write(changed.content)
    return None


def write_diff(name: str, before: bytes, after: bytes, form: str) -> None:
    """Show what would change; of a Word document its text alone."""
    from difflib import unified_diff

    old, new = (_shown_lines(name, content, form) for content in (before, after))
    for line in unified_diff(old, new, fromfile=name, tofile=name, lineterm=""):
        output.write(visible(line) + "\n")


def _shown_lines(name: str, content: bytes, form: str) -> list[str]:
    if form == "docx":
        from pressdesk.releases.formats import parse_release

        return [one.text for one in parse_release(name, content, form).seen().lines]
    from pressdesk.files.decoding import decode_bytes
    from pressdesk.releases.lines import cut_lines

    return list(cut_lines(decode_bytes(name, content).text).plain)


def _say(handled: Sequence[Handled], target: Target, settings: Settings) -> None:
    for one in handled:
        if one.error:
            output.fail(str(one.error), one.error.exit_code)
        else:
            for line in _sentences(one, is_quiet=settings.is_quiet):
                output.say(line)
    if target.dry_run and not settings.is_quiet:
        output.say("this was a dry run: nothing was written")


def _sentences(one: Handled, *, is_quiet: bool) -> Iterator[str]:
    """Say what became of a release, and what the user should look at."""
    if one.changed is None:
        return
    name, changed = visible(one.name), one.changed
    if not is_quiet:
        yield f"{name}: {_what_happened(changed)}"
    if one.backup:
        yield f"{name}: the old file is {visible(str(one.backup))}"
    for line in changed.doubtful:
        yield (
            f"{name}:{line}: warning: this begins like a contact block, is not wholly understood, "
            "and was left as it is"
        )


def _what_happened(changed: Changed) -> str:
    lines = ", ".join(str(one.line) for one in changed.before)
    match changed.outcome:
        case Outcome.ADDED:
            return "added the block"
        case Outcome.UPDATED:
            plural = "s" if len(changed.before) > 1 else ""
            return f"replaced the block{plural} of line{plural} {lines}"
        case Outcome.REMOVED:
            plural = "s" if len(changed.before) > 1 else ""
            return f"took out the block{plural} of line{plural} {lines}"
        case _:
            return "unchanged" if changed.before else "has no block"


def _data(handled: Sequence[Handled]) -> dict[str, object]:
    """Give the report as JSON data (docs/formats.md)."""
    outcomes = [str(one.changed.outcome) if one.changed else "refused" for one in handled]
    counted = ("added", "updated", "removed", "unchanged", "refused")
    return {
        "schema_version": SCHEMA_VERSION,
        **{name: outcomes.count(name) for name in counted},
        "items": [_item(one, outcome) for one, outcome in zip(handled, outcomes, strict=True)],
    }


def _item(one: Handled, outcome: str) -> dict[str, object]:
    changed = one.changed
    return {
        "file": one.name,
        "line": changed.before[0].line if changed and changed.before else None,
        "status": outcome,
        "contact": None,
        "problems": [{"column": "", "reason": str(one.error)}] if one.error else [],
        "changes": [],
        "warnings": [
            f"line {line} begins like a contact block and was left as it is"
            for line in (changed.doubtful if changed else ())
        ],
    }
