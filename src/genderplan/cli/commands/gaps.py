"""`genderplan gaps`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

app = new_app()


@app.command()
@spread
def gaps(
    filters: Filters,
    common: Common,
    returns: Annotated[bool, typer.Option("--returns", help="Who has sent no update on an entry of theirs.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|BOARD",
            help="With --returns: updates from this date on count, or from a board's last meeting on.",
            autocompletion=completion.boards,
        ),
    ] = None,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """What is missing?

    Entries without a lead, a date, a section of a framework, or any activity; objectives and sections with nothing;
    issues of a consultation that no entry answers; business areas (organisations with the tag business-area) without
    an entry. Each with its place in the files.

    Examples:

      genderplan gaps

      genderplan gaps --returns --since 2003-10

      genderplan gaps --returns --since EODB
    """
    from functools import partial

    from genderplan.cli.boards import last_day_named
    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans
    from genderplan.errors import UsageError
    from genderplan.reports.gaps.page import gaps_page
    from genderplan.reports.gaps.result import gaps as analyse

    if since is not None and not returns:
        raise UsageError("--since goes with --returns")
    reading = read_plans(common, filters)
    day = None if since is None else last_day_named(reading, since, "--since", common)
    report = analyse(reading.tree, reading.standings, reading.selection, returns=returns, since=day)
    page = partial(gaps_page, report, reading.tree.organisations.names_by_id)
    print_report("gaps", report._asdict(), page, common, format_)
    return reading.exit_code()
