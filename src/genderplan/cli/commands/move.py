"""`genderplan move`"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, cast

import typer

from genderplan.cli import completion
from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread

if TYPE_CHECKING:
    from genderplan.dates.forms import PlanDate

app = new_app()


class Field(StrEnum):
    """The agreed dates of an entry; a milestone has the last two."""

    START = "start"
    END = "end"
    DUE = "due"
    UNTIL = "until"


@app.command()
@spread
def move(
    common: Common,
    name: Name,
    to: Annotated[str, typer.Option("--to", metavar="DATE", help="The date that is agreed now.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it changes; kept in the file.")],
    approved_by: Annotated[
        str | None,
        typer.Option(
            "--approved-by",
            metavar="ID",
            autocompletion=completion.organisation_ids,
            help="The organisation that agreed to it.",
        ),
    ] = None,
    field: Annotated[
        Field | None,
        typer.Option("--field", help="Which date; when left out, due, or end of an entry that has no due."),
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Change an agreed date.

    The old date stays in the file, under revisions, with the status date and the reason. All else in the file stays
    as it is, comments too. A milestone that comes again and was done before ends, and goes on from the new date as
    another, so that what was done stays told.

    Examples:

      genderplan move link-dcc6#representation --to 2003-12 --reason Illness

      genderplan move r7 --to 2010-06 --reason "New duty" --dry-run
    """
    from genderplan.config import given_date
    from genderplan.editing.changes import NewRevision
    from genderplan.editing.cycles import moved

    date = cast("PlanDate", given_date(to, "--to"))
    reading, target = meant(name, common)
    change = moved(target, date, NewRevision(reason, approved_by, field and field.value))
    return carry_out(reading, change, common, dry_run=dry_run)
