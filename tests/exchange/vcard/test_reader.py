"""vCards of every program, of none, and our own read back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from pressdesk.exchange.flat_record import flatten_contact
from pressdesk.exchange.sheet import Record
from pressdesk.exchange.vcard import lines as vcard_lines
from pressdesk.exchange.vcard.reader import looks_like_vcard, read_cards
from pressdesk.exchange.vcard.writing import Version, dump_contact
from pressdesk.model import Contact, Office, Phone, Posting
from pressdesk.values.phone_number import PhoneNumber
from tests.conftest import ROOT
from tests.strategies import contacts, offices, postings
from tests.work import Counting

GOLDEN = ROOT / "tests" / "golden" / "vcard"
# Encoded alone or with others, a card must have a way.
MAIL = "EMAIL:a@example.org"


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> bytes:
    """Write a card of these lines, which is reached by an e-mail."""
    return end.join(("BEGIN:VCARD", f"VERSION:{version}", *lines, MAIL, "END:VCARD", "")).encode()


def read(*lines: str, version: str = "3.0") -> Record:
    """Read the only record of a card of these lines."""
    (record,) = read_cards("list.vcf", card("FN:Ada Kowal", *lines, version=version))
    return record


def problem_of(record: Record) -> str:
    """Give why a record is refused."""
    assert record.problem is not None
    return record.problem.reason


def as_data(record: Record) -> dict[str, Any]:
    """Give a record as the golden files have it."""
    return {
        "line": record.line,
        "texts": dict(record.texts),
        "problem": record.problem.reason if record.problem else None,
        "warnings": list(record.warnings),
    }


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.vcf")), ids=lambda path: path.stem)
def test_cards_of_other_programs(path: Path) -> None:
    """A card that was read wrongly becomes a test by adding two files."""
    found = [as_data(record) for record in read_cards(path.name, path.read_bytes())]
    assert found == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


# --- our own -------------------------------------------------------------------------------------


def columns_of(contact: Contact, posting: Posting | None, *, internal: bool) -> dict[str, str]:
    """Give what a card of ours must read back: the columns of the row.

    Lost is when a value was verified and whence it came.
    """
    if not internal:
        contact = contact._replace(
            emails=tuple(one for one in contact.emails if one.public),
            phones=tuple(one for one in contact.phones if one.public),
            note=None,
        )
    flat = flatten_contact(contact, posting)
    return {column: text for column, text in flat.items() if column != "verified_on"}


def whole_contacts() -> st.SearchStrategy[Contact]:
    """Give contacts with none, one and several postings, and with a successor."""
    return st.builds(
        lambda contact, those, successor: contact._replace(postings=those, successor=successor),
        contacts(),
        st.lists(postings("here") | postings("there"), max_size=3).map(tuple),
        st.none() | st.just("bruno"),
    )


@given(
    contact=whole_contacts(),
    here=offices(),
    there=offices(),
    version=st.sampled_from(["3.0", "4.0"]),
    internal=st.booleans(),
)
def test_what_we_write_we_read(
    contact: Contact,
    here: Office,
    there: Office,
    version: Version,
    internal: bool,  # noqa: FBT001
) -> None:
    """Every column of every posting, whoever it is."""
    contact = contact._replace(unlisted=contact.unlisted and internal)
    text = dump_contact(contact, {"here": here, "there": there}, version=version, internal=internal)
    records = read_cards("ours.vcf", text.encode())
    assert [record.problem for record in records] == [None] * len(records)
    assert [dict(record.texts) for record in records] == [
        columns_of(contact, posting, internal=internal) for posting in contact.postings or (None,)
    ]
    assert all(record.line == 1 for record in records)


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_the_switchboard_is_taken_from_the_card_once(version: Version) -> None:
    """A number of their own that is the same stays theirs."""
    switchboard = PhoneNumber.parse("+1 202 862 1826")
    office = Office("here", "Here", "US", switchboard=switchboard)
    contact = Contact(
        "ada", "Ada", phones=(Phone(switchboard.with_extension("230")),),
        postings=(Posting("here", extension="230"),),
    )  # fmt: skip
    (record,) = read_cards("x", dump_contact(contact, {"here": office}, version=version).encode())
    assert record.texts["phone"] == "; +1 202 862 1826"
    assert record.texts["ext"] == "230 ; 230"


def test_a_card_says_who_is_unlisted_and_the_title_of_a_posting() -> None:
    """Neither is lost, nor taken for the contact's own."""
    contact = Contact("ada", "Ada", unlisted=True, postings=(Posting("here", title="Head"),))
    (record,) = read_cards("x", dump_contact(contact, {}, internal=True).encode())
    assert record.texts == {
        "name": "Ada", "kind": "person", "key": "ada", "office": "here", "unlisted": "yes",
        "posting_title": "Head",
    }  # fmt: skip
    assert record.warnings == ()


