"""Each error says on its class what it ends, and how the program ends with it."""

import importlib
import pkgutil

import pytest

import pressdesk
from pressdesk.cli.screen.output import OutputError
from pressdesk.errors import (
    FileError,
    InvalidFileError,
    InvalidValueError,
    OptionsError,
    PressdeskError,
    Scope,
    UnclearError,
)
from pressdesk.errors.directory import DirectoryBusyError


def family() -> list[type[PressdeskError]]:
    """Find every error of the program, wherever it stands."""
    for module in pkgutil.walk_packages(pressdesk.__path__, "pressdesk."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: list[type[PressdeskError]] = []
    waiting = [PressdeskError]
    while waiting:
        children = waiting.pop().__subclasses__()
        found += children
        waiting += children
    return found


def test_every_error_says_what_it_ends_and_its_status() -> None:
    """The root says neither for them; a status is one of the contract."""
    assert not hasattr(PressdeskError, "scope")
    for error in family():
        assert isinstance(error.scope, Scope), error
        assert error.exit_code in {0, 1, 2, 3, 4, 5, 130}, error


@pytest.mark.parametrize(
    ("error", "scope"),
    [
        (InvalidValueError, Scope.ROW),
        (UnclearError, Scope.ROW),
        (InvalidFileError, Scope.FILE),
        (FileError, Scope.FILE),
        (OutputError, Scope.RUN),
        (DirectoryBusyError, Scope.RUN),
        (OptionsError, Scope.RUN),
    ],
)
def test_what_errors_end(error: type[PressdeskError], scope: Scope) -> None:
    """A file of the directory, and stdout, are no files among many."""
    assert error.scope is scope


def test_a_field_can_be_called_otherwise() -> None:
    """Its sentence follows, and nobody has to take it apart."""
    error = InvalidValueError("title", "x", "is too long.", "shorten it")
    french = error.of("title", "fr")
    assert str(error) == 'title "x": is too long; shorten it'
    assert str(french) == 'title (fr) "x": is too long; shorten it'
    assert (french.field, french.language, french.problem) == (
        "title", "fr", '"x": is too long; shorten it'
    )  # fmt: skip
