import io
import sys

import pytest

from pressdesk.cli.screen import progress as module
from pressdesk.cli.screen.progress import progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, *, patience: float, stream: io.StringIO) -> str:
    """Give what stands on stderr after ten things were done."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with progress("importing", 10) as advance:
        for _ in range(10):
            advance(1)
    return stream.getvalue()


def test_what_takes_long_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its word, and how far it is."""
    text = shown(monkeypatch, patience=0, stream=Terminal())
    assert "importing" in text
    assert "10/10" in text


def test_what_is_quick_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar that flashes by helps nobody."""
    assert shown(monkeypatch, patience=60, stream=Terminal()) == ""


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts read stderr too."""
    assert shown(monkeypatch, patience=0, stream=io.StringIO()) == ""


@pytest.mark.parametrize("is_quiet", [True, False])
def test_without_stderr_or_when_quiet_nothing_fails(
    monkeypatch: pytest.MonkeyPatch,
    is_quiet: bool,  # noqa: FBT001
) -> None:
    """Work goes on."""
    monkeypatch.setattr(sys, "stderr", Terminal() if is_quiet else None)
    monkeypatch.setattr(module, "_PATIENCE", 0)
    with progress("importing", 10, is_quiet=is_quiet) as advance:
        advance(10)
    assert not is_quiet or sys.stderr.getvalue() == ""  # type: ignore[union-attr]
