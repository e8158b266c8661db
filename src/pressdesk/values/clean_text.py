"""What a clean text is: one line, NFC, without anything that hides or acts."""

import re
import unicodedata

from pressdesk.errors import InvalidValueError

# Marks of direction and joiners that some scripts need inside a word.
_JOINERS = "\u200c\u200d\u200e\u200f\u061c"
_JOINING_SCRIPTS = frozenset(
    "ARABIC SYRIAC HEBREW THAANA NKO DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU "
    "KANNADA MALAYALAM SINHALA TIBETAN MYANMAR KHMER MONGOLIAN".split()
)
# Category Lo, but without ink: the Hangul fillers.
_FILLERS = "\u115f\u1160\u3164\uffa0"
# Category Cf, but with ink: signs that stand around Arabic and Syriac numbers.
_INKED_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_SPACES = re.compile(r"\s+")


def clean_text(field: str, text: str, limit: int = 1000) -> str:
    """Give the text as it is stored: trimmed, runs of spaces folded to one, NFC (not NFKC).

    field: what the text is called in messages ("name").
    limit: the longest text that is taken, in characters.

    Zero-width characters, soft hyphens and bidi overrides are left out; `lost_characters` tells
    which. Joiners and direction marks stay between letters of scripts that need them. Controls
    (C0 with TAB and line ends, DEL, C1, U+2028, U+2029) and lone surrogates are refused with
    InvalidValueError, as is a text of nothing that can be seen: an empty one is the caller's
    question.
    """
    _refuse_controls(field, text)
    normal = unicodedata.normalize("NFC", text)
    kept = "".join(
        character for place, character in enumerate(normal) if _is_kept(normal, place, character)
    )
    cleaned = unicodedata.normalize("NFC", _SPACES.sub(" ", kept).strip())
    if len(cleaned) > limit:
        raise InvalidValueError(
            field, text, f"too long ({len(cleaned)} characters)", f"expected at most {limit}"
        )
    if text.strip() and not has_ink(cleaned):
        raise InvalidValueError(field, text, "nothing in it can be seen", "type it again")
    return cleaned


def clean_name(field: str, text: str, limit: int = 300) -> str:
    """Clean the name of somebody or something; raise InvalidValueError when it is empty.

    A name has a letter or a digit: a key is made of them.
    """
    cleaned = clean_text(field, text, limit)
    if not any(character.isalnum() for character in cleaned):
        reason = "has no letter or digit" if cleaned else "is empty"
        raise InvalidValueError(field, text, reason, "give the name as it is to be printed")
    return cleaned


def lost_characters(text: str) -> list[str]:
    """Name the characters that `clean_text` leaves out: "U+200B ZERO WIDTH SPACE"."""
    normal = unicodedata.normalize("NFC", text)
    lost = {
        character: None
        for place, character in enumerate(normal)
        if not _is_kept(normal, place, character)
    }
    return [f"U+{ord(one):04X} {unicodedata.name(one, 'unnamed')}" for one in lost]


def has_ink(text: str) -> bool:
    """Ask whether anything of a text can be seen."""
    return any(
        unicodedata.category(character)[0] in "LNPS"
        and character not in _FILLERS
        and character != "\u2800"
        for character in text
    )


def find_mixed_scripts(word: str) -> list[str]:
    """Name the scripts of one word when they do not belong together (UTS #39, highly restrictive).

    Latin goes with Han and Kana, with Han and Bopomofo, and with Hangul and Han; an honest word in
    one script gives an empty list.
    """
    scripts = sorted({_script(character) for character in word if character.isalpha()})
    if len(scripts) < 2 or any(set(scripts) <= together for together in _TOGETHER):
        return []
    return [script.title() for script in scripts]


_TOGETHER = (
    {"LATIN", "HAN", "HIRAGANA", "KATAKANA"},
    {"LATIN", "HAN", "BOPOMOFO"},
    {"LATIN", "HAN", "HANGUL"},
)
_SCRIPT_OF_FIRST_WORD = {
    "CJK": "HAN",
    "IDEOGRAPHIC": "HAN",
    "FULLWIDTH": "LATIN",
    "HALFWIDTH": "KATAKANA",
    "KATAKANA-HIRAGANA": "KATAKANA",
    "FEMININE": "LATIN",
    "MASCULINE": "LATIN",
    "MODIFIER": "LATIN",
}


def _script(character: str) -> str:
    # The first word of a letter's Unicode name is its script; the table names the exceptions.
    first = unicodedata.name(character, "UNKNOWN").partition(" ")[0]
    return _SCRIPT_OF_FIRST_WORD.get(first, first)


def _refuse_controls(field: str, text: str) -> None:
    for character in text:
        category = unicodedata.category(character)
        if category in {"Cc", "Zl", "Zp", "Cs"}:
            what = "an undecodable byte" if category == "Cs" else "a control character"
            raise InvalidValueError(
                field,
                text,
                f"contains {what} (U+{ord(character):04X})",
                "type it again on one line, without hidden characters",
            )


def _is_kept(text: str, place: int, character: str) -> bool:
    if character in _FILLERS:
        return False
    if unicodedata.category(character) != "Cf" or character in _INKED_FORMATS:
        return True
    return character in _JOINERS and _joins(text, place)


def _joins(text: str, place: int) -> bool:
    before, after = text[:place].rstrip(_JOINERS), text[place + 1 :].lstrip(_JOINERS)
    return bool(before and after) and all(
        _script(neighbour) in _JOINING_SCRIPTS for neighbour in (before[-1], after[0])
    )
