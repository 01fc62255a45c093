"""Judgements of `validate` and `check`: run checks, print findings, and say by the exit code what they weigh."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from genderplan.cli.filters import Filters
from genderplan.cli.options import PAGE_FORMATS, Common, Format, source_option, with_pages

if TYPE_CHECKING:
    from genderplan.checks import Check
    from genderplan.checks.acceptances import Accepted
    from genderplan.checks.judgement import Judgement
    from genderplan.cli.reading import Reading
    from genderplan.findings import Finding
    from genderplan.plan.states import State
    from genderplan.standing.standings import Standings


@with_pages
class FindingsFormat(Format):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


_FORMATS = (
    f"text, json, {', '.join(PAGE_FORMATS)}, github, sarif or junit; github by itself in a GitHub workflow. "
    "In json, sarif and junit are all findings, notes and accepted ones too."
)


@dataclass(frozen=True)
class FindingsOptions:
    """Options of the commands that print findings."""

    against: Annotated[
        str | None,
        source_option("--against", "Judge what changed since: a baseline's name, git:REVISION, a file or a folder."),
    ] = None
    format_: Annotated[FindingsFormat | None, typer.Option("--format", help=_FORMATS)] = None
    notes: Annotated[bool, typer.Option("--notes", help="Show notes too, which are only counted otherwise.")] = False
    accepted: Annotated[
        bool, typer.Option("--accepted", help="Show what plan.yaml accepts too, which is only counted otherwise.")
    ] = False
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 for warnings too.")] = False


class _Judged(NamedTuple):
    """What a command has found, and how it is to be told."""

    command: str
    report: "Judgement"
    reading: "Reading"
    common: Common
    options: FindingsOptions
    format_: FindingsFormat

    @property
    def shown(self) -> "list[Finding]":
        """The findings to be shown to people."""
        from genderplan.findings import Severity

        return [each for each in self.report.findings if self.options.notes or each.severity is not Severity.NOTE]

    @property
    def accepted(self) -> "Sequence[Accepted]":
        """What is accepted and to be shown to people."""
        return self.report.accepted if self.options.accepted else ()


def judge_plans(
    name: str, checks: "Sequence[Check]", common: Common, filters: Filters, options: FindingsOptions
) -> int:
    """Run checks over the selected plans and print what they find; 1 for errors, with --strict for warnings too."""
    from genderplan.checks.judgement import both, judge
    from genderplan.cli.output import is_on_github
    from genderplan.cli.reading import read_plans
    from genderplan.findings import Severity

    reading = read_plans(common, filters)
    then, merged = _sides(options.against, reading) if options.against is not None else (None, None)
    if then:
        from genderplan.checks.gate.table import SINCE

        checks = (*checks, *SINCE)
    standings = _strictly(reading, then, common)
    judgement = judge(checks, reading.tree, reading.selection, standings, then)
    if merged:
        judgement = both(judgement, judge(checks, reading.tree, reading.selection, standings, merged))
    format_ = options.format_ or (FindingsFormat.GITHUB if is_on_github() else FindingsFormat.TEXT)
    _PRINTERS.get(format_, _print_page)(_Judged(name, judgement, reading, common, options, format_))
    found = {each.severity for each in judgement.findings}
    return int(Severity.ERROR in found or (options.strict and Severity.WARNING in found))


def _strictly(reading: "Reading", then: "State | None", common: Common) -> "tuple[Standings, ...]":
    """Where the plans stand, by the stricter policy and on the later status date of then and now."""
    if then is None:
        return reading.standings
    from datetime import date

    from genderplan.checks.gate.policy import strictly
    from genderplan.cli.reading import status_date
    from genderplan.standing.standings import Standings

    found, today = list(reading.standings), date.today()
    for at, each in enumerate(found):
        if was := then.plans.get(each.plan.id):
            plan = strictly(each.plan, reading.tree.organisations, was, then.organisations)
            as_of = max(each.as_of, status_date(was, common, today), key=lambda day: day.ordinal)
            if plan is not each.plan or as_of != each.as_of:
                found[at] = Standings(plan, as_of)
    return tuple(found)


def _sides(text: str, reading: "Reading") -> "tuple[State, State | None]":
    """The plans as they were in what a text names; and where another commit is being merged into that, as they are
    there: what one of them has already is no change.

    Raises NothingToReadError where the text names nothing, or what it names is not all here.
    """
    from genderplan.cli import hooks
    from genderplan.cli.output import say
    from genderplan.errors import NoPlanYetError, NothingToReadError
    from genderplan.loading.repositories import not_here
    from genderplan.loading.states import load_sides, refuse_absent
    from genderplan.plan.states import State

    meant = hooks.meant(text)
    try:
        then, merged = load_sides(meant, reading.root, reading.tree, reading.selection)
    except NoPlanYetError as error:
        say(f"{error}: every plan is new, and held against nothing")
        return State(), None
    hooks.refuse_another(text, meant, reading)
    if then.elsewhere:
        raise NothingToReadError(not_here(then.elsewhere))
    refuse_absent(then)
    _tell(then, text, [plan.id for plan in reading.selection.plans if plan.id not in then.baselines])
    if then.is_alone and reading.tree.boards:
        names = ", ".join(board.id for board in reading.tree.boards)
        say(f"no boards in '{text}', and so held against nothing: {names}")
    return then, merged


def _tell(then: "State", text: str, without: "Sequence[str]") -> None:
    """Say on stderr what is held against nothing: plans that were not there, and what could not be read.

    Raises NothingToReadError where no plan has such a baseline.
    """
    from genderplan.cli.output import say
    from genderplan.errors import NothingToReadError
    from genderplan.loading.states import no_baseline

    for note in then.notes:
        say(note)
    if without and not then.is_tree and not then.baselines:
        raise NothingToReadError(no_baseline(text, ", ".join(without)))
    if without:
        say(f"not in '{text}', and so held against nothing: {', '.join(without)}")
    if then.left_out:
        say(f"not read of '{text}', and so not compared: {', '.join(then.left_out)}")


def _print_text(judged: _Judged) -> None:
    from genderplan.cli.output import screen, write_lines
    from genderplan.source.yaml.excerpts import excerpts
    from genderplan.terminal.findings import finding_lines

    to = screen(no_color=judged.common.no_color)
    lines = excerpts(judged.shown) if sys.stdout.isatty() else {}
    write_lines(finding_lines(judged.report, judged.shown, lines, to.width, accepted=judged.accepted), to)


def _print_json(judged: _Judged) -> None:
    from genderplan.cli.output import print_json
    from genderplan.reports.check.document import findings_content

    print_json(judged.command, findings_content(judged.report), lines="findings")


def _print_page(judged: _Judged) -> None:
    from genderplan.cli.output import print_page
    from genderplan.reports.check.page import findings_page

    print_page(findings_page(judged.command, judged.report, judged.shown, judged.accepted), judged.format_)


def _print_github(judged: _Judged) -> None:
    from genderplan.cli.github import add_summary, folder_in_repository, summary_file
    from genderplan.cli.output import write_data
    from genderplan.formats.github import annotations, of_changes
    from genderplan.formats.step_summary import MOST, step_summary

    folder, file = folder_in_repository(), summary_file()
    shown, accepted = judged.shown, judged.accepted or of_changes(judged.report.accepted)
    write_data("".join(annotations(judged.report, shown, folder=folder, accepted=accepted)))
    if file is not None:
        whole, short = (
            step_summary(judged.command, judged.report, shown, folder=folder, accepted=accepted, most=most)
            for most in (MOST, 0)
        )
        add_summary(file, whole, short)


def _print_sarif(judged: _Judged) -> None:
    from genderplan import __version__
    from genderplan.cli.github import folder_in_repository
    from genderplan.cli.output import say, write_data
    from genderplan.formats.sarif import as_sarif, left_out

    write_data(as_sarif(judged.command, __version__, judged.report, folder=folder_in_repository()))
    if told := left_out(judged.report):
        say(told)


def _print_junit(judged: _Judged) -> None:
    from genderplan.cli.github import folder_in_repository
    from genderplan.cli.output import write_data
    from genderplan.formats.junit import as_junit

    selection = judged.reading.selection
    files = {file: plan for file, plan in judged.reading.tree.files.items() if selection.has_plan(plan)}
    folder = folder_in_repository()
    write_data(as_junit(judged.command, judged.report, files, folder=folder, strict=judged.options.strict))


_PRINTERS = {
    FindingsFormat.TEXT: _print_text,
    FindingsFormat.JSON: _print_json,
    FindingsFormat.GITHUB: _print_github,
    FindingsFormat.SARIF: _print_sarif,
    FindingsFormat.JUNIT: _print_junit,
}
