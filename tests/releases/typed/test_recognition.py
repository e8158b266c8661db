import pytest

from pressdesk.releases.typed.recognition import find_typed_blocks
from tests.work import Counting

# Sentences that were broken over lines are no cards.
BROKEN = (
    """For further information please contact: Maria G. Moreno (IOM
Washington DC), tel. 1
Tel: +1 202 862 1826
""",
    "For more information contact Maria at IOM\nTel: +1 202 862 1826\n",
)
# Nobody is named, or a line among the ways is none.
ODD = (
    "Media contact\nTel: +1 202 862 1826\n",
    "Media contact\nMaria Moreno\nPhone: +1 202 862 1826\nor ask at night\n",
)


@pytest.mark.parametrize("text", [*BROKEN, *ODD])
def test_what_is_not_wholly_understood_is_doubtful(text: str) -> None:
    """With the line where it begins; nothing of it is taken for a block."""
    found = find_typed_blocks(["Ships sail", "", *text.splitlines()])
    assert (found.blocks, found.doubtful) == ((), (2,))


TOLD = (
    (
        "За дополнительной информацией обращайтесь: Айгуль Сатпаева (Harbour Relief",
        "Алматы), тел. +7 727 258 00 00",
    ),
    ("Voor meer informatie:", "Айгуль Сатпаева", "Harbour Relief Алматы", "Tel: +7 727 258 00 00"),
)


@pytest.mark.parametrize("lines", TOLD)
def test_what_people_tell_in_their_own_layout_is_read(lines: tuple[str, ...]) -> None:
    """A sentence broken over lines, and a language in which we print none."""
    found = find_typed_blocks(["Ships sail", "", *lines, "", "Ends"])
    assert found.doubtful == ()
    (block,) = found.blocks
    assert (block.first, block.last) == (2, 1 + len(lines))
    (entry,) = block.block.entries
    assert entry.name == "Айгуль Сатпаева"
    assert [way.text.replace(" ", "") for way in entry.ways] == ["+77272580000"]


@pytest.mark.parametrize(
    "lead_in",
    ["Press contact:", "Media enquiries:", "Pressekontakt:", "Contacto de prensa:", "联系信息：",
     "Harbour Relief's media contact:", "Yhteystiedot:", "Media enquiries, contact",
     "For further information on the port, contact", "Media inquiries for IOM can be addressed to",
     "За дополнительной информацией обращайтесь к"],
)  # fmt: skip
def test_one_line_says_it_all(lead_in: str) -> None:
    """A heading or a lead-in, and behind it who, where and how."""
    line = f"{lead_in} Maria G. Moreno, IOM Washington DC, tel. +1 202 862 1826 ext 230, m@iom.int"
    (block,) = find_typed_blocks(["Ships sail", "", line, "", "Ends"]).blocks
    (entry,) = block.block.entries
    assert (block.first, block.last, entry.name) == (2, 2, "Maria G. Moreno")
    assert [way.extension for way in entry.ways] == [None, "230"]


@pytest.mark.parametrize("line", ["More information: https://iom.int/reports/2026-11-24-1182",
                                  "Enquiries: twenty a day, all year"])  # fmt: skip
def test_a_heading_with_no_way_behind_it_is_text(line: str) -> None:
    """A link is no number."""
    found = find_typed_blocks(["Ships sail", "", line, "", "Ends", "", "+1 202 862 1826"])
    assert (found.blocks, found.doubtful) == ((), ())


def test_two_blocks_are_two() -> None:
    """A lead-in is nobody's name."""
    text = "Media contact\nMaria\nE: m@iom.int\n\nPressekontakt\nTom\nE: t@iom.int\n"
    assert [one.first for one in find_typed_blocks(text.splitlines()).blocks] == [0, 4]


def test_a_file_of_lead_ins_is_read_in_one_go(counting: Counting) -> None:
    """A file that is nothing else is given up on."""
    unit = "For more information please contact\na@b.org\n"
    recognition = counting.module("releases.typed.recognition")
    assert counting.growth(
        lambda text: recognition.find_typed_blocks(text.splitlines()), unit, 30 * len(unit)
    ) == {}  # fmt: skip
    assert len(find_typed_blocks((unit * 2_000).splitlines()).doubtful) > 1000


def test_a_person_in_one_line_below_a_heading_is_read() -> None:
    """An address in it is no part of the title."""
    lines = [
        "Media contact:",
        "Maria Moreno, Press Lead, Harbour Relief London, m@iom.int, +44 20 7946 0958 ext. 2311",
    ]
    (block,) = find_typed_blocks(lines).blocks
    (entry,) = block.block.entries
    assert (entry.name, entry.title, entry.office) == (
        "Maria Moreno", "Press Lead", "Harbour Relief London"
    )  # fmt: skip
    assert [(way.text, way.extension) for way in entry.ways] == [
        ("m@iom.int", None), ("+44 20 7946 0958", "2311")
    ]  # fmt: skip


@pytest.mark.parametrize("rule", ["---", "=====", "* * *", "________"])
def test_a_rule_parts_a_block_as_a_blank_line_does(rule: str) -> None:
    """Above it and below; right below a heading it belongs to that."""
    line = "Press contact: Amina Otieno | Harbour Relief Nairobi | +254 20 2012345 ext 310"
    (block,) = find_typed_blocks(["Ships sail.", rule, line, rule, "All else"]).blocks
    assert (block.first, block.last) == (2, 2)
    card = ["Media contact", rule, "Amina Otieno", "Tel: +254 20 2012345", rule, "Tel: 118 118"]
    (block,) = find_typed_blocks(card).blocks
    assert (block.first, block.last) == (0, 3)


def test_a_heading_may_say_whom_it_is_for() -> None:
    """In brackets; each such block is one of its own."""
    card = ["Amina Otieno", "Tel: +254 20 2012345", ""]
    lines = ["Media contact (Nairobi):", *card, "Media contact (US, Canada)", *card]
    found = find_typed_blocks(lines).blocks
    assert [one.block.lead_in.rstrip(":") for one in found] == [
        "Media contact (Nairobi)", "Media contact (US, Canada)"
    ]  # fmt: skip


def test_the_ways_of_the_next_block_make_nothing_doubtful() -> None:
    """What is near a lead-in without people is the block's that was appended behind it."""
    lines = ["For more information please visit our website.", "", "Media contact", "Maria",
             "Tel: +1 202 862 1826"]  # fmt: skip
    found = find_typed_blocks(lines)
    assert ([one.first for one in found.blocks], found.doubtful) == ([2], ())


def test_a_title_that_is_a_heading_elsewhere_begins_no_block() -> None:
    """Right below a name: else the block would begin in the midst of a card."""
    lines = ["Media contact", "Malik Robinson", "Spokesperson", "IOM", "Tel: +1 212 555 0123"]
    (block,) = find_typed_blocks(lines).blocks
    assert (block.first, block.last) == (0, 4)
    (entry,) = block.block.entries
    assert (entry.name, entry.title) == ("Malik Robinson", "Spokesperson")
