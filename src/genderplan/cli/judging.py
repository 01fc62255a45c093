"""What `validate` and `check` have in common: run checks, print findings, and say by the exit code what they weigh."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from genderplan.cli.options import Common, Filters

if TYPE_CHECKING:
    from genderplan.checks import Check
    from genderplan.checks.judgement import Judgement


class FindingsFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


@dataclass(frozen=True)
class FindingsOptions:
    """Options of the commands that print findings."""

    format_: Annotated[
        FindingsFormat | None,
        typer.Option("--format", help="text, json or github; github by itself in a GitHub workflow."),
    ] = None
    notes: Annotated[bool, typer.Option("--notes", help="Show notes too, which are only counted otherwise.")] = False
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False


def judge_plans(
    name: str, checks: "Sequence[Check]", common: Common, filters: Filters, options: FindingsOptions
) -> int:
    """Run checks over the selected plans and print what they find; 1 for errors, with --strict for warnings too."""
    from genderplan.checks.judgement import judge
    from genderplan.cli.reading import read_plans
    from genderplan.findings import Severity

    reading = read_plans(common, filters)
    judgement = judge(checks, reading.tree, reading.selection, reading.standings)
    _print(name, judgement, common, options)
    found = {each.severity for each in judgement.findings}
    return int(Severity.ERROR in found or (options.strict and Severity.WARNING in found))


def _print(name: str, judgement: "Judgement", common: Common, options: FindingsOptions) -> None:
    from genderplan.cli.output import is_on_github, print_json, screen, write, write_lines
    from genderplan.findings import Severity

    if options.format_ is FindingsFormat.JSON:
        from genderplan.views.documents import findings_content

        print_json(name, findings_content(judgement), lines="findings")
        return
    shown = [each for each in judgement.findings if options.notes or each.severity is not Severity.NOTE]
    if options.format_ is FindingsFormat.GITHUB or (options.format_ is None and is_on_github()):
        from genderplan.views.annotations import annotations

        write("".join(annotations(shown)))
        return
    from genderplan.source.excerpts import excerpts
    from genderplan.views.findings import finding_lines

    to = screen(no_color=common.no_color)
    write_lines(finding_lines(judgement, shown, excerpts(shown) if sys.stdout.isatty() else {}, to.width), to)
