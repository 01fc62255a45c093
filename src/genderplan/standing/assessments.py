"""Assessments on a day: what was found of each section, how often, and what has changed since the last.

Of the same subject by the same framework one assessment is before another where its date ends before the other begins:
what is given to the year is neither before nor after a month of it. One without a date is before and after none. What
is not rated, not applicable, or not mentioned is never a zero, and no level is ever averaged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from genderplan.kinds.assessment.rows import AssessmentRow, RatingRow
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.plan.plans import Tree
from genderplan.plan.subjects import Subject, subject_of
from genderplan.standing.records.assessments import (
    AreaRecord,
    AssessmentRecord,
    ChangeCounts,
    LevelCount,
    RatingChange,
    RatingCounts,
    RatingRecord,
)
from genderplan.standing.standings import Standings

_NEW = ("first", "first-dated", "not-rated-before")


def assessment_records(tree: Tree, standings: Sequence[Standings]) -> tuple[AssessmentRecord, ...]:
    """The assessments of plans, in the plans' order; what they changed is told among these alone."""
    rows = [(row, each) for each in standings for row in each.plan.assessments]
    to_come = {row.full_id() for row, each in rows if row.date and not each.has_happened(row.date)}
    subjects = {row.full_id(): subject_of(tree, row) for row, _ in rows}
    histories: dict[tuple[str, Subject], list[AssessmentRow]] = {}
    for row, _ in rows:
        if row.full_id() not in to_come:
            histories.setdefault((row.framework, subjects[row.full_id()]), []).append(row)
    scales = _scales(tree, [row for row, _ in rows if row.full_id() not in to_come], {row.framework for row, _ in rows})
    changes: dict[str, Mapping[str, RatingChange]] = {}
    for (framework, _), history in histories.items():
        changes |= _changes(history, scales[framework])
    newest = {_newest(history).full_id() for history in histories.values()}
    return tuple(
        _record(row, scales[row.framework], subjects[row.full_id()], changes.get(row.full_id(), {}))._replace(
            is_newest=row.full_id() in newest, is_to_come=row.full_id() in to_come
        )
        for row, _ in rows
    )


def in_time(records: Iterable[AssessmentRecord]) -> list[AssessmentRecord]:
    """Assessments, the oldest first; those without a date come before all, as nobody knows when they were."""
    return sorted(records, key=lambda each: (each.date.last, each.date.first) if each.date else (0, 0))


def _newest(history: Sequence[AssessmentRow]) -> AssessmentRow:
    """The one of the latest date; of several the last in the order of files."""
    return max(enumerate(history), key=lambda each: (_age(each[1]), each[0]))[1]


def _age(row: AssessmentRow) -> tuple[int, int]:
    return (row.date.last, row.date.first) if row.date else (0, 0)


class Scale:
    """A framework as assessments need it: its levels in order, the place and the area of each section, its headings.

    A heading is a section that has parts, and of which no assessment says anything: it is not counted.
    """

    def __init__(self, framework: FrameworkRow | None, said: frozenset[str]) -> None:
        self.framework = framework
        self._said = said

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The place of each level, the lowest first."""
        return {each.id: place for place, each in enumerate(self.framework.levels)} if self.framework else {}

    @property
    def sections(self) -> Sequence[SectionRow]:
        return self.framework.sections if self.framework else ()

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each section."""
        return {section.id: place for place, section in enumerate(self.sections)}

    @cached_property
    def headings(self) -> frozenset[str]:
        return frozenset(each.id for each in self.sections if each.has_parts and each.id not in self._said)

    @cached_property
    def areas(self) -> Mapping[str, SectionRow]:
        """By each section the one that it is in and that is in no other."""
        found: dict[str, SectionRow] = {}
        for section in self.sections:
            found[section.id] = found[section.parent] if section.parent else section
        return found

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """How many sections are counted in each area."""
        return Counter(self.areas[each.id].id for each in self.sections if each.id not in self.headings)


def _scales(tree: Tree, rows: Iterable[AssessmentRow], frameworks: Iterable[str]) -> Mapping[str, Scale]:
    said: dict[str, set[str]] = {name: set() for name in frameworks}
    for row in rows:
        said[row.framework].update(each.section for each in row.ratings)
    return {name: Scale(tree.frameworks_by_id.get(name), frozenset(sections)) for name, sections in said.items()}


