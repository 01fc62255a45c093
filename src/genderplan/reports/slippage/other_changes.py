"""Changes beside dates: what one side of a plan has and the other has not, and what they say in other words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.folding import composed, same_text
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.kinds.plan.rows import ObjectiveRow, Titled
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.comparison.matching import EntryPair, Match
from genderplan.plan.items import Item
from genderplan.plan.plans import Baseline, Plan
from genderplan.standing.records.plans import TitleRecord
from genderplan.standing.records.recording import title_record

LENGTHS = frozenset(("duration", "every"))
"""Fields of rewordings that hold lengths of time."""


class DatedTitle(NamedTuple):
    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    due: PlanDate | None
    """The date that is agreed."""


class NamedOrganisation(NamedTuple):
    """An organisation that an entry names; a text or a role stands in its place where there is none."""

    entry: str
    """The entry's id in its plan."""
    organisation: str
    """The organisation's id; the words or the role where there is none."""


class Served(NamedTuple):
    entry: str
    """The entry's id in its plan."""
    group: str
    """One group of the people served, in words."""


class Supported(NamedTuple):
    """A section of a framework, or what stands in its place, that an entry or an objective supports on one side."""

    of: str
    """The entry's id in its plan, or the objective's."""
    section: str
    """The section as framework/section, or the words that stand in its place."""
    extent: str
    """How far: full, part or none."""


class Driven(NamedTuple):
    entry: str
    """The entry's id in its plan."""
    driver: str
    """What it is done for: a section as framework/section, or words."""


class Changes(NamedTuple):
    """What one side has and the other has not; of whole entries only their milestones are told apart."""

    entries: tuple[TitleRecord, ...]
    """The actions and projects that the other side has not."""
    milestones: tuple[DatedTitle, ...]
    """The milestones that the other side has not."""
    inputs: tuple[NamedOrganisation, ...]
    """What entries of both sides need on this side only."""
    leads: tuple[NamedOrganisation, ...]
    """Who answers for entries of both sides on this side only."""
    partners: tuple[NamedOrganisation, ...]
    """Who works on entries of both sides too, on this side only."""
    groups: tuple[Served, ...]
    """The people served by entries of both sides on this side only."""
    objectives: tuple[TitleRecord, ...]
    """The objectives that the other side has not."""
    aims: tuple[TitleRecord, ...]
    """The aims that the other side has not."""

    supports: tuple[Supported, ...]
    """What entries and objectives of both sides support on this side only, or to another extent."""
    drivers: tuple[Driven, ...]
    """What entries of both sides are done for on this side only."""


class LeadChange(NamedTuple):
    """An entry that others answer for than before; none on a side where nobody did."""

    id: str
    """The full id: plan/entry."""
    title: str
    """The title, in the words of the document."""
    was: tuple[str, ...]
    """The ids of who led before."""
    now: tuple[str, ...]
    """The ids of who leads now."""


class Rewording(NamedTuple):
    """One text that changed; `kind` is plan, aim, objective, entry or milestone."""

    kind: str
    """plan, aim, objective, entry or milestone."""
    id: str
    """The full id of an entry or a milestone, else the bare id."""
    field: str
    """What of it is worded otherwise."""
    was: str | None
    """The words in the baseline."""
    now: str | None
    """The words now."""


Sides = tuple[Baseline, Plan] | None
"""The baseline and the plan as wholes; None where only a part of them is compared."""


def added(both: Match, whole: Sides) -> Changes:
    """What the plan has and the baseline has not."""
    return _changes(
        both.added_entries,
        both.added_milestones,
        [(now, then) for then, now in both.entries],
        _titles_only_in(whole[1].objectives, whole[0].objectives) if whole else (),
        _titles_only_in(whole[1].aims, whole[0].aims) if whole else (),
        tuple(_supported_only_in(whole[1].objectives, whole[0].objectives)) if whole else (),
    )


def removed(both: Match, whole: Sides) -> Changes:
    """What the baseline has and the plan has not."""
    return _changes(
        both.removed_entries,
        both.removed_milestones,
        both.entries,
        _titles_only_in(whole[0].objectives, whole[1].objectives) if whole else (),
        _titles_only_in(whole[0].aims, whole[1].aims) if whole else (),
        tuple(_supported_only_in(whole[0].objectives, whole[1].objectives)) if whole else (),
    )


def _changes(
    entries: Iterable[EntryRow],
    milestones: Iterable[Item],
    pairs: Sequence[EntryPair],
    objectives: tuple[TitleRecord, ...],
    aims: tuple[TitleRecord, ...],
    supports: tuple[Supported, ...],
) -> Changes:
    """What the first side of each pair has and the second has not."""
    return Changes(
        entries=tuple(TitleRecord(entry.full_id(), entry.title) for entry in entries),
        milestones=tuple(DatedTitle(each.id, each.title, each.due) for each in milestones),
        inputs=_named(pairs, lambda entry: [each.words for each in entry.inputs]),
        leads=_named(pairs, lambda entry: entry.leads),
        partners=_named(pairs, lambda entry: [each.organisation or each.role or "" for each in entry.partners]),
        groups=tuple(Served(*each) for each in _only_in(pairs, lambda entry: entry.groups)),
        objectives=objectives,
        aims=aims,
        supports=(*_supported(pairs), *supports),
        drivers=tuple(Driven(*each) for each in _only_in(pairs, _drivers)),
    )


