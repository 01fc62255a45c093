"""Changes since an earlier state in words: what the screen and the page of `status --since` both say."""

from collections.abc import Iterable, Mapping

from genderplan.dates.forms import PlanDate
from genderplan.page.words import counted, date_in_words, one_line, reason_in_words
from genderplan.reports.slippage.result import BaselineLabel, Move
from genderplan.reports.slippage.words import Reasons, approvals_in_words, in_short
from genderplan.reports.status.since.news import MoveReasons
from genderplan.reports.status.since.result import Since
from genderplan.standing.rag import Status
from genderplan.standing.records.items import MilestoneRecord


def reasons_in_words(reasons: Iterable[MoveReasons], moves: Iterable[Move], names: Mapping[str, str]) -> Reasons:
    """Each revision of a date in words, the oldest first; of a date without one, by whom the new one was approved."""
    told = {(each.id, each.field): [reason_in_words(why, names) for why in each.revisions] for each in reasons}
    return {**approvals_in_words(moves, names), **told}


def since_in_words(then: BaselineLabel) -> str:
    """`since HEAD~1 of 3 Nov 2003: The draft of Appendix 3`."""
    day = f" of {date_in_words(then.taken)}" if then.taken else ""
    subject = f": {one_line(then.title)}" if then.title else ""
    return f"since {then.name}{day}{subject}"


def day_of_change(record: MilestoneRecord) -> PlanDate | None:
    """When something was done, or cancelled where that is told; of what is overdue by when it was due."""
    if record.status is Status.CANCELLED:
        return record.cancelled.date if record.cancelled else None
    return record.completed or record.awaited


def changes_in_short(found: Since) -> str:
    """What changed since then, in numbers."""
    moved = in_short(found.comparison.totals)
    if found.completed is None or found.newly_overdue is None:
        unknown = (
            "What was completed or has become overdue since is not known, as the baseline has no day on which it was"
        )
        return f"{moved} {unknown} taken."
    numbers = (
        f"{len(found.completed)} completed",
        f"{len(found.newly_overdue)} newly overdue",
        f"{len(found.cancelled)} cancelled" if found.cancelled else "",
        counted(len(found.updates), "update") if found.updates else "",
    )
    return f"{', '.join(filter(None, numbers))}. {moved}"


def next_in_words(found: Since) -> tuple[str, str]:
    """What to run next, and what it tells."""
    if found.told_by == "dates":
        return f"list updates --plan {found.plan}", "all that was ever reported"
    return f"slippage --plan {found.plan} --against {found.since.name}", "the dates alone"
