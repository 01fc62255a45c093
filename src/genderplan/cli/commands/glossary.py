"""`genderplan glossary`"""

from typing import Annotated

import typer

from genderplan.cli.filters import Filters, PlanFilter
from genderplan.cli.options import Common, ExcelOption, TableFormat, TableOption, new_app, refuse_excel, spread

app = new_app()


@app.command()
@spread
def glossary(
    plan: PlanFilter,
    common: Common,
    missing: Annotated[bool, typer.Option("--missing", help="Only the acronyms that are explained nowhere.")] = False,
    format_: TableOption = TableFormat.TABLE,
    excel: ExcelOption = False,
) -> int:
    """What do the acronyms stand for?

    The acronyms of glossary.yaml in its order, with how often and where plans and boards use each; of one plan those
    that it uses. Explained nowhere is a word of two capitals or more that is neither there nor what organisations.yaml
    calls an organisation that has a name.

    Examples:

      genderplan glossary

      genderplan glossary --missing

      genderplan glossary --plan women-2003 --format json
    """
    from functools import partial

    from genderplan.cli.output import print_report, write_csv
    from genderplan.cli.reading import read_plans
    from genderplan.reports.glossary.page import glossary_page
    from genderplan.reports.glossary.result import glossary as analyse
    from genderplan.standing.records.recording import plan_labels

    refuse_excel(excel, format_)
    reading = read_plans(common, Filters(plan=plan.plan))
    is_of_some = reading.selection.plan_ids is not None
    report = analyse(reading.tree, plan_labels(reading.standings), reading.selection.plans if is_of_some else None)
    if format_ is TableFormat.CSV:
        from genderplan.reports.glossary.table import glossary_csv

        write_csv(glossary_csv(report, missing=missing, for_excel=excel))
    else:
        is_unread = any(file.rpartition("/")[2] == "glossary.yaml" for file in reading.tree.left_out)
        page = partial(glossary_page, report, missing=missing, is_narrowed=is_of_some, is_unread=is_unread)
        print_report("glossary", report._asdict(), page, common, format_)
    return reading.exit_code()
