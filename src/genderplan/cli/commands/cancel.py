"""`genderplan cancel`"""

from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread

app = new_app()


@app.command()
@spread
def cancel(
    common: Common,
    name: Name,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept in the file.")],
    dry_run: DryRun = False,
) -> int:
    """Say that something will not be done.

    It counts as cancelled from the status date on. Of what comes again one time is left out where that is named:
    ID@DATE.

    Examples:

      genderplan cancel r7 --reason "Part of the new scheme"
    """
    from genderplan.editing.cycles import cancelled

    reading, target = meant(name, common)
    return carry_out(reading, cancelled(target, reason), common, dry_run=dry_run)
