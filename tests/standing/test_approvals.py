"""A3 of the design: what a board has agreed again is what a date is judged by, from then on and nothing else."""

import pytest

from genderplan.plan.plans import Tree
from genderplan.reports.slippage.result import slippage
from genderplan.reports.status.measures.result import measures
from genderplan.standing.standings import Standing
from trees import PLAN, checked, judged, selected, tree_of

ORGANISATIONS = """\
HR: {name: Human Resources}
Payroll: {part_of: HR}
Payroll-Board: {kind: board, part_of: Payroll}
EODB: {kind: board}
Council: {}
"""
AS_OF = "2025-06-15"


def tree(
    revisions: str,
    *,
    was: str = "2025-03",
    due: str = "2025-09",
    taken: str | None = "2025-01-10",
    policy: str = "",
    lead: str = "HR",
    progress: str = "",
) -> Tree:
    """A plan of one milestone, which was due otherwise in the baseline, with its revisions as the list of the file."""
    milestone = f"- {{id: report, title: Publish it, due: {due}, revisions: [{revisions}]{progress}}}"
    head = f"genderplan: 1\n{f'taken: {taken}' if taken else ''}\nentries:\n"
    then = f"  gap: {{kind: action, title: Gap, milestones: [{{id: report, title: Publish it, due: {was}}}]}}\n"
    return tree_of(
        {
            "organisations.yaml": ORGANISATIONS,
            "pay/plan.yaml": f"{PLAN}{policy}",
            "pay/actions/gap.yaml": f"title: Gap\nlead: {lead}\nmilestones:\n  {milestone}\n",
            "pay/baselines/first.yaml": head + then,
        }
    )


def standing(found: Tree, as_of: str = AS_OF) -> Standing:
    (only,) = next(each for each in judged(found, as_of) if each.plan.id == "pay").items
    return only


def held_to(found: Tree, as_of: str = AS_OF) -> str:
    return str(standing(found, as_of).judged_by)


def late(found: Tree, as_of: str = AS_OF) -> list[str]:
    return [each.message for each in checked(found, as_of) if each.code == "GP501"]


APPROVED = "{date: 2025-02-20, was: 2025-03, reason: Payroll moved, approved_by: EODB}"


def test_a_move_that_a_board_approved_is_judged_by_the_approved_date() -> None:
    found = tree(APPROVED)
    only = standing(found)
    assert (str(only.baseline_due), str(only.judged_by), only.rag) == ("2025-03", "2025-09", "green")
    assert only.approved
    assert tuple(map(str, only.approved)) == ("EODB", "2025-02-20", "2025-09")
    assert only.variance
    assert only.variance.amount == 0
    assert late(found) == []
    (move,) = slippage(judged(found, AS_OF), selected(found)).comparisons[0].moved
    assert (str(move.was), str(move.now), move.approved) == ("2025-03", "2025-09", only.approved)
    assert move.variance
    assert move.variance.amount == 6


def test_a_move_after_that_is_late_against_the_approved_date() -> None:
    found = tree(f"{APPROVED}, {{date: 2025-05-02, was: 2025-06, reason: Again}}")
    assert (held_to(found), standing(found).rag) == ("2025-06", "red")
    assert late(found) == ["3 months later than approved by EODB, 2025-02-20 (was 2025-06, now 2025-09): Publish it"]


def test_measures_count_the_baseline_and_the_finish_variance_what_was_agreed_last() -> None:
    found = tree(APPROVED, progress=", completed: 2025-06-01")
    result = measures(judged(found, AS_OF)[0], selected(found))
    assert result.finish_variance
    assert result.hit_rate
    assert (result.finish_variance.late, result.finish_variance.worst_months) == (0, 0)
    assert (result.hit_rate.due, result.hit_rate.hits) == (1, 0)


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({}, True),
        ({"lead": "EODB"}, False),  # nobody moves their own deadline
        ({"lead": "[Council, EODB]"}, False),
        ({"policy": "approvers: [Council]\n"}, False),
        ({"policy": "approvers: EODB\n"}, True),
        ({"policy": "approvers: []\n"}, False),
    ],
)
def test_whose_approval_counts(change: dict[str, str], counts: bool) -> None:
    found = tree(APPROVED, **change)
    assert held_to(found) == ("2025-09" if counts else "2025-03")
    assert bool(late(found)) is not counts


@pytest.mark.parametrize(("lead", "counts"), [("HR", False), ("Payroll", False), ("EODB", True)])
def test_a_board_below_the_lead_counts_for_nothing(lead: str, counts: bool) -> None:
    found = tree(APPROVED.replace("EODB", "Payroll-Board"), lead=lead)
    assert held_to(found) == ("2025-09" if counts else "2025-03")


def test_a_milestones_own_lead_is_the_one_that_may_not() -> None:
    assert held_to(tree(APPROVED, lead="EODB", progress=", lead: HR")) == "2025-09"
    assert held_to(tree(APPROVED, lead="HR", progress=", lead: EODB")) == "2025-03"


