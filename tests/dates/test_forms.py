"""Dates: every form is a closed interval of days; anything else is refused, and nothing is guessed."""

import re
import string
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cases import for_each
from genderplan.dates.forms import DateError, PlanDate, day_of, month_number, month_of, parse_date, parse_day
from genderplan.dates.hints import date_hint

FORMS = [
    ("2003", "2003-01-01", "2003-12-31"),
    ("2004", "2004-01-01", "2004-12-31"),
    ("1900", "1900-01-01", "1900-12-31"),
    ("2199", "2199-01-01", "2199-12-31"),
    ("2003-Q1", "2003-01-01", "2003-03-31"),
    ("2003-Q2", "2003-04-01", "2003-06-30"),
    ("2003-Q3", "2003-07-01", "2003-09-30"),
    ("2003-Q4", "2003-10-01", "2003-12-31"),
    ("2199-Q4", "2199-10-01", "2199-12-31"),
    ("2003-spring", "2003-03-01", "2003-05-31"),
    ("2003-summer", "2003-06-01", "2003-08-31"),
    ("2003-autumn", "2003-09-01", "2003-11-30"),
    ("2002-winter", "2002-12-01", "2003-02-28"),
    ("2003-winter", "2003-12-01", "2004-02-29"),
    ("1900-winter", "1900-12-01", "1901-02-28"),
    ("2199-winter", "2199-12-01", "2200-02-28"),
    ("FY2007-08", "2007-04-01", "2008-03-31"),
    ("FY1999-00", "1999-04-01", "2000-03-31"),
    ("FY1900-01", "1900-04-01", "1901-03-31"),
    ("FY2199-00", "2199-04-01", "2200-03-31"),
    ("FY2025-26-Q1", "2025-04-01", "2025-06-30"),
    ("FY2025-26-Q2", "2025-07-01", "2025-09-30"),
    ("FY2025-26-Q3", "2025-10-01", "2025-12-31"),
    ("FY2025-26-Q4", "2026-01-01", "2026-03-31"),
    ("FY2199-00-Q4", "2200-01-01", "2200-03-31"),
    ("AY2024-25", "2024-09-01", "2025-08-31"),
    ("AY1999-00", "1999-09-01", "2000-08-31"),
    ("AY2199-00", "2199-09-01", "2200-08-31"),
    ("2003-01", "2003-01-01", "2003-01-31"),
    ("2003-02", "2003-02-01", "2003-02-28"),
    ("2004-02", "2004-02-01", "2004-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("2003-04", "2003-04-01", "2003-04-30"),
    ("2003-12", "2003-12-01", "2003-12-31"),
    ("2199-12", "2199-12-01", "2199-12-31"),
    ("2003-11-03", "2003-11-03", "2003-11-03"),
    ("2004-02-29", "2004-02-29", "2004-02-29"),
    ("1900-01-01", "1900-01-01", "1900-01-01"),
    ("2199-12-31", "2199-12-31", "2199-12-31"),
]


@for_each(("text", "first", "last"), FORMS)
def test_form(text: str, first: str, last: str) -> None:
    parsed = parse_date(text)
    assert date.fromordinal(parsed.first) == date.fromisoformat(first)
    assert parsed.last_day == date.fromisoformat(last)
    assert str(parsed) == text
    assert parsed.is_day == (first == last)
    assert parsed.last_month == parsed.last_day.year * 12 + parsed.last_day.month


REFUSED = [
    "", " ", "2003 ", " 2003", "2003\n", "\n2003", "2003-10\n", "2003-10-01\n", "20031", "203", "03", "+2003", "-2003",
    "1899", "2200", "0000", "9999", "1899-12-31", "2200-01-01", "1899-Q4", "2200-Q1", "1899-winter", "FY1899-00",
    "FY2200-01", "2003-13", "2003-00", "2003-1", "2003-9", "2003-010", "2003-02-30", "2003-02-29", "1900-02-29",
    "2003-04-31", "2003-12-00", "2003-12-32", "2003-12-1", "2003-12-2003", "2003-13-01", "2003/12/10", "2003.12.10",
    "12/10/2003", "10-12-2003", "20031210", "2003-12-10T00:00", "2003-12-10 00:00", "2003-W50", "2003-350", "2003-Q0",
    "2003-Q5", "2003-q1", "2003Q1", "Q1-2003", "2003-Q", "2003-Q11", "2003-Spring", "2003-fall", "2003-springs",
    "spring-2003", "2003 spring", "FY2007", "FY2007-8", "FY2007-2008", "FY2007/08", "FY2007-07", "FY2007-09",
    "FY2099-99", "FY2007-08-Q0", "FY2007-08-Q5", "FY2007-09-Q1", "FY2007-08Q1", "FY2007-Q1", "AY2007", "AY2007-09",
    "AY2007-08-Q1", "AY1899-00", "ay2007-08", "fy2007-08", "2007-08-", "next May", "May", "2003-May", "next year", "ongoing", "TBC", "null", "2003-",
    "٢٠٠٣", "２００３", "2003-1٠", "2003-Q١", "2003–10", "2003‑10", "2003-10-०१", "²003", "2003-10-01Z", "2003-11-3",
]  # fmt: skip


@for_each("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(DateError, match="is not a date"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Feb 2004", "write 2004-02"),
        ("February 2004", "write 2004-02"),
        ("feb. 2004", "write 2004-02"),
        ("2004 Feb", "write 2004-02"),
        ("Sept 2003", "write 2003-09"),
        ("3 November 2003", "write 2003-11-03"),
        ("3rd November 2003", "write 2003-11-03"),
        ("November 3, 2003", "write 2003-11-03"),
        ("03-Nov-2003", "write 2003-11-03"),
        ("Monday 3 November 2003", "write 2003-11-03"),
        ("29 Feb 2004", "write 2004-02-29"),
        ("1 Jan 2000", "write 2000-01-01"),
        ("Jan 2000", "write 2000-01"),
        ("2 Jan 2001", "write 2001-01-02"),
    ],
)
def test_hint_reads_a_date_in_words(text: str, hint: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.hint == hint


MEANT = {
    "Q3 2024": "2024-Q3", "2025-q1": "2025-Q1", "2003Q1": "2003-Q1", "Q1-2003": "2003-Q1", "quarter 3, 2024": "2024-Q3",
    "third quarter of 2024": "2024-Q3", "2025-fall": "2025-autumn", "autumn 2024": "2024-autumn",
    "2003-Spring": "2003-spring", "spring of 2003": "2003-spring", "winter 2024/25": "2024-winter",
    "winter 2024": "2024-winter if it begins in December 2024 or 2023-winter if it begins in December 2023",
    "FY1999-2000": "FY1999-00", "fy2007-08": "FY2007-08", "FY2007/08": "FY2007-08",
    "2024/25": "FY2024-25 for the financial year or AY2024-25 for the academic year",
    "2024-2025": "FY2024-25 for the financial year or AY2024-25 for the academic year",
    "AY 2023/24": "AY2023-24", "academic year 2023-24": "AY2023-24", "AY23/24": "AY2023-24", "financial year 2024/25": "FY2024-25", "FY24/25": "FY2024-25",
    "FY2025": "FY2025-26 if it begins in 2025 or FY2024-25 if it ends in 2025",
    "FY2025/26 Q1": "FY2025-26-Q1", "FY2025-26 Q4": "FY2025-26-Q4", "Q2 2025/26": "FY2025-26-Q2",
    "Q2 FY2025-26": "FY2025-26-Q2", "fy2025-26-q3": "FY2025-26-Q3",
    "2004–05": "FY2004-05 for the financial year or AY2004-05 for the academic year or 2004-05 for May",
    "2003/04": "FY2003-04 for the financial year or AY2003-04 for the academic year or 2003-04 for April",
    "autumn term 2024": "2024-12, the month with which it ends as a rule",
    "Spring term 2025": "2025-03, the month with which it ends as a rule",
    "spring term 2024/25": "2025-03, the month with which it ends as a rule",
    "Michaelmas term 2024-25": "2024-12, the month with which it ends as a rule",
    "summer semester of 2025": "2025-07, the month with which it ends as a rule",
    "2025-26": "FY2025-26 for the financial year or AY2025-26 for the academic year",
    "by 2030-31": "FY2030-31 for the financial year or AY2030-31 for the academic year",
    "31 August (annually)": "YYYY-08-31, with its year as the first date, and 'every: 1 year' beside it",
    "By end of March annually": "YYYY-03, with its year as the first date, and 'every: 1 year' beside it",
    "June 2025, six monthly": "2025-06 as the first date, and 'every: 6 months' beside it",
    "2025-H1": "2025-Q2, the quarter with which it ends", "H2 2025": "2025-Q4, the quarter with which it ends",
    "first half of 2025": "2025-Q2, the quarter with which it ends",
    "2025-W01": "2025-01-05, its last day", "2025-W14": "2025-04-06, its last day", "week 53 2026": "2027-01-03, its last day",
    "31/12/2025": "2025-12-31", "12/31/2025": "2025-12-31", "5/5/2025": "2025-05-05", "2025.12.31": "2025-12-31",
    "01/02/2025": "2025-02-01 for 1 February or 2025-01-02 for 2 January",
    "31.12.25": "2025-12-31, if 2025 is meant", "2003/12/10": "2003-12-10", "20031210": "2003-12-10",
    "2003-12-10T00:00": "2003-12-10", "2003-9": "2003-09", "2003-11-3": "2003-11-03", "9/2003": "2003-09",
    "2003-12-2003": "2003-12, and the day behind it if there is one",
    "by end of 2025": "2025", "end March 2026": "2026-03", "end-2025": "2025", "By the end of May 2004": "2004-05", "in 2025": "2025", "２００３": "2003", "٢٠٠٣": "2003",
    "2003‑10": "2003-10", " 2003-10": "2003-10", "FEBRUARY 2004": "2004-02", "2004, Feb.": "2004-02",
    "Dec-18": "2018-12 if 2018 is meant or YYYY-12-18 if a day is meant, with its year",
    "31 Dec 25": "2025-12-31, if 2025 is meant",
    "next May": "YYYY-05, with its year", "May": "YYYY-05, with its year", "3 May": "YYYY-05-03, with its year",
    "next spring": "YYYY-spring, with its year", "Q3": "YYYY-Q3, with its year",
}  # fmt: skip


@for_each(("text", "meant"), MEANT.items())
def test_the_form_that_is_meant_is_named(text: str, meant: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.hint == f"write {meant}"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Annually", "1 year"), ("yearly", "1 year"), ("every summer", "1 year"), ("Each August", "1 year"),
        ("once a year", "1 year"), ("quarterly", "3 months"), ("every quarter", "3 months"), ("termly", "4 months"),
        ("Six monthly", "6 months"), ("half-yearly", "6 months"), ("twice a year", "6 months"), ("monthly", "1 month"),
        ("every month", "1 month"), ("bi-monthly", "2 months"), ("fortnightly", "2 weeks"), ("weekly", "1 week"),
        ("every other week", "2 weeks"), ("daily", "1 day"), ("biennial", "2 years"), ("every other year", "2 years"),
    ],
)  # fmt: skip
def test_what_comes_again_has_a_key(text: str, length: str) -> None:
    """F3-26"""
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.hint == f"write 'every: {length}', and under 'due' the first date where that is known"


