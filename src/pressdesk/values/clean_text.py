"""What a clean text is: one line, NFC, without anything that hides or acts."""

import re
import unicodedata

from pressdesk.errors import InvalidValueError
from pressdesk.text.folding import fold

# Marks of direction and joiners that some scripts need inside a word.
_JOINERS = "\u200c\u200d\u200e\u200f\u061c"
_JOINING_SCRIPTS = frozenset(
    "ARABIC SYRIAC HEBREW THAANA NKO DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU "
    "KANNADA MALAYALAM SINHALA TIBETAN MYANMAR KHMER MONGOLIAN".split()
)
# Category Lo, but without ink: the Hangul fillers.
_FILLERS = "\u115f\u1160\u3164\uffa0"
_HAS_FILLER = re.compile(f"[{_FILLERS}]")
# Category Cf, but with ink: signs that stand around Arabic and Syriac numbers.
_INKED_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
# A run of joiners is judged whole, so that a long one costs no more than its length.
_PIECES = re.compile(f"[{_JOINERS}]+|.", re.DOTALL)


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
    is_plain = text.isascii() and text.isprintable()  # nothing is refused, left out or composed
    if is_plain:
        cleaned = " ".join(text.split())
    else:
        _refuse_controls(field, text)
        kept, _ = _sort_out(text)
        cleaned = unicodedata.normalize("NFC", " ".join(kept.split()))
    if len(cleaned) > limit:
        raise InvalidValueError(
            field, text, f"too long ({len(cleaned)} characters)", f"expected at most {limit}"
        )
    if not is_plain and not has_ink(cleaned) and text.strip():
        raise InvalidValueError(field, text, "nothing in it can be seen", "type it again")
    return cleaned


def clean_name(field: str, text: str, limit: int = 300) -> str:
    """Clean the name of somebody or something; raise InvalidValueError when it is empty.

    A name has a letter or a digit: a key is made of them.
    """
    cleaned = clean_text(field, text, limit)
    # Folded, as a key is: the Arabic tatweel counts as a letter, and folding leaves nothing of it.
    if not any(character.isalnum() for character in fold(cleaned)):
        reason = "has no letter or digit" if cleaned else "is empty"
        raise InvalidValueError(field, text, reason, "give the name as it is to be printed")
    return cleaned


def lost_characters(text: str) -> list[str]:
    """Name the characters that `clean_text` leaves out: "U+200B ZERO WIDTH SPACE"."""
    if text.isascii():
        return []
    _, lost = _sort_out(text)
    return [f"U+{ord(one):04X} {unicodedata.name(one, 'unnamed')}" for one in dict.fromkeys(lost)]


def has_ink(text: str) -> bool:
    """Ask whether anything of a text can be seen."""
    if text.isascii() and text.isprintable():
        return not (text == "" or text.isspace())
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
    if word.isascii():
        return []
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
    if text.isprintable():
        return
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


def _sort_out(text: str) -> tuple[str, str]:
    """Part the NFC of a text into what stays and what is left out."""
    if text.isascii():
        return text, ""
    normal = unicodedata.normalize("NFC", text)
    if normal.isprintable() and not _HAS_FILLER.search(normal):  # no format character is printable
        return normal, ""
    kept: list[str] = []
    lost: list[str] = []
    for piece in _PIECES.finditer(normal):
        (kept if _is_kept(piece) else lost).append(piece[0])
    return "".join(kept), "".join(lost)


def _is_kept(piece: re.Match[str]) -> bool:
    character = piece[0][0]
    if character in _JOINERS:
        text, start, end = piece.string, piece.start(), piece.end()
        return _joins(text[max(start - 1, 0) : start], text[end : end + 1])
    if character in _FILLERS:
        return False
    return unicodedata.category(character) != "Cf" or character in _INKED_FORMATS


def _joins(before: str, after: str) -> bool:
    """Ask whether joiners stand between letters (or their marks) of scripts that need them."""
    return bool(before and after) and all(
        unicodedata.category(neighbour)[0] in "LM" and _script(neighbour) in _JOINING_SCRIPTS
        for neighbour in (before, after)
    )
