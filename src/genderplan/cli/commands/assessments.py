"""`genderplan assessments`"""

from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters, PlanFilter
from genderplan.cli.options import Common, TableFormat, TableOption, new_app, spread
from genderplan.cli.shell import completion, framework_completion
from genderplan.reports.assessments.ways import RatingColumns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderplan.reports.assessments.result import Ratings

app = new_app()


_Framework = Annotated[
    str | None,
    typer.Argument(
        metavar="FRAMEWORK",
        help="A framework; every one that is assessed when left out.",
        autocompletion=framework_completion.frameworks,
    ),
]


@app.command()
@spread
def assessments(
    wanted: PlanFilter,
    common: Common,
    framework: _Framework = None,
    about: Annotated[
        str | None,
        typer.Option(
            "--about",
            metavar="NAME",
            help="Of this organisation, entry, item of a register, or plan.",
            autocompletion=completion.things,
        ),
    ] = None,
    by: Annotated[
        RatingColumns, typer.Option("--by", help="Columns: each date, or what was assessed, each as it was found last.")
    ] = RatingColumns.DATE,
    format_: TableOption = TableFormat.TABLE,
) -> int:
    """What was found, and is it better?

    The sections of a framework in their order, and what each assessment of a plan, a unit, an entry or a policy found:
    levels, answers, what has changed since the last, and what shows it. What is not rated, what is not applicable, and
    what nobody has said anything of are told apart. Assessments after the status date do not count.

    Examples:

      genderplan assessments

      genderplan assessments success-factors

      genderplan assessments policy-monitoring --by about --format csv
    """
    from genderplan.cli.reading import read_plans
    from genderplan.reports.assessments.result import RatingsQuery, ratings

    reading = read_plans(common, Filters(plan=wanted.plan))
    report = ratings(reading.tree, reading.standings, RatingsQuery(framework, about))
    _print(report, reading.tree.organisations.names_by_id, by, common, format_)
    return reading.exit_code()


def _print(
    report: "Ratings", names: "Mapping[str, str]", by: RatingColumns, common: Common, format_: TableFormat
) -> None:
    from functools import partial

    from genderplan.cli.output import print_report, write_csv

    if format_ is TableFormat.CSV:
        from genderplan.formats.csv import csv_of
        from genderplan.reports.assessments.table import RatingLine, rating_lines

        write_csv(csv_of(rating_lines(report), RatingLine._fields))
        return
    from genderplan.reports.assessments.page import ratings_page

    print_report("ratings", report._asdict(), partial(ratings_page, report, names, by), common, format_)
