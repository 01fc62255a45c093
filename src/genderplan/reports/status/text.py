"""`status` on a screen: the answer first, worst first, one fact a line, and what to run next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from genderplan.page.words import (
    counted,
    date_in_words,
    items_in_words,
    one_line,
    shift_in_words,
    variance_in_words,
)
from genderplan.reports.status.result import PlanStatus, PlanWindow, StatusReport
from genderplan.reports.status.words import (
    NOUNS,
    Part,
    approved_in_words,
    command_of,
    facts_in_words,
    next_in_words,
    parts_of,
    sets_in_words,
    slip_note,
    slipped_in_words,
    statements_in_words,
    statuses_of,
    told_once_in_words,
    told_progress,
)
from genderplan.standing.rag import RAG_RULE
from genderplan.standing.records.items import MilestoneRecord, Tally
from genderplan.standing.standings import Counts, Rag, Status
from genderplan.terminal.fitting import cells, widest
from genderplan.terminal.items import item_lines
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, apart, flow, heading
from genderplan.terminal.screen import Line, Screen

_SHOWN = 10
"""How many rows of a section are shown before the rest is named as a number."""

_WIDEST = 140
_WIDE = 120
_BAR = 20
_LEAST_TITLE, _LEAST_STACKED = 28, 12

_Columns: TypeAlias = Mapping[str, Callable[[Tally], str]]


def status_lines(report: StatusReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = min(screen.width or 80, _WIDEST)
    pairs = zip(report.plans, report.windows, strict=True)
    return apart(_plan_lines(plan, window, screen, width) for plan, window in pairs)


def _plan_lines(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    yield from _heading(plan, window, screen, width)
    yield [("", "")]
    if window.is_filtered_out:
        yield [("  nothing of this plan passes the filters", "dim")]
        return
    yield from _table(plan, window, screen, width)
    yield from flow(f"{sets_in_words(plan, window, str.upper)} {RAG_RULE}.", width, "dim", indent=2)
    if told := told_progress(plan, window):
        yield from flow(told, width, indent=2)
    said = statements_in_words(window, screen.names)
    yield from _overdue(plan, said, screen, width)
    yield from _slipped(plan, window, said, screen, width)
    yield from _due(plan, window, said, screen, width)
    if plan.measures is not None:
        from genderplan.reports.status.measures.text import plan_measures

        yield from plan_measures(plan, screen, width)
    yield from _next(plan, width)


def _heading(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    facts = (f"{plan.id}, {plan.state}" if plan.state else plan.id, *facts_in_words(plan, window))
    yield from heading(plan.title, facts, screen, width)


def _table(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    """Objectives and projects with their counts; a column of cancelled only where something was."""
    rows = [(one_line(title), rag, found) for title, rag, found in parts_of(plan, window)]
    columns = _columns(plan, window)
    told = [_cells(row, columns) for row in rows]
    bar = _BAR if width >= _WIDE else 0
    layout = _layout(columns, told, width - (bar + 2 if bar else 0))
    yield from layout.head()
    for row, (_, _, found) in zip(told, rows, strict=True):
        first, *rest = layout.row(row)
        yield [*first, *_bar(found, screen, bar)]
        yield from rest
    if bar:
        there = [status for status in Status if plan.counts.entries[status]]
        marks = "  ".join(f"{screen.glyphs.marks[status]} {status}" for status in there)
        yield [(f"  {marks}", "dim")] if marks else [("", "")]


def _layout(columns: _Columns, rows: Sequence[Sequence[Cell]], width: int) -> Layout:
    """The columns wide apart, or closer together, or for a narrow screen each title above its numbers."""
    numbers = [TextColumn("RAG", width=5), *(TextColumn(head, "right") for head in columns)]
    longest = widest(["OBJECTIVE", *(row[0][0] for row in rows)])
    for gap, least, hanging in ((2, _LEAST_TITLE, "  "), (1, _LEAST_STACKED, "  "), (1, _LEAST_STACKED, "")):
        title = TextColumn("OBJECTIVE", least=min(longest, least), lines=ALL, is_text=True, hanging=hanging)
        layout = Layout((title, *numbers), rows, width, gap=gap, stack=Stacking(4, is_above=True))
        if not layout.is_stacked:
            break
    return layout


def _columns(plan: PlanStatus, window: PlanWindow) -> _Columns:
    """Heads and what stands under them: what is done of all, then the entries that are not, by their status."""
    return {
        NOUNS[window.counted].upper(): lambda each: _done(each.entries),
        "MILESTONES": lambda each: _done(each.milestones),
        **{each.upper(): partial(_number, each) for each in statuses_of(plan)},
    }


def _number(status: Status, found: Tally) -> str:
    return f"{found.entries[status]:,}"


def _done(found: Counts) -> str:
    """Complete of all, whatever has become of the others."""
    return f"{found[Status.COMPLETE]}/{sum(found.values())}"


def _cells(row: Part, columns: _Columns) -> Sequence[Cell]:
    title, rag, found = row
    numbers = [(says(found), head.lower()) for head, says in columns.items()]
    return (
        (title, "title" if title == "All" else ""),
        (rag or "-", rag or "dim"),
        *((text, _style(text, status if status in found.entries else "complete")) for text, status in numbers),
    )


def _style(number: str, style: str) -> str:
    return "dim" if number.startswith("0") else style


def _bar(found: Tally, screen: Screen, width: int) -> Line:
    """A sign for each action and project, fewer in proportion where there are more than fit."""
    total = sum(found.entries.values())
    if not width or not total:
        return []
    scale = min(1, width / total)
    shares = [(status, round(number * scale) or 1) for status, number in found.entries.items() if number]
    return [("  ", ""), *((screen.glyphs.marks[status] * share, status) for status, share in shares)]


def _overdue(plan: PlanStatus, said: Mapping[str, str], screen: Screen, width: int) -> Iterator[Line]:
    if not plan.overdue:
        return
    yield [("", "")]
    yield from _head("OVERDUE", plan.overdue, "overdue", width)
    rows = [
        (
            (date_in_words(each.awaited), ""),
            (counted(each.days_overdue or 0, "day"), "overdue"),
            each,
        )
        for each in plan.overdue[:_SHOWN]
    ]
    yield from item_lines(rows, screen, width, notes=[said.get(each.entry, "") for _, _, each in rows])
    yield from _more(len(plan.overdue), command_of("check", plan), width)


def _head(title: str, records: Sequence[MilestoneRecord], style: str, width: int) -> Iterator[Line]:
    """A heading that says what is counted."""
    text = f"{title} ({len(records)}): {items_in_words(records)}"
    yield from flow(text, width, style, hanging="  ")


def _slipped(
    plan: PlanStatus, window: PlanWindow, said: Mapping[str, str], screen: Screen, width: int
) -> Iterator[Line]:
    if not plan.baseline:
        return
    yield [("", "")]
    style, text = "due" if window.late else "head", f"SLIPPED since {plan.baseline}: {slipped_in_words(window)}"
    yield from flow(text, width, style, hanging="  ")
    shown = plan.slipped[:_SHOWN]
    if shown:
        rows = [
            (_late(each), (shift_in_words(each.judged_by, each.finish, screen.glyphs.arrow), ""), each)
            for each in shown
        ]
        yield from item_lines(rows, screen, width, notes=[slip_note(each, said, screen.names) for each in shown])
    yield from _more(len(plan.slipped), command_of("slippage", plan), width)
    approved = approved_in_words(window)
    beside = (told_once_in_words(plan, window), f"{approved}: {command_of('slippage', plan)}" if approved else "")
    for text in filter(None, beside):
        yield from flow(text, width, "dim", indent=2, hanging="  ")


def _late(record: MilestoneRecord) -> Cell:
    late = record.variance
    if late is None:
        return ("", "")
    return (variance_in_words(late), "red" if record.rag is Rag.RED else "amber")


def _due(plan: PlanStatus, window: PlanWindow, said: Mapping[str, str], screen: Screen, width: int) -> Iterator[Line]:
    title = f"DUE {window.ahead.upper()}"
    if not plan.due:
        yield [("", "")]
        yield [(f"{title}: nothing", "head")]
        return
    yield [("", "")]
    yield from _head(title, plan.due, "head", width)
    rows = [((date_in_words(each.awaited), ""), ("", ""), each) for each in plan.due[:_SHOWN]]
    yield from item_lines(rows, screen, width, notes=[said.get(each.entry, "") for _, _, each in rows])
    noun = "list milestones" if all(each.milestone for each in plan.due) else "list entries"
    yield from _more(len(plan.due), command_of(noun, plan, _those_due(plan, window)), width)


def _those_due(plan: PlanStatus, window: PlanWindow) -> str:
    """The filter that finds what is due."""
    return f"--due {plan.as_of}..{window.until}" if window.until else "--status due"


def _more(total: int, command: str, width: int) -> Iterator[Line]:
    """How many rows are not shown, and the command that shows them."""
    if total > _SHOWN:
        yield from flow(f"and {total - _SHOWN} more: {command}", width, "dim", indent=2, hanging="  ")


def _next(plan: PlanStatus, width: int) -> Iterator[Line]:
    """What to run next."""
    command, why = next_in_words(plan)
    yield [("", "")]
    if cells(command) + cells(why) + 4 <= width:
        yield [(command, "command"), (f"    {why}", "dim")]
    else:
        yield [(command, "command")]
        yield [(f"  {why}", "dim")]
