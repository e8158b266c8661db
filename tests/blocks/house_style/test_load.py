"""Styles of the house: what a file may say, and every mistake by its line and key."""

import json
import os
import re
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from pressdesk.blocks.block import WayKind
from pressdesk.blocks.formats import FORMATS
from pressdesk.blocks.house_style.doubts import find_doubts, sample_block
from pressdesk.blocks.house_style.keys import KINDS, PLAIN_WORDS
from pressdesk.blocks.house_style.load import load_style
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.plan import make_plan
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import (
    BUILT_IN,
    BUILT_IN_FILES,
    EXTENSION_FIELDS,
    LINE_FIELDS,
    WAY_FIELDS,
    WAYS,
    WORDS,
    Style,
)
from pressdesk.blocks.wordings import LANGUAGES
from pressdesk.errors import FileError, InvalidFileError

LINES = 'lines = ["{name}", "{ways}"]\n'
WHOLE = """
lines = ["{name}", "{title}[{at}]", "{ways}"]
join = " | "
separator = "\\n---\\n"
last_separator = "{semicolon}{and}{space}"
gap = ":\\n\\n"
way = "[{label}: ]{value}"
between_ways = ", "
phone = "hyphens"
extension = "{number} ({word} {extension})"
order = ["tel", "email"]
lead_in = { default = "Contact", pt-br = "Imprensa", fr = "" }
heading = '''
MEDIA'''
"""


def write(folder: Path, text: str, name: str = "house.toml") -> Path:
    """Write a style's file and give its path."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def refusal(path: Path, error: type[Exception] = InvalidFileError) -> str:
    """Give the sentence with which a file is refused, without its folder."""
    with pytest.raises(error) as raised:
        load_style(path)
    return str(raised.value).removeprefix(f"{path.parent}{os.sep}")


def test_every_key_is_read(tmp_path: Path) -> None:
    """The name is the file's; the tag of a language gets its usual case."""
    assert load_style(write(tmp_path, WHOLE, "un-2.toml")) == Style(
        "un-2",
        ("{name}", "{title}[{at}]", WAYS),
        join=" | ",
        separator="\n---\n",
        last_separator="{semicolon}{and}{space}",
        gap=":\n\n",
        way="[{label}: ]{value}",
        between_ways=", ",
        phone=PhoneForm.HYPHENS,
        extension="{number} ({word} {extension})",
        order=(WayKind.OFFICE, WayKind.EMAIL),
        lead_in=(("", "Contact"), ("pt-BR", "Imprensa"), ("fr", "")),
        heading=(("", "MEDIA"),),
    )


def test_what_is_left_out_is_as_in_a_style(tmp_path: Path) -> None:
    """Only lines are needed."""
    assert load_style(write(tmp_path, LINES)) == Style("house", ("{name}", WAYS))


@pytest.mark.parametrize("form", [str.encode, lambda text: b"\xef\xbb\xbf" + text.encode(),
                                  lambda text: text.replace("\n", "\r\n").encode()])  # fmt: skip
def test_files_of_windows_are_read(form: object, tmp_path: Path) -> None:
    """With a mark at the beginning, and with other line ends."""
    path = tmp_path / "house.toml"
    path.write_bytes(form(WHOLE))  # type: ignore[operator]  # one of three
    assert load_style(path) == load_style(write(tmp_path, WHOLE))


def test_a_text_is_read_in_nfc(tmp_path: Path) -> None:
    """As names are stored, so that a block is found by its text."""
    style = load_style(write(tmp_path, LINES + 'heading = "Me\u0301dias"'))
    assert style.heading == (("", "Médias"),)


