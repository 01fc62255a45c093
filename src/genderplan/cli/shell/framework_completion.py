"""Completion of frameworks, sections and what is assessed in a shell, beside what `completion` knows of a tree."""

import re

import typer

from genderplan.cli.shell.completion import SAFE, Candidates, ShellTree, any_case, document_in, text_of

_MARKS = re.compile("[/#:]")
"""What stands between the parts of a full id."""


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


def subjects(ctx: typer.Context, incomplete: str) -> Candidates:
    """What the assessments of the plans meant are of, each with a framework that it was assessed by."""
    tree = ShellTree(ctx)
    meant = tree.plans_meant
    found: dict[str, str] = {}
    for file in tree.with_ids:
        if file.kind == "assessment" and file.plan in meant:
            assessment = document_in(file.path)
            name, framework = text_of(assessment, "about") or file.plan, text_of(assessment, "framework")
            if all(map(SAFE.fullmatch, (*_MARKS.split(name), framework))):
                found.setdefault(name, f"assessed by {framework}")
    return any_case(incomplete, list(found.items()))
