"""Slips, floats and what drives a date in words: what the screens and the pages of `impact` both say."""

import shlex
from collections.abc import Iterator, Sequence

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.units import Unit
from genderplan.network.pushed import Effect
from genderplan.page.page import Rooms, Shift, Value
from genderplan.page.words import bare_id, counted, date_in_words, length_in_words, listed, shift_in_words
from genderplan.reports.impact.critical import Chain, ChainStep, FloatRecord, PlanFloats
from genderplan.reports.impact.records import AffectedRecord, End, Impact, Slip
from genderplan.reports.impact.why import Why, WhyStep
from genderplan.standing.rag import Status

CIRCLE = "waits in a circle, 'genderplan validate' shows which"
LEGEND = (
    "{} is what is left after what a milestone waits for, if it holds its date: impossible there is not enough, "
    "squeezed less than before, unaffected as much. {} is where it would be if it kept its gap to that instead."
)
ROOM_ABOVE = "{} is what is left after the milestone above, which it waits for."
NO_CHAIN = "No open milestone waits for another."
ROOM_BELOW = "{} is what is left after the milestone below, which it waits for."


def _option(against: str | None) -> str:
    """The option that asks for the same source again, quoted for a shell."""
    return f" --against {shlex.quote(against)}" if against is not None else ""


def overdue_in_words(status: Status) -> tuple[str, ...]:
    """What is to be said of the date of something overdue: whether it will still hold is not known."""
    return ("overdue: taken on its due date",) if status is Status.OVERDUE else ()


def impact_in_short(impact: Impact, arrow: str) -> str:
    """How many moved, and what that does to how many."""
    since = f" since {impact.baseline.name}" if impact.baseline else ""
    if not impact.slips:
        return _unmoved(impact, since)
    found = [record.effect for slip in impact.slips for record in slip.affected]
    effects = [f"{found.count(effect)} {effect}" for effect in Effect if effect in found]
    further = f"of {counted(len(found), 'milestone')} further down, {listed(effects)}"
    moved = f"{len(impact.slips)} of {counted(impact.compared, 'milestone')} moved later{since}"
    if impact.asked:
        moved = f"{bare_id(impact.asked)} moved later{since}"
    if impact.supposed:
        slip = impact.slips[0]
        moved = f"Suppose that {bare_id(slip.id)} moves, {shift_in_words(slip.was, slip.now, arrow)}"
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
        return f"{bare_id(impact.asked)} has no date in {name}, under this id or one that renamed_from gives."
    if impact.asked:
        return f"{bare_id(impact.asked)} has not moved later{since}."
    return f"None of {counted(impact.compared, 'milestone')} moved later{since}."


def if_kept(impact: Impact, arrow: str) -> Iterator[str]:
    """Where the last of it and the plan's end would be if the gaps were kept, and what carries it there."""
    last = impact.last
    if last is None:
        return
    lands = _instead(last.now, last.landing)
    yield f"If the gaps were kept, the last of it would land {lands}; {_end(impact.end)}."
    names = f" {arrow} ".join(map(bare_id, last.chain))
    if names:
        yield f"Carried by {names}."


def _instead(now: PlanDate | None, landing: PlanDate | None) -> str:
    if now == landing:
        return f"{date_in_words(now)} as now"
    return f"{date_in_words(landing)} instead of {date_in_words(now)}"


def _end(end: End) -> str:
    is_beyond = end.period and end.landing and end.landing.last > end.period.last
    beyond = f", beyond its period ({date_in_words(end.period)})" if is_beyond else ""
    return f"the plan would end {_instead(end.now, end.landing)}{beyond}"


def affected(record: AffectedRecord, impact: Impact) -> tuple[Value, ...]:
    """What a slip does to a milestone: its effect, the room that is left, its date, and where it would land."""
    dates = shift(None if impact.supposed else record.was, record.now)
    return record.effect, Rooms(record.room_before, record.room_after, record.unit), dates, record.landing


def shift(was: PlanDate | None, now: PlanDate | None) -> Shift | PlanDate | None:
    """A date as it moved or still stands; alone where it had none before."""
    return now if was is None or now is None else Shift(was, now)


