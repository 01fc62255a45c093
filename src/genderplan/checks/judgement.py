"""`validate` and `check`: what checks find in the selected plans, and in the files that could not be read."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from genderplan.analysis.recording import plan_label
from genderplan.analysis.records import PlanLabel
from genderplan.analysis.selection import Selection
from genderplan.analysis.standing import Standings
from genderplan.checks import run
from genderplan.checks.acceptances import Accepted, sort_out
from genderplan.checks.context import Check, Context
from genderplan.checks.deadlines import overdue
from genderplan.findings import Finding, Severity, in_order, leaves_out
from genderplan.plan.whole import Tree


class Summary(NamedTuple):
    """`files` are all YAML files met; entries and milestones are those of the plans as read.

    What is accepted is in none of the first three.
    """

    errors: int
    warnings: int
    notes: int
    files: int
    entries: int
    milestones: int
    accepted: int


class Judgement(NamedTuple):
    """What was found, and the plans it was found in with their days."""

    plans: tuple[PlanLabel, ...]
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    summary: Summary


def judge(checks: Sequence[Check], tree: Tree, selection: Selection, standings: Sequence[Standings]) -> Judgement:
    """What the checks and the reading of files found in what is selected.

    A file that could not be read might hold anything: no filter but that of plans leaves its findings out.
    """
    read = (each for each in tree.findings if selection.has_plan(tree.files.get(each.file, "")))
    context = Context(tree, selection.plans, standings)
    found, accepted = sort_out(in_order((*read, *run(checks, context))), context, dates=overdue in checks)
    if selection.is_narrowed:
        is_selected = _selection_of_findings(selection)
        found = tuple(filter(is_selected, found))
        accepted = tuple(each for each in accepted if is_selected(each.finding))
    return Judgement(
        plans=tuple(plan_label(each.plan, each.as_of) for each in standings),
        findings=found,
        accepted=accepted,
        summary=_summary(found, len(accepted), tree, selection),
    )


def _selection_of_findings(selection: Selection) -> Callable[[Finding], bool]:
    selected = set(_selected(selection))
    return lambda found: leaves_out(found) or found.entry is None or found.entry in selected


def _selected(selection: Selection) -> Iterator[str]:
    """The full ids of what passes the filters that ask for no standing."""
    for plan in selection.plans:
        for entry in plan.entries:
            if selection.has_entry_row(entry):
                yield entry.full_id()
            for milestone in entry.milestones:
                if selection.has_row(entry, milestone):
                    yield entry.full_id(milestone)


def _summary(found: Sequence[Finding], accepted: int, tree: Tree, selection: Selection) -> Summary:
    severities = [each.severity for each in found]
    entries = [entry for plan in selection.plans for entry in plan.entries]
    return Summary(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.NOTE),
        files=sum(map(selection.has_plan, tree.files.values())),
        entries=len(entries),
        milestones=sum(len(entry.milestones) for entry in entries),
        accepted=accepted,
    )
