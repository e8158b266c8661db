"""The options of `pressdesk block`: what is asked for, and how it is printed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pressdesk.blocks.formats import FORMATS
from pressdesk.cli.completion import (
    complete_language,
    complete_topic,
    complete_wording,
)
from pressdesk.cli.lazy_commands import Options
from pressdesk.cli.options.choices import FROM_ONE, choice
from pressdesk.cli.options.shared import Force, StyleName
from pressdesk.cli.options.texts import day_or_today
from pressdesk.errors import OptionsError

if TYPE_CHECKING:
    from pressdesk.answers.request import BlockRequest

# What programs read, beside the formats for people; and the suffix of each as a file.
_DATA = {"json": ".json", "jsonl": ".jsonl"}
SUFFIXES = {name: form.suffix for name, form in FORMATS.items()} | _DATA


class Asked(Options):
    """What the block is to say, and who is in it."""

    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="Who is on duty that day, instead of today."),
    ] = None
    lang: Annotated[
        list[str] | None,
        typer.Option(
            "--lang",
            metavar="LANG",
            help="Language, instead of the office's; repeated, one block for each.",
            autocompletion=complete_wording,
        ),
    ] = None
    strict_language: Annotated[
        bool,
        typer.Option(
            "--strict-language", help="Refuse titles and office names without a translation."
        ),
    ] = False
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="TOPIC",
            help="Only those of an office who speak about it.",
            autocompletion=complete_topic,
        ),
    ] = None
    speaks: Annotated[
        str | None,
        typer.Option(
            metavar="LANG",
            help="Only those of an office who speak it.",
            autocompletion=complete_language,
        ),
    ] = None
    most: Annotated[
        int | None,
        typer.Option("--max", metavar="N", help="At most so many people in all.", **FROM_ONE),
    ] = None
    lead_in: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help='Instead of "For more information please contact".'),
    ] = None
    internal: Annotated[
        bool,
        typer.Option("--internal", help="Internal numbers and addresses too, for colleagues."),
    ] = False
    why: Annotated[
        bool, typer.Option("--why", help="Say on stderr how the people were chosen.")
    ] = False

    def requests(self, who: Sequence[str]) -> "list[BlockRequest]":
        """Return a request for each language; raise InvalidValueError."""
        # Completion reads these options too, and does without.
        from pressdesk.answers.request import (
            BlockRequest,
            checked_speech,
            checked_topic,
            checked_wording,
        )

        request = BlockRequest(
            tuple(who),
            day_or_today(self.on),
            None,
            None if self.topic is None else checked_topic(self.topic),
            None if self.speaks is None else checked_speech(self.speaks),
            self.most,
            None if self.lead_in is None else _clean_lead_in(self.lead_in),
            self.internal,
            self.strict_language,
        )
        languages: list[str | None] = [checked_wording(tag) for tag in self.lang or ()]
        return [request._replace(language=tag) for tag in languages or [None]]


class Shape(Options):
    """How the block is printed, and where to."""

    style: StyleName = None
    output_format: Annotated[
        str, choice(SUFFIXES, "--format", "text, for a release in Markdown or HTML, or as data.")
    ] = "text"
    every: Annotated[
        bool, typer.Option("--all", help="A block for each office, instead of WHO.")
    ] = False
    batch: Annotated[
        str | None,
        typer.Option(
            "--batch", metavar="FILE", help="Requests, one JSON object a line; - is stdin."
        ),
    ] = None
    as_recorded: Annotated[
        bool,
        typer.Option(
            "--as-recorded", help="With --on: as the directory was then, not as it is known now."
        ),
    ] = False
    target: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write there; with --all, a file an office."
        ),
    ] = None
    force: Force = False

    @property
    def is_data(self) -> bool:
        """Whether programs read what is written."""
        return self.output_format in _DATA


def check_options(who: Sequence[str] | None, asked: Asked, shape: Shape) -> None:
    """Refuse options that do not go together; raise OptionsError."""
    if shape.as_recorded and (asked.on is None or not who):
        raise OptionsError("--as-recorded is of WHO on a day: name both, with --on")
    ways = [name for name, given in (("WHO", who), ("--all", shape.every),
                                     ("--batch", shape.batch is not None)) if given]  # fmt: skip
    if not ways:
        raise OptionsError(
            "Missing argument 'WHO...'. See `pressdesk block --help`; "
            "only --all and --batch do without"
        )
    if len(ways) > 1:
        raise OptionsError(f"{' and '.join(ways)} do not go together: give one of them")
    if shape.force and shape.target is None:
        raise OptionsError("--force is for -o: name the file that may be replaced")


def _clean_lead_in(text: str) -> str:
    from pressdesk.values.clean_text import clean_text

    return clean_text("lead-in", text, 300)
