"""Page of what checks find: the counts, each finding with its place, what is accepted, and the days of the plans."""

from collections.abc import Sequence

from genderplan.checks.acceptances import Accepted
from genderplan.checks.judgement import Judgement
from genderplan.findings import Finding
from genderplan.page.page import Block, Column, Facts, Identifier, Page, Section, Table, Value
from genderplan.page.words import as_of_in_words
from genderplan.reports.parts import table
from genderplan.terminal.findings import counts_in_words, place_of, read_in_words

_FINDINGS = (
    Column("Severity"),
    Column("Code"),
    Column("Place", is_name=True),
    Column("Entry"),
    Column("Message"),
    Column("Hint"),
)
_ACCEPTED = (*_FINDINGS, Column("Reason"), Column("Until"))
_PLANS = (Column("Plan", is_name=True), Column("Judged"), Column("Against"))


def findings_page(command: str, report: Judgement, shown: Sequence[Finding], accepted: Sequence[Accepted] = ()) -> Page:
    """The findings and the accepted ones that are to be shown; all of them are counted."""
    counts = counts_in_words(report.summary, shown, is_accepted_shown=len(accepted) == len(report.accepted))
    blocks: list[Block] = [Facts((*counts, read_in_words(report.summary)))]
    if shown:
        found = table("Findings by their places", _FINDINGS, list(map(_row, shown)))
        blocks.append(Section("Findings", (found,), len(shown)))
    if accepted:
        rows = [(*_row(each.finding), each.reason, each.until) for each in accepted]
        blocks.append(Section("Accepted", (table("Findings that plans accept", _ACCEPTED, rows),), len(accepted)))
    if report.plans:
        blocks.append(Section("Plans", (_plans(report),), len(report.plans)))
    return Page(f"What {command} found", tuple(blocks))


def _row(found: Finding) -> tuple[Value, ...]:
    entry = Identifier(found.entry) if found.entry else None
    return found.severity, Identifier(found.code), Identifier(place_of(found)), entry, found.message, found.hint


def _plans(report: Judgement) -> Table:
    """Each plan with the day on which it is judged, and with what it is held against."""
    against = {each.plan: each.name for each in report.against or ()}
    rows = [(Identifier(plan.id), as_of_in_words(plan), against.get(plan.id)) for plan in report.plans]
    return table("The plans, and the days on which they are judged", _PLANS, rows)
