"""`pressdesk block`, as scripts and press officers use it."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import WASHINGTON, Run, Stock

CARD = (
    "For more information please contact\n"
    "Maria G. Moreno\n"
    "IOM Washington DC\n"
    "Email: mgmoreno@iom.int\n"
    "Tel: +1 202 862 1826 ext 230\n"
)
GENEVA = 'pressdesk office add "IOM Geneva" --organization IOM --city Geneva --country CH'


def test_block_prints_the_card(washington: Run) -> None:
    """The block of the design page, byte for byte, and nothing said about it."""
    done = washington('pressdesk block "washington dc"')
    assert (done.out, done.err, done.code) == (CARD, "", 0)


@pytest.mark.parametrize(
    "who", ["washington dc", "Washington", "IOM Washington DC", "iom-washington-dc", "wash",
            "WASHINGTON", "Wáshington-DC", "maria", "maria-g-moreno", "Maria G Moreno"]
)  # fmt: skip
def test_who_finds_the_office_or_the_contact(washington: Run, who: str) -> None:
    """Every way to name them prints the same block."""
    assert washington("pressdesk block", who).out == CARD


def test_nobody_is_status_1(washington: Run) -> None:
    """An honest negative keeps stdout empty."""
    done = washington("pressdesk block nobody")
    assert (done.out, done.code) == ("", 1)
    assert done.err == (
        'pressdesk: no contact or office matches "nobody"; '
        "`pressdesk contact list` and `pressdesk office list` show all\n"
    )


def test_several_who_match_are_status_3(washington: Run) -> None:
    """Candidates are named, and none is guessed."""
    washington('pressdesk office add "IOM Washington State" --organization IOM --country US')
    done = washington("pressdesk block washington")
    assert (done.out, done.code) == (CARD, 0)  # the city is a tier of its own
    done = washington('pressdesk block "iom wash"')
    assert (done.out, done.code) == ("", 3)
    assert "iom-washington-dc" in done.err
    assert "iom-washington-state" in done.err


def test_json_is_the_same_block_as_data(washington: Run) -> None:
    """Scripts read the number and the extension apart."""
    data = json.loads(washington("pressdesk block wash --format json").out)
    assert data["lead_in"] == "For more information please contact"
    assert data["entries"][0]["ways"][1] == {
        "kind": "office", "text": "+1 202 862 1826", "extension": "230"
    }  # fmt: skip


def test_a_contact_of_several_offices_appears_in_each(washington: Run) -> None:
    """The extension is the one on that office's switchboard."""
    washington(f'{GENEVA} --switchboard "+41 22 717 91 11"')
    assert washington("pressdesk contact post maria --office geneva --ext 4100").code == 0
    assert washington("pressdesk block washington").out == CARD
    assert "IOM Geneva\nEmail: mgmoreno@iom.int\nTel: +41 22 717 91 11 ext 4100\n" in (
        washington("pressdesk block geneva").out
    )
    assert washington("pressdesk block washington geneva").out == CARD


def test_a_new_switchboard_changes_every_block(washington: Run) -> None:
    """The number was never copied."""
    washington('pressdesk office edit wash --switchboard "+1 202 555 0100"')
    assert "Tel: +1 202 555 0100 ext 230\n" in washington("pressdesk block wash").out


def test_nobody_on_duty_lets_the_other_office_answer(washington: Run) -> None:
    """Stderr says so; the block is in the language of the office that was asked."""
    washington(f"{GENEVA} --lang de --reports-to washington")
    done = washington("pressdesk block geneva --on 2026-11-23")
    assert done.err == (
        "pressdesk: nobody to print for IOM Geneva on 2026-11-23: IOM Washington DC answers\n"
        "pressdesk: no name in de: IOM Washington DC is printed as it is (--name-in de=…)\n"
    )
    assert done.out.startswith("Für weitere Informationen wenden Sie sich bitte an\nMaria G.")


