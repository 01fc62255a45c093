"""Reports that boards receive again and again, beside what they were: they come no more rarely, and end no earlier."""

from collections.abc import Iterator

from genderplan.checks.context import Context
from genderplan.findings import Finding
from genderplan.kinds.board.rows import ReceiptRow


def fewer_reports(context: Context) -> Iterator[Finding]:
    """GP502 of how often a report comes, and until when; that has no revisions, so an acceptance alone says why."""
    for held in context.held_boards:
        for then, now in held.parts:
            if now and isinstance(then.row, ReceiptRow) and isinstance(now.row, ReceiptRow):
                for field, was, is_now in _less(then.row, now.row):
                    message = f"{field} changed from {was} to {is_now}, and less is owed"
                    yield now.found("GP502", message, now.put_back("GP502"), field)


def _less(then: ReceiptRow, now: ReceiptRow) -> Iterator[tuple[str, str, str]]:
    """What makes a report come more rarely, or end earlier: the key, what it was, and what it is."""
    if _is_rarer(then, now):
        yield "every_meetings" if then.every_meetings else "every", _how_often(then), _how_often(now)
    ends, ended = now.until, then.until
    if ends and (ended is None or (ends.last < ended.last and not ended.holds(ends))):
        yield "until", str(ended or "none"), str(ends)


def _is_rarer(then: ReceiptRow, now: ReceiptRow) -> bool:
    """Whether a report comes more rarely; by time and at so many meetings cannot be compared, and so may be."""
    if then.every_meetings:
        return now.every_meetings is None or now.every_meetings > then.every_meetings
    if then.every:
        return now.every is None or now.every.on_average > then.every.on_average
    return False


def _how_often(row: ReceiptRow) -> str:
    if row.every_meetings:
        return f"{row.every_meetings} meetings" if row.every_meetings > 1 else "every meeting"
    return row.every.in_words if row.every else "none"
