"""Scales of assessment: frameworks with their levels in order, and the places and areas of their sections."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from genderplan.kinds.assessment.rows import AssessmentRow
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.standing.records.assessments import AssessmentRecord

Frameworks: TypeAlias = Mapping[str, FrameworkRow]
"""Frameworks by their ids."""


class RatingScale:
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


def scales_of(rows: Iterable[AssessmentRow | AssessmentRecord], frameworks: Frameworks) -> Mapping[str, RatingScale]:
    """The scale of each framework that assessments are against, all of which tell what is a heading."""
    said: dict[str, set[str]] = {}
    for row in rows:
        said.setdefault(row.framework, set()).update(each.section for each in row.ratings)
    return {name: RatingScale(frameworks.get(name), frozenset(sections)) for name, sections in said.items()}
