"""Targets of indicators, and the baselines that they start from, that are others than before; and their words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from genderplan.kinds.indicator.rows import NO_TARGET, StartingValueRow, TargetRow
from genderplan.page.words import date_in_words
from genderplan.plan.comparison.targets import TargetPoint, target_changes
from genderplan.plan.plans import Baseline, Plan
from genderplan.standing.selection import Selection


class ChangedTarget(NamedTuple):
    """One target, or one baseline, of an indicator that is another than before; null on a side that has none."""

    id: str
    """The full id of the indicator: plan/indicator."""
    title: str
    """The title, in the words of the document."""
    category: str | None
    """The category's id; null for the whole."""
    kind: str
    """target, or baseline for where the indicator started from."""
    was: TargetPoint | None
    """What was promised before."""
    now: TargetPoint | None
    """What is promised now."""
    easier: bool | None
    """Whether less is promised, or later, or nothing any more; null where that cannot be told."""

    @property
    def about(self) -> str:
        """`strength, officers`; of a baseline that too."""
        parts = (self.id.partition("/")[2], self.category, "" if self.kind == "target" else "its baseline")
        return ", ".join(filter(None, parts))

    @property
    def in_words(self) -> tuple[str, str]:
        """What was promised, and what is now."""
        return _point_in_words(self.was, self.kind), _point_in_words(self.now, self.kind)


def changed_targets(plan: Plan, baseline: Baseline, selection: Selection) -> Iterator[ChangedTarget]:
    """What the indicators that are selected promise otherwise than in the baseline."""
    for each in target_changes(plan, baseline):
        if selection.has_indicator(each.indicator):
            name = f"{plan.id}/{each.indicator.id}"
            title = each.indicator.title
            yield ChangedTarget(name, title, each.category, each.kind, each.was, each.now, each.is_easier)


def _point_in_words(point: TargetPoint | None, kind: str) -> str:
    """`35 by Mar 2008`, `31.4 in FY2003-04`, `no target set`; `nothing` for none."""
    if point is None:
        return "nothing"
    if point.value == NO_TARGET:
        return "no target set"
    word = "by" if kind == "target" else "in"
    return f"{point.value} {word} {date_in_words(point.date)}" if point.date else point.value


def promises_in_words(starts: Iterable[StartingValueRow], targets: Iterable[TargetRow]) -> list[str]:
    """What an indicator promises, a line each: `officers: from 31.4 in FY2003-04`, `officers: 35 by Mar 2008`."""
    points = [
        (each.category, f"from {_point_in_words(TargetPoint(each.period, each.value), 'baseline')}") for each in starts
    ]
    points += [(each.category, _point_in_words(TargetPoint(each.by, each.value), "target")) for each in targets]
    return [f"{category}: {words}" if category else words for category, words in points]
