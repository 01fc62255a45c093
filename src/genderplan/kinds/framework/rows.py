"""Rows of frameworks: sections one after the other, each with its depth and what it is part of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.part_rows import SourceRow, source_row
from genderplan.kinds.plan.rows import DocumentRow, document_row
from genderplan.kinds.shared.support_rows import SupportRow, support_rows
from genderplan.source.places import Path, Places

if TYPE_CHECKING:
    from genderplan.kinds.framework.model import Framework
    from genderplan.kinds.framework.parts import DutyCycle, Level, Section
    from genderplan.kinds.framework.rules import Condition, Rule
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile


class LevelRow(NamedTuple):
    """A level of attainment."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    score: int | None
    """The number that the framework gives it."""


class DutyCycleRow(NamedTuple):
    """How often a duty comes again; `from_` is `from` in the file."""

    every: Length
    """How long from one time to the next."""
    from_: PlanDate | None
    """The first day; null where it belongs to the body."""
    until: PlanDate | None
    """The last day; null where the duty does not end."""
    kind: str | None
    """fixed, or rolling from the last publication; null where the file does not say."""


class ValidityRow(NamedTuple):
    """From when to when an edition holds; `from_` is `from` in the file."""

    from_: PlanDate | None
    """Since when; null where the file does not say."""
    until: PlanDate | None
    """Until when, this day, month or year included; null: still."""


class ConditionRow(NamedTuple):
    """Which entries count; what is empty asks nothing."""

    sections: tuple[str, ...]
    """They support one of these sections of the framework."""
    tags: tuple[str, ...]
    """They, or a section that they support, have one of these tags."""
    progress: tuple[str, ...]
    """They are so far."""


class RuleRow(NamedTuple):
    """So many different entries of one sort, and one of each of others, none of which counts twice."""

    id: str
    """The id."""
    title: str | None
    """The rule in words."""
    at_least: int
    """How many entries of one sort."""
    of: ConditionRow
    """Which entries count for these."""
    each: tuple[ConditionRow, ...]
    """Sorts of entries, for each of which there is another one."""
    note: str | None
    """What a reader should know, in words."""

    @property
    def entries(self) -> int:
        """How many entries it asks for, those of one sort and those of each."""
        return self.at_least + len(self.each)

    @property
    def is_of_a_day(self) -> bool:
        """Whether it asks how far entries are, which hangs on the day."""
        return any(condition.progress for condition in (self.of, *self.each))


class SectionRow(NamedTuple):
    """A section; `depth` is 0 for those that are part of no other, `path` leads to it in its file."""

    framework: str
    id: str
    title: str
    ref: str | None
    kind: str | None
    importance: str | None
    evidence: tuple[str, ...]
    published: PlanDate | None
    consultation: PlanDate | None
    state: str | None
    supported_by: tuple[SupportRow, ...]
    cycle: DutyCycleRow | None
    note: str | None
    tags: tuple[str, ...]
    source: SourceRow | None
    extra: Mapping[str, Any]
    depth: int
    parent: str | None
    has_parts: bool
    line: int
    path: Path

    def full_id(self) -> str:
        """`framework/section`."""
        return f"{self.framework}/{self.id}"


@dataclass(frozen=True)
class FrameworkRow:
    """A framework with all its sections, in the order of its file."""

    id: str
    title: str
    kind: str | None
    edition: str | None
    publisher: str | None
    copyright: str | None
    valid: ValidityRow | None
    address: str | None
    every_entry: bool
    levels: tuple[LevelRow, ...]
    sections: tuple[SectionRow, ...]
    rules: tuple[RuleRow, ...]
    sources: tuple[DocumentRow, ...]
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    file: str
    places: Places

    @cached_property
    def by_id(self) -> Mapping[str, SectionRow]:
        """Its sections by their bare ids."""
        return {section.id: section for section in self.sections}

    @cached_property
    def mandatory(self) -> tuple[SectionRow, ...]:
        """The sections that a plan that follows it has to serve."""
        return tuple(section for section in self.sections if section.importance == "mandatory")


def framework_row(framework: "Framework", file: "SourceFile", document: "Document") -> FrameworkRow:
    """The row of the framework that a file holds."""
    valid = framework.valid
    return FrameworkRow(
        id=file.stem,
        title=framework.title,
        kind=framework.kind,
        edition=framework.edition,
        publisher=framework.publisher,
        copyright=framework.copyright,
        valid=ValidityRow(valid.from_, valid.until) if valid else None,
        address=framework.address,
        every_entry=framework.every_entry,
        levels=tuple(map(_level, framework.levels)),
        sections=tuple(_sections(framework, file.stem, document.places)),
        rules=tuple(map(_rule, framework.rules)),
        sources=tuple(map(document_row, framework.sources)),
        note=framework.note,
        tags=framework.tags,
        extra=framework.extra,
        file=file.shown,
        places=document.places,
    )


def _level(level: "Level") -> LevelRow:
    return LevelRow(level.id, level.title, level.score)


def _sections(framework: "Framework", name: str, places: Places) -> Iterator[SectionRow]:
    above: list[str] = []
    for section, path in framework.all_sections():
        depth = len(path) // 2 - 1
        del above[depth:]
        yield _section(section, name, path, above[-1] if above else None, places.position(path).line)
        above.append(section.id)


def _section(section: "Section", framework: str, path: Path, parent: str | None, line: int) -> SectionRow:
    return SectionRow(
        framework=framework,
        id=section.id,
        title=section.title,
        ref=section.ref,
        kind=section.kind,
        importance=section.importance,
        evidence=section.evidence,
        published=section.published,
        consultation=section.consultation,
        state=section.state,
        supported_by=support_rows(section.supported_by),
        cycle=_cycle(section.cycle),
        note=section.note,
        tags=section.tags,
        source=source_row(section.source),
        extra=section.extra,
        depth=len(path) // 2 - 1,
        parent=parent,
        has_parts=bool(section.sections),
        line=line,
        path=path,
    )


def _cycle(cycle: "DutyCycle | None") -> DutyCycleRow | None:
    return DutyCycleRow(cycle.every, cycle.from_, cycle.until, cycle.kind) if cycle else None


def _rule(rule: "Rule") -> RuleRow:
    at_least = int(rule.of is not None or not rule.each) if rule.at_least is None else rule.at_least
    of = _condition(rule.of) if rule.of else ConditionRow((), (), ())
    return RuleRow(rule.id, rule.title, at_least, of, tuple(map(_condition, rule.each)), rule.note)


def _condition(condition: "Condition") -> ConditionRow:
    return ConditionRow(condition.sections, condition.tags, condition.progress)
