"""Records of assessments in the JSON contract: what was found section by section, and how that has changed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.plan.subjects import Subject


class RatingChange(NamedTuple):
    """What was found of a section, held against what was found of it last before."""

    how: str
    """up, down, same, or changed where no order is known; first, or first-dated where one without a date has it too;
    not-rated-before where earlier assessments say that; no-longer-rated where it had a level."""
    levels: int | None
    """How many levels up or down; null where it is neither."""
    was: str | None
    """The level, or the answer, of then."""
    since: PlanDate | None
    """The date of the assessment that has it."""
    assessment: str | None
    """The full id of that assessment."""


class RatingRecord(NamedTuple):
    """What was found of one section; sections of which an assessment says nothing are not among its ratings."""

    section: str
    """The section's id in its framework."""
    title: str | None
    """The title, in the words of the framework; null where the framework is not in the tree, or has no such section."""
    state: str
    """rated, not-rated, not-applicable, or answered where there is an answer and no level."""
    level: str | None
    """The level, not-rated or not-applicable; null where there is an answer alone."""
    level_title: str | None
    """The level in words; null where the framework does not have it."""
    score: int | None
    """The number that the framework gives the level."""
    answer: str | None
    """The answer, where the section is a question."""
    evidence: tuple[str, ...]
    """What shows it: texts or addresses."""
    note: str | None
    """What a reader should know, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    change: RatingChange | None
    """What has changed since the last; null where nothing can be told: of an assessment without a date, of one that is
    still to come, of one that may be before or after another that rates it first, and of what never had a level."""


class LevelCount(NamedTuple):
    level: str
    """The level's id."""
    title: str | None
    """The level in words; null where the framework does not have it."""
    score: int | None
    """The number that the framework gives it."""
    sections: int
    """How many sections were found at it."""


class RatingCounts(NamedTuple):
    """How many sections were found how: counted, never averaged."""

    levels: tuple[LevelCount, ...]
    """Each level that a section was found at, the lowest first."""
    not_rated: int
    """Of how many it is said that they are not rated."""
    not_applicable: int
    """Of how many it is said that none applies."""
    answered: int
    """How many have an answer and no level."""
    nothing_said: int | None
    """Of how many nothing is said; null where the framework is not in the tree."""


class AreaRecord(NamedTuple):
    """A section that is part of no other, with all that is in it."""

    section: str
    """The section's id in its framework."""
    title: str
    """The title, in the words of the framework."""
    counts: RatingCounts
    """How many of its sections were found how."""


class ChangeCounts(NamedTuple):
    """How many sections changed how since they were last rated or answered."""

    up: int
    """How many are at a higher level."""
    down: int
    """How many are at a lower level."""
    same: int
    """How many are as they were."""
    changed: int
    """How many are otherwise, by no known order."""
    new: int
    """How many have a level or an answer for the first time."""
    no_longer_rated: int
    """How many had a level and have none."""


class AssessmentRecord(NamedTuple):
    plan: str
    """The plan's id."""
    assessment: str
    """The assessment's id in its plan."""
    id: str
    """The full id: plan/assessment."""
    title: str | None
    """What it is called; null where no document says."""
    framework: str
    """The id of the framework that it is against."""
    date: PlanDate | None
    """When; null where no document says."""
    assessed_by: tuple[str, ...]
    """The ids of the organisations that assessed."""
    about: Subject
    """What was assessed."""
    is_newest: bool
    """Whether it is the newest of what it is about by its framework; where none has a date, the last of them."""
    is_to_come: bool
    """Whether its date begins after the status date: then it does not count."""
    counts: RatingCounts
    """How many sections were found how."""
    areas: tuple[AreaRecord, ...]
    """The same of each section that is part of no other, of which, or of a part of which, something is said."""
    changes: ChangeCounts
    """How many sections changed how since the last."""
    ratings: tuple[RatingRecord, ...]
    """What was found, in the order of the framework; sections that it does not have come last."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    file: str
    """The file, relative to the current folder, with slashes."""
