"""Obligations to a board: which meeting receives which report, what was promised, and whose turn a review is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import parse_date
from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.boards.meetings import Schedule
from genderplan.plan.boards.obligations import Obligations, next_review, reviews
from trees import PLAN, tree_of

MEETINGS = """\
meetings:
  - {id: feb, date: 2008-02-07}
  - {id: apr, date: 2008-04-03, cancelled: {reason: No quorum}}
  - {id: may, date: 2008-05-08, kind: special}
  - {id: jun, date: 2008-06-05}
  - {id: sep, date: 2008-09-04}
  - {id: dec, date: 2008-12-04}
  - {id: mar, date: 2009-03-05}
"""


def board_of(text: str) -> BoardRow:
    tree = tree_of({"pay/plan.yaml": PLAN, "boards/EODB.yaml": text})
    assert not tree.findings, tree.findings
    return tree.boards_by_id["EODB"]


def day(text: str) -> int:
    return parse_date(text).last


def obligations(text: str, until: str = "2009") -> Obligations:
    return Obligations(Schedule(board_of(text)), day(until))


def owed(text: str, until: str = "2009") -> list[str]:
    found = obligations(text, until).all()
    return [f"{each.meeting.row.id if each.meeting and each.meeting.row else '-'} {each.date}" for each in found]


def receipt(text: str) -> str:
    return f"receives: [{{id: r, title: Progress, {text}}}]\n"


@pytest.mark.parametrize(
    ("first", "meetings"),
    [
        ("feb", ["feb 2008-02-07", "sep 2008-09-04", "mar 2009-03-05"]),
        ("jun", ["jun 2008-06-05", "dec 2008-12-04"]),
        ("apr", ["jun 2008-06-05", "dec 2008-12-04"]),
        ("may", ["jun 2008-06-05", "dec 2008-12-04"]),
        ("2008-03", ["jun 2008-06-05", "dec 2008-12-04"]),
        ("2008-09-05", ["dec 2008-12-04"]),
        ("2009-04", []),
        ("mar", ["mar 2009-03-05"]),
    ],
)
def test_every_other_meeting_counts_ordinary_ones_that_were_not_cancelled(first: str, meetings: list[str]) -> None:
    """F4-01: also across a cancelled and a special one; from one of those, the next that counts."""
    assert owed(MEETINGS + receipt(f"every_meetings: 2, from: {first}")) == meetings


def test_without_a_first_one_nothing_is_owed() -> None:
    assert owed(MEETINGS + receipt("every_meetings: 2")) == []
    assert owed(MEETINGS + receipt("every: 6 months")) == []
    assert owed(MEETINGS + receipt("by: HR")) == []


def test_counting_goes_on_over_meetings_without_a_date_and_those_of_the_rule() -> None:
    undated = "meetings: [{id: a}, {id: b}, {id: c, date: 2008-09-04}]\n"
    assert owed(undated + receipt("every_meetings: 2, from: a")) == ["a None", "c 2008-09-04"]
    rule = "meets: {every: 3 months, from: 2008-01}\nmeetings: [{id: apr, date: 2008-04-17}]\n"
    found = owed(rule + receipt("every_meetings: 2, from: apr"), "2008")
    assert found == ["apr 2008-04-17", "- 2008-10"]


def test_a_report_by_meetings_ends_where_it_says() -> None:
    assert owed(MEETINGS + receipt("every_meetings: 1, from: jun, until: 2008-09")) == [
        "jun 2008-06-05",
        "sep 2008-09-04",
    ]


def test_six_monthly_goes_by_months_to_the_first_meeting_on_or_after() -> None:
    """F4-02: and where no meeting that counts lies before the next date, it is owed on its own."""
    assert owed(MEETINGS + receipt("every: 6 months, from: 2008-01")) == [
        "feb 2008-02-07",
        "sep 2008-09-04",
        "mar 2009-03-05",
        "- 2009-07",
    ]
    assert owed(receipt("every: 6 months, from: 2008-01"), "2008") == ["- 2008-01", "- 2008-07"]
    assert owed(MEETINGS + receipt("every: 1 month, from: 2008-06"), "2008-08") == [
        "jun 2008-06-05",
        "- 2008-07",
        "- 2008-08",
    ]


@pytest.mark.parametrize("first", ["2008-01", "2008-Q1", "2008", "2008-01-24"])
def test_a_report_by_time_is_owed_at_a_meeting_within_its_month(first: str) -> None:
    """F4-02: also where no later meeting is known, or the month ends after the last day that is asked for."""
    text = "meetings: [{id: a, date: 2008-01-24}]\n" + receipt(f"every: 1 year, from: {first}")
    found = obligations(text, "2008-01-24")
    assert [each.id for each in found.at(found.schedule.by_id["a"])] == [f"EODB#r@{first}"]
    assert [each.id for each in found.between(1)] == [f"EODB#r@{first}"]
    assert list(obligations(text, "2008-01-23").between(1)) == []


def test_a_promise_is_due_on_its_date_or_that_of_its_meeting() -> None:
    """F4-11: a season too; nobody knows when where the file says nothing."""
    promised = """\
