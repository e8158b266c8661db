"""Version 2: where a value comes from, and what an operation does, as columns."""

from collections.abc import Iterator

from sqlite_utils import Database

from pressdesk.directory.migrations.rebuilding import take_place
from pressdesk.directory.tables.old_records import OldSources

_DAY = "CHECK ({0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"

# kind: typed, import, harvest or shared; NULL is not known.
_SOURCE = f"""source_kind TEXT CHECK (source_kind IN ('typed', 'import', 'harvest', 'shared')),
    source_file TEXT CHECK (source_file <> ''),
    source_line INTEGER CHECK (source_line >= 1),
    source_day TEXT {_DAY.format("source_day")}"""
_KNOWN = "CHECK (source_kind IS NOT NULL OR coalesce(source_file, source_line, source_day) IS NULL)"

_EMAIL = f"""CREATE TABLE new_email (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address TEXT NOT NULL CHECK (address LIKE '%_@_%'),
    folded TEXT NOT NULL,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    verified_on TEXT {_DAY.format("verified_on")},
    {_SOURCE},
    {_KNOWN},
    PRIMARY KEY (contact_id, position),
    UNIQUE (contact_id, folded)
) STRICT, WITHOUT ROWID"""

_PHONE = f"""CREATE TABLE new_phone (
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number TEXT NOT NULL CHECK (number GLOB '+[0-9]*'),
    extension TEXT CHECK (extension GLOB '[0-9]*' AND length(extension) <= 20),
    kind TEXT NOT NULL CHECK (kind IN ('office', 'mobile', 'whatsapp', 'satellite', 'fax')),
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    display TEXT NOT NULL CHECK (display <> ''),
    possible_only INTEGER NOT NULL CHECK (possible_only IN (0, 1)),
    verified_on TEXT {_DAY.format("verified_on")},
    {_SOURCE},
    {_KNOWN},
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID"""

# sequence: the order of operations, which no VACUUM renumbers. undoes: what it took back.
_OPERATION = """CREATE TABLE new_operation (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    undoes TEXT REFERENCES operation (id) CHECK (undoes <> id)
) STRICT"""
# Version 1 told them apart by their commands.
_OLD_OPERATIONS = """INSERT INTO new_operation (sequence, id, at, actor, command, kind, undoes)
SELECT o.rowid, o.id, o.at, o.actor, o.command,
    CASE WHEN substr(o.command, 1, 5) = 'undo ' THEN 'undo'
        WHEN o.command IN ('import', 'harvest') THEN o.command ELSE 'edit' END,
    undone.id
FROM operation AS o
LEFT JOIN operation AS undone ON undone.id = substr(o.command, 6) AND undone.id <> o.id
    AND substr(o.command, 1, 5) = 'undo '
ORDER BY o.rowid"""

# Addresses (folded), numbers (E.164) and switchboards that somebody had until an operation; made
# from the history. key, name: of whose it was, as they were. next_value, next_extension: what is
# new at its place.
_FORMER = """CREATE TABLE former (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (sequence),
    subject TEXT NOT NULL CHECK (subject IN ('office', 'contact')),
    subject_id INTEGER NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    public INTEGER NOT NULL CHECK (public IN (0, 1)),
    value TEXT NOT NULL CHECK (value <> ''),
    extension TEXT,
    next_value TEXT,
    next_extension TEXT CHECK (next_extension IS NULL OR next_value IS NOT NULL)
) STRICT"""

# Who answers for an office on some days, over the standing postings.
_ROTA = f"""CREATE TABLE rota (
    office_id INTEGER NOT NULL REFERENCES office (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    starts_on TEXT NOT NULL {_DAY.format("starts_on")},
    ends_on TEXT NOT NULL {_DAY.format("ends_on")} CHECK (ends_on >= starts_on),
    PRIMARY KEY (office_id, position)
) STRICT, WITHOUT ROWID"""

# Keys that a contact had before it was merged.
_FORMER_KEY = """CREATE TABLE former_key (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID"""

# Who was erased, as no more than SHA-256 with a salt of its own: it tells whether somebody is that.
_ERASED = f"""CREATE TABLE erased (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    salt BLOB NOT NULL,
    erased_on TEXT NOT NULL {_DAY.format("erased_on")}
) STRICT, WITHOUT ROWID"""

# This copy's place in a log that several offices share: one row, or none.
_SHARED = """CREATE TABLE shared (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    url TEXT NOT NULL CHECK (url <> ''),
    epoch TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    digest TEXT NOT NULL,
    synced_at TEXT,
    pending TEXT CHECK (length(pending) = 36)
) STRICT"""

_ADDED = (
    _FORMER,
    _ROTA,
    _FORMER_KEY,
    _ERASED,
    _SHARED,
    "CREATE INDEX email_folded ON email (folded)",
    "CREATE INDEX phone_number ON phone (number, extension)",
    "CREATE INDEX former_value ON former (value, extension)",
    "CREATE INDEX former_subject ON former (subject, subject_id)",
    "CREATE INDEX former_operation ON former (operation)",
    "CREATE INDEX rota_contact ON rota (contact_id)",
    "CREATE INDEX former_key_contact ON former_key (contact_id)",
)


def migrate(database: Database) -> None:
    """Change the tables of version 1.

    Tables are rebuilt as sqlite.org/lang_altertable.html says. sqlite-utils' `transform` does the
    same, but makes tables without WITHOUT ROWID, and writes statements as its version likes: a
    directory must look the same whichever version made it.
    """
    database.execute(_OPERATION)
    database.execute(_OLD_OPERATIONS)
    take_place(database, "operation")
    # Records that were written so far are of format 1, and stay as they are.
    database.execute(
        "ALTER TABLE change ADD COLUMN format INTEGER NOT NULL DEFAULT 1 CHECK (format >= 1)"
    )
    database.execute(_EMAIL)
    database.execute(_PHONE)
    _copy_ways(database, "email", "position, address, folded, public, verified_on")
    _copy_ways(
        database,
        "phone",
        "position, number, extension, kind, public, display, possible_only, verified_on",
    )
    for statement in _ADDED:
        database.execute(statement)


def _copy_ways(database: Database, table: str, columns: str) -> None:
    """Copy addresses or numbers, and read where each comes from."""
    sources = OldSources(database.conn)

    def rows() -> Iterator[tuple[object, ...]]:
        query = f"SELECT source, contact_id, {columns} FROM {table}"  # noqa: S608  # names of ours
        for source, contact_id, *rest in database.conn.execute(query):
            yield contact_id, *rest, *sources.read(source, contact_id)

    marks = ", ".join("?" * (columns.count(",") + 6))
    database.conn.executemany(
        f"INSERT INTO new_{table} (contact_id, {columns}, "  # noqa: S608  # names of ours
        f"source_kind, source_file, source_line, source_day) VALUES ({marks})",
        rows(),
    )
    take_place(database, table)
