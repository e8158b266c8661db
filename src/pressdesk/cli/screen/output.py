"""The terminal: what goes to stdout and stderr is written here, and nowhere else.

stdout is data, stderr is talk. Rich is imported only for a table on a terminal.
"""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, TextIO

from pressdesk.errors import FileError, PressdeskError, Scope
from pressdesk.text.visible import visible

_WAYS = frozenset({"email", "tel", "phone", "mobile", "key", "code", "id", "at"})
_NARROWEST = 9


class ClosedPipeError(PressdeskError):
    """The reader of our output has read enough (`| head`): that is no failure."""

    exit_code = 0
    scope = Scope.RUN


class OutputError(FileError):
    """stdout takes nothing more: with another file a command would fare no better."""

    scope = Scope.RUN

    def __init__(self, reason: str) -> None:
        super().__init__("standard output", reason)


def prepare_streams() -> None:
    """Make sure that no character can stop the output: what a stream lacks is written out."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def write(text: str) -> None:
    """Write data to stdout as it is; raise ClosedPipeError or FileError."""
    if sys.stdout is None:
        raise OutputError("is closed; nothing can be printed")
    try:
        sys.stdout.write(text)
    except (OSError, ValueError) as error:
        raise stdout_error(error) from error


def flush() -> None:
    """Bring what was written to its reader; raise ClosedPipeError or FileError."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        raise stdout_error(error) from error


def write_json(data: Any) -> None:  # noqa: ANN401
    """Write data as JSON: UTF-8 unescaped, but nothing in it that could act on a terminal."""
    write(json_text(data))


def write_json_lines(records: Iterable[Any]) -> None:
    """Write records as JSON, each on a line of its own."""
    for record in records:
        write(json_line(record))


def json_text(data: Any) -> str:  # noqa: ANN401
    """Return data as JSON for people: indented; see write_json."""
    import json  # a lookup for people does without

    return json.dumps(_visible_data(data), ensure_ascii=False, indent=2) + "\n"


def json_line(data: Any) -> str:  # noqa: ANN401
    """Return data as one line of JSON; see write_json."""
    import json

    return json.dumps(_visible_data(data), ensure_ascii=False) + "\n"


def exact_json_line(data: Any) -> str:  # noqa: ANN401
    """Return data as one line of JSON that reads back as it is.

    Characters that could act on a terminal are written as the escapes of JSON; the isolates of a
    right-to-left block are among them.
    """
    encode, escape = _json_encoders()
    line = encode(data)
    if not line.isprintable():
        line = "".join(letter if letter.isprintable() else escape(letter)[1:-1] for letter in line)
    return f"{line}\n"


@cache
def _json_encoders() -> tuple[Callable[[Any], str], Callable[[Any], str]]:
    # json.dumps makes an encoder for each call.
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, allow_nan=False).encode, JSONEncoder().encode


def write_lines(lines: Iterable[str]) -> None:
    """Write lines that bring their own ends."""
    for line in lines:
        write(line)


def write_rows(rows: Iterable[Sequence[str]], end: str = "\n") -> None:
    """Write records of tab-separated cells; end: what ends a record."""
    for row in rows:
        write("\t".join(one_line(cell) for cell in row) + end)


def one_line(text: str, *, keep_tabs: bool = False) -> str:
    """Return text on one line in which nothing acts; keep_tabs: tabs stay between its cells."""
    if keep_tabs:
        return "\t".join(one_line(cell) for cell in text.split("\t"))
    return visible(" ".join(text.split()))


