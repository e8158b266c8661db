"""`pressdesk block --batch`: a line of JSON for each request, a line for each answer.

What is wrong with one request is its answer, and never stops the others. Lines are read in groups:
what a group needs is asked of the directory at once, and memory does not grow with their number.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from pressdesk.answers.answer import Answer, Answers
from pressdesk.blocks.json_block import block_data
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import Style
from pressdesk.cli.commands.block.batch_lines import Line, LineReader, numbered_lines
from pressdesk.cli.commands.block.options import Asked, Shape
from pressdesk.cli.commands.block.output import chosen_style, with_lead_in
from pressdesk.cli.options.opening import reading
from pressdesk.cli.screen import output
from pressdesk.cli.screen.sinks import open_stdin
from pressdesk.cli.styles import get_style
from pressdesk.errors import OptionsError, PressdeskError, Scope
from pressdesk.files.reading import open_for_reading
from pressdesk.settings import Settings

# Requests whose offices and people are read at once: more take more memory, and no less time.
AT_ONCE = 250


def answer_batch(settings: Settings, name: str, asked: Asked, shape: Shape) -> int:
    """Answer the requests of a file or of stdin ("-"); options say what a request does not.

    Return the exit status: 1 when any request failed, else 0.
    """
    if shape.target not in {None, "-"}:
        raise OptionsError("--batch writes its lines to stdout: use > FILE instead of -o")
    if asked.why or len(asked.lang or ()) > 1:
        raise OptionsError("--batch takes no --why and at most one --lang: a line is one block")
    (usual,) = asked.requests(())
    form = "json" if shape.output_format == "jsonl" else shape.output_format
    reader = LineReader(usual, chosen_style(shape, settings), form)
    failed = False
    with _opened(name) as stream, reading(settings) as directory:
        batch = _Batch(Answers(directory, settings.language, suggests=False))
        lines = numbered_lines(stream)
        while group := [reader.read(*line) for line in islice(lines, AT_ONCE)]:
            for record in batch.answer(group):
                failed |= "error" in record
                output.write(output.exact_json_line(record))
            output.flush()
    return 1 if failed else 0


class _Batch:
    """Answers lines; a style is read once."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._styles: dict[str, Style] = {}

    def answer(self, group: Sequence[Line]) -> Iterator[dict[str, Any]]:
        """Yield the answer to each line, in their order."""
        self._answers.prepare(line.request for line in group if line.request)
        for line in group:
            try:
                yield self._answer_line(line)
            except PressdeskError as error:
                if error.scope > Scope.FILE:  # a style's file concerns the lines that name it
                    raise
                problem = {"status": error.exit_code, "message": str(error)}
                yield {"id": line.identity, "line": line.number, "error": problem}

    def _answer_line(self, line: Line) -> dict[str, Any]:
        if line.error is not None or line.request is None:
            raise line.error or OptionsError("no request")
        style = with_lead_in(self._style(line.style), line.request.lead_in)
        answer = self._answers.answer(line.request)
        return {
            "id": line.identity,
            "language": answer.block.language,
            **_printed(answer, style, line.form),
            "notes": answer.notes,
        }

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            self._styles[name] = get_style(name)
        return self._styles[name]


def _printed(answer: Answer, style: Style, form: str) -> dict[str, Any]:
    if form == "json":
        return {"block": block_data(answer.block)}
    return {"text": render_block(answer.block, style, form)}


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name != "-":
        with open_for_reading(Path(name)) as file:
            yield file
        return
    stream = open_stdin()
    if sys.stdin.isatty():
        output.say('pressdesk: one request a line, as in {"office": "geneva"}; Ctrl-D ends')
    yield stream
