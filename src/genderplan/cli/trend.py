"""`genderplan trend`"""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli import completion
from genderplan.cli.options import Common, Filters, new_app, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genderplan.analysis.trend import TrendReport
    from genderplan.cli.reading import Reading
    from genderplan.loading.history import Past
    from genderplan.plan.whole import Plan

app = new_app()
_MOST = 10

_Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID",
        help="Entries and milestones; those whose promise changed, the worst first, when left out.",
        autocompletion=completion.things,
    ),
]
_At = Annotated[
    list[str] | None,
    typer.Option("--at", metavar="REVISION", help="A report as of this commit; every one that counts if none is."),
]


class TrendFormat(StrEnum):
    """How a trend is shown; `text` is another name for `table`."""

    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    SVG = "svg"


@app.command()
@spread
def trend(
    filters: Filters,
    common: Common,
    names: _Names = None,
    at: _At = None,
    tags: Annotated[bool, typer.Option("--tags", help="A report as of each tag.")] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", min=0, help=f"At most so many milestones: {_MOST}, in json all."),
    ] = None,
    format_: Annotated[TrendFormat, typer.Option("--format", help="table, json or svg.")] = TrendFormat.TABLE,
) -> int:
    """How did promises move over time?

    Milestone trend analysis: flat is kept, rising is slipping, the diagonal is done.

    Examples:

      genderplan trend

      genderplan trend identify-customer-groups toolkit-strategy#publish

      genderplan trend --plan women-2003 --format svg
    """
    from genderplan.cli.output import print_json, print_lines, write
    from genderplan.cli.reading import read_plans
    from genderplan.errors import UsageError

    if names and any(filters.given().values()):
        raise UsageError("give IDs or filters, not both")
    reading = read_plans(common, filters)
    most = _MOST if limit is None and format_ is not TrendFormat.JSON else limit
    report = _report(reading, names or [], at or [], tags=tags, limit=None if names and limit is None else most)
    if format_ is TrendFormat.JSON:
        print_json("trend", {"plans": report.plans, "trends": report.trends})
    elif format_ is TrendFormat.SVG:
        from genderplan.views.trend_svg import as_svg

        write(as_svg(report))
    else:
        from genderplan.views.trend import trend_lines

        print_lines(trend_lines, report, common, fits=True)
    return reading.exit_code()


def _report(reading: "Reading", names: list[str], at: list[str], *, tags: bool, limit: int | None) -> "TrendReport":
    """What is asked for, from the mainline's commits or from those that are named."""
    from genderplan.analysis.trend import Asked
    from genderplan.analysis.trend import trend as analyse
    from genderplan.cli.past import dated, tell
    from genderplan.loading.history import load_states

    wanted = [dated(reading.tree, name) for name in names]
    keys = {plan.id: [key for other, key in wanted if other is plan] for plan, _ in wanted}
    standings = [each for each in reading.all_standings if each.plan.id in keys] if names else reading.standings
    plans = [each.plan for each in standings]
    past = load_states(reading.root, plans, at, tags=tags) if at or tags else _past(reading, plans)
    tell(past)
    asked = Asked(reading.selection, keys if names else None, limit, past.names if at or tags else None)
    return analyse(standings, past.steps, asked)


def _past(reading: "Reading", plans: "Sequence[Plan]") -> "Past":
    """The commits of the mainline; none where there is no repository, but baselines that say when they were taken."""
    from genderplan.errors import NothingToReadError
    from genderplan.loading.history import Past, load_past

    try:
        return load_past(reading.root, reading.tree, plans, mainline=True)
    except NothingToReadError as error:
        if not any(baseline.taken for plan in plans for baseline in plan.baselines):
            raise
        print(f"genderplan: {error}: the reports are of baselines alone", file=sys.stderr)  # noqa: T201
        return Past({}, 0, {}, "")
