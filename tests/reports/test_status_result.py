"""`status`: counts and RAG per plan, objective and projects; what is overdue, due next, and slipped."""

from collections.abc import Mapping, Sequence
from functools import cache

import pytest

from genderplan.plan.plans import Tree
from genderplan.reports.status.result import PlanStatus, status
from genderplan.standing.records.items import MilestoneRecord, Tally
from genderplan.standing.standings import Status
from trees import ORGANISATIONS, PLAN, judged, pay, selected, tree_of

POLICY = """\
state: draft
tolerance: 1 month
due_soon: 30 days
objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}, {id: empty, title: Nothing yet}]
"""
PUBLISH = """\
title: To publish the pay gap by grade
objective: data
lead: HR
milestones:
  - {id: extract, title: Extract payroll, due: 2024-12, completed: 2024-12-20}
  - {id: unions, title: Ask the unions, due: 2024-12}
  - {id: grades, title: Ask each grade, due: 2024-10-31}
  - {id: report, title: Publish the report, due: 2025-05}
  - {id: print, title: Print it, due: 2025-06, forecast: 2025-07}
  - {id: pilot, title: Try it, duration: P3M}
"""
REVIEW = """\
title: To review promotions
objective: careers
due: 2025-02-14
milestones:
  - {id: ask, title: Ask the staff, due: 2025-01, lead: Audit}
  - {id: stop, title: Stop it, due: 2024-01, cancelled: {reason: Cost}}
"""
RETURN = "title: Return to work\nend: 2025-09\nmilestones: [{id: site, title: Choose a site}]\n"
BASELINE = """\
genderplan: 1
entries:
  publish:
    kind: action
    title: A
    milestones:
      - {id: report, title: B, due: 2025-03}
      - {id: print, title: B, due: 2025-06}
      - {id: extract, title: B, due: 2024-12}
  return: {kind: project, title: C, end: 2025-10}
"""
FILES = {
    "organisations.yaml": ORGANISATIONS,
    "pay/plan.yaml": PLAN + POLICY,
    "pay/actions/publish.yaml": PUBLISH,
    "pay/actions/review.yaml": REVIEW,
    "pay/projects/return.yaml": RETURN,
    "pay/baselines/board-1.yaml": BASELINE,
    "training/plan.yaml": PLAN.replace("Equal pay and careers", "Training"),
}


@cache
def tree() -> Tree:
    return tree_of(FILES)


def of(**criteria: Sequence[str]) -> PlanStatus:
    """The plan `pay`, the first of the two."""
    return status(judged(tree()), selected(tree(), **criteria)).plans[0]


def some(counts: Mapping[Status, int]) -> dict[str, int]:
    assert list(counts) == list(Status)
    return {name.value: number for name, number in counts.items() if number}


def both(counts: Tally) -> tuple[dict[str, int], dict[str, int]]:
    return some(counts.entries), some(counts.milestones)


def ids(records: Sequence[MilestoneRecord]) -> list[str]:
    return [each.id.removeprefix("pay/") for each in records]


def test_what_is_said_of_a_plan() -> None:
    found = of()
    assert (found.title, found.state, str(found.as_of), found.as_of_from) == (
        "Equal pay and careers plan",
        "draft",
        "2025-01-15",
        "option",
    )
    assert (found.baseline, str(found.tolerance), found.rag) == ("board-1", "P1M", "red")
    assert both(found.counts) == (
        {"overdue": 1, "due": 1, "upcoming": 1},
        {"complete": 1, "cancelled": 1, "overdue": 2, "due": 1, "upcoming": 2, "undated": 2},
    )


def test_a_plan_of_nothing() -> None:
    found = status(judged(tree()), selected(tree())).plans[1]
    assert (found.title, found.state, found.baseline, found.tolerance, found.rag) == (
        "Training plan",
        None,
        None,
        None,
        None,
    )
    assert both(found.counts) == ({}, {})
    assert (found.objectives, found.overdue, found.due, found.slipped) == ((), (), (), ())
    assert (found.projects.rag, both(found.projects.counts)) == (None, ({}, {}))


def test_objectives_stand_in_their_order_also_the_empty_ones() -> None:
    found = of().objectives
    assert [(each.id, each.title, each.rag, each.actions, each.milestones) for each in found] == [
        ("data", "Pay data", "red", 1, 6),
        ("careers", "Careers", "green", 1, 2),
        ("empty", "Nothing yet", None, 0, 0),
    ]
    assert [both(each.counts) for each in found] == [
        ({"overdue": 1}, {"complete": 1, "overdue": 2, "upcoming": 2, "undated": 1}),
        ({"due": 1}, {"cancelled": 1, "due": 1}),
        ({}, {}),
    ]


def test_projects() -> None:
    projects = of().projects
    assert (projects.rag, both(projects.counts)) == ("green", ({"upcoming": 1}, {"undated": 1}))


