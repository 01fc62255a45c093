"""Edits of what comes again: one of its times done or left out, and a cycle that goes on from another date.

What comes once is changed as in `editing.changes`.
"""

from typing import NamedTuple

from genderplan.dates.cycles import Cycle, CycleError, fitting_every
from genderplan.dates.forms import PlanDate
from genderplan.editing import changes
from genderplan.editing.changes import Change, NewRevision, Target, in_words
from genderplan.errors import UsageError
from genderplan.kinds.entry.cycle_rows import CycleRow
from genderplan.kinds.entry.rows import MilestoneRow
from genderplan.source.yaml.editor import MappingKey, Texts, with_item, with_value, without_key


class _Time(NamedTuple):
    """One time of what comes again, and what the file tells of it."""

    row: CycleRow
    cycle: Cycle
    number: int
    due: PlanDate

    @property
    def completed(self) -> tuple[PlanDate, PlanDate] | None:
        """The key under which the file says that it was done, and the day."""
        return next((each for each in self.row.completed if self.cycle.number_of(each[0]) == self.number), None)

    @property
    def is_skipped(self) -> bool:
        return any(self.cycle.number_of(when) == self.number for when, _ in self.row.skipped)


def completed(target: Target, on: PlanDate, *, replace: bool = False, reason: str | None = None) -> Change:
    """That something was done; of what comes again the time that is meant, else the earliest open one.

    Raises UsageError.
    """
    time = _time(target)
    changes.refuse_cancelled(target)
    if time is None:
        _refuse_without_first(target)
        return changes.completed(target, on, replace=replace, reason=reason)
    done, name = time.completed, f"{target.item.id}@{time.due}"
    if time.is_skipped:
        raise UsageError(f"{name} is skipped: take that out of the file first")
    changes.refuse_completion(name, done[1] if done else None, on, replace=replace, reason=reason)
    key = _key(target, "completed", time)
    was = done[1] if done else None

    def edit(data: bytes) -> bytes:
        if done:
            there = MappingKey(key.mapping, done[0].text)
            item = changes.revision_item(target, "completed", was, NewRevision(reason or ""))
            return with_item(with_value(data, there, on.text), target.key("revisions"), item)
        if time.row.completed:
            return with_value(data, key, on.text)
        return with_value(data, target.key("completed"), {time.due.text: on.text})

    return changes.change_of(target, "completed", was, on, edit)._replace(time=time.due)


def _refuse_without_first(target: Target) -> None:
    """Raises UsageError where something comes again and nothing says when first: then no time of it can be named."""
    row, name = target.item.row.cycle, target.item.id
    if row is not None:
        raise UsageError(
            f"{name} comes again {row.every.as_cycle}, and nothing says when it comes first: "
            f"'genderplan move {name} --field due --to DATE' does"
        )


def reopened(target: Target, reason: str) -> Change:
    """That something is not done after all; of what comes again the time that is meant, else the one done last.

    Raises UsageError.
    """
    time = _time(target._replace(number=_newest(target) if target.number is None else target.number))
    if time is None:
        return changes.reopened(target, reason)
    if time.completed is None:
        raise UsageError(f"{target.item.id}@{time.due} is not marked complete")
    told, was = time.completed
    item = changes.revision_item(target, "completed", was, NewRevision(reason))
    mapping = MappingKey((*target.item.path, "completed"), told.text)
    key = mapping if len(time.row.completed) > 1 else target.key("completed")

    def edit(data: bytes) -> bytes:
        return without_key(with_item(data, target.key("revisions"), item), key)

    return changes.change_of(target, "completed", was, None, edit)._replace(time=time.due)


def _newest(target: Target) -> int | None:
    """The number of the last of the times that are done; None where none is, or it comes once."""
    row, first = target.item.row.cycle, target.item.row.due
    if row is None or first is None:
        return None
    numbers = [row.over(first).number_of(when) for when, _ in row.completed]
    number = max((each for each in numbers if each is not None), default=None)
    if number is None:
        raise UsageError(f"{target.item.id} is not marked complete at any time")
    return number


def cancelled(target: Target, reason: str) -> Change:
    """That something will not be done any more, or one of the times of it, where that is meant. Raises UsageError."""
    time = _time(target) if target.number is not None else None
    if time is None:
        return changes.cancelled(target, reason)
    changes.refuse_cancelled(target)
    if time.completed or time.is_skipped:
        raise UsageError(f"{target.item.id}@{time.due} is {'complete' if time.completed else 'skipped'} already")
    key, words = _key(target, "skipped", time), in_words(reason, "--reason")

    def edit(data: bytes) -> bytes:
        if time.row.skipped:
            return with_value(data, key, words)
        return with_value(data, target.key("skipped"), {time.due.text: words})

    return changes.change_of(target, "skipped", None, None, edit)._replace(time=time.due)


