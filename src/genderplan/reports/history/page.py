"""Page of a history: how much moved, by whom and under what, then commit by commit, the newest first."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import Block, Column, Facts, Identifier, Note, Page, Section, Stack, Table, Value
from genderplan.page.words import date_in_words, one_line
from genderplan.past.date_changes import DateChange
from genderplan.plan.steps import CommitRow
from genderplan.reports.history.result import History, HistoryReport
from genderplan.reports.history.words import (
    SHORT,
    amount_of,
    by_commit,
    date_of,
    earlier_in_words,
    facts_in_words,
    hint_in_words,
    in_short,
    moves_by,
    name_then,
    next_in_words,
    reason_of,
    subject_of,
)
from genderplan.reports.parts import MILESTONE, about, next_step, plan_facts
from genderplan.standing.records.items import PlanLabel

_TOTALS = tuple(Column(head, is_number=True) for head in ("Moved", "Later", "Earlier", "Explained", "Net", "Worst"))
_CHANGES = (Column("Change", is_number=True), Column("Date"), *MILESTONE, Column("Reason"))


def history_page(report: HistoryReport, names: Mapping[str, str], limit: int | None = None) -> Page:
    """Every history after the other; of each the newest changes, where a limit is given."""
    pairs = zip(report.plans, report.histories, strict=True)
    return Page("History", tuple(_section(*each, names, limit) for each in pairs), names)


def _section(label: PlanLabel, history: History, names: Mapping[str, str], limit: int | None) -> Section:
    subject = subject_of(label, history)
    blocks: tuple[Block, ...] = (
        plan_facts(subject, *facts_in_words(history)),
        Note(in_short(history)),
        *([_moves(history)] if history.is_summed else ()),
        *_changes(history, names, limit),
        *(Note(hint_in_words(hint), is_aside=True) for hint in history.hints),
        *([next_step(label, *next_in_words(history))] if history.is_summed else ()),
    )
    return Section(subject.title, blocks)


def _moves(history: History) -> Section:
    return Section("Moves", tuple(_group(*each) for each in moves_by(history)), history.totals.moved)


def _group(what: str, rows: Sequence[tuple[Value, ...]]) -> Table:
    return Table(f"Moves by {what}", (Column(what.capitalize(), is_name=True), *_TOTALS), tuple(rows))


def _changes(history: History, names: Mapping[str, str], limit: int | None) -> Iterator[Section]:
    """The changes under their commits."""
    if history.changes:
        blocks: list[Block] = [_commit(*each, history, names) for each in by_commit(history, limit)]
        if earlier := earlier_in_words(history, limit):
            blocks.append(Note(earlier, is_aside=True))
        yield Section("Changes", tuple(blocks), len(history.changes))


def _commit(
    commit: CommitRow | None, changes: Sequence[DateChange], history: History, names: Mapping[str, str]
) -> Section:
    rows = tuple(_row(change, history, names) for change in changes)
    if commit is None:
        return Section("Not committed yet", (Table("Changes that are not committed yet", _CHANGES, rows),))
    day, name = date_in_words(commit.authored), commit.id[:SHORT]
    facts = Facts((Identifier(name), one_line(commit.author)))
    table = Table(f"Changes of {day}, commit {name}", _CHANGES, rows)
    return Section(f"{day}: {one_line(commit.subject)}", (facts, table))


def _row(change: DateChange, history: History, names: Mapping[str, str]) -> tuple[Value, ...]:
    date = date_of(change)
    name, leads = about(change, [name_then(change)])
    return (
        amount_of(change),
        date if change.field == "due" else Stack((date, change.field)),
        name,
        leads if leads.ids else "no lead",
        reason_of(change, history, names),
    )
