"""`pressdesk export --person`: all that is held about somebody who asks."""

from collections.abc import Iterator, Sequence
from typing import Any

from pressdesk.cli.commands.export.options import ExportShape
from pressdesk.cli.commands.show import contact_lines
from pressdesk.cli.options.opening import reading
from pressdesk.cli.screen import output
from pressdesk.cli.screen.sinks import open_sink
from pressdesk.directory.store import Directory
from pressdesk.directory.tables.records import contact_from_record
from pressdesk.directory.upkeep.person import find_person, held_about
from pressdesk.errors import OptionsError
from pressdesk.exchange.changes import whole_changes
from pressdesk.exchange.json.writing import SCHEMA_VERSION
from pressdesk.exchange.page.person_page import render_person_page
from pressdesk.settings import Settings
from pressdesk.text.visible import visible


def export_person(settings: Settings, who: str, shape: ExportShape) -> None:
    """Write all that is held about a person: a page for them, or JSON."""
    form = shape.output_format or ("json" if shape.ending == "json" else "html")
    if form not in {"json", "html"} or shape.program or shape.fields or shape.one_per:
        raise OptionsError("--person is written as json or html, and whole")
    with reading(settings) as directory:
        person = find_person(directory, who)
        held = held_about(directory, person)
        sections = list(_sections(directory, held))
    with open_sink(shape.target, [settings.path], is_forced=shape.force) as sink:
        if form == "json":
            sink.write(output.json_text({"schema_version": SCHEMA_VERSION, **held}))
        else:
            title = f"What is held about {visible(person.name)}"
            for piece in render_person_page(title, sections):
                sink.write(piece)
    if sink.path is not None and not settings.is_quiet:
        output.say(f"wrote all that is held about {person.name} to {sink.path}")


def _sections(
    directory: Directory, held: dict[str, Any]
) -> Iterator[tuple[str, Sequence[Sequence[str]]]]:
    """Yield the headings of the page, and the rows under each."""
    if held["contact"]:
        contact = directory.contact_by_key(held["key"])
        lines = contact_lines(contact, directory.offices_of([contact]))
        yield "In the directory", [(label, visible(text)) for label, text in lines]
    yield "Named as the successor of", [(key,) for key in held["successor_of"]]
    yield (
        "On the rota",
        [
            (shift["office"], f"{shift['starts_on']} to {shift['ends_on']}")
            for shift in held["rota"]
        ],
    )
    yield (
        "Held before",
        [
            (former["kind"], " ext ".join(filter(None, (former["value"], former["extension"]))),
             f"until {former['until']}")
            for former in held["former_values"]
        ],
    )  # fmt: skip
    yield "History", [row for change in held["history"] for row in _history_rows(change)]


def _history_rows(change: dict[str, Any]) -> Iterator[Sequence[str]]:
    """Yield a row for each field that a change of the person changed."""
    sides = [
        contact_from_record(change[side]) if change[side] else None for side in ("before", "after")
    ]
    when = f"{change['at']}, {change['command']} by {change['actor']}"
    for field in whole_changes(*sides):
        yield when, field.field, visible(field.old or ""), visible(field.new or "")
