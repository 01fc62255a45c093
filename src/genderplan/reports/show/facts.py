"""Facts of one thing under their names: what the screen and the page of `show` both tell, in the same order."""

from collections.abc import Iterator
from typing import TypeAlias

from genderplan.page.words import approval_in_words
from genderplan.reports.show.result import Detail
from genderplan.standing.indicator_records import IndicatorRecord
from genderplan.standing.records import EntryRecord, MilestoneRecord, OrganisationRecord, PlanRecord
from genderplan.standing.standings import Counts

Record: TypeAlias = EntryRecord | MilestoneRecord | OrganisationRecord | PlanRecord | IndicatorRecord

_TOLD_ELSEWHERE = (
    "plan",
    "entry",
    "milestone",
    "indicator",
    "id",
    "title",
    "file",
    "line",
    "counts",
    "judged_by",
    "approved",
)
_SKIPPED = frozenset((*_TOLD_ELSEWHERE, "as_of", "as_of_from", "variance_months", "variance_days"))
_HEADS = {"long_term_aim": "long-term aim"}


def title_of(record: Record) -> str:
    """Its title or its name, else its id."""
    return getattr(record, "title", None) or getattr(record, "name", None) or record.id


def place_of(record: Record) -> str:
    """Its file, and the line where the file has more than it."""
    return record.file if isinstance(record, PlanRecord) else f"{record.file}:{record.line}"


def facts_of(detail: Detail) -> Iterator[tuple[str, object]]:
    """Every fact that there is, by its name."""
    for name, value in {**detail.record._asdict(), **detail.beside}.items():
        if name not in _SKIPPED and value not in (None, (), {}):
            yield _HEADS.get(name, name.replace("_", " ")), value
    yield from _figures(detail.record)


def _figures(record: Record) -> Iterator[tuple[str, object]]:
    """What a thing's parts come to; of a milestone the date approved since the baseline, and how much later it is."""
    if isinstance(record, EntryRecord) and record.counts:
        yield "milestones", _counts_in_words(record.counts)
    if isinstance(record, PlanRecord):
        yield "entries", _counts_in_words(record.counts.entries)
        yield "milestones", _counts_in_words(record.counts.milestones)
    if isinstance(record, MilestoneRecord) and record.approved:
        yield "agreed since", approval_in_words(*record.approved)
    if isinstance(record, MilestoneRecord) and record.variance:
        yield "variance", record.variance


def _counts_in_words(counts: Counts) -> str:
    """`overdue 1; upcoming 3`."""
    return "; ".join(f"{status} {number}" for status, number in counts.items() if number) or "none"
