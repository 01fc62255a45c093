"""Measures of delivery: finish variance, hit rate, delivery index and slip, each case as a reader would count it."""

from collections.abc import Sequence

import pytest

from cases import for_each
from cli.company import AS_OF, FILES
from cli_runner import REPOSITORY
from genderplan.loading.tree import load_tree
from genderplan.reports.slippage.result import slippage
from genderplan.reports.status.measures.records import (
    DeliveryIndex,
    FinishVariance,
    HitRate,
    LeadSlip,
    Measures,
    ObjectiveSlip,
    SlipMeasure,
)
from genderplan.reports.status.measures.result import measures, with_measures
from genderplan.reports.status.result import status
from trees import judged, pay, selected, tree_of

TODAY = "2025-01-15"
POLICY = "objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]\n"


def entry(*milestones: str, keys: str = "") -> str:
    """An action of these milestones, named a, b, c and so on by their order; the first word may be another id."""
    listed = "".join(
        f"  - {{id: {name}, title: A, {each}}}\n" for name, each in zip("abcdef", milestones, strict=False)
    )
    return f"title: A\n{keys}" + (f"milestones:\n{listed}" if milestones else "")


def baseline(*milestones: str, keys: str = "") -> str:
    """A baseline of one action `x` with these milestones."""
    listed = ", ".join(f"{{id: {name}, title: A, {each}}}" for name, each in zip("abcdef", milestones, strict=False))
    return f"genderplan: 1\nentries:\n  x: {{kind: action, title: A, {keys}milestones: [{listed}]}}\n"


def measured(now: str, then: str, as_of: str = TODAY, **criteria: Sequence[str]) -> Measures:
    """The action `x` as it stands now against what it was."""
    tree = pay({"actions/x": now, "baselines/board-1": then}, POLICY)
    (standings,) = judged(tree, as_of)
    return measures(standings, selected(tree, **criteria))


def one(now: str, then: str = "due: 2024-12", as_of: str = TODAY) -> Measures:
    """One milestone now and in the baseline."""
    return measured(entry(now), baseline(then), as_of)


def rates(found: Measures) -> tuple[int, int, int] | None:
    """Due, hits and done."""
    if found.hit_rate is None or found.delivery_index is None:
        assert found.hit_rate is None
        assert found.delivery_index is None
        return None
    assert found.hit_rate.due == found.delivery_index.due
    return found.hit_rate.due, found.hit_rate.hits, found.delivery_index.done


@for_each(
    ("now", "then", "expected"),
    [
        ("due: 2024-12", "due: 2024-12", (1, 0, 0)),
        ("due: 2025-06", "due: 2024-12", (1, 0, 0)),  # to move a date does not unmake the promise
        ("due: 2024-12, completed: 2024-12-20", "due: 2024-12", (1, 1, 1)),
        ("due: 2024-12, completed: 2024-12-31", "due: 2024-12", (1, 1, 1)),
        ("due: 2024-12, completed: 2024-12", "due: 2024-12", (1, 1, 1)),
        ("due: 2024-12, completed: 2024-06", "due: 2024-12", (1, 1, 1)),
        ("due: 2024-12, completed: 2025-01-01", "due: 2024-12", (1, 0, 1)),
        ("due: 2025-06, completed: 2025-01-10", "due: 2024-12", (1, 0, 1)),  # on time by the new date alone
        ("due: 2024-12-31, completed: 2024-12-31", "due: 2024-12-31", (1, 1, 1)),
        ("due: 2024-12-30, completed: 2024-12-31", "due: 2024-12-30", (1, 0, 1)),
        ("due: 2024-12-30, completed: 2024-12", "due: 2024-12-30", (1, 1, 1)),  # not both days: judged in months
        ("due: 2024-12, completed: 2025-01-16", "due: 2024-12", (1, 0, 0)),  # after the status date
        ("completed: 2024-12-20", "due: 2024-12", (1, 1, 1)),
        ("", "due: 2024-12", (1, 0, 0)),  # a date that is lost is still promised
        ("forecast: 2024-12", "due: 2024-12", (1, 0, 0)),  # a forecast is no delivery
        ("due: 2024-12", "due: 2025-01-15", (1, 0, 0)),  # due on the status date itself
        ("due: 2024-12", "due: 2025-01-16", None),
        ("due: 2024-12", "due: 2025-01", None),
        ("due: 2024-12", "due: 2024-winter", None),  # to the end of February
        ("due: 2024-12", "", None),
        ("due: 2024-12, completed: 2024-12-20", "due: 2025-01", None),  # done early, and nothing is due
        ("due: 2024-12, cancelled: {reason: Cost}", "due: 2024-12", None),
        ("due: 2024-12, cancelled: {date: 2025-01-16}", "due: 2024-12", (1, 0, 0)),
        ("due: 2024-12, completed: 2024-12-20, cancelled: {reason: Cost}", "due: 2024-12", (1, 1, 1)),
    ],
)
def test_due_hits_and_done_of_one_milestone(now: str, then: str, expected: tuple[int, int, int] | None) -> None:
    assert rates(one(now, then)) == expected


