"""Days or months, and the lags between dates that wait for each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import parse_date
from genderplan.dates.lengths import Length, parse_length
from genderplan.dates.units import Unit, unit_of
from genderplan.plan.waiting import room

DAYS = st.dates(date(1960, 1, 1), date(2150, 12, 31)).map(date.toordinal)
LAGS = st.none() | st.builds(Length, st.integers(0, 50), st.sampled_from("DWMY"))


@given(DAYS, DAYS, LAGS)
def test_a_day_may_go_before_another_just_when_the_lag_leads_to_no_later_day(
    first: int, then: int, lag: Length | None
) -> None:
    assert (Unit.DAYS.after(first, lag) <= then) == (first <= Unit.DAYS.before(then, lag))


@given(st.integers(12 * 1900, 12 * 2200), st.integers(12 * 1900, 12 * 2200), LAGS)
def test_months_do_the_same(first: int, then: int, lag: Length | None) -> None:
    assert (Unit.MONTHS.after(first, lag) <= then) == (first <= Unit.MONTHS.before(then, lag))


@pytest.mark.parametrize(
    ("then", "lag", "before"),
    [
        ("2025-03-24", "P2W", "2025-03-10"),
        ("2025-03-24", "24 days", "2025-02-28"),
        ("2025-04-30", "P1M", "2025-03-31"),  # as 31 March and a month is 30 April
        ("2025-04-29", "P1M", "2025-03-29"),
        ("2025-03-30", "P1M", "2025-02-28"),
        ("2025-02-28", "P1Y", "2024-02-29"),
        ("2024-02-28", "P1Y", "2023-02-28"),
        ("2025-03-10", "P0D", "2025-03-10"),
        ("1900-01-01", "999999 days", "0001-01-01"),  # where the calendar begins
        ("1900-01-31", "P9999Y", "0001-01-01"),
    ],
)
def test_the_latest_day_that_a_lag_leaves(then: str, lag: str, before: str) -> None:
    assert str(Unit.DAYS.date(Unit.DAYS.before(parse_date(then).last, parse_length(lag)))) == before


@pytest.mark.parametrize(
    ("first", "then", "lag", "left"),
    [
        ("2025-03-10", "2025-03-24", None, 14),
        ("2025-03-10", "2025-03-24", "P2W", 0),
        ("2025-03-10", "2025-03-23", "P2W", -1),
        ("2025-01-28", "2025-02-28", "P1M", 3),  # it may slip to 31 January
        ("2025-03", "2025-05", None, 2),
        ("2025-03", "2025-05", "59 days", 1),  # days count as months of 30, rounded down
        ("2025-03", "2025-05", "P3M", -1),
        ("2025-03-01", "2025-05", None, 2),
        ("2025-Q1", "2025", "P1Y", -3),
    ],
)
def test_the_room_between_two_dates(first: str, then: str, lag: str | None, left: int) -> None:
    assert room(parse_date(first), parse_date(then), parse_length(lag) if lag else None) == left


@pytest.mark.parametrize(
    ("dates", "unit"),
    [
        (["2025-03-10", "2025-04-01"], Unit.DAYS),
        (["2025-03-10", "2025-04"], Unit.MONTHS),
        (["2025", "2025-Q2"], Unit.MONTHS),
        ([], Unit.MONTHS),
    ],
)
def test_days_count_where_all_are_days(dates: list[str], unit: Unit) -> None:
    assert unit_of(map(parse_date, dates)) is unit


@given(st.dates())
def test_a_number_is_that_of_its_date(day: date) -> None:
    assert Unit.DAYS.date(day.toordinal()) == (day.toordinal(), day.toordinal(), day.isoformat())
    month = Unit.MONTHS.date(day.year * 12 + day.month)
    assert (month.text, month.first <= day.toordinal() <= month.last) == (day.isoformat()[:7], True)
    assert Unit.MONTHS.number(month) == day.year * 12 + day.month
    assert (date.fromordinal(month.first).day, date.fromordinal(month.last).month) == (1, day.month)


def test_a_month_is_as_it_is_read() -> None:
    month = parse_date("2024-02")
    assert Unit.MONTHS.date(Unit.MONTHS.number(month)) == month


def test_beyond_the_calendar_there_is_its_end() -> None:
    assert [str(Unit.MONTHS.date(number)) for number in (-5, 0, 10**9)] == ["0001-01", "0001-01", "9999-12"]
    assert [str(Unit.DAYS.date(number)) for number in (-5, 0, 10**9)] == ["0001-01-01", "0001-01-01", "9999-12-31"]


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1, Unit.DAYS, "1 day"),
        (-1, Unit.MONTHS, "-1 month"),
        (0, Unit.MONTHS, "0 months"),
        (2500, Unit.DAYS, "2,500 days"),
    ],
)
def test_in_words(number: int, unit: Unit, words: str) -> None:
    assert unit.counted(number) == words
