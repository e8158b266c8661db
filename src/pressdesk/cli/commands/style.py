"""`pressdesk style …`: list, show and check the styles of blocks, built in and of the house."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from pressdesk.blocks.style import BUILT_IN, BUILT_IN_FILES, Style, find_style
from pressdesk.cli.completion import complete_style, complete_wording
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.screen import output
from pressdesk.cli.screen.listing import write_records
from pressdesk.errors import (
    FileError,
    InvalidFileError,
    NotFoundError,
    OptionsError,
    PressdeskError,
    Scope,
)
from pressdesk.settings import Settings, config_folder
from pressdesk.text.visible import visible

_INVALID = 4


class Listed(NamedTuple):
    """A style of the list; problem: why its file cannot be used, or nothing."""

    name: str
    kind: str
    file: str = ""
    problem: str = ""


_FIELDS: dict[str, Callable[[Listed], str]] = {
    "name": lambda one: one.name,
    "kind": lambda one: one.kind,
    "file": lambda one: one.file,
    "problem": lambda one: one.problem,
}


def list_styles(shape: ListShape) -> None:
    """List the styles: those that are built in, then those of the house.

    \b
      pressdesk style list
      pressdesk style list --format json

    A house style is a file NAME.toml in ~/.config/pressdesk/styles. One that cannot be used is
    listed with its problem.
    """
    listed = [Listed(name, "built in") for name in BUILT_IN]
    listed += [_listed(path) for path in house_files()]
    write_records(listed, shape.manner, _data, _FIELDS, tuple(_FIELDS))


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="card, inline, line, or one of the house.",
            autocompletion=complete_style,
        ),
    ],
) -> None:
    """Print the TOML of a style: to start one of your own, change a copy.

    \b
      mkdir -p ~/.config/pressdesk/styles
      pressdesk style show card > ~/.config/pressdesk/styles/house.toml
      pressdesk style check house

    A file NAME.toml in that folder is the style NAME. docs/styles.md says what its keys do.
    """
    from pressdesk.blocks.house_style.load import read_style_text

    find_style_named(name)
    # The file as it is: the comments in it are somebody's.
    text = read_style_text(style_file(name))
    if output.is_terminal():
        text = "".join(f"{_visible_line(line)}\n" for line in text.splitlines())
    output.write(text)


def check(
    context: typer.Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME|FILE]...",
            help="Styles, or files that end in .toml or are named with a slash.",
            autocompletion=complete_style,
        ),
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Print a sample block in each good style.")
    ] = False,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="LANG",
            help="The language of the sample, instead of English.",
            autocompletion=complete_wording,
        ),
    ] = None,
) -> int:
    """Check styles: all of the house, or those that are named.

    \b
      pressdesk style check
      pressdesk style check house --sample --lang fr
      pressdesk style check ./draft.toml

    What is wrong is named with its line, and the exit status is 4. A warning says what a block in
    this style prints but nobody could read back; it does not change the status.
    """
    settings: Settings = context.obj
    language = _sample_language(lang, is_wanted=sample)
    codes = []
    for text, load in _asked(what):
        try:
            style = load()
        except PressdeskError as error:
            if error.scope > Scope.FILE:
                raise
            output.fail(str(error), error.exit_code)
            codes.append(error.exit_code)
            continue
        _say_good(text, style, settings)
        if sample:
            _write_sample(style, language)
    if not what and not codes and not house_files():
        output.say(f"pressdesk: there is no style of the house in {styles_folder()}")
    return _INVALID if _INVALID in codes else max(codes, default=0)


def find_style_named(name: str) -> Style:
    """Get a style by its name: a built-in one, or a house's own, which is read from its file.

    Raises NotFoundError with the nearest names, InvalidFileError for a file with a mistake in it,
    FileError for one that cannot be read.
    """
    found = find_style(name)
    if found is not None:
        return found
    from pressdesk.blocks.house_style.load import is_style_name, load_style

    # Only a name that could be one becomes part of a path.
    if is_style_name(name) and (path := style_file(name)) in house_files():
        return load_style(path)
    from difflib import get_close_matches

    names = [*BUILT_IN, *(path.stem for path in house_files() if is_style_name(path.stem))]
    raise NotFoundError("style", name, get_close_matches(name.lower(), names, n=3))


def known_styles(named: str | None) -> tuple[Style, ...]:
    """Return the styles that blocks in releases may have: one by name, the built-in ones, the rest.

    One of the house that cannot be used is warned of: its blocks are not recognised.
    """
    first = [find_style_named(named)] if named else []
    found = dict.fromkeys((*first, *BUILT_IN.values()))
    files: list[Path] = []
    with suppress(PressdeskError):  # without a home there are no styles of the house
        files = house_files()
    for path in files:
        if path.stem != named:
            try:
                found[find_style_named(path.stem)] = None
            except PressdeskError as error:
                if error.scope > Scope.FILE:
                    raise
                output.warn(f"{error}; blocks in this style are not recognised")
    return tuple(found)


def style_file(name: str) -> Path:
    """Return the file of a style."""
    return (BUILT_IN_FILES if name in BUILT_IN else styles_folder()) / f"{name}.toml"


def styles_folder() -> Path:
    """Return the folder of the house's own styles, which need not be there."""
    return config_folder() / "styles"


