"""`genderplan baseline list` and `genderplan baseline show`"""

from typing import Annotated

import typer

from genderplan.cli.options import Common, Filters, PlanFilter, ReportFormat, new_app, spread

app = new_app(no_args_is_help=True, help="What was agreed?")
_Format = Annotated[ReportFormat, typer.Option("--format", help="table or json.")]


@app.command(name="list")
@spread
def list_(wanted: PlanFilter, common: Common, ctx: typer.Context, format_: _Format = ReportFormat.TABLE) -> int:
    """Every baseline of each plan, the newest first.

    Examples:

      genderplan baseline list
    """
    from genderplan.analysis.baselines import baselines
    from genderplan.cli.output import screen, write, write_lines
    from genderplan.cli.session import open_session

    common = common.over(ctx.obj)
    session = open_session(common, Filters(plan=wanted.plan))
    report = baselines(session.standings)
    if format_ is ReportFormat.JSON:
        from genderplan.views.plain import as_json

        write(as_json("baselines", report._asdict()))
    else:
        from genderplan.views.baselines import baselines_lines

        shown = screen(no_color=common.no_color)
        write_lines(baselines_lines(report, shown), shown)
    return session.exit_code()


@app.command()
@spread
def show(
    wanted: PlanFilter,
    common: Common,
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The baseline's name.")],
    format_: _Format = ReportFormat.TABLE,
) -> int:
    """Everything that one baseline keeps.

    Examples:

      genderplan baseline show draft-1

      genderplan baseline show draft-1 --format json
    """
    from genderplan.analysis.baselines import baseline_detail
    from genderplan.cli.output import screen, write, write_lines
    from genderplan.cli.session import open_session

    common = common.over(ctx.obj)
    session = open_session(common, Filters(plan=wanted.plan))
    report = baseline_detail(session.standings, name)
    if format_ is ReportFormat.JSON:
        from genderplan.views.plain import as_json

        write(as_json("baseline", report._asdict()))
    else:
        from genderplan.views.baselines import baseline_lines

        shown = screen(no_color=common.no_color)
        write_lines(baseline_lines(report, shown), shown)
    return session.exit_code()
