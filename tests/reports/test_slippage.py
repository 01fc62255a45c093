"""`slippage`: agreed dates against a baseline: moved, gained and lost, and the totals."""

import pytest

from genderplan.plan.states import state_of_baselines
from genderplan.reports.slippage.result import slippage
from reports.comparing import GAP, REMOVED, compared, milestone, now, report, short
from trees import PLAN, judged, pay, selected, tree_of


def test_nothing_changed() -> None:
    comparison = compared(now())
    assert (comparison.moved, comparison.dated, comparison.undated, comparison.reworded) == ((), (), (), ())
    assert not any(comparison.added)
    assert not any(comparison.removed)
    assert comparison.totals == (2, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, (None, None), None)


def test_what_is_compared() -> None:
    (label,) = report(now()).plans
    assert (label.id, label.title, str(label.as_of), label.as_of_from) == (
        "pay",
        "Equal pay and careers plan",
        "2025-01-15",
        "option",
    )
    comparison = compared(now())
    assert (comparison.plan, str(comparison.as_of)) == ("pay", "2025-01-15")
    name, title, taken = comparison.baseline
    assert (name, title, str(taken)) == ("board-1", "As the board agreed it", "2024-10-01")


@pytest.mark.parametrize(
    ("due", "moved", "net", "worst"),
    [
        ("2025-05", [("gap#report", "due", "2025-03", "2025-05", 2, 61)], 2, 2),
        ("2025-01", [("gap#report", "due", "2025-03", "2025-01", -2, -59)], -2, 0),
        ("2026-03", [("gap#report", "due", "2025-03", "2026-03", 12, 365)], 12, 12),
        ("2025-Q2", [("gap#report", "due", "2025-03", "2025-Q2", 3, 91)], 3, 3),
        ("2025-03-10", [], 0, 0),  # a month and a day are compared by the month
        ("2025-Q1", [], 0, 0),
    ],
)
def test_a_date_that_moved(due: str, moved: list[object], net: int, worst: int) -> None:
    comparison = compared(now(**milestone("report", f"title: Publish the report, due: {due}")))
    assert short(comparison.moved) == moved
    totals = comparison.totals
    assert (totals.compared, totals.moved, totals.unmoved) == (2, len(moved), 2 - len(moved))
    assert (totals.later, totals.earlier) == (int(net > 0), int(net < 0))
    assert (totals.net_months, totals.worst_months) == (net, worst)


@pytest.mark.parametrize(
    ("was", "due", "months", "days", "later"),
    [
        ("2025-03-31", "2025-04-01", 1, 1, 1),
        ("2025-03-01", "2025-03-31", 0, 30, 1),
        ("2025-03-31", "2025-03-01", 0, -30, 0),
    ],
)
def test_days_are_compared_in_days(was: str, due: str, months: int, days: int, later: int) -> None:
    then = f"  a: {{kind: action, title: A, due: {was}}}\n"
    comparison = compared({"actions/a": f"title: A\ndue: {due}\n"}, then)
    assert short(comparison.moved) == [("a", "due", was, due, months, days)]
    assert comparison.moved[0].variance == (months, days, True)
    assert comparison.totals.net == (None, days)
    assert comparison.totals.worst == ((days, "days") if later else None)
    assert (comparison.totals.later, comparison.totals.earlier) == (later, 1 - later)
    assert (comparison.totals.net_months, comparison.totals.worst_months) == (months, months)


def test_the_dates_of_entries_come_before_those_of_milestones() -> None:
    then = """\
  a: {kind: project, title: A, start: 2025-01, end: 2025-06, due: 2025-06, milestones: [{id: m, title: M, due: 2025-02}]}
"""
    text = "title: A\npartners: HR\nstart: 2025-02\nend: 2025-05\ndue: 2025-09\nmilestones: [{id: m, title: M, due: 2025-03}]\n"
    comparison = compared({"projects/a": text}, then)
    assert [(each[0], each[1], each[4]) for each in short(comparison.moved)] == [
        ("a", "start", 1),
        ("a", "end", -1),
        ("a", "due", 3),
        ("a#m", "due", 1),
    ]
    totals = comparison.totals
    assert (totals.compared, totals.moved, totals.later, totals.earlier) == (4, 4, 3, 1)
    assert (totals.net_months, totals.worst_months) == (4, 3)


