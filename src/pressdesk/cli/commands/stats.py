"""`pressdesk stats`: how many contacts there are, by what, and how fresh they are."""

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.options.texts import day_or_today
from pressdesk.cli.screen.listing import write_records
from pressdesk.directory.upkeep.statistics import BY, Count, count_contacts
from pressdesk.settings import Settings

_WIDEST = 24


def stats(
    context: typer.Context,
    shape: ListShape,
    by: Annotated[str | None, choice(BY, "--by", "One of these alone; else all.")] = None,
) -> None:
    """Count the contacts: by country, office, language, topic, and by when they were verified.

    \b
      pressdesk stats
      pressdesk stats --by office --format csv
      pressdesk stats --format json

    Who has left is not counted; who is at two offices is counted at both. Beside each number stands
    how many of them have an address or number that was verified within a year. On a terminal a bar
    shows it: full for these, pale for the others.
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        counts = [
            count
            for count in count_contacts(directory, day_or_today(None))
            if by in {None, count.by}
        ]
    most = max((count.contacts for count in counts), default=1)
    fields: Mapping[str, Callable[[Count], str]] = {
        "by": lambda count: count.by,
        "name": lambda count: count.name,
        "contacts": lambda count: str(count.contacts),
        "verified": lambda count: str(count.verified),
        "bar": lambda count: _bar(count, most),
    }
    default = ("by", "name", "contacts", "verified")
    is_table = shape.chosen == "table"
    write_records(counts, shape, Count._asdict, fields, (*default, "bar") if is_table else default)


def _bar(count: Count, most: int) -> str:
    """Return a bar as long as the number is among the largest; few are never none."""
    length = -(-count.contacts * _WIDEST // max(most, 1))
    full = count.verified * length // count.contacts if count.contacts else 0
    return "█" * full + "░" * (length - full)
