"""What a line that was typed wrongly gets told: the way out, for people new to a terminal."""

import re
from collections.abc import Mapping, Sequence

import typer

from pressdesk.cli.table import COMMANDS
from pressdesk.cli.typer_inside import Command, Context, LazyCommands, NoSuchOption

# What word processors and chat programs make of hyphens and of straight quotation marks.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
_EXTRA = re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)")


def usage_sentence(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """Give a usage error as one line that ends with where the help is.

    arguments: the line without the program's name.
    """
    context: Context | None = getattr(error, "ctx", None)
    path = context.command_path if context else _command_of(arguments)
    # A dash that begins no option is read as a name, and what is missing then is no help.
    sentence = find_slip(arguments) or _misplaced(error, arguments)
    if sentence:
        return sentence
    said = " ".join(error.format_message().split()).rstrip(".")
    if extra := _EXTRA.fullmatch(said):
        said = _too_many(extra[1].split(" "), path.rpartition(" ")[2], arguments)
    end = "" if said.endswith("?") else "."
    return f"{said}{end} See `{path} --help`"


def find_slip(arguments: Sequence[str]) -> str | None:
    """Find a dash or a quotation mark that came out of another program; say what to type."""
    for place, one in enumerate(arguments):
        bare = one.lstrip(f"-{_DASHES}")
        if one != bare and one[0] in _DASHES and bare[:1].isalpha():
            return f'"{one}" begins with a long dash; options begin with hyphens: --{bare}'
        # Where one word is quoted they do no harm: names are compared without them.
        if one and one[0] in _QUOTES and one[-1] not in _QUOTES:
            whole = _quoted(arguments[place:])
            return f"{one[0]} is no quotation mark for a terminal; type {whole}"
    return None


def _command_of(arguments: Sequence[str]) -> str:
    """Give the command by the line: an option without its value is refused before it is known."""
    words, table = ["pressdesk"], COMMANDS
    for word in arguments:
        if word in table:
            words.append(word)
            target = table[word].target
            table = dict(target) if isinstance(target, Mapping) else {}
    return " ".join(words)


def _quoted(words: Sequence[str]) -> str:
    """Give the words up to the closing quotation mark between those of a keyboard."""
    last = next((place for place, one in enumerate(words) if one[-1:] in _QUOTES), 0)
    return '"' + " ".join(words[: last + 1]).strip(_QUOTES) + '"'


def _misplaced(error: typer.TyperException, arguments: Sequence[str]) -> str | None:
    """Say where an option of a command belongs that stands before it."""
    if not isinstance(error, NoSuchOption) or error.ctx is None:
        return None
    option, group = error.option_name, error.ctx.command
    if error.ctx.parent or not isinstance(group, LazyCommands):
        return None
    for word in arguments:
        if command := group.get_command(error.ctx, word):
            is_theirs = option in _options(command)
            behind = f"{option} stands behind the command: pressdesk {word} … {option}"
            return behind if is_theirs else None
    return None


def _options(command: Command) -> set[str]:
    return {name for one in command.params for name in (*one.opts, *one.secondary_opts)}


def _too_many(extra: Sequence[str], command: str, arguments: Sequence[str]) -> str:
    """Say that a word is too many; one that others stand before may belong to them."""
    many = "is one word" if len(extra) == 1 else f"are {len(extra)} words"
    said = f'"{" ".join(extra)}" {many} too many'
    example = _together(extra, command, arguments)
    if not example:
        return said
    return f"{said}; words that belong together stand in quotation marks: {example}"


def _together(extra: Sequence[str], command: str, arguments: Sequence[str]) -> str:
    """Quote the words that seem to belong together; nothing where there is but one."""
    if extra[0] not in arguments or command not in arguments:
        return ""
    end = arguments.index(extra[0])
    start = arguments.index(command) + 1
    options = [place for place in range(start, end) if arguments[place].startswith("-")]
    if options:
        option, *words = arguments[options[-1] : end + 1]
        return f'{option} "{" ".join(words[:2])}"'
    return f'"{" ".join([*arguments[start:end][-1:], *extra])}"' if start < end else ""
