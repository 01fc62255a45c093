"""What `validate` and `check` have in common: run checks, print findings, and say by the exit code what they weigh."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from genderplan.cli import completion
from genderplan.cli.options import PAGE_FORMATS, Common, Filters, Format, with_pages

if TYPE_CHECKING:
    from genderplan.checks import Before, Check, Gone
    from genderplan.checks.acceptances import Accepted
    from genderplan.checks.judgement import Judgement
    from genderplan.cli.reading import Reading
    from genderplan.findings import Finding
    from genderplan.loading.sources import Source
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
        typer.Option(
            "--against",
            metavar="SOURCE",
            help="Judge what changed since: a baseline's name, git:REVISION, a file or a folder.",
            autocompletion=completion.baselines,
        ),
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
    before, merged = _befores(options.against, reading) if options.against is not None else (None, None)
    if before:
        from genderplan.checks.gate.table import SINCE

        checks = (*checks, *SINCE)
    standings = _strictly(reading, before, common)
    judgement = judge(checks, reading.tree, reading.selection, standings, before)
    if merged:
        judgement = both(judgement, judge(checks, reading.tree, reading.selection, standings, merged))
    format_ = options.format_ or (FindingsFormat.GITHUB if is_on_github() else FindingsFormat.TEXT)
    _PRINTERS.get(format_, _print_page)(_Judged(name, judgement, reading, common, options, format_))
    found = {each.severity for each in judgement.findings}
    return int(Severity.ERROR in found or (options.strict and Severity.WARNING in found))


def _strictly(reading: "Reading", before: "Before | None", common: Common) -> "tuple[Standings, ...]":
    """Where the plans stand, by the stricter policy and on the later status date of then and now."""
    if before is None:
        return reading.standings
    from genderplan.checks.gate.policy import strictly
    from genderplan.cli.reading import status_date
    from genderplan.standing.standings import Standings

    found = list(reading.standings)
    for at, each in enumerate(found):
        if then := before.plans.get(each.plan.id):
            plan = strictly(each.plan, reading.tree.organisations, then, before.organisations)
            as_of = max(each.as_of, status_date(then, common), key=lambda day: day.ordinal)
            if plan is not each.plan or as_of != each.as_of:
                found[at] = Standings(plan, as_of)
    return tuple(found)


def _befores(text: str, reading: "Reading") -> "tuple[Before, Before | None]":
    """The plans as they were in what a text names; and where another commit is being merged into that, as they are
    there: what one of them has already is no change.

    What of the first was not there, or could not be read, goes to stderr.
    """
    from genderplan.checks import Before
    from genderplan.cli.output import say
    from genderplan.errors import NothingToReadError
    from genderplan.loading import sources

    source = _source(text, reading)
    if source is None:
        return Before(), None
    before = _before(source, reading)
    without = ", ".join(plan.id for plan in reading.selection.plans if plan.id not in before.baselines)
    if without and source.tree is None and not before.baselines:
        raise NothingToReadError(sources.no_baseline(text, without))
    if without:
        say(f"not in '{text}', and so held against nothing: {without}")
    if source.left_out:
        say(f"not read of '{text}', and so not compared: {', '.join(source.left_out)}")
    merged = sources.merging(source, reading.root, reading.tree)
    return before, _before(merged, reading) if merged else None


def _source(text: str, reading: "Reading") -> "Source | None":
    """What a text names; None where there was no plan yet. Raises NothingToReadError where it names nothing."""
    from genderplan.cli import hooks
    from genderplan.cli.output import say
    from genderplan.errors import NoPlanYetError, NothingToReadError
    from genderplan.loading import sources
    from genderplan.loading.repositories import not_above, not_here

    try:
        source = sources.source(hooks.meant(text), reading.root, reading.tree, reading.selection.plans)
    except NoPlanYetError as error:
        say(f"{error}: every plan is new, and held against nothing")
        return None
    hooks.refuse_another(source, text)
    elsewhere = source.elsewhere.intersection(plan.id for plan in reading.selection.plans)
    if elsewhere:
        raise NothingToReadError(not_here(elsewhere))
    sources.refuse_lost(source, reading.selection.has_plan)
    sources.refuse_away(source, reading.root, reading.tree, reading.selection.has_plan)
    if source.seen and (note := not_above(source.seen.repository)):
        say(note)
    if source.seen and source.seen.is_behind:
        name = source.seen.name
        say(f"{name} has commits that HEAD has not: '{name}...' is the one from which they parted")
    return source


def _before(source: "Source", reading: "Reading") -> "Before":
    """The selected plans as they were in a source."""
    from genderplan.checks import Before
    from genderplan.checks.gate.missing import unread_of

    found = {plan.id: source.baseline(plan) for plan in reading.selection.plans}
    unread = unread_of(source.tree) if source.tree else ()
    return Before(
        baselines={plan: baseline for plan, baseline in found.items() if baseline},
        plans=source.renamed,
        organisations=source.tree.organisations if source.tree else None,
        gone=tuple(_gone(source, reading)),
        is_whole=not source.left_out,
        unread=tuple(each for each in unread if reading.selection.has_plan(each.plan)),
    )


def _gone(source: "Source", reading: "Reading") -> "Iterator[Gone]":
    """The plans of which no file is left, and where they would be."""
    from genderplan.checks import Gone
    from genderplan.cli.comparing import gone
    from genderplan.source.files import relative
    from genderplan.source.kinds import Kind
    from genderplan.text import printable

    for plan in gone(reading, source):
        yield Gone(plan, printable(relative(reading.root / plan.id / Kind.PLAN.path())))


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