@pytest.mark.parametrize(
    ("date", "as_of", "counts"),
    [
        ("2025-02-20", "2025-02-19", False),  # not after the status date
        ("2025-02-20", "2025-02-20", True),
        ("2025-02", "2025-02-01", True),  # a month counts from its first day
        ("2025-02", "2025-01-31", False),
        ("2025-Q2", "2025-04-01", True),
        ("2025", "2025-06-15", False),  # may be before the baseline
        ("2025-01-10", "2025-06-15", False),  # the day of the baseline is not after it
        ("2025-01-11", "2025-06-15", True),
        ("2024-12-31", "2025-06-15", False),
        ("~", "2025-06-15", False),
    ],
)
def test_when_an_approval_counts(date: str, as_of: str, counts: bool) -> None:
    found = tree(APPROVED.replace("2025-02-20", date))
    assert held_to(found, as_of) == ("2025-09" if counts else "2025-03")


@pytest.mark.parametrize(
    ("taken", "counts"), [("2025-01", True), ("2025-02", False), ("2025-Q1", False), ("2024", True), ("2025", False)]
)
def test_a_baseline_of_a_month_is_taken_on_its_last_day(taken: str, counts: bool) -> None:
    assert held_to(tree(APPROVED, taken=taken)) == ("2025-09" if counts else "2025-03")


STEPS = [
    "{date: 2025-02-01, was: 2025-01, reason: A, approved_by: EODB}",
    "{date: 2025-03-01, was: 2025-02, reason: B, approved_by: EODB}",
    "{date: 2025-04-01, was: 2025-04, reason: C}",
]


@pytest.mark.parametrize(
    ("was", "expected"),
    [("2025-01", "2025-04"), ("2025-02", "2025-04"), ("2025-04", "2025-04"), ("2025-09", "2025-09"), ("2024", "2024")],
)
def test_without_a_day_the_baseline_stands_where_its_date_was_moved_from(was: str, expected: str) -> None:
    assert held_to(tree(", ".join(STEPS), was=was, taken=None)) == expected


def test_of_several_times_that_a_date_was_there_the_last_one_counts() -> None:
    there_and_back = "{date: 2025-02-01, was: 2025-03, approved_by: EODB}, {was: 2025-06}, {was: 2025-03}"
    assert held_to(tree(there_and_back, taken=None)) == "2025-03"


def test_revisions_count_in_the_order_of_the_file() -> None:
    found = tree(
        "{date: 2025-04-01, was: 2025-03, approved_by: EODB}, {date: 2025-02-01, was: 2025-05, approved_by: EODB}"
    )
    assert held_to(found) == "2025-09"


def test_what_the_file_does_not_say_is_not_guessed() -> None:
    assert held_to(tree("{date: 2025-02-01, was: 2025-03, approved_by: EODB}, {date: 2025-04-01, reason: Lost}")) == (
        "2025-03"
    )


@pytest.mark.parametrize("date", ["2025-04-30", "2025-04", "2025-Q2", "2025-spring", "FY2025-26", "2025"])
def test_dates_of_every_precision(date: str) -> None:
    found = tree(APPROVED, due=date)
    assert (held_to(found), late(found), standing(found).variance.amount) == (date, [], 0)  # type: ignore[union-attr]


OWN = """\
title: Gap
lead: HR
{dates}
revisions: [{{date: 2025-02-20, was: 2025-03, approved_by: EODB{field}}}]
"""


@pytest.mark.parametrize(
    ("dates", "field", "then", "counts"),
    [
        ("due: 2025-09", ", field: due", "due: 2025-03", True),
        ("due: 2025-09", "", "due: 2025-03", True),
        ("end: 2025-09", ", field: end", "end: 2025-03", True),
        ("due: 2025-09", ", field: end", "end: 2025-03", True),  # under another key since
        ("start: 2025-01\nend: 2025-09", ", field: end", "end: 2025-03", True),
        ("start: 2025-01\nend: 2025-09", "", "end: 2025-03", False),  # of which of the two?
        ("start: 2025-01\nend: 2025-09", ", field: start", "end: 2025-03", False),
        ("due: 2025-09\nend: 2025-12", ", field: end", "due: 2025-03", False),
    ],
)
def test_an_entrys_own_date(dates: str, field: str, then: str, counts: bool) -> None:
    found = tree_of(
        {
            "organisations.yaml": ORGANISATIONS,
            "pay/plan.yaml": PLAN,
            "pay/actions/gap.yaml": OWN.format(dates=dates, field=field),
            "pay/baselines/b.yaml": f"genderplan: 1\ntaken: 2025-01-10\nentries: {{gap: {{kind: action, title: A, {then}}}}}\n",
        }
    )
    assert held_to(found) == ("2025-09" if counts else "2025-03")
    assert bool(late(found)) is not counts


def test_slippage_tells_the_approval_of_a_start() -> None:
    found = tree_of(
        {
            "organisations.yaml": ORGANISATIONS,
            "pay/plan.yaml": PLAN,
            "pay/actions/gap.yaml": OWN.format(dates="start: 2025-05", field=", field: start"),
            "pay/baselines/b.yaml": "genderplan: 1\nentries: {gap: {kind: action, title: A, start: 2025-03}}\n",
        }
    )
    (move,) = slippage(judged(found, AS_OF), selected(found)).comparisons[0].moved
    assert move.approved
    assert (move.field, move.approved.by) == ("start", "EODB")


def test_a_bare_milestone_is_not_held_to_a_date_that_no_baseline_has() -> None:
    found = tree(APPROVED, was="~")
    assert (standing(found).judged_by, standing(found).approved, late(found)) == (None, None, [])
