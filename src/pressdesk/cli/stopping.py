"""A stop in the middle of many files: the message says what was done until then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def telling_if_stopped(tell: Callable[[], str]) -> Iterator[None]:
    """When Ctrl-C or SIGTERM ends the body, put the sentence of `tell` into the error.

    tell: says what was done until then; it may write a report.
    """
    try:
        yield
    except Exception:
        raise
    except BaseException as error:
        error.args = (tell(),)
        raise


def counted_files(done: int, files: int, what: str) -> str:
    """Return how far a command came: "2 of 30 files were done, perhaps the next one too"."""
    were = "was" if done == 1 else "were"
    of = f"{done} of {files} file{'' if files == 1 else 's'}"
    return f"{of} {were} {what}, perhaps the next one too; the others are as they were"
