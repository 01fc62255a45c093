"""Page of coverage: a matrix of sections and columns for each framework, then what is not served in full."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import (
    Block,
    Column,
    Command,
    Facts,
    Holding,
    Identifier,
    Nested,
    Next,
    Note,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import bare_id, caption_in_words, counted, day_in_words
from genderplan.reports.coverage.records import Coverage, CoverageColumn, CoverageRow, CoveredFramework
from genderplan.reports.parts import table

_MOST_COLUMNS = 12
"""How many columns stand side by side: of more, the rest stands in further tables."""

_MOST_TABLES = 5
_ROOM_FOR_HEADS = 40
"""How wide all heads may be together, in cells, so that titles have room beside them at 80."""

_MOST_NAMED = 3
_GAPS = (
    ("nothing", "Served by nothing"),
    ("part", "Served in part only"),
    ("strategies", "Served by strategies only"),
)


def coverage_page(report: Coverage, names: Mapping[str, str], *, gaps: bool = False) -> Page:
    """Every framework after the other; with `gaps` without the matrix."""
    sections = tuple(framework_section(each, report, gaps=gaps, is_dated=True) for each in report.frameworks)
    days = Facts(tuple(map(day_in_words, report.plans)))
    return Page("Coverage", sections or (days, Note(_NO_FRAMEWORK), _STEP), names)


_NO_FRAMEWORK = "No framework is in frameworks/, so there is nothing to be covered."
_STEP = Next(Command("genderplan framework list"), "those that can be copied into the tree")


def framework_section(framework: CoveredFramework, report: Coverage, *, gaps: bool, is_dated: bool = False) -> Section:
    """One framework; with `gaps` without the matrix; with `is_dated` with the days on which the plans are judged."""
    rows = [row for row in report.rows if row.section.partition("/")[0] == framework.id]
    matrix = () if gaps else (*_matrices(framework, rows, report.columns), *_columns(report))
    facts = Facts(
        (
            Identifier(framework.id),
            framework.kind,
            f"edition {framework.edition}" if framework.edition else "",
            f"by {report.by}" if report.by else "",
            f"entries of {', '.join(day_in_words(each) if is_dated else each.id for each in report.plans)}",
        )
    )
    return Section(framework.title, (facts, Note(coverage_in_short(framework)), *matrix, *_gaps(report, rows)))


def coverage_in_short(framework: CoveredFramework) -> str:
    """`20 of 26 sections are served in full, 1 in part only, 3 by strategies only, 2 by nothing.`"""
    others = (
        (framework.part, "in part only"),
        (framework.strategies, "by strategies only"),
        (framework.nothing, "by nothing"),
    )
    rest = "".join(f", {number:,} {how}" for number, how in others if number)
    are = "is" if framework.full == 1 else "are"
    return f"{framework.full:,} of {counted(framework.sections, 'section')} {are} served in full{rest}."


def _matrices(
    framework: CoveredFramework, rows: Sequence[CoverageRow], columns: Sequence[CoverageColumn]
) -> Iterator[Table]:
    """The matrix, in several tables where it has many columns."""
    heads, shown = _heads(columns), columns[: _MOST_COLUMNS * _MOST_TABLES]
    for first in range(0, max(len(shown), 1), _MOST_COLUMNS):
        part = shown[first : first + _MOST_COLUMNS]
        where = f", columns {first + 1} to {first + len(part)}" if len(shown) > _MOST_COLUMNS else ""
        head = (Column("Section", is_name=True), *map(Column, heads[first : first + len(part)]))
        yield Table(f"Sections of {framework.id}{where}", head, tuple(_row(row, part) for row in rows))


def _columns(report: Coverage) -> Iterator[Block]:
    """The key to the heads of the matrix, and what is in no column."""
    columns = report.columns[: _MOST_COLUMNS * _MOST_TABLES]
    idle = ", ".join(each.title for each in report.idle)
    more = len(report.columns) - len(columns)
    notes = (
        *((Note(f"{counted(more, 'more column')}: --format json has all."),) if more else ()),
        *((Note(f"These hold nothing here: {idle}."),) if idle else ()),
    )
    if columns:
        rows = zip(_heads(report.columns), columns, strict=False)
        key = tuple((head, Stack((column.title, Identifier(column.column)))) for head, column in rows)
        head = (Column("Column"), Column("Title", is_name=True))
        yield Section("Columns", (Table("What the columns are", head, key), *notes), len(report.columns))
    else:
        yield from notes


def _heads(columns: Sequence[CoverageColumn]) -> list[str]:
    """Numbers as they are printed, else ids, where all of either are short enough; else numbers of our own."""
    refs = [column.ref or "" for column in columns]
    ids = [column.column.rpartition("/")[2] for column in columns]
    for heads in (refs, ids):
        if all(heads) and len(set(heads)) == len(heads) and sum(len(head) + 2 for head in heads) <= _ROOM_FOR_HEADS:
            return heads
    return [str(number) for number in range(1, len(columns) + 1)]


def _row(row: CoverageRow, columns: Sequence[CoverageColumn]) -> tuple[Value, ...]:
    cells = {cell.column: Holding(cell.extent, len(cell.entries)) for cell in row.cells}
    return (
        Stack((Nested(caption_in_words(row.ref, row.title), row.depth), *_notes(row))),
        *(cells.get(column.column) for column in columns),
    )


def _named(ids: Sequence[str]) -> str:
    """The first of some ids, each within its plan."""
    more = len(ids) - _MOST_NAMED
    return ", ".join(_names(ids)[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _notes(row: CoverageRow) -> Iterator[str]:
    """How much it weighs, who serves it, and what is told of the sections in it."""
    if row.importance:
        yield row.importance
    if row.entries:
        yield _named(row.entries)
    if row.indicators:
        yield f"measured by {_named(row.indicators)}"
    if row.strategies:
        yield _strategies(row)
    if row.below:
        entries = f", {counted(row.below.entries, 'entry')}" if row.below.entries else ""
        yield f"below: {row.below.served:,} of {row.below.sections:,} served{entries}"


def _names(entries: Sequence[str]) -> Sequence[str]:
    """Entries by their ids in their plans; by their full ids where entries of several plans have the same."""
    names = list(map(bare_id, entries))
    return names if len(set(names)) == len(names) else entries


def _strategies(row: CoverageRow) -> str:
    return f"strategies: {', '.join(each.title for each in row.strategies)}" if row.strategies else ""


def _gaps(report: Coverage, rows: Sequence[CoverageRow]) -> Iterator[Section]:
    """What is not served in full, by how it is served."""
    by_name = {row.section: row for row in rows}
    alone = report.plans[0].id if report.by is None and len(report.plans) == 1 else None
    titles = {column.column: column.title for column in report.columns if column.column != alone}
    for how, title in _GAPS:
        named = [by_name[name] for name in getattr(report.gaps, how) if name in by_name]
        told = [(_gap(row, titles), row.importance) for row in named]
        if told:
            columns = (Column("Section", is_name=True), Column("Importance"))
            yield Section(title, (table(title, columns, told),), len(told))


def _gap(row: CoverageRow, titles: Mapping[str, str]) -> Stack:
    """A section with its id, and what serves it in part or otherwise: which columns, of one without a title which
    entries.
    """
    cells = (cell for cell in row.cells if cell.extent == "part")
    by = ", ".join(titles.get(cell.column) or _named(cell.entries or row.indicators) for cell in cells)
    return Stack(
        (
            caption_in_words(row.ref, row.title),
            Identifier(row.section),
            f"in part: {by}" if by else "",
            _strategies(row),
        )
    )
