"""Selection of entries and milestones: filters as predicates and sets of values, the same for every command.

Values of one filter widen it, different filters narrow each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item
from genderplan.plan.plans import Plan
from genderplan.plan.supports import Measures, Supporters, measures, supporters
from genderplan.standing.filters.predicates import (
    OF_ASSESSMENTS,
    OF_INDICATORS,
    Candidate,
    Predicate,
    answers,
    has_progress,
    has_rag,
    has_status,
    is_under,
)
from genderplan.standing.progress import Progress, state_on_the_day
from genderplan.standing.rag import Part, rag_of
from genderplan.standing.standings import EntryStanding, Rag, Standing, Standings, Status, parts_of

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.indicator.rows import IndicatorRow


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

    def has_indicator(self, row: "IndicatorRow") -> bool:
        """Whether an indicator passes every filter; none passes those that ask for what no indicator has."""
        asked = [(OF_INDICATORS.get(passes), values) for passes, values in self.wanted.items()]
        return all(passes is not None and passes(row, values) for passes, values in asked)

    def has_assessment(self, row: "AssessmentRow") -> bool:
        """Whether an assessment passes every filter; none passes those that ask for what no assessment has."""
        asked = [(OF_ASSESSMENTS.get(passes), values) for passes, values in self.wanted.items()]
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


def supporters_selected(standings: Sequence[Standings], selection: Selection) -> Supporters:
    """Who supports what, of the entries that pass the filters."""
    if not selection.is_narrowed:
        return supporters((each.plan, entry) for each in standings for entry in each.plan.entries)
    return supporters((each.plan, found.entry) for each in standings for found in selection.entries(each))


def measures_selected(standings: Sequence[Standings], selection: Selection) -> Measures:
    """Which indicators support what, of those that pass the filters."""
    indicators = (indicator for each in standings for indicator in each.plan.indicators)
    return measures(each for each in indicators if not selection.is_narrowed or selection.has_indicator(each))
