"""`slippage` on a screen: what moved, the most first, then what came, went, and changed its words."""

from collections.abc import Iterator, Sequence

from genderplan.dates.lengths import parse_length
from genderplan.page.words import (
    as_of_in_words,
    date_in_words,
    joined,
    length_in_words,
    one_line,
    shift_in_words,
    signed,
)
from genderplan.reports.impact.words import against_in_words
from genderplan.reports.slippage.other_changes import ChangedTarget, Changes, LeadChange, Rewording
from genderplan.reports.slippage.result import Comparison, Move, SlippageReport
from genderplan.reports.slippage.words import Reasons, about_target, approval_of, in_short, most_first, point_in_words
from genderplan.standing.records import PlanLabel
from genderplan.terminal.layout import ALL, Cell, Layout, TextColumn, flow, heading, section
from genderplan.terminal.screen import Line, Screen, cells

_MOVES = (
    TextColumn(align="right"),
    TextColumn(stays=True),
    TextColumn(is_text=True, lines=ALL),
    TextColumn(most=18, lines=ALL),
)
_LEAST = 40


def slippage_lines(report: SlippageReport, screen: Screen) -> Iterator[Line]:
    """Every comparison after the other."""
    for number, (label, comparison) in enumerate(zip(report.plans, report.comparisons, strict=True)):
        if number:
            yield [("", "")]
        yield from _comparison(label, comparison, screen)


def _comparison(label: PlanLabel, comparison: Comparison, screen: Screen) -> Iterator[Line]:
    width = screen.room
    against = against_in_words(comparison.baseline)
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against)
    yield from heading(label.title, facts, screen, width)
    yield [("", "")]
    yield from flow(in_short(comparison.totals), width, "head")
    yield from change_lines(comparison, screen, width)


def change_lines(comparison: Comparison, screen: Screen, width: int, reasons: Reasons | None = None) -> Iterator[Line]:
    """What moved, gained or lost its date, came, went, and has other words: a section for each."""
    told = reasons or {}
    yield from _moves("MOVED", comparison.moved, screen, width, told)
    yield from _moves("GAINED A DATE", comparison.dated, screen, width, told)
    yield from _moves("LOST ITS DATE", comparison.undated, screen, width, told)
    yield from _leads(comparison.leads, screen, width)
    yield from _targets(comparison.targets, screen, width)
    yield from _changes("ADDED", comparison.added, width)
    yield from _changes("REMOVED", comparison.removed, width)
    yield from _rewordings(comparison.reworded, width)


def _leads(changes: Sequence[LeadChange], screen: Screen, width: int) -> Iterator[Line]:
    arrow = f" {screen.glyphs.arrow} "
    rows = [
        (each.id.partition("/")[2], arrow.join(joined(names) or "nobody" for names in (each.was, each.now)))
        for each in changes
    ]
    yield from _list("OTHER LEADS", rows, width)


def _targets(changes: Sequence[ChangedTarget], screen: Screen, width: int) -> Iterator[Line]:
    arrow = f" {screen.glyphs.arrow} "
    rows = []
    for each in changes:
        told = arrow.join(point_in_words(point, each.kind) for point in (each.was, each.now))
        rows.append((about_target(each), f"{told} (easier)" if each.easier else told))
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
        told = reasons.get((move.id, move.field), ())
        for name in (move.id.partition("/")[2], *filter(None, () if told else (approval_of(move),))):
            yield [(" " * max(min(layout.at, width - cells(name)), 2) + name, "dim")]
        left = layout.at if layout.room >= _LEAST else 4
        for reason in told:
            yield from flow(reason, width, "dim", indent=left)


def _move(move: Move, screen: Screen) -> Sequence[Cell]:
    late = move.variance
    return (
        (signed(late.amount, late.in_days) if late else "", "later" if late and late.is_late else "earlier"),
        (_shift(move, screen), ""),
        (one_line(move.title), ""),
        (joined(move.leads), "dim"),
    )


def _shift(move: Move, screen: Screen) -> str:
    field = "" if move.field == "due" else f"{move.field}: "
    return field + shift_in_words(move.was, move.now, screen.glyphs.arrow)


def _changes(title: str, changes: Changes, width: int) -> Iterator[Line]:
    """What is on one side only, a section for each kind of thing."""
    yield from _list(f"{title} ENTRIES", [(each.id.partition("/")[2], each.title) for each in changes.entries], width)
    milestones = [
        (each.id.partition("/")[2], f"{date_in_words(each.due) or 'no date'}: {one_line(each.title)}")
        for each in changes.milestones
    ]
    yield from _list(f"{title} MILESTONES", milestones, width)
    for what, named in (("INPUTS", changes.inputs), ("PARTNERS", changes.partners)):
        yield from _list(f"{title} {what}", [(each.entry, each.organisation) for each in named], width)
    yield from _list(f"{title} GROUPS", [(each.entry, each.group) for each in changes.groups], width)
    yield from _list(f"{title} OBJECTIVES", [(each.id, each.title) for each in changes.objectives], width)
    yield from _list(f"{title} AIMS", [(each.id, each.title) for each in changes.aims], width)


def _list(title: str, rows: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    if not rows:
        return
    yield from section(f"{title} ({len(rows)})")
    columns = (TextColumn(most=max(width // 2 - 4, 20), lines=ALL), TextColumn(is_text=True, lines=ALL))
    told = [((left, "dim"), (one_line(right), "")) for left, right in rows]
    yield from Layout(columns, told, width).lines(told)


def _rewordings(rewordings: Sequence[Rewording], width: int) -> Iterator[Line]:
    if not rewordings:
        return
    yield from section(f"REWORDED ({len(rewordings)})")
    for each in rewordings:
        name = each.id.partition("/")[2] or each.id
        yield [(f"  {each.kind} {name}, {each.field}", "dim")]
        rows = [((sign, "dim"), (_words(each, text), "")) for sign, text in (("was", each.was), ("now", each.now))]
        yield from Layout((TextColumn(), TextColumn(is_text=True, lines=ALL)), rows, width, indent=4).lines(rows)


def _words(each: Rewording, text: str | None) -> str:
    words = length_in_words(parse_length(text)) if text and each.field == "duration" else text
    return one_line(words or "nothing")
