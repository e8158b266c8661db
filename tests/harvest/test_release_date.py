"""The day of a release."""

from datetime import date

import pytest

from pressdesk.harvest.release_date import find_date


@pytest.mark.parametrize(
    "line",
    ["2024-03-12", "12 March 2024", "March 12, 2024", "Geneva, 12 March 2024 – Ships sail.",
     "Berlin, 12. März 2024 –", "Paris, le 12 mars 2024", "12 de marzo de 2024", "12.03.2024",
     "12 марта 2024", "2024年3月12日", "Mar. 12, 2024", "Posted: Tuesday, March 12th, 2024",
     "12 maart 2024", "den 12 mars 2024", "12 marca 2024", "12 maaliskuuta 2024", "12 مارس 2024",
     "12 Μαρτίου 2024", "12 март 2024", "Bonn, 12. Maerz 2024", "12 mrt. 2024"],
)  # fmt: skip
def test_dates(line: str) -> None:
    """In the ways of many languages."""
    assert find_date(["Ships sail", "", line]) == date(2024, 3, 12)


@pytest.mark.parametrize(
    "line",
    ["", "99 March 2024", "2024-13-12", "12 Bananas 2024", "in 2024", "30 February 2024",
     "Ships sailed, and nobody on the quay had thought that they ever would, on 12 May 2020"],
)  # fmt: skip
def test_no_date(line: str) -> None:
    """What is no day, and what is told far behind in a sentence."""
    assert find_date([line]) is None
