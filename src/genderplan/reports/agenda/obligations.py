"""Obligations to a board as its agenda tells them: reports owed and promised, open decisions, whose turn it is."""

from collections.abc import Iterator

from genderplan.kinds.board.rows import BoardRow, DecisionRow, PromisedReportRow
from genderplan.plan.boards.meetings import ScheduledMeeting
from genderplan.plan.boards.obligations import OwedReport, reviews
from genderplan.plan.plans import Tree
from genderplan.reports.agenda.records import AgendaReport, BoardLabel, MeetingLabel, OpenDecision, ReviewTurn
from genderplan.reports.agenda.sitting import Sitting
from genderplan.standing.days import has_come
from genderplan.standing.decisions import is_left_open


def board_label(tree: Tree, board: BoardRow) -> BoardLabel:
    """Which board it is."""
    name = tree.organisations.names_by_id.get(board.id, board.id)
    facts = (board.role, board.chair, board.members, board.oversees, board.serves, board.meets, board.champions)
    return BoardLabel(board.id, name, *facts, working_groups=board.working_groups)


def meeting_label(meeting: ScheduledMeeting | None) -> MeetingLabel | None:
    """Which meeting it is; None of none."""
    if meeting is None:
        return None
    found = MeetingLabel(
        meeting.board, meeting.id, None, meeting.date, meeting.by_rule, "ordinary", None, None, None, None, None
    )
    row = meeting.row
    if row is None:
        return found
    return found._replace(
        title=row.title,
        kind=row.kind,
        papers_by=row.papers_by,
        theme=row.theme,
        minutes=row.minutes,
        cancelled=(row.cancelled.reason or "") if row.cancelled else None,
        note=row.note,
    )


def cancelled_meetings(sitting: Sitting) -> Iterator[ScheduledMeeting]:
    """Those that did not take place since the last meeting, up to this one."""
    date = sitting.meeting.date if sitting.meeting else None
    found = sitting.schedule.between(sitting.first, date.last if date else sitting.day) if sitting.since else ()
    return (each for each in found if each.is_cancelled)


def reports_owed(sitting: Sitting) -> Iterator[AgendaReport]:
    """Those that are owed at this meeting, received by now or not."""
    if sitting.meeting:
        found = sitting.obligations.at(sitting.meeting)
        yield from (_report(each, sitting) for each in found if not isinstance(each.report, PromisedReportRow))
    yield from (_report(each, sitting) for each in sitting.promises if _is_here(each, sitting))


def reports_missing(sitting: Sitting) -> Iterator[AgendaReport]:
    """Those that were promised for an earlier day, and of which no file says that they came."""
    for each in sitting.promises:
        is_past = each.date is not None and each.date.last < sitting.day
        if is_past and not (_is_here(each, sitting) or has_come(each.received, sitting.day)):
            yield _report(each, sitting)


def reports_received(sitting: Sitting) -> Iterator[AgendaReport]:
    """Those that were promised for another day and came after the last meeting."""
    for each in sitting.promises:
        is_new = has_come(each.received, sitting.day) and not has_come(each.received, sitting.first - 1)
        if is_new and sitting.since and not _is_here(each, sitting):
            yield _report(each, sitting)


def reports_to_come(sitting: Sitting) -> Iterator[AgendaReport]:
    """What is promised for later; and what comes again of which no file says at which meeting.

    What is known from a document that is dated after the day alone is left out.
    """
    return (each for each in _to_come(sitting) if not (each.source and each.source.document in sitting.later_documents))


def _to_come(sitting: Sitting) -> Iterator[AgendaReport]:
    for receipt in sitting.board.receives:
        begins = receipt.from_ or receipt.meeting
        if not begins or (receipt.every is None and receipt.every_meetings is None):
            yield _report(OwedReport(sitting.board.id, receipt, 0, None, None), sitting)
    for owed in sitting.promises:
        is_to_come = owed.date is None or owed.date.last >= sitting.day
        if is_to_come and not (_is_here(owed, sitting) or has_come(owed.received, sitting.day)):
            yield _report(owed, sitting)


def _is_here(owed: OwedReport, sitting: Sitting) -> bool:
    """Whether it is owed at this meeting: where the file names that, or its very date."""
    if sitting.meeting is None or owed.meeting:
        return owed.meeting is not None and owed.meeting == sitting.meeting
    date = sitting.meeting.date
    return owed.due is not None and date is not None and owed.due.is_same(date)


def _report(owed: OwedReport, sitting: Sitting) -> AgendaReport:
    report = owed.report
    receipt, promise = (None, report) if isinstance(report, PromisedReportRow) else (report, None)
    return AgendaReport(
        id=owed.id,
        title=report.title,
        by=report.by,
        about=report.about,
        due=owed.due,
        meeting=meeting_label(owed.meeting),
        every=receipt.every if receipt else None,
        every_meetings=receipt.every_meetings if receipt else None,
        received=owed.received if has_come(owed.received, sitting.day) else None,
        reason=promise.reason if promise else None,
        revisions=promise.revisions if promise else (),
        source=report.source,
        note=report.note,
    )


def decisions_asked(sitting: Sitting) -> Iterator[OpenDecision]:
    """What this meeting is asked to decide, or decided."""
    row = sitting.meeting.row if sitting.meeting else None
    for each in sitting.board.decisions:
        if row and each.meeting == row.id:
            yield _decision(each, sitting)


def decisions_open(sitting: Sitting) -> Iterator[OpenDecision]:
    """What earlier meetings left open."""
    row = sitting.meeting.row if sitting.meeting else None
    for each in sitting.board.decisions:
        found = _decision(each, sitting)
        is_earlier = found.date is None or found.date.last <= sitting.day
        if is_earlier and not (row and each.meeting == row.id) and is_left_open(each, sitting.day):
            yield found


def _decision(decision: DecisionRow, sitting: Sitting) -> OpenDecision:
    meeting = sitting.schedule.by_id.get(decision.meeting) if decision.meeting else None
    return OpenDecision(f"{sitting.board.id}#{decision.id}", meeting.date if meeting else None, decision)


def review_turns(sitting: Sitting) -> Iterator[ReviewTurn]:
    """Whose turn it is from the day after the last meeting on until the following one."""
    rota = sitting.board.champions
    first = sitting.first if sitting.since else sitting.day
    for each in reviews(sitting.board, first, sitting.end or sitting.day) if rota else ():
        if rota and each.date:
            place = each.number % len(rota.rota) + 1
            yield ReviewTurn(each.unit, each.date, rota.by, place, len(rota.rota))
