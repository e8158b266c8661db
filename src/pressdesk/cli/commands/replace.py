"""`pressdesk replace`: one value by another in releases, without a directory."""

from dataclasses import dataclass, field
from typing import Annotated, Any

import typer

from pressdesk.cli.many_files import ManyFiles
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.releases import As, check_stdin
from pressdesk.cli.options.walking import Folders, Sources
from pressdesk.cli.release_files import open_release, shown_name, write_diff
from pressdesk.cli.screen import output
from pressdesk.errors import OptionsError
from pressdesk.releases.mentions.correcting import Correction, Exchange, correct_release
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

SCHEMA_VERSION = 1


def replace(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="The address or number that stands.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The one that is to stand there.")],
    releases: Sources,
    folders: Folders,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", "-n", help="Show what would be changed, write nothing."),
    ] = False,
    backup: Annotated[
        bool, typer.Option("--backup", help="Keep the old file beside it, as NAME.bak.")
    ] = False,
    form: As = None,
    output_format: Annotated[
        str, choice(("table", "json", "jsonl"), "--format", "table for people, or as data.")
    ] = "table",
) -> int:
    """Replace an address or a number in releases, wherever it stands.

    \b
      pressdesk replace press@old.example press@new.example releases/
      pressdesk replace "+1 202 862 1826" "+1 202 555 0143" releases/ --dry-run
      pressdesk replace "+1 202 862 1826 ext 230" "+1 202 862 1826 ext 231" *.txt

    The new value is written as the old one was: internationally or not, with its brackets, hyphens
    and spaces, in links too; nothing else in a file changes. A number without an extension stands
    for all extensions on it, and they are kept. No directory is needed. To go back, replace NEW by
    OLD, or keep the old files with --backup.

    Exit status 1 when the old value stands in none of the releases, or not all could be read.
    """
    settings: Settings = context.obj
    check_stdin(releases, form)
    if "-" in releases and not dry_run:
        raise OptionsError("releases are changed in their place: save stdin as one, or --dry-run")
    if backup and dry_run:
        raise OptionsError("--backup is for files that are changed: leave --dry-run out")
    files = ManyFiles("replacing", settings.is_quiet, None if dry_run else "changed")
    run = _Run(files, Exchange.parse(old, new), form, output_format, dry_run, backup)
    files.each(folders.find(releases, files), run.work, run.finish)
    return files.status(0 if run.changed else 1)


@dataclass(slots=True)
class _Run:
    """One run over many files; changed: how many were, or would be."""

    files: ManyFiles
    exchange: Exchange
    form: str | None
    output_format: str
    dry_run: bool
    backup: bool
    changed: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)

    def work(self, name: str) -> None:
        """Replace the value in one file."""
        with open_release(
            name, self.form, (), changes=not self.dry_run, backup=self.backup
        ) as opened:
            made = self.exchange.find(opened.release)
            if made:
                opened.new = correct_release(opened.release, made)
                if self.dry_run and self.output_format == "table":
                    write_diff(opened)
        self.changed += bool(made)
        self.files.changed += bool(made) and not self.dry_run
        for correction in made:
            self._write(_item(shown_name(name), correction))
        if opened.kept and not self.files.is_quiet:
            output.say(f"{visible(opened.name)}: the old file is {visible(str(opened.kept))}")

    def finish(self) -> None:
        """Write what was kept, and the sum."""
        if self.output_format == "json":
            output.write_json({"schema_version": SCHEMA_VERSION, "items": self.items})
        if not self.files.is_quiet:
            verb = "to be changed" if self.dry_run else "changed"
            count = self.files.count
            output.say(f"{count} release{'s' if count != 1 else ''}: {self.changed} {verb}")
            if self.dry_run:
                output.say("this was a dry run: nothing was written")

    def _write(self, item: dict[str, Any]) -> None:
        if self.output_format == "jsonl":
            output.write_json_lines([item])
        elif self.output_format == "json":
            self.items.append(item)
        elif not self.dry_run:
            change = item["changes"][0]
            said = f"{item['file']}:{item['line']}: {change['old']} -> {change['new']}"
            output.write(output.one_line(said) + "\n")


def _item(name: str, correction: Correction) -> dict[str, Any]:
    """Return a replacement as data: with the keys that `check` has."""
    mention = correction.mention
    changed = "phone" if mention.email is None else "email"
    change = {"field": changed, "old": mention.written, "new": correction.shown}
    return {
        "file": name, "line": mention.line, "status": "fixed", "contact": None, "problems": [],
        "changes": [change],
    }  # fmt: skip
