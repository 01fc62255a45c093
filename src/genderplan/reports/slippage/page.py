"""Page of slippage: what moved, the most first, then what came, went, and changed its words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from genderplan.lazy import LazySequence
from genderplan.page.page import (
    Block,
    Column,
    Identifier,
    Note,
    Organisations,
    Page,
    Section,
    Shift,
    Stack,
    Value,
)
from genderplan.reports.parts import MILESTONE, about, identifier, plan_facts, table
from genderplan.reports.slippage.other_changes import Changes, LeadChange, Rewording
from genderplan.reports.slippage.result import Comparison, Move, SlippageReport
from genderplan.reports.slippage.words import (
    Reasons,
    against_in_words,
    approvals_in_words,
    in_short,
    most_first,
    support_in_words,
    wording,
)
from genderplan.standing.records.items import PlanLabel

if TYPE_CHECKING:
    from genderplan.reports.slippage.targets import ChangedTarget

_Row: TypeAlias = tuple[Value, ...]
_Part: TypeAlias = tuple[str, tuple[Column, ...], Sequence[_Row]]

_MOVES = (Column("Change", is_number=True), Column("Date"), *MILESTONE)


def slippage_page(report: SlippageReport, names: Mapping[str, str]) -> Page:
    """Every comparison after the other."""
    pairs = zip(report.plans, report.comparisons, strict=True)
    return Page("Slippage", tuple(_comparison(*each, names) for each in pairs), names)


def _comparison(label: PlanLabel, comparison: Comparison, names: Mapping[str, str]) -> Section:
    facts = plan_facts(label, against_in_words(comparison.baseline))
    changes = change_blocks(comparison, approvals_in_words(comparison.moves, names))
    return Section(label.title, (facts, Note(in_short(comparison.totals)), *changes))


def change_blocks(comparison: Comparison, reasons: Reasons) -> Iterator[Block]:
    """What moved, gained or lost its date, came, went, and has other words: a section for each."""
    for title, columns, rows in _parts(comparison, reasons):
        if rows:
            caption = f"{title} in {comparison.plan} since {comparison.baseline.name}"
            yield Section(title, (table(caption, columns, rows),), len(rows))


def _parts(comparison: Comparison, reasons: Reasons) -> Iterator[_Part]:
    """Of each section the title, the columns and the rows."""
    yield "Moved", _MOVES, _moves(comparison.moved, reasons)
    yield "Gained a date", _MOVES, _moves(comparison.dated, reasons)
    yield "Lost its date", _MOVES, _moves(comparison.undated, reasons)
    yield "Other leads", _columns("Id", "Was", "Now"), [_lead(each) for each in comparison.leads]
    yield "Targets", _columns("Indicator", "Was", "Now", "Change"), [_target(each) for each in comparison.targets]
    yield from _changes("Added", comparison.added)
    yield from _changes("Removed", comparison.removed)
    yield "Reworded", _columns("Id", "Field", "Was", "Now"), [_rewording(each) for each in comparison.reworded]


def _columns(name: str, *others: str) -> tuple[Column, ...]:
    """Columns of which the first names its rows."""
    return Column(name, is_name=True), *map(Column, others)


def _moves(moves: Sequence[Move], reasons: Reasons) -> Sequence[_Row]:
    def row(move: Move) -> _Row:
        return move.variance, _shift(move), *about(move, reasons.get((move.id, move.field), ()))

    return LazySequence(most_first(moves), row)


def _shift(move: Move) -> Value:
    shift = Shift(move.was, move.now)
    return shift if move.field == "due" else Stack((shift, move.field))


def _lead(change: LeadChange) -> _Row:
    was, now = (Organisations(ids) if ids else "nobody" for ids in (change.was, change.now))
    return identifier(change.id), was, now


def _target(change: "ChangedTarget") -> _Row:
    was, now = change.in_words
    told = {True: "easier", False: "" if change.was is None else "harder", None: ""}[change.easier]
    return Stack((change.title, Identifier(change.about))), was, now, told


def _changes(what: str, changes: Changes) -> Iterator[_Part]:
    """What is on one side only, a section for each kind of thing."""
    entries = [(identifier(each.id), each.title) for each in changes.entries]
    yield f"{what} entries", _columns("Id", "Title"), entries
    due = (Column("Due"), Column("Milestone", is_name=True))
    milestones = [(each.due, Stack((each.title, identifier(each.id)))) for each in changes.milestones]
    yield f"{what} milestones", due, milestones
    for noun, named in (("inputs", changes.inputs), ("partners", changes.partners)):
        organisations = [(Identifier(each.entry), Organisations((each.organisation,))) for each in named]
        yield f"{what} {noun}", _columns("Entry", "Organisation"), organisations
    groups = [(Identifier(each.entry), each.group) for each in changes.groups]
    yield f"{what} groups", _columns("Entry", "Group"), groups
    for noun, titled in (("objectives", changes.objectives), ("aims", changes.aims)):
        yield f"{what} {noun}", _columns("Id", "Title"), [(Identifier(each.id), each.title) for each in titled]
    supports = [(Identifier(each.of), support_in_words(each)) for each in changes.supports]
    yield f"{what} support", _columns("Id", "Section"), supports
    drivers = [(Identifier(each.entry), each.driver) for each in changes.drivers]
    yield f"{what} drivers", _columns("Entry", "Driver"), drivers


def _rewording(change: Rewording) -> _Row:
    was, now = (wording(change.field, text) for text in (change.was, change.now))
    return identifier(change.id), f"{change.kind} {change.field}", was, now
