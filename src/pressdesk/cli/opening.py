"""Opening the directory as the settings say, for a lookup or for a change."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pressdesk.cli import output
from pressdesk.directory.store import Directory
from pressdesk.settings import Settings

if TYPE_CHECKING:
    from pressdesk.directory.editor import DirectoryEditor


@contextmanager
def reading(settings: Settings) -> Iterator[Directory]:
    """Open for reading."""
    with Directory.open(settings.path, timeout=settings.timeout) as directory:
        directory.picked = settings.picked
        yield directory


@contextmanager
def changing(
    settings: Settings, command: str, *, create: bool = False
) -> Iterator["DirectoryEditor"]:
    """Open for one change; command: its name in the history; create: make a missing file.

    A directory on a network share is warned of: locks there are not reliable.
    """
    with Directory.edit(
        settings.path, command=command, timeout=settings.timeout, create=create
    ) as directory:
        directory.picked = settings.picked
        yield directory
    from pressdesk.directory.mounts import find_network_share

    if share := find_network_share(settings.path):
        output.warn(
            f"{settings.path} is on a network share ({share}), where two people who write at once "
            "can damage it: keep the directory on a local disk"
        )
