"""`genderplan assessments`"""

from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters, PlanFilter
from genderplan.cli.options import Common, ExcelOption, TableFormat, TableOption, new_app, refuse_excel, spread
from genderplan.cli.shell import framework_completion
from genderplan.reports.assessments.ways import RatingColumns

if TYPE_CHECKING:
    from collections.abc import Callable

    from genderplan.cli.reading import Reading
    from genderplan.page.page import Page
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
            autocompletion=framework_completion.subjects,
        ),
    ] = None,
    by: Annotated[
        RatingColumns, typer.Option("--by", help="Columns: each date, or what was assessed, each as it was found last.")
    ] = RatingColumns.DATE,
    format_: TableOption = TableFormat.TABLE,
    excel: ExcelOption = False,
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

    refuse_excel(excel, format_)
    reading = read_plans(common, Filters(plan=wanted.plan))
    report = ratings(reading.tree, reading.standings, RatingsQuery(framework, about))
    if format_ is TableFormat.CSV:
        _print_csv(report, for_excel=excel)
    else:
        from genderplan.cli.output import print_report

        none = _none(reading, is_narrowed=bool(wanted.plan or about))
        print_report("ratings", report._asdict(), _page(reading, report, by, none), common, format_)
    return reading.exit_code()


def _page(reading: "Reading", report: "Ratings", by: RatingColumns, none: str) -> "Callable[[], Page]":
    from functools import partial

    from genderplan.reports.assessments.page import ratings_page

    return partial(ratings_page, report, reading.tree.organisations.names_by_id, by, none)


def _none(reading: "Reading", *, is_narrowed: bool) -> str:
    """What it means that there is no assessment; nothing where nobody made one."""
    from genderplan.reports.assessments.page import NONE_ASKED_FOR, NONE_READ

    lost = (file for file in reading.tree.left_out if "/assessments/" in file)
    if any(reading.selection.has_plan(reading.tree.files.get(file, "")) for file in lost):
        return NONE_READ
    return NONE_ASKED_FOR if is_narrowed else ""


def _print_csv(report: "Ratings", *, for_excel: bool) -> None:
    from genderplan.cli.output import print_csv
    from genderplan.reports.assessments.table import RatingLine, rating_lines

    print_csv(rating_lines(report), RatingLine._fields, for_excel=for_excel)
