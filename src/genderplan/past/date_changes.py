"""Every change of every date of a plan, step by step, each with the item of `revisions` that gives its reason.

A step that changes words or layout alone changes no date.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance, variance
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.past.explanations import ExplanationRecord, explanation, revisions_of, without
from genderplan.past.identities import Thread, Threads, Turn
from genderplan.plan.comparison.promises import as_one_promise
from genderplan.plan.items import AGREED_FIELDS, Item, Key
from genderplan.plan.plans import Plan
from genderplan.plan.steps import CommitRow, Step

_EXPLAINED = frozenset((*AGREED_FIELDS, "every", "completed"))
"""The fields of which an item of `revisions` says why they changed."""

_Agreed: TypeAlias = PlanDate | Length | None
_Dates: TypeAlias = Mapping[str, _Agreed]


class ChangeKind(StrEnum):
    """What became of a date.

    It came with what it belongs to, was given to it, moved, was put more or less exactly, was taken away, or went with
    what it belongs to.
    """

    ADDED = "added"
    SET = "set"
    MOVED = "moved"
    RESTATED = "restated"
    CLEARED = "cleared"
    REMOVED = "removed"


class DateChange(NamedTuple):
    """One change of one date.

    `id` is what the entry or milestone is called now, or was called when it went, and `id_then` what it was called in
    the commit; title, leads and objective are those of then. `commit` is null for what is not committed yet.
    """

    commit: CommitRow | None
    """The commit; null for what is not committed yet."""
    id: str
    """The full id that it has now, or had when it was removed."""
    id_then: str
    """The full id that it had in the commit."""
    title: str
    """The title then."""
    leads: tuple[str, ...]
    """The ids of the organisations that answered for it then."""
    objective: str | None
    """The id of its objective then."""
    field: str
    """start, end, due, until, every, forecast, completed or cancelled; of what comes again completed@DATE."""
    change: ChangeKind
    """added, set, moved, restated, cleared or removed."""
    was: PlanDate | Length | None
    """The date before the change, of every the length; null where it had none."""
    now: PlanDate | Length | None
    """The date after the change, of every the length; null where it was taken away."""
    variance_months: int | None
    """Months from the one date's last day to the other's; positive is late."""
    variance_days: int | None
    """Days from the one date's last day to the other's; positive is late."""
    revision: ExplanationRecord | None
    """The item of revisions that gives the reason, of a cancellation its own words; null where none does."""

    @property
    def is_move(self) -> bool:
        """Whether an agreed date is another one."""
        return self.change is ChangeKind.MOVED and self.field in AGREED_FIELDS

    @property
    def variance(self) -> Variance | None:
        """The move, with the unit in which it is judged; None where a date came or went."""
        return _variance(self.was, self.now)


class RenameHint(NamedTuple):
    """Two entries that git takes for one: `now` came in the commit in which `was` went. Nothing is made of it."""

    commit: CommitRow
    """The commit in which the one went and the other came."""
    was: str
    """The full id of the entry that went."""
    now: str
    """The full id of the entry that came."""


@dataclass(eq=False, slots=True)
class _Noted:
    """A change as it is met; what its thread is called in the end, and what explains it, is known later."""

    thread: Thread
    commit: CommitRow | None
    old: Item | None
    new: Item | None
    field: str
    was: _Agreed
    now: _Agreed
    revision: RevisionRow | None = None

    @property
    def then(self) -> Item:
        found = self.new or self.old
        assert found is not None  # noqa: S101 - a change is of something
        return found


class DateChanges:
    """The changes of the dates of one plan, and the threads of what they are of."""

    def __init__(self, plan: Plan, steps: Sequence[Step]) -> None:
        self._plan = plan
        self.threads = Threads(plan)
        self._noted: list[_Noted] = []
        self._hints: list[tuple[CommitRow, Thread, Turn]] = []
        for step in steps:
            turns = list(self.threads.turns(step))
            self._noted += [change for turn in turns for change in _noted(step, turn)]
            self._hints += _thoughts(step, turns)
        _explain(self._noted)
        self._names = {thread: key for key, thread in self.threads.by_key.items() if self.is_there(key)}

    def of(self, has: Callable[[Thread], bool], *, added: bool = True) -> tuple[DateChange, ...]:
        """The changes of some threads, the oldest first; without `added` not those that came with what was added."""
        noted = self._noted if added else [each for each in self._noted if each.old]
        return tuple(self._change(each) for each in noted if has(each.thread.whole))

    def hints(self, has: Callable[[Thread], bool]) -> tuple[RenameHint, ...]:
        """What git takes for renamed among what came as something new, and still is."""
        return tuple(
            RenameHint(commit, f"{self._plan.id}/{was.last.entry.id}", f"{self._plan.id}/{turn.new.entry.id}")
            for commit, was, turn in self._hints
            if turn.new and turn.thread.whole is not was.whole and has(turn.thread.whole)
        )

    def _change(self, noted: _Noted) -> DateChange:
        item, was, now, late = noted.then, noted.was, noted.now, _variance(noted.was, noted.now)
        return DateChange(
            commit=noted.commit,
            id=self._full_id(self._names.get(noted.thread.whole) or noted.thread.whole.last.key),
            id_then=item.id,
            title=item.title,
            leads=item.leads,
            objective=item.entry.objective,
            field=noted.field,
            change=_kind(noted),
            was=was,
            now=now,
            variance_months=late.months if late else None,
            variance_days=late.days if late else None,
            revision=explanation(noted.revision) if noted.revision else _cancellation(noted),
        )

    def is_there(self, key: Key) -> bool:
        """Whether the plan has an entry or a milestone of an id now."""
        return self._plan.item(key) is not None

    def _full_id(self, key: Key) -> str:
        entry, milestone = key
        return f"{self._plan.id}/{entry}#{milestone}" if milestone else f"{self._plan.id}/{entry}"


def _noted(step: Step, turn: Turn) -> Iterator[_Noted]:
    """The dates that are otherwise than in every parent of a commit; a merge that takes one side's changes none."""
    old, new = next(filter(None, turn.olds), None), turn.new
    if new is old:
        return
    sides = [_sides(each, new) for each in turn.olds] or [_sides(None, new)]
    if any(was == now for was, now in sides):
        return
    first = next((side for each, side in zip(turn.olds, sides, strict=False) if each), sides[0])
    for field in {**first[0], **first[1]}:
        was, now = first[0].get(field), first[1].get(field)
        if all(then.get(field) != is_now.get(field) for then, is_now in sides):
            yield _Noted(turn.thread, step.commit, old, new, field, was, now)