def test_what_is_done_early_counts_in_the_index_alone_which_can_exceed_1() -> None:
    now = entry("due: 2024-12, completed: 2024-11", "due: 2025-06, completed: 2024-12", "completed: 2025-01-15")
    found = measured(now, baseline("due: 2024-12", "due: 2025-06", "due: 2025-07"))
    assert found.hit_rate == HitRate(1, 1, 1.0)
    assert found.delivery_index == DeliveryIndex(1, 3, 3.0)


def test_a_rate_is_not_rounded() -> None:
    now = entry("completed: 2024-11", "due: 2024-12", "due: 2024-12")
    found = measured(now, baseline("due: 2024-12", "due: 2024-12", "due: 2024-12"))
    assert found.hit_rate == HitRate(3, 1, 1 / 3)
    assert found.delivery_index == DeliveryIndex(3, 1, 1 / 3)


def test_what_is_not_in_the_baseline_counts_nowhere() -> None:
    now = entry("completed: 2024-11", "due: 2024-12", "due: 2024-10, completed: 2024-10")
    found = measured(now, baseline("due: 2024-12"))
    assert (found.promised, rates(found)) == (1, (1, 1, 1))


def test_what_left_the_plan_is_due_and_not_done() -> None:
    found = measured(entry("completed: 2024-11"), baseline("due: 2024-12", "due: 2024-12", "due: 2025-06", ""))
    assert (found.promised, found.removed, found.cancelled) == (3, 2, 0)
    assert rates(found) == (2, 1, 1)
    assert found.finish_variance is not None
    assert found.finish_variance.compared == 1


def test_an_entry_that_left_the_plan_takes_its_own_date_and_its_milestones_with_it() -> None:
    then = baseline("due: 2024-12", keys="due: 2024-11, ").replace("  x:", "  old:")
    found = measured(entry("due: 2024-12"), then)
    assert (found.promised, found.removed, rates(found)) == (2, 2, (2, 0, 0))
    assert (found.finish_variance, found.slip) == (None, None)


def test_what_is_cancelled_is_told_and_left_out() -> None:
    now = entry("due: 2024-12, cancelled: {reason: Cost}", "due: 2024-12", "due: 2025-06, cancelled: {}")
    found = measured(now, baseline("due: 2024-11", "due: 2024-12", "due: 2025-05"))
    assert (found.promised, found.removed, found.cancelled) == (1, 0, 2)
    assert rates(found) == (1, 0, 0)
    assert found.finish_variance == FinishVariance(1, 0, "months", 0, 0, 0, 0)
    assert found.slip is not None
    assert [(each.compared, each.moved) for each in found.slip.leads] == [(3, 2)]


def test_a_cancelled_entry_cancels_its_promises() -> None:
    found = measured(
        entry("due: 2024-12", keys="cancelled: {}\ndue: 2024-12\n"), baseline("due: 2024-12", keys="due: 2024-12, ")
    )
    assert (found.promised, found.cancelled, rates(found)) == (0, 2, None)


