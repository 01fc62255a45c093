"""Kinds of gaps: one function each, and its line in a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import Measures, Supporters, is_served, supports_of
from genderplan.standing.rag import CLOSED
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

AREA = "business-area"
"""The tag of organisations that are business areas."""


class PlanGap(NamedTuple):
    """Where something is missing."""

    plan: str | None
    """The plan's id; null where it is of no plan."""
    id: str
    """The full id of the entry, the objective or the section; an organisation's id."""
    title: str
    """The title or the name."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    entries: tuple[str, ...]
    """The full ids of the entries that it is about, where it is about several."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""


@dataclass(frozen=True)
class Gathered:
    """What gaps are looked for in."""

    tree: Tree
    standings: Sequence[Standings]
    selection: Selection
    supporters: Supporters
    measures: Measures
    since: PlanDate | None

    @property
    def plans(self) -> Iterator[Plan]:
        return (each.plan for each in self.standings)

    def is_served(self, reference: str) -> bool:
        """Whether anything supports a section, in full or in part."""
        return is_served(self.supporters, reference) or is_served(self.measures, reference)

    @property
    def indicators(self) -> Iterator[IndicatorRow]:
        return (indicator for plan in self.plans for indicator in plan.indicators)

    @cached_property
    def entries(self) -> Sequence[tuple[Plan, EntryRow]]:
        """The entries that are selected, less those that are cancelled."""
        is_narrowed = self.selection.is_narrowed
        return [
            (each.plan, entry)
            for each in self.standings
            for entry in ([one.entry for one in self.selection.entries(each)] if is_narrowed else each.plan.entries)
            if entry.cancelled is None
        ]


def _of_entry(entry: EntryRow) -> PlanGap:
    return PlanGap(entry.plan, entry.full_id(), entry.title, entry.leads, (), entry.file, entry.position.line)


def _no_lead(gathered: Gathered) -> Iterator[PlanGap]:
    """Nobody leads it, nor each of its milestones; a project has partners instead."""
    for _, entry in gathered.entries:
        has_leads = entry.leads or (entry.milestones and all(each.leads for each in entry.milestones))
        if not has_leads and not (entry.kind == "project" and entry.partners):
            yield _of_entry(entry)


def _no_date(gathered: Gathered) -> Iterator[PlanGap]:
    for _, entry in gathered.entries:
        if not (entry.own_date or entry.completed or any(each.due or each.completed for each in entry.milestones)):
            yield _of_entry(entry)


def _no_success(gathered: Gathered) -> Iterator[PlanGap]:
    """It does not say how one will know that it has worked."""
    return (_of_entry(entry) for _, entry in gathered.entries if not entry.told.success)


def _no_section(gathered: Gathered) -> Iterator[PlanGap]:
    """It supports no section of any framework, where there are frameworks."""
    for plan, entry in gathered.entries if gathered.tree.frameworks else ():
        if not any(extent != "none" for _, extent in supports_of(plan, entry)):
            yield _of_entry(entry)


def _no_cost(gathered: Gathered) -> Iterator[PlanGap]:
    """It does not say what it costs, not even that it costs nothing or is not quantified."""
    return (_of_entry(entry) for _, entry in gathered.entries if not entry.cost)


def _no_activity(gathered: Gathered) -> Iterator[PlanGap]:
    """It has no milestones and no updates, is not complete, does not come again, and points to nothing."""
    return (_of_entry(entry) for entry in _idle_entries(gathered) if not entry.told.see)


def _only_pointers(gathered: Gathered) -> Iterator[PlanGap]:
    """It has no milestones and no updates, and points to what has."""
    return (_of_entry(entry) for entry in _idle_entries(gathered) if entry.told.see)


def _idle_entries(gathered: Gathered) -> Iterator[EntryRow]:
    """What has no steps and of which nothing was told; what is done, or comes again, is activity by itself."""
    for _, entry in gathered.entries:
        if not (entry.milestones or entry.updates or entry.completed or entry.cycle):
            yield entry


def _shared(gathered: Gathered) -> Iterator[PlanGap]:
    """What entries share whose leads differ: what others point to or answer, an indicator; without a lead, no party."""
    sharing: dict[str, list[EntryRow]] = {}
    for _, entry in gathered.entries:
        told = entry.told
        for name in dict.fromkeys((*(each.entry for each in told.see), *(each.entry for each in told.answers))):
            if name:
                sharing.setdefault(name, []).append(entry)
    for name, entries in sharing.items():
        plan, _, own = name.partition("/")
        activity = gathered.tree.by_id[plan].by_id.get(own) if plan in gathered.tree.by_id else None
        if activity and _differ(activity, *entries):
            yield _of_entry(activity)._replace(entries=tuple(each.full_id() for each in entries))
    yield from _shared_indicators(gathered)


def _shared_indicators(gathered: Gathered) -> Iterator[PlanGap]:
    """An indicator that several entries name whose leads differ; who measures it is no party."""
    sharing: dict[str, list[EntryRow]] = {}
    for _, entry in gathered.entries:
        for name in dict.fromkeys(entry.indicators):
            sharing.setdefault(f"{entry.plan}/{name}", []).append(entry)
    for indicator in gathered.indicators if sharing else ():
        entries = sharing.get(indicator.full_id(), ())
        if _differ(*entries):
            yield _of_indicator(indicator)._replace(entries=tuple(each.full_id() for each in entries))


def _differ(*entries: EntryRow) -> bool:
    """Whether the leads of some entries are not the same; those of an entry that has none do not count."""
    return len({frozenset(each.leads) for each in entries if each.leads}) > 1


def _of_indicator(row: IndicatorRow) -> PlanGap:
    return PlanGap(row.plan, row.full_id(), row.title, row.leads, (), row.file, row.position.line)


