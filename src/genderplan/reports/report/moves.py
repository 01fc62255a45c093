"""Moves that a plan's own files tell of where no baseline keeps what was promised: by the revisions of its dates."""

from collections.abc import Iterator
from itertools import chain

from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.past.explanations import explanation
from genderplan.plan.items import Item
from genderplan.reports.slippage.result import Move, move_of
from genderplan.reports.status.since.news import MoveReasons
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


def moves_told(standings: Standings, selection: Selection) -> Iterator[tuple[Move, MoveReasons]]:
    """The dates that are no longer what their first revision says that they were, each with all of its revisions."""
    for standing in selection.entries(standings):
        entry = standing.entry
        milestones = (Item(entry, each) for each in entry.milestones if each.revisions)
        for item in chain([Item(entry)] if entry.revisions else (), milestones):
            for field, found in _by_field(item).items():
                was, now = found[0].was, item.agreed.get(field)
                if was != now:
                    why = MoveReasons(item.id, field, tuple(map(explanation, found)))
                    yield move_of(item, field, was, now, None), why


def _by_field(item: Item) -> dict[str, list[RevisionRow]]:
    """The revisions of each date, the oldest first; how often something comes is no date."""
    found: dict[str, list[RevisionRow]] = {}
    for each in item.revisions:
        if each.every is None:
            found.setdefault(each.field or item.due_field, []).append(each)
    return found
