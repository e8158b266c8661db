"""Styles by their names: the built-in ones, and the user's own files.

A lookup of a built-in style reads no file, nor the modules that read one.
"""

from contextlib import suppress
from pathlib import Path

from pressdesk.blocks.style import BUILT_IN, BUILT_IN_FILES, Style, find_style
from pressdesk.cli.screen import output
from pressdesk.errors import FileError, NotFoundError, PressdeskError, Scope
from pressdesk.settings import config_folder


def get_style(name: str) -> Style:
    """Return a style by its name; one of the user's own is read from its file.

    Raises NotFoundError with the nearest names, InvalidFileError for a file with a mistake in it,
    FileError for one that cannot be read.
    """
    found = find_style(name)
    if found is not None:
        return found
    from pressdesk.blocks.house_style.load import is_style_name, load_style

    # Only a name that could be one becomes part of a path.
    if is_style_name(name) and (path := style_file(name)) in own_style_files():
        return load_style(path)
    from difflib import get_close_matches

    names = [*BUILT_IN, *(path.stem for path in own_style_files() if is_style_name(path.stem))]
    raise NotFoundError("style", name, get_close_matches(name.lower(), names, n=3))


def known_styles(named: str | None) -> tuple[Style, ...]:
    """Return the styles that blocks in releases may have: the one named, the built-in, the own.

    A warning names a file that cannot be used: blocks in its style are not recognised.
    """
    first = [get_style(named)] if named else []
    found = dict.fromkeys((*first, *BUILT_IN.values()))
    files: list[Path] = []
    with suppress(PressdeskError):  # without a home folder there are none
        files = own_style_files()
    for path in files:
        if path.stem != named:
            try:
                found[get_style(path.stem)] = None
            except PressdeskError as error:
                if error.scope > Scope.FILE:
                    raise
                output.warn(f"{error}; blocks in this style are not recognised")
    return tuple(found)


def style_file(name: str) -> Path:
    """Return the file of a style."""
    return (BUILT_IN_FILES if name in BUILT_IN else styles_folder()) / f"{name}.toml"


def styles_folder() -> Path:
    """Return the folder of the user's own styles, which need not exist."""
    return config_folder() / "styles"


def own_style_files() -> list[Path]:
    """Return the files of the user's own styles; raise FileError for an unreadable folder."""
    folder = styles_folder()
    try:
        paths = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise FileError(folder, f"cannot be read ({error.strerror})") from error
    # Editors leave hidden files beside the one that is open.
    return [path for path in paths if path.suffix == ".toml" and not path.name.startswith(".")]
