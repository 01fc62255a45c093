"""`genderplan impact`"""

from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters, PlanFilter
from genderplan.cli.options import Common, IdsOption, ReportFormat, ReportOption, new_app, source_option, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from genderplan.cli.reading import Reading

app = new_app()


_Id = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="A milestone; what slipped when left out.", autocompletion=completion.things),
]
_To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Suppose that its date were this one.")]
_Against = Annotated[
    str | None,
    source_option("--against", "What slips are measured from, as of slippage; the newest baseline when left out."),
]


@app.command()
@spread
def impact(
    wanted: PlanFilter,
    common: Common,
    name: _Id = None,
    to: _To = None,
    against: _Against = None,
    why: Annotated[bool, typer.Option("--why", help="What drives its date, back to where it begins.")] = False,
    critical: Annotated[
        bool, typer.Option("--critical", help="How far each milestone may slip, and the chains that carry the end.")
    ] = False,
    ids: IdsOption = False,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """What does a slip do further down?

    What waits for a milestone that slipped, or that is supposed to: the room it had and what is left, what cannot hold
    its date, and where it would land if the gaps were kept.

    Examples:

      genderplan impact

      genderplan impact identify-needs#questionnaire --to 2004-06

      genderplan impact identify-needs#report --why

      genderplan impact --critical --plan women-2003
    """
    from genderplan.cli.reading import read_plans

    _refuse(
        name is not None, {"--to": to is not None, "--against": against is not None, "--why": why}, critical, wanted
    )
    reading = read_plans(common, Filters(plan=wanted.plan))
    names = reading.names(ids=ids)
    if critical:
        _critical(reading, names, common, format_)
    elif name is not None and why:
        _why(reading, name, against, names, common, format_)
    else:
        _impact(reading, name, to, against, names, common, format_)
    return reading.exit_code()


def _refuse(is_named: bool, given: dict[str, bool], critical: bool, wanted: PlanFilter) -> None:
    """Raise UsageError for what cannot be asked together."""
    from genderplan.errors import UsageError

    options = [option for option, is_given in given.items() if is_given]
    if critical and (is_named or options):
        raise UsageError(f"--critical is of whole plans: it takes no {options[0] if options else 'ID'}")
    if is_named and wanted.plan:
        raise UsageError("--plan is for a run without an ID, which has its plan")
    for option in ("--to", "--why"):
        if given[option] and not is_named:
            raise UsageError(f"{option} is of one milestone: name it")
        if given[option] and "--to" in options and len(options) > 1:
            raise UsageError(f"--to supposes a date: it takes no {options[1]}")


def _critical(reading: "Reading", names: "Mapping[str, str]", common: Common, format_: ReportFormat) -> None:
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.reports.impact.critical import critical as analyse
    from genderplan.reports.impact.critical_page import critical_page

    report = analyse(reading.standings)
    page = partial(critical_page, report, names, in_short=not format_.is_of_pages)
    print_report("critical", report._asdict(), page, common, format_)


def _why(
    reading: "Reading",
    name: str,
    against: str | None,
    names: "Mapping[str, str]",
    common: Common,
    format_: ReportFormat,
) -> None:
    from functools import partial

    from genderplan.cli.comparing import against as state_of
    from genderplan.cli.output import print_report
    from genderplan.errors import NothingToReadError
    from genderplan.loading.states import no_baseline
    from genderplan.plan.lookup import look_up
    from genderplan.reports.impact.result import milestone_standing
    from genderplan.reports.impact.why import why as analyse
    from genderplan.reports.impact.why_page import why_page

    standings, item = milestone_standing(reading.all_standings, look_up(reading.tree, name), name)
    baseline = state_of(reading, against).baselines.get(standings.plan.id)
    if against is not None and baseline is None:
        raise NothingToReadError(no_baseline(against, standings.plan.id))
    report = analyse(standings, item, baseline)
    print_report("why", report._asdict(), partial(why_page, report, names, against), common, format_)


def _impact(
    reading: "Reading",
    name: str | None,
    to: str | None,
    against: str | None,
    names: "Mapping[str, str]",
    common: Common,
    format_: ReportFormat,
) -> None:
    from genderplan.cli.comparing import against as state_of
    from genderplan.cli.comparing import name_missing
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.config import given_date
    from genderplan.plan.lookup import look_up
    from genderplan.reports.impact.result import impact as analyse
    from genderplan.reports.impact.result import milestone_standing, supposed

    date = given_date(to, "--to")
    standings, item = reading.standings, None
    if name is not None:
        own, item = milestone_standing(reading.all_standings, look_up(reading.tree, name), name)
        standings = (own,)
    if item and date:
        report = supposed(standings[0], item, date)
    else:
        then = state_of(reading, against)
        report = analyse(standings, then, item)
        name_missing(then, against, report.without, is_any=bool(report.impacts))
    if format_ is ReportFormat.JSON:
        print_json("impact", {"plans": report.plans, "impacts": report.impacts})
    elif format_.is_of_pages:
        from genderplan.reports.impact.page import impact_page

        print_page(impact_page(report, names, against), format_)
    else:
        from functools import partial

        from genderplan.reports.impact.text import impact_lines

        print_lines(partial(impact_lines, against=against), report, common, names=names)
