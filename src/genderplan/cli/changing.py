"""Edits of files: find what is meant, write what a command makes of its file, say so."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import Common
from genderplan.cli.shell import completion

if TYPE_CHECKING:
    from genderplan.cli.reading import Reading
    from genderplan.editing.changes import Change, Edit, Target
    from genderplan.findings import Finding
    from genderplan.source.files import Draft

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

    reading = read_plans(common, Filters(), writes=True)
    return Meant(reading, target_of(reading.tree, reading.all_standings, name))


class Edited(NamedTuple):
    """A file as it is to be, what it held when it was read, what is worth a second look, and what has changed.

    `before` is None where the file is not there yet.
    """

    draft: "Draft"
    before: bytes | None
    warnings: "tuple[Finding, ...]"
    told: str


def carry_out(reading: "Reading", change: "Change | Edit", common: Common, *, dry_run: bool) -> int:
    """Write a change and print its file, or print it as a patch; what is told of it goes to stderr."""
    from genderplan.cli.output import screen
    from genderplan.editing import rewriting
    from genderplan.terminal.changes import change_in_words

    draft = rewriting.draft_of(reading.root, change)
    warnings = (
        *rewriting.judged(reading.root, reading.tree, reading.all_standings, draft),
        *rewriting.beyond_limit(change),
    )
    told = change_in_words(change, screen(no_color=common.no_color).glyphs.arrow)
    return put(Edited(draft, change.before, warnings, told), dry_run=dry_run)


def put(edited: Edited, *, dry_run: bool) -> int:
    """Write an edited file and print its name, or print it as a patch; what is told of it goes to stderr."""
    from genderplan.cli.output import say, say_findings, write_patch, write_text
    from genderplan.cli.writing import changing
    from genderplan.editing import rewriting
    from genderplan.terminal.changes import as_patch

    draft = edited.draft
    shown = draft.file.shown
    if dry_run:
        name, top = _name_in_patch(draft.file.path)
        write_patch(as_patch(name, edited.before, draft.data))
        if top is not None:
            say(f"the patch names its file from the top of the repository: 'git -C {top} apply' takes it")
    else:
        with changing({Path(draft.file.path): draft.data}, "changed"):
            rewriting.write(draft, edited.before)
            write_text(f"{shown}\n")
            say(edited.told)
    say_findings(edited.warnings, [shown])
    return 0


def _name_in_patch(path: str) -> tuple[str, str | None]:
    """A file's name from the current folder; one that is not below it is named from the top of its repository.

    Returns that top too, as a shell takes it: git takes no patch of a file outside the folder in which it is run.
    """
    from shlex import quote

    from genderplan.source.files import relative, repository_above, resolved
    from genderplan.text import printable

    name = relative(path)
    file = resolved(Path(path))
    top = repository_above(file.parent)
    if top is None or not name.startswith("../"):
        return name, None
    return file.relative_to(top).as_posix(), quote(printable(relative(top)))
