"""A plan of one action beside the baseline that it was agreed in, and what slippage makes of the two."""

from collections.abc import Sequence

from genderplan.plan.states import state_of_baselines
from genderplan.reports.slippage.result import Comparison, Move, SlippageReport, slippage
from trees import judged, pay, selected

POLICY = """\
long_term_aim: Close the pay gap
aims: [{id: know, title: To know the gap}, {id: close, title: To close it}]
objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]
"""
BASELINE = """\
genderplan: 1
name: board-1
title: As the board agreed it
taken: 2024-10-01
plan:
  title: Equal pay and careers plan
  long_term_aim: Close the pay gap
  aims: [{id: know, title: To know the gap}, {id: close, title: To close it}]
  objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]
entries:
"""
GAP = """\
  gap:
    kind: action
    title: To publish the pay gap
    objective: data
    lead: HR
    inputs: [Finance, {text: payroll}]
    output: Annual report
    milestones:
      - {id: extract, title: Extract payroll, due: 2024-12}
      - {id: report, title: Publish the report, due: 2025-03}
"""


def report(
    files: dict[str, str], then: str = GAP, against: str | None = None, **criteria: Sequence[str]
) -> SlippageReport:
    tree = pay(files | {"baselines/board-1": BASELINE + then}, POLICY)
    return slippage(judged(tree), selected(tree, **criteria), state_of_baselines(tree.plans, against))


def compared(files: dict[str, str], then: str = GAP, **criteria: Sequence[str]) -> Comparison:
    (comparison,) = report(files, then, None, **criteria).comparisons
    return comparison


REMOVED = """\
  old: {kind: project, title: Old, lead: HR, groups: All, milestones: [{id: a, title: A, due: 2025-02}, {id: b, title: B}]}
"""

NOW = {
    "title": "title: To publish the pay gap",
    "objective": "objective: data",
    "lead": "lead: HR",
    "inputs": "inputs: [Finance, {text: payroll}]",
    "output": "output: Annual report",
    "milestones": "milestones:",
    "extract": "  - {id: extract, title: Extract payroll, due: 2024-12}",
    "report": "  - {id: report, title: Publish the report, due: 2025-03}",
}
"""The action of the baseline as it stands now: the same."""


def now(**changes: str) -> dict[str, str]:
    """The action as it stands now, some of its lines in other words."""
    return {"actions/gap": "".join(f"{line}\n" for line in (NOW | changes).values())}


def milestone(name: str, keys: str) -> dict[str, str]:
    """The line of a milestone in other words, as a change."""
    return {name: f"  - {{id: {name}, {keys}}}"}


def short(moves: Sequence[Move]) -> list[tuple[str, str, str | None, str | None, int | None, int | None]]:
    return [
        (
            each.id.removeprefix("pay/"),
            each.field,
            str(each.was) if each.was else None,
            str(each.now) if each.now else None,
            each.variance_months,
            each.variance_days,
        )
        for each in moves
    ]
