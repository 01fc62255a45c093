"""Obligations to a board: reports that it is to receive, and reviews of one unit after the other.

A report at every so many meetings is owed at those that `every_meetings` counts, from the first on: where that was
cancelled, or is special, from the next that counts. One that comes by time is owed at the first such meeting on its
date or after it and before the date of the next one; where none is known, on its own date.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from genderplan.dates.cycles import MOST, Cycle
from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.rows import BoardRow, PromisedReportRow, ReceiptRow
from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting

BoardReport: TypeAlias = ReceiptRow | PromisedReportRow


class OwedReport(NamedTuple):
    """A report that a board is owed once, or one of the times that it is."""

    board: str
    report: BoardReport
    number: int
    """Which time it is, from 0."""
    due: PlanDate | None
    """The date that the file or its rule gives; None where meetings are counted, or a meeting is named."""
    meeting: ScheduledMeeting | None
    """Where it is to be received."""

    @property
    def date(self) -> PlanDate | None:
        """When it is owed: on the day of its meeting, else on its own date."""
        return self.meeting.date if self.meeting and self.meeting.date else self.due

    @property
    def received(self) -> PlanDate | None:
        """When it came; None where it did not, or nobody said."""
        return self.report.received if isinstance(self.report, PromisedReportRow) else None

    @property
    def id(self) -> str:
        """`BOARD#report`; of one of several times with what tells it from the others, wherever that is moved.

        That is `@DATE` as the cycle has it, or `@meeting`; `@DATE` of a meeting that the rule gives.
        """
        return self._id(self.meeting.row.id if self.meeting and self.meeting.row else None)

    @property
    def first_id(self) -> str | None:
        """The same with the id that its meeting had first; None where it had no other."""
        row = self.meeting.row if self.meeting else None
        return self._id(row.renamed_from[0]) if row and row.renamed_from else None

    def _id(self, meeting: str | None) -> str:
        time = self.due or meeting or self.date
        once = isinstance(self.report, PromisedReportRow) or time is None
        return f"{self.board}#{self.report.id}" + ("" if once else f"@{time}")


class Obligations:
    """What a board is owed by a day, an ordinal, given its meetings as far as they are known by then."""

    def __init__(self, schedule: Schedule, last: int) -> None:
        self.schedule = schedule
        self.last = last

    def between(self, first: int) -> Iterator[OwedReport]:
        """All that are owed from a day on to the last one, both included, in the order of the file."""
        yield from self.recurring(first)
        yield from self.promises(first)

    def recurring(self, first: int) -> Iterator[OwedReport]:
        """Those that come again, from a day on: what was owed before costs nothing."""
        for receipt in self.schedule.board.receives:
            yield from self._dated_from(first, self._times(receipt, first))

    def promises(self, first: int) -> Iterator[OwedReport]:
        """The single ones from a day on."""
        yield from self._dated_from(first, map(self.promise, self.schedule.board.promised))

    def all(self) -> Iterator[OwedReport]:
        """All that are owed by the last day, and those of which nobody knows when, in the order of the file."""
        for receipt in self.schedule.board.receives:
            yield from self._times(receipt, 0)
        yield from map(self.promise, self.schedule.board.promised)

    def at(self, meeting: ScheduledMeeting) -> Iterator[OwedReport]:
        """Those that are owed at a meeting."""
        reports = self.between(meeting.date.last) if meeting.date else self.all()
        return (each for each in reports if each.meeting == meeting)

    def next_of(self, receipt: ReceiptRow, day: int) -> OwedReport | None:
        """The first time from a day on that a report is owed which comes again."""
        return next(self._dated_from(day, self._times(receipt, day)), None)

    def _dated_from(self, first: int, reports: Iterator[OwedReport]) -> Iterator[OwedReport]:
        return (each for each in reports if each.date and first <= each.date.last <= self.last)

    def promise(self, promise: PromisedReportRow) -> OwedReport:
        """A single report that was promised, on its date or at its meeting, whenever that is."""
        meeting = self.schedule.by_id.get(promise.meeting) if promise.meeting else None
        return OwedReport(self.schedule.board.id, promise, 0, promise.at, meeting)

    def _times(self, receipt: ReceiptRow, first: int) -> Iterator[OwedReport]:
        """The times that a report is owed, those before a day left out as far as that is easy."""
        return self._by_meetings(receipt, first) if receipt.every_meetings else self._by_time(receipt, first)

    def _by_meetings(self, receipt: ReceiptRow, first: int) -> Iterator[OwedReport]:
        start, every = self._start(receipt), receipt.every_meetings or 1
        if start is None:
            return
        number = max(0, -(-(bisect_left(self._last_days, first) - start) // every))
        for place in range(start + number * every, min(len(self._counted), start + MOST * every), every):
            meeting = self._counted[place]
            if receipt.until and meeting.date and meeting.date.last > receipt.until.last:
                return
            yield OwedReport(self.schedule.board.id, receipt, (place - start) // every, None, meeting)

    def has_time_of(self, former: ReceiptRow, receipt: ReceiptRow) -> bool:
        """Whether a report comes at the meeting at which it was to come first; also where nobody knows which that is.

        Both are by meetings, and the same report.
        """
        was, start = self._start(former), self._start(receipt)
        if was is None or start is None or was == len(self._counted):
            return True
        return was >= start and (was - start) % (receipt.every_meetings or 1) == 0

    def _start(self, receipt: ReceiptRow) -> int | None:
        """The place of the first meeting that receives a report, among those that count; None where nobody knows."""
        if receipt.from_:
            return bisect_left(self._last_days, receipt.from_.first)
        return self._places.get(receipt.meeting) if receipt.meeting else None

    @cached_property
    def _known(self) -> tuple[ScheduledMeeting, ...]:
        return self.schedule.known_by(self.last)

    @cached_property
    def _counted(self) -> Sequence[ScheduledMeeting]:
        """The meetings that count, in their order."""
        return [each for each in self._known if each.is_counted]

    @cached_property
    def _last_days(self) -> Sequence[int]:
        """The last day of each meeting that counts; of one without a date that of the one before it."""
        days: list[int] = []
        for each in self._counted:
            days.append(each.date.last if each.date else days[-1] if days else 0)
        return days

    @cached_property
    def _places(self) -> dict[str, int]:
        """By the id of each given meeting the place of the first one from it on that counts."""
        places: dict[str, int] = {}
        counted = 0
        for each in self._known:
            if each.row:
                places[each.row.id] = counted
            counted += each.is_counted
        return places

    def _by_time(self, receipt: ReceiptRow, first: int) -> Iterator[OwedReport]:
        if receipt.every is None:
            return
        cycle = Cycle(receipt.every, receipt.from_, receipt.until)
        for number in range(max(cycle.number_until(first - 1) - 1, 0), self._begun(cycle)):
            due = cycle.occurrence(number)
            following = cycle._replace(until=None).occurrence(number + 1)
            yield OwedReport(self.schedule.board.id, receipt, number, due, self._receiving(due, following))

    def _begun(self, cycle: Cycle) -> int:
        """How many dates of a cycle have begun by the last day: a meeting within a month may have the report of it."""
        number = cycle.number_until(self.last)
        following = cycle.occurrence(number)
        return number + (following is not None and following.first <= self.last)

    def _receiving(self, due: PlanDate | None, following: PlanDate | None) -> ScheduledMeeting | None:
        """The first meeting that counts on a date or after it, and before the date that follows it."""
        found = self.schedule.counted_from(due.first) if due else None
        if found and found.date and following and found.date.last >= following.first:
            return None
        return found


class Review(NamedTuple):
    """A review of one unit, in its turn."""

    number: int
    date: PlanDate
    unit: str


def reviews(board: BoardRow, first: int, last: int | None = None) -> Iterator[Review]:
    """The reviews of a board's rota from a day on, an ordinal, up to another; none where the rota has no first date."""
    rota = board.champions
    if rota is None or not rota.rota:
        return
    cycle = Cycle(rota.every, rota.from_, rota.until)
    end = cycle.size if last is None else cycle.number_until(last)
    for number in range(cycle.number_until(first - 1), end):
        date = cycle.occurrence(number)
        if date:
            yield Review(number, date, rota.rota[number % len(rota.rota)])


def next_review(board: BoardRow, day: int) -> Review | None:
    """The first review on a day, an ordinal, or after it."""
    return next(reviews(board, day), None)
