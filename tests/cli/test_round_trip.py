"""An export, taken into an empty directory, is the same directory: as CSV, as Excel and as JSON."""

import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.cli.commands.export.options import ExportShape
from pressdesk.cli.commands.export.rows import Export
from pressdesk.cli.screen.sinks import Sink
from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.search.asking import Search
from pressdesk.directory.store import Directory
from pressdesk.exchange.reading import ReadOptions, read_sheets
from pressdesk.importing import ImportOptions, take_in
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting, has_way
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.extension_plan import ExtensionPlan
from pressdesk.values.phone_number import PhoneNumber
from tests.conftest import Run
from tests.directory.samples import NOWHERE
from tests.strategies import clean_texts

BOARDS = [PhoneNumber.parse(text) for text in ("+41 22 501 01 00", "+254 20 2012345")]
NUMBERS = [*BOARDS, *map(PhoneNumber.parse, ("+44 7400 123456", "+1 202 555 0123"))]
EXTENSIONS = ("12", "130", "0131")
PLANS = (None, ExtensionPlan.parse("digits", "3-4"), ExtensionPlan.parse("range", "100-199"))
DAYS = (None, date(2026, 1, 31), date(2026, 7, 1))
# Two of them are one name, and one is the code of an office.
NAMES = ("Ada Roth", "Dr. ADA Roth", "Newsroom", "here", "Жанна Д’Арк")
PERIODS: tuple[tuple[tuple[date | None, date | None], ...], ...] = (
    ((None, None),),
    ((None, date(2026, 6, 30)), (date(2026, 7, 1), None)),
    ((date(2026, 7, 1), date(2026, 7, 31)), (None, date(2026, 5, 1))),
)
ALLOWING = ImportOptions(shared_extension=True)


@st.composite
def some_offices(draw: st.DrawFn) -> list[Office]:
    """Draw offices, each of which may report to the one before."""
    codes = draw(st.lists(st.sampled_from(["here", "there", "geneva"]), min_size=1, unique=True))
    names = draw(st.permutations(["Here", "Geneva", "Relief There"]))
    offices: list[Office] = []
    for code, name in zip(codes, names, strict=False):
        offices.append(
            Office(
                code, name, draw(st.sampled_from(["CH", "KE"])),
                organization=draw(st.none() | clean_texts()),
                city=draw(st.none() | clean_texts()),
                language=draw(st.sampled_from([None, "fr"])),
                timezone=draw(st.sampled_from([None, "Europe/Zurich"])),
                switchboard=draw(st.sampled_from([None, *BOARDS])),
                extension_plan=draw(st.sampled_from(PLANS)),
                reports_to=offices[-1].code if draw(st.booleans()) and offices else None,
                names=draw(st.dictionaries(st.sampled_from(["es"]), clean_texts())),
            )
        )  # fmt: skip
    return offices


@st.composite
def some_ways(draw: st.DrawFn) -> tuple[tuple[Email, ...], tuple[Phone, ...]]:
    """Draw addresses and numbers as they are kept: public ones first, a number seen alike by all.

    Own numbers may be those of switchboards, and one number may be of two kinds.
    """
    drawn = draw(st.lists(st.sampled_from(["a", "b", "press"]), max_size=2, unique=True))
    emails = [
        Email(EmailAddress(f"{name}@example.org"), draw(st.booleans()), draw(st.sampled_from(DAYS)))
        for name in drawn
    ]
    numbers = draw(
        st.lists(
            st.tuples(st.sampled_from(NUMBERS), st.sampled_from([None, *EXTENSIONS])),
            max_size=3, unique=True,
        )
    )  # fmt: skip
    phones = []
    for number, extension in numbers:
        is_public = draw(st.booleans())
        kinds = draw(st.lists(st.sampled_from(PhoneKind), min_size=1, max_size=2, unique=True))
        phones += [
            Phone(number.with_extension(extension), kind, is_public, draw(st.sampled_from(DAYS)))
            for kind in kinds
        ]
    places = list(PhoneKind)
    return (
        tuple(sorted(emails, key=lambda one: not one.public)),
        tuple(sorted(phones, key=lambda one: (places.index(one.kind), not one.public))),
    )


