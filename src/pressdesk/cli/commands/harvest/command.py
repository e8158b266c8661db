"""`pressdesk harvest`: contacts out of releases, with evidence, into the directory when asked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pressdesk.cli.commands.harvest.report import Report
from pressdesk.cli.completion import complete_office
from pressdesk.cli.many_files import ManyFiles
from pressdesk.cli.options.choices import choice
from pressdesk.cli.options.opening import changing, find_office, load_readers, reading
from pressdesk.cli.options.walking import Folders
from pressdesk.cli.screen import output
from pressdesk.cli.screen.confirm import confirm
from pressdesk.cli.screen.sinks import open_stdin
from pressdesk.directory.store import Directory
from pressdesk.errors import OptionsError
from pressdesk.errors.directory import DirectoryMissingError
from pressdesk.files.reading import read_stream
from pressdesk.harvest.evidence import Evidence, Status, find_evidence
from pressdesk.harvest.judging import judge
from pressdesk.harvest.many import Manner, Outcome, read_files
from pressdesk.releases.editing import MOST_BYTES
from pressdesk.releases.formats import READERS
from pressdesk.settings import Settings
from pressdesk.text.visible import visible
from pressdesk.values.places import parse_country

if TYPE_CHECKING:
    from pressdesk.model import Office

_MOST_NAMED = 5


def harvest(
    context: typer.Context,
    releases: Annotated[
        list[str],
        typer.Argument(
            metavar="RELEASE|FOLDER...", help="Files, folders with their releases, - for stdin."
        ),
    ],
    folders: Folders,
    form: Annotated[
        str | None,
        choice(READERS, "--as", "What the releases are; else by their suffix, stdin as text."),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="CC", help='Country of numbers without "+".')
    ] = None,
    output_format: Annotated[
        str, choice(("table", "jsonl", "json", "csv"), "--format", "Of the report.")
    ] = "table",
    apply: Annotated[
        bool, typer.Option("--apply", help="Store new contacts and changed values.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="With --apply: store without asking.")
    ] = False,
    office: Annotated[
        str | None,
        typer.Option(
            "--office",
            metavar="OFFICE",
            help="Where new contacts are posted.",
            autocompletion=complete_office,
        ),
    ] = None,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Report only contacts that nobody has stored.")
    ] = False,
) -> int:
    """Read the contacts out of releases; store them only with --apply.

    \b
      pressdesk harvest releases/
      pressdesk harvest old/*.txt --region GB --format jsonl
      pressdesk harvest releases/ --only-new --apply --office washington

    Each contact is reported with file, line, and what it is to the directory: new, known, changed,
    former, or in conflict with it. With --apply the newest release wins, conflicts are left alone,
    what was given up is not stored again, and each value keeps the file and line that it came from;
    `pressdesk undo` takes all of it back.

    Exit status 1 when nothing is found, or something could not be read or stored.
    """
    settings: Settings = context.obj
    if not apply and (office or yes):
        raise OptionsError("--office and --yes say how contacts are stored: add --apply")
    posted_at = find_office(office, settings)
    country = parse_country(region) if region else (posted_at.country if posted_at else None)
    report = Report(output_format)
    kept: list[Evidence] = []
    statuses: Counter[Status] = Counter()
    files = ManyFiles("harvesting", settings.is_quiet)

    def take(outcome: Outcome) -> None:
        if outcome.error:
            files.note(outcome.error, outcome.exit_code)
        for found in outcome.evidence:
            statuses[found.status] += 1
            if found.status is Status.NEW or not only_new:
                report.write(found)
                if apply:
                    kept.append(found)

    files.each(
        _outcomes(releases, folders, Manner(form, country), settings, files), take, report.end
    )
    if not settings.is_quiet:
        output.say(_summary(statuses, files.count))
    _say_unread(report.unread, country)
    status = files.status(0 if statuses else 1)
    return max(status, _apply(kept, posted_at, settings, is_given=yes)) if kept else status


def _outcomes(
    releases: list[str], folders: Folders, manner: Manner, settings: Settings, files: ManyFiles
) -> Iterator[Outcome]:
    """Yield what is found in each release, compared with the directory if there is one."""
    outcomes = _read(releases, folders, manner, files)
    try:
        with reading(settings) as directory:
            yield from _judged(outcomes, directory)
    except DirectoryMissingError:
        yield from _judged(outcomes, None)


def _judged(outcomes: Iterator[Outcome], directory: Directory | None) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome._replace(
            evidence=[judge(directory, evidence).evidence for evidence in outcome.evidence]
        )


def _read(
    releases: list[str], folders: Folders, manner: Manner, files: ManyFiles
) -> Iterator[Outcome]:
    if "-" in releases:
        if len(releases) > 1:
            raise OptionsError("- is stdin, and stands alone")
        content = read_stream("-", open_stdin(), MOST_BYTES)
        evidence = find_evidence("-", content, manner.form or "text", country=manner.country)
        return iter([Outcome("-", evidence)])
    return read_files(folders.find(releases, files), manner)


def _summary(statuses: Counter[Status], files: int) -> str:
    """Say what was found: "7 contacts in 3 releases: 4 new, 3 known"."""
    count = statuses.total()
    parts = ", ".join(f"{statuses[status]} {status}" for status in Status if statuses[status])
    sentence = f"{_counted(count, 'contact')} in {_counted(files, 'release')}"
    return f"{sentence}: {parts}" if parts else sentence


def _say_unread(count: int, country: str | None) -> None:
    if count:
        way = "" if country else "; --region CC says of which country they are"
        output.warn(f"{_counted(count, 'number')} could not be read and will not be stored{way}")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _say_unposted(names: Sequence[str]) -> None:
    """Say who is at no office: a release named none that the directory has."""
    shown = ", ".join(map(visible, names[:_MOST_NAMED]))
    more = len(names) - _MOST_NAMED
    shown += f" and {more} more" if more > 0 else ""
    verb = "is" if len(names) == 1 else "are"
    output.warn(
        f"{shown} {verb} at no office, and in no block: `pressdesk contact post` posts each; "
        "for all at once `pressdesk undo`, and harvest again with --office"
    )


def _apply(
    kept: list[Evidence], office: "Office | None", settings: Settings, *, is_given: bool
) -> int:
    """Store evidence as one operation, after a question; return the exit status."""
    from pressdesk.harvest.storing import store_evidence  # imports sqlite_utils

    wanted = sum(evidence.status in {Status.NEW, Status.CHANGED} for evidence in kept)
    if not wanted:
        output.say("nothing to store")
        return 0
    confirm(f"Store {_counted(wanted, 'contact')} from releases?", is_given=is_given)
    load_readers()
    with changing(settings, "harvest", kind="harvest", create=True) as directory:
        stored = store_evidence(directory, kept, office)
    for evidence, reason in stored.left:
        name = visible(evidence.contact.name or evidence.contact.office or "a desk")
        where = f"{visible(evidence.file)}:{evidence.line}"
        output.warn(f"{where}: {name} was left alone: {visible(reason)}")
    if stored.unposted:
        _say_unposted(stored.unposted)
    output.say(f"stored: {stored.added} added, {stored.changed} changed")
    return 1 if stored.left else 0
