"""`genderplan indicators`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

app = new_app()


@app.command()
@spread
def indicators(
    filters: Filters,
    common: Common,
    name: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="One indicator; all when left out.", autocompletion=completion.indicators),
    ] = None,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """Does it do any good?

    What is measured, category by category: the newest value against its target, a benchmark, the baseline and the
    value before; what is pending, what is missing, and how far categories lie apart. What passes the filters is an
    indicator itself, or named by an action or a project that passes.

    Examples:

      genderplan indicators

      genderplan indicators strength-bme

      genderplan indicators --plan equalities-2006 --format json
    """
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans
    from genderplan.errors import UsageError
    from genderplan.reports.indicators.page import indicators_page
    from genderplan.reports.indicators.result import indicators as analyse
    from genderplan.reports.indicators.result import one_indicator
    from genderplan.standing.indicators import indicator_named

    if name is not None and any(filters.given().values()):
        raise UsageError("filters are for a run without an ID, which means one indicator")
    reading = read_plans(common, filters)
    if name is None:
        report = analyse(reading.standings, reading.selection)
    else:
        report = one_indicator(reading.all_standings, indicator_named(reading.tree, name))
    names = reading.tree.organisations.names_by_id
    print_report("indicators", report._asdict(), partial(indicators_page, report, names), common, format_)
    return reading.exit_code()
