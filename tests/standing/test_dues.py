"""Dues: all that falls due, source by source. F0-09, F3-30: what is asked of each lead, and what is to be monitored."""

import pytest

from genderplan.dates.forms import parse_date
from genderplan.errors import UsageError
from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting
from genderplan.plan.plans import Tree
from genderplan.standing.dues.rows import Due, Reach
from genderplan.standing.dues.table import dues, open_dues
from genderplan.standing.records.dues import due_record
from genderplan.standing.standings import Status
from trees import ORGANISATIONS, PLAN, judged, pay, selected, tree_of

LAW = """\
genderplan: 1
title: Pay law
sections:
  - id: gap
    title: Publish the gap
    ref: "3"
    cycle: {every: 1 year, from: 2022-03-30, kind: fixed}
  - id: objectives
    title: Publish objectives
    cycle: {every: 4 years, kind: rolling}
  - {id: access, title: Access}
"""


def found(tree: Tree, until: str | None = None, as_of: str = "2025-01-15", **filters: list[str]) -> list[Due]:
    last = parse_date(until).last if until else None
    return open_dues(tree, judged(tree, as_of), selected(tree, **filters), Reach(last=last))


def told(tree: Tree, until: str | None = None, as_of: str = "2025-01-15", **filters: list[str]) -> list[str]:
    """Kind, id, and status of each."""
    return [f"{due.kind} {due.id} {due.status}" for due in found(tree, until, as_of, **filters)]


def of_law(policy: str, entries: dict[str, str] | None = None, law: str = LAW) -> Tree:
    files = {"organisations.yaml": ORGANISATIONS, "frameworks/law.yaml": law, "pay/plan.yaml": PLAN + policy}
    return tree_of(files | {f"pay/{name}.yaml": text for name, text in (entries or {}).items()})


def dated(tree: Tree, until: str, as_of: str = "2025-01-15") -> list[tuple[str, str, str | None]]:
    return [(str(due.date), due.status.value, due.note) for due in found(tree, until, as_of)]


def test_milestones_and_own_dates_that_are_overdue_or_due_soon() -> None:
    """F0-09"""
    tree = pay(
        {
            "actions/a": "title: A\nlead: HR\ndue: 2025-02\nmilestones:\n"
            "  - {id: late, title: Late, due: 2024-11}\n"
            "  - {id: far, title: Far, due: 2025-06, lead: Audit}\n"
            "  - {id: done, title: Done, due: 2024-10, completed: 2024-10}\n"
            "  - {id: none, title: None}\n",
            "projects/p": "title: P\nend: 2025-01\n",
            "actions/gone": "title: Gone\ndue: 2024-12\ncancelled: {reason: No}\n",
        },
        "due_soon: 60 days\n",
    )
    assert told(tree) == ["milestone pay/a#late overdue", "project pay/p due", "action pay/a due"]
    late = found(tree)[0]
    assert (due_record(late).days_overdue, late.leads, late.of, late.plan, late.line) == (
        46,
        ("HR",),
        "action: A",
        "pay",
        5,
    )
    assert [due.leads for due in found(tree, "2025-06")] == [("HR",), (), ("HR",), ("Audit",)]
    assert [due.id for due in found(tree, "2024-11")] == ["pay/a#late"]
    every = {due.id: due.status for due in dues(tree, judged(tree), selected(tree), Reach())}
    assert every["pay/a#done"] is Status.COMPLETE
    assert every["pay/gone"] is Status.CANCELLED


def test_an_own_date_is_not_told_beside_a_milestone_that_says_the_same() -> None:
    same = "title: A\ndue: 2025-02\nmilestones: [{id: m, title: M, due: 2025-02-28}]\n"
    assert told(pay({"actions/a": same}), "2025-12") == ["milestone pay/a#m upcoming"]


