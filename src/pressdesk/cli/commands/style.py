"""`pressdesk style …`: list, show and check the styles of blocks, built in and of the house."""

import os
from collections.abc import Callable
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from pressdesk.blocks.style import BUILT_IN, Style
from pressdesk.cli.completion import complete_style, complete_wording
from pressdesk.cli.options.shapes import ListShape
from pressdesk.cli.screen import output
from pressdesk.cli.screen.listing import write_records
from pressdesk.cli.styles import get_style, own_style_files, style_file, styles_folder
from pressdesk.errors import FileError, InvalidFileError, OptionsError, PressdeskError, Scope
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

_INVALID = 4


class Listed(NamedTuple):
    """A style of the list; problem: why its file cannot be used, or nothing."""

    name: str
    kind: str
    file: str = ""
    problem: str = ""


_FIELDS: dict[str, Callable[[Listed], str]] = {field: attrgetter(field) for field in Listed._fields}


def list_styles(shape: ListShape) -> None:
    """List the styles: those that are built in, then those of the house.

    \b
      pressdesk style list
      pressdesk style list --format json

    A house style is a file NAME.toml in ~/.config/pressdesk/styles. One that cannot be used is
    listed with its problem.
    """
    listed = [Listed(name, "built in") for name in BUILT_IN]
    listed += [_listed(path) for path in own_style_files()]
    write_records(listed, shape, _data, _FIELDS, tuple(_FIELDS))


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

    get_style(name)
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
    if not what and not codes and not own_style_files():
        output.say(f"pressdesk: there is no style of the house in {styles_folder()}")
    return _INVALID if _INVALID in codes else max(codes, default=0)


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
    """Return each style that is to be checked: its name, and the function that loads it."""
    from pressdesk.blocks.house_style.load import load_style

    if what:
        return [(text, partial(_load_asked, text)) for text in what]
    return [(path.stem, partial(load_style, path)) for path in own_style_files()]


def _load_asked(text: str) -> Style:
    from pressdesk.blocks.house_style.load import load_style

    is_file = text.endswith(".toml") or "/" in text or os.sep in text
    return load_style(Path(text)) if is_file else get_style(text)


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
