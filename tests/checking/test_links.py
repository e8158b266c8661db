"""Links of a block: an address or a number behind another one."""

import pytest

from pressdesk.checking.checker import Checker
from pressdesk.checking.release_check import check_release, mend_release
from pressdesk.releases.formats import parse_release

MARKDOWN = """# Ships

For more information please contact\\
Maria G. Moreno\\
IOM Washington DC\\
Email: {}\\
Tel: {}
"""
HTML = """<p>Ships</p>
<p>For more information please contact<br>
Maria G. Moreno<br>
IOM Washington DC<br>
Email: {}<br>
Tel: {}</p>
"""
EMAIL, TEL = "mgmoreno@iom.int", "+1 202 862 1826 ext 230"


def link(form: str, shown: str, target: str) -> str:
    """Give a link of that form."""
    return f"[{shown}]({target})" if form == "markdown" else f'<a href="{target}">{shown}</a>'


def page(form: str, email: str, tel: str) -> bytes:
    """Give a release whose block has these two links."""
    text = MARKDOWN if form == "markdown" else HTML
    return text.format(link(form, EMAIL, email), link(form, TEL, tel)).encode()


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    ("email", "tel", "found"),
    [
        ("mailto:mgmoreno@iom.int", "tel:+12028621826;ext=230", []),
        ("MAILTO:MGMoreno@iom.int?subject=x", "tel:+1-202-862-1826", []),
        ("mailto:old@iom.int", "tel:+12028621826", [("old@iom.int", EMAIL)]),
        ("mailto:mgmoreno@iom.int", "tel:+12028621899", [("12028621899", TEL)]),
        ("https://iom.int", "https://iom.int", []),
    ],
)
def test_a_link_must_lead_to_what_it_shows(
    checker: Checker, form: str, email: str, tel: str, found: list[tuple[str, str]]
) -> None:
    """Else the block is not current, and is mended like any other."""
    release = parse_release("r", page(form, email, tel), form)
    check = check_release(release, checker)
    assert [(one.finding.old, one.finding.new) for one in check.found] == found
    assert {one.finding.field for one in check.found} <= {"link"}
    assert check.is_current == (not found)
    mended = mend_release(release, checker)
    if not found:
        assert mended is None
        return
    assert mended is not None
    assert check_release(parse_release("r", mended, form), checker).is_current
    assert found[0][0].encode() not in mended


def test_a_name_may_link_to_its_own_mailbox_alone(checker: Checker) -> None:
    """An address that nobody sees goes stale too."""
    text = "Media contact\\\n[Maria G. Moreno](mailto:{})\\\nTel: +1 202 862 1826 ext 230\n"
    for address, count in (("mgmoreno@iom.int", 0), ("gone@iom.int", 1)):
        release = parse_release("r.md", text.format(address).encode(), "markdown")
        assert len(check_release(release, checker).found) == count, address