@pytest.mark.parametrize("text", ["ongoing", "On-going", "continuous", "rolling"])
def test_what_goes_on_has_keys(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.hint == "what goes on without an end has a 'start', and neither 'end' nor 'due'"


@pytest.mark.parametrize("text", ["every so often", "Sunday daily", "finally", "Council annually", "really", "each"])
def test_how_often_is_not_guessed(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert str(error.value.hint).startswith("write YYYY, ")


@pytest.mark.parametrize("text", ["TBC", "to be confirmed", "?"])
def test_what_is_no_date_is_left_out(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.hint == "what has no date gets none: leave it out, and say so in a note"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Feb 2004", "write YYYY-MM-DD"),
        ("ongoing", "write YYYY-MM-DD"),
        ("3 Nov 2003", "write 2003-11-03"),
        ("3/11/2003", "write 2003-11-03 for 3 November or 2003-03-11 for 11 March"),
        ("2003-11-3", "write 2003-11-03"),
        ("2003-02-30", "write YYYY-MM-DD"),
    ],
)
def test_where_a_day_is_asked_for_a_day_is_meant(text: str, hint: str) -> None:
    with pytest.raises(DateError) as error:
        parse_day(text)
    assert error.value.hint == hint


@pytest.mark.parametrize(
    "text",
    ["May 2003 or 2004", "31 Feb 2003", "Maypole 2004", "marching 2004", "May 1066", "13/13/2025", "2025-W54",
     "jan 2004 " + "9" * 20, "Christmas 2025", "early 2025", "mid 2025", "endive 2025", "2025-13", "2025-02-30", "FY2007-09", "2003-13-01", "", "0", "2003-12-2004"],
)  # fmt: skip
def test_nothing_is_guessed(text: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert error.value.hint is None or error.value.hint.startswith("write YYYY, ")


@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["2003", "Q1", "May", "3", "-", "/", " ", "of", "FY", "fall"])).map("".join)
)
def test_every_date_that_a_hint_names_is_one(text: str) -> None:
    for is_day in (False, True):
        hint = date_hint(text, is_day=is_day) or ""
        for named in re.findall(r"(?:FY)?[0-9]{4}[-0-9A-Za-z]*", hint.removeprefix("write ")):
            assert named in {hint[-4:], hint[6:10]} or parse_date(named).is_day >= is_day


