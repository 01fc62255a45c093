"""References within a plan: objectives, milestones, sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from genderplan.checks.context import Context
from genderplan.findings import Finding, Position, finding
from genderplan.kinds.board.names import documents_named
from genderplan.kinds.entry.part_rows import DependencyRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item, milestone_items
from genderplan.plan.plans import Baseline, Plan, Tree
from genderplan.source.places import Path
from genderplan.suggestions import Suggestions

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.kinds.framework.rows import FrameworkRow
    from genderplan.kinds.indicator.rows import IndicatorRow
    from genderplan.kinds.plan.rows import DocumentRow


def objective_references(context: Context) -> Iterator[Finding]:
    """GP201: unknown objective.

    The entry stands under an objective that its plan.yaml, or its baseline, does not list; or an objective is said to
    be part of one that is not listed, or a publication tells of one. Reports go by objective: the entry would be under
    none of them.

    Example: plan.yaml lists one objective, `data`.

    Mend: write the id of one of the `objectives`, or add the objective there.
    """
    for plan in context.plans:
        yield from _objectives(plan)
        yield from _publications(plan)
        for baseline in plan.baselines:
            yield from _objectives(baseline)
        yield from _whole_objectives(plan)


def _objectives(side: Plan | Baseline) -> Iterator[Finding]:
    known = {each.id: each for each in side.objectives}
    suggestions = Suggestions(known)
    for entry in side.entries:
        if entry.objective is not None and entry.objective not in known:
            message = f"unknown objective '{entry.objective}'"
            hint = suggestions.did_you_mean(entry.objective)
            yield finding("GP201", message, entry.file, entry.at("objective"), entry=entry.full_id(), hint=hint)


def _whole_objectives(plan: Plan) -> Iterator[Finding]:
    """The objectives that others are said to be part of."""
    known = frozenset(each.id for each in plan.objectives)
    suggestions = Suggestions(known)
    for index, objective in enumerate(plan.objectives):
        name = objective.part_of
        if name is not None and name not in known:
            place = plan.places.position(("objectives", index, "part_of"))
            hint = suggestions.did_you_mean(name)
            yield finding("GP201", f"unknown objective '{name}'", plan.file, place, hint=hint)


def _publications(plan: Plan) -> Iterator[Finding]:
    suggestions = Suggestions(plan.objective_titles)
    for number, publication in enumerate(plan.publications):
        for index, name in enumerate(publication.of):
            if name not in plan.objective_titles:
                hint = suggestions.did_you_mean(name)
                place = plan.places.position(("publications", number, "of", index))
                yield finding("GP201", f"unknown objective '{name}'", plan.file, place, hint=hint)


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
    hints = _MilestoneHints(side)
    for entry in side.entries:
        for milestone in entry.milestones:
            for index, each in enumerate(milestone.depends_on):
                if each.plan == plan.id and (each.entry, each.milestone) in known:
                    continue
                if side is plan and (each.plan, each.entry) in context.tree.unread_entries:
                    continue
                message = f"unknown milestone '{each.written}'"
                item = Item(entry, milestone)
                place = item.at("depends_on", index, "milestone")
                yield finding("GP202", message, entry.file, place, entry=item.id, hint=hints.hint(each, entry))


class _MilestoneHints:
    """What unknown milestones of one side were most likely meant to be."""

    def __init__(self, side: Plan | Baseline) -> None:
        self._side = side
        self._elsewhere = Suggestions(each.id_in_plan for each in milestone_items(side.entries))
        self._within: dict[str, Suggestions] = {}

    def hint(self, each: DependencyRow, entry: EntryRow) -> str | None:
        """The milestone of this id in another entry, where there is one; else the nearest by name."""
        if each.plan != entry.plan:
            return "dependencies stay within a plan"
        bearers = self._bearers.get(each.milestone, ())
        if len(bearers) == 1:
            return f"did you mean '{bearers[0]}#{each.milestone}'?"
        if entry.id not in self._within:
            self._within[entry.id] = Suggestions(other.id for other in entry.milestones)
        return self._within[entry.id].did_you_mean(each.written) or self._elsewhere.did_you_mean(each.written)

    @cached_property
    def _bearers(self) -> Mapping[str, Sequence[str]]:
        """The entries that have a milestone of an id."""
        bearers: dict[str, list[str]] = {}
        for item in milestone_items(self._side.entries):
            bearers.setdefault(item.row.id, []).append(item.entry.id)
        return bearers


def source_references(context: Context) -> Iterator[Finding]:
    """GP203: unknown source.

    The document named is not one of the plan's `sources`, or of the framework's or the board's, so that a reader cannot
    find what an entry, an update, an indicator, a register, an assessment, a section or a meeting was taken from, or
    where to `see` more. The glossary, which is of all plans, may name a source of any.

    Example: plan.yaml lists one source, `board-paper`.

    Mend: write the id of one of the `sources`, or add the document there.
    """
    for framework in context.tree.frameworks:
        yield from _sources_of_framework(framework)
    for board in context.tree.boards:
        yield from _sources_of_board(board)
    for plan in context.plans:
        yield from _sources_of_plan(plan)
    yield from _sources_of_glossary(context.tree)


class _Sources:
    """The documents that a file may name, and what is wrong with others."""

    def __init__(self, documents: "Iterable[DocumentRow]") -> None:
        self._known = dict.fromkeys(each.id for each in documents)
        self._suggestions = Suggestions(self._known)

    def lacks(self, document: str | None) -> bool:
        """Whether it is named and not among them."""
        return document is not None and document not in self._known

    def finding(self, document: str | None, file: str, place: Position, entry: str | None = None) -> Finding:
        hint = self._suggestions.did_you_mean(document or "")
        return finding("GP203", f"unknown source '{document}'", file, place, entry=entry, hint=hint)


def _sources_of_plan(plan: Plan) -> Iterator[Finding]:
    sources = _Sources(plan.sources)
    for entry in plan.all_entries():
        for item, path, document in _sources(entry):
            if sources.lacks(document):
                yield sources.finding(document, entry.file, item.at(*path, "document"), item.id)
    rows: tuple[IndicatorRow | AssessmentRow, ...] = (*plan.all_indicators(), *plan.assessments)
    for row in rows:
        for source, path in row.sources:
            if sources.lacks(source.document):
                yield sources.finding(source.document, row.file, row.at(*path, "document"), row.full_id())
    for register in plan.registers:
        for owner, source, path in register.sources:
            if sources.lacks(source.document):
                yield sources.finding(source.document, register.file, register.at(*path, "document"), owner)


def _sources_of_glossary(tree: Tree) -> Iterator[Finding]:
    """The glossary is of all plans, and quotes a document of any; one may be of a plan that could not be read."""
    glossary = None if tree.unread_plans else tree.glossary
    quoting = [each for each in glossary.acronyms if each.source] if glossary else []
    sources = _Sources(source for plan in tree.plans for source in plan.sources) if quoting else _Sources(())
    for each in quoting:
        document = each.source.document if each.source else None
        if glossary and sources.lacks(document):
            place = glossary.places.position((each.acronym, "source", "document"))
            yield sources.finding(document, glossary.file, place)


def _sources_of_framework(framework: "FrameworkRow") -> Iterator[Finding]:
    sources = _Sources(framework.sources)
    for section in framework.sections:
        document = section.source.document if section.source else None
        if sources.lacks(document):
            place = framework.places.position((*section.path, "source", "document"))
            yield sources.finding(document, framework.file, place)


def _sources_of_board(board: "BoardRow") -> Iterator[Finding]:
    sources = _Sources(board.sources)
    for document, _, path in documents_named(board):
        if sources.lacks(document):
            yield sources.finding(document, board.file, board.places.position(path))


def _sources(entry: EntryRow) -> Iterator[tuple[Item, Path, str | None]]:
    """The documents that an entry names, each with the way to where it does."""
    if entry.source:
        yield Item(entry), ("source",), entry.source.document
    for milestone in entry.milestones:
        if milestone.source:
            yield Item(entry, milestone), ("source",), milestone.source.document
    for index, update in enumerate(entry.updates):
        if update.source:
            yield Item(entry), ("updates", index, "source"), update.source.document
    for index, pointer in enumerate(entry.particulars.see if entry.particulars else ()):
        yield Item(entry), ("see", index), pointer.document
