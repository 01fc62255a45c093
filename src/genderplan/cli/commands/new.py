"""`genderplan new action` and `genderplan new project`; others are in `new_indicator` and `new_parts`."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.commands import new_parts
from genderplan.cli.commands.new_indicator import indicator
from genderplan.cli.options import Common, OnePlan, new_app, spread
from genderplan.cli.shell import completion, framework_completion
from genderplan.source.kinds import Kind

if TYPE_CHECKING:
    from genderplan.plan.plans import Tree
    from genderplan.source.yaml.writer import Writable

_HELP = """Begin an action, a project, or a part of what is there.

What validates is written, and its file printed.

Examples:

  genderplan new action "Publish the report" --plan women-2003

  genderplan new project "Night buses" --plan women-2003

  genderplan new milestone r7 "Hold the first training" --due 2008-06
"""

app = new_app(no_args_is_help=True, help=_HELP)
for part in (indicator, new_parts.milestone, new_parts.objective, new_parts.organisation):
    app.command()(part)
_Title = Annotated[str, typer.Argument(metavar="TITLE", help="What it is called; its id is made of it.")]


@dataclass(frozen=True)
class Keys:
    """What can be said of a new entry: the usual keys of its file."""

    plan: OnePlan = None
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id, the name of its file.")] = None
    folder: Annotated[
        str, typer.Option("--folder", metavar="NAME", help="A folder within actions or projects, to group by.")
    ] = ""
    objective: Annotated[
        str | None,
        typer.Option(
            "--objective",
            metavar="NAME",
            autocompletion=completion.objectives,
            help="Its objective; the only one for an action.",
        ),
    ] = None
    order: Annotated[
        int | None, typer.Option("--order", metavar="N", min=0, help="Its place there; the next when left out.")
    ] = None
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead", "-l", metavar="NAME", autocompletion=completion.organisation_ids, help="Who answers for it."
        ),
    ] = None
    inputs: Annotated[
        list[str] | None,
        typer.Option(
            "--input",
            metavar="NAME",
            autocompletion=completion.organisation_ids,
            help="An organisation that it needs something of.",
        ),
    ] = None
    groups: Annotated[list[str] | None, typer.Option("--group", metavar="TEXT", help="People whom it serves.")] = None
    partners: Annotated[
        list[str] | None,
        typer.Option(
            "--partner",
            metavar="NAME",
            autocompletion=completion.organisation_ids,
            help="An organisation that takes part.",
        ),
    ] = None
    output: Annotated[str | None, typer.Option("--output", metavar="TEXT", help="What comes of it.")] = None
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="When it begins.")] = None
    end: Annotated[str | None, typer.Option("--end", metavar="DATE", help="When it ends.")] = None
    due: Annotated[str | None, typer.Option("--due", "-d", metavar="DATE", help="Its own target date.")] = None
    every: Annotated[
        str | None, typer.Option("--every", metavar="LENGTH", help="How often it comes again, from --due on.")
    ] = None
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="When it has come for the last time.")
    ] = None
    completed: Annotated[
        str | None,
        typer.Option("--completed", metavar="DAY", help="When it was done; the first time of what comes again."),
    ] = None
    milestone: Annotated[
        list[str] | None,
        typer.Option("--milestone", metavar="TITLE=DATE", help="A step, and the date after its last = sign."),
    ] = None
    ref: Annotated[str | None, typer.Option("--ref", metavar="TEXT", help="Its number in the published plan.")] = None
    success: Annotated[
        list[str] | None, typer.Option("--success", "-s", metavar="TEXT", help="How one will know that it worked.")
    ] = None
    supports: Annotated[
        list[str] | None,
        typer.Option(
            "--supports",
            metavar="SECTION",
            autocompletion=framework_completion.sections,
            help="What it supports of a framework.",
        ),
    ] = None
    indicators: Annotated[
        list[str] | None,
        typer.Option(
            "--indicator", metavar="ID", autocompletion=completion.indicators, help="An indicator that tells of it."
        ),
    ] = None
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What else is to be said.")] = None
    tags: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A word to find it by.")] = None
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The document that says so, of plan.yaml's sources.")
    ] = None
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT", help="Where in that document.")] = None


@app.command()
@spread
def action(keys: Keys, common: Common, title: _Title) -> int:
    """Begin an action.

    Examples:

      genderplan new action "Publish the report" --plan women-2003

      genderplan new action "Ask all" --due 2004-02 --plan women-2003

      genderplan new action "Ask" --milestone "Write=2004-02" --plan women-2003
    """
    return _write(Kind.ACTION, title, keys, common)


@app.command()
@spread
def project(keys: Keys, common: Common, title: _Title) -> int:
    """Begin a project.

    Examples:

      genderplan new project "Safer journeys" --partner TfL --plan women-2003

      genderplan new project "Night buses" --end 2004-06 --plan women-2003
    """
    return _write(Kind.PROJECT, title, keys, common)


def _write(kind: Kind, title: str, keys: Keys, common: Common) -> int:
    """Write the file; its path goes to stdout, what is worth a second look to stderr."""
    from genderplan.cli.output import say_findings, write_text
    from genderplan.cli.reading import find, the_plan
    from genderplan.cli.writing import changing
    from genderplan.editing.drafts import write_drafts
    from genderplan.editing.entries import NewEntry, entry_draft, file_id, objective_of
    from genderplan.loading.tree import load_tree

    location = find(common)
    tree = load_tree(location.root, default_plan=location.plan)
    plan = the_plan(tree, keys.plan)
    title, keys = " ".join(title.split()), _by_ids(keys, tree)
    fields = _fields(title, keys) | {"objective": objective_of(plan, kind, keys.objective)}
    new = NewEntry(kind, file_id(title, kind, given=keys.id), fields, keys.folder)
    draft = entry_draft(location.root, tree, plan, new)
    with changing({Path(draft.file.path): draft.data}):
        say_findings(write_drafts(location.root, [draft]), [draft.file.shown])
        write_text(f"{draft.file.shown}\n")
    return 0


def _by_ids(keys: Keys, tree: "Tree") -> Keys:
    """What is said, with every organisation by its id."""
    from genderplan.plan.lookup import organisation_id

    def ids(names: list[str] | None) -> list[str]:
        return [organisation_id(tree.organisations, name) for name in names or ()]

    return replace(keys, lead=ids(keys.lead), inputs=ids(keys.inputs), partners=ids(keys.partners))


def _fields(title: str, keys: Keys) -> "dict[str, Writable | None]":
    """The keys of the file, in their order."""
    from genderplan.editing.entries import milestones_of

    source = {"document": keys.source, "place": keys.place}
    return {
        "ref": keys.ref,
        "title": title,
        "objective": keys.objective,
        "order": keys.order,
        "groups": keys.groups,
        "lead": keys.lead,
        "inputs": keys.inputs,
        "partners": keys.partners,
        "output": keys.output,
        "start": keys.start,
        "end": keys.end,
        "due": keys.due,
        "every": keys.every,
        "until": keys.until,
        "completed": {keys.due: keys.completed} if keys.every and keys.due and keys.completed else keys.completed,
        "success": keys.success,
        "indicators": keys.indicators,
        "supports": keys.supports,
        "milestones": milestones_of(keys.milestone or ()),
        "note": keys.note,
        "tags": keys.tags,
        "source": {key: value for key, value in source.items() if value is not None},
    }
