"""Cycles: each occurrence is the first date plus so many times the length, in the first one's own form."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.cycles import MOST, Cycle, CycleError, fitting_every, fitting_until
from genderplan.dates.forms import day_of, parse_date
from genderplan.dates.lengths import Length, parse_length


def cycle(every: str, first: str | None, until: str | None = None) -> Cycle:
    return Cycle(parse_length(every), parse_date(first) if first else None, parse_date(until) if until else None)


def dates_of(found: Cycle, number: int = MOST) -> list[str]:
    return [str(found.occurrence(each)) for each in range(min(found.size, number))]


@pytest.mark.parametrize(
    ("every", "first", "until", "dates"),
    [
        ("1 month", "2025-01", "2025-04", ["2025-01", "2025-02", "2025-03", "2025-04"]),
        ("1 month", "2025-01-31", "2025-05-30", ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]),
        ("3 months", "2025-Q3", "2026-Q1", ["2025-Q3", "2025-Q4", "2026-Q1"]),
        ("3 months", "FY2025-26-Q3", "FY2026-27-Q1", ["FY2025-26-Q3", "FY2025-26-Q4", "FY2026-27-Q1"]),
        ("6 months", "2024-spring", "2025-autumn", ["2024-spring", "2024-autumn", "2025-spring", "2025-autumn"]),
        ("3 months", "2024-autumn", "2025-summer", ["2024-autumn", "2024-winter", "2025-spring", "2025-summer"]),
        ("1 year", "2024-winter", "2026-winter", ["2024-winter", "2025-winter", "2026-winter"]),
        ("1 year", "AY2098-99", "AY2100-01", ["AY2098-99", "AY2099-00", "AY2100-01"]),
        ("2 years", "FY2025-26", "2030-03", ["FY2025-26", "FY2027-28", "FY2029-30"]),
        ("1 year", "2025", "2026", ["2025", "2026"]),
        ("1 year", "FY2025-26", "2025", []),
        ("1 year", "2024-02-29", "2028", ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]),
        ("2 weeks", "2025-12-20", "2026-01-20", ["2025-12-20", "2026-01-03", "2026-01-17"]),
        ("1 day", "2025-02-27", "2025-03-01", ["2025-02-27", "2025-02-28", "2025-03-01"]),
    ],
)
def test_dates_come_again_in_their_form(every: str, first: str, until: str, dates: list[str]) -> None:
    """F3-26"""
    found = cycle(every, first, until)
    assert dates_of(found) == dates
    assert [found.number_of(parse_date(each)) for each in dates] == list(range(len(dates)))
    assert str(found.last) == (dates[-1] if dates else "None")


def test_without_a_first_date_there_is_none() -> None:
    found = cycle("1 year", None)
    assert (found.size, found.last, found.occurrence(0), found.number_of(parse_date("2025"))) == (0, None, None, None)


def test_an_endless_cycle_has_no_last_and_ends_with_the_calendar_or_the_most() -> None:
    assert cycle("1 year", "2025").last is None
    assert cycle("1 year", "2025").size == 2199 - 2025 + 1
    assert cycle("1 day", "2025-01-01").size == MOST
    assert cycle("1 day", "2025-01-01").occurrence(MOST) is None
    assert cycle("1 year", "FY2190-91").size == 9


@pytest.mark.parametrize("text", ["2025-02", "2025-Q1", "2024-12", "2026-03-31", "2025-01-31", "2027-01"])
def test_what_is_no_occurrence_has_no_number(text: str) -> None:
    assert cycle("3 months", "2025-01", "2026-12").number_of(parse_date(text)) is None


@pytest.mark.parametrize(
    ("text", "nearest"), [("2024-12", "2025-01"), ("2025-02", "2025-01"), ("2025-03", "2025-04"), ("2030", "2026-10")]
)
def test_the_nearest_can_be_named(text: str, nearest: str) -> None:
    assert str(cycle("3 months", "2025-01", "2026-12").near(parse_date(text))) == nearest


@pytest.mark.parametrize(
    ("every", "first"),
    [("1 month", "2025-Q1"), ("1 week", "2025-01"), ("30 days", "2025-01"), ("6 months", "2025"), ("P5M", "2025-spring"),
     ("18 months", "FY2025-26"), ("0 months", None), ("0 days", "2025-01-01")],
)  # fmt: skip
def test_a_length_that_does_not_fit_the_first_date_is_refused(every: str, first: str | None) -> None:
    with pytest.raises(CycleError):
        fitting_every(parse_length(every), parse_date(first) if first else None)


def test_an_end_fits() -> None:
    first = parse_date("2025-01-01")
    assert fitting_until(parse_date("2025"), Length(1, "D"), first) == parse_date("2025")
    assert fitting_until(parse_date("2025"), Length(1, "D"), None) == parse_date("2025")
    with pytest.raises(CycleError, match="before the first date"):
        fitting_until(parse_date("2024"), Length(1, "D"), first)
    with pytest.raises(CycleError, match="is 63,917 times, and 1,000 are the most"):
        fitting_until(parse_date("2199"), Length(1, "D"), first)


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
LENGTHS = st.builds(Length, st.integers(1, 40), st.sampled_from("DWMY"))
NUMBERS = st.integers(0, 200)


@given(DAYS, LENGTHS, NUMBERS)
def test_occurrences_are_what_dateutil_adds(day: date, every: Length, number: int) -> None:
    names = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
    then = day + relativedelta(**{names[every.unit]: every.number * number})  # type: ignore[arg-type]
    found = Cycle(every, day_of(day)).occurrence(number)
    assert found == (day_of(then) if then.year < 2200 else None)


@given(DAYS, LENGTHS, DAYS)
def test_occurrences_are_counted_without_being_made(day: date, every: Length, until: date) -> None:
    found = Cycle(every, day_of(day), day_of(until))
    dates = [each for each in map(found._replace(until=None).occurrence, range(MOST)) if each]
    assert found.size == sum(each.last <= until.toordinal() for each in dates)
    assert found.number_until(until.toordinal()) == found.size


FIRSTS = st.sampled_from(["2025-01", "2025-Q2", "2024-autumn", "2025", "FY2025-26", "FY2025-26-Q4", "AY2024-25"])


@given(FIRSTS, st.integers(1, 8).map(lambda years: Length(years, "Y")), NUMBERS)
def test_each_occurrence_has_its_number_and_its_form(first: str, every: Length, number: int) -> None:
    found = cycle("1 year", first)._replace(every=every)
    when = found.occurrence(number)
    if when is not None:
        assert found.number_of(when) == number
        assert parse_date(when.text) == when
        assert len(when.text) == len(first)
