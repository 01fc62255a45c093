"""Columns of coverage: where what supports a section is told, by what was asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from genderplan.errors import UsageError
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.framework.rows import FrameworkRow
from genderplan.kinds.indicator.rows import IndicatorRow
from genderplan.plan.plans import Plan, Tree
from genderplan.plan.supports import Measures, Supporters, served_by
from genderplan.reports.coverage.records import CoverageColumn
from genderplan.suggestions import unknown

NOTHING = "-"
"""The column of entries and indicators without an objective or a lead."""

Titles: TypeAlias = Mapping[str, CoverageColumn]


class Columns(NamedTuple):
    """The columns there can be by their ids, in their order, and which of them tell of what.

    Those of `always` are shown whether they hold anything or not; of those `expected` it is told where they hold none.
    """

    titles: Titles
    of_entry: Callable[[EntryRow | IndicatorRow], Iterable[str]]
    of_section: Callable[[str], str | None]
    always: frozenset[str] = frozenset()
    expected: tuple[str, ...] = ()


def columns_by(
    by: str | None, tree: Tree, plans: Sequence[Plan], supporters: Supporters, measures: Measures
) -> Columns:
    """The columns by what was asked for. Raises UsageError for what is neither a word for them nor a framework."""
    if by is None:
        return _by_plan_and_framework(tree, plans)
    if by in _BY:
        return _BY[by](tree, plans)
    return _by_section(frameworks_of_columns(by, tree), supporters, measures)


def frameworks_of_columns(by: str | None, tree: Tree) -> Sequence[FrameworkRow]:
    """The frameworks whose sections are the columns that were asked for, and so no rows; `framework:` may stand before.

    Raises UsageError for what is neither a word for columns nor a framework.
    """
    if by is None or by in _BY:
        return ()
    if by == "strand":
        strands = [each for each in tree.frameworks if each.kind == "strands"]
        if not strands:
            raise UsageError("no framework of kind strands is in frameworks/: --by strand has no columns")
        return strands
    name = by.removeprefix("framework:")
    if name not in tree.frameworks_by_id:
        raise UsageError(unknown("kind of columns", name, (*_BY, "strand", *tree.frameworks_by_id)))
    return (tree.frameworks_by_id[name],)


def _no_section(_: str) -> None:
    return None


def _by_plan(tree: Tree, plans: Sequence[Plan]) -> Columns:  # noqa: ARG001
    titles = {plan.id: CoverageColumn(plan.id, plan.title, None) for plan in plans}
    return Columns(
        titles, lambda entry: (entry.plan,), _no_section, frozenset(titles) if len(titles) == 1 else frozenset()
    )


def _by_plan_and_framework(tree: Tree, plans: Sequence[Plan]) -> Columns:
    by_plan = _by_plan(tree, plans)
    frameworks = {each.id: CoverageColumn(each.id, each.title, None) for each in tree.frameworks}
    return by_plan._replace(
        titles={**by_plan.titles, **frameworks}, of_section=lambda reference: reference.partition("/")[0]
    )


def _by_objective(tree: Tree, plans: Sequence[Plan]) -> Columns:  # noqa: ARG001
    titles = {}
    for plan in plans:
        named = [(each.id, each.title) for each in plan.objectives]
        for name, title in (*named, (NOTHING, "no objective")):
            column = f"{plan.id}/{name}"
            titles[column] = CoverageColumn(column, title, None)
    return Columns(titles, _objective, _no_section)


def _objective(each: EntryRow | IndicatorRow) -> tuple[str]:
    """An indicator is of no objective."""
    return (f"{each.plan}/{(each.objective if isinstance(each, EntryRow) else None) or NOTHING}",)


def _by_lead(tree: Tree, plans: Sequence[Plan]) -> Columns:
    named = tree.organisations.names_by_id
    leads = {lead for plan in plans for each in plan.entries for lead in each.leads}
    leads |= {lead for plan in plans for each in plan.indicators for lead in each.leads}
    titles = {
        lead: CoverageColumn(lead, named.get(lead, lead), None) for lead in sorted(sorted(leads), key=str.casefold)
    }
    titles[NOTHING] = CoverageColumn(NOTHING, "no lead", None)
    return Columns(titles, lambda entry: entry.leads or (NOTHING,), _no_section)


_BY: Mapping[str, Callable[[Tree, Sequence[Plan]], Columns]] = {
    "objective": _by_objective,
    "lead": _by_lead,
    "plan": _by_plan,
}


def _by_section(frameworks: Sequence[FrameworkRow], supporters: Supporters, measures: Measures) -> Columns:
    """Sections of other frameworks: what they support, and the entries and indicators that support both."""
    titles = {column.column: column for each in frameworks for column in _sections(each)}
    of_entry: dict[str, list[str]] = {}
    for reference in titles:
        for name in (*served_by(supporters, reference), *served_by(measures, reference)):
            of_entry.setdefault(name, []).append(reference)
    tops = [(each.full_id(), framework) for framework in frameworks for each in framework.sections if each.depth == 0]
    return Columns(
        titles,
        lambda entry: of_entry.get(entry.full_id(), ()),
        lambda reference: reference if reference in titles else None,
        frozenset(name for name, framework in tops if framework.kind == "strands"),
        tuple(name for name, framework in tops if framework.kind != "strands"),
    )


def _sections(framework: FrameworkRow) -> Iterator[CoverageColumn]:
    yield CoverageColumn(framework.id, framework.title, None)
    for section in framework.sections:
        yield CoverageColumn(section.full_id(), section.title, section.ref)
