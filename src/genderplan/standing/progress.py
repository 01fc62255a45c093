"""Progress of an entry on a day: what its updates say, else what follows from what is known."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item
from genderplan.standing.rag import Rag, Status
from genderplan.standing.standings import EntryStanding, Standing


class Progress(StrEnum):
    """How far an entry is; embedded is done and part of daily work."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    ON_HOLD = "on-hold"
    COMPLETE = "complete"
    EMBEDDED = "embedded"
    CANCELLED = "cancelled"


class ProgressOrigin(StrEnum):
    """What the progress of an entry is told by."""

    UPDATE = "update"
    MILESTONE = "milestone"
    START = "start"
    COMPLETED = "completed"


class ProgressState(NamedTuple):
    """How far an entry is on a day, and what tells it: None where nothing does, and where it is marked cancelled."""

    progress: Progress
    origin: ProgressOrigin | None


class SaidRag(NamedTuple):
    """How the lead judges an entry: said in an update, never reckoned."""

    rag: Rag
    """red, amber, green or blue, as the update says."""
    date: PlanDate
    """The date of the update."""
    by: str | None
    """The id of the organisation that says so."""


def state_on_the_day(standing: EntryStanding) -> ProgressState:
    """How far an entry is on the day on which it is judged.

    Closed where it is so on that day; else what the newest dated update up to it says that says a state; else what
    follows: under way where it has started, a milestone of it is complete, any time of what comes again is done or an
    update is there. Of what is complete,
    that is embedded of which the newest state says so.
    """
    entry = standing.entry
    said = newest([each for each in entry.updates if each.state], standing.day) if entry.updates else None
    state = Progress(said.state) if said and said.state else None
    if standing.status is Status.CANCELLED:
        return ProgressState(Progress.CANCELLED, None if entry.cancelled else ProgressOrigin.MILESTONE)
    if standing.status is Status.COMPLETE and state is not Progress.EMBEDDED:
        return ProgressState(Progress.COMPLETE, _completed_by(standing))
    return ProgressState(state, ProgressOrigin.UPDATE) if state else _reckoned(standing)


def said_rag(entry: EntryRow, day: int) -> SaidRag | None:
    """What the newest dated update up to a day says of the RAG that says one; `day` is an ordinal, included."""
    said = newest([each for each in entry.updates if each.rag], day) if entry.updates else None
    return SaidRag(Rag(said.rag), said.date, said.by) if said and said.rag and said.date else None


def latest_update(entry: EntryRow, day: int) -> UpdateRow | None:
    """The newest update up to a day; where none has a date, the last of them."""
    if not entry.updates:
        return None
    return newest(entry.updates, day) or next((each for each in reversed(entry.updates) if each.date is None), None)


def newest(updates: Iterable[UpdateRow], day: int) -> UpdateRow | None:
    """The newest dated one up to a day, an ordinal; what is dated to the month counts from its first day.

    Of two of which neither is surely the later one, it is what stands below: the newest stands last.
    """
    latest, begins = None, 0
    for each in updates:
        if each.date and each.date.first <= day and each.date.last >= begins:
            latest, begins = each, each.date.first
    return latest


def _completed_by(standing: EntryStanding) -> ProgressOrigin:
    completed = Item(standing.entry).last_completed(standing.day)
    return ProgressOrigin.COMPLETED if completed else ProgressOrigin.MILESTONE


def _reckoned(standing: EntryStanding) -> ProgressState:
    """What is known without any update that says a state."""
    entry, day = standing.entry, standing.day
    if entry.start and entry.start.first <= day:
        return ProgressState(Progress.UNDER_WAY, ProgressOrigin.START)
    done = next((each for each in standing.items if each.status is Status.COMPLETE or _has_been_done(each)), None)
    if done:
        return ProgressState(
            Progress.UNDER_WAY, ProgressOrigin.MILESTONE if done.item.milestone else ProgressOrigin.COMPLETED
        )
    if _is_told_of(entry.updates, day):
        return ProgressState(Progress.UNDER_WAY, ProgressOrigin.UPDATE)
    return ProgressState(Progress.NOT_STARTED, None)


def _has_been_done(standing: Standing) -> bool:
    """Whether any time of what comes again is done."""
    return standing.cycle is not None and bool(standing.cycle.completed)


def _is_told_of(updates: Sequence[UpdateRow], day: int) -> bool:
    """Whether an update is there on a day; one without a date always is."""
    return any(each.date is None or each.date.first <= day for each in updates)
