"""Sitting of a board: which meeting a paper is for, between which others it lies, and how the plans are read for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.rows import BoardRow
from genderplan.kinds.plan.rows import DocumentRow
from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting
from genderplan.plan.boards.obligations import Obligations, OwedReport
from genderplan.plan.earlier import plan_on
from genderplan.plan.plans import Tree
from genderplan.standing.board_days import board_day
from genderplan.standing.overseen import overseen
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


@dataclass(frozen=True, eq=False)
class Sitting:
    """A board that sits: at a meeting that is `named`, else at its next one from `on` on.

    `on` and `day`, the newest on which plans are judged, are ordinals.
    `standings` and `selection` are of what the board oversees, `all_plans` and `asked` of all that was asked for:
    something of any plan may go to the board.
    """

    tree: Tree
    board: BoardRow
    on: int
    day: int
    standings: Sequence[Standings]
    selection: Selection
    all_plans: Sequence[Standings]
    asked: Selection
    named: ScheduledMeeting | None = None

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.board)

    @cached_property
    def meeting(self) -> ScheduledMeeting | None:
        """The meeting on the day, else the next after it; None where none is known."""
        return self.named or self.schedule.after(self.on - 1)

    @property
    def beside(self) -> Iterable[str]:
        """The ids of the other given ones that are held on its day."""
        date = self.meeting.date if self.meeting else None
        found = self.schedule.between(date.last, date.last) if date else ()
        return (each.row.id for each in found if each.row and each != self.meeting and not each.is_cancelled)

    @cached_property
    def last(self) -> ScheduledMeeting | None:
        """The one that was held before it; None where none is known."""
        date = self.meeting.date if self.meeting else None
        return self.schedule.before(date.first if date else self.on + 1)

    @cached_property
    def following(self) -> ScheduledMeeting | None:
        """The one after it; None where none is known."""
        date = self.meeting.date if self.meeting else None
        return self.schedule.after(date.last) if date else None

    @property
    def since(self) -> PlanDate | None:
        """The date of the last meeting."""
        return self.last.date if self.last else None

    @property
    def first(self) -> int:
        """The first day after the last meeting, as an ordinal; where none is known, the first there is."""
        return self.since.last + 1 if self.since else 1

    @property
    def until(self) -> PlanDate | None:
        """Up to when this paper tells what falls due: the following meeting, else this one where it is still to come.

        None where neither is known: then what is due soon is told.
        """
        if self.following:
            return self.following.date
        date = self.meeting.date if self.meeting else None
        return date if date and date.last > self.day else None

    @property
    def end(self) -> int | None:
        """The last day of that, as an ordinal."""
        return self.until.last if self.until else None

    @cached_property
    def obligations(self) -> Obligations:
        """What is owed to the board until the following meeting."""
        return Obligations(self.schedule, self.end or self.day)

    @cached_property
    def promises(self) -> Sequence[OwedReport]:
        """The single reports, each with the meeting that it is promised for."""
        return list(map(self.obligations.promise, self.board.promised))

    @cached_property
    def later_documents(self) -> frozenset[str]:
        """Those of the board's documents that are dated after the day: what they say nobody could know on it."""
        return dated_after(self.board.sources, self.day)


def dated_after(documents: Iterable[DocumentRow], day: int) -> frozenset[str]:
    """The ids of the documents that are dated after a day, given as its ordinal."""
    return frozenset(each.id for each in documents if each.date and each.date.first > day)


def sitting_of(
    tree: Tree,
    board: BoardRow,
    standings: Iterable[Standings],
    asked: Selection,
    on: int | None,
    today: int,
    named: ScheduledMeeting | None = None,
) -> Sitting:
    """A board that sits on a day, else on its own by the plans that are read; without any of these `today`."""
    then = [_on_its_day(each) for each in standings]
    selection = overseen(board, tree, asked)
    own = [each for each in then if selection.has_plan(each.plan.id)]
    judged = board_day(board, tree, then)
    day = judged.ordinal if judged else today
    return Sitting(tree, board, day if on is None else on, day, own, selection, then, asked, named)


def _on_its_day(standings: Standings) -> Standings:
    """The same of the plan as it was on its status date, by what is dated in its own files."""
    plan = plan_on(standings.plan, standings.as_of.ordinal)
    return standings if plan is standings.plan else Standings(plan, standings.as_of)
