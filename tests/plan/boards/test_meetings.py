"""Meetings of a board: given ones first, the rule's beside them, and no date that neither of them gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import LAST_YEAR, parse_date
from genderplan.kinds.board.rows import BoardRow
from genderplan.plan.boards.meetings import Schedule
from trees import PLAN, tree_of

END = parse_date(str(LAST_YEAR)).last


def board_of(text: str) -> BoardRow:
    tree = tree_of({"pay/plan.yaml": PLAN, "boards/EODB.yaml": text})
    assert not tree.findings, tree.findings
    return tree.boards_by_id["EODB"]


def schedule_of(text: str) -> Schedule:
    return Schedule(board_of(text))


def day(text: str) -> int:
    return parse_date(text).last


def known(schedule: Schedule, until: str = "2009") -> list[str]:
    return [f"{each.row.id if each.row else '-'} {each.date}" for each in schedule.known_by(day(until))]


NAMED = """\
meetings:
  - {id: jun-2008, date: 2008-06-05}
  - {id: unplanned}
  - {id: feb-2008, date: 2008-02-07}
  - {id: sep-2008, date: 2008-09, cancelled: {reason: No quorum}}
"""


def test_without_a_rule_there_are_the_given_ones_in_order() -> None:
    """F3-07: one without a date stands after the one before it in the file."""
    schedule = schedule_of(NAMED)
    assert known(schedule) == ["feb-2008 2008-02-07", "jun-2008 2008-06-05", "unplanned None", "sep-2008 2008-09"]
    assert [each.id for each in schedule.given][:2] == ["EODB#feb-2008", "EODB#jun-2008"]
    assert not any(each.by_rule for each in schedule.given)


@pytest.mark.parametrize("rule", ["{every: 3 months}", "{every: 3 months, before: Council, at_least_a_year: 4}"])
def test_a_rule_without_a_first_date_gives_none(rule: str) -> None:
    schedule = schedule_of(f"meets: {rule}\n")
    assert schedule.known_by(END) == ()
    assert schedule.after(1) is None
    assert schedule.before(END) is None
    assert schedule.counted_from(1) is None
    assert known(schedule_of(f"meets: {rule}\n{NAMED}"))[-1] == "sep-2008 2008-09"


def test_a_rule_with_a_first_date_gives_dates_in_its_form() -> None:
    assert known(schedule_of("meets: {every: 3 months, from: 2008-01}\n"), "2008") == [
        "- 2008-01",
        "- 2008-04",
        "- 2008-07",
        "- 2008-10",
    ]
    assert known(schedule_of("meets: {from: 2008-01-30}\n")) == ["- 2008-01-30"]
    assert known(schedule_of("meets: {every: 6 months, from: 2008-01, until: 2008-07}\n")) == ["- 2008-01", "- 2008-07"]
    found = schedule_of("meets: {every: 3 months, from: 2008-01}\n").known_by(day("2008-01"))[0]
    assert (found.id, found.by_rule, found.is_counted) == ("EODB@2008-01", True, True)


@pytest.mark.parametrize(
    ("meeting", "dates"),
    [
        ("{id: m, date: 2008-04-20}", ["- 2008-01", "m 2008-04-20", "- 2008-07"]),
        ("{id: m, date: 2008-05-14}", ["- 2008-01", "m 2008-05-14", "- 2008-07"]),
        ("{id: m, date: 2008-06-20}", ["- 2008-01", "- 2008-04", "m 2008-06-20"]),
        ("{id: m, date: 2008-Q2}", ["- 2008-01", "m 2008-Q2", "- 2008-07"]),
        ("{id: m, date: 2008-04-20, cancelled: {reason: Flu}}", ["- 2008-01", "m 2008-04-20", "- 2008-07"]),
        ("{id: m, date: 2008-04-20, kind: special}", ["- 2008-01", "m 2008-04-20", "- 2008-04", "- 2008-07"]),
        ("{id: m, date: 2008-06-20, revisions: [{was: 2008-04-20}]}", ["- 2008-01", "m 2008-06-20", "- 2008-07"]),
        ("{id: m, date: 2007-12-20}", ["m 2007-12-20", "- 2008-04", "- 2008-07"]),
        ("{id: m, date: 2007-10-10}", ["m 2007-10-10", "- 2008-01", "- 2008-04", "- 2008-07"]),
        ("{id: m, date: 2008-10-10}", ["- 2008-01", "- 2008-04", "- 2008-07", "m 2008-10-10"]),
        ("{id: m}", ["m None", "- 2008-01", "- 2008-04", "- 2008-07"]),
    ],
)
def test_a_given_date_takes_the_place_of_the_nearest_of_the_rule(meeting: str, dates: list[str]) -> None:
    """But that of a special meeting; a moved one stands for the date that it had first."""
    rule = "meets: {every: 3 months, from: 2008-01, until: 2008-07}\n"
    assert known(schedule_of(f"{rule}meetings: [{meeting}]\n")) == dates


@pytest.mark.parametrize(
    ("rule", "date", "dates"),
    [
        ("every: 2 months, from: 2024-09, until: 2025-01", "2024-12-31", ["- 2024-09", "m 2024-12-31", "- 2025-01"]),
        ("every: 1 month, from: 2023-12, until: 2023-12", "2024-01-13", ["- 2023-12", "m 2024-01-13"]),
        (
            "every: 3 months, from: 2024-01-25, until: 2024-04-25",
            "2023-Q4",
            ["m 2023-Q4", "- 2024-01-25", "- 2024-04-25"],
        ),
        ("from: 2024-01", "2024-02-01", ["m 2024-02-01"]),
    ],
)
def test_the_nearest_is_that_of_the_rule_had_it_begun_earlier_and_gone_on(
    rule: str, date: str, dates: list[str]
) -> None:
    """Between two of them one is always the nearest, the earlier where neither is."""
    assert known(schedule_of(f"meets: {{{rule}}}\nmeetings: [{{id: m, date: {date}}}]\n"), "2026") == dates


def test_beside_a_rule_one_without_a_date_is_not_counted() -> None:
    rule = "meets: {every: 3 months, from: 2008-01}\n"
    assert not schedule_of(f"{rule}meetings: [{{id: m}}]\n").given[0].is_counted
    assert schedule_of("meetings: [{id: m}]\n").given[0].is_counted


def test_the_next_and_the_last_meeting_pass_over_cancelled_ones() -> None:
    schedule = schedule_of(NAMED)
    assert [
        str(each.date) for each in (schedule.after(day("2008-02-06")), schedule.after(day("2008-02-07"))) if each
    ] == [
        "2008-02-07",
        "2008-06-05",
    ]
    assert schedule.after(day("2008-06-05")) is None
    assert [schedule.before(day(text)) for text in ("2008-02-07", "2009-01-01")] == [None, schedule.by_id["jun-2008"]]


def test_next_and_last_are_the_rules_where_it_has_the_nearer() -> None:
    schedule = schedule_of("meets: {every: 3 months, from: 2008-01}\nmeetings: [{id: m, date: 2008-04-20}]\n")
    pairs = [(schedule.before(day(text)), schedule.after(day(text))) for text in ("2008-02-15", "2008-05-15")]
    assert [[str(each.date) for each in pair if each] for pair in pairs] == [
        ["2008-01", "2008-04-20"],
        ["2008-04-20", "2008-07"],
    ]


def test_between_has_what_is_on_days_cancelled_or_not() -> None:
    schedule = schedule_of(f"meets: {{every: 3 months, from: 2008-01}}\n{NAMED}")
    found = [str(each.date) for each in schedule.between(day("2008-02-07"), day("2008-09"))]
    assert found == ["2008-02-07", "2008-06-05", "2008-07", "2008-09"]


def test_an_endless_rule_is_bounded() -> None:
    assert len(schedule_of("meets: {every: 1 day, from: 2008-01-01}\n").known_by(END)) == 1000


# properties

_DAYS = st.dates(date(2007, 1, 1), date(2010, 12, 31)).map(str)
_MONTHS = st.builds(lambda year, month: f"{year}-{month:02d}", st.integers(2007, 2010), st.integers(1, 12))
_DATES = st.none() | _DAYS | _MONTHS


def _meeting(number: int, when: str | None, kind: str, is_cancelled: bool) -> str:
    date_ = f", date: {when}" if when else ""
    cancelled = ", cancelled: {reason: Flu}" if is_cancelled else ""
    return f"{{id: m{number}, kind: {kind}{date_}{cancelled}}}"


@st.composite
def boards(draw: st.DrawFn) -> str:
    kinds = st.sampled_from(["ordinary", "ordinary", "special"])
    rows = draw(st.lists(st.tuples(_DATES, kinds, st.booleans()), max_size=6))
    meetings = ", ".join(_meeting(number, *row) for number, row in enumerate(rows))
    every = draw(st.sampled_from(["1 month", "3 months", "6 months"]))
    first = draw(st.none() | _DAYS | _MONTHS)
    until = draw(st.sampled_from(["", ", until: 2012"]))
    anchor = f", from: {first}" if first else ""
    return f"meets: {{every: {every}{anchor}{until if first else ''}}}\nmeetings: [{meetings}]\n"


@given(text=boards(), at=st.dates(date(2006, 1, 1), date(2012, 1, 1)))
def test_all_ways_to_a_meeting_agree_and_invent_no_date(text: str, at: date) -> None:
    """Every date is one of the file, or one of the rule's own where that has a first date."""
    schedule, now = schedule_of(text), at.toordinal()
    everything = schedule.known_by(day("2013"))
    dated = [(each.date, each) for each in everything if each.date]
    of_rule = {schedule.cycle.occurrence(number) for number in range(schedule.cycle.size)} if schedule.cycle else set()
    written = {row.date for row in schedule.board.meetings}
    assert all(each.date in (of_rule if each.by_rule else written) for each in everything)
    assert [when.last for when, _ in dated] == sorted(when.last for when, _ in dated)
    assert sum(not each.by_rule for each in everything) == len(schedule.board.meetings)
    held = [each for _, each in dated if not each.is_cancelled]
    assert schedule.after(now) == next((each for each in held if each.date and each.date.last > now), None)
    assert schedule.counted_from(now) == next(
        (each for _, each in dated if each.is_counted and each.date and each.date.last >= now), None
    )
    before = [each for each in held if each.date and each.date.last < now]
    assert schedule.before(now) == (before[-1] if before else None)
    assert list(schedule.between(1, now)) == [each for when, each in dated if when.last <= now]
    assert list(schedule.between(now + 1, day("2013"))) == [each for when, each in dated if when.last > now]
