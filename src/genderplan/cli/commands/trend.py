"""`genderplan trend`"""

from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, Format, IdsOption, new_app, page_formats, spread, with_pages
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from genderplan.cli.reading import Reading
    from genderplan.errors import UsageError
    from genderplan.loading.history import Past
    from genderplan.plan.items import Key
    from genderplan.plan.plans import Plan
    from genderplan.reports.trend.result import TrendReport

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


@with_pages
class TrendFormat(Format):
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
    tags: Annotated[bool, typer.Option("--tags", help="A report as of each tag of what HEAD has.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=0,
            help=f"At most so many milestones: {_MOST}; all of IDs, in json, {page_formats('and')}.",
        ),
    ] = None,
    ids: IdsOption = False,
    format_: Annotated[
        TrendFormat,
        typer.Option("--format", help=f"table (or text), json, svg, {page_formats('or')}.", show_default=False),
    ] = TrendFormat.TABLE,
) -> int:
    """How did promises move over time?

    Milestone trend analysis: flat is kept, rising is slipping, the diagonal is done.

    Examples:

      genderplan trend

      genderplan trend identify-customer-groups toolkit-strategy#publish

      genderplan trend --plan women-2003 --format svg
    """
    from genderplan.cli.reading import read_plans
    from genderplan.errors import UsageError

    if names and any(filters.given().values()):
        raise UsageError("give IDs or filters, not both")
    reading = read_plans(common, filters)
    has_room = format_ is TrendFormat.JSON or format_.is_of_pages
    most = _MOST if limit is None and not has_room else limit
    report = _report(reading, names or [], at or [], tags=tags, limit=None if names and limit is None else most)
    called = reading.names(ids=ids)
    _print(report, called, common, format_, named=bool(names))
    return reading.exit_code()


def _print(
    report: "TrendReport", called: "Mapping[str, str]", common: Common, format_: TrendFormat, *, named: bool
) -> None:
    """A trend in a format, organisations as they are `called`; milestones are `named` where ids were given."""
    from genderplan.cli.output import print_json, print_lines, print_page, write_data

    if format_ is TrendFormat.JSON:
        print_json("trend", {"plans": report.plans, "trends": report.trends})
    elif format_ is TrendFormat.SVG:
        from genderplan.reports.trend.drawing import as_svg

        write_data(as_svg(report, named=named))
    elif format_.is_of_pages:
        from genderplan.reports.trend.page import trend_page

        print_page(trend_page(report, called, named=named), format_)
    else:
        from functools import partial

        from genderplan.reports.trend.text import trend_lines

        print_lines(partial(trend_lines, named=named), report, common, fits=True, names=called)


def _report(reading: "Reading", names: list[str], at: list[str], *, tags: bool, limit: int | None) -> "TrendReport":
    """What is asked for, from the mainline's commits or from those that are named."""
    from genderplan.cli.past import meant, tell
    from genderplan.errors import NoRepositoryError
    from genderplan.loading.history import load_states
    from genderplan.reports.trend.result import Asked
    from genderplan.reports.trend.result import trend as analyse

    wanted = [meant(reading.tree, name) for name in names]
    chosen = {plan.id: plan for each, _ in wanted for plan, _ in each}
    plans = list(chosen.values()) if names else [each.plan for each in reading.standings]
    try:
        past = load_states(reading.root, reading.tree, plans, at, tags=tags) if at or tags else _past(reading, plans)
    except NoRepositoryError as error:
        raise next((unknown for _, unknown in wanted if unknown), error) from None
    keys = _keys(wanted, past)
    tell(past)
    standings = [each for each in reading.all_standings if each.plan.id in keys] if names else reading.standings
    asked = Asked(reading.selection, keys if names else None, limit, past.names if at or tags else None)
    return analyse(standings, past.steps, asked)


def _keys(wanted: "list[tuple[list[tuple[Plan, Key]], UsageError | None]]", past: "Past") -> "dict[str, list[Key]]":
    """The ids that are asked for by their plans: of those that mean nothing now, in the plans where they once did.

    Raises UsageError where one never did, or where what it means cannot be read now.
    """
    from genderplan.reports.trend.result import was_ever

    keys: dict[str, list[Key]] = {}
    for things, unknown in wanted:
        found = [
            (plan, key)
            for plan, key in things
            if not unknown or (key[0] not in plan.unread and was_ever(plan, past.steps.get(plan.id, ()), key))
        ]
        if unknown and not found:
            raise unknown
        for plan, key in found:
            keys.setdefault(plan.id, []).append(key)
    return keys


def _past(reading: "Reading", plans: "Sequence[Plan]") -> "Past":
    """The commits of the mainline; none where there is no repository, but baselines that say when they were taken."""
    from genderplan.cli.output import say
    from genderplan.errors import NothingToReadError
    from genderplan.loading.history import Past, load_past

    try:
        return load_past(reading.root, reading.tree, plans, mainline=True)
    except NothingToReadError as error:
        if not any(baseline.taken for plan in plans for baseline in plan.baselines):
            raise
        say(f"{error}: the reports are of baselines alone")
        return Past({}, 0, {}, "")
