"""`pressdesk contact hand-over`: somebody leaves, and somebody else follows."""

import sys
from datetime import date
from typing import Annotated, Any, NamedTuple

import typer

from pressdesk.cli.commands.contact.command import particulars
from pressdesk.cli.commands.contact.drafts import draft_contact, find_leaving_warnings, say_result
from pressdesk.cli.completion import complete_contact
from pressdesk.cli.options.fields import ContactFields, PostingFields
from pressdesk.cli.options.opening import changing, reading
from pressdesk.cli.options.shared import Who
from pressdesk.cli.options.texts import day_or_today
from pressdesk.cli.screen import output
from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.directory.who.identity import identify_row
from pressdesk.drafts.contact_draft import NOBODY, ContactDraft, apply_contact_draft
from pressdesk.drafts.posting_draft import with_posting
from pressdesk.drafts.ways import Reading
from pressdesk.errors import AlreadyStoredError, InvalidValueError, NotFoundError
from pressdesk.model import TYPED, Contact, Posting
from pressdesk.settings import Settings
from pressdesk.text.visible import visible
from pressdesk.values.names import fold_name


class _HandOver(NamedTuple):
    """What is handed over: by whom, to whom (NOBODY is somebody new), from which day on."""

    leaving: Contact
    successor: Contact
    day: date
    draft: ContactDraft
    keeps_extension: bool


def hand_over(
    context: typer.Context,
    who: Who,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="WHO",
            help="Who follows: somebody in the directory, or a new name.",
            autocompletion=complete_contact,
        ),
    ],
    given: ContactFields,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="First day on which they are gone; else today."),
    ] = None,
    keep_extension: Annotated[
        bool, typer.Option("--keep-extension", help="The successor has the same extensions.")
    ] = False,
) -> None:
    """Let somebody leave, and somebody else follow in the same offices, in one step.

    \b
      pressdesk contact hand-over sofia --to "Anna Keller" --email anna.keller@example.org \\
          --on 2027-01-01 --keep-extension
      pressdesk contact hand-over sofia --to tom

    From that day on the successor is printed at the offices of who leaves, at the same place.
    Somebody new needs an address or a number, and has the title unless you give another. Addresses
    and numbers are never copied. Topics and languages are given, or asked for on a terminal.
    `pressdesk check` then finds releases that name who left, and says who follows.
    """
    settings: Settings = context.obj
    with reading(settings) as directory:
        leaving = directory.get_contact(who)
        successor = _find_successor(directory, to, given)
    day = day_or_today(on) if on or not leaving.left_on else leaving.left_on
    draft = draft_contact(given, PostingFields(), name=None, kind=None, unlisted=None)
    if successor is NOBODY:
        draft = _asked_draft(draft.with_given(name=to), leaving)
    handed = _HandOver(leaving, successor, day, draft, keep_extension)
    with changing(settings, "contact hand-over") as editor:
        stored, followed = _store(editor, handed, shared_extension=given.shared_extension)
        warnings = list(find_leaving_warnings(stored, editor))
    say_result(settings, "follows:", followed, successor, draft, warnings)
    if not settings.is_quiet:
        output.say(f"leaves on {day}: contact {stored.key}: {stored.name}")


def _find_successor(directory: Directory, to: str, given: ContactFields) -> Contact:
    """Return who follows; NOBODY for somebody new, which only ways to reach them can tell."""
    says_ways = given.email or given.phones or given.internal or given.ext
    try:
        found = directory.get_contact(to)
    except NotFoundError:
        if says_ways:
            return NOBODY
        raise
    # Another "Anna Keller-Smith" is not meant where addresses of a new Anna Keller come with it.
    is_exact = to.strip() == found.key or fold_name(to) == fold_name(found.name)
    return NOBODY if says_ways and not is_exact else found


def _asked_draft(draft: ContactDraft, leaving: Contact) -> ContactDraft:
    """Return the draft of somebody new with the title, and with what is asked on a terminal."""
    given: dict[str, Any] = {"title": leaving.title, "titles": dict(leaving.titles)}
    given |= dict(draft.given)
    for field, texts, called in (
        ("topics", leaving.topics, "Topics"),
        ("languages", leaving.languages, "Languages"),
    ):
        if field not in given and sys.stdin is not None and sys.stdin.isatty():
            shown = ", ".join(map(visible, texts)) or "none"
            typed = output.ask(f"{called} of the successor, parted by commas [{shown}]: ").strip()
            given[field] = [text for text in typed.split(",") if text.strip()] or list(texts)
    return draft._replace(given=given)


def _store(
    editor: DirectoryEditor, handed: _HandOver, *, shared_extension: bool
) -> tuple[Contact, Contact]:
    """Store who leaves and who follows; return both."""
    leaving, draft = handed.leaving, handed.draft
    taken = [_taken(posting, handed) for posting in leaving.postings if _is_open(posting, handed)]
    seats = [
        seat for seat in taken if not any(map(seat.overlaps, _at(handed.successor, seat.office)))
    ]
    target = seats.pop(0) if seats else None
    # The rest has its place, but an extension that is typed is the first office's.
    region = editor.office_by_code(target.office).country if target else None
    after = apply_contact_draft(draft, handed.successor, target, Reading(region, source=TYPED))
    for seat in seats:
        after = with_posting(after, None, seat)
    gone = editor.change_contact(leaving, leaving._replace(left_on=handed.day))
    if handed.successor is NOBODY:
        _refuse_known(editor, after, draft, target)
        followed = editor.add_contact(after, shared_extension=shared_extension)
    else:
        followed = editor.change_contact(handed.successor, after, shared_extension=shared_extension)
    return editor.change_contact(gone, gone._replace(successor=followed.key)), followed


def _is_open(posting: Posting, handed: _HandOver) -> bool:
    return posting.ends_on is None or posting.ends_on >= handed.day


def _taken(posting: Posting, handed: _HandOver) -> Posting:
    """Return the posting as the successor has it, from the day on."""
    if posting.extension and handed.draft.extensions and handed.keeps_extension:
        reason = "is given, and the one there was is kept"
        raise InvalidValueError("extension", handed.draft.extensions[0], reason, "give one of them")
    return posting._replace(
        starts_on=max(posting.starts_on or date.min, handed.day),
        extension=posting.extension if handed.keeps_extension else None,
    )


def _at(contact: Contact, office: str) -> list[Posting]:
    return [posting for posting in contact.postings if posting.office == office]


def _refuse_known(
    editor: DirectoryEditor, new: Contact, draft: ContactDraft, target: Posting | None
) -> None:
    """Refuse somebody new who is in the directory already, by an address or by the name there."""
    if target is None:
        return
    office = editor.office_by_code(target.office)
    found = identify_row(editor.lookups, particulars(new, office, draft.key)).contact
    if found:
        remedy = f"hand over --to {found.key}"
        raise AlreadyStoredError("contact", found.name, found.key, remedy)
