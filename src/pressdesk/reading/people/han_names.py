"""Names in Chinese characters: a few of them, with no word of a house or a duty."""

import re
from typing import NamedTuple

from pressdesk.words import all_words

_NAME = (
    r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,6})?"
    r"|[\u3400-\u9fff]{1,3} [\u3040-\u30ff\u3400-\u9fff]{1,4}"
)
_WHOLE = re.compile(_NAME)
# "広報担当 佐藤 健": who answers stands behind the duty.
_IN_CHARGE = re.compile(
    rf"(?:担当者?|联系人|聯絡人|負責人|负责人)[:： ]{{0,2}}({_NAME}|[\u3400-\u9fff])"
)
_TITLES = sorted(all_words("han_words", "title"))
_OTHERS = all_words("han_words", "")


class HanName(NamedTuple):
    """A name, and what stands before and after it."""

    name: str
    before: str
    after: str


def find_han_name(text: str) -> HanName | None:
    """Find the name that a text is, or that follows who is in charge."""
    stripped = text.strip()
    if stripped.isascii():
        return None
    before = ""
    if found := _IN_CHARGE.search(stripped):
        before, stripped = stripped[: found.start(1)].strip(), stripped[found.start(1) :]
    name = stripped
    for title in _TITLES:
        name = name.removesuffix(title)
    name = name.strip()
    fits = (found is not None and len(name) == 1) or _WHOLE.fullmatch(name)
    if not name or not fits or any(one in name for one in _OTHERS):
        return None
    return HanName(name, before, stripped.removeprefix(name).strip())
