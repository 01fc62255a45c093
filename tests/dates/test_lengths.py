"""Lengths of time: one unit, in words or in ISO form, and what comes of adding them."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from cases import for_each
from genderplan.dates.lengths import NOTHING, Length, LengthError, parse_length

NAMES = {"day": "D", "week": "W", "month": "M", "year": "Y"}


@for_each(("name", "letter"), NAMES.items())
@for_each("count", [0, 1, 2, 30, 365, 999_999])
def test_words_and_iso_say_the_same(name: str, letter: str, count: int) -> None:
    written = [f"{count} {name}", f"{count} {name}s", f"P{count}{letter}"]
    assert {parse_length(text) for text in written} == {Length(count, letter)}
    assert str(parse_length(written[0])) == f"P{count}{letter}"


REFUSED = [
    "", " ", "3", "P", "P3", "3M", "3m", "P3m", "p3M", "PT3M", "P3M ", " P3M", "P3M\n", "3 months\n", " 3 months",
    "3  months", "3months", "3 Months", "3 MONTHS", "3 monthss", "3\tmonths", "three months", "a month", "months",
    "-1 days", "P-1D", "+1 days", "1.5 months", "P1.5M", "1,5 months", "P1Y2M", "P1M2D", "1 month 2 days", "P1H",
    "3 hours", "3 mins", "3 decades", "3 fortnights", "٣ months", "P٣M", "１ day", "1000000 days", "P1000000D", "1e3 days",
]  # fmt: skip


@for_each("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(LengthError, match="is not a length of time"):
        parse_length(text)


@for_each(
    ("text", "hint"),
    [
        ("3 Months", "write P3M"),
        ("3m", "write P3M"),
        ("3 m", "write P3M"),
        ("p3m", "write P3M"),
        ("P3M ", "write P3M"),
        ("3  months", "write P3M"),
        ("03 mths", "write P3M"),
        ("2wks", "write P2W"),
        ("2 yrs.", "write P2Y"),
        ("10d", "write P10D"),
        ("a month", "write P1M"),
        ("an year", "write P1Y"),
        ("three months", "write P3M"),
        ("6-months", "write P6M"),
        ("for 3 weeks", "write P3W"),
        ("P1Y6M", "write P18M"),
        ("1 year 6 months", "write P18M"),
        ("１ day", "write P1D"),
        ("am", "write '3 months' or P3M"),
        ("monday", "write '3 months' or P3M"),
        ("a fortnight", "write '3 months' or P3M"),
        ("1.5 years", "write '3 months' or P3M"),
        ("3 mins", "write '3 months' or P3M"),
        ("3 decades", "write '3 months' or P3M"),
        ("3", "write '3 months' or P3M"),
        ("soon", "write '3 months' or P3M"),
    ],
)
def test_hint(text: str, hint: str) -> None:
    with pytest.raises(LengthError) as error:
        parse_length(text)
    assert error.value.hint == hint


LENGTHS = st.builds(Length, st.integers(0, 999_999), st.sampled_from("DWMY"))


@given(LENGTHS)
def test_iso_form_is_read_back(length: Length) -> None:
    assert parse_length(str(length)) == length


@pytest.mark.parametrize(
    ("length", "up", "down"),
    [
        ("P0D", 0, 0),
        ("P1D", 1, 0),
        ("P29D", 1, 0),
        ("P30D", 1, 1),
        ("P31D", 2, 1),
        ("P60D", 2, 2),
        ("P61D", 3, 2),
        ("P0W", 0, 0),
        ("P1W", 1, 0),
        ("P4W", 1, 0),
        ("P5W", 2, 1),
        ("P0M", 0, 0),
        ("P5M", 5, 5),
        ("P0Y", 0, 0),
        ("P2Y", 24, 24),
    ],
)
def test_in_months(length: str, up: int, down: int) -> None:
    parsed = parse_length(length)
    assert (parsed.months, parsed.whole_months) == (up, down)


@given(LENGTHS)
def test_months_rounded_up_and_down_differ_by_one_at_most(length: Length) -> None:
    assert 0 <= length.months - length.whole_months <= (1 if length.unit in "DW" else 0)


@pytest.mark.parametrize(
    ("day", "length", "after"),
    [
        ("2003-01-31", "P1M", "2003-02-28"),
        ("2004-01-31", "P1M", "2004-02-29"),
        ("2004-02-29", "P1Y", "2005-02-28"),
        ("2004-02-29", "P12M", "2005-02-28"),
        ("2004-02-29", "P4Y", "2008-02-29"),
        ("2003-12-31", "P2M", "2004-02-29"),
        ("2003-11-03", "P2W", "2003-11-17"),
        ("2003-11-03", "P0D", "2003-11-03"),
        ("2199-12-31", "P999999D", "4937-11-26"),
        ("2199-12-31", "P9999Y", "9999-12-31"),
        ("2199-12-31", "P999999Y", "9999-12-31"),
        ("2199-12-31", "P999999M", "9999-12-31"),
        ("2199-12-31", "P999999W", "9999-12-31"),
    ],
)
def test_after(day: str, length: str, after: str) -> None:
    ordinal = parse_length(length).after(date.fromisoformat(day).toordinal())
    assert date.fromordinal(ordinal).isoformat() == after


WORDS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(0, 2000), st.sampled_from("DWMY"))
@example(date(2004, 2, 29), 1, "Y")
@example(date(2003, 12, 31), 2, "M")
def test_after_is_what_relativedelta_adds(day: date, count: int, unit: str) -> None:
    added = day + relativedelta(**{WORDS[unit]: count})  # type: ignore[arg-type]
    assert date.fromordinal(Length(count, unit).after(day.toordinal())) == added


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), LENGTHS)
def test_after_is_never_before(day: date, length: Length) -> None:
    assert day.toordinal() <= length.after(day.toordinal()) <= date.max.toordinal()
    assert NOTHING.after(day.toordinal()) == day.toordinal()
    if length.unit == "D" and length.number < 10_000:
        assert date.fromordinal(length.after(day.toordinal())) == day + timedelta(length.number)
