"""Items of a plan: an entry, or a milestone of it. What is promised, moved, done or cancelled is one of these."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import Position
from genderplan.kinds.entry.part_rows import CancelledRow, DependencyRow, RevisionRow, UpdateRow
from genderplan.kinds.entry.particular_rows import RequestRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.source.places import Path

AGREED_FIELDS = ("start", "end", "due", "until")
"""The fields that hold what was agreed, in the order of a file: an entry may have each, a milestone has the last two.

`forecast`, `completed` and `cancelled` tell how it goes.
"""
_AGREED_OF_MILESTONES = AGREED_FIELDS[2:]

Key: TypeAlias = tuple[str, str | None]
"""An item by its bare ids: its entry's, and its own where it is a milestone."""


class Item(NamedTuple):
    """An entry, or (where there is one) the milestone of it; as a plan has it, a baseline, or a commit."""

    entry: EntryRow
    milestone: MilestoneRow | None = None

    @property
    def row(self) -> EntryRow | MilestoneRow:
        """What tells of it alone."""
        return self.milestone or self.entry

    @property
    def id(self) -> str:
        """`plan/entry`, or `plan/entry#milestone`."""
        return f"{self.entry.plan}/{self.id_in_plan}"

    @property
    def id_in_plan(self) -> str:
        """`entry`, or `entry#milestone`."""
        return f"{self.entry.id}#{self.milestone.id}" if self.milestone else self.entry.id

    @property
    def key(self) -> Key:
        """Its bare ids: a plan may have had another."""
        return self.entry.id, self.milestone.id if self.milestone else None

    @property
    def former_keys(self) -> Iterator[Key]:
        """What it may have been called before, by its own `renamed_from` or by its entry's."""
        if self.milestone is None:
            yield from ((name, None) for name in self.entry.renamed_from)
            return
        for name in self.milestone.renamed_from:
            elsewhere, _, bare = name.rpartition("#")
            yield elsewhere or self.entry.id, bare
        yield from ((name, self.milestone.id) for name in self.entry.renamed_from)

    @property
    def title(self) -> str:
        return self.row.title

    @property
    def leads(self) -> tuple[str, ...]:
        """Who answers for it: a milestone's own leads, else its entry's."""
        return (self.milestone.leads if self.milestone else ()) or self.entry.leads

    @property
    def due(self) -> PlanDate | None:
        """The date by which it is to be done: a milestone's `due`, an entry's own date."""
        return self.milestone.due if self.milestone else self.entry.own_date

    @property
    def due_field(self) -> str:
        """The key of that date."""
        return "due" if self.milestone else self.entry.own_field

    @property
    def forecast(self) -> PlanDate | None:
        """What its lead expects now."""
        return self.row.forecast

    @property
    def agreed(self) -> Mapping[str, PlanDate]:
        """Its agreed dates by their fields."""
        row = self.row
        return {field: date for field in self.agreed_fields if (date := getattr(row, field))}

    @property
    def agreed_fields(self) -> tuple[str, ...]:
        """The fields that hold what was agreed, of those that it can have."""
        return _AGREED_OF_MILESTONES if self.milestone else AGREED_FIELDS

    @property
    def dates(self) -> Mapping[str, PlanDate | Length | None]:
        """Every date that it can have, by its field, and how often it comes again.

        `completed@2025-Q1` is when that time of it was done.
        """
        row = self.row
        fields = (*self.agreed_fields, "forecast", "completed")
        cancelled = row.cancelled.date if row.cancelled else None
        times = {f"completed@{when}": done for when, done in row.cycle.completed} if row.cycle else {}
        dates = {field: getattr(row, field) for field in fields}
        return {**dates, "every": row.cycle.every if row.cycle else None, "cancelled": cancelled, **times}

    @property
    def completed(self) -> PlanDate | None:
        """When it was marked completed itself."""
        return self.row.completed

    @property
    def cancelled(self) -> CancelledRow | None:
        """That it was cancelled by itself."""
        return self.row.cancelled

    @property
    def is_closed(self) -> bool:
        """Whether it, or its entry, is marked completed or cancelled, of whatever day."""
        return self.is_settled or (self.milestone is not None and Item(self.entry).is_settled)

    @property
    def is_settled(self) -> bool:
        """The same of it alone; of what comes again whether it ends, and each time is done or skipped."""
        row = self.row
        return bool(row.completed or row.cancelled or (row.cycle and row.cycle.is_over(row.due)))

    def last_completed(self, day: int | None = None) -> PlanDate | None:
        """When it was done, of what comes again for the last time; by a day, as an ordinal, where one is given."""
        if self.row.cycle:
            return self.row.cycle.last_completed(self.row.due, day)
        done = self.row.completed
        return done if done and (day is None or done.first <= day) else None

    @property
    def open_due(self) -> PlanDate | None:
        """Its due date; of what comes again that of the earliest time that is neither done nor skipped."""
        cycle = self.row.cycle
        return self.occurrence(cycle.first_open(self.row.due)) if cycle and self.row.due else self.due

    def occurrence(self, number: int) -> PlanDate | None:
        """The date of one of the times that it comes, by its number from 0; what comes once has the first alone."""
        if self.row.cycle:
            return self.row.cycle.over(self.row.due).occurrence(number)
        return self.due if number == 0 else None

    @property
    def duration(self) -> Length | None:
        """How long the work on a milestone takes."""
        return self.milestone.duration if self.milestone else None

    @property
    def depends_on(self) -> tuple[DependencyRow, ...]:
        """What it waits for; an entry waits for nothing by itself."""
        return self.milestone.depends_on if self.milestone else ()

    @property
    def revisions(self) -> tuple[RevisionRow, ...]:
        return self.row.revisions

    @property
    def requested(self) -> RequestRow | None:
        """The extension that is asked for and not yet agreed."""
        return self.row.requested

    @property
    def path(self) -> Path:
        """The way to its mapping in its file."""
        return (*self.entry.path, "milestones", self.milestone.number) if self.milestone else self.entry.path

    def at(self, *path: str | int) -> Position:
        """Where a value of it stands, or itself."""
        if not path:
            return self.row.position
        place = ("milestones", self.milestone.number) if self.milestone else ()
        return self.entry.at(*place, *path)


