"""`pressdesk check`: blocks in releases beside the directory."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import typer

from pressdesk.blocks.style import Style
from pressdesk.checking.checker import Checker
from pressdesk.checking.finding import Status
from pressdesk.checking.release_check import Located, ReleaseCheck, check_release, mend_release
from pressdesk.cli import output
from pressdesk.cli.check_lines import annotation, item, say_what_went, sentence, warn_of_left
from pressdesk.cli.choices import choice
from pressdesk.cli.commands import Options
from pressdesk.cli.opening import reading
from pressdesk.cli.progress import progress
from pressdesk.cli.release_files import fail_alone, open_release, shown_name, write_diff
from pressdesk.cli.release_options import As, check_stdin
from pressdesk.cli.stopping import counted_files, telling_if_stopped
from pressdesk.cli.styles import known_styles
from pressdesk.cli.texts import day_or_today
from pressdesk.cli.walk_options import Folders, Sources
from pressdesk.errors import OptionsError, PressdeskError
from pressdesk.releases.changing import find_losses
from pressdesk.releases.editing import OpenedFile, replace_file
from pressdesk.releases.formats import get_form, parse_release
from pressdesk.releases.release import Release
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
        run = _Run(Checker(directory, day, styles), styles, manner)
        with (
            telling_if_stopped(partial(run.stop, is_quiet=settings.is_quiet)),
            progress("checking", None, is_quiet=settings.is_quiet) as advance,
        ):
            for name in folders.find(releases):
                run.check(name)
                advance(1)
    run.finish(is_quiet=settings.is_quiet)
    return run.status(require_block=require_block)


class _Run:
    """One run over many files: what was found is written as it comes, and counted."""

    def __init__(self, checker: Checker, styles: Sequence[Style], manner: Manner) -> None:
        self._checker = checker
        self._styles = styles
        self._manner = manner
        self._items: list[dict[str, Any]] = []
        self._statuses: Counter[Status] = Counter()
        self._current = self._fixed = self._files = 0
        # Files that could not be read, and those that could not be mended.
        self._errors: list[PressdeskError] = []
        self._refused: list[PressdeskError] = []

    def check(self, name: str) -> None:
        """Check one file; one that cannot be read stops no other."""
        self._files += 1
        shown = shown_name(name)
        found = fail_alone(partial(self._check, name, shown), self._errors)
        if found is None:
            return
        self._current += found.is_current and bool(found.blocks)
        for one in found.found:
            self._statuses[one.finding.status] += 1
            self._write(shown, one)

    def finish(self, *, is_quiet: bool) -> None:
        """Write what was kept, and the sum."""
        if self._manner.output_format == "json":
            output.write_json(self._data())
        if not is_quiet:
            output.say(self._sum())
            if self._manner.dry_run:
                output.say("this was a dry run: nothing was written")

    def stop(self, *, is_quiet: bool) -> str:
        """Write what was found until now; say what was changed."""
        self.finish(is_quiet=is_quiet)
        if not self._manner.fix or self._manner.dry_run:
            return "nothing was changed"
        return counted_files(self._fixed, self._files, "mended")

    def status(self, *, require_block: bool) -> int:
        """Give the exit status."""
        failures = self._errors + self._refused
        if failures and len(failures) == self._files:
            return failures[0].exit_code
        stale = sum(self._statuses.values()) - self._statuses[Status.NO_BLOCK]
        missing = require_block and self._statuses[Status.NO_BLOCK]
        return 1 if stale or missing or self._errors else 0

    def _check(self, name: str, shown: str) -> ReleaseCheck:
        opened = open_release(name, for_change=False)
        form = self._manner.form or get_form(name)
        release = parse_release(shown, opened.content, form, self._styles)
        found = check_release(release, self._checker)
        if not self._manner.fix or found.is_current:
            return found
        refused = len(self._refused)
        mended = fail_alone(partial(self._mend, name, opened, release), self._refused)
        if mended is None:
            if len(self._refused) == refused:
                warn_of_left(shown, found, find_losses(release, self._styles))
            return found
        self._fixed += 1
        if not self._manner.dry_run:
            return self._check_mended(
                shown, found, parse_release(shown, mended, form, self._styles)
            )
        if self._manner.output_format == "table":
            write_diff(shown, opened.content, mended, form)
        return found

    def _mend(self, name: str, opened: OpenedFile, release: Release) -> bytes | None:
        """Return the mended bytes, and write them; None where there is nothing that can be done."""
        mended = mend_release(release, self._checker)
        if mended is not None and not self._manner.dry_run:
            # Only now: a file that need not be changed may well be read-only.
            open_release(name, for_change=True)
            replace_file(opened, mended)  # what it was when it was checked, else it is refused
        return mended

    def _check_mended(self, shown: str, before: ReleaseCheck, release: Release) -> ReleaseCheck:
        """Check what was mended again; name what went, and what is left."""
        again = check_release(release, self._checker)
        left = {one.finding for one in again.found}
        for one in before.found:
            if one.finding not in left:
                say_what_went(shown, one)
        warn_of_left(shown, again, find_losses(release, self._styles))
        return again

    def _write(self, name: str, one: Located) -> None:
        match self._manner.output_format:
            case "table":
                output.write(output.one_line(f"{name}:{one.line}: {sentence(one.finding)}") + "\n")
            case "github":
                output.write(annotation(name, one))
            case "jsonl":
                output.write_json_lines([item(name, one)])
            case "json":
                self._items.append(item(name, one))

    def _data(self) -> dict[str, Any]:
        """Give the report (docs/formats.md); items: what is not current."""
        return {
            "schema_version": SCHEMA_VERSION,
            "added": 0,
            "updated": self._fixed,
            "unchanged": self._current,
            "refused": len(self._errors) + len(self._refused),
            "statuses": {str(one): self._statuses[one] for one in Status if one != "current"},
            "items": self._items,
        }

    def _sum(self) -> str:
        counts = [f"{self._current} current"]
        counts += [f"{self._statuses[one]} {one}" for one in Status if self._statuses[one]]
        mended = "to be mended" if self._manner.dry_run else "mended"
        counts += [f"{self._fixed} {mended}"] if self._fixed else []
        counts += [f"{len(self._refused)} not mended"] if self._refused else []
        counts += [f"{len(self._errors)} not read"] if self._errors else []
        files = "1 release" if self._files == 1 else f"{self._files} releases"
        return f"{files}: {', '.join(counts)}"