promised:
  - {id: survey, title: Survey, at: 2008-autumn, reason: Data came late, received: 2008-11-06}
  - {id: study, title: Study, at: sep}
  - {id: other, title: Other}
"""
    found = list(obligations(MEETINGS + promised).all())
    assert [str(each.date) for each in found] == ["2008-autumn", "2008-09-04", "None"]
    assert [str(each.received) for each in found] == ["2008-11-06", "None", "None"]
    assert [each.id for each in found] == ["EODB#survey", "EODB#study", "EODB#other"]


def test_what_is_owed_at_a_meeting() -> None:
    text = MEETINGS + receipt("every_meetings: 2, from: feb") + "promised: [{id: p, title: Study, at: sep}]\n"
    found = obligations(text)
    assert [each.id for each in found.at(found.schedule.by_id["sep"])] == ["EODB#r@sep", "EODB#p"]
    assert list(found.at(found.schedule.by_id["jun"])) == []
    undated = obligations("meetings: [{id: a}]\n" + receipt("every_meetings: 2, from: a"))
    assert [each.id for each in undated.at(undated.schedule.by_id["a"])] == ["EODB#r@a"]


def test_the_next_time_of_a_report() -> None:
    found = obligations(MEETINGS + receipt("every_meetings: 2, from: feb"))
    report = found.schedule.board.receives[0]
    assert [
        str(each.date)
        for each in (found.next_of(report, day("2008-02-08")), found.next_of(report, day("2008-09-04")))
        if each
    ] == [
        "2008-09-04",
        "2008-09-04",
    ]
    assert found.next_of(report, day("2009-04")) is None


# reviews in turn

ROTA = "champions: {every: 6 months, from: 2008-01-31, by: HR, rota: [TP, HR, CO]}\n"


def test_units_are_reviewed_in_turn_by_months() -> None:
    """F3-14"""
    found = list(reviews(board_of(ROTA), 1, day("2010-01-31")))
    assert [(each.unit, str(each.date)) for each in found] == [
        ("TP", "2008-01-31"),
        ("HR", "2008-07-31"),
        ("CO", "2009-01-31"),
        ("TP", "2009-07-31"),
        ("HR", "2010-01-31"),
    ]
    following = next_review(board_of(ROTA), day("2008-08-01"))
    assert following is not None
    assert (following.unit, following.number) == ("CO", 2)


@pytest.mark.parametrize(
    "text",
    ["role: None\n", "champions: {every: 6 months, rota: [TP, HR]}\n", "champions: {every: 6 months, from: 2008-01}\n"],
)
def test_without_a_first_date_or_a_rota_there_is_no_review(text: str) -> None:
    board = board_of(text)
    assert list(reviews(board, 1, day("2199"))) == []
    assert next_review(board, 1) is None


def test_a_rota_that_has_ended_has_no_next() -> None:
    ended = board_of("champions: {every: 6 months, from: 2008-01, until: 2008-07, rota: [TP]}\n")
    assert next_review(ended, day("2008-08-01")) is None


# properties

_MONTHS = st.builds(lambda year, month: f"{year}-{month:02d}", st.integers(2007, 2009), st.integers(1, 12))
_RULES = st.sampled_from(
    ["", "meets: {every: 3 months, from: 2007-02}\n", "meets: {every: 1 month, from: 2008-01-31}\n"]
)
_TIMES = st.one_of(
    st.builds(
        "every_meetings: {}, from: {}".format, st.integers(1, 4), st.sampled_from(["feb", "apr", "may"]) | _MONTHS
    ),
    st.builds("every: {} months, from: {}".format, st.integers(1, 12), _MONTHS),
)


@given(rule=_RULES, times=_TIMES, at=st.dates(date(2006, 12, 1), date(2010, 6, 1)))
def test_whatever_the_span_the_same_is_owed_in_it(rule: str, times: str, at: date) -> None:
    """Every date is a meeting's, or one of the report's own cycle; a report comes at most once at a meeting by count."""
    schedule, now = Schedule(board_of(rule + MEETINGS + receipt(times))), at.toordinal()
    whole = list(Obligations(schedule, day("2012")).between(1))
    early = list(Obligations(schedule, now).between(1))
    late = list(Obligations(schedule, day("2012")).between(now + 1))
    assert [*early, *late] == whole
    assert all(each.date in (each.due, each.meeting.date if each.meeting else None) for each in whole)
    assert all(each.meeting is None or each.meeting.is_counted for each in whole)
    if "every_meetings" in times:
        meetings = [each.meeting for each in whole]
        assert len(set(meetings)) == len(meetings)
