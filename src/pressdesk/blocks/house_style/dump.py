"""The TOML of a style, with comments: what a person starts a style of the house from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pressdesk.blocks.house_style.keys import KINDS, OTHER_LANGUAGES, PLAIN_WORDS
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.style import LINE_FIELDS, WAY_FIELDS, WAYS, ByLanguage, Style

_COMMENTS = {
    "lines": (
        f'The lines of one contact. Fields: {{fields}}. "{WAYS}" stands alone for all',
        "addresses and numbers. A line vanishes when a field of it is missing, and what is in",
        "[brackets] when a field in them is. A brace or bracket to be printed is doubled.",
        "Words of the language, here and in whatever stands between:",
        "{words};",
        "in lines alone {at}, the office as in a sentence, and {aside}, the title in brackets.",
    ),
    "join": ("What stands between the lines of one contact.",),
    "separator": ("What stands between contacts.",),
    "last_separator": ("What stands before the last contact, where that is something else.",),
    "gap": ("What stands between the lead-in and the first contact.",),
    "way": ("One address or number. Fields: {fields}",),
    "between_ways": ("What stands between addresses and numbers, where that is not as join.",),
    "phone": ("The form of numbers: {forms}.",),
    "extension": (
        "How an extension stands behind its number; {word} is the word of the language for it.",
    ),
    "order": ("The order of addresses and numbers: {kinds}.",),
    "lead_in": (
        "The line above the contacts, instead of the language's own; an empty one prints none.",
    ),
    "heading": ("A line above the block.",),
}
_KINDS = {kind: name for name, kind in KINDS.items()}
# What a person may put in the place of a key that says nothing.
_EXAMPLES = {
    "last_separator": '"{semicolon}{or}{space}"',
    "between_ways": '" | "',
    "order": '["tel", "mobile", "email"]',
    "lead_in": '"Our press office"',
    "heading": '{ default = "MEDIA CONTACTS", fr = "CONTACTS PRESSE" }',
}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}


def dump_style(style: Style) -> str:
    """Give a style as the TOML of a file; its name is the file's and not in it."""
    head = (
        f"# The style {style.name} of pressdesk's contact blocks; its name is that of its file.\n"
        "# Every key but lines may be left out. docs/styles.md tells more.\n"
    )
    parts = [head]
    for key, comment in _COMMENTS.items():
        about = "".join(f"# {line}\n" for line in _filled(key, comment))
        parts.append(about + "".join(f"{line}\n" for line in _key_lines(key, getattr(style, key))))
    return "\n".join(parts)


def _filled(key: str, comment: Sequence[str]) -> Iterator[str]:
    fields = {"lines": LINE_FIELDS, "way": WAY_FIELDS}.get(key, ())
    lists: Mapping[str, str] = {
        "{fields}": ", ".join(f"{{{one}}}" for one in fields),
        "{words}": ", ".join(f"{{{one}}}" for one in PLAIN_WORDS),
        "{forms}": ", ".join(PhoneForm),
        "{kinds}": ", ".join(KINDS),
    }
    for line in comment:
        for name, text in lists.items():
            line = line.replace(name, text)  # noqa: PLW2901  # one after the other
        yield line


def _key_lines(key: str, value: Any) -> Iterator[str]:  # noqa: ANN401  # a field of Style
    """Give the lines of one key; one that says nothing stands there as a comment."""
    if value is None or value == ():
        yield f"# {key} = {_EXAMPLES[key]}"
    elif key in {"lead_in", "heading"}:
        yield from _text_lines(key, value)
    elif key == "order":
        yield f"order = [{', '.join(_quoted(_KINDS[kind]) for kind in value)}]"
    elif isinstance(value, tuple):
        yield f"{key} = [{', '.join(map(_quoted, value))}]"
    else:
        yield f"{key} = {_quoted(str(value))}"


def _text_lines(key: str, texts: ByLanguage) -> Iterator[str]:
    if len(texts) == 1 and texts[0][0] == "":
        yield f"{key} = {_quoted(texts[0][1])}"
        return
    for tag, text in texts:
        yield f"{key}.{tag or OTHER_LANGUAGES} = {_quoted(text)}"


def _quoted(text: str) -> str:
    """Give a basic string of TOML; what cannot be seen, as a no-break space, is written out."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}" if ord(character) > 0xFFFF else f"\\u{ord(character):04X}"