def moved(target: Target, to: PlanDate, revision: NewRevision) -> Change:
    """An agreed date changed. What comes again and was done before ends, and goes on from the new date as another.

    Raises UsageError.
    """
    time = _time(target) if revision.field in {None, "due"} else None
    if time is None or (time.number == 0 and not time.row.told_of):
        return changes.moved(target, to, revision)
    changes.refuse_closed(target)
    _refuse_split(target, time, to)
    milestone = target.item.milestone
    if milestone is None:
        raise UsageError(
            f"{target.item.id} was done before: end it with 'genderplan move {target.item.id} --field until --to "
            f"{time.cycle.occurrence(time.number - 1)}', and begin an action that comes again from {to}"
        )
    end = time.cycle.occurrence(time.number - 1)
    assert end is not None  # noqa: S101 - there is one before
    item = changes.revision_item(target, "until", time.row.until, revision)
    new = _continued(target, milestone, time.row, to)

    def edit(data: bytes) -> bytes:
        ended = with_item(with_value(data, target.key("until"), end.text), target.key("revisions"), item)
        return with_item(changes.without_request(ended, target), MappingKey(target.item.entry.path, "milestones"), new)

    change = changes.change_of(target, "due", time.due, to, edit)
    return change._replace(time=time.due, goes_on=f"{target.item.entry.full_id()}#{new['id']}")


def _time(target: Target) -> _Time | None:
    """The time that is meant, else the earliest that is neither done nor skipped; None of what comes once.

    Raises UsageError where none is open.
    """
    row, first = target.item.row.cycle, target.item.row.due
    if row is None or first is None:
        return None
    cycle = row.over(first)
    number = row.first_open(first) if target.number is None else target.number
    due = cycle.occurrence(number)
    if due is None:
        raise UsageError(f"{target.item.id} is over: each of its times is done or skipped")
    return _Time(row, cycle, number, due)


def _key(target: Target, name: str, time: _Time) -> MappingKey:
    """A time's key in one of the mappings, and behind which it stands: the nearest before it, else any."""
    pairs = time.row.completed if name == "completed" else time.row.skipped
    keys = [when for when, _ in pairs]
    before = sorted((when for when in keys if when.last < time.due.last), key=lambda when: when.last, reverse=True)
    others = (when for when in keys if when not in before)
    return MappingKey((*target.item.path, name), time.due.text, tuple(when.text for when in (*before, *others)))


def _refuse_split(target: Target, time: _Time, to: PlanDate) -> None:
    """Raises UsageError where what follows a time was done already, or cannot come again from the new date."""
    if any((time.cycle.number_of(when) or 0) >= time.number for _, when in time.row.told_of):
        raise UsageError(f"{target.item.id}@{time.due}: this time, or a later one, is done or skipped already")
    if time.due.is_same(to):
        raise UsageError(f"{target.item.id} is due {to} already")
    try:
        fitting_every(time.row.every, to)
    except CycleError as error:
        raise UsageError(f"{error} ({error.hint})" if error.hint else str(error)) from None
    if time.number == 0:
        raise UsageError(f"{target.item.id}@{time.due} is the first time: there is nothing before it to end")


def _continued(target: Target, milestone: MilestoneRow, row: CycleRow, to: PlanDate) -> Texts:
    """The milestone that goes on with what another has been: the same from another date on, under an id of its own."""
    if milestone.depends_on or len(milestone.leads) > 1:
        raise UsageError(f"{target.item.id} waits for others, or has several leads: move it by hand")
    known = {each.id for each in target.item.entry.milestones}
    number = next(number for number in range(2, len(known) + 3) if f"{milestone.id}-{number}" not in known)
    source = milestone.source._asdict() if milestone.source else {}
    told = {
        "id": f"{milestone.id}-{number}",
        "title": milestone.title,
        "lead": milestone.leads[0] if milestone.leads else None,
        "due": to.text,
        "every": row.every.in_words,
        "until": row.until.text if row.until and row.until.last >= to.last else None,
        "goes_to": milestone.goes_to,
        "source": {name: text for name, text in source.items() if text is not None},
        "note": milestone.note,
        "tags": list(milestone.tags),
    }
    return {name: value for name, value in told.items() if value}
