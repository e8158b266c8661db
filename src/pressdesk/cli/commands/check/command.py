"""`pressdesk check`: blocks in releases beside the directory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import typer

from pressdesk.blocks.style import Style
from pressdesk.checking.finding import Finding, Status
from pressdesk.checking.release_check import Checker, ReleaseCheck
from pressdesk.cli.commands.check.lines import annotation, change, item, sentence
from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.many_files import ManyFiles
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.releases import As, check_stdin
from pressdesk.cli.options.texts import day_or_today
from pressdesk.cli.options.walking import Folders, Sources
from pressdesk.cli.release_files import open_release, shown_name, write_diff
from pressdesk.cli.screen import output
from pressdesk.cli.styles import known_styles
from pressdesk.errors import OptionsError, PressdeskError
from pressdesk.releases.editing import OpenRelease
from pressdesk.releases.mentions.correcting import correct_release
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

SCHEMA_VERSION = 1


class CheckOptions(Options):
    """What is done about what is found, and how it is said."""

    fix: Annotated[
        bool,
        typer.Option("--fix", help="Replace each changed value by the one that follows it."),
    ] = False
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Print blocks that pressdesk wrote anew.")
    ] = False
    typed: Annotated[
        bool, typer.Option("--typed", help="With --rebuild: blocks that people typed, too.")
    ] = False
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", "-n", help="Show what would be changed, write nothing."),
    ] = False
    backup: Annotated[
        bool, typer.Option("--backup", help="Keep the old file beside it, as NAME.bak.")
    ] = False
    form: As = None
    output_format: Annotated[
        str,
        choice(
            ("table", "json", "jsonl", "github"),
            "--format",
            "table for people, github for its annotations, or as data.",
        ),
    ] = "table"

    @property
    def changes(self) -> bool:
        """Whether files are changed, or would be."""
        return self.fix or self.rebuild

    @property
    def writes(self) -> bool:
        """Whether files are changed."""
        return self.changes and not self.dry_run

    def check(self, releases: Sequence[str]) -> None:
        """Refuse options that do not go together; raise OptionsError."""
        check_stdin(releases, self.form)
        if self.typed and not self.rebuild:
            raise OptionsError("--typed is for --rebuild: blocks are printed anew by that alone")
        if self.dry_run and not self.changes:
            raise OptionsError("--dry-run is for --fix and --rebuild: nothing else is written")
        if self.backup and not self.writes:
            raise OptionsError("--backup is for --fix and --rebuild, which change files")
        if self.writes and "-" in releases:
            raise OptionsError(
                "--fix and --rebuild change files in their place: save stdin as one, or --dry-run"
            )


def check(
    context: typer.Context,
    releases: Sources,
    folders: Folders,
    options: CheckOptions,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="What must hold that day, instead of today."),
    ] = None,
    require_block: Annotated[
        bool,
        typer.Option("--require-block", help="Count a release without a block as not current."),
    ] = False,
) -> int:
    """Find values in releases that the directory no longer agrees with, and correct them.

    \b
      pressdesk check release.txt
      pressdesk check releases/ --exclude "archive/*"
      pressdesk check releases/ --fix --dry-run
      pressdesk check releases/ --fix
      pressdesk check releases/ --format github

    Each address and number of the directory is checked wherever it stands: in blocks, sentences,
    tables, footers and links. It is changed (with the value that follows), left (of somebody who
    has left), internal (it must not be public), or unknown (it stands with a contact's name and is
    not theirs). A block that pressdesk wrote is outdated when it would be printed otherwise today.

    --fix replaces the characters of changed values, written as the old ones were, and nothing else.

    Exit status 1 when anything is not current; with --fix or --rebuild when anything is left. With
    --dry-run the status is that without them.
    """
    settings: Settings = context.obj
    options.check(releases)
    day = day_or_today(on)
    styles = known_styles(settings.style)
    with reading(settings) as directory:
        files = ManyFiles("checking", settings.is_quiet, "fixed" if options.writes else None)
        run = _Run(files, Checker(directory, day, styles), styles, options, settings.is_quiet)
        files.each(folders.find(releases, files), run.check, run.finish)
    return files.status(run.status(require_block=require_block))


@dataclass(slots=True)
class _Run:
    """One run over many files: what was found is written as it comes, and counted.

    changed: how many releases were, or would be. refused: how many could not be. statuses: of
    releases, each by its worst finding. is_current: whether nothing at all was found.
    """

    files: ManyFiles
    checker: Checker
    styles: Sequence[Style]
    options: CheckOptions
    is_quiet: bool
    changed: int = 0
    refused: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)
    statuses: Counter[Status] = field(default_factory=Counter)

    def check(self, name: str) -> None:
        """Check one file; raise PressdeskError for one that cannot be read."""
        found = self._check(name)
        self.statuses[found.status] += 1
        for finding in found.found or self._nothing(found):
            self._write(shown_name(name), finding)

    def finish(self) -> None:
        """Write what was kept, and the sum."""
        if self.options.output_format == "json":
            output.write_json(self._data())
        if not self.is_quiet:
            output.say(self._sum())
            if self.options.dry_run:
                output.say("this was a dry run: nothing was written")

    def status(self, *, require_block: bool) -> int:
        """Return the exit status of what was found."""
        fine = self.statuses[Status.CURRENT]
        fine += 0 if require_block else self.statuses[Status.NO_BLOCK]
        return int(self.statuses.total() > fine)

    def _nothing(self, found: ReleaseCheck) -> list[Finding]:
        is_empty = found.status is Status.NO_BLOCK
        return [Finding(1, Status.NO_BLOCK, "block")] if is_empty else []

    def _check(self, name: str) -> ReleaseCheck:
        options, found = self.options, None
        try:
            with open_release(
                name, options.form, self.styles, changes=options.writes, backup=options.backup
            ) as opened:
                found = self.checker.check(opened.release)
                if options.changes:
                    opened.new = self._changed(opened, found)
                if opened.new is not None and options.dry_run and options.output_format == "table":
                    write_diff(opened)
        except PressdeskError as error:
            if found is None:
                raise
            self.files.refuse(error)
            self.refused += 1
            return found
        if opened.new is None:
            return found
        self.changed += 1
        if options.dry_run:
            return found
        self.files.changed += 1
        if opened.kept and not self.is_quiet:
            output.say(f"{visible(opened.name)}: the old file is {visible(str(opened.kept))}")
        after = OpenRelease.parse(opened.name, opened.new, opened.form, self.styles)
        again = self.checker.check(after.release)
        self._say_fixed(opened.name, found, again)
        return again

    def _changed(self, opened: OpenRelease, found: ReleaseCheck) -> bytes | None:
        """Return the bytes with what is to be corrected; None where nothing is."""
        new: bytes | None = None
        release = opened.release
        if self.options.fix and found.corrections:
            new = correct_release(release, found.corrections)
        if self.options.rebuild:
            if new is not None:
                release = OpenRelease.parse(opened.name, new, opened.form, self.styles).release
            new = self.checker.rebuilt(release, typed=self.options.typed) or new
        return None if new == opened.content else new

    def _say_fixed(self, name: str, before: ReleaseCheck, after: ReleaseCheck) -> None:
        """Name what a release said before and says no more."""
        left = {finding._replace(line=0) for finding in after.found}
        for finding in before.found:
            if finding._replace(line=0) not in left:
                if self.options.output_format == "table":
                    if not self.is_quiet:
                        said = f"{name}:{finding.line}: fixed: {change(finding)}"
                        output.say(output.one_line(said))
                elif self.options.output_format != "github":
                    self._write_data({**item(shown_name(name), finding), "status": "fixed"})

    def _write(self, name: str, finding: Finding) -> None:
        match self.options.output_format:
            case "table":
                said = f"{name}:{finding.line}: {sentence(finding)}"
                output.write(output.one_line(said) + "\n")
            case "github":
                output.write(annotation(name, finding))
            case _:
                self._write_data(item(name, finding))

    def _write_data(self, data: dict[str, Any]) -> None:
        if self.options.output_format == "jsonl":
            output.write_json_lines([data])
        else:
            self.items.append(data)

    def _data(self) -> dict[str, Any]:
        """Return the report (docs/formats.md); items: what is not current, and what was fixed."""
        statuses = {str(status): self.statuses[status] for status in Status if status != "current"}
        return {
            "schema_version": SCHEMA_VERSION,
            "added": 0,
            "updated": self.changed,
            "unchanged": self.statuses[Status.CURRENT],
            "refused": len(self.files.failures),
            "statuses": statuses,
            "items": self.items,
        }

    def _sum(self) -> str:
        counts = [f"{self.statuses[Status.CURRENT]} current"]
        counts += [
            f"{self.statuses[status]} {status}"
            for status in reversed(Status)
            if self.statuses[status] and status is not Status.CURRENT
        ]
        changed = "to be fixed" if self.options.dry_run else "fixed"
        unread = len(self.files.failures) - self.refused
        further = ((self.changed, changed), (self.refused, "not written"), (unread, "not read"))
        counts += [f"{count} {what}" for count, what in further if count]
        count = self.files.count
        files = "1 release" if count == 1 else f"{count} releases"
        return f"{files}: {', '.join(counts)}"
