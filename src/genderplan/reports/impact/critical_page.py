"""Page of floats: the chains that carry the plan's end, then how far each milestone may slip, the least first."""

from collections.abc import Iterator, Mapping

from genderplan.page.page import Block, Column, Note, Page, Rooms, Section, Value
from genderplan.reports.impact.critical import Chain, ChainStep, CriticalReport, FloatRecord, PlanFloats
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
from genderplan.reports.parts import MILESTONE, about, circle, next_step, plan_facts, table
from genderplan.standing.records import PlanLabel

_CHAIN = (Column("Date"), Column("Room"), Column("Status"), *MILESTONE)
_FLOATS = (Column("Total float"), Column("Free float"), Column("Date"), Column("Latest"), *MILESTONE)

_LEAST_FIRST = "Float, the least first"


def critical_page(report: CriticalReport, names: Mapping[str, str]) -> Page:
    """Every plan after the other."""
    pairs = zip(report.plans, report.networks, strict=True)
    return Page("Critical chains and floats", tuple(_plan(label, floats) for label, floats in pairs), names)


def _plan(label: PlanLabel, floats: PlanFloats) -> Section:
    blocks: tuple[Block, ...] = (
        plan_facts(label, end_in_words(floats)),
        *(_chain(number, chain, floats.plan) for number, chain in enumerate(floats.chains, 1)),
        Note(ROOM_ABOVE.format("Room"), is_aside=True) if floats.chains else Note(NO_CHAIN),
        *_floats(floats),
        *circle(floats.circular),
        next_step(label, *critical_next(floats)),
    )
    return Section(label.title, blocks)


def _chain(number: int, chain: Chain, plan: str) -> Section:
    title = f"{'Critical chain' if number == 1 else f'Chain {number}'} {chain_in_words(chain)}"
    return Section(title, (table(f"{title}: {plan}", _CHAIN, [_link(step) for step in chain.milestones]),))


def _link(step: ChainStep) -> tuple[Value, ...]:
    return (step.finish, Rooms(None, step.room, step.unit), step.status, *about(step, chain_notes(step)))


def _floats(floats: PlanFloats) -> Iterator[Section]:
    """The floats of what is connected, then of what stands alone."""
    connected = [record for record in floats.milestones if record.chain]
    alone = [record for record in floats.milestones if not record.chain]
    if connected:
        yield Section(
            _LEAST_FIRST,
            (table(f"{_LEAST_FIRST}: {floats.plan}", _FLOATS, list(map(_row, connected))),),
            len(connected),
        )
    if alone:
        blocks = (
            Note(alone_in_words(alone)),
            table(f"What stands alone in {floats.plan}", _FLOATS, list(map(_row, alone))),
        )
        yield Section("Standing alone", blocks, len(alone))


def _row(record: FloatRecord) -> tuple[Value, ...]:
    return (
        Rooms(None, record.total_float, record.unit),
        Rooms(None, record.free_float, record.unit),
        record.finish,
        record.latest,
        *about(record, overdue_in_words(record.status)),
    )
