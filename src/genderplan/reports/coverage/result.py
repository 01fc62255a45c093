"""`coverage`: the sections of frameworks, what serves each of them and how far, and the gaps."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from genderplan.errors import UsageError
from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import Measure, Measures, Supporter, Supporters, best, find, served_by
from genderplan.reports.coverage.columns import Columns, columns_by, frameworks_of_columns
from genderplan.reports.coverage.records import (
    Below,
    Coverage,
    CoverageCell,
    CoverageGaps,
    CoverageRow,
    CoveredFramework,
)
from genderplan.standing.records.plans import TitleRecord
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection, measures_selected, supporters_selected
from genderplan.standing.standings import Standings
from genderplan.suggestions import unknown


class CoverageQuery(NamedTuple):
    """What coverage is asked for: of which framework, all that are followed where None; by what; the gaps alone."""

    framework: str | None = None
    by: str | None = None
    gaps: bool = False


def coverage(tree: Tree, standings: Sequence[Standings], selection: Selection, asked: CoverageQuery) -> Coverage:
    """What serves the sections of frameworks, of the entries that are selected.

    Raises UsageError for a framework that there is not, or columns that there are not.
    """
    plans = [each.plan for each in standings]
    held, measured = supporters_selected(standings, selection), measures_selected(standings, selection)
    apart = frameworks_of_columns(asked.by, tree)
    frameworks = [each for each in _frameworks(tree, plans, {*held, *measured}, asked.framework) if each not in apart]
    if asked.framework and not frameworks:
        raise UsageError(f"--by {asked.by}: the columns of a framework are those of another one")
    columns = columns_by(asked.by, tree, plans, held, measured)
    views = [_View(framework, tree, _Holders(held, measured), columns) for framework in frameworks]
    gaps = CoverageGaps(*(tuple(name for view in views for name in view.gaps(how)) for how in CoverageGaps._fields))
    rows = [row for view in views for row in view.rows()]
    if asked.gaps:
        missing = frozenset(name for names in gaps for name in names)
        rows = [row for row in rows if row.section in missing]
    used = columns.always.union(cell.column for row in rows for cell in row.cells)
    return Coverage(
        plans=plan_labels(standings),
        by=asked.by,
        frameworks=tuple(view.summary() for view in views),
        columns=tuple(column for name, column in columns.titles.items() if name in used),
        rows=tuple(rows),
        gaps=gaps,
        idle=tuple(TitleRecord(name, columns.titles[name].title) for name in columns.expected if name not in used),
    )


def _frameworks(tree: Tree, plans: Sequence[Plan], held: Set[str], wanted: str | None) -> Sequence[FrameworkRow]:
    """The framework named; else those that the plans follow, else those that anything of theirs supports, else all."""
    known = tree.frameworks_by_id
    if wanted is not None:
        name = wanted.removeprefix("framework:")
        if name in tree.unread_frameworks:
            raise UsageError(f"'{name}' could not be read: 'genderplan validate' tells why")
        if name not in known:
            raise UsageError(unknown("framework", name, known))
        return [known[name]]
    followed = dict.fromkeys(name for plan in plans for name in plan.follows if name in known)
    supported = {name.partition("/")[0] for name in held}
    named = followed or [each.id for each in tree.frameworks if each.id in supported]
    return [known[name] for name in named] if named else tree.frameworks


class _Holders(NamedTuple):
    """What supports sections, by the references to them."""

    entries: Supporters
    indicators: Measures


class _View:
    """What is told of one framework."""

    def __init__(self, framework: FrameworkRow, tree: Tree, holders: _Holders, columns: Columns) -> None:
        self._framework = framework
        self._tree = tree
        self._held, self._measured = holders
        self._columns = columns
        self._places = {name: number for number, name in enumerate(columns.titles)}
        self._of_strategies = {each.id for each in tree.frameworks if each.kind == "strategies"}
        self._served = {section.id: self._how(section) for section in framework.sections}

    def _how(self, section: SectionRow) -> str:
        """How a section is served: full, part, strategies, nothing; or heading, where nothing is said of it."""
        name = section.full_id()
        by_entries = (each.extent for each in self._held.get(name, {}).values())
        by_indicators = (each.extent for each in self._measured.get(name, {}).values())
        others = [row.extent for row in section.supported_by if not self._is_strategy(row)]
        extent = best((*by_entries, *by_indicators, *others))
        if extent in {"full", "part"}:
            return str(extent)
        if any(row.extent != "none" for row in section.supported_by):
            return "strategies"
        is_heading = section.has_parts and section.importance is None and extent is None and not section.supported_by
        return "heading" if is_heading else "nothing"

    def _is_strategy(self, row: SupportRow) -> bool:
        return row.section is not None and row.section.partition("/")[0] in self._of_strategies

    def gaps(self, how: str) -> Iterator[str]:
        """The sections that are served so, by their full ids."""
        return (each.full_id() for each in self._framework.sections if self._served[each.id] == how)

    def summary(self) -> CoveredFramework:
        framework, told = self._framework, list(self._served.values())
        numbers = [told.count(how) for how in ("full", "part", "strategies", "nothing")]
        facts = (framework.id, framework.title, framework.kind, framework.edition)
        return CoveredFramework(*facts, sum(numbers), *numbers)

    def rows(self) -> Iterator[CoverageRow]:
        """The framework as a whole, where something supports that; then its sections."""
        framework = self._framework
        if framework.id in self._held or framework.id in self._measured:
            yield self._row(framework.id, framework.title, (), None)
        below = self._below()
        for section in framework.sections:
            yield self._row(section.full_id(), section.title, section.supported_by, section)._replace(
                below=below.get(section.id)
            )

    def _row(
        self, name: str, title: str, supported_by: Sequence[SupportRow], section: SectionRow | None
    ) -> CoverageRow:
        cells = self._cells(self._held.get(name, {}), self._measured.get(name, {}), supported_by)
        return CoverageRow(
            section=name,
            title=title,
            depth=section.depth if section else 0,
            importance=section.importance if section else None,
            cells=cells,
            extent=best(cell.extent for cell in cells),
            entries=tuple(served_by(self._held, name)),
            ref=section.ref if section else None,
            strategies=tuple(self._strategies(supported_by)),
            is_heading=section is not None and self._served[section.id] == "heading",
            below=None,
            indicators=tuple(served_by(self._measured, name)),
        )

    def _strategies(self, supported_by: Sequence[SupportRow]) -> Iterator[TitleRecord]:
        for row in supported_by:
            named = find(self._tree, row.section or "") if row.extent != "none" and self._is_strategy(row) else None
            if row.section and named:
                yield TitleRecord(row.section, named.title)

    def _cells(
        self, held: Mapping[str, Supporter], measured: Mapping[str, Measure], supported_by: Sequence[SupportRow]
    ) -> tuple[CoverageCell, ...]:
        """What each column says, in the order of the columns."""
        extents: dict[str, list[str]] = {}
        entries: dict[str, list[str]] = {}
        for name, support in held.items():
            for column in self._columns.of_entry(support.entry):
                extents.setdefault(column, []).append(support.extent)
                entries.setdefault(column, []).extend([name] if support.is_served else [])
        for measure in measured.values():
            for column in self._columns.of_entry(measure.indicator):
                extents.setdefault(column, []).append(measure.extent)
        for row in supported_by:
            other = self._columns.of_section(row.section) if row.section else None
            if other is not None:
                extents.setdefault(other, []).append(row.extent)
        named = sorted(filter(self._places.__contains__, extents), key=self._places.__getitem__)
        return tuple(
            CoverageCell(name, str(best(extents[name])), tuple(dict.fromkeys(entries.get(name, ())))) for name in named
        )

    def _below(self) -> Mapping[str, Below]:
        """What is told of the sections in each section, by its bare id."""
        found: dict[str, _Within] = {}
        for section in reversed(self._framework.sections):
            here = found.get(section.id, _NOTHING_WITHIN)
            if section.parent is not None:
                how = self._served[section.id]
                above = found.setdefault(section.parent, _Within())
                above.sections += here.sections + (how != "heading")
                above.served += here.served + (how in {"full", "part"})
                above.entries.update(here.entries, served_by(self._held, section.full_id()))
        return {name: Below(each.sections, each.served, len(each.entries)) for name, each in found.items()}


@dataclass
class _Within:
    """What is in a section, while that is found."""

    sections: int = 0
    served: int = 0
    entries: set[str] = field(default_factory=set)


_NOTHING_WITHIN = _Within()
