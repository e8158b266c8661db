"""What a release says of the directory's, wherever it stands."""

import pytest

from pressdesk.checking.finding import Status
from pressdesk.checking.release_check import Checker
from pressdesk.releases.formats import get_form, parse_release
from tests.checking.conftest import Check
from tests.conftest import Run

CARD = """For more information please contact
Maria G. Moreno, Press Officer
IOM Washington DC
Email: mgmoreno@iom.int
Tel: +1 202 862 1826 ext 230
"""


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        "Ring +1 202 862 1826 for the desk, or (202) 862-1826 x230 for Maria.\n",
        "From Geneva: 022 717 91 11, or 079 555 01 23.\n",
        "| Tom | +41 22 501 01 23 | tkay@iom.int |\n",
        "Write to MGMORENO@IOM.INT.\n",
    ],
)
def test_what_holds_is_not_named(check: Check, text: str) -> None:
    """In blocks and sentences, in any spelling, with or without an extension."""
    assert check(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Call the ministry on +1 202 555 0101 or press@ministry.example.\n",
        "It cost USD 2028621826, in case 862 1826.\n",
        "News without anybody.\n",
    ],
)
def test_what_is_of_nobody_here_is_none_of_our_business(check: Check, text: str) -> None:
    """Other people's numbers, prices, halves of numbers."""
    assert check(text) == []


def test_a_former_value_is_named_with_what_follows(desk: Run, check: Check) -> None:
    """An address, a mobile that was withdrawn, an extension; in a sentence and in a link."""
    for line in (
        "contact edit maria --email m.moreno@iom.int --ext 231",
        'contact edit tom --mobile ""',
    ):
        assert desk(f"pressdesk {line}").code == 0
    text = "Ask mgmoreno@iom.int\n\n202-862-1826, ext. 230\n\n+41 79 555 01 23\n"
    assert check(text) == [
        (1, "changed", "email", "mgmoreno@iom.int", "m.moreno@iom.int"),
        (3, "changed", "phone", "202-862-1826, ext. 230", "+1 202 862 1826 ext 231"),
        (5, "changed", "phone", "+41 79 555 01 23", None),
    ]
    page = '<p><a href="mailto:mgmoreno@iom.int">Maria</a></p>'
    assert check(page, "r.html")[0][1:] == (
        "changed", "email", "mgmoreno@iom.int", "m.moreno@iom.int",
    )  # fmt: skip


def test_a_former_switchboard_stands_for_every_extension_on_it(desk: Run, check: Check) -> None:
    """With whatever extension it is printed, and without one."""
    done = desk('pressdesk office edit geneva --switchboard "+41 22 501 01 00"')
    assert done.code == 0
    assert check("+41 22 717 91 11 ext 41\n+41 22 717 91 11\n022 717 91 11 ext 9\n") == [
        (1, "left", "phone", "+41 22 717 91 11 ext 41", "Tom Kay"),
        (2, "changed", "phone", "+41 22 717 91 11", "+41 22 501 01 00"),
        (3, "changed", "phone", "022 717 91 11 ext 9", "+41 22 501 01 00 ext 9"),
    ]


def test_a_switchboard_with_an_extension_of_nobody_is_of_the_directory(checker: Checker) -> None:
    """So a release that says nothing else is not counted as one without contacts."""
    said = {
        text: checker.check(parse_release("r.txt", text.encode(), get_form("r.txt"))).status
        for text in ("Ring 022 717 91 11 ext 9.\n", "Ring 022 717 91 12 ext 9.\n")
    }
    assert list(said.values()) == [Status.CURRENT, Status.NO_BLOCK]


def test_of_who_has_left_the_successor_is_named(check: Check) -> None:
    """Or that nobody follows."""
    assert check("ada@iom.int\n\neve@iom.int\n") == [
        (1, "left", "email", "ada@iom.int", "Tom Kay"),
        (3, "left", "email", "eve@iom.int", None),
    ]


def test_an_internal_value_is_not_repeated(check: Check) -> None:
    """Nor one of somebody who is unlisted."""
    assert check("+1 202 555 0199\n\nuna@iom.int\n") == [
        (1, "internal", "phone", None, None),
        (3, "internal", "email", None, None),
    ]


def test_a_value_that_stands_with_a_name_and_is_not_theirs(check: Check) -> None:
    """An extension that Maria never had; but not the number of somebody without a name here."""
    assert check(CARD.replace("230", "999")) == [
        (5, "unknown", "phone", "+1 202 862 1826 ext 999", None)
    ]
    foreign = CARD.replace("Maria G. Moreno", "Zed Nobody").replace("mgmoreno@", "zed@")
    assert check(foreign.replace("230", "999")) == []


@pytest.mark.parametrize(
    ("old", "new"), [(", Press Officer", ""), ("IOM Washington DC", "IOM Geneva")]
)
def test_a_block_of_ours_is_compared_whole(check: Check, old: str, new: str) -> None:
    """What a new one would print otherwise: a title, an office."""
    ((line, status, _, _, _),) = check(CARD.replace(old, new))
    assert (line, status) == (1, "outdated")


def test_what_a_person_typed_is_not_compared_whole(check: Check) -> None:
    """Only its values count."""
    assert (
        check(CARD.replace("Tel:", "Phone no.:").replace(", Press Officer", ", Spokeswoman")) == []
    )


def test_a_release_counts_by_its_worst(checker: Checker) -> None:
    """And is empty where neither a block nor anything of the directory stands in it."""

    def status(text: str) -> Status:
        return checker.check(parse_release("r.txt", text.encode(), "text")).status

    assert status("News\n") is Status.NO_BLOCK
    assert status("tkay@iom.int\n") is Status.CURRENT
    assert status("tkay@iom.int eve@iom.int\n") is Status.LEFT
    assert status("eve@iom.int\n\n+1 202 555 0199\n") is Status.INTERNAL


def test_two_people_may_have_a_value(desk: Run, check: Check) -> None:
    """Who has it today counts, whoever gave it up or left."""
    line = "pressdesk contact add Bo --office geneva --email eve@iom.int"
    assert desk(line).code == 0
    assert check("eve@iom.int\n") == []


def test_a_block_is_printed_anew_by_rebuild_alone(checker: Checker) -> None:
    """Ours; with typed, one that somebody typed and that is understood."""
    ours = CARD.replace("Press Officer", "Editor")
    typed = ours.replace("Tel:", "Phone:")
    for text, with_typed, changes in (
        (ours, False, True),
        (typed, False, False),
        (typed, True, True),
    ):
        release = parse_release("r.txt", text.encode(), "text")
        made = checker.rebuilt(release, typed=with_typed)
        assert (made == CARD.encode()) is changes, text
