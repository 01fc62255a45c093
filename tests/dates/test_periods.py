"""Periods that come again, each in the form of the first one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import PlanDate, parse_date
from genderplan.dates.lengths import Length, parse_length
from genderplan.dates.periods import MOST, is_multiple, periods_until

LATE = parse_date("2199-12-31").last


def texts(first: str, every: str, until: str) -> list[str]:
    return [each.text for each in periods_until(parse_date(first), parse_length(every), parse_date(until).last)]


@pytest.mark.parametrize(
    ("first", "every", "until", "found"),
    [
        ("2003", "1 year", "2005-12-31", ["2003", "2004", "2005"]),
        ("2003", "1 year", "2005-12-30", ["2003", "2004"]),
        ("2003", "24 months", "2006", ["2003", "2005"]),
        ("FY2003-04", "1 year", "2006-03-31", ["FY2003-04", "FY2004-05", "FY2005-06"]),
        ("FY2098-99", "1 year", "2101-03-31", ["FY2098-99", "FY2099-00", "FY2100-01"]),
        ("2003-Q3", "3 months", "2004-Q1", ["2003-Q3", "2003-Q4", "2004-Q1"]),
        ("2003-autumn", "3 months", "2004-06", ["2003-autumn", "2003-winter", "2004-spring"]),
        ("2003-11", "1 month", "2004-01", ["2003-11", "2003-12", "2004-01"]),
        ("2003-11", "1 year", "2004-11", ["2003-11", "2004-11"]),
        ("2004-01-31", "1 month", "2004-04-30", ["2004-01-31", "2004-02-29", "2004-03-31", "2004-04-30"]),
        ("2004-02-29", "1 year", "2008-03", ["2004-02-29", "2005-02-28", "2006-02-28", "2007-02-28", "2008-02-29"]),
        ("2004-01-01", "2 weeks", "2004-01-31", ["2004-01-01", "2004-01-15", "2004-01-29"]),
        ("2003", "1 year", "2002", []),
        ("2003", "6 months", "2010", []),
        ("2003", "0 years", "2010", []),
    ],
)
def test_periods(first: str, every: str, until: str, found: list[str]) -> None:
    assert texts(first, every, until) == found


@pytest.mark.parametrize(
    ("every", "period", "fits"),
    [
        ("1 year", "2003", True),
        ("18 months", "2003", False),
        ("P3M", "2003-Q1", True),
        ("P1M", "2003-Q1", False),
        ("2 weeks", "2003-01", False),
        ("2 weeks", "2003-01-01", True),
        ("P1M", "2003-01-01", True),
    ],
)
def test_a_length_leads_from_a_period_to_another(every: str, period: str, fits: bool) -> None:
    assert is_multiple(parse_length(every), parse_date(period)) is fits


def test_no_more_than_a_thousand() -> None:
    assert len(texts("1900-01-01", "1 day", "2199-12-31")) == MOST


def test_none_beyond_the_calendar() -> None:
    assert texts("2198", "1 year", "2199-12-31") == ["2198", "2199"]
    assert [each.text for each in periods_until(parse_date("2199"), Length(999_999, "Y"), LATE)] == ["2199"]


@given(
    st.sampled_from(["2003", "FY2003-04", "2003-Q2", "2003-winter", "2003-05", "2003-05-31", "2004-02-29"]),
    st.sampled_from([Length(1, "Y"), Length(2, "Y"), Length(12, "M"), Length(36, "M")]),
)
def test_each_is_as_long_as_the_first_and_none_overlaps(first: str, every: Length) -> None:
    """No drift: the nth is the first plus n times the length."""
    found = list(periods_until(parse_date(first), every, LATE))
    assert found[0].text == first
    for one, other in pairwise(found):
        assert one.last < other.first
        assert abs((other.last - other.first) - (one.last - one.first)) <= 1
    assert all(each == parse_date(each.text) for each in found if not each.is_day)
    assert all(isinstance(each, PlanDate) for each in found)