def test_a_key_comes_from_our_own_cards_alone() -> None:
    """The UID of another program is no key."""
    assert "key" not in read("UID:A1B2-C3").texts
    assert read("UID:ada", "PRODID:-//pressdesk//pressdesk//EN").texts["key"] == "ada"


# --- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "phone", "ext"),
    [
        ("TEL;VALUE=uri:tel:+1-202-555-0123;ext=230", "+1 202 555 0123", "230"),
        (r"TEL;VALUE=uri:tel:+1-202-555-0123\;ext=230", "+1 202 555 0123", "230"),
        ("TEL;VALUE=uri:tel:+1-202-555-0123;ext=0230;isub=1", "+1 202 555 0123", "0230"),
        ("TEL;VALUE=uri:TEL:555-0123;phone-context=+1-202;ext=2", "+1-202 555 0123", "2"),
        ("TEL;VALUE=uri:tel:555-0123;phone-context=example.org", "555 0123", None),
        ("TEL:tel:+1%20202%20555%200123", "+1 202 555 0123", None),
        ("TEL:+1 202 555 0123 x230", "+1 202 555 0123", "230"),
        ("TEL:+1 202 555 0123 ext. 230", "+1 202 555 0123", "230"),
        ("TEL:+1 202 555 0123,,230#", "+1 202 555 0123", "230"),
        ("TEL:+12025550123;5678", "+12025550123", "5678"),
        (r"TEL:+12025550123\;5678", "+12025550123", "5678"),
        (r"TEL:+12025550123\,230", "+12025550123", "230"),
        ("TEL:+12025550123,230", "+12025550123", "230"),
        ("TEL;VALUE=text:+1 202 555 0123", "+1 202 555 0123", None),
        ("TEL:+49 30 123456 App. 22", "+49 30 123456", "22"),
        ("TEL:+١ ٢٠٢ ٥٥٥ ٠١٢٣ x٢٣٠", "+1 202 555 0123", "230"),
        # What is not understood stays, and the next step says why; no semicolon parts it in two.
        ("TEL;VALUE=uri:tel:+1-202-555-0123;ext=12a", "+1 202 555 0123 ext 12a", None),
        ("TEL:+1 202 555 0123;+1 202 555 0124", "+1 202 555 0123,+1 202 555 0124", None),
        (f"TEL:{'1' * 90}{' ' * 20};2", f"{'1' * 90}{' ' * 20},2", None),
    ],
)
def test_extensions(line: str, phone: str, ext: str | None) -> None:
    """VCF4: each way in which programs write one."""
    texts = read(line, version="4.0").texts
    assert (texts["phone"], texts.get("ext")) == (phone, ext)


@pytest.mark.parametrize(
    ("lines", "column"),
    [
        (["TEL;TYPE=work,voice:+1 202 555 0123"], "phone"),
        (['TEL;TYPE="cell,work":+1 202 555 0123'], "mobile"),
        (["TEL;TYPE=work;TYPE=CELL:+1 202 555 0123"], "mobile"),
        (["TEL;CELL;VOICE:+1 202 555 0123"], "mobile"),
        (["TEL;TYPE=iPhone:+1 202 555 0123"], "mobile"),
        (["item1.TEL:+1 202 555 0123", "item1.X-ABLabel:_$!<Mobile>!$_"], "mobile"),
        (["TEL;TYPE=WORK,FAX:+1 202 555 0123"], "fax"),
        (["a.TEL:+1 202 555 0123", "A.X-ABLABEL:_$!<WorkFAX>!$_"], "fax"),
        (["item1.TEL;TYPE=CELL:+1 202 555 0123", "item1.X-ABLabel:WhatsApp"], "whatsapp"),
        (["TEL;TYPE=X-WhatsApp:+1 202 555 0123"], "whatsapp"),
        (["item1.TEL:+1 202 555 0123", "item1.X-ABLabel:satellite"], "satellite"),
        (["item1.TEL:+1 202 555 0123", "item2.X-ABLabel:WhatsApp"], "phone"),
        (["TEL:+1 202 555 0123", "X-ABLabel:WhatsApp"], "phone"),
        (["TEL;TYPE=PAGER,VOICE:+1 202 555 0123"], "phone"),
        (["TEL;TYPE=HOME,WORK:+1 202 555 0123"], "phone"),
        (["TEL;TYPE=HOME:+1 202 555 0123"], "internal"),
        (["TEL;HOME;CELL:+1 202 555 0123"], "internal"),
        (["item1.TEL:+1 202 555 0123", "item1.X-ABLabel:_$!<Home>!$_"], "internal"),
    ],
)
def test_kinds_of_numbers(lines: list[str], column: str) -> None:
    """By TYPE, quoted, repeated or bare, and by the label of the group."""
    assert read(*lines).texts[column] == "+1 202 555 0123"


