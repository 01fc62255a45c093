"""`genderplan coverage`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import framework_completion

app = new_app()


_Framework = Annotated[
    str | None,
    typer.Argument(
        metavar="FRAMEWORK",
        help="A framework; those that the plans follow when left out.",
        autocompletion=framework_completion.frameworks,
    ),
]


@app.command()
@spread
def coverage(
    filters: Filters,
    common: Common,
    framework: _Framework = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="Columns: objective, lead, plan, strand, or the sections of another framework (framework:ID too).",
            autocompletion=framework_completion.coverage_columns,
        ),
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="Only the sections that are not served in full.")] = False,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """What serves which section?

    The sections of a framework in their order, and what supports each of them: entries, or sections of other
    frameworks; in full, in part, or not at all where a document says so. Then the sections that nothing serves, that
    are served in part only, and that only strategies serve.

    Examples:

      genderplan coverage

      genderplan coverage --by lead

      genderplan coverage mayors-directions --by safest-city

      genderplan coverage --gaps
    """
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans
    from genderplan.reports.coverage.page import coverage_page
    from genderplan.reports.coverage.result import CoverageQuery
    from genderplan.reports.coverage.result import coverage as analyse

    reading = read_plans(common, filters)
    report = analyse(reading.tree, reading.standings, reading.selection, CoverageQuery(framework, by, gaps))
    page = partial(coverage_page, report, reading.tree.organisations.names_by_id, gaps=gaps)
    print_report("coverage", report._asdict(), page, common, format_)
    return reading.exit_code()
