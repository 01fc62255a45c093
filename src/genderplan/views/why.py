"""`impact ID --why` on a screen: the milestone, then what drives it, back to where it begins."""

from collections.abc import Iterator

from genderplan.analysis.why import Why, WhyReport, WhyStep
from genderplan.page.words import as_of_in_words, signed
from genderplan.views.facts import (
    FactRow,
    against_in_words,
    against_option,
    dates_in_words,
    fact_lines,
    next_lines,
    overdue_in_words,
    room_in_words,
)
from genderplan.views.impact import lag_in_words
from genderplan.views.layout import flow, heading
from genderplan.views.screen import Line, Screen

_HEADS = ("MOVED", "DATE", "ROOM")


def why_lines(report: WhyReport, screen: Screen, against: str | None = None) -> Iterator[Line]:
    """What it comes to, then a row for each milestone of the way back; `against` as of `impact_lines`."""
    width = screen.width or 1 << 16
    (label,), found = report
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against_in_words(found.baseline))
    yield from heading(label.title, facts, screen, width)
    yield [("", "")]
    yield from flow(_in_short(found), width, "head")
    yield from fact_lines(_HEADS, [_row(step, screen) for step in found.steps], width)
    if len(found.steps) > 1:
        yield [("", "")]
        yield from flow("ROOM is what is left after the milestone below, which it waits for.", width, "dim")
    yield [("", "")]
    if moved := found.begins or _moved_before(found):
        command = f"impact {moved}{against_option(against)}"
        yield from next_lines(command, label, "what its slip does further down", width)
    else:
        yield from next_lines(f"show {found.id}", label, "all that is known of it", width)


def _in_short(found: Why) -> str:
    """Where the lateness begins."""
    name, begins = found.id.partition("/")[2], (found.begins or "").partition("/")[2]
    if found.baseline is None:
        return f"What drives {name}; there is no baseline that it could be late against."
    since = f"since {found.baseline.name}"
    own = found.steps[0]
    is_late = own.variance is not None and own.variance.is_late
    did = "moved later" if is_late else "did not move later" if own.was else "is new"
    if begins and begins != name:
        return f"{name} {did} {since}; what drives it {'did' if own.was else 'moved later'}, first {begins}."
    other = _moved_before(found).partition("/")[2]
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


def _row(step: WhyStep, screen: Screen) -> FactRow:
    arrow, moved = screen.glyphs.arrow, step.variance
    amount = signed(moved.amount, moved.in_days) if moved and moved.is_moved else ""
    dates = dates_in_words(step.was, step.now, arrow)
    room = room_in_words(step.room_before, step.room_after, step.unit, arrow)
    is_short = step.room_after is not None and step.room_after < 0
    lag = lag_in_words(step.lag)
    return FactRow(
        step,
        ((amount, "later" if moved and moved.is_late else "earlier"), (dates, ""), (room, "red" if is_short else "")),
        (*((f"waits for the next{lag}",) if lag else ()), *overdue_in_words(step.status)),
    )
