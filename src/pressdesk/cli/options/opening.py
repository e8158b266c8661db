"""Opening the directory as the settings say, for a lookup or for a change."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from pressdesk.cli.screen import output
from pressdesk.directory.store import Directory
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

if TYPE_CHECKING:
    from pressdesk.directory.connection import Upgrade
    from pressdesk.directory.editor import DirectoryEditor
    from pressdesk.directory.history.operations import PastOperation
    from pressdesk.directory.history.recording import OperationKind
    from pressdesk.model import Office


@contextmanager
def reading(settings: Settings) -> Iterator[Directory]:
    """Open for reading."""
    with Directory.open(settings.path, timeout=settings.timeout) as directory:
        directory.picked = settings.picked
        yield directory


@contextmanager
def as_recorded(directory: Directory, day: str | None) -> Iterator[Directory]:
    """Yield the directory as it was at the end of a day; None: as it is.

    Raises InvalidValueError for what is no day.
    """
    if day is None:
        yield directory
        return
    from pressdesk.directory.history.past import open_past  # imports sqlite_utils
    from pressdesk.values.days import parse_day

    with open_past(directory, parse_day("on", day)) as past:
        yield past


def find_office(text: str | None, settings: Settings) -> "Office | None":
    """Return the office that an option names; None without it. Raises what resolution raises."""
    if text is None:
        return None
    with reading(settings) as directory:
        return directory.get_office(text)


def load_readers(emails: object = True, phones: object = True) -> None:  # given or not
    """Import what reads addresses and numbers, before anybody waits for the lock.

    emails, phones: what was given of them; nothing is imported for nothing.
    """
    if emails:
        import_module("pressdesk.values.email_reading")
    if phones:
        import_module("pressdesk.values.phone_reading")


@contextmanager
def changing(
    settings: Settings,
    command: str,
    *,
    kind: "OperationKind" = "edit",
    undoes: "PastOperation | None" = None,
    create: bool = False,
) -> Iterator["DirectoryEditor"]:
    """Open for one change.

    command: its name in the history. kind: what it does. undoes: what it takes back. create: make a
    missing file.
    A directory on a network share is warned of: locks there are not reliable.
    """
    with Directory.edit(
        settings.path,
        command=command,
        kind=kind,
        undoes=undoes,
        actor=settings.user,
        timeout=settings.timeout,
        create=create,
        on_upgrade=say_upgrade,
    ) as directory:
        directory.picked = settings.picked
        yield directory
    from pressdesk.directory.mounts import find_network_share

    if share := find_network_share(settings.path):
        output.warn(
            f"{settings.path} is on a network share ({share}), where two people who write at once "
            "can damage it: keep the directory on a local disk"
        )


def say_upgrade(done: "Upgrade") -> None:
    """Say that the directory was made by an older pressdesk, and where its copy is."""
    output.say(
        f"the directory was brought up to date (it was of version {done.version}); "
        f"as it was, it is in {visible(str(done.backup))}"
    )
