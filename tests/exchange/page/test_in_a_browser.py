"""The page in a real browser; skipped where there is none."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import PROGRAM, Page, browsing
from tests.conftest import SAMPLE, Run

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")
FIELD = "input[type=search]"
# Says that it is noon (UTC) of a day, whatever the clock of the machine says.
CLOCK = """(() => {{
const then = Date.parse("{}T12:00Z");
const Real = Date;
globalThis.Date = class extends Real {{
  constructor(...given) {{ super(...(given.length ? given : [then])); }}
  static now() {{ return then; }}
}};
}})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Start one browser for all these tests."""
    with browsing(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture
def page(run: Run, tmp_path: Path) -> Path:
    """Write the page of the sample directory."""
    assert run("pressdesk import", *map(str, sorted(SAMPLE.glob("*.csv")))).code == 0
    assert run(f"pressdesk page -o {tmp_path}/contacts.html").code == 0
    return tmp_path / "contacts.html"


def test_people_are_found_as_one_types(browser: Page, page: Path) -> None:
    """By words without their accents, in Latin letters, by office, by the digits of a number."""
    browser.problems.clear()
    browser.open(page)
    assert len(browser.visible("li b")) > 50
    for typed, names in {
        "zoe": ["Zoë Lindqvist"],
        "LUKASZ": ["Tomasz Łukaszewicz"],
        "geneva newsroom": ["Newsroom"],
        "aigul": ["Айгуль Сатпаева"],
        "رنا": ["رنا الخطيب"],
        "862-1826": ["Maria G. Moreno"],
        "(202) 862": ["Maria G. Moreno"],
        "mgmoreno@iom": ["Maria G. Moreno"],
        "nobody is called so": [],
    }.items():
        browser.type(FIELD, typed)
        assert browser.visible("li b") == names, typed
    assert browser.visible("output") == ["Nobody found"]
    assert browser.visible("h2") == []
    browser.type(FIELD, "")
    assert len(browser.visible("li b")) > 50
    assert browser.problems == []


def test_a_link_to_the_page_may_name_what_is_searched(browser: Page, page: Path) -> None:
    """`contacts.html#q=zoe`, for a colleague."""
    browser.open(page, "#q=zo%C3%AB")
    assert browser.visible("li b") == ["Zoë Lindqvist"]


def test_links_write_and_dial(browser: Page, page: Path) -> None:
    """Each address and each number that can be dialled."""
    browser.open(page, "#q=moreno")
    links = "Array.from(document.querySelectorAll('li:not([hidden]) a'), a => a.href)"
    assert browser.run(links) == ["mailto:mgmoreno@iom.int", "tel:+1-202-862-1826;ext=230"]


def test_the_reader_s_own_day_says_who_is_on_duty(browser: Page, run: Run, tmp_path: Path) -> None:
    """A page that was made before Christmas is right at Christmas."""
    assert run("pressdesk office add Oslo --country NO --city Oslo").code == 0
    for name, first, last in (
        ("Ann", "2099-12-01", "2099-12-23"),
        ("Ben", "2099-12-24", "2099-12-31"),
        ("Cem", "2000-01-01", ""),
    ):
        until = f"--until {last}" if last else ""
        line = f"pressdesk contact add {name} --office oslo --email {name}@example.org"
        assert run(f"{line} --from {first} {until}").code == 0
    assert run(f"pressdesk page -o {tmp_path}/oslo.html").code == 0
    for day, on_duty, shown in (
        ("2099-12-23", ["Ann", "Cem"], ["Cem", "Ann", "Ben"]),
        ("2099-12-24", ["Ben", "Cem"], ["Cem", "Ben"]),
        ("2100-01-01", ["Cem"], ["Cem"]),
    ):
        browser.on_every_page(CLOCK.format(day))
        browser.open(tmp_path / "oslo.html")
        assert browser.visible("li b") == shown, day
        assert sorted(browser.visible("li.on b")) == on_duty
        browser.run("document.querySelector('input[type=checkbox]').click()")
        assert sorted(browser.visible("li b")) == on_duty


def test_nothing_that_is_stored_runs(browser: Page, run: Run, tmp_path: Path) -> None:
    """A name with markup is a name, and the policy would stop it too."""
    browser.problems.clear()
    assert run('pressdesk office add "</h2><script>x=1</script>" --country NO').code == 0
    line = "pressdesk contact add '<img src=x onerror=x=1>' --office script --email a@b.example"
    assert run(line).code == 0
    assert (
        run(f"pressdesk page -o {tmp_path}/p.html --title '</title><script>x=1</script>'").code == 0
    )
    browser.open(tmp_path / "p.html")
    assert browser.run("typeof x") == "undefined"
    assert browser.visible("li b") == ["<img src=x onerror=x=1>"]
    assert browser.problems == []


@pytest.mark.parametrize("paper", [{"paperWidth": 8.27, "paperHeight": 11.69}, {}])
def test_it_prints_as_a_phone_list(browser: Page, page: Path, paper: dict[str, float]) -> None:
    """On A4 and on Letter: sixty people on three pages, each with its number."""
    browser.open(page)
    pdf = base64.b64decode(browser.printed(**paper, preferCSSPageSize=False))
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") <= 3
