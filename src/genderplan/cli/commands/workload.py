"""`genderplan workload`"""

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

if TYPE_CHECKING:
    from genderplan.reports.workload.result import Workload

app = new_app()

_WIDE = 110
"""From how many cells on a screen has room for a year; on a narrower one half a year stands side by side."""


@with_pages
class WorkloadFormat(Format):
    """How a workload is shown; `text` is another name for `table`."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    SVG = "svg"


@app.command()
@spread
def workload(
    filters: Filters,
    common: Common,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first month.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last month.")] = None,
    format_: Annotated[
        WorkloadFormat,
        typer.Option("--format", help=f"table (or text), json, csv, svg, {page_formats('or')}.", show_default=False),
    ] = WorkloadFormat.TABLE,
    excel: ExcelOption = False,
) -> int:
    """Who has how much to do, and when?

    A heat map of all that falls due, as `due` tells it, by lead and month: a year from the status date where no months
    are given. Organisations have what falls to whatever is part of them on the day it is due, holders what falls to
    their posts; the last row counts each once.

    Examples:

      genderplan workload

      genderplan workload --plan women-2003 --from 2004-01 --to 2004-06

      genderplan workload --format svg
    """
    from genderplan.cli.reading import day_of_a_run, read_plans
    from genderplan.config import given_date
    from genderplan.reports.workload.result import workload as analyse

    refuse_excel(excel, format_)
    start, end = given_date(from_, "--from"), given_date(to, "--to")
    reading = read_plans(common, filters)
    if start is None and not reading.standings:
        start = day_of_a_run(common)
    report = analyse(reading.tree, reading.standings, reading.selection, start, end)
    if format_ is WorkloadFormat.CSV:
        _print_csv(report, for_excel=excel)
    else:
        _print(report, common, format_)
    return reading.exit_code(tells_boards=True)


def _print_csv(report: "Workload", *, for_excel: bool) -> None:
    from genderplan.cli.output import print_csv
    from genderplan.reports.workload.result import LoadCell, load_cells

    print_csv(load_cells(report), LoadCell._fields, for_excel=for_excel)


def _print(report: "Workload", common: Common, format_: WorkloadFormat) -> None:
    from functools import partial

    from genderplan.cli.output import print_report, screen, write_data

    if format_ is WorkloadFormat.SVG:
        from genderplan.reports.workload.drawing import as_svg

        write_data(as_svg(report))
    else:
        from genderplan.reports.workload.page import workload_page
        from genderplan.reports.workload.windows import HALF_A_YEAR, YEAR

        is_narrow = not format_.is_of_pages and (screen(no_color=common.no_color).width or _WIDE) < _WIDE
        page = partial(workload_page, report, HALF_A_YEAR if is_narrow else YEAR)
        content = {name.removesuffix("_"): value for name, value in report._asdict().items()}
        print_report("workload", content, page, common, format_)