@pytest.mark.parametrize(
    ("keys", "milestones", "expected"),
    [
        ("due: 2024-12\n", (), (1, 0, 0)),
        ("", (), (1, 0, 0)),  # the date is lost
        ("due: 2024-12\ncompleted: 2024-12-20\n", (), (1, 1, 1)),
        ("due: 2025-03\ncompleted: 2025-01-10\n", (), (1, 0, 1)),
        ("due: 2024-12\ncompleted: 2025-01-16\n", (), (1, 0, 0)),
        ("end: 2024-12\ncompleted: 2024-12-20\n", (), (1, 1, 1)),
        ("due: 2024-12\n", ("completed: 2024-11", "completed: 2024-12-24"), (1, 1, 1)),
        ("due: 2024-12\n", ("completed: 2025-01-02", "completed: 2024-12-24"), (1, 0, 1)),  # the last one decides
        ("due: 2024-12\n", ("completed: 2024-11", "cancelled: {}"), (1, 1, 1)),
        ("due: 2024-12\n", ("completed: 2024-11", "due: 2025-03"), (1, 0, 0)),
        ("due: 2024-12\n", ("cancelled: {}",), None),
        ("due: 2024-12\ncompleted: 2024-12-20\n", ("completed: 2025-01-02",), (1, 1, 1)),  # as it is marked
        ("due: 2024-12\ncompleted: 2025-02-01\n", ("completed: 2024-11",), (1, 1, 1)),  # the mark is still to come
    ],
)
def test_an_entrys_own_date_counts_open_or_done(
    keys: str, milestones: tuple[str, ...], expected: tuple[int, int, int] | None
) -> None:
    assert rates(measured(entry(*milestones, keys=keys), baseline(keys="due: 2024-12, "))) == expected


def test_filters_narrow_what_is_measured() -> None:
    now = entry("lead: HR, completed: 2024-11", "lead: Finance, due: 2024-12")
    then = baseline("lead: HR, due: 2024-12", "lead: Finance, due: 2024-12", "lead: Finance, due: 2024-12")
    assert rates(measured(now, then)) == (3, 1, 1)
    assert rates(measured(now, then, lead=["HR"])) == (1, 1, 1)
    assert rates(measured(now, then, lead=["Finance"])) == (2, 0, 0)
    assert measured(now, then, lead=["Finance"]).removed == 1
    assert rates(measured(now, then, status=["complete"])) == (1, 1, 1)  # what left the plan has no status
    assert measured(now, then, lead=["University"]) == Measures(0, 0, 0, None, None, None, None)


@pytest.mark.parametrize(
    ("nows", "thens", "expected"),
    [
        (["due: 2025-03"], ["due: 2025-03"], FinishVariance(1, 0, "months", 0, 0, 0, 0)),
        (["due: 2025-03, forecast: 2025-05"], ["due: 2025-03"], FinishVariance(1, 1, "months", 2, 2, 61, 61)),
        (["completed: 2025-01-10"], ["due: 2025-03"], FinishVariance(1, 0, "months", -2, 0, -80, 0)),
        (["due: 2025-03-10"], ["due: 2025-03-01"], FinishVariance(1, 1, "days", 0, 0, 9, 9)),
        (["due: 2025-03-10", "due: 2025-04"], ["due: 2025-03-01", "due: 2025-03"], FinishVariance(2, 2, "months", 0.5, 1, 19.5, 30)),
        (["due: 2025-03", "due: 2025-05"], ["due: 2025-03", "due: 2025-03"], FinishVariance(2, 1, "months", 1, 2, 30.5, 61)),
        (
            ["due: 2025-03", "due: 2025-02", "due: 2025-06"],
            ["due: 2025-03"] * 3,
            FinishVariance(3, 1, "months", 0, 3, 0, 91),
        ),
        (["forecast: 2025-05", ""], ["due: 2025-03", "due: 2025-03"], FinishVariance(1, 1, "months", 2, 2, 61, 61)),
        ([""], ["due: 2025-03"], None),
        (["due: 2025-03"], [""], None),
    ],
)  # fmt: skip
def test_finish_variance(nows: list[str], thens: list[str], expected: FinishVariance | None) -> None:
    assert measured(entry(*nows), baseline(*thens)).finish_variance == expected


def test_a_whole_median_is_a_whole_number() -> None:
    found = measured(entry("due: 2025-03", "due: 2025-05"), baseline("due: 2025-03", "due: 2025-03")).finish_variance
    assert found is not None
    assert (repr(found.median_months), repr(found.median_days)) == ("1", "30.5")


