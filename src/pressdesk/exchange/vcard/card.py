"""The properties of one card, asked for by name; what nobody asks for is left out by name."""

from pressdesk.exchange.report import Problem
from pressdesk.exchange.vcard.findings import Findings
from pressdesk.exchange.vcard.property import Property
from pressdesk.model.fields import VCARD_PREFIX

# What speaks of the card and not of the contact.
_BOOKKEEPING = frozenset(
    {"VERSION", "PRODID", "UID", "REV", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "PROFILE",
     "CLIENTPIDMAP", "SORT-STRING", "X-ABUID", "X-KIND"}
)  # fmt: skip
_OURS = "-//pressdesk//"


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
        for one in properties:
            self._by_name.setdefault(one.name, []).append(one)
            self._by_group.setdefault(one.group, []).append(one)
        products = self._by_name.get("PRODID", ())
        self.is_ours = any(one.value.startswith(_OURS) for one in products) or any(
            name.startswith(VCARD_PREFIX) for name in self._by_name
        )

    def take(self, name: str) -> list[Property]:
        """Give the properties of a name, preferred ones first; those of bytes are left out."""
        self._taken.add(name)
        those = self._by_name.get(name)
        if not those:
            return []
        texts = [one for one in those if not one.is_data]
        if len(texts) < len(those):
            self.findings.leave_out(name, len(those) - len(texts))
            self._by_name[name] = texts
        return sorted(texts, key=lambda one: one.preference)

    def forget(self, one: Property) -> None:
        """Take a property away."""
        self._by_name[one.name] = [other for other in self._by_name[one.name] if other is not one]

    def first(self, column: str, name: str) -> str:
        """Give the text of the first property of a name, or an empty one."""
        those = self.take(name)
        return self.text(column, those[0]) if those else ""

    def in_group(self, group: str, name: str) -> list[Property]:
        """Give the properties of a name that stand in a group."""
        self._taken.add(name)
        return [one for one in self._by_group.get(group, ()) if one.name == name]

    def text(self, column: str, one: Property) -> str:
        """Give the whole value as a clean text."""
        self.check(one, column)
        return self.findings.clean(column, one.text)

    def check(self, one: Property, column: str) -> None:
        """Note what is wrong or in doubt with the encoding of a value that is needed."""
        if one.problem and self.problem is None:
            self.problem = Problem(column, f"{one.name} {one.problem}")
        if one.warning:
            self.findings.change(column, one.warning)

    def leave_out_rest(self) -> None:
        """Note all properties that nobody asked for."""
        for name, those in self._by_name.items():
            if name not in self._taken:
                self.findings.leave_out(name, len(those))
