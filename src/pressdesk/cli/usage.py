"""What is said of a line that was typed wrongly: the way out, for people new to a terminal."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import typer

from pressdesk.cli.table import COMMANDS
from pressdesk.cli.typer_inside import Command, Context, LazyCommands, NoSuchOption
from pressdesk.text.visible import visible

# What word processors and chat programs make of hyphens and of straight quotation marks.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
# Words that people try for an option which is called otherwise.
_TRIED = {
    "--all": "every everyone everybody",
    "--all-of": "all office",
    "--city": "town place",
    "--country": "cc nation state",
    "--desk": "kind type mailbox unit",
    "--dry-run": "preview simulate test what-if",
    "--email": "mail address",
    "--ext": "extension",
    "--fields": "columns",
    "--for": "program preset",
    "--force": "overwrite replace",
    "--from": "start starts begin since",
    "--lang": "language locale speaks",
    "--left": "leaves leaving gone",
    "--limit": "max count top",
    "--max": "limit count most",
    "--mobile": "cell cellphone handy",
    "--note": "comment remark",
    "--null": "print0 zero",
    "--office": "at where to",
    "--on": "date day",
    "--output": "out file to",
    "--reports-to": "parent above",
    "--sort": "order order-by",
    "--successor": "follower replacement",
    "--switchboard": "phone tel telephone number",
    "--tel": "telephone number",
    "--timezone": "tz zone",
    "--title": "job role position",
    "--topic": "subject theme about",
    "--unlisted": "hidden private",
    "--until": "end ends to",
    "--yes": "force confirm",
}
_EXTRA = re.compile(r"Got unexpected extra argument(?:\(s\)|s)? \((.*)\)")


def usage_sentence(error: typer.TyperException, arguments: Sequence[str]) -> str:
    """Return a usage error as one line that ends with where the help is.

    arguments: the line without the program's name.
    """
    context: Context | None = getattr(error, "ctx", None)
    path = context.command_path if context else _command_of(arguments)
    # A dash that begins no option is read as a name, and what is missing then is no help.
    sentence = find_slip(arguments) or _misplaced(error, arguments)
    if sentence:
        return sentence
    said = " ".join(error.format_message().split()).rstrip(".")
    if isinstance(error, NoSuchOption) and context:
        said = _unknown_option(error.option_name, context.command)
    elif extra := _EXTRA.fullmatch(said):
        said = _too_many(extra[1].split(" "), path.rpartition(" ")[2], arguments)
    end = "" if said.endswith("?") else "."
    return f"{said}{end} See `{path} --help`"


def find_slip(arguments: Sequence[str]) -> str | None:
    """Find a dash or a quotation mark that came out of another program; say what to type."""
    for place, word in enumerate(arguments):
        bare = word.lstrip(f"-{_DASHES}")
        if word != bare and word[0] in _DASHES and bare[:1].isalpha():
            return f'"{word}" begins with a long dash; options begin with hyphens: --{bare}'
        # Around a single word they do no harm: names are compared without them.
        if word and word[0] in _QUOTES and word[-1] not in _QUOTES:
            whole = _quoted(arguments[place:])
            return f"{word[0]} is no quotation mark for a terminal; type {whole}"
    return None


def _command_of(arguments: Sequence[str]) -> str:
    """Return the command of the line: an option without its value is refused before it is known."""
    words, table = ["pressdesk"], COMMANDS
    for word in arguments:
        if word in table:
            words.append(word)
            target = table[word].target
            table = dict(target) if isinstance(target, Mapping) else {}
    return " ".join(words)


def _quoted(words: Sequence[str]) -> str:
    """Return the words up to the closing quotation mark between those of a keyboard."""
    last = next((place for place, word in enumerate(words) if word[-1:] in _QUOTES), 0)
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


def _unknown_option(option: str, command: Command) -> str:
    """Say that there is no such option; name what does it, else what is spelt like it."""
    # The hyphens are left out: every option has them, and would be like any other.
    tried = option.lstrip("-").lower()
    known = _options(command)
    meant = [name for name in known if tried in _TRIED.get(name, "").split()]
    # Whoever types --json means --format json.
    meant += [f"{name} {tried}" for name, choices in known.items() if tried in choices]
    if not meant and option.startswith("--"):
        names = {name.removeprefix("--"): name for name in known if name.startswith("--")}
        meant = [names[name] for name in get_close_matches(tried, names)]
    said = f"No such option: {visible(option)}"
    return f"{said}; did you mean {' or '.join(meant)}?" if meant else said


def _options(command: Command) -> dict[str, list[str]]:
    """Return the options that the help of a command shows, each with the values it may have.

    Those of all commands are hidden behind a command; any text is a value where none are listed.
    """
    return {
        name: (parameter.metavar or "").strip("<>").split("|")
        for parameter in command.params
        if parameter.param_type_name == "option" and not getattr(parameter, "hidden", False)
        for name in (*parameter.opts, *parameter.secondary_opts)
    }


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
