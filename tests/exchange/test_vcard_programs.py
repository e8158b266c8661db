"""vCards between pressdesk and the real khard and vobject.

khard reads and writes 3.0 and 4.0 by vobject, which knows 3.0 alone: of a 4.0 TYPE it makes one
word ("work,voice"), and it escapes the ";" of `tel:…;ext=` when it writes. Its lists show given and
family name, not FN.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given, strategies as st

from pressdesk.exchange.vcard.reader import read_cards
from pressdesk.exchange.vcard.writing import Version, dump_contact
from pressdesk.model import Contact, ContactKind, Email, Office, Phone, PhoneKind, Posting
from pressdesk.values.email_address import EmailAddress
from pressdesk.values.phone_number import PhoneNumber
from tests.strategies import contacts, offices

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
OFFICES = {
    "bern": Office("bern", "Relief Bern, West", "CH", "Relief; and more",
                   switchboard=PhoneNumber.parse("+41 22 717 91 11")),
    "nairobi": Office("nairobi", "Relief Nairobi", "KE", "Relief; and more"),
}  # fmt: skip
ZOE = Contact(
    "zoe-lindqvist", "Zoë Anna Lindqvist", title="Head, Media", titles={"fr": "Cheffe; médias"},
    emails=(Email(EmailAddress("zoe@example.org")), Email(EmailAddress("z.l@example.org"))),
    phones=(
        Phone(PhoneNumber.parse("+44 20 7946 0958 ext 0012")),
        Phone(PhoneNumber.parse("+44 7400 123456"), PhoneKind.MOBILE),
        Phone(PhoneNumber.parse("+44 7400 123457"), PhoneKind.WHATSAPP),
        Phone(PhoneNumber.parse("+44 20 7946 0959"), PhoneKind.FAX),
    ),
    topics=("food, water", "winter"), languages=("en", "fr"),
    postings=(Posting("bern", 1, None, "230"), Posting("nairobi", title="Spokesperson")),
)  # fmt: skip
DESK = Contact(
    "press-desk", "Press Desk", ContactKind.DESK, postings=(Posting("bern", extension="9"),),
    emails=(Email(EmailAddress("press@example.org")),),
)  # fmt: skip

Khard = Callable[..., list[list[str]]]


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """Give the folder of two address books of khard, `ours` and `theirs`."""
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def khard(books: Path) -> Khard:
    """Run khard on the address books alone; give the cells of the lines that it prints."""
    config = books / "config" / "khard" / "khard.conf"
    config.parent.mkdir(parents=True)
    config.write_text(
        "[addressbooks]\n"
        + "".join(f"[[{name}]]\npath = {books / name}\n" for name in ("ours", "theirs")),
        encoding="utf-8",
    )
    environment = {
        "HOME": str(books), "XDG_CONFIG_HOME": str(books / "config"), "PYTHONUTF8": "1",
        "PATH": "", "LANG": "C.UTF-8",
    }  # fmt: skip

    def call(*words: str) -> list[list[str]]:
        done = subprocess.run(  # noqa: S603  # our own interpreter
            [sys.executable, "-m", "khard", *words], env=environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return [line.split("\t") for line in done.stdout.split("\n") if "\t" in line]

    return call


def write_card(books: Path, contact: Contact, version: Version) -> None:
    """Put a card into the address book `ours`."""
    text = dump_contact(contact, OFFICES, version=version)
    (books / "ours" / f"{contact.key}.vcf").write_bytes(text.encode())


@pytest.mark.parametrize("version", VERSIONS)
def test_khard_lists_what_we_write(version: Version, books: Path, khard: Khard) -> None:
    """Names, addresses, numbers with their extensions, kinds by label."""
    for contact in (ZOE, DESK):
        write_card(books, contact, version)
    names = {"zoe-lindqvist": "Zoë Anna Lindqvist", "press-desk": "Press Desk"}
    assert {tuple(row[:2]) for row in khard("list", "-p")} == set(names.items())
    assert {tuple(row[:2]) for row in khard("email", "-p")} == {
        ("zoe@example.org", names["zoe-lindqvist"]), ("z.l@example.org", names["zoe-lindqvist"]),
        ("press@example.org", names["press-desk"]),
    }  # fmt: skip
    numbers = {number: kinds.lower().replace(" ", "") for number, _, kinds in khard("phone", "-p")}
    written = {
        "+41 22 717 91 11 ext. 230": "work,voice", "+41 22 717 91 11 ext. 9": "work,voice",
        "+44 20 7946 0958 ext. 0012": "work,voice", "+44 7400 123456": "work,cell",
        "+44 7400 123457": "whatsapp,work,cell", "+44 20 7946 0959": "work,fax",
    }  # fmt: skip
    if version == "4.0":
        written = {
            number.replace(" ext. ", ";ext=").replace(" ", "-"): kinds
            for number, kinds in written.items()
        }
    assert numbers == written


@pytest.mark.parametrize("version", VERSIONS)
def test_a_card_that_khard_wrote_again_is_whole(
    version: Version, books: Path, khard: Khard
) -> None:
    """Moving a card, khard writes all of it, sorted and with the extension's ";" escaped."""
    write_card(books, ZOE, version)
    (before,) = (books / "ours").iterdir()
    written = before.read_bytes()
    khard("move", "-a", "ours", "-A", "theirs", "lindqvist")
    (after,) = (books / "theirs").iterdir()
    assert after.read_bytes() != written
    assert [dict(record.texts) for record in read_cards("x", after.read_bytes())] == [
        dict(record.texts) for record in read_cards("x", written)
    ]


