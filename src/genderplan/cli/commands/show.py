"""`genderplan show`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import completion

app = new_app()


@app.command()
@spread
def show(
    common: Common,
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An entry, milestone, indicator, organisation, plan, framework or section.",
            autocompletion=completion.things,
        ),
    ],
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """Everything about one thing.

    An entry, milestone, indicator, organisation, plan or framework, and where it stands in its file.

    Examples:

      genderplan show identify-customer-groups

      genderplan show women-2003/identify-customer-groups#services

      genderplan show DCC4

      genderplan show organisation:DCC4
    """
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.cli.reading import read_plans
    from genderplan.plan.lookup import look_up
    from genderplan.reports.show.result import detail

    reading = read_plans(common, Filters())
    found = detail(look_up(reading.tree, name), reading.all_standings, reading.tree.frameworks)
    if format_ is ReportFormat.JSON:
        from genderplan.reports.check.document import detail_content

        print_json(found.noun, detail_content(found))
    elif format_.is_of_pages:
        from genderplan.reports.show.page import show_page

        print_page(show_page(found, reading.tree.organisations.names_by_id), format_)
    else:
        from genderplan.reports.show.text import detail_lines

        print_lines(detail_lines, found, common)
    return reading.exit_code()
