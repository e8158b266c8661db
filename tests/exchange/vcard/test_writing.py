"""vCards as RFC 6350 and RFC 2426 have them."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from pressdesk.exchange.lines import Line
from pressdesk.exchange.vcard.writing import Version, dump_card, dump_contact
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")

OFFICE = Office(
    "here", "Here; and, there", "CH", "Relief",
    switchboard=PhoneNumber("+41225010100", None, "+41 22 501 01 00"),
)  # fmt: skip


def properties(card: str) -> list[str]:
    """Unfold a card into its content lines."""
    return card.replace("\r\n ", "").split("\r\n")[:-1]


@given(contact=contacts(), internal=st.booleans(), version=st.sampled_from(VERSIONS))
def test_every_card_is_whole(contact: Contact, internal: bool, version: Version) -> None:  # noqa: FBT001
    """It begins and ends, each line is folded at 75 octets, and only what may be shown is there."""
    card = dump_card(Line(contact, contact.postings[0], OFFICE, internal), version)
    lines = properties(card)
    assert lines[:2] == ["BEGIN:VCARD", f"VERSION:{version}"]
    assert lines[-1] == "END:VCARD"
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    shown = sum(one.public or internal for one in contact.emails)
    assert sum("EMAIL;" in line for line in lines) == shown
    assert any(line.startswith("NOTE:") for line in lines) is bool(internal and contact.note)


def test_values_are_escaped_and_uris_are_not() -> None:
    """The semicolon of an extension stays."""
    posting = Posting("here", extension="0230", title="Press, Radio")
    lines = properties(dump_card(Line(Contact("x", "X Y", postings=(posting,)), posting, OFFICE)))
    assert 'TEL;VALUE=uri;TYPE="work,voice":tel:+41-22-501-01-00;ext=0230' in lines
    assert "ORG:Relief;Here\\; and\\, there" in lines
    assert "TITLE:Press\\, Radio" in lines
    assert "N:Y;X;;;" in lines


@pytest.mark.parametrize(
    ("kind", "line"), [(ContactKind.DESK, "KIND:org"), (ContactKind.PERSON, "KIND:individual")]
)
def test_a_desk_is_no_individual(kind: ContactKind, line: str) -> None:
    """And has no family name."""
    lines = properties(dump_card(Line(Contact("x", "Press Desk", kind))))
    assert line in lines
    assert any(one.startswith("N:") for one in lines) is (kind is ContactKind.PERSON)


WASHINGTON = Office(
    "washington", "IOM Washington DC", "US", "IOM", names={"fr": "OIM Washington"},
    switchboard=PhoneNumber("+12028621826", None, "+1 202 862 1826"),
)  # fmt: skip
GENEVA = Office("geneva", "IOM Geneva", "CH", "IOM")
OFFICES = {"washington": WASHINGTON, "geneva": GENEVA}
MARIA = Contact(
    "maria", "Maria G. Moreno", given_name="Maria", title="Head, Media",
    titles={"fr": "Cheffe; médias"}, languages=("en", "fr"), topics=("food, water", "winter"),
    emails=(Email(EmailAddress("m@example.org")), Email(EmailAddress("x@example.org"), False)),
    phones=(
        Phone(PhoneNumber("+12025550123", None, "+1 202 555 0123"), PhoneKind.WHATSAPP),
        Phone(PhoneNumber("+12025550124", "7", "+1 202 555 0124"), PhoneKind.SATELLITE, False),
    ),
    postings=(
        Posting("washington", 1, None, "230"),
        Posting("geneva", None, "Spokesperson", "55", date(2026, 7, 1), date(2026, 12, 31)),
        Posting("washington", starts_on=date(2027, 1, 1)),
    ),
    note="Before noon", left_on=date(2028, 1, 1), successor="bruno",
)  # fmt: skip


def test_a_contact_with_several_postings_is_one_card_in_4_0() -> None:
    """Each posting has a group; an office is written once, a posting's own title in its group."""
    card = dump_contact(MARIA, OFFICES, revised_on=date(2026, 7, 1))
    assert properties(card) == [
        "BEGIN:VCARD", "VERSION:4.0", "PRODID:-//pressdesk//pressdesk//EN", "KIND:individual",
        "FN:Maria G. Moreno", "N:Moreno;Maria;;;", "X-PRESSDESK-STORED:given",
        r"TITLE;ALTID=1:Head\, Media", r"TITLE;ALTID=1;LANGUAGE=fr:Cheffe\; médias",
        "post1.ORG;ALTID=1:IOM;IOM Washington DC",
        "post1.ORG;ALTID=1;LANGUAGE=fr:IOM;OIM Washington",
        'post1.TEL;VALUE=uri;TYPE="work,voice":tel:+1-202-862-1826;ext=230',
        "post1.X-PRESSDESK-SWITCHBOARD:+12028621826", "post1.X-PRESSDESK-OFFICE:washington",
        "post1.X-PRESSDESK-RANK:1", "post1.X-PRESSDESK-EXT:230",
        "post2.ORG:IOM;IOM Geneva", "post2.TITLE:Spokesperson", "post2.X-PRESSDESK-OFFICE:geneva",
        "post2.X-PRESSDESK-FROM:2026-07-01", "post2.X-PRESSDESK-UNTIL:2026-12-31",
        "post2.X-PRESSDESK-EXT:55",
        "post3.X-PRESSDESK-OFFICE:washington", "post3.X-PRESSDESK-FROM:2027-01-01",
        "EMAIL;TYPE=work:m@example.org",
        'item1.TEL;VALUE=uri;TYPE="work,cell":tel:+1-202-555-0123', "item1.X-ABLabel:WhatsApp",
        "LANG;PREF=1:en", "LANG;PREF=2:fr", r"CATEGORIES:food\, water,winter",
        "X-PRESSDESK-LEFT-ON:2028-01-01", "X-PRESSDESK-SUCCESSOR:bruno",
        "UID;VALUE=text:maria", "REV:20260701T000000Z", "END:VCARD",
    ]  # fmt: skip


