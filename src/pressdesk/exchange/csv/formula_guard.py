"""Cells that a spreadsheet would take for a formula, and how they are kept from it.

One apostrophe goes before what looks like a formula, and before every text that looks like one with
apostrophes: so the guard can be taken off again without a doubt. `'s Gravesande` stays as it is.
"""

import re

_STARTS = r"[=+\-@\t\r\n＝＋－＠]"
_NEEDS_GUARD = re.compile(rf"'*{_STARTS}")
_HAS_GUARD = re.compile(rf"'+{_STARTS}")


def guard_cell(text: str) -> str:
    """Put the guard before a trimmed text that needs one; `unguard_cell` undoes it."""
    return f"'{text}" if _NEEDS_GUARD.match(text) else text


def unguard_cell(text: str) -> str:
    """Take one guard off."""
    return text[1:] if _HAS_GUARD.match(text) else text
