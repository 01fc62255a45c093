"""Findings as text, for people and for editors."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement, Summary
from genderplan.findings import Finding, Severity
from genderplan.page.words import as_of_in_words, counted
from genderplan.text import one_line, printable
from genderplan.views.screen import Line, cells, fitted

Excerpts = Mapping[tuple[str, int], str]
"""Lines of files as they are, by file and line number, to be shown under their findings."""


def finding_lines(
    report: Judgement,
    shown: Sequence[Finding],
    excerpts: Excerpts,
    width: int | None,
    *,
    accepted: Sequence[Accepted] = (),
) -> Iterator[Line]:
    """One finding a line, with its source line and a caret where there is one; the accepted; the sum at the end.

    Source lines are cut to `width` cells; a finding itself never is.
    """
    for found in shown:
        yield [
            (f"{found.file}:{found.line}:{found.column}: ", "head" if excerpts else ""),
            (found.severity, found.severity),
            (f" {in_words(found)}", ""),
        ]
        yield from _excerpt(found, excerpts.get((found.file, found.line)), width or 80)
    for each in accepted:
        until = f" until {each.until}" if each.until else ""
        place = f"{each.finding.file}:{each.finding.line}:{each.finding.column}"
        yield [(f"{place}: accepted{until} {in_words(each.finding)}: {one_line(each.reason)}", "dim")]
    notes = 0 if any(found.severity is Severity.NOTE for found in shown) else report.summary.notes
    yield [(_sum(report.summary, notes, len(report.accepted) - len(accepted)), "head")]
    for line in day_lines(report):
        yield [(line, "dim")]


def day_lines(report: Judgement) -> Iterator[str]:
    """Each plan with the day on which it is judged, and with what it is held against."""
    against = {each.plan: f", against {one_line(each.name)}" for each in report.against or ()}
    for plan in report.plans:
        yield f"{plan.id} {as_of_in_words(plan.as_of, plan.as_of_from)}{against.get(plan.id, '')}"


def in_words(found: Finding) -> str:
    """Code, message and hint of a finding in one line."""
    hint = f" ({one_line(found.hint)})" if found.hint else ""
    return f"{found.code} {one_line(found.message)}{hint}"


def _excerpt(found: Finding, source: str | None, width: int) -> Iterator[Line]:
    """The source line, cut around the place where it is long, and a caret under the place."""
    if source is None or not source.strip():
        return
    gutter = f"{found.line:>5} | "
    room = max(width - len(gutter), _NARROWEST)
    at = found.column - 1
    start = 0 if cells(printable(source)) <= room else max(at - room // 4, 0)
    shown = fitted(printable(source[start:]), room, "").rstrip()
    indent = cells(printable(source[start:at]))
    marked = cells(printable(source[at : found.end_column - 1 if found.end_column else at + 1]))
    yield [(gutter, "dim"), (shown, "")]
    yield [(" " * (len(gutter) + indent) + "^" * max(min(marked, room - indent), 1), found.severity)]


_NARROWEST = 20


def _sum(summary: Summary, hidden_notes: int, hidden_accepted: int) -> str:
    found = [
        counted(summary.errors, "error"),
        counted(summary.warnings, "warning"),
        counted(summary.notes, "note") + (" (--notes shows them)" if hidden_notes else ""),
    ]
    if summary.accepted:
        found.append(f"{summary.accepted:,} accepted" + (" (--accepted shows them)" if hidden_accepted else ""))
    read = f"{counted(summary.entries, 'entry')}, {counted(summary.milestones, 'milestone')}"
    return f"{', '.join(found)} in {counted(summary.files, 'file')} ({read})"
