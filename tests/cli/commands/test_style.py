"""`pressdesk style …`: the styles of the house, good, broken and missing."""

import json
import re
import shlex
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from pressdesk.blocks.house_style.doubts import find_doubts, sample_block
from pressdesk.blocks.house_style.load import load_style
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, BUILT_IN_FILES, CARD
from pressdesk.cli.completion import complete_style
from pressdesk.cli.screen import output
from pressdesk.cli.styles import get_style
from tests.conftest import ROOT, Run

GOOD = 'lines = ["{name}", "{ways}"]\n'
BAD = f'{GOOD}jion = " "\n'
NAMING = "name the file with small letters, digits and hyphens, as in house.toml"
SHOW = "`pressdesk style show card`"
PAGE = ROOT / "docs" / "styles.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make the folder of the house's styles."""
    made = tmp_path / "home" / ".config" / "pressdesk" / "styles"
    made.mkdir(parents=True)
    return made


# Listing


def test_the_built_in_styles_are_listed(run: Run, tmp_path: Path) -> None:
    """Where the house has none; and no folder is made."""
    done = run("pressdesk style list --fields name,kind")
    assert done == type(done)("card\tbuilt in\ninline\tbuilt in\nline\tbuilt in\n", "", 0)
    assert not (tmp_path / "home" / ".config").exists()


def test_a_broken_style_does_not_stop_the_list(run: Run, folder: Path) -> None:
    """It is listed with its problem, behind the built-in ones and by name."""
    (folder / "un.toml").write_text(GOOD)
    (folder / "broken.toml").write_text(BAD)
    (folder / "card.toml").write_text(GOOD)
    (folder / "No Name.toml").write_text(GOOD)
    (folder / "folder.toml").mkdir()
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    for name in (".hidden.toml", ".#un.toml", "un.toml~", "notes.txt"):
        (folder / name).write_text(GOOD)
    done = run("pressdesk style list")
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert rows[3:] == [
        [name, "house", str(folder / f"{name}.toml"), problem]
        for name, problem in (
            ("No Name", f'No Name.toml: "No Name" is no name of a style; {NAMING}'),
            ("broken", "broken.toml:2: jion: there is no such key; did you mean join?"),
            ("card", 'card.toml: "card" is a built-in style; give the file another name'),
            ("folder", "folder.toml: is a folder; name a file"),
            ("gone", "gone.toml: there is no such file; check the name"),
            ("un", ""),
        )
    ]
    assert (done.err, done.code) == ("", 0)


