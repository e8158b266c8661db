import os
import pwd
import re
import sys
from pathlib import Path

import platformdirs
import pytest

from pressdesk.errors import OptionsError
from pressdesk.settings import (
    DEFAULT_TIMEOUT,
    NAME,
    Settings,
    config_folder,
    data_folder,
    read_settings,
    state_folder,
)

HOME = {"HOME": "/home/desk"}
DEFAULT = Path("/home/desk/.local/share/pressdesk/directory.db")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the rule of XDG is that of Linux")

PLACES = [
    ("given.db", {"PRESSDESK_DB": "/named.db"}, Path("given.db")),
    (None, {"PRESSDESK_DB": "/named.db"}, Path("/named.db")),
    ("", {"PRESSDESK_DB": "/named.db"}, Path("/named.db")),
    (None, {"PRESSDESK_DB": "relative.db"}, Path("relative.db")),
    ("/some/a ?#%.db", {}, Path("/some/a ?#%.db")),
    pytest.param(None, {}, DEFAULT, marks=on_linux),
    pytest.param(None, {"PRESSDESK_DB": ""}, DEFAULT, marks=on_linux),
    pytest.param(
        None, {"XDG_DATA_HOME": "/data"}, Path("/data/pressdesk/directory.db"), marks=on_linux
    ),
]  # fmt: skip


@pytest.mark.parametrize(("db", "environment", "path"), PLACES)
def test_the_directory_is_where_the_nearest_word_says(
    db: str | None, environment: dict[str, str], path: Path
) -> None:
    """The option, then PRESSDESK_DB, then the user's data folder; an empty word is none."""
    assert read_settings(db, environment=HOME | environment).path == path


def test_nothing_is_made_by_looking() -> None:
    """A lookup leaves no folder behind."""
    folder = read_settings(None, environment=os.environ | {"PRESSDESK_DB": ""}).path.parent
    assert folder.name == NAME
    assert not folder.exists()


def test_the_rest_has_defaults() -> None:
    """Five seconds, no language, no style, and talk."""
    assert read_settings("a.db", environment={}) == Settings(
        Path("a.db"), 5.0, None, is_quiet=False, style=None
    )
    said = {"PRESSDESK_LANG": "fr", "PRESSDESK_TIMEOUT": "0.5", "PRESSDESK_STYLE": "house"}
    read = read_settings("a.db", is_quiet=True, environment=said)
    assert read == Settings(Path("a.db"), 0.5, "fr", is_quiet=True, style="house")


def test_an_empty_style_is_none() -> None:
    """As an empty language is; whether there is such a style is asked where one is printed."""
    assert read_settings("a.db", environment={"PRESSDESK_STYLE": ""}).style is None
    assert read_settings("a.db", environment={"PRESSDESK_STYLE": "../x"}).style == "../x"


@pytest.mark.parametrize(
    ("text", "seconds"), [("", DEFAULT_TIMEOUT), ("0", 0), ("30", 30), ("2.5", 2.5), ("3600", 3600)]
)
def test_the_timeout_is_a_number_of_seconds(text: str, seconds: float) -> None:
    """An empty one is the default."""
    assert read_settings("a.db", environment={"PRESSDESK_TIMEOUT": text}).timeout == seconds


@pytest.mark.parametrize("text", ["soon", "-1", "3601", "nan", "inf", "1e9", "5 s", "0x10", " "])
def test_a_timeout_that_cannot_be_meant_is_refused(text: str) -> None:
    """Status 2: the environment is part of the command."""
    message = f'PRESSDESK_TIMEOUT "{text}": is not a number of seconds up to 3600'
    with pytest.raises(OptionsError, match=f"^{re.escape(message)}$") as caught:
        read_settings("a.db", environment={"PRESSDESK_TIMEOUT": text})
    assert caught.value.exit_code == 2


VARIABLES = [
    None,
    "",
    " ",
    "/data",
    "/data/",
    " /data",
    "/my data ",
    "data",
    "./data",
    "~/data",
    "//x",
]


@on_linux
@pytest.mark.parametrize("value", VARIABLES)
@pytest.mark.parametrize("home", ["/home/desk", "/home/desk/", "/", "relative", "", None])
def test_the_folders_are_those_of_platformdirs(
    value: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rule is ours, without its import: relative values are ignored."""
    variables = dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"), value)
    for name, text in (*variables.items(), ("HOME", home)):
        monkeypatch.delenv(name, raising=False)
        if text is not None:
            monkeypatch.setenv(name, text)
    assert data_folder() == platformdirs.user_data_path(NAME, appauthor=False)
    assert state_folder() == platformdirs.user_state_path(NAME, appauthor=False)
    assert config_folder() == platformdirs.user_config_path(NAME, appauthor=False)


def test_other_systems_ask_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have places of their own, and XDG has no say in ours."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert data_folder(HOME) == platformdirs.user_data_path(NAME, appauthor=False)
    assert state_folder(HOME) == platformdirs.user_state_path(NAME, appauthor=False)
    assert config_folder(HOME) == platformdirs.user_config_path(NAME, appauthor=False)


@on_linux
def test_a_user_without_a_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container; naming the file helps."""

    def nobody(user: int) -> object:
        raise KeyError(user)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.delenv("HOME")
    message = r"^there is no home folder \(HOME is not set\): name the directory's file with --db$"
    for folder in (data_folder, state_folder):
        with pytest.raises(OptionsError, match=message):
            folder()
    remedy = r"^there is no home folder \(HOME is not set\): set it, or use a built-in style$"
    with pytest.raises(OptionsError, match=remedy):
        config_folder()
    assert read_settings("a.db").path == Path("a.db")
