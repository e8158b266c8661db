import pytest

from pressdesk.checking.checker import Checker
from pressdesk.checking.release_check import check_release, mend_release
from pressdesk.releases.formats import parse_release
from pressdesk.releases.release import Placement

STALE = """For more information please contact
Maria G. Moreno
IOM Washington DC
Email: old@iom.int
"""
STALE_TOM = "Media contact\nTom Kay\nIOM Geneva\nPhone: +41 22 501 01 99\n"
UNKNOWN = "For more information please contact\nZed\nIOM Oslo\nEmail: zed@iom.int\n"


def found(name: str, text: str, checker: Checker) -> list[tuple[int, str, str | None]]:
    """Give line, status and the value that does not hold."""
    form = {"txt": "text", "md": "markdown", "html": "html"}[name.rpartition(".")[2]]
    check = check_release(parse_release(name, text.encode(), form), checker)
    return [(one.line, str(one.finding.status), one.finding.old) for one in check.found]


def test_findings_have_their_line(checker: Checker) -> None:
    """Each thing that does not hold, in each block of a file."""
    text = f"A\n\n{STALE}\n{STALE_TOM}\n###\n"
    assert found("r.txt", text, checker) == [
        (6, "changed", "old@iom.int"),
        (11, "changed", "+41 22 501 01 99"),
    ]


def test_what_people_typed_in_a_sentence_has_its_line(checker: Checker) -> None:
    """Though the number is written otherwise than it is read."""
    text = (
        "A\n\nFor more information, please contact Maria G. Moreno at IOM Washington DC,\n"
        "Email: mgmoreno@iom.int, Tel: (202) 862-1826 ext. 130.\n"
    )
    assert found("r.txt", text, checker) == [(4, "changed", "+1 202 862 1826 ext 130")]


def test_a_release_without_a_block_is_said(checker: Checker) -> None:
    """And counts as current."""
    release = parse_release("r.txt", b"A\n", "text")
    check = check_release(release, checker)
    assert (check.is_current, check.blocks) == (True, 0)
    assert [str(one.finding.status) for one in check.found] == ["no block"]


def test_a_doubtful_block_is_unknown(checker: Checker) -> None:
    """With its line."""
    text = "A\n\nMedia contact\nMaria\nPhone: +1 202 862 1826\nAsk for the night desk.\n"
    assert found("r.txt", text, checker) == [(3, "unknown", None)]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_mending_keeps_all_else(checker: Checker, form: str) -> None:
    """Each block in its place; one with somebody unknown is left as it is."""
    if form == "html":
        typed = "<p>Tom Kay<br>IOM Geneva<br>Phone: +41 22 501 01 99</p>"
        page = f"<p>A</p>\n<h3>Media contact</h3>\n{typed}\n<p>Z</p>\n"
        release = parse_release("r", page.encode(), form)
    else:
        release = parse_release("r", f"A\r\n\n{STALE}\n{UNKNOWN}\n{STALE_TOM}\nZ".encode(), form)
    mended = mend_release(release, checker)
    assert mended is not None
    again = parse_release("r", mended, form)
    left = ["unknown"] if form != "html" else []
    assert [str(one.finding.status) for one in check_release(again, checker).found] == left
    text = mended.decode()
    assert text.startswith("<p>A</p>\n" if form == "html" else "A\r\n\n")
    assert text.endswith("<p>Z</p>\n" if form == "html" else "\nZ")
    assert "old@iom.int" not in text
    assert "+41 22 501 01 23" in text
    assert mend_release(again, checker) is None


def test_what_was_appended_is_current(checker: Checker) -> None:
    """In every format."""
    for form, block in (("text", STALE), ("markdown", STALE.replace("\n", "\\\n"))):
        content = parse_release("r", b"A\n", form).with_block(
            block.replace("old@", "mgmoreno@"), placement=Placement.AUTO, adds=False
        )
        check = check_release(parse_release("r", content, form), checker)
        assert (check.blocks, check.found) == (1, ())
