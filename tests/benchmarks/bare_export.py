"""The yardstick of `export --format csv`: the same queries, and csv.writer; nothing checked.

`python -m tests.benchmarks.bare_export DIRECTORY` prints the CSV of all contacts, as we do.
It knows no filters, no internal values and no formulas.
"""

import csv
import sqlite3
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.benchmarks import bare_blocks as bare

AT_ONCE = 500
COLUMNS = (
    "office", "name", "title", "email", "phone", "ext", "key", "kind", "given_name", "family_name",
    "mobile", "whatsapp", "satellite", "fax", "languages", "topics", "rank", "from", "until",
    "left_on", "successor", "verified_on",
)  # fmt: skip
_ALL = "SELECT id FROM contact ORDER BY sort_text, key"
_LANGUAGES_OF_TITLES = "SELECT DISTINCT language FROM contact_title ORDER BY language"


def posting_rows(connection: sqlite3.Connection, ids: list[int]) -> Iterator[list[object]]:
    """Give a row for each posting of some contacts."""
    contacts = bare.rows(connection, bare.CONTACTS, ids)
    titles = bare.by_owner(connection, bare.TITLES, ids)
    languages, topics = (
        bare.by_owner(connection, query, ids) for query in (bare.LANGUAGES, bare.TOPICS)
    )
    emails = bare.by_owner(connection, bare.EMAILS, ids)
    phones = bare.by_owner(connection, bare.PHONES, ids)
    postings = bare.by_owner(connection, bare.POSTINGS, ids)
    for row_id, _, key, kind, name, given, family, title, _, _, left, successor in contacts:
        public = [row for row in phones[row_id] if row[4]]
        office = [row for row in public if row[3] == "office"]
        others = (
            " ; ".join(row[5] for row in public if row[3] == one)
            for one in ("mobile", "whatsapp", "satellite", "fax")
        )
        mobile, whatsapp, satellite, fax = others
        for posting in postings[row_id]:
            numbers = [row[5] for row in office]
            extensions = [row[2] or "" for row in office]
            if posting[4]:
                numbers, extensions = ["", *numbers], [posting[4], *extensions]
            yield (
                [posting[1], name, title, " ; ".join(row[1] for row in emails[row_id] if row[2]),
                 " ; ".join(numbers), " ; ".join(extensions), key, kind, given, family,
                 mobile, whatsapp, satellite, fax,
                 " ; ".join(row[1] for row in languages[row_id]),
                 " ; ".join(row[1] for row in topics[row_id]),
                 posting[2], posting[5], posting[6], left, successor, "",
                 *(row[2] for row in titles[row_id])]
            )  # fmt: skip


def main() -> None:
    """Write the contacts of a directory."""
    connection = sqlite3.connect(f"{Path(sys.argv[1]).as_uri()}?mode=ro", uri=True)
    tags = [tag for (tag,) in connection.execute(_LANGUAGES_OF_TITLES)]
    sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
    writer = csv.writer(sys.stdout, quoting=csv.QUOTE_ALL)
    writer.writerow([*COLUMNS, *(f"title_{tag}" for tag in tags)])
    ids = iter([row_id for (row_id,) in connection.execute(_ALL)])
    while some := list(islice(ids, AT_ONCE)):
        writer.writerows(posting_rows(connection, some))


if __name__ == "__main__":
    main()