def test_what_is_judged_in_days_is_in_no_sum_of_months() -> None:
    """Ten days over a month's end are no ten months."""
    dates = {"a": ("2025-03", "2025-05"), **{f"m{day}": ("2025-03-31", f"2025-04-0{day}") for day in range(1, 8)}}
    then = "".join(f"  {name}: {{kind: action, title: A, due: {was}}}\n" for name, (was, _) in dates.items())
    files = {f"actions/{name}": f"title: A\ndue: {now_}\n" for name, (_, now_) in dates.items()}
    totals = compared(files, then).totals
    assert (totals.net_months, totals.net, totals.worst) == (9, (2, 28), (2, "months"))


def test_what_a_move_says_beside_its_dates() -> None:
    (move,) = compared(now(**milestone("report", "title: Print it, due: 2025-04, lead: Finance"))).moved
    assert (move.id, move.entry, move.title) == ("pay/gap#report", "gap", "Print it")
    assert (move.leads, move.objective) == (("Finance",), "data")
    (move,) = compared(now(**milestone("report", "title: Print it, due: 2025-04"))).moved
    assert move.leads == ("HR",)


def test_progress_is_not_compared() -> None:
    keys = "title: Publish the report, due: 2025-03, forecast: 2025-09, completed: 2025-01-10"
    assert compared(now(**milestone("report", keys))) == compared(now())


def test_dates_gained_and_lost() -> None:
    then = "  a: {kind: project, title: A, start: 2025-01, milestones: [{id: m, title: M}, {id: n, title: N, due: 2025-02}]}\n"
    text = "title: A\nend: 2025-05\nmilestones: [{id: m, title: M, due: 2025-03}, {id: n, title: N, duration: P1M}]\n"
    comparison = compared({"projects/a": text}, then)
    assert comparison.moved == ()
    assert short(comparison.dated) == [
        ("a", "end", None, "2025-05", None, None),
        ("a#m", "due", None, "2025-03", None, None),
    ]
    assert short(comparison.undated) == [
        ("a", "start", "2025-01", None, None, None),
        ("a#n", "due", "2025-02", None, None, None),
    ]
    assert comparison.totals[:5] == (0, 0, 0, 0, 0)
    assert [each.variance for each in (*comparison.dated, *comparison.undated)] == [None] * 4


def renamed(name: str, keys: str, *milestones: str) -> dict[str, str]:
    lines = now()["actions/gap"].replace("milestones:\n", f"{keys}\nmilestones:\n")
    for each in milestones:
        old, _, new = each.partition(" > ")
        assert old in lines
        lines = lines.replace(old, new)
    return {f"actions/{name}": lines}


def test_a_renamed_entry_is_the_same_one() -> None:
    files = renamed("pay-gap", "renamed_from: gap", "due: 2025-03 > due: 2025-05")
    comparison = compared(files)
    assert short(comparison.moved) == [("pay-gap#report", "due", "2025-03", "2025-05", 2, 61)]
    assert (comparison.added.entries, comparison.removed.entries) == ((), ())
    assert (comparison.added.milestones, comparison.removed.milestones) == ((), ())


def test_a_renamed_milestone_is_the_same_one() -> None:
    files = renamed("gap", "", "{id: report, > {id: print, renamed_from: report,", "due: 2025-03 > due: 2025-04")
    comparison = compared(files)
    assert short(comparison.moved) == [("gap#print", "due", "2025-03", "2025-04", 1, 30)]
    assert (comparison.added.milestones, comparison.removed.milestones) == ((), ())


def test_a_milestone_that_changed_entry_is_the_same_one() -> None:
    text = "title: To review\nmilestones: [{id: publish, title: Publish the report, due: 2025-06, renamed_from: gap#report}]\n"
    report_line = "\n  - {id: report, title: Publish the report, due: 2025-03}"
    comparison = compared(renamed("gap", "", f"{report_line} > ") | {"actions/review": text})
    assert short(comparison.moved) == [("review#publish", "due", "2025-03", "2025-06", 3, 91)]
    assert [each.id for each in comparison.added.entries] == ["pay/review"]
    assert (comparison.added.milestones, comparison.removed.milestones) == ((), ())
    assert comparison.totals[5:9] == (1, 0, 0, 0)


