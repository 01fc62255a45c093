"""`genderplan agenda`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import board_completion, completion

app = new_app()


@app.command()
@spread
def agenda(
    filters: Filters,
    common: Common,
    name: Annotated[
        str, typer.Argument(metavar="BOARD", help="The board that meets.", autocompletion=completion.boards)
    ],
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DAY|MEETING",
            help="For the meeting on this day, else the next after it, or for that of this id; judged on its day too.",
            autocompletion=board_completion.meetings,
        ),
    ] = None,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """What is on the table of a board?

    The paper for a meeting: what it decides and receives, what changed since the last meeting and why, what is
    overdue, by owner, what falls due before the next one, and what did not come. Without --on it is for the next
    meeting, and plans are judged on their status date; with both --on and --as-of on the latter. Filters narrow what
    is of plans.

    Examples:

      genderplan agenda EODB --on 2008-06-05
    """
    from functools import partial

    from genderplan.cli.boards import day_named, sitting_of, state_before
    from genderplan.cli.output import print_report
    from genderplan.cli.reading import read_plans
    from genderplan.page.spelled import spelled
    from genderplan.plan.boards.lookup import the_board
    from genderplan.reports.agenda.page import agenda_page
    from genderplan.reports.agenda.result import agenda as analyse

    reading = read_plans(common, filters, day_of=lambda tree: day_named(the_board(tree, name), on))
    sitting = sitting_of(the_board(reading.tree, name), on, reading, common)
    report = analyse(sitting, *state_before(sitting, reading))
    page = partial(agenda_page, report, reading.tree.organisations.names_by_id, is_whole=format_.is_of_pages)
    print_report("agenda", report._asdict(), lambda: spelled(page(), reading.tree.meanings), common, format_)
    return reading.exit_code()
