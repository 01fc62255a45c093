"""History in words and cells: what its screen and its page both say."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from genderplan.dates.variance import Variance
from genderplan.page.page import Organisations, Shift, Value
from genderplan.page.words import bare_id, counted, date_in_words, net_in_words, reason_in_words, worst_in_words
from genderplan.past.date_changes import ChangeKind, DateChange, RenameHint
from genderplan.plan.items import AGREED_FIELDS
from genderplan.plan.steps import CommitRow
from genderplan.reports.history.result import History, MoveTotals
from genderplan.standing.records.items import PlanLabel

SHORT = 8
"""How many letters of a commit's id are shown."""


def subject_of(label: PlanLabel, history: History) -> PlanLabel:
    """What a history is of: the plan, or one thing by its own id and title."""
    return label._replace(id=history.id or label.id, title=history.title or label.title)


def facts_in_words(history: History) -> Iterator[str]:
    """How many commits there are, and since when."""
    if history.since:
        yield f"{counted(history.commits, 'commit')} since {date_in_words(history.since.authored)}"


def in_short(history: History) -> str:
    """The totals in one sentence."""
    totals = history.totals
    if not totals.moved:
        return "No agreed date moved."
    ways = [f"{totals.later:,} later" if totals.later else "", f"{totals.earlier:,} earlier" if totals.earlier else ""]
    dates = len({(change.id, change.field) for change in history.changes if change.is_move})
    what = f"{counted(dates, 'agreed date')} moved"
    if dates < totals.moved:
        what = f"{what} {counted(totals.moved, 'time')}"
    worst = f", worst {worst_in_words(totals.worst)}" if totals.worst else ""
    return (
        f"{what} ({', '.join(filter(None, ways))}), net {net_in_words(totals.net)}{worst}; "
        f"{totals.explained or 'none'} explained by a revision."
    )


def moves_by(history: History) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    """The moves by month, lead and objective: what each group is called, and its totals."""
    yield "month", [_totals(each.month or "not committed", each[1:]) for each in history.months]
    leads = [(Organisations((each.lead,)) if each.lead else "no lead", each[1:]) for each in history.leads]
    yield "lead", [_totals(*each) for each in leads]
    yield "objective", [_totals(each.title or each.objective or "none", each[2:]) for each in history.objectives]


def _totals(name: Value, numbers: tuple[Any, ...]) -> tuple[Value, ...]:
    totals = MoveTotals(*numbers)
    return (name, *totals[:4], net_in_words(totals.net), worst_in_words(totals.worst))


def by_commit(history: History, limit: int | None) -> list[tuple[CommitRow | None, Sequence[DateChange]]]:
    """The newest changes under their commits, the newest commit first; its changes in their order."""
    shown = history.changes[::-1][:limit]
    return [(commit, tuple(mine)[::-1]) for commit, mine in groupby(shown, key=lambda change: change.commit)]


def earlier_in_words(history: History, limit: int | None) -> str:
    """How many changes a limit leaves out; nothing for none."""
    left_out = 0 if limit is None else len(history.changes[limit:])
    return f"and {counted(left_out, 'earlier change')}: --limit shows more" if left_out else ""


def amount_of(change: DateChange) -> Variance | str:
    """By how much a date moved, else what became of it."""
    return (change.change is ChangeKind.MOVED and change.variance) or change.change.value


def date_of(change: DateChange) -> Value:
    """The date as it moved, or the one that came or went."""
    if change.change in {ChangeKind.ADDED, ChangeKind.SET}:
        return change.now
    return change.was if change.change is ChangeKind.REMOVED else Shift(change.was, change.now)


def name_then(change: DateChange) -> str:
    """What it was called then, where that is another name than now; nothing where it is not."""
    name, then = bare_id(change.id), bare_id(change.id_then)
    return f"then {then}" if name != then else ""


def reason_of(change: DateChange, history: History, names: Mapping[str, str]) -> str:
    """Why a date changed; of a single thing also that nothing says so."""
    if change.revision:
        return reason_in_words(change.revision, names)
    is_owed = history.id and change.field in AGREED_FIELDS and change.change is not ChangeKind.ADDED
    return "no revision gives a reason" if is_owed else ""


def hint_in_words(hint: RenameHint) -> str:
    """What git takes for renamed, and what to write where it is."""
    was, now = bare_id(hint.was), bare_id(hint.now)
    return (
        f"git thinks that {now} was {was} until {hint.commit.id[:SHORT]}: if so, write 'renamed_from: {was}' "
        f"in {now}.yaml, and its history goes on there"
    )


def next_in_words(history: History) -> tuple[str, str]:
    """The command to run next, and what it tells."""
    return f"trend --plan {history.plan}", "the promises, drawn over time"
