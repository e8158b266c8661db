"""Make the pages that the program itself writes: `python -m tests.make_docs`.

docs/commands.md is the help of every command, docs/gallery.md every style in every language.
"""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from itertools import product

from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN
from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.cli import run
from pressdesk.cli.lazy_commands import Entry
from pressdesk.cli.table import COMMANDS
from tests.blocks.samples import sample_block
from tests.conftest import ROOT

_INTRODUCTION = """# Commands

This page is made from the help of each command (`python -m tests.make_docs`).
"""
_GALLERY = """# Gallery

What the built-in styles print in each language, made by the program (`python -m tests.make_docs`).
People, offices and numbers are invented. Markdown and HTML of the same blocks stand in
`tests/golden/blocks/`.
"""
LANGUAGE_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "it": "Italian", "pt": "Portuguese", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip


def help_of(words: str) -> str:
    """Give the help of one command line, 80 columns wide."""
    os.environ["COLUMNS"] = "80"
    text = io.StringIO()
    with redirect_stdout(text):
        run([*words.split(), "--help"])
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines())


def command_lines(table: Mapping[str, Entry], prefix: str = "") -> Iterator[str]:
    """Name every command and every command of a group."""
    for name, entry in table.items():
        yield f"{prefix}{name}"
        if isinstance(entry.target, Mapping):
            yield from command_lines(entry.target, f"{prefix}{name} ")


def commands_page() -> str:
    """Give the whole page."""
    sections = [
        f"## pressdesk {words}".rstrip() + f"\n\n```text\n{help_of(words)}\n```\n"
        for words in ("", *command_lines(COMMANDS))
    ]
    return "\n".join([_INTRODUCTION, *sections])


def gallery_page() -> str:
    """Give the page that shows what is printed in each style and language."""
    sections = [_GALLERY]
    for style, language in product(BUILT_IN, LANGUAGES):
        if language == LANGUAGES[0]:
            sections.append(f"## {style}\n")
        text = render_block(sample_block(language), style)
        shown = f"```text\n{text}```\n"
        if get_wording(language).is_rtl:
            shown = f'<div dir="rtl" markdown="1">\n\n{shown}\n</div>\n'
        sections.append(f"### {style}, {LANGUAGE_NAMES[language]} (`{language}`)\n\n{shown}")
    return "\n".join(sections)


PAGES = {"commands.md": commands_page, "gallery.md": gallery_page}


if __name__ == "__main__":
    for name, make in PAGES.items():
        (ROOT / "docs" / name).write_text(make(), encoding="utf-8", newline="\n")
