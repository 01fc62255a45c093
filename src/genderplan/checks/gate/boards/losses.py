"""Losses on boards: what they were promised or told that is there no more, or is said no more."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.checks.context import Context, one_line
from genderplan.checks.gate.agreed_dates import has_moved
from genderplan.checks.gate.boards.parts import PartOfBoard, PartRow, parts_of
from genderplan.dates.forms import PlanDate
from genderplan.findings import START_OF_FILE, Finding, finding
from genderplan.kinds.board.meeting_rows import MeetingRow
from genderplan.kinds.board.rows import BoardRow, DecisionRow, PromisedReportRow, ReceiptRow
from genderplan.kinds.entry.part_rows import CancelledRow

_CANCEL = "put it back, or cancel it with a reason"


class _Loss(NamedTuple):
    """What a part of a board takes with it where it is removed, in words, and the code of that."""

    code: str
    words: str


def lost_on_boards(context: Context) -> Iterator[Finding]:
    """GP505 of what boards' files promise."""
    for then, now in _pairs(context):
        if now and then.when and now.when is None and not (_is_off(then.row) and _is_off(now.row)):
            yield now.found("GP505", f"{now.field} {then.when} is taken out", _hint_of_date(now))
        elif now and (leads := _to_act(then.row)) and _is_for_nobody(now.row):
            message = f"agreed for {', '.join(leads)} to act on, and now for nobody"
            yield now.found("GP505", message, now.put_back("GP505"))
    for meeting in meetings_cancelled_quietly(context):
        yield meeting.found("GP505", "cancelled without a reason", "write the reason under cancelled", "cancelled")
    yield from _removed(context, "GP505")


def taken_back_on_boards(context: Context) -> Iterator[Finding]:
    """GP506 of what boards' files say that came, was agreed, or is done."""
    for then, now in _pairs(context):
        was, is_now = _completion(then.row), now and _completion(now.row)
        if now and was and (is_now is None or has_moved(was, is_now)):
            field = "received" if isinstance(now.row, PromisedReportRow) else "completed"
            became = f"and now {is_now}" if is_now else "and is no longer"
            path = [field] if is_now else []
            yield now.found("GP506", f"was {field} {was}, {became}", now.put_back("GP506"), *path)
        if now and _is_agreed(then.row) and not _is_agreed(now.row):
            yield now.found("GP506", "was agreed, and is no longer", now.put_back("GP506"), "agreed")
    yield from _removed(context, "GP506")


def meetings_cancelled_quietly(context: Context) -> Iterator[PartOfBoard]:
    """Meetings that were to be held, or were cancelled with a reason, and are cancelled without one."""
    for then, now in _pairs(context):
        was, cancelled = _cancelled(then.row), _cancelled(now.row) if now else None
        if now and cancelled and not cancelled.reason and (was is None or was.reason):
            yield now


def meetings_without_reason(context: Context) -> Iterator[PartOfBoard]:
    """All other meetings that are cancelled without a reason."""
    told = {each.id for each in meetings_cancelled_quietly(context)}
    for part in (each for board in context.tree.boards for each in parts_of(board)):
        cancelled = _cancelled(part.row)
        if cancelled and not cancelled.reason and part.id not in told:
            yield part


def _pairs(context: Context) -> Iterator[tuple[PartOfBoard, PartOfBoard | None]]:
    for held in context.held_boards:
        yield from held.parts


def _hint_of_date(now: PartOfBoard) -> str:
    if not isinstance(now.row, MeetingRow):
        return now.put_back("GP505")
    return "put it back: what is cancelled keeps its date" if _is_off(now.row) else _CANCEL


def _removed(context: Context, code: str) -> Iterator[Finding]:
    """What was removed from the files of boards, and the boards that were removed, where that is of one code."""
    for held in context.held_boards:
        for then, now in held.parts:
            loss = None if now else _loss(then)
            if loss and loss.code == code:
                place, hint = held.now.places.position((then.key,)), then.put_back(code)
                if isinstance(then.row, MeetingRow):
                    hint = f"{_CANCEL}; if it has another id now, write 'renamed_from: {then.row.id}' there"
                message = one_line(f"{then.kind} removed, {loss.words}: {then.words}")
                yield finding(code, message, held.now.file, place, entry=then.id, hint=hint)
    for file, board in _gone(context):
        losses = [loss for loss in map(_loss, parts_of(board)) if loss]
        if losses and code == min(loss.code for loss in losses):
            message = f"board removed, with {len(losses)} of its meetings, reports and decisions: {board.id}"
            hint = f"put it back, or accept {code} at board:{board.id} in a plan.yaml with the reason"
            yield finding(code, message, file, START_OF_FILE, entry=board.id, hint=hint)


def _gone(context: Context) -> Iterator[tuple[str, BoardRow]]:
    """The boards of which the file is gone, by where it would be; none where it may be one that could not be read."""
    tree = context.tree
    if context.before and not any(tree.files.get(file) == "" for file in tree.left_out):
        for file, board in context.before.boards.items():
            if board and board.id not in tree.boards_by_id:
                yield file, board


def _loss(part: PartOfBoard) -> _Loss | None:
    """What of a part nobody may take out: a meeting with a date, a report, a decision that is open or was taken."""
    match part.row:
        case MeetingRow():
            return _Loss("GP505", f"with its date {part.when}") if part.when and not _is_off(part.row) else None
        case ReceiptRow():
            return _Loss("GP505", "and is owed again and again")
        case PromisedReportRow():
            return _Loss("GP505", f"promised for {part.when}" if part.when else "and was promised")
        case DecisionRow():
            return _loss_of_decision(part.row)


def _loss_of_decision(row: DecisionRow) -> _Loss:
    """A date that is gone, or what was told of it; an open one would be on every agenda."""
    if row.due:
        return _Loss("GP505", f"with its date {row.due}")
    if row.completed:
        return _Loss("GP506", f"and was completed {row.completed}")
    if row.agreed is None:
        return _Loss("GP505", "and was open")
    return _Loss("GP506", "and was agreed" if row.agreed else "and was not agreed")


def _cancelled(row: PartRow) -> CancelledRow | None:
    return row.cancelled if isinstance(row, MeetingRow) else None


def _is_off(row: PartRow) -> bool:
    """Whether it is a meeting that was cancelled with a reason."""
    cancelled = _cancelled(row)
    return cancelled is not None and cancelled.reason is not None


def _completion(row: PartRow) -> PlanDate | None:
    match row:
        case PromisedReportRow(received=done) | DecisionRow(completed=done):
            return done
    return None


def _to_act(row: PartRow) -> tuple[str, ...]:
    """Who is to act on a decision that was agreed, and is not done: every agenda tells it until it is."""
    match row:
        case DecisionRow(agreed=True, completed=None, leads=leads):
            return leads
    return ()


def _is_for_nobody(row: PartRow) -> bool:
    """Whether a decision was agreed, for nobody to act on and by no day: then it is dealt with."""
    match row:
        case DecisionRow(agreed=True, completed=None, due=None, leads=()):
            return True
    return False


def _is_agreed(row: PartRow) -> bool:
    return isinstance(row, DecisionRow) and row.agreed is True
