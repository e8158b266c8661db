"""Who is meant by WHO, --office or --successor: the same answer everywhere.

The first tier with a hit decides: code or key; exact name; name without the organisation's prefix;
city; beginning of any of these. Names in other languages count in each.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from pressdesk.errors import AmbiguousError, NotFoundError
from pressdesk.model import Contact, Office
from pressdesk.values.folding import fold, fold_words
from pressdesk.values.names import fold_name

_MOST_CANDIDATES = 20
_NEAR = 3
_NEAR_SCORE = 70
_MOST_COMPARED = 20_000
_AFTER_ALL = "\U0010ffff"

_HITS = """SELECT DISTINCT
    CASE WHEN a.office_id IS NULL THEN 'contact' ELSE 'office' END AS subject,
    coalesce(a.office_id, a.contact_id) AS id, coalesce(o.code, c.key), coalesce(o.name, c.name)
FROM alias AS a LEFT JOIN office AS o ON o.id = a.office_id
LEFT JOIN contact AS c ON c.id = a.contact_id
WHERE {} ORDER BY coalesce(o.sort_text, c.sort_text), 3 LIMIT {}"""

_KEYS = "SELECT folded, office_id, contact_id FROM alias WHERE tier = 0 AND folded IN ({})"


class Subject(StrEnum):
    """What a name may stand for, in the words of messages."""

    OFFICE = "office"
    CONTACT = "contact"
    EITHER = "contact or office"


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
    for condition, values in _tiers(text):
        hits = _find(connection, condition, values, wanted)
        if len(hits) == 1:
            return hits[0]
        if hits:
            candidates = [(hit.key, hit.name) for hit in hits[:_MOST_CANDIDATES]]
            raise AmbiguousError(text, candidates, is_cut=len(hits) > _MOST_CANDIDATES)
    near = find_near_names(connection, text, wanted) if suggest else []
    raise NotFoundError(str(wanted), text, near)


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


def find_near_names(connection: sqlite3.Connection, text: str, wanted: Subject) -> list[str]:
    """Give up to three names that look like the text, the nearest first."""
    from rapidfuzz import fuzz, process  # only a miss pays for it

    words = fold_words(text)
    if not words:
        return []
    hits = _find(connection, *_likely(connection, words), wanted, limit=_MOST_COMPARED)
    names = list(dict.fromkeys(hit.name for hit in hits))
    folded = [fold_words(name) for name in names]
    best = process.extract(words, folded, scorer=fuzz.WRatio, score_cutoff=_NEAR_SCORE, limit=_NEAR)
    return [names[place] for _, _, place in best]


def _likely(connection: sqlite3.Connection, words: str) -> tuple[str, Sequence[object]]:
    """Choose which names are compared: all of them, in a large directory those that begin alike."""
    (largest,) = connection.execute("SELECT coalesce(max(id), 0) FROM alias").fetchone()
    if largest <= _MOST_COMPARED:
        return "1", ()
    beginnings = dict.fromkeys(word[:2] for word in words.split())
    asked = " OR ".join(f'name : "{beginning}" *' for beginning in beginnings)
    rows = "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"
    near = "a.folded >= ? AND a.folded < ?"
    return (
        f"(a.tier = 1 AND (a.contact_id IN ({rows}) OR ({near})))",
        (asked, _MOST_COMPARED // 2, words[:1], words[:1] + _AFTER_ALL),
    )


def office_aliases(office: Office) -> list[tuple[str, int]]:
    """Give the folded names of an office, each with its tier."""
    names = [fold_words(name) for name in (office.name, *office.names.values())]
    prefix = fold_words(office.organization or "") + " "
    aliases = [(fold(office.code), 0), *((name, 1) for name in names)]
    aliases += [(name.removeprefix(prefix), 2) for name in names if name.startswith(prefix)]
    if office.city:
        aliases.append((fold_words(office.city), 3))
    return _distinct(aliases)


def contact_aliases(contact: Contact) -> list[tuple[str, int]]:
    """Give the folded names of a contact, each with its tier."""
    return _distinct([(fold(contact.key), 0), (fold_name(contact.name), 1)])


def _tiers(text: str) -> Iterator[tuple[str, Sequence[object]]]:
    """Give the question of each tier; a key keeps its hyphens, a name is compared by its words."""
    key = _key(text)
    words = fold_words(text)
    if not key:
        return
    yield "a.tier = 0 AND a.folded = ?", (key,)
    if not words:
        return
    for tier in (1, 2, 3):
        yield f"a.tier = {tier} AND a.folded = ?", (words,)
    beginning = "(a.folded >= ? AND a.folded < ?)"
    yield (
        f"({beginning} OR {beginning})",
        (key, key + _AFTER_ALL, words, words + _AFTER_ALL),
    )


def _key(text: str) -> str:
    key = fold(text.strip())
    # A byte that is no UTF-8 comes as a lone surrogate, for which SQLite cannot be asked.
    return key if key.isascii() else key.encode(errors="replace").decode()


def _find(
    connection: sqlite3.Connection,
    condition: str,
    values: Sequence[object],
    wanted: Subject,
    limit: int = _MOST_CANDIDATES + 1,
) -> list[Hit]:
    only = {
        Subject.OFFICE: " AND a.office_id IS NOT NULL",
        Subject.CONTACT: " AND a.contact_id IS NOT NULL",
        Subject.EITHER: "",
    }
    rows = connection.execute(_HITS.format(condition + only[wanted], limit), values)
    return [Hit(Subject(row[0]), *row[1:]) for row in rows]


def _distinct(aliases: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return [alias for alias in dict.fromkeys(aliases) if alias[0]]
