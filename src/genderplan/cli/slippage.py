"""`genderplan slippage`"""

import sys
from typing import Annotated

import typer

from genderplan.cli import completion
from genderplan.cli.options import Common, Filters, ReportFormat, new_app, spread
from genderplan.errors import NothingToReadError, UsageError

app = new_app()


@app.command()
@spread
def slippage(
    filters: Filters,
    common: Common,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="SOURCE",
            help="A baseline's name, git:REVISION, a file or a folder; the newest baseline when left out.",
            autocompletion=completion.baselines,
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="SOURCE", help="The same as --against.", autocompletion=completion.baselines),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="SOURCE",
            help="What is held against it; what the files say now when left out.",
            autocompletion=completion.baselines,
        ),
    ] = None,
    format_: Annotated[ReportFormat, typer.Option("--format", help="table or json.")] = ReportFormat.TABLE,
) -> int:
    """What moved?

    Agreed dates against a baseline or a commit, and what was added, removed or reworded since.

    Examples:

      genderplan slippage

      genderplan slippage --plan women-2003 --against draft-1

      genderplan slippage --against git:main --lead DCC4

      genderplan slippage --from draft-1 --to git:HEAD --format json
    """
    from genderplan.analysis.slippage import slippage as analyse
    from genderplan.cli.output import print_json, print_lines
    from genderplan.cli.reading import read_plans

    if against is not None and from_ is not None:
        raise UsageError("--from is another name of --against: give one of them")
    before = against if against is not None else from_
    reading = read_plans(common, filters)
    source = reading.against(before)
    after = reading if to is None else reading.at(to, common)
    report = analyse(after.standings, after.selection, source.baseline)
    wanted = f"baseline '{before}'" if before else "baseline"
    if report.without and report.comparisons:
        print(f"genderplan: no {wanted}: {', '.join(report.without)}", file=sys.stderr)  # noqa: T201
    if report.without and not report.comparisons:
        raise NothingToReadError(f"no {wanted} in {', '.join(report.without)}")
    if format_ is ReportFormat.JSON:
        print_json("slippage", {"plans": report.plans, "comparisons": report.comparisons})
    else:
        from genderplan.views.slippage import slippage_lines

        print_lines(slippage_lines, report, common)
    return reading.exit_code()
