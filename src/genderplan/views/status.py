"""`status` on a screen: the answer first, worst first, one fact a line, and what to run next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from genderplan.analysis.records import MilestoneRecord, Tally
from genderplan.analysis.standing import RAG_RULE, Counts, Rag, Status
from genderplan.analysis.status import PlanStatus, PlanWindow, StatusReport
from genderplan.page.words import (
    approval_in_words,
    as_of_in_words,
    counted,
    date_in_words,
    length_in_words,
    one_line,
    shift_in_words,
    signed,
)
from genderplan.views.items import item_lines
from genderplan.views.layout import ALL, Cell, Column, Layout, Stack, flow, heading
from genderplan.views.screen import Line, Screen, cells, widest

_SHOWN = 10
"""How many rows of a section are shown before the rest is named as a number."""

_OPEN = (Status.OVERDUE, Status.DUE, Status.UPCOMING, Status.UNDATED)
_WIDEST = 140
_WIDE = 120
_BAR = 20
_LEAST_TITLE, _LEAST_STACKED = 28, 12
_NOUNS = {"action": "actions", "project": "projects", None: "actions"}

_Row: TypeAlias = tuple[str, Rag | None, Tally]
_Columns: TypeAlias = Mapping[str, Callable[[Tally], str]]


def status_lines(report: StatusReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = min(screen.width or 80, _WIDEST)
    for number, (plan, window) in enumerate(zip(report.plans, report.windows, strict=True)):
        if number:
            yield [("", "")]
        yield from _plan_lines(plan, window, screen, width)


def _plan_lines(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    yield from _heading(plan, window, screen, width)
    yield [("", "")]
    if window.is_filtered_out:
        yield [("  nothing of this plan passes the filters", "dim")]
        return
    yield from _table(plan, window, screen, width)
    yield from flow(f"{_counted(plan, window)} {RAG_RULE}.", width, "dim", indent=2)
    yield from _overdue(plan, screen, width)
    yield from _slipped(plan, window, screen, width)
    yield from _due(plan, window, screen, width)
    if plan.measures is not None:
        from genderplan.views.measures import plan_measures

        yield from plan_measures(plan, width)
    yield from _next(plan, width)


def _baseline(plan: PlanStatus, window: PlanWindow) -> str:
    """The baseline; with when it was taken where that was only after the status date."""
    if plan.baseline is None:
        return "no baseline"
    if window.taken and window.taken.first > plan.as_of.last:
        return f"baseline {plan.baseline}, taken only on {date_in_words(window.taken)}"
    return f"baseline {plan.baseline}"


def _heading(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    facts = (
        f"{plan.id}, {plan.state}" if plan.state else plan.id,
        as_of_in_words(plan.as_of, plan.as_of_from),
        _baseline(plan, window),
        f"tolerance {length_in_words(plan.tolerance)}",
    )
    yield from heading(plan.title, facts, screen, width)


def _table(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    """Objectives and projects with their counts; a column of cancelled only where something was."""
    rows: list[_Row] = [(one_line(each.title), each.rag, each.counts) for each in plan.objectives]
    rows += [*window.remainders, ("All", plan.rag, plan.counts)]
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
    numbers = [Column("RAG", width=5), *(Column(head, "right") for head in columns)]
    longest = widest(["OBJECTIVE", *(row[0][0] for row in rows)])
    for gap, least, hanging in ((2, _LEAST_TITLE, "  "), (1, _LEAST_STACKED, "  "), (1, _LEAST_STACKED, "")):
        title = Column("OBJECTIVE", least=min(longest, least), lines=ALL, is_text=True, hanging=hanging)
        layout = Layout((title, *numbers), rows, width, gap=gap, stack=Stack(4, is_above=True))
        if not layout.is_stacked:
            break
    return layout


def _columns(plan: PlanStatus, window: PlanWindow) -> _Columns:
    """Heads and what stands under them: what is done of all, then the entries that are not, by their status."""
    is_cancelled = plan.counts.entries[Status.CANCELLED]
    return {
        _NOUNS[window.counted].upper(): lambda each: _done(each.entries),
        "MILESTONES": lambda each: _done(each.milestones),
        **{each.upper(): partial(_number, each) for each in (*_OPEN, *([Status.CANCELLED] if is_cancelled else []))},
    }


def _number(status: Status, found: Tally) -> str:
    return f"{found.entries[status]:,}"


def _done(found: Counts) -> str:
    """Complete of all, whatever has become of the others."""
    return f"{found[Status.COMPLETE]}/{sum(found.values())}"


def _cells(row: _Row, columns: _Columns) -> Sequence[Cell]:
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


def _counted(plan: PlanStatus, window: PlanWindow) -> str:
    """Which sets the table counts."""
    is_mixed = window.counted is None and any(plan.counts.entries.values())
    entries = _NOUNS[window.counted]
    what = f"{entries}, projects among them," if is_mixed else entries
    cancelled = plan.counts.milestones[Status.CANCELLED]
    less = f" ({counted(cancelled, 'milestone')} cancelled)" if cancelled else ""
    return (
        f"{what[0].upper()}{what[1:]} and milestones are counted once each, done or not{less}; "
        f"OVERDUE to UNDATED count {entries}."
    )


def _overdue(plan: PlanStatus, screen: Screen, width: int) -> Iterator[Line]:
    if not plan.overdue:
        return
    yield [("", "")]
    yield from _head("OVERDUE", plan.overdue, "overdue", width)
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


def _head(title: str, records: Sequence[MilestoneRecord], style: str, width: int) -> Iterator[Line]:
    """A heading that says what is counted: milestones, and own dates that none of those tells of."""
    milestones = sum(each.milestone is not None for each in records)
    own = len(records) - milestones
    if own and milestones:
        sets = f"{counted(milestones, 'milestone')} and {counted(own, 'own date')},"
    else:
        sets = counted(len(records), "milestone" if milestones else "own date").partition(" ")[2]
    kinds = {each.kind for each in records}
    entries = counted(len({each.entry for each in records}), kinds.pop() if len(kinds) == 1 else "entry")
    text = f"{title} ({len(records)}): {sets} of {entries}"
    yield from flow(text, width, style, hanging="  ")


def _slipped(plan: PlanStatus, window: PlanWindow, screen: Screen, width: int) -> Iterator[Line]:
    if not plan.baseline:
        return
    yield [("", "")]
    of = f"of {counted(window.compared, 'date')} of milestones, actions and projects"
    number, style = (str(window.late), "due") if window.late else ("none", "head")
    yield from flow(f"SLIPPED since {plan.baseline}: {number} {of}", width, style, hanging="  ")
    shown = plan.slipped[:_SHOWN]
    if shown:
        rows = [
            (_late(each), (shift_in_words(each.judged_by, each.finish, screen.glyphs.arrow), ""), each)
            for each in shown
        ]
        yield from item_lines(rows, screen, width, notes=[_agreed_anew(each) for each in shown])
    yield from _more(len(plan.slipped), _command("slippage", plan), width)
    for text in _beside_slips(plan, window):
        yield from flow(text, width, "dim", indent=2, hanging="  ")


def _agreed_anew(record: MilestoneRecord) -> str:
    """By whom the date was approved that a finish is held against."""
    return approval_in_words(*record.approved) if record.approved else ""


def _beside_slips(plan: PlanStatus, window: PlanWindow) -> Iterator[str]:
    """What the list of slips leaves out."""
    if window.late > len(plan.slipped):
        own = window.late - len(plan.slipped)
        they = "date of an action or project says" if own == 1 else "dates of actions and projects say"
        yield f"{own} own {they} the same as a milestone"
    if window.approved:
        are = "date is" if window.approved == 1 else "dates are"
        yield f"{window.approved} {are} held against one approved since: {_command('slippage', plan)}"


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
    yield from _head(title, plan.due, "head", width)
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
        yield from flow(f"and {total - _SHOWN} more: {command}", width, "dim", indent=2, hanging="  ")


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
