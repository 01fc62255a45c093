"""Records of assessments: what was found of each section, and how often.

What is not rated, not applicable, or not mentioned is never a zero, and no level is ever averaged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from genderplan.kinds.assessment.rows import AssessmentRow, RatingRow
from genderplan.plan.plans import Plan
from genderplan.plan.subjects import Subject, subject_of
from genderplan.standing.assessments.changes import changes_of
from genderplan.standing.assessments.scales import Frameworks, RatingScale, scales_of
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


def assessment_records(
    standings: Sequence[Standings], plans: Mapping[str, Plan], frameworks: Frameworks
) -> tuple[AssessmentRecord, ...]:
    """The assessments of plans that stand as given, in their order; what has changed is told among these alone.

    What they are about is looked up in `plans`, which may be more.
    """
    rows = [(row, each) for each in standings for row in each.plan.assessments]
    to_come = {row.full_id() for row, each in rows if row.date and not each.has_happened(row.date)}
    subjects = {row.full_id(): subject_of(plans, row) for row, _ in rows}
    histories: dict[tuple[str, Subject], list[AssessmentRow]] = {}
    for row, _ in rows:
        if row.full_id() not in to_come:
            histories.setdefault((row.framework, subjects[row.full_id()]), []).append(row)
    scales = scales_of([row for row, _ in rows], frameworks)
    changes: dict[str, Mapping[str, RatingChange]] = {}
    for (framework, _), history in histories.items():
        changes |= changes_of(history, scales[framework])
    newest = {_newest(history).full_id() for history in histories.values()}
    return tuple(
        _record(row, scales[row.framework], subjects[row.full_id()], changes.get(row.full_id(), {}))._replace(
            is_newest=row.full_id() in newest, is_to_come=row.full_id() in to_come
        )
        for row, _ in rows
    )


def _newest(history: Sequence[AssessmentRow]) -> AssessmentRow:
    """The one of the latest date; of several the last in the order of files."""
    return max(enumerate(history), key=lambda each: (_age(each[1]), each[0]))[1]


def _age(row: AssessmentRow) -> tuple[int, int]:
    return (row.date.last, row.date.first) if row.date else (0, 0)


def _record(
    row: AssessmentRow, scale: RatingScale, subject: Subject, changes: Mapping[str, RatingChange]
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


def _rating(row: RatingRow, scale: RatingScale, change: RatingChange | None) -> RatingRecord:
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


def _areas(ratings: Iterable[RatingRecord], scale: RatingScale) -> Iterator[AreaRecord]:
    """The areas of which something is said, in the order of the framework."""
    found: dict[str, list[RatingRecord]] = {}
    for each in ratings:
        if each.section in scale.areas:
            found.setdefault(scale.areas[each.section].id, []).append(each)
    for name, within in found.items():
        yield AreaRecord(name, scale.areas[name].title, _counts(within, scale, scale.numbers[name]))


def _counts(ratings: Sequence[RatingRecord], scale: RatingScale, of: int | None) -> RatingCounts:
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
