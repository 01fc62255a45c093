"""Records of the JSON contract: one class for each noun, its fields the contract's, in their order.

Here are those of entries and of what every document has; those of plans, indicators and frameworks stand beside them.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance, difference
from genderplan.kinds.entry.cost_rows import CostRow
from genderplan.kinds.entry.part_rows import CancelledRow, PartnerRow, SourceRow, UpdateRow
from genderplan.kinds.entry.particular_rows import HandoverRow, PointerRow, RequestRow, ReviewRow
from genderplan.kinds.shared.answer_rows import AnswerRow
from genderplan.kinds.shared.support_rows import DriverRow, SupportRow
from genderplan.plan.approval import Approval
from genderplan.standing.cycles import Occurrence
from genderplan.standing.progress import Progress, ProgressOrigin, SaidRag
from genderplan.standing.standings import (
    Counts,
    Rag,
    Status,
)

VERSIONS: Mapping[str, int] = {"status": 2, "plans": 2, "plan": 2, "objectives": 2}
"""The versions of the JSON documents by the names that their formats end in; of those not named it is 1."""


class Tally(NamedTuple):
    """How many entries and how many milestones have each status: each once, done or not.

    An entry's own date is no milestone.
    """

    entries: Counts
    """Of the actions and projects, each by its own status."""
    milestones: Counts
    """Of their milestones; an entry's own date is none."""


class DependencyRecord(NamedTuple):
    milestone: str
    """The milestone's full id."""
    lag: Length | None
    """How long after the milestone at the earliest."""


class MilestoneRecord(NamedTuple):
    plan: str
    """The plan's id."""
    entry: str
    """The entry's id in its plan."""
    kind: str
    """action or project."""
    milestone: str | None
    """The milestone's id in its entry; null where the record is of an entry's own date."""
    id: str
    """The full id: plan/entry#milestone, or plan/entry for an entry's own date."""
    title: str
    """The title, in the words of the document."""
    objective: str | None
    """The id of its objective."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    inputs: tuple[str, ...]
    """What is needed: organisations' ids, or words."""
    partners: tuple[PartnerRow, ...]
    """Who works on it too: organisations, roles, or both."""
    groups: tuple[str, ...]
    """The people served, in words."""
    due: PlanDate | None
    """The date that is agreed; of what comes again the first."""
    forecast: PlanDate | None
    """When the lead expects it, where that differs from the due date."""
    completed: PlanDate | None
    """When it was done; of what comes again when it was done last."""
    cancelled: CancelledRow | None
    """That it will not be done; null otherwise."""
    finish: PlanDate | None
    """When it was done, else when the lead expects it, else when it is due."""
    duration: Length | None
    """How long it takes, where no date is given."""
    status: Status | None
    """Where it stands on the status date; null in a baseline."""
    days_overdue: int | None
    """Days since the last day of the due date; null unless overdue."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    depends_on: tuple[DependencyRecord, ...]
    """The milestones that it waits for."""
    baseline_due: PlanDate | None
    """The due date in the newest baseline."""
    variance_months: int | None
    """Months from the one date's last day to the other's; positive is late."""
    variance_days: int | None
    """Days from the one date's last day to the other's; positive is late."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""
    entry_title: str
    """The title of its action or project."""
    judged_by: PlanDate | None
    """The date that was agreed last, and that the finish is held against; null where there is none."""
    approved: Approval | None
    """The newest approval of a new date since the baseline; null where there is none."""

    ref: str | None
    """The number of its action or project in the published document."""
    priority: str | None
    """high, medium or low: that of its action or project."""
    accountable: str | None
    """The id of the organisation that is held to account for its action or project, where that is not the lead."""
    requested: RequestRow | None
    """An extension that is asked for and not yet agreed; null where none is."""
    goes_to: str | None
    """The id of the board that receives it; null of an entry's own date."""

    every: Length | None = None
    """How often it comes again; null where it comes once."""
    until: PlanDate | None = None
    """When it has come for the last time; null where nothing says so."""
    next_due: PlanDate | None = None
    """When the earliest open one of the times that it comes is due; null where none is open, or it comes once."""
    last_due: PlanDate | None = None
    """When the last of the times that it comes is due; null where it does not end, or comes once."""
    occurrences: tuple[Occurrence, ...] = ()
    """Each time that it comes, from the first to the next open one after the status date."""
    earliest: PlanDate | None = None
    """From when on it can be done that has no date itself: when all that it waits for is; null where one has none."""

    @property
    def caption(self) -> str:
        """The title; that of an entry behind its number in the published document."""
        return self.title if self.milestone is not None else self.entry_caption

    @property
    def entry_caption(self) -> str:
        """The title of its action or project, behind its number in the published document."""
        return f"{self.ref} {self.entry_title}" if self.ref else self.entry_title

    @property
    def awaited(self) -> PlanDate | None:
        """The due date that counts: of what comes again that of the earliest open time."""
        return self.next_due or self.due

    @property
    def variance(self) -> Variance | None:
        """The finish variance, with the unit in which it is judged."""
        return difference(self.judged_by, self.finish)


