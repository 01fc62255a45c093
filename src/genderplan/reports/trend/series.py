"""Series that the drawings of a trend share: milestones whose promises are the same are one line, under one letter."""

from collections.abc import Iterator
from itertools import count
from string import ascii_letters
from typing import NamedTuple

from genderplan.dates.variance import variance
from genderplan.page.words import variance_in_words
from genderplan.reports.trend.result import MilestoneTrend, PromiseRecord, Trend

DROPPED = "dropped"
"""What is said where nothing is promised any more: undated, cancelled or removed."""


class Point(NamedTuple):
    """A report's day and the last day of what it promises, as ordinals; `promise` is new where it `is_turn`."""

    reported: int
    promised: int
    is_turn: bool
    promise: PromiseRecord


class Series(NamedTuple):
    """One line: its letter, the milestones that it stands for, and each of its points that has a date, in pieces.

    A piece ends with the report in which the milestone is done, and before one in which nothing is promised any more.
    """

    letter: str
    records: tuple[MilestoneTrend, ...]
    pieces: tuple[tuple[Point, ...], ...]

    @property
    def record(self) -> MilestoneTrend:
        """Any of the milestones: their promises are the same."""
        return self.records[0]

    @property
    def amount(self) -> str:
        """How far the last promise is from the first, in words."""
        late, promises = self.record.variance, self.record.promises
        if not late or promises[-1].promised is None:
            return DROPPED if late else "no date"
        if late.is_moved:
            return variance_in_words(late)
        return "back" if self._was_moved else "kept"

    @property
    def _was_moved(self) -> bool:
        first, promises = self.record.first, self.record.promises
        return any(first and each.promised and variance(first, each.promised).is_moved for each in promises)


def series_of(trend: Trend) -> tuple[Series, ...]:
    """The lines of a trend, in the order of its milestones."""
    groups: dict[tuple[PromiseRecord, ...], list[MilestoneTrend]] = {}
    for record in trend.milestones:
        groups.setdefault(record.promises, []).append(record)
    return tuple(
        Series(letter, tuple(records), tuple(_pieces(trend, records[0])))
        for letter, records in zip(_letters(), groups.values(), strict=False)
    )


def _letters() -> Iterator[str]:
    """A to Z, a to z, then two of each, and so on."""
    every = ascii_letters.swapcase()
    for length in count(1):
        yield from (letter * length for letter in every)


def _pieces(trend: Trend, record: MilestoneTrend) -> Iterator[tuple[Point, ...]]:
    piece: list[Point] = []
    for place, (report, promise) in enumerate(zip(trend.reports, record.along(len(trend.reports)), strict=True)):
        is_over = promise and promise.done and promise.report != place
        if promise and promise.promised and not is_over:
            piece.append(Point(report.day.last, promise.promised.last, promise.report == place, promise))
        elif piece:
            yield tuple(piece)
            piece = []
    if piece:
        yield tuple(piece)
