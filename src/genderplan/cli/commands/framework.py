"""`genderplan framework list`, `genderplan framework add` and `genderplan framework show`"""

from pathlib import Path
from typing import Annotated

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common, ReportFormat, ReportOption, new_app, spread
from genderplan.cli.shell import framework_completion

_HELP = """Which frameworks come with it?

Examples:

  genderplan framework list

  genderplan framework show horizon-europe-gep

  genderplan framework add horizon-europe-gep
"""

app = new_app(no_args_is_help=True, help=_HELP)
_Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A framework that comes with the program.", autocompletion=framework_completion.profiles
    ),
]


@app.command(name="list")
@spread
def list_(common: Common, format_: ReportOption = ReportFormat.TABLE) -> int:
    """The frameworks that come with the program.

    Standards, duties and goals, with their edition and source. Those that a tree has are shown by 'genderplan list
    frameworks'.

    Examples:

      genderplan framework list
    """
    from functools import partial

    from genderplan.cli.output import print_report
    from genderplan.cli.reading import find
    from genderplan.errors import NothingToReadError
    from genderplan.loading.profiles import load_profiles
    from genderplan.loading.tree import load_tree
    from genderplan.reports.framework.page import profiles_page
    from genderplan.reports.framework.result import profiles

    try:
        known = frozenset(load_tree(find(common).root).frameworks_by_id)
    except NothingToReadError:
        known = frozenset()
    report = profiles(tuple(load_profiles()), known)
    print_report("profiles", {"profiles": report}, partial(profiles_page, report), common, format_)
    return 0


@app.command()
@spread
def show(common: Common, name: _Id, format_: ReportOption = ReportFormat.TEXT) -> int:
    """One of them, with its sections.

    Examples:

      genderplan framework show sdg-5
    """
    from genderplan.cli.commands.show import print_detail
    from genderplan.loading.profiles import load_profile
    from genderplan.reports.show.frameworks import detail_among

    profile = load_profile(name)
    found = detail_among(profile, (), (profile,))
    print_detail(found, {}, common, format_)
    return 0


@app.command()
@spread
def add(common: Common, name: _Id) -> int:
    """Copy one into the tree.

    As a file in frameworks/, where plans can follow it and entries support its sections. It is the tree's own from then
    on, to be changed as it is needed.

    Examples:

      genderplan framework add horizon-europe-gep
    """
    from genderplan.cli.output import say_findings, write_text
    from genderplan.cli.reading import read_plans
    from genderplan.cli.writing import changing
    from genderplan.editing.drafts import has_schema, modeline, write_drafts
    from genderplan.loading.profiles import profile_data
    from genderplan.source.files import draft
    from genderplan.source.kinds import Kind

    reading = read_plans(common, Filters(), writes=True)
    data = profile_data(name)
    if has_schema(reading.root, Kind.FRAMEWORK):
        data = modeline(Kind.FRAMEWORK, 1).encode() + data
    new = draft(reading.root, "", Kind.FRAMEWORK, Kind.FRAMEWORK.path(name), data)
    with changing({Path(new.file.path): new.data}):
        warnings = write_drafts(reading.root, [new])
        write_text(f"{new.file.shown}\n")
    say_findings(warnings, [new.file.shown])
    return 0
