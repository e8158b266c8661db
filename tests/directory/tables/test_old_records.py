"""Records of older programs: what their sentences said is read, and no more is made of it."""

from contextlib import closing

import pytest

from pressdesk.directory.migrations import empty_database
from pressdesk.directory.tables.old_records import OldSources, RecordReader


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (None, (None, None, None, None)),
        ("", (None, None, None, None)),
        ("command", ("typed", None, None, None)),
        ("contacts.csv:2", ("import", "contacts.csv", 2, None)),
        ("a:7/b.csv:2", ("import", "a:7/b.csv", 2, None)),
        ("release a.txt:12, 2019-03-12", ("harvest", "a.txt", 12, "2019-03-12")),
        # Whoever wrote it is not in the history: it is what it looks like.
        ("release a.txt:12", ("harvest", "a.txt", 12, None)),
        ("release list", ("import", "release list", None, None)),
        ("the old card box", ("import", "the old card box", None, None)),
        ("x:0", ("import", "x:0", None, None)),
        (f"x:{10**20}", ("import", f"x:{10**20}", None, None)),
    ],
)
def test_where_a_value_came_from(text: str | None, source: tuple[object, ...]) -> None:
    """Kind, file, line and day."""
    with closing(empty_database()) as connection:
        assert OldSources(connection).read(text, 1) == source


def test_a_record_of_today_is_read_as_it_is() -> None:
    """And none is none."""
    with closing(empty_database()) as connection:
        read = RecordReader(connection).read
        assert read('{"emails":[{"public":1}]}', 2, 1) == {"emails": [{"public": 1}]}
        assert read(None, 1, 1) is None
        # An office has neither addresses nor numbers of that kind.
        assert read('{"code":"here"}', 1, 1) == {"code": "here"}
