"""Names for completion, by plain SQL."""

from pathlib import Path

from pressdesk.directory.connection import open_connection

COLUMNS = ("office.code", "contact.key", "contact_topic.topic", "contact_language.language")
_TIMEOUT = 0.2


def find_names(path: Path, column: str, beginning: str, limit: int) -> list[str]:
    """Give the distinct texts of one of COLUMNS that begin so; raise FileError's children."""
    if column not in COLUMNS:
        raise ValueError(column)
    table, _, name = column.partition(".")
    with open_connection(path, _TIMEOUT, writing=False) as connection:
        rows = connection.execute(
            f"SELECT DISTINCT {name} FROM {table} "  # noqa: S608  # one of COLUMNS
            f"WHERE {name} >= ? AND {name} < ? ORDER BY {name} LIMIT ?",
            (beginning, beginning + "\U0010ffff", limit),
        )
        return [text for (text,) in rows]
