"""`genderplan list`"""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli import completion
from genderplan.cli.options import Common, Filters, new_app, spread

if TYPE_CHECKING:
    from genderplan.analysis.listing import Listing
    from genderplan.cli.reading import Reading

app = new_app()


class ListFormat(StrEnum):
    """How a list is printed; the last two are modules of `genderplan.formats`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


class ListNoun(StrEnum):
    """What can be listed."""

    ENTRIES = "entries"
    ACTIONS = "actions"
    PROJECTS = "projects"
    MILESTONES = "milestones"
    OBJECTIVES = "objectives"
    ORGANISATIONS = "organisations"
    PLANS = "plans"


@app.command(name="list")
@spread
def list_(
    filters: Filters,
    common: Common,
    noun: Annotated[ListNoun, typer.Argument(help="What to list.")] = ListNoun.ENTRIES,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="table, json, csv, markdown or html.")
    ] = ListFormat.TABLE,
    sort: Annotated[
        list[str] | None,
        typer.Option(
            "--sort",
            metavar="KEY",
            help="By this field; -KEY turns the order round.",
            autocompletion=completion.sort_keys,
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="A,B", help="These fields.", autocompletion=completion.columns),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="At most so many.")] = None,
    excel: Annotated[
        bool, typer.Option("--excel", help="csv for Excel: with a byte order mark, by which it knows UTF-8.")
    ] = False,
) -> int:
    """Which ones?

    Entries, milestones, objectives, organisations or plans that pass the filters.

    Examples:

      genderplan list milestones --status overdue

      genderplan list milestones --lead DCC4 --due 2003-11..2004-02 --sort due

      genderplan list projects --plan women-2003 --format csv
    """
    from genderplan.analysis.listing import Noun, listing
    from genderplan.cli.reading import read_plans
    from genderplan.views.columns import SHOWN, arranged, chosen_columns, fields_of

    _refuse_together(format_, columns, excel=excel)
    reading = read_plans(common, filters)
    what = Noun(noun.value)
    found = arranged(listing(reading.tree, what, reading.selection, reading.standings), sort or [], limit)
    default = fields_of(what) if format_ is ListFormat.CSV else SHOWN[what]
    shown = chosen_columns(what, columns, default)
    if format_ in {ListFormat.MARKDOWN, ListFormat.HTML}:
        _print_page(found, shown, format_, reading)
    elif excel:
        _print_csv(found, shown, common, for_excel=True)
    else:
        _PRINTERS[format_](found, shown, common)
    return reading.exit_code()


def _refuse_together(format_: ListFormat, columns: str | None, *, excel: bool) -> None:
    """Raises UsageError for options that do not go with a format."""
    from genderplan.errors import UsageError

    if columns is not None and format_ is ListFormat.JSON:
        raise UsageError("--columns goes with table, csv, markdown and html: json always has every field")
    if excel and format_ is not ListFormat.CSV:
        raise UsageError("--excel goes with --format csv")


def _print_table(found: "Listing", columns: tuple[str, ...], common: Common) -> None:
    from functools import partial

    from genderplan.cli.output import print_lines
    from genderplan.views.tables import table_lines

    print_lines(partial(table_lines, columns=columns), found, common)


def _print_json(found: "Listing", columns: tuple[str, ...], common: Common) -> None:  # noqa: ARG001
    from genderplan.analysis.listing import Noun
    from genderplan.cli.output import print_json

    content = {"plans": found.plans, found.noun.value: found.records}
    if found.noun is Noun.PLANS:
        content = {"plans": found.records}
    print_json(found.noun.value, content, lines=found.noun.value)


def _print_csv(
    found: "Listing",
    columns: tuple[str, ...],
    common: Common,  # noqa: ARG001
    *,
    for_excel: bool = False,
) -> None:
    from genderplan.cli.output import write_csv
    from genderplan.views.tables import csv_text

    write_csv(csv_text(found, columns, for_excel=for_excel))


def _print_page(found: "Listing", columns: tuple[str, ...], format_: ListFormat, reading: "Reading") -> None:
    """The list as a page; in markdown, which is often read by programs too, organisations have their ids."""
    from genderplan.cli.output import print_page
    from genderplan.reports.list.page import list_page

    names = {} if format_ is ListFormat.MARKDOWN else reading.tree.organisations.names_by_id
    print_page(list_page(found, columns, names), format_)


_PRINTERS: dict[ListFormat, Callable[["Listing", tuple[str, ...], Common], None]] = {
    ListFormat.TABLE: _print_table,
    ListFormat.JSON: _print_json,
    ListFormat.CSV: _print_csv,
}
