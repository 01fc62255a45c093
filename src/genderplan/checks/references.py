"""References within a plan: objectives, milestones, sources."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import Finding, finding
from genderplan.plan.rows import DependencyRow, EntryRow, MilestoneRow, SourceRow
from genderplan.plan.whole import Baseline, Plan, pairs
from genderplan.suggestions import did_you_mean


def objective_references(context: Context) -> Iterator[Finding]:
    """GP201: unknown objective.

    The entry stands under an objective that its plan.yaml, or its baseline, does not list. Reports go by objective: the
    entry would be under none of them.

    Example: plan.yaml lists one objective, `data`.

    Mend: write the id of one of the `objectives`, or add the objective there.
    """
    for plan in context.plans:
        yield from _objectives(plan.entries, tuple(plan.objective_titles))
        for baseline in plan.baselines:
            yield from _objectives(baseline.entries, tuple(each.id for each in baseline.objectives))


def _objectives(entries: tuple[EntryRow, ...], known: tuple[str, ...]) -> Iterator[Finding]:
    for entry in entries:
        if entry.objective is not None and entry.objective not in known:
            message = f"unknown objective '{entry.objective}'"
            hint = did_you_mean(entry.objective, known)
            yield finding("GP201", message, entry.file, entry.at("objective"), entry=entry.full_id(), hint=hint)


def milestone_references(context: Context) -> Iterator[Finding]:
    """GP202: unknown milestone.

    What `depends_on` waits for is not in the plan. If it slips, nobody learns that this milestone must wait for it.
    A milestone of the same entry is named by its id, one elsewhere as `entry#milestone`, always of the same plan.

    Mend: write the id as the milestone has it, or remove the dependency.
    """
    for plan in context.plans:
        yield from _milestones(context, plan, plan)
        for baseline in plan.baselines:
            yield from _milestones(context, plan, baseline)


def _milestones(context: Context, plan: Plan, side: Plan | Baseline) -> Iterator[Finding]:
    known = side.milestones_by_id
    for entry in side.entries:
        for at, milestone in enumerate(entry.milestones):
            for index, each in enumerate(milestone.depends_on):
                if each.plan == plan.id and (each.entry, each.milestone) in known:
                    continue
                if side is plan and (each.plan, each.entry) in context.tree.unread_entries:
                    continue
                message = f"unknown milestone '{each.written}'"
                place = entry.at("milestones", at, "depends_on", index, "milestone")
                hint = _milestone_hint(each, entry, side)
                yield finding("GP202", message, entry.file, place, entry=entry.full_id(milestone), hint=hint)


def _milestone_hint(each: DependencyRow, entry: EntryRow, side: Plan | Baseline) -> str | None:
    if each.plan != entry.plan:
        return "dependencies stay within a plan"
    elsewhere = [
        f"{other.id}#{milestone.id}" for other, milestone in pairs(side.entries) if milestone.id == each.milestone
    ]
    if len(elsewhere) == 1:
        return f"did you mean '{elsewhere[0]}'?"
    names = [other.id for other in entry.milestones] + [f"{a.id}#{b.id}" for a, b in pairs(side.entries)]
    return did_you_mean(each.written, names)


def source_references(context: Context) -> Iterator[Finding]:
    """GP203: unknown source.

    The document named is not one of the plan's `sources`, so that a reader cannot find what an entry or an update was
    taken from.

    Example: plan.yaml lists one source, `board-paper`.

    Mend: write the id of one of the `sources`, or add the document there.
    """
    for plan, entry in context.all_entries():
        known = [source.id for source in plan.sources]
        for path, milestone, source in _sources(entry):
            if source.document is not None and source.document not in known:
                message = f"unknown source '{source.document}'"
                hint = did_you_mean(source.document, known)
                place = entry.at(*path, "source", "document")
                yield finding("GP203", message, entry.file, place, entry=entry.full_id(milestone), hint=hint)


def _sources(entry: EntryRow) -> Iterator[tuple[tuple[str | int, ...], MilestoneRow | None, SourceRow]]:
    if entry.source:
        yield (), None, entry.source
    for index, milestone in enumerate(entry.milestones):
        if milestone.source:
            yield ("milestones", index), milestone, milestone.source
    for index, update in enumerate(entry.updates):
        if update.source:
            yield ("updates", index), None, update.source
