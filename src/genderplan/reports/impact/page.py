"""Page of impact: each slip with what waits for it, the worst first, and where it would all land."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import Block, Column, Facts, Note, Organisations, Page, Section, Shift, Value
from genderplan.page.values import ARROW
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
from genderplan.reports.parts import MILESTONE, about, identifier, next_step, plan_facts, table
from genderplan.reports.slippage.words import against_in_words
from genderplan.standing.records.items import PlanLabel

_AFFECTED = (Column("Effect"), Column("Room"), Column("Date"), Column("Would land"), *MILESTONE)
_MOVED = (Column("Change", is_number=True), Column("Date"), *MILESTONE)


def impact_page(report: ImpactReport, names: Mapping[str, str], against: str | None = None) -> Page:
    """Every plan after the other; `against` is the source as it was asked for, if it was."""
    pairs = zip(report.plans, report.impacts, strict=True)
    return Page("Impact", tuple(_plan(label, impact, against) for label, impact in pairs), names)


def _plan(label: PlanLabel, impact: Impact, against: str | None) -> Section:
    blocks: tuple[Block, ...] = (
        plan_facts(label, against_in_words(impact.baseline)),
        Note(impact_in_short(impact, ARROW)),
        *map(Note, if_kept(impact, ARROW)),
        *_slips(impact),
        *circle(impact.circular),
        next_step(label, *impact_next(impact, against)),
    )
    return Section(label.title, blocks)


def _slips(impact: Impact) -> Iterator[Block]:
    """What waits for each slip, then the slips that nothing waits for."""
    yield from (_slip(slip, impact) for slip in impact.waited_for)
    if any(slip.affected for slip in impact.slips):
        yield Note(LEGEND.format("Room", "Would land"), is_aside=True)
    if impact.others:
        title = "Moved later, with nothing further down"
        rows = [
            (slip.variance, Shift(slip.was, slip.now), *about(slip, overdue_in_words(slip.status)))
            for slip in impact.others
        ]
        yield Section(title, (table(f"{title}, in {impact.plan}", _MOVED, rows),), len(impact.others))


def _slip(slip: Slip, impact: Impact) -> Section:
    who = identifier(slip.id), Organisations(slip.leads)
    moved = Facts((slip.variance, Shift(slip.was, slip.now), *who, *overdue_in_words(slip.status)))
    if not slip.affected:
        return Section(slip.title, (moved,))
    rows = [_row(slip, record, impact) for record in slip.affected]
    return Section(slip.title, (moved, table(f"What waits for {slip.title}", _AFFECTED, rows)))


def _row(slip: Slip, record: AffectedRecord, impact: Impact) -> tuple[Value, ...]:
    return *affected(record, impact), *about(record, impact_notes(slip, record, impact))


def circle(circular: Sequence[str]) -> Iterator[Section]:
    """What nothing can be worked out for."""
    if circular:
        names = ", ".join(identifier(each).text for each in circular)
        yield Section("Not worked out", (Note(names),), len(circular), f": {CIRCLE}")
