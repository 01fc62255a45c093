"""Page of a workload: a heat map of leads and months, in as many tables as the months need."""

from collections.abc import Iterator

from genderplan.page.page import Block, Column, Facts, Nested, Note, Page, Section, Table, Value
from genderplan.page.words import counted, date_in_words, day_in_words
from genderplan.reports.workload.bearers import HOLDER
from genderplan.reports.workload.result import Workload
from genderplan.reports.workload.windows import ALL, DEEPEST, STEPS, YEAR, Window, windows

_RULE = (
    "What several lead stands in the row of each, and in that of whatever they are part of on the day it is due; the "
    "last row counts each once. Shades begin at {}."
)
_HOLDERS = " Posts count for whoever holds them on that day."


def workload_page(report: Workload, months: int = YEAR) -> Page:
    """So many months a table."""
    return Page("Workload", tuple(_blocks(report, months)))


def _blocks(report: Workload, months: int) -> Iterator[Block]:
    yield Facts(tuple(map(day_in_words, report.plans)))
    yield Note(_in_short(report))
    for window in windows(report, months):
        yield Section(window.title, (_table(window, report),))
    if report.rows:
        holders = _HOLDERS if any(row.kind == HOLDER for row in report.rows) else ""
        yield Note(_RULE.format(", ".join(map(str, STEPS))) + holders, is_aside=True)


def _in_short(report: Workload) -> str:
    """`34 things fall due from Nov 2003 to Oct 2004; 6 were due before and are open.`"""
    before = sum(cell.number for cell in report.total if cell.month is None)
    number = sum(cell.number for cell in report.total) - before
    span = f"from {date_in_words(report.from_)} to {date_in_words(report.to)}"
    falls = f"{counted(number, 'thing')} {'falls' if number == 1 else 'fall'} due" if number else "Nothing falls due"
    rest = f"; {before:,} {'was' if before == 1 else 'were'} due before and {'is' if before == 1 else 'are'} open"
    return f"{falls} {span}{rest if before else ''}."


def _table(window: Window, report: Workload) -> Table:
    columns = (Column("Lead", is_name=True), *(Column(head, is_number=True) for head in window.heads))
    rows: list[tuple[Value, ...]] = [
        (Nested(row.title, min(row.depth, DEEPEST)), *heats) for row, heats in window.rows(report)
    ]
    return Table(
        f"What falls due by lead and month, {window.title}",
        columns,
        (*rows, (Nested(ALL, 0), *window.heats(report.total))),
    )
