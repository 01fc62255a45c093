"""Findings as text, for people and for editors."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement, Summary
from genderplan.findings import Finding, Severity
from genderplan.page.words import counted, day_in_words
from genderplan.terminal.fitting import cells, fitted
from genderplan.terminal.screen import Line
from genderplan.text import one_line, printable

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
            (f"{place_of(found)}: ", "head" if excerpts else ""),
            (found.severity, found.severity),
            (f" {in_words(found)}", ""),
        ]
        yield from _excerpt(found, excerpts.get((found.file, found.line)), width or 80)
    for each in accepted:
        until = f" until {each.until}" if each.until else ""
        yield [(f"{place_of(each.finding)}: accepted{until} {in_words(each.finding)}: {one_line(each.reason)}", "dim")]
    counts = counts_in_words(report.summary, shown, is_accepted_shown=len(accepted) == len(report.accepted))
    yield [(f"{', '.join(counts)} in {read_in_words(report.summary)}", "head")]
    for line in day_lines(report):
        yield [(line, "dim")]


def day_lines(report: Judgement) -> Iterator[str]:
    """Each plan with the day on which it is judged, and with what it is held against."""
    against = {each.plan: f", against {one_line(each.name)}" for each in report.against or ()}
    for plan in report.plans:
        yield f"{day_in_words(plan)}{against.get(plan.id, '')}"


def place_of(found: Finding) -> str:
    """Where it is, as editors take it: `plans/pay/plan.yaml:3:1`."""
    return f"{found.file}:{found.line}:{found.column}"


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


def counts_in_words(summary: Summary, shown: Sequence[Finding], *, is_accepted_shown: bool) -> Iterator[str]:
    """How many of each severity, and how many are accepted; of those that are not shown, by which option they are."""
    yield counted(summary.errors, "error")
    yield counted(summary.warnings, "warning")
    are_hidden = summary.notes and not any(found.severity is Severity.NOTE for found in shown)
    yield counted(summary.notes, "note") + (" (--notes shows them)" if are_hidden else "")
    if summary.accepted:
        yield f"{summary.accepted:,} accepted" + ("" if is_accepted_shown else " (--accepted shows them)")


def read_in_words(summary: Summary) -> str:
    """`3 files (1 entry, 4 milestones)`."""
    inside = f"{counted(summary.entries, 'entry')}, {counted(summary.milestones, 'milestone')}"
    return f"{counted(summary.files, 'file')} ({inside})"