@pytest.mark.parametrize(
    ("day", "code"), [("2026-06-30", 4), ("2026-07-01", 0), ("2026-12-31", 0), ("2027-01-01", 4)]
)
def test_a_posting_holds_from_its_first_to_its_last_day(
    washington: Run, day: str, code: int
) -> None:
    """Both days are included."""
    washington("pressdesk contact edit maria --from 2026-07-01 --until 2026-12-31")
    assert washington(f"pressdesk block wash --on {day}").code == code


def test_without_a_day_it_is_today(washington: Run) -> None:
    """A posting that ended yesterday is not printed."""
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  # the day of the machine
    washington(f"pressdesk contact edit maria --until {yesterday}")
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == ("", 4)
    assert "nobody is on duty" in done.err


def test_no_public_way_is_status_4(washington: Run) -> None:
    """Internal numbers never reach a block, and the error says who is there."""
    washington('pressdesk contact edit maria --ext "" --internal mgmoreno@iom.int')
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == ("", 4)
    assert "Maria G. Moreno on duty" in done.err
    assert "mgmoreno" not in done.err


def test_an_unlisted_contact_is_in_no_block(washington: Run) -> None:
    """Neither by the office nor by name."""
    washington("pressdesk contact edit maria --unlisted")
    assert washington("pressdesk block wash").code == 4
    assert washington("pressdesk block maria").code == 4


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ("wash --on tomorrow", 4, 'on "tomorrow": is not a date; expected YYYY-MM-DD'),
        ("wash --on 2026-02-30", 4, "is not in the calendar"),
        ("wash --lang tlh", 4, "no wording for it; choose one of ar, de, en"),
        ("wash --format xml", 2, "'xml' is not one of 'text', 'markdown', 'html', 'json'"),
        ("", 2, "Missing argument 'WHO...'. See `pressdesk block --help`; only --all and --batch"),
        ("wash --all", 2, "WHO and --all do not go together"),
        ("--all --batch -", 2, "--all and --batch do not go together"),
        ("wash --max 0", 2, "Invalid value for '--max': '0' is not a whole number above 0"),
        ("wash --speaks 'English, please'", 4, 'speaks "English, please": is not a language tag'),
        ("wash --style fancy", 1, 'no style matches "fancy"'),
        ("wash --style ../card", 1, 'no style matches "../card"'),
        ("wash --force", 2, "--force is for -o"),
        ("wash --style ''", 1, 'no style matches ""'),
        ("wash --lang fr-XX-YY", 4, 'language "fr-XX-YY": is not a language tag'),
        ("wash --lang 'en-<b>'", 4, 'language "en-<b>": is not a language tag'),
        ("wash --lang pt-PT --strict-language", 4, "no wording for it but that of pt-BR"),
        ("wash --lang ''", 4, 'language "": pressdesk has no wording for it'),
        ("wash --topic ' , '", 4, 'topic " , ": has no word in it'),
        ("nobody --lang tlh", 4, "no wording for it"),
        ("wash --lead-in 'a\tb'", 4, 'lead-in "a\\x09b": contains a control character'),
    ],
)
def test_bad_options_are_named(washington: Run, arguments: str, code: int, message: str) -> None:
    """The message says what would be right."""
    done = washington(f"pressdesk block {arguments}")
    assert (done.out, done.code) == ("", code)
    assert message in done.err


