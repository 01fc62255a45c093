"""Page of what drives a milestone's date: the milestone, then what it waits for, back to where it begins."""

from collections.abc import Mapping

from genderplan.page.page import Block, Column, Note, Page, Rooms, Section, Value
from genderplan.page.words import bare_id
from genderplan.reports.impact.why import WhyReport, WhyStep
from genderplan.reports.impact.words import ROOM_BELOW, shift, why_in_short, why_next, why_notes
from genderplan.reports.parts import MILESTONE, about, next_step, plan_facts, table
from genderplan.reports.slippage.words import against_in_words

_STEPS = (Column("Moved"), Column("Date"), Column("Room"), *MILESTONE)


def why_page(report: WhyReport, names: Mapping[str, str], against: str | None = None) -> Page:
    """What it comes to, then a row for each milestone of the way back; `against` as of `impact_page`."""
    (label,), why = report
    name = bare_id(why.id)
    blocks: tuple[Block, ...] = (
        plan_facts(label, against_in_words(why.baseline)),
        Note(why_in_short(why)),
        table(f"What drives {name}", _STEPS, list(map(_row, why.steps))),
        *((Note(ROOM_BELOW, is_aside=True, head="Room"),) if len(why.steps) > 1 else ()),
        next_step(label, *why_next(why, against)),
    )
    return Page(f"What drives {name}", (Section(label.title, blocks),), names)


def _row(step: WhyStep) -> tuple[Value, ...]:
    return (
        step.variance if step.variance and step.variance.is_moved else None,
        shift(step.was, step.now),
        Rooms(step.room_before, step.room_after, step.unit),
        *about(step, why_notes(step)),
    )
