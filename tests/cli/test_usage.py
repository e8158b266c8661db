"""What is said of a line that was typed wrongly, by the family of mistakes."""

import pytest

from pressdesk.cli.usage import find_slip
from tests.conftest import Run


@pytest.mark.parametrize(
    ("line", "said", "quoted"),
    [
        ("contact add Jo Smith --office wash", '"Smith" is one word', '"Jo Smith"'),
        ("contact add Jo van Smith --office wash", '"van Smith" are 2 words', '"Jo van Smith"'),
        ("contact add Jo --office New York", '"York" is one word', '--office "New York"'),
        ("contact add --office New York Jo", '"Jo" is one word', '--office "New York"'),
    ],
)
def test_names_without_quotation_marks(washington: Run, line: str, said: str, quoted: str) -> None:
    """Whoever is new to a terminal types a name as it is."""
    done = washington(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 2)
    assert done.err == (
        f"pressdesk: {said} too many; words that belong together stand in quotation marks: "
        f"{quoted}. See `pressdesk contact add --help`\n"
    )


def test_a_word_too_many_of_a_command_without_words(run: Run) -> None:
    """There is nothing that it could belong to."""
    done = run("pressdesk office list geneva")
    message = '"geneva" is one word too many. See `pressdesk office list --help`'
    assert (done.out, done.err, done.code) == ("", f"pressdesk: {message}\n", 2)


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("contact add 'Jo Smith' \u2013office wash", 2,
         '"\u2013office" begins with a long dash; options begin with hyphens: --office'),
        ("block wash \u2014lang fr", 1,
         '"\u2014lang" begins with a long dash; options begin with hyphens: --lang'),
        ("contact add \u201cJo Smith\u201d --office wash", 2,
         '\u201c is no quotation mark for a terminal; type "Jo Smith"'),
        ("block \u201eNew York\u201c", 1,
         '\u201e is no quotation mark for a terminal; type "New York"'),
    ],
)  # fmt: skip
def test_signs_of_a_word_processor(washington: Run, line: str, code: int, message: str) -> None:
    """A command that was pasted out of a letter or a chat."""
    done = washington(f"pressdesk {line}")
    assert (done.out, done.err, done.code) == ("", f"pressdesk: {message}\n", code)


@pytest.mark.parametrize(
    "arguments",
    [["find", "\u201czoe\u201d"], ["block", "x", "--lead-in", "\u2014 Press:"], ["find", "\u2013"],
     ["find", ""], ["block", "\u00ab\u00bb"], ["export", "-o", "a\u2013b.csv"]],
)  # fmt: skip
def test_signs_that_do_no_harm_are_no_slip(arguments: list[str]) -> None:
    """One quoted word, a dash in a text."""
    assert find_slip(arguments) is None


def test_words_in_typographic_quotation_marks_are_searched(washington: Run) -> None:
    """A search does not ask how they were quoted."""
    assert washington("pressdesk find \u201cMaria Moreno\u201d").code == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("--lang fr block wash", "--lang stands behind the command: pressdesk block … --lang"),
        ("--dry-run import x.csv",
         "--dry-run stands behind the command: pressdesk import … --dry-run"),
        ("--xyz find zoe", "No such option: --xyz. See `pressdesk --help`"),
        ("--xyz", "No such option: --xyz. See `pressdesk --help`"),
        ("contact --nope list", "No such option: --nope. See `pressdesk contact --help`"),
    ],
)  # fmt: skip
def test_an_option_before_its_command(run: Run, line: str, message: str) -> None:
    """It is told where it belongs; one that the command has not is just unknown."""
    done = run(f"pressdesk {line}")
    assert (done.out, done.err, done.code) == ("", f"pressdesk: {message}\n", 2)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("contact add Jo --kind desk", "--desk"),
        ("contact add Jo --telephone 1", "--tel"),
        ("office add Oslo --phone 1", "--switchboard"),
        ("contact post jo --to oslo", "--office or --until"),
        ("restore x.backup --force", "--yes"),
        ("find jo --json", "--format json"),
        ("import x.vcf --vcard", "--from vcard"),
        ("block oslo --onn x", "--on"),
        ("--versoin", "--version"),
    ],
)
def test_an_option_that_is_called_otherwise(run: Run, line: str, meant: str) -> None:
    """Words that people try lead to the option that does it; else what is spelt like it."""
    done = run(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 2)
    assert f"; did you mean {meant}? See `pressdesk" in done.err


@pytest.mark.parametrize(
    "line",
    ["export --kind x", "find jo --dbb x", "find jo --debugg", "find jo -z", "block --tel 1"],
)
def test_an_option_that_nothing_is_like(run: Run, line: str) -> None:
    """What a word means elsewhere is not suggested, nor what the command's help does not show."""
    done = run(f"pressdesk {line}")
    assert (done.out, done.code) == ("", 2)
    assert ("No such option" in done.err, "did you mean" in done.err) == (True, False)


@pytest.mark.parametrize("command", ["block", "contact add", "office", ""])
def test_help_is_a_word_too(run: Run, command: str) -> None:
    """As git and many others have it."""
    done = run(f"pressdesk help {command}")
    assert (done.out, done.err, done.code) == (run(f"pressdesk {command} --help").out, "", 0)


def test_help_for_what_there_is_not(run: Run) -> None:
    """The nearest command is suggested."""
    done = run("pressdesk help blok")
    assert (done.code, "Did you mean block?" in done.err) == (2, True)
