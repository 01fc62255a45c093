"""`genderplan timeline`"""

from typing import Annotated

import typer

from genderplan.cli.options import Common, Filters, ReportFormat, new_app, spread

app = new_app()


@app.command()
@spread
def timeline(
    filters: Filters,
    common: Common,
    ctx: typer.Context,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Where the axis starts.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Where the axis ends.")] = None,
    format_: Annotated[ReportFormat, typer.Option("--format", help="table or json.")] = ReportFormat.TABLE,
) -> int:
    """The plan on a time axis.

    Bars and milestones, the status date, and what slipped since the baseline.

    Examples:

      genderplan timeline --plan women-2003

      genderplan timeline --kind project --plan women-2003 --from 2003-10 --to 2004-12
    """
    from genderplan.analysis.timeline import timeline as analyse
    from genderplan.cli.output import screen, write, write_lines
    from genderplan.cli.session import open_session
    from genderplan.config import given_date

    common = common.over(ctx.obj)
    start, end = given_date(from_, "--from"), given_date(to, "--to")
    session = open_session(common, filters)
    report = analyse(session.standings, session.selection, start, end)
    if format_ is ReportFormat.JSON:
        from genderplan.views.plain import as_json

        write(as_json("timeline", {"plans": report.plans, "axis": report.axis, "rows": report.rows}, lines="rows"))
    else:
        from genderplan.views.timeline import timeline_lines

        shown = screen(no_color=common.no_color, fits=True)
        write_lines(timeline_lines(report, shown), shown)
    return session.exit_code()
