"""Details of a bug, saved for its report: where it was, never what was in the data."""

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from pressdesk import __version__
from pressdesk.cli.screen import output
from pressdesk.errors import PressdeskError
from pressdesk.files.atomic import make_private_folder
from pressdesk.settings import state_folder


def report_bug(error: Exception, arguments: list[str]) -> str:
    """Save the details (mode 0600) and return the sentence that says where.

    The details name files, lines and functions. The error's own text and the values may be
    somebody's data: they are shown only with --debug, on stderr.
    """
    if os.environ.get("PRESSDESK_DEBUG"):
        output.warn("the following details may hold personal data")
        output.say("".join(traceback.format_exception(error)).rstrip("\n"))
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    sentence = f"this is a bug in pressdesk ({type(error).__name__}); nothing was changed"
    try:
        path = _save(_details(error, kind, arguments))
    except (OSError, PressdeskError):
        return f"{sentence}; run it again with --debug to see the details"
    return f"{sentence}; details are in {path}"


def _details(error: Exception, kind: str, arguments: list[str]) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    options = [word.partition("=")[0] for word in arguments if word.startswith("-")]
    lines = [
        f"pressdesk {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"command: {arguments[0] if arguments else ''} {' '.join(options)}",
        f"error: {kind}",
        *places,
    ]
    return "\n".join(lines) + "\n"


def _save(details: str) -> Path:
    folder = state_folder()
    make_private_folder(folder)
    path = folder / f"bug-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(details)
    return path
