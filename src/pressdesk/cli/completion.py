"""What the shell offers behind TAB: names from the directory that is there now.

Items carry no help texts (for those zsh and fish would import rich), and nothing that goes wrong is
said: a shell would print it into the line that is being typed.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Annotated, Literal, NoReturn

import typer
from typer._click.core import Command

from pressdesk.cli import output
from pressdesk.errors import PressdeskError
from pressdesk.settings import config_folder, read_settings

_MOST = 200
_VARIABLE = "_PRESSDESK_COMPLETE"


def complete_office(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the codes of offices."""
    return _names(ctx, "office.code", incomplete)


def complete_contact(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the keys of contacts."""
    return _names(ctx, "contact.key", incomplete)


def complete_who(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the codes of offices and the keys of contacts."""
    return complete_office(ctx, incomplete) + complete_contact(ctx, incomplete)


def complete_topic(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the topics that somebody speaks about."""
    return _names(ctx, "contact_topic.topic", incomplete)


def complete_language(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the languages that somebody speaks."""
    return _names(ctx, "contact_language.language", incomplete)


def complete_wording(incomplete: str) -> list[str]:
    """Offer the languages of blocks."""
    from pressdesk.blocks.wordings import LANGUAGES

    return [tag for tag in LANGUAGES if tag.startswith(incomplete)]


def complete_style(incomplete: str) -> list[str]:
    """Offer the built-in styles, and those of the house by the names of their files."""
    from pressdesk.blocks.style import BUILT_IN

    names = list(BUILT_IN)
    with suppress(PressdeskError, OSError):
        files = (config_folder() / "styles").glob("*.toml")
        names += sorted(path.stem for path in files if not path.name.startswith("."))
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)]


def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish"], typer.Argument(metavar="SHELL", help="bash, zsh or fish.")
    ],
) -> None:
    """Print the script that lets a shell complete commands, options and names.

    \b
      pressdesk completion bash > ~/.local/share/bash-completion/completions/pressdesk
      pressdesk completion zsh > ~/.zfunc/_pressdesk
      pressdesk completion fish > ~/.config/fish/completions/pressdesk.fish
    """
    from typer._completion_shared import get_completion_script

    script = get_completion_script(prog_name="pressdesk", complete_var=_VARIABLE, shell=shell)
    output.write(f"{script}\n")


def is_asked() -> bool:
    """Ask whether a shell, and no person, runs this process."""
    return bool(os.environ.get(_VARIABLE))


def answer(command: Command) -> NoReturn:
    """Give the shell what may follow on its line, and end the process."""
    from typer._completion_classes import completion_init

    completion_init()
    # A shell shows what comes on stderr in the line that is being typed.
    with suppress(Exception):
        command.main(prog_name="pressdesk", complete_var=_VARIABLE)
    raise typer.Exit


def _names(ctx: typer.Context, column: str, incomplete: str) -> list[str]:
    return list(_read_names(ctx, column, incomplete))


def _read_names(ctx: typer.Context, column: str, incomplete: str) -> Iterator[str]:
    """Read names that begin so from the directory that the command line or environment names."""
    from pressdesk.directory.names import find_names

    root = ctx.find_root().params
    with suppress(PressdeskError, OSError):
        settings = read_settings(root.get("db"))
        yield from find_names(settings.path, column, incomplete, _MOST)
