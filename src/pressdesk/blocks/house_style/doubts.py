"""What a style prints that could not be read back: tried on sample blocks in each language."""

from collections.abc import Iterator

from pressdesk.blocks.block import Block, Entry, Way, WayKind
from pressdesk.blocks.parse import parse_block
from pressdesk.blocks.phone_form import PhoneForm
from pressdesk.blocks.render import render_block
from pressdesk.blocks.style import Style
from pressdesk.blocks.wordings import LANGUAGES, find_wording, get_wording

_TITLE, _OFFICE = "Head of Media", "Example Relief Washington"
_EMAIL = Way(WayKind.EMAIL, "ada@example.org")
_TEL = Way(WayKind.OFFICE, "+1 202 555 0123")
_TEL_WITH_EXTENSION = Way(WayKind.OFFICE, "+1 202 555 0123", "230")
# One of every kind, no two alike.
_EVERY_KIND = tuple(
    _EMAIL if kind is WayKind.EMAIL else Way(kind, f"+1 202 555 01{place}0")
    for place, kind in enumerate(WayKind)
)


def sample_block(language: str) -> Block:
    """Give a block that shows what a style does: two people, one with everything, one without."""
    ways = (_EMAIL, _TEL_WITH_EXTENSION, Way(WayKind.MOBILE, "+1 202 555 0178"))
    theirs = (Way(WayKind.EMAIL, "news@example.org"), Way(WayKind.OFFICE, "+41 22 501 01 10"))
    entries = (
        Entry("Ada Example", _TITLE, _OFFICE, ways, "US"),
        Entry("Newsroom", None, "Example Relief Geneva", theirs, "CH"),
    )
    return Block(get_wording(language).lead_in, entries, language)


def find_doubts(style: Style) -> list[str]:
    """Say what of a style could not be read back, with the languages where it is not all of them.

    Such a block prints well, but in a release it is not found again. Texts that are never printed
    are named too.
    """
    found: dict[str, list[str]] = {}
    tags = (tag for tag, _ in (*style.lead_in, *style.heading) if find_wording(tag))
    languages = dict.fromkeys((*LANGUAGES, *tags))
    for language in languages:
        for doubt in _doubts_in(style, language):
            found.setdefault(doubt, []).append(language)
    doubts = [
        doubt if len(those) == len(languages) else f"{doubt} (in {', '.join(those)})"
        for doubt, those in found.items()
    ]
    return [*doubts, *_unprinted_texts(style)]


def _doubts_in(style: Style, language: str) -> list[str]:
    people = list(_people(style))
    doubts = [_doubt_about(style, language, one) for one in people]
    if all(doubts):
        return ["no block can be read back"]
    named = [doubt for doubt in doubts if doubt]
    # What is tried now has the shape of somebody who was read back.
    sure = next(one for one, doubt in zip(people, doubts, strict=True) if not doubt)
    return [*named, *_doubts_about_more(style, language, sure)]


def _people(style: Style) -> Iterator[Entry]:
    """Give people with and without the fields that the style prints, those with most first."""
    lines = "".join(style.lines)
    titles = (_TITLE, None) if "{title}" in lines or "{aside}" in lines else (None,)
    offices = (_OFFICE, None) if "{office}" in lines or "{at}" in lines else (None,)
    for title in titles:
        for office in offices:
            yield Entry("Ada Example", title, office, (_EMAIL,), "US")


def _doubt_about(style: Style, language: str, entry: Entry) -> str | None:
    """Say how somebody is read wrongly; None when all is well."""
    read = _misread(style, language, entry)
    if read is None:
        return None
    what = {
        (True, True): "a title with an office",
        (True, False): "a title without an office",
        (False, True): "an office without a title",
        (False, False): "a name alone",
    }[bool(entry.title), bool(entry.office)]
    for found in read.entries:
        if entry.title and entry.title == found.office:
            return f"{what} cannot be told from an office"
        if entry.office and entry.office == found.title:
            return f"{what} cannot be told from a title"
    return f"{what} cannot be read back"


def _doubts_about_more(style: Style, language: str, sure: Entry) -> Iterator[str]:
    """Say what goes wrong with numbers, with extensions and with several people."""
    if read := _misread(style, language, _with_ways(sure, _TEL)):
        yield _doubt_about_number(style, read)
    else:
        if _misread(style, language, _with_ways(sure, _TEL_WITH_EXTENSION)):
            yield "an extension cannot be told from the text around it"
        if read := _misread(style, language, _with_ways(sure, *_EVERY_KIND)):
            if len(read.entries) == 1 and len(_ways_of(read)) == len(_EVERY_KIND):
                yield "the kinds of numbers (office, mobile, fax …) cannot be told apart"
            else:
                yield "several addresses and numbers of one person cannot be told apart"
    others = (Entry("Ben Example", ways=(_EMAIL,)), Entry("Zoë Example", ways=(_EMAIL,)))
    if _misread(style, language, sure, *others):
        yield "several people cannot be told apart"


def _doubt_about_number(style: Style, read: Block) -> str:
    if style.phone is PhoneForm.NATIONAL:
        return "a number in its national form is read back without the code of its country"
    if any(way.extension for way in _ways_of(read)):
        return "the last digits of a number are taken for an extension"
    return "a number cannot be read back"


def _with_ways(entry: Entry, *ways: Way) -> Entry:
    return Entry(entry.name, entry.title, entry.office, ways, entry.country)


def _ways_of(block: Block) -> list[Way]:
    return [way for entry in block.entries for way in entry.ways]


def _misread(style: Style, language: str, *entries: Entry) -> Block | None:
    """Print a block and read it back; None when it is the same."""
    block = Block(get_wording(language).lead_in, entries, language)
    read = parse_block(render_block(block, style), language, style)
    return None if read == block else read


def _unprinted_texts(style: Style) -> Iterator[str]:
    for key, texts in (("lead_in", style.lead_in), ("heading", style.heading)):
        for tag, _ in texts:
            if tag and find_wording(tag) is None:
                yield f"{key}.{tag} is never printed: pressdesk has no wording for that language"
