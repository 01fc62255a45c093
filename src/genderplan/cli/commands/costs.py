"""`genderplan costs`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.reports.costs.ways import Way

app = new_app()


@app.command()
@spread
def costs(
    filters: Filters,
    common: Common,
    by: Annotated[Way, typer.Option("--by", help="What the sums are by.")] = Way.YEAR,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """What does it cost?

    What is known of it, summed up exactly and held against the budget; and beside it how many actions and projects
    are not quantified, and how many say nothing.

    Examples:

      genderplan costs

      genderplan costs --by objective --plan equalities-2006

      genderplan costs --lead DCC4 --format json
    """
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans
    from genderplan.reports.costs.page import costs_page
    from genderplan.reports.costs.result import costs as analyse

    reading = read_plans(common, filters)
    report = analyse(reading.standings, reading.selection, by)
    page = partial(costs_page, report, reading.tree.organisations.names_by_id)
    print_report("costs", report._asdict(), page, common, format_)
    return reading.exit_code()
