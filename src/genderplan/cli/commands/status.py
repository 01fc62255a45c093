"""`genderplan status`"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, IdsOption, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.dates.forms import PlanDate
    from genderplan.page.page import Page
    from genderplan.reports.status.result import StatusReport
    from genderplan.reports.status.since.result import SinceReport

app = new_app()

_Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DATE|REV|BOARD",
        help="What changed since a day, a commit, a baseline, or the last meeting of a board.",
        autocompletion=completion.baselines_and_boards,
    ),
]
_Until = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="DATE|BOARD",
        help="What is due up to a date, or to the next meeting of a board.",
        autocompletion=completion.boards,
    ),
]


@app.command()
@spread
def status(
    filters: Filters,
    common: Common,
    since: _Since = None,
    until: _Until = None,
    measures: Annotated[
        bool, typer.Option("--measures", help="Measures of delivery too, such as the hit rate; explain tells of them.")
    ] = False,
    ids: IdsOption = False,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """Where do we stand?

    Counts and RAG by objective, what is overdue, what slipped, what is due next.

    Examples:

      genderplan status

      genderplan status --plan women-2003 --as-of 2004-03-01

      genderplan status --lead DCC4 --format json

      genderplan status --plan women-2003 --since draft-1

      genderplan status --plan women-2003 --measures

      genderplan status --plan women-2003 --until 2004-02
    """
    from genderplan.cli.output import print_json, print_page
    from genderplan.cli.reading import read_plans

    reading, last = _ahead(read_plans(common, filters), until, common)
    report = _report(reading, last, measures=measures)
    changes = _changes(reading, since, common) if since is not None else None
    names = reading.names(ids=ids)
    if format_ is ReportFormat.JSON:
        since_then = changes.since if changes else None
        print_json("status", {"plans": report.plans, "since": since_then, "until": last})
    elif format_.is_of_pages:
        print_page(_page(report, changes, names), format_)
    else:
        _print_lines(report, changes, common, names)
    return reading.exit_code()


def _ahead(reading: "Reading", until: str | None, common: Common) -> "tuple[Reading, PlanDate | None]":
    """The plans, and up to when things are due in them where that is asked for."""
    if until is None:
        return reading, None
    from genderplan.cli.boards import looking_ahead, next_day_named

    last = next_day_named(reading, until, "--until", common)
    return looking_ahead(reading, last), last


def _report(reading: "Reading", until: "PlanDate | None", *, measures: bool) -> "StatusReport":
    """Where plans stand, with their measures where these are asked for."""
    from genderplan.reports.status.result import status as analyse

    report = analyse(reading.standings, reading.selection, until)
    if not measures:
        return report
    from genderplan.reports.status.measures.result import with_measures

    return with_measures(report, reading.standings, reading.selection)


def _page(report: "StatusReport", changes: "SinceReport | None", names: Mapping[str, str]) -> "Page":
    """Where plans stand, or what changed, and the measures where there are some."""
    if changes is None:
        from genderplan.reports.status.page import status_page

        return status_page(report, names)
    from genderplan.reports.status.since.page import since_page

    return since_page(changes, names, [plan for plan in report.plans if plan.measures])


def _print_lines(
    report: "StatusReport", changes: "SinceReport | None", common: Common, names: Mapping[str, str]
) -> None:
    """The same on a screen."""
    from genderplan.cli.output import print_lines

    if changes is None:
        from genderplan.reports.status.text import status_lines

        print_lines(status_lines, report, common, fits=True, names=names)
        return
    from genderplan.reports.status.since.text import since_lines

    print_lines(since_lines, changes, common, fits=True, names=names)
    if any(plan.measures for plan in report.plans):
        from genderplan.reports.status.measures.text import measures_lines

        print_lines(measures_lines, report, common, fits=True, names=names)


def _changes(reading: "Reading", since: str, common: Common) -> "SinceReport":
    """What changed; plans that were not there then are named on stderr, and none at all is an error."""
    from genderplan.cli.boards import earlier
    from genderplan.cli.output import say
    from genderplan.errors import NothingToReadError
    from genderplan.loading.states import BASELINE, no_baseline
    from genderplan.reports.status.since.result import since as analyse

    report = analyse(reading.standings, reading.selection, earlier(reading, since, common))
    if report.without and not report.since:
        without = ", ".join(report.without)
        is_named = since.startswith(BASELINE)
        raise NothingToReadError(no_baseline(since, without) if is_named else f"nothing of {without} since '{since}'")
    if report.without:
        say(f"nothing since '{since}': {', '.join(report.without)}")
    return report
