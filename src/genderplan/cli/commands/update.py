"""`genderplan update`"""

from enum import StrEnum
from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, carry_out, meant
from genderplan.cli.options import Common, new_app, spread
from genderplan.cli.shell import completion
from genderplan.standing.rag import Rag

app = new_app()


class UpdateState(StrEnum):
    """How far an update says that an entry is."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    ON_HOLD = "on-hold"
    EMBEDDED = "embedded"


@app.command()
@spread
def update(
    common: Common,
    name: Annotated[
        str, typer.Argument(metavar="ID", help="An action or a project.", autocompletion=completion.things)
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="How it goes, in words.")],
    state: Annotated[UpdateState | None, typer.Option("--state", help="How far it is.")] = None,
    rag: Annotated[Rag | None, typer.Option("--rag", help="How its lead judges it; TEXT says why.")] = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", autocompletion=completion.organisation_ids, help="The organisation that tells it."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="When it was told; on the status date when left out.")
    ] = None,
    next_: Annotated[str | None, typer.Option("--next", metavar="TEXT", help="The next step.")] = None,
    evidence: Annotated[
        list[str] | None, typer.Option("--evidence", metavar="TEXT", help="What shows it: a text or an address.")
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Tell how an action or a project goes.

    It is written behind the updates that its file has. All else in the file stays as it is, comments too.

    Examples:

      genderplan update r4 "The board has seen it" --state under-way --by ACOS

      genderplan update r7 "No trainer" --state on-hold --next "Ask HR"
    """
    from genderplan.config import given_date
    from genderplan.editing.telling import NewUpdate, told
    from genderplan.plan.lookup import organisation_id

    date = given_date(on, "--on")
    reading, target = meant(name, common)
    teller = None if by is None else organisation_id(reading.tree.organisations, by)
    beside = (state and state.value, rag and rag.value, next_, evidence or ())
    change = told(target, NewUpdate(text, date or target.standings.as_of.day, teller, *beside))
    return carry_out(reading, change, common, dry_run=dry_run)
