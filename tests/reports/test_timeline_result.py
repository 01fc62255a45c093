"""`timeline`: bars, marks, labels, what the baseline says, and the axis."""

from collections.abc import Sequence

import pytest

from genderplan.dates.forms import PlanDate, parse_date
from genderplan.errors import UsageError
from genderplan.reports.timeline.result import Axis, Row, TimelineReport, timeline
from trees import PLAN, judged, pay, selected, tree_of


def report(
    files: dict[str, str], start: str | None = None, end: str | None = None, **criteria: Sequence[str]
) -> TimelineReport:
    tree = pay(files)
    ends = [parse_date(each) if each else None for each in (start, end)]
    return timeline(judged(tree), selected(tree, **criteria), *ends)


def row(kind: str, text: str, then: str = "") -> Row:
    files = {f"{kind}s/a": f"title: Return to work\n{text}"}
    if then:
        files["baselines/b"] = f"genderplan: 1\nentries:\n  a: {{kind: {kind}, title: A, {then}}}\n"
    (only,) = report(files).rows
    return only


def words(*dates: PlanDate | None) -> tuple[str | None, ...]:
    return tuple(date and str(date) for date in dates)


TWO = "milestones: [{id: m, title: M, due: 2025-05}, {id: n, title: N, due: 2025-03}, {id: o, title: O}]"


@pytest.mark.parametrize(
    ("kind", "text", "bar"),
    [
        # an action's bar runs from its first to its last dated milestone
        ("action", TWO, ("2025-03", "2025-05")),
        ("action", f"start: 2024-01\nend: 2026-01\ndue: 2026-02\n{TWO}", ("2025-03", "2025-05")),
        ("action", "milestones: [{id: m, title: M, due: 2025-05-10}]", ("2025-05-10", "2025-05-10")),
        ("action", "milestones: [{id: m, title: M, due: 2025}, {id: n, title: N, due: 2025-03}]", ("2025", "2025")),
        ("action", "due: 2025-06", ("2025-06", "2025-06")),
        ("action", "start: 2025-02\ndue: 2025-06", ("2025-02", "2025-06")),
        ("action", "milestones: [{id: m, title: M}]", (None, None)),
        # a project's as it says
        ("project", f"start: 2024-01\nend: 2026-01\n{TWO}", ("2024-01", "2026-01")),
        ("project", f"start: 2024-01\nend: 2026-01\ndue: 2025-12\n{TWO}", ("2024-01", "2025-12")),
        ("project", TWO, ("2025-03", "2025-05")),
        ("project", f"start: 2024-01\n{TWO}", ("2024-01", "2025-05")),
        ("project", "end: 2026-01", (None, "2026-01")),
        ("project", "note: No date", (None, None)),
    ],
)
def test_where_a_bar_starts_and_ends(kind: str, text: str, bar: tuple[str | None, str | None]) -> None:
    found = row(kind, text)
    assert words(found.start, found.end) == bar
    assert (found.plan, found.id, found.kind) == ("pay", "pay/a", kind)
    assert words(found.baseline_start, found.baseline_end) == (None, None)


@pytest.mark.parametrize(
    ("kind", "then", "bar"),
    [
        (
            "action",
            "milestones: [{id: x, title: X, due: 2024-01}, {id: y, title: Y, due: 2024-02}]",
            ("2024-01", "2024-02"),
        ),
        ("project", "start: 2024-01, end: 2024-09", ("2024-01", "2024-09")),
        ("project", "tags: [x]", (None, None)),
    ],
)
def test_the_bar_of_the_baseline(kind: str, then: str, bar: tuple[str | None, str | None]) -> None:
    found = row(kind, "milestones: [{id: m, title: M, due: 2025-05}]", then)
    assert words(found.baseline_start, found.baseline_end) == bar


def test_the_bar_of_an_entry_that_was_renamed() -> None:
    found = row("project", "", "start: 2024-01, end: 2024-09")
    assert found.baseline_start is not None
    then = "genderplan: 1\nentries:\n  old: {kind: project, title: A, start: 2024-02, end: 2024-10}\n"
    (new,) = report({"projects/a": "title: A\nrenamed_from: old\n", "baselines/b": then}).rows
    assert words(new.baseline_start, new.baseline_end) == ("2024-02", "2024-10")


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("project", "groups: Carers", "Carers"),
        ("project", "groups: [Carers, Parents, Managers]", "Carers/Parents/Managers"),
        ("project", "", "Return to work"),
        ("action", "groups: [Carers]", "Return to work"),
    ],
)
def test_labels(kind: str, text: str, label: str) -> None:
    assert row(kind, text).label == label


