import pytest
from hypothesis import given, strategies as st

from pressdesk.blocks.compose import compose_block
from pressdesk.blocks.render import render_block
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.checking.checker import Checker
from pressdesk.directory.editor import DirectoryEditor
from pressdesk.directory.store import Directory
from pressdesk.exchange.sheet import load
from pressdesk.importing import take_in
from tests.checking.conftest import CONTACTS, DAY, OFFICES, Check

DC = "IOM Washington DC"
RINGS = "+1 202 862 1826 ext 230"
CARD = """For more information please contact
Maria G. Moreno, Press Officer
IOM Washington DC
Email: mgmoreno@iom.int
Tel: +1 202 862 1826 ext 230
"""


def of(name: str, office: str, *ways: str) -> str:
    """Give a block of one person."""
    return "\n".join(("For more information please contact", name, office, *ways, ""))


def test_what_holds_is_current(check: Check) -> None:
    """Nothing to say."""
    assert check(CARD) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("IOM Washington DC", "OIM Washington"),
        (", Press Officer", ""),
        ("Press Officer", "Attachée de presse"),
        ("MARIA", "Maria"),
        ("Maria G. Moreno", "MARIA G MORENO"),
        ("mgmoreno@iom.int", "MGMoreno@IOM.int"),
        ("+1 202 862 1826 ext 230", "+1 202 862 1826"),
        ("Email: mgmoreno@iom.int\n", ""),
        ("Tel: +1 202 862 1826 ext 230", "Mobile: +1 202 862 1826 ext 230"),
    ],
)
def test_the_same_said_otherwise_is_current(check: Check, old: str, new: str) -> None:
    """Another language, another spelling, less than there is, the switchboard alone."""
    assert check(CARD.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("mgmoreno@", "press@", ("changed", "email", "press@iom.int", "mgmoreno@iom.int")),
        ("ext 230", "ext 231", ("changed", "phone", "+1 202 862 1826 ext 231", RINGS)),
        ("862 1826 ext 230", "555 0100", ("changed", "phone", "+1 202 555 0100", RINGS)),
        ("Press Officer", "Director", ("changed", "title", "Director", "Press Officer")),
        ("Maria G. Moreno", "Maria Gomez", ("changed", "name", "Maria Gomez", "Maria G. Moreno")),
        (DC, "IOM Geneva", ("changed", "office", "IOM Geneva", DC)),
        (DC, "IOM Oslo", ("changed", "office", "IOM Oslo", DC)),
        ("862 1826 ext 230", "555 0199", ("internal", "phone", "+1 202 555 0199", None)),
        ("+1 202 862 1826", "862 18 26 2", ("unknown", "phone", "862 18 26 2 ext 230", None)),
    ],
)  # fmt: skip
def test_each_thing_that_does_not_hold_is_named(
    check: Check, old: str, new: str, found: tuple[str, str, str, str | None]
) -> None:
    """With the new value, where there is one; the rest is current."""
    assert check(CARD.replace(old, new)) == [found]


@pytest.mark.parametrize(
    ("who", "office", "found"),
    [
        ("Ada Byron", "IOM Geneva", ("left", "name", "Ada Byron", "Tom Kay")),
        ("Eve Left", "IOM Geneva", ("left", "name", "Eve Left", None)),
        ("Una Listed", "IOM Geneva", ("internal", "name", "Una Listed", None)),
        ("Zed Nobody", "IOM Geneva", ("unknown", "name", "Zed Nobody", None)),
        ("Ben Moved", DC, ("changed", "office", DC, "IOM Geneva")),
    ],
)
def test_people_who_are_no_longer_there(
    check: Check, who: str, office: str, found: tuple[str, str, str, str | None]
) -> None:
    """Who left, who follows, who must not be named, who is nobody's."""
    assert check(of(who, office, f"Email: {who.split(maxsplit=1)[0].lower()}@iom.int")) == [found]


def test_a_number_alone_tells_whose_it_is(check: Check) -> None:
    """With its extension; of a bare switchboard nobody can say whose it is."""
    text = of("M. Moreno-Ruiz", "IOM Washington DC", "Tel: +1 202 862 1826 ext 230")
    assert check(text) == [("changed", "name", "M. Moreno-Ruiz", "Maria G. Moreno")]
    bare = of("M. Moreno-Ruiz", "IOM Washington DC", "Tel: +1 202 862 1826")
    assert check(bare) == [("unknown", "name", "M. Moreno-Ruiz", None)]


def test_national_numbers_are_those_of_the_office(check: Check) -> None:
    """Typed as they are dialled in the country."""
    text = of("Tom Kay", "IOM Geneva", "Phone: 022 501 01 23", "Mob.: 079 555 01 23")
    assert check(text) == []


@pytest.mark.parametrize(
    "text", ["", "\n", "For more information please contact\n", "Contact\nA\nnothing\n", "x" * 5000]
)
def test_what_is_no_block_is_unknown(check: Check, text: str) -> None:
    """And never an error."""
    assert check(text) == [("unknown", "block", None, None)]