def test_each_time_of_what_comes_again_within_the_reach() -> None:
    tree = pay(
        {
            "actions/a": "title: A\ndue: 2024-Q2\nevery: 3 months\n"
            "completed: {2024-Q3: 2024-09-01}\nskipped: {2025-Q1: No room}\n",
            "actions/b": "title: B\nevery: 3 months\n",
            "actions/c": "title: C\ndue: 2024-Q4\nevery: 3 months\ncancelled: {reason: No}\n",
        }
    )
    assert told(tree, "2025-Q3") == [
        "action pay/a@2024-Q2 overdue",
        "action pay/a@2024-Q4 overdue",
        "action pay/a@2025-Q2 upcoming",
        "action pay/a@2025-Q3 upcoming",
    ]
    every = list(
        dues(tree, judged(tree), selected(tree), Reach(parse_date("2024-Q4").first, parse_date("2024-Q4").last))
    )
    assert [(due.id, due.status.value) for due in every] == [
        ("pay/a@2024-Q4", "overdue"),
        ("pay/c@2024-Q4", "cancelled"),
    ]


@pytest.mark.parametrize(
    ("reviewed", "status"),
    [
        ("[]", "overdue"),
        ("[{date: 2024-10, text: Before}]", "overdue"),
        ("[{text: Undated}]", "overdue"),
        ("[{date: 2025-02, text: After the day}]", "overdue"),
        ("[{date: 2024-12-03, text: Found}]", "complete"),
    ],
)
def test_a_review_is_due_until_one_is_told_of_that_day_or_later(reviewed: str, status: str) -> None:
    text = f"title: A\ncompleted: 2024-05\nlead: HR\nreview: 2024-11\nreviewed: {reviewed}\n"
    tree = pay({"actions/a": text, "actions/b": "title: B\n"})
    (due,) = (each for each in dues(tree, judged(tree), selected(tree)) if each.kind == "review")
    assert (due.id, due.status.value, due.leads, due.line) == ("pay/a", status, ("HR",), 4)


def test_nothing_of_what_is_cancelled_is_reviewed() -> None:
    tree = pay({"actions/a": "title: A\nreview: 2024-11\ncancelled: {reason: No}\n"})
    assert told(tree) == []
    assert [due.status for due in dues(tree, judged(tree), selected(tree))] == [Status.CANCELLED]


def test_values_of_indicators_that_are_owed_or_expected() -> None:
    indicator = (
        "title: Senior women\nlead: HR\nevery: 1 year\ncategories: [{id: a, title: Officers}, {id: b, title: Staff}]\n"
        "values:\n  - {period: 2022, category: a, value: 3}\n  - {period: 2022, category: b, value: 3}\n"
        "  - {period: 2023, category: a, value: 3}\n"
        "  - {period: 2024, category: b, value: pending, expected: 2025-03, reason: Late}\n"
    )
    tree = pay({"indicators/women": indicator})
    values = [(due.id, str(due.date), due.status.value, due.note) for due in found(tree, "2026")]
    assert values == [
        ("pay/women@2023", "2023", "overdue", "Staff"),
        ("pay/women@2024", "2024", "overdue", "Officers"),
        ("pay/women@2024", "2025-03", "upcoming", "Staff: Late"),
        ("pay/women@2025", "2025", "upcoming", None),
        ("pay/women@2026", "2026", "upcoming", None),
    ]


def test_an_indicator_of_which_nothing_is_known_owes_no_value() -> None:
    assert told(pay({"indicators/women": "title: Women\nevery: 1 year\n"}), "2030") == []


def test_days_of_a_fixed_duty_and_what_meets_them() -> None:
    """Each publication meets the earliest unmet day after the duty day before it."""
    tree = of_law(
        "follows: law\nlead: HR\npublications:\n"
        "  - {id: first, title: First, meets: law/gap, date: 2022-03-01}\n"
        "  - {id: early, title: Early, meets: law/gap, date: 2022-03-20}\n"
        "  - {id: other, title: Other, date: 2024-03-20}\n"
        "  - {id: to-come, title: To come, meets: law/gap, date: 2026}\n"
    )
    assert dated(tree, "2025-12") == [("2024-03-30", "overdue", None), ("2025-03-30", "upcoming", None)]
    due = found(tree, "2025-12")[0]
    assert (due.kind, due.id, due.leads, due.of, due.ref) == ("duty", "law/gap@2024-03-30", ("HR",), "Pay law", "3")
    assert (due.file, due.line, due.plan) == ("frameworks/law.yaml", 4, "pay")


