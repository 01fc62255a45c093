"""`genderplan explain`"""

from typing import Annotated

import typer

from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import vocabulary

app = new_app()


@app.command()
@spread
def explain(
    common: Common,
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="A finding's code, GP204 or 204, or a measure, hit-rate; all when left out.",
            autocompletion=vocabulary.topics,
        ),
    ] = None,
    format_: ReportOption = ReportFormat.TEXT,
) -> int:
    """What does a finding mean?

    What it means, why it matters, an example that has it, and the example mended; of a measure of delivery its formula,
    its source, and how it can mislead. Needs no plan.

    Examples:

      genderplan explain

      genderplan explain GP204

      genderplan explain 401 --format json

      genderplan explain hit-rate
    """
    from genderplan.cli.output import print_json, print_lines, print_page
    from genderplan.manual import measure, page, pages

    found = measure(code) if code is not None else None
    told = found or (pages() if code is None else page(code))
    if format_ is ReportFormat.JSON and found:
        print_json("measures", {"measures": (found,)})
    elif format_ is ReportFormat.JSON:
        print_json("codes", {"codes": told if code is None else (told,)}, lines=None if code else "codes")
    elif format_.is_of_pages:
        from genderplan.reports.explain.page import manual_page

        print_page(manual_page(told), format_)
    else:
        from genderplan.reports.explain.text import manual_lines

        print_lines(manual_lines, told, common, fits=True)
    return 0
