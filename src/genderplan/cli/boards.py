"""Boards in commands: their meetings as days that --since and --until name, and what plans were at the last one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from genderplan.cli.output import say
from genderplan.errors import NoRepositoryError, NothingToReadError, UsageError
from genderplan.page.words import date_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderplan.cli.options import Common
    from genderplan.cli.reading import Reading
    from genderplan.dates.forms import PlanDate
    from genderplan.kinds.board.rows import BoardRow
    from genderplan.plan.boards.meetings import Schedule, ScheduledMeeting
    from genderplan.plan.states import State
    from genderplan.reports.agenda.sitting import Sitting
    from genderplan.standing.standings import Standings

_BOARD = "board:"
"""What may stand before a board, so that it means nothing else."""

_UNVERSIONED = "they are in no git repository"
"""Why no commit tells of plans where none can."""


def earlier(reading: "Reading", text: str, common: "Common") -> "State":
    """The selected plans as they were at the last meeting of a board, on a date, in a commit or in a baseline."""
    board = _meant(reading, text)
    if board is None:
        return _of_no_board(reading, text)
    day = _meeting_day(board, reading, common, is_next=False)
    state, why = state_at_the_end_of(day, board.id, reading, reading.standings)
    say(f"the last meeting of {board.id}: {date_in_words(day)}" + (f" ({why})" if why else ""))
    return state


def _of_no_board(reading: "Reading", text: str) -> "State":
    """The plans as something else than a board names them. Raises NothingToReadError, with the board that is near."""
    from genderplan.cli.comparing import before
    from genderplan.plan.boards.lookup import names_of_boards
    from genderplan.suggestions import did_you_mean

    try:
        return before(reading, text)
    except NothingToReadError as error:
        near = did_you_mean(text, names_of_boards(reading.tree))
        if near is None:
            raise
        raise NothingToReadError(f"{error}, nor a board ({near})") from None


def next_day_named(reading: "Reading", text: str, option: str, common: "Common") -> "PlanDate":
    """The date that an option gives, or that of the next meeting of a board. Raises UsageError for neither."""
    return _day_named(reading, text, option, common, is_next=True)


def last_day_named(reading: "Reading", text: str, option: str, common: "Common") -> "PlanDate":
    """The date that an option gives, or that of the last meeting of a board. Raises UsageError for neither."""
    return _day_named(reading, text, option, common, is_next=False)


def _day_named(reading: "Reading", text: str, option: str, common: "Common", *, is_next: bool) -> "PlanDate":
    board = _of_day(reading, text, option)
    if board is None:
        from genderplan.config import read_date

        return read_date(text, option)
    return _meeting_day(board, reading, common, is_next=is_next)


def last_day_meant(reading: "Reading", text: str, common: "Common") -> "PlanDate | None":
    """The date of the last meeting of the board that a text means; None where it means none.

    Raises UsageError where it means something else as well, and where no such meeting is known.
    """
    board = _meant(reading, text)
    return None if board is None else _meeting_day(board, reading, common, is_next=False)


def _meeting_day(board: "BoardRow", reading: "Reading", common: "Common", *, is_next: bool) -> "PlanDate":
    schedule, day = _schedule(board), _day(board, reading, common)
    meeting = schedule.after(day) if is_next else schedule.before(day)
    if meeting is None or meeting.date is None:
        raise UsageError(f"no meeting of {board.id} is known {'after' if is_next else 'before'} the status date")
    return meeting.date


def looking_ahead(reading: "Reading", until: "PlanDate") -> "Reading":
    """The same plans, in which all that falls due until a date is due."""
    from genderplan.dates.lengths import Length
    from genderplan.standing.standings import Standings

    def ahead(each: "Standings") -> "Standings":
        days = Length(max(until.last - each.as_of.ordinal, 0), "D")
        return Standings(replace(each.plan, due_soon=days), each.as_of)

    return reading._replace(all_standings=tuple(map(ahead, reading.all_standings)))


def _meant(reading: "Reading", text: str) -> "BoardRow | None":
    """The board that a text means; None where it means something else. Raises UsageError where it means both.

    An id in another case, and what its organisation is called, mean a board where they mean nothing else.
    """
    from genderplan.loading.states import other_names
    from genderplan.plan.boards.lookup import the_board
    from genderplan.plan.boards.naming import boards_named, ids_of_boards

    tree = reading.tree
    if text.startswith(_BOARD):
        return the_board(tree, text)
    if not boards_named(tree, text):
        return None
    others = [*(["a date"] if _is_date(text) else []), *other_names(text, reading.root, tree, reading.selection)]
    if others and text in ids_of_boards(tree):
        raise UsageError(f"'{text}' is a board and {' and '.join(others)}: write {_BOARD}{text} for the board")
    return None if others else the_board(tree, text)


def _is_date(text: str) -> bool:
    from genderplan.dates.forms import DateError, parse_date

    try:
        parse_date(text)
    except DateError:
        return False
    return True


def _of_day(reading: "Reading", text: str, option: str) -> "BoardRow | None":
    """The board that a text means where it means no date; None where it means a date, or nearly one.

    Raises UsageError for neither, and for both.
    """
    from genderplan.dates.forms import DateError, parse_date
    from genderplan.plan.boards.lookup import the_board, unknown_board
    from genderplan.plan.boards.naming import boards_named

    is_board = text.startswith(_BOARD) or bool(boards_named(reading.tree, text))
    try:
        parse_date(text)
    except DateError as error:
        if is_board:
            return the_board(reading.tree, text)
        if not (reading.tree.boards or reading.tree.unread_boards) or error.is_near or error.hint is None:
            return None
        raise UsageError(f"{option}: no date, and an {unknown_board(reading.tree, text)}") from None
    if is_board:
        raise UsageError(f"'{text}' is a board and a date: write {_BOARD}{text} for the board")
    return None


def _schedule(board: "BoardRow") -> "Schedule":
    from genderplan.plan.boards.meetings import Schedule

    return Schedule(board)


def _day(board: "BoardRow", reading: "Reading", common: "Common") -> int:
    """The day on which a board is judged by the plans that are read; without any that of the run."""
    from genderplan.cli.reading import day_of_a_run
    from genderplan.standing.board_days import board_day

    day = board_day(board, reading.tree, reading.standings)
    return day.ordinal if day else day_of_a_run(common).last


def sitting_of(board: "BoardRow", on: str | None, reading: "Reading", common: "Common") -> "Sitting":
    """A board that sits on a day, or at a meeting that is named by its id, else on its own day.

    Where it meets twice on the day, and none is named, the other is told of.
    """
    from genderplan.cli.reading import day_of_a_run
    from genderplan.reports.agenda.sitting import sitting_of as sit

    named, day = meeting_named(board, on), day_named(board, on)
    today = day_of_a_run(common).last
    sitting = sit(reading.tree, board, reading.standings, reading.selection, day.last if day else None, today, named)
    for each in () if named else sitting.beside:
        say(f"{board.id} has another meeting on this day: --on {each}")
    return sitting


def day_named(board: "BoardRow", on: str | None) -> "PlanDate | None":
    """The day that --on gives, or that of the meeting that it names: the last one of its date.

    Raises UsageError for what is neither, with the meeting that is near.
    """
    from genderplan.config import given_day
    from genderplan.dates.forms import day_of
    from genderplan.suggestions import did_you_mean

    meeting = meeting_named(board, on)
    if meeting and meeting.date:
        return day_of(meeting.date.last_day)
    try:
        return given_day(on, "--on")
    except UsageError as error:
        if _is_date(on or ""):
            raise
        near = did_you_mean(on or "", [each.id for each in board.meetings])
        raise UsageError(f"{error}, nor a meeting of {board.id}{f': {near}' if near else ''}") from None


def meeting_named(board: "BoardRow", on: str | None) -> "ScheduledMeeting | None":
    """The meeting of a board that --on names by its id; None where it gives a date.

    Raises UsageError for one that has no date, or was cancelled.
    """
    if on is None or _is_date(on):
        return None
    try:
        return _schedule(board).held(on)
    except UsageError as error:
        raise UsageError(f"--on: {error}") from None


def state_before(sitting: "Sitting", reading: "Reading") -> "tuple[State | None, str | None]":
    """What plans were at the end of the last meeting before a sitting, and why no commit tells where none does."""
    if sitting.since is None:
        return None, None
    return state_at_the_end_of(sitting.since, sitting.board.id, reading, sitting.standings)


def state_at_the_end_of(
    day: "PlanDate", name: str, reading: "Reading", standings: "Sequence[Standings]"
) -> "tuple[State, str | None]":
    """What plans were at the end of a date, and why no commit tells of it where none does.

    The newest commit until then tells; of plans that are not in it, and where there is none, the dates in their files.
    """
    from genderplan.plan.earlier import state_on, with_dates
    from genderplan.source.files import may_be_versioned, resolved

    dated = state_on((each.plan for each in standings), day, name)
    folders = (reading.root, *(reading.root / each.plan.id for each in standings))
    if not any(may_be_versioned(resolved(each)) for each in folders):
        return dated, _UNVERSIONED
    from genderplan.cli.comparing import before

    try:
        found = before(reading, day.text)
    except NoRepositoryError as error:
        said = str(error)
        return dated, _UNVERSIONED if said.endswith(" is in no git repository") else said
    except NothingToReadError as error:
        return dated, str(error)
    return with_dates(found, dated), None
