"""`genderplan report`"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.page.page import Page
    from genderplan.reports.report.result import Report

app = new_app()


@app.command()
@spread
def report(
    filters: Filters,
    common: Common,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day that it is of; the same as --as-of.")
    ] = None,
    board: Annotated[
        str | None,
        typer.Option("--board", metavar="ID", help="Only what this board oversees.", autocompletion=completion.boards),
    ] = None,
    is_one_page: Annotated[
        bool, typer.Option("--one-page", help="What fits a sheet, 80 lines: the summary, and the worst of each list.")
    ] = False,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """How does it go?

    The progress report of a plan: where it stands in a few sentences, each objective with its actions, what is overdue,
    what slipped and why, what is due next, indicators, costs and coverage.

    Examples:

      genderplan report --plan women-2003

      genderplan report --plan women-2003 --on 2004-03-01 --format html

      genderplan report --one-page
    """
    from dataclasses import replace
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans
    from genderplan.config import given_day
    from genderplan.errors import UsageError
    from genderplan.page.spelled import spelled
    from genderplan.reports.report.result import report as analyse

    if on is not None and common.as_of is not None:
        raise UsageError("--on is the same as --as-of: give one of them")
    day = given_day(on, "--on")
    reading = read_plans(replace(common, as_of=day.text) if day else common, filters)
    if board is not None:
        reading, board = _overseen(reading, board)
    found = analyse(reading.tree, reading.standings, reading.selection, board)
    page = partial(_page(is_one_page), found, reading.tree.organisations.names_by_id)
    meanings = {} if is_one_page else reading.tree.meanings  # each line of the sheet is counted
    content = {"plans": found.plans, "board": found.board, "reports": found.reports}
    print_report("report", content, lambda: spelled(page(), meanings), common, format_, fits=True)
    return reading.exit_code()


def _overseen(reading: "Reading", name: str) -> "tuple[Reading, str]":
    """What is left of a reading where only what a board oversees counts, and the board's id.

    Raises NothingToReadError where it oversees nothing of the plans that are read.
    """
    from genderplan.errors import NothingToReadError
    from genderplan.plan.boards.lookup import the_board
    from genderplan.standing.overseen import overseen

    board = the_board(reading.tree, name)
    selection = overseen(board, reading.tree, reading.selection)
    if not selection.plans:
        more = " that could be read: 'genderplan validate' tells why others could not" if reading.tree.left_out else ""
        raise NothingToReadError(f"{board.id} oversees nothing of these plans{more}")
    return reading._replace(selection=selection), board.id


def _page(is_one: bool) -> "Callable[[Report, Mapping[str, str]], Page]":
    """What makes a page of a report."""
    if is_one:
        from genderplan.reports.report.one_page import one_page

        return one_page
    from genderplan.reports.report.page import report_page

    return report_page
