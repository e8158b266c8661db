"""What bare `pressdesk` says below the help: where the directory is, and what to type next."""

from collections.abc import Iterator

from pressdesk.directory.store import Directory
from pressdesk.errors import PressdeskError
from pressdesk.errors.directory import DirectoryMissingError
from pressdesk.settings import Settings
from pressdesk.text.visible import visible

_START = (
    "pressdesk import contacts.csv           a list that you have: CSV, Excel, vCard",
    'pressdesk office add "Harbour Relief Oslo" --city Oslo --country NO',
)


def welcome_lines(settings: Settings) -> Iterator[str]:
    """Yield the lines that fit the directory as it is; one says why it cannot be read."""
    try:
        with Directory.open(settings.path, timeout=settings.timeout) as directory:
            codes = [office.code for office in directory.offices()]
            contacts = directory.count_contacts()
    except DirectoryMissingError:
        yield f"There is no directory yet. Your first command makes it: {_shown(settings)}"
        yield from _indented(_START)
    except PressdeskError as error:
        yield f"Your directory cannot be read: {error}"
    else:
        yield f"Your directory has {_count(codes, contacts)}: {_shown(settings)}"
        yield from _indented(_next_commands(codes, contacts))


def _next_commands(codes: list[str], contacts: int) -> tuple[str, ...]:
    """Return the commands that help most: offices first, then somebody to reach, then the block."""
    if not codes:
        return _START
    add = f"pressdesk contact add NAME --office {visible(codes[0])} --email ADDRESS"
    if not contacts:
        return (add,)
    return (
        f"pressdesk block {visible(codes[0])}",
        "pressdesk find WORD                     a name, a city, a topic, part of a number",
        add,
    )


def _count(codes: list[str], contacts: int) -> str:
    offices = f"{len(codes)} office{'' if len(codes) == 1 else 's'}"
    return f"{offices} and {contacts} contact{'' if contacts == 1 else 's'}"


def _indented(commands: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield from (f"  {command}" for command in commands)


def _shown(settings: Settings) -> str:
    return visible(str(settings.path))
