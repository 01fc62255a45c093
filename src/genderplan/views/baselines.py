"""Baselines on a screen: the list of them, and all that one keeps."""

from collections.abc import Iterator, Sequence

from genderplan.analysis.baselines import BaselineDetail, BaselineReport, BaselinesReport
from genderplan.analysis.records import EntryRecord, MilestoneRecord, PlanLabel
from genderplan.page.words import (
    counted,
    date_in_words,
    day_in_words,
    joined,
    length_in_words,
    one_line,
    taken_in_words,
)
from genderplan.views.items import item_lines
from genderplan.views.screen import Line, Screen, cells, fitted, wrapped


def baselines_lines(report: BaselinesReport, screen: Screen) -> Iterator[Line]:
    """One baseline a line, each plan's newest first."""
    if not report.baselines:
        yield [("no plan has a baseline", "")]
    names = [f"{each.plan}  {each.name}" for each in report.baselines]
    width = max(map(cells, names), default=0)
    for name, each in zip(names, report.baselines, strict=True):
        facts = (
            taken_in_words(each.taken),
            counted(each.entries, "entry"),
            counted(each.milestones, "milestone"),
            each.file,
        )
        yield [(fitted(name, width), "title"), ("  " + f" {screen.glyphs.dot} ".join(facts), "")]
    yield from _status_dates(report.plans)


def _status_dates(plans: Sequence[PlanLabel]) -> Iterator[Line]:
    yield [("", "")]
    for plan in plans:
        yield [(day_in_words(plan), "dim")]


def baseline_lines(report: BaselineReport, screen: Screen) -> Iterator[Line]:
    """Aims, then the entries under their objectives with their milestones."""
    baseline = report.baseline
    width = screen.width or 1 << 16
    for line in wrapped(one_line(baseline.title or baseline.name), width):
        yield [(line, "title")]
    taken = taken_in_words(baseline.taken)
    yield [(f"baseline {baseline.name} of {baseline.plan} {screen.glyphs.dot} {taken}", "")]
    for each in baseline.replaced:
        for line in wrapped(f"taken anew {date_in_words(each.date)}: {one_line(each.reason or '')}", width, "  "):
            yield [(line, "")]
    if baseline.long_term_aim:
        yield [("", "")]
        for line in wrapped(one_line(baseline.long_term_aim), width):
            yield [(line, "")]
    if baseline.aims:
        yield [("", "")]
        yield [(f"AIMS ({len(baseline.aims)})", "head")]
        for aim in baseline.aims:
            for line in wrapped(one_line(aim.title), width - 2, "  "):
                yield [(f"  {line}", "")]
    yield from _entries(baseline, screen, width)
    yield from _status_dates(report.plans)


def _entries(baseline: BaselineDetail, screen: Screen, width: int) -> Iterator[Line]:
    titles = {objective.id: objective.title for objective in baseline.objectives}
    milestones: dict[str, list[MilestoneRecord]] = {}
    for milestone in baseline.milestones:
        milestones.setdefault(milestone.entry, []).append(milestone)
    objective: str | None = ""
    for entry in baseline.entries:
        if entry.objective != objective:
            objective = entry.objective
            yield [("", "")]
            yield [(one_line(titles.get(objective or "", objective or "NO OBJECTIVE")), "head")]
        yield from _entry(entry, milestones.get(entry.entry, []), screen, width)


def _entry(entry: EntryRecord, milestones: list[MilestoneRecord], screen: Screen, width: int) -> Iterator[Line]:
    for line in wrapped(one_line(entry.title), width - 2, "  "):
        yield [(f"  {line}", "")]
    facts = [
        entry.entry,
        f"lead {joined(entry.leads)}" if entry.leads else "",
        f"input {joined(entry.inputs)}" if entry.inputs else "",
        f"output {one_line(entry.output)}" if entry.output else "",
    ]
    for line in wrapped(f" {screen.glyphs.dot} ".join(filter(None, facts)), width - 4):
        yield [(f"    {line}", "dim")]
    if milestones:
        rows = [
            (
                (date_in_words(each.due) or (length_in_words(each.duration) if each.duration else ""), ""),
                ("", ""),
                each,
            )
            for each in milestones
        ]
        for row in item_lines(rows, screen, width - 2, whole=True):
            yield [("  ", ""), *row]
