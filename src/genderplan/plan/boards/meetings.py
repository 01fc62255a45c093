"""Meetings of a board: those that its file gives, and beside them those of its rule.

A rule gives dates only from a first date on. A given date takes the place of the nearest one of the rule, also where
that meeting was cancelled; a special meeting takes none. One that was moved stands for the date that it had first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.errors import UsageError
from genderplan.kinds.board.meeting_rows import MeetingRow
from genderplan.kinds.board.rows import BoardRow

_ONCE = Length(1, "Y")
"""The length of a cycle that ends with its first date."""

_Order = tuple[int, int]


class ScheduledMeeting(NamedTuple):
    """A meeting of a board; `row` is None where its rule alone gives it, `date` where nothing does."""

    board: str
    row: MeetingRow | None
    date: PlanDate | None
    is_counted: bool
    """Whether `every_meetings` counts it: an ordinary one that was not cancelled."""

    @property
    def id(self) -> str:
        """`BOARD#meeting`; `BOARD@DATE` of one that the rule gives."""
        return f"{self.board}#{self.row.id}" if self.row else f"{self.board}@{self.date}"

    @property
    def by_rule(self) -> bool:
        """Whether no file gives its date, and the rule alone says that there is one."""
        return self.row is None

    @property
    def day(self) -> int:
        """The last day of its date, as an ordinal; 0 of one without a date."""
        return self.date.last if self.date else 0

    @property
    def is_cancelled(self) -> bool:
        return self.row is not None and self.row.cancelled is not None


class Schedule:
    """When a board meets. Days are ordinals; what is not dated to the day is on its last day."""

    def __init__(self, board: BoardRow) -> None:
        self.board = board

    @cached_property
    def cycle(self) -> Cycle | None:
        """The dates of its rule; None without a first one."""
        rule = self.board.meets
        if rule is None or rule.from_ is None:
            return None
        return Cycle(rule.every, rule.from_, rule.until) if rule.every else Cycle(_ONCE, rule.from_, rule.from_)

    @cached_property
    def given(self) -> tuple[ScheduledMeeting, ...]:
        """What the file gives, by date; one without a date after the one that stands before it in the file.

        Beside a rule with dates one without a date is not counted: it may well be one of the rule's.
        """
        rows = self.board.meetings
        counted = [row.is_counted and (row.date is not None or self.cycle is None) for row in rows]
        found = [
            ScheduledMeeting(self.board.id, row, row.date, is_one) for row, is_one in zip(rows, counted, strict=True)
        ]
        places: list[_Order] = []
        for each in found:
            places.append(_place(each.date) if each.date else places[-1] if places else (0, 0))
        return tuple(found[number] for number in sorted(range(len(found)), key=places.__getitem__))

    @cached_property
    def by_id(self) -> Mapping[str, ScheduledMeeting]:
        """The given ones by their bare ids."""
        return {each.row.id: each for each in self.given if each.row}

    def held(self, name: str) -> ScheduledMeeting | None:
        """The given one that is held and has an id, bare or in full; None where none has it.

        Raises UsageError for one that has no date, or was cancelled.
        """
        found = self.by_id.get(name.removeprefix(f"{self.board.id}#"))
        if found and (found.date is None or found.is_cancelled):
            raise UsageError(f"{found.id} {'was cancelled' if found.is_cancelled else 'has no date'}")
        return found

    @cached_property
    def dated(self) -> tuple[ScheduledMeeting, ...]:
        """The given ones that have a date."""
        return tuple(each for each in self.given if each.date)

    def known_by(self, day: int) -> tuple[ScheduledMeeting, ...]:
        """All in their order: what the file gives, on whatever day, and what the rule gives by this one."""
        return self.with_given(self.by_rule(1, day))

    def with_given(self, by_rule: Iterable[ScheduledMeeting]) -> tuple[ScheduledMeeting, ...]:
        """Meetings that the rule gives, in their order, and between them all that the file gives."""
        waiting = list(by_rule)
        waiting.reverse()
        found: list[ScheduledMeeting] = []
        for each in self.given:
            while waiting and each.date and _place_of(waiting[-1]) < _place(each.date):
                found.append(waiting.pop())
            found.append(each)
        return (*found, *reversed(waiting))

    def between(self, first: int, last: int) -> Iterator[ScheduledMeeting]:
        """Those with a date that are on one of these days, both included, in their order; cancelled ones too."""
        given = self.dated[self._number_by(first - 1) : self._number_by(last)]
        yield from sorted(chain(given, self.by_rule(first, last)), key=_place_of)

    def after(self, day: int) -> ScheduledMeeting | None:
        """The next that is to be held after a day."""
        given = (each for each in self.dated[self._number_by(day) :] if not each.is_cancelled)
        return min(filter(None, (next(given, None), next(self.by_rule(day + 1), None))), key=_place_of, default=None)

    def counted_from(self, day: int) -> ScheduledMeeting | None:
        """The first with a date on a day or after it that `every_meetings` counts."""
        place = bisect_left(self._counted_days, day)
        given = iter(self._counted[place : place + 1])
        return min(filter(None, (next(given, None), next(self.by_rule(day), None))), key=_place_of, default=None)

    def before(self, day: int) -> ScheduledMeeting | None:
        """The last that was held before a day."""
        given = (each for each in reversed(self.dated[: self._number_by(day - 1)]) if not each.is_cancelled)
        of_rule = next(self._by_rule_backwards(day - 1), None)
        return max(filter(None, (next(given, None), of_rule)), key=_place_of, default=None)

    def _number_by(self, day: int) -> int:
        """How many of the given ones that are dated are on a day or before it."""
        return bisect_right(self._last_days, day)

    @cached_property
    def _last_days(self) -> Sequence[int]:
        return [each.date.last for each in self.dated if each.date]

    @cached_property
    def _counted(self) -> Sequence[ScheduledMeeting]:
        """The given ones that are dated and counted."""
        return [each for each in self.dated if each.is_counted]

    @cached_property
    def _counted_days(self) -> Sequence[int]:
        return [each.date.last for each in self._counted if each.date]

    @cached_property
    def _replaced(self) -> frozenset[int]:
        """The numbers of the rule's dates in whose place a given one stands."""
        cycle = self.cycle
        if cycle is None:
            return frozenset()
        dates = [_first_date(row) for row in self.board.meetings if row.kind == "ordinary"]
        numbers = (_nearest(cycle, date) for date in dates if date)
        return frozenset(number for number in numbers if number is not None)

    def by_rule(self, first: int, last: int | None = None) -> Iterator[ScheduledMeeting]:
        """What the rule alone gives from a day on, up to another."""
        if self.cycle:
            end = self.cycle.size if last is None else self.cycle.number_until(last)
            yield from self._numbered(range(self.cycle.number_until(first - 1), end))

    def _by_rule_backwards(self, day: int) -> Iterator[ScheduledMeeting]:
        """What the rule alone gives by a day, the last first."""
        if self.cycle:
            yield from self._numbered(range(self.cycle.number_until(day) - 1, -1, -1))

    def _numbered(self, numbers: range) -> Iterator[ScheduledMeeting]:
        assert self.cycle is not None  # noqa: S101 - there are no numbers without it
        for number in numbers:
            if number not in self._replaced:
                yield ScheduledMeeting(self.board.id, None, self.cycle.occurrence(number), is_counted=True)


