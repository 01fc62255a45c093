"""Table of ratings for other programs: a line for each, and one for each section of which nothing is said."""

from collections.abc import Iterator
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.reports.assessments.result import AssessedFramework, AssessedSection, Ratings
from genderplan.standing.records.assessments import AssessmentRecord, RatingRecord


class RatingLine(NamedTuple):
    """A rating with its section and its assessment; of the last nothing where no assessment says anything."""

    framework: str
    section: str
    ref: str | None
    title: str | None
    depth: int
    state: str
    level: str | None = None
    level_title: str | None = None
    score: int | None = None
    answer: str | None = None
    evidence: tuple[str, ...] = ()
    note: str | None = None
    source: SourceRow | None = None
    change: str | None = None
    levels: int | None = None
    since: PlanDate | None = None
    about_kind: str | None = None
    about: str | None = None
    date: PlanDate | None = None
    assessed_by: tuple[str, ...] = ()
    assessment: str | None = None


def rating_lines(report: Ratings) -> Iterator[RatingLine]:
    """By framework and section, the oldest first; what is still to come is left out, and so are headings."""
    for framework in report.frameworks:
        found: dict[str, list[tuple[AssessmentRecord, RatingRecord]]] = {}
        for assessment in report.assessments:
            if assessment.framework == framework.id and not assessment.is_to_come:
                for rating in assessment.ratings:
                    found.setdefault(rating.section, []).append((assessment, rating))
        for section in framework.sections:
            lines = [_line(framework, section, *each) for each in found.get(section.section, ())]
            yield from lines or ([] if section.is_heading else [_silent(framework, section)])


def _silent(framework: AssessedFramework, section: AssessedSection) -> RatingLine:
    return RatingLine(framework.id, section.section, section.ref, section.title, section.depth, "nothing-said")


def _line(
    framework: AssessedFramework, section: AssessedSection, assessment: AssessmentRecord, rating: RatingRecord
) -> RatingLine:
    change = rating.change
    return _silent(framework, section)._replace(
        state=rating.state,
        level=rating.level,
        level_title=rating.level_title,
        score=rating.score,
        answer=rating.answer,
        evidence=rating.evidence,
        note=rating.note,
        source=rating.source,
        change=change.how if change else None,
        levels=change.levels if change else None,
        since=change.since if change else None,
        about_kind=assessment.about.kind,
        about=assessment.about.id,
        date=assessment.date,
        assessed_by=assessment.assessed_by,
        assessment=assessment.id,
    )
