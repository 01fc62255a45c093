"""`genderplan baseline list`, `genderplan baseline show` and `genderplan baseline save`"""

from pathlib import Path
from typing import Annotated

import typer

from genderplan.cli.filters import Filters, PlanFilter
from genderplan.cli.options import Common, IdsOption, OnePlan, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

_HELP = """What was agreed?

Examples:

  genderplan baseline list

  genderplan baseline show draft-1
"""

app = new_app(no_args_is_help=True, help=_HELP)


@app.command(name="list")
@spread
def list_(wanted: PlanFilter, common: Common, format_: ReportOption = ReportFormat.TABLE) -> int:
    """Every baseline of each plan, the newest first.

    Examples:

      genderplan baseline list
    """
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.cli.reading import read_plans
    from genderplan.reports.baseline.result import baselines

    reading = read_plans(common, Filters(plan=wanted.plan))
    report = baselines(reading.standings)
    if format_ is ReportFormat.JSON:
        print_json("baselines", report._asdict())
    elif format_.is_of_pages:
        from genderplan.reports.baseline.page import baselines_page

        print_page(baselines_page(report), format_)
    else:
        from genderplan.reports.baseline.text import baselines_lines

        print_lines(baselines_lines, report, common)
    return reading.exit_code()


@app.command()
@spread
def show(
    wanted: PlanFilter,
    common: Common,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The baseline's name.", autocompletion=completion.baselines)
    ],
    ids: IdsOption = False,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """Everything that one baseline keeps.

    Examples:

      genderplan baseline show draft-1

      genderplan baseline show draft-1 --format json
    """
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.cli.reading import read_plans
    from genderplan.reports.baseline.result import baseline_detail

    reading = read_plans(common, Filters(plan=wanted.plan))
    report = baseline_detail(reading.standings, name)
    names = reading.names(ids=ids)
    if format_ is ReportFormat.JSON:
        print_json("baseline", report._asdict())
    elif format_.is_of_pages:
        from genderplan.reports.baseline.page import baseline_page

        print_page(baseline_page(report, names), format_)
    else:
        from genderplan.reports.baseline.text import baseline_lines

        print_lines(baseline_lines, report, common, names=names)
    return reading.exit_code()


@app.command()
@spread
def save(
    common: Common,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The baseline's name: board-1, say.")],
    plan: OnePlan = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What it is, in words.")] = None,
    taken: Annotated[
        str | None, typer.Option("--taken", metavar="DATE", help="When it was agreed; the status date when left out.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take the baseline of this name anew.")] = False,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why it is taken anew; kept in its file.")
    ] = None,
) -> int:
    """Keep what is agreed now.

    The plan's heading and its entries, less progress, in one file that later dates are held against. A plan with
    errors is refused, and so is a name that is taken.

    Examples:

      genderplan baseline save board-1 --plan women-2003

      genderplan baseline save draft-1 --plan women-2003 --replace --reason Typo
    """
    from genderplan.cli.output import say, write_text
    from genderplan.cli.reading import read_plans, the_plan
    from genderplan.cli.writing import changing
    from genderplan.editing.baselines import Wanted, is_valid, new_file

    reading = read_plans(common, Filters(), writes=True)
    agreed = the_plan(reading.tree, plan)
    if not is_valid(reading.tree, agreed):
        say(f"{agreed.id} has errors, nothing was kept: 'genderplan validate --plan {agreed.id}' shows them")
        return 1
    as_of = next(each.as_of.day for each in reading.all_standings if each.plan is agreed)
    file = new_file(agreed, reading.root, Wanted(name, title, taken, replace, reason), as_of)
    with changing({Path(file.draft.file.path): file.draft.data}):
        file.write(reading.root)
        write_text(f"{file.draft.file.shown}\n")
    if file.newest != name:
        say(f"reports go on with {file.newest}: taken later, or on the same day under a later name (--taken)")
    return 0
