"""`pressdesk block`: the contact block, on stdout or in a file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from pressdesk.answers.answer import Answers
from pressdesk.cli import output
from pressdesk.cli.block_options import Asked, Shape, check_options
from pressdesk.cli.block_output import blocks_text, say_notes
from pressdesk.cli.completion import complete_who
from pressdesk.cli.opening import reading
from pressdesk.directory.store import Directory
from pressdesk.errors import NotFoundError, PressdeskError
from pressdesk.model import Contact, Office
from pressdesk.settings import Settings


def block(
    context: typer.Context,
    asked: Asked,
    shape: Shape,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHO...",
            help="Offices or contacts, in this order.",
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
    check_options(who, shape)
    if shape.batch is not None:
        from pressdesk.cli.block_batch import answer_batch

        return answer_batch(settings, shape.batch, asked, shape)
    if shape.every:
        from pressdesk.cli.block_files import write_all

        return write_all(settings, asked, shape)
    requests = asked.requests(who or [])
    with reading(settings) as directory, _quotes_missed(directory, who or []):
        answers = Answers(directory, settings.language)
        answered = [answers.answer(one) for one in requests]
    say_notes(answered, requests, is_why=asked.why)
    text = blocks_text(answered, asked, shape, settings)
    if shape.target is None or shape.target == "-":
        output.write(text)
        return 0
    from pressdesk.cli.block_files import write_one

    write_one(settings, shape, text)
    return 0


@contextmanager
def _quotes_missed(directory: Directory, who: Sequence[str]) -> Iterator[None]:
    """Where words are no names, but together are one, suggest that with its quotation marks."""
    try:
        yield
    except NotFoundError as error:
        together = " ".join(who)
        if len(who) > 1 and isinstance(_found(directory, together), Office | Contact):
            raise NotFoundError(error.what, error.text, [together]) from error
        raise


def _found(directory: Directory, text: str) -> Office | Contact | None:
    try:
        return directory.get(text)
    except PressdeskError:
        return None
