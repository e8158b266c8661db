"""How many contacts there are: by country, office, language, topic, and how long ago verified."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pressdesk.directory.store import Directory

# Who has not left, and whether any value of theirs was verified within the year.
_PEOPLE = """WITH person AS (SELECT c.id, EXISTS (
        SELECT 1 FROM email AS e WHERE e.contact_id = c.id AND e.verified_on >= ?2
        UNION ALL SELECT 1 FROM phone AS f WHERE f.contact_id = c.id AND f.verified_on >= ?2
    ) AS verified FROM contact AS c WHERE c.left_on IS NULL OR c.left_on > ?1),
posted AS (SELECT DISTINCT p.office_id, person.* FROM posting AS p
    JOIN person ON person.id = p.contact_id
    WHERE coalesce(p.starts_on, '') <= ?1 AND coalesce(p.ends_on, '9999-12-31') >= ?1)
"""
_QUERIES = {
    "country": """SELECT o.country, count(DISTINCT d.id), count(DISTINCT CASE WHEN d.verified
    THEN d.id END) FROM office AS o LEFT JOIN posted AS d ON d.office_id = o.id
    GROUP BY o.country ORDER BY 2 DESC, 1""",
    "office": """SELECT o.code, count(d.id), coalesce(sum(d.verified), 0) FROM office AS o
    LEFT JOIN posted AS d ON d.office_id = o.id GROUP BY o.id ORDER BY 2 DESC, o.sort_text""",
    "language": """SELECT l.language, count(*), sum(person.verified) FROM contact_language AS l
    JOIN person ON person.id = l.contact_id GROUP BY 1 ORDER BY 2 DESC, 1""",
    "topic": """SELECT t.topic, count(*), sum(person.verified) FROM contact_topic AS t
    JOIN person ON person.id = t.contact_id GROUP BY 1 ORDER BY 2 DESC, 1""",
}
# Of each contact the value that was not verified for longest.
_OLDEST = """SELECT CASE WHEN oldest = '' THEN 'never' WHEN oldest >= ?2 THEN 'within a year'
    WHEN oldest >= ?3 THEN '1 to 2 years ago' ELSE 'more than 2 years ago' END, count(*),
    sum(verified)
FROM (SELECT person.id, person.verified, min(coalesce(way.verified_on, '')) AS oldest FROM person
    JOIN (SELECT contact_id, verified_on FROM email UNION ALL
        SELECT contact_id, verified_on FROM phone) AS way ON way.contact_id = person.id
    GROUP BY person.id)
GROUP BY 1 ORDER BY min(oldest) DESC"""
BY = (*_QUERIES, "verified")


class Count(NamedTuple):
    """How many contacts there are of a kind.

    by: one of BY. name: of the country, office … verified: how many of them have a value that was
    verified within a year.
    """

    by: str
    name: str
    contacts: int
    verified: int


def count_contacts(directory: Directory, today: date) -> Iterator[Count]:
    """Count those who have not left, in each way of BY, the most first."""
    years = [today - timedelta(min(days, today.toordinal() - 1)) for days in (365, 730)]
    values = (today.isoformat(), *(day.isoformat() for day in years))
    for by, query in _QUERIES.items():
        for row in directory.connection.execute(_PEOPLE + query, values[:2]):
            yield Count(by, *row)
    for row in directory.connection.execute(_PEOPLE + _OLDEST, values):
        yield Count("verified", *row)
