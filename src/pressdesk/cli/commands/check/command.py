"""`pressdesk check`: blocks in releases beside the directory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import typer

from pressdesk.blocks.style import Style
from pressdesk.checking.checker import Checker
from pressdesk.checking.finding import Status
from pressdesk.checking.release_check import Located, ReleaseCheck, check_release, mend_release
from pressdesk.cli.commands.check.lines import (
    annotation,
    item,
    say_what_went,
    sentence,
    warn_of_left,
)
from pressdesk.cli.commands.style import known_styles
from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.many_files import ManyFiles
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.releases import As, check_stdin
from pressdesk.cli.options.texts import day_or_today
from pressdesk.cli.options.walking import Folders, Sources
from pressdesk.cli.release_files import open_release, shown_name, write_diff
from pressdesk.cli.screen import output
from pressdesk.errors import OptionsError, PressdeskError
from pressdesk.releases.editing import OpenRelease
from pressdesk.settings import Settings

SCHEMA_VERSION = 1


class Manner(Options):
    """What is done about what is found, and how it is said."""

    fix: Annotated[
        bool, typer.Option("--fix", help="Rewrite the blocks that are wholly understood.")
    ] = False
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", "-n", help="Show what --fix would do, write nothing."),
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

    def check(self, releases: Sequence[str]) -> None:
        """Refuse options that do not go together; raise OptionsError."""
        check_stdin(releases, self.form)
        if self.dry_run and not self.fix:
            raise OptionsError("--dry-run is for --fix: nothing is written without it")
        if self.fix and not self.dry_run and "-" in releases:
            raise OptionsError("--fix mends files in their place: save stdin as one, or --dry-run")


def check(
    context: typer.Context,
    releases: Sources,
    folders: Folders,
    manner: Manner,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="What must hold that day, instead of today."),
    ] = None,
    require_block: Annotated[
        bool,
        typer.Option("--require-block", help="Count a release without a block as not current."),
    ] = False,
) -> int:
    """Find blocks in releases that the directory no longer agrees with.

    \b
      pressdesk check release.txt
      pressdesk check releases/ --exclude "archive/*"
      pressdesk check releases/ --fix --dry-run
      pressdesk check releases/ --fix
      pressdesk check releases/ --format github

    Each person, address and number is current, changed (with its new value), left (with who
    follows), unknown, or internal: then it must not be public. A release without a block is
    reported, and counts as current unless --require-block is given.

    Exit status 1 when anything is not current; with --fix when anything is left to mend. With
    --dry-run the status is that without --fix.
    """
    settings: Settings = context.obj
    manner.check(releases)
    day = day_or_today(on)
    styles = known_styles(settings.style)
    with reading(settings) as directory:
        changed_as = "mended" if manner.fix and not manner.dry_run else None
        files = ManyFiles("checking", settings.is_quiet, changed_as)
        run = _Run(files, Checker(directory, day, styles), styles, manner, settings.is_quiet)
        files.each(folders.find(releases, files), run.check, run.finish)
    return files.status(run.status(require_block=require_block))


@dataclass(slots=True)
class _Run:
    """One run over many files: what was found is written as it comes, and counted.

    current, mended: how many releases are so. refused: how many could not be mended.
    """

    files: ManyFiles
    checker: Checker
    styles: Sequence[Style]
    manner: Manner
    is_quiet: bool
    current: int = 0
    mended: int = 0
    refused: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)
    statuses: Counter[Status] = field(default_factory=Counter)

    def check(self, name: str) -> None:
        """Check one file; raise PressdeskError for one that cannot be read."""
        found = self._check(name)
        self.current += found.is_current and bool(found.blocks)
        for located in found.found:
            self.statuses[located.finding.status] += 1
            self._write(shown_name(name), located)

    def finish(self) -> None:
        """Write what was kept, and the sum."""
        if self.manner.output_format == "json":
            output.write_json(self._data())
        if not self.is_quiet:
            output.say(self._sum())
            if self.manner.dry_run:
                output.say("this was a dry run: nothing was written")

    def status(self, *, require_block: bool) -> int:
        """Return the exit status of what was found."""
        missing = self.statuses[Status.NO_BLOCK]
        return int(self.statuses.total() > missing or (require_block and missing > 0))

    def _check(self, name: str) -> ReleaseCheck:
        found = None
        manner = self.manner
        changes = manner.fix and not manner.dry_run
        try:
            with open_release(name, manner.form, self.styles, changes=changes) as opened:
                found = check_release(opened.release, self.checker)
                mends = self.manner.fix and not found.is_current
                if mends:
                    opened.new = mend_release(opened.release, self.checker)
                if opened.new is not None and self.manner.dry_run:
                    self.mended += 1
                    if self.manner.output_format == "table":
                        write_diff(opened)
        except PressdeskError as error:
            if found is None:
                raise
            self.files.refuse(error)
            self.refused += 1
            return found
        if mends and opened.new is None:
            warn_of_left(opened.name, found, opened.find_losses())
        if opened.new is None or self.manner.dry_run:
            return found
        self.mended += 1
        self.files.changed += 1
        mended = OpenRelease.parse(opened.name, opened.new, opened.form, self.styles)
        return self._check_mended(mended, found)

    def _check_mended(self, mended: OpenRelease, before: ReleaseCheck) -> ReleaseCheck:
        """Check what was mended again; name what went, and what is left."""
        again = check_release(mended.release, self.checker)
        left = {located.finding for located in again.found}
        for located in before.found:
            if located.finding not in left:
                say_what_went(mended.name, located)
        warn_of_left(mended.name, again, mended.find_losses())
        return again

    def _write(self, name: str, located: Located) -> None:
        match self.manner.output_format:
            case "table":
                said = f"{name}:{located.line}: {sentence(located.finding)}"
                output.write(output.one_line(said) + "\n")
            case "github":
                output.write(annotation(name, located))
            case "jsonl":
                output.write_json_lines([item(name, located)])
            case "json":
                self.items.append(item(name, located))

    def _data(self) -> dict[str, Any]:
        """Return the report (docs/formats.md); items: what is not current."""
        statuses = {str(status): self.statuses[status] for status in Status if status != "current"}
        return {
            "schema_version": SCHEMA_VERSION,
            "added": 0,
            "updated": self.mended,
            "unchanged": self.current,
            "refused": len(self.files.failures),
            "statuses": statuses,
            "items": self.items,
        }

    def _sum(self) -> str:
        counts = [f"{self.current} current"]
        counts += [
            f"{self.statuses[status]} {status}" for status in Status if self.statuses[status]
        ]
        mended = "to be mended" if self.manner.dry_run else "mended"
        unread = len(self.files.failures) - self.refused
        further = ((self.mended, mended), (self.refused, "not mended"), (unread, "not read"))
        counts += [f"{count} {what}" for count, what in further if count]
        count = self.files.count
        files = "1 release" if count == 1 else f"{count} releases"
        return f"{files}: {', '.join(counts)}"
