"""`assessments`: frameworks with their sections, and the assessments that say something of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.errors import UsageError
from genderplan.folding import folded
from genderplan.kinds.framework.rows import LevelRow
from genderplan.plan.lookup import kind_of
from genderplan.plan.plans import Tree
from genderplan.plan.subjects import Subject
from genderplan.standing.assessments.recording import assessment_records
from genderplan.standing.assessments.scales import RatingScale, scales_of
from genderplan.standing.records.assessments import AssessmentRecord
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.standings import Standings
from genderplan.suggestions import unknown


class AssessedSection(NamedTuple):
    section: str
    """The section's id in its framework."""
    ref: str | None
    """Its number as it is printed."""
    title: str | None
    """The title, in the words of the framework; null where the framework is not in the tree, or has no such section."""
    kind: str | None
    """outcome, engagement or question; null where nothing is said."""
    depth: int
    """How many sections it is in."""
    is_heading: bool
    """Whether it stands above others and no assessment says anything of it: it is not counted."""
    assessments: int
    """How many of the assessments say something of it; of what has none nothing is said, which is no level."""


class AssessedFramework(NamedTuple):
    id: str
    """The id."""
    title: str | None
    """The title; null where its file is not in the tree, or could not be read."""
    kind: str | None
    """What sort of framework it is."""
    edition: str | None
    """Which edition it is."""
    levels: tuple[LevelRow, ...]
    """Its levels, the lowest first."""
    sections: tuple[AssessedSection, ...]
    """Its sections in their order, and after them what is rated and is none of these."""


class Ratings(NamedTuple):
    plans: tuple[PlanLabel, ...]
    """The plans whose assessments are told, and the day on which each is judged."""
    frameworks: tuple[AssessedFramework, ...]
    """The framework that was asked for, or every one that is assessed."""
    assessments: tuple[AssessmentRecord, ...]
    """The assessments, by framework, the oldest first; those without a date before all."""


class RatingsQuery(NamedTuple):
    """Of which framework, and about what; of all and about all where None."""

    framework: str | None = None
    about: str | None = None


def ratings(tree: Tree, standings: Sequence[Standings], asked: RatingsQuery) -> Ratings:
    """What the assessments of plans say of the sections of frameworks.

    Raises UsageError for a framework that there is not, and for what no assessment is about.
    """
    records = assessment_records(standings, tree.by_id, tree.frameworks_by_id)
    scales = dict(scales_of(records, tree.frameworks_by_id))
    frameworks = _frameworks(tree, records, asked.framework)
    if asked.about is not None:
        named = _about(tree, [each.about for each in records], asked.about)
        records = tuple(each for each in records if each.about == named)
        kept = {each.framework for each in records}
        frameworks = [name for name in frameworks if asked.framework or name in kept]
    by_framework = {name: [each for each in records if each.framework == name] for name in frameworks}
    return Ratings(
        plan_labels(standings),
        tuple(
            _framework(name, scales.get(name) or RatingScale(tree.frameworks_by_id.get(name), frozenset()), told)
            for name, told in by_framework.items()
        ),
        tuple(each for told in by_framework.values() for each in in_time(told)),
    )


def in_time(records: Iterable[AssessmentRecord]) -> list[AssessmentRecord]:
    """Assessments, the oldest first; those without a date come before all, as nobody knows when they were."""
    return sorted(records, key=lambda each: (each.date.last, each.date.first) if each.date else (0, 0))


def _frameworks(tree: Tree, records: Iterable[AssessmentRecord], wanted: str | None) -> list[str]:
    """The framework named; else those that are assessed, those of the tree first."""
    assessed = dict.fromkeys(each.framework for each in records)
    if wanted is None:
        return sorted(assessed, key=lambda name: (name not in tree.frameworks_by_id, name))
    name = wanted.removeprefix("framework:")
    if name not in {*tree.frameworks_by_id, *tree.unread_frameworks, *assessed}:
        raise UsageError(unknown("framework", name, {*tree.frameworks_by_id, *assessed}))
    return [name]


def _about(tree: Tree, subjects: Sequence[Subject], name: str) -> Subject:
    """The one subject that a name means: by its id, with or without its plan, in any case; an organisation by any of
    its names.
    """
    kind, bare = kind_of(name)
    wanted = folded(bare)
    organisations = tree.organisations.find(bare)
    found = {
        each: None
        for each in subjects
        if kind in {None, each.kind}
        and (each.id in organisations if each.kind == "organisation" else wanted in _names(each))
    }
    if not found:
        raise UsageError(unknown("subject of an assessment", bare, {each.id for each in subjects}))
    if len(found) > 1:
        raise UsageError(f"'{bare}' can mean {', '.join(f'{each.kind} {each.id}' for each in found)}: name one of them")
    return next(iter(found))


def _names(subject: Subject) -> frozenset[str]:
    _, slash, short = subject.id.partition("/")
    return frozenset((folded(subject.id), folded(short))) if slash else frozenset((folded(subject.id),))


def _framework(name: str, scale: RatingScale, records: Sequence[AssessmentRecord]) -> AssessedFramework:
    said = Counter(rating.section for each in records if not each.is_to_come for rating in each.ratings)
    framework = scale.framework
    return AssessedFramework(
        id=name,
        title=framework.title if framework else None,
        kind=framework.kind if framework else None,
        edition=framework.edition if framework else None,
        levels=framework.levels if framework else (),
        sections=tuple(_sections(scale, said)),
    )


def _sections(scale: RatingScale, said: Mapping[str, int]) -> Iterator[AssessedSection]:
    for each in scale.sections:
        is_heading = each.id in scale.headings
        yield AssessedSection(each.id, each.ref, each.title, each.kind, each.depth, is_heading, said.get(each.id, 0))
    for name, number in said.items():
        if name not in scale.places:
            yield AssessedSection(name, None, None, None, 0, False, number)