# What is written below the two good lines (or instead of them), the line, and what is said.
MISTAKES = [
    # TOML itself
    ("join = ;", 2, "is not TOML (column 8): Invalid value; a text stands in quotation marks"),
    ("phone = spaces", 2, "is not TOML (column 9): Invalid value; a text stands in quotation"),
    ('join = "', 2, "is not TOML: Unterminated string"),
    ('join = "\x1b"', 2, "is not TOML (column 9): Illegal character '\\x1b'"),
    ('join = "\\q"', 2, "): Unescaped '\\' in a string"),
    ('gap = " "\n' + LINES, 3, "): Cannot overwrite a value"),
    ("[gap", 2, "is not TOML: Expected ']' at the end of a table declaration"),
    # keys
    ('\nseperator = ""', 3, "seperator: there is no such key; did you mean separator?"),
    ("[colours]", 2, "colours: there is no such key; choose from lines, join, separator, last_"),
    ('name = "house"', 2, "name: there is no such key; a style has the name of its file"),
    ('"" = 1', 2, '"": there is no such key; choose from lines'),
    ('"\\u202e" = 1', 1, "\\u202e: there is no such key"),
    # types
    ("join = 3", 2, "join: must be a text in quotation marks, not a number"),
    ("gap = true", 2, "gap: must be a text in quotation marks, not true or false"),
    ("way = 1979-05-27", 2, "way: must be a text in quotation marks, not a date or a time"),
    ("phone = ['hyphens']", 2, "phone: must be a text in quotation marks, not an array"),
    ("order = 'email'", 2, 'order: must be an array, as in ["…", "…"], not a text'),
    ("order = [\n1]", 3, "order: must be a text in quotation marks, not a number"),
    ("heading = []", 2, "heading: must be a text or a table of texts by language, not an array"),
    ("[lead_in]\nfr = 1.5", 3, "lead_in.fr: must be a text in quotation marks, not a number"),
    ("[join]", 2, "join: must be a text in quotation marks, not a table"),
    # choices
    ("phone = 'Hyphens'", 2, 'phone: "Hyphens" is none of spaces, hyphens, national, rfc3966'),
    ("order = ['email',\n'office']", 3, 'order: "office" is none of email, tel, mobile, whatsapp'),
    ("order = ['tel', 'fax',\n'tel']", 3, 'order: "tel" stands in it a second time'),
    # way and extension
    ("way = '{label}'", 2, 'way: "{label}" does not hold {value}'),
    ("way = '{value} {value}'", 2, 'way: "{value} {value}" has {value} a second time'),
    ("way = '{name} {value}'", 2, 'way: has an unknown field "{name}"; choose from {label}, {va'),
    ("way = '{lable}: {value}'", 2, 'way: has an unknown field "{lable}"; did you mean {label}?'),
    ("way = '{at}{value}'", 2, 'way: has an unknown field "{at}"'),
    ("way = '{label}{value}'", 2, 'way: "{label}{value}" has nothing between {label} and {value}'),
    ("way = '{label}{space}{value}'", 2, "has nothing in zh between {label} and {value}"),
    ("way = '[{label}: {value}'", 2, 'way: "[{label}: {value}" has a "[" without its partner'),
    ("way = '{value}\\n'\nway.x = 1", 3, "is not TOML"),
    ('way = "{value}\\n"', 2, 'way: "{value}\\x0a" holds the end of a line'),
    ("way = ''", 2, 'way: "" is empty; leave it out'),
    ("extension = '{number}'", 2, 'extension: "{number}" does not hold {extension}'),
    ("extension = 'x{extension}'", 2, 'extension: "x{extension}" does not hold {number}'),
    ("extension = '{number}{extension}'", 2, "has nothing between {number} and {extension}"),
    ('extension = """{number}\n{extension}"""', 2, "holds the end of a line"),
    # what stands between
    ("join = '{name}'", 2, 'join: has an unknown word "{name}"; choose from {colon}, {comma}'),
    ("separator = '{Comma}'", 2, 'separator: has an unknown word "{Comma}"; did you mean {comma}?'),
    ("gap = '{at}'", 2, 'gap: has an unknown word "{at}"'),
    ("between_ways = '{or'", 2, 'between_ways: "{or" has a "{" without its partner; here braces'),
    ("between_ways = '{{or}}'", 2, 'between_ways: "{{or}}" has a "{" without its partner'),
    ("join = ''", 2, 'join: "" is empty; it parts what it joins'),
    ("last_separator = ''", 2, 'last_separator: "" is empty; it parts what it joins'),
    ("separator = '{space}'", 2, 'separator: "{space}" is empty in zh; it parts what it joins'),
    # characters
    ("join = '\t'", 2, 'join: "\\x09" holds a control character (U+0009)'),
    ('gap = "\\u001B[31m"', 2, 'gap: "\\x1b[31m" holds a control character (U+001B)'),
    ('gap = "\\r\\n"', 2, 'gap: "\\x0d\\x0a" holds a control character (U+000D)'),
    ('separator = "\\u2028"', 2, "holds a control character (U+2028)"),
    ('heading = "\\u202Ex"', 2, "holds what cannot be seen (U+202E RIGHT-TO-LEFT OVERRIDE)"),
    ("lead_in = 'a\u200bb'", 2, "holds what cannot be seen (U+200B ZERO WIDTH SPACE)"),
    ("phone = 'spaces\u2060'", 2, "holds what cannot be seen (U+2060 WORD JOINER)"),
    # languages
    ("lead_in = { xx = 'x' }", 2, "lead_in.xx: is not a language tag; expected BCP 47"),
    ("heading.french = 'x'", 2, "heading.french: is not a language tag"),
    ("heading.'' = 'x'", 2, 'heading."": is not a language tag; expected BCP 47, as in en,'),
    ("[heading]\nde = 'x'\nDE = 'y'", 4, "heading.DE: stands in it a second time, as de"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "reason"), MISTAKES, ids=lambda one: ascii(one)[:40])
