"""Tokens that belong together: one entry for each person or desk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pressdesk.reading.cut.pieces import NEW_LINE, Token
from pressdesk.reading.find.lead_ins import LeadIn
from pressdesk.reading.people.names import score_person
from pressdesk.reading.vocabulary import DESK_WORDS, TITLE_WORDS
from pressdesk.text.folding import fold_words

VALUES = frozenset({"email", "phone", "extension"})
_PARTS = NEW_LINE | {"wide", "semicolon", "stop"}


@dataclass(slots=True)
class Entry:
    """What was said about one person or desk.

    names: several share all values. others: more lines that look like a person, before any value.
    heading: above it, "Investors:". lead: the phrase that it stands under. is_apart: a blank line
    stands before it.
    """

    names: list[Token] = field(default_factory=list)
    others: list[Token] = field(default_factory=list)
    texts: list[Token] = field(default_factory=list)
    values: list[Token] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    heading: Token | None = None
    lead: LeadIn | None = None
    is_apart: bool = False
    start: int = 0
    is_opened: bool = False

    @property
    def is_empty(self) -> bool:
        """Ask whether nothing was said yet."""
        return not (self.names or self.texts or self.values or self.fields)


class Grouping:
    """The entries so far, and the one that is being filled."""

    def __init__(self, lead: LeadIn | None) -> None:
        self.entries: list[Entry] = []
        self.heading: Token | None = None
        self.lead = lead
        self.field: Token | None = None
        self.current = Entry(lead=lead)
        self.pending_join = ""

    def close(self, token: Token) -> None:
        """End the entry that has values or names; the next one begins with a token."""
        if not self.current.is_empty:
            self.entries.append(self.current)
        self.current = Entry(
            lead=self.lead, heading=self.heading, is_apart=token.join == "blank", start=token.start
        )

    def add(self, token: Token) -> None:
        """Take the next token."""
        if self.pending_join:
            token = token._replace(join=self.pending_join)
            self.pending_join = ""
        if token.kind == "text" and not token.text:
            self.pending_join = token.join
            return
        if self.current.is_empty:
            self.current.start = token.start
        _TAKE[token.kind](self, token)

    def take_value(self, token: Token) -> None:
        """Take an address or a number."""
        self.field = None
        self.current.values.append(token)

    def take_lead(self, token: Token) -> None:
        """Take a phrase that opens a block: it ends what was said before."""
        if (
            token.label == "soft"
            and token.join in ("line", "pipe")
            and self.current.names
            and not self.current.values
        ):
            self.take_text(token)  # "Press Office", below the name
            return
        self.heading = None
        self.lead = token.lead
        if self.current.values or self.current.names:
            self.close(token)
        self.current.lead = token.lead
        self.current.heading = None
        self.current.is_opened = True

    def take_heading(self, token: Token) -> None:
        """Take "Investors:": it stands over what follows."""
        if self.current.values and token.text[:1].islower() and not _names_desk(token):
            self.current.texts.append(token)  # "…, when travelling: +41 …"
            return
        if self.current.values or (self.current.names and token.join in NEW_LINE):
            self.close(token)
        self.heading = token
        self.current.heading = token

    def take_field(self, token: Token) -> None:
        """Take the label of a form: the next text is its value."""
        if token.label == "name" and (self.current.values or self.current.names):
            self.close(token)
        self.field = token

    def take_person(self, token: Token) -> None:
        """Take a name: of a new entry, of one who shares the values, or another line."""
        field, current = self.field, self.current
        if field and _is_heading_above(field, token, current):
            self.take_heading(field._replace(kind="heading"))
        elif field and field.label != "name":
            self.take_text(token)
            return
        self.field = None
        current = self.current
        if current.values:
            self.close(token)
            self.current.names.append(token)
        elif not current.names or self.shares_values(token):
            self.take_beside(token)
        elif token.join in NEW_LINE or token.join in ("dash", "semicolon", "wide"):
            current.others.append(token)
        elif score_person(token.text, []) > score_person(current.names[0].text, []):
            current.others.append(token)  # "Beispiel Verband, Markus Lehmann"
        else:
            current.texts.append(token)

    def take_beside(self, token: Token) -> None:
        """Take a name into the row of names; what stood above the row was a house."""
        current = self.current
        if current.others:
            current.texts += [*current.names, *current.others[:-1]]
            current.names, current.others = [current.others[-1]], []
        current.names.append(token)

    def shares_values(self, token: Token) -> bool:
        """Ask whether a name stands beside another: "A and B", "A / B", not "A / title / house"."""
        said = [one for one in self.current.texts if one.kind != "aside"]
        last = self.current.names[-1]
        is_beside = not said or said[-1].start < last.start
        if token.join in ("pipe", "comma"):  # often what parts a person from a house
            is_beside = is_beside and min(score_person(one.text, []) for one in (last, token)) > 0
        return token.join == "and" or (token.join in ("slash", "pipe", "comma") and is_beside)

    def take_text(self, token: Token) -> None:
        """Take words that are no name: they may begin the next entry."""
        if self.field:
            self.current.fields.setdefault(self.field.label or "", token.text)
            self.field = None
            return
        if (self.current.values and (token.join in _PARTS or _is_next_desk(token))) or (
            token.join == "blank" and self.is_below_house()
        ):
            self.close(token)
        self.current.texts.append(token)

    def is_below_house(self) -> bool:
        """Ask whether people are named right below a house whose number stands beside it."""
        current, above = self.current, self.entries[-1:]
        return bool(above) and not current.values and shares_house(current, above[0])

    def take_aside(self, token: Token) -> None:
        """Take words in brackets: they belong to what stands before."""
        self.current.texts.append(token)

    def pass_over(self, token: Token) -> None:
        """Take what says nothing about anybody: a link, an address that a page hides."""

    def take_named_heading(self, token: Token) -> None:
        """Take "Neil Payton:": who it is shows in what follows."""
        self.take_person(token._replace(kind="person"))


_TAKE: dict[str, Callable[[Grouping, Token], None]] = {
    "email": Grouping.take_value, "phone": Grouping.take_value, "extension": Grouping.take_value,
    "lead": Grouping.take_lead, "heading": Grouping.take_heading, "field": Grouping.take_field,
    "person": Grouping.take_person, "text": Grouping.take_text, "aside": Grouping.take_aside,
    "named-heading": Grouping.take_named_heading,
    "hidden": Grouping.pass_over, "link": Grouping.pass_over,
}  # fmt: skip


def group_tokens(tokens: Iterable[Token], lead: LeadIn | None) -> list[Entry]:
    """Group the tokens of a region into entries, in order."""
    listed = _settled(list(tokens))
    grouping = Grouping(lead)
    for token in listed:
        grouping.add(token)
    if not grouping.current.is_empty:
        grouping.entries.append(grouping.current)
    return grouping.entries


def _is_heading_above(field: Token, person: Token, current: Entry) -> bool:
    """Ask whether a label has somebody below it, and no house: "Department: Beth Swann 02 …"."""
    if field.label == "office":
        return bool(current.values) or current.is_empty
    return field.label == "organization" and score_person(person.text, []) > 0


def _names_desk(token: Token) -> bool:
    return not DESK_WORDS.isdisjoint(fold_words(token.text).split())


def shares_house(entry: Entry, above: Entry) -> bool:
    """Ask whether people stand below a house, and its number is theirs: "Bellgate PR  Tel: …"."""
    words = {word for token in above.texts for word in fold_words(token.text).split()}
    is_house = bool(above.values and words) and not (above.names or above.fields)
    return (
        is_house
        and words.isdisjoint(DESK_WORDS)
        and bool(entry.names)
        and not (entry.is_apart or entry.is_opened)
    )


def _is_next_desk(token: Token) -> bool:
    """Ask whether a conjunction brings a desk: "…, or the press office, 030 …"."""
    words = set(fold_words(token.text).split())
    return token.join == "and" and bool(words & DESK_WORDS) and not words & TITLE_WORDS


def _settled(tokens: list[Token]) -> list[Token]:
    """Tell a person ("Bernice McLeary: 02 …") from a heading ("Grainbridge Care: Bernice …")."""
    settled = list(tokens)
    for place, token in enumerate(tokens):
        if token.kind == "named-heading":
            after = tokens[place + 1].kind if place + 1 < len(tokens) else ""
            is_heading = (
                after == "person" and tokens[place + 1].join not in NEW_LINE
            ) or after == "heading"
            settled[place] = token._replace(kind="heading" if is_heading else token.kind)
    return settled