# what changed


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


def _changes(history: Sequence[AssessmentRow], scale: Scale) -> Iterator[tuple[str, Mapping[str, RatingChange]]]:
    """By each assessment that has a date, what changed of its sections; each is taken in once, whatever comes after."""
    dated = [(row, row.date) for row in history if row.date]
    undated = _Before()
    for row in history:
        if row.date is None:
            undated.take(row)
    ended = sorted(dated, key=lambda each: each[1].last)
    before, at = _Before(), 0
    for row, date in sorted(dated, key=lambda each: each[1].first):
        while at < len(ended) and ended[at][1].last < date.first:
            before.take(ended[at][0])
            at += 1
        told = ((each.section, _change(each, before, undated, scale)) for each in row.ratings)
        yield row.full_id(), {section: change for section, change in told if change}


def _change(rating: RatingRow, before: _Before, undated: _Before, scale: Scale) -> RatingChange | None:
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


def _moved(rating: RatingRow, last: _Told, scale: Scale) -> RatingChange:
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


# what was found


def _record(
    row: AssessmentRow, scale: Scale, subject: Subject, changes: Mapping[str, RatingChange]
) -> AssessmentRecord:
    last = len(scale.places)
    ordered = sorted(row.ratings, key=lambda each: scale.places.get(each.section, last))
    ratings = tuple(_rating(each, scale, changes.get(each.section)) for each in ordered)
    hows = Counter(each.how for each in changes.values())
    return AssessmentRecord(
        plan=row.plan,
        assessment=row.id,
        id=row.full_id(),
        title=row.title,
        framework=row.framework,
        date=row.date,
        assessed_by=row.by,
        about=subject,
        is_newest=False,
        is_to_come=False,
        counts=_counts(ratings, scale, sum(scale.numbers.values()) if scale.framework else None),
        areas=tuple(_areas(ratings, scale)),
        changes=ChangeCounts(
            up=hows["up"],
            down=hows["down"],
            same=hows["same"],
            changed=hows["changed"],
            new=sum(hows[how] for how in _NEW),
            no_longer_rated=hows["no-longer-rated"],
        ),
        ratings=ratings,
        note=row.note,
        tags=row.tags,
        source=row.source,
        extra=row.extra,
        file=row.file,
    )


def _rating(row: RatingRow, scale: Scale, change: RatingChange | None) -> RatingRecord:
    section = scale.framework.by_id.get(row.section) if scale.framework else None
    place = scale.levels.get(row.level or "")
    level = scale.framework.levels[place] if scale.framework and place is not None else None
    return RatingRecord(
        section=row.section,
        title=section.title if section else None,
        state=_state(row),
        level=row.level,
        level_title=level.title if level else None,
        score=level.score if level else None,
        answer=row.answer,
        evidence=row.evidence,
        note=row.note,
        source=row.source,
        change=change,
    )


def _state(row: RatingRow) -> str:
    if row.has_level:
        return "rated"
    return row.level or "answered"


def _areas(ratings: Iterable[RatingRecord], scale: Scale) -> Iterator[AreaRecord]:
    """The areas of which something is said, in the order of the framework."""
    found: dict[str, list[RatingRecord]] = {}
    for each in ratings:
        if each.section in scale.areas:
            found.setdefault(scale.areas[each.section].id, []).append(each)
    for name, within in found.items():
        yield AreaRecord(name, scale.areas[name].title, _counts(within, scale, scale.numbers[name]))


def _counts(ratings: Sequence[RatingRecord], scale: Scale, of: int | None) -> RatingCounts:
    """How many were found how, of so many that are counted; what the framework does not have is none of these."""
    states = Counter(each.state for each in ratings)
    levels = {each.level: each for each in ratings if each.state == "rated"}
    numbers = Counter(each.level for each in ratings if each.state == "rated")
    last = len(scale.levels)
    said = sum(each.section in scale.places and each.section not in scale.headings for each in ratings)
    return RatingCounts(
        levels=tuple(
            LevelCount(name or "", levels[name].level_title, levels[name].score, numbers[name])
            for name in sorted(levels, key=lambda name: scale.levels.get(name or "", last))
        ),
        not_rated=states["not-rated"],
        not_applicable=states["not-applicable"],
        answered=states["answered"],
        nothing_said=None if of is None else of - said,
    )