def test_slip_by_lead_counts_a_date_for_each_of_its_leads_the_worst_first() -> None:
    now = entry(
        "lead: [HR, Finance], due: 2025-05",
        "lead: HR, due: 2025-04",
        "due: 2025-03",
        "lead: Audit, due: 2025-03",
        "lead: University, due: 2025-04",
        "lead: University, due: 2025-03",
    )
    found = measured(now, baseline(*["due: 2025-03"] * 6)).slip
    assert found is not None
    assert found.unit == "months"
    assert found.leads == (
        LeadSlip("Finance", 1, 1, 1, 2, 2, 61, 61),
        LeadSlip("HR", 2, 2, 2, 1.5, 2, 45.5, 61),
        LeadSlip("University", 2, 1, 1, 1, 1, 30, 30),
        LeadSlip("Audit", 1, 0, 0, None, 0, None, 0),
        LeadSlip(None, 1, 0, 0, None, 0, None, 0),
    )
    assert found.objectives == (ObjectiveSlip(None, None, 6, 3, 3, 1, 2, 30, 61),)


def test_slip_by_objective_has_the_dates_of_entries_too() -> None:
    files = {
        "actions/x": entry("due: 2025-03", keys="objective: data\nstart: 2025-01\nend: 2025-05\ndue: 2025-04\n"),
        "actions/y": entry("due: 2025-04", keys="objective: careers\n"),
        "actions/z": entry("due: 2025-04", keys="objective: unheard-of\n"),
        "baselines/board-1": baseline("due: 2025-03", keys="start: 2025-01, end: 2025-03, due: 2025-03, ")
        + "  y: {kind: action, title: A, milestones: [{id: a, title: A, due: 2025-03}]}\n"
        + "  z: {kind: action, title: A, milestones: [{id: a, title: A, due: 2025-03}]}\n",
    }
    tree = pay(files, POLICY)
    (standings,) = judged(tree)
    assert measures(standings, selected(tree)).slip == SlipMeasure(
        "months",
        (LeadSlip(None, 6, 4, 4, 1, 2, 30, 61),),
        (
            ObjectiveSlip("data", "Pay data", 4, 2, 2, 1.5, 2, 45.5, 61),
            ObjectiveSlip("careers", "Careers", 1, 1, 1, 1, 1, 30, 30),
            ObjectiveSlip("unheard-of", None, 1, 1, 1, 1, 1, 30, 30),
        ),
    )


def test_slip_is_in_days_where_all_dates_are_days() -> None:
    now = entry("lead: HR, due: 2025-03-10", "lead: Finance, due: 2025-03-20", "lead: Audit, due: 2025-02-28")
    found = measured(now, baseline(*["due: 2025-03-01"] * 3)).slip
    assert found is not None
    assert found.unit == "days"
    assert [(each.lead, each.median_days, each.worst_days) for each in found.leads] == [
        ("Finance", 19, 19),
        ("HR", 9, 9),
        ("Audit", -1, 0),
    ]


@pytest.mark.parametrize(
    ("then", "now", "moved"),
    [
        ("end: 2025-03, ", "due: 2025-06\n", 1),
        ("end: 2025-03, ", "end: 2025-03\ndue: 2025-06\n", 1),
        ("end: 2025-03, ", "end: 2025-03\ndue: 2025-02\n", 0),
        ("due: 2025-03, end: 2025-09, ", "end: 2025-09\n", 1),
        ("due: 2025-03, ", "due: 2025-06\n", 1),
    ],
)
def test_slip_takes_an_own_date_that_has_changed_its_key_for_one(then: str, now: str, moved: int) -> None:
    """As slippage, history and the gate do."""
    found = measured(entry(keys=now), baseline(keys=then)).slip
    assert found is not None
    [slip] = found.objectives
    assert slip.moved == moved
    tree = pay({"actions/x": entry(keys=now), "baselines/board-1": baseline(keys=then)}, POLICY)
    [comparison] = slippage(judged(tree, TODAY), selected(tree)).comparisons
    assert (slip.compared, slip.moved) == (comparison.totals.compared, comparison.totals.moved)


def test_slip_compares_what_is_agreed_and_no_forecast() -> None:
    found = one("due: 2025-03, forecast: 2025-09", "due: 2025-03").slip
    assert found is not None
    assert [(each.compared, each.moved) for each in found.leads] == [(1, 0)]