def test_narrowed_by_filters() -> None:
    then = GAP + "  review: {kind: action, title: Review, lead: Audit, due: 2025-02}\n" + REMOVED
    late = now(**milestone("report", "title: Print, due: 2025-05"), title="title: Other")
    files = late | {
        "actions/review": "title: Reviews\nlead: Audit\ndue: 2025-04\n",
        "actions/new": "title: New\nlead: Audit\n",
    }
    every = compared(files, then)
    assert [each.id for each in every.moved] == ["pay/review", "pay/gap#report"]
    by_lead = compared(files, then, lead=["Internal audit"])
    assert [each.id for each in by_lead.moved] == ["pay/review"]
    assert [each.id for each in by_lead.added.entries] == ["pay/new"]
    assert (by_lead.removed.entries, [each.id for each in by_lead.reworded]) == ((), ["pay/review"])
    assert by_lead.totals == (1, 1, 1, 0, 0, 1, 0, 0, 0, 2, 2, (2, None), (2, "months"))
    by_due = compared(files, then, due=["2025-05"])
    assert [each.id for each in by_due.moved] == ["pay/gap#report"]
    assert by_due.totals.compared == 1
    by_kind = compared(files, then, kind=["project"])
    assert (by_kind.moved, [each.id for each in by_kind.removed.entries]) == ((), ["pay/old"])
    by_status = compared(files, then, status=["upcoming"])
    assert by_status.removed.entries == ()
    assert [each.id for each in by_status.moved] == ["pay/review", "pay/gap#report"]


def test_against_a_baseline_by_name_and_plans_without_it() -> None:
    files = {
        "a/plan.yaml": PLAN,
        "a/actions/x.yaml": "title: X\ndue: 2025-06\n",
        "a/baselines/one.yaml": "genderplan: 1\ntaken: 2024-01\nentries: {x: {kind: action, title: X, due: 2025-01}}\n",
        "a/baselines/two.yaml": "genderplan: 1\ntaken: 2024-06\nentries: {x: {kind: action, title: X, due: 2025-05}}\n",
        "b/plan.yaml": PLAN,
        "b/baselines/one.yaml": "genderplan: 1\nentries: {}\n",
        "c/plan.yaml": PLAN,
    }
    tree = tree_of(files)
    standings = judged(tree)
    for against, months, without in [
        (None, [1, 0], ("c",)),
        ("one", [5, 0], ("c",)),
        ("two", [1], ("b", "c")),
        ("x", [], ("a", "b", "c")),
    ]:
        report = slippage(standings, selected(tree), state_of_baselines(tree.plans, against))
        assert [each.totals.net_months for each in report.comparisons] == months
        assert report.without == without
        assert [each.id for each in report.plans] == [each.plan for each in report.comparisons]


def test_the_finish_is_held_against_the_newest_and_slippage_against_the_named() -> None:
    files = {
        "baselines/old": "genderplan: 1\ntaken: 2023\nentries: {x: {kind: action, title: X, due: 2025-01}}\n",
        "baselines/new": "genderplan: 1\ntaken: 2024\nentries: {x: {kind: action, title: X, due: 2025-06}}\n",
        "actions/x": "title: X\ndue: 2025-06\n",
    }
    tree = pay(files)
    (standings,) = judged(tree)
    (only,) = standings.items
    assert str(only.baseline_due) == "2025-06"
    (comparison,) = slippage([standings], selected(tree), state_of_baselines(tree.plans, "old")).comparisons
    assert comparison.totals.net_months == 5


@pytest.mark.parametrize(
    ("now", "moved", "dated"),
    [
        ("end: 2025-05\ndue: 2026-12", [("due", "2025-05", "2026-12")], []),
        ("due: 2026-12", [("due", "2025-05", "2026-12")], []),
        ("due: 2025-05", [], []),
        ("end: 2025-05\ndue: 2025-03", [], ["due"]),
    ],
)
def test_an_own_date_under_another_key_is_one_date(
    now: str, moved: list[tuple[str, str, str]], dated: list[str]
) -> None:
    """A later `due` beside an `end` is no date gained: what counts has moved."""
    baseline = "genderplan: 1\nentries: {x: {kind: action, title: X, end: 2025-05}}\n"
    tree = pay({"baselines/old": baseline, "actions/x": f"title: X\n{now}\n"})
    (comparison,) = slippage(judged(tree), selected(tree)).comparisons
    assert [(each.field, str(each.was), str(each.now)) for each in comparison.moved] == moved
    assert [each.field for each in comparison.dated] == dated
    assert comparison.undated == ()
