"""A name in the parts that address books have columns for, and the parts as a name again."""

from typing import NamedTuple

from pressdesk.model import Contact, ContactKind


class NameParts(NamedTuple):
    """A name in columns; an empty part is an empty cell."""

    given: str = ""
    middle: str = ""
    family: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


def name_parts(contact: Contact) -> NameParts:
    """Return the parts of a contact's name as stored, else split at the last word.

    A desk's name is the family name: every program shows that alone as it is and sorts by it, and
    no mail merge greets the "Press Office" as "Dear Press". The company's column is the
    organization's.
    """
    if contact.kind is ContactKind.DESK:
        return NameParts(family=contact.name)
    return split_name(contact.name, contact.given_name, contact.family_name)


def split_name(name: str, given: str | None = None, family: str | None = None) -> NameParts:
    """Split a name; given, family: as stored.

    What stands between and behind them becomes middle name and suffix, unless the parts do not
    follow each other in the name at all.
    """
    if given == name and not family:
        return NameParts(given)
    family = family or name.rsplit(maxsplit=1)[-1]
    before, found, after = (part.strip() for part in f" {name} ".rpartition(f" {family} "))
    if not given:
        if not found:
            return NameParts(" ".join(name.split()[:-1]), "", family)
        # The family name stands first in China, Hungary, Korea.
        return NameParts(before, "", family, after) if before else NameParts(after, "", family)
    if found and f"{before} ".startswith(f"{given} "):
        return NameParts(given, before[len(given) :].strip(), family, after)
    return NameParts(given, "", family)


def join_name(parts: NameParts, printed: str = "") -> dict[str, str]:
    """Return the columns name, given_name and family_name.

    printed: the name as the program shows it; it decides the order of the same words, no more
    ("Moreno, Maria" is how a list sorts). Parts that a split of the name gives anyhow are left
    out: so what was never stored is not stored because it went through an address book.
    """
    name = str(parts)
    if not name or sorted(printed.split()) == sorted(name.split()):
        name = printed or name
    if not name:
        return {}
    texts = {"name": name}
    if parts.given and parts.family:
        if parts.family != name.split()[-1]:
            texts["family_name"] = parts.family
        if parts.given != split_name(name, None, texts.get("family_name")).given:
            texts["given_name"] = parts.given
    return texts
