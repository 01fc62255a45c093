"""Records of frameworks and their sections in the JSON contract."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.framework.rows import DutyCycleRow, FrameworkRow, SectionRow, ValidityRow
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.plans import Plan
from genderplan.plan.supports import Measures, Supporters, served_by


class FrameworkRecord(NamedTuple):
    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    kind: str | None
    """standard, duty, law, goals, directions, strategies, consultation, factors, strands or other."""
    edition: str | None
    """Which edition it is."""
    publisher: str | None
    """Who gave it out."""
    valid: ValidityRow | None
    """From when to when this edition holds; null where nothing is said."""
    address: str | None
    """Where it can be read."""
    every_entry: bool
    """Whether every entry of a plan that follows it refers to one of its sections."""
    sections: int
    """How many sections it has, at any depth."""
    followed_by: tuple[str, ...]
    """The ids of the plans that follow it."""
    file: str
    """The file, relative to the current folder, with slashes."""


class SectionRecord(NamedTuple):
    framework: str
    """The framework's id."""
    section: str
    """The section's id in its framework."""
    id: str
    """The full id: framework/section."""
    ref: str | None
    """Its number as it is printed."""
    title: str
    """The title, in the words of the document."""
    kind: str | None
    """outcome, engagement or question; null where nothing is said."""
    importance: str | None
    """mandatory, recommended or information; null where nothing is said."""
    depth: int
    """How many sections it is in."""
    parent: str | None
    """The id of the section that it is in."""
    evidence: tuple[str, ...]
    """What shows that it is met, in words."""
    published: PlanDate | None
    """When it was published."""
    consultation: PlanDate | None
    """When it was sent out in draft."""
    state: str | None
    """How far it is, in words."""
    supported_by: tuple[SupportRow, ...]
    """The sections of other frameworks that support it."""
    cycle: DutyCycleRow | None
    """How often it has to be done again."""
    entries: int
    """How many entries support it, by themselves or with their objectives."""
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
    line: int
    """The line in the file, from 1."""
    indicators: int
    """How many indicators support it."""


def framework_record(framework: FrameworkRow, plans: Iterable[Plan]) -> FrameworkRecord:
    """The record of a framework, and which of some plans follow it."""
    return FrameworkRecord(
        id=framework.id,
        title=framework.title,
        kind=framework.kind,
        edition=framework.edition,
        publisher=framework.publisher,
        valid=framework.valid,
        address=framework.address,
        every_entry=framework.every_entry,
        sections=len(framework.sections),
        followed_by=tuple(plan.id for plan in plans if framework.id in plan.follows),
        file=framework.file,
    )


def section_record(
    framework: FrameworkRow, section: SectionRow, supporters: Supporters, measures: Measures
) -> SectionRecord:
    """The record of a section of a framework."""
    return SectionRecord(
        framework=framework.id,
        section=section.id,
        id=section.full_id(),
        ref=section.ref,
        title=section.title,
        kind=section.kind,
        importance=section.importance,
        depth=section.depth,
        parent=section.parent,
        evidence=section.evidence,
        published=section.published,
        consultation=section.consultation,
        state=section.state,
        supported_by=section.supported_by,
        cycle=section.cycle,
        entries=len(list(served_by(supporters, section.full_id()))),
        note=section.note,
        tags=section.tags,
        source=section.source,
        extra=section.extra,
        file=framework.file,
        line=section.line,
        indicators=len(list(served_by(measures, section.full_id()))),
    )
