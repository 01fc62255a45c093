"""Meetings of boards: in the order in which they should be, as many as a year should have, and papers before them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from genderplan.checks.context import Context
from genderplan.checks.rules.boards.places import found_on
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding
from genderplan.source.places import Path

if TYPE_CHECKING:
    from genderplan.kinds.board.rows import BoardRow

_MOST_BY_RULE = 100
"""How many meetings of a rule are looked at: it goes on as it begins."""


def meeting_order(context: Context) -> Iterator[Finding]:
    """GP307: a meeting after the one that it should precede.

    The board meets `before` another one, so that this has its papers; and its meeting is later than the one that it
    lies nearest to, before which it has none, or it has none at all between two meetings of the other. Meetings that
    were cancelled count for neither, and what the dates leave open is taken for right.

    Example: Council is a board that meets on 5 June.

    Mend: correct the date, or add the meeting that is missing. Where the order was given up, remove `before`. What is
    to stay a plan.yaml accepts, with `where: board:EODB#jun-2008`, or `board:EODB` where a meeting is missing.
    """
    boards = context.tree.boards_by_id
    for board in boards.values():
        other = boards.get(board.meets.before) if board.meets and board.meets.before else None
        if other:
            yield from _order(board, other)


class _Held(NamedTuple):
    """A meeting that was not cancelled, and the way to its date in the file."""

    date: PlanDate
    path: Path


def _order(board: "BoardRow", other: "BoardRow") -> Iterator[Finding]:
    """What is wrong with the meetings of a board beside those of the other that they should precede."""
    day = _horizon(board, other)
    own, waiting = _held(board, day), _held(other, day)
    at, missing = 0, []
    for number, each in enumerate(waiting):
        before = waiting[number - 1].date if number else None
        following = waiting[number + 1].date if number + 1 < len(waiting) else None
        while at < len(own) and before and not own[at].date.last > before.first:
            at += 1
        if at < len(own) and own[at].date.first <= each.date.last:
            continue
        late = own[at] if at < len(own) and _is_nearer(own[at].date, each.date, following) else None
        if late:
            message = f"the meeting of {late.date} is after {other.id}'s of {each.date}, which it should precede"
            yield found_on(board, "GP307", message, late.path)
        elif before and own:
            missing.append((before, each.date))
    if missing:
        yield _missing(board, other, missing)


def _is_nearer(own: PlanDate, one: PlanDate, following: PlanDate | None) -> bool:
    """Whether a date lies nearer to one that is before it than to the one that follows that."""
    return following is None or own.first - one.last < following.first - own.last


def _missing(board: "BoardRow", other: "BoardRow", spans: Sequence[tuple[PlanDate, PlanDate]]) -> Finding:
    first, last = spans[0]
    more = f", nor between {len(spans) - 1} more pairs" if len(spans) > 1 else ""
    message = f"no meeting is between those of {other.id} of {first} and {last}{more}"
    return found_on(board, "GP307", message, ("meets", "before"))


def _horizon(*boards: "BoardRow") -> int:
    """The day up to which meetings are looked at: as far as the rules of all boards are followed, else all."""
    from genderplan.plan.boards.meetings import Schedule  # noqa: PLC0415 - few trees have boards

    cycles = [cycle for cycle in (Schedule(board).cycle for board in boards) if cycle]
    reached = [cycle.occurrence(_MOST_BY_RULE - 1) for cycle in cycles]
    return min([each.last for each in reached if each], default=date.max.toordinal())


def _held(board: "BoardRow", day: int) -> list[_Held]:
    """The meetings of a board by a day that were not cancelled, in their order."""
    from genderplan.plan.boards.meetings import Schedule  # noqa: PLC0415 - few trees have boards

    paths: dict[str, Path] = {row.id: ("meetings", index, "date") for index, row in enumerate(board.meetings)}
    known = Schedule(board).known_by(day)
    held = ((each.date, each.row) for each in known if each.date and each.date.last <= day and not each.is_cancelled)
    return [_Held(when, paths[row.id] if row else ("meets", "from")) for when, row in held]


def too_few_meetings(context: Context) -> Iterator[Finding]:
    """GP308: fewer meetings in a year than the rule has.

    A board meets `at_least_a_year` so often, and its file has fewer meetings in a calendar year. It is said only of
    years in which the file has one, and before and after which it has others: of others nobody knows whether all are
    listed. A meeting without a date may have been in any year.

    Mend: add the meetings that are missing, with or without a date. Where they were not held, it stays as a warning, or
    a plan.yaml accepts it with `where: board:EODB`.
    """
    for board in context.tree.boards:
        least = board.meets.at_least_a_year if board.meets else None
        if least:
            for year, number in _few(board, least):
                message = f"{number} {'meeting' if number == 1 else 'meetings'} in {year}, and at least {least} a year"
                yield found_on(board, "GP308", message, ("meets", "at_least_a_year"))


def _few(board: "BoardRow", least: int) -> Iterator[tuple[int, int]]:
    """The years that have too few meetings, each with their number."""
    given = max((each.date.last for each in board.meetings if each.date), default=1)
    dates = [each.date for each in _held(board, min(given, _horizon(board)))]
    undated = sum(each.date is None and each.cancelled is None for each in board.meetings)
    by_year = Counter(year for when in dates for year in {_year(when.first), _year(when.last)})
    first, last = (
        min((_year(when.last) for when in dates), default=0),
        max((_year(when.first) for when in dates), default=0),
    )
    for year in sorted(by_year):
        if first < year < last and by_year[year] + undated < least:
            yield year, by_year[year]


def _year(day: int) -> int:
    return date.fromordinal(day).year


def late_papers(context: Context) -> Iterator[Finding]:
    """GP309: papers due after their meeting.

    The day by which a meeting's papers are due is after the meeting itself. A board decides on what it has read before.

    Mend: correct the date that is wrong; where the meeting was moved, `papers_by` moves with it.
    """
    for board in context.tree.boards:
        for index, each in enumerate(board.meetings):
            if each.papers_by and each.date and each.papers_by.first > each.date.last:
                message = f"papers are due {each.papers_by}, after the meeting of {each.date}"
                yield found_on(board, "GP309", message, ("meetings", index, "papers_by"))
