"""Measures of delivery on a page of status: each with its value and what it is of, then slips by lead and objective."""

from collections.abc import Iterator, Sequence

from genderplan.page.page import Block, Column, Command, Next, Note, Organisations, Section, Share, Table, Value
from genderplan.reports.status.measures.records import LeadSlip, Measures, ObjectiveSlip, SlipMeasure
from genderplan.reports.status.measures.words import (
    COUNTED,
    EXPLAIN,
    MEANING,
    NO_LEAD,
    NO_OBJECTIVE,
    NO_SLIP,
    left_out_in_words,
    measures_in_words,
    median_in_words,
    worst_of_in_words,
)
from genderplan.reports.status.result import PlanStatus

_MEASURES = (Column("Measure", is_name=True), Column("Value"), Column("Of"))
_SLIPS = (Column("Moved", is_number=True), Column("Median", is_number=True), Column("Worst", is_number=True))


def measures_blocks(plan: PlanStatus) -> Iterator[Section]:
    """The measures of one plan, where they were asked for."""
    if plan.measures is not None and plan.baseline is None:
        yield Section("Measures", (Note("No baseline to measure against."),))
    elif plan.measures is not None:
        yield Section(f"Measures against {plan.baseline}", tuple(_measures(plan, plan.measures)))


def _measures(plan: PlanStatus, measures: Measures) -> Iterator[Block]:
    rows: list[tuple[Value, ...]] = [*measures_in_words(measures, plan.as_of)]
    if measures.slip is None:
        rows.append(("Slip", None, NO_SLIP))
    yield Table(f"Measures of {plan.id} against {plan.baseline}", _MEASURES, tuple(rows))
    yield from (Note(f"{text}.") for text in left_out_in_words(measures))
    yield Note(COUNTED, is_aside=True)
    yield Next(Command(EXPLAIN), MEANING)
    if measures.slip is not None:
        yield from _slips(plan, measures.slip)


def _slips(plan: PlanStatus, slip: SlipMeasure) -> Iterator[Section]:
    of = f"of {plan.id} against {plan.baseline}"
    yield _slip("lead", of, slip.leads, in_days=slip.unit == "days")
    yield _slip("objective", of, slip.objectives, in_days=slip.unit == "days")


def _slip(by: str, of: str, slips: Sequence[LeadSlip | ObjectiveSlip], *, in_days: bool) -> Section:
    rows = tuple(
        (
            _name(each),
            Share(each.moved, each.compared),
            median_in_words(each, in_days),
            worst_of_in_words(each, in_days),
        )
        for each in slips
    )
    columns = (Column(by.capitalize(), is_name=True), *_SLIPS)
    caption = f"Slip {of} by {by}: agreed dates that moved, their median and the worst"
    return Section(f"Slip by {by}", (Table(caption, columns, rows),))


def _name(slip: LeadSlip | ObjectiveSlip) -> Value:
    if isinstance(slip, LeadSlip):
        return Organisations((slip.lead,)) if slip.lead else NO_LEAD
    return slip.title or slip.objective or NO_OBJECTIVE