def completion_of(entry: EntryRow, day: int) -> PlanDate | None:
    """When an entry that is complete on a day was: as it is marked, else when the last of its milestones was."""
    own = Item(entry).last_completed(day)
    done = filter(None, (Item(entry, each).last_completed(day) for each in entry.milestones))
    return own or max(done, key=lambda date: date.last, default=None)


def milestone_items(entries: Iterable[EntryRow]) -> Iterator[Item]:
    """Each milestone with its entry, in order."""
    for entry in entries:
        for milestone in entry.milestones:
            yield Item(entry, milestone)


def all_items(entries: Iterable[EntryRow]) -> Iterator[Item]:
    """Each entry, and behind it its milestones."""
    for entry in entries:
        yield Item(entry)
        yield from (Item(entry, milestone) for milestone in entry.milestones)


class EntryEvents(NamedTuple):
    """What is told in entries, and in their milestones, that most do not tell.

    `newest` are by their bare ids those with dated revisions, updates or extensions asked for, each with the last day,
    as an ordinal, of which one tells (what is dated to the month counts from its first day); `steps` those in which an
    extension is asked for, or something goes to a board.
    """

    newest: Mapping[str, int]
    steps: tuple[EntryRow, ...]


def events_in(entries: Iterable[EntryRow]) -> EntryEvents:
    """All of it in one pass: most entries tell nothing of the kind, and there may be many."""
    newest, steps = {}, []
    for entry in entries:
        events: tuple[UpdateRow | RevisionRow | RequestRow, ...] = entry.updates
        if entry.revisions:
            events += entry.revisions
        requested = entry.particulars and entry.particulars.requested
        has_steps = requested is not None
        if requested:
            events += (requested,)
        for each in entry.milestones:
            if each.revisions:
                events += each.revisions
            if each.requested:
                events += (each.requested,)
                has_steps = True
            elif each.goes_to:
                has_steps = True
        if has_steps:
            steps.append(entry)
        if events and (latest := _latest(events)):
            newest[entry.id] = latest
    return EntryEvents(newest, tuple(steps))


def _latest(events: Iterable[UpdateRow | RevisionRow | RequestRow]) -> int:
    """The last first day of some events' dates, as an ordinal; 0 where none has a date."""
    latest = 0
    for each in events:
        date = each.date
        if date and date.first > latest:
            latest = date.first
    return latest


class Entries:
    """Entries by their bare ids, of a plan as of a baseline."""

    entries: tuple[EntryRow, ...]

    @cached_property
    def events(self) -> EntryEvents:
        return events_in(self.entries)

    @cached_property
    def by_id(self) -> Mapping[str, EntryRow]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def milestones_by_id(self) -> Mapping[Key, Item]:
        """Milestones by the bare ids of their entries and their own."""
        return {(entry.id, each.id): Item(entry, each) for entry in self.entries for each in entry.milestones}

    def item(self, key: Key) -> Item | None:
        """What has an id; only the milestones of entries that are asked for are ever laid out by theirs."""
        name, milestone = key
        entry = self.by_id.get(name)
        if entry is None or milestone is None:
            return None if entry is None else Item(entry)
        if name not in self._milestones_of:
            self._milestones_of[name] = {each.id: Item(entry, each) for each in entry.milestones}
        return self._milestones_of[name].get(milestone)

    @cached_property
    def _milestones_of(self) -> dict[str, Mapping[str, Item]]:
        return {}
