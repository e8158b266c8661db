"""What an office is called in blocks: by its name in any language, by its city, by its house."""

from collections.abc import Iterable

from pressdesk.model import Office
from pressdesk.text.folding import fold_words


def names_of(office: Office) -> set[str]:
    """Give all by which a block may call an office, folded: "Nairobi" alone, "IOM" alone."""
    return _own_names(office) | (
        {fold_words(office.organization)} if office.organization else set()
    )


def _own_names(office: Office) -> set[str]:
    """Give those that tell it from others of its house."""
    names = {fold_words(one) for one in (office.name, *office.names.values())}
    return names | ({fold_words(office.city)} if office.city else set())


class OfficeNames:
    """The names of all offices."""

    def __init__(self, offices: Iterable[Office]) -> None:
        self._known: set[str] = set()
        self._by_name: dict[str, list[Office]] = {}
        for office in offices:
            self._known |= names_of(office)
            for name in _own_names(office):
                self._by_name.setdefault(name, []).append(office)

    def __contains__(self, words: object) -> bool:
        """Ask whether folded words name an office, or its house."""
        return words in self._known

    def find(self, text: str | None) -> list[Office]:
        """Give the offices that a text names; a house's name alone names none of them."""
        return self._by_name.get(fold_words(text), []) if text else []
