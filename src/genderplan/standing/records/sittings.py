"""Sittings of boards as records: where each board stands on its day."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from genderplan.dates.forms import LAST_YEAR
from genderplan.kinds.board.rows import BoardRow, DecisionRow, PromisedReportRow, ReceiptRow
from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting
from genderplan.plan.boards.obligations import Obligations, OwedReport, next_review
from genderplan.plan.plans import Tree
from genderplan.standing.days import StatusDay
from genderplan.standing.decisions import is_left_open, state_of
from genderplan.standing.rag import Status
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord

_YEAR = 366
_MOST_BY_RULE = 12
"""Of meetings of a rule so many are told before the status date, and so many after it, within a year."""

NEVER = StatusDay(1, 1)
"""The day of a board where no plan could be read."""


@dataclass(frozen=True)
class BoardStanding:
    """Where a board stands on a day."""

    board: BoardRow
    day: StatusDay

    @cached_property
    def schedule(self) -> Schedule:
        return Schedule(self.board)

    @cached_property
    def next_meeting(self) -> ScheduledMeeting | None:
        """The first after the day."""
        return self.schedule.after(self.day.ordinal)

    def record(self, tree: Tree) -> BoardRecord:
        """The record of the board among those of its tree."""
        board, day = self.board, self.day.ordinal
        organisation = tree.organisations.by_id.get(board.id)
        last, review = self.schedule.before(day + 1), next_review(board, day)
        return BoardRecord(
            id=board.id,
            name=organisation.name if organisation else None,
            role=board.role,
            oversees=board.oversees,
            chair=board.chair,
            members=board.members,
            serves=board.serves,
            served_by=tree.boards_serving.get(board.id, ()),
            replaces=board.replaces,
            meets=board.meets,
            meetings=len(board.meetings),
            last_meeting=last.date if last else None,
            next_meeting=self.next_meeting.date if self.next_meeting else None,
            reports=len(board.receives) + len(board.promised),
            decisions=len(board.decisions),
            open_decisions=sum(is_left_open(each, day) for each in board.decisions),
            champions=board.champions,
            next_review=review.date if review else None,
            next_reviewed=review.unit if review else None,
            working_groups=board.working_groups,
            note=board.note,
            tags=board.tags,
            file=board.file,
        )

    def meetings(self) -> Iterator[MeetingRecord]:
        """Its meetings in their order: all that the file gives, of its rule the nearest within a year and the next."""
        day, following = self.day.ordinal, self.next_meeting.date if self.next_meeting else None
        last = max(day + _YEAR, following.last if following else 0)
        before = deque(self.schedule.by_rule(day - _YEAR, day), _MOST_BY_RULE)
        after = islice(self.schedule.by_rule(day + 1, last), _MOST_BY_RULE)
        return map(self.meeting, self.schedule.with_given((*before, *after)))

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        """The lines at which the file gives meetings, by their ids."""
        return {row.id: self._line("meetings", index) for index, row in enumerate(self.board.meetings)}

    def meeting(self, meeting: ScheduledMeeting) -> MeetingRecord:
        """The record of one of its meetings."""
        row = meeting.row
        return MeetingRecord(
            board=self.board.id,
            meeting=row.id if row else None,
            id=meeting.id,
            title=row.title if row else None,
            date=meeting.date,
            kind=row.kind if row else "ordinary",
            by_rule=meeting.by_rule,
            status=self._status(meeting),
            papers_by=row.papers_by if row else None,
            theme=row.theme if row else None,
            minutes=row.minutes if row else None,
            cancelled=row.cancelled if row else None,
            revisions=row.revisions if row else (),
            renamed_from=row.renamed_from if row else (),
            source=row.source if row else None,
            note=row.note if row else None,
            tags=row.tags if row else (),
            file=self.board.file,
            line=self._lines[row.id] if row else self._line("meets", "from"),
        )

    def reports(self) -> Iterator[BoardReportRecord]:
        """The reports that it is owed: those that come again, then those that it was promised."""
        for index, receipt in enumerate(self.board.receives):
            yield self._recurring(receipt, self._line("receives", index))
        for index, promise in enumerate(self.board.promised):
            yield self._promised(promise, self._line("promised", index))

    def decisions(self) -> Iterator[DecisionRecord]:
        """What it was asked to decide, what it decided, and its members' concerns."""
        for index, row in enumerate(self.board.decisions):
            yield self._decision(row, self._line("decisions", index))

    def _line(self, *path: str | int) -> int:
        return self.board.places.position(path).line

    def _status(self, meeting: ScheduledMeeting) -> str:
        if meeting.is_cancelled:
            return "cancelled"
        if meeting.date is None:
            return "undated"
        if meeting.date.last <= self.day.ordinal:
            return "unconfirmed" if meeting.by_rule else "held"
        return "next" if meeting == self.next_meeting else "planned"

    def _recurring(self, receipt: ReceiptRow, line: int) -> BoardReportRecord:
        owed = self._ahead.next_of(receipt, self.day.ordinal)
        return self._report(receipt, owed, line)._replace(
            every_meetings=receipt.every_meetings, every=receipt.every, from_=receipt.from_, until=receipt.until
        )

    def _promised(self, promise: PromisedReportRow, line: int) -> BoardReportRecord:
        owed = self._ahead.promise(promise)
        status = Status.COMPLETE if self.day.has_come(promise.received) else self.day.open_status(owed.date)
        return self._report(promise, owed, line)._replace(
            kind="promised",
            at=promise.at,
            status=status,
            days_overdue=self.day.days_overdue(status, owed.date),
            received=promise.received,
            reason=promise.reason,
            revisions=promise.revisions,
        )

    @cached_property
    def _ahead(self) -> Obligations:
        """What is owed as far as dates go."""
        return Obligations(self.schedule, date(LAST_YEAR, 12, 31).toordinal())

    def _report(self, row: ReceiptRow | PromisedReportRow, owed: OwedReport | None, line: int) -> BoardReportRecord:
        due = owed.date if owed else None
        return BoardReportRecord(
            board=self.board.id,
            report=row.id,
            id=f"{self.board.id}#{row.id}",
            kind="recurring",
            title=row.title,
            by=row.by,
            about=row.about,
            every_meetings=None,
            every=None,
            from_=None,
            until=None,
            at=None,
            meeting=row.meeting,
            due=due,
            due_at=owed.meeting.id if owed and owed.meeting else None,
            status=self.day.open_status(due),
            days_overdue=None,
            received=None,
            reason=None,
            revisions=(),
            source=row.source,
            note=row.note,
            tags=row.tags,
            file=self.board.file,
            line=line,
        )

    def _decision(self, row: DecisionRow, line: int) -> DecisionRecord:
        meeting = self.schedule.by_id.get(row.meeting) if row.meeting else None
        state = state_of(row, self.day.ordinal)
        status = Status.COMPLETE if state == "done" else self.day.open_status(row.due) if row.due else None
        return DecisionRecord(
            board=self.board.id,
            decision=row.id,
            id=f"{self.board.id}#{row.id}",
            meeting=row.meeting,
            date=meeting.date if meeting else None,
            kind=row.kind,
            text=row.text,
            about=row.about,
            leads=row.leads,
            due=row.due,
            agreed=row.agreed,
            completed=row.completed,
            state=state,
            status=None if state == "not agreed" else status,
            source=row.source,
            note=row.note,
            tags=row.tags,
            file=self.board.file,
            line=line,
        )
