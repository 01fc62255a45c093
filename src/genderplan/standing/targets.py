"""Targets of indicators on a day: which counts, how a value stands to it, and on what course the outcomes are."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from genderplan.decimals import difference, product, total
from genderplan.kinds.indicator.rows import OUTCOME, IndicatorRow, StartingValueRow, TargetRow, ValueRow

COURSE_RULE = (
    "Course: the newest outcome against the straight line from the baseline (the last day of its period) to the target "
    "(its last day), on the status date."
)
"""How the course is told, as every report prints it."""

_EVER = 1 << 30


def judged_target(targets: Iterable[TargetRow], day: int) -> TargetRow | None:
    """The target that counts on a day: the earliest that is not past, else the last; one without a date is never past.

    Where no target is set, that is what counts.
    """
    ordered = sorted(targets, key=lambda each: each.by.last if each.by else _EVER)
    coming = (each for each in ordered if each.by is None or each.by.last >= day)
    return next(coming, ordered[-1] if ordered else None)


def judged_value(values: Sequence[ValueRow], target: TargetRow | None) -> ValueRow | None:
    """The newest value of a period that ends by a target's date; where there is none, of one that begins by it."""
    until = target.by.last if target and target.by else _EVER
    ended = [each for each in values if each.period.last <= until]
    begun = [each for each in values if each.period.first <= until]
    return next(reversed(ended or begun), None)


def state_of(
    row: IndicatorRow, start: StartingValueRow | None, target: TargetRow | None, judged: ValueRow | None, day: int
) -> str:
    """How a value stands to the target that counts; where no direction is good, only an equal one has met it."""
    if target is None:
        return "nothing said"
    if target.number is None:
        return "no target set"
    if judged is None or judged.number is None:
        return "no value"
    over = int(judged.number.compare(target.number))
    direction = row.direction(target.number, start.value if start else None)
    if not direction and over:
        return "nothing said"
    is_met = over * direction >= 0
    if judged.kind != OUTCOME:
        return f"{judged.kind} to {'meet' if is_met else 'miss'}"
    is_open = target.by is None or target.by.last >= day
    return ("met so far" if is_open else "met") if is_met else ("not yet" if is_open else "not met")


class StraightLine(NamedTuple):
    """Where a straight line is on a day: `number` by `days`, in `places` worth telling."""

    number: Decimal
    days: int
    places: int


def straight_line(start: StartingValueRow | None, target: TargetRow | None, day: int) -> StraightLine | None:
    """The line from a baseline to a target on a day; none before the baseline's last day, at the target from its on."""
    if start is None or target is None or target.number is None or target.by is None:
        return None
    days = target.by.last - start.period.last
    gone = min(day - start.period.last, days)
    if days <= 0 or gone < 0:
        return None
    first = Decimal(start.value)
    rise = product(difference(target.number, first), Decimal(gone))
    places = max(len(text.partition(".")[2]) for text in (start.value, target.value)) + 1
    return StraightLine(total((rise, product(first, Decimal(days)))), days, places)


def course_of(
    row: IndicatorRow,
    start: StartingValueRow | None,
    target: TargetRow | None,
    outcome: ValueRow | None,
    line: StraightLine | None,
) -> str | None:
    """ahead, on or behind the line; None without a line, an outcome, or a good direction."""
    if line is None or outcome is None or outcome.number is None or target is None or target.number is None:
        return None
    direction = row.direction(target.number, start.value if start else None)
    ahead = int(product(outcome.number, Decimal(line.days)).compare(line.number)) * direction
    return ("on" if ahead == 0 else "ahead" if ahead > 0 else "behind") if direction else None
