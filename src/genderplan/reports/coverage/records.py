"""Records of coverage: a row for each section, a cell where something is said, and the gaps."""

from typing import NamedTuple

from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.plans import TitleRecord


class CoverageCell(NamedTuple):
    """What one column says of a section."""

    column: str
    """The column, by its id."""
    extent: str
    """How far: full, part, or none where that is said."""
    entries: tuple[str, ...]
    """The full ids of the entries that support it there."""


class Below(NamedTuple):
    """What is told of the sections in a section, apart from itself."""

    sections: int
    """How many sections are in it, at any depth; headings are not counted."""
    served: int
    """How many of these are served in full or in part, by more than strategies."""
    entries: int
    """How many different entries support one of them."""


class CoverageRow(NamedTuple):
    """A section, or a framework as a whole where something refers to that; columns that say nothing have no cell."""

    section: str
    """The section as framework/section; the framework alone for the whole of it."""
    title: str
    """The title, in the words of the document."""
    depth: int
    """How many sections it is in."""
    importance: str | None
    """mandatory, recommended or information; null where nothing is said."""
    cells: tuple[CoverageCell, ...]
    """What each column says, in the order of the columns; one that says nothing has none."""
    extent: str | None
    """The furthest of the cells; null where none says anything."""
    entries: tuple[str, ...]
    """The full ids of the entries that support it in full or in part, in whatever column."""
    ref: str | None
    """Its number as it is printed."""
    strategies: tuple[TitleRecord, ...]
    """The sections of frameworks of strategies that support it, as framework/section."""
    is_heading: bool
    """Whether it only stands above others: nothing is said of it, and it has no importance."""
    below: Below | None
    """What is told of the sections in it; null where there are none."""
    indicators: tuple[str, ...]
    """The full ids of the indicators that support it in full or in part, in whatever column."""


class CoverageColumn(NamedTuple):
    """A column of the matrix."""

    column: str
    """The id: of a section, an objective, an organisation, a plan or a framework."""
    title: str
    """The title or the name."""
    ref: str | None
    """Its number as it is printed."""


class CoveredFramework(NamedTuple):
    """How much of a framework is served; each section that is no heading is counted once."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    kind: str | None
    """What sort of framework it is."""
    edition: str | None
    """Which edition it is."""
    sections: int
    """How many sections it has; headings are not counted."""
    full: int
    """How many are served in full, by more than strategies."""
    part: int
    """How many are served in part only."""
    strategies: int
    """How many only strategies serve."""
    nothing: int
    """How many nothing serves."""


class CoverageGaps(NamedTuple):
    """Sections that are not served in full, as framework/section, in their order."""

    nothing: tuple[str, ...]
    """Those that nothing serves."""
    part: tuple[str, ...]
    """Those that are served in part only."""
    strategies: tuple[str, ...]
    """Those that only strategies serve."""


class Coverage(NamedTuple):
    """`rows` has the sections of all frameworks asked for, in their order; with --gaps those alone in `gaps`."""

    plans: tuple[PlanLabel, ...]
    """The plans that the output is of, and the day on which each is judged."""
    by: str | None
    """What the columns are: objective, lead, plan, strand or a framework; null for plans and frameworks."""
    frameworks: tuple[CoveredFramework, ...]
    """The frameworks, and how much of each is served."""
    columns: tuple[CoverageColumn, ...]
    """The columns, in their order."""
    rows: tuple[CoverageRow, ...]
    """The sections."""
    gaps: CoverageGaps
    """The sections that are not served in full."""
    idle: tuple[TitleRecord, ...]
    """The sections of the columns' framework that are part of no other and hold nothing here: they are no columns."""
