"""The questions about whom something means: answered by searches, however many people there are."""

import sqlite3
from contextlib import closing

import pytest

from pressdesk.directory.migrations import empty_database
from pressdesk.directory.who.holders import QUERIES, ask
from tests.conftest import Run


@pytest.mark.parametrize("kind", QUERIES)
def test_no_question_walks_through_a_table_or_an_office(kind: str) -> None:
    """Each is a search by what it knows most closely: an office may have thousands of postings."""
    with closing(empty_database()) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {QUERIES[kind]}", ("[]",)).fetchall()
    steps = [step for *_, step in plan]
    assert [step for step in steps if step.startswith("SCAN") and "asked" not in step] == []
    assert [step for step in steps if "posting_office (office_id=?)" in step] == []


def test_a_name_is_found_at_its_office_and_anywhere(washington: Run, db: object) -> None:
    """With an office, people of other offices by that name are not meant."""
    assert washington("pressdesk office add Oslo --country NO").code == 0
    line = 'pressdesk contact add "Maria G. Moreno" --office oslo --email other@example.org'
    assert washington(line).code == 0
    with closing(sqlite3.connect(str(db))) as connection:
        asked: list[list[object]] = [
            ["maria g moreno", "oslo"],
            ["maria g moreno", None],
            ["nobody", "oslo"],
        ]
        answers = ask(connection, "name", asked)
    assert sorted(place for place, _ in answers) == [0, 1, 1]
