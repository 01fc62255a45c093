"""`genderplan timeline`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread

app = new_app()


@app.command()
@spread
def timeline(
    filters: Filters,
    common: Common,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Where the axis starts.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Where the axis ends.")] = None,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """The plan on a time axis.

    Bars and milestones, the status date, and what slipped since the baseline.

    Examples:

      genderplan timeline --plan women-2003

      genderplan timeline --plan women-2003 --from 2003-10 --to 2004-12
    """
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.cli.reading import read_plans
    from genderplan.config import given_date
    from genderplan.reports.timeline.result import timeline as analyse

    start, end = given_date(from_, "--from"), given_date(to, "--to")
    reading = read_plans(common, filters)
    report = analyse(reading.standings, reading.selection, start, end)
    if format_ is ReportFormat.JSON:
        print_json("timeline", {"plans": report.plans, "axis": report.axis, "rows": report.rows}, lines="rows")
    elif format_.is_of_pages:
        from genderplan.reports.timeline.page import timeline_page

        print_page(timeline_page(report, reading.tree.organisations.names_by_id), format_)
    else:
        from genderplan.reports.timeline.text import timeline_lines

        print_lines(timeline_lines, report, common, fits=True)
    return reading.exit_code()
