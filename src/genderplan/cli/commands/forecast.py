"""`genderplan forecast`"""

from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread

app = new_app()
_NONE = "none"


@app.command()
@spread
def forecast(
    common: Common,
    name: Name,
    to: Annotated[
        str, typer.Option("--to", metavar="DATE", help=f"When it is expected; {_NONE} where that is when it is due.")
    ],
    dry_run: DryRun = False,
) -> int:
    """Say when an entry or a milestone is expected.

    What is agreed stays as it is: that is what move changes.

    Examples:

      genderplan forecast forward-data#database --to 2004-01
    """
    from genderplan.config import given_date
    from genderplan.editing.changes import forecast as forecast_of

    date = given_date(None if to == _NONE else to, "--to")
    reading, target = meant(name, common)
    return carry_out(reading, forecast_of(target, date), common, dry_run=dry_run)