def test_lists_of_what_is_overdue_due_and_slipped() -> None:
    found = of()
    assert ids(found.overdue) == ["publish#grades", "publish#unions"]  # the longest overdue first
    assert [each.days_overdue for each in found.overdue] == [76, 15]
    assert ids(found.due) == ["review#ask", "review"]
    assert [each.milestone for each in found.due] == ["ask", None]
    assert [each.leads for each in found.due] == [("Audit",), ()]
    assert ids(found.slipped) == ["publish#report", "publish#print"]
    assert [(each.variance_months, each.rag) for each in found.slipped] == [(2, "red"), (1, "amber")]


@pytest.mark.parametrize(
    ("criteria", "counts", "overdue", "objectives"),
    [
        ({"objective": ["careers"]}, ({"due": 1}, {"cancelled": 1, "due": 1}), [], ["careers"]),
        ({"lead": ["Audit"]}, ({"due": 1}, {"due": 1}), [], ["careers"]),
        ({"status": ["overdue"]}, ({"overdue": 1}, {"overdue": 2}), ["publish#grades", "publish#unions"], ["data"]),
        ({"status": ["complete"]}, ({}, {"complete": 1}), [], ["data"]),
        ({"kind": ["project"]}, ({"upcoming": 1}, {"undated": 1}), [], []),
        ({"due": ["2024-10"]}, ({"overdue": 1}, {"overdue": 1}), ["publish#grades"], ["data"]),
    ],
)
def test_narrowed_by_filters(
    criteria: dict[str, list[str]],
    counts: tuple[dict[str, int], dict[str, int]],
    overdue: list[str],
    objectives: list[str],
) -> None:
    """Only the objectives of which something passes are there."""
    found = of(**criteria)
    assert (both(found.counts), ids(found.overdue)) == (counts, overdue)
    assert [each.id for each in found.objectives] == objectives


def test_a_plan_of_which_nothing_passes_says_so() -> None:
    found = status(judged(tree()), selected(tree(), due=["2199"]))
    assert [window.is_filtered_out for window in found.windows] == [True] * len(found.plans)
    assert [both(plan.counts) for plan in found.plans] == [({}, {})] * len(found.plans)


@pytest.mark.parametrize(
    ("entries", "rag"),
    [
        (["completed: 2025-01-02"], "blue"),
        (["completed: 2025-01-02", "due: 2025-06"], "green"),
        (["completed: 2025-01-02", "cancelled: {reason: Cost}"], "blue"),
        (["completed: 2025-01-02", "note: No date", "cancelled: {reason: Cost}"], None),
        (["cancelled: {reason: Cost}"], None),
        (["due: 2025-06", "note: No date", "completed: 2025-01-02"], "green"),
        (["note: No date", "cancelled: {reason: Cost}"], None),
        (["due: 2025-06", "due: 2024-12"], "red"),
        # a completed entry whose milestone is open is not all done
        (["completed: 2025-01-02\nmilestones: [{id: m, title: M, due: 2024-12}]", "due: 2025-06"], "red"),
        (["completed: 2025-01-02\nmilestones: [{id: m, title: M}]", "completed: 2025-01-02"], None),
        (["due: 2025-06", "due: 2025-06\nmilestones: [{id: m, title: M, due: 2025-03, forecast: 2025-04}]"], "amber"),
    ],
)
def test_rag_of_a_plan_and_an_objective_is_the_worst_of_their_entries(entries: list[str], rag: str | None) -> None:
    policy = "tolerance: 1 month\nobjectives: [{id: data, title: Pay data}]\n"
    files = {f"pay/actions/e{at}.yaml": f"title: A\nobjective: data\n{text}\n" for at, text in enumerate(entries)}
    one = tree_of({"pay/plan.yaml": PLAN + policy, **files})
    (found,) = status(judged(one), selected(one)).plans
    assert (found.rag, found.objectives[0].rag, found.projects.rag) == (rag, rag, None)


def test_what_slipped_most_stands_first_whatever_month_it_ends_in() -> None:
    """Eleven slips of a day over a month's end, and one of 29 days within a month, stand by their days."""
    dates = {f"m{day}": ("2025-03-31", "2025-04-01") for day in range(11)}
    dates |= {
        "most": ("2025-04-01", "2025-04-30"),
        "month": ("2025-05", "2025-06"),
        "early": ("2025-04-30", "2025-04-01"),
    }

    def milestones(at: int, margin: str) -> str:
        return "".join(f"{margin}- {{id: {name}, title: {name}, due: {each[at]}}}\n" for name, each in dates.items())

    then = f"genderplan: 1\nentries:\n  a:\n    kind: action\n    title: A\n    milestones:\n{milestones(0, ' ' * 6)}"
    tree = pay({"actions/a": f"title: A\nmilestones:\n{milestones(1, '  ')}", "baselines/b": then})
    (found,) = status(judged(tree), selected(tree)).plans
    assert [(each.milestone, each.variance_months, each.variance_days) for each in found.slipped[:3]] == [
        ("month", 1, 30),
        ("most", 0, 29),
        ("m0", 1, 1),
    ]
    assert len(found.slipped) == 13
