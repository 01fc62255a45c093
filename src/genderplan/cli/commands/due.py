"""`genderplan due`"""

from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ExcelOption, TableFormat, TableOption, new_app, refuse_excel, spread
from genderplan.cli.shell import completion
from genderplan.reports.due.ways import Grouping

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.dates.forms import PlanDate
    from genderplan.reports.due.result import Dues

app = new_app()


@app.command()
@spread
def due(
    filters: Filters,
    common: Common,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE|BOARD",
            help="Up to the last day of a date, or to the next meeting of a board; what is due soon if left out.",
            autocompletion=completion.boards,
        ),
    ] = None,
    by: Annotated[Grouping | None, typer.Option("--by", help="What it is grouped by; its status if left out.")] = None,
    format_: TableOption = TableFormat.TABLE,
    excel: ExcelOption = False,
) -> int:
    """What falls due?

    All of it in one list, what is overdue first: actions, projects and milestones, each time of what comes again,
    reviews, values of indicators, reports to boards and what they decided, duties of frameworks, publications. Without
    --until as far ahead as the plan's due_soon says, 30 days where it says nothing.

    Examples:

      genderplan due

      genderplan due --until 2004-03 --by lead

      genderplan due --until EODB

      genderplan due --lead DCC4 --by month --format csv
    """
    from genderplan.cli.reading import read_plans
    from genderplan.reports.due.result import DueQuery
    from genderplan.reports.due.result import due as analyse

    refuse_excel(excel, format_)
    reading = read_plans(common, filters)
    last = None if until is None else _day_named(until, reading, common)
    report = analyse(reading.tree, reading.standings, reading.selection, DueQuery(last, by))
    if format_ is TableFormat.CSV:
        _print_csv(report, for_excel=excel)
    else:
        _print(report, reading, common, format_)
    return reading.exit_code(tells_boards=True)


def _day_named(until: str, reading: "Reading", common: Common) -> "PlanDate":
    """The date, or that of the next meeting of the board, up to which is asked."""
    from genderplan.cli.boards import next_day_named

    return next_day_named(reading, until, "--until", common)


def _print_csv(report: "Dues", *, for_excel: bool) -> None:
    from genderplan.cli.output import print_csv
    from genderplan.standing.records.dues import DueRecord

    print_csv(report.items, DueRecord._fields, for_excel=for_excel)


def _print(report: "Dues", reading: "Reading", common: Common, format_: TableFormat) -> None:
    from functools import partial

    from genderplan.cli.output import print_json, print_report

    if format_ is TableFormat.JSON:
        print_json("due", report._asdict(), lines="items")
    else:
        from genderplan.reports.due.page import due_page

        page = partial(due_page, report, reading.tree.organisations.names_by_id)
        print_report("due", {}, page, common, format_)
