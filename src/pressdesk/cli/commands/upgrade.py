"""`pressdesk upgrade`: a directory that an older pressdesk made is brought up to date."""

import typer

from pressdesk.cli.options.opening import changing
from pressdesk.cli.screen import output
from pressdesk.settings import Settings


def upgrade(context: typer.Context) -> None:
    """Bring a directory that an older pressdesk made up to date.

    \b
      pressdesk upgrade
      pressdesk --db archive.db upgrade

    The first change does the same by itself. A copy of the file as it was is kept beside it, under
    a name with its version and the day; an older pressdesk can still read that.
    """
    settings: Settings = context.obj
    with changing(settings, "upgrade"):
        pass
    if not settings.is_quiet:
        output.say("the directory is up to date")
