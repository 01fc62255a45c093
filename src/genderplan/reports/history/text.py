"""`history` on a screen: how much moved, by whom and under what, then commit by commit, the newest first."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from genderplan.page.words import (
    agreed_in_words,
    as_of_in_words,
    counted,
    date_in_words,
    joined,
    net_in_words,
    one_line,
    reason_in_words,
    shift_in_words,
    signed,
    worst_in_words,
)
from genderplan.past.date_changes import ChangeKind, DateChange, RenameHint
from genderplan.plan.items import AGREED_FIELDS
from genderplan.plan.steps import CommitRow
from genderplan.reports.history.result import History, HistoryReport, MoveTotals
from genderplan.standing.records import PlanLabel
from genderplan.terminal.facts import next_lines
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, flow, heading
from genderplan.terminal.screen import Line, Screen, widest

SHORT = 8
"""How many letters of a commit's id are shown."""

_MOST = 30
_NAME = 44
_NARROW = 30
_Rows: TypeAlias = Sequence[tuple[str, MoveTotals]]

_HEADS = {"MOVED": 0, "LATER": 2, "EARLIER": 1, "EXPLAINED": 3, "NET": 0, "WORST": 0}
"""The heads of the numbers, and when each is left out where there is no room for all: 1 is the first, 0 never."""


def history_lines(report: HistoryReport, screen: Screen, limit: int | None = None) -> Iterator[Line]:
    """Every history after the other; of each the newest changes, on a screen no more than can be looked through."""
    for number, (label, history) in enumerate(zip(report.plans, report.histories, strict=True)):
        if number:
            yield [("", "")]
        yield from _History(history, screen, limit).lines(label)


