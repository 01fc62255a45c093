"""Selection of entries and milestones: filters as predicates and sets of values, the same for every command.

Values of one filter widen it, different filters narrow each other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.folding import folded
from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.plan.items import Item, all_items
from genderplan.plan.plans import Plan
from genderplan.plan.supports import Supporters, supporters
from genderplan.standing.progress import Progress, state_on_the_day
from genderplan.standing.rag import Part
from genderplan.standing.standings import EntryStanding, Rag, Standing, Standings, Status, parts_of, rag_of
from genderplan.standing.units import Units


class Chosen(NamedTuple):
    """What is chosen of one entry: its milestones and its own date that passed, and whether it passed itself."""

    standing: EntryStanding
    items: tuple[Standing, ...]
    is_whole: bool = True

    @property
    def parts(self) -> tuple[Part, ...]:
        """What a whole is judged by: the entry where it passed itself, else what passed of it."""
        return ((self.standing.status, self.standing.rag),) if self.is_whole else tuple(parts_of(self.items))


def rag_of_all(chosen: Iterable[Chosen]) -> Rag | None:
    """The RAG of what is chosen of several entries together."""
    return rag_of(part for each in chosen for part in each.parts)


def told_once(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """All less the own dates of entries of which a milestone among them says the same: status and last day."""
    said = {_told(each) for each in standings if each.item.milestone and each.due}
    return tuple(each for each in standings if each.item.milestone or not each.due or _told(each) not in said)


def _told(standing: Standing) -> tuple[str, Status, int]:
    return standing.item.entry.id, standing.status, standing.due.last if standing.due else 0


class Candidate(NamedTuple):
    """What filters are asked of: an item, or all items of an entry together; with where it stands, if that counts."""

    entry: EntryRow
    item: Item | None = None
    standing: Standing | EntryStanding | None = None
    progress: Progress | None = None
    update: UpdateRow | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The item alone; of an entry, itself and its milestones: their leads, tags, dates and words count too."""
        return (self.item,) if self.item else tuple(all_items((self.entry,)))


Predicate: TypeAlias = Callable[[Candidate, Set[Any]], bool]
"""Whether a candidate has any of the values that a filter wants."""


def is_under(candidate: Candidate, objectives: Set[tuple[str, str]]) -> bool:
    """Whether it stands under one of some objectives, each by its plan's id and its own."""
    return (candidate.entry.plan, candidate.entry.objective or "") in objectives


def is_led_by(candidate: Candidate, units: Set[Units]) -> bool:
    """Whether one of some organisations leads it."""
    return any(each.has_any(candidate.entry.plan, item.leads) for item in candidate.items for each in units)


def has_partner(candidate: Candidate, partners: Set[Units | str]) -> bool:
    """Whether one of some organisations, or of some roles by their folded words, takes part."""
    units = [each for each in partners if isinstance(each, Units)]
    entry = candidate.entry
    return any(
        any(one.has(entry.plan, each.organisation) for one in units if each.organisation)
        or (each.role and folded(each.role) in partners)
        for each in entry.partners
    )


def serves(candidate: Candidate, groups: Set[str]) -> bool:
    """Whether it serves one of some groups of people, by their folded words."""
    return any(folded(group) in groups for group in candidate.entry.groups)


def is_of_kind(candidate: Candidate, kinds: Set[str]) -> bool:
    """Whether it is, or belongs to, an entry of one of some kinds."""
    return candidate.entry.kind in kinds


def has_status(candidate: Candidate, statuses: Set[Status]) -> bool:
    """Whether it has one of some statuses, where that counts."""
    return candidate.standing is None or candidate.standing.status in statuses


def has_rag(candidate: Candidate, rags: Set[Rag]) -> bool:
    """Whether it has one of some RAGs, where that counts."""
    return candidate.standing is None or candidate.standing.rag in rags


def has_tag(candidate: Candidate, tags: Set[str]) -> bool:
    """Whether it has one of some tags, by their folded words; those of an entry count for its milestones too."""
    return any(folded(tag) in tags for item in candidate.items for tag in (*candidate.entry.tags, *item.row.tags))


def has_words(candidate: Candidate, texts: Set[str]) -> bool:
    """Whether one of some folded texts is within what it says."""
    words = _said(candidate.entry, (candidate.update,)) if candidate.update else _words_of(candidate)
    said = folded(" ".join(filter(None, words)))
    return any(text in said for text in texts)


def has_progress(candidate: Candidate, wanted: Set[Progress]) -> bool:
    """Whether its entry is as far as is asked for, where that counts."""
    return candidate.progress is None or candidate.progress in wanted


def is_due_within(candidate: Candidate, spans: Set[tuple[int, int]]) -> bool:
    """Whether the last day of its due date is within one of some spans of days, both ends included."""
    return any(first <= due.last <= last for due in _dues(candidate) for first, last in spans) or (
        candidate.standing is None and any(_comes_within(item, spans) for item in candidate.items)
    )


