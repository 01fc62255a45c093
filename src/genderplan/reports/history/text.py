"""`history` on a screen: how much moved, by whom and under what, then commit by commit, the newest first."""

from collections.abc import Iterator, Sequence

from genderplan.page.page import Value
from genderplan.page.values import words_of
from genderplan.page.words import bare_id, date_in_words, one_line
from genderplan.past.date_changes import ChangeKind, DateChange, RenameHint
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
from genderplan.standing.records.items import PlanLabel
from genderplan.terminal.fitting import widest
from genderplan.terminal.layout import ALL, Cell, Layout, Stacking, TextColumn, apart, flow
from genderplan.terminal.parts import next_lines, plan_heading
from genderplan.terminal.screen import Line, Screen

_MOST = 30
_MOST_NAME, _LEAST_NAME = 44, 18
"""How many cells names of groups take at most, and how many they are left at most that their words be whole."""

_HANGING = "    "
"""What the lines of a name but the first begin with: it stands two cells in itself."""

_NARROW = 30

_HEADS = {"MOVED": 0, "LATER": 2, "EARLIER": 1, "EXPLAINED": 3, "NET": 0, "WORST": 0}
"""The heads of the numbers, and when each is left out where there is no room for all: 1 is the first, 0 never."""


def history_lines(report: HistoryReport, screen: Screen, limit: int | None = None) -> Iterator[Line]:
    """Every history after the other; of each the newest changes, on a screen no more than can be looked through."""
    pairs = zip(report.plans, report.histories, strict=True)
    return apart(_History(history, screen, limit).lines(label) for label, history in pairs)


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
        yield from plan_heading(subject_of(label, history), facts_in_words(history), self._screen, self._width)
        yield [("", "")]
        yield from flow(in_short(history), self._width, "head")
        if history.is_summed:
            yield from self._groups()
        yield from self._commits()
        yield from self._hints(history.hints)
        if history.is_summed:
            yield from next_lines(label, *next_in_words(history), self._width)

    def _groups(self) -> Iterator[Line]:
        """The moves by month, lead and objective: tables of one width."""
        tables = [
            (f"BY {what.upper()}", [_row(row, self._screen) for row in rows]) for what, rows in moves_by(self._history)
        ]
        every = [row for _, rows in tables for row in rows]
        titles = widest([title for title, _ in tables])
        word = len(_HANGING) + widest([word for row in every for word in row[0][0].split()])
        least = max(titles, min(word, _LEAST_NAME))
        most = _MOST_NAME if self._is_screen else None
        names = TextColumn(width=titles, least=least, most=most, is_text=True, lines=ALL, hanging=_HANGING)
        numbers = [TextColumn(head, "right", stays=True, turn=turn) for head, turn in _HEADS.items()]
        layout = Layout([names, *numbers], every, self._width, indent=0)
        for title, rows in tables:
            yield [("", "")]
            yield from layout.row([(title, "head"), *((head, "head") for head in _HEADS)])
            yield from layout.lines(rows)

    def _commits(self) -> Iterator[Line]:
        """A line for each commit, and under it its changes."""
        for commit, changes in by_commit(self._history, self._limit):
            yield [("", "")]
            yield from self._heading(commit)
            yield from self._changes(changes)
        if earlier := earlier_in_words(self._history, self._limit):
            yield [("", "")]
            yield [(earlier, "dim")]

    def _heading(self, commit: CommitRow | None) -> Iterator[Line]:
        if commit is None:
            yield [("Not committed yet", "head")]
            return
        who = f"{one_line(commit.author)}: {one_line(commit.subject)}"
        told = f"{date_in_words(commit.authored)}  {commit.id[:SHORT]}  {who}"
        yield from flow(told, self._width, "head", hanging="  ")

    def _changes(self, changes: Sequence[DateChange]) -> Iterator[Line]:
        """The amount and the dates, and what it is, who led and the reason: beside them, or below for lack of room."""
        rows = [((words_of(amount_of(change), {}), _style(change)), (self._date(change), "")) for change in changes]
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
        name = bare_id(change.id) if change.id != self._history.id else ""
        leads = self._screen.called(change.leads)
        yield ", ".join(filter(None, (name, name_then(change), leads))) or "no lead", "dim"
        if reason := reason_of(change, self._history, self._screen.names):
            yield reason, "dim"

    def _date(self, change: DateChange) -> str:
        field = "" if change.field == "due" else f"{change.field}: "
        return field + words_of(date_of(change), {}, self._screen.glyphs.arrow)

    def _hints(self, hints: Sequence[RenameHint]) -> Iterator[Line]:
        if hints:
            yield [("", "")]
        for hint in hints:
            yield from flow(hint_in_words(hint), self._width, "dim", hanging="  ")


def _row(row: Sequence[Value], screen: Screen) -> Sequence[Cell]:
    """A row under the names and `_HEADS`."""
    name, *numbers = (words_of(each, screen.names) for each in row)
    return [(text, "") for text in (f"  {name}", *numbers)]


def _style(change: DateChange) -> str:
    if change.change is not ChangeKind.MOVED:
        return "dim"
    return "later" if change.variance and change.variance.is_late else "earlier"
