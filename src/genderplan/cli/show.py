"""`genderplan show`"""

from typing import Annotated

import typer

from genderplan.cli.options import Common, Filters, ReportFormat, new_app, spread

app = new_app()


@app.command()
@spread
def show(
    common: Common,
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="An entry, milestone, organisation or plan.")],
    format_: Annotated[ReportFormat, typer.Option("--format", help="text or json.")] = ReportFormat.TEXT,
) -> int:
    """Everything about one thing.

    An entry, milestone, organisation or plan, and where it stands in its file.

    Examples:

      genderplan show identify-customer-groups

      genderplan show women-2003/identify-customer-groups#services

      genderplan show DCC4
    """
    from genderplan.analysis.detail import detail
    from genderplan.cli.output import screen, write, write_lines
    from genderplan.cli.session import open_session
    from genderplan.plan.lookup import look_up

    common = common.over(ctx.obj)
    session = open_session(common, Filters())
    found = detail(look_up(session.tree, name), session.all_standings)
    if format_ is ReportFormat.JSON:
        from genderplan.views.documents import detail_content
        from genderplan.views.plain import as_json

        write(as_json(found.noun, detail_content(found)))
    else:
        from genderplan.views.detail import detail_lines

        shown = screen(no_color=common.no_color)
        write_lines(detail_lines(found, shown), shown)
    return session.exit_code()