def test_a_mistake_is_named(text: str, line: int, reason: str, tmp_path: Path) -> None:
    """With its line and its key; a mistake in one file is status 4."""
    said = refusal(write(tmp_path, LINES + text))
    assert said.startswith(f"house.toml:{line}: ")
    assert reason in said
    assert said.isprintable()


LINE_MISTAKES = [
    ("[]", 1, 'none of them is "{ways}"'),
    ("3", 1, 'must be an array, as in ["…", "…"], not a number'),
    ("'{name}'", 1, "must be an array"),
    ("[\n'{name}',\n3]", 3, "must be a text in quotation marks, not a number"),
    ("[\n'{name}']", 1, 'none of them is "{ways}"'),
    ("['{ways}']", 1, "none of them holds {name}"),
    ("['{ways}', '{title}']", 1, "none of them holds {name}"),
    ("['{name}',\n'{ways}',\n'{ways}']", 3, '"{ways}" has {ways} a second time'),
    ("['{name}',\n'Tel: {ways}']", 2, '"Tel: {ways}" holds {ways}, which stands alone'),
    ("['{name}',\n'{ways} ']", 2, "which stands alone in its text"),
    ("['{name}',\n\n'{ways}', '{name}']", 3, '"{name}" has {name} a second time'),
    ("['{name}, {name}',\n'{ways}']", 1, '"{name}, {name}" has {name} a second time'),
    ("['{name}{at}',\n'{office}', '{ways}']", 2, "has {office} a second time ({at} holds it too)"),
    ("['{office}',\n'{name}{at}', '{ways}']", 2, "has {office} a second time ({at} holds it too)"),
    ("['{name}{title}', '{ways}']", 1, "has nothing between {name} and {title}, which could not"),
    ("['{name}[, {title}]{office}', '{ways}']", 1, "has nothing between {title} and {office}"),
    ("['{name}[{space}{title}]', '{ways}']", 1, "has nothing in zh between {name} and {title}"),
    ("['{nam}', '{ways}']", 1, 'has an unknown field "{nam}"; did you mean {name}?'),
    ("['{Name}', '{ways}']", 1, 'has an unknown field "{Name}"; did you mean {name}?'),
    ("['{}{name}', '{ways}']", 1, 'has an unknown field "{}"; choose from {name}, {title}'),
    ("['{email}', '{name}', '{ways}']", 1, 'has an unknown field "{email}"; choose from'),
    ("['{name', '{ways}']", 1, '"{name" has a "{" without its partner'),
    ("['{name}[', '{ways}']", 1, '"{name}[" has a "[" without its partner'),
    ("['[{name}[x]]', '{ways}']", 1, 'has a "[" inside other brackets'),
    ("['{name}]', '{ways}']", 1, '"{name}]" has a "]" without its partner'),
    ("['{{{comma}}} {name}', '{ways}']", 1, "has a word in braces beside a brace that is to be"),
    ('["{name}", "\\n{title}", "{ways}"]', 1, "holds the end of a line"),
    ("['{name}', '', '{ways}']", 1, '"" is empty; leave it out'),
    ("['{name}', ' ', '{ways}']", 1, '" " is empty; leave it out'),
    ("['{name}\u200f', '{ways}']", 1, "holds what cannot be seen (U+200F RIGHT-TO-LEFT MARK)"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "line", "reason"), LINE_MISTAKES, ids=ascii)
