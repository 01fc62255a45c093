"""`genderplan slippage`"""

import sys
from typing import Annotated

import typer

from genderplan.cli import completion
from genderplan.cli.options import Common, Filters, ReportFormat, new_app, spread
from genderplan.errors import NothingToReadError

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
            metavar="NAME",
            help="The baseline; the newest when left out.",
            autocompletion=completion.baselines,
        ),
    ] = None,
    format_: Annotated[ReportFormat, typer.Option("--format", help="table or json.")] = ReportFormat.TABLE,
) -> int:
    """What moved?

    Agreed dates against a baseline, and what was added, removed or reworded since.

    Examples:

      genderplan slippage

      genderplan slippage --plan women-2003 --against draft-1

      genderplan slippage --lead DCC4 --format json
    """
    from genderplan.analysis.slippage import slippage as analyse
    from genderplan.cli.output import print_json, print_lines
    from genderplan.cli.reading import read_plans

    reading = read_plans(common, filters)
    report = analyse(reading.standings, reading.selection, against)
    wanted = f"baseline '{against}'" if against else "baseline"
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
