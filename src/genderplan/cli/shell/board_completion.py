"""Completion of what a board has in a shell, beside what `completion` knows of a tree."""

import typer

from genderplan.cli.shell.completion import Candidates, ShellTree


def meetings(ctx: typer.Context) -> Candidates:
    """The meetings of the board that stands on the line before, by their own ids.

    What stands before an option that waits for its value, the parser has not named yet.
    """
    found = ShellTree(ctx).of_board(next(iter(ctx.args), ""), ["meetings"])
    return [(name.partition("#")[2], title) for name, title in found]
