"""`genderplan assign`"""

from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, Name, carry_out, meant
from genderplan.cli.options import Common, new_app, spread
from genderplan.cli.shell import completion

app = new_app()


@app.command()
@spread
def assign(
    common: Common,
    name: Name,
    lead: Annotated[
        list[str],
        typer.Option(
            "--lead",
            metavar="NAME",
            autocompletion=completion.organisation_ids,
            help="Who answers for it now; several times for several.",
        ),
    ],
    dry_run: DryRun = False,
) -> int:
    """Say who answers for something.

    Whoever did before is replaced. A milestone without a lead of its own has its entry's.

    Examples:

      genderplan assign r7 --lead ACOS

      genderplan assign r4 --lead DCC4 --lead ACOS
    """
    from genderplan.editing.telling import assigned
    from genderplan.plan.lookup import organisation_id

    reading, target = meant(name, common)
    leads = [organisation_id(reading.tree.organisations, each) for each in lead]
    return carry_out(reading, assigned(target, leads), common, dry_run=dry_run)