@pytest.mark.parametrize(
    ("line", "warning"),
    [
        ("TEL;TYPE=PAGER:123", "left out: TEL of a pager or another device"),
        ("TEL;VALUE=uri:sip:a@example.org", "left out: TEL that is no telephone number"),
        ("EMAIL;X400:G=A;S=B", "left out: EMAIL of X.400"),
    ],
)
def test_what_is_no_way(line: str, warning: str) -> None:
    """It is named."""
    record = read(line)
    assert record.warnings == (warning,)
    assert record.texts == {"name": "Ada Kowal", "email": "a@example.org"}


def test_preferred_ways_come_first() -> None:
    """PREF=1 of 4.0, TYPE=pref of 3.0, PREF of 2.1; the others in their order."""
    assert (
        read("EMAIL;PREF=50:b@x.org", "EMAIL;PREF=1:mailto:c%40x.org?cc=d@x.org").texts["email"]
        == "c@x.org ; b@x.org ; a@example.org"
    )
    assert read("TEL:1", "TEL;TYPE=pref:2", "TEL;PREF:3").texts["phone"] == "2 ; 3 ; 1"
    assert read("TEL;PREF=x:1", "TEL;PREF=²:2").texts["phone"] == "1 ; 2"


# --- names, titles, offices ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["N:Moreno;Maria;G.;;"], {"name": "Maria G. Moreno"}),
        (["N:Moreno;Maria;;Dr.;PhD"], {"name": "Dr. Maria Moreno PhD", "family_name": "Moreno",
                                       "given_name": "Maria"}),
        (["FN:Zhang Wei", "N:Zhang;Wei;;;"], {"name": "Zhang Wei", "family_name": "Zhang"}),
        (["FN:Maria G. Moreno", "N:Moreno;Maria"], {"name": "Maria G. Moreno",
                                                    "given_name": "Maria"}),
        (["FN:Ada", r"N:Kowal\, Nowak;Ada,Eva;;;"], {"name": "Ada", "family_name": "Kowal, Nowak",
                                                     "given_name": "Ada Eva"}),
        (["FN:", "N:;;;;", "ORG:;Press Desk"], {"name": "Press Desk", "kind": "desk",
                                                "office": "Press Desk"}),
        ([], {"name": "a@example.org"}),
        (["FN:Desk", "KIND:org"], {"name": "Desk", "kind": "desk"}),
        (["FN:Desk", "X-KIND:org"], {"name": "Desk", "kind": "desk"}),
        (["FN:Desk", "X-ABShowAs:COMPANY"], {"name": "Desk", "kind": "desk"}),
        (["FN:Ada", "KIND:individual"], {"name": "Ada", "kind": "person"}),
    ],
)  # fmt: skip
def test_names(lines: list[str], expected: dict[str, str]) -> None:
    """FN, else N, else ORG, else the e-mail; parts of N that a split of the name does not give."""
    (record,) = read_cards("x", card(*lines))
    assert record.problem is None
    assert record.texts == {**expected, "email": "a@example.org"}


