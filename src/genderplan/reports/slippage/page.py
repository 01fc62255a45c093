"""Page of slippage: what moved, the most first, then what came, went, and changed its words."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from genderplan.analysis.differences import Changes, LeadChange, Rewording
from genderplan.analysis.records import PlanLabel
from genderplan.analysis.slippage import Comparison, Move, SlippageReport
from genderplan.dates.lengths import parse_length
from genderplan.page.change_words import Reasons, in_short
from genderplan.page.page import (
    Block,
    Column,
    Facts,
    Identifier,
    Note,
    Organisations,
    Page,
    Section,
    Shift,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import approval_in_words, as_of_in_words, date_in_words

_MOVES = (Column("Change", is_number=True), Column("Date"), Column("Milestone", is_name=True), Column("Lead"))


def slippage_page(report: SlippageReport, names: Mapping[str, str]) -> Page:
    """Every comparison after the other."""
    pairs = zip(report.plans, report.comparisons, strict=True)
    return Page("Slippage", tuple(_comparison(label, comparison) for label, comparison in pairs), names)


def _comparison(label: PlanLabel, comparison: Comparison) -> Section:
    baseline = comparison.baseline
    taken = f", taken {date_in_words(baseline.taken)}" if baseline.taken else ""
    against = f"against baseline {baseline.name}{taken}"
    facts = Facts((Identifier(label.id), as_of_in_words(label.as_of, label.as_of_from), against))
    return Section(label.title, (facts, Note(in_short(comparison.totals)), *change_blocks(comparison)))


def change_blocks(comparison: Comparison, reasons: Reasons = MappingProxyType({})) -> Iterator[Block]:
    """What moved, gained or lost its date, came, went, and has other words: a section for each."""
    yield from _moves("Moved", comparison.moved, reasons)
    yield from _moves("Gained a date", comparison.dated, reasons)
    yield from _moves("Lost its date", comparison.undated, reasons)
    yield from _leads(comparison.leads)
    yield from _changes("Added", comparison.added)
    yield from _changes("Removed", comparison.removed)
    yield from _rewordings(comparison.reworded)


def _moves(title: str, moves: Sequence[Move], reasons: Reasons) -> Iterator[Section]:
    if moves:
        ordered = sorted(moves, key=lambda move: move.variance.size if move.variance else (0, 0), reverse=True)
        rows = tuple(
            (move.variance, _shift(move), _about(move, reasons), Organisations(move.leads)) for move in ordered
        )
        yield Section(title, (Table(title, _MOVES, rows),), len(moves))


def _shift(move: Move) -> Value:
    shift = Shift(move.was, move.now)
    return shift if move.field == "due" else Stack((shift, move.field))


def _about(move: Move, reasons: Reasons) -> Stack:
    """The title, its id, and why it moved, else by whom a new date was approved, and which, if not that of now."""
    told = tuple(reasons.get((move.id, move.field), ()))
    if move.approved and not told:
        by, date, to = move.approved
        told = (approval_in_words(by, date, None if to == move.now else to),)
    return Stack((move.title, Identifier(move.id.partition("/")[2]), *told))


def _leads(changes: Sequence[LeadChange]) -> Iterator[Section]:
    if changes:
        columns = (Column("Id", is_name=True), Column("Was"), Column("Now"))
        rows = tuple(
            (Identifier(each.id.partition("/")[2]), *(Organisations(ids) if ids else "nobody" for ids in each[-2:]))
            for each in changes
        )
        yield Section("Other leads", (Table("Other leads", columns, rows),), len(changes))


def _changes(what: str, changes: Changes) -> Iterator[Section]:
    """What is on one side only, a section for each kind of thing."""
    rows: list[tuple[Value, ...]] = [(Identifier(each.id.partition("/")[2]), each.title) for each in changes.entries]
    yield from _listed(f"{what} entries", ("Id", "Title"), rows)
    columns = (Column("Due"), Column("Milestone", is_name=True))
    rows = [(each.due, Stack((each.title, Identifier(each.id.partition("/")[2])))) for each in changes.milestones]
    if rows:
        yield Section(f"{what} milestones", (Table(f"{what} milestones", columns, tuple(rows)),), len(rows))
    for noun, named in (("inputs", changes.inputs), ("partners", changes.partners)):
        rows = [(Identifier(each.entry), Organisations((each.organisation,))) for each in named]
        yield from _listed(f"{what} {noun}", ("Entry", "Organisation"), rows)
    rows = [(Identifier(each.entry), each.group) for each in changes.groups]
    yield from _listed(f"{what} groups", ("Entry", "Group"), rows)
    for noun, titled in (("objectives", changes.objectives), ("aims", changes.aims)):
        yield from _listed(f"{what} {noun}", ("Id", "Title"), [(Identifier(each.id), each.title) for each in titled])


def _listed(title: str, heads: tuple[str, str], rows: Sequence[tuple[Value, ...]]) -> Iterator[Section]:
    if rows:
        columns = (Column(heads[0], is_name=True), Column(heads[1]))
        yield Section(title, (Table(title, columns, tuple(rows)),), len(rows))


def _rewordings(rewordings: Sequence[Rewording]) -> Iterator[Section]:
    if rewordings:
        columns = (Column("Id", is_name=True), Column("Field"), Column("Was"), Column("Now"))
        rows = tuple(
            (
                Identifier(each.id.partition("/")[2] or each.id),
                f"{each.kind} {each.field}",
                *(_words(each.field, text) for text in (each.was, each.now)),
            )
            for each in rewordings
        )
        yield Section("Reworded", (Table("Reworded", columns, rows),), len(rewordings))


def _words(field: str, text: str | None) -> Value:
    """A text of then or of now; a duration as a length."""
    return (parse_length(text) if field == "duration" else text) if text else "nothing"
