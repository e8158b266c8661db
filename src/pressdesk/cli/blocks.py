"""`pressdesk block`: the contact block, on stdout or in a file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from pressdesk.answers.answer import Answer, Answers
from pressdesk.answers.request import BlockRequest
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import CARD, Style, find_style
from pressdesk.cli import output
from pressdesk.cli.block_options import Asked, Shape, check_options
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


def blocks_text(answered: Sequence[Answer], asked: Asked, shape: Shape, settings: Settings) -> str:
    """Give the blocks in the form that was asked for; several are parted by a blank line.

    As JSON one block is an object and several are an array.
    """
    if not shape.is_data:
        style = with_lead_in(style_named(chosen_style(shape, settings)), asked.lead_in)
        return "\n".join(render_block(one.block, style, shape.output_format) for one in answered)
    from pressdesk.blocks.json_block import block_data

    return data_text([block_data(one.block) for one in answered], shape)


def data_text(records: Sequence[dict[str, Any]], shape: Shape, *, is_list: bool = False) -> str:
    """Give records as JSON: each on a line, or one object, or an array (is_list: always)."""
    if shape.output_format == "jsonl":
        return "".join(output.json_line(one) for one in records)
    return output.json_text(records if is_list or len(records) > 1 else records[0])


def chosen_style(shape: Shape, settings: Settings) -> str:
    """Give the name of the style: as asked, else as set, else the card."""
    return next(one for one in (shape.style, settings.style, CARD.name) if one is not None)


def style_named(name: str) -> Style:
    """Get a style by its name; a house's own is read from its file only when it is asked for."""
    found = find_style(name)
    if found is None:
        from pressdesk.cli.styles import find_style_named

        found = find_style_named(name)
    return found


def with_lead_in(style: Style, lead_in: str | None) -> Style:
    """Give the style without a lead-in of its own where one was asked for."""
    return style if lead_in is None else style._replace(lead_in=())


def say_notes(
    answered: Sequence[Answer], requests: Sequence[BlockRequest], *, is_why: bool
) -> None:
    """Say what should be known about blocks, each once; is_why: and how people were chosen."""
    for note in dict.fromkeys(note for one in answered for note in one.notes):
        output.say(f"pressdesk: {note}")
    if is_why:
        from pressdesk.cli.why import explain

        for answer, request in zip(answered, requests, strict=True):
            for line in explain(answer, request):
                output.say(f"pressdesk: {line}")


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