class _History:
    """One history laid out for a screen."""

    def __init__(self, history: History, screen: Screen, limit: int | None) -> None:
        self._history = history
        self._screen = screen
        self._is_screen = screen.width is not None
        self._limit = _MOST if limit is None and self._is_screen else limit
        self._width = screen.room

    def lines(self, label: PlanLabel) -> Iterator[Line]:
        history = self._history
        facts = [history.id or label.id, as_of_in_words(label.as_of, label.as_of_from)]
        if history.since:
            facts.append(f"{counted(history.commits, 'commit')} since {date_in_words(history.since.authored)}")
        yield from heading(history.title or label.title, facts, self._screen, self._width)
        yield [("", "")]
        yield from flow(in_short(history), self._width, "head")
        if history.id is None:
            yield from self._groups()
        yield from self._commits()
        yield from self._hints(history.hints)
        if history.id is None and history.totals.moved:
            yield [("", "")]
            yield from next_lines(f"trend --plan {label.id}", label, "the promises, drawn over time", self._width)

    def _groups(self) -> Iterator[Line]:
        """The moves by month, lead and objective, where there are any: tables of one width."""
        if not self._history.totals.moved:
            return
        tables = [("BY MONTH", self._months()), ("BY LEAD", self._leads()), ("BY OBJECTIVE", self._objectives())]
        longest = widest([title for title, _ in tables])
        names = TextColumn(width=longest, least=longest, most=_NAME if self._is_screen else None, is_text=True)
        numbers = [TextColumn(head, "right", stays=True, turn=turn) for head, turn in _HEADS.items()]
        every = [_row(*row) for _, rows in tables for row in rows]
        layout = Layout([names, *numbers], every, self._width, indent=0, ellipsis=self._screen.glyphs.ellipsis)
        for title, rows in tables:
            yield [("", "")]
            yield from layout.row([(title, "head"), *((head, "head") for head in _HEADS)])
            yield from layout.lines(_row(*row) for row in rows)

    def _months(self) -> _Rows:
        return [(date_in_words(each.month) or "not committed", MoveTotals(*each[1:])) for each in self._history.months]

    def _leads(self) -> _Rows:
        return [(each.lead or "no lead", MoveTotals(*each[1:])) for each in self._history.leads]

    def _objectives(self) -> _Rows:
        objectives = self._history.objectives
        return [(one_line(each.title or each.objective or "none"), MoveTotals(*each[2:])) for each in objectives]

    def _commits(self) -> Iterator[Line]:
        """A line for each commit, and under it its changes."""
        changes = list(reversed(self._history.changes))
        shown = changes[: self._limit]
        for commit, mine in groupby(shown, key=lambda change: change.commit):
            yield [("", "")]
            yield from self._heading(commit)
            yield from self._changes(list(reversed(list(mine))))
        if len(changes) > len(shown):
            yield [("", "")]
            yield [(f"and {counted(len(changes) - len(shown), 'earlier change')}: --limit shows more", "dim")]

    def _heading(self, commit: CommitRow | None) -> Iterator[Line]:
        if commit is None:
            yield [("Not committed yet", "head")]
            return
        who = f"{one_line(commit.author)}: {one_line(commit.subject)}"
        told = f"{date_in_words(commit.authored)}  {commit.id[:SHORT]}  {who}"
        yield from flow(told, self._width, "head", hanging="  ")

    def _changes(self, changes: Sequence[DateChange]) -> Iterator[Line]:
        """The amount and the dates, and what it is, who led and the reason: beside them, or below for lack of room."""
        rows = [((_amount(change), _style(change)), (self._shift(change), "")) for change in changes]
        told = [list(self._told(change)) for change in changes]
        longest = widest([word for texts in told for text, _ in texts for word in text.split()])
        columns = (
            TextColumn(),
            TextColumn(stays=True),
            TextColumn(is_text=True, least=max(_NARROW, longest), lines=ALL),
        )
        layout = Layout(columns, [(*row, ("", "")) for row in rows], self._width, stack=Stacking(6))
        for row, (first, *notes) in zip(rows, told, strict=True):
            yield from layout.row((*row, first), notes)

    def _told(self, change: DateChange) -> Iterator[Cell]:
        """What is told of a change beside its dates: which it is, and why."""
        if change.title != self._history.title:
            yield one_line(change.title), ""
        name = change.id.partition("/")[2]
        then = change.id_then.partition("/")[2]
        names = [*([name] if change.id != self._history.id else []), *([f"then {then}"] if name != then else [])]
        yield joined([*names, *change.leads]) or "no lead", "dim"
        if reason := reason_of(change, self._history):
            yield reason, "dim"

    def _shift(self, change: DateChange) -> str:
        field = "" if change.field == "due" else f"{change.field}: "
        if change.change in {ChangeKind.ADDED, ChangeKind.SET}:
            return field + agreed_in_words(change.now)
        if change.change is ChangeKind.REMOVED:
            return field + agreed_in_words(change.was)
        return field + shift_in_words(change.was, change.now, self._screen.glyphs.arrow)

    def _hints(self, hints: Sequence[RenameHint]) -> Iterator[Line]:
        if hints:
            yield [("", "")]
        for hint in hints:
            yield from flow(hint_in_words(hint), self._width, "dim", hanging="  ")


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


def reason_of(change: DateChange, history: History) -> str:
    """Why a date changed; of a single thing also that nothing says so."""
    if change.revision:
        return reason_in_words(*change.revision)
    is_owed = history.id and change.field in AGREED_FIELDS and change.change is not ChangeKind.ADDED
    return "no revision gives a reason" if is_owed else ""


def hint_in_words(hint: RenameHint) -> str:
    """What git takes for renamed, and what to write where it is."""
    was, now = (name.partition("/")[2] for name in (hint.was, hint.now))
    return (
        f"git thinks that {now} was {was} until {hint.commit.id[:SHORT]}: if so, write 'renamed_from: {was}' "
        f"in {now}.yaml, and its history goes on there"
    )


def _row(name: str, totals: MoveTotals) -> Sequence[Cell]:
    """A row under the names and `_HEADS`."""
    numbers = [f"{number:,}" for number in (totals.moved, totals.later, totals.earlier, totals.explained)]
    told = (f"  {name}", *numbers, net_in_words(totals.net), worst_in_words(totals.worst))
    return [(text, "") for text in told]


def _amount(change: DateChange) -> str:
    if change.change is ChangeKind.MOVED and change.variance:
        return signed(change.variance.amount, change.variance.in_days)
    return change.change.value


def _style(change: DateChange) -> str:
    if change.change is not ChangeKind.MOVED:
        return "dim"
    return "later" if change.variance and change.variance.is_late else "earlier"
