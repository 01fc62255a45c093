"""Baselines on a screen: the list of them, and all that one keeps."""

from collections.abc import Iterator, Sequence

from genderplan.page.words import counted, date_in_words, one_line, taken_in_words
from genderplan.reports.baseline.result import BaselineDetail, BaselineRecord, BaselineReport, BaselinesReport
from genderplan.reports.slippage.targets import promises_in_words
from genderplan.standing.records.items import EntryRecord, MilestoneRecord
from genderplan.terminal.cells import in_words
from genderplan.terminal.items import item_lines
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, flow, section
from genderplan.terminal.parts import day_lines
from genderplan.terminal.screen import Line, Screen

_LEAST_FACTS = 48
"""Room for a file's path in one line; with less, the facts stand below the name."""


def baselines_lines(report: BaselinesReport, screen: Screen) -> Iterator[Line]:
    """One baseline a line, where there is room for it, each plan's newest first."""
    if not report.baselines:
        yield [("no plan has a baseline", "")]
    rows = [_row(each, screen) for each in report.baselines]
    columns = (TextColumn(), TextColumn(is_text=True, least=_LEAST_FACTS, lines=ALL))
    yield from Layout(columns, rows, screen.room, indent=0, stack=Stacking(2)).lines(rows)
    yield from day_lines(report.plans, screen.room)


def _row(baseline: BaselineRecord, screen: Screen) -> Sequence[Cell]:
    facts = (
        taken_in_words(baseline.taken),
        counted(baseline.entries, "entry"),
        counted(baseline.milestones, "milestone"),
        baseline.file,
    )
    return (f"{baseline.plan}  {baseline.name}", "title"), (f" {screen.glyphs.dot} ".join(facts), "")


def baseline_lines(report: BaselineReport, screen: Screen) -> Iterator[Line]:
    """Aims, then the entries under their objectives with their milestones."""
    baseline = report.baseline
    width = screen.room
    yield from flow(one_line(baseline.title or baseline.name), width, "title")
    taken = taken_in_words(baseline.taken)
    yield from flow(f"baseline {baseline.name} of {baseline.plan} {screen.glyphs.dot} {taken}", width)
    for each in baseline.replaced:
        yield from flow(f"taken anew {date_in_words(each.date)}: {one_line(each.reason or '')}", width, hanging="  ")
    if baseline.long_term_aim:
        yield [("", "")]
        yield from flow(one_line(baseline.long_term_aim), width)
    if baseline.aims:
        yield from section(f"AIMS ({len(baseline.aims)})")
        for aim in baseline.aims:
            yield from flow(one_line(aim.title), width, indent=2, hanging="  ")
    yield from _entries(baseline, screen, width)
    yield from _indicators(baseline, screen, width)
    yield from day_lines(report.plans, width)


def _indicators(baseline: BaselineDetail, screen: Screen, width: int) -> Iterator[Line]:
    if baseline.indicators:
        yield from section(f"INDICATORS ({len(baseline.indicators)})")
    for each in baseline.indicators:
        yield from flow(one_line(each.title), width, indent=2, hanging="  ")
        lead = f"lead {screen.called(each.leads)}" if each.leads else ""
        yield from flow(f" {screen.glyphs.dot} ".join(filter(None, (each.id, lead))), width, "dim", indent=4)
        for promise in promises_in_words(each.baseline, each.targets):
            yield from flow(promise, width, indent=4, hanging="  ")


def _entries(baseline: BaselineDetail, screen: Screen, width: int) -> Iterator[Line]:
    milestones: dict[str, list[MilestoneRecord]] = {}
    for milestone in baseline.milestones:
        milestones.setdefault(milestone.entry, []).append(milestone)
    for objective, entries in baseline.by_objective:
        yield from section(one_line(objective or "NO OBJECTIVE"), width=width)
        for entry in entries:
            yield from _entry(entry, milestones.get(entry.entry, []), screen, width)


def _entry(entry: EntryRecord, milestones: list[MilestoneRecord], screen: Screen, width: int) -> Iterator[Line]:
    yield from flow(one_line(entry.caption), width, indent=2, hanging="  ")
    facts = [
        entry.entry,
        f"lead {screen.called(entry.leads)}" if entry.leads else "",
        f"input {screen.called(entry.inputs)}" if entry.inputs else "",
        f"output {one_line(entry.output)}" if entry.output else "",
    ]
    yield from flow(f" {screen.glyphs.dot} ".join(filter(None, facts)), width, "dim", indent=4)
    if milestones:
        rows = [((in_words(each.due or each.duration), ""), ("", ""), each) for each in milestones]
        for row in item_lines(rows, screen, width - 2, whole=True):
            yield [("  ", ""), *row]
