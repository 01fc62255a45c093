"""Selection of entries and milestones: filters as predicates and sets of values, the same for every command.

Values of one filter widen it, different filters narrow each other.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.plan.items import Item, all_items
from genderplan.plan.plans import Plan
from genderplan.standing.rag import Part
from genderplan.standing.standings import EntryStanding, Rag, Standing, Standings, Status, parts_of, rag_of


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
    said = {_told(each.item, each.status) for each in standings if each.item.milestone and each.item.due}
    return tuple(
        each
        for each in standings
        if each.item.milestone or not each.item.due or _told(each.item, each.status) not in said
    )


def _told(item: Item, status: Status) -> tuple[str, Status, int]:
    return item.entry.id, status, item.due.last if item.due else 0


class Candidate(NamedTuple):
    """What filters are asked of: an item, or all items of an entry together; with where it stands, if that counts."""

    entry: EntryRow
    item: Item | None = None
    standing: Standing | EntryStanding | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The item alone; of an entry, itself and its milestones: their leads, tags, dates and words count too."""
        return (self.item,) if self.item else tuple(all_items((self.entry,)))


Predicate: TypeAlias = Callable[[Candidate, Set[Any]], bool]
"""Whether a candidate has any of the values that a filter wants."""


def is_under(candidate: Candidate, objectives: Set[tuple[str, str]]) -> bool:
    """Whether it stands under one of some objectives, each by its plan's id and its own."""
    return (candidate.entry.plan, candidate.entry.objective or "") in objectives


def is_led_by(candidate: Candidate, organisations: Set[str]) -> bool:
    """Whether one of some organisations leads it."""
    return any(lead in organisations for item in candidate.items for lead in item.leads)


def has_partner(candidate: Candidate, partners: Set[str]) -> bool:
    """Whether one of some organisations by id, or of some roles by their folded words, takes part."""
    return any(
        each.organisation in partners or (each.role and folded(each.role) in partners)
        for each in candidate.entry.partners
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
    said = folded(" ".join(filter(None, (word for item in candidate.items for word in _words(item)))))
    return any(text in said for text in texts)


def is_due_within(candidate: Candidate, spans: Set[tuple[int, int]]) -> bool:
    """Whether the last day of its due date is within one of some spans of days, both ends included."""
    dues = [item.due for item in candidate.items if item.due]
    return any(first <= due.last <= last for due in dues for first, last in spans)


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
            chosen = Chosen(standing, tuple(filter(self.has_item, standing.dates)), self.has_entry(standing))
            if chosen.is_whole or chosen.items:
                yield chosen

    def items(self, standings: Standings) -> Iterator[Standing]:
        """The milestones and own dates of a plan that pass, in its order."""
        return filter(self.has_item, standings.items)

    def entries(self, standings: Standings) -> Iterator[EntryStanding]:
        """The entries of a plan that pass, in its order."""
        return (standing for standing in standings.entries if self.has_entry(standing))

    def has_item(self, standing: Standing) -> bool:
        """Whether a milestone, or an entry's own date, passes every filter."""
        return not self.wanted or self._has(Candidate(standing.item.entry, standing.item, standing))

    def has_row(self, item: Item) -> bool:
        """Whether a milestone, or an entry's own date, passes the filters that ask for no standing."""
        return not self.wanted or self._has(Candidate(item.entry, item))

    def has_entry(self, standing: EntryStanding) -> bool:
        """Whether an entry passes every filter: leads, tags, dates and words of its milestones count as its own."""
        return not self.wanted or self._has(Candidate(standing.entry, standing=standing))

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

    @property
    def judges_standing(self) -> bool:
        """Whether a filter asks for a status or a RAG, which what is no longer planned does not have."""
        return has_status in self.wanted or has_rag in self.wanted

    def _has(self, candidate: Candidate) -> bool:
        return all(passes(candidate, values) for passes, values in self.wanted.items())


def _words(item: Item) -> tuple[str | None, ...]:
    """What is searched of an item by itself."""
    output = None if item.milestone else item.entry.output
    return (item.row.id, item.row.title, output, item.row.note)


def _indicator_has_words(row: IndicatorRow, texts: Set[str]) -> bool:
    said = folded(" ".join(filter(None, (row.id, row.title, row.note))))
    return any(text in said for text in texts)


_OF_INDICATORS: Mapping[Predicate, Callable[[IndicatorRow, Set[Any]], bool]] = {
    is_led_by: lambda row, organisations: not organisations.isdisjoint(row.leads),
    has_tag: lambda row, tags: any(folded(tag) in tags for tag in row.tags),
    has_words: _indicator_has_words,
}
"""What filters ask of an indicator by itself."""
