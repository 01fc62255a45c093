"""`genderplan history`"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, IdsOption, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.loading.history import Past
    from genderplan.plan.plans import Plan
    from genderplan.reports.history.result import HistoryReport

app = new_app()


@app.command()
@spread
def history(
    filters: Filters,
    common: Common,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="An entry or a milestone; the plan's log of moves when left out.",
            autocompletion=completion.things,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=0, help="At most so many changes in the table: on a terminal 30."),
    ] = None,
    ids: IdsOption = False,
    format_: ReportOption = ReportFormat.TABLE,
) -> int:
    """When did dates change, and why?

    Each change of each date that git knows of, and what revisions say of it.

    Examples:

      genderplan history

      genderplan history identify-customer-groups#services

      genderplan history --plan women-2003 --lead DCC4 --format json
    """
    from genderplan.cli.output import print_json, print_page
    from genderplan.cli.reading import read_plans
    from genderplan.errors import UsageError

    if name is not None and any(filters.given().values()):
        raise UsageError("give an ID or filters, not both")
    reading = read_plans(common, filters)
    report = _of_plans(reading) if name is None else _of_thing(reading, name)
    if format_ is ReportFormat.JSON:
        print_json("history", {"plans": report.plans, "histories": report.histories})
    elif format_.is_of_pages:
        from genderplan.reports.history.page import history_page

        print_page(history_page(report, reading.names(ids=ids), limit), format_)
    else:
        _print_lines(report, limit, common, reading.names(ids=ids))
    return reading.exit_code()


def _print_lines(report: "HistoryReport", limit: int | None, common: Common, names: Mapping[str, str]) -> None:
    from functools import partial

    from genderplan.cli.output import print_lines
    from genderplan.reports.history.text import history_lines

    print_lines(partial(history_lines, limit=limit), report, common, names=names)


def _of_plans(reading: "Reading") -> "HistoryReport":
    """The log of every selected plan."""
    from genderplan.reports.history.result import plan_histories

    past = _past(reading, reading.selection.plans)
    return plan_histories(reading.standings, reading.selection, past.steps)


def _of_thing(reading: "Reading", name: str) -> "HistoryReport":
    """The history of what an id means, or meant once. Raises UsageError where it never meant anything."""
    from genderplan.cli.past import meant
    from genderplan.errors import NoRepositoryError
    from genderplan.reports.history.result import HistoryReport, thing_history

    wanted, unknown = meant(reading.tree, name)
    try:
        past = _past(reading, [plan for plan, _ in wanted])
    except NoRepositoryError as error:
        raise unknown or error from None
    standings = {each.plan.id: each for each in reading.all_standings}
    reports = [thing_history(standings[plan.id], key, past.steps[plan.id]) for plan, key in wanted]
    found = [report for report in reports if report]
    if unknown and not found:
        raise unknown
    labels, histories = zip(*found, strict=True)
    return HistoryReport(sum(labels, ()), sum(histories, ()))


def _past(reading: "Reading", plans: "Collection[Plan]") -> "Past":
    from genderplan.cli.past import tell
    from genderplan.loading.history import load_past

    past = load_past(reading.root, reading.tree, plans)
    tell(past)
    return past
