"""`pressdesk find` and the lists: formats, fields, filters, statuses."""

import csv
import io
import json

import pytest

from pressdesk.directory.search.query import FIELDS
from tests.conftest import Run

MARIA = (
    "maria-g-moreno\tMaria G. Moreno\t\tIOM Washington DC\tmgmoreno@iom.int\t+1 202 862 1826\t230\n"
)
FORMATS = ["table", "tsv", "csv", "json", "jsonl", "vcard", "email", "mutt", "aerc"]


@pytest.mark.parametrize(
    "terms", ["moreno", "MARIA", "862-1826", "'+1 (202) 862 1826 x230'", "ext:230", "-- moreno",
              "mgmoreno@iom.int", "washington", "'united states'", "moreno --office wash"]
)  # fmt: skip
def test_one_is_found_in_any_spelling(sample: Run, terms: str) -> None:
    """In a pipe a line of tab-separated fields, and nothing said."""
    done = sample(f"pressdesk find {terms}")
    assert (done.out, done.err, done.code) == (MARIA, "", 0)


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_status_1_in_every_format(sample: Run, form: str) -> None:
    """The nearest names are on stderr; JSON and mutt say it on stdout too."""
    done = sample(f"pressdesk find morenno --format {form}")
    message = 'no contact matches "morenno"; did you mean "Maria G. Moreno"?'
    assert done.code == 1
    assert done.out == {"json": "[]\n", "mutt": f"{message}\n"}.get(form, "")
    said = json.loads(done.err)["error"]["message"] if "json" in form else done.err
    assert message in said


@pytest.mark.parametrize(
    ("terms", "way_out"),
    [
        ("geneeva", 'did you mean "Harbour Relief Geneva"?'),
        ("tel:862", f"there is no field tel: but {', '.join(FIELDS)}"),
        ("name:qqqq", "`pressdesk contact list` shows all"),
        ("12:30", "`pressdesk contact list` shows all"),
    ],
)  # fmt: skip
def test_nothing_found_says_the_way_out(sample: Run, terms: str, way_out: str) -> None:
    """Names of offices count too; a field that there is not was taken for a word."""
    done = sample(f"pressdesk find {terms}")
    assert (done.out, done.code) == ("", 1)
    assert done.err == f'pressdesk: no contact matches "{terms}"; {way_out}\n'


def test_mutt_gets_its_message_whatever_goes_wrong(run: Run) -> None:
    """Mutt reads stdout alone."""
    done = run("pressdesk find x --format mutt")
    assert done.code == 5
    assert "there is no directory yet" in done.out.splitlines()[0]


def test_addresses_for_mail_programs(sample: Run) -> None:
    """Mutt skips the first line, aerc has none, `email` is bare."""
    lines = sample("pressdesk find nairobi --format mutt").out.splitlines()
    assert lines[0] == "2 addresses found"
    aerc = sample("pressdesk find nairobi --format aerc").out.splitlines()
    assert aerc == lines[1:]
    assert aerc[0].split("\t") == [
        "peter.kamau@harbour-relief.example", "Peter Kamau", "Press Officer, Harbour Relief Nairobi"
    ]  # fmt: skip
    bare = sample("pressdesk find nairobi --format email").out.splitlines()
    assert bare == [line.split("\t")[0] for line in aerc]


def test_names_can_be_pasted_between_quotation_marks(sample: Run) -> None:
    """Mutt does not escape them."""
    sample("pressdesk contact edit maria --name 'Maria \"Mia\" Moreno'")
    line = sample("pressdesk find mia --format aerc").out
    assert line.split("\t")[1] == "Maria 'Mia' Moreno"


