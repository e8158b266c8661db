"""What a shell offers behind the beginning of a name: texts that resolution finds; by plain SQL."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pressdesk.directory.connection import open_connection
from pressdesk.directory.who.resolution import AFTER_ALL, Subject, find_hits
from pressdesk.text.folding import fold
from pressdesk.values.names import fold_name

COLUMNS = ("contact_topic.topic", "contact_language.language")
_TIMEOUT = 0.2
# Of names of which a later word begins so, each is asked for, as it would be by the command.
_MOST_NAMES = 50

_KEYS = {
    Subject.OFFICE: """SELECT id, code FROM office
WHERE code >= ? AND code < ? ORDER BY code LIMIT ?""",
    Subject.CONTACT: """SELECT id, key FROM contact
WHERE key >= ? AND key < ? ORDER BY key LIMIT ?""",
}
# Names, and in the same order the words by which the full-text index finds them.
_NAMED = {
    Subject.OFFICE: """SELECT a.office_id, a.folded, s.name FROM search AS s
JOIN alias AS a ON a.office_id = -s.rowid AND a.tier = 1
WHERE s.search MATCH ? AND s.rowid < 0 LIMIT ?""",
    Subject.CONTACT: """SELECT a.contact_id, a.folded, s.name FROM search AS s
JOIN alias AS a ON a.contact_id = s.rowid AND a.tier = 1
WHERE s.search MATCH ? AND s.rowid > 0 LIMIT ?""",
}
# The plus keeps SQLite from the index of all names: offices are few beside contacts.
_OFFICES_CALLED = """SELECT office_id, folded FROM alias
WHERE office_id > 0 AND tier > 1 AND +folded >= ? AND +folded < ? LIMIT ?"""


def find_names(path: Path, column: str, beginning: str, limit: int) -> list[str]:
    """Return the distinct texts of one of COLUMNS that begin so; raise FileError's children."""
    if column not in COLUMNS:
        raise ValueError(column)
    table, _, name = column.partition(".")
    with open_connection(path, _TIMEOUT, writing=False) as connection:
        rows = connection.execute(
            f"SELECT DISTINCT {name} FROM {table} "  # noqa: S608  # one of COLUMNS
            f"WHERE {name} >= ? AND {name} < ? ORDER BY {name} LIMIT ?",
            (beginning, beginning + AFTER_ALL, limit),
        )
        return [text for (text,) in rows]


def find_who(path: Path, typed: str, wanted: Subject, limit: int) -> list[str]:
    """Return texts that begin as typed and are found as WHO; raise FileError's children.

    The code or key where that begins so; else the shortest words of a name, or a city, by which
    nobody else is found. limit: the most of offices, and of contacts.
    """
    offers: dict[str, None] = {}
    subjects = [Subject.OFFICE, Subject.CONTACT] if wanted is Subject.EITHER else [wanted]
    with open_connection(path, _TIMEOUT, writing=False) as connection:
        for subject in subjects:
            beginning = fold(typed.strip())
            keys = dict(_rows(connection, _KEYS[subject], beginning, limit))
            offers |= dict.fromkeys(_continued(typed, beginning, key) for key in keys.values())
            if len(keys) < limit:
                called = _called(connection, typed, subject)
                texts = (
                    _telling(connection, those, wanted, (subject, row_id))
                    for row_id, those in called.items()
                    if row_id not in keys
                )
                words = fold_name(typed)
                found = sorted(filter(None, texts))
                offers |= dict.fromkeys(_continued(typed, words, text) for text in found)
    return list(offers)


def _rows(
    connection: sqlite3.Connection, query: str, beginning: str, limit: int
) -> list[tuple[int, str]]:
    return connection.execute(query, (beginning, beginning + AFTER_ALL, limit)).fetchall()


def _called(connection: sqlite3.Connection, typed: str, subject: Subject) -> dict[int, list[str]]:
    """Return by row id the folded texts that go on as typed, and by which somebody is found."""
    from pressdesk.directory.search.words import asked_words

    words = fold_name(typed)
    called: dict[int, list[str]] = {}
    if not words:
        return called
    *before, _ = words.split()
    asked = "".join(f'name : "{word}" AND ' for word in asked_words(" ".join(before)))
    asked += f'name : "{" ".join(asked_words(words.split()[-1]))}" *'
    for row_id, name, spelled in connection.execute(_NAMED[subject], (asked, _MOST_NAMES)):
        called.setdefault(row_id, []).extend(_ways_to_go_on(words, name.split(), spelled.split()))
    if subject is Subject.OFFICE:
        for row_id, text in _rows(connection, _OFFICES_CALLED, words, _MOST_NAMES):
            called.setdefault(row_id, []).append(text)
    return called


def _ways_to_go_on(words: str, name: list[str], spelled: list[str]) -> Iterator[str]:
    """Yield what was typed with its last word completed, and then with the rest of the name."""
    *before, last = words.split()
    rest = [word for word in name if word not in before]
    found = next((word for word in (*rest, *spelled) if word.startswith(last)), last)
    yield " ".join([*before, found])
    yield " ".join([*before, found, *(word for word in rest if word != found)])


def _telling(
    connection: sqlite3.Connection, texts: list[str], wanted: Subject, meant: tuple[Subject, int]
) -> str | None:
    """Return the shortest text by which the one that is meant is found: alone, else with others."""
    with_others = None
    for text in sorted(dict.fromkeys(texts), key=len):
        hits = [(hit.subject, hit.row_id) for hit in find_hits(connection, text, wanted)]
        if hits == [meant]:
            return text
        if meant in hits:
            with_others = with_others or text
    return with_others


def _continued(typed: str, folded: str, text: str) -> str:
    """Return what was typed, and behind it the rest of a text that begins so when it is folded."""
    return typed.rstrip() + text[len(folded) :]
