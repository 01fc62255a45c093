"""`slippage` on a screen: what moved, the most first, then what came, went, and changed its words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from genderplan.page.values import words_of
from genderplan.page.words import bare_id, date_in_words, one_line, shift_in_words, variance_in_words
from genderplan.reports.slippage.other_changes import Changes, LeadChange, Rewording
from genderplan.reports.slippage.result import Comparison, Move, SlippageReport
from genderplan.reports.slippage.words import (
    Reasons,
    against_in_words,
    approvals_in_words,
    in_short,
    most_first,
    support_in_words,
    wording,
)
from genderplan.standing.records.items import PlanLabel
from genderplan.terminal.fitting import cells
from genderplan.terminal.layout import ALL, Cell, Layout, TextColumn, apart, flow, section
from genderplan.terminal.parts import plan_heading
from genderplan.terminal.screen import Line, Screen

if TYPE_CHECKING:
    from genderplan.reports.slippage.targets import ChangedTarget

_MOVES = (
    TextColumn(align="right"),
    TextColumn(stays=True),
    TextColumn(is_text=True, lines=ALL),
    TextColumn(most=18, lines=ALL),
)
_LEAST = 40


def slippage_lines(report: SlippageReport, screen: Screen) -> Iterator[Line]:
    """Every comparison after the other."""
    pairs = zip(report.plans, report.comparisons, strict=True)
    return apart(_comparison(label, comparison, screen) for label, comparison in pairs)


def _comparison(label: PlanLabel, comparison: Comparison, screen: Screen) -> Iterator[Line]:
    width = screen.room
    yield from plan_heading(label, [against_in_words(comparison.baseline)], screen, width)
    yield [("", "")]
    yield from flow(in_short(comparison.totals), width, "head")
    yield from change_lines(comparison, screen, width, approvals_in_words(comparison.moves, screen.names))


def change_lines(comparison: Comparison, screen: Screen, width: int, reasons: Reasons) -> Iterator[Line]:
    """What moved, gained or lost its date, came, went, and has other words: a section for each."""
    yield from _moves("MOVED", comparison.moved, screen, width, reasons)
    yield from _moves("GAINED A DATE", comparison.dated, screen, width, reasons)
    yield from _moves("LOST ITS DATE", comparison.undated, screen, width, reasons)
    yield from _leads(comparison.leads, screen, width)
    yield from _targets(comparison.targets, screen, width)
    yield from _changes("ADDED", comparison.added, screen, width)
    yield from _changes("REMOVED", comparison.removed, screen, width)
    yield from _rewordings(comparison.reworded, screen, width)


def _leads(changes: Sequence[LeadChange], screen: Screen, width: int) -> Iterator[Line]:
    arrow = f" {screen.glyphs.arrow} "
    rows = [
        (bare_id(each.id), arrow.join(screen.called(leads) or "nobody" for leads in (each.was, each.now)))
        for each in changes
    ]
    yield from _list("OTHER LEADS", rows, width)


def _targets(changes: "Sequence[ChangedTarget]", screen: Screen, width: int) -> Iterator[Line]:
    arrow = f" {screen.glyphs.arrow} "
    rows = []
    for each in changes:
        told = arrow.join(each.in_words)
        rows.append((each.about, f"{told} (easier)" if each.easier else told))
    yield from _list("TARGETS", rows, width)


def _moves(title: str, moves: Sequence[Move], screen: Screen, width: int, reasons: Reasons) -> Iterator[Line]:
    if not moves:
        return
    yield from section(f"{title} ({len(moves)})")
    ordered = most_first(moves)
    rows = [_move(move, screen) for move in ordered]
    layout = Layout(_MOVES, rows, width)
    for move, row in zip(ordered, rows, strict=True):
        yield from layout.row(row)
        name = bare_id(move.id)
        yield [(" " * max(min(layout.at, width - cells(name)), 2) + name, "dim")]
        left = layout.at if layout.room >= _LEAST else 4
        for reason in reasons.get((move.id, move.field), ()):
            yield from flow(reason, width, "dim", indent=left)


def _move(move: Move, screen: Screen) -> Sequence[Cell]:
    late = move.variance
    return (
        (variance_in_words(late), "later" if late and late.is_late else "earlier"),
        (_shift(move, screen), ""),
        (one_line(move.title), ""),
        (screen.called(move.leads), "dim"),
    )


def _shift(move: Move, screen: Screen) -> str:
    field = "" if move.field == "due" else f"{move.field}: "
    return field + shift_in_words(move.was, move.now, screen.glyphs.arrow)


def _changes(title: str, changes: Changes, screen: Screen, width: int) -> Iterator[Line]:
    """What is on one side only, a section for each kind of thing."""
    yield from _list(f"{title} ENTRIES", [(bare_id(each.id), each.title) for each in changes.entries], width)
    milestones = [
        (bare_id(each.id), f"{date_in_words(each.due) or 'no date'}: {each.title}") for each in changes.milestones
    ]
    yield from _list(f"{title} MILESTONES", milestones, width)
    for what, named in (("INPUTS", changes.inputs), ("PARTNERS", changes.partners)):
        yield from _list(f"{title} {what}", [(each.entry, screen.called([each.organisation])) for each in named], width)
    yield from _list(f"{title} GROUPS", [(each.entry, each.group) for each in changes.groups], width)
    yield from _list(f"{title} OBJECTIVES", [(each.id, each.title) for each in changes.objectives], width)
    yield from _list(f"{title} AIMS", [(each.id, each.title) for each in changes.aims], width)
    supports = [(each.of, support_in_words(each)) for each in changes.supports]
    yield from _list(f"{title} SUPPORT", supports, width)
    yield from _list(f"{title} DRIVERS", [(each.entry, each.driver) for each in changes.drivers], width)


def _list(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    if not rows:
        return
    yield from section(f"{title} ({len(rows)})")
    columns = (TextColumn(most=max(width // 2 - 4, 20), lines=ALL), TextColumn(is_text=True, lines=ALL))
    told = [((left, "dim"), (one_line(right), "")) for left, right in rows]
    yield from Layout(columns, told, width).lines(told)


def _rewordings(rewordings: Sequence[Rewording], screen: Screen, width: int) -> Iterator[Line]:
    if not rewordings:
        return
    yield from section(f"REWORDED ({len(rewordings)})")
    for each in rewordings:
        name = bare_id(each.id)
        yield [(f"  {each.kind} {name}, {each.field}", "dim")]
        texts = (("was", each.was), ("now", each.now))
        rows = [((sign, "dim"), (words_of(wording(each.field, text), screen.names), "")) for sign, text in texts]
        yield from Layout((TextColumn(), TextColumn(is_text=True, lines=ALL)), rows, width, indent=4).lines(rows)
