"""`genderplan record`"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from genderplan.cli.changing import DryRun, Edited, put
from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, new_app, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.dates.forms import PlanDate

app = new_app()


class ValueKind(StrEnum):
    """What sort of value it is."""

    OUTCOME = "outcome"
    FORECAST = "forecast"
    PROJECTED = "projected"


@app.command()
@spread
def record(
    common: Common,
    name: Annotated[str, typer.Argument(metavar="ID", help="An indicator.", autocompletion=completion.indicators)],
    period: Annotated[str, typer.Option("--period", metavar="DATE", help="The period, or the day, that it is of.")],
    value: Annotated[str, typer.Option("--value", metavar="NUMBER", help="The value, or pending.")],
    kind: Annotated[ValueKind, typer.Option("--kind", help="What sort of value it is.")] = ValueKind.OUTCOME,
    category: Annotated[
        str | None,
        typer.Option("--category", metavar="NAME", help="The category that it is of."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put it in the place of another value.")] = False,
    dry_run: DryRun = False,
) -> int:
    """Record a value of an indicator.

    It stands in the file as it is typed, in the place of one that is pending, else after the others. All else in the
    file stays as it is, comments too.

    Examples:

      genderplan record joiners --period FY2006-07 --value 1500 --category pcso

      genderplan record palp-skills --period 2008-Q4 --value 85 --kind forecast
    """
    from genderplan.cli.reading import read_plans
    from genderplan.config import given_date
    from genderplan.editing import rewriting
    from genderplan.editing.values import NewValue, category_of, given_value, recorded, value_in_words
    from genderplan.standing.indicators import indicator_named

    of = cast("PlanDate", given_date(period, "--period"))
    reading = read_plans(common, Filters(), writes=True)
    row = indicator_named(reading.tree, name)
    new = NewValue(of, given_value(value), kind.value, category_of(row, category), replace)
    draft = rewriting.draft_at(reading.root, row.file, recorded(row, new))
    warnings = rewriting.judged(reading.root, reading.tree, reading.all_standings, draft)
    return put(Edited(draft, row.places.data, warnings, value_in_words(row, new)), dry_run=dry_run)