def write_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, full: bool = False
) -> None:
    """Write a table for people; cells are text and never markup.

    full: let long cells take several lines instead of cutting them with an ellipsis. Addresses and
    numbers are links on a terminal that may be coloured.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    if sys.stdout is None:
        raise OutputError("is closed; nothing can be printed")
    console = _console()
    cells = [[visible(cell) for cell in row] for row in rows]
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    widths = _widths(header, cells, console.width)
    # Half a number is no use: where not all have room, long cells take several lines.
    wraps = full or None in widths
    for title, width in zip(header, widths, strict=True):
        overflow: Any = "fold" if wraps else "ellipsis"
        table.add_column(title, overflow=overflow, no_wrap=not wraps, width=width)
    for row in cells:
        texts = (Text(cell, _link(name, cell)) for name, cell in zip(header, row, strict=True))
        table.add_row(*texts)
    console.print(table)


def _widths(
    header: Sequence[str], rows: Sequence[Sequence[str]], width: int
) -> Sequence[int | None]:
    """Share the width out so that addresses and numbers stay whole: cut, they are no use.

    None leaves it to Rich, where the terminal is too narrow for that.
    """
    from rich.cells import cell_len

    widest = [max(map(cell_len, column)) for column in zip(header, *rows, strict=True)]
    left = width - 2 - 3 * (len(header) - 1)
    left -= sum(wide for name, wide in zip(header, widest, strict=True) if name in _WAYS)
    others = [place for place, name in enumerate(header) if name not in _WAYS]
    if left < _NARROWEST * len(others):
        return [None] * len(header)
    # The narrow columns take what they need, and the others share the rest.
    for taken, place in enumerate(sorted(others, key=widest.__getitem__)):
        widest[place] = min(widest[place], left // (len(others) - taken))
        left -= widest[place]
    return widest


def _link(name: str, text: str) -> Any:  # noqa: ANN401  # naming its type would import rich
    """Return the style of a cell: a link to an address or a number, or nothing."""
    from rich.style import Style

    from pressdesk.values.uris import mailto_uri, tel_uri

    if not text or not is_terminal() or not has_colour(sys.stdout):
        return ""
    if name == "email":
        return Style(link=mailto_uri(text))
    if name in {"tel", "phone", "mobile"} and text.startswith("+"):
        number, _, extension = text.partition(" ext ")
        return Style(link=tel_uri(number, extension if extension.isdigit() else None))
    return ""


def is_terminal() -> bool:
    """Whether a person reads stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_colour(stream: TextIO | None) -> bool:
    """Whether a stream may be coloured (no-color.org; FORCE_COLOR; TERM=dumb)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and stream.isatty()


def say(text: str) -> None:
    """Say something to the person, on stderr; a closed stderr is no reason to fail."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write("\n".join(visible(line) for line in text.split("\n")) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        return


def ask(question: str) -> str:
    """Return the line that is typed behind a question on stderr; raise EOFError at the end."""
    sys.stderr.write(visible(question))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def warn(text: str) -> None:
    """Say what the person should look at again."""
    say(f"pressdesk: warning: {text}")


def fail(text: str, exit_code: int, *, form: str | None = None) -> None:
    """Say what went wrong: as a line, or as JSON where that was asked for.

    mutt reads nothing but stdout, and shows its first line: with that format the talk goes there.
    """
    if form == "mutt" and sys.stdout is not None:
        with suppress(PressdeskError):
            write(f"{one_line(text)}\n")
            flush()
    if form in {"json", "jsonl"}:
        import json

        data = _visible_data({"error": {"status": exit_code, "message": text}})
        say(json.dumps(data, ensure_ascii=False))
    else:
        say(f"pressdesk: {text}")


def silence() -> None:
    """Point a closed stdout at nothing, so that Python's own flush at the end stays quiet."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def _console() -> Any:  # noqa: ANN401  # naming its type would import rich
    from rich.console import Console

    return Console(
        file=sys.stdout,
        # Without a colour system Rich leaves bold and links out too, not colours alone.
        color_system="auto" if has_colour(sys.stdout) else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def stdout_error(error: Exception) -> PressdeskError:
    """Return the failure of stdout as an error of ours; nothing more is written there."""
    silence()
    if isinstance(error, BrokenPipeError):
        return ClosedPipeError()
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"cannot be written ({reason.lower()})")


def _visible_data(data: Any) -> Any:  # noqa: ANN401
    if isinstance(data, str):
        return visible(data)
    if isinstance(data, dict):
        return {key: _visible_data(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_visible_data(value) for value in data]
    return data