def test_a_mistake_in_the_lines_is_named(
    lines: str, line: int, reason: str, tmp_path: Path
) -> None:
    """With the line of the file on which its text stands."""
    said = refusal(write(tmp_path, f"lines = {lines}\n"))
    assert said.startswith(f"house.toml:{line}: lines: ")
    assert reason in said
    assert said.isprintable()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ":1: is empty; start from what `pressdesk style show card` prints"),
        (b"\xef\xbb\xbf \n\n", ":1: is empty"),
        (b"# only this\n", ":1: lines: is missing; the shortest style is lines ="),
        (b'join = ", "\n', ":1: lines: is missing"),
        (b'# a\n# b\nheading = "M\xe9dias"\n', ":3: is not UTF-8; save it again"),
        (LINES.encode("utf-16"), ":1: is not UTF-8"),
        (LINES.encode() + b"\0", ":2: is not TOML"),
        (b"x = " + b"[" * 30_000, "is not TOML"),
        (b"x = " + b"[" * 9_000 + b"]" * 9_000, "is not TOML: it is nested too deeply"),
        (b"x = " + b"9" * 5_000, "is not TOML"),
        (b"\x7fELF\x02\x01\x01", ":1: is not TOML"),
        (b"a." * 20_000, ":1: is not TOML"),
        (b"a" + b".a" * 2_000 + b" = 1", ":1: a: there is no such key"),
        (b"#" * 65_537, ": is too large (65537 bytes); at most 65536 are read"),
    ],
    ids=lambda one: ascii(one)[:30],
)
def test_what_is_no_style_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    """Without a traceback, whatever it is."""
    path = tmp_path / "house.toml"
    path.write_bytes(content)
    assert refusal(path).startswith("house.toml" + (said if said[0] == ":" else f": {said}"))


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    """Comments are somebody's notes."""
    text = LINES + "#" * (65_536 - len(LINES))
    assert load_style(write(tmp_path, text)).lines == ("{name}", WAYS)


@pytest.mark.parametrize("name", [*BUILT_IN])
def test_the_name_of_a_built_in_style_is_taken(name: str, tmp_path: Path) -> None:
    """Else a release would look as its reader's house has it."""
    path = write(tmp_path, LINES, f"{name}.toml")
    assert refusal(path) == f'{name}.toml: "{name}" is a built-in style; give the file another name'


@pytest.mark.parametrize("name", ["House", "my style", "häuser", "-a", "a-", "a--b", "a_b", "a.b"])
def test_a_name_is_a_slug(name: str, tmp_path: Path) -> None:
    """It is typed, and stands in file names of every system."""
    path = write(tmp_path, LINES, f"{name}.toml")
    assert refusal(path).startswith(f'{name}.toml: "{name}" is no name of a style; name the file')


def test_a_file_that_cannot_be_read_is_status_5(tmp_path: Path) -> None:
    """Missing, a folder, a link to itself."""
    said = "there is no such file; check the name"
    assert refusal(tmp_path / "none.toml", FileError) == f"none.toml: {said}"
    (tmp_path / "folder.toml").mkdir()
    assert refusal(tmp_path / "folder.toml", FileError) == "folder.toml: is a folder; name a file"
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    assert refusal(tmp_path / "loop.toml", FileError).startswith("loop.toml: cannot be read")
    assert FileError.exit_code == 5


