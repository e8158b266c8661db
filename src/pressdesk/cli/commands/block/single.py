"""One block, of the offices and contacts that are named: on stdout or in a file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pressdesk.answers.answer import Answers
from pressdesk.cli.commands.block.options import Asked, Shape
from pressdesk.cli.commands.block.output import blocks_text, inputs_of, say_notes
from pressdesk.cli.options.opening import as_recorded, reading
from pressdesk.cli.screen import output
from pressdesk.cli.screen.sinks import open_sink
from pressdesk.directory.store import Directory
from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, Office
from pressdesk.settings import Settings


def print_block(settings: Settings, who: Sequence[str], asked: Asked, shape: Shape) -> None:
    """Print the block of these offices and contacts, once for each language that was asked for."""
    requests = asked.requests(who)
    recorded = asked.on if shape.as_recorded else None
    with (
        reading(settings) as now,
        as_recorded(now, recorded) as directory,
        _quotes_missed(directory, who),
    ):
        answers = Answers(directory, settings.language)
        answered = [answers.answer(request) for request in requests]
    say_notes(answered, requests, is_why=asked.why)
    text = blocks_text(answered, asked, shape, settings)
    with open_sink(shape.target, inputs_of(shape, settings), is_forced=shape.force) as sink:
        sink.write(text)
    if sink.path and not settings.is_quiet:
        output.say(f"wrote {sink.path}")


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
    except (NotFoundError, AmbiguousError):
        return None