def test_what_differs_in_3_0() -> None:
    """Extensions as text, TYPE as a plain list, no ALTID, and no property that came with 4.0."""
    lines = properties(dump_contact(MARIA, OFFICES, version="3.0", internal=True,
                                    revised_on=date(2026, 7, 1)))  # fmt: skip
    assert {
        "post1.TEL;TYPE=WORK,VOICE:+1 202 862 1826 ext. 230",
        "item2.TEL;TYPE=WORK,CELL:+1 202 555 0123",
        r"TITLE:Head\, Media", r"TITLE;LANGUAGE=fr:Cheffe\; médias", "X-PRESSDESK-LANG:en fr",
        "EMAIL;TYPE=INTERNET,WORK:m@example.org", "UID:maria", "REV:2026-07-01",
        "item1.EMAIL;TYPE=INTERNET,WORK:x@example.org", "item1.X-PRESSDESK-INTERNAL:TRUE",
        "item3.TEL;TYPE=WORK,VOICE:+1 202 555 0124 ext. 7", "item3.X-ABLabel:Satellite",
        "item3.X-PRESSDESK-INTERNAL:TRUE", "NOTE:Before noon",
    } <= set(lines)  # fmt: skip
    assert not [one for one in lines if "ALTID" in one or one.startswith(("KIND", "LANG", "tel:"))]


def test_the_title_of_the_only_posting_stands_for_the_contacts() -> None:
    """The contact's own is kept beside it, also when there is none."""
    posting = Posting("geneva", title="Spokesperson")
    for title in ("Head", None):
        contact = Contact("m", "M", title=title, postings=(posting,))
        lines = properties(dump_contact(contact, OFFICES))
        assert "TITLE:Spokesperson" in lines
        assert f"X-PRESSDESK-TITLE:{title or ''}" in lines


