"""`genderplan complete`"""

from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread

app = new_app()


@app.command()
@spread
def complete(
    common: Common,
    name: Name,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="When it was done; on the status date when left out."),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Give another date to what is complete already.")] = False,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEXT", help="Why another date was told before; kept in the file."),
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Say that something is done.

    With --replace and --reason the date that was told before stays in the file, under revisions. Of what comes again
    the earliest open time is done, or the one that is named: ID@DATE.

    Examples:

      genderplan complete link-dcc6#representation --on 2003-10-20

      genderplan complete r7
    """
    from genderplan.config import given_date
    from genderplan.editing.cycles import completed

    date = given_date(on, "--on")
    reading, target = meant(name, common)
    change = completed(target, date or target.standings.as_of.day, replace=replace, reason=reason)
    return carry_out(reading, change, common, dry_run=dry_run)