@pytest.mark.parametrize(
    ("lines", "expected", "left_out"),
    [
        (["TITLE:Head"], {"title": "Head"}, None),
        (["TITLE;LANGUAGE=en-us:Head"], {"title": "Head"}, None),
        (["TITLE:Head", "TITLE;LANGUAGE=FR:Cheffe"], {"title": "Head", "title_fr": "Cheffe"}, None),
        (["TITLE;LANGUAGE=en:Head", "TITLE;LANGUAGE=fr:Cheffe"],
         {"title": "Head", "title_en": "Head", "title_fr": "Cheffe"}, None),
        (["TITLE;LANGUAGE=no-such-language:Head"], {"title": "Head"}, None),
        (["TITLE:Head", "TITLE:Editor"], {"title": "Head"}, "TITLE"),
        (["TITLE:Head", "TITLE;LANGUAGE=fr:A", "TITLE;LANGUAGE=fr:B"],
         {"title": "Head", "title_fr": "A"}, "TITLE"),
        (["ROLE:Speaker"], {"title": "Speaker"}, None),
        (["TITLE:Head", "ROLE:Speaker"], {"title": "Head"}, "ROLE"),
    ],
)  # fmt: skip
def test_titles(lines: list[str], expected: dict[str, str], left_out: str | None) -> None:
    """Without a language the title, with one its translation."""
    record = read(*lines)
    assert {k: text for k, text in record.texts.items() if k.startswith("title")} == expected
    assert record.warnings == ((f"left out: {left_out}",) if left_out else ())


@pytest.mark.parametrize(
    ("lines", "offices_"),
    [
        ([], [None]),
        (["ORG:Relief"], ["Relief"]),
        (["ORG:Relief;"], ["Relief"]),
        (["ORG:Relief;Relief Bern"], ["Relief Bern"]),
        ([r"ORG:Relief\; and more;Bern\, West"], ["Bern, West"]),
        (["ORG:Relief;Bern", "ORG:Water"], ["Bern", "Water"]),
        (["ORG:Relief;Bern", "ORG:Relief;Bern"], ["Bern"]),
        (["ORG;ALTID=1:Relief", "ORG;ALTID=1;LANGUAGE=fr:Secours"], ["Relief"]),
        (["ORG:Relief", "X-PRESSDESK-OFFICE:bern"], ["bern"]),
    ],
)
def test_offices(lines: list[str], offices_: list[str | None]) -> None:
    """Ours by its code, else the unit, else the organisation; a record for each."""
    records = read_cards("x", card("FN:Ada", *lines))
    assert [record.texts.get("office") for record in records] == offices_


def test_what_is_left_out_is_counted_and_named_once() -> None:
    """Pictures and keys are not opened; a card of two offices says it once."""
    records = read_cards("x", card(
        "FN:Ada", "no property", "FN:Eva", "ORG:Relief;Bern;Sub", "ORG:Water", "ADR:;;x", "ADR:;;y",
        "X-FOO:1",
        "PHOTO;VALUE=uri:https://example.org/a.jpg", "LOGO;ENCODING=b:AAAA", "KEY:data:,x",
        "NOTE;ENCODING=BASE64:AAAA", "LANG:klingon", "LANG:fr", "X-PRESSDESK-NEW:1",
    ))  # fmt: skip
    assert records[0].warnings == (
        "card: 1 line is no property",
        'languages: left out: "klingon"',
        'office: left out of ORG: "Sub"',
        "left out: ADR (2), FN, NOTE, X-FOO, X-PRESSDESK-NEW",
        "left out, never opened: KEY, LOGO, PHOTO",
    )
    assert records[1].warnings == ()
    assert records[0].texts["languages"] == "fr"


# --- bytes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_line_ends_and_folds(end: str) -> None:
    """VCF3: unfolded on bytes, so that a fold may part a character; other breaks part nothing."""
    text = f"FN:Ada{end} \u0020Kowal{end}TITLE:a\u2028b\u0085c\x0bd\x0ce{end}\tf"
    content = card(text, end=end).replace("é".encode(), b"")
    (record,) = read_cards("x", content)
    assert (record.texts["name"], record.texts["title"]) == ("Ada Kowal", "a b c d ef")
    assert record.warnings == ("title: a line break or control character became a space",)
    parted = card("FN:Zoë", end=end).replace("ë".encode(), b"\xc3" + end.encode() + b" \xab")
    assert read_cards("x", parted)[0].texts["name"] == "Zoë"


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: b"\xef\xbb\xbf".join((b"", text.encode())),
    ],
)
def test_encodings_of_a_file(encode: Callable[[str], bytes]) -> None:
    """By byte order mark, and UTF-16 without one."""
    content = encode(card("FN:Zoë").decode())
    assert looks_like_vcard(content)
    assert [one.texts["name"] for one in read_cards("x", content)] == ["Zoë"]