def test_fields_are_chosen_by_name(sample: Run) -> None:
    """In their order; a header on request; every field is known."""
    done = sample("pressdesk find zoe --fields mobile,name,languages --header")
    assert done.out == ("mobile\tname\tlanguages\n+41 79 555 01 23\tZoë Lindqvist\ten ; fr ; sv\n")
    wrong = sample("pressdesk find zoe --fields name,shoe")
    assert (wrong.out, wrong.code) == ("", 2)
    assert "there is no field shoe; choose from key, name" in wrong.err
    known = wrong.err.partition("choose from ")[2].strip().replace(" ", "")
    assert sample(f"pressdesk find zoe --fields {known}").code == 0


def test_csv_is_quoted_and_no_formula(sample: Run) -> None:
    """CRLF, a header, numbers with their plus and spaces."""
    sample("pressdesk contact edit maria --title '=1+1'")
    done = sample("pressdesk find moreno --format csv")
    assert done.out.count("\r\n") == 2
    header, row = csv.reader(io.StringIO(done.out))
    assert dict(zip(header, row, strict=True))["title"] == "'=1+1"
    assert dict(zip(header, row, strict=True))["phone"] == "+1 202 862 1826"


def test_json_is_an_array_and_jsonl_lines(sample: Run) -> None:
    """Each contact once, as `show` gives it."""
    (one,) = json.loads(sample("pressdesk find zoe --format json").out)
    assert one == json.loads(sample("pressdesk show zoe --format json").out)
    assert json.loads(sample("pressdesk find zoe --format jsonl").out) == one


def test_vcard_keeps_the_extension(sample: Run) -> None:
    """As RFC 3966 has it, not escaped."""
    card = sample("pressdesk find moreno --format vcard").out
    assert '\r\nTEL;VALUE=uri;TYPE="work,voice":tel:+1-202-862-1826;ext=230\r\n' in card


def test_null_ends_records(sample: Run) -> None:
    """For xargs -0."""
    done = sample("pressdesk find nairobi --format email -0")
    assert done.out == "peter.kamau@harbour-relief.example\0amina.otieno@harbour-relief.example\0"
    assert sample("pressdesk find moreno -0").out == MARIA.replace("\n", "\0")


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ("--limit 1", ["Joerg"]), ("--country KE", ["Peter", "Amina"]),
        ("--lang sw", ["Peter", "Amina"]),
        ("--topic drought", ["Amina"]), ("--office geneva --topic winter", ["Tomasz"]),
        ("--office nairobi --on 2026-08-01", ["Amina"]),
        ("--office nairobi --on 2027-08-01", ["Peter"]),
    ],
)  # fmt: skip
def test_options_narrow(sample: Run, options: str, names: list[str]) -> None:
    """Each of them alone and together."""
    sample("pressdesk contact edit jorg --name 'Joerg Aaa'")
    out = sample(f"pressdesk find harbour {options} --fields name").out
    assert [line.split()[0] for line in out.splitlines()] == names


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        ("--limit 0", 2, "--limit"), ("--limit x", 2, "--limit"), ("--format xml", 2, "--format"),
        ("--country Narnia", 4, 'country "Narnia"'), ("--lang klingon", 4, "language"),
        ("--on soon", 4, 'on "soon": is not a date'), ("--office nowhere", 1, "no office matches"),
        ("--office harbour", 3, "matches 5"),
    ],
)  # fmt: skip
def test_bad_options_are_named(sample: Run, options: str, code: int, message: str) -> None:
    """The same statuses as everywhere."""
    done = sample(f"pressdesk find zoe {options}")
    assert (done.out, done.code) == ("", code)
    assert message in done.err


def test_internal_values_come_only_when_asked_for(sample: Run) -> None:
    """Staff see them by --internal."""
    sample("pressdesk contact edit maria --internal secret@iom.int --email ''")
    assert "secret" not in sample("pressdesk find moreno").out
    assert sample("pressdesk find moreno --format email").out == ""
    assert "secret@iom.int" in sample("pressdesk find moreno --internal").out


