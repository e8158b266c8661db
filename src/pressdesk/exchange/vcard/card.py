"""The properties of one card, by name; what nobody asks for is left out, with a warning."""

import re
from collections import Counter

from pressdesk.exchange.columns import list_columns
from pressdesk.exchange.report import Problem
from pressdesk.exchange.vcard.property import Property
from pressdesk.model.fields import VCARD_PREFIX

# What speaks of the card and not of the contact.
_BOOKKEEPING = frozenset(
    {"VERSION", "PRODID", "UID", "REV", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "PROFILE",
     "CLIENTPIDMAP", "SORT-STRING", "X-ABUID", "X-KIND"}
)  # fmt: skip
_OURS = "-//pressdesk//"
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
        """Return a text on one line: what is a control in it becomes one space, and is noted."""
        if _CONTROLS.search(text):
            words = _CONTROLS.sub(" ", text).split(" ")
            cleaned = " ".join(filter(None, words))
            if cleaned != text.strip("\r\n\t "):
                self.change(column, "a line break or control character became a space")
            text = cleaned
        return text.strip()

    def warnings(self) -> tuple[str, ...]:
        """Return a sentence for each change, and what was left out with its number."""
        sentences = list(self._changed)
        opened = {name: n for name, n in self._left_out.items() if name not in _NEVER_OPENED}
        closed = {name: n for name, n in self._left_out.items() if name in _NEVER_OPENED}
        for words, counted in (("left out", opened), ("left out, never opened", closed)):
            if counted:
                names = [name if n == 1 else f"{name} ({n})" for name, n in sorted(counted.items())]
                sentences.append(f"{words}: {list_columns(names)}")
        return tuple(sentences)


class Card:
    """One card while it is read.

    problem: why a value that is needed cannot be read; the first one found.
    """

    def __init__(self, properties: list[Property]) -> None:
        self.properties = properties
        self.findings = Findings()
        self.problem: Problem | None = None
        self._taken = set(_BOOKKEEPING)
        self._by_name: dict[str, list[Property]] = {}
        self._by_group: dict[str, list[Property]] = {}
        for prop in properties:
            self._by_name.setdefault(prop.name, []).append(prop)
            self._by_group.setdefault(prop.group, []).append(prop)
        products = self._by_name.get("PRODID", ())
        self.is_ours = any(prop.value.startswith(_OURS) for prop in products) or any(
            name.startswith(VCARD_PREFIX) for name in self._by_name
        )

    def take(self, name: str) -> list[Property]:
        """Return the properties of a name, preferred ones first; those of bytes are left out."""
        self._taken.add(name)
        those = self._by_name.get(name)
        if not those:
            return []
        texts = [prop for prop in those if not prop.is_data]
        if len(texts) < len(those):
            self.findings.leave_out(name, len(those) - len(texts))
            self._by_name[name] = texts
        return sorted(texts, key=lambda prop: prop.preference)

    def forget(self, prop: Property) -> None:
        """Take a property away."""
        self._by_name[prop.name] = [
            other for other in self._by_name[prop.name] if other is not prop
        ]

    def first(self, column: str, name: str) -> str:
        """Return the text of the first property of a name, or an empty one."""
        those = self.take(name)
        return self.text(column, those[0]) if those else ""

    def in_group(self, group: str, name: str) -> list[Property]:
        """Return the properties of a name that stand in a group."""
        self._taken.add(name)
        return [prop for prop in self._by_group.get(group, ()) if prop.name == name]

    def text(self, column: str, prop: Property) -> str:
        """Return the whole value as a clean text."""
        self.check(prop, column)
        return self.findings.clean(column, prop.text)

    def check(self, prop: Property, column: str) -> None:
        """Note what is wrong or in doubt with the encoding of a value that is needed."""
        if prop.problem and self.problem is None:
            self.problem = Problem(column, f"{prop.name} {prop.problem}")
        if prop.warning:
            self.findings.change(column, prop.warning)

    def leave_out_rest(self) -> None:
        """Note all properties that nobody asked for."""
        for name, those in self._by_name.items():
            if name not in self._taken:
                self.findings.leave_out(name, len(those))
