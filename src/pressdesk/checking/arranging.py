"""Which text of somebody printed is the title and which the office: people turn them round."""

from collections.abc import Callable, Collection
from dataclasses import replace

from pressdesk.blocks.block import Entry
from pressdesk.values.folding import fold_words


def arrange(entry: Entry, is_office: Callable[[str], bool], titles: Collection[str] = ()) -> Entry:
    """Give an entry with its title and its office where they belong.

    is_office: asks whether a folded text names an office. titles: folded, those of the person.
    """
    title, office = (fold_words(one) if one else "" for one in (entry.title, entry.office))
    if is_office(office):
        return entry
    if is_office(title) or (office in titles and not title):
        return replace(entry, title=entry.office, office=entry.title)
    return entry