def test_settings_give_the_language_where_the_office_has_none(
    washington: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Flag, then office, then PRESSDESK_LANG."""
    monkeypatch.setenv("PRESSDESK_LANG", "es")
    assert washington("pressdesk block wash").out.startswith("Para más información")
    washington("pressdesk office edit wash --lang fr")
    assert washington("pressdesk block wash").out.startswith("Pour plus d’informations")
    assert washington("pressdesk block wash --lang en").out == CARD


def test_an_office_language_without_wording_is_said(washington: Run) -> None:
    """English is used, and stderr says why."""
    washington("pressdesk office edit wash --lang sw")
    done = washington("pressdesk block wash")
    assert (done.out, done.code) == (CARD, 0)
    assert "no wording for the language sw" in done.err


def test_a_contact_without_a_posting_that_day_has_no_office_line(washington: Run) -> None:
    """A missing field is a missing line, and with it goes the switchboard."""
    washington("pressdesk contact edit maria --from 2027-01-01")
    done = washington("pressdesk block maria --on 2026-11-23")
    assert done.out.splitlines()[1:] == ["Maria G. Moreno", "Email: mgmoreno@iom.int"]


def test_the_sentence_of_the_style_inline(washington: Run) -> None:
    """One sentence, as it stands at the end of a release."""
    assert washington("pressdesk block wash --style inline").out == (
        "For more information please contact Maria G. Moreno at IOM Washington DC, "
        "Email: mgmoreno@iom.int, Tel: +1 202 862 1826 ext 230\n"
    )


def test_the_style_of_the_settings(washington: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """PRESSDESK_STYLE chooses it, and --style goes before."""
    monkeypatch.setenv("PRESSDESK_STYLE", "line")
    assert washington("pressdesk block wash").out.splitlines()[1] == (
        "Maria G. Moreno, IOM Washington DC, Email: mgmoreno@iom.int, Tel: +1 202 862 1826 ext 230"
    )
    assert washington("pressdesk block wash --style card").out == CARD


def test_each_language_is_a_block_of_its_own(washington: Run) -> None:
    """In the order asked, parted by a blank line; as JSON an array."""
    washington('pressdesk office edit wash --name-in "fr=OIM Washington DC"')
    text = washington("pressdesk block wash --lang fr --lang en").out
    french, english = text.split("\n\n")
    assert french.splitlines()[2] == "OIM Washington DC"
    assert english == CARD
    data = json.loads(washington("pressdesk block wash --lang fr --lang en --format json").out)
    assert [one["language"] for one in data] == ["fr", "en"]
    lines = washington("pressdesk block wash --lang fr --lang en --format jsonl").out.splitlines()
    assert [json.loads(line)["language"] for line in lines] == ["fr", "en"]


@pytest.mark.parametrize("tag", ["fr", "FR", "fr_CA", "fr-ca"])
def test_a_language_may_be_typed_in_any_case(washington: Run, tag: str) -> None:
    """Translations are found all the same."""
    washington('pressdesk office edit wash --name-in "fr=OIM Washington DC"')
    assert "OIM Washington DC\n" in washington(f"pressdesk block wash --lang {tag}").out


def test_a_missing_translation_is_said(washington: Run) -> None:
    """The block is printed, and stderr names what is not in its language."""
    washington('pressdesk contact edit maria --title "Press Officer"')
    done = washington("pressdesk block wash --lang fr")
    assert done.code == 0
    assert "\nMaria G. Moreno, Press Officer\nIOM Washington DC\n" in done.out
    assert done.err == (
        'pressdesk: no title in fr: "Press Officer" of Maria G. Moreno is printed as it is '
        "(--title-in fr=…)\n"
        "pressdesk: no name in fr: IOM Washington DC is printed as it is (--name-in fr=…)\n"
    )


def test_strict_language_refuses_what_is_missing(washington: Run) -> None:
    """All of it is named at once, and nothing is printed."""
    washington('pressdesk contact edit maria --title "Press Officer"')
    done = washington("pressdesk block wash --lang fr --strict-language")
    assert (done.out, done.code) == ("", 4)
    assert "no translation in fr" in done.err
    assert '  "Press Officer" of Maria G. Moreno\n  IOM Washington DC\n' in done.err
    washington('pressdesk contact edit maria --title-in "fr=Attachée de presse"')
    washington('pressdesk office edit wash --name-in "fr=OIM Washington DC"')
    assert washington("pressdesk block wash --lang fr --strict-language").code == 0
    assert washington("pressdesk block wash --strict-language").out == CARD.replace(
        "Moreno\n", "Moreno, Press Officer\n"
    )


@pytest.fixture
def geneva(stock: Stock) -> Run:
    """Give a terminal whose directory has an office with three people of different kinds."""
    people = (
        '"Zoë Lindqvist" --rank 1 --lang en --lang fr --topic "winter shelter" --email z@iom.int',
        '"Tomasz Zieliński" --rank 2 --lang en --topic food --email t@iom.int',
        '"Amélie Roux" --rank 3 --topic shelter --email a@iom.int',
    )
    return stock(
        *WASHINGTON,
        f"{GENEVA} --lang fr --reports-to washington",
        *(f"pressdesk contact add {words} --office geneva" for words in people),
    )


def people(text: str) -> list[str]:
    """Give the names of a card, which stand first and behind blank lines."""
    return [one.splitlines()[0] for one in text.split("\n", 1)[1].split("\n\n")]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        # Who is not recorded to speak anything is taken to speak the language of the office.
        ("", ["Zoë Lindqvist", "Amélie Roux", "Tomasz Zieliński"]),
        ("--lang en", ["Zoë Lindqvist", "Tomasz Zieliński", "Amélie Roux"]),
        ("--speaks en", ["Zoë Lindqvist", "Tomasz Zieliński"]),
        ("--speaks fr-CA", ["Zoë Lindqvist", "Amélie Roux"]),
        ("--topic shelter", ["Zoë Lindqvist", "Amélie Roux"]),
        ("--topic SHEL --max 1", ["Zoë Lindqvist"]),
        ("--max 2", ["Zoë Lindqvist", "Amélie Roux"]),
        ("--topic shelter --speaks en", ["Zoë Lindqvist"]),
    ],
)
def test_people_are_chosen_by_rule(geneva: Run, options: str, names: list[str]) -> None:
    """By topic and language; those who speak the block's language first."""
    assert people(geneva(f"pressdesk block geneva {options}").out) == names


def test_a_rule_that_nobody_here_meets_asks_the_office_above(geneva: Run) -> None:
    """Geneva reports to Washington, and Maria speaks about gold."""
    geneva("pressdesk contact edit maria --topic gold")
    done = geneva("pressdesk block geneva --topic gold")
    assert people(done.out) == ["Maria G. Moreno"]
    assert "IOM Washington DC answers" in done.err


def test_a_rule_that_nobody_meets_is_status_4(geneva: Run) -> None:
    """The message says who is there, and what none of them does."""
    done = geneva("pressdesk block geneva --topic gold --speaks ru")
    assert (done.out, done.code) == ("", 4)
    assert 'nobody speaks about "gold"' in done.err
    assert "Amélie Roux" in done.err


def test_why_says_how_they_were_chosen(geneva: Run) -> None:
    """On stderr, everybody at the asked offices, those who are shown first."""
    geneva("pressdesk contact edit tomasz --unlisted")
    geneva("pressdesk contact add Ben --office geneva --email b@iom.int --from 2030-01-01")
    done = geneva("pressdesk block geneva --on 2026-11-24 --topic shelter --max 1 --why")
    assert people(done.out) == ["Zoë Lindqvist"]
    assert done.err.splitlines() == [
        "pressdesk: IOM Geneva on 2026-11-24, in fr:",
        "pressdesk:   Zoë Lindqvist: shown (rank 1, speaks fr)",
        "pressdesk:   Amélie Roux: left out, behind the first 1",
        "pressdesk:   Tomasz Zieliński: left out, is unlisted",
        "pressdesk:   Ben: left out, is posted from 2030-01-01",
    ]


def test_internal_ways_come_only_when_asked_for(washington: Run) -> None:
    """With --internal, for colleagues."""
    washington('pressdesk contact edit maria --internal "+1 202 555 0123"')
    assert washington("pressdesk block wash").out == CARD
    assert washington("pressdesk block wash --internal").out == (
        CARD.replace("Tel: +1 202 862 1826 ext 230\n", "")
        + "Tel: +1 202 862 1826 ext 230\nTel: +1 202 555 0123\n"
    )


def test_an_unlisted_contact_is_printed_for_colleagues(washington: Run) -> None:
    """--internal shows them too."""
    washington("pressdesk contact edit maria --unlisted")
    assert washington("pressdesk block wash --internal").out == CARD


def test_a_lead_in_of_ones_own(washington: Run) -> None:
    """Without writing a style; in a sentence a colon parts it from the name."""
    assert washington("pressdesk block wash --lead-in 'Media contact'").out == CARD.replace(
        "For more information please contact", "Media contact"
    )
    inline = washington("pressdesk block wash --lead-in 'Media contact' --style inline").out
    assert inline.startswith("Media contact: Maria G. Moreno at ")
    assert washington("pressdesk block wash --lead-in ''").out == CARD.partition("\n")[2]


@pytest.mark.parametrize(("day", "name"), [("2026-11-30", "Maria G. Moreno"),
                                           ("2026-12-01", "Ben Okoro")])  # fmt: skip
def test_a_successor_stands_where_somebody_has_left(washington: Run, day: str, name: str) -> None:
    """From that day on, at the office and by the name."""
    washington('pressdesk office add "IOM Geneva" --country CH --city Geneva')
    washington('pressdesk contact add "Ben Okoro" --office geneva --email ben@iom.int')
    done = washington("pressdesk contact edit maria --left 2026-12-01 --successor ben")
    assert done.code == 0, done.err
    done = washington(f"pressdesk block wash --on {day}")
    assert people(done.out) == [name]
    assert done.out.splitlines()[2] == "IOM Washington DC"
    by_name = washington(f"pressdesk block maria --on {day}")
    assert people(by_name.out) == [name]
    assert ("Maria G. Moreno left on 2026-12-01: Ben Okoro follows" in by_name.err) is (
        name == "Ben Okoro"
    )


def test_a_successor_has_the_extension_of_its_own_posting(washington: Run) -> None:
    """The extension of somebody who has left is nobody's."""
    washington('pressdesk contact add "Ben Okoro" --office wash --email ben@iom.int --ext 231')
    washington("pressdesk contact edit maria --left 2026-12-01 --successor ben --rank 1")
    done = washington("pressdesk block wash --on 2026-12-02")
    assert done.out.splitlines()[1:] == [
        "Ben Okoro", "IOM Washington DC", "Email: ben@iom.int", "Tel: +1 202 862 1826 ext 231"
    ]  # fmt: skip


def test_two_organisations_stand_apart(washington: Run) -> None:
    """Each one's offices together, in the order asked."""
    for name, organization in (("Relief Oslo", "Relief"), ("IOM Geneva", "IOM")):
        washington(f'pressdesk office add "{name}" --organization {organization} --country NO')
        washington(f'pressdesk contact add "Desk {name}" --office "{name}" --email d@iom.int')
    done = washington('pressdesk block wash "relief oslo" "iom geneva"')
    assert people(done.out) == ["Maria G. Moreno", "Desk IOM Geneva", "Desk Relief Oslo"]


def test_html_has_links_and_markdown_has_breaks(washington: Run) -> None:
    """What a web page and a release in Markdown want."""
    html = washington("pressdesk block wash --format html").out
    assert '<a class="p-tel tel" href="tel:+1-202-862-1826;ext=230">' in html
    assert 'lang="en" dir="ltr"' in html
    markdown = washington("pressdesk block wash --format markdown").out
    assert "Email: <mgmoreno@iom.int>  \n" in markdown


def test_a_successor_asked_for_by_the_others_name_stands_at_the_office(washington: Run) -> None:
    """Whatever postings the successor has elsewhere and later."""
    washington('pressdesk contact add "Ben Okoro" --office wash --email ben@iom.int')
    washington("pressdesk contact edit ben --from 2027-01-01")
    washington("pressdesk contact edit maria --left 2026-12-01 --successor ben")
    by_name = washington("pressdesk block maria --on 2026-12-02").out
    assert by_name == washington("pressdesk block wash --on 2026-12-02").out
    assert by_name.splitlines()[1:3] == ["Ben Okoro", "IOM Washington DC"]
    why = washington("pressdesk block wash --on 2026-12-02 --why").err
    assert why.count("Ben Okoro:") == 1


def test_an_unlisted_contact_asked_for_by_name_is_said_to_be_so(washington: Run) -> None:
    """And the way out is not to make an address public."""
    washington("pressdesk contact edit maria --unlisted")
    done = washington("pressdesk block maria")
    assert (done.out, done.code) == ("", 4)
    assert "Maria G. Moreno: is unlisted; list it with" in done.err


def test_words_that_are_one_name_want_quotation_marks(washington: Run) -> None:
    """Forgotten, they are suggested."""
    done = washington("pressdesk block washington d")
    assert (done.out, done.code) == ("", 1)
    assert done.err == 'pressdesk: no contact or office matches "d"; did you mean "washington d"?\n'
    done = washington("pressdesk block washington nowhere")
    assert 'matches "nowhere"; `pressdesk contact list`' in done.err


def test_words_of_one_name_that_each_find_it_need_none(washington: Run) -> None:
    """Whoever is meant twice is printed once."""
    assert washington("pressdesk block maria moreno").out == CARD
    assert washington("pressdesk block washington dc").out == CARD


def test_an_office_that_max_leaves_nobody_of_is_named(geneva: Run) -> None:
    """Nobody vanishes without a word."""
    done = geneva("pressdesk block geneva wash --max 3 --lang en")
    assert len(people(done.out)) == 3
    assert "pressdesk: nobody of IOM Washington DC is printed: --max is 3\n" in done.err


@pytest.mark.parametrize(
    ("tag", "used"),
    [("pt-PT", "pt-BR"), ("zh-Hant", "zh-Hans"), ("zh-TW", "zh-Hans"), ("pt-BR", None),
     ("pt", None), ("zh-CN", None), ("fr-CA", None)],
)  # fmt: skip
def test_another_variety_of_the_language_is_said(
    washington: Run, tag: str, used: str | None
) -> None:
    """A press office in Lisbon hears that its block is Brazilian."""
    done = washington(f"pressdesk block wash --lang {tag}")
    assert done.code == 0
    assert (f"no wording for {tag}: that of {used} is used" in done.err) is bool(used)


def test_the_same_note_is_said_once(washington: Run) -> None:
    """Two languages make two blocks, and one note about who answers."""
    washington(f"{GENEVA} --lang en --reports-to washington")
    done = washington("pressdesk block geneva --lang en --lang en-GB")
    assert done.err.count("IOM Washington DC answers") == 1


def test_why_names_who_was_asked_for(washington: Run) -> None:
    """There was nothing to choose."""
    done = washington("pressdesk block maria --why")
    assert done.err == "pressdesk: Maria G. Moreno: asked for by name\n"


def test_the_last_of_a_spanish_sentence(washington: Run) -> None:
    """Before the sound of "o" it is "u"."""
    washington("pressdesk office edit wash --lang es")
    for name in ("Óscar Hoyos", "Hortensia Paz", "Ana Olmo"):
        washington(f'pressdesk contact add "{name}" --office wash --email x@iom.int --rank 9')
    asked = "pressdesk block maria {} --lang es --style inline"
    assert "; u Óscar Hoyos" in washington(asked.format("oscar-hoyos")).out
    assert "; u Hortensia Paz" in washington(asked.format("hortensia")).out
    assert "; o Ana Olmo" in washington(asked.format("ana")).out


@pytest.fixture
def doe(stock: Stock) -> Run:
    """Give a terminal with two people of one name, of whom one is nobody's business."""
    alex = 'pressdesk contact add "Alex Doe" --office geneva --topic shelter'
    return stock(
        *WASHINGTON,
        f"{GENEVA} --lang fr",
        f"{alex} --key doe --email doe@iom.int",
        f"{alex} --key doe-secret --email doe-secret@iom.int --unlisted --title 'Undercover Spy'",
    )


@pytest.mark.parametrize(
    "line",
    [
        "geneva --lang en",
        "geneva doe --lang en --format json",
        "geneva --topic gold --speaks ru",
        "geneva --on 1999-01-01 --topic gold",
        "--all --lang en",
    ],
)
def test_nothing_of_an_unlisted_contact_is_said(doe: Run, line: str) -> None:
    """Neither in a block nor in what is said about it, not even by another of the same name."""
    done = doe(f"pressdesk block {line}")
    for secret in ("Undercover", "doe-secret"):
        assert secret not in done.out + done.err


def test_nobody_but_unlisted_people_are_counted_and_not_named(doe: Run) -> None:
    """The reason is the true one."""
    doe("pressdesk contact remove doe --yes")
    done = doe("pressdesk block geneva --on 2026-11-24")
    assert done.code == 4
    assert "IOM Geneva: 1 unlisted on duty on 2026-11-24, but no block may show them" in done.err


def test_strict_language_judges_what_is_printed(washington: Run) -> None:
    """An office that is not printed needs no translation."""
    washington(f"{GENEVA} --lang en")
    washington("pressdesk contact post maria --office geneva")
    washington('pressdesk office edit wash --name-in "fr=OIM Washington DC"')
    done = washington("pressdesk block wash geneva --lang fr --strict-language")
    assert (done.code, done.err) == (0, "")


def test_why_names_each_person_where_they_are_printed(washington: Run) -> None:
    """Somebody of two offices is shown under the first."""
    washington(f"{GENEVA} --lang en")
    washington("pressdesk contact post maria --office geneva")
    done = washington("pressdesk block wash geneva --why")
    assert done.err.count("Maria G. Moreno: shown (") == 1
    assert "Maria G. Moreno: shown already, at IOM Washington DC" in done.err


def test_a_number_that_is_written_out_stands_once(washington: Run) -> None:
    """The switchboard with the extension of the posting may be typed as a number too."""
    washington('pressdesk contact edit maria --tel "+1 202 862 1826 ext 230"')
    assert washington("pressdesk block wash").out == CARD


def test_a_lead_in_that_was_asked_for_goes_before_the_style_s(
    washington: Run, tmp_path: Path
) -> None:
    """Even when it is the one that the language has."""
    folder = tmp_path / "home" / ".config" / "pressdesk" / "styles"
    folder.mkdir(parents=True)
    (folder / "house.toml").write_text(
        'lead_in = "Press"\nlines = ["{name}", "{office}", "{ways}"]', encoding="utf-8"
    )
    assert washington("pressdesk block wash --style house").out.startswith("Press\n")
    phrase = "For more information please contact"
    done = washington("pressdesk block wash --style house --lead-in", phrase)
    assert done.out == CARD


def test_a_planted_line_end_forges_no_line(washington: Run, db: Path) -> None:
    """What is said about somebody stands on one line, whatever the name is."""
    with closing(sqlite3.connect(db)) as connection:
        connection.execute("UPDATE contact SET name = 'A' || char(10) || 'pressdesk: all is well', "
                           "version = version + 1")  # fmt: skip
        connection.commit()
    done = washington("pressdesk block wash --why --lang de")
    assert all("A\\x0apressdesk: all is well" in line for line in done.err.splitlines()
               if "all is well" in line)  # fmt: skip


def test_a_title_beside_its_french_one_is_english(run: Run) -> None:
    """At a French office: an English block prints it without a word, a German one notes it."""
    run("pressdesk office add Paris --country FR --lang fr --name-in 'fr=Bureau de Paris'")
    run("pressdesk contact add Zoë --office paris --email z@example.org --title 'Head of Media' "
        "--title-in 'fr=Cheffe des médias'")  # fmt: skip
    done = run("pressdesk block paris --lang en --strict-language")
    assert (done.err, done.code) == ("", 0)
    assert "Zoë, Head of Media\nParis\n" in done.out
    assert "Cheffe des médias\nBureau de Paris\n" in run("pressdesk block paris").out
    done = run("pressdesk block paris --lang de")
    assert done.err.count("is printed as it is (--") == 2
