"""How blocks are printed, whoever asked for them: their style, their form, what is said of them."""

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
    """Give the blocks in the form that was asked for; several are parted by a blank line.

    As JSON one block is an object and several are an array.
    """
    if not shape.is_data:
        style = with_lead_in(get_style(chosen_style(shape, settings)), asked.lead_in)
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


def inputs_of(shape: Shape, settings: Settings) -> list[Path]:
    """Return the files that printing reads: the directory, and the style where it is a file."""
    name = chosen_style(shape, settings)
    if find_style(name):
        return [settings.path]
    return [settings.path, style_file(name)]


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
        from pressdesk.cli.commands.block.why import explain

        for answer, request in zip(answered, requests, strict=True):
            for line in explain(answer, request):
                output.say(f"pressdesk: {line}")
