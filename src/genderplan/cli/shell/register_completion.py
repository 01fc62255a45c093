"""Completion of registers in a shell, beside what `completion` knows of a tree."""

import typer

from genderplan.cli.shell.completion import Candidates, ShellTree


def registers(ctx: typer.Context, incomplete: str) -> Candidates:
    """Every register: what has been begun of a full id, else ids."""
    found = [file for file in ShellTree(ctx).with_ids if file.kind == "register"]
    if "/" in incomplete:
        return [(f"{file.plan}/{file.stem}", file.kind) for file in found]
    return list({file.stem: (file.stem, f"{file.kind} of {file.plan}") for file in found}.values())
