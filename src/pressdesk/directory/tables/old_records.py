"""Records of the history as older programs wrote them, made into records of today.

Format 1 said where a value comes from in a sentence. The history is never rewritten: its records
are read as what they mean.
"""

import json
import re
import sqlite3

from pressdesk.directory.tables.records import Record

RECORD_FORMAT = 2
SourceColumns = tuple[str | None, str | None, int | None, str | None]

SOURCE_COLUMNS = ("source_kind", "source_file", "source_line", "source_day")
_UNKNOWN: SourceColumns = (None, None, None, None)
_LINE = r"(.+):([1-9]\d{0,8})"
_OF_HARVEST = re.compile(rf"release {_LINE}(?:, (\d{{4}}-\d\d-\d\d))?", re.DOTALL)
_OF_IMPORT = re.compile(_LINE, re.DOTALL)
# Who first stored a contact with that source, and what they took back by it.
_FIRST = """SELECT o.kind, o.undoes FROM change AS c JOIN operation AS o ON o.id = c.operation_id
WHERE c.subject = 'contact' AND c.subject_id = ? AND instr(c.after, ?) ORDER BY c.version LIMIT 1"""
_REMOVED = """SELECT subject_id FROM change
WHERE operation_id = ? AND subject = 'contact' AND instr(before, ?)"""


class OldSources:
    """The sources of format 1, read.

    "release list.csv:2" is what a harvest of list.csv wrote, but also an import of a file of the
    name "release list.csv": there the operation that stored it tells which.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self, text: str | None, contact_id: int) -> SourceColumns:
        """Return kind, file, line and day of what a contact's address or number was stored with."""
        if not text:
            return _UNKNOWN
        if text == "command":
            return "typed", None, None, None
        harvested = _OF_HARVEST.fullmatch(text)
        if harvested and (harvested[3] or not self._is_imported(text, contact_id)):
            return "harvest", harvested[1], int(harvested[2]), harvested[3]
        imported = _OF_IMPORT.fullmatch(text)
        if imported:
            return "import", imported[1], int(imported[2]), None
        return "import", text, None, None

    def _is_imported(self, text: str, contact_id: int) -> bool:
        """Whether an import stored the source, and no harvest."""
        written = f'"source":{json.dumps(text, ensure_ascii=False)}'
        first = self._connection.execute(_FIRST, (contact_id, written)).fetchone()
        if first is None:
            return False
        kind, undoes = first
        if kind == "undo":  # the contact came back under another row id
            (earlier,) = self._connection.execute(_REMOVED, (undoes, written)).fetchone() or (None,)
            return earlier is not None and self._is_imported(text, earlier)
        return bool(kind == "import")


class RecordReader:
    """The records of changes, of whatever format, as those of today."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sources = OldSources(connection)

    def read(self, text: str | None, record_format: int, row_id: int) -> Record | None:
        """Return the record of an office or contact with that row id; None where there was none."""
        if text is None:
            return None
        record: Record = json.loads(text)
        if record_format < 2:
            for way in (*record.get("emails", ()), *record.get("phones", ())):
                source = self._sources.read(way.pop("source"), row_id)
                way.update(zip(SOURCE_COLUMNS, source, strict=True))
        return record
