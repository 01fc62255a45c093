"""`impact ID --why` on a screen: the milestone, then what drives it, back to where it begins."""

from collections.abc import Iterator

from genderplan.page.words import as_of_in_words, dates_in_words, room_in_words, signed
from genderplan.reports.impact.why import WhyReport, WhyStep
from genderplan.reports.impact.words import ROOM_BELOW, against_in_words, why_in_short, why_next, why_notes
from genderplan.terminal.facts import (
    FactRow,
    fact_lines,
    next_lines,
)
from genderplan.terminal.layout import flow, heading
from genderplan.terminal.screen import Line, Screen

_HEADS = ("MOVED", "DATE", "ROOM")


def why_lines(report: WhyReport, screen: Screen, against: str | None = None) -> Iterator[Line]:
    """What it comes to, then a row for each milestone of the way back; `against` as of `impact_lines`."""
    width = screen.width or 1 << 16
    (label,), found = report
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), against_in_words(found.baseline))
    yield from heading(label.title, facts, screen, width)
    yield [("", "")]
    yield from flow(why_in_short(found), width, "head")
    yield from fact_lines(_HEADS, [_row(step, screen) for step in found.steps], width)
    if len(found.steps) > 1:
        yield [("", "")]
        yield from flow(ROOM_BELOW.format(_HEADS[2]), width, "dim")
    yield [("", "")]
    command, why = why_next(found, against)
    yield from next_lines(command, label, why, width)


def _row(step: WhyStep, screen: Screen) -> FactRow:
    arrow, moved = screen.glyphs.arrow, step.variance
    amount = signed(moved.amount, moved.in_days) if moved and moved.is_moved else ""
    dates = dates_in_words(step.was, step.now, arrow)
    room = room_in_words(step.room_before, step.room_after, step.unit, arrow)
    is_short = step.room_after is not None and step.room_after < 0
    return FactRow(
        step,
        ((amount, "later" if moved and moved.is_late else "earlier"), (dates, ""), (room, "red" if is_short else "")),
        tuple(why_notes(step)),
    )
