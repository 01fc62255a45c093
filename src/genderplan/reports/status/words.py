"""Sentences of `status`: what its screen and its page both say."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from genderplan.page.words import (
    approval_in_words,
    as_of_in_words,
    baseline_in_words,
    command_in_words,
    counted,
    date_in_words,
    length_in_words,
    sentence,
)
from genderplan.reports.status.progress import progress_in_words, statement_in_words
from genderplan.reports.status.result import PlanStatus, PlanWindow
from genderplan.standing.rag import OPEN_WORST_FIRST
from genderplan.standing.records.items import MilestoneRecord, Tally
from genderplan.standing.standings import Rag, Status

Part: TypeAlias = tuple[str, Rag | None, Tally]
"""What the table has a row for: its title, its RAG, its counts."""

NOUNS = {"action": "actions", "project": "projects", None: "actions"}
"""What the entries of a plan are called by the kind of them all; a mixture goes by its actions."""


def facts_in_words(plan: PlanStatus, window: PlanWindow) -> tuple[str, str, str]:
    """The day, the baseline and the tolerance; when the baseline was taken where that was after the status date."""
    baseline = baseline_in_words(plan.baseline)
    if plan.baseline and window.taken and window.taken.first > plan.as_of.last:
        baseline += f", taken only on {date_in_words(window.taken)}"
    return as_of_in_words(plan.label), baseline, f"tolerance {length_in_words(plan.tolerance)}"


def parts_of(plan: PlanStatus, window: PlanWindow) -> list[Part]:
    """Objectives, what stands under none, and the whole."""
    objectives = [(each.title, each.rag, each.counts) for each in plan.objectives]
    return [*objectives, *window.remainders, ("All", plan.rag, plan.counts)]


def statuses_of(plan: PlanStatus) -> Sequence[Status]:
    """The statuses that have a column; cancelled only where something was."""
    return (*OPEN_WORST_FIRST, *([Status.CANCELLED] if plan.counts.entries[Status.CANCELLED] else []))


def sets_in_words(plan: PlanStatus, window: PlanWindow, head: Callable[[str], str]) -> str:
    """Which sets the table counts, under heads that are written by `head`."""
    entries = NOUNS[window.counted]
    what = f"{entries}, projects among them," if is_mixed(plan, window) else entries
    cancelled = plan.counts.milestones[Status.CANCELLED]
    less = f" ({counted(cancelled, 'milestone')} cancelled)" if cancelled else ""
    return (
        f"{sentence(what)} and milestones are counted once each, done or not{less}; "
        f"{head(Status.OVERDUE)} to {head(Status.UNDATED)} count {entries}."
    )


def is_mixed(plan: PlanStatus, window: PlanWindow) -> bool:
    """Whether it has actions and projects."""
    return window.counted is None and any(plan.counts.entries.values())


def slipped_in_words(window: PlanWindow) -> str:
    """How many dates are late, of how many."""
    return f"{window.late or 'none'} of {counted(window.compared, 'date')} of milestones, actions and projects"


def statements_in_words(window: PlanWindow, names: Mapping[str, str]) -> Mapping[str, str]:
    """What the leads of entries say, by the ids of these, with organisations by their names."""
    return {entry: statement_in_words(each, names) for entry, each in window.said.items()}


def slip_note(record: MilestoneRecord, said: Mapping[str, str], names: Mapping[str, str]) -> str:
    """What stands under a slip: by whom the date was approved that it is held against, and what the lead says."""
    approved = approval_in_words(record.approved, names) if record.approved else ""
    return "; ".join(filter(None, (approved, said.get(record.entry, ""))))


def told_progress(plan: PlanStatus, window: PlanWindow) -> str:
    """How far the entries are, where an update says so; nothing where the table tells as much."""
    if not window.is_told or not plan.progress:
        return ""
    noun = "actions and projects" if is_mixed(plan, window) else NOUNS[window.counted]
    return progress_in_words(plan.progress, noun)


def told_once_in_words(plan: PlanStatus, window: PlanWindow) -> str:
    """How many slips the list leaves out, as a milestone tells of them; nothing for none."""
    own = window.late - len(plan.slipped)
    they = "date of an action or project says" if own == 1 else "dates of actions and projects say"
    return f"{own} own {they} the same as a milestone" if own > 0 else ""


def approved_in_words(window: PlanWindow) -> str:
    """How many dates were agreed anew; nothing for none."""
    are = "date is" if window.approved == 1 else "dates are"
    return f"{window.approved} {are} held against one approved since" if window.approved else ""


def command_of(name: str, plan: PlanStatus, options: str = "") -> str:
    """A command that goes on from here, on the same day."""
    return command_in_words(" ".join(filter(None, (name, f"--plan {plan.id}", options))), plan.label)


def next_in_words(plan: PlanStatus) -> tuple[str, str]:
    """What to run next, and what it tells: the command that says most about the worst there is."""
    if plan.overdue:
        return command_of("check", plan), "every date that is not kept, with its file and line"
    if plan.slipped:
        return command_of("slippage", plan), "what moved since the baseline"
    return command_of("timeline", plan), "the plan on a time axis"
