"""The options of commands that change releases."""

from collections.abc import Sequence
from typing import Annotated

import typer

from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.shared import Force
from pressdesk.errors import OptionsError
from pressdesk.releases.formats import READERS

Releases = Annotated[
    list[str],
    typer.Argument(
        metavar="RELEASE...", help="Files: .txt, .md, .html, .docx; - is stdin, with --as."
    ),
]

As = Annotated[
    str | None, choice(READERS, "--as", "The format of stdin, or of files by another name.")
]


def check_stdin(releases: Sequence[str], form: str | None) -> None:
    """Refuse stdin, which has no name that tells a format, without one; raise OptionsError."""
    if "-" in releases and form is None:
        *others, last = READERS
        raise OptionsError(f"- is stdin: say what it is with --as {', '.join(others)} or {last}")


class Target(Options):
    """Where a changed release goes, and what is said of it."""

    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Show what would change, write nothing.")
    ] = False
    destination: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write there, not into the release; - is stdout."
        ),
    ] = None
    force: Force = False
    backup: Annotated[
        bool, typer.Option("--backup", help="Keep the old file beside it, as NAME.bak.")
    ] = False
    form: As = None
    output_format: Annotated[
        str, choice(("text", "json"), "--format", "Of the report: text on stderr, json on stdout.")
    ] = "text"

    def check(self, releases: Sequence[str]) -> None:
        """Refuse options that do not go together; raise OptionsError."""
        check_stdin(releases, self.form)
        if self.destination is not None and len(releases) > 1:
            raise OptionsError("-o is for one release: name one, or leave -o out")
        if self.force and self.destination in {None, "-"}:
            raise OptionsError("--force is for -o: name the file that may be replaced")
        if self.backup and (self.destination is not None or releases == ["-"]):
            raise OptionsError("--backup is for releases that are changed in their place")
        to_stdout = self.destination == "-" or ("-" in releases and self.destination is None)
        if to_stdout and self.output_format == "json":
            raise OptionsError("--format json and the release both want stdout: choose another -o")
        if self.dry_run and self.destination is not None:
            raise OptionsError("--dry-run writes nothing: leave -o out")
