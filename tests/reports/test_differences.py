"""`slippage`: what was added, removed and reworded since the baseline."""

import pytest

from genderplan.reports.slippage.result import slippage
from reports.comparing import BASELINE, GAP, POLICY, REMOVED, compared, milestone, now
from trees import judged, pay, selected

ADDED = """\
title: To review promotions
lead: Audit
inputs: University
groups: Managers
partners: HR
due: 2025-09
milestones: [{id: ask, title: Ask, due: 2025-02}, {id: tell, title: Tell}]
"""


def test_added_entries_with_their_milestones() -> None:
    comparison = compared(now() | {"actions/review": ADDED})
    assert [tuple(each) for each in comparison.added.entries] == [("pay/review", "To review promotions")]
    assert [(each.id, each.title, each.due and str(each.due)) for each in comparison.added.milestones] == [
        ("pay/review#ask", "Ask", "2025-02"),
        ("pay/review#tell", "Tell", None),
    ]
    rest = comparison.added._replace(entries=(), milestones=())
    assert not any(rest)
    totals = comparison.totals
    assert (totals.added_entries, totals.added_milestones, totals.compared) == (1, 2, 2)


def test_removed_entries_with_their_milestones() -> None:
    comparison = compared(now(), GAP + REMOVED)
    assert [tuple(each) for each in comparison.removed.entries] == [("pay/old", "Old")]
    assert [each.id for each in comparison.removed.milestones] == ["pay/old#a", "pay/old#b"]
    assert not any(comparison.removed._replace(entries=(), milestones=()))
    assert (comparison.totals.removed_entries, comparison.totals.removed_milestones) == (1, 2)


def test_entries_of_a_kind_that_the_baseline_holds_none_of_are_added() -> None:
    comparison = compared(now() | {"projects/return": "title: Return to work\nend: 2025-09\n"})
    assert [each.id for each in comparison.added.entries] == ["pay/return"]


def test_milestones_added_to_and_removed_from_what_stayed() -> None:
    comparison = compared(
        now(**milestone("report", "title: Publish the report, due: 2025-03}\n  - {id: print, title: Print"), extract="")
    )
    assert [each.id for each in comparison.added.milestones] == ["pay/gap#print"]
    assert [each.id for each in comparison.removed.milestones] == ["pay/gap#extract"]
    assert (comparison.added.entries, comparison.removed.entries) == ((), ())


def test_inputs_leads_partners_and_groups_of_what_stayed() -> None:
    then = """\
  a:
    kind: project
    title: A
    lead: [HR, Finance]
    inputs: [HR, {text: payroll}]
    partners: [{role: Sponsor}, Audit]
    groups: [Carers, Managers]
"""
    text = """\
title: A
lead: [Finance, Audit]
inputs: [{text: survey}, HR, University]
partners: [{organisation: University, role: Sponsor}, {role: Judge}]
groups: [Managers, Parents]
"""
    comparison = compared({"projects/a": text}, then)
    for changes, leads, inputs, partners, groups in [
        (comparison.added, ["Audit"], ["survey", "University"], ["University", "Judge"], ["Parents"]),
        (comparison.removed, ["HR"], ["payroll"], ["Sponsor", "Audit"], ["Carers"]),
    ]:
        assert [tuple(each) for each in changes.leads] == [("a", each) for each in leads]
        assert [tuple(each) for each in changes.inputs] == [("a", each) for each in inputs]
        assert [tuple(each) for each in changes.partners] == [("a", each) for each in partners]
        assert [tuple(each) for each in changes.groups] == [("a", each) for each in groups]


def test_aims_and_objectives() -> None:
    policy = """\
long_term_aim: Close  the
  pay gap
aims: [{id: know, title: To know the gap by grade}, {id: tell, title: To tell it}]
objectives: [{id: pay, title: Pay}, {id: careers, title: Careers and leave}]
"""
    tree = pay({"baselines/board-1": BASELINE + GAP}, policy)
    (comparison,) = slippage(judged(tree), selected(tree)).comparisons
    assert [each.id for each in comparison.added.aims] == ["tell"]
    assert [each.id for each in comparison.removed.aims] == ["close"]
    assert [tuple(each) for each in comparison.added.objectives] == [("pay", "Pay")]
    assert [tuple(each) for each in comparison.removed.objectives] == [("data", "Pay data")]
    assert [tuple(each) for each in comparison.reworded] == [
        ("aim", "know", "title", "To know the gap", "To know the gap by grade"),
        ("objective", "careers", "title", "Careers", "Careers and leave"),
    ]


@pytest.mark.parametrize(
    ("changes", "reworded"),
    [
        (
            {"title": "title: To print the pay gap"},
            ("entry", "pay/gap", "title", "To publish the pay gap", "To print the pay gap"),
        ),
        ({"title": "title: >-\n  To publish\n  the pay   gap"}, None),
        ({"title": 'title: " To publish the pay gap "'}, None),
        (
            {"title": "title: To publish the Pay gap"},
            ("entry", "pay/gap", "title", "To publish the pay gap", "To publish the Pay gap"),
        ),
        ({"output": "output: Report"}, ("entry", "pay/gap", "output", "Annual report", "Report")),
        ({"output": ""}, ("entry", "pay/gap", "output", "Annual report", None)),
        ({"output": "output: 'Annual  report'"}, None),
        ({"objective": "objective: careers"}, ("entry", "pay/gap", "objective", "data", "careers")),
        (
            milestone("extract", "title: Extract it, due: 2024-12"),
            ("milestone", "pay/gap#extract", "title", "Extract payroll", "Extract it"),
        ),
        (milestone("extract", "title: 'Extract  payroll', due: 2024-12"), None),
        (milestone("extract", "title: Extract payroll, due: 2024-12, note: New, tags: [x]"), None),
    ],
)
def test_reworded(changes: dict[str, str], reworded: tuple[str, ...] | None) -> None:
    comparison = compared(now(**changes))
    assert [tuple(each) for each in comparison.reworded] == ([reworded] if reworded else [])
    assert comparison.totals == compared(now()).totals


def test_the_plans_own_title_and_aim() -> None:
    tree = pay({"baselines/board-1": BASELINE + GAP}, POLICY.replace("long_term_aim: Close the pay gap\n", ""))
    (comparison,) = slippage(judged(tree), selected(tree)).comparisons
    assert [tuple(each) for each in comparison.reworded] == [
        ("plan", "pay", "long_term_aim", "Close the pay gap", None)
    ]
    other = BASELINE.replace("title: Equal pay and careers plan", "title: Pay plan")
    tree = pay({"baselines/board-1": other + GAP}, POLICY)
    (comparison,) = slippage(judged(tree), selected(tree)).comparisons
    assert [tuple(each) for each in comparison.reworded] == [
        ("plan", "pay", "title", "Pay plan", "Equal pay and careers plan")
    ]
