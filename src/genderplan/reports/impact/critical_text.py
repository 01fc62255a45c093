"""`impact --critical` on a screen: the chain that carries the end, then every float, the least first."""

from collections.abc import Iterator, Sequence

from genderplan.page.words import as_of_in_words, counted, date_in_words
from genderplan.reports.impact.critical import Chain, ChainStep, CriticalReport, FloatRecord, PlanFloats
from genderplan.reports.impact.text import circle_lines
from genderplan.reports.impact.words import (
    NO_CHAIN,
    ROOM_ABOVE,
    alone_in_words,
    chain_in_words,
    chain_notes,
    critical_next,
    end_in_words,
    overdue_in_words,
)
from genderplan.terminal.facts import FactRow, fact_lines, next_lines
from genderplan.terminal.layout import flow, heading, section
from genderplan.terminal.screen import Line, Screen

_CHAIN_HEADS = ("DATE", "ROOM", "STATUS")
_SHOWN = 10
"""How many chains are shown before the rest is named as a number."""

_HEADS = ("TOTAL FLOAT", "FREE FLOAT", "DATE", "LATEST")


def critical_lines(report: CriticalReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = screen.width or 1 << 16
    for number, (label, floats) in enumerate(zip(report.plans, report.networks, strict=True)):
        if number:
            yield [("", "")]
        facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), end_in_words(floats))
        yield from heading(label.title, facts, screen, width)
        yield from _chains(floats.chains, width)
        yield from _floats(floats, width)
        yield from circle_lines(floats.circular, width)
        yield [("", "")]
        command, why = critical_next(floats)
        yield from next_lines(command, label, why, width)


def _chains(chains: Sequence[Chain], width: int) -> Iterator[Line]:
    for number, chain in enumerate(chains[:_SHOWN]):
        yield [("", "")]
        name = f"CHAIN {number + 1}" if number else "CRITICAL CHAIN"
        yield from flow(f"{name} {chain_in_words(chain)}", width, "head")
        yield from fact_lines(_CHAIN_HEADS, [_link(step) for step in chain.milestones], width)
    if not chains:
        yield [("", "")]
        yield from flow(NO_CHAIN, width)
    else:
        more = f"{counted(len(chains) - _SHOWN, 'more chain')}: --format json. " if len(chains) > _SHOWN else ""
        yield [("", "")]
        yield from flow(f"{more}{ROOM_ABOVE.format(_CHAIN_HEADS[1])}", width, "dim")


def _link(step: ChainStep) -> FactRow:
    room = "" if step.room is None or step.unit is None else step.unit.counted(step.room)
    style = "red" if step.room is not None and step.room < 0 else ""
    return FactRow(
        step, ((date_in_words(step.finish), ""), (room, style), (step.status, step.status)), tuple(chain_notes(step))
    )


def _floats(floats: PlanFloats, width: int) -> Iterator[Line]:
    """The floats of what is connected; of what stands alone only how many."""
    connected = [record for record in floats.milestones if record.chain]
    alone = [record for record in floats.milestones if not record.chain]
    if connected:
        yield from section(f"FLOAT ({len(connected)}), the least first")
        yield from fact_lines(_HEADS, [_row(record) for record in connected], width)
    if alone:
        yield [("", "")]
        yield from flow(alone_in_words(alone), width, "dim")


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
