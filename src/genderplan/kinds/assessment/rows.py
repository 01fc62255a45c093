"""Rows of assessments and of their ratings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import SourceRow, source_row
from genderplan.source.places import Places

if TYPE_CHECKING:
    from genderplan.kinds.assessment.model import Assessment, Rating
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile

NOT_RATED, NOT_APPLICABLE = "not-rated", "not-applicable"
"""What may stand in the place of a level: that none was given yet, and that none can be."""


class RatingRow(NamedTuple):
    """What was found of a section."""

    section: str
    """The section's id in the framework."""
    level: str | None
    """A level of the framework, not-rated, or not-applicable; null where there is an answer alone."""
    answer: str | None
    """The answer, where the section is a question."""
    evidence: tuple[str, ...]
    """What shows it: texts or addresses."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""


@dataclass(frozen=True)
class AssessmentRow:
    """An assessment with its ratings, in the order of its file."""

    plan: str
    id: str
    title: str | None
    framework: str
    by: tuple[str, ...]
    date: PlanDate | None
    about: str | None
    ratings: tuple[RatingRow, ...]
    source: SourceRow | None
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    file: str
    places: Places

    def full_id(self) -> str:
        """`plan/assessment`."""
        return f"{self.plan}/{self.id}"


def assessment_row(assessment: "Assessment", file: "SourceFile", document: "Document") -> AssessmentRow:
    """The row of the assessment that a file holds."""
    return AssessmentRow(
        plan=file.plan,
        id=file.stem,
        title=assessment.title,
        framework=assessment.framework,
        by=assessment.by,
        date=assessment.date,
        about=assessment.about,
        ratings=tuple(map(_rating, assessment.ratings)),
        source=source_row(assessment.source),
        note=assessment.note,
        tags=assessment.tags,
        extra=assessment.extra,
        file=file.shown,
        places=document.places,
    )


def _rating(rating: "Rating") -> RatingRow:
    return RatingRow(
        rating.section, rating.level, rating.answer, rating.evidence, rating.note, source_row(rating.source)
    )
