"""Reviews of items of registers: a given date, so long after the last time, or no date at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import parse_date
from genderplan.dates.lengths import Length, parse_length
from genderplan.kinds.register.rows import ReviewRuleRow
from genderplan.plan.reviews import next_review


@pytest.mark.parametrize(
    ("last", "every", "expected"),
    [
        ("2006-11", "1 year", "2007-11"),
        ("2006-11-30", "3 months", "2007-02-28"),
        ("2008-02-29", "1 year", "2009-02-28"),
        ("2006", "2 years", "2008"),
        ("2006-Q4", "6 months", "2007-Q2"),
        ("FY2006-07", "1 year", "FY2007-08"),
        ("2006-autumn", "3 months", "2006-winter"),
        ("2006-11-30", "2 weeks", "2006-12-14"),
    ],
)
def test_the_next_review_is_so_long_after_the_last_in_its_precision(last: str, every: str, expected: str) -> None:
    """F3-30"""
    assert str(next_review(ReviewRuleRow(None, parse_length(every), parse_date(last)))) == expected


def test_a_date_that_is_given_stands() -> None:
    assert str(next_review(ReviewRuleRow(parse_date("2007-03"), None, None))) == "2007-03"


def test_without_a_last_time_no_date_is_invented() -> None:
    assert next_review(ReviewRuleRow(None, parse_length("1 year"), None)) is None
    assert next_review(None) is None


def test_beyond_the_calendar_there_is_none() -> None:
    assert next_review(ReviewRuleRow(None, parse_length("1 year"), parse_date("2199"))) is None


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 99))
def test_a_month_is_followed_by_a_month(year: int, month: int, years: int) -> None:
    found = next_review(ReviewRuleRow(None, Length(years, "Y"), parse_date(f"{year}-{month:02d}")))
    assert str(found) == f"{year + years}-{month:02d}"