def test_what_came_late_counts_for_the_next_day_unless_it_says_by_when_it_was_expected() -> None:
    late = "follows: law\npublications:\n  - {id: p, title: Gap, meets: law/gap, date: 2022-04-15%s}\n"
    note = "Gap, 2022-04-15, counts for the next one: write expected: 2022-03-30 under it if it is of this one"
    assert dated(of_law(late % ""), "2023", "2022-05-01") == [("2022-03-30", "overdue", note)]
    said = of_law(late % ", expected: 2022-03-30")
    assert [due.id for due in found(said, "2023", "2022-05-01")] == ["law/gap@2023-03-30"]


def test_a_rolling_duty_is_due_the_day_before_the_anniversary_of_the_last_publication() -> None:
    told_first = "duties: [{section: law/objectives, from: 2024-06}]\npublications:\n"
    published = "  - {id: p, title: P, meets: law/objectives, date: %s}\n"
    assert dated(of_law("follows: law\n"), "2021") == []
    assert dated(of_law(told_first.removesuffix("publications:\n")), "2030") == [("2024-06", "overdue", None)]
    for date, following in (
        ("2021-03-15", "2025-03-14"),
        ("2024-02-29", "2028-02-28"),
        ("2020-02", "2024-06"),
        ("2024-11", "2028-11"),
    ):
        assert dated(of_law(told_first + published % date), "2030") == [
            (following, "overdue" if following < "2025-01" else "upcoming", None)
        ]
    yearly = LAW.replace("every: 4 years", "every: 1 year")
    assert [day for day, *_ in dated(of_law("publications:\n" + published % "2024-02-29", law=yearly), "2030")] == [
        "2025-02-28"
    ]


def test_a_duty_without_a_first_day_gives_no_date() -> None:
    assert dated(of_law("follows: law\n", law=LAW.replace(", from: 2022-03-30", "")), "2030") == []


def test_the_first_day_is_the_bodys_and_the_end_that_of_the_edition() -> None:
    law = LAW.replace("title: Pay law\n", "title: Pay law\nvalid: {until: 2026-12}\n")
    duty = "duties: [{section: law/gap, from: %s, include: [{section: law/access, from: 2026}, {section: law/objectives}]}]\n"
    assert dated(of_law(duty % "2025-04-04", law=law), "2030") == [
        ("2025-04-04", "upcoming", "to include law/objectives"),
        ("2026-04-04", "upcoming", "to include law/access, law/objectives"),
    ]
    weekly = law.replace("every: 1 year, from: 2022-03-30", "every: 2 weeks")
    assert dated(of_law(duty % "2025", law=weekly), "2030") == []


def test_publications_to_come_by_who_answers_for_their_objectives() -> None:
    tree = of_law(
        "lead: HR\nobjectives: [{id: data, title: Data, lead: Audit}]\npublications:\n"
        "  - {id: p, title: P, expected: 2025-01, of: data}\n"
        "  - {id: q, title: Q, expected: 2024-12}\n"
        "  - {id: r, title: R, expected: 2024-12, date: 2024-12-20}\n"
        "  - {id: s, title: S}\n"
    )
    assert [(due.id, due.leads, due.status.value, due.line) for due in found(tree)] == [
        ("pay/q", ("HR",), "overdue", 7),
        ("pay/p", ("Audit",), "due", 6),
    ]


def test_days_that_are_asked_for_count_however_soon_they_are() -> None:
    tree = pay({"actions/a": "title: A\ndue: 2024-06\nevery: 1 month\n"})
    assert told(tree, due=["2025-05..2025-06"]) == ["action pay/a@2025-05 upcoming", "action pay/a@2025-06 upcoming"]
    assert told(tree, "2025-05", due=["2025-05..2025-06"]) == ["action pay/a@2025-05 upcoming"]
    assert len(told(tree, due=["2025-05.."])) == 1000 - 11


