"""Pairs of contacts that may be one person, with a score and the reasons for it.

Only those are compared who share something: an address, a number with its extension, a former
value, a name, or the beginning of a word of their names at one office.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from pressdesk.directory.search.words import transliterated
from pressdesk.directory.store import Directory
from pressdesk.directory.upkeep.findings import Finding
from pressdesk.text.folding import fold_words
from pressdesk.values.names import fold_name

# How sure a reason makes it that two are one (0 to 1); together they make it surer.
_ADDRESS, _NUMBER, _FORMER, _NAME_HERE, _NAME_ELSEWHERE = 0.7, 0.6, 0.5, 0.8, 0.4
# Below this a pair is not worth a look: one thing that a shared desk explains too.
_LEAST = 0.39
# Of 100. Names that are less alike are of different people, whatever they share.
_NEAR, _UNLIKE = 86, 45
_BEGINNING = 3
# What more people share tells nothing.
_MOST_HOLDERS = 30
# Of a group in which everybody is compared with everybody.
_MOST_TOGETHER = 1000
_MOST_LIKE = 10
_NAMES = "SELECT id, key, name, kind FROM contact ORDER BY id"
_POSTED = "SELECT DISTINCT office_id, contact_id FROM posting ORDER BY office_id, contact_id"
# Whose successor somebody is: two people, whatever they have in common.
_FOLLOW = "SELECT id, successor FROM contact WHERE successor IS NOT NULL"
_SHARED = {
    ("same address", _ADDRESS): """SELECT folded, contact_id FROM email
WHERE folded IN (SELECT folded FROM email GROUP BY folded HAVING count(*) > 1)""",
    ("same number", _NUMBER): """WITH rung AS (
    SELECT number || '/' || coalesce(extension, '') AS way, contact_id FROM phone
    UNION SELECT o.switchboard || '/' || p.extension, p.contact_id FROM posting AS p
    JOIN office AS o ON o.id = p.office_id WHERE p.extension IS NOT NULL)
SELECT way, contact_id FROM rung
WHERE way IN (SELECT way FROM rung GROUP BY way HAVING count(*) > 1)""",
    ("an address that the other had", _FORMER): """SELECT value, contact_id FROM (
    SELECT f.value, f.subject_id AS contact_id FROM former AS f JOIN contact AS c
    ON c.id = f.subject_id WHERE f.subject = 'contact' AND f.kind = 'email'
    UNION SELECT e.folded, e.contact_id FROM email AS e)
WHERE value IN (SELECT value FROM former WHERE kind = 'email')""",
}


class _Person(NamedTuple):
    """What is compared: the folded name, and the same in Latin letters, its words in order."""

    key: str
    name: str
    kind: str
    words: str
    latin: str


_Pair = tuple[int, int]


def find_duplicates(directory: Directory) -> Iterator[Finding]:
    """Find pairs that may be one person, the surest first."""
    connection = directory.connection
    people = dict(_people(connection))
    reasons: dict[_Pair, dict[str, float]] = defaultdict(dict)
    for (reason, weight), query in _SHARED.items():
        for pair in _pairs(connection.execute(query)):
            reasons[pair][reason] = weight
    for pair, reason, weight in _near_names(connection, people):
        reasons[pair][reason] = weight
    followed = {(min(pair), max(pair)) for pair in connection.execute(_FOLLOW)}
    found = [
        (_score(people, pair, those), pair, those)
        for pair, those in reasons.items()
        if pair not in followed
    ]
    for score, (a, b), those in sorted(
        found, key=lambda found_pair: (-found_pair[0], found_pair[1])
    ):
        if score >= _LEAST:
            yield Finding(
                "duplicates", "", people[a].key, people[a].name,
                f"{people[b].key} ({people[b].name})", f"{score:.2f}: {', '.join(those)}",
                f"pressdesk contact merge {people[a].key} {people[b].key}",
            )  # fmt: skip


def _people(connection: sqlite3.Connection) -> Iterator[tuple[int, _Person]]:
    for row_id, key, name, kind in connection.execute(_NAMES):
        words = fold_name(name)
        latin = words if words.isascii() else fold_words(transliterated(name))
        yield row_id, _Person(key, name, kind, words, " ".join(sorted(latin.split())))


def _score(people: dict[int, _Person], pair: _Pair, reasons: dict[str, float]) -> float:
    """Return how sure the reasons together are; unlike names leave little of a shared desk."""
    a, b = (people[row_id] for row_id in pair)
    doubt = 1.0
    for weight in reasons.values():
        doubt *= 1 - weight
    likeness = fuzz.ratio(a.latin, b.latin)
    is_shared = a.kind != b.kind or likeness < _UNLIKE
    # Between unlike and near the names alone add or take a little.
    return (1 - doubt) * (0.5 if is_shared else 0.75 + likeness / 400)


def _pairs(rows: Iterable[tuple[str, int]]) -> Iterator[_Pair]:
    """Yield the pairs of those who share a value; what very many share tells nothing."""
    holders: dict[str, set[int]] = defaultdict(set)
    for value, contact in rows:
        holders[value].add(contact)
    for those in holders.values():
        if len(those) <= _MOST_HOLDERS:
            yield from combinations(sorted(those), 2)


def _near_names(
    connection: sqlite3.Connection, people: dict[int, _Person]
) -> Iterator[tuple[_Pair, str, float]]:
    """Yield pairs whose names are alike: near ones at one office, equal ones anywhere."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for office, contact in connection.execute(_POSTED):
        for beginning in {word[:_BEGINNING] for word in people[contact].latin.split()}:
            groups[office, beginning].append(contact)
    here = {pair for those in groups.values() for pair in _close(people, those)}
    for pair in here:
        a, b = (people[row_id] for row_id in pair)
        yield pair, f"{_likeness(a, b)} at one office", _NAME_HERE
    same = ((person.latin, row_id) for row_id, person in people.items())
    for pair in _pairs(same):
        if pair not in here:
            yield pair, "hint: same name elsewhere", _NAME_ELSEWHERE


def _close(people: dict[int, _Person], those: Sequence[int]) -> Iterator[_Pair]:
    """Yield the pairs of a group whose names are near; of a large group, neighbours alone."""
    if len(those) <= _MOST_TOGETHER:
        pairs: Iterable[_Pair] = combinations(those, 2)
    else:
        ordered = sorted(those, key=lambda row_id: people[row_id].latin)
        pairs = ((min(pair), max(pair)) for pair in pairwise(ordered))
    ratio = fuzz.ratio
    near = [(a, b) for a, b in pairs if ratio(people[a].latin, people[b].latin, score_cutoff=_NEAR)]
    likes = Counter(row_id for pair in near for row_id in pair)
    for a, b in near:
        # A name that is like very many others is not a slip of any of them.
        if max(likes[a], likes[b]) <= _MOST_LIKE or people[a].latin == people[b].latin:
            yield a, b


def _likeness(a: _Person, b: _Person) -> str:
    if a.words == b.words:
        return "same name"
    return "same name in other letters" if a.latin == b.latin else "near name"
