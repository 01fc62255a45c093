"""The difference between two dates, and when it goes beyond the tolerance."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from genderplan.dates.forms import PlanDate, day_of, parse_date
from genderplan.dates.lengths import Length, parse_length
from genderplan.dates.units import Unit
from genderplan.dates.variance import Variance, is_beyond, variance
from genderplan.plan.sums import Net, Worst, net, worst

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(day_of)
YEARS = st.integers(1900, 2199)
PARTS = st.one_of(
    st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["spring", "summer", "autumn", "winter"])),
    YEARS.map(str),
    YEARS.map(lambda year: f"FY{year}-{(year + 1) % 100:02d}"),
).map(parse_date)
DATES = DAYS | PARTS
LENGTHS = st.builds(Length, st.integers(0, 400), st.sampled_from("DWMY"))


@pytest.mark.parametrize(
    ("was", "now", "months", "days", "in_days"),
    [
        ("2004-04", "2004-05", 1, 31, False),
        ("2004-05", "2004-04", -1, -31, False),
        ("2004-04", "2004-04", 0, 0, False),
        ("2003-11", "2004-02", 3, 91, False),
        ("2003-12-31", "2004-01-01", 1, 1, True),
        ("2004-01-01", "2004-01-31", 0, 30, True),
        ("2004-01-31", "2004-03-01", 2, 30, True),
        ("2004-01-15", "2004-01", 0, 16, False),
        ("2004-01", "2004-01-01", 0, -30, False),
        ("2003", "2003-Q4", 0, 0, False),
        ("2003-Q4", "2003-winter", 2, 60, False),
        ("2003", "FY2003-04", 3, 91, False),
        ("2003-summer", "2004-spring", 9, 274, False),
    ],
)
def test_variance(was: str, now: str, months: int, days: int, in_days: bool) -> None:
    found = variance(parse_date(was), parse_date(now))
    assert found == Variance(months, days, in_days)
    assert found.amount == (days if in_days else months)
    assert found.is_late == (found.amount > 0)
    assert found.is_moved == (found.amount != 0)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Variance(1, 31, False), "1 month"),
        (Variance(-2, -60, False), "2 months"),
        (Variance(0, 1, True), "1 day"),
        (Variance(0, -1, True), "1 day"),
        (Variance(1, 30, True), "30 days"),
        (Variance(0, 5, False), "0 months"),
    ],
)
def test_in_words(found: Variance, words: str) -> None:
    assert found.in_words == words


@given(DATES, DATES)
def test_one_way_is_the_negative_of_the_other(was: PlanDate, now: PlanDate) -> None:
    there, back = variance(was, now), variance(now, was)
    assert (there.months, there.days, there.in_days) == (-back.months, -back.days, back.in_days)
    assert there.amount == -back.amount
    assert not (there.is_late and back.is_late)
    assert variance(was, was).amount == 0


@given(DATES, DATES, DATES)
def test_ways_add_up(first: PlanDate, second: PlanDate, third: PlanDate) -> None:
    one, two, whole = variance(first, second), variance(second, third), variance(first, third)
    assert (one.months + two.months, one.days + two.days) == (whole.months, whole.days)


@given(DATES, DATES)
def test_months_are_years_times_twelve_and_months_between_last_days(was: PlanDate, now: PlanDate) -> None:
    then, after = was.last_day, now.last_day
    assert variance(was, now).months == 12 * (after.year - then.year) + after.month - then.month


@pytest.mark.parametrize(
    ("was", "now", "tolerance", "beyond"),
    [
        ("2004-04", "2004-05", "P1M", False),
        ("2004-04", "2004-06", "P1M", True),
        ("2004-04", "2004-04", "P0D", False),
        ("2004-04", "2004-05", "P0D", True),
        ("2004-04", "2004-03", "P0D", False),
        ("2004-04", "2004-05", "P1D", False),
        ("2004-04", "2004-05", "P30D", False),
        ("2004-04", "2004-06", "P30D", True),
        ("2004-04", "2004-06", "P31D", False),
        ("2004-04", "2005-04", "P1Y", False),
        ("2004-04", "2005-05", "P1Y", True),
        ("2004-04-30", "2004-05", "P1M", False),
        ("2004-04", "2004-06-01", "P1M", True),
        ("2004-01-31", "2004-02-29", "P1M", False),
        ("2004-01-31", "2004-03-01", "P1M", True),
        ("2004-01-31", "2004-03-01", "P30D", False),
        ("2004-01-31", "2004-03-02", "P30D", True),
        ("2004-01-31", "2004-01-31", "P0D", False),
        ("2004-01-31", "2004-02-01", "P0D", True),
        ("2004-01-31", "2003-01-31", "P0D", False),
    ],
)
def test_beyond_tolerance(was: str, now: str, tolerance: str, beyond: bool) -> None:
    assert is_beyond(parse_date(was), parse_date(now), parse_length(tolerance)) is beyond


NAMES = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


@given(DAYS, DAYS, LENGTHS)
@example(parse_date("2004-01-31"), parse_date("2004-02-29"), Length(1, "M"))
def test_tolerance_of_days_is_what_relativedelta_adds(was: PlanDate, now: PlanDate, tolerance: Length) -> None:
    latest = was.last_day + relativedelta(**{NAMES[tolerance.unit]: tolerance.number})  # type: ignore[arg-type]
    assert is_beyond(was, now, tolerance) is (now.last_day > latest)


@given(PARTS, DATES, st.integers(0, 400))
def test_tolerance_of_months(was: PlanDate, now: PlanDate, count: int) -> None:
    months = variance(was, now).months
    assert is_beyond(was, now, Length(count, "M")) is (months > count)
    assert is_beyond(was, now, Length(count, "Y")) is (months > 12 * count)
    assert is_beyond(was, now, Length(count, "D")) is (months > (count + 29) // 30)
    assert is_beyond(was, now, Length(count, "W")) is (months > (7 * count + 29) // 30)


@given(DATES, DATES, LENGTHS)
def test_nothing_that_is_not_late_is_beyond_a_tolerance(was: PlanDate, now: PlanDate, tolerance: Length) -> None:
    assert not is_beyond(was, was, tolerance)
    if is_beyond(was, now, tolerance):
        assert variance(was, now).is_late
        assert is_beyond(was, now, Length(0, "D"))
    else:
        assert not is_beyond(was, now, Length(tolerance.number + 1, tolerance.unit))


def of(was: str, now: str) -> Variance:
    return variance(parse_date(was), parse_date(now))


MONTH, DAY, MOST = of("2025-03", "2025-04"), of("2025-03-31", "2025-04-01"), of("2025-04-01", "2025-04-30")


def test_the_worst_is_judged_in_its_own_unit() -> None:
    """A day over the end of a month is a month by the calendar, and less than 29 days within one."""
    assert sorted([DAY, MOST, MONTH], key=lambda each: each.size, reverse=True) == [MONTH, MOST, DAY]
    assert worst([DAY, MOST]) == Worst(29, Unit.DAYS)
    assert worst([DAY, MOST, MONTH]) == Worst(1, Unit.MONTHS)
    assert worst([of("2025-04", "2025-03"), of("2025-04-02", "2025-04-02")]) is None
    assert worst([]) is None
    same = [of("2025-01", "2025-02"), of("2025-02", "2025-03")]
    assert max(same, key=lambda each: each.size) == same[1]  # of two months the one that has more days


def test_each_unit_is_summed_by_itself() -> None:
    assert net([MONTH, DAY, MOST, MONTH]) == Net(2, 30)
    assert net([DAY, variance(parse_date("2025-04-01"), parse_date("2025-03-31"))]) == Net(None, 0)
    assert net([]) == Net(None, None)
    assert (Net(1, -2).size, Net(None, 3).size, Net(None, None).size) == (28, 3, 0)


@given(st.lists(st.tuples(DATES, DATES).map(lambda pair: variance(*pair))))
def test_no_variance_is_lost_in_a_sum(found: list[Variance]) -> None:
    total = net(found)
    assert (total.months or 0) == sum(each.months for each in found if not each.in_days)
    assert (total.days or 0) == sum(each.days for each in found if each.in_days)
    assert (worst(found) is None) == (not any(each.is_late for each in found))
