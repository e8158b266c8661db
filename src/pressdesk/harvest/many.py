"""Many releases: read one after the other, or by two workers where that is worth their start."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pressdesk.errors import PressdeskError, Scope
from pressdesk.files.reading import read_bytes
from pressdesk.harvest.evidence import Evidence, find_evidence
from pressdesk.releases.editing import MOST_BYTES
from pressdesk.releases.formats import get_form

# So many releases before a second worker saves more time than it takes to start.
_MANY = 400
_CHUNK = 50


class Outcome(NamedTuple):
    """What came of one file: its evidence, or the sentence and exit status of an error."""

    name: str
    evidence: list[Evidence]
    error: str | None = None
    exit_code: int = 0


class Manner(NamedTuple):
    """How files are read: a format for all of them, the country of numbers without "+"."""

    form: str | None = None
    country: str | None = None


def read_files(names: Iterable[str], manner: Manner) -> Iterator[Outcome]:
    """Read files in their order; no more than some chunks are in memory."""
    remaining = iter(names)
    first = list(islice(remaining, _MANY))
    if len(first) < _MANY or (os.cpu_count() or 1) < 2:
        for name in (*first, *remaining):
            yield read_file(name, manner)
        return
    yield from _read_by_two(_chunks(first, remaining), manner)


def read_file(name: str, manner: Manner) -> Outcome:
    """Read one file; a file that cannot be read becomes a sentence."""
    try:
        content = read_bytes(Path(name), MOST_BYTES)
        form = manner.form or get_form(name)
        return Outcome(name, find_evidence(name, content, form, country=manner.country))
    except PressdeskError as error:
        if error.scope > Scope.FILE:
            raise
        return Outcome(name, [], str(error), error.exit_code)


def _chunks(first: list[str], remaining: Iterator[str]) -> Iterator[list[str]]:
    for start in range(0, len(first), _CHUNK):
        yield first[start : start + _CHUNK]
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


def _read_by_two(chunks: Iterator[list[str]], manner: Manner) -> Iterator[Outcome]:
    with ProcessPoolExecutor(2) as pool:
        waiting: deque[Future[list[Outcome]]] = deque()
        for chunk in chunks:
            waiting.append(pool.submit(_read_chunk, chunk, manner))
            if len(waiting) > 4:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _read_chunk(names: list[str], manner: Manner) -> list[Outcome]:
    return [read_file(name, manner) for name in names]
