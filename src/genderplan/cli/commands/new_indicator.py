"""`genderplan new indicator`"""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.options import Common, spread
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.source.yaml.writer import Writable


class Direction(StrEnum):
    """Which direction is good."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class IndicatorKeys:
    """What can be said of a new indicator: the usual keys of its file."""

    plan: Annotated[
        str | None,
        typer.Option(
            "--plan", metavar="ID", autocompletion=completion.plans, help="The plan, where there are several."
        ),
    ] = None
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id, the name of its file.")] = None
    folder: Annotated[
        str, typer.Option("--folder", metavar="NAME", help="A folder within indicators, to group by.")
    ] = ""
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="TEXT", help="What it is counted in; percent makes points.")
    ] = None
    good: Annotated[Direction | None, typer.Option("--good", help="Which direction is good.")] = None
    lead: Annotated[
        list[str] | None,
        typer.Option("--lead", metavar="NAME", autocompletion=completion.organisation_ids, help="Who answers for it."),
    ] = None
    data_source: Annotated[
        str | None, typer.Option("--data-source", metavar="TEXT", help="Where its values come from.")
    ] = None
    every: Annotated[str | None, typer.Option("--every", metavar="LENGTH", help="How often a value is owed.")] = None
    category: Annotated[
        list[str] | None,
        typer.Option("--category", metavar="ID=TITLE", help="What it is counted by; a title alone will do."),
    ] = None
    target: Annotated[
        list[str] | None,
        typer.Option("--target", metavar="[CATEGORY:]VALUE=DATE", help="What it is to be, and by when; or no-target."),
    ] = None
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What else is to be said.")] = None
    tags: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A word to find it by.")] = None
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The document that says so, of plan.yaml's sources.")
    ] = None
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT", help="Where in that document.")] = None


@spread
def indicator(
    keys: IndicatorKeys,
    common: Common,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What is measured; its id is made of it.")],
) -> int:
    """Begin an indicator.

    Examples:

      genderplan new indicator "Women" --unit percent --plan women-2003

      genderplan new indicator "Fear" --target 12=2004-12 --plan women-2003
    """
    from genderplan.cli.output import say_findings, write_text
    from genderplan.cli.reading import find, the_plan
    from genderplan.cli.writing import changing
    from genderplan.editing.drafts import write_drafts
    from genderplan.editing.entries import NewEntry, entry_draft, file_id
    from genderplan.loading.tree import load_tree
    from genderplan.plan.lookup import organisation_id
    from genderplan.source.kinds import Kind

    location = find(common)
    tree = load_tree(location.root, default_plan=location.plan)
    title = " ".join(title.split())
    keys = replace(keys, lead=[organisation_id(tree.organisations, name) for name in keys.lead or ()])
    new = NewEntry(Kind.INDICATOR, file_id(title, Kind.INDICATOR, given=keys.id), _fields(title, keys), keys.folder)
    draft = entry_draft(location.root, tree, the_plan(tree, keys.plan), new)
    with changing({Path(draft.file.path): draft.data}):
        say_findings(write_drafts(location.root, [draft]), [draft.file.shown])
        write_text(f"{draft.file.shown}\n")
    return 0


def _fields(title: str, keys: IndicatorKeys) -> "dict[str, Writable | None]":
    """The keys of the file, in their order."""
    from genderplan.editing.entries import categories_of, targets_of

    source = {"document": keys.source, "place": keys.place}
    return {
        "title": title,
        "unit": keys.unit,
        "good": keys.good and keys.good.value,
        "lead": keys.lead,
        "data_source": keys.data_source,
        "every": keys.every,
        "categories": categories_of(keys.category or ()),
        "targets": targets_of(keys.target or ()),
        "note": keys.note,
        "tags": keys.tags,
        "source": {key: value for key, value in source.items() if value is not None},
    }