def test_files_that_were_joined_have_marks_within() -> None:
    """Each card is found."""
    one = b"\xef\xbb\xbf" + card("FN:Zoë")
    assert [record.texts["name"] for record in read_cards("x", one + one)] == ["Zoë", "Zoë"]


@pytest.mark.parametrize(
    ("line", "name", "warning"),
    [
        (b"FN;CHARSET=ISO-8859-1:Zo\xeb", "Zoë", None),
        (b"FN;CHARSET=utf-8:Zo\xc3\xab", "Zoë", None),
        (b"FN;CHARSET=SHIFT_JIS:\x93\x8c\x8b\x9e", "東京", None),
        (b"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=KOI8-R:=E1=C4=C1", "Ада", None),
        (b"FN:Zo\xeb", "Zoë", "read as Windows-1252: check the accents"),
        (b"FN;CHARSET=utf-8:Zo\xeb", "Zoë", "read as Windows-1252: check the accents"),
        (b"FN;CHARSET=us-ascii:Zo\xc3\xab", "Zoë", "is not the us-ascii it says"),
        (b"FN;CHARSET=idna:Ada", "Ada", "is not the idna it says"),
        (b"FN;CHARSET=zip:Ada", "Ada", "is not the zip it says"),
    ],
)
def test_encodings_of_a_line(line: bytes, name: str, warning: str | None) -> None:
    """As it says, else UTF-8, else Windows-1252 with a warning; never a codec that is no text."""
    (record,) = read_cards("x", card("FN:?").replace(b"FN:?", line))
    assert record.texts["name"] == name
    assert record.warnings == ((f"name: {warning}",) if warning else ())


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (b"\x81", "FN is neither UTF-8 nor Windows-1252; save it as UTF-8 and try again"),
        (
            b"Zo\xc3\xab Zo\xeb",
            "FN mixes UTF-8 with another encoding; save it as UTF-8 and try again",
        ),
    ],
)
def test_what_cannot_be_decoded_refuses_the_card(value: bytes, reason: str) -> None:
    """Only where it is needed."""
    bad = card("FN:?").replace(b"?", value)
    first, second = read_cards(
        "x", bad + card("FN:Ada").replace(b"ION:3.0", b"ION:3.0\nX-FOO:\x81")
    )
    assert problem_of(first) == reason
    assert first.problem is not None
    assert first.problem.column == "name"
    assert second.problem is None


def test_quoted_printable_goes_on_in_the_next_line() -> None:
    """With and without white space before it; a stray "=" swallows no END."""
    record = read("NOTE;QUOTED-PRINTABLE:a=20b=", "=20c=", " d", "TITLE:e=", version="2.1")
    assert (record.texts["note"], record.texts["title"]) == ("a b c d", "e=")
    bad = card("FN:Ada", version="2.1").replace(b"EMAIL:", b"EMAIL;ENCODING=QUOTED-PRINTABLE:")
    (record,) = read_cards("x", bad.replace(b"example.org", b"example.org="))
    assert record.texts["email"] == "a@example.org"


def test_a_fold_in_2_1_keeps_its_space() -> None:
    """Since 3.0 the space is the fold's."""
    assert read("TITLE:a", " b", version="2.1").texts["title"] == "a b"
    assert read("TITLE:a", " b", version="3.0").texts["title"] == "ab"
    assert read("TITLE:a", " ", " b", version="3.0").texts["title"] == "ab"


def test_base64_needs_no_indent() -> None:
    """As old programs write it, up to a blank line."""
    record = read("PHOTO;JPEG;BASE64:AAAA", "BBBB", "CCCC=", "", "TITLE:Head", version="2.1")
    assert record.texts["title"] == "Head"
    assert record.warnings == ("left out, never opened: PHOTO",)


