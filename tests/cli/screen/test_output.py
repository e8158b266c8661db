"""The terminal: links are ours, nothing that is stored acts."""

import pytest

from pressdesk.cli.screen import output


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let stdout be a terminal that may be coloured."""
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setattr(output, "has_colour", lambda _: True)


@pytest.mark.usefixtures("_terminal")
@pytest.mark.parametrize(
    ("name", "text", "link"),
    [
        ("email", "mgmoreno@iom.int", "mailto:mgmoreno@iom.int"),
        ("email", "press?bcc=evil%40x.org@b.com", "mailto:press%3Fbcc%3Devil%2540x.org@b.com"),
        ("tel", "+1 202 862 1826 ext 230", "tel:+1-202-862-1826;ext=230"),
        ("mobile", "+41 79 555 01 23", "tel:+41-79-555-01-23"),
        ("tel", "+1 202 862 1826 ext [red]", "tel:+1-202-862-1826"),
        ("name", "https://example.org", None),
        ("email", "", None),
    ],
)
def test_addresses_and_numbers_are_links(name: str, text: str, link: str | None) -> None:
    """Built from the value, percent-encoded, and of no other field."""
    style = output._link(name, text)
    assert (style.link if style else None) == link


@pytest.mark.parametrize("name", ["email", "tel"])
def test_there_are_no_links_in_a_pipe(name: str) -> None:
    """A file gets the text alone."""
    assert output._link(name, "+1 202 862 1826") == ""


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)  # fmt: skip
def test_colour_is_judged_by_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    coloured: bool,  # noqa: FBT001  # a case of the table
) -> None:
    """no-color.org: set and not empty; FORCE_COLOR where there is no terminal."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert output.has_colour(None) is coloured


@pytest.mark.parametrize("bad", ["\x1b]52;c;AAAA\x07", "\u202e", "\x9b31m", "\u2028"])
def test_nothing_stored_acts_in_any_format(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows, tables, JSON and talk all pass one function."""
    output.write_rows([[f"a{bad}b"]])
    output.write_table(["name"], [[f"a{bad}b"]])
    output.write_json({"name": f"a{bad}b"})
    output.write_json_lines([{"name": f"a{bad}b"}])
    output.say(f"a{bad}b")
    said = capsys.readouterr()
    assert not set(bad) - set("]52;c;AAAA31m") & set(said.out + said.err)
