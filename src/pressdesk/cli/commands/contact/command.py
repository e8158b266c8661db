"""`pressdesk contact add|edit|remove`: the contacts themselves."""

from typing import Annotated

import typer

from pressdesk.cli.commands.contact.drafts import (
    draft_contact,
    find_leaving_warnings,
    say_result,
    with_changes,
    with_leaving,
)
from pressdesk.cli.options.fields import ContactFields, Leaving, PostingFields, WayChanges
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shared import (
    IfVersion,
    Office as OfficeOption,
    Where,
    Who,
    Yes,
)
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.cli.versions import refuse_older
from pressdesk.directory.store import Directory
from pressdesk.directory.who.identity import Particulars, identify_row, numbers_on_switchboards
from pressdesk.drafts.contact_draft import NOBODY, apply_contact_draft, speaks_of_posting
from pressdesk.drafts.posting_draft import get_posting
from pressdesk.drafts.ways import Reading
from pressdesk.errors import AlreadyStoredError
from pressdesk.model import TYPED, Contact, ContactKind, Office, Posting
from pressdesk.settings import Settings


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name as it is printed.")],
    office: Where,
    given: ContactFields,
    posting: PostingFields,
    desk: Annotated[
        bool, typer.Option("--desk", help="A shared mailbox or a unit, not a person.")
    ] = False,
    unlisted: Annotated[
        bool, typer.Option("--unlisted", help="Never in a block or an export.")
    ] = False,
) -> None:
    """Add a contact to an office.

    \b
      pressdesk contact add "Maria G. Moreno" --office washington \\
          --email mgmoreno@iom.int --ext 230
      pressdesk contact add "Newsroom" --desk --office geneva --tel "+41 22 717 91 11"

    An extension without a number is on the office's switchboard: when that number changes, every
    block changes with it.
    """
    settings: Settings = context.obj
    kind = ContactKind.DESK if desk else None
    draft = draft_contact(given, posting, name=name, kind=kind, unlisted=unlisted or None)
    with changing(settings, "contact add") as directory:
        where = directory.get_office(office)
        reading = Reading(where.country, given.allow_possible, TYPED)
        contact = apply_contact_draft(draft, NOBODY, Posting(where.code), reading)
        identity = identify_row(directory.lookups, particulars(contact, where, draft.key))
        if identity.contact:
            key = identity.contact.key
            raise AlreadyStoredError(
                "contact",
                identity.contact.name,
                key,
                f"change it with `pressdesk contact edit {key}`, post it elsewhere with "
                f"`pressdesk contact post {key}`, or give another person a --key",
            )
        stored = directory.add_contact(contact, shared_extension=given.shared_extension)
    say_result(settings, "added", stored, NOBODY, draft, identity.warnings(stored))


def edit(
    context: typer.Context,
    who: Who,
    given: ContactFields,
    posting: PostingFields,
    changes: WayChanges,
    leaving: Leaving,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="The name as it is printed.")
    ] = None,
    office: OfficeOption = None,
    desk: Annotated[
        bool | None, typer.Option("--desk/--person", help="A shared mailbox or unit, or a person.")
    ] = None,
    unlisted: Annotated[
        bool | None, typer.Option("--unlisted/--listed", help="Never, or again, in blocks.")
    ] = None,
    if_version: IfVersion = None,
) -> None:
    """Change a contact; what is not named stays, an empty text takes a value away.

    \b
      pressdesk contact edit maria --ext 231
      pressdesk contact edit maria-g-moreno --add-mobile "+1 202 555 0123" --title ""
      pressdesk contact edit maria --until 2026-12-31 --office washington
      pressdesk contact edit maria --left 2027-01-01 --successor tom

    --email, --tel and the like replace the public values of their kind; internal ones change only
    by --internal and --public. Of several postings at one office --from names the one that begins
    then.
    """
    settings: Settings = context.obj
    kind = None if desk is None else ContactKind.DESK if desk else ContactKind.PERSON
    draft = draft_contact(given, posting, name=name, kind=kind, unlisted=unlisted)
    draft = with_changes(draft, changes)
    with changing(settings, "contact edit") as directory:
        before = directory.get_contact(who)
        refuse_older(directory, before, if_version)
        draft = with_leaving(draft, leaving, directory)
        where = directory.get_office(office) if office else None
        target = None
        if where or speaks_of_posting(draft):
            target = get_posting(before, where, perhaps_on=posting.from_)
        reading = Reading(_region(directory, before, target), given.allow_possible, TYPED)
        after = apply_contact_draft(draft, before, target, reading)
        stored = directory.change_contact(before, after, shared_extension=given.shared_extension)
        warnings = list(find_leaving_warnings(stored, directory))
    done = "unchanged" if stored is before else "changed"
    say_result(settings, done, stored, before, draft, warnings)


def remove(
    context: typer.Context, who: Who, yes: Yes = False, if_version: IfVersion = None
) -> None:
    """Remove a contact with all its numbers and postings.

    \b
      pressdesk contact remove maria-g-moreno --yes

    The history keeps the record, so that `pressdesk undo` can bring it back. Where a person asks to
    be forgotten, `pressdesk contact erase` takes them out of the history too.
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        found = directory.get_contact(who)
        refuse_older(directory, found, if_version)
    confirm(f"Remove contact {found.key} ({found.name})?", is_given=yes)
    with changing(settings, "contact remove") as directory:
        directory.remove_contact(found)
    if not settings.is_quiet:
        output.say(
            f"removed contact {found.key}: {found.name}; the history keeps the record "
            "(`pressdesk contact erase` takes it out too)"
        )


def particulars(contact: Contact, office: Office, key: str | None) -> Particulars:
    """Return what is known of a new contact; key: as --key gives it."""
    on_boards = numbers_on_switchboards(contact.postings, {office.code: office})
    numbers = {number for _, number in on_boards}
    numbers |= {phone.number.identity for phone in contact.phones}
    emails = [email.address.folded for email in contact.emails]
    return Particulars(contact.name, emails, lambda: numbers, key, (office.code,))


def _region(directory: Directory, contact: Contact, target: Posting | None) -> str | None:
    """Return the country of numbers without "+": of the target's office, else the first."""
    posting = target or next(iter(contact.postings), None)
    return directory.get_office(posting.office).country if posting else None
