"""Everything that is refused: the field, the value, the reason, the way out; nothing is changed."""

from pathlib import Path

import pytest

from tests.conftest import Run

LONG_LOCAL = f"{'a' * 65}@example.org"

# What comes behind `pressdesk contact add NAME --office wash`, the status, and what is said.
REFUSED_CONTACTS = [
    ("X --email mgmoreno.iom.int", 4, 'e-mail "mgmoreno.iom.int": has no @; expected name@host'),
    ("X --email a@b@iom.int", 4, 'e-mail "a@b@iom.int": has more than one @'),
    ('X --email "a b@iom.int"', 4, 'e-mail "a b@iom.int": contains a space'),
    ("""X --email '"a b"@iom.int'""", 4, "quoted name before the @"),
    (f"X --email {LONG_LOCAL}", 4, "too long before the @-sign"),
    ('X --email ""', 4, "has no e-mail and no phone"),
    ('X --tel "+1 202 86"', 4, ('phone "+1 202 86": too short for the United States (+1); '
     "expected 10 digits after +1")),
    ('X --tel "+1 202 862 18266"', 4, "too long for the United States (+1)"),
    ('X --tel "+1 102 862 1826"', 4, "is not a valid number in the United States (+1)"),
    ('X --tel "+999 1234567"', 4, "no country code that is in use"),
    ('X --tel "862 1826"', 4, "lacks its area code in the United States"),
    ("X --tel 1-800-FLOWERS", 4, 'contains letters ("FLOWERS")'),
    ('X --tel "+1 202 862 1826 / +1 202 862 1827"', 4, "holds two numbers"),
    ('X --tel "+1 202 862 1826 or 1827"', 4, "holds two numbers"),
    ('X --tel "+1 202 862 1826 ext 230 ext 231"', 4, "an extension that cannot be read"),
    ("X --ext 23O", 4, 'extension "23O": is not a number; expected digits only'),
    ("X --ext 2301", 4, 'extension "2301": is not one of IOM Washington DC\'s (3 digits)'),
    ("X --ext 230", 4, 'extension "230": Maria G. Moreno has it already on +1 202 862 1826'),
    ('X --tel "+1 202 862 1826 ext 230"', 4, "Maria G. Moreno has it already"),
    (f"X --ext {'2' * 21}", 4, "too long (21 digits); expected at most 20"),
    ('"Maria G. Moreno" --email m@iom.int', 4, "is in the directory already, as maria-g-moreno"),
    ('"maria g moreno" --email mgmoreno@iom.int', 4, "is in the directory already"),
    ("X", 4, "X: has no e-mail and no phone; give --email or --tel"),
    ("X --email x@iom.int --lang klingon", 4, 'language "klingon": is not a language tag'),
    ("X --email x@iom.int --from 2026-12-01 --until 2026-11-01", 4,
     'until "2026-11-01": is before the beginning, 2026-12-01'),
    ("X --email x@iom.int --until 31.12.2026", 4, "did you mean 2026-12-31?"),
    ("X --email x@iom.int --rank first", 4, 'rank "first": is not a whole number'),
    ('"" --email x@iom.int', 4, 'name "": is empty'),
    ('"   " --email x@iom.int', 4, "is empty"),
    ("'—' --email x@iom.int", 4, "has no letter or digit"),
    ('X --key "Mr X" --email x@iom.int', 4, 'key "Mr X": is not a key'),
    ("X --email x@iom.int --key maria-g-moreno", 4, "is in the directory already"),
    ("X --email x@iom.int --title-in Chef", 2, "expected LANG=TEXT"),
    ('X --tel "+1 202 555 0123" --tel "+1 202 555 0124" --ext 230', 2, "--ext with several --tel"),
    ("X --email x@iom.int --nonsense", 2, "No such option: --nonsense"),
    ("--email x@iom.int", 2, "Missing argument 'NAME'"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED_CONTACTS)
@pytest.mark.usefixtures("snapshot")
def test_a_bad_contact_is_refused(washington: Run, arguments: str, code: int, message: str) -> None:
    """Each with its own sentence; the directory stays as it was."""
    done = washington(f"pressdesk contact add --office wash {arguments}")
    assert (done.out, done.code) == ("", code)
    assert message in done.err
    assert done.err.startswith("pressdesk: ")
    assert done.err.count("\n") == 1


REFUSED_OFFICES = [
    ("Y --country Narnia", 4, 'country "Narnia": is not a country; expected two letters'),
    ("Y --country EU", 4, "is not a country"),
    ("Y --country US --lang tlhh", 4, "is not a language tag"),
    ("Y --country US --timezone Washington", 4, 'time zone "Washington": is not a time zone'),
    ("Y --country US --switchboard 12", 4, "too short"),
    ('Y --country US --switchboard "+1 202 862 1826 ext 2"', 4, "has an extension"),
    ("Y --country US --extension-digits many", 4, "is not a number of digits"),
    ("Y --country US --extension-digits 4-3", 4, "is not between 1 and 20"),
    ("Y --country US --extension-range 299-200", 4, "ends before it begins"),
    ("Y --country US --extension-range 200", 4, "is not a range"),
    ("Y --country US --extension-digits 3 --extension-range 200-299", 2, "not both"),
    ("Y --country US --reports-to nowhere", 1, 'no office matches "nowhere"'),
    ('"" --country US', 4, 'name "": is empty'),
    ('"iom washington dc" --country US', 4, "is in the directory already, as iom-washington-dc"),
    ("Y --country US --code IOM", 4, 'code "IOM": is not a code'),
    ("Y", 2, "Missing option '--country'"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED_OFFICES)
@pytest.mark.usefixtures("snapshot")
def test_a_bad_office_is_refused(washington: Run, arguments: str, code: int, message: str) -> None:
    """Each with its own sentence; the directory stays as it was."""
    done = washington(f"pressdesk office add {arguments}")
    assert (done.out, done.code) == ("", code)
    assert message in done.err


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED_OFFICES)
def test_a_bad_first_office_makes_no_directory(
    run: Run, db: Path, arguments: str, code: int, message: str
) -> None:
    """A command that fails leaves no empty directory behind."""
    if "already" in message:
        pytest.skip("the first office cannot be there already")
    assert run(f"pressdesk office add {arguments}").code == code
    assert not db.exists()


@pytest.mark.parametrize(
    ("office", "code", "message"),
    [
        ("washingtn", 1, 'no office matches "washingtn"; did you mean "IOM Washington DC"?'),
        ("iom", 3, '"iom" matches 2; name one of these:'),
        ("", 1, 'no office matches ""'),
    ],
)
def test_an_office_that_is_not_one_is_refused(
    washington: Run, db: Path, office: str, code: int, message: str
) -> None:
    """Unknown is 1, ambiguous is 3 with the candidates."""
    washington('pressdesk office add "IOM Geneva" --country CH')
    before = db.read_bytes()
    done = washington("pressdesk contact add X --email x@iom.int --office", office)
    assert (done.out, done.code) == ("", code)
    assert message in done.err
    assert db.read_bytes() == before


CONTROLS = [
    "\x00",
    "\x07",
    "\x1b[31m",
    "\t",
    "\n",
    "\r",
    "\x7f",
    "\x85",
    "\x9b",
    "\u2028",
    "\u2029",
]


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
@pytest.mark.parametrize(
    "option", ["--title", "--note", "--topic", "--given-name", "--email", "--tel", "--ext", "--key"]
)
@pytest.mark.usefixtures("snapshot")
def test_control_characters_are_refused_in_every_field(
    washington: Run, option: str, control: str
) -> None:
    """The message shows the character and does not act it out."""
    line = "pressdesk contact add X --email x@iom.int --office wash"
    done = washington(line, option, f"a{control}b")
    assert (done.out, done.code) == ("", 4)
    assert done.err.isprintable() or done.err.rstrip("\n").isprintable()


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
@pytest.mark.usefixtures("snapshot")
def test_control_characters_are_refused_in_names(washington: Run, control: str) -> None:
    """A name is one line that does nothing."""
    done = washington("pressdesk contact add --email x@iom.int --office wash", f"a{control}b")
    assert done.code == 4
    assert "contains a control character" in done.err


def test_a_plan_that_extensions_violate_is_refused(washington: Run) -> None:
    """The contacts are listed."""
    done = washington("pressdesk office edit wash --extension-digits 4")
    assert done.code == 4
    assert "is violated by 1" in done.err
    assert "Maria G. Moreno  ext 230" in done.err
    assert washington("pressdesk office edit wash --extension-range 200-299").code == 0
    assert "no longer" not in washington("pressdesk show wash").out


def test_invisible_characters_are_left_out_and_named(washington: Run) -> None:
    """The name is stored without them, and stderr says which they were."""
    done = washington("pressdesk contact add --email z@iom.int --office wash", "Zo\u200bë \u202eX")
    assert done.code == 0
    assert "left out U+200B ZERO WIDTH SPACE, U+202E RIGHT-TO-LEFT OVERRIDE" in done.err
    assert washington("pressdesk show zoe-x").out.startswith("name:        Zoë X\n")


def test_look_alikes_are_warned_of(washington: Run) -> None:
    """An honest Cyrillic address passes in silence, a mixed one with a warning."""
    done = washington("pressdesk contact add A --email mоreno@iom.int --office wash")
    assert "mixes letters of Cyrillic and Latin" in done.err
    done = washington("pressdesk contact add B --email иван@example.org --office wash")
    assert "mixes" not in done.err