def _no_value(gathered: Gathered) -> Iterator[PlanGap]:
    """No value of it is known, neither what was measured nor what is expected."""
    return (_of_indicator(row) for row in gathered.indicators if all(each.number is None for each in row.values))


def _no_target(gathered: Gathered) -> Iterator[PlanGap]:
    """It does not say what it is to be, nor that no target is set."""
    return (_of_indicator(row) for row in gathered.indicators if not row.targets)


def _empty_objectives(gathered: Gathered) -> Iterator[PlanGap]:
    used = {(plan.id, entry.objective) for plan, entry in gathered.entries}
    for plan in gathered.plans:
        for index, objective in enumerate(plan.objectives):
            if (plan.id, objective.id) not in used:
                line = plan.places.position(("objectives", index)).line
                yield PlanGap(plan.id, f"{plan.id}/{objective.id}", objective.title, (), (), plan.file, line)


def _of_section(framework: FrameworkRow, section: SectionRow) -> PlanGap:
    return PlanGap(None, section.full_id(), section.title, (), (), framework.file, section.line)


def _empty_sections(gathered: Gathered) -> Iterator[PlanGap]:
    """No entry and no other section supports it, in a framework that is followed or that entries support."""
    asked = {name for plan in gathered.plans for name in plan.follows}
    asked |= {name.partition("/")[0] for name in (*gathered.supporters, *gathered.measures)}
    for framework in gathered.tree.frameworks:
        for section in framework.sections if framework.id in asked and framework.kind != "consultation" else ():
            is_heading = section.has_parts and section.importance is None
            others = any(row.extent != "none" for row in section.supported_by)
            if not (is_heading or others or gathered.is_served(section.full_id())):
                yield _of_section(framework, section)


def _no_answer(gathered: Gathered) -> Iterator[PlanGap]:
    """No entry supports an issue that was raised in a consultation."""
    for framework in gathered.tree.frameworks:
        for section in framework.sections if framework.kind == "consultation" else ():
            if not section.has_parts and not is_served(gathered.supporters, section.full_id()):
                yield _of_section(framework, section)


def _areas(tree: Tree) -> Iterator[OrganisationRow]:
    return (each for each in tree.organisations.organisations if AREA in map(folded, each.tags))


def _of_organisation(organisation: OrganisationRow, entries: Sequence[str] = ()) -> PlanGap:
    name = organisation.name or organisation.id
    return PlanGap(None, organisation.id, name, (), tuple(entries), organisation.file, organisation.line)


def _idle_areas(gathered: Gathered) -> Iterator[PlanGap]:
    """Neither it nor what is part of it leads an entry or takes part in one."""
    named = {name for _, entry in gathered.entries for name in (*entry.leads, *_partners(entry))}
    named = named.union(*map(gathered.tree.organisations.above, named))
    return (_of_organisation(each) for each in _areas(gathered.tree) if each.id not in named)


def _partners(entry: EntryRow) -> Iterator[str]:
    return (each.organisation for each in entry.partners if each.organisation)


def _no_return(gathered: Gathered) -> Iterator[PlanGap]:
    """A lead, or an area above one, with open entries on which there is no update."""
    directory = gathered.tree.organisations
    areas = {each.id for each in _areas(gathered.tree)}
    owed: dict[str, list[str]] = {}
    for entry in _without_update(gathered):
        owners = {name: None for lead in entry.leads for name in (lead, *sorted(directory.above(lead) & areas))}
        for name in owners:
            owed.setdefault(name, []).append(entry.full_id())
    for organisation in directory.organisations:
        if organisation.id in owed:
            yield _of_organisation(organisation, owed[organisation.id])


def _without_update(gathered: Gathered) -> Iterator[EntryRow]:
    first = gathered.since.first if gathered.since else 0
    for each in gathered.standings:
        last = each.as_of.ordinal
        for standing in gathered.selection.entries(each):
            dates = (update.date for update in standing.entry.updates)
            is_open = standing.status not in CLOSED
            if is_open and not any(first <= date.last and date.first <= last if date else not first for date in dates):
                yield standing.entry


class GapKind(NamedTuple):
    """What is missing, in words, how it is found, and whether it is of entries, which can be filtered."""

    title: str
    find: Callable[[Gathered], Iterator[PlanGap]]
    is_of_entries: bool = True


GAPS: Mapping[str, GapKind] = {
    "lead": GapKind("Entries without a lead", _no_lead),
    "date": GapKind("Entries without a date", _no_date),
    "success": GapKind("Entries without a success measure", _no_success),
    "section": GapKind("Entries that support no section of a framework", _no_section),
    "cost": GapKind("Entries that say nothing of their cost", _no_cost),
    "activity": GapKind("Entries with no activity of their own", _no_activity),
    "pointer": GapKind("Entries that only point to activity elsewhere", _only_pointers),
    "shared": GapKind("Activities and indicators that entries with other leads share", _shared),
    "objective": GapKind("Objectives without an entry", _empty_objectives, False),
    "support": GapKind("Sections that nothing supports", _empty_sections, False),
    "answer": GapKind("Issues of a consultation that no entry answers", _no_answer, False),
    "value": GapKind("Indicators without a value", _no_value, False),
    "target": GapKind("Indicators that say nothing of a target", _no_target, False),
    "area": GapKind("Business areas without an entry", _idle_areas, False),
}
"""What plans can lack, by the names that they have in JSON, in the order in which they are told."""

RETURNS: Mapping[str, GapKind] = {
    "update": GapKind("Leads and areas that have sent no update on an entry of theirs", _no_return),
}
"""What is asked for with --returns."""
