"""Completion of frameworks and their sections in a shell, beside what `completion` knows of a tree."""

import typer

from genderplan.cli.shell.completion import Candidates, ShellTree


def frameworks(ctx: typer.Context) -> Candidates:
    """Every framework."""
    return ShellTree(ctx).sections("")


def profiles() -> Candidates:
    """The frameworks that come with the program."""
    from genderplan.loading.profiles import profile_ids

    return [(each, "") for each in profile_ids()]


def coverage_columns(ctx: typer.Context) -> Candidates:
    """What the columns of coverage can be."""
    return [*((each, "") for each in ("objective", "lead", "plan", "strand")), *ShellTree(ctx).sections("")]


def sections(ctx: typer.Context, incomplete: str) -> Candidates:
    """Every framework; once one has been begun with a slash, its sections with their titles."""
    return ShellTree(ctx).sections(incomplete)
