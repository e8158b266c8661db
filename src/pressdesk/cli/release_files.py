"""Release files one by one: opened, changed, written where they belong, reported."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pressdesk.blocks.style import Style
from pressdesk.cli.many_files import ManyFiles
from pressdesk.cli.options.releases import Target
from pressdesk.cli.screen import output
from pressdesk.cli.screen.sinks import open_sink, open_stdin
from pressdesk.errors import FileError, PressdeskError
from pressdesk.files.reading import is_folder, read_stream
from pressdesk.releases.editing import (
    MOST_BYTES,
    OpenRelease,
    Outcome,
    editing_release,
    read_release,
)
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

SCHEMA_VERSION = 1
_STDIN = "standard input"

# Puts other bytes into a release that is open.
Change = Callable[[OpenRelease], Outcome]


class _Handled(NamedTuple):
    """What became of one file.

    lines: at which its blocks stood. doubtful: at which something begins like one. error: why it
    was left as it is.
    """

    name: str
    outcome: Outcome | None = None
    lines: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    error: str = ""


def change_releases(
    releases: Sequence[str],
    target: Target,
    settings: Settings,
    styles: Sequence[Style],
    change: Change,
) -> int:
    """Change each file and report; return the exit status."""
    files = ManyFiles("changing", settings.is_quiet, "done", len(releases))
    run = _Run(files, target, settings, styles, change)
    files.each(releases, run.handle, run.finish)
    return files.status()


def shown_name(name: str) -> str:
    """Return what a release is called in messages."""
    return _STDIN if name == "-" else name


def read_input(name: str, form: str | None, styles: Sequence[Style] = ()) -> OpenRelease:
    """Read a release, or stdin for "-"; raise FileError or InvalidFileError."""
    if name != "-":
        return read_release(name, form, styles)
    content = read_stream(_STDIN, open_stdin(), MOST_BYTES)
    return OpenRelease.parse(_STDIN, content, form, styles)


@contextmanager
def open_release(
    name: str, form: str | None, styles: Sequence[Style], *, changes: bool, backup: bool = False
) -> Iterator[OpenRelease]:
    """Open a release, or stdin; changes: what is put into it stands in the file at the end."""
    if changes:
        with editing_release(name, form, styles, backup=backup) as opened:
            yield opened
    else:
        yield read_input(name, form, styles)


def write_diff(opened: OpenRelease) -> None:
    """Show what would change; of a Word document its text alone."""
    from difflib import unified_diff

    contents = (opened.content, opened.content if opened.new is None else opened.new)
    old, new = (_shown_lines(opened, content) for content in contents)
    for line in unified_diff(old, new, fromfile=opened.name, tofile=opened.name, lineterm=""):
        output.write(visible(line) + "\n")


def _shown_lines(opened: OpenRelease, content: bytes) -> list[str]:
    if opened.form == "docx":
        release = OpenRelease.parse(opened.name, content, opened.form).release
        return [line.text for line in release.seen().lines]
    from pressdesk.files.decoding import decode_bytes
    from pressdesk.releases.text.lines import cut_lines

    return list(cut_lines(decode_bytes(opened.name, content).text).plain)


@dataclass(slots=True)
class _Run:
    """One run over the files of a command; what became of each is said as it comes."""

    files: ManyFiles
    target: Target
    settings: Settings
    styles: Sequence[Style]
    change: Change
    handled: list[_Handled] = field(default_factory=list)

    def handle(self, name: str) -> None:
        """Change one file; raise PressdeskError where it is left as it is."""
        try:
            with self._open(name) as opened:
                outcome = self.change(opened)
                release = opened.release
                if self.target.dry_run:
                    write_diff(opened)
        except PressdeskError as error:
            self.handled.append(_Handled(shown_name(name), error=str(error)))
            raise
        self.files.changed += 1
        lines = tuple(
            block.line for place, block in enumerate(release.blocks) if place not in opened.left
        )
        done = _Handled(opened.name, outcome, lines, release.doubtful)
        self.handled.append(done)
        if self.target.output_format != "json":
            for sentence in _sentences(done, opened.kept, is_quiet=self.settings.is_quiet):
                output.say(sentence)

    def finish(self) -> None:
        """Write what waited for the end."""
        if self.target.output_format == "json":
            output.write_json(_data(self.handled))
        elif self.target.dry_run and not self.settings.is_quiet:
            output.say("this was a dry run: nothing was written")

    @contextmanager
    def _open(self, name: str) -> Iterator[OpenRelease]:
        """Open a release whose new bytes go where the options say."""
        target = self.target
        if is_folder(name):
            raise FileError(name, "is a folder; name the files in it, as in FOLDER/*.txt")
        is_elsewhere = name == "-" or target.destination is not None
        with open_release(
            name, target.form, self.styles,
            changes=not is_elsewhere and not target.dry_run, backup=target.backup,
        ) as opened:  # fmt: skip
            yield opened
        if is_elsewhere and not target.dry_run and opened.new is not None:
            inputs = [self.settings.path, None if name == "-" else Path(name)]
            with open_sink(target.destination, inputs, is_forced=target.force) as sink:
                sink.binary.write(opened.new)


def _sentences(done: _Handled, kept: Path | None, *, is_quiet: bool) -> Iterator[str]:
    """Say what became of a release, and what the user should look at."""
    name = visible(done.name)
    if not is_quiet:
        yield f"{name}: {_what_happened(done)}"
    if kept:
        yield f"{name}: the old file is {visible(str(kept))}"
    for line in done.doubtful:
        yield (
            f"{name}:{line}: warning: this begins like a contact block, is not wholly understood, "
            "and was left as it is"
        )


def _what_happened(done: _Handled) -> str:
    lines = ", ".join(map(str, done.lines))
    plural = "s" if len(done.lines) > 1 else ""
    match done.outcome:
        case Outcome.ADDED:
            return "added the block"
        case Outcome.UPDATED:
            return f"replaced the block{plural} of line{plural} {lines}"
        case Outcome.REMOVED:
            return f"took out the block{plural} of line{plural} {lines}"
        case _:
            return "unchanged" if done.lines else "has no block"


def _data(handled: Sequence[_Handled]) -> dict[str, object]:
    """Return the report as JSON data (docs/formats.md)."""
    outcomes = [str(done.outcome or "refused") for done in handled]
    counted = ("added", "updated", "removed", "unchanged", "refused")
    return {
        "schema_version": SCHEMA_VERSION,
        **{name: outcomes.count(name) for name in counted},
        "items": [_item(done, outcome) for done, outcome in zip(handled, outcomes, strict=True)],
    }


def _item(done: _Handled, outcome: str) -> dict[str, object]:
    return {
        "file": done.name,
        "line": done.lines[0] if done.lines else None,
        "status": outcome,
        "contact": None,
        "problems": [{"column": "", "reason": done.error}] if done.error else [],
        "changes": [],
        "warnings": [
            f"line {line} begins like a contact block and was left as it is"
            for line in done.doubtful
        ],
    }
