"""Who is meant by WHO, --office or --successor: the same answer everywhere.

The first tier with a hit decides: code or key; exact name; name without the organisation's prefix;
city; beginning of any of these; any whole words of a name, in any order. Names in other languages
count in each, honorifics in none.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, Office
from pressdesk.text.folding import fold
from pressdesk.values.names import fold_name, telling_words

_MOST_CANDIDATES = 20
# What many names have is not sorted as a whole: the candidates are some of them.
_MOST_SORTED = 1000
AFTER_ALL = "\U0010ffff"

_HITS = """SELECT DISTINCT
    CASE WHEN hit.office_id IS NULL THEN 'contact' ELSE 'office' END AS subject,
    coalesce(hit.office_id, hit.contact_id) AS id, coalesce(o.code, c.key), coalesce(o.name, c.name)
FROM (SELECT a.office_id, a.contact_id FROM alias AS a WHERE {} LIMIT {}) AS hit
LEFT JOIN office AS o ON o.id = hit.office_id LEFT JOIN contact AS c ON c.id = hit.contact_id
ORDER BY coalesce(o.sort_text, c.sort_text), 3 LIMIT {}"""

_KEYS = "SELECT folded, office_id, contact_id FROM alias WHERE tier = 0 AND folded IN ({})"


class Subject(StrEnum):
    """What a name may stand for, in the words of messages."""

    OFFICE = "office"
    CONTACT = "contact"
    EITHER = "contact or office"


# What a text was said to mean where several were found: a code or key, and of what.
Picked = Mapping[tuple[str, str], tuple[str, str]]


class Hit(NamedTuple):
    """An office or a contact that goes by a name: row id, code or key, name."""

    subject: Subject
    row_id: int
    key: str
    name: str


def resolve(
    connection: sqlite3.Connection, text: str, wanted: Subject, *, suggest: bool = True
) -> Hit:
    """Find the one that is meant; raise NotFoundError (status 1) or AmbiguousError (3).

    suggest: look for names that are like one that nobody has.
    """
    hits = find_hits(connection, text, wanted)
    if len(hits) == 1:
        return hits[0]
    if hits:
        candidates = [(str(hit.subject), hit.key, hit.name) for hit in hits]
        is_cut = len(hits) > _MOST_CANDIDATES
        raise AmbiguousError(text, candidates[:_MOST_CANDIDATES], what=wanted, is_cut=is_cut)
    near: Sequence[str] = ()
    if suggest:
        from pressdesk.directory.who.near_names import find_near_names  # only a miss pays for it

        near = find_near_names(connection, text, wanted)
    raise NotFoundError(str(wanted), text, near)


def find_hits(connection: sqlite3.Connection, text: str, wanted: Subject) -> list[Hit]:
    """Return those who go by a name in the first tier in which anybody does, by name.

    At most one more than the candidates that are shown.
    """
    for condition, values in _tiers(text, wanted):
        if hits := select_hits(connection, condition, values, wanted):
            return hits
    return []


def find_by_key(
    connection: sqlite3.Connection, texts: Sequence[str]
) -> dict[str, tuple[Subject, int]]:
    """Find the subject and row id of those texts that are the code or key of exactly one.

    They are what `resolve` would find. texts: at most 900, which one statement may ask for.
    """
    by_key: dict[str, list[str]] = {}
    for text in texts:
        by_key.setdefault(_key(text), []).append(text)
    by_key.pop("", None)
    hits: dict[str, tuple[Subject, int]] = {}
    shared: set[str] = set()
    rows = connection.execute(_KEYS.format(", ".join("?" * len(by_key))), tuple(by_key))
    for folded, office_id, contact_id in rows:
        hit = (Subject.OFFICE, office_id) if contact_id is None else (Subject.CONTACT, contact_id)
        if hits.setdefault(folded, hit) != hit:
            shared.add(folded)
    return {text: hit for key, hit in hits.items() if key not in shared for text in by_key[key]}


def office_aliases(office: Office) -> list[tuple[str, int]]:
    """Return the folded names of an office, each with its tier."""
    names = [fold_name(name) for name in (office.name, *office.names.values())]
    prefix = fold_name(office.organization or "") + " "
    aliases = [(fold(office.code), 0), *((name, 1) for name in names)]
    aliases += [(name.removeprefix(prefix), 2) for name in names if name.startswith(prefix)]
    if office.city:
        aliases.append((fold_name(office.city), 3))
    return _distinct(aliases)


def contact_aliases(contact: Contact) -> list[tuple[str, int]]:
    """Return the folded names of a contact, each with its tier."""
    keys = (contact.key, *contact.former_keys)
    return _distinct([*((fold(key), 0) for key in keys), (fold_name(contact.name), 1)])


def _tiers(text: str, wanted: Subject) -> Iterator[tuple[str, Sequence[object]]]:
    """Yield the question of each tier; a key keeps its hyphens, a name is compared by its words."""
    key = _key(text)
    if not key:
        return
    yield "a.tier = 0 AND a.folded = ?", (key,)
    words = fold_name(text)  # which a key need not wait for
    if not words:
        return
    for tier in (1, 2, 3):
        yield f"a.tier = {tier} AND a.folded = ?", (words,)
    beginning = "(a.folded >= ? AND a.folded < ?)"
    # Keys have no spaces: "maria g m" begins the key maria-g-moreno.
    key = key.replace(" ", "-")
    yield (
        f"({beginning} OR {beginning})",
        (key, key + AFTER_ALL, words, words + AFTER_ALL),
    )
    yield _words_tier(text, wanted)


def _words_tier(text: str, wanted: Subject) -> tuple[str, Sequence[object]]:
    """Return the question for those of whose names the words of a text are whole words.

    The full-text index knows them, in the spellings of other scripts too.
    """
    from pressdesk.directory.search.words import asked_words  # a key does without

    words = telling_words(text)
    # Honorifics alone say nothing, but may be a surname: "Herr".
    alone = [] if words else fold_name(text).split()
    asked = " AND ".join(f'name : "{word}"' for word in asked_words(" ".join(words or alone)))
    rows = "SELECT {} FROM search WHERE search MATCH ? AND rowid {} LIMIT ?"
    columns = {
        Subject.CONTACT: [f"a.contact_id IN ({rows.format('rowid', '> 0')})"],
        Subject.OFFICE: [f"a.office_id IN ({rows.format('-rowid', '< 0')})"],
    }
    columns[Subject.EITHER] = columns[Subject.CONTACT] + columns[Subject.OFFICE]
    conditions = columns[wanted]
    named = " AND instr(' ' || a.folded || ' ', ?)" * len(alone)
    return (
        f"(a.tier = 1 AND ({' OR '.join(conditions)}){named})",
        (*(asked, _MOST_SORTED) * len(conditions), *(f" {word} " for word in alone)),
    )


def _key(text: str) -> str:
    key = fold(text.strip())
    # A byte that is no UTF-8 comes as a lone surrogate, for which SQLite cannot be asked.
    return key if key.isascii() else key.encode(errors="replace").decode()


def select_hits(
    connection: sqlite3.Connection,
    condition: str,
    values: Sequence[object],
    wanted: Subject,
    limit: int = _MOST_CANDIDATES + 1,
) -> list[Hit]:
    """Return those of whose aliases `a` a condition holds, by name; limit: the most of them."""
    only = {
        Subject.OFFICE: " AND a.office_id IS NOT NULL",
        Subject.CONTACT: " AND a.contact_id IS NOT NULL",
        Subject.EITHER: "",
    }
    query = _HITS.format(condition + only[wanted], max(limit, _MOST_SORTED), limit)
    rows = connection.execute(query, values)
    return [Hit(Subject(row[0]), *row[1:]) for row in rows]


def _distinct(aliases: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [alias for alias in dict.fromkeys(aliases) if alias[0]]
