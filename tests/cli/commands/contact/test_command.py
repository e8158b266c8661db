"""`pressdesk contact …` and `pressdesk office …`: what they store and what they say."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import WASHINGTON, Run, Stock

LIST = (
    "maria-g-moreno\tMaria G. Moreno\t\tIOM Washington DC\tmgmoreno@iom.int\t+1 202 862 1826\t230\n"
)


def stored(run: Run, who: str) -> dict[str, object]:
    """Read a contact or an office back as data."""
    data: dict[str, object] = json.loads(run(f"pressdesk show {who} --format json").out)
    return data


def numbers(run: Run, who: str = "maria") -> list[tuple[str, str, bool]]:
    """Read a contact's numbers back: kind, number with extension, public."""
    data = json.loads(run(f"pressdesk show {who} --format json").out)
    return [
        (one["kind"], one["display"] + (f" ext {one['extension']}" if one["extension"] else ""),
         one["public"])
        for one in data["phones"]
    ]  # fmt: skip


def test_what_was_done_is_said_on_stderr(run: Run) -> None:
    """Stdout stays free for data; --quiet says nothing."""
    done = run("pressdesk office add Geneva --country ch")
    assert (done.out, done.err) == ("", "added office geneva: Geneva\n")
    done = run("pressdesk -q contact add X --office geneva --email x@example.org")
    assert (done.out, done.err, done.code) == ("", "", 0)


def test_contact_json_has_the_keys_of_the_contract(washington: Run) -> None:
    """Missing values are null, never absent."""
    assert stored(washington, "maria") == {
        "key": "maria-g-moreno", "kind": "person", "name": "Maria G. Moreno", "given_name": None,
        "family_name": None, "title": None, "titles": {}, "languages": [], "topics": [],
        "emails": [{"address": "mgmoreno@iom.int", "public": True, "verified_on": None}],
        "phones": [],
        "postings": [{"office": "iom-washington-dc", "rank": None, "title": None,
                      "extension": "230", "starts_on": None, "ends_on": None}],
        "left_on": None, "successor": None, "unlisted": False,
    }  # fmt: skip


