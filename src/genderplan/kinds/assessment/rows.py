"""Rows of assessments and of their ratings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.findings import Position
from genderplan.kinds.entry.part_rows import SourceRow, source_row
from genderplan.source.places import Path, Places

if TYPE_CHECKING:
    from genderplan.kinds.assessment.model import Assessment, Rating
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile

NOT_RATED, NOT_APPLICABLE = "not-rated", "not-applicable"
NO_LEVELS = (NOT_RATED, NOT_APPLICABLE)
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

    @property
    def has_level(self) -> bool:
        """Whether a level was given, and not a word in the place of one."""
        return self.level is not None and self.level not in NO_LEVELS


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

    def at(self, *path: str | int) -> Position:
        """Where a value stands in its file."""
        return self.places.position(path)

    @property
    def sources(self) -> Iterator[tuple[SourceRow, Path]]:
        """What it and its ratings are taken from, each with the way to it."""
        if self.source:
            yield self.source, ("source",)
        for index, rating in enumerate(self.ratings):
            if rating.source:
                yield rating.source, ("ratings", index, "source")


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
