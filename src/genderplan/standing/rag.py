"""Status and RAG: what they can be, and what the parts of a whole come to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from enum import StrEnum


class Status(StrEnum):
    """Where a milestone or an entry stands; the order is that of counts."""

    COMPLETE = "complete"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"
    DUE = "due"
    UPCOMING = "upcoming"
    UNDATED = "undated"


OPEN_WORST_FIRST = (Status.OVERDUE, Status.DUE, Status.UPCOMING, Status.UNDATED)
CLOSED = frozenset((Status.COMPLETE, Status.CANCELLED))


class Rag(StrEnum):
    """Red, amber, green, and blue for complete; the order is from worst to best."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


RAG_RULE = (
    "RAG: red overdue, or late by more than the tolerance; amber late within it, or waiting for a red milestone; "
    'blue where all is complete but what is cancelled; "-" where what is open has no date; green otherwise'
)

Counts = Mapping[Status, int]

Part = tuple[Status, Rag | None]
"""What a whole is judged by: the status and the RAG of each of its parts."""


def rag_of(parts: Iterable[Part]) -> Rag | None:
    """The worst of the parts: red, amber, green; blue where each is blue or cancelled, and one is blue; else None.

    An open part without a date has no RAG: it turns blue into None, and changes no other colour.
    """
    found = list(parts)
    rags = {rag for _, rag in found}
    late_first = worst_open(rags)
    if late_first or Rag.BLUE not in rags:
        return late_first
    return Rag.BLUE if all(rag or status is Status.CANCELLED for status, rag in found) else None


def worst_open(rags: Set[Rag | None]) -> Rag | None:
    """The worst of what is not complete; that of some wholes is that of all their parts."""
    return next((rag for rag in (Rag.RED, Rag.AMBER, Rag.GREEN) if rag in rags), None)


def counts_of(statuses: Iterable[Status]) -> Counts:
    """How many of each status, every status named."""
    found = Counter(statuses)
    return {status: found[status] for status in Status}


def sum_of_counts(parts: Iterable[Counts]) -> Counts:
    """How many of each status there are in some parts together."""
    counts = list(parts)
    return {status: sum(each[status] for each in counts) for status in Status}
