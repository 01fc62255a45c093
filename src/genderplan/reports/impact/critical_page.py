"""Page of floats: the chains that carry the plan's end, then how far each milestone may slip, the least first."""

from collections.abc import Iterator, Mapping

from genderplan.page.page import Block, Column, Note, Page, Rooms, Section, Value
from genderplan.page.words import counted
from genderplan.reports.impact.critical import Chain, ChainStep, CriticalReport, FloatRecord, PlanFloats
from genderplan.reports.impact.page import circle
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
from genderplan.reports.parts import MILESTONE, about, next_step, plan_facts, table
from genderplan.standing.records.items import PlanLabel

_CHAIN = (Column("Date"), Column("Room"), Column("Status"), *MILESTONE)
_FLOATS = (Column("Total float"), Column("Free float"), Column("Date"), Column("Latest"), *MILESTONE)

_LEAST_FIRST = ", the least first"
_MOST_IN_SHORT = 10
"""How many chains are told in short before the rest is a number."""


def critical_page(report: CriticalReport, names: Mapping[str, str], *, in_short: bool = False) -> Page:
    """Every plan after the other; `in_short` with ten chains, and of what stands alone only how many."""
    pairs = zip(report.plans, report.networks, strict=True)
    sections = tuple(_plan(label, floats, in_short=in_short) for label, floats in pairs)
    return Page("Critical chains and floats", sections, names)


def _plan(label: PlanLabel, floats: PlanFloats, *, in_short: bool) -> Section:
    chains = floats.chains[:_MOST_IN_SHORT] if in_short else floats.chains
    blocks: tuple[Block, ...] = (
        plan_facts(label, end_in_words(floats)),
        *(_chain(number, chain, floats.plan) for number, chain in enumerate(chains, 1)),
        _room(len(floats.chains) - len(chains)) if chains else Note(NO_CHAIN),
        *_floats(floats, in_short=in_short),
        *circle(floats.circular),
        next_step(label, *critical_next(floats)),
    )
    return Section(label.title, blocks)


def _chain(number: int, chain: Chain, plan: str) -> Section:
    title, where = "Critical chain" if number == 1 else f"Chain {number}", f" {chain_in_words(chain)}"
    links = table(f"{title}{where}: {plan}", _CHAIN, [_link(step) for step in chain.milestones])
    return Section(title, (links,), more=where)


def _room(left_out: int) -> Note:
    """What room is, and how many chains are not told."""
    more = f"{counted(left_out, 'more chain')}: --format json. " if left_out else ""
    return Note(more + ROOM_ABOVE, is_aside=True, head="Room")


def _link(step: ChainStep) -> tuple[Value, ...]:
    return (step.finish, Rooms(None, step.room, step.unit), step.status, *about(step, chain_notes(step)))


def _floats(floats: PlanFloats, *, in_short: bool) -> Iterator[Block]:
    """The floats of what is connected, then of what stands alone."""
    if floats.connected:
        least_first = table(f"Float{_LEAST_FIRST}: {floats.plan}", _FLOATS, list(map(_row, floats.connected)))
        yield Section("Float", (least_first,), len(floats.connected), _LEAST_FIRST)
    alone = floats.alone
    if alone and in_short:
        yield Note(alone_in_words(alone), is_aside=True)
    elif alone:
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