class EntryRecord(NamedTuple):
    """`counts` is of its milestones, each once by its status."""

    plan: str
    """The plan's id."""
    entry: str
    """The entry's id in its plan."""
    kind: str
    """action or project."""
    id: str
    """The full id: plan/entry."""
    title: str
    """The title, in the words of the document."""
    objective: str | None
    """The id of its objective."""
    order: int | None
    """Its place in its objective."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; a milestone's own, else its entry's."""
    inputs: tuple[str, ...]
    """What is needed: organisations' ids, or words."""
    output: str | None
    """What comes out of it."""
    groups: tuple[str, ...]
    """The people served, in words."""
    partners: tuple[PartnerRow, ...]
    """Who works on it too: organisations, roles, or both."""
    start: PlanDate | None
    """When it begins."""
    end: PlanDate | None
    """When it ends."""
    due: PlanDate | None
    """The date that is agreed; of what comes again the first."""
    completed: PlanDate | None
    """When it was done; of what comes again when it was done last."""
    cancelled: CancelledRow | None
    """That it will not be done; null otherwise."""
    status: Status | None
    """Where it stands on the status date; null in a baseline."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    counts: Counts | None
    """How many of its milestones have each status, each once."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""

    forecast: PlanDate | None
    """When the lead expects it, where that differs from its own date."""
    progress: Progress | None
    """not-started, under-way, on-hold, complete, embedded or cancelled on the status date; null in a baseline."""
    progress_from: ProgressOrigin | None
    """What tells it: update, milestone, start or completed; null where nothing does, or where it is cancelled."""
    said_rag: SaidRag | None
    """The lead's own judgement in the newest update up to the status date that has one; null where none has."""
    latest: UpdateRow | None
    """The newest update up to the status date; null where there is none."""
    ref: str | None
    """The number in the published document."""
    success: tuple[str, ...]
    """How one will know that it has worked."""
    accountable: str | None
    """The id of the organisation that is held to account, where it is another than the lead."""
    priority: str | None
    """high, medium or low."""
    due_note: str | None
    """Why there is no date yet."""
    requested: RequestRow | None
    """An extension of its own date that is asked for and not yet agreed; null where none is."""
    evidence: tuple[str, ...]
    """What shows how far it has come: texts or addresses."""
    answers: tuple[AnswerRow, ...]
    """The entries, of this or another plan, that it delivers."""
    continues: tuple[str, ...]
    """The full ids of the entries of earlier plans that it goes on with."""
    see: tuple[PointerRow, ...]
    """Where else to look: entries, or places in documents."""
    handovers: tuple[HandoverRow, ...]
    """Who answered for it before, and who is to."""
    review: PlanDate | None
    """When it is looked at again, once it is finished."""
    reviewed: tuple[ReviewRow, ...]
    """What was found when it was looked at again."""
    supports: tuple[SupportRow, ...]
    """The sections of frameworks that it supports by itself, and how far; not what its objective supports."""
    drivers: tuple[DriverRow, ...]
    """What it is done for: sections of frameworks, or words."""
    indicators: tuple[str, ...]
    """The ids of the indicators by which one will know."""
    cost: tuple[CostRow, ...]
    """What it costs; empty where nothing is said."""

    every: Length | None = None
    """How often it comes again; null where it comes once."""
    until: PlanDate | None = None
    """When it has come for the last time; null where nothing says so."""
    next_due: PlanDate | None = None
    """When the earliest open one of the times that it comes is due; null where none is open, or it comes once."""
    last_due: PlanDate | None = None
    """When the last of the times that it comes is due; null where it does not end, or comes once."""
    occurrences: tuple[Occurrence, ...] = ()
    """Each time that it comes, from the first to the next open one after the status date."""

    @property
    def caption(self) -> str:
        """The title, behind the number in the published document."""
        return f"{self.ref} {self.title}" if self.ref else self.title

    @property
    def awaited(self) -> PlanDate | None:
        """Its own date, `due`, else `end`: of what comes again that of the earliest open time."""
        return self.next_due or self.due or self.end


class PlanLabel(NamedTuple):
    """How every output names a plan and the day on which it was judged."""

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    as_of_from: str
    """Where the status date comes from: option, environment, plan or today."""
