"""Asking the index: hits in tiers, each by sort name, without reading more than is shown.

Few hits of a tier come from the full-text index and are sorted. Where there are many, the beginning
of the directory is read in the order of the list first: a term that many contacts have fills the
page there. So the time depends on the page, not on the directory.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pressdesk.directory.search.query import (
    NAME_FIELDS,
    PLACE_FIELDS,
    WORD_FIELDS,
    Query,
    Term,
    Wanted,
    parse_query,
)
from pressdesk.directory.search.words import asked_words
from pressdesk.values.names import fold_name

# Contacts that are read in the order of the list before the index is asked.
_SAMPLE = 1000
# Hits of the index that are sorted without a second thought.
_MANY = 300
# "a word that begins so", in the language of FTS5; a quoted word holds no asterisk.
_STAR = " *"
_TIERS: tuple[Sequence[str], ...] = (NAME_FIELDS, PLACE_FIELDS, WORD_FIELDS)

_ALL = "SELECT c.id FROM contact AS c WHERE"
_EXACT = """SELECT DISTINCT c.id FROM alias AS a JOIN contact AS c ON c.id = a.contact_id
WHERE a.folded IN (?, ?) AND"""
_SAMPLED = f"""SELECT c.id FROM (
    SELECT id, sort_text, key FROM contact ORDER BY sort_text, key LIMIT {_SAMPLE}
) AS c JOIN search AS s ON s.rowid = c.id WHERE"""  # noqa: S608  # a number of ours
_COUNTED = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
_INDEXED = """SELECT c.id FROM search JOIN contact AS c ON c.id = search.rowid
WHERE search MATCH ? AND"""

_AT = "EXISTS (SELECT 1 FROM {} AS p JOIN office AS o ON o.id = p.office_id WHERE {})"
_HAS_ROTA = """EXISTS (SELECT 1 FROM rota AS r JOIN contact AS rc ON rc.id = r.contact_id
    WHERE r.office_id = o.id AND r.starts_on <= ? AND r.ends_on >= ?
    AND (rc.left_on IS NULL OR rc.left_on > ?))"""
_UNVERIFIED = """(EXISTS (SELECT 1 FROM email AS e WHERE e.contact_id = c.id
    AND coalesce(e.verified_on, '') < ?) OR EXISTS (SELECT 1 FROM phone AS f
    WHERE f.contact_id = c.id AND coalesce(f.verified_on, '') < ?))"""


class Search(NamedTuple):
    """A question to the directory.

    terms: arguments as they were typed. limit: the most contacts that are given; None gives all.
    office: a code. country: alpha-2. language: BCP 47, spoken. topic: as it is stored, or its
    beginning. on: only those on duty that day. unverified_since: only those with an address or a
    number that nobody verified on that day or later.
    """

    terms: tuple[str, ...] = ()
    limit: int | None = None
    office: str | None = None
    country: str | None = None
    language: str | None = None
    topic: str | None = None
    on: date | None = None
    unverified_since: date | None = None


def find_ids(connection: sqlite3.Connection, search: Search) -> list[int]:
    """Give the row ids of the hits: exact key or name; words of it; office or city; the rest."""
    narrowing = _narrowing(search)
    if not search.terms:
        return _rows(connection, _ALL, narrowing, [], search.limit)
    found: dict[int, None] = {}
    for row_id in _tiers(connection, search, narrowing):
        found[row_id] = None
        if len(found) == search.limit:
            break
    return list(found)


def _tiers(
    connection: sqlite3.Connection, search: Search, narrowing: "_Narrowing"
) -> Iterator[int]:
    """Give the hits of tier after tier; a later tier repeats those of the earlier ones."""
    query = parse_query(search.terms)
    if query.plain:
        keys = [fold_name(" ".join(search.terms)), query.plain.replace(" ", "-")]
        yield from _rows(connection, _EXACT, narrowing, keys, None)
    if not query.alternatives:
        return
    repeated = 0
    for fields in _TIERS:
        # What the earlier tiers gave comes again: the page must hold those and the new ones.
        page = None if search.limit is None else search.limit + repeated
        hits = _tier(connection, query, fields, narrowing, page)
        repeated = len(hits)
        yield from hits


def _tier(
    connection: sqlite3.Connection,
    query: Query,
    fields: Sequence[str],
    narrowing: "_Narrowing",
    page: int | None,
) -> list[int]:
    """Give the hits of one tier by sort name: from the beginning of the list, else by the index."""
    expression = _expression(query, fields)
    # Whole words are counted first: to open a beginning, the index merges all words that it has.
    whole = expression.replace(_STAR, "")
    if page is not None and (_has_many(connection, whole) or _has_many(connection, expression)):
        matches, needles = _condition(query, fields)
        sampled = narrowing.also(matches, needles)
        hits = _rows(connection, _SAMPLED, sampled, [], page)
        if len(hits) == page:
            return hits
    return _rows(connection, _INDEXED, narrowing, [expression], page)


def _has_many(connection: sqlite3.Connection, expression: str) -> bool:
    """Ask whether so many match that sorting them all would take longer than reading the list."""
    (count,) = connection.execute(_COUNTED, (expression, _MANY)).fetchone()
    return bool(count == _MANY)


def _rows(
    connection: sqlite3.Connection,
    statement: str,
    narrowing: "_Narrowing",
    values: Sequence[str],
    limit: int | None,
) -> list[int]:
    """Run one of the statements above; its values come before those of the narrowing."""
    rows = connection.execute(
        f"{statement} {narrowing.condition} ORDER BY c.sort_text, c.key LIMIT ?",
        (*values, *narrowing.values, -1 if limit is None else limit),
    )
    return [row_id for (row_id,) in rows]


def _expression(query: Query, fields: Sequence[str]) -> str:
    """Give the question in the language of FTS5; every word is quoted, so nothing in it acts."""
    return " OR ".join(f"({_alternative(wanted, fields)})" for wanted in query.alternatives)


def _alternative(wanted: Wanted, fields: Sequence[str]) -> str:
    positive = " AND ".join(_phrase(term, fields) for term in wanted.terms) or "every : every"
    negative = "".join(f" NOT {_phrase(term, WORD_FIELDS)}" for term in wanted.without)
    return f"({positive}){negative}"


def _phrase(term: Term, fields: Sequence[str]) -> str:
    columns = term.field or " ".join(fields)
    star = _STAR if term.is_beginning else ""
    return f'({{{columns}}} : "{" ".join(term.words)}"{star})'


def _condition(query: Query, fields: Sequence[str]) -> tuple[str, list[str]]:
    """Give the same question as a condition on the columns of one row, and its values."""
    needles: list[str] = []
    alternatives = []
    for wanted in query.alternatives:
        parts = [_contains(term, fields, needles) for term in wanted.terms] or ["1"]
        parts += [f"NOT {_contains(term, WORD_FIELDS, needles)}" for term in wanted.without]
        alternatives.append(" AND ".join(parts))
    return "(" + " OR ".join(f"({one})" for one in alternatives) + ")", needles


def _contains(term: Term, fields: Sequence[str], needles: list[str]) -> str:
    """Ask for the words of a term as a substring: columns are words with one space between."""
    columns = [term.field] if term.field else fields
    end = "" if term.is_beginning else " "
    needles.append(f" {' '.join(term.words)}{end}")
    # The bar keeps a phrase from reaching over into the next column.
    return "instr(' ' || " + " || ' | ' || ".join(f"s.{one}" for one in columns) + " || ' ', ?)"


class _Narrowing(NamedTuple):
    """A condition on the contact `c` (and its row `s` of the index), and its values."""

    condition: str
    values: tuple[str, ...] = ()

    def also(self, condition: str, values: Sequence[str]) -> "_Narrowing":
        """Give a narrower one; its values come behind."""
        return _Narrowing(f"{self.condition} AND {condition}", (*self.values, *values))


def _narrowing(search: Search) -> _Narrowing:
    """Give the conditions of the options."""
    narrowing = _Narrowing("1")
    if posted := _posted(search):
        narrowing = narrowing.also(*posted)
    if search.on is not None:
        narrowing = narrowing.also("(c.left_on IS NULL OR c.left_on > ?)", [search.on.isoformat()])
    if search.unverified_since is not None:
        day = search.unverified_since.isoformat()
        narrowing = narrowing.also(_UNVERIFIED, [day, day])
    if search.language is not None:
        narrowing = narrowing.also(
            "EXISTS (SELECT 1 FROM contact_language AS l WHERE l.contact_id = c.id "
            "AND (l.language = ? OR l.language GLOB ? || '-*'))",
            [search.language, search.language],
        )
    if search.topic is not None:
        narrowing = narrowing.also(
            "EXISTS (SELECT 1 FROM search AS t WHERE t.rowid = c.id AND instr(' ' || t.topic, ?))",
            [f" {' '.join(asked_words(search.topic))}"],
        )
    return narrowing


def _posted(search: Search) -> tuple[str, list[str]] | None:
    """Give what is asked of one posting: office, country and day must hold together."""
    conditions: list[str] = []
    values: list[str] = []
    if search.office is not None:
        conditions.append("o.code = ?")
        values.append(search.office)
    if search.country is not None:
        conditions.append("o.country = ?")
        values.append(search.country)
    if search.on is not None:
        day = search.on.isoformat()
        conditions.append("(p.starts_on IS NULL OR p.starts_on <= ?)")
        conditions.append("(p.ends_on IS NULL OR p.ends_on >= ?)")
        values += [day, day]
    if not conditions:
        return None
    where = " AND ".join(["p.contact_id = c.id", *conditions])
    if search.on is None:
        return _AT.format("posting", where), values
    # On days of a rota nobody is on duty but who is on it.
    posted, on_rota = (
        _AT.format("posting", f"{where} AND NOT {_HAS_ROTA}"),
        _AT.format("rota", where),
    )
    return f"({posted} OR {on_rota})", [*values, day, day, day, *values]
