"""`history` on a screen: how much moved, by whom and under what, then commit by commit, the newest first."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from genderplan.analysis.date_changes import ChangeKind, DateChange, RenameHint
from genderplan.analysis.history import History, HistoryReport, MoveTotals
from genderplan.analysis.records import PlanLabel
from genderplan.page.words import (
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
from genderplan.plan.items import AGREED_FIELDS
from genderplan.plan.steps import CommitRow
from genderplan.views.facts import next_lines
from genderplan.views.screen import Line, Screen, cells, fitted, flowing, wrapped

SHORT = 8
"""How many letters of a commit's id are shown."""

_MOST = 30
_NAME = 44
_NARROW = 30
_INDENT = "      "
_Rows: TypeAlias = Sequence[tuple[str, MoveTotals]]

_DISPENSABLE = ("EARLIER", "LATER", "EXPLAINED")
"""What is left out first where there is no room for all."""


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
        self._width = screen.width or 1 << 16

    def lines(self, label: PlanLabel) -> Iterator[Line]:
        history = self._history
        for line in wrapped(one_line(history.title or label.title), self._width):
            yield [(line, "title")]
        facts = [history.id or label.id, as_of_in_words(label.as_of, label.as_of_from)]
        if history.since:
            facts.append(f"{counted(history.commits, 'commit')} since {date_in_words(history.since.authored)}")
        for line in flowing(facts, self._screen, self._width):
            yield [(line, "")]
        yield [("", "")]
        for line in wrapped(in_short(history), self._width):
            yield [(line, "head")]
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
        columns = self._columns(
            [totals for _, rows in tables for _, totals in rows], max(cells(each) for each, _ in tables)
        )
        widths = [columns[head] for head in columns]
        longest = max(cells(name) + 2 for _, rows in tables for name, _ in rows)
        room = min(longest, self._width - sum(widths) - 2 * len(widths), _NAME if self._is_screen else longest)
        room = max(room, *(cells(title) for title, _ in tables))
        for title, rows in tables:
            yield [("", "")]
            yield [(fitted(title, room), "head"), *_cells(columns, widths, "head")]
            for name, totals in rows:
                text = fitted(f"  {name}", room, self._screen.glyphs.ellipsis)
                numbers = _numbers(totals)
                yield [(text, ""), *_cells([numbers[head] for head in columns], widths, "")]

    def _columns(self, found: Sequence[MoveTotals], least: int) -> dict[str, int]:
        """The columns for which there is room beside names of so many cells, by their heads, and how wide each is."""
        numbers = [_numbers(totals) for totals in found]
        widths = {head: max(cells(head), *(cells(each[head]) for each in numbers)) for head in numbers[0]}
        for head in _DISPENSABLE:
            if least + sum(widths.values()) + 2 * len(widths) > self._width:
                del widths[head]
        return widths

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
        for line in wrapped(f"{date_in_words(commit.authored)}  {commit.id[:SHORT]}  {who}", self._width, "  "):
            yield [(line, "head")]

    def _changes(self, changes: Sequence[DateChange]) -> Iterator[Line]:
        """The amount and the dates, and what it is, who led and the reason: beside them, or below for lack of room."""
        amounts = [_amount(change) for change in changes]
        shifts = [self._shift(change) for change in changes]
        told = [list(self._told(change)) for change in changes]
        first, second = max(map(cells, amounts)), max(map(cells, shifts))
        longest = max(cells(word) for texts in told for _, text in texts for word in text.split())
        is_stacked = self._width - (first + second + 6) < max(_NARROW, longest)
        indent = _INDENT if is_stacked else " " * (first + second + 6)
        for change, amount, shift, texts in zip(changes, amounts, shifts, told, strict=True):
            begin: Line = [(f"  {fitted(amount, first)}", _style(change)), (f"  {fitted(shift, second)}  ", "")]
            if is_stacked:
                yield begin
                begin = [(indent, "")]
            for style, text in texts:
                for line in wrapped(text, self._width - len(indent)):
                    yield [*begin, (line, style)]
                    begin = [(indent, "")]

    def _told(self, change: DateChange) -> Iterator[tuple[str, str]]:
        """What is told of a change beside its dates, each with its style: which it is, and why."""
        if change.title != self._history.title:
            yield "", one_line(change.title)
        name = change.id.partition("/")[2]
        then = change.id_then.partition("/")[2]
        names = [*([name] if change.id != self._history.id else []), *([f"then {then}"] if name != then else [])]
        yield "dim", joined([*names, *change.leads]) or "no lead"
        if reason := reason_of(change, self._history):
            yield "dim", reason

    def _shift(self, change: DateChange) -> str:
        field = "" if change.field == "due" else f"{change.field}: "
        if change.change in {ChangeKind.ADDED, ChangeKind.SET}:
            return field + date_in_words(change.now)
        if change.change is ChangeKind.REMOVED:
            return field + date_in_words(change.was)
        return field + shift_in_words(change.was, change.now, self._screen.glyphs.arrow)

    def _hints(self, hints: Sequence[RenameHint]) -> Iterator[Line]:
        if hints:
            yield [("", "")]
        for hint in hints:
            yield from ([(line, "dim")] for line in wrapped(hint_in_words(hint), self._width, "  "))


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


def _numbers(totals: MoveTotals) -> dict[str, str]:
    """The numbers of a row by the heads of their columns."""
    return {
        "MOVED": f"{totals.moved:,}",
        "LATER": f"{totals.later:,}",
        "EARLIER": f"{totals.earlier:,}",
        "EXPLAINED": f"{totals.explained:,}",
        "NET": net_in_words(totals.net),
        "WORST": worst_in_words(totals.worst),
    }


def _cells(texts: Iterable[str], widths: Iterable[int], style: str) -> Line:
    return [(f"  {text:>{width}}", style) for text, width in zip(texts, widths, strict=True)]


def _amount(change: DateChange) -> str:
    if change.change is ChangeKind.MOVED and change.variance:
        return signed(change.variance.amount, change.variance.in_days)
    return change.change.value


def _style(change: DateChange) -> str:
    if change.change is not ChangeKind.MOVED:
        return "dim"
    return "later" if change.variance and change.variance.is_late else "earlier"
