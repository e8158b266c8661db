"""Write what SQLite keeps of the tables after all migrations: `python -m tests.make_schema`."""

from contextlib import closing

from pressdesk.directory.migrations import MIGRATIONS, empty_database
from pressdesk.directory.tables.schema import SCHEMA_FILE, dump_schema, kept_statements


def schema_text() -> str:
    """Return the statements of a new directory."""
    with closing(empty_database(len(MIGRATIONS))) as connection:
        return dump_schema(len(MIGRATIONS), kept_statements(connection))


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
