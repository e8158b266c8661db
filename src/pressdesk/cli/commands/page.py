"""`pressdesk page`: all contacts as one HTML page, for colleagues without a terminal."""

from datetime import date
from typing import Annotated

import typer

from pressdesk.cli.completion import complete_language, complete_office
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.shared import Force
from pressdesk.cli.screen import output
from pressdesk.settings import Settings


def page(
    context: typer.Context,
    target: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there, instead of stdout."),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help='The heading, instead of "Press contacts".'),
    ] = None,
    office: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OFFICE",
            help="Only this office; may be repeated.",
            autocompletion=complete_office,
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            metavar="LANG",
            help="The language of the page, one that blocks are printed in.",
            autocompletion=complete_language,
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Write one HTML page of all offices and their people.

    \b
      pressdesk page -o contacts.html
      pressdesk page -o geneva.html --office geneva --lang fr
      pressdesk page -o contacts.html --title "Who answers the press" --force

    The page is a single file that needs no network and no server: put it on a file share or send
    it. It searches as you type, shows who is on duty on the day when it is read, and its links
    write mails and dial. Printed, it is a phone list, one line for each person. Internal values
    and unlisted contacts are never on it; so others may read the file.

    Exit status: 0 written, 1 no such office, 4 no such language, 5 a file that cannot be written.
    """
    settings: Settings = context.obj
    from pressdesk.answers.contact_page import compose_page
    from pressdesk.answers.request import checked_wording
    from pressdesk.cli.screen.sinks import open_sink
    from pressdesk.exchange.page.page_format import render_page

    language = checked_wording(lang or settings.language or "en")
    with (
        reading(settings) as directory,
        open_sink(target, [settings.path], is_forced=force, is_public=True) as sink,
    ):
        offices = [directory.get_office(text) for text in office or ()] or directory.offices()
        rosters = directory.rosters()
        rosters.load(offices)
        today = date.today()  # noqa: DTZ011  # the reader's own day
        made = compose_page(offices, rosters, language, today, title=title)
        for piece in render_page(made):
            sink.write(piece)
    if sink.path is not None and not settings.is_quiet:
        word = "office" if len(offices) == 1 else "offices"
        output.say(f"wrote {len(offices)} {word} to {sink.path}")