def test_the_list_as_data(run: Run, folder: Path) -> None:
    """Every key is always there."""
    (folder / "un.toml").write_text(GOOD)
    listed = json.loads(run("pressdesk style list --format json").out)
    assert listed[0] == {"name": "card", "kind": "built in", "file": None, "problem": None}
    assert listed[3] == {
        "name": "un", "kind": "house", "file": str(folder / "un.toml"), "problem": None
    }  # fmt: skip
    lines = run("pressdesk style list --format jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == listed


def test_the_folder_is_that_of_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """XDG_CONFIG_HOME moves it."""
    if sys.platform != "linux":
        pytest.skip("the rule of XDG is that of Linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "pressdesk" / "styles").mkdir(parents=True)
    (tmp_path / "config" / "pressdesk" / "styles" / "un.toml").write_text(GOOD)
    assert run("pressdesk style list --fields name").out.split() == [*BUILT_IN, "un"]


def test_a_file_in_the_place_of_the_folder_is_no_style(run: Run, folder: Path) -> None:
    """As where there is none."""
    folder.rmdir()
    folder.write_text("x")
    assert len(run("pressdesk style list").out.splitlines()) == len(BUILT_IN)


@pytest.mark.parametrize("command", ["list", "check", "show un"])
def test_a_folder_that_cannot_be_read_is_status_5(
    run: Run, folder: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be seen is not said to be missing."""

    def refuse(_: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    done = run(f"pressdesk style {command}")
    said = f"pressdesk: {folder}: cannot be read (Permission denied)\n"
    assert (done.out, done.err, done.code) == ("", said, 5)


def test_an_unknown_field_is_a_usage_error(run: Run) -> None:
    """As in every list."""
    done = run("pressdesk style list --fields colour")
    assert (done.out, done.code) == ("", 2)


# Showing


@pytest.mark.parametrize("style", BUILT_IN.values(), ids=list(BUILT_IN))
def test_a_built_in_style_is_shown_to_start_from(run: Run, folder: Path, style: object) -> None:
    """What the help says: print it into a file of the folder, and it is a style of the house."""
    assert isinstance(style, type(CARD))
    done = run(f"pressdesk style show {style.name}")
    assert (done.out, done.err, done.code) == (
        (BUILT_IN_FILES / f"{style.name}.toml").read_text(),
        "",
        0,
    )
    (folder / "house.toml").write_text(done.out)
    assert run("pressdesk style check house") == type(done)("house: ok\n", "", 0)
    assert get_style("house") == style._replace(name="house")


def test_a_house_style_is_shown_as_its_file_is(run: Run, folder: Path) -> None:
    """With its comments and line ends."""
    text = f"# ours\r\n{GOOD.strip()}\r\n\r\n#\tend"
    (folder / "un.toml").write_bytes(text.encode())
    done = run("pressdesk style show un")
    assert (done.out, done.err, done.code) == (text, "", 0)


def test_comments_cannot_act_on_a_terminal(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a file they stay as they are."""
    (folder / "un.toml").write_text(f"# \u202eevil\tx\n{GOOD}")
    assert "\u202e" in run("pressdesk style show un").out
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    assert run("pressdesk style show un").out == f"# \\u202eevil\tx\n{GOOD}"


def test_a_broken_style_is_not_shown(run: Run, folder: Path) -> None:
    """Its file, line and key are said instead."""
    (folder / "un.toml").write_text(BAD)
    done = run("pressdesk style show un")
    assert (done.out, done.code) == ("", 4)
    path = folder / "un.toml"
    assert done.err == (
        f"pressdesk: {path}:2: jion: there is no such key; did you mean join?\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("crad", 'no style matches "crad"; did you mean "card"?'),
        ("Card", 'no style matches "Card"; did you mean "card"?'),
        ("huose", 'no style matches "huose"; did you mean "house"?'),
        ("zzz", 'no style matches "zzz"; `pressdesk style list` shows all'),
        ("''", 'no style matches ""; `pressdesk style list` shows all'),
        ("house.toml", 'no style matches "house.toml"; did you mean "house"?'),
        ("../styles/house", 'no style matches "../styles/house"; `pressdesk style list` shows all'),
        ("./house", 'no style matches "./house"; did you mean "house"?'),
        ("/etc/passwd", 'no style matches "/etc/passwd"; `pressdesk style list` shows all'),
        ("..", 'no style matches ".."; `pressdesk style list` shows all'),
        ("~", 'no style matches "~"; `pressdesk style list` shows all'),
        ("house\u202e", 'no style matches "house\\u202e"; did you mean "house"?'),
        ("häuse", 'no style matches "häuse"; did you mean "house"?'),
        ("x" * 5000, f'no style matches "{"x" * 79}…"; `pressdesk style list` shows all'),
    ],
)
def test_an_unknown_style_is_status_1(run: Run, folder: Path, name: str, said: str) -> None:
    """With names that are near; what is no name of a style never becomes a path."""
    (folder / "house.toml").write_text(GOOD)
    (folder.parent / "passwd.toml").write_text(GOOD)
    done = run(f"pressdesk style show {name}")
    assert (done.out, done.err, done.code) == ("", f"pressdesk: {said}\n", 1)


# Checking


def test_all_styles_of_the_house_are_checked(run: Run, folder: Path) -> None:
    """Not just the first that is wrong; the good ones are named on stdout."""
    for name, text in (("a", GOOD), ("b", BAD), ("c", ""), ("d", GOOD)):
        (folder / f"{name}.toml").write_text(text)
    done = run("pressdesk style check")
    assert (done.out, done.code) == ("a: ok\nd: ok\n", 4)
    assert done.err.splitlines() == [
        f"pressdesk: {folder}/b.toml:2: jion: there is no such key; did you mean join?",
        f"pressdesk: {folder}/c.toml:1: is empty; start from what {SHOW} prints",
    ]


def test_a_house_without_styles_is_told_where_they_would_be(run: Run, folder: Path) -> None:
    """That is no mistake."""
    done = run("pressdesk style check")
    said = f"pressdesk: there is no style of the house in {folder}\n"
    assert (done.out, done.err, done.code) == ("", said, 0)


def test_names_and_files_are_checked(run: Run, folder: Path, tmp_path: Path) -> None:
    """A file is what ends in .toml or is named with a slash."""
    (folder / "un.toml").write_text(GOOD)
    draft = tmp_path / "draft.toml"
    draft.write_text(GOOD)
    (tmp_path / "new").write_text(GOOD)
    done = run(f"pressdesk style check un card {draft} {tmp_path}/new")
    assert done == type(done)(f"un: ok\ncard: ok\n{draft}: ok\n{tmp_path}/new: ok\n", "", 0)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("none", 1),
        ("none.toml", 5),
        ("./none", 5),
        ("none none.toml", 5),
        ("none bad card none.toml", 4),
        ("card none", 1),
        ("/", 5),
    ],
)
def test_the_status_is_that_of_the_worst(run: Run, folder: Path, asked: str, code: int) -> None:
    """A wrong style is 4; one that is not there 1, as a file 5."""
    (folder / "bad.toml").write_text(BAD)
    done = run(f"pressdesk style check {asked}")
    assert done.code == code
    assert len(done.err.splitlines()) == len(set(asked.split()) - {"card"})
    assert done.out == ("card: ok\n" if "card" in asked else "")


