"""Summary that GitHub shows on the page of a run: a table of findings, as markdown that holds text and no more."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement
from genderplan.findings import Finding
from genderplan.formats.repository import path_in_repository, worst_first
from genderplan.page.words import counted
from genderplan.terminal.findings import counts_in_words, day_lines, read_in_words
from genderplan.text import one_line

MOST = 100
"""How many findings are shown, and of how many plans the day."""

_LONGEST = 300
_SIGNS = re.compile(r"[!-&*+.:<-@\[-`{-~]")
"""The signs that mean something to markdown, to HTML, or to GitHub's own links."""


class _Row(NamedTuple):
    """One line of the table."""

    severity: str
    code: str
    place: str
    message: str


def step_summary(
    command: str,
    report: Judgement,
    shown: Sequence[Finding],
    *,
    folder: str = "",
    accepted: Sequence[Accepted] = (),
    most: int = MOST,
) -> str:
    """A heading with the counts, the worst `most` findings in a table, what was read, and the day of each plan.

    Cells are cut as rows are, so that it takes half a megabyte at most, whatever the plans hold. It begins with an
    empty line: it is added to what others wrote.
    """
    found = [_row(each, folder) for each in worst_first(shown)]
    rows = [*found, *(_accepted_row(each, folder) for each in accepted)]
    days = list(day_lines(report))
    counts = counts_in_words(report.summary, shown, is_accepted_shown=bool(accepted))
    paragraphs = [
        [f"### genderplan {command}: {', '.join(counts)}"],
        [] if found else ["Clean: no errors and no warnings."],
        _table(rows[:most]),
        _more(len(rows) - most, "row", "the log has them all"),
        [f"Read: {read_in_words(report.summary)}."],
        [f"- {_cell(day)}" for day in days[:most]],
        _more(len(days) - most, "plan", "the log has them all"),
    ]
    return "\n" + "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"


def _row(found: Finding, folder: str) -> _Row:
    place = f"{path_in_repository(found.file, folder)}:{found.line}:{found.column}"
    return _Row(found.severity, found.code, place, found.said)


def _accepted_row(accepted: Accepted, folder: str) -> _Row:
    row = _row(accepted.finding, folder)
    until = f" until {accepted.until}" if accepted.until else ""
    return row._replace(severity=f"accepted{until}", message=f"{row.message}: {accepted.reason}")


def _table(rows: Sequence[_Row]) -> list[str]:
    if not rows:
        return []
    head = ["| severity | code | place | message |", "| --- | --- | --- | --- |"]
    return head + [f"| {' | '.join(map(_cell, row))} |" for row in rows]


def _more(number: int, noun: str, where: str) -> list[str]:
    return [f"And {counted(number, f'more {noun}')}: {where}."] if number > 0 else []


def _cell(text: str) -> str:
    """Text as itself: on one line, cut where it is long, each sign that could mean something as its number."""
    line = one_line(text)
    short = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", short)
