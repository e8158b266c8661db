"""What was left out or changed while a card was read: its warnings."""

import re
from collections import Counter

from pressdesk.exchange.columns import list_columns

# C0, DEL, C1, and the two line separators of Unicode.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# They are pictures, sounds and keys, or lead to some: nothing of that is opened or fetched.
_NEVER_OPENED = ("PHOTO", "LOGO", "SOUND", "KEY")


class Findings:
    """The warnings of one card, in the order in which they came, each once."""

    def __init__(self) -> None:
        self._left_out: Counter[str] = Counter()
        self._changed: dict[str, None] = {}

    def leave_out(self, name: str, times: int = 1) -> None:
        """Note that properties of this name were left out."""
        if times:
            self._left_out[name] += times

    def change(self, column: str, sentence: str) -> None:
        """Note that the value of a column was changed, or read in doubt."""
        self._changed[f"{column}: {sentence}"] = None

    def clean(self, column: str, text: str) -> str:
        """Give a text on one line: what is a control in it becomes one space, and is noted."""
        if _CONTROLS.search(text):
            words = _CONTROLS.sub(" ", text).split(" ")
            cleaned = " ".join(filter(None, words))
            if cleaned != text.strip("\r\n\t "):
                self.change(column, "a line break or control character became a space")
            text = cleaned
        return text.strip()

    def warnings(self) -> tuple[str, ...]:
        """Give a sentence for each change, and what was left out with its number."""
        sentences = list(self._changed)
        opened = {name: n for name, n in self._left_out.items() if name not in _NEVER_OPENED}
        closed = {name: n for name, n in self._left_out.items() if name in _NEVER_OPENED}
        for words, counted in (("left out", opened), ("left out, never opened", closed)):
            if counted:
                names = [name if n == 1 else f"{name} ({n})" for name, n in sorted(counted.items())]
                sentences.append(f"{words}: {list_columns(names)}")
        return tuple(sentences)
