"""`genderplan status`"""

from typing import Annotated

import typer

from genderplan.cli.options import Common, Filters, ReportFormat, new_app, spread

app = new_app()


@app.command()
@spread
def status(
    filters: Filters,
    common: Common,
    format_: Annotated[ReportFormat, typer.Option("--format", help="table or json.")] = ReportFormat.TABLE,
) -> int:
    """Where do we stand?

    Counts and RAG by objective, what is overdue, what slipped, what is due next.

    Examples:

      genderplan status

      genderplan status --plan women-2003 --as-of 2004-03-01

      genderplan status --lead DCC4 --format json
    """
    from genderplan.analysis.status import status as analyse
    from genderplan.cli.output import print_json, print_lines
    from genderplan.cli.reading import read_plans

    reading = read_plans(common, filters)
    report = analyse(reading.standings, reading.selection)
    if format_ is ReportFormat.JSON:
        print_json("status", {"plans": report.plans})
    else:
        from genderplan.views.status import status_lines

        print_lines(status_lines, report, common, fits=True)
    return reading.exit_code()
