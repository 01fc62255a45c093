"""Cells of what is measured and of what it costs: the parts of an indicator, and the costs of an entry, in one line."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from genderplan.kinds.entry.cost_rows import CostRow
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.indicator.rows import BenchmarkRow, StartingValueRow, TargetRow, ValueRow
from genderplan.standing.records.indicators import CategoryRecord, Disparity, MeasuredValue


def _with(head: str, facts: Iterable[object], note: str | None = None, source: SourceRow | None = None) -> str:
    """`head (fact, fact): note [document: place]`, of each what there is."""
    told = ", ".join(str(each) for each in facts if each not in (None, ""))
    said = f"{head} ({told})" if told else head
    said = f"{said}: {note}" if note else said
    return f"{said} [{': '.join(each for each in source if each)}]" if source else said


def _of(category: str | None, words: str) -> str:
    return f"{category}: {words}" if category else words


def _point(point: MeasuredValue | None) -> str:
    return _with(point.value, (point.period, point.kind)) if point else "no value"


def _category(row: CategoryRecord) -> str:
    facts = (row.title, row.dimension, *row.tags)
    name = _with(row.category or "the whole", facts)
    return _with(f"{name}: {_point(row.newest)}, {row.state}", (), row.note)


def _disparity(row: Disparity) -> str:
    return f"{row.difference} between {row.largest} and {row.smallest}"


def _start(row: StartingValueRow) -> str:
    return _of(row.category, _with(row.value, (row.period,), row.note, row.source))


def _target(row: TargetRow) -> str:
    by = (f"by {row.by}",) if row.by else ()
    return _of(row.category, _with(row.value, by, row.note, row.source))


def _value(row: ValueRow) -> str:
    survey = f"{row.survey.returned} of {row.survey.sent} came back" if row.survey else None
    base = f"of {row.base}" if row.base is not None else None
    expected = f"expected {row.expected}" if row.expected else None
    facts = (row.period, row.kind, base, survey, expected, row.reason)
    return _of(row.category, _with(row.value, facts, row.note, row.source))


def _benchmark(row: BenchmarkRow) -> str:
    return _with(f"{row.id}: {row.value}", (row.title, *row.tags), row.note, row.source)


def _cost(row: CostRow) -> str:
    about = "about " if row.approximate and row.number is not None else ""
    head = f"{about}{row.amount}" if row.amount else row.kind or "no amount given"
    kind = row.kind if row.amount else None
    return _with(head, (row.year, kind, f"{row.fte} fte" if row.fte else None, row.funder), row.note)


MEASURED: Mapping[type, Callable[[Any], str]] = {
    CategoryRecord: _category,
    Disparity: _disparity,
    StartingValueRow: _start,
    TargetRow: _target,
    ValueRow: _value,
    BenchmarkRow: _benchmark,
    CostRow: _cost,
}
"""How each record is told on one line."""
