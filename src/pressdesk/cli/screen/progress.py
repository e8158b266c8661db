"""A bar for what takes long: on a terminal, from the second second on, and gone at the end."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

from pressdesk.cli.screen.output import has_colour

_PATIENCE = 1.0


@contextmanager
def progress(
    what: str, total: int | None, *, is_quiet: bool = False
) -> Iterator[Callable[[int], None]]:
    """Yield what is to be called with each count of things that are done.

    what: the word before the bar. total: how many things there are, if it is known. Nothing is
    shown where stderr is no terminal, and nothing before a second has passed.
    """
    if is_quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    bar = _Bar(what, total)
    try:
        yield bar.advance
    finally:
        bar.stop()


class _Bar:
    """A bar that appears when it is worth it; Rich is imported only then."""

    def __init__(self, what: str, total: int | None) -> None:
        self._what = what
        self._total = total
        self._done = 0
        self._started = monotonic()
        self._shown: Any = None

    def advance(self, count: int) -> None:
        self._done += count
        if self._shown is None:
            if monotonic() - self._started < _PATIENCE:
                return
            self._shown = _rich_progress()
            self._shown.add_task(self._what, total=self._total)
            self._shown.start()
        self._shown.update(self._shown.task_ids[0], completed=self._done)

    def stop(self) -> None:
        if self._shown is not None:
            self._shown.stop()


def _rich_progress() -> Any:  # noqa: ANN401  # naming its type would import rich
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(
        stderr=True,
        color_system="auto" if has_colour(sys.stderr) else None,
        markup=False,
        emoji=False,
        highlight=False,
    )
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    # Transient: what was said stays, the bar does not.
    return Progress(*columns, console=console, transient=True)
