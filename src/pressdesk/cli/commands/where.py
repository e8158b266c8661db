"""`pressdesk where`: which releases carry a person, an address or a number."""

import re
from typing import Annotated

import typer

from pressdesk.checking.whereabouts import Sought, find_places
from pressdesk.cli.completion import complete_who
from pressdesk.cli.many_files import ManyFiles
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import reading
from pressdesk.cli.options.releases import As, check_stdin
from pressdesk.cli.options.walking import Folders, Sources
from pressdesk.cli.release_files import read_input
from pressdesk.cli.screen import output
from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.errors import InvalidValueError
from pressdesk.model import Office
from pressdesk.settings import Settings
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension import split_extension
from pressdesk.values.phone_number import PhoneNumber

# As it is copied from a link.
_LINK = re.compile(r"(?:mailto|tel):", re.IGNORECASE)
# So many digits tell a number apart.
_FEWEST_DIGITS = 6
# What begins with so many digits is a number, whatever word stands before its extension.
_NUMBER = re.compile(r"\+?\(?[0-9](?:[ ()./-]*[0-9]){5}")


def where(
    context: typer.Context,
    wanted: Annotated[
        str,
        typer.Argument(
            metavar="WHO|NUMBER|ADDRESS",
            help="A contact or an office, or a number or address of anybody.",
            autocompletion=complete_who,
        ),
    ],
    releases: Sources,
    folders: Folders,
    form: As = None,
    output_format: Annotated[
        str, choice(("text", "json", "jsonl"), "--format", "Lines as file:line: text, or as data.")
    ] = "text",
) -> int:
    """Find the releases that carry somebody, an address or a number.

    \b
      pressdesk where maria releases/
      pressdesk where "+1 202 862 1826 ext 230" releases/
      pressdesk where press@example.org *.txt

    A contact is found by name and by each of their addresses and numbers, an office by its names
    and its switchboard; in blocks, sentences, tables, footers and links. Comments, scripts and
    hidden parts are not read.

    Exit status 1 when no release does, or not all could be read.
    """
    settings: Settings = context.obj
    check_stdin(releases, form)
    with reading(settings) as directory:
        sought = _wanted(wanted, directory)
    files = ManyFiles("looking", settings.is_quiet)
    kept: list[dict[str, object]] = []
    count = 0

    def look(name: str) -> None:
        nonlocal count
        for found in _places(name, sought, form):
            count += 1
            _write(found, output_format, kept)

    def finish() -> None:
        if output_format == "json":
            output.write_json(kept)

    files.each(folders.find(releases, files), look, finish)
    return files.status(0 if count else 1)


def _wanted(text: str, directory: Directory) -> Sought:
    """Say what is looked for; raise what resolution raises."""
    plain = _LINK.sub("", text.strip())
    if "@" in plain:
        return Sought(emails=(EmailAddress.parse(plain).folded,))
    if _NUMBER.match(plain) or not any(map(str.isalpha, plain.partition("ext")[0])):
        try:
            return Sought.number(PhoneNumber.parse(plain, allow_possible=True))
        except InvalidValueError as error:
            if known := _known_number(plain, directory):
                return known
            remedy = "give it with its country code, as in +1 202 862 1826"
            raise InvalidValueError("number", text, error.reason, remedy) from error
    found = directory.get(text)
    if isinstance(found, Office):
        return Sought.office(found)
    return Sought.contact(found, directory.offices_of([found]))


def _known_number(text: str, directory: Directory) -> Sought | None:
    """Return the only known number that ends so; None without one, or with several."""
    number, extension = split_extension(text)
    digits = "".join(filter(str.isdigit, number)).lstrip("0")
    contacts = directory.find(Search((number,))) if len(digits) >= _FEWEST_DIGITS else []
    offices = directory.offices_of(contacts).values()
    numbers = [phone.number for contact in contacts for phone in contact.phones]
    numbers += [office.switchboard for office in offices if office.switchboard]
    e164s = {number.e164 for number in numbers if number.e164.endswith(digits)}
    if len(e164s) != 1:
        return None
    return Sought(numbers=((e164s.pop(), extension),))


def _places(name: str, sought: Sought, form: str | None) -> list[dict[str, object]]:
    opened = read_input(name, form)
    return [
        {"file": opened.name, "line": line, "text": text}
        for line, text in find_places(opened.release, sought)
    ]


def _write(item: dict[str, object], form: str, kept: list[dict[str, object]]) -> None:
    if form == "text":
        output.write(output.one_line(f"{item['file']}:{item['line']}: {item['text']}") + "\n")
    elif form == "jsonl":
        output.write_json_lines([item])
    else:
        kept.append(item)
