"""`genderplan list`"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import (
    Common,
    ExcelOption,
    Format,
    new_app,
    page_formats,
    refuse_excel,
    spread,
    with_pages,
)
from genderplan.cli.shell import completion, framework_completion, vocabulary
from genderplan.reports.list.nouns import OF_BOARDS, OWN_STATUSES, Noun

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.reports.list.result import Listing

app = new_app()


@with_pages
class ListFormat(Format):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True)
class ListFilters(Filters):
    """The filters of reports, and those of items in registers."""

    register: Annotated[
        list[str] | None,
        typer.Option(
            "--register",
            metavar="NAME",
            help="Of items: in this register, or in one of this kind.",
            autocompletion=completion.registers,
        ),
    ] = None
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="SECTION",
            help="Of items: relevant to this section of a framework, or to any of a framework.",
            autocompletion=framework_completion.sections,
        ),
    ] = None


@dataclass(frozen=True)
class Arrangement:
    """Which of what passes the filters is listed, in which order, and what is told of each."""

    sort: Annotated[
        list[str] | None,
        typer.Option(
            "--sort",
            metavar="KEY",
            help="By this field; -KEY turns the order round.",
            autocompletion=vocabulary.sort_keys,
        ),
    ] = None
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="A,B", help="These fields.", autocompletion=vocabulary.columns),
    ] = None
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="At most so many.")] = None
    excel: ExcelOption = False
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|BASELINE|BOARD",
            help="Of updates those from a day on, after a baseline was taken, or from a board's last meeting on.",
            autocompletion=completion.baselines_and_boards,
        ),
    ] = None
    board: Annotated[
        str | None,
        typer.Option(
            "--board",
            metavar="NAME",
            help="Of boards, meetings, reports and decisions those of this board.",
            autocompletion=completion.boards,
        ),
    ] = None


@app.command(name="list")
@spread
def list_(
    arrangement: Arrangement,
    filters: ListFilters,
    common: Common,
    noun: Annotated[Noun, typer.Argument(show_choices=False, help=f"What to list: {', '.join(Noun)}.")] = Noun.ENTRIES,
    format_: Annotated[
        ListFormat, typer.Option("--format", help=f"table, json, csv, {page_formats('or')}.")
    ] = ListFormat.TABLE,
) -> int:
    """Which ones?

    Entries, milestones, indicators, objectives, organisations, plans, updates, frameworks, sections, assessments or
    items of registers that pass the filters; or boards with their meetings, the reports that they are owed, and their
    decisions.

    Examples:

      genderplan list milestones --status overdue

      genderplan list milestones --lead DCC4 --due 2003-11..2004-02 --sort due

      genderplan list projects --plan women-2003 --format csv

      genderplan list updates --since 2004-01 --sort -date

      genderplan list updates --since EODB

      genderplan list items --register policies --section strands/race

      genderplan list meetings --board EODB
    """
    from genderplan.cli.reading import read_plans
    from genderplan.reports.list.columns import arranged, chosen_columns, fields_of
    from genderplan.reports.list.result import LISTED, listing

    _refuse_together(format_, arrangement)
    _refuse_elsewhere(noun, arrangement)
    _refuse_of_items(noun, filters)
    statuses = filters.status if noun in OWN_STATUSES else None
    reading = read_plans(common, replace(filters, status=None) if statuses else filters)
    whole = _of_status(listing(reading.tree, noun, reading.selection, reading.standings), statuses)
    if arrangement.since is not None:
        whole = _since(whole, arrangement.since, reading, common)
    found = arranged(_of_board(whole, arrangement.board, reading), arrangement.sort or [], arrangement.limit)
    default = fields_of(noun) if format_ is ListFormat.CSV else LISTED[noun].columns
    shown = chosen_columns(noun, arrangement.columns, default)
    _PRINTERS.get(format_, _print_page)(_Told(found, shown, format_, reading, common, arrangement.excel))
    return reading.exit_code(tells_boards=noun in OF_BOARDS and arrangement.board is None)


def _refuse_together(format_: ListFormat, asked: Arrangement) -> None:
    """Raises UsageError for options that do not go with a format."""
    from genderplan.errors import UsageError

    if asked.columns is not None and format_ is ListFormat.JSON:
        raise UsageError(f"--columns goes with table, csv, {page_formats('and')}: json always has every field")
    refuse_excel(asked.excel, format_)


def _refuse_elsewhere(noun: Noun, asked: Arrangement) -> None:
    """Raises UsageError where what is no update is asked for since a day, or of a board what is no board's."""
    from genderplan.errors import UsageError

    if asked.since is not None and noun is not Noun.UPDATES:
        raise UsageError("--since goes with updates: 'genderplan status --since' tells what else changed")
    if asked.board is not None and noun not in OF_BOARDS:
        raise UsageError(f"--board goes with {', '.join(each for each in Noun if each in OF_BOARDS)}")


def _of_board(found: "Listing", name: str | None, reading: "Reading") -> "Listing":
    if name is None:
        return found
    from genderplan.plan.boards.lookup import the_board
    from genderplan.reports.list.boards import of_board

    return of_board(found, the_board(reading.tree, name).id)


def _of_status(found: "Listing", statuses: list[str] | None) -> "Listing":
    """What of meetings or decisions stands where words of their own, or of entries, say; all where none is given."""
    if not statuses:
        return found
    from genderplan.reports.list.boards import of_status

    return of_status(found, statuses)


def _refuse_of_items(noun: Noun, filters: ListFilters) -> None:
    """Raises UsageError where something else than items of registers is asked for by what only these have."""
    from genderplan.errors import UsageError

    given = "--register" if filters.register else "--section" if filters.section else None
    if given and noun is not Noun.ITEMS:
        other = ": --supports asks what supports a section" if given == "--section" else ""
        raise UsageError(f"{given} goes with items{other}")


def _since(found: "Listing", since: str, reading: "Reading", common: Common) -> "Listing":
    from genderplan.cli.boards import last_day_meant
    from genderplan.reports.list.since import told_since

    day = last_day_meant(reading, since, common)
    return told_since(found, day.text if day else since, reading.tree, reading.standings)


class _Told(NamedTuple):
    """What has been found, and how it is to be told."""

    listing: "Listing"
    columns: tuple[str, ...]
    format_: ListFormat
    reading: "Reading"
    common: Common
    for_excel: bool


def _print_table(told: _Told) -> None:
    from functools import partial

    from genderplan.cli.output import print_lines
    from genderplan.reports.list.text import table_lines

    print_lines(partial(table_lines, columns=told.columns), told.listing, told.common)


def _print_json(told: _Told) -> None:
    from genderplan.cli.output import print_json

    noun, plans, records = told.listing
    content = {"plans": records} if noun is Noun.PLANS else {"plans": plans, noun.value: records}
    print_json(noun.value, content, lines=noun.value)


def _print_csv(told: _Told) -> None:
    from genderplan.cli.output import print_csv

    print_csv(told.listing.records, told.columns, for_excel=told.for_excel)


def _print_page(told: _Told) -> None:
    """The list as a page; in markdown, which programs read too, organisations have their ids."""
    from genderplan.cli.output import print_page
    from genderplan.reports.list.page import list_page

    names = {} if told.format_ == "markdown" else told.reading.tree.organisations.names_by_id
    print_page(list_page(told.listing, told.columns, names), told.format_)


_PRINTERS: dict[ListFormat, Callable[[_Told], None]] = {
    ListFormat.TABLE: _print_table,
    ListFormat.JSON: _print_json,
    ListFormat.CSV: _print_csv,
}
