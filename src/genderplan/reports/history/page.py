"""Page of a history: how much moved, by whom and under what, then commit by commit, the newest first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from genderplan.page.page import (
    Block,
    Column,
    Command,
    Facts,
    Identifier,
    Next,
    Note,
    Organisations,
    Page,
    Section,
    Shift,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import (
    as_of_in_words,
    bare_id,
    command_in_words,
    counted,
    date_in_words,
    net_in_words,
    one_line,
    worst_in_words,
)
from genderplan.past.date_changes import ChangeKind, DateChange
from genderplan.plan.steps import CommitRow
from genderplan.reports.history.result import History, HistoryReport, MoveTotals
from genderplan.reports.history.text import SHORT, hint_in_words, in_short, reason_of
from genderplan.standing.records import PlanLabel

_TOTALS = tuple(Column(head, is_number=True) for head in ("Moved", "Later", "Earlier", "Explained", "Net", "Worst"))
_CHANGES = (
    Column("Change", is_number=True),
    Column("Date"),
    Column("Milestone", is_name=True),
    Column("Lead"),
    Column("Reason"),
)


def history_page(report: HistoryReport, names: Mapping[str, str], limit: int | None = None) -> Page:
    """Every history after the other; of each the newest changes, where a limit is given."""
    pairs = zip(report.plans, report.histories, strict=True)
    return Page("History", tuple(_section(label, history, limit) for label, history in pairs), names)


def _section(label: PlanLabel, history: History, limit: int | None) -> Section:
    facts: list[Value] = [Identifier(history.id or label.id), as_of_in_words(label.as_of, label.as_of_from)]
    if history.since:
        facts.append(f"{counted(history.commits, 'commit')} since {date_in_words(history.since.authored)}")
    blocks: list[Block] = [Facts(tuple(facts)), Note(in_short(history)), *_moves(history)]
    blocks += [*_changes(history, limit), *_hints(history), *_next(label, history)]
    return Section(history.title or label.title, tuple(blocks))


def _moves(history: History) -> Iterator[Section]:
    """The moves by month, lead and objective, where there are any; not of a single thing."""
    if history.id is None and history.totals.moved:
        months = [(each.month or "not committed", MoveTotals(*each[1:])) for each in history.months]
        leads = [
            (Organisations((each.lead,)) if each.lead else "no lead", MoveTotals(*each[1:])) for each in history.leads
        ]
        objectives = [(each.title or each.objective or "none", MoveTotals(*each[2:])) for each in history.objectives]
        groups = (_group("month", months), _group("lead", leads), _group("objective", objectives))
        yield Section("Moves", groups, history.totals.moved)


def _group(what: str, rows: Sequence[tuple[Value, MoveTotals]]) -> Table:
    columns = (Column(what.capitalize(), is_name=True), *_TOTALS)
    return Table(f"Moves by {what}", columns, tuple((name, *_numbers(totals)) for name, totals in rows))


def _numbers(totals: MoveTotals) -> tuple[Value, ...]:
    return (*totals[:4], net_in_words(totals.net), worst_in_words(totals.worst))


def _changes(history: History, limit: int | None) -> Iterator[Section]:
    """The changes under their commits."""
    newest_first = history.changes[::-1]
    shown = newest_first[:limit]
    blocks: list[Block] = [
        _commit(commit, tuple(mine)[::-1], history) for commit, mine in groupby(shown, key=lambda change: change.commit)
    ]
    if left_out := len(newest_first) - len(shown):
        blocks.append(Note(f"and {counted(left_out, 'earlier change')}: --limit shows more", is_aside=True))
    if blocks:
        yield Section("Changes", tuple(blocks), len(newest_first))


def _commit(commit: CommitRow | None, changes: Sequence[DateChange], history: History) -> Section:
    rows = tuple(_row(change, history) for change in changes)
    if commit is None:
        return Section("Not committed yet", (Table("Changes that are not committed yet", _CHANGES, rows),))
    day, name = date_in_words(commit.authored), commit.id[:SHORT]
    facts = Facts((Identifier(name), one_line(commit.author)))
    table = Table(f"Changes of {day}, commit {name}", _CHANGES, rows)
    return Section(f"{day}: {one_line(commit.subject)}", (facts, table))


def _row(change: DateChange, history: History) -> tuple[Value, ...]:
    is_move = change.change is ChangeKind.MOVED and change.variance
    date = _date(change)
    return (
        change.variance if is_move else change.change.value,
        date if change.field == "due" else Stack((date, change.field)),
        _about(change),
        Organisations(change.leads) if change.leads else "no lead",
        reason_of(change, history),
    )


def _date(change: DateChange) -> Value:
    if change.change in {ChangeKind.ADDED, ChangeKind.SET}:
        return change.now
    return change.was if change.change is ChangeKind.REMOVED else Shift(change.was, change.now)


def _about(change: DateChange) -> Stack:
    """What had its date changed, and what it was called then, where that is another name."""
    name, then = bare_id(change.id), bare_id(change.id_then)
    return Stack((change.title, Identifier(name), f"then {then}" if name != then else None))


def _hints(history: History) -> Iterator[Note]:
    return (Note(hint_in_words(hint), is_aside=True) for hint in history.hints)


def _next(label: PlanLabel, history: History) -> Iterator[Next]:
    if history.id is None and history.totals.moved:
        command = command_in_words(f"trend --plan {label.id}", label.as_of, label.as_of_from)
        yield Next(Command(command), "the promises, drawn over time")
