"""What `move`, `forecast`, `complete` and `cancel` have in common: find what is meant, write its file, say so."""

import sys
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from genderplan.cli import completion
from genderplan.cli.options import Common, Filters

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.editing.changes import Change, Target

Name = Annotated[str, typer.Argument(metavar="ID", help="An entry or a milestone.", autocompletion=completion.things)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the change as a patch, and write nothing.")]


class Meant(NamedTuple):
    """What a command is to change, and the plans that it is part of."""

    reading: "Reading"
    target: "Target"


def meant(name: str, common: Common) -> Meant:
    """What a name means. Raises UsageError where that has no dates to change."""
    from genderplan.cli.reading import read_plans
    from genderplan.editing.rewriting import target_of

    reading = read_plans(common, Filters())
    return Meant(reading, target_of(reading.tree, reading.all_standings, name))


def carry_out(reading: "Reading", change: "Change", common: Common, *, dry_run: bool) -> int:
    """Write a change and print its file, or print it as a patch; what is told of it goes to stderr."""
    from genderplan.cli.output import screen, write
    from genderplan.editing import rewriting
    from genderplan.views.changes import as_patch, change_in_words

    draft = rewriting.draft_of(reading.root, change)
    warnings = rewriting.judged(reading.root, reading.tree, reading.all_standings, draft)
    shown = draft.file.shown
    if dry_run:
        write(as_patch(shown, change.target.entry.places.data, change.data))
    else:
        rewriting.write(draft, change)
        write(f"{shown}\n")
        arrow = screen(no_color=common.no_color).glyphs.arrow
        print(f"genderplan: {change_in_words(change, arrow)}", file=sys.stderr)  # noqa: T201
    for found in warnings:
        where = "" if found.file == shown else f"{found.file}:{found.line}: "
        print(f"genderplan: {found.severity}: {where}{found.message}", file=sys.stderr)  # noqa: T201
    return 0