def test_a_mended_block_is_current(checker: Checker) -> None:
    """The successor stands in, the rest comes from the directory, the lead-in stays."""
    text = of("Ada Byron", "IOM Geneva", "Email: ada@iom.int").replace(
        "For more information please contact", "Media contact"
    )
    block = checker.mended(checker.judge(text))
    assert block is not None
    assert render_block(block) == (
        "Media contact\nTom Kay\nIOM Geneva\nEmail: tkay@iom.int\n"
        "Tel: +41 22 501 01 23\nMobile: +41 79 555 01 23\n"
    )
    assert checker.judge(render_block(block)).findings == ()


@pytest.mark.parametrize("who", ["Zed Nobody", "Una Listed", "Eve Left"])
def test_what_cannot_be_mended_is_left(checker: Checker, who: str) -> None:
    """Nobody known, nobody to be named, nobody who follows."""
    address = f"{who.split(maxsplit=1)[0].lower()}@iom.int"
    text = of(who, "IOM Geneva", f"Email: {address}")
    assert checker.mended(checker.judge(text)) is None


@given(
    office=st.sampled_from(["washington", "geneva"]),
    language=st.sampled_from(LANGUAGES),
    style=st.sampled_from(["card", "inline", "line"]),
)
def test_what_is_printed_is_current(office: str, language: str, style: str) -> None:
    """The law: a block that was just composed holds, in every style and language."""
    with Directory.rehearse("nowhere.db") as editor:
        take_in(editor, [load("o.csv", OFFICES.encode()), load("c.csv", CONTACTS.encode())])
        duties = editor.answering(editor.get_office(office), DAY)
        text = render_block(compose_block(duties, language), style)
        judged = Checker(editor, DAY).judge(text)
        assert judged.findings == ()
        assert judged.contacts == tuple(duty.contact.key for duty in duties)


def test_what_cannot_be_read_is_not_mended_away(checker: Checker) -> None:
    """A number of unknown country would be lost."""
    text = (
        "Media contact:\nMaria G. Moreno\nPhone: +1 202 862 1826 ext. 130\nMobile: 07700 900123\n"
    )
    judged = checker.judge(text)
    assert {str(one.status) for one in judged.findings} == {"changed", "unknown"}
    assert checker.mended(judged) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Tom Kay", "IOM Geneva", "Chief"),
        ("Tom Kay, IOM Geneva", "Chief"),
        ("Tom Kay", "Chief"),
        ("Tom Kay", "Chief", "IOM Geneva"),
        ("Tom Kay", "Chief, IOM Geneva"),
        ("Tom Kay", "Chief", "Geneva"),
        ("Tom Kay, Geneva",),
    ],
)
def test_title_and_office_may_stand_in_any_order(
    editor: DirectoryEditor, lines: tuple[str, ...]
) -> None:
    """Or either alone; an office is told by its name, a title by being the person's."""
    tom = editor.get_contact("tom")
    editor.change_contact(tom, tom._replace(title="Chief"))
    text = "\n".join(("Media contact", *lines, "Phone: +41 22 501 01 23", ""))
    assert Checker(editor, DAY).judge(text).findings == ()


def test_two_people_who_were_read_as_one_are_not_understood(checker: Checker) -> None:
    """Else --fix would take the second one out without a word."""
    judged = checker.judge(of("Tom Kay", "Newsroom", "Email: tkay@iom.int"))
    assert [(str(one.status), one.field) for one in judged.findings] == [("unknown", "block")]
    assert checker.mended(judged) is None


def test_an_address_of_somebody_else_is_not_taken_out(checker: Checker) -> None:
    """The newsroom's below a person's name; but an address that nobody has is."""
    judged = checker.judge(of("Tom Kay", "IOM Geneva", "Email: newsroom@iom.int"))
    assert [str(one.status) for one in judged.findings] == ["changed"]
    assert checker.mended(judged) is None
    assert checker.mended(checker.judge(of("Tom Kay", "IOM Geneva", "Email: old@iom.int")))
    assert checker.mended(checker.judge(of("Tom Kay", "IOM Geneva", "Email: eve@iom.int")))


def test_a_number_without_its_country_is_that_of_the_office(checker: Checker) -> None:
    """Of who is meant, where the block names no office."""
    text = "Media contact\nTom Kay\nPhone: 022 501 01 23\nEmail: tkay@iom.int\n"
    assert checker.judge(text).findings == ()


def test_a_house_stands_for_each_of_its_offices(editor: DirectoryEditor) -> None:
    """But another office's name does not."""
    geneva = editor.get_office("IOM Geneva")
    editor.change_office(geneva, geneva._replace(organization="IOM"))
    checker = Checker(editor, DAY)
    assert checker.judge(of("Tom Kay", "IOM", "Email: tkay@iom.int")).findings == ()
    assert checker.judge(of("Tom Kay", "Washington", "Email: tkay@iom.int")).findings
