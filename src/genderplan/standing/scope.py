"""Scope: a comparison narrowed to what is selected."""

from functools import cached_property

from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.comparison.matching import Match
from genderplan.plan.items import Item
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class Scope:
    """What a selection leaves of a plan laid beside a baseline.

    What stands in the plan is judged as it stands now; what stands in the baseline alone has no status and
    no RAG, so a filter on either leaves it out.
    """

    def __init__(self, standings: Standings, selection: Selection) -> None:
        self._standings = standings
        self._selection = selection
        self.is_narrowed = selection.is_narrowed

    def narrowed(self, both: Match) -> Match:
        """The part of a match that is selected."""
        if not self.is_narrowed:
            return both
        return Match(
            entries=tuple(pair for pair in both.entries if self._has_entry(pair[1])),
            added_entries=tuple(filter(self._has_entry, both.added_entries)),
            removed_entries=tuple(filter(self._had_entry, both.removed_entries)),
            milestones=tuple(pair for pair in both.milestones if self._has(pair[1])),
            added_milestones=tuple(filter(self._has, both.added_milestones)),
            removed_milestones=tuple(filter(self._had, both.removed_milestones)),
        )

    @cached_property
    def _selected(self) -> frozenset[str]:
        return frozenset(each.item.id for each in self._selection.items(self._standings))

    def _has_entry(self, entry: EntryRow) -> bool:
        return self._selection.has_entry(self._standings.by_entry[entry.id])

    def _has(self, item: Item) -> bool:
        return item.id in self._selected

    def _had_entry(self, entry: EntryRow) -> bool:
        return not self._selection.judges_standing and self._selection.has_entry_row(entry)

    def _had(self, item: Item) -> bool:
        return not self._selection.judges_standing and self._selection.has_row(item)
