"""`status`: where plans stand, what is overdue, what is due next, and what slipped."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.page.words import date_in_words, length_in_words
from genderplan.reports.status.measures.records import Measures
from genderplan.reports.status.objectives import Remainder, objectives_of, remainders_of
from genderplan.reports.status.progress import LeadStatement, ProgressCounts, is_told, progress_counts, said_of
from genderplan.standing.records.items import MilestoneRecord, PlanLabel, Tally
from genderplan.standing.records.plans import ObjectiveRecord
from genderplan.standing.records.recording import item_record, tally
from genderplan.standing.selection import Chosen, Selection, rag_of_all, told_once
from genderplan.standing.standings import Rag, Standing, Standings, Status


class ProjectsStatus(NamedTuple):
    """What the projects of a plan come to."""

    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    counts: Tally
    """How many entries, and how many milestones, have each status: each once, done or not."""


class PlanStatus(NamedTuple):
    """One plan on its status date.

    `overdue` has the longest overdue first, `due` the soonest, `slipped` the most late against the baseline.
    `measures` are worked out where they are asked for.
    """

    id: str
    """The id."""
    title: str
    """The title, in the words of the document."""
    state: str | None
    """draft, approved or closed."""
    as_of: PlanDate
    """The status date: the day on which the plan is judged."""
    as_of_from: str
    """Where the status date comes from: option, environment, plan or today."""
    baseline: str | None
    """The name of the newest baseline; null where the plan has none."""
    tolerance: Length | None
    """How much later than the baseline a date may be and not be red."""
    rag: Rag | None
    """red, amber, green, or blue for complete; the worst of its parts; null where there is none."""
    counts: Tally
    """How many entries, and how many milestones, have each status: each once, done or not."""
    objectives: tuple[ObjectiveRecord, ...]
    """The objectives, in the plan's order."""
    projects: ProjectsStatus
    """What the projects come to."""
    overdue: tuple[MilestoneRecord, ...]
    """What is overdue, the earliest first."""
    due: tuple[MilestoneRecord, ...]
    """What is due next, the soonest first."""
    slipped: tuple[MilestoneRecord, ...]
    """What is later than was agreed last, in the newest baseline or since, the most late first."""
    measures: Measures | None = None
    """The measures of delivery; null where they were not asked for."""
    progress: ProgressCounts | None = None
    """How many of its actions and projects are how far, as their updates say or as follows from what is known."""

    @property
    def label(self) -> PlanLabel:
        """The plan and its day, as every output names them."""
        return PlanLabel(self.id, self.title, self.as_of, self.as_of_from)


class PlanWindow(NamedTuple):
    """What a reader of a plan's status is told beside it.

    `due_soon` is how far ahead things are due, or up to `until` where that was asked for; `compared` of how many dates
    the finish is held against one that was agreed, and `late` how many of them are later, `approved` how many of those
    dates were approved since the baseline; `taken` is when that was; `counted` is the kind of all its entries, None
    where there are both or none; `is_filtered_out` whether filters leave nothing of it; `is_told` whether an update
    says how far one of its entries is, and `said` what the leads of entries say, by the ids of these.
    """

    due_soon: Length
    compared: int
    late: int
    approved: int
    taken: PlanDate | None
    counted: str | None
    remainders: tuple[Remainder, ...]
    is_filtered_out: bool
    is_told: bool
    said: Mapping[str, LeadStatement]
    until: PlanDate | None = None

    @property
    def ahead(self) -> str:
        """How far ahead things are due, in words: `in 30 days`, `by 5 Jun 2008`."""
        return f"by {date_in_words(self.until)}" if self.until else f"in {length_in_words(self.due_soon)}"


class StatusReport(NamedTuple):
    """Where each plan stands, and beside it what its lists were measured by."""

    plans: tuple[PlanStatus, ...]
    windows: tuple[PlanWindow, ...]


def status(standings: Sequence[Standings], selection: Selection, until: PlanDate | None = None) -> StatusReport:
    """Where the selected parts of plans stand; once anything is filtered, the objectives of which something passes.

    `until` is a date up to which all that falls due is due in them, where one was asked for.
    """
    chosen = [(each, tuple(selection.chosen(each))) for each in standings]
    return StatusReport(
        tuple(_plan_status(each, found, selection) for each, found in chosen),
        tuple(_window(each, found, selection)._replace(until=until) for each, found in chosen),
    )


def _window(standings: Standings, chosen: Sequence[Chosen], selection: Selection) -> PlanWindow:
    baseline = standings.plan.baseline
    kinds = {each.standing.entry.kind for each in chosen if each.is_whole}
    awaited = [
        standing
        for each in chosen
        for standing in each.items
        if standing.variance is not None and standing.status is not Status.CANCELLED
    ]
    return PlanWindow(
        due_soon=standings.plan.due_soon,
        compared=len(awaited),
        late=sum(map(_is_late, awaited)),
        approved=sum(standing.approved is not None for standing in awaited),
        taken=baseline.taken if baseline else None,
        counted=kinds.pop() if len(kinds) == 1 else None,
        remainders=tuple(remainders_of(standings, chosen)),
        is_filtered_out=selection.is_narrowed and not chosen,
        is_told=is_told(chosen),
        said=said_of(chosen),
    )


def _plan_status(standings: Standings, chosen: Sequence[Chosen], selection: Selection) -> PlanStatus:
    plan, as_of = standings.plan, standings.as_of
    found = [standing for each in chosen for standing in each.items]
    projects = [each for each in chosen if each.standing.entry.kind == "project"]
    return PlanStatus(
        id=plan.id,
        title=plan.title,
        state=plan.state,
        as_of=as_of.day,
        as_of_from=as_of.origin,
        baseline=plan.baseline.name if plan.baseline else None,
        tolerance=plan.tolerance,
        rag=rag_of_all(chosen),
        counts=tally(chosen),
        objectives=tuple(objectives_of(standings, chosen, selection)),
        projects=ProjectsStatus(rag_of_all(projects), tally(projects)),
        overdue=_records(found, Status.OVERDUE),
        due=_records(found, Status.DUE),
        slipped=tuple(map(item_record, sorted(_late(found), key=_lateness, reverse=True))),
        progress=progress_counts(chosen),
    )


def _records(standings: Iterable[Standing], status: Status) -> tuple[MilestoneRecord, ...]:
    """The items of a status, the earliest due first."""
    found = told_once([standing for standing in standings if standing.status is status])
    return tuple(map(item_record, sorted(found, key=_last_day)))


def _last_day(standing: Standing) -> int:
    return standing.due.last if standing.due else 0


def _late(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """The items that slipped; an own date is not told beside a milestone that says the same."""
    return told_once(list(filter(_is_late, standings)))


def _is_late(standing: Standing) -> bool:
    """Whether an item counts as slipped; one that is cancelled is no longer awaited."""
    late = standing.variance
    return late is not None and late.is_late and standing.status is not Status.CANCELLED


def _lateness(standing: Standing) -> tuple[int, int]:
    return standing.variance.size if standing.variance else (0, 0)
