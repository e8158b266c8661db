"""The laws that hold for every preset."""

import random

import pytest
from hypothesis import given, settings, strategies as st

from pressdesk.exchange.columns import CONTACT_COLUMNS, OFFICE_COLUMNS
from pressdesk.exchange.lines import Line
from pressdesk.exchange.presets import PRESETS, find_preset, get_preset
from pressdesk.exchange.presets.reading import READ_FIELDS
from pressdesk.exchange.presets.writing import LISTS, line_values
from pressdesk.model import Contact, PhoneKind
from pressdesk.words import parse_words
from tests.conftest import ROOT
from tests.exchange.presets import headers
from tests.exchange.presets.lines import (
    LINE,
    OFFICE,
    filled,
    lost,
    read_back,
    values_of_line,
    values_of_texts,
)
from tests.strategies import contacts
from tests.work import Counting

FOLDER = ROOT / "src" / "pressdesk" / "exchange" / "presets"
HEADERS = {
    "google": headers.GOOGLE,
    "outlook": headers.OUTLOOK,
    "outlook-classic": headers.CLASSIC,
    "mailchimp": headers.MAILCHIMP,
    "brevo": headers.BREVO,
}
# What never fails to arrive: all else may be lost, and is named.
CARRIED = {
    "google": {"email", "phone", "mobile", "whatsapp", "satellite", "fax", "office", "note"},
    "outlook": {"email", "office", "note"},
    "outlook-classic": {"email", "office", "note", "languages"},
    "mailchimp": {"email"},
    "brevo": {"email"},
}
every_preset = pytest.mark.parametrize("name", PRESETS)
# As they are stored: the door refuses a topic with a semicolon.
stored = contacts().filter(lambda contact: ";" not in "".join(contact.topics))


@every_preset
def test_the_header_is_the_contract(name: str) -> None:
    """Letter by letter; what a group repeats stands behind it."""
    preset = get_preset(name)
    assert ",".join(preset.header) == HEADERS[name]
    assert set(preset.header) >= preset.phone_columns


def test_google_has_a_group_for_each_kind_of_number() -> None:
    """A group has one label."""
    assert len(get_preset("google").phone_columns) == len(PhoneKind)


@every_preset
def test_a_file_says_nothing_that_is_not_understood(name: str) -> None:
    """Every part, every field; a misspelt form or condition is an error when the file is read."""
    parts = parse_words((FOLDER / f"{name}.txt").read_text("utf-8").splitlines())
    known = {"program", "columns", "read", "e-mail labels", "phone labels", "refused columns",
             "refused statuses", "refused files"}  # fmt: skip
    assert {part for part in parts if not part.startswith(("recognised", "words: "))} <= known
    assert set(parts["program"]) <= {"called", "row", "read as"}
    written = {meaning.partition(" as ")[0] for meaning in parts["columns"].values()} - {""}
    assert written <= {*line_values(LINE, []), "phone_label", "phone_group"}
    meanings = [parts.get(part, {}).values() for part in ("read", "e-mail labels", "phone labels")]
    assert {one.partition(" as ")[0] for part in meanings for one in part} <= READ_FIELDS
    assert {*line_values(LINE, []), "phone_label", "phone_group"} >= LISTS


def test_an_unknown_preset_is_none() -> None:
    """A name of a path is no name."""
    for name in ("hubspot", "", "../presets/google", "__init__"):
        with pytest.raises(KeyError):
            get_preset(name)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        *((header, name) for name, header in HEADERS.items()),
        (headers.OLD_GOOGLE, "google"),
        (headers.GOOGLE + ",E-mail 2 - Label,E-mail 2 - Value", "google"),
        (headers.AUDIENCE, "mailchimp"),
        (headers.AUDIENCE + ",UNSUB_TIME,UNSUB_REASON", "mailchimp"),
        ("EMAIL,FIRSTNAME,LASTNAME,SMS,INTERESTS", "brevo"),
        (headers.GERMAN, "outlook-classic"),
        (headers.FRENCH, "outlook-classic"),
    ],
)
@pytest.mark.parametrize("change", [str, str.upper, str.lower, str.title])
def test_a_file_is_recognised_by_its_header(header: str, name: str, change: type[str]) -> None:
    """In any order of the columns, in any case."""
    columns = change(header).split(",")
    random.Random(7).shuffle(columns)  # noqa: S311  # the same order in every run
    assert find_preset(columns) == name


