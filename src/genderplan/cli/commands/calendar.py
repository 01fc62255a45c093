"""`genderplan calendar`"""

from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import (
    Common,
    ExcelOption,
    Format,
    new_app,
    page_formats,
    refuse_excel,
    spread,
    with_pages,
)
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.reports.calendar.result import EventQuery, Events

app = new_app()


@with_pages
class CalendarFormat(Format):
    """How a calendar is printed; `text` is another name for `table`."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


@app.command()
@spread
def calendar(
    filters: Filters,
    common: Common,
    board: Annotated[
        str | None,
        typer.Option(
            "--board",
            metavar="ID",
            help="One board, what it is owed and what it oversees.",
            autocompletion=completion.boards,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="From its first day on; else from the earliest status date on."),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to its last day; else for a year from the latest.")
    ] = None,
    format_: Annotated[
        CalendarFormat,
        typer.Option("--format", help=f"table (or text), json, csv, ics, {page_formats('or')}.", show_default=False),
    ] = CalendarFormat.TABLE,
    excel: ExcelOption = False,
) -> int:
    """What is when?

    Meetings of boards, the days by which their papers are due, reports that they are owed, deadlines, reviews, values
    of indicators, and duties of frameworks. As ics it is what programs for calendars take: an event keeps its UID for
    as long as its id is the same, and its SEQUENCE is how often its date was changed.

    Examples:

      genderplan calendar

      genderplan calendar --board EODB --from 2008 --to 2008

      genderplan calendar --format ics
    """
    from genderplan.cli.reading import read_plans
    from genderplan.reports.calendar.result import calendar as analyse

    refuse_excel(excel, format_)
    reading = read_plans(common, filters)
    asked = _asked(reading, common, board, from_, to)
    report = analyse(reading.tree, reading.standings, reading.selection, asked)
    _print(report, reading, common, format_, for_excel=excel)
    return reading.exit_code(tells_boards=board is None)


def _asked(reading: "Reading", common: Common, board: str | None, from_: str | None, to: str | None) -> "EventQuery":
    """Which board, and from when to when. Raises UsageError for an unknown board, and an end before the beginning."""
    from genderplan.cli.reading import day_of_a_run
    from genderplan.config import given_date
    from genderplan.errors import UsageError
    from genderplan.plan.boards.lookup import the_board
    from genderplan.reports.calendar.result import EventQuery, span_of, status_days

    begin, end = given_date(from_, "--from"), given_date(to, "--to")
    if begin is None and not reading.standings:
        begin = day_of_a_run(common)
    found = None if board is None else the_board(reading.tree, board)
    asked = EventQuery(found, *span_of(begin, end, status_days(reading.tree, reading.standings, found)))
    if asked.last < asked.first:
        raise UsageError(f"--to {to} is before {from_ or 'the status date'}")
    return asked


def _print_csv(report: "Events", *, for_excel: bool) -> None:
    from genderplan.cli.output import print_csv
    from genderplan.standing.records.events import EventRecord

    print_csv(report.events, EventRecord._fields, for_excel=for_excel)


def _print(report: "Events", reading: "Reading", common: Common, format_: CalendarFormat, *, for_excel: bool) -> None:
    from functools import partial

    from genderplan.cli.output import print_report, write_utf8

    names = reading.tree.organisations.names_by_id
    if format_ is CalendarFormat.CSV:
        _print_csv(report, for_excel=for_excel)
    elif format_ is CalendarFormat.ICS:
        from genderplan.formats.icalendar import written

        write_utf8(written(report.events, report.name(names), names))
    else:
        from genderplan.reports.calendar.page import calendar_page

        content = {key.rstrip("_"): value for key, value in report._asdict().items()}
        print_report("calendar", content, partial(calendar_page, report, names), common, format_)