@pytest.mark.parametrize(
    ("order", "first"),
    [("name", "zoe"), ("office", "berlin"), ("country", "geneva"), ("verified", "never")],
)
def test_lists_are_sorted(sample: Run, order: str, first: str) -> None:
    """By accent-blind order; what was never verified comes first."""
    out = sample(f"pressdesk contact list --sort {order} --fields key,office,country").out
    keys = [line.split("\t")[0] for line in out.splitlines()]
    expected = {"zoe": "lucia-fernandez", "berlin": "jorg-weiss", "geneva": "zoe-lindqvist",
                "never": "lucia-fernandez"}  # fmt: skip
    assert len(keys) == 9
    assert keys[0] == expected[first]


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ("--country CH", ["harbour-geneva"]),
        ("--lang de", ["harbour-berlin"]),
        ("--country KE --format csv", ['"code"\r', '"harbour-nairobi"\r']),
        ("--country KE --header -0", ["code\0harbour-nairobi\0"]),
        ("--sort country", ["harbour-geneva", "harbour-bogota", "harbour-berlin",
                            "harbour-nairobi", "harbour-tunis", "iom-washington-dc"]),
    ],
)  # fmt: skip
def test_offices_are_listed_with_the_same_options(
    sample: Run, options: str, lines: list[str]
) -> None:
    """Filters, fields, formats and order."""
    out = sample(f"pressdesk office list --fields code {options}").out
    assert out.removesuffix("\n").split("\n") == lines


def test_office_lines_of_json(sample: Run) -> None:
    """One object each; a wrong field is a usage error."""
    lines = sample("pressdesk office list --format jsonl").out.splitlines()
    assert json.loads(lines[0])["code"] == "harbour-berlin"
    assert sample("pressdesk office list --fields shoe").code == 2


def test_a_table_fits_the_screen(sample: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses stay whole where there is room, and else take several lines; CJK is aligned."""
    sample("pressdesk contact edit maria --name '王芳 (Maria)'")
    monkeypatch.setenv("COLUMNS", "100")
    table = sample("pressdesk find nairobi OR moreno --format table").out
    assert "amina.otieno@harbour-relief.example" in table
    assert "…" in table
    assert all(len(line) <= 100 for line in table.splitlines())
    monkeypatch.setenv("COLUMNS", "60")
    narrow = sample("pressdesk find amina --format table").out
    assert "…" not in narrow
    assert all(len(line) <= 60 for line in narrow.splitlines())
    assert sample("pressdesk find amina --format table --full").out == narrow


def test_a_screen_shows_fifty(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says that there are more; a pipe gets all."""
    run("pressdesk office add Geneva --country CH")
    monkeypatch.setattr("pressdesk.cli.screen.output.is_terminal", lambda: True)
    from tests.many import add_many

    add_many(60)
    done = run("pressdesk find person")
    assert "the first 50 are shown; --limit N shows more" in done.err
    assert done.out.count("Person ") == 50
    assert len(run("pressdesk find person --format tsv").out.splitlines()) == 60
    assert run("pressdesk find person --limit 55").out.count("Person ") == 55


def test_the_clock_of_an_office_is_shown(sample: Run) -> None:
    """So that one sees whom one can ring."""
    assert "time zone:   Europe/Zurich, where it is " in sample("pressdesk show geneva").out
    assert "local time:  " in sample("pressdesk show zoe").out


def test_on_a_table_it_is_said_who_has_left(sample: Run) -> None:
    """With who follows; data for scripts stay without a word."""
    sample("pressdesk contact edit zoe --left 2026-01-01 --successor maria")
    done = sample("pressdesk find zoe --format table")
    assert "left on 2026-01-01; see maria" in done.err
    assert sample("pressdesk find zoe").err == ""
    assert sample("pressdesk find maria --format table").err == ""


def test_what_options_leave_out_is_said(sample: Run) -> None:
    """The word is no typing error then; a filter that leaves nobody out says nothing of it."""
    done = sample("pressdesk find zoe --country KE")
    assert (done.out, done.code) == ("", 1)
    assert done.err == 'pressdesk: no contact matches "zoe"; without the options somebody does\n'
    assert "did you mean" in sample("pressdesk find zoee --country CH").err