def impact_notes(slip: Slip, record: AffectedRecord, impact: Impact) -> Iterator[str]:
    """What holds it up where that is not the slip itself, and what else a reader must know of the room."""
    lag = _lag_in_words(record.lag)
    if record.waits_for != slip.id or lag:
        yield f"waits for {bare_id(record.waits_for)}{lag}"
    if record.is_new and impact.baseline:
        yield f"did not wait for it in {impact.baseline.name}"
    if record.earliest and record.earliest != record.now:
        yield f"not before {date_in_words(record.earliest)}"
    yield from overdue_in_words(record.status)


def _lag_in_words(lag: Length | None) -> str:
    """` and 2 weeks more`; nothing for none."""
    return f" and {length_in_words(lag)} more" if lag and lag.number else ""


def impact_next(impact: Impact, against: str | None) -> tuple[str, str]:
    """The command to run next, and what it tells."""
    if impact.asked:
        return f"impact {impact.asked} --why{_option(against)}", "what drives its own date"
    return f"impact --critical --plan {impact.plan}", "how far each milestone may slip"


def end_in_words(floats: PlanFloats) -> str:
    """What the floats are measured to."""
    ends = "its period ends" if floats.end_from == "period" else "its last date is"
    return f"floats up to {date_in_words(floats.end)}, when {ends}" if floats.end else "nothing has a date"


def critical_next(floats: PlanFloats) -> tuple[str, str]:
    """The command to run next, and what it tells."""
    return f"timeline --plan {floats.plan}", "the plan on a time axis"


def chain_in_words(chain: Chain) -> str:
    """Where it leads, and how far that may slip."""
    return f"to {date_in_words(chain.finish)}, total float {_float(chain.total_float, chain.unit)}"


def chain_notes(step: ChainStep) -> Iterator[str]:
    """What else is to be said of a milestone of a chain."""
    if lag := _lag_in_words(step.lag):
        yield f"waits for the one before it{lag}"
    yield from overdue_in_words(step.status)


def _float(number: int | None, unit: Unit) -> str:
    return "none" if number is None else unit.counted(number)


def alone_in_words(alone: Sequence[FloatRecord]) -> str:
    """How many wait for nothing, and how far the first of them may slip."""
    dated = sum(record.finish is not None for record in alone)
    least = next((record for record in alone if record.total_float is not None), None)
    told = f" The least float of them: {_float(least.total_float, least.unit)}." if least else ""
    return f"{counted(len(alone), 'open milestone')} stand alone, {dated} of them dated: nothing waits for them.{told}"


def why_next(found: Why, against: str | None) -> tuple[str, str]:
    """The command to run next, and what it tells."""
    if moved := found.begins or _moved_before(found):
        return f"impact {moved}{_option(against)}", "what its slip does further down"
    return f"show {found.id}", "all that is known of it"


def why_in_short(found: Why) -> str:
    """Where the lateness begins."""
    name, begins = bare_id(found.id), bare_id(found.begins or "")
    if found.baseline is None:
        return f"What drives {name}; there is no baseline that it could be late against."
    since = f"since {found.baseline.name}"
    own = found.steps[0]
    is_late = own.variance is not None and own.variance.is_late
    did = "moved later" if is_late else "did not move later" if own.was else "is new"
    if begins and begins != name:
        return f"{name} {did} {since}; what drives it {'did' if own.was else 'moved later'}, first {begins}."
    other = bare_id(_moved_before(found))
    if begins:
        left = f"there is room enough after {other}, which did too" if other else "nothing that drives it did"
        return f"{name} moved later {since} by itself: {left}."
    if other:
        return f"{name} {did} {since}; {other} moved later, and the room between took it up."
    if own.was is None:
        return f"{name} is new {since}, and nothing that drives it moved later."
    return f"Nothing that drives {name} moved later {since}, nor did it."


def _moved_before(found: Why) -> str:
    """The id of the nearest on the way back that moved later; nothing where none did."""
    return next((step.id for step in found.steps[1:] if step.variance and step.variance.is_late), "")


def why_notes(step: WhyStep) -> Iterator[str]:
    """What else is to be said of a milestone of the way back."""
    if lag := _lag_in_words(step.lag):
        yield f"waits for the next{lag}"
    yield from overdue_in_words(step.status)
