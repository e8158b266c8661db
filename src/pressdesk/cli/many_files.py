"""A command over many files: one progress, one way on after a file that fails, one exit status."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from pressdesk.cli.screen import output
from pressdesk.cli.screen.progress import progress
from pressdesk.cli.stopping import counted_files, telling_if_stopped
from pressdesk.errors import PressdeskError, Scope
from pressdesk.text.visible import visible

T = TypeVar("T")


@dataclass(slots=True)
class ManyFiles:
    """Files one after the other.

    verb: what is done to them, before the bar. changed_as: the word for a file that was changed
    ("mended"); None where the command changes none. total: how many they are, if that is known.
    count: how many were begun, folders that could not be read included. changed: how many were.
    failures: the exit statuses of those that failed.
    """

    verb: str
    is_quiet: bool
    changed_as: str | None = None
    total: int | None = None
    count: int = 0
    changed: int = 0
    failures: list[int] = field(default_factory=list)

    def each(
        self, items: Iterable[T], work: Callable[[T], object], finish: Callable[[], object]
    ) -> None:
        """Do the work for each, whatever became of the others.

        finish: writes what waited for the end; it is called when the command is stopped, too.
        """

        def stop() -> str:
            finish()
            if self.changed_as is None:
                return "nothing was changed"
            return counted_files(self.changed, self.total or self.count, self.changed_as)

        bar = progress(self.verb, self.total, is_quiet=self.is_quiet)
        with telling_if_stopped(stop), bar as advance:
            for item in items:
                self.count += 1
                try:
                    work(item)
                except PressdeskError as error:
                    self.refuse(error)
                advance(1)
        finish()

    def refuse(self, error: PressdeskError) -> None:
        """Say why a file failed; raise an error that is not of one file alone."""
        if error.scope > Scope.FILE:
            raise error
        self.note(str(error), error.exit_code)

    def note(self, sentence: str, status: int) -> None:
        """Say why a file failed, and keep its exit status."""
        self.failures.append(status)
        output.fail(sentence, status)

    def fail(self, error: PressdeskError) -> None:
        """Count a folder that cannot be read among the files that fail."""
        self.count += 1
        self.refuse(error)

    def skip(self, name: str, reason: str) -> None:
        """Say that something was passed over."""
        output.warn(f"{visible(name)} {reason}: passed over")

    def status(self, otherwise: int = 0) -> int:
        """Return the exit status: 1 where some failed, the first failure's own where all did.

        otherwise: where none did.
        """
        if not self.failures:
            return otherwise
        return self.failures[0] if len(self.failures) == self.count else 1
