"""What the user set: flags first, then the environment, then defaults; read by cli alone."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pressdesk.errors import OptionsError
from pressdesk.text.visible import visible

NAME = "pressdesk"
DEFAULT_TIMEOUT = 5.0
_LONGEST_USER = 100


class Settings(NamedTuple):
    """Where the directory is and how to talk about it.

    timeout: seconds to wait while another process writes. language: BCP 47, for blocks of offices
    that name none. is_quiet: no talk of what went well. style: the name of a block style.
    user: the name under which changes are recorded, if not the one on this machine.
    picked: which office or contact was picked at the terminal for a name that several have.
    """

    path: Path
    timeout: float = DEFAULT_TIMEOUT
    language: str | None = None
    is_quiet: bool = False
    style: str | None = None
    user: str | None = None
    picked: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType({})


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
        environment.get("PRESSDESK_STYLE") or None,
        visible(environment.get("PRESSDESK_USER", "").strip())[:_LONGEST_USER] or None,
    )


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the platform's folder for a user's data; raise OptionsError where there is none."""
    if folder := _xdg_folder(environment, "XDG_DATA_HOME", ".local/share"):
        return folder
    from platformdirs import user_data_path

    with _named_error():
        return user_data_path(NAME, appauthor=False)


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the platform's folder for details of bugs; raise OptionsError where there is none."""
    if folder := _xdg_folder(environment, "XDG_STATE_HOME", ".local/state"):
        return folder
    from platformdirs import user_state_path

    with _named_error():
        return user_state_path(NAME, appauthor=False)


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the platform's folder for own settings; raise OptionsError where there is none."""
    if folder := _xdg_folder(environment, "XDG_CONFIG_HOME", ".config"):
        return folder
    from platformdirs import user_config_path

    with _named_error("set it, or use a built-in style"):
        return user_config_path(NAME, appauthor=False)


def _xdg_folder(environment: Mapping[str, str], variable: str, default: str) -> Path | None:
    """Return the folder on Linux; None elsewhere, or when the environment names no home."""
    if sys.platform != "linux":
        return None
    # The rule of platformdirs (a test holds the two together), without the 10 ms of its import:
    # every lookup asks for the default place.
    base, home = environment.get(variable, ""), environment.get("HOME", "")
    if base.startswith("/"):
        return Path(base) / NAME
    return Path(home) / default / NAME if home.startswith("/") else None


@contextmanager
def _named_error(remedy: str = "name the directory's file with --db") -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise OptionsError(f"there is no home folder (HOME is not set): {remedy}") from error


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
