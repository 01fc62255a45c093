"""Words of cycles: the same wherever something comes again."""

import pytest

from genderplan.dates.forms import parse_date
from genderplan.dates.lengths import parse_length
from genderplan.page.words import cycle_in_words, date_in_full, meetings_in_words, whole_cycle_in_words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        *(("1 day", "every day"), ("1 week", "every week"), ("1 month", "every month"), ("P1Y", "every year")),
        *(("3 months", "every 3 months"), ("P2Y", "every 2 years"), ("1000 days", "every 1,000 days")),
    ],
)
def test_one_is_said_without_its_number(length: str, words: str) -> None:
    assert parse_length(length).as_cycle == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "every meeting"), (2, "every other meeting"), (3, "every 3 meetings")]
)
def test_meetings_are_counted(number: int, words: str) -> None:
    """F4-01"""
    assert meetings_in_words(number) == words


@pytest.mark.parametrize(
    ("first", "until", "beside", "whole"),
    [
        ("2025-01", None, "", " from January 2025"),
        ("2025-01", "2025-12", " until Dec 2025", " from January 2025 until December 2025"),
        (None, None, ", first date not given", ", first date not given"),
        (None, "2025", " until 2025, first date not given", " until 2025, first date not given"),
    ],
)
def test_from_when_until_when(first: str | None, until: str | None, beside: str, whole: str) -> None:
    every = parse_length("1 month")
    begin, end = (parse_date(each) if each else None for each in (first, until))
    assert cycle_in_words(every, begin, end) == f"every month{beside}"
    assert whole_cycle_in_words(every, begin, end, date_in_full) == f"every month{whole}"
