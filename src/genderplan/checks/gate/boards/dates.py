"""Dates that boards' files promise beside what they were: of meetings, reports and decisions."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.checks.context import Context
from genderplan.checks.gate.agreed_dates import has_moved, still_comes
from genderplan.checks.gate.boards.parts import HeldBoard, PartOfBoard, When
from genderplan.checks.gate.revisions import lack_of, told_apart
from genderplan.dates.cycles import Cycle
from genderplan.findings import Finding
from genderplan.kinds.board.meeting_rows import MeetingRow
from genderplan.kinds.board.rows import ReceiptRow
from genderplan.kinds.entry.part_rows import RevisionRow


class BoardDate(NamedTuple):
    """When a meeting is, a report is promised for or comes first, or a decision is due: what it was, and what it is.

    `new` are the revisions that were not there then, `lost` those that were there and are not any more. `meeting` is
    what has become of the meeting that was named then. `comes_then` says of what comes again that it comes then too.
    """

    part: PartOfBoard
    was: When | None
    now: When | None
    new: tuple[RevisionRow, ...]
    lost: tuple[RevisionRow, ...]
    meeting: MeetingRow | None
    comes_then: bool

    @property
    def is_moved(self) -> bool:
        """Whether it is another, by the rule of agreed dates; what comes again may begin earlier, and come then too.

        At the same meeting it is the same, whenever that is.
        """
        was, now = self.was, self.now
        if was is None or now is None or (self.meeting and self.meeting.id == now.meeting):
            return False
        if was.date is None or now.date is None:
            return now.meeting is not None
        return has_moved(was.date, now.date) and not (self.comes_then and now.date.last <= was.date.last)

    @property
    def lack(self) -> str | None:
        """What its new revisions leave open. Where it was at a meeting, that may have had another date by then."""
        days = [self.was.date if self.was else None]
        if self.meeting and self.meeting.date:
            days.append(self.meeting.date)
        lacks = [lack_of(day, self.new) for day in days]
        return lacks[0] if all(lacks) else None


def board_dates(context: Context) -> Iterator[BoardDate]:
    """The dates that anything in boards' files has or had."""
    for held in context.held_boards:
        yield from (_date(held, then, now) for then, now in held.parts if now)


def _date(held: HeldBoard, then: PartOfBoard, now: PartOfBoard) -> BoardDate:
    was = then.when
    meeting = held.meetings.get(was.meeting) if was and was.meeting else None
    revisions = told_apart(then.revisions, now.revisions)
    return BoardDate(now, was, now.when, *revisions, meeting, _comes_then(held, then, now, meeting))


def _comes_then(held: HeldBoard, then: PartOfBoard, now: PartOfBoard, meeting: MeetingRow | None) -> bool:
    """Whether a report that comes again comes when it was to come first; whether it is as often is another matter."""
    was, row = then.row, now.row
    if not isinstance(was, ReceiptRow) or not isinstance(row, ReceiptRow):
        return False
    if was.every_meetings and row.every_meetings:
        return held.obligations.has_time_of(was._replace(meeting=meeting.id if meeting else None), row)
    if was.every and row.every and was.from_:
        return still_comes(was.from_, Cycle(row.every, row.from_, row.until))
    return True


def moved_on_boards(context: Context) -> Iterator[Finding]:
    """GP502 of what boards' files promise."""
    for each in board_dates(context):
        if each.is_moved and each.lack:
            part, was = each.part, each.was
            message, hint = f"{part.field} moved from {was} to {each.now}", part.put_back("GP502")
            if part.may_be_revised:
                told = f"was: {was.date}, " if was and was.date else ""
                message = f"{message} {each.lack}"
                hint = f"add to revisions {{date: DAY, {told}reason: WHY}}"
            yield part.found("GP502", message, hint, part.field)


def lost_revisions_of_boards(context: Context) -> Iterator[Finding]:
    """GP508 of boards' files."""
    for each in board_dates(context):
        if each.lost and each.now:
            were = ", ".join(f"{lost.date or 'no date'} (was {lost.was or 'none'})" for lost in each.lost)
            one = "a revision" if len(each.lost) == 1 else f"{len(each.lost)} revisions"
            message = f"{one} of {each.part.field} changed or taken out, {were}"
            yield each.part.found("GP508", message, "put it back, and write a new change below it", "revisions")
