"""A stop in the middle of many files: what was done is told, for nobody could see it else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def telling_if_stopped(tell: Callable[[], str]) -> Iterator[None]:
    """When Ctrl-C or SIGTERM ends what is inside, give the error the sentence that `tell` makes.

    It says what was done until then, and may report it.
    """
    try:
        yield
    except Exception:
        raise
    except BaseException as error:
        error.args = (tell(),)
        raise


def counted_files(done: int, files: int, what: str) -> str:
    """Say how far a command came: "2 of 30 files were done, perhaps the next one too"."""
    were = "was" if done == 1 else "were"
    of = f"{done} of {files} file{'' if files == 1 else 's'}"
    return f"{of} {were} {what}, perhaps the next one too; the others are as they were"
