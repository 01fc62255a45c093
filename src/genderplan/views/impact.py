"""`impact` on a screen: in short, then each slip with what waits for it, the worst first, and what to run next."""

from collections.abc import Iterator

from genderplan.analysis.records import PlanLabel
from genderplan.analysis.slips import AffectedRecord, End, Impact, ImpactReport, Slip
from genderplan.analysis.spread import Effect
from genderplan.model.dates import PlanDate
from genderplan.model.lengths import Length
from genderplan.page.words import (
    as_of_in_words,
    counted,
    date_in_words,
    length_in_words,
    listed,
    one_line,
    shift_in_words,
    signed,
)
from genderplan.views.facts import (
    FactRow,
    against_in_words,
    against_option,
    circle_lines,
    dates_in_words,
    fact_lines,
    name_in_words,
    next_lines,
    overdue_in_words,
    room_in_words,
)
from genderplan.views.layout import ALL, Column, Layout, flow, heading
from genderplan.views.screen import Line, Screen

_HEADS = ("EFFECT", "ROOM", "DATE", "WOULD LAND")
_STYLES = {Effect.IMPOSSIBLE: "red", Effect.SQUEEZED: "amber", Effect.UNAFFECTED: "", Effect.UNDATED: "dim"}

_LEGEND = (
    "ROOM is what is left after what a milestone waits for, if it holds its date: impossible there is not enough, "
    "squeezed less than before, unaffected as much. WOULD LAND is where it would be if it kept its gap to that instead."
)


def impact_lines(report: ImpactReport, screen: Screen, against: str | None = None) -> Iterator[Line]:
    """Every plan after the other; `against` is the source as it was asked for, if it was."""
    width = screen.width or 1 << 16
    for number, (label, impact) in enumerate(zip(report.plans, report.impacts, strict=True)):
        if number:
            yield [("", "")]
        facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against_in_words(impact.baseline))
        yield from heading(label.title, facts, screen, width)
        yield [("", "")]
        yield from flow(_in_short(impact, screen), width, "head")
        yield from _if_kept(impact, screen, width)
        yield from _slips(impact, screen, width)
        yield from circle_lines(impact.circular, width)
        if any(slip.affected for slip in impact.slips):
            yield [("", "")]
            yield from flow(_LEGEND, width, "dim")
        yield [("", "")]
        yield from _next(impact, against, label, width)


def _in_short(impact: Impact, screen: Screen) -> str:
    """How many moved, and what that does to how many."""
    since = f" since {impact.baseline.name}" if impact.baseline else ""
    if not impact.slips:
        return _unmoved(impact, since)
    found = [record.effect for slip in impact.slips for record in slip.affected]
    effects = [f"{found.count(effect)} {effect}" for effect in Effect if effect in found]
    further = f"of {counted(len(found), 'milestone')} further down, {listed(effects)}"
    moved = f"{len(impact.slips)} of {counted(impact.compared, 'milestone')} moved later{since}"
    if impact.asked:
        moved = f"{_bare(impact.asked)} moved later{since}"
    if impact.supposed:
        slip = impact.slips[0]
        moved = f"Suppose that {_bare(slip.id)} moves, {shift_in_words(slip.was, slip.now, screen.glyphs.arrow)}"
        moved += _coarser(slip)
    return f"{moved}; {further if found else 'nothing waits for that'}."


def _coarser(slip: Slip) -> str:
    """What a reader must know where a day would become a month: those two are compared by their months."""
    if slip.was.is_day and not slip.now.is_day:
        return f" (days are compared with {date_in_words(slip.now)} by their months; give a day to see what that does)"
    return ""


def _unmoved(impact: Impact, since: str) -> str:
    """That nothing moved later, of how many that could be compared."""
    if impact.asked and not impact.compared:
        name = impact.baseline.name if impact.baseline else ""
        return f"{_bare(impact.asked)} has no date in {name}, under this id or one that renamed_from gives."
    if impact.asked:
        return f"{_bare(impact.asked)} has not moved later{since}."
    return f"None of {counted(impact.compared, 'milestone')} moved later{since}."


def _bare(full_id: str) -> str:
    """An id without its plan, which the heading names."""
    return full_id.partition("/")[2]


def _if_kept(impact: Impact, screen: Screen, width: int) -> Iterator[Line]:
    """Where the last of it and the plan's end would be if the gaps were kept, and what carries it there."""
    last = impact.last
    if last is None:
        return
    lands = _instead(last.now, last.landing)
    yield from flow(f"If the gaps were kept, the last of it would land {lands}; {_end(impact.end)}.", width)
    names = f" {screen.glyphs.arrow} ".join(map(_bare, last.chain))
    if names:
        yield from flow(f"Carried by {names}.", width, "dim")


def _instead(now: PlanDate | None, landing: PlanDate | None) -> str:
    if now == landing:
        return f"{date_in_words(now)} as now"
    return f"{date_in_words(landing)} instead of {date_in_words(now)}"


def _end(end: End) -> str:
    is_beyond = end.period and end.landing and end.landing.last > end.period.last
    beyond = f", beyond its period ({date_in_words(end.period)})" if is_beyond else ""
    return f"the plan would end {_instead(end.now, end.landing)}{beyond}"


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
    layout = Layout((Column(), Column(), Column(is_text=True, lines=ALL)), [row], width, indent=0)
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
        tuple(_notes(slip, record, impact)),
    )


def _notes(slip: Slip, record: AffectedRecord, impact: Impact) -> Iterator[str]:
    """What holds it up where that is not the slip itself, and what else a reader must know of the room."""
    lag = lag_in_words(record.lag)
    if record.waits_for != slip.id or lag:
        yield f"waits for {_bare(record.waits_for)}{lag}"
    if record.is_new and impact.baseline:
        yield f"did not wait for it in {impact.baseline.name}"
    if record.earliest and record.earliest != record.now:
        yield f"not before {date_in_words(record.earliest)}"
    yield from overdue_in_words(record.status)


def lag_in_words(lag: Length | None) -> str:
    """` and 2 weeks more`; nothing for none."""
    return f" and {length_in_words(lag)} more" if lag and lag.number else ""


def _next(impact: Impact, against: str | None, label: PlanLabel, width: int) -> Iterator[Line]:
    if impact.asked:
        command, why = f"impact {impact.asked} --why{against_option(against)}", "what drives its own date"
    else:
        command, why = f"impact --critical --plan {impact.plan}", "how far each milestone may slip"
    return next_lines(command, label, why, width)
