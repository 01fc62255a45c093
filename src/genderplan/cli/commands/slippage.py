"""`genderplan slippage`"""

from typing import Annotated

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, IdsOption, ReportFormat, ReportOption, new_app, source_option, spread
from genderplan.errors import UsageError

app = new_app()

_Against = Annotated[
    str | None,
    source_option(
        "--against", "A baseline's name, git:REVISION, a file or a folder; the newest baseline when left out."
    ),
]
_From = Annotated[str | None, source_option("--from", "The same as --against.")]
_To = Annotated[str | None, source_option("--to", "What is held against it; what the files say now when left out.")]


@app.command()
@spread
def slippage(
    filters: Filters,
    common: Common,
    against: _Against = None,
    from_: _From = None,
    to: _To = None,
    ids: IdsOption = False,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """What moved?

    Agreed dates against a baseline or a commit, and what was added, removed or reworded since.

    Examples:

      genderplan slippage

      genderplan slippage --plan women-2003 --against draft-1

      genderplan slippage --against git:main --lead DCC4

      genderplan slippage --from draft-1 --to git:HEAD --format json
    """
    from genderplan.cli.comparing import against as state_of
    from genderplan.cli.comparing import at, name_missing
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.cli.reading import read_plans
    from genderplan.reports.slippage.result import slippage as analyse

    if against is not None and from_ is not None:
        raise UsageError("--from is another name of --against: give one of them")
    before = against if against is not None else from_
    reading = read_plans(common, filters)
    then = state_of(reading, before, files=to is None)
    after = reading if to is None else at(reading, to, common)
    report = analyse(after.standings, after.selection, then)
    name_missing(then, before, report.without, is_any=bool(report.comparisons))
    names = after.names(ids=ids)
    if format_ is ReportFormat.JSON:
        print_json("slippage", {"plans": report.plans, "comparisons": report.comparisons})
    elif format_.is_of_pages:
        from genderplan.reports.slippage.page import slippage_page

        print_page(slippage_page(report, names), format_)
    else:
        from genderplan.reports.slippage.text import slippage_lines

        print_lines(slippage_lines, report, common, names=names)
    return reading.exit_code()
