"""`genderplan annex actions`, `genderplan annex projects` and `genderplan annex timescale`"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread

if TYPE_CHECKING:
    from genderplan.page.page import Page
    from genderplan.reports.annex.result import Annex
    from genderplan.standing.selection import Selection
    from genderplan.standing.standings import Standings

_HELP = """The tables of the document.

Examples:

  genderplan annex actions --plan women-2003

  genderplan annex projects --plan women-2003 --format markdown

  genderplan annex timescale --plan women-2003 --from 2003-10 --to 2004-12
"""

app = new_app(no_args_is_help=True, help=_HELP)


@app.command()
@spread
def actions(filters: Filters, common: Common, format_: ReportOption = ReportFormat.TABLE) -> int:
    """Each objective with its actions.

    As an action plan prints them: lead, input, output and milestones, dates in words, organisations by their names.

    Examples:

      genderplan annex actions --plan women-2003

      genderplan annex actions --lead DCC4 --format html
    """
    from genderplan.reports.annex.page import actions_page
    from genderplan.reports.annex.result import annex_of_actions

    return _tables(filters, common, format_, annex_of_actions, actions_page)


@app.command()
@spread
def projects(filters: Filters, common: Common, format_: ReportOption = ReportFormat.TABLE) -> int:
    """The projects, one below the other.

    Whom each serves, its partners and milestones, and its months from and to.

    Examples:

      genderplan annex projects --plan women-2003
    """
    from genderplan.reports.annex.page import projects_page
    from genderplan.reports.annex.result import annex_of_projects

    return _tables(filters, common, format_, annex_of_projects, projects_page)


def _tables(
    filters: Filters,
    common: Common,
    format_: ReportFormat,
    analyse: "Callable[[Sequence[Standings], Selection], Annex]",
    page: "Callable[[Annex, Mapping[str, str]], Page]",
) -> int:
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans

    reading = read_plans(common, filters)
    annex = analyse(reading.standings, reading.selection)
    written = partial(page, annex, reading.tree.organisations.names_by_id)
    print_report("annex", annex._asdict(), written, common, format_, fits=True)
    return reading.exit_code()


@app.command()
@spread
def timescale(
    filters: Filters,
    common: Common,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Where the chart starts.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Where the chart ends.")] = None,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """The chart of the projects, month by month.

    From the first month to the last, or from and to the dates that are given.

    Examples:

      genderplan annex timescale --plan women-2003

      genderplan annex timescale --from 2003-10 --to 2004-12 --format html
    """
    from dataclasses import replace
    from functools import partial

    from genderplan.cli.output import print_lines, print_report
    from genderplan.cli.reading import read_plans
    from genderplan.config import given_date
    from genderplan.reports.annex.chart_page import timescale_page
    from genderplan.reports.annex.result import annex_of_timescale
    from genderplan.reports.annex.words import none_of
    from genderplan.reports.timeline.result import timeline as analyse

    start, end = given_date(from_, "--from"), given_date(to, "--to")
    kinds = filters.kind or ["project"]
    reading = read_plans(common, replace(filters, kind=kinds))
    noun = " or ".join(sorted({kind.lower() for kind in kinds}))
    timeline = analyse(reading.standings, reading.selection, start, end)
    if timeline.axis and format_ in {ReportFormat.TABLE, ReportFormat.TEXT}:
        from genderplan.reports.timeline.text import timeline_lines

        print_lines(partial(timeline_lines, none=none_of(noun)), timeline, common, fits=True)
    else:
        annex = annex_of_timescale(reading.standings, timeline)
        page = partial(timescale_page, annex, timeline, reading.tree.organisations.names_by_id, noun)
        print_report("annex", annex._asdict(), page, common, format_, fits=True)
    return reading.exit_code()
