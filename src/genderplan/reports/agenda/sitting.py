"""Sitting of a board: which meeting a paper is for, between which others it lies, and how the plans are read for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.rows import BoardRow, PromiseRow
from genderplan.plan.boards.meetings import Meeting, Schedule
from genderplan.plan.boards.obligations import Obligations, OwedReport
from genderplan.plan.earlier import plan_on
from genderplan.plan.plans import Tree
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


@dataclass(frozen=True)
class Sitting:
    """A board that sits: at its next meeting from `on` on; `day` is the newest on which plans are judged, as ordinals.

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

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.board)

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting on the day, else the next after it; None where none is known."""
        return self.schedule.after(self.on - 1)

    @cached_property
    def last(self) -> Meeting | None:
        """The one that was held before it; None where none is known."""
        date = self.meeting.date if self.meeting else None
        return self.schedule.before(date.first if date else self.on + 1)

    @cached_property
    def following(self) -> Meeting | None:
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

    def promised(self, promise: PromiseRow) -> OwedReport:
        """A single report, with the meeting that it is promised for."""
        meeting = self.schedule.by_id.get(promise.meeting) if promise.meeting else None
        return OwedReport(self.board.id, promise, 0, promise.at, meeting)


def on_the_day(standings: Standings) -> Standings:
    """The same of the plan as it was on its status date, by what is dated in its own files."""
    plan = plan_on(standings.plan, standings.as_of.ordinal)
    return standings if plan is standings.plan else Standings(plan, standings.as_of)
