"""Whether a line is running text, the end of a block, or may belong to one."""

import re
from functools import cache

from pressdesk.words import all_words

_VALUE = re.compile(
    r"@|\+ ?\d|\d(?:[ .()/–-]{0,3}\d){5}|(?:^|\s)[#xX] ?\d{2,6}\b|\[email"
    r"|\((?:at|AT)\)|\[at\]|: ?[/–-] ?\d\d|(?:[Tt]el|[Ff]ax|[Ff]on)\.? ?[–-] ?\d\d"
    rf"|\b(?i:{'|'.join(sorted(all_words('extension_words', 'alone')))})\b\.? ?-?\d{{1,6}}\b"
)
_CLOSINGS = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(all_words('about', '') | all_words('closings'))))})\b",
    re.IGNORECASE,
)
_VERBS = all_words("text_verbs")
_POSTAL = re.compile(
    r"\b\d{1,4}[a-z]?,? [A-Z][\w.' ]{2,30} "
    r"(?:St|Street|Rd|Road|Ave|Avenue|Blvd|Lane|Drive|Place|Square)\b"
    r"|\b(?:P\.? ?O\.? ?Box|G\.?P\.?O\.? Box|Postfach|B\.?P\.|Apartado|Casella)\b"
    r"|\b(?-i:[A-Z]{2,3}) \d{4,5}\b(?! \d)"
    r"|(?:straße|strasse|str\.|platz|weg|allee|rue|(?-i:Via)|calle|avenida|rua) ?[\w ]{0,30}\d",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"(?<!\S)\S+@\S+|https?://\S+|www\.\S+|(?<!\S)\S+ ?[\[({](?:at|AT|@)[\])}] ?\S+"
)
_REMARK = re.compile(r"\s*(?:note|nota|hinweis|remarque)\s?:", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


_ADVERT = re.compile(
    r"\bvacanc|\bapplications? clos|\bto apply\b|\bselection criteria|\bcurriculum vitae"
    r"|\bcover letter|\bsalary\b|\b(?:job|position) description|\bjob (?:number|reference|code)"
    r"|\b(?:about|on) (?:the|this) (?:position|vacancy|role|job)\b|\bcompetitive tender"
    r"|\bclosing date for\b|\bbewerbung(?:en|sfrist|sunterlagen)\b|\bstellenausschreibung"
    r"|\bcandidatures?\b|\blettre de motivation",
    re.IGNORECASE,
)
_NEAR_ADVERT = 300


def is_advert(before: str) -> bool:
    """Ask whether a text that ends where somebody is named speaks of a job or a tender."""
    return _ADVERT.search(before[-_NEAR_ADVERT:]) is not None


@cache
def _end_marks() -> frozenset[str]:
    return frozenset(mark.casefold() for mark in all_words("end_marks"))


def has_value(text: str) -> bool:
    """Ask whether an address or the digits of a number may stand in a text."""
    return _VALUE.search(text[:6000]) is not None


def is_end(line: str) -> bool:
    """Ask whether a line ends a block: an end mark, "About …", notes to editors."""
    short = line.strip(" *_").casefold()
    if short.rstrip(":.") in _end_marks() or short in _end_marks():
        return True
    if line.lstrip(" -—–>").startswith(">") or (line.startswith(">") and len(line) > 1):
        return True
    return _CLOSINGS.match(short) is not None and not (
        short.startswith("note") and len(short.split()) < 12 and ":" in short[:6]
    )


def is_letterhead(line: str) -> bool:
    """Ask whether a line gives a house with its postal address and numbers, all in one."""
    return has_value(line) and len(line.split()) >= 12 and _POSTAL.search(line) is not None


def is_prose(line: str) -> bool:
    """Ask whether a line is running text: many small words, or a verb among several."""
    if len(line) > 1500:
        return True
    if _REMARK.match(line) and len(line) < 90:
        return False
    words = _WORDS.findall(_VALUES.sub(" ", line))
    if len(words) < 6:
        return False
    small = sum(word.islower() for word in words)
    if not any(word[0].isupper() or word[0].islower() for word in words):
        return len(words) >= 12
    verbs = sum(word.lower() in _VERBS and word.islower() for word in words)
    if verbs and small >= 4 and (small / len(words) >= 0.4 or verbs > 1):
        return True
    return len(words) >= 10 and small / len(words) >= 0.6
