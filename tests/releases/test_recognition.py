import pytest

from pressdesk.releases.recognition import find_typed_blocks, lead_in_languages, read_block

# Sentences that were broken over lines are no cards.
BROKEN = (
    """For further information please contact: Maria G. Moreno (IOM
Washington DC), tel. 1
Tel: +1 202 862 1826
""",
    "For more information contact Maria at IOM\nTel: +1 202 862 1826\n",
    """За дополнительной информацией обращайтесь: Айгуль Сатпаева (Harbour Relief
Алматы), тел. +7 727 258 00 00
""",
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


@pytest.mark.parametrize(
    ("line", "languages"),
    [
        ("For more information please contact", ("en",)),
        ("FOR MORE INFORMATION, PLEASE CONTACT:", ("en",)),
        ("Pressekontakt:", ("de",)),
        ("如需更多信息，请联系", ("zh",)),
        ("Contacted by the ministry", ()),
        ("Contact lenses are dear.", ()),
        ("", ()),
    ],
)
def test_lead_ins_are_known_in_every_language(line: str, languages: tuple[str, ...]) -> None:
    """Blind to case and to a colon; a heading stands alone."""
    assert lead_in_languages(line) == languages


def test_name_title_and_office_may_share_a_line() -> None:
    """And the office is not taken for a part of the title."""
    found = read_block(
        "Media contact\nMaria Moreno, Press Officer, IOM Geneva\nPhone: 202-862-1826\n"
    )
    assert found is not None
    (entry,) = found[0].entries
    assert (entry.name, entry.title, entry.office) == (
        "Maria Moreno", "Press Officer", "IOM Geneva"
    )  # fmt: skip


def test_two_blocks_are_two() -> None:
    """A lead-in is nobody's name."""
    text = "Media contact\nMaria\nE: m@iom.int\n\nPressekontakt\nTom\nE: t@iom.int\n"
    assert [one.first for one in find_typed_blocks(text.splitlines()).blocks] == [0, 4]


def test_lead_ins_without_end_take_no_time() -> None:
    """A file that is nothing else is given up on."""
    lines = ["For more information please contact", "a@b.org"] * 20_000
    assert len(find_typed_blocks(lines).doubtful) > 1000
