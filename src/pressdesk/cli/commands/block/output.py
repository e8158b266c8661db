"""What all ways to print blocks share: the style, the format, the notes on stderr."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pressdesk.answers.answer import Answer
from pressdesk.answers.request import BlockRequest
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import CARD, Style, find_style
from pressdesk.cli.commands.block.options import Asked, Shape
from pressdesk.cli.screen import output
from pressdesk.cli.styles import get_style, style_file
from pressdesk.settings import Settings


def blocks_text(answered: Sequence[Answer], asked: Asked, shape: Shape, settings: Settings) -> str:
    """Return the blocks in the format that was asked for, with a blank line between them.

    In JSON one block is an object, and several are an array.
    """
    if not shape.is_data:
        style = with_lead_in(get_style(chosen_style(shape, settings)), asked.lead_in)
        return "\n".join(
            render_block(answer.block, style, shape.output_format) for answer in answered
        )
    from pressdesk.blocks.json_block import block_data

    return data_text([block_data(answer.block) for answer in answered], shape)


def data_text(records: Sequence[dict[str, Any]], shape: Shape, *, is_list: bool = False) -> str:
    """Return records as JSON: each on a line, or one object, or an array (is_list: always)."""
    if shape.output_format == "jsonl":
        return "".join(output.json_line(record) for record in records)
    return output.json_text(records if is_list or len(records) > 1 else records[0])


def chosen_style(shape: Shape, settings: Settings) -> str:
    """Return the name of the style: as asked, else as set, else the card."""
    return next(name for name in (shape.style, settings.style, CARD.name) if name is not None)


def inputs_of(shape: Shape, settings: Settings) -> list[Path]:
    """Return the files that printing reads: the directory, and the style where it is a file."""
    name = chosen_style(shape, settings)
    if find_style(name):
        return [settings.path]
    return [settings.path, style_file(name)]


def with_lead_in(style: Style, lead_in: str | None) -> Style:
    """Return the style; without its own lead-in where another was asked for."""
    return style if lead_in is None else style._replace(lead_in=())


def say_notes(
    answered: Sequence[Answer], requests: Sequence[BlockRequest], *, is_why: bool
) -> None:
    """Say each note on the blocks once; is_why: say too how their people were chosen."""
    for note in dict.fromkeys(note for answer in answered for note in answer.notes):
        output.say(f"pressdesk: {note}")
    if is_why:
        from pressdesk.cli.commands.block.why import explain

        for answer, request in zip(answered, requests, strict=True):
            for line in explain(answer, request):
                output.say(f"pressdesk: {line}")
