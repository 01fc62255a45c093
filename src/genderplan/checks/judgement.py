"""`validate` and `check`: what checks find in the selected plans, and in the files that could not be read."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from genderplan.checks import run
from genderplan.checks.acceptances import CHANGES, Accepted, sort_out
from genderplan.checks.context import Check, Context
from genderplan.checks.gate.removals import removals
from genderplan.checks.rules.dates.deadlines import overdue
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding, Severity, in_order, is_unreadable
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.plans import Tree
from genderplan.plan.states import State
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

_OF_DATES = frozenset(("GP401", "GP501"))
"""The codes of what is wrong with one date: that of a milestone, or an entry's own."""


class Summary(NamedTuple):
    """`files` are all YAML files met; entries and milestones are those of the plans as read.

    What is accepted is in none of the first three.
    """

    errors: int
    """How many findings are errors."""
    warnings: int
    """How many findings are warnings."""
    notes: int
    """How many findings are notes."""
    files: int
    """How many YAML files there are."""
    entries: int
    """How many actions and projects could be read."""
    milestones: int
    """How many milestones could be read."""
    accepted: int
    """How many findings are accepted; they are not counted otherwise."""


class Against(NamedTuple):
    """What a plan was held against."""

    plan: str
    """The plan's id."""
    name: str
    """What was given: a baseline's name, git:REVISION, or a path."""
    title: str | None
    """The baseline's title, or the commit's subject."""
    taken: PlanDate | None
    """When the baseline was agreed, or the commit made."""


class Judgement(NamedTuple):
    """What was found, and the plans it was found in with their days.

    `against` has the plans that were there before; None where nothing was held against anything.
    """

    plans: tuple[PlanLabel, ...]
    against: tuple[Against, ...] | None
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    summary: Summary


def judge(
    checks: Sequence[Check],
    tree: Tree,
    selection: Selection,
    standings: Sequence[Standings],
    before: State | None = None,
) -> Judgement:
    """What the checks and the reading of files found in what is selected, held against what was `before`, if it is.

    A file that could not be read might hold anything: no filter but that of plans leaves its findings out.
    """
    read = (each for each in tree.findings if selection.has_plan(tree.files.get(each.file, "")))
    context = Context(tree, selection.plans, standings, before, selection)
    found, accepted = sort_out(in_order((*read, *run(checks, context))), context, dates=overdue in checks)
    if selection.is_narrowed:
        is_selected = _selection_of_findings(selection, context)
        found = tuple(filter(is_selected, found))
        accepted = tuple(each for each in accepted if is_selected(each.finding))
    return Judgement(
        plans=plan_labels(standings),
        against=_against(before, selection) if before else None,
        findings=found,
        accepted=accepted,
        summary=_summary(found, len(accepted), tree, selection),
    )


def both(one: Judgement, other: Judgement) -> Judgement:
    """What two judgements of the same plans find, held against two states: of what changed only what differs from both.

    So a merge answers for what it has otherwise than either side. Places are compared, not words, which name the dates
    of then.
    """
    places = {_place(each) for each in (*other.findings, *(each.finding for each in other.accepted))}
    found = tuple(each for each in one.findings if each.code not in CHANGES or _place(each) in places)
    accepted = tuple(
        each for each in one.accepted if each.finding.code not in CHANGES or _place(each.finding) in places
    )
    severities = [each.severity for each in found]
    summary = one.summary._replace(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.NOTE),
        accepted=len(accepted),
    )
    return one._replace(findings=found, accepted=accepted, summary=summary)


def _place(found: Finding) -> tuple[str, str, int, int, str | None]:
    return found.code, found.file, found.line, found.column, found.entry


def _against(before: State, selection: Selection) -> tuple[Against, ...]:
    found = [(plan.id, before.baselines[plan.id]) for plan in selection.plans if plan.id in before.baselines]
    return tuple(Against(plan, then.name, then.title, then.taken) for plan, then in found)


def _selection_of_findings(selection: Selection, context: Context) -> Callable[[Finding], bool]:
    """What is told of an entry's own date is told where that passes, which need not be where the entry does.

    What is told of a board is of no plan, and no filter leaves it out.
    """
    selected = {*_selected(selection), *_once_selected(selection, context)}
    passed_over = {
        entry.full_id() for plan in selection.plans for entry in plan.entries if not selection.has_row(Item(entry))
    }

    def is_selected(found: Finding) -> bool:
        if is_unreadable(found.code) or found.entry is None or "/" not in found.entry:
            return True
        return found.entry in selected and not (found.code in _OF_DATES and found.entry in passed_over)

    return is_selected


def _selected(selection: Selection) -> Iterator[str]:
    """The full ids of what passes the filters that ask for no standing."""
    for plan in selection.plans:
        for entry in plan.entries:
            if selection.has_entry_row(entry):
                yield entry.full_id()
        yield from (item.id for item in milestone_items(plan.entries) if selection.has_row(item))
        yield from (each.full_id() for each in plan.all_indicators() if selection.has_indicator(each))
        yield from (each.full_id() for each in plan.assessments if selection.has_assessment(each))


def _once_selected(selection: Selection, context: Context) -> Iterator[str]:
    """The full ids under which removals are told that would pass if they were there."""
    for each in removals(context):
        if each.id and any(map(selection.has_row, each.parts)):
            yield each.id


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
