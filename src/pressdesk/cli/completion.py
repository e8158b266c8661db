"""What the shell offers behind TAB: names from the directory that is there now.

Items carry no help texts (for those zsh and fish would import rich), and no error is printed: a
shell would show it in the line of the user.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.options.choices import one_of
from pressdesk.cli.screen import output
from pressdesk.errors import PressdeskError
from pressdesk.settings import read_settings

_MOST = 200


def complete_office(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer what finds an office: its code, a name or words of it, its city."""
    return _who(ctx, "office", incomplete)


def complete_contact(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer what finds a contact: its key, or words of its name."""
    return _who(ctx, "contact", incomplete)


def complete_who(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer what finds an office or a contact."""
    return _who(ctx, "contact or office", incomplete)


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
    """Offer the built-in styles, and the user's own by the names of their files."""
    from pressdesk.blocks.style import BUILT_IN
    from pressdesk.cli.styles import own_style_files

    names = list(BUILT_IN)
    with suppress(PressdeskError, OSError):
        names += [path.stem for path in own_style_files()]
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)]


def completion(
    shell: Annotated[
        str, typer.Argument(help="The shell that you use.", **one_of(("bash", "zsh", "fish")))
    ],
) -> None:
    """Print the script that lets a shell complete commands, options and names.

    \b
      pressdesk completion bash > ~/.local/share/bash-completion/completions/pressdesk
      pressdesk completion zsh > ~/.zfunc/_pressdesk
      pressdesk completion fish > ~/.config/fish/completions/pressdesk.fish
    """
    from pressdesk.cli.typer_inside import completion_script

    output.write(f"{completion_script(shell)}\n")


def _who(ctx: typer.Context, wanted: str, incomplete: str) -> list[str]:
    from pressdesk.directory.who.completion import find_who
    from pressdesk.directory.who.resolution import Subject

    return _offered(ctx, partial(find_who, typed=incomplete, wanted=Subject(wanted), limit=_MOST))


def _names(ctx: typer.Context, column: str, incomplete: str) -> list[str]:
    from pressdesk.directory.who.completion import find_names

    return _offered(ctx, partial(find_names, column=column, beginning=incomplete, limit=_MOST))


def _offered(ctx: typer.Context, find: Callable[[Path], list[str]]) -> list[str]:
    """Return what the directory of the command line offers; nothing where it cannot be read."""
    with suppress(PressdeskError, OSError):
        return find(read_settings(ctx.find_root().params.get("db")).path)
    return []
