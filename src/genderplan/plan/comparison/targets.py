"""Changes of what indicators promise: their targets, and the baselines from which they start, of then and of now."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.decimals import difference
from genderplan.kinds.indicator.rows import NO_TARGET, IndicatorRow
from genderplan.plan.comparison.pairing import paired_indicators
from genderplan.plan.plans import Baseline, Plan


class TargetPoint(NamedTuple):
    """What was promised, or started from: a value, and by when or in which period."""

    date: PlanDate | None
    """By when, or the baseline's period; null where the file does not say."""
    value: str
    """The value as it is written, or no-target."""


class TargetChange(NamedTuple):
    """One target, or one baseline, of an indicator that has changed; `was` or `now` is None where there is none.

    `then` and `row` are the indicator then and now; `number` is its place now in its list.
    """

    then: IndicatorRow | None
    row: IndicatorRow | None
    kind: str
    category: str | None
    was: TargetPoint | None
    now: TargetPoint | None
    number: int | None

    @property
    def indicator(self) -> IndicatorRow:
        """The indicator as it is now; as it was, where it is there no more."""
        found = self.row or self.then
        assert found is not None  # noqa: S101 - one side always has it
        return found

    @property
    def is_easier(self) -> bool | None:
        """Whether less is promised, or later; None where that cannot be told: of a baseline, and of what is new."""
        if self.kind != "target" or self.was is None or self.was.value == NO_TARGET:
            return None
        if self.now is None or self.now.value == NO_TARGET or _is_later(self.was.date, self.now.date):
            return True
        moved = difference(Decimal(self.now.value), Decimal(self.was.value))
        direction = direction_of(self.then or self.indicator, self.category, self.was.value)
        if not moved:
            return False
        return moved * direction < 0 if direction else None


def target_changes(plan: Plan, baseline: Baseline) -> Iterator[TargetChange]:
    """What each indicator promises otherwise than in a baseline, in the plan's order."""
    for then, now in paired_indicators(plan, baseline):
        for kind, was, is_now in (
            ("baseline", _starts(then), _starts(now)),
            ("target", _targets(then), _targets(now)),
        ):
            for category in dict.fromkeys((*was, *is_now)):
                for before, after in _paired(was.get(category, ()), is_now.get(category, ())):
                    point = after[1] if after else None
                    yield TargetChange(then, now, kind, category, before and before[1], point, after and after[0])


_Numbered = tuple[int, TargetPoint]
_Points = Mapping[str | None, Sequence[_Numbered]]


def _starts(row: IndicatorRow | None) -> _Points:
    return _by_category((each.category, TargetPoint(each.period, each.value)) for each in (row.baseline if row else ()))


def _targets(row: IndicatorRow | None) -> _Points:
    return _by_category((each.category, TargetPoint(each.by, each.value)) for each in (row.targets if row else ()))


def _by_category(points: Iterable[tuple[str | None, TargetPoint]]) -> _Points:
    found: dict[str | None, list[_Numbered]] = {}
    for number, (category, point) in enumerate(points):
        found.setdefault(category, []).append((number, point))
    return found


def _paired(was: Sequence[_Numbered], now: Sequence[_Numbered]) -> Iterator[tuple[_Numbered | None, _Numbered | None]]:
    """Points that differ: those of one date as pairs, then what is left of both in the order of their dates."""
    known = {_when(each[1]): each for each in now}
    left, taken = [], set()
    for each in was:
        same = known.get(_when(each[1]))
        if same is None:
            left.append(each)
        else:
            taken.add(_when(same[1]))
            if not _is_same(each[1].value, same[1].value):
                yield each, same
    new = [each for each in now if _when(each[1]) not in taken]
    yield from zip_longest(sorted(left, key=_order), sorted(new, key=_order))


def _when(point: TargetPoint) -> Hashable:
    """A target by its last day, up to which it may be met; a baseline, which has no other of its category, too."""
    return point.date and point.date.last, point.value == NO_TARGET


def _order(numbered: _Numbered) -> int:
    return numbered[1].date.last if numbered[1].date else 1 << 30


def _is_same(was: str, now: str) -> bool:
    return was == now or (NO_TARGET not in {was, now} and Decimal(was) == Decimal(now))


def _is_later(was: PlanDate | None, now: PlanDate | None) -> bool:
    return was is not None and (now is None or now.last > was.last)


def direction_of(row: IndicatorRow, category: str | None, target: str) -> int:
    """Which direction is good for a category: 1 up, -1 down, 0 where that cannot be told."""
    start = next((each.value for each in row.baseline if each.category == category), None)
    return row.direction(Decimal(target), start)
