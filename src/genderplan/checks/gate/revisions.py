"""Revisions of then and now: which are the same, which are new or lost, and what new ones leave open."""

import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import RevisionRow

_Span: TypeAlias = tuple[int, int]
_When: TypeAlias = tuple[str, _Span | None]
"""What a revision says that the date was, and the days that it is of; None where it does not say."""

_LONGEST = 366
"""How many days a date has at most: a year."""


def told_apart(
    then: Sequence[RevisionRow], now: Sequence[RevisionRow]
) -> tuple[tuple[RevisionRow, ...], tuple[RevisionRow, ...]]:
    """The revisions that are new, and those that were lost: each of then is one of now at most.

    One is what it was though its reason is in other words, and its own date is given now, or given more exactly.
    """
    left: dict[_When, list[int]] = {}
    for number in reversed(range(len(then))):
        left.setdefault(_when(then[number]), []).append(number)
    spans: dict[str, list[_Span]] = {}
    for was, span in left:
        spans.setdefault(was, []).extend([span] if span else [])
    for each in spans.values():
        each.sort()
    new = []
    for revision in now:
        same = next((when for when in _may_have_been(_when(revision), spans) if left.get(when)), None)
        if same is None:
            new.append(revision)
        else:
            left[same].pop()
    return tuple(new), tuple(then[number] for number in sorted(chain.from_iterable(left.values())))


def _when(revision: RevisionRow) -> _When:
    return str(revision.was), revision.date and (revision.date.first, revision.date.last)


def _may_have_been(when: _When, spans: Mapping[str, Sequence[_Span]]) -> Iterator[_When]:
    """What a revision may have been, itself first: one of the same date before, on days that hold its own."""
    yield when
    was, days = when
    if days:
        known = spans.get(was, ())
        for at in range(bisect_right(known, (days[0], sys.maxsize)) - 1, -1, -1):
            if known[at][0] < days[0] - _LONGEST:
                break
            if known[at][1] >= days[1]:
                yield was, known[at]
        yield was, None


def lack_of(was: PlanDate | None, new: Sequence[RevisionRow]) -> str | None:
    """What the new revisions of a date that changed leave open; None where they say all.

    Where nobody knew the date they need not say what it was.
    """
    if not new:
        return "without a revision"
    fitting = [each for each in new if was is None or (each.was and each.was.is_same(was))]
    if not fitting:
        return f"and no new revision says that it was {was}"
    missing = min(map(_missing, fitting), key=len)
    return f"and its revision gives no {' and no '.join(missing)}" if missing else None


def _missing(revision: RevisionRow) -> list[str]:
    return [name for name, value in (("date", revision.date), ("reason", revision.reason)) if value is None]