def test_without_a_baseline_there_is_nothing_to_measure() -> None:
    tree = pay({"actions/x": entry("due: 2024-12")})
    (standings,) = judged(tree)
    assert measures(standings, selected(tree)) == Measures(0, 0, 0, None, None, None, None)


def test_the_newest_baseline_counts() -> None:
    old, new = baseline("due: 2024-12"), baseline("due: 2025-06")
    files = {
        "actions/x": entry("due: 2024-12"),
        "baselines/a": f"{new}taken: 2024-06-01\n",
        "baselines/b": f"{old}taken: 2024-05-01\n",
    }
    (standings,) = judged(pay(files))
    assert measures(standings, selected(pay(files))).hit_rate is None


def test_a_report_has_the_measures_of_each_of_its_plans_once_they_are_asked_for() -> None:
    tree = tree_of(FILES)
    standings, selection = judged(tree, AS_OF), selected(tree)
    report = status(standings, selection)
    assert [plan.measures for plan in report.plans] == [None, None]
    asked = with_measures(report, standings, selection)
    assert [plan.measures for plan in asked.plans] == [measures(each, selection) for each in standings]
    assert [plan._replace(measures=None) for plan in asked.plans] == list(report.plans)
    assert asked.windows == report.windows


def test_the_company_counted_by_hand() -> None:
    """In board-1: the extract was done in time, the trainer is late, the letter left the plan, the room had no date."""
    tree = tree_of(FILES)
    pay_, sites = (measures(each, selected(tree)) for each in judged(tree, AS_OF))
    assert pay_ == Measures(
        promised=6,
        removed=1,
        cancelled=0,
        finish_variance=FinishVariance(4, 1, "months", 0, 2, -5, 61),
        hit_rate=HitRate(2, 1, 0.5),
        delivery_index=DeliveryIndex(2, 1, 0.5),
        slip=SlipMeasure(
            "months",
            (LeadSlip("HR", 3, 2, 1, 0.5, 1, 10, 30), LeadSlip("HR-Director", 1, 0, 0, None, 0, None, 0)),
            (
                ObjectiveSlip("data", "Pay data", 2, 1, 1, 1, 1, 30, 30),
                ObjectiveSlip("careers", "Careers", 2, 1, 0, 0, 0, -10, 0),
            ),
        ),
    )
    assert sites == Measures(0, 0, 0, None, None, None, None)


DUE_IN_DRAFT_1 = {
    "2003-09": ["link-acpo#representative"],
    "2003-10": [
        "identify-data#database-systems",
        "identify-data#criteria",
        "identify-customer-groups#meet-partners",
        "link-dcc6#representation",
        "analyse-data#proposal",
    ],
}
"""What the earlier draft has due by 3 November 2003, read off its file; what is due in November is due by its 30th."""


def test_the_drafts_of_2003() -> None:
    tree = load_tree(REPOSITORY / "plans")
    women = next(each for each in judged(tree, "2003-11-03") if each.plan.id == "women-2003")
    found = measures(women, selected(tree))
    assert (found.promised, found.removed, found.cancelled) == (37, 0, 0)
    assert rates(found) == (sum(map(len, DUE_IN_DRAFT_1.values())), 0, 0)
    assert found.finish_variance == FinishVariance(37, 9, "months", 0, 2, 0, 60)
    assert found.slip is not None
    assert found.slip.leads == (
        LeadSlip("PIB", 3, 1, 1, 2, 2, 60, 60),
        LeadSlip("DCC4", 31, 9, 9, 1, 2, 31, 60),
        LeadSlip("ICG", 1, 0, 0, None, 0, None, 0),
        LeadSlip("Surrey-University", 5, 0, 0, None, 0, None, 0),
    )
    assert [(each.objective, each.compared, each.moved, each.worst_months) for each in found.slip.objectives] == [
        ("identifying-needs", 5, 2, 2),
        ("management-of-toolkit", 3, 3, 1),
        ("media-strategy", 4, 3, 1),
        ("developing-toolkit", 3, 1, 1),
        ("creating-links", 6, 0, 0),
        ("data-analysis", 5, 0, 0),
        ("data-collection", 5, 0, 0),
        ("education", 6, 0, 0),
    ]
    before = next(each for each in judged(tree, "2003-09-29") if each.plan.id == "women-2003")
    assert rates(measures(before, selected(tree))) is None
