"""`impact` on a screen: in short, then each slip with what waits for it, the worst first, and what to run next."""

from collections.abc import Iterator, Sequence

from genderplan.network.pushed import Effect
from genderplan.page.values import words_of
from genderplan.page.words import bare_id, counted, one_line, shift_in_words, variance_in_words
from genderplan.reports.impact.records import AffectedRecord, Impact, ImpactReport, Slip
from genderplan.reports.impact.words import (
    CIRCLE,
    LEGEND,
    affected,
    if_kept,
    impact_in_short,
    impact_next,
    impact_notes,
    overdue_in_words,
)
from genderplan.reports.slippage.words import against_in_words
from genderplan.standing.records.items import PlanLabel
from genderplan.terminal.fitting import widest
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, apart, flow
from genderplan.terminal.parts import next_lines, plan_heading
from genderplan.terminal.screen import Line, Screen

_LEAST_TITLE = 36
_HEADS = ("EFFECT", "ROOM", "DATE", "WOULD LAND")
_STYLES = {Effect.IMPOSSIBLE: "red", Effect.SQUEEZED: "amber", Effect.UNAFFECTED: "", Effect.UNDATED: "dim"}


def impact_lines(report: ImpactReport, screen: Screen, against: str | None = None) -> Iterator[Line]:
    """Every plan after the other; `against` is the source as it was asked for, if it was."""
    pairs = zip(report.plans, report.impacts, strict=True)
    return apart(_plan(label, impact, screen, against) for label, impact in pairs)


def _plan(label: PlanLabel, impact: Impact, screen: Screen, against: str | None) -> Iterator[Line]:
    width = screen.room
    yield from plan_heading(label, [against_in_words(impact.baseline)], screen, width)
    yield [("", "")]
    yield from flow(impact_in_short(impact, screen.glyphs.arrow), width, "head")
    for text, style in zip(if_kept(impact, screen.glyphs.arrow), ("", "dim"), strict=False):
        yield from flow(text, width, style)
    yield from _slips(impact, screen, width)
    yield from _circle(impact.circular, width)
    if any(slip.affected for slip in impact.slips):
        yield [("", "")]
        yield from flow(LEGEND.format(*_HEADS[1::2]), width, "dim")
    yield from next_lines(label, *impact_next(impact, against), width)


def _circle(circular: Sequence[str], width: int) -> Iterator[Line]:
    """What nothing can be worked out for."""
    if circular:
        yield [("", "")]
        yield from flow(f"NOT WORKED OUT ({len(circular)}): {CIRCLE}", width, "red")
        yield from flow("  " + ", ".join(bare_id(each) for each in circular), width)


def _slips(impact: Impact, screen: Screen, width: int) -> Iterator[Line]:
    """What waits for each slip; slips that nothing waits for are counted."""
    for slip in impact.waited_for:
        yield [("", "")]
        yield from _slip(slip, screen, width)
        if slip.affected:
            yield from _affected(slip, impact, screen, width)
    others = len(impact.others)
    if others:
        yield [("", "")]
        more = f"{others} more" if impact.waited_for else counted(others, "milestone")
        yield from flow(f"{more} moved later, with nothing further down: --format json has them.", width, "dim")


def _slip(slip: Slip, screen: Screen, width: int) -> Iterator[Line]:
    moved = slip.variance
    style = "later" if moved.is_late else "earlier"
    shift = shift_in_words(slip.was, slip.now, screen.glyphs.arrow)
    row = ((variance_in_words(moved), style), (shift, style), (one_line(slip.title), "title"))
    layout = Layout((TextColumn(), TextColumn(), TextColumn(is_text=True, lines=ALL)), [row], width, indent=0)
    yield from layout.row(row, [(text, "dim") for text in (_name(slip, screen), *overdue_in_words(slip.status))])


def _affected(slip: Slip, impact: Impact, screen: Screen, width: int) -> Iterator[Line]:
    """The rows under their heads; where columns leave too little room for titles or whole ids, those stand below."""
    longest = widest([word for record in slip.affected for word in _name(record, screen).split()])
    title = TextColumn("MILESTONE", is_text=True, least=max(_LEAST_TITLE, longest), lines=ALL)
    rows = [_row(record, impact, screen.glyphs.arrow) for record in slip.affected]
    layout = Layout([*map(TextColumn, _HEADS), title], rows, width, stack=Stacking(4))
    yield from layout.head()
    for record, row in zip(slip.affected, rows, strict=True):
        notes = (_name(record, screen), *impact_notes(slip, record, impact))
        yield from layout.row(row, [(text, "dim") for text in notes])


def _row(record: AffectedRecord, impact: Impact, arrow: str) -> tuple[Cell, ...]:
    """A cell for each head, and the title."""
    effect, *others = (words_of(each, {}, arrow) for each in (*affected(record, impact), record.title))
    return (effect, _STYLES[record.effect]), *((text, "") for text in others)


def _name(record: Slip | AffectedRecord, screen: Screen) -> str:
    """The id without its plan, which the heading names, and who leads."""
    return ", ".join(filter(None, (bare_id(record.id), screen.called(record.leads))))
