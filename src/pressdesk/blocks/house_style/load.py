"""A TOML file to a Style: checked so that it prints in every language."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

from pressdesk.blocks.house_style.keys import compose_style
from pressdesk.blocks.house_style.toml_lines import Where, find_line
from pressdesk.blocks.house_style.values import MistakeError
from pressdesk.blocks.plan import make_plan, variants, worded
from pressdesk.blocks.style import (
    BUILT_IN,
    EXTENSION_FIELDS,
    LINE_FIELDS,
    WAY_FIELDS,
    WAYS,
    Style,
)
from pressdesk.blocks.template import parse_template
from pressdesk.blocks.wordings import LANGUAGES, Wording, get_wording
from pressdesk.errors import InvalidFileError
from pressdesk.files.reading import read_bytes
from pressdesk.text.visible import quoted, visible

_MOST_BYTES = 64 * 1024
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLACE = re.compile(r" \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)$")
# English first: what is wrong there is wrong in itself, and no language need be named.
_LANGUAGES = dict.fromkeys(("en", *LANGUAGES))


def load_style(path: Path) -> Style:
    """Read one style; its name is that of the file.

    Raises FileError for a file that cannot be read, InvalidFileError with line, key and reason for
    the first mistake in it: what was loaded prints in every language.
    """
    text = read_style_text(path)
    _check_name(path)
    try:
        style = compose_style(path.stem, _parsed(path, text))
        check_in_every_language(style)
    except MistakeError as error:
        raise InvalidFileError(path, find_line(text, error.where) or 1, str(error)) from error
    return style


def is_style_name(text: str) -> bool:
    """Ask whether a text can be the name of a house style: small letters, digits, hyphens."""
    return _NAME.fullmatch(text) is not None


def check_in_every_language(style: Style) -> None:
    """Raise MistakeError for what some language cannot print or keep apart."""
    for language in _LANGUAGES:
        wording = get_wording(language)
        in_it = "" if language == "en" else f" in {language}"
        for where, text in _separators(style).items():
            # Without anything between them, nothing could be parted again.
            if not worded(text, wording):
                raise MistakeError(where, f"{quoted(text)} is empty{in_it}; it parts what it joins")
        for where, (text, fields) in _templates(style).items():
            _check_template(where, text, fields, wording, in_it)
        make_plan(style, language)


def _separators(style: Style) -> dict[Where, str]:
    texts = {
        "join": style.join,
        "separator": style.separator,
        "last_separator": style.last_separator,
        "between_ways": style.between_ways,
    }
    return {(key,): text for key, text in texts.items() if text is not None}


def _templates(style: Style) -> dict[Where, tuple[str, tuple[str, ...]]]:
    lines: dict[Where, tuple[str, tuple[str, ...]]] = {
        ("lines", place): (text, LINE_FIELDS)
        for place, text in enumerate(style.lines)
        if text != WAYS
    }
    return {
        **lines,
        ("way",): (style.way, WAY_FIELDS),
        ("extension",): (style.extension, EXTENSION_FIELDS),
    }


def _check_template(
    where: Where, text: str, fields: tuple[str, ...], wording: Wording, in_it: str
) -> None:
    try:
        template = parse_template(worded(text, wording), fields)
    except ValueError as error:
        raise MistakeError(
            where, f"{quoted(text)} has a word in braces beside a brace that is to be printed"
        ) from error
    for pieces in variants((template,), ""):
        for one, other in pairwise(pieces):
            if one.role and other.role:
                raise MistakeError(
                    where,
                    f"{quoted(text)} has nothing{in_it} between {{{one.role}}} and "
                    f"{{{other.role}}}, which could not be told apart",
                )


def read_style_text(path: Path) -> str:
    """Read the text of a style's file; raise FileError, or InvalidFileError for what is no text."""
    content = read_bytes(path, _MOST_BYTES)
    try:
        # Editors of Windows begin a file with a mark.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidFileError(
            path, line, "is not UTF-8; save it again with that encoding"
        ) from error
    if not text.strip():
        raise InvalidFileError(
            path, 1, "is empty; start from what `pressdesk style show card` prints"
        )
    return text


def _check_name(path: Path) -> None:
    if path.stem in BUILT_IN:
        raise InvalidFileError(
            path, None, f"{quoted(path.stem)} is a built-in style; give the file another name"
        )
    if not is_style_name(path.stem):
        raise InvalidFileError(
            path,
            None,
            f"{quoted(path.stem)} is no name of a style; "
            "name the file with small letters, digits and hyphens, as in house.toml",
        )


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise InvalidFileError(path, None, "is not TOML: it is nested too deeply") from error
    except ValueError as error:  # numbers of thousands of digits are no TOMLDecodeError
        found = _PLACE.search(str(error))
        reason = visible(_PLACE.sub("", str(error)))
        if not found:
            raise InvalidFileError(path, None, f"is not TOML: {reason}") from error
        column = f" (column {found[2]})" if found[2] else ""
        hint = "; a text stands in quotation marks" if reason == "Invalid value" else ""
        line = int(found[1]) if found[1] else text.rstrip().count("\n") + 1
        raise InvalidFileError(path, line, f"is not TOML{column}: {reason}{hint}") from error