def test_marks_are_the_dated_milestones() -> None:
    text = """\
milestones:
  - {id: done, title: A, due: 2024-11, completed: 2024-12-20}
  - {id: late, title: A, due: 2024-12, forecast: 2025-03}
  - {id: free, title: A, forecast: 2025-04}
  - {id: none, title: A, duration: P3M}
due: 2025-09
"""
    found = row("action", text)
    assert [(each.id, *words(each.due, each.finish), each.status) for each in found.milestones] == [
        ("pay/a#done", "2024-11", "2024-12-20", "complete"),
        ("pay/a#late", "2024-12", "2025-03", "overdue"),
        ("pay/a#free", None, "2025-04", "undated"),
    ]
    assert (found.status, found.rag) == ("overdue", "red")


AXIS_FILES = {
    "actions/a": "title: A\nmilestones: [{id: m, title: M, due: 2025-03-10}, {id: n, title: N, due: 2025-05, forecast: 2025-07}]\n",
    "projects/b": "title: B\nstart: 2024-Q4\nend: 2025-06\n",
    "baselines/b": "genderplan: 1\nentries:\n  a: {kind: action, title: A, milestones: [{id: m, title: M, due: 2024-08}]}\n",
}


@pytest.mark.parametrize(
    ("start", "end", "criteria", "axis"),
    [
        (None, None, {}, ("2024-08", "2025-07")),  # the extent of its rows, baseline and finish included
        (None, None, {"kind": ["project"]}, ("2024-10", "2025-06")),
        ("2025-01", None, {}, ("2025-01", "2025-07")),
        (None, "2025-01-10", {}, ("2024-08", "2025-01")),
        ("2024", "2025", {}, ("2024-01", "2025-12")),
        ("2025-02-10", "2025-02-20", {}, ("2025-02", "2025-02")),
        ("2025-Q2", "FY2025-26", {}, ("2025-04", "2026-03")),
    ],
)
def test_the_axis(start: str | None, end: str | None, criteria: dict[str, list[str]], axis: tuple[str, str]) -> None:
    found = report(AXIS_FILES, start, end, **criteria).axis
    assert found is not None
    assert (*words(found.from_, found.to), found.unit) == (*axis, "month")


def test_the_axis_reaches_from_the_first_day_to_the_last_of_coarse_dates() -> None:
    axis = report({"projects/a": "title: A\nstart: FY2024-25\nend: 2025-winter\n"}).axis
    assert axis is not None
    assert words(axis.from_, axis.to) == ("2024-04", "2026-02")


def test_rows_do_not_change_with_the_axis() -> None:
    assert report(AXIS_FILES, "2030", "2031").rows == report(AXIS_FILES).rows


@pytest.mark.parametrize(("start", "end"), [("2025-02", "2025-01"), ("2026-01", None), (None, "2024-07")])
def test_an_axis_does_not_end_before_it_starts(start: str | None, end: str | None) -> None:
    with pytest.raises(UsageError, match="the time axis ends before it starts"):
        report(AXIS_FILES, start, end)


def test_without_any_date_there_is_no_axis_unless_it_is_given() -> None:
    files = {"actions/a": "title: A\n"}
    assert report(files).axis is None
    assert report(files, "2025-01").axis is None
    assert report(files, "2025-01", "2025-02").axis == Axis(parse_date("2025-01"), parse_date("2025-02"), "month")
    assert [each.id for each in report(files).rows] == ["pay/a"]


def test_plans_and_their_baselines() -> None:
    then = "genderplan: 1\nentries: {}\n"
    tree = tree_of(
        {"a/plan.yaml": PLAN, "b/plan.yaml": PLAN, "b/baselines/one.yaml": then, "b/baselines/two.yaml": then}
    )
    found = timeline(judged(tree), selected(tree))
    assert [each.id for each in found.plans] == ["a", "b"]
    assert dict(found.baselines) == {"b": "two"}
    assert found.rows == ()


def test_rows_that_are_selected_stand_in_the_order_of_the_plan() -> None:
    files = AXIS_FILES | {"actions/c": "title: C\norder: 1\ndue: 2024-12\n"}
    assert [each.id for each in report(files).rows] == ["pay/c", "pay/a", "pay/b"]
    assert [each.id for each in report(files, status=["overdue"]).rows] == ["pay/c"]
    assert [each.id for each in report(files, due=["2025-03"]).rows] == ["pay/a"]
