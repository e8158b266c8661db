"""What the user set: flags first, then the environment, then defaults; read by cli alone."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pressdesk.errors import OptionsError

NAME = "pressdesk"
DEFAULT_TIMEOUT = 5.0


class Settings(NamedTuple):
    """Where the directory is and how to talk about it.

    timeout: seconds to wait while another process writes. language: BCP 47, for blocks of offices
    that name none. is_quiet: no talk of what went well.
    """

    path: Path
    timeout: float = DEFAULT_TIMEOUT
    language: str | None = None
    is_quiet: bool = False


def read_settings(
    db: str | None, *, is_quiet: bool = False, environment: Mapping[str, str] = os.environ
) -> Settings:
    """Read the settings; raise OptionsError for one that cannot be meant.

    db: the path from the command line, which wins over PRESSDESK_DB and the default place.
    """
    path = db or environment.get("PRESSDESK_DB")
    return Settings(
        Path(path) if path else data_folder(environment) / "directory.db",
        _timeout(environment.get("PRESSDESK_TIMEOUT")),
        environment.get("PRESSDESK_LANG") or None,
        is_quiet,
    )


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Give the platform's folder for a user's data."""
    if _follows_xdg():
        return _xdg_folder(environment, "XDG_DATA_HOME", ".local/share")
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Give the platform's folder for logs and details of bugs."""
    if _follows_xdg():
        return _xdg_folder(environment, "XDG_STATE_HOME", ".local/state")
    from platformdirs import user_state_path

    return user_state_path(NAME, appauthor=False)


def _follows_xdg() -> bool:
    return sys.platform == "linux"


def _xdg_folder(environment: Mapping[str, str], variable: str, default: str) -> Path:
    # The rule of platformdirs (a test holds the two together), without the 10 ms of its import:
    # every lookup asks for the default place.
    base = environment.get(variable, "").strip()
    folder = Path(base) if base.startswith("/") else Path.home() / default
    return folder / NAME


def _timeout(text: str | None) -> float:
    if not text:
        return DEFAULT_TIMEOUT
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= 3600:
        raise OptionsError(f'PRESSDESK_TIMEOUT "{text}": is not a number of seconds up to 3600')
    return seconds