def _dues(candidate: Candidate) -> Iterator[PlanDate]:
    """The dates that count of a candidate; of one without a standing those of what comes once."""
    match candidate.standing:
        case Standing():
            dates = [candidate.standing.due]
        case EntryStanding():
            dates = [each.due for each in candidate.standing.dates]
        case _:
            dates = [item.due for item in candidate.items if not item.row.cycle]
    return filter(None, dates)


def _comes_within(item: Item, spans: Set[tuple[int, int]]) -> bool:
    """Whether any time at which something comes again is within one of some spans of days."""
    if item.row.cycle is None:
        return False
    cycle = item.row.cycle.over(item.row.due)
    return any(cycle.number_until(last) > cycle.number_until(first - 1) for first, last in spans)


def is_numbered(candidate: Candidate, refs: Set[str]) -> bool:
    """Whether the document gives its entry one of some numbers, folded, or one below it: 5.3.1 is below 5.3."""
    ref = folded(candidate.entry.told.ref or "")
    return bool(ref) and any(ref == each or ref.startswith(f"{each}.") for each in refs)


def has_priority(candidate: Candidate, priorities: Set[str]) -> bool:
    """Whether its entry has one of some priorities."""
    return candidate.entry.told.priority in priorities


def is_answered_for(candidate: Candidate, units: Set[Units]) -> bool:
    """Whether one of some organisations is held to account for its entry."""
    entry = candidate.entry
    name = entry.told.accountable
    return name is not None and any(each.has(entry.plan, name) for each in units)


def goes_to(candidate: Candidate, units: Set[Units]) -> bool:
    """Whether one of some organisations receives it."""
    names = [item.milestone.goes_to for item in candidate.items if item.milestone and item.milestone.goes_to]
    return any(each.has_any(candidate.entry.plan, names) for each in units)


def answers(candidate: Candidate, names: Set[str]) -> bool:
    """Whether its entry answers one of some entries by their full ids, or is of a plan that does, by the plan's id."""
    return candidate.entry.plan in names or any(each.entry in names for each in candidate.entry.told.answers)


_OF_ROWS_ALONE = frozenset(
    ("plan", "id", "kind", "title", "leads", "extra", "file", "position", "places", "path", "particulars", "number")
)
KEYS = tuple(
    sorted({*EntryRow._fields, *MilestoneRow._fields, *ParticularsRow._fields, "lead"}.difference(_OF_ROWS_ALONE))
)
"""The keys of entries and milestones that may be there or not."""


def has_key(candidate: Candidate, keys: Set[str]) -> bool:
    """Whether it says something under one of some keys; what an entry says counts for its milestones too."""
    return any(_says(candidate, key) for key in keys)


def lacks_key(candidate: Candidate, keys: Set[str]) -> bool:
    """Whether it says nothing under one of some keys."""
    return not all(_says(candidate, key) for key in keys)


def _says(candidate: Candidate, key: str) -> bool:
    if key in {"lead", "due"}:
        return any(item.leads if key == "lead" else item.due for item in candidate.items)
    own = any(getattr(item.row, key, None) not in (None, ()) for item in candidate.items)
    return own or (key != "requested" and getattr(candidate.entry.told, key, None) not in (None, ()))


def supports_any(candidate: Candidate, wanted: Set[tuple[str, str]]) -> bool:
    """Whether it supports one of some sections, each as a pair with no plan, by itself or with its objective.

    The objectives that support one stand among them as pairs of their plan's id and their own.
    """
    entry = candidate.entry
    if (entry.plan, entry.objective or "") in wanted:
        return True
    return any(each.section and ("", each.section) in wanted and each.extent != "none" for each in entry.supports)