def _drivers(entry: EntryRow) -> list[str]:
    return [each.section or each.text or "" for each in entry.drivers]


def _supported(pairs: Sequence[EntryPair]) -> Iterator[Supported]:
    for one, other in pairs:
        if one.supports:
            yield from _not_in(one.id, one.supports, other.supports)


def _supported_only_in(ones: Iterable[ObjectiveRow], others: Iterable[ObjectiveRow]) -> Iterator[Supported]:
    """The same of objectives that both sides have."""
    supports = {other.id: other.supports for other in others}
    for one in ones:
        if one.supports and one.id in supports:
            yield from _not_in(one.id, one.supports, supports[one.id])


def _not_in(of: str, ones: Sequence[SupportRow], others: Sequence[SupportRow]) -> Iterator[Supported]:
    known = {(composed(each.section or each.text or ""), each.extent) for each in others}
    for each in ones:
        named = each.section or each.text or ""
        if (composed(named), each.extent) not in known:
            yield Supported(of, named, each.extent)


def leads_changed(both: Match) -> Iterator[LeadChange]:
    """Every entry of both sides whose leads are others, each told once; their order is no change."""
    for then, now in both.entries:
        if set(then.leads) != set(now.leads):
            yield LeadChange(now.full_id(), now.title, then.leads, now.leads)


def _named(pairs: Sequence[EntryPair], names: Callable[[EntryRow], Iterable[str]]) -> tuple[NamedOrganisation, ...]:
    return tuple(NamedOrganisation(*each) for each in _only_in(pairs, names))


def _only_in(pairs: Sequence[EntryPair], names: Callable[[EntryRow], Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The entry and each name that its first side has and its second has not."""
    for one, other in pairs:
        ones, others = names(one), names(other)
        if ones != others:
            known = set(map(composed, others))
            yield from ((one.id, name) for name in ones if composed(name) not in known)


def _titles_only_in(ones: Iterable[Titled], others: Iterable[Titled]) -> tuple[TitleRecord, ...]:
    known = {other.id for other in others}
    return tuple(title_record(one) for one in ones if one.id not in known)


def reworded(both: Match, whole: Sides) -> Iterator[Rewording]:
    """Everything that both sides have and say in other words, however these are spaced and composed."""
    if whole:
        yield from _of_the_plan(*whole)
    for then, now in both.entries:
        for field, was, is_now in (
            ("id", then.id, now.id),
            ("title", then.title, now.title),
            ("objective", then.objective, now.objective),
            ("output", then.output, now.output),
            ("ref", then.told.ref, now.told.ref),
            ("success", "; ".join(then.told.success), "; ".join(now.told.success)),
            ("every", _often(then), _often(now)),
            ("indicators", ", ".join(sorted(then.indicators)), ", ".join(sorted(now.indicators))),
            ("cost", *("; ".join(cost.in_words for cost in each.cost) for each in (then, now))),
        ):
            yield from _rewording("entry", now.full_id(), field, was, is_now)
    for before, after in both.milestones:
        if before.row is after.row:
            continue
        for field, was, is_now in (
            ("id", before.id_in_plan, after.id_in_plan),
            ("title", before.title, after.title),
            ("lead", ", ".join(before.row.leads), ", ".join(after.row.leads)),
            ("duration", str(before.duration or ""), str(after.duration or "")),
            ("every", _often(before.row), _often(after.row)),
        ):
            yield from _rewording("milestone", after.id, field, was, is_now)


def _often(row: EntryRow | MilestoneRow) -> str:
    """How often something comes again; nothing for what comes once."""
    return str(row.cycle.every) if row.cycle else ""


def _of_the_plan(baseline: Baseline, plan: Plan) -> Iterator[Rewording]:
    if baseline.plan_title is not None:
        yield from _rewording("plan", plan.id, "title", baseline.plan_title, plan.title)
    yield from _rewording("plan", plan.id, "long_term_aim", baseline.long_term_aim, plan.long_term_aim)
    for kind, thens, nows in (
        ("aim", baseline.aims, plan.aims),
        ("objective", baseline.objectives, plan.objectives),
    ):
        titles = {then.id: then.title for then in thens}
        for now in nows:
            if now.id in titles:
                yield from _rewording(kind, now.id, "title", titles[now.id], now.title)


def _rewording(kind: str, name: str, field: str, was: str | None, now: str | None) -> Iterator[Rewording]:
    if not same_text(was or "", now or ""):
        yield Rewording(kind, name, field, was or None, now or None)
