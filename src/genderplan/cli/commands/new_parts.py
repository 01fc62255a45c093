"""`genderplan new milestone`, `new objective` and `new organisation`"""

from enum import StrEnum
from typing import Annotated

import typer

from genderplan.cli.changing import DryRun, carry_out, meant
from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, spread
from genderplan.cli.shell import completion

_Id = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; made of its title when left out.")]


class OrganisationKind(StrEnum):
    """What sort of organisation one is."""

    UNIT = "unit"
    POST = "post"
    PERSON = "person"
    PARTNER = "partner"
    BOARD = "board"


@spread
def milestone(
    common: Common,
    entry: Annotated[
        str, typer.Argument(metavar="ENTRY", help="An action or a project.", autocompletion=completion.things)
    ],
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What is to be done; its id is made of it.")],
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="The date that is agreed.")] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead",
            metavar="NAME",
            autocompletion=completion.organisation_ids,
            help="Who answers for it, where that is not its entry's lead.",
        ),
    ] = None,
    depends_on: Annotated[
        list[str] | None,
        typer.Option(
            "--depends-on", metavar="ID", autocompletion=completion.things, help="What is to be done before it."
        ),
    ] = None,
    id_: _Id = None,
    dry_run: DryRun = False,
) -> int:
    """Add a milestone to an action or a project.

    It is written behind those that its file has.

    Examples:

      genderplan new milestone r7 "Hold the first training" --due 2008-06
    """
    from genderplan.config import given_date
    from genderplan.editing.additions import NewPart, new_milestone
    from genderplan.plan.lookup import organisation_id

    date = given_date(due, "--due")
    reading, target = meant(entry, common)
    leads = [organisation_id(reading.tree.organisations, each) for each in lead or ()]
    keys = {"lead": leads, "due": date and date.text, "depends_on": depends_on}
    change = new_milestone(target, NewPart(title, id_, keys))
    return carry_out(reading, change, common, dry_run=dry_run)


@spread
def objective(
    common: Common,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What is to come about; its id is made of it.")],
    plan: Annotated[
        str | None,
        typer.Option(
            "--plan", metavar="ID", autocompletion=completion.plans, help="The plan, where there are several."
        ),
    ] = None,
    id_: _Id = None,
    dry_run: DryRun = False,
) -> int:
    """Add an objective to a plan.

    It is written behind those that plan.yaml has.

    Examples:

      genderplan new objective "Safer journeys at night" --plan women-2003
    """
    from genderplan.cli.reading import read_plans, the_plan
    from genderplan.editing.additions import NewPart, new_objective

    reading = read_plans(common, Filters(), writes=True)
    change = new_objective(the_plan(reading.tree, plan), NewPart(title, id_))
    return carry_out(reading, change, common, dry_run=dry_run)


@spread
def organisation(
    common: Common,
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id: letters, digits and hyphens.")],
    full_name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="Its name in full.")] = None,
    kind: Annotated[OrganisationKind | None, typer.Option("--kind", help="What it is; a unit when left out.")] = None,
    part_of: Annotated[
        str | None,
        typer.Option(
            "--part-of", metavar="NAME", autocompletion=completion.organisation_ids, help="What it belongs to."
        ),
    ] = None,
    alias: Annotated[list[str] | None, typer.Option("--alias", metavar="TEXT", help="Another name of it.")] = None,
    dry_run: DryRun = False,
) -> int:
    """Add an organisation, which every plan of the tree can name.

    It is written behind those that organisations.yaml has.

    Examples:

      genderplan new organisation Youth --name "Youth Council" --kind board
    """
    from genderplan.cli.reading import read_plans
    from genderplan.editing.additions import NewOrganisation, new_organisation
    from genderplan.plan.lookup import organisation_id

    reading = read_plans(common, Filters(), writes=True)
    directory = reading.tree.organisations
    above = None if part_of is None else organisation_id(directory, part_of)
    new = NewOrganisation(name, full_name, kind and kind.value, above, alias or ())
    return carry_out(reading, new_organisation(reading.root, directory, new), common, dry_run=dry_run)