def test_a_file_of_somebody_else_is_status_5(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason of the system is handed on."""

    def refuse(_: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, LINES)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert refusal(path, FileError) == "house.toml: cannot be read (Permission denied)"


# Text that stands between fields: quotation marks, escapes, spaces that cannot be seen, scripts.
_LITERALS = st.text(" \"\\'#=é¿،。\u00a0\u3000😀xX-–|/", min_size=1, max_size=4)


def _doubled(text: str) -> str:
    return re.sub(r"([\[\]{}])", r"\1\1", text)


def _separators() -> st.SearchStrategy[str]:
    words = st.sampled_from([f"{{{word}}}" for word in PLAIN_WORDS])
    parts = st.lists(_LITERALS | words | st.just("\n"), max_size=2)
    # Something must stand there in every language, and no {space} does.
    return st.tuples(parts, _LITERALS).map(lambda pair: "".join(pair[0]) + pair[1])


def _lines() -> st.SearchStrategy[tuple[str, ...]]:
    literal = (_LITERALS | st.sampled_from(["[ ", "] ", "{ ", "} "])).map(_doubled)
    titled = st.builds("{}{{name}}[{}{{title}}]{}".format, literal, literal, literal)
    placed = st.builds("[{}{{office}}]".format, literal) | st.just("{at}")
    first = st.builds(str.__add__, titled, placed) | titled | st.just("{name}")
    more = st.sampled_from(["", "x {comma} y", "www.example.org"])
    return st.builds(lambda one, two: [one, two, WAYS], first, more).flatmap(
        lambda lines: st.permutations([line for line in lines if line]).map(tuple)
    )


def _texts() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    tags = st.sampled_from(["", "en", "fr", "pt-BR", "zh-Hant-TW", "sv"])
    return st.dictionaries(tags, st.just("") | _LITERALS | st.just("a\nb {x} [y]"), max_size=3).map(
        lambda texts: tuple(texts.items())
    )


def styles() -> st.SearchStrategy[Style]:
    """Give styles that a file may hold."""
    ways = st.sampled_from(["{label}{colon}{value}", "{value}", "[{label} ]{value}.", "{value}/"])
    extensions = st.sampled_from(["{number}/{extension}", "{number} {word}{space}-{extension}",
                                  "x{extension}[[{number}]]"])  # fmt: skip
    return st.builds(
        Style,
        st.sampled_from(["house", "a", "un-2-b"]),
        _lines(),
        _separators(),
        _separators(),
        st.none() | _separators(),
        st.just("") | _separators(),
        ways,
        st.none() | _separators(),
        st.sampled_from(PhoneForm),
        extensions,
        st.lists(st.sampled_from(WayKind), unique=True).map(tuple),
        _texts(),
        _texts(),
    )


anything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@anything
@given(style=styles())
def test_whatever_a_style_says_is_loaded(style: Style, tmp_path: Path) -> None:
    """Nothing of a file is lost or changed."""
    assert load_style(write(tmp_path, as_toml(style), f"{style.name}.toml")) == style


def as_toml(style: Style) -> str:
    """Write a style as a press office might; JSON's strings and arrays are TOML's too."""
    values = style._asdict()
    values["order"] = ["tel" if kind is WayKind.OFFICE else kind for kind in style.order]
    keyed = {key: dict(values.pop(key)) for key in ("lead_in", "heading")}
    plain = "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
        if key != "name" and value is not None
    )
    return plain + "".join(
        f"[{key}]\n"
        + "".join(
            f"{tag or 'default'} = {json.dumps(text, ensure_ascii=False)}\n"
            for tag, text in texts.items()
        )
        for key, texts in keyed.items()
        if texts
    )


@settings(anything, max_examples=40)
@given(style=styles(), language=st.sampled_from(LANGUAGES))
def test_what_was_loaded_prints_and_is_read(style: Style, language: str) -> None:
    """In every language and format, and what is read back is printed the same."""
    block = sample_block(language)
    for form in FORMATS:
        assert render_block(block, style, form)
    text = render_block(block, style)
    assert render_block(parse_block(text, language, style), style) == text


@settings(anything, max_examples=8)
@given(style=styles())
def test_doubts_never_fail(style: Style) -> None:
    """Each is a line of its own."""
    assert all(doubt.isprintable() for doubt in find_doubts(style))


@settings(anything, max_examples=300)
@given(
    key=st.sampled_from(["join", "way", "extension", "lines", "heading", "phone", "order"]),
    value=st.text("{}[]namewyslu colnt\n\u202e\x1b\"'", max_size=14).map(repr)
    | st.sampled_from(["3", "[]", "{}", "['x']", "inf", "true", "12:00:00"]),
)
def test_any_value_is_read_or_refused(key: str, value: str, tmp_path: Path) -> None:
    """Never a traceback; and what was read has a plan in every language."""
    lines = "" if key == "lines" else LINES
    try:
        style = load_style(write(tmp_path, f"{lines}{key} = {value}\n"))
    except InvalidFileError as error:
        assert str(error).isprintable()  # noqa: PT017  # either is right
        return
    assert all(make_plan(style, language) for language in LANGUAGES)


@pytest.mark.parametrize("style", BUILT_IN.values(), ids=list(BUILT_IN))
def test_a_built_in_style_is_a_start(style: Style, tmp_path: Path) -> None:
    """Its file says what its Style says, and the comments fit a screen."""
    text = (BUILT_IN_FILES / f"{style.name}.toml").read_text(encoding="utf-8")
    assert load_style(write(tmp_path, text)) == style._replace(name="house")
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("style", BUILT_IN.values(), ids=list(BUILT_IN))
def test_what_stands_there_as_a_comment_can_be_used(style: Style, tmp_path: Path) -> None:
    """Whoever takes the # away gets what it says."""
    text = (BUILT_IN_FILES / f"{style.name}.toml").read_text(encoding="utf-8")
    text = re.sub(r"^# ([a-z_]+ = )", r"\1", text, flags=re.MULTILINE)
    assert len(tomllib.loads(text)) == len(Style._fields) - 1
    assert load_style(write(tmp_path, text)).heading == (
        ("", "MEDIA CONTACTS"),
        ("fr", "CONTACTS PRESSE"),
    )


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_comments_name_all_that_can_stand_there(name: str) -> None:
    """A field, a word or a form that is added is added to the comments too."""
    text = (BUILT_IN_FILES / f"{name}.toml").read_text(encoding="utf-8")
    fields = (*LINE_FIELDS, *WAY_FIELDS, *EXTENSION_FIELDS, *WORDS)
    assert [field for field in fields if f"{{{field}}}" not in text] == []
    assert [
        word
        for word in (*PhoneForm, *KINDS, *Style._fields[1:])
        if not re.search(rf"\b{word}\b", text)
    ] == []
