"""`genderplan baseline list` and `genderplan baseline show`"""

from typing import Annotated

import typer

from genderplan.cli.options import Common, Filters, PlanFilter, ReportFormat, new_app, spread

app = new_app(no_args_is_help=True, help="What was agreed?")
_Format = Annotated[ReportFormat, typer.Option("--format", help="table or json.")]


@app.command(name="list")
@spread
def list_(wanted: PlanFilter, common: Common, format_: _Format = ReportFormat.TABLE) -> int:
    """Every baseline of each plan, the newest first.

    Examples:

      genderplan baseline list
    """
    from genderplan.analysis.baselines import baselines
    from genderplan.cli.output import print_json, print_lines
    from genderplan.cli.reading import read_plans

    reading = read_plans(common, Filters(plan=wanted.plan))
    report = baselines(reading.standings)
    if format_ is ReportFormat.JSON:
        print_json("baselines", report._asdict())
    else:
        from genderplan.views.baselines import baselines_lines

        print_lines(baselines_lines, report, common)
    return reading.exit_code()


@app.command()
@spread
def show(
    wanted: PlanFilter,
    common: Common,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The baseline's name.")],
    format_: _Format = ReportFormat.TABLE,
) -> int:
    """Everything that one baseline keeps.

    Examples:

      genderplan baseline show draft-1

      genderplan baseline show draft-1 --format json
    """
    from genderplan.analysis.baselines import baseline_detail
    from genderplan.cli.output import print_json, print_lines
    from genderplan.cli.reading import read_plans

    reading = read_plans(common, Filters(plan=wanted.plan))
    report = baseline_detail(reading.standings, name)
    if format_ is ReportFormat.JSON:
        print_json("baseline", report._asdict())
    else:
        from genderplan.views.baselines import baseline_lines

        print_lines(baseline_lines, report, common)
    return reading.exit_code()