@pytest.mark.parametrize("version", VERSIONS)
def test_one_posting_is_the_case_of_a_line(version: Version) -> None:
    """And a card without a date is the same whenever it is written."""
    contact = Contact("m", "M", postings=(Posting("washington", 2, "Head", "5"),))
    line = Line(contact, contact.postings[0], WASHINGTON)
    card = dump_contact(contact, OFFICES, version=version)
    assert card == dump_card(line, version)
    assert "REV" not in card


def test_an_unlisted_contact_is_written_only_with_internal() -> None:
    """Into an export; a lookup has shown it already."""
    contact = Contact("m", "M", unlisted=True)
    assert dump_contact(contact, {}) == ""
    assert "X-PRESSDESK-UNLISTED:TRUE" in dump_contact(contact, {}, internal=True)
    assert "FN:M" in dump_card(Line(contact))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_office_that_is_not_given_is_a_code_alone(version: Version) -> None:
    """The card is written all the same."""
    contact = Contact("m", "M", postings=(Posting("gone", extension="5"),))
    lines = properties(dump_contact(contact, {}, version=version))
    assert {"X-PRESSDESK-OFFICE:gone", "X-PRESSDESK-EXT:5"} <= set(lines)
    assert not [one for one in lines if one.startswith(("ORG", "TEL"))]


@pytest.mark.parametrize(
    ("name", "given", "family", "written"),
    [
        ("Maria G. Moreno", None, None, "N:Moreno;Maria G.;;;"),
        ("Maria G. Moreno", "Maria", None, "N:Moreno;Maria;;;"),
        ("Ana Sol Ruiz", None, "Sol Ruiz", "N:Sol Ruiz;Ana;;;"),
        ("Zhang Wei", None, "Zhang", "N:Zhang;Wei;;;"),
        ("Pelé", None, None, "N:Pelé;;;;"),
        ("Kim Moreno", None, "eno", "N:eno;Kim Moreno;;;"),
        ("A, B; C", None, None, r"N:C;A\, B\;;;;"),
    ],
)
@pytest.mark.parametrize("version", VERSIONS)
def test_names_are_split(
    name: str, given: str | None, family: str | None, written: str, version: Version
) -> None:
    """As stored, else at the last word."""
    contact = Contact("x", name, given_name=given, family_name=family)
    assert written in properties(dump_contact(contact, {}, version=version))


def test_a_desk_in_3_0_has_an_n_of_its_whole_name() -> None:
    """RFC 2426 asks for an N, and some programs show nothing else."""
    lines = properties(
        dump_contact(Contact("x", "Press Desk", ContactKind.DESK), {}, version="3.0")
    )
    assert {"N:Press Desk;;;;", "X-PRESSDESK-KIND:desk"} <= set(lines)


@pytest.mark.parametrize(
    "planted", ["\x00", "\x1b[31m", "\r\nNOTE:x", "\u0085", "\u2028", "\ud800"]
)
@pytest.mark.parametrize("version", VERSIONS)
def test_what_came_past_the_door_breaks_no_card(planted: str, version: Version) -> None:
    """A control is written nowhere, and a line end begins no property."""
    bad = f"a{planted}b"
    contact = Contact(
        bad, bad, title=bad, titles={f"fr{planted}": bad}, languages=(f"en{planted}",),
        topics=(bad,), emails=(Email(EmailAddress(bad)),), note=bad,
        phones=(Phone(PhoneNumber(f"+1{planted}", f"5{planted}", f"+1 2{planted}")),),
        postings=(Posting(bad, title=bad, extension=f"5{planted}"),),
    )  # fmt: skip
    office = Office(bad, bad, "CH", bad, switchboard=PhoneNumber(f"+1{planted}"), names={bad: bad})
    card = dump_contact(contact, {bad: office}, version=version, internal=True)
    assert not set(card.replace("\r\n", "")) & set("\x00\x1b\r\n\u0085\u2028\ud800")
    harmless = dump_contact(contact, {}, version=version, internal=True).count("\r\n")
    assert card.count("\r\n") >= harmless
    assert [one for one in properties(card) if one.startswith("NOTE")] == [
        one for one in properties(card) if one.startswith("NOTE:a")
    ]