def _place(date: PlanDate) -> _Order:
    return date.last, date.first


def _place_of(meeting: ScheduledMeeting) -> _Order:
    return _place(meeting.date) if meeting.date else (0, 0)


def _first_date(row: MeetingRow) -> PlanDate | None:
    """The date that a meeting had before it was ever moved."""
    return next((each.was for each in row.revisions if each.was), row.date)


def _nearest(cycle: Cycle, date: PlanDate) -> int | None:
    """The number of a cycle's date that another date is nearest to; None where it lies too far before or after them.

    It does where the cycle, had it begun earlier or gone on, would have one that is nearer.
    """
    endless = cycle._replace(until=None)
    after = endless.number_until(date.last)
    numbers = [number for number in (after - 1, after) if 0 <= number < endless.size]
    distance, number = min((_distance(endless, number, date), number) for number in numbers)
    if number >= cycle.size:
        return None
    return number if len(numbers) > 1 or _is_of(endless, date, distance) else None


def _is_of(cycle: Cycle, date: PlanDate, distance: int) -> bool:
    """Whether a date before the first or after the last of a cycle is nearer to that than to one beyond it."""
    first, second = map(cycle.occurrence, (0, 1))
    if first is None or second is None:
        return distance == 0
    days = second.last - first.last
    return 2 * distance <= days and not date.first <= first.last - days <= date.last


def _distance(cycle: Cycle, number: int, date: PlanDate) -> int:
    """How many days lie between the last days of a date and one of a cycle; 0 where one is part of the other."""
    found = cycle.occurrence(number)
    assert found is not None  # noqa: S101 - it is one of its numbers
    return 0 if found.holds(date) or date.holds(found) else abs(found.last - date.last)
