"""Changes of ratings: what was found of a section against what was found of it last, of the same by the same framework.

One assessment is before another where its date ends before the other begins: what is given to the year is neither
before nor after a month of it, and of two that are so nobody knows which had a rating first. One without a date is
before and after none.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.assessment.rows import AssessmentRow, RatingRow
from genderplan.standing.assessments.scales import RatingScale
from genderplan.standing.records.assessments import RatingChange


class _Told(NamedTuple):
    """A rating, and the assessment that has it."""

    rating: RatingRow
    by: AssessmentRow


class _Before:
    """What was found of each section last, of the assessments taken in so far."""

    def __init__(self) -> None:
        self.levels: dict[str, _Told] = {}
        self.answers: dict[str, _Told] = {}
        self.said: set[str] = set()

    def take(self, row: AssessmentRow) -> None:
        for rating in row.ratings:
            self.said.add(rating.section)
            if rating.has_level:
                self.levels[rating.section] = _Told(rating, row)
            if rating.answer is not None:
                self.answers[rating.section] = _Told(rating, row)


class _Beginnings:
    """On which days the two assessments begin that rate a section first, and those that answer it first."""

    def __init__(self, dated: Sequence[tuple[AssessmentRow, PlanDate]]) -> None:
        self._days: dict[tuple[str, bool], list[int]] = {}
        for row, date in dated:
            for rating in row.ratings:
                for has_level in (True,) * rating.has_level + (False,) * (rating.answer is not None):
                    days = self._days.setdefault((rating.section, has_level), [])
                    if len(days) < 2:
                        days.append(date.first)

    def is_first(self, rating: RatingRow, date: PlanDate) -> bool:
        """Whether every other surely comes after one of a date."""
        return sum(day <= date.last for day in self._days[rating.section, rating.has_level]) < 2


def changes_of(
    history: Sequence[AssessmentRow], scale: RatingScale
) -> Iterator[tuple[str, Mapping[str, RatingChange]]]:
    """By each assessment that has a date, what changed of its sections; each is taken in once, whatever comes after."""
    dated = [(row, row.date) for row in history if row.date]
    undated = _Before()
    for row in history:
        if row.date is None:
            undated.take(row)
    ended = sorted(dated, key=lambda each: each[1].last)
    begun = sorted(dated, key=lambda each: each[1].first)
    before, at, beginnings = _Before(), 0, _Beginnings(begun)
    for row, date in begun:
        while at < len(ended) and ended[at][1].last < date.first:
            before.take(ended[at][0])
            at += 1
        told = [(each, _change(each, before, undated, scale)) for each in row.ratings]
        known = [(each, how) for each, how in told if how and (how.since or beginnings.is_first(each, date))]
        yield row.full_id(), {each.section: how for each, how in known}


def _change(rating: RatingRow, before: _Before, undated: _Before, scale: RatingScale) -> RatingChange | None:
    """What was found, against the last level; of an answer alone, against the last answer."""
    name = rating.section
    if not rating.has_level and (rating.answer is None or rating.level is not None):
        last = before.levels.get(name)
        return _since(last, "no-longer-rated", last.rating.level) if last else None
    known, other = (before.levels, undated.levels) if rating.has_level else (before.answers, undated.answers)
    last = known.get(name)
    if last:
        return _moved(rating, last, scale)
    how = "first-dated" if name in other else "not-rated-before" if name in before.said else "first"
    return RatingChange(how, None, None, None, None)


def _moved(rating: RatingRow, last: _Told, scale: RatingScale) -> RatingChange:
    if not rating.has_level:
        return _since(last, "same" if rating.answer == last.rating.answer else "changed", last.rating.answer)
    was, now = last.rating.level or "", rating.level or ""
    if was == now:
        return _since(last, "same", was)
    if was not in scale.levels or now not in scale.levels:
        return _since(last, "changed", was)
    steps = scale.levels[now] - scale.levels[was]
    return _since(last, "up" if steps > 0 else "down", was)._replace(levels=abs(steps))


def _since(last: _Told, how: str, was: str | None) -> RatingChange:
    return RatingChange(how, None, was, last.by.date, last.by.full_id())
