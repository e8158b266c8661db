"""`pressdesk contact post|unpost`: who answers for which office, and when."""

from typing import Annotated

import typer

from pressdesk.cli.commands.contact.drafts import say_result
from pressdesk.cli.options.fields import PostingFields
from pressdesk.cli.options.opening import changing
from pressdesk.cli.options.shared import SharedExtension, Where, Who
from pressdesk.cli.options.texts import given_by
from pressdesk.drafts.contact_draft import ContactDraft
from pressdesk.drafts.posting_draft import compose_posting, get_posting, with_posting
from pressdesk.model import Posting
from pressdesk.model.fields import POSTING
from pressdesk.settings import Settings


def post(
    context: typer.Context,
    who: Who,
    office: Where,
    posting: PostingFields,
    ext: Annotated[
        str | None,
        typer.Option("--ext", metavar="DIGITS", help="Extension on that office's switchboard."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="The title there, if another.")
    ] = None,
    shared_extension: SharedExtension = False,
) -> None:
    """Post a contact to one more office, or to the same one for another time.

    \b
      pressdesk contact post maria --office geneva --ext 4100
      pressdesk contact post maria --office geneva --from 2026-12-24 --until 2027-01-02
    """
    settings: Settings = context.obj
    given = {**given_by(POSTING, posting), "extension": ext, "title": title}
    with changing(settings, "contact post") as directory:
        before = directory.get_contact(who)
        where = directory.get_office(office)
        new = compose_posting(given, Posting(where.code))
        after = with_posting(before, None, new)
        stored = directory.change_contact(before, after, shared_extension=shared_extension)
    draft = ContactDraft(posting=given)
    say_result(settings, f"posted to {where.code}:", stored, before, draft)


def unpost(
    context: typer.Context,
    who: Who,
    office: Where,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Which posting, by its first day."),
    ] = None,
) -> None:
    """End a contact's posting to an office, as if it had not been.

    \b
      pressdesk contact unpost maria --office geneva

    To keep the past, give the posting a last day instead: contact edit WHO --until DATE.
    """
    settings: Settings = context.obj
    with changing(settings, "contact unpost") as directory:
        before = directory.get_contact(who)
        where = directory.get_office(office)
        target = get_posting(before, where, starts_on=from_)
        postings = tuple(posting for posting in before.postings if posting is not target)
        after = before._replace(postings=postings)
        stored = directory.change_contact(before, after)
    say_result(settings, f"no longer at {where.code}:", stored, before)
