"""Rows of what falls due: one of a kind for whatever it comes from, and where all that is found is looked for."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.plan.plans import Tree
from genderplan.standing.days import StatusDay
from genderplan.standing.rag import Status
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standing, Standings


class DueKind(StrEnum):
    """What falls due; the order is that of reports."""

    ACTION = "action"
    PROJECT = "project"
    MILESTONE = "milestone"
    REPORT = "report"
    DECISION = "decision"
    REVIEW = "review"
    VALUE = "value"
    DUTY = "duty"
    PUBLICATION = "publication"


class ItemDue:
    """A milestone, or an entry's own date, that falls due, or has: where it stands tells all but when.

    `day` is the status date, an ordinal; `time` which of the times of what comes again it is, by the date of that.
    """

    __slots__ = ("date", "day", "standing", "status", "time")

    note: str | None = None
    relevance: tuple[tuple[str, str | None], ...] = ()
    revisions = 0
    first_id: str | None = None

    def __init__(
        self, standing: Standing, date: PlanDate, status: Status, day: int, time: PlanDate | None = None
    ) -> None:
        self.standing = standing
        self.date = date
        self.status = status
        self.day = day
        self.time = time

    @property
    def kind(self) -> DueKind:
        entry, milestone = self.standing.item
        return DueKind.MILESTONE if milestone else DueKind(entry.kind)

    @property
    def id(self) -> str:
        """Its full id; of one time with `@` and the date."""
        name = self.standing.item.id
        return f"{name}@{self.time}" if self.time else name

    @property
    def series(self) -> str | None:
        """The id of what it is one time of; None of what comes once."""
        return self.standing.item.id if self.time else None

    @property
    def title(self) -> str:
        return self.standing.item.title

    @property
    def plan(self) -> str:
        return self.standing.item.entry.plan

    @property
    def leads(self) -> tuple[str, ...]:
        return self.standing.item.leads

    @property
    def file(self) -> str:
        return self.standing.item.entry.file

    @property
    def line(self) -> int:
        return self.standing.item.row.position.line

    @property
    def of(self) -> str | None:
        """Of a milestone what it belongs to, in words."""
        entry, milestone = self.standing.item
        return f"{entry.kind}: {entry.caption}" if milestone else None

    @property
    def ref(self) -> str | None:
        entry, milestone = self.standing.item
        return None if milestone else entry.told.ref

    @property
    def tags(self) -> tuple[str, ...]:
        return self.standing.item.row.tags


class OtherDue(NamedTuple):
    """Something else that falls due on a date, or has, and where it stands on the status date, an ordinal.

    `id` is what commands take where they take anything of its kind; one time of what comes again ends in `@` and the
    date. `of` is what it belongs to, in words. Of what is in a register, `relevance` are the sections that it is
    relevant to, with their priorities; of a report to a board, `revisions` is how often that, or a meeting of the
    board, was put off: its date may be that of one, and of another one later, but the number never falls. Where what
    it is of was called otherwise, `first_id` is the full id that it had first, in the plan as that is called now.
    """

    kind: DueKind
    id: str
    title: str
    plan: str | None
    leads: tuple[str, ...]
    date: PlanDate
    status: Status
    day: int
    file: str
    line: int
    of: str | None = None
    ref: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    relevance: tuple[tuple[str, str | None], ...] = ()
    revisions: int = 0
    first_id: str | None = None

    @property
    def standing(self) -> None:
        """It is no item of a plan."""

    @property
    def series(self) -> str | None:
        """The id of what it is one time of; None of what comes once."""
        name, at, _ = self.id.partition("@")
        return name if at else None


Due: TypeAlias = ItemDue | OtherDue


class Reach(NamedTuple):
    """Days within which the last day of a date lies, as ordinals, both included.

    Without a last one it is in each plan the last day that counts as soon.
    """

    first: int = 1
    last: int | None = None


SOON = Reach()
"""What is overdue, and what is due soon."""


class Sought(NamedTuple):
    """Where dues are looked for, and which: `selection` asks nothing of their status or date.

    Where what `is_open` alone is sought, a source need not make what is done or cancelled.
    """

    tree: Tree
    standings: Sequence[Standings]
    selection: Selection
    reach: Reach
    is_open: bool = False

    def last(self, day: StatusDay) -> int:
        """The last day that counts, for what is judged on a day."""
        return day.soon if self.reach.last is None else self.reach.last

    def holds(self, date: PlanDate | None, day: StatusDay) -> bool:
        """Whether something of a date, judged on a day, is sought."""
        return date is not None and self.reach.first <= date.last <= self.last(day)