def test_a_warning_does_not_change_the_status(run: Run, folder: Path) -> None:
    """It says what will not be found again."""
    (folder / "un.toml").write_text('lines = ["{name}", "{office}", "{title}", "{ways}"]')
    done = run("pressdesk style check un")
    said = (
        "pressdesk: warning: un: a title without an office cannot be told from an office\n"
    )  # fmt: skip
    assert (done.out, done.err, done.code) == ("un: ok\n", said, 0)


def test_quiet_leaves_out_what_went_well(run: Run, folder: Path) -> None:
    """Not what did not."""
    (folder / "un.toml").write_text(BAD)
    done = run("pressdesk --quiet style check un card")
    assert (done.out, done.code) == ("", 4)
    assert "jion" in done.err


@pytest.mark.parametrize("style", BUILT_IN)
def test_a_sample_is_printed(run: Run, style: str) -> None:
    """In English, or the language that is named."""
    english = render_block(sample_block("en"), style)
    assert run(f"pressdesk style check {style} --sample").out == f"{style}: ok\n{english}"
    french = render_block(sample_block("fr-CA"), style)
    assert run(f"pressdesk style check {style} --sample --lang fr-ca").out.endswith(french)
    assert run(f"pressdesk --quiet style check {style} --sample").out == english


def test_a_broken_style_has_no_sample(run: Run, folder: Path) -> None:
    """Nothing is printed that would not be printed later."""
    (folder / "un.toml").write_text(BAD)
    assert run("pressdesk style check un --sample").out == ""


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ("--lang fr", 2, "--lang is the language of --sample: give that too"),
        ("--sample --lang klingon", 4, 'language "klingon": is not a language tag'),
        ("--sample --lang sv", 4, 'language "sv": pressdesk has no wording for it; choose one of'),
        ("--sample --lang ''", 4, 'language "": is not a language tag'),
        ("--nonsense", 2, "No such option"),
    ],
)
def test_a_language_that_cannot_be_printed_is_refused(
    run: Run, options: str, code: int, said: str
) -> None:
    """Before anything is printed."""
    done = run(f"pressdesk style check card {options}")
    assert (done.out, done.code) == ("", code)
    assert said in done.err


# Completion


def test_names_are_completed(folder: Path) -> None:
    """From the names of the files; none is read."""
    for name in ("un.toml", "card.toml", "crisis.toml", ".hidden.toml", "notes.txt"):
        (folder / name).write_text("no TOML")
    assert complete_style("") == ["card", "inline", "line", "crisis", "un"]
    assert complete_style("c") == ["card", "crisis"]
    assert complete_style("x") == []


def test_completion_without_a_home_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell would print it into the line."""
    monkeypatch.setattr("pathlib.Path.home", lambda: (_ for _ in ()).throw(RuntimeError))
    monkeypatch.setenv("HOME", "")
    assert complete_style("") == ["card", "inline", "line"]


# The page


def test_the_styles_of_the_page_print_what_it_shows(tmp_path: Path) -> None:
    """Each block of TOML is a whole style; the text under it is the sample in that style."""
    page = PAGE.read_text("utf-8")
    pairs = re.findall(r"```toml\n(.*?)```.*?```text\n(.*?)```", page, re.DOTALL)
    assert len(pairs) >= 2
    for toml, text in pairs:
        path = tmp_path / "house.toml"
        path.write_text(toml, "utf-8")
        style = load_style(path)
        assert render_block(sample_block("en"), style) == text
        assert find_doubts(style) == []


def test_the_built_in_styles_of_the_page_are_true() -> None:
    """The block under each heading."""
    page = PAGE.read_text("utf-8")
    for style in BUILT_IN.values():
        shown = re.search(rf"### `{style.name}`\n.*?```\n(.*?)```", page, re.DOTALL)
        assert shown, style.name
        assert shown[1] == render_block(sample_block("en"), style)


def test_the_page_names_every_key_and_its_commands_exist(run: Run) -> None:
    """What a style may hold, and what is typed."""
    page = PAGE.read_text("utf-8")
    assert all(f"| `{key}` |" in page for key in CARD._fields if key != "name")
    assert all(run(f"{shlex.join(['pressdesk', 'style', name])} --help").code == 0
               for name in re.findall(r"pressdesk style ([a-z]+)", page))  # fmt: skip
