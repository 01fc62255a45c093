"""`calendar`: meetings of boards with the days of their papers, and all that falls due, each with what identifies it.

A calendar that was imported once knows an event again by its `uid`, and that it changed by its `sequence`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit
from genderplan.kinds.board.rows import BoardRow
from genderplan.page.words import listed
from genderplan.plan.boards.oversight import Oversight
from genderplan.plan.plans import Tree
from genderplan.reports.calendar.events import event_of, events_of_board
from genderplan.reports.calendar.uids import Uids
from genderplan.standing.board_days import board_days, standings_of_board
from genderplan.standing.dues.rows import Due, DueKind, Reach
from genderplan.standing.dues.table import dues
from genderplan.standing.records.events import EventRecord
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings

_OF_PARTS = frozenset((DueKind.REVIEW, DueKind.VALUE))
"""What falls due of one entry or indicator; reviews in registers are of the whole plan, as duties are."""

YEAR = Length(1, "Y")
"""How far a calendar goes where nobody says."""


class Events(NamedTuple):
    """`from_` is printed as `from`."""

    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    board: str | None
    """The id of the board that was asked for; null where none was."""
    from_: PlanDate
    """The first day."""
    to: PlanDate
    """The last day."""
    events: tuple[EventRecord, ...]
    """The events, by their last days."""

    def name(self, names: Mapping[str, str]) -> str:
        """What the whole is called: by the board, else by the plans."""
        return names.get(self.board, self.board) if self.board else listed([each.title for each in self.plans])


class EventQuery(NamedTuple):
    """What is asked for: of which board, and from which day to which, as ordinals, both included."""

    board: BoardRow | None
    first: int
    last: int


def calendar(tree: Tree, standings: Sequence[Standings], selection: Selection, asked: EventQuery) -> Events:
    """The meetings of one board or of all, and what falls due, in a span of days.

    Of one board, what it is owed and what it oversees; where anything is filtered, no board meets.
    """
    boards = (asked.board,) if asked.board else () if selection.is_narrowed else tree.boards
    days = board_days(boards, tree, standings)
    events = [event for board, day in days for event in events_of_board(tree, board, day, asked.first, asked.last)]
    found = dues(tree, standings, selection, Reach(asked.first, asked.last))
    uids = Uids(tree)
    events += (event_of(each, uids) for each in (_of_board(tree, asked.board, found) if asked.board else found))
    return Events(
        plans=plan_labels(standings),
        board=asked.board.id if asked.board else None,
        from_=Unit.DAYS.date(asked.first),
        to=Unit.DAYS.date(asked.last),
        events=tuple(sorted(events, key=lambda each: (each.date.last, each.date.first, each.kind, each.id))),
    )


def span_of(begin: PlanDate | None, end: PlanDate | None, days: Sequence[int]) -> tuple[int, int]:
    """From the first day of a date to the last of another, as ordinals.

    Else from the earliest status date, of those that are given as ordinals, to a year after the latest, or after the
    beginning that is given.
    """
    first, latest = (begin.first, begin.first) if begin else (min(days), max(days))
    return first, end.last if end else YEAR.after(latest)


def status_days(tree: Tree, standings: Sequence[Standings], board: BoardRow | None) -> Sequence[int]:
    """The days on which the plans are judged that a board oversees, as ordinals; of all where that is none."""
    own = standings_of_board(board, tree, standings) if board else standings
    return [each.as_of.ordinal for each in own]


def _of_board(tree: Tree, board: BoardRow, found: Iterable[Due]) -> Iterator[Due]:
    """What falls due that a board is owed, that goes to it, or that it oversees."""
    oversight = Oversight(board, tree)
    overseen = frozenset(_overseen(tree, oversight))
    for due in found:
        if due.plan is None:
            is_its_own = due.of == board.id
        elif due.standing:
            milestone = due.standing.item.milestone
            goes_to = milestone.goes_to if milestone else None
            is_its_own = goes_to == board.id or due.standing.item.entry.full_id() in overseen
        elif due.kind in _OF_PARTS and "#" not in due.id:
            is_its_own = due.id.partition("@")[0] in overseen
        else:
            is_its_own = oversight.is_whole(tree.by_id[due.plan])
        if is_its_own:
            yield due


def _overseen(tree: Tree, oversight: Oversight) -> Iterator[str]:
    """The full ids of the entries and indicators that a board oversees."""
    for plan in tree.plans:
        yield from (each.full_id() for each in oversight.entries(plan))
        yield from (each.full_id() for each in plan.indicators if oversight.has_indicator(plan, each))