@st.composite
def some_postings(draw: st.DrawFn, offices: Sequence[Office]) -> tuple[Posting, ...]:
    """Draw postings, also several at one office one after the other, in any order."""
    postings = []
    for office in draw(
        st.lists(st.sampled_from(offices), max_size=2, unique_by=lambda one: one.code)
    ):
        plan = office.extension_plan
        free = [one for one in EXTENSIONS if plan is None or plan.allows(one)]
        extensions = [None, *free] if office.switchboard else [None]
        for begin, end in draw(st.sampled_from(PERIODS)):
            postings.append(
                Posting(
                    office.code,
                    draw(st.sampled_from([None, 0, 3])),
                    draw(st.none() | clean_texts()),
                    draw(st.sampled_from(extensions)),
                    begin,
                    end,
                )
            )
    return tuple(draw(st.permutations(postings)))


@st.composite
def directories(draw: st.DrawFn) -> tuple[list[Office], list[Contact]]:
    """Draw offices and contacts; a successor comes before whom it follows."""
    offices = draw(some_offices())
    contacts: list[Contact] = []
    keys = draw(st.permutations(["ada-roth", "ada-roth-2", "x", "жанна"]))
    for key in keys[: draw(st.integers(1, 4))]:
        emails, phones = draw(some_ways())
        contact = Contact(
            key, draw(st.sampled_from(NAMES)), draw(st.sampled_from(ContactKind)),
            given_name=draw(st.none() | clean_texts()),
            family_name=draw(st.none() | clean_texts()),
            title=draw(st.none() | clean_texts()),
            titles=draw(st.dictionaries(st.sampled_from(["fr"]), clean_texts())),
            emails=emails,
            phones=phones,
            languages=draw(st.sampled_from([(), ("fr", "pt-BR")])),
            topics=draw(st.sampled_from([(), ("food", "war")])),
            postings=draw(some_postings(offices)),
            note=draw(st.none() | clean_texts()),
            unlisted=draw(st.booleans()),
            left_on=draw(st.sampled_from(DAYS)),
            successor=contacts[-1].key if draw(st.booleans()) and contacts else None,
        )  # fmt: skip
        if not has_way(contact, internal=True):
            contact = contact._replace(emails=(Email(EmailAddress("z@example.org")),))
        contacts.append(contact)
    return offices, contacts


def content(directory: Directory) -> tuple[list[Office], list[Contact]]:
    """Give all that a directory holds, but for versions, and where values came from."""
    offices = [one._replace(version=0) for one in directory.offices()]
    contacts = [
        one._replace(version=0,
            emails=tuple(email._replace(source=None) for email in one.emails),
            phones=tuple(phone._replace(source=None) for phone in one.phones),
        )
        for one in directory.contacts()
    ]  # fmt: skip
    return sorted(offices, key=lambda one: one.code), sorted(contacts, key=lambda one: one.key)


def export(directory: Directory, form: str) -> Iterator[tuple[str, bytes]]:
    """Export everything; give the names and contents of the files."""
    kinds = [False] if form == "json" else [False, True]
    for is_offices in kinds:
        file = io.BytesIO()
        shape = ExportShape(output_format=form, internal=True, offices=is_offices)
        Export(directory, Search(), shape).write(Sink(Path("export"), file))
        yield f"{'offices' if is_offices else 'contacts'}.{form}", file.getvalue()


def imported(files: Iterator[tuple[str, bytes]], directory: DirectoryEditor) -> None:
    """Take files into a directory; no row may be refused."""
    sheets = [one for name, text in files for one in read_sheets(name, text, ReadOptions())]
    report = take_in(directory, sheets, ALLOWING)
    assert not report.refused, list(report.lines())


def check_round_trip(form: str, those: tuple[list[Office], list[Contact]]) -> None:
    """Export and import a directory, twice: the second import changes nothing."""
    with Directory.rehearse(NOWHERE) as first, Directory.rehearse(NOWHERE) as second:
        for office in those[0]:
            first.add_office(office)
        for contact in those[1]:
            first.add_contact(contact, shared_extension=True, keeps_numbers=True)
        files = list(export(first, form))
        imported(iter(files), second)
        assert content(second) == content(first)
        imported(iter(files), second)
        assert content(second) == content(first)


