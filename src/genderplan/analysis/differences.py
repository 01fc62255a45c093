"""What two sides of a plan have and do not have, and what they say in other words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from genderplan.analysis.recording import title_record
from genderplan.analysis.records import TitleRecord
from genderplan.folding import composed, same_text
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.kinds.plan.rows import TitledRow
from genderplan.model.dates import PlanDate
from genderplan.plan.matching import EntryPair, Match
from genderplan.plan.pairing import Placed
from genderplan.plan.whole import Baseline, Plan


class DatedTitle(NamedTuple):
    id: str
    title: str
    due: PlanDate | None


class Named(NamedTuple):
    """An organisation that an entry names; a text or a role stands in its place where there is none."""

    entry: str
    organisation: str


class Served(NamedTuple):
    entry: str
    group: str


class Changes(NamedTuple):
    """What one side has and the other has not; of whole entries only their milestones are told apart."""

    entries: tuple[TitleRecord, ...]
    milestones: tuple[DatedTitle, ...]
    inputs: tuple[Named, ...]
    leads: tuple[Named, ...]
    partners: tuple[Named, ...]
    groups: tuple[Served, ...]
    objectives: tuple[TitleRecord, ...]
    aims: tuple[TitleRecord, ...]


class LeadChange(NamedTuple):
    """An entry that others answer for than before; none on a side where nobody did."""

    id: str
    title: str
    was: tuple[str, ...]
    now: tuple[str, ...]


class Rewording(NamedTuple):
    """One text that changed; `kind` is plan, aim, objective, entry or milestone."""

    kind: str
    id: str
    field: str
    was: str | None
    now: str | None


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
    )


def removed(both: Match, whole: Sides) -> Changes:
    """What the baseline has and the plan has not."""
    return _changes(
        both.removed_entries,
        both.removed_milestones,
        both.entries,
        _titles_only_in(whole[0].objectives, whole[1].objectives) if whole else (),
        _titles_only_in(whole[0].aims, whole[1].aims) if whole else (),
    )


def _changes(
    entries: Iterable[EntryRow],
    milestones: Iterable[Placed],
    pairs: Sequence[EntryPair],
    objectives: tuple[TitleRecord, ...],
    aims: tuple[TitleRecord, ...],
) -> Changes:
    """What the first side of each pair has and the second has not."""
    return Changes(
        entries=tuple(TitleRecord(entry.full_id(), entry.title) for entry in entries),
        milestones=tuple(DatedTitle(entry.full_id(each), each.title, each.due) for entry, each in milestones),
        inputs=_named(pairs, lambda entry: [each.words for each in entry.inputs]),
        leads=_named(pairs, lambda entry: entry.leads),
        partners=_named(pairs, lambda entry: [each.organisation or each.role or "" for each in entry.partners]),
        groups=tuple(Served(*each) for each in _only_in(pairs, lambda entry: entry.groups)),
        objectives=objectives,
        aims=aims,
    )


def leads_changed(both: Match) -> Iterator[LeadChange]:
    """Every entry of both sides whose leads are others, each told once; their order is no change."""
    for then, now in both.entries:
        if set(then.leads) != set(now.leads):
            yield LeadChange(now.full_id(), now.title, then.leads, now.leads)


def _named(pairs: Sequence[EntryPair], names: Callable[[EntryRow], Iterable[str]]) -> tuple[Named, ...]:
    return tuple(Named(*each) for each in _only_in(pairs, names))


def _only_in(pairs: Sequence[EntryPair], names: Callable[[EntryRow], Iterable[str]]) -> Iterator[tuple[str, str]]:
    """The entry and each name that its first side has and its second has not."""
    for one, other in pairs:
        known = set(map(composed, names(other)))
        yield from ((one.id, name) for name in names(one) if composed(name) not in known)


def _titles_only_in(ones: Iterable[TitledRow], others: Iterable[TitledRow]) -> tuple[TitleRecord, ...]:
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
        ):
            yield from _rewording("entry", now.full_id(), field, was, is_now)
    for (then_entry, then_milestone), (entry, milestone) in both.milestones:
        for field, was, is_now in (
            ("id", _bare(then_entry, then_milestone), _bare(entry, milestone)),
            ("title", then_milestone.title, milestone.title),
            ("lead", ", ".join(then_milestone.leads), ", ".join(milestone.leads)),
            ("duration", str(then_milestone.duration or ""), str(milestone.duration or "")),
        ):
            yield from _rewording("milestone", entry.full_id(milestone), field, was, is_now)


def _bare(entry: EntryRow, milestone: MilestoneRow) -> str:
    return f"{entry.id}#{milestone.id}"


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
