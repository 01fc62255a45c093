"""`genderplan show`"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, IdsOption, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.reports.show.result import Detail

app = new_app()


@app.command()
@spread
def show(
    common: Common,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An entry, milestone, indicator, assessment, organisation, plan, board, framework or register.",
            autocompletion=completion.things,
        ),
    ],
    ids: IdsOption = False,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """Everything about one thing.

    An entry, milestone, indicator, assessment, organisation, plan, framework or register, and where it stands. An
    organisation that is a board is shown with its meetings, what it is owed, and its decisions.

    Examples:

      genderplan show identify-customer-groups

      genderplan show women-2003/identify-customer-groups#services

      genderplan show DCC4

      genderplan show organisation:DCC4

      genderplan show board:EODB
    """
    from genderplan.cli.reading import read_plans
    from genderplan.kinds.organisations.rows import OrganisationRow
    from genderplan.plan.lookup import look_up
    from genderplan.reports.show.result import detail

    reading = read_plans(common, Filters())
    meant = look_up(reading.tree, name)
    found = detail(meant, reading.all_standings, reading.tree)
    print_detail(found, reading.names(ids=ids), common, format_)
    is_away = isinstance(meant, OrganisationRow) and meant.id in reading.tree.boards_away
    return reading.exit_code(tells_boards=is_away)


def print_detail(found: "Detail", names: Mapping[str, str], common: Common, format_: ReportFormat) -> None:
    """What is known of one thing, where organisations have these names, in a format."""
    from genderplan.cli.output import print_json, print_lines, print_page

    if format_ is ReportFormat.JSON:
        from genderplan.reports.check.document import detail_content

        print_json(found.noun, detail_content(found))
    elif format_.is_of_pages:
        from genderplan.reports.show.page import show_page

        print_page(show_page(found, names), format_)
    else:
        from genderplan.reports.show.text import detail_lines

        print_lines(detail_lines, found, common, names=names)