@pytest.mark.parametrize("form", ["csv", "json"])
@settings(max_examples=40)
@given(those=directories())
def test_an_export_imported_is_the_same_directory(
    form: str, those: tuple[list[Office], list[Contact]]
) -> None:
    """Everything, with keys, ranks and internal values."""
    check_round_trip(form, those)


@settings(max_examples=8)
@given(those=directories())
def test_a_spreadsheet_imported_is_the_same_directory(
    those: tuple[list[Office], list[Contact]],
) -> None:
    """Its cells are the same texts."""
    check_round_trip("xlsx", those)


def test_a_number_on_a_switchboard_loses_no_posting(run: Run, tmp_path: Path) -> None:
    """She was stored before her office had one; the export says what is whose."""
    for line in (
        'office add "A Nairobi" --country KE --code na',
        'office add "A Mombasa" --country KE --code mo',
        'contact add "Wanjiku Kamau" --office na --email w@example.org --tel "020 2012345 ext 310"',
        "contact post wanjiku --office mo",
        'office edit na --switchboard "+254 20 2012345"',
    ):
        assert run(f"pressdesk {line}").code == 0
    whole = tmp_path / "whole.json"
    assert run(f"pressdesk export --format json -o {whole}").code == 0
    done = run(f"pressdesk --db {tmp_path / 'other.db'} import {whole}")
    assert (done.code, "1 refused" in done.err) == (0, False)
    shown = run(f"pressdesk --db {tmp_path / 'other.db'} show wanjiku").out
    assert shown.splitlines()[-2:] == [
        "posted to:   A Nairobi, ext 310 on +254 20 2012345",
        "posted to:   A Mombasa",
    ]


PHONE = {"number": "+254202012345", "extension": "310", "kind": "office", "public": True,
         "display": "+254 20 2012345", "verified_on": None}  # fmt: skip
OLD_EXPORT = {
    "schema_version": 1,
    "offices": [
        {"code": "mo", "name": "A Mombasa", "names": {}, "country": "KE", "switchboard": None},
        {
            "code": "na", "name": "A Nairobi", "names": {}, "country": "KE",
            "switchboard": {"number": "+254202012345", "display": "+254 20 2012345"},
        },
    ],
    "contacts": [
        {
            "key": "wanjiku-kamau", "kind": "person", "name": "Wanjiku Kamau",
            "emails": [{"address": "w@example.org", "public": True, "verified_on": None}],
            "phones": [PHONE], "postings": [{"office": "na"}, {"office": "mo"}],
        }
    ],
}  # fmt: skip


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_number_of_her_own_stays_her_own(
    run: Run, tmp_path: Path, is_turned: bool  # noqa: FBT001
) -> None:  # fmt: skip
    """As an export says that it was, whichever of her offices comes first."""
    file = tmp_path / "whole.json"
    text = json.dumps(OLD_EXPORT)
    if is_turned:
        one, other = '{"office": "na"}', '{"office": "mo"}'
        text = text.replace(f"{one}, {other}", f"{other}, {one}")
    file.write_text(text)
    assert run(f"pressdesk import {file}").code == 0
    shown = run("pressdesk show wanjiku").out
    assert "tel:         +254 20 2012345 ext 310" in shown
    assert "A Nairobi" in shown
    assert "A Mombasa" in shown
    assert run("pressdesk import", str(file)).err.count("1 refused") == 0


def test_who_is_reached_by_the_extension_of_a_later_row_is_whole(run: Run, tmp_path: Path) -> None:
    """The first row makes nobody reachable, and is not lost: it waits for the other."""
    run("pressdesk office add Here --country KE --code here")
    run('pressdesk office add There --country KE --code there --switchboard "+254 20 2012345"')
    file = tmp_path / "list.csv"
    file.write_text(
        "office,name,key,ext\nhere,Night Desk,night,\nhere,Nobody,nobody,\n"
        "there,Night Desk,night,310\n"
    )
    done = run(f"pressdesk import {file}")
    assert done.code == 1
    assert [line.split(": ")[0] for line in done.err.splitlines() if ".csv:" in line] == [
        f"{file}", f"{file}:2 night office", f"{file}:3 row"
    ]  # fmt: skip
    assert run("pressdesk contact list --fields key,code,ext").out == (
        "night\there\t\nnight\tthere\t310\n"
    )
