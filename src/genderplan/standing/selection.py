"""Which entries and milestones are asked for: filters as sets, the same for every command.

Values of one filter widen it, different filters narrow each other.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow
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


@dataclass(frozen=True)
class Selection:
    """The filters resolved against a tree: sets of ids, folded texts and spans of days; None lets all pass.

    `plans` are those that could be read of the ones asked for, `plan_ids` all that were asked for.
    """

    plans: tuple[Plan, ...]
    plan_ids: frozenset[str] | None = None
    is_narrowed: bool = False
    objectives: frozenset[tuple[str, str]] | None = None
    leads: frozenset[str] | None = None
    partners: frozenset[str] | None = None
    groups: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None
    rags: frozenset[Rag] | None = None
    tags: frozenset[str] | None = None
    words: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def has_plan(self, plan: str) -> bool:
        """Whether a plan was asked for; what all plans share ("") always is."""
        return self.plan_ids is None or plan in self.plan_ids or not plan

    def chosen(self, standings: Standings) -> Iterator[Chosen]:
        """What passes of each entry of a plan, item by item; entries of which nothing passes are left out."""
        if not self.is_narrowed:
            yield from (Chosen(standing, standing.dates) for standing in standings.entries)
            return
        for standing in standings.entries:
            found = Chosen(standing, tuple(filter(self.has_item, standing.dates)), self.has_entry(standing))
            if found.is_whole or found.items:
                yield found

    def items(self, standings: Standings) -> Iterator[Standing]:
        """The milestones and own dates of a plan that pass, in its order."""
        return filter(self.has_item, standings.items)

    def entries(self, standings: Standings) -> Iterator[EntryStanding]:
        """The entries of a plan that pass, in its order."""
        return (standing for standing in standings.entries if self.has_entry(standing))

    def has_item(self, standing: Standing) -> bool:
        """Whether a milestone, or an entry's own date, passes every filter."""
        if not self.is_narrowed:
            return True
        return (
            _passes(self.statuses, standing.status) and _passes(self.rags, standing.rag) and self.has_row(standing.item)
        )

    def has_row(self, item: Item) -> bool:
        """Whether a milestone, or an entry's own date, passes the filters that ask for no standing."""
        return (
            self._has_surroundings(item.entry)
            and _meets(self.leads, item.leads)
            and _meets(self.tags, _folded((*item.entry.tags, *item.row.tags)))
            and self._is_due_within((item.due,))
            and self._has_words(_words(item))
        )

    def has_entry(self, standing: EntryStanding) -> bool:
        """Whether an entry passes: leads, tags, dates and words of its milestones count as its own."""
        if not self.is_narrowed:
            return True
        return (
            _passes(self.statuses, standing.status)
            and _passes(self.rags, standing.rag)
            and self.has_entry_row(standing.entry)
        )

    def has_entry_row(self, entry: EntryRow) -> bool:
        """Whether an entry passes the filters that ask for no standing."""
        return (
            self._has_surroundings(entry)
            and _meets(self.leads, (*entry.leads, *(lead for each in entry.milestones for lead in each.leads)))
            and _meets(self.tags, _folded((*entry.tags, *(tag for each in entry.milestones for tag in each.tags))))
            and self._is_due_within((entry.own_date, *(each.due for each in entry.milestones)))
            and self._has_words(text for item in all_items([entry]) for text in _words(item))
        )

    @property
    def judges_standing(self) -> bool:
        """Whether a filter asks for a status or a RAG, which what is no longer planned does not have."""
        return self.statuses is not None or self.rags is not None

    def _has_surroundings(self, entry: EntryRow) -> bool:
        """The filters on what a milestone takes from its entry."""
        return (
            _passes(self.kinds, entry.kind)
            and _passes(self.objectives, (entry.plan, entry.objective or ""))
            and _meets(self.groups, _folded(entry.groups))
            and _meets(
                self.partners,
                [name for each in entry.partners for name in (each.organisation, folded(each.role or "")) if name],
            )
        )

    def _is_due_within(self, dates: Iterable[PlanDate | None]) -> bool:
        if not self.spans:
            return True
        return any(first <= date.last <= last for date in dates if date for first, last in self.spans)

    def _has_words(self, texts: Iterable[str | None]) -> bool:
        if not self.words:
            return True
        text = folded(" ".join(filter(None, texts)))
        return any(word in text for word in self.words)


def _words(item: Item) -> tuple[str | None, ...]:
    """What is searched of an item by itself."""
    output = None if item.milestone else item.entry.output
    return (item.row.id, item.row.title, output, item.row.note)


def _folded(texts: Iterable[str]) -> list[str]:
    return [folded(text) for text in texts]


def _passes(wanted: Set[object] | None, has: object) -> bool:
    return wanted is None or has in wanted


def _meets(wanted: frozenset[str] | None, has: Iterable[str]) -> bool:
    return wanted is None or not wanted.isdisjoint(has)
