"""What the text of a block says: as we print it, in any style, or as people type it."""

import re
from collections.abc import Sequence

from pressdesk.blocks.block import Block, Entry
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import BUILT_IN, Style
from pressdesk.blocks.wordings import LANGUAGES, get_wording
from pressdesk.releases.placement import is_rule
from pressdesk.releases.release import FoundBlock
from pressdesk.releases.typed.beginnings import (
    further_languages,
    is_alone,
    lead_in_languages,
    one_line_languages,
    without_colon,
)
from pressdesk.releases.typed.card import read_typed_card
from pressdesk.releases.typed.language import choose_language
from pressdesk.releases.typed.layouts import ToldBlock, read_told_block

_ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
# What a name, a title or an office does not have: a line end, an address, a whole number.
_NO_FIELD = re.compile(r"\n|\S@\S+\.\S|[0-9](?:[ ().-]*[0-9]){6}")


def read_block(
    text: str, styles: Sequence[Style] = (), file_language: str | None = None
) -> tuple[Block, Style | None] | None:
    """Read the text of a block that was cut out, as a reader sees it: blank lines may be in it.

    Gives the block and the style in which it would be printed so, None for one that only people
    would type so. None where it is not understood. file_language: chooses among the languages that
    a block may be in where it does not tell itself.
    """
    lines = text.removesuffix("\n").split("\n")
    languages = lead_in_languages(lines[0])
    tried = tuple(dict.fromkeys((*styles, *BUILT_IN.values())))
    for language in (*languages, *(one for one in LANGUAGES if one not in languages)):
        for style in tried:
            block = parse_block(text, language, style, is_page=True)
            if is_whole(block):
                return block, style
    plain = without_underline([plain_line(line) for line in lines])
    return _read_typed(plain, languages or further_languages(lines[0]), file_language)


def is_own(block: FoundBlock, styles: Sequence[Style], file_language: str | None) -> bool:
    """Whether pressdesk wrote a block: it has our marks, or is as a style prints it.

    Without marks it begins as pressdesk does, too: with the lead-in of its language or its style.
    """
    if block.is_marked:
        return True
    read = read_block(block.text, styles, file_language)
    found, style = read or (None, None)
    if found is None or style is None or not is_as_printed(block.text, found, style):
        return False
    return bool(style.lead_in or style.heading) or found.lead_in in {
        get_wording(language).lead_in for language in LANGUAGES
    }


def is_as_printed(text: str, block: Block, style: Style) -> bool:
    """Ask whether a text is what we print of a block; pages have blank lines between paragraphs."""
    return _told_lines(text) == _told_lines(render_block(block, style))


def _told_lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := plain_line(one).strip())]


def _read_typed(
    lines: Sequence[str], languages: Sequence[str], file_language: str | None
) -> tuple[Block, Style | None] | None:
    """Read the text of a block that somebody typed."""
    found = read_typed_card(lines) if is_alone(lines[0], languages) else None
    if found and not any(lines[found[0] :]):
        return compose_card(found, lines, languages, file_language), None
    told = read_told_block(lines)
    if told is None or any(lines[told.lines :]):
        return None
    return compose_told(told, lines, languages, file_language), told.style


def compose_card(
    found: tuple[int, tuple[Entry, ...]],
    lines: Sequence[str],
    languages: Sequence[str],
    file_language: str | None = None,
) -> Block:
    """Give the block of a card that was typed; lines: all of it. languages: of its lead-in."""
    language = choose_language(lines, languages, file_language)
    return Block(without_colon(lines[0]), found[1], language)


def compose_told(
    told: ToldBlock,
    lines: Sequence[str],
    languages: Sequence[str],
    file_language: str | None = None,
) -> Block:
    """Give the block of sentences or lists; lines: all of it. languages: of its lead-in."""
    likely = (told.language or "", *languages, *one_line_languages(lines[0]))
    language = choose_language(lines, likely, file_language)
    return Block(told.lead_in or get_wording(language).lead_in, told.entries, language)


def is_whole(block: Block) -> bool:
    """Ask whether everybody in a block has a way, and no text of it a line end or a way.

    A sentence that somebody typed nearly as we print it reads back too, a number in the title and
    a full stop behind the address: it prints alike, but that is not what it says.
    """
    if not block.entries or not all(entry.name and entry.ways for entry in block.entries):
        return False
    if any(way.text.endswith(".") for one in block.entries for way in one.ways):
        return False
    fields = [field for one in block.entries for field in (one.name, one.title, one.office)]
    told = [one for one in fields if one]
    is_told = not any(_NO_FIELD.search(one) or is_rule(one) for one in told)
    return is_told and "\n" not in block.lead_in


def without_underline(lines: Sequence[str]) -> list[str]:
    """Give the lines of a block; a rule right below its heading belongs to that."""
    is_underlined = len(lines) > 1 and is_rule(lines[1])
    return [lines[0], "", *lines[2:]] if is_underlined else list(lines)


def plain_line(line: str) -> str:
    """Give a line without what cannot be seen in it, and without spaces at its end."""
    if line.isascii():
        return line.rstrip()
    return _ISOLATES.sub("", line).replace("\xa0", " ").rstrip()