def test_more_times_than_anybody_reads_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genderplan.standing.cycles.MOST_TIMES", 3)
    assert len(told(pay({"actions/a": "title: A\ndue: 2024-12\nevery: 1 month\n"}), "2025-02")) == 3
    with pytest.raises(UsageError, match="more than 3 times of what comes again"):
        told(pay({"actions/a": "title: A\ndue: 2024-12\nevery: 1 month\n"}), "2025-03")


def test_each_of_many_reports_at_each_of_many_meetings_is_more_than_anybody_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meetings = "".join(f"  - {{id: m{day}, date: 2025-03-0{day}}}\n" for day in range(1, 4))
    reports = "".join(f"  - {{id: r{each}, title: R, every_meetings: 1, from: 2025-03-01}}\n" for each in range(2))
    shared = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN}
    tree = tree_of(shared | {"boards/HR-Board.yaml": f"meetings:\n{meetings}receives:\n{reports}"})
    monkeypatch.setattr("genderplan.standing.cycles.MOST_TIMES", 6)
    assert len(told(tree, "2025-04")) == 6
    monkeypatch.setattr("genderplan.standing.cycles.MOST_TIMES", 5)
    with pytest.raises(UsageError, match="more than 5 times of what comes again"):
        told(tree, "2025-04")


def test_filters_ask_each_time_and_each_sort_what_it_can_answer() -> None:
    tree = of_law(
        "follows: law\nlead: HR\n",
        {
            "actions/a": "title: A\nlead: HR\ndue: 2024-Q4\nevery: 3 months\nreview: 2024-11\n",
            "actions/b": "title: B\nlead: Audit\ndue: 2024-12\n",
            "indicators/i": "title: I\nlead: HR\nevery: 1 year\nvalues: [{period: 2023, value: 3}]\n",
        },
    )
    assert told(tree, "2025-04", lead=["HR"], due=["2024-07..2025-03"]) == [
        "review pay/a overdue",
        "value pay/i@2024 overdue",
        "action pay/a@2024-Q4 overdue",
        "duty law/gap@2025-03-30 upcoming",
        "action pay/a@2025-Q1 upcoming",
    ]
    assert told(tree, "2025-04", status=["upcoming"]) == [
        "duty law/gap@2025-03-30 upcoming",
        "action pay/a@2025-Q1 upcoming",
    ]
    assert told(tree, lead=["Audit"]) == ["action pay/b overdue"]
    assert told(tree, search=["publish the gap"], due=["2025"], until="2025") == ["duty law/gap@2025-03-30 upcoming"]
    assert told(tree, kind=["action"], due=["2024-12"]) == ["action pay/a@2024-Q4 overdue", "action pay/b overdue"]


BOARD = """\
oversees: pay
meetings: [{id: spring, date: 2025-03-06}, {id: autumn}]
receives:
  - {id: progress, title: Progress, by: HR, every: 6 months, from: 2024-08}
  - {id: audit, title: Audit, by: Audit, every: 1 year}
  - {id: other, title: Every other, by: HR, every_meetings: 2}
promised:
  - {id: survey, title: Survey, by: Audit, at: 2024-autumn, reason: Late}
  - {id: came, title: Came, at: 2024-autumn, received: 2025-01-10}
  - {id: spring, title: At the meeting, at: spring}
  - {id: unknown, title: At one without a date, at: autumn}
  - {id: some-day, title: Some day}
decisions:
  - {id: act, text: Act on it, kind: action, lead: HR, due: 2025-01, agreed: true}
  - {id: no, text: Not this, due: 2025-01, agreed: false}
  - {id: done, text: Done, due: 2025-01, completed: 2025-01-02}
  - {id: note, text: Note it}
champions: {every: 1 month, from: 2024-12, by: Audit, rota: [HR, Finance], note: In turn}
"""


def of_board(board: str = BOARD) -> Tree:
    files = {"organisations.yaml": ORGANISATIONS, "boards/HR-Board.yaml": board}
    return tree_of(files | {"pay/plan.yaml": PLAN, "care/plan.yaml": PLAN})