def _sides(old: Item | None, new: Item | None) -> tuple[_Dates, _Dates]:
    """The dates of an item of then and of now, an own date that has changed its key as one (`as_one_promise`)."""
    then, now = old.dates if old else {}, new.dates if new else {}
    if not (old and new) or old.milestone:
        return then, now
    was, is_now = as_one_promise(old.agreed, new.agreed)
    return {**then, **_all_agreed(was)}, {**now, **_all_agreed(is_now)}


def _all_agreed(dates: _Dates) -> _Dates:
    return {field: dates.get(field) for field in AGREED_FIELDS}


def _kind(noted: _Noted) -> ChangeKind:
    if noted.old is None:
        return ChangeKind.ADDED
    if noted.new is None:
        return ChangeKind.REMOVED
    if noted.was is None:
        return ChangeKind.SET
    if noted.now is None:
        return ChangeKind.CLEARED
    late = _variance(noted.was, noted.now)
    return ChangeKind.RESTATED if late and not late.is_moved else ChangeKind.MOVED


def _variance(was: _Agreed, now: _Agreed) -> Variance | None:
    """By how much a date is later; None where one is missing, or they are lengths."""
    return variance(was, now) if isinstance(was, PlanDate) and isinstance(now, PlanDate) else None


def _explain(noted: Sequence[_Noted]) -> None:
    """Find what explains each change of an agreed date, and each correction of a completion.

    It is the item that came with the change and names the old date, or names none; else one that came later or
    earlier, names the old date, and explains nothing else: the oldest for the oldest change.
    """
    agreed = [each for each in noted if each.field.partition("@")[0] in _EXPLAINED and each.old]
    for each in agreed:
        fresh = without(revisions_of(each.new, each.field), revisions_of(each.old, each.field))
        each.revision = _naming(reversed(fresh), each.was) or _naming(reversed(fresh), None)
    used: dict[Thread, list[RevisionRow]] = {}
    for each in agreed:
        used.setdefault(each.thread.whole, []).extend(filter(None, (each.revision,)))
    for each in [one for one in agreed if one.revision is None and one.was]:
        thread = each.thread.whole
        free = without(revisions_of(thread.last, each.field), used[thread])
        each.revision = _naming(sorted(free, key=_day), each.was)
        used[thread] += filter(None, (each.revision,))


def _day(revision: RevisionRow) -> int:
    return revision.date.first if revision.date else 0


def _naming(revisions: Iterable[RevisionRow], was: _Agreed) -> RevisionRow | None:
    return next((each for each in revisions if (each.every or each.was) == was), None)


def _cancellation(noted: _Noted) -> ExplanationRecord | None:
    """The reason that a cancellation gives itself."""
    cancelled = noted.new.cancelled if noted.new and noted.field == "cancelled" else None
    return ExplanationRecord(cancelled.date, cancelled.reason, None) if cancelled else None


def _thoughts(step: Step, turns: Sequence[Turn]) -> Iterator[tuple[CommitRow, Thread, Turn]]:
    """What git takes for renamed and the plan does not: the thread of what went, and what became of what came."""
    came = {turn.new.key: turn for turn in turns if turn.new and not any(turn.olds)}
    went = {old.key: turn.thread for turn in turns if not turn.new for old in turn.olds if old}
    for was, now in step.thought:
        if step.commit and (now, None) in came and (was, None) in went:
            yield step.commit, went[was, None], came[now, None]