def house_files() -> list[Path]:
    """Find the files of the house's styles; raise FileError for a folder that cannot be read."""
    folder = styles_folder()
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise FileError(folder, f"cannot be read ({error.strerror})") from error
    # Editors leave hidden files beside the one that is open.
    return [path for path in paths if path.suffix == ".toml" and not path.name.startswith(".")]


def _data(listed: Listed) -> dict[str, str | None]:
    return {name: text or None for name, text in listed._asdict().items()}


def _listed(path: Path) -> Listed:
    from pressdesk.blocks.house_style.load import load_style

    problem = ""
    try:
        load_style(path)
    except (FileError, InvalidFileError) as error:
        problem = error.about(path.name)
    return Listed(path.stem, "house", str(path), problem)


def _asked(what: list[str] | None) -> list[tuple[str, Callable[[], Style]]]:
    """Give each style that is to be checked: what it is called, and what loads it."""
    from pressdesk.blocks.house_style.load import load_style

    if what:
        return [(text, partial(_load_asked, text)) for text in what]
    return [(path.stem, partial(load_style, path)) for path in house_files()]


def _load_asked(text: str) -> Style:
    from pressdesk.blocks.house_style.load import load_style

    is_file = text.endswith(".toml") or "/" in text or os.sep in text
    return load_style(Path(text)) if is_file else find_style_named(text)


def _sample_language(lang: str | None, *, is_wanted: bool) -> str:
    """Read --lang; raise OptionsError without --sample, InvalidValueError without a wording."""
    from pressdesk.blocks.wordings import LANGUAGES, get_wording

    if lang is None:
        return "en"
    if not is_wanted:
        raise OptionsError("--lang is the language of --sample: give that too")
    if lang in LANGUAGES:
        return lang
    from pressdesk.values.places import parse_language

    tag = parse_language(lang)
    get_wording(tag)
    return tag


def _say_good(text: str, style: Style, settings: Settings) -> None:
    from pressdesk.blocks.house_style.doubts import find_doubts

    if not settings.is_quiet:
        output.write(f"{visible(text)}: ok\n")
    for doubt in find_doubts(style):
        output.warn(f"{text}: {doubt}")


def _write_sample(style: Style, language: str) -> None:
    from pressdesk.blocks.house_style.doubts import sample_block
    from pressdesk.blocks.render import render_block

    output.write(render_block(sample_block(language), style))


def _visible_line(line: str) -> str:
    return "\t".join(map(visible, line.split("\t")))