@pytest.mark.parametrize(
    "column", ["FN", "TITLE", "NOTE", "ORG", "CATEGORIES", "EMAIL", "TEL", "N"]
)
@pytest.mark.parametrize(
    "planted",
    ["=0D=0A", "=0A", "=00", "=1B", "=C2=85", "=E2=80=A8", r"\n", r"\N", "=5Cn", "=0D=0A =0D=0A"],
)
def test_a_decoded_control_is_one_space(column: str, planted: str) -> None:
    """VCF2: nothing that was hidden by an encoding begins a line of its own."""
    head = f"{column};ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8"
    lines = [f"{head}:a{planted}TEL:1"]
    (record,) = read_cards("x", card(*lines, "" if column == "FN" else "FN:Ada", version="2.1"))
    values = [text for name, text in record.texts.items() if "a TEL:1" in text]
    if column == "TEL":
        values = values or [record.texts["phone"]]
    if column == "N":
        values = values or [record.texts["family_name"]]
    assert values
    assert any("control character became a space" in one for one in record.warnings)
    assert not any(ord(c) < 32 or c in "\x85\u2028" for t in record.texts.values() for c in t)


# --- bad cards -----------------------------------------------------------------------------------

GOOD = card("FN:Good One")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"BEGIN:VCARD\r\nFN:A\r\n", "no END:VCARD before the next card"),
        (
            b"FN:A\r\nEMAIL:a@b.org\r\nEND:VCARD\r\n",
            "an END:VCARD without its BEGIN:VCARD (3 lines",
        ),
        (b"hello\r\n", "is no vCard (1 line outside the cards)"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "is no vCard (2 lines"),
        (card("FN:A", "BEGIN:VEVENT", "END:VEVENT"), "holds something else within it"),
        (card("FN:Team", "KIND:group"), '"Team" is a group'),
        (card("FN:Hall", "KIND:location"), '"Hall" is a location'),
        (card("FN:A").replace(MAIL.encode(), b"ADR:;;x"), '"A" has no e-mail and no phone'),
        (b"BEGIN:VCARD\nTEL:1\nEND:VCARD\n", "no FN, N, ORG or e-mail to call it by"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "no FN, N, ORG or e-mail to call it by"),
        (card("FN:A", *["X-FOO:1"] * 2001), "has more than 2000 properties"),
        (card("FN:A", *(f"ORG:{n}" for n in range(101))), "the card has more than 100"),
    ],
)
@pytest.mark.parametrize("before", [b"", GOOD])
def test_a_bad_card_spoils_no_other(bad: bytes, reason: str, before: bytes) -> None:
    """VCF1: each card stands alone, and a problem names its own line."""
    records = read_cards("x", before + bad + GOOD)
    good = [one for one in records if one.problem is None]
    assert [one.texts["name"] for one in good] == ["Good One"] * (2 if before else 1)
    (refused,) = [one for one in records if one.problem is not None]
    assert reason in problem_of(refused)
    assert refused.line == before.count(b"\n") + 1


def test_a_card_within_a_card() -> None:
    """The inner one is read; the outer one and what is left of it are refused, each once."""
    outer = card("FN:Outer").replace(b"EMAIL", GOOD + b"EMAIL")
    found = [(one.line, one.problem is None) for one in read_cards("x", outer + GOOD)]
    assert found == [(1, False), (4, True), (9, False), (11, True)]


def test_an_agent_is_left_out() -> None:
    """The card of somebody else within a card of 2.1."""
    agent = card("FN:Ada").replace(b"EMAIL", b"AGENT:\r\n" + GOOD + b"EMAIL")
    (record,) = read_cards("x", agent)
    assert record.texts["name"] == "Ada"
    assert record.warnings == ("left out: AGENT",)


