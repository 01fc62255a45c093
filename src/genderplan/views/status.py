"""`status` on a screen: the answer first, worst first, one fact a line, and what to run next."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from genderplan.analysis.records import MilestoneRecord
from genderplan.analysis.standing import RAG_RULE, Counts, Rag, Status
from genderplan.analysis.status import PlanStatus, PlanWindow, StatusReport
from genderplan.views.items import Cell, item_lines
from genderplan.views.screen import Line, Screen, cells, fitted, flowing, wrapped
from genderplan.views.words import (
    as_of_in_words,
    counted,
    date_in_words,
    length_in_words,
    one_line,
    shift_in_words,
    signed,
)

_SHOWN = 10
"""How many rows of a section are shown before the rest is named as a number."""

_COLUMNS = (Status.OVERDUE, Status.DUE, Status.UPCOMING, Status.UNDATED)
_WIDEST = 140
_WIDE = 120
_BAR = 20
_LEAST_TITLE = 12

_COUNTED = "Counted are milestones, and the open dates of actions and projects themselves."

_Row: TypeAlias = tuple[str, Rag | None, Counts]


def status_lines(report: StatusReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = min(screen.width or 80, _WIDEST)
    for number, (plan, window) in enumerate(zip(report.plans, report.windows, strict=True)):
        if number:
            yield [("", "")]
        yield from _plan_lines(plan, window, screen, width)


def _plan_lines(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    yield from _heading(plan, screen, width)
    yield [("", "")]
    if window.is_filtered_out:
        yield [("  nothing of this plan passes the filters", "dim")]
        return
    yield from _table(plan, window, screen, width)
    for text in wrapped(f"{_COUNTED} {RAG_RULE}.", width - 2):
        yield [(f"  {text}", "dim")]
    yield from _overdue(plan, screen, width)
    yield from _slipped(plan, window, screen, width)
    yield from _due(plan, window, screen, width)
    if plan.measures is not None:
        from genderplan.views.measures import plan_measures

        yield from plan_measures(plan, width)
    yield from _next(plan, width)


def _heading(plan: PlanStatus, screen: Screen, width: int) -> Iterator[Line]:
    for line in wrapped(one_line(plan.title), width):
        yield [(line, "title")]
    facts = (
        f"{plan.id}, {plan.state}" if plan.state else plan.id,
        as_of_in_words(plan.as_of, plan.as_of_from),
        f"baseline {plan.baseline}" if plan.baseline else "no baseline",
        f"tolerance {length_in_words(plan.tolerance)}",
    )
    for line in flowing(facts, screen, width):
        yield [(line, "")]


def _table(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    """Objectives and projects with their counts; a column of cancelled only where something was."""
    rows: list[_Row] = [(one_line(each.title), each.rag, each.counts) for each in plan.objectives]
    rows += window.remainders
    rows.append(("All", plan.rag, plan.counts))
    columns = [*_COLUMNS, *([Status.CANCELLED] if plan.counts[Status.CANCELLED] else [])]
    fixed = 22 + sum(len(column) + 2 for column in columns)
    bar = _BAR if width >= _WIDE else 0
    longest = max(cells(title) for title in ("OBJECTIVE", *(row[0] for row in rows)))
    room = min(width - fixed - (bar + 2 if bar else 0), longest)
    if room < min(longest, _LEAST_TITLE):
        yield from _stacked(rows, columns, width)
        return
    heads = "".join(f"  {column.upper()}" for column in columns)
    yield [(f"  {fitted('OBJECTIVE', room)}  {'RAG':5}  {'COMPLETE':>9}{heads}", "head")]
    for title, rag, found in rows:
        style = "title" if title == "All" else ""
        first, *rest = wrapped(title, room, "  ")
        yield [(f"  {fitted(first, room)}  ", style), *_numbers(rag, found, columns, "  "), *_bar(found, screen, bar)]
        for line in rest:
            yield [(f"  {line}", style)]
    if bar:
        marks = "  ".join(f"{screen.glyphs.marks[status]} {status}" for status in (Status.COMPLETE, *columns))
        yield [(f"  {marks}", "dim")]


def _stacked(rows: Sequence[_Row], columns: Sequence[Status], width: int) -> Iterator[Line]:
    """The same for a narrow screen: each title above its numbers."""
    heads = "".join(f" {column.upper()}" for column in columns)
    yield [(f"    {'RAG':5} {'COMPLETE':>9}{heads}", "head")]
    for title, rag, found in rows:
        for line in wrapped(title, width - 2):
            yield [(f"  {line}", "title" if title == "All" else "")]
        yield [("    ", ""), *_numbers(rag, found, columns, " ")]


def _numbers(rag: Rag | None, found: Counts, columns: Sequence[Status], gap: str) -> Line:
    return [
        (f"{rag or '-':5}", rag or "dim"),
        (f"{gap}{_complete(found):>9}", "complete" if found[Status.COMPLETE] else "dim"),
        *((f"{gap}{found[column]:>{len(column)}}", column if found[column] else "dim") for column in columns),
    ]


def _bar(found: Counts, screen: Screen, width: int) -> Line:
    """A sign for each milestone, fewer in proportion where there are more than fit."""
    total = sum(found.values())
    if not width or not total:
        return []
    scale = min(1, width / total)
    shares = [(status, round(number * scale) or 1) for status, number in found.items() if number]
    return [("  ", ""), *((screen.glyphs.marks[status] * share, status) for status, share in shares)]


def _complete(found: Counts) -> str:
    """Complete of all that is not cancelled."""
    return f"{found[Status.COMPLETE]}/{sum(found.values()) - found[Status.CANCELLED]}"


def _overdue(plan: PlanStatus, screen: Screen, width: int) -> Iterator[Line]:
    if not plan.overdue:
        return
    yield [("", "")]
    yield [(f"OVERDUE ({len(plan.overdue)})", "overdue")]
    rows = [
        (
            (date_in_words(each.due), ""),
            (counted(each.days_overdue or 0, "day"), "overdue"),
            each,
        )
        for each in plan.overdue[:_SHOWN]
    ]
    yield from item_lines(rows, screen, width)
    yield from _more(len(plan.overdue), _command("check", plan), width)


def _slipped(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    if not plan.baseline:
        return
    if not plan.slipped:
        yield [("", "")]
        yield [(f"SLIPPED since {plan.baseline}: none of {counted(window.compared, 'date')}", "head")]
        return
    yield [("", "")]
    yield [(f"SLIPPED since {plan.baseline}: {len(plan.slipped)} of {counted(window.compared, 'date')}", "due")]
    rows = [
        (
            _late(each),
            (shift_in_words(each.baseline_due, each.finish, screen.glyphs.arrow), ""),
            each,
        )
        for each in plan.slipped[:_SHOWN]
    ]
    yield from item_lines(rows, screen, width)
    yield from _more(len(plan.slipped), _command("slippage", plan), width)


def _late(record: MilestoneRecord) -> Cell:
    late = record.variance
    if late is None:
        return ("", "")
    return (signed(late.amount, late.in_days), "red" if record.rag is Rag.RED else "amber")


def _due(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    title = f"DUE IN {length_in_words(window.due_soon).upper()}"
    if not plan.due:
        yield [("", "")]
        yield [(f"{title}: nothing", "head")]
        return
    yield [("", "")]
    yield [(f"{title} ({len(plan.due)})", "head")]
    rows = [((date_in_words(each.due), ""), ("", ""), each) for each in plan.due[:_SHOWN]]
    yield from item_lines(rows, screen, width)
    noun = "list milestones" if all(each.milestone for each in plan.due) else "list entries"
    yield from _more(len(plan.due), _command(noun, plan, "--status due"), width)


def _command(name: str, plan: PlanStatus, options: str = "") -> str:
    """A command that goes on from here, on the same day."""
    day = f"--as-of {plan.as_of}" if plan.as_of_from == "option" else ""
    return " ".join(filter(None, ("genderplan", name, f"--plan {plan.id}", options, day)))


def _more(total: int, command: str, width: int) -> Iterator[Line]:
    """How many rows are not shown, and the command that shows them."""
    if total > _SHOWN:
        for line in wrapped(f"and {total - _SHOWN} more: {command}", width - 2, "  "):
            yield [(f"  {line}", "dim")]


def _next(plan: PlanStatus, width: int) -> Iterator[Line]:
    """What to run next: the command that says most about the worst there is."""
    if plan.overdue:
        command, why = _command("check", plan), "every date that is not kept, with its file and line"
    elif plan.slipped:
        command, why = _command("slippage", plan), "what moved since the baseline"
    else:
        command, why = _command("timeline", plan), "the plan on a time axis"
    yield [("", "")]
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
    else:
        yield [(command, "command")]
        yield [(f"  {why}", "dim")]
