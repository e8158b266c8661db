"""Names that look like one that nobody has: "did you mean"."""

import sqlite3
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from pressdesk.directory.who.resolution import AFTER_ALL, Subject, select_hits
from pressdesk.values.names import fold_name

_NEAR = 3
_NEAR_SCORE = 70
_MOST_COMPARED = 20_000


def find_near_names(connection: sqlite3.Connection, text: str, wanted: Subject) -> list[str]:
    """Return up to three names that look like the text, or of which a word does, nearest first."""
    words = fold_name(text)
    if not words:
        return []
    hits = select_hits(connection, *_likely(connection, words), wanted, limit=_MOST_COMPARED)
    names = list(dict.fromkeys(hit.name for hit in hits))
    scores: dict[str, float] = {}
    for name, score in (*_near(words, names), *_near_by_word(words, names)):
        scores[name] = max(score, scores.get(name, 0))
    return sorted(scores, key=lambda name: -scores[name])[:_NEAR]


def _near(words: str, names: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield the names that are like the words as a whole, with their score (0 to 100)."""
    folded = [fold_name(name) for name in names]
    best = process.extract(words, folded, scorer=fuzz.WRatio, score_cutoff=_NEAR_SCORE, limit=_NEAR)
    for _, score, place in best:
        yield names[place], score


def _near_by_word(words: str, names: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Yield the names of which a word is like the only one that was asked for."""
    if " " in words:
        return
    parts = [(part, name) for name in names for part in fold_name(name).split()]
    best = process.extract(
        words,
        [part for part, _ in parts],
        scorer=fuzz.ratio,
        score_cutoff=_NEAR_SCORE,
        limit=_NEAR * 2,
    )
    for _, score, place in best:
        yield parts[place][1], score


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
        (asked, _MOST_COMPARED // 2, words[:1], words[:1] + AFTER_ALL),
    )
