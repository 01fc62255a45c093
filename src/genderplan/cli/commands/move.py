"""`genderplan move`"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.dates.forms import PlanDate

app = new_app()


class Field(StrEnum):
    """The agreed dates of an entry; a milestone has the last two."""

    START = "start"
    END = "end"
    DUE = "due"
    UNTIL = "until"


def _organisation(name: str, help_: str) -> Any:
    """An option that takes the id of an organisation."""
    return typer.Option(name, metavar="NAME", autocompletion=completion.organisation_ids, help=help_)


@app.command()
@spread
def move(
    common: Common,
    name: Name,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it changes; kept in the file.")],
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The date that is agreed now.")] = None,
    request: Annotated[
        str | None,
        typer.Option("--request", metavar="DATE", help="A date that is asked for and not yet agreed: nothing moves."),
    ] = None,
    by: Annotated[str | None, _organisation("--by", "With --request: who asks for it.")] = None,
    approved_by: Annotated[str | None, _organisation("--approved-by", "The organisation that agreed to it.")] = None,
    field: Annotated[
        Field | None,
        typer.Option("--field", help="Which date; when left out, due, or end of an entry that has no due."),
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Change an agreed date.

    The old date stays in the file, under revisions, with the status date and the reason. All else in the file stays
    as it is, comments too. With --request the new date stands under requested until a move that is agreed takes it
    away. A milestone that comes again and was done before ends, and goes on from the new date as another, so that what
    was done stays told.

    Examples:

      genderplan move link-dcc6#representation --to 2003-12 --reason Illness

      genderplan move r7 --to 2010-06 --reason "New duty" --dry-run

      genderplan move r7 --request 2010-06 --reason "New duty"
    """
    from genderplan.config import given_date
    from genderplan.editing.changes import NewRevision, in_words, requested
    from genderplan.editing.cycles import moved
    from genderplan.plan.lookup import organisation_id

    _refuse_together(to, request, by, approved_by, field)
    date = cast("PlanDate", given_date(to, "--to") or given_date(request, "--request"))
    reading, target = meant(name, common)
    directory = reading.tree.organisations
    if request is not None:
        change = requested(target, date, reason, by and organisation_id(directory, by))
    else:
        said = None if approved_by is None else in_words(approved_by, "--approved-by")
        board = None if said is None else organisation_id(directory, said)
        change = moved(target, date, NewRevision(reason, board, field and field.value))
    return carry_out(reading, change, common, dry_run=dry_run)


def _refuse_together(
    to: str | None, request: str | None, by: str | None, approved_by: str | None, field: Field | None
) -> None:
    """Raises UsageError where it is not said whether a date is agreed or asked for."""
    from genderplan.errors import UsageError

    if (to is None) == (request is None):
        raise UsageError("--to gives the date that is agreed now, --request one that is asked for: one of the two")
    if by is not None and request is None:
        raise UsageError("--by says who asks: it goes with --request")
    if request is not None and (approved_by is not None or field is not None):
        raise UsageError("--request asks for another own date: --approved-by and --field go with --to")
