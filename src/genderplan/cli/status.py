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
    ctx: typer.Context,
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
    from genderplan.cli.output import screen, write, write_lines
    from genderplan.cli.session import open_session

    common = common.over(ctx.obj)
    session = open_session(common, filters)
    report = analyse(session.standings, session.selection)
    if format_ is ReportFormat.JSON:
        from genderplan.views.plain import as_json

        write(as_json("status", {"plans": report.plans}))
    else:
        from genderplan.views.status import status_lines

        shown = screen(no_color=common.no_color, fits=True)
        write_lines(status_lines(report, shown), shown)
    return session.exit_code()