def test_what_is_owed_to_a_board() -> None:
    """F1-04, F2-13: reports every six months, and reports that are put off, with whether they came."""
    owed = [(due.kind.value, due.id, due.status.value, due.leads) for due in found(of_board(), "2025-08")]
    assert owed == [
        ("report", "HR-Board#survey", "overdue", ("Audit",)),
        ("decision", "HR-Board#act", "due", ("HR",)),
        ("review", "HR-Board#champions@2025-01", "due", ("Audit",)),
        ("review", "HR-Board#champions@2025-02", "upcoming", ("Audit",)),
        ("report", "HR-Board#progress@2025-02", "upcoming", ("HR",)),
        ("report", "HR-Board#spring", "upcoming", ()),
        *(("review", f"HR-Board#champions@2025-0{month}", "upcoming", ("Audit",)) for month in range(3, 8)),
        ("review", "HR-Board#champions@2025-08", "upcoming", ("Audit",)),
        ("report", "HR-Board#progress@2025-08", "upcoming", ("HR",)),
    ]
    survey, act, turn, *_ = found(of_board(), "2025-08")
    assert (survey.note, survey.of, survey.plan, survey.line) == ("Late", "HR-Board", None, 8)
    assert (act.title, turn.title, turn.note) == ("Act on it", "Review with Finance Department", "In turn")
    assert [due.status.value for due in dues(of_board(), judged(of_board()), selected(of_board()))] == [
        "overdue",
        "complete",
        "due",
        "cancelled",
        "complete",
        "due",
    ]


def test_what_came_again_before_the_status_date_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[int] = []
    counted_from = Schedule.counted_from

    def counting(schedule: Schedule, day: int) -> ScheduledMeeting | None:
        met.append(day)
        return counted_from(schedule, day)

    monkeypatch.setattr(Schedule, "counted_from", counting)
    board = "receives: [{id: daily, title: Daily, every: 1 day, from: 2023-01-01}]\n"
    assert len(found(of_board(board), "2025-01-20")) == 6
    assert len(met) < 10


def test_a_board_is_owed_nothing_of_plans_that_it_does_not_oversee() -> None:
    for oversees, count in (("pay/x", 0), ("[care, pay]", 3), ("tag:x", 0), ("standard/x", 0)):
        tree = of_board(BOARD.replace("oversees: pay", f"oversees: {oversees}"))
        care = [each for each in judged(tree) if each.plan.id == "care"]
        assert len(open_dues(tree, care, selected(tree))) == count, oversees
    assert len(found(of_board(BOARD.replace("oversees: pay\n", "")))) == 3


REGISTER = """\
title: Policies
kind: policies
tags: [policy]
items:
  - {id: dress, title: Dress, lead: HR, review: {every: 1 year, last: 2023-11}, relevance: [{section: strands/race, priority: high}]}
  - {id: leave, title: Leave, review: 2025-01, tags: [care], relevance: [{section: strands/race, priority: none}]}
  - {id: pay, title: Pay, review: {every: 1 year}}
  - {id: hours, title: Hours, review: {every: 1 year, last: 2024-11}}
  - {id: none, title: None}
"""
STRANDS = "genderplan: 1\ntitle: Strands\nkind: strands\nsections: [{id: race, title: Race}]\n"


def test_policies_whose_yearly_monitoring_is_due_by_strand_and_priority() -> None:
    """F3-30"""
    files = {"organisations.yaml": ORGANISATIONS, "frameworks/strands.yaml": STRANDS, "pay/plan.yaml": PLAN}
    tree = tree_of(files | {"pay/registers/policies.yaml": REGISTER})
    assert told(tree) == ["review pay/policies#dress overdue", "review pay/policies#leave due"]
    dress = found(tree)[0]
    assert (dress.leads, dress.of, dress.note, dress.line) == (("HR",), "Policies", "strands/race high", 5)
    assert [due.id for due in found(tree, "2025-12")][-1] == "pay/policies#hours"
    assert told(tree, supports=["strands/race"]) == ["review pay/policies#dress overdue"]
    assert told(tree, priority=["high"]) == ["review pay/policies#dress overdue"]
    assert told(tree, priority=["low"]) == []
    assert len(told(tree, "2025-12", lead=["HR"])) == 1
