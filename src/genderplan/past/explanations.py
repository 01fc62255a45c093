"""Explanations of changed dates: what items of `revisions` say, and which of them are new."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.items import Item


class ExplanationRecord(NamedTuple):
    """What gives the reason of a change: an item of `revisions`, or the cancellation itself."""

    date: PlanDate | None
    """When the change was agreed."""
    reason: str | None
    """Why."""
    approved_by: str | None
    """The id of the organisation that agreed to it."""


def explanation(row: RevisionRow) -> ExplanationRecord:
    return ExplanationRecord(row.date, row.reason, row.approved_by)


def revisions_of(item: Item | None, field: str) -> list[RevisionRow]:
    """The revisions of one of an item's dates; those without a field are of `due`, of a time `completed`."""
    return [each for each in item.revisions if (each.field or "due") == field.partition("@")[0]] if item else []


def without(revisions: Sequence[RevisionRow], others: Sequence[RevisionRow]) -> list[RevisionRow]:
    """Those that are not among others: an item is the same whatever its words, and may be there twice."""
    if not (revisions and others):
        return list(revisions)
    left = Counter(map(_same, others))
    found = []
    for each in revisions:
        left[_same(each)] -= 1
        if left[_same(each)] < 0:
            found.append(each)
    return found


def _same(revision: RevisionRow) -> tuple[PlanDate | None, str, PlanDate | Length | None]:
    """What makes a revision the one that it is."""
    return revision.date, revision.field or "due", revision.every or revision.was