NEW = """\
First name: Bruno
Last name: Kowal
Organisation:
    - [Harbour Relief, Coast]
Title: Press Officer
Phone:
    work, voice: "+1 202 862 1826;ext=231"
    cell: "+1 202 555 0123"
    WhatsApp: "+1 202 555 0124"
Email:
    work: bruno@example.org
    home: bruno@example.com
Note: Before noon
Categories:
    - food, water
    - winter
"""


@pytest.mark.parametrize("version", VERSIONS)
def test_we_read_what_khard_writes(version: Version, books: Path, khard: Khard) -> None:
    """A new card, from its template."""
    template = books / "new.yaml"
    template.write_text(NEW, encoding="utf-8")
    khard("new", "-a", "theirs", "--vcard-version", version, "-i", str(template))
    (path,) = (books / "theirs").iterdir()
    (record,) = read_cards(path.name, path.read_bytes())
    assert record.problem is None
    assert record.texts == {
        "name": "Bruno Kowal", "title": "Press Officer", "office": "Coast",
        "email": "bruno@example.org", "internal": "bruno@example.com", "phone": "+1 202 862 1826",
        "ext": "231", "mobile": "+1 202 555 0123", "whatsapp": "+1 202 555 0124",
        "note": "Before noon", "topics": "food, water ; winter",
    }  # fmt: skip
    assert record.warnings == ('email: "bruno@example.com" is private and was taken as internal',)


def values(component: vobject.base.Component, name: str) -> list[object]:
    """Give the texts of a property as vobject reads them."""
    return [one.value for one in component.contents.get(name, [])]


@given(contact=contacts(), office=offices(), version=st.sampled_from(VERSIONS))
def test_vobject_reads_what_we_write(contact: Contact, office: Office, version: Version) -> None:
    """The same names, addresses and numbers, whatever is in them; several cards in a file."""
    cards = dump_contact(contact, {"here": office}, version=version, internal=True) * 2
    first, second = vobject.readComponents(cards)
    assert values(first, "fn") == values(second, "fn") == [contact.name]
    assert values(first, "email") == [str(email.address) for email in contact.emails]
    numbers = [phone.number for phone in contact.phones]
    (posting,) = contact.postings
    if posting.extension and office.switchboard:
        numbers.insert(0, office.switchboard.with_extension(posting.extension))
    before, between = ("tel:", ";ext=") if version == "4.0" else ("", " ext. ")
    assert values(first, "tel") == [
        before
        + (number.display.replace(" ", "-") if version == "4.0" else number.display)
        + (f"{between}{number.extension}" if number.extension else "")
        for number in numbers
    ]
    units = [one for one in (office.organization, office.name) if one]
    assert first.org.value == units
    if contact.topics:
        assert values(first, "categories") == [list(contact.topics)]