def test_a_huge_card_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A photo of some MB is honest."""
    monkeypatch.setattr(vcard_lines, "MOST_CARD_BYTES", 1024 * 1024)
    first, second = read_cards("x", card("FN:A", f"PHOTO;ENCODING=b:{'A' * 2**20}") + GOOD)
    assert problem_of(first) == "is larger than 1 MB"
    assert second.problem is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "a.vcf holds no vCard; expected BEGIN:VCARD"),
        (b"\r\n \r\n", "a.vcf holds no vCard; expected BEGIN:VCARD"),
        (b"\xff\xfe\x00", "a.vcf is not the UTF-16 it says"),
        (b"\xff\xfe\x00\xd8", "a.vcf is not the UTF-16 it says"),
    ],
)
def test_a_file_without_cards(content: bytes, reason: str) -> None:
    """One problem says so."""
    (record,) = read_cards("a.vcf", content)
    assert problem_of(record) == reason
    assert not looks_like_vcard(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BEGIN:VCARD", True),
        (b"\n\nbegin:vcard \r\nVERSION", True),
        (b"begin:vcard\rVERSION", True),
        (b"BEGIN:VCALENDAR\n", False),
        (b"BEGIN:VCARDS\n", False),
        (b"name,email\nBEGIN:VCARD,\n", False),
        ("BEGIN:VCARD\nFN:".encode("utf-16") + b"\x3d\xd8" * 4000, True),
    ],
)
def test_a_file_of_cards_is_recognised(content: bytes, expected: bool) -> None:  # noqa: FBT001
    """By its first line that has text."""
    assert looks_like_vcard(content) is expected


_PIECES = st.sampled_from(
    [b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:4.0", b"\r\n", b"\n", b"\r", b" ",
     b"FN:", b"N:", b"ORG:", b"TEL", b"EMAIL", b"TITLE", b"AGENT:", b"item1.", b"X-ABLabel:", b"=",
     b";", b":", b",", b'"', b"\\", b"ENCODING=QUOTED-PRINTABLE", b"CHARSET=", b"utf-7", b"utf-16",
     b"LANGUAGE=", b"PREF=", b"TYPE=", b"X-PRESSDESK-OFFICE:", b"X-PRESSDESK-SWITCHBOARD:",
     b"X-PRESSDESK-EXT:", b"X-PRESSDESK-TITLE:", b"tel:", b"+1", b"ext=", b"\x81", b"\xc3", b"\xab",
     b"\xef\xbb\xbf", b"\xff\xfe", b"KIND:", b"group", b"PHOTO;BASE64:", b"=0D", b"\0"]
)  # fmt: skip


@given(content=st.binary(max_size=300) | st.lists(_PIECES, max_size=40).map(b"".join))
@example(b"BEGIN:VCARD\nN:\x1c\nEMAIL:\x1c\nEND:VCARD")
@example(b"BEGIN:VCARD\nTEL;" + b'"' * 3000 + b":1\nEND:VCARD")
def test_no_bytes_raise(content: bytes) -> None:
    """Every file gives records, each with texts or a problem, and each text is on one line."""
    looks_like_vcard(content)
    records = read_cards("x", content)
    assert records
    for record in records:
        assert 0 < record.line <= content.count(b"\n") + content.count(b"\r") + 1
        assert record.problem or record.texts["name"]
        assert all(text == text.strip() != "" for text in record.texts.values())
        assert not any(set(text) & set("\r\n\0\x1b\x85\u2028") for text in record.texts.values())


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("", "BEGIN:VCARD\n", ""),
        ("", "BEGIN:VCARD\nAGENT:\n", ""),
        ("", "END:VCARD\n", ""),
        ("N;QUOTED-PRINTABLE:", "=\n", ""),
        ("N;QUOTED-PRINTABLE", "A", ":"),
        ("FN:", "a\n ", "\nEMAIL:a@b.org"),
        ("FN:", " ", "\n\nEMAIL:a@b.org"),
        ("FN", ';"', "\nEMAIL:a@b.org"),
        ("N:", "\\;,x", "\nEMAIL:a@b.org"),
        ("TEL:", ", ", "\nEMAIL:a@b.org"),
        ("TEL:tel:1", ";a=%20", "\nEMAIL:a@b.org"),
        ("", "X-PRESSDESK-OFFICE:a\nTEL:1\n", ""),
    ],
    ids=range(12),
)
def test_any_card_is_read_in_one_go(before: str, unit: str, after: str, counting: Counting) -> None:
    """Twice as much of anything is twice the work."""
    reader = counting.module("exchange.vcard.reader")
    assert counting.growth(
        lambda text: reader.read_cards("x", text.encode()), unit, 2_000,
        before=f"BEGIN:VCARD\n{before}", after=f"{after}\nEND:VCARD\n",
    ) == {}  # fmt: skip


def test_properties_that_are_all_of_other_groups_are_read_in_one_go(counting: Counting) -> None:
    """Each looks for its fellows."""
    reader = counting.module("exchange.vcard.reader")

    def read(text: str) -> None:
        named = (f"a{number}.X-PRESSDESK-OFFICE:a\n" for number in range(len(text)))
        assert reader.read_cards("x", f"BEGIN:VCARD\n{''.join(named)}END:VCARD\n".encode())

    assert counting.growth(read, "a", 400) == {}
