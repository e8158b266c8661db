"""What an extension is, and how people write one after a number."""

import re
from functools import cache
from typing import NamedTuple

from pressdesk.errors import InvalidValueError
from pressdesk.words import all_words

FIELD = "extension"
MOST_DIGITS = 20
# Far more than a word and 20 digits need; the patterns below take too long for a text without end.
_LONGEST = 100

# Each way to write an extension without a word, with the most digits that are believed after it.
# Blanks are asked for only behind a sign, and never given back, so that a long row of them is gone
# over once; those before the first sign are the number's.
_SIGNS = (
    r"(?:[,;]\s*+)?(?:\(\s*+)?[x×#]\s*+(?:\.\s*+)?(?P<sign>[0-9]{1,9})\)?",
    r",,\s*+(?P<dialled>[0-9]{1,15})#?",
    r"(?:,|;)\s*+(?P<comma>[0-9]{1,6})",
)
_END = r"\s*+(?:\.\s*+)?\Z"
_SIGN_AT_END = re.compile(rf"(?:{'|'.join(_SIGNS)}){_END}")


@cache
def _word() -> str:
    """Return the pattern of a word before an extension, of any language.

    phonenumbers reads most of them as letters of a keypad. The longest stand first, where one
    begins another.
    """
    return "|".join(sorted(map(re.escape, all_words("extension_words")), key=len, reverse=True))


@cache
def _word_at_end() -> re.Pattern[str]:
    opening = r"(?:[,;，；、]\s*+)?(?:[(（]\s*+)?"
    digits = rf"[0-9]{{1,{MOST_DIGITS}}}"
    forms = (
        rf";\s*+ext\s*+=\s*+(?P<uri>{digits})",
        rf"{opening}(?:{_word()})\b\.?\s*+(?:[:=：]\s*+)?(?P<word>{digits})[)）]?",
        rf"{opening}(?:{_word()})(?P<glued>{digits})[)）]?",
        *_SIGNS,
    )
    return re.compile(rf"(?:{'|'.join(forms)}){_END}", re.IGNORECASE)


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?:\b|(?<=[0-9_]))(?:{_word()}|x)(?:\b|(?=[0-9]))|#|;", re.IGNORECASE)


@cache
def _in_text() -> re.Pattern[str]:
    """Return what is behind a number in a text, or alone.

    "#" wants two digits at least: "#1" is no extension.
    """
    word = _word()
    return re.compile(
        rf"(?:;\s?ext\s?=|\s{{0,3}}[,;/]?\s{{0,3}}[(（]?\s?(?:(?:{word})\b\.?\s?[:=]?|(?:{word})(?=[0-9])"
        r"|[x×]\.?|#\.?(?=\s?[0-9]{2})))"
        r"\s?(?P<digits>[0-9]{1,9})(?![0-9])(?:\s?[)）])?",
        re.IGNORECASE,
    )


def _find_at_end(text: str) -> re.Match[str] | None:
    """Find an extension at the end of a text; without letters there is no word to ask for."""
    has_letters = any(map(str.isalpha, text))
    return (_word_at_end() if has_letters else _SIGN_AT_END).search(text)


class SplitNumber(NamedTuple):
    """A number as typed, without its extension, and the extension's digits or None."""

    number: str
    extension: str | None


def split_extension(text: str) -> SplitNumber:
    """Take an extension off the end of a number: "… ext 230", "…x230", "… poste 230", ";ext=230".

    text: digits are ASCII already. Only the end is judged: what stands before keeps its letters,
    so that a second extension or an unknown word can be refused there.
    """
    match = _find_at_end(text)
    if match is None:
        return SplitNumber(text.strip(), None)
    digits = next(group for group in match.groups() if group)
    return SplitNumber(text[: match.start()].strip(), digits)


def match_extension(text: str, start: int) -> tuple[str, int] | None:
    """Read an extension that begins at a place of a longer text; give its digits and its end."""
    match = _in_text().match(text, start)
    return (match["digits"], match.end()) if match else None


def has_extension_word(text: str) -> bool:
    """Ask whether an extension's word or sign stands anywhere in a text."""
    return _anywhere().search(text) is not None


def parse_extension(text: str) -> str:
    """Read an extension that stands alone: digits, kept as text ("0012"), at most 20 of them.

    A word before it is taken ("ext. 230"). Raises InvalidValueError.
    """
    if len(text) > _LONGEST:
        raise InvalidValueError(
            FIELD, text, f"too long ({len(text)} characters)", f"expected at most {MOST_DIGITS}"
        )
    digits = to_ascii_digits(text).strip()
    # The patterns take their time, and nearly all extensions of a file are digits.
    if not digits.isdigit() and (match := _find_at_end(digits)) and not match.start():
        digits = next(group for group in match.groups() if group)
    if not digits.isascii() or not digits.isdigit():
        raise InvalidValueError(FIELD, text, "is not a number", "expected digits only, as in 230")
    if len(digits) > MOST_DIGITS:
        raise InvalidValueError(
            FIELD, text, f"too long ({len(digits)} digits)", f"expected at most {MOST_DIGITS}"
        )
    return digits


def to_ascii_digits(text: str) -> str:
    """Replace the decimal digits of every script by 0-9 (Arabic-Indic, Devanagari, full-width)."""
    if text.isascii():
        return text
    return "".join(
        str(int(character)) if character.isdecimal() else character for character in text
    )
