"""Which styles the blocks in releases may have: whoever put one in may have named any."""

from pressdesk.blocks.style import BUILT_IN, Style
from pressdesk.cli import output
from pressdesk.cli.block_output import style_named
from pressdesk.errors import PressdeskError, Scope
from pressdesk.settings import config_folder


def known_styles(named: str | None) -> tuple[Style, ...]:
    """Give the style that is named, the built-in ones, then all others of the house.

    One of those that cannot be used is warned of: its blocks are not recognised.
    """
    first = [style_named(named)] if named else []
    found = dict.fromkeys((*first, *BUILT_IN.values()))
    for name in _house_names():
        if name != named:
            try:
                found[style_named(name)] = None
            except PressdeskError as error:
                if error.scope > Scope.FILE:
                    raise
                output.warn(f"{error}; blocks in this style are not recognised")
    return tuple(found)


def _house_names() -> list[str]:
    try:
        files = sorted((config_folder() / "styles").glob("[!.]*.toml"))
    except (OSError, PressdeskError):  # without a home there are no styles of the house
        return []
    return [path.stem for path in files]
