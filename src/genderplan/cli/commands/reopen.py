"""`genderplan reopen`"""

from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread

app = new_app()


@app.command()
@spread
def reopen(
    common: Common,
    name: Name,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why it is not done after all; kept in the file.")
    ],
    dry_run: DryRun = False,
) -> int:
    """Take a completion back.

    The date that was told stays in the file, under revisions, with the status date and the reason. Of what comes again
    the time done last is open again, or the one that ID@DATE names.

    Examples:

      genderplan reopen r7 --reason "Not held in the north"
    """
    from genderplan.editing.cycles import reopened

    reading, target = meant(name, common)
    return carry_out(reading, reopened(target, reason), common, dry_run=dry_run)