@pytest.mark.parametrize(
    "header",
    [
        ",".join(CONTACT_COLUMNS),
        ",".join((*CONTACT_COLUMNS, "title_fr", "left_on", "successor", "verified_on")),
        ",".join(OFFICE_COLUMNS),
        "Office,Name,Job title,E-mail,Phone,Ext",
        "Office,First name,Last name,E-mail address,Telephone",
        "Email,First name,Last name,WhatsApp",
        "Vorname,Nachname,Telefon",
        "Vorname,Nachname,E-Mail-Adresse,Büro",
        "Prénom,Nom,Adresse de messagerie,Bureau",
        "Account Name,Contact ID,First Name,Last Name,Title,Phone,Fax,Mobile,Email,Account ID",
        "Имя,Фамилия,Адрес электронной почты",
        "",
    ],
)
def test_other_files_are_none_of_them(header: str) -> None:
    """Pressdesk's own CSV above all, under whatever names people write its columns."""
    assert find_preset(header.split(",")) is None


@every_preset
@settings(max_examples=40)
@given(contact=stored, internal=st.booleans())
def test_what_is_not_read_back_is_named_as_lost(
    name: str,
    contact: Contact,
    internal: bool,  # noqa: FBT001
) -> None:
    """Nothing arrives as what it is not, and nothing is lost in silence."""
    preset = get_preset(name)
    line = Line(contact, contact.postings[0], OFFICE, internal)
    emails: list[str | None] = [None]
    if preset.is_per_email:
        emails = [*preset.find_emails(line)] or [None]
    rows = [read_back(preset, name, line, email) for email in emails]
    got = {value for row in rows for value in values_of_texts(row.texts)}
    assert not any(row.problem or row.warnings for row in rows)
    missed = [
        one
        for one in lost(name, line)
        if one.split(":")[0] not in {"given_name", "family_name", "from", "until", "left_on"}
        and not one.startswith("title_")
    ]
    assert set(missed) == values_of_line(line) - got
    assert not {one.partition(":")[0] for one in missed} & CARRIED[name]
    # Cut or turned round, the name may differ; no other value is invented.
    assert {one for one in got - values_of_line(line) if not one.startswith("name:")} == set()


@every_preset
@pytest.mark.parametrize(
    "bit", [" ", "\u00a0", "(a@", "@", ";", ",", ":::", " x1", '"', "* ", "1 "]
)
def test_a_huge_cell_is_read_in_one_go(name: str, bit: str, counting: Counting) -> None:
    """No pattern goes back over what it has read."""
    preset = counting.module("exchange.presets").get_preset(name)
    header = (*preset.header, "Name", "TAGS")
    assert counting.growth(
        lambda cell: preset.read_row(dict.fromkeys(header, cell)), bit, 2_000
    ) == {}  # fmt: skip


@every_preset
@settings(max_examples=40)
@given(contact=contacts())
def test_internal_values_are_shown_only_when_asked(name: str, contact: Contact) -> None:
    """Neither an address nor a number nor the note."""
    line = Line(contact, contact.postings[0], OFFICE, internal=False)
    text = " ".join(filled(name, line).values())
    public = {str(one.address) for one in contact.emails if one.public}
    shown = {str(one.address) for one in contact.emails if str(one.address) in text.split()}
    assert shown <= public
    assert "Notes" not in filled(name, line)


@every_preset
def test_a_row_of_one_address_has_no_other(name: str) -> None:
    """For exports of one row for each address."""
    texts = get_preset(name).read_row(filled(name, LINE, "press@example.org")).texts
    assert texts["email"] == "press@example.org"


@every_preset
def test_a_contact_without_a_posting_has_a_row(name: str) -> None:
    """Without an office."""
    row = get_preset(name).read_row(filled(name, Line(LINE.contact)))
    assert "office" not in row.texts
    assert row.texts["email"].startswith("maria@example.org")


@every_preset
@given(
    cells=st.dictionaries(
        st.sampled_from(
            ",".join([*HEADERS.values(), headers.OLD_GOOGLE, headers.AUDIENCE]).split(",")
        )
        | st.from_regex(r"(E-mail|Phone) [0-9]{1,6} - (Value|Label)", fullmatch=True)
        | st.text(max_size=8),
        st.text(max_size=20)
        | st.sampled_from(['"', '"a","b', " ::: ", ";;", "* ", "1.20286E+10", "\ud800", "\x00"]),
        max_size=8,
    )
)
def test_no_cell_stops_the_reader(name: str, cells: dict[str, str]) -> None:
    """Whatever stands in it: values are judged in the next step."""
    row = get_preset(name).read_row(cells)
    assert all(row.texts.values())
