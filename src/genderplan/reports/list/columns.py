"""Columns that a list has, how it is sorted: by the names of the JSON contract's fields."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.errors import UsageError
from genderplan.folding import folded, in_numbers
from genderplan.kinds.entry.particular_rows import RequestRow
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import LISTED, Listing, Record
from genderplan.standing.filters.criteria import Priority
from genderplan.standing.rag import OPEN_WORST_FIRST
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.standing.standings import Rag, Status
from genderplan.suggestions import unknown

_STATUS_ORDER = {status: number for number, status in enumerate((*OPEN_WORST_FIRST, Status.COMPLETE, Status.CANCELLED))}
_RAG_ORDER = {rag: number for number, rag in enumerate(Rag)}
_ORDERS: Mapping[str, Callable[[Any], Any]] = {"ref": in_numbers, "priority": list(Priority).index}
"""Fields whose texts have an order of their own."""


def fields_of(noun: Noun) -> tuple[str, ...]:
    """Every field of a noun's records, by the names that JSON has."""
    return tuple(_attributes(noun))


def _attributes(noun: Noun) -> Mapping[str, str]:
    """What records call each field: one whose name Python keeps for itself (`from`) has an underscore behind it."""
    return {name.rstrip("_"): name for name in LISTED[noun].record._fields}


def chosen_columns(noun: Noun, wanted: str | None, default: Sequence[str]) -> tuple[str, ...]:
    """What records call the columns named in `A,B`, else the default ones. Raises UsageError for an unknown one."""
    attributes = _attributes(noun)
    if wanted is None:
        return tuple([attributes[name] for name in default])
    names = tuple(name.strip() for name in wanted.split(",") if name.strip())
    if not names:
        raise UsageError("--columns names no column")
    for name in names:
        if name not in attributes:
            raise UsageError(unknown(f"column of {noun}", name, attributes))
    return tuple([attributes[name] for name in names])


def arranged(listing: Listing, sort: Sequence[str], limit: int | None) -> Listing:
    """The records sorted by keys, `-KEY` descending, what has no value last; then at most `limit` of them.

    Dates are sorted by their last day, a due date of what comes again by that of the earliest open time, that of an
    entry without `due` by its `end`; statuses and RAG from worst to best, priorities from high to low, numbers of
    documents as numbers are, text ignoring case.
    """
    records, attributes = list(listing.records), _attributes(listing.noun)
    for key in reversed(sort):
        given = key.removeprefix("-")
        if given not in attributes:
            raise UsageError(unknown(f"sort key of {listing.noun}", given, attributes))
        name = attributes[given]
        valued = [record for record in records if _sorted_by(record, name) not in (None, ())]
        valued.sort(key=_sort_key(name), reverse=key.startswith("-"))
        records = valued + [record for record in records if _sorted_by(record, name) in (None, ())]
    return listing._replace(records=tuple(records if limit is None else records[:limit]))


def _sorted_by(record: Record, name: str) -> Any:
    """A field as records are sorted by it."""
    if name == "due" and isinstance(record, MilestoneRecord | EntryRecord):
        return record.awaited
    return getattr(record, name)


def _sort_key(name: str) -> Callable[[Record], Any]:
    def key(record: Record) -> Any:
        value = _sorted_by(record, name)
        if isinstance(value, PlanDate):
            return (value.last, value.first)
        if isinstance(value, Status):
            return _STATUS_ORDER[value]
        if isinstance(value, Rag):
            return _RAG_ORDER[value]
        if isinstance(value, RequestRow):
            return (value.to.last, value.to.first)
        if name in _ORDERS:
            return _ORDERS[name](value)
        return folded(value) if isinstance(value, str) else value if isinstance(value, int) else str(value)

    return key
