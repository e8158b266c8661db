"""A new value in the form of the old one: as international, grouped and bracketed as it was."""

import re

from pressdesk.releases.mentions.finding import TRUNK_ZERO, Mention
from pressdesk.values.extension import to_ascii_digits
from pressdesk.values.phone_display import national_form, split_code
from pressdesk.values.phone_kind import region_of
from pressdesk.values.phone_number import Number, PhoneNumber

_DIGITS = re.compile(r"\d+")
_SEPARATOR = re.compile(r"(?<=\d)[\s().·/\u00a0‐-―−-]+(?=\d)")
_BRACKETED = re.compile(
    r"(?P<name>[^@]*?)(?P<at>\s?[(\[{<]\s?[^\W\d_]+\s?[)\]}>]\s?)(?P<host>.*)", re.DOTALL
)
_DOT = re.compile(r"\s?[(\[{<]\s?[^\W\d_]+\s?[)\]}>]\s?")
_SPOKEN = re.compile(r"(?P<name>\S+)(?P<at> (?:at|AT) )(?P<host>.*)", re.DOTALL)


def write_email(written: str, new: str) -> str:
    """Write an address in the place of one: plain, or as hidden as that was ("ada [at] …")."""
    if "@" in written:
        return new
    found = _BRACKETED.fullmatch(written) or _SPOKEN.fullmatch(written)
    if found is None:
        return new
    name, _, host = new.partition("@")
    dot = _DOT.search(found["host"]) or re.search(r" (?:dot|DOT) ", found["host"])
    return name + found["at"] + (host.replace(".", dot[0]) if dot else host)


def write_number(written: str, old: str, new: str) -> str:
    """Write a number in the place of one, both without extensions.

    written: the old one as it stands. old, new: E.164. One of another country is written
    internationally; else it keeps the code, the trunk zero, the brackets and signs of the old one.
    """
    if written == old:  # nothing but "+" and digits
        return new
    (old_code, old_national), (new_code, new_national) = split_code(old), split_code(new)
    shown = TRUNK_ZERO.sub("", written)
    digits = "".join(filter(str.isdigit, to_ascii_digits(shown)))
    before = digits.removesuffix(old_national)
    if old_code == new_code and digits.endswith(old_national):
        if len(old_national) == len(new_national):
            return _in_places(written, before + new_national)
        if not before.endswith(old_code):
            return _in_style(written, _national(new) or before + new_national)
    return _in_style(written, PhoneNumber.parse(new, allow_possible=True).display)


def extension_edits(mention: Mention, extension: str | None, word: str) -> tuple[int, int, str]:
    """Return the text that another extension replaces, and what stands there then.

    word: that stands before extensions in the language of the release, where one comes.
    """
    text = mention.passage.text
    if mention.extension is None:
        sign = ";ext=" if mention.passage.kind == "link" else f" {word} "
        return mention.end, mention.end, f"{sign}{extension}" if extension else ""
    if extension is None:
        return mention.end, mention.tail, ""
    tail = to_ascii_digits(text[mention.end : mention.tail])
    start = mention.end + tail.rindex(mention.extension)
    end = start + len(mention.extension)
    return start, end, _in_script(extension, text[start:end])


def corrections(
    mention: Mention, old: Number | str, new: Number | str, word: str
) -> list[tuple[int, int, str]]:
    """Return what of the text is replaced so that a mention says a new value: start, end, text.

    old, new: folded address and address, or numbers (E.164) with their extensions.
    """
    if isinstance(old, str) or isinstance(new, str):
        return [(mention.start, mention.end, write_email(mention.core, str(new)))]
    made = []
    if old[0] != new[0]:
        made.append((mention.start, mention.end, write_number(mention.core, old[0], new[0])))
    if mention.extension != new[1]:
        made.append(extension_edits(mention, new[1], word))
    return made


def _in_places(written: str, digits: str) -> str:
    """Put digits in the places of others, as many; a trunk zero in brackets stays."""
    kept = {place for found in TRUNK_ZERO.finditer(written) for place in range(*found.span())}
    coming = iter(_in_script(digits, written))
    return "".join(
        next(coming, character) if character.isdigit() and place not in kept else character
        for place, character in enumerate(written)
    )


def _in_style(written: str, display: str) -> str:
    """Write a number whose groups are told by spaces with the signs that another has."""
    if found := _SEPARATOR.findall(TRUNK_ZERO.sub("", written)):
        sign = found[-1].strip("()") or " "
        display = re.sub(r"[\s-]+", sign, display)
    elif "(" not in written:
        display = re.sub(r"[\s()-]+", "", display)
    return _in_script(display, written)


def _in_script(digits: str, written: str) -> str:
    """Write digits as those of a text are written: in Arabic-Indic digits, say."""
    found = _DIGITS.search(written)
    if found is None or found[0].isascii():
        return digits
    zero = chr(ord(found[0][0]) - int(found[0][0]))
    return "".join(
        chr(ord(zero) + int(one)) if one.isascii() and one.isdigit() else one for one in digits
    )


def _national(e164: str) -> str | None:
    region = region_of(e164)
    return national_form(e164, region) if region else None
