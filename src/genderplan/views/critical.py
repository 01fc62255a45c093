"""`impact --critical` on a screen: the chain that carries the end, then every float, the least first."""

from collections.abc import Iterator, Sequence

from genderplan.analysis.critical import Chain, ChainStep, CriticalReport, FloatRecord, PlanFloats
from genderplan.page.words import as_of_in_words, counted, date_in_words
from genderplan.plan.reckoning import Unit
from genderplan.views.facts import FactRow, circle_lines, fact_lines, next_lines, overdue_in_words
from genderplan.views.impact import lag_in_words
from genderplan.views.layout import flow, heading, section
from genderplan.views.screen import Line, Screen

_CHAIN_HEADS = ("DATE", "ROOM", "STATUS")
_SHOWN = 10
"""How many chains are shown before the rest is named as a number."""

_ROOM = "ROOM is what is left after the milestone above, which it waits for."
_HEADS = ("TOTAL FLOAT", "FREE FLOAT", "DATE", "LATEST")


def critical_lines(report: CriticalReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = screen.width or 1 << 16
    for number, (label, floats) in enumerate(zip(report.plans, report.networks, strict=True)):
        if number:
            yield [("", "")]
        ends = "its period ends" if floats.end_from == "period" else "its last date is"
        end = f"floats up to {date_in_words(floats.end)}, when {ends}" if floats.end else "nothing has a date"
        yield from heading(label.title, (label.id, as_of_in_words(label.as_of, label.as_of_from), end), screen, width)
        yield from _chains(floats.chains, width)
        yield from _floats(floats, width)
        yield from circle_lines(floats.circular, width)
        yield [("", "")]
        yield from next_lines(f"timeline --plan {floats.plan}", label, "the plan on a time axis", width)


def _chains(chains: Sequence[Chain], width: int) -> Iterator[Line]:
    for number, chain in enumerate(chains[:_SHOWN]):
        yield [("", "")]
        name = f"CHAIN {number + 1}" if number else "CRITICAL CHAIN"
        total = _float(chain.total_float, chain.unit)
        told = f"to {date_in_words(chain.finish)}, total float {total}"
        yield from flow(f"{name} {told}", width, "head")
        yield from fact_lines(_CHAIN_HEADS, [_link(step) for step in chain.milestones], width)
    if not chains:
        yield [("", "")]
        yield from flow("No open milestone waits for another.", width)
    else:
        more = f"{counted(len(chains) - _SHOWN, 'more chain')}: --format json. " if len(chains) > _SHOWN else ""
        yield [("", "")]
        yield from flow(f"{more}{_ROOM}", width, "dim")


def _link(step: ChainStep) -> FactRow:
    room = "" if step.room is None or step.unit is None else step.unit.counted(step.room)
    style = "red" if step.room is not None and step.room < 0 else ""
    lag = lag_in_words(step.lag)
    notes = (*((f"waits for the one before it{lag}",) if lag else ()), *overdue_in_words(step.status))
    return FactRow(step, ((date_in_words(step.finish), ""), (room, style), (step.status, step.status)), notes)


def _float(number: int | None, unit: Unit) -> str:
    return "none" if number is None else unit.counted(number)


def _floats(floats: PlanFloats, width: int) -> Iterator[Line]:
    """The floats of what is connected; of what stands alone only how many."""
    connected = [record for record in floats.milestones if record.chain]
    alone = [record for record in floats.milestones if not record.chain]
    if connected:
        yield from section(f"FLOAT ({len(connected)}), the least first")
        yield from fact_lines(_HEADS, [_row(record) for record in connected], width)
    if alone:
        yield [("", "")]
        dated = sum(record.finish is not None for record in alone)
        least = next((record for record in alone if record.total_float is not None), None)
        told = f" The least float of them: {_float(least.total_float, least.unit)}." if least else ""
        text = (
            f"{counted(len(alone), 'open milestone')} stand alone, {dated} of them dated: nothing waits for them.{told}"
        )
        yield from flow(text, width, "dim")


def _row(record: FloatRecord) -> FactRow:
    is_late = record.total_float is not None and record.total_float < 0
    free = "" if record.free_float is None else record.unit.counted(record.free_float)
    total = "" if record.total_float is None else record.unit.counted(record.total_float)
    return FactRow(
        record,
        (
            (total, "red" if is_late else ""),
            (free, "red" if record.free_float is not None and record.free_float < 0 else ""),
            (date_in_words(record.finish), ""),
            (date_in_words(record.latest), ""),
        ),
        overdue_in_words(record.status),
    )