def test_message_of_a_long_text_is_short() -> None:
    with pytest.raises(DateError) as error:
        parse_date("May 2004 " + "x" * 10_000)
    assert len(str(error.value)) < 100


def test_wrong_financial_year_is_named_rightly() -> None:
    with pytest.raises(DateError, match="FY1999-00"):
        parse_date("FY1999-01")


@pytest.mark.parametrize("text", ["2003", "2003-Q1", "2003-winter", "FY2007-08", "AY2007-08", "2003-10"])
def test_a_day_is_a_day(text: str) -> None:
    with pytest.raises(DateError, match="is not a day") as error:
        parse_day(text)
    assert error.value.hint == "write YYYY-MM-DD"


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
YEARS = st.integers(1900, 2199)
TEXTS = st.one_of(
    YEARS.map(str),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["spring", "summer", "autumn", "winter"])),
    YEARS.map(lambda year: f"FY{year}-{(year + 1) % 100:02d}"),
    YEARS.map(lambda year: f"AY{year}-{(year + 1) % 100:02d}"),
    st.builds(lambda year, part: f"FY{year}-{(year + 1) % 100:02d}-Q{part}", YEARS, st.integers(1, 4)),
    st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12)),
    DAYS.map(str),
)


@given(TEXTS)
def test_what_is_parsed_is_printed_as_it_was(text: str) -> None:
    parsed = parse_date(text)
    assert str(parsed) == text
    assert parse_date(str(parsed)) == parsed
    assert parsed.first <= parsed.last
    assert date.fromordinal(parsed.first).day == 1 or parsed.is_day
    assert parsed.is_day or (parsed.last_day + timedelta(1)).day == 1


