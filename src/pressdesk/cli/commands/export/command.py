"""`pressdesk export`: contacts for mailings, spreadsheets, address books and other directories."""

from typing import Annotated

import typer

from pressdesk.cli.commands.export.options import ExportShape, check_options
from pressdesk.cli.commands.find import Filters, make_search
from pressdesk.cli.options.opening import reading
from pressdesk.cli.screen import output
from pressdesk.errors import OptionsError
from pressdesk.settings import Settings


def export(
    context: typer.Context,
    filters: Filters,
    shape: ExportShape,
    terms: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TERM]...", help="Only contacts that these find, as in find."),
    ] = None,
) -> None:
    """Hand contacts out: for a mailing, a spreadsheet, an address book, another program.

    \b
      pressdesk export -o contacts.csv
      pressdesk export --topic shelter --for mailchimp -o mailing.csv
      pressdesk export --country KE --one-per email --fields email,name,office
      pressdesk export --format vcard -o press.vcf
      pressdesk export --format json -o directory.json
      pressdesk export --person maria -o maria.html

    A CSV without --for has the columns that `import` reads: export, edit in a spreadsheet and
    import is the way to change many. Internal values, notes and unlisted contacts stay inside
    unless --internal is given. A file appears wholly or not at all, for its owner alone.

    Exit status: 0 written, 2 options that do not go together, 5 a file that cannot be written.
    """
    settings: Settings = context.obj
    if shape.person is not None:
        from pressdesk.cli.commands.export.person import export_person

        if terms:
            raise OptionsError("--person is one person: leave the terms out")
        export_person(settings, shape.person, shape)
        return
    check_options(shape)
    from pressdesk.cli.commands.export.rows import Export
    from pressdesk.cli.screen.sinks import open_sink

    with (
        reading(settings) as directory,
        open_sink(shape.target, [settings.path], is_forced=shape.force) as sink,
    ):
        search = make_search(directory, tuple(terms or ()), filters, filters.limit)
        made = Export(directory, search, shape)
        made.write(sink)
    for note in made.notes():
        output.say(f"pressdesk: {note}")
    if sink.path is not None and not settings.is_quiet:
        output.say(f"wrote {made.count} {made.what} to {sink.path}")