def test_every_field_of_a_contact_can_be_given_at_once(washington: Run) -> None:
    """And comes back as it was given."""
    washington(
        'pressdesk contact add "Zoë Lindqvist" --office wash --title "Head of Media" '
        "--title-in fr='Cheffe des médias' --email zoe@example.org --tel '+1 202 555 0123 ext 7' "
        "--mobile '202 555 0124' --whatsapp '+44 7400 123456' --satellite '+881 612 345 678' "
        "--fax '+1 202 555 0125' --lang fr --lang en --topic migration --rank 1 "
        "--from 2026-01-01 --until 2026-12-31 --note 'call after nine' --given-name Zoë"
    )
    data = stored(washington, "zoe")
    assert data["titles"] == {"fr": "Cheffe des médias"}
    assert (data["languages"], data["topics"]) == (["fr", "en"], ["migration"])
    assert numbers(washington, "zoe") == [
        ("office", "+1 202 555 0123 ext 7", True), ("mobile", "+1 202 555 0124", True),
        ("whatsapp", "+44 7400 123456", True), ("satellite", "+881 6 123 45678", True),
        ("fax", "+1 202 555 0125", True),
    ]  # fmt: skip
    assert data["postings"] == [
        {"office": "iom-washington-dc", "rank": 1, "title": None, "extension": None,
         "starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    ]  # fmt: skip
    assert "note:        call after nine\n" in washington("pressdesk show zoe").out


def test_an_extension_with_a_number_is_that_numbers(washington: Run) -> None:
    """Without one it would be on the switchboard."""
    washington("pressdesk contact add X --office wash --tel '+1 202 555 0123' --ext 0012")
    assert numbers(washington, "x") == [("office", "+1 202 555 0123 ext 0012", True)]


def test_an_extension_needs_a_switchboard(run: Run) -> None:
    """The way out is named."""
    run("pressdesk office add Geneva --country CH")
    done = run("pressdesk contact add X --office geneva --ext 12")
    assert done.code == 4
    assert "Geneva has no switchboard; give it one with `pressdesk office edit geneva" in done.err


def test_a_shared_extension_is_taken_when_it_is_meant(washington: Run) -> None:
    """Two people at one desk."""
    line = "pressdesk contact add Desk --desk --office wash --ext 230"
    assert washington(line).code == 4
    assert washington(f"{line} --shared-extension").code == 0


def test_a_possible_number_is_taken_when_it_is_allowed(washington: Run) -> None:
    """It is marked, and said."""
    line = "pressdesk contact add X --office wash --tel '+1 102 862 1826'"
    assert washington(line).code == 4
    done = washington(f"{line} --allow-possible")
    assert done.code == 0
    assert "is not a valid number; stored because it was allowed" in done.err
    assert "possible, but not valid" in washington("pressdesk show x").out


def test_the_same_name_elsewhere_gets_a_key_of_its_own(washington: Run) -> None:
    """Two people may have one name."""
    washington("pressdesk office add Geneva --country CH")
    washington('pressdesk contact add "Maria G. Moreno" --office geneva --email other@example.org')
    assert stored(washington, "maria-g-moreno-2")["name"] == "Maria G. Moreno"
    done = washington('pressdesk show "maria g. moreno"')
    assert (done.out, done.code) == ("", 3)


EDITS = [
    ("--tel '+1 202 555 0123'", [("office", "+1 202 555 0123", True)]),
    ("--add-tel '+1 202 555 0123' --add-tel '+1 202 555 0123'",
     [("office", "+1 202 555 0100", True), ("office", "+1 202 555 0123", True)]),
    ("--remove-tel '+1 202 555 0100'", []),
    ("--tel ''", []),
    ("--add-fax '+1 202 555 0123'",
     [("office", "+1 202 555 0100", True), ("fax", "+1 202 555 0123", True)]),
    ("--internal '+1 202 555 0100'", [("office", "+1 202 555 0100", False)]),
    ("--internal '+1 202 555 0123'",
     [("office", "+1 202 555 0100", True), ("office", "+1 202 555 0123", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("options", "expected"), EDITS)
def test_edit_changes_numbers(
    washington: Run, options: str, expected: list[tuple[str, str, bool]]
) -> None:
    """A value option replaces, --add and --remove change one, --internal marks."""
    washington("pressdesk contact edit maria --tel '+1 202 555 0100'")
    assert washington(f"pressdesk contact edit maria {options}").code == 0
    assert numbers(washington) == expected


def test_internal_values_change_only_by_name(washington: Run) -> None:
    """Replacing the public ones leaves them; --public brings them back."""
    washington("pressdesk contact edit maria --internal '+1 202 555 0100' --mobile 2025550101")
    washington("pressdesk contact edit maria --tel '+1 202 555 0123'")
    assert numbers(washington)[:2] == [
        ("office", "+1 202 555 0123", True), ("office", "+1 202 555 0100", False)
    ]  # fmt: skip
    washington("pressdesk contact edit maria --public '+1 202 555 0100'")
    assert ("office", "+1 202 555 0100", True) in numbers(washington)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("--remove-tel '+1 202 555 0199'", "is not one of the contact's; the contact has: none"),
        ("--remove-email x@iom.int", "the contact has: mgmoreno@iom.int"),
        ("--public x@iom.int", "is not one of the contact's"),
        ("--email '' --ext ''", "has no e-mail and no phone"),
        ("--ext 1", "is not one of IOM Washington DC's (3 digits)"),
    ],
)
@pytest.mark.usefixtures("snapshot")
def test_a_bad_edit_is_refused(washington: Run, options: str, message: str) -> None:
    """Nothing is changed."""
    done = washington(f"pressdesk contact edit maria {options}")
    assert done.code == 4
    assert message in done.err


def test_an_edit_that_changes_nothing_says_so(washington: Run) -> None:
    """And records nothing."""
    done = washington("pressdesk contact edit maria --email MGMoreno@IOM.int --ext 230")
    assert done.err == "changed contact maria-g-moreno: Maria G. Moreno\n"
    done = washington("pressdesk contact edit maria --email MGMoreno@iom.int --ext 230")
    assert done.err == "unchanged contact maria-g-moreno: Maria G. Moreno\n"


def test_texts_are_taken_away_by_an_empty_one(washington: Run) -> None:
    """What is not named stays."""
    washington("pressdesk contact edit maria --title Spokesperson --topic a --topic b --note n")
    washington("pressdesk contact edit maria --title '' --topic '' --desk")
    data = stored(washington, "maria")
    assert (data["title"], data["topics"], data["kind"]) == (None, [], "desk")
    assert "note:        n" in washington("pressdesk show maria").out


@pytest.fixture
def colleagues(stock: Stock) -> Run:
    """Add colleagues of Maria's: Tom Okello, Tomas Berg and Zoë Lindqvist."""
    adding = "pressdesk contact add --office wash --email x@iom.int"
    names = ("Tom Okello", "Tomas Berg", "Zoë Lindqvist")
    return stock(*WASHINGTON, *(f"{adding} {name!r}" for name in names))


def leaving(run: Run, who: str = "maria") -> tuple[object, object]:
    """Read back when a contact goes, and who follows."""
    data = stored(run, who)
    return data["left_on"], data["successor"]


@pytest.mark.parametrize(
    "who", ["tom-okello", "Tom Okello", "tom okello", "tom-o", " Tom O ", "TOM OKELLO"]
)
def test_somebody_goes_and_somebody_follows(colleagues: Run, who: str) -> None:
    """A successor is named by key, name or beginning; empty texts take both away again."""
    before = stored(colleagues, "maria")
    done = colleagues("pressdesk contact edit maria --left 2026-12-01 --successor", who)
    assert done.err == "changed contact maria-g-moreno: Maria G. Moreno\n"
    assert stored(colleagues, "maria") == before | {
        "left_on": "2026-12-01", "successor": "tom-okello"
    }  # fmt: skip
    shown = colleagues("pressdesk show maria").out
    assert "left on:     2026-12-01\nsuccessor:   tom-okello\n" in shown
    done = colleagues('pressdesk contact edit maria --left "" --successor ""')
    assert done.err == "changed contact maria-g-moreno: Maria G. Moreno\n"
    assert stored(colleagues, "maria") == before


def test_a_successor_in_another_script_is_found_by_its_name(colleagues: Run) -> None:
    """Blind to case and accents, as everywhere."""
    colleagues('pressdesk contact add "Анна Иванова" --office wash --email a@iom.int')
    for who, key in (("zoe", "zoe-lindqvist"), ("анна", "анна-иванова")):
        colleagues("pressdesk contact edit maria --left 2026-12-01 --successor", who)
        assert leaving(colleagues) == ("2026-12-01", key)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--left 2027-01-02", ("2027-01-02", "tom-okello")),
        ("--successor zoe", ("2026-12-01", "zoe-lindqvist")),
        ("--left '  '", (None, "tom-okello")),
        ("--successor ' '", ("2026-12-01", None)),
        ("--title Envoy", ("2026-12-01", "tom-okello")),
    ],
)
def test_what_is_not_named_of_leaving_stays(
    colleagues: Run, options: str, expected: tuple[str | None, str | None]
) -> None:
    """The day and the successor change each by itself."""
    colleagues("pressdesk contact edit maria --left 2026-12-01 --successor tom-okello")
    assert colleagues(f"pressdesk contact edit maria {options}").code == 0
    assert leaving(colleagues) == expected


REFUSED_LEAVING = [
    ("maria --left soon", 4, 'left "soon": is not a date; expected YYYY-MM-DD, as in 2026-11-23'),
    ("maria --left 01.12.2026", 4, 'left "01.12.2026": is not a date; expected YYYY-MM-DD'),
    ("maria --left 2026-12", 4, 'left "2026-12": is not a date'),
    ("maria --left 2026-02-30", 4, 'left "2026-02-30": is not in the calendar'),
    ("maria --left 2026-02-30 --successor zoe", 4, 'left "2026-02-30": is not in the calendar'),
    ("maria --left 2026-12-01 --successor nobody", 1, 'no contact matches "nobody"'),
    ("maria --left 2026-12-01 --successor 'Tom Okelo'", 1, 'did you mean "Tom Okello"'),
    ("maria --left 2026-12-01 --successor washington", 1, 'no contact matches "washington"'),
    ("maria --left 2026-12-01 --successor tom", 3, '"tom" matches 2; name one of these:'),
    ("maria --successor maria", 4, "Maria G. Moreno cannot follow itself; name somebody else"),
    ("maria --key mm --successor maria", 4, "cannot follow itself"),
    ("tom-okello --successor maria", 4,
     "goes round in a circle (tom-okello -> maria-g-moreno -> tom-okello); name somebody"),
    ("zoe --left 2026-12-01 --successor maria", 4, ('successor "maria-g-moreno": goes round in a '
     "circle (zoe-lindqvist -> maria-g-moreno -> tom-okello -> zoe-lindqvist)")),
    ("maria --left", 2, "'--left' requires an argument"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED_LEAVING)
def test_a_bad_leaving_is_refused(
    colleagues: Run, db: Path, arguments: str, code: int, message: str
) -> None:
    """Unknown is 1, ambiguous is 3, a bad date and a circle are 4; every byte stays."""
    colleagues("pressdesk contact edit tom-okello --left 2027-01-01 --successor zoe")
    colleagues("pressdesk contact edit maria --left 2026-12-01 --successor tom-okello")
    before = db.read_bytes()
    done = colleagues(f"pressdesk contact edit {arguments}")
    assert (done.out, done.code) == ("", code)
    assert message in done.err
    assert db.read_bytes() == before


@pytest.mark.parametrize("option", ["--left 2026-12-01", "--successor maria"])
def test_nobody_is_added_as_gone(washington: Run, option: str) -> None:
    """Leaving is an edit's."""
    done = washington(f"pressdesk contact add X --office wash --email x@iom.int {option}")
    assert (done.out, done.code) == ("", 2)
    assert "No such option" in done.err


def test_leaving_is_in_the_history(colleagues: Run, db: Path) -> None:
    """As one operation with the contact before and after; an equal one records nothing."""
    line = "pressdesk contact edit maria --left 2026-12-01 --successor zoe"
    assert [colleagues(line).err.split()[0] for _ in range(2)] == ["changed", "unchanged"]
    query = (
        "SELECT command, before, after FROM change JOIN operation AS o ON o.id = operation_id "
        "WHERE command = 'contact edit'"
    )
    with closing(sqlite3.connect(db)) as connection:
        ((command, before, after),) = connection.execute(query).fetchall()
    assert command == "contact edit"
    assert [(one["left_on"], one["successor"]) for one in map(json.loads, (before, after))] == [
        (None, None), ("2026-12-01", "zoe-lindqvist")
    ]  # fmt: skip


def test_a_successor_cannot_be_removed_while_somebody_is_followed(colleagues: Run) -> None:
    """The way out is to name another, or none."""
    colleagues("pressdesk contact edit maria --left 2026-12-01 --successor zoe")
    done = colleagues("pressdesk contact remove zoe --yes")
    assert done.code == 4
    assert "maria-g-moreno  Maria G. Moreno" in done.err
    colleagues("pressdesk contact edit maria --successor ''")
    assert colleagues("pressdesk contact remove zoe --yes").code == 0


LEAVING_WARNINGS = [
    ("", "--successor zoe",
     "Maria G. Moreno has a successor but no --left day: Zoë Lindqvist is printed only from such"),
    ("--unlisted", "--left 2026-12-01 --successor zoe",
     "Zoë Lindqvist, the successor, is unlisted: no block shows this contact"),
    ("--internal x@iom.int", "--left 2026-12-01 --successor zoe",
     "Zoë Lindqvist, the successor, has no public phone or e-mail for a block"),
    ("--left 2026-12-01", "--left 2026-12-01 --successor zoe",
     "Zoë Lindqvist, the successor, is gone by then too, and nobody follows"),
    ("--left 2026-12-02", "--left 2026-12-01 --successor zoe", ""),
    ("--left 2026-12-01 --successor tom-okello", "--left 2026-12-01 --successor zoe", ""),
    ("", "--left 2026-12-01", ""),
]  # fmt: skip


@pytest.mark.parametrize(("of_zoe", "options", "warning"), LEAVING_WARNINGS)
def test_a_successor_who_would_not_be_printed_is_warned_of(
    colleagues: Run, of_zoe: str, options: str, warning: str
) -> None:
    """It is stored all the same; who follows well is not spoken of."""
    colleagues(f"pressdesk contact edit zoe {of_zoe}")
    done = colleagues(f"pressdesk contact edit maria {options}")
    assert done.code == 0
    assert warning in done.err
    assert done.err.count("\n") == (2 if warning else 1)


def test_a_contact_can_be_renamed(washington: Run) -> None:
    """The key stays unless it is named too."""
    washington('pressdesk contact edit maria --name "Maria Moreno Díaz"')
    assert stored(washington, "maria-g-moreno")["name"] == "Maria Moreno Díaz"
    washington("pressdesk contact edit maria --key mmd")
    assert stored(washington, "mmd")["name"] == "Maria Moreno Díaz"


def test_edit_of_several_postings_wants_the_office(washington: Run) -> None:
    """Without it the extension could be on either switchboard."""
    washington("pressdesk office add Geneva --country CH --switchboard '+41 22 717 91 11'")
    washington("pressdesk contact post maria --office geneva")
    done = washington("pressdesk contact edit maria --ext 231")
    assert done.code == 2
    assert "say which by its office, with --office" in done.err
    assert washington("pressdesk contact edit maria --ext 231 --office wash").code == 0


@pytest.mark.parametrize(
    ("options", "extension"),
    [
        ("--ext 16", "16"),
        ("--tel '' --ext 16", "16"),
        ("--ext ''", None),
        ("--tel '' --ext ''", None),
        ("--tel '+41 22 717 91 12' --ext ''", None),
        ("--tel '+41 22 717 91 12' --ext 16", "12"),  # the number's
        ("--rank 1 --until 2030-01-01", "12"),
    ],
)
def test_what_belongs_to_a_posting_takes_the_only_one(
    run: Run, options: str, extension: str | None
) -> None:
    """No office is asked for where there is one alone; of several it is."""
    for line in (
        "office add Geneva --country CH --switchboard '+41 22 717 91 11'",
        "office add Bern --country CH --switchboard '+41 31 322 21 11'",
        "contact add Sofia --office geneva --email sofia@example.org --tel '+41 22 717 91 13'",
        "contact edit sofia --ext 12",
    ):
        assert run(f"pressdesk {line}").code == 0
    done = run(f"pressdesk contact edit sofia {options}")
    assert done.code == 0, done.err
    (posting,) = json.loads(run("pressdesk show sofia --format json").out)["postings"]
    assert posting["extension"] == extension
    run("pressdesk contact post sofia --office bern --ext 4")
    done = run(f"pressdesk contact edit sofia {options}")
    is_of_number = options.endswith("12' --ext 16")
    assert (done.code == 0) == is_of_number
    assert ("say which by its office" in done.err) != is_of_number


def test_post_and_unpost(washington: Run) -> None:
    """A second posting at the same time is refused; unposting takes one away."""
    washington("pressdesk office add Geneva --country CH")
    assert washington("pressdesk contact post maria --office geneva --title Envoy").code == 0
    assert washington("pressdesk contact post maria --office geneva").code == 2
    assert "as Envoy" in washington("pressdesk show maria").out
    assert washington("pressdesk contact unpost maria --office geneva").code == 0
    assert washington("pressdesk contact unpost maria --office geneva").code == 1


def test_unposting_the_only_way_is_refused(washington: Run) -> None:
    """A contact that nobody can reach is not kept."""
    washington("pressdesk contact add X --office wash --ext 231")
    done = washington("pressdesk contact unpost x --office wash")
    assert done.code == 4
    assert "has no e-mail and no phone" in done.err


def test_a_contact_without_a_public_way_is_warned_of(washington: Run) -> None:
    """It is kept, but no block can show it."""
    done = washington("pressdesk contact add X --office wash --internal x@iom.int")
    assert done.code == 0
    assert "no block can show this contact" in done.err


def test_lists_are_tab_separated_in_a_pipe(washington: Run) -> None:
    """One line for each posting; the columns are a contract."""
    assert washington("pressdesk contact list").out == LIST
    assert washington("pressdesk contact list --office wash").out == LIST
    assert washington("pressdesk office list").out == (
        "iom-washington-dc\tIOM Washington DC\tIOM\tWashington\tUS\t\t+1 202 862 1826\n"
    )


def test_lists_are_sorted_by_family_name_blind_to_accents(washington: Run) -> None:
    """Étienne Abel comes before Moreno, Zoë Ågren before both."""
    for name in ("Zoë Ågren", "Étienne Abel", "Ángel Zuñiga"):
        washington("pressdesk contact add --office wash --email x@example.org", name)
    keys = [line.split("\t")[0] for line in washington("pressdesk contact list").out.splitlines()]
    assert keys == ["etienne-abel", "zoe-agren", "maria-g-moreno", "angel-zuniga"]


def test_lists_as_json_are_arrays(washington: Run) -> None:
    """Objects with the same keys as `show`."""
    (contact,) = json.loads(washington("pressdesk contact list --format json").out)
    assert contact == stored(washington, "maria")
    (office,) = json.loads(washington("pressdesk office list --format json").out)
    assert office == stored(washington, "wash")
    assert office["switchboard"] == {"number": "+12028621826", "display": "+1 202 862 1826"}


def test_tables_are_for_people(washington: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table shows its header and every value as text."""
    monkeypatch.setenv("COLUMNS", "160")
    washington("pressdesk contact edit maria --title '[red]Chief[/red] :heart:'")
    table = washington("pressdesk contact list --format table").out
    assert "name" in table
    assert "[red]Chief[/red] :heart:" in table
    assert "\x1b" not in table


def test_show_tells_everything_about_an_office(washington: Run) -> None:
    """In lines that a person reads."""
    washington(
        "pressdesk office edit wash --timezone america/new_york --name-in es='OIM Washington'"
    )
    shown = washington("pressdesk show wash").out
    clock = shown.partition("where it is ")[2].partition("\n")[0]
    assert re.fullmatch(r"[0-2][0-9]:[0-5][0-9] on [A-Z][a-z]+day", clock)
    assert shown == (
        "office:      IOM Washington DC\n"
        "code:        iom-washington-dc\n"
        "name es:     OIM Washington\n"
        "of:          IOM\n"
        "city:        Washington\n"
        "country:     US\n"
        f"time zone:   America/New_York, where it is {clock}\n"
        "switchboard: +1 202 862 1826\n"
        "extensions:  3 digits\n"
        "on duty:     Maria G. Moreno\n"
    )


def test_an_office_can_be_edited_and_emptied(washington: Run) -> None:
    """What is not named stays; a circle of offices is refused."""
    washington("pressdesk office add Geneva --country CH --reports-to wash")
    done = washington("pressdesk office edit wash --reports-to geneva")
    assert done.code == 4
    assert "goes round in a circle" in done.err
    washington("pressdesk office edit geneva --name Genf --city Genève --reports-to ''")
    data = stored(washington, "genf")
    assert (data["code"], data["city"], data["reports_to"]) == ("geneva", "Genève", None)
    assert washington("pressdesk office edit genf --city Genève").err.startswith("unchanged")


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 130), ("", 130)])
def test_removing_asks_where_somebody_can_answer(washington: Run, answer: str, code: int) -> None:
    """On a terminal a no and an end of input change nothing; elsewhere --yes is needed."""
    assert washington("pressdesk contact remove maria").code == 2
    assert washington("pressdesk contact remove maria", typed=answer).code == code
    assert (washington("pressdesk contact list").out == "") == (code == 0)


def test_yes_is_an_answer_that_needs_no_terminal(washington: Run) -> None:
    """Scripts say it on the command line."""
    assert washington("pressdesk contact remove maria --yes").code == 0
    assert washington("pressdesk contact list").out == ""


def test_an_office_is_removed_when_nobody_needs_it(washington: Run) -> None:
    """Contacts and offices that need it are named."""
    done = washington("pressdesk office remove wash --yes")
    assert done.code == 4
    assert "maria-g-moreno  Maria G. Moreno" in done.err
    washington("pressdesk contact remove maria --yes")
    assert washington("pressdesk office remove wash --yes").code == 0
    assert washington("pressdesk office list").out == ""


def test_of_a_rota_one_posting_is_edited(washington: Run) -> None:
    """It is named by its first day; `contact post` says how to make room for it."""
    done = washington("pressdesk contact post maria --office wash --from 2026-12-24")
    assert "give that posting days with --from and --until of `pressdesk contact edit`" in done.err
    washington("pressdesk contact edit maria --until 2026-12-01")
    washington("pressdesk contact post maria --office wash --from 2026-12-24 --until 2026-12-26")
    done = washington("pressdesk contact edit maria --office wash --until 2026-12-28")
    assert (done.code, "say which by its first day, with --from" in done.err) == (2, True)
    for days in ("--from 2026-12-24 --until 2026-12-28", "--from '' --until 2026-12-02"):
        assert washington(f"pressdesk contact edit maria --office wash {days}").code == 0
    shown = washington("pressdesk show maria").out
    assert "until 2026-12-02" in shown
    assert "from 2026-12-24, until 2026-12-28" in shown
