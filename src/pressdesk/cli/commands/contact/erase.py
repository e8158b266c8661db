"""`pressdesk contact erase`: somebody asks to be forgotten."""

import typer

from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shared import Who, Yes
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.directory.upkeep.backup import all_copies
from pressdesk.directory.upkeep.erasure import clean_pages, erase as erase_person
from pressdesk.directory.upkeep.person import find_person
from pressdesk.settings import Settings
from pressdesk.text.visible import visible


def erase(context: typer.Context, who: Who, yes: Yes = False) -> None:
    """Erase a person: from the directory, from its history, from every page of its file.

    \b
      pressdesk where maria releases/
      pressdesk export --person maria -o maria.html
      pressdesk contact erase maria-g-moreno --yes

    This cannot be undone, and `undo` of earlier commands does not bring the person back, nor does
    `restore` of an older backup. Somebody who was removed before is found by the key or the name,
    too. What is outside the directory is named and stays: backups, lists that were exported,
    releases. Look for releases first: afterwards nothing here knows the person any more.
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        person = find_person(directory, who)
    what = f"contact {person.key} ({visible(person.name)})"
    confirm(f"Erase {what} for good, from the history too?", is_given=yes)
    with changing(settings, "contact erase", kind="erase") as editor:
        followed = erase_person(editor, person.key)
    clean_pages(settings.path, settings.timeout)
    for contact in followed:
        output.warn(f"{contact.name} ({contact.key}) has no successor now")
    if settings.is_quiet:
        return
    output.say(f"erased contact {person.key}: {person.name}; nothing in the directory names them")
    for copy in all_copies(settings.path):
        output.say(f"may still be in {visible(copy.name)}: remove it, or restore erases them there")
    output.say("lists that were exported and releases keep what they say: look for it there")
