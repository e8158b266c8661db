"""Values of one JSON object as texts, and what was found on the way: its problem, its warnings."""

import re
from collections.abc import Mapping, Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from pressdesk.exchange.report import Problem
from pressdesk.model.fields import NUMBER_COLUMNS, OFFICE, ROW
from pressdesk.model.kinds import BETWEEN_VALUES
from pressdesk.text.visible import quoted

# What breaks a line: it becomes a space. Other controls are refused.
_LINE_ENDS = re.compile(r"[\r\n\x85\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Half of a pair (\ud83d), which strict.py refuses: no file of refused rows can hold it.
_HALF = re.compile(r"[\ud800-\udfff]")
# ";ext=" belongs to its number (RFC 3966).
_SEMICOLON = re.compile(r";(?!\s*ext\s*=)", re.IGNORECASE)
# Of a phone number, a number that is no text may have lost something; of a count, nothing.
_PHONES = NUMBER_COLUMNS | {"ext", "internal"}
_COUNTS = frozenset(field.column for field in (*ROW, *OFFICE) if field.kind.is_count)
_KINDS = {bool: "true or false", float: "a decimal number", int: "a number",
          list: "an array", dict: "an object"}  # fmt: skip


@dataclass(slots=True)
class Reading:
    """What was found in one object.

    problem: the first that refuses it. warnings: each once. ignored: keys that say nothing to us.
    """

    problem: Problem | None = None
    warnings: dict[str, None] = field(default_factory=dict)
    ignored: dict[str, None] = field(default_factory=dict)

    def refuse(self, column: str, reason: str) -> None:
        """Note why the object is refused; the first reason stays."""
        self.problem = self.problem or Problem(column, reason)

    def warn(self, column: str, sentence: str) -> None:
        """Note that a value was changed, or read in doubt."""
        self.warnings[f"{column}: {sentence}"] = None

    def text(self, column: str, value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
        """Return a value as clean text, "" for null; if refused, what a file can hold of it."""
        if value is None:
            return ""
        if isinstance(value, str):
            return self._clean(column, value)
        if isinstance(value, (list, dict)):
            self.refuse(column, f"is {_KINDS[type(value)]}; expected text in quotation marks")
            return ""
        is_number = isinstance(value, int) and not isinstance(value, bool)
        if is_number and column in _PHONES:
            self.warn(column, f"{value} is no text; zeros and a + before it may be lost")
        elif not is_number or column not in _COUNTS:
            self.refuse(
                column,
                f"{quoted(str(value))}: is {_KINDS[type(value)]}; write it in quotation marks",
            )
        return str(value)

    def joined(self, column: str, values: Any) -> str:  # noqa: ANN401  # whatever JSON holds
        """Return an array as one text, its values parted as in a cell; anything else as text."""
        if not isinstance(values, list):
            return self.text(column, values)
        texts = [self.text(column, value) for value in values]
        for text in texts:
            if _SEMICOLON.search(text):
                self.warn(column, f"{quoted(text)}: the semicolon parts it into several values")
        # Places that are empty in all of them make an empty cell, as in flatten_contact.
        return BETWEEN_VALUES.join(texts).strip() if any(texts) else ""

    def flag(self, column: str, value: Any) -> bool:  # noqa: ANN401  # whatever JSON holds
        """Return true or false; anything else is refused, for it says who may see something."""
        if not isinstance(value, bool):
            self.refuse(column, "is neither true nor false")
        return value is True

    def objects(self, column: str, values: Any) -> list[dict[str, Any]]:  # noqa: ANN401
        """Return an array of objects; null is none."""
        if values is None:
            return []
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.refuse(column, "expected an array of objects, as `pressdesk export` writes it")
            return []
        return values

    def members(self, column: str, value: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return an object; null is an empty one."""
        if value is None or isinstance(value, dict):
            return value or {}
        self.refuse(column, "expected an object, as `pressdesk export` writes it")
        return {}

    def ignore_others(self, data: Mapping[str, Any], known: AbstractSet[str]) -> None:
        """Note the keys that are none of ours."""
        self.ignored.update(dict.fromkeys(key for key in data if key not in known))

    def _clean(self, column: str, value: str) -> str:
        if value.isprintable():  # nearly all are: no control, no line end, no half
            return value.strip()
        lines = [line.strip(" \t") for line in _LINE_ENDS.split(value)]
        text = " ".join(filter(None, lines)).strip()
        if control := _CONTROL.search(text):
            code = f"U+{ord(control[0]):04X}"
            reason = f"{quoted(text)}: contains a control character ({code}); type it again"
            self.refuse(column, reason)
        elif len(lines) > 1 and text:
            self.warn(column, "a line break in the value became a space")
        return _HALF.sub("\ufffd", text)
