"""Rows of people who are not to get mail, as the file of a preset says."""

import re
from collections.abc import Mapping

from pressdesk.exchange.presets.reading import Findings, fold_header
from pressdesk.exchange.report import Problem


class Refusal:
    """Whose rows are refused, and why; columns: the folded headers that tell."""

    def __init__(self, parts: Mapping[str, Mapping[str, str]]) -> None:
        reasons = parts.get("refused columns", {})
        self._reasons = {fold_header(column): reason for column, reason in reasons.items()}
        self._statuses = parts.get("refused statuses", {})
        words = "|".join(map(re.escape, parts.get("refused files", {}))) or "(?!)"
        self._files = re.compile(rf"({words})(?![a-z])", re.IGNORECASE)
        self._called = parts["program"]["called"]
        self.columns = frozenset(self._reasons)

    def find(self, row: Mapping[str, str], found: Findings, file_name: str) -> Problem | None:
        """Return why somebody is not to get mail, or None."""
        reason = next((why for column, why in self._reasons.items() if column in row), None)
        status = found.status.casefold()
        if status in self._statuses:
            reason = f"is {status} in {self._called}"
        if match := self._files.match(re.split(r"[/\\]", file_name)[-1]):
            people = match[1].casefold()
            reason = f"stands in {self._called}'s file of {people} people"
        if reason is None:
            return None
        who = found.first_email or "the contact"
        return Problem("email", f"{who} {reason}, and is not imported")
