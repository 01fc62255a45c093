"""`impact` on a screen: in short, then each slip with what waits for it, the worst first, and what to run next."""

from collections.abc import Iterator, Sequence

from genderplan.network.pushed import Effect
from genderplan.page.words import (
    as_of_in_words,
    bare_id,
    counted,
    date_in_words,
    dates_in_words,
    one_line,
    room_in_words,
    shift_in_words,
    signed,
)
from genderplan.reports.impact.records import AffectedRecord, Impact, ImpactReport, Slip
from genderplan.reports.impact.words import (
    CIRCLE,
    LEGEND,
    against_in_words,
    if_kept,
    impact_in_short,
    impact_next,
    impact_notes,
    overdue_in_words,
)
from genderplan.terminal.facts import (
    FactRow,
    fact_lines,
    name_in_words,
    next_lines,
)
from genderplan.terminal.layout import ALL, Layout, TextColumn, flow, heading
from genderplan.terminal.screen import Line, Screen

_HEADS = ("EFFECT", "ROOM", "DATE", "WOULD LAND")
_STYLES = {Effect.IMPOSSIBLE: "red", Effect.SQUEEZED: "amber", Effect.UNAFFECTED: "", Effect.UNDATED: "dim"}


def impact_lines(report: ImpactReport, screen: Screen, against: str | None = None) -> Iterator[Line]:
    """Every plan after the other; `against` is the source as it was asked for, if it was."""
    width = screen.room
    for number, (label, impact) in enumerate(zip(report.plans, report.impacts, strict=True)):
        if number:
            yield [("", "")]
        facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against_in_words(impact.baseline))
        yield from heading(label.title, facts, screen, width)
        yield [("", "")]
        yield from flow(impact_in_short(impact, screen.glyphs.arrow), width, "head")
        for text, style in zip(if_kept(impact, screen.glyphs.arrow), ("", "dim"), strict=False):
            yield from flow(text, width, style)
        yield from _slips(impact, screen, width)
        yield from circle_lines(impact.circular, width)
        if any(slip.affected for slip in impact.slips):
            yield [("", "")]
            yield from flow(LEGEND.format(*_HEADS[1::2]), width, "dim")
        yield [("", "")]
        command, why = impact_next(impact, against)
        yield from next_lines(command, label, why, width)


def circle_lines(circular: Sequence[str], width: int) -> Iterator[Line]:
    """What nothing can be worked out for."""
    if circular:
        yield [("", "")]
        yield from flow(f"NOT WORKED OUT ({len(circular)}): {CIRCLE}", width, "red")
        yield from flow("  " + ", ".join(bare_id(each) for each in circular), width)


def _slips(impact: Impact, screen: Screen, width: int) -> Iterator[Line]:
    """What waits for each slip; slips that nothing waits for are counted."""
    waited_for = [slip for slip in impact.slips if slip.affected or impact.asked]
    for slip in waited_for:
        yield [("", "")]
        yield from _slip(slip, screen, width)
        if slip.affected:
            rows = [_row(slip, record, impact, screen) for record in slip.affected]
            yield from fact_lines(_HEADS, rows, width)
    others = len(impact.slips) - len(waited_for)
    if others:
        yield [("", "")]
        more = counted(others, "milestone") if not waited_for else f"{others} more"
        yield from flow(f"{more} moved later, with nothing further down: --format json has them.", width, "dim")


def _slip(slip: Slip, screen: Screen, width: int) -> Iterator[Line]:
    moved = slip.variance
    style = "later" if moved.is_late else "earlier"
    shift = shift_in_words(slip.was, slip.now, screen.glyphs.arrow)
    row = ((signed(moved.amount, moved.in_days), style), (shift, style), (one_line(slip.title), "title"))
    layout = Layout((TextColumn(), TextColumn(), TextColumn(is_text=True, lines=ALL)), [row], width, indent=0)
    yield from layout.row(row, [(text, "dim") for text in (name_in_words(slip), *overdue_in_words(slip.status))])


def _row(slip: Slip, record: AffectedRecord, impact: Impact, screen: Screen) -> FactRow:
    arrow = screen.glyphs.arrow
    return FactRow(
        record,
        (
            (record.effect, _STYLES[record.effect]),
            (room_in_words(record.room_before, record.room_after, record.unit, arrow), ""),
            (dates_in_words(None if impact.supposed else record.was, record.now, arrow), ""),
            (date_in_words(record.landing), ""),
        ),
        tuple(impact_notes(slip, record, impact)),
    )
