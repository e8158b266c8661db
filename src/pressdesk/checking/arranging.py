"""Which text of somebody printed is the title and which the office: people turn them round."""

from collections.abc import Collection, Container

from pressdesk.blocks.block import Entry
from pressdesk.text.folding import fold_words


def arrange(
    entry: Entry,
    offices: Container[str],
    titles: Collection[str] = (),
    own_offices: Collection[str] = (),
) -> Entry:
    """Give an entry with its title and its office where they belong.

    offices: folded names of all. titles, own_offices: folded, those of the person: where one text
    says both, as "Spokesperson, IOM Geneva" does, there is nothing more to say of either.
    """
    title, office = (fold_words(one) if one else "" for one in (entry.title, entry.office))
    if titles and own_offices:
        both = {f"{one} {other}" for one in titles for other in own_offices}
        if title in both and not office:
            return entry._replace(title=None)
        if office in both and not title:
            return entry._replace(office=None)
    if office in offices:
        return entry
    if title in offices or (office in titles and not title):
        return entry._replace(title=entry.office, office=entry.title)
    return entry