@dataclass(frozen=True)
class Selection:
    """The filters resolved against a tree: what each predicate that was asked for wants.

    `plans` are those that could be read of the ones asked for, `plan_ids` all that were asked for; None are all.
    """

    plans: tuple[Plan, ...]
    plan_ids: frozenset[str] | None = None
    wanted: Mapping[Predicate, Set[Any]] = field(default_factory=dict)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but plans was asked for."""
        return bool(self.wanted)

    def has_plan(self, plan: str) -> bool:
        """Whether a plan was asked for; what all plans share ("") always is."""
        return self.plan_ids is None or plan in self.plan_ids or not plan

    def chosen(self, standings: Standings) -> Iterator[Chosen]:
        """What passes of each entry of a plan, item by item; entries of which nothing passes are left out."""
        if not self.is_narrowed:
            yield from (Chosen(standing, standing.dates) for standing in standings.entries)
            return
        for standing in standings.entries:
            items = tuple(self.passing(standing.dates, standing))
            chosen = Chosen(standing, items, self.has_entry(standing))
            if chosen.is_whole or chosen.items:
                yield chosen

    def items(self, standings: Standings) -> Iterator[Standing]:
        """The milestones and own dates of a plan that pass, in its order."""
        if not self.is_narrowed:
            return standings.items
        return (each for standing in standings.entries for each in self.passing(standing.items, standing))

    def entries(self, standings: Standings) -> Iterator[EntryStanding]:
        """The entries of a plan that pass, in its order."""
        return (standing for standing in standings.entries if self.has_entry(standing))

    def passing(self, items: Iterable[Standing], whole: EntryStanding) -> Iterator[Standing]:
        """The milestones and own dates of an entry that pass every filter."""
        progress = self._progress(whole)
        for each in items:
            if not self.wanted or self._has(Candidate(each.item.entry, each.item, each, progress)):
                yield each

    def _progress(self, standing: EntryStanding) -> Progress | None:
        """How far an entry is, where that is asked for."""
        return state_on_the_day(standing).progress if has_progress in self.wanted else None

    def has_row(self, item: Item) -> bool:
        """Whether a milestone, or an entry's own date, passes the filters that ask for no standing."""
        return not self.wanted or self._has(Candidate(item.entry, item))

    def has_entry(self, standing: EntryStanding) -> bool:
        """Whether an entry passes every filter: leads, tags, dates and words of its milestones count as its own."""
        return not self.wanted or self._has(Candidate(standing.entry, None, standing, self._progress(standing)))

    def updates(self, standing: EntryStanding) -> Iterator[int]:
        """The places of an entry's updates that pass every filter, up to the day on which it is judged."""
        entry, progress = standing.entry, self._progress(standing) if standing.entry.updates else None
        for number, each in enumerate(entry.updates):
            is_there = each.date is None or each.date.first <= standing.day
            if is_there and (not self.wanted or self._has(Candidate(entry, None, standing, progress, each))):
                yield number

    def has_entry_row(self, entry: EntryRow) -> bool:
        """Whether an entry passes the filters that ask for no standing."""
        return not self.wanted or self._has(Candidate(entry))

    def has_indicator(self, row: IndicatorRow) -> bool:
        """Whether an indicator passes every filter; none passes those that ask for what no indicator has."""
        asked = [(_OF_INDICATORS.get(passes), values) for passes, values in self.wanted.items()]
        return all(passes is not None and passes(row, values) for passes, values in asked)

    def names_objective(self, plan: str, objective: str) -> bool:
        """Whether an objective was asked for by its name."""
        return (plan, objective) in self.wanted.get(is_under, ())

    def answers_as_a_whole(self, plan: str) -> bool:
        """Whether a plan as a whole answers what was asked for."""
        return plan in self.wanted.get(answers, ())

    @property
    def judges_standing(self) -> bool:
        """Whether a filter asks for a status, a RAG or progress, which what is no longer planned does not have."""
        return not self.wanted.keys().isdisjoint((has_status, has_rag, has_progress))

    def _has(self, candidate: Candidate) -> bool:
        return all(passes(candidate, values) for passes, values in self.wanted.items())


def _words_of(candidate: Candidate) -> Iterator[str | None]:
    """What is searched of an item, or of an entry with its milestones and updates."""
    for item in candidate.items:
        yield from _words(item)
        if item.milestone is None and item.entry.updates:
            yield from _said(item.entry, item.entry.updates)
        if item.milestone is None:
            yield from (word for each in item.entry.supports for word in (each.section, each.text))
            yield from (word for each in item.entry.drivers for word in (each.section, each.text))


def supporters_selected(standings: Sequence[Standings], selection: Selection) -> Supporters:
    """Who supports what, of the entries that pass the filters."""
    if not selection.is_narrowed:
        return supporters((each.plan, entry) for each in standings for entry in each.plan.entries)
    return supporters((each.plan, found.entry) for each in standings for found in selection.entries(each))


def _words(item: Item) -> tuple[str | None, ...]:
    """What is searched of an item by itself."""
    words = (item.row.id, item.row.title, None if item.milestone else item.entry.output, item.row.note)
    asked = item.requested.reason if item.requested else None
    return (*words, asked, *(item.entry.particulars.words if item.entry.particulars and not item.milestone else ()))


def _said(entry: EntryRow, updates: Iterable[UpdateRow]) -> Iterator[str | None]:
    """What is searched of updates: their own words, and what they are of."""
    yield from (entry.id, entry.title)
    for each in updates:
        yield from (each.text, each.next, *each.evidence)


def _indicator_has_words(row: IndicatorRow, texts: Set[str]) -> bool:
    said = folded(" ".join(filter(None, (row.id, row.title, row.note))))
    return any(text in said for text in texts)


_OF_INDICATORS: Mapping[Predicate, Callable[[IndicatorRow, Set[Any]], bool]] = {
    is_led_by: lambda row, units: any(each.has_any(row.plan, row.leads) for each in units),
    has_tag: lambda row, tags: any(folded(tag) in tags for tag in row.tags),
    has_words: _indicator_has_words,
}
"""What filters ask of an indicator by itself."""
