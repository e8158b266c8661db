"""`pressdesk block`: the contact block, on stdout or in a file."""

from typing import Annotated

import typer

# What answers is imported when something is asked: completion reads the options alone.
from pressdesk.cli.commands.block.options import Asked, Shape, check_options
from pressdesk.cli.completion import complete_who
from pressdesk.settings import Settings


def block(
    context: typer.Context,
    asked: Asked,
    shape: Shape,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHO...",
            help="Offices or contacts, in this order: key, city, name or words of it.",
            autocompletion=complete_who,
        ),
    ] = None,
) -> int:
    """Print the contact block that closes a release.

    \b
      pressdesk block "washington dc"
      pressdesk block washington geneva --lang fr --style inline
      pressdesk block geneva --topic shelter --max 1 --why
      pressdesk block geneva --format html -o contact.html
      pressdesk block --all -o footers/
      pressdesk block --batch requests.jsonl > blocks.jsonl

    An office is printed with everybody on duty there, those who speak the language first; when
    nobody is there, the office it reports to answers, and stderr says so. In the place of somebody
    who has left stands the successor. Internal numbers and addresses are printed only with
    --internal.

    A request of --batch is {"office": "geneva"}, with lang, style, format, on, topic, speaks, max,
    lead_in, internal, strict_language and id as you need them (docs/formats.md).

    Exit status: 0 printed, 1 no such office or style, or some of --all or --batch failed, 3 a name
    that several have, 4 nobody can be reached, 5 a file cannot be read or written.
    """
    settings: Settings = context.obj
    check_options(who, asked, shape)
    if shape.batch is not None:
        from pressdesk.cli.commands.block.batch import answer_batch

        return answer_batch(settings, shape.batch, asked, shape)
    if shape.every:
        from pressdesk.cli.commands.block.files import write_all

        return write_all(settings, asked, shape)
    from pressdesk.cli.commands.block.single import print_block

    print_block(settings, who or [], asked, shape)
    return 0
