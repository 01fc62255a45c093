"""`genderplan explain`"""

from typing import Annotated

import typer

from genderplan.cli import completion
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread

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
            autocompletion=completion.topics,
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
    if format_ is ReportFormat.JSON:
        if found:
            print_json("measures", {"measures": (found,)})
        else:
            print_json("codes", {"codes": pages() if code is None else (page(code),)}, lines=None if code else "codes")
        return 0
    if format_.is_of_pages:
        from genderplan.reports.explain.page import code_page, codes_page, measure_page

        told = measure_page(found) if found else codes_page(pages()) if code is None else code_page(page(code))
        print_page(told, format_)
        return 0
    from genderplan.views.explain import list_lines, measure_lines, page_lines

    if found:
        print_lines(measure_lines, found, common, fits=True)
    elif code is None:
        print_lines(list_lines, pages(), common, fits=True)
    else:
        print_lines(page_lines, page(code), common, fits=True)
    return 0