@given(DAYS)
def test_a_day_is_the_interval_of_itself(day: date) -> None:
    parsed = parse_day(day.isoformat())
    assert parsed == day_of(day) == PlanDate(day.toordinal(), day.toordinal(), str(day))


def holds(text: str, day: date) -> bool:
    parsed = parse_date(text)
    return parsed.first <= day.toordinal() <= parsed.last


@given(DAYS)
@example(date(2004, 2, 29))
@example(date(1901, 1, 1))
def test_every_day_is_in_one_part_of_each_kind(day: date) -> None:
    year = day.year
    assert holds(str(year), day)
    assert [n for n in range(1, 5) if holds(f"{year}-Q{n}", day)] == [(day.month + 2) // 3]
    assert [n for n in range(1, 13) if holds(f"{year}-{n:02d}", day)] == [day.month]
    assert month_of(day.toordinal()) == parse_date(f"{day:%Y-%m}")
    assert month_number(day.toordinal()) == year * 12 + day.month
    assume(year > 1900)
    seasons = [f"{year}-{season}" for season in ("spring", "summer", "autumn", "winter")]
    assert sum(holds(text, day) for text in [*seasons, f"{year - 1}-winter"]) == 1
    financial = [f"FY{start}-{(start + 1) % 100:02d}" for start in (year - 1, year)]
    assert sum(holds(text, day) for text in financial) == 1
    assert sum(holds(f"{text}-Q{part}", day) for text in financial for part in range(1, 5)) == 1
    assert sum(holds(text.replace("FY", "AY"), day) for text in financial) == 1


WORDS = ["2003", "2004", "Feb", "May", "sept", "3", "31", "12", "99999", "-", "/", ":", " ", " ", "Q1", "FY", "spring"]
WORDS += ["10:00", "BRST", "UTC", "+99", "am", "pm", "st", ",", ".", "T", "Z", "0", "1e9", "é", "next", "of", "Mon"]


@given(st.lists(st.sampled_from(WORDS), max_size=8).map("".join))
@example("Feb 2004 10:00 BRST")
@example("May 2004 +99:99")
def test_any_words_are_a_date_or_refused_with_a_hint_that_is_one(text: str) -> None:
    try:
        assert str(parse_date(text)) == text
    except DateError as error:
        hint = (error.hint or "").removeprefix("write ")
        if hint and not hint.startswith(("YYYY", "what has no date", "what goes on", "'every")):
            parse_date(hint)


@given(st.text(string.digits + "-QFY", min_size=1, max_size=10))
def test_any_digits_are_a_date_or_refused(text: str) -> None:
    try:
        parsed = parse_date(text)
    except DateError:
        return
    assert 1900 <= date.fromordinal(parsed.first).year <= 2199
    assert str(parsed) == text
