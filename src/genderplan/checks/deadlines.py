"""Dates against the status date."""

from collections.abc import Iterator

from genderplan.analysis.standing import Item, Status
from genderplan.checks.context import Context
from genderplan.findings import Finding, Position, finding
from genderplan.model.dates import PlanDate
from genderplan.plan.rows import EntryRow, MilestoneRow


def overdue(context: Context) -> Iterator[Finding]:
    """GP401: overdue: the last day of the due date is before the status date, and it is not complete.

    Complete it, cancel it, or have a new date agreed.
    """
    for standings in context.standings:
        for item in standings.items:
            if item.standing.status is Status.OVERDUE:
                days = item.standing.days_overdue
                message = f"overdue by {days} {'day' if days == 1 else 'days'} (due {item.due}): {item.title}"
                yield finding("GP401", _one_line(message), item.entry.file, due_place(item), entry=item.id)


def due_place(item: Item) -> Position:
    """Where the due date of an item stands, or the forecast where there is none."""
    if item.milestone is None:
        return item.entry.at("due" if item.entry.due else "end")
    field = "due" if item.milestone.due or not item.milestone.forecast else "forecast"
    return item.entry.at("milestones", item.entry.milestones.index(item.milestone), field)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def forecast_in_the_past(context: Context) -> Iterator[Finding]:
    """GP402: a forecast that has passed while the milestone is open.

    A forecast is what is expected now; one whose last day is before the status date is expected no longer.
    """
    for standings in context.standings:
        for item in standings.items:
            milestone = item.milestone
            if milestone is None or milestone.forecast is None:
                continue
            is_open = item.standing.status not in {Status.COMPLETE, Status.CANCELLED}
            if is_open and milestone.forecast.last < standings.as_of.ordinal:
                at = item.entry.milestones.index(milestone)
                message = f"the forecast {milestone.forecast} has passed"
                place = item.entry.at("milestones", at, "forecast")
                yield finding("GP402", message, item.entry.file, place, entry=item.id)


def completed_in_the_future(context: Context) -> Iterator[Finding]:
    """GP403: completed after the status date.

    A completion dated after the status date has not happened yet; until then the milestone counts as open.
    """
    for standings in context.standings:
        for entry in standings.plan.entries:
            for date, milestone, place in _completions(entry):
                if not standings.has_happened(date):
                    message = f"completed {date}, after the status date {standings.as_of.day}"
                    owner = entry.full_id(milestone)
                    yield finding("GP403", message, entry.file, entry.at(*place), entry=owner)


def _completions(entry: EntryRow) -> Iterator[tuple[PlanDate, MilestoneRow | None, tuple[str | int, ...]]]:
    if entry.completed is not None:
        yield entry.completed, None, ("completed",)
    for index, milestone in enumerate(entry.milestones):
        if milestone.completed is not None:
            yield milestone.completed, milestone, ("milestones", index, "completed")


def pinned_status_date(context: Context) -> Iterator[Finding]:
    """GP404: a status date pinned in an approved plan.

    With `status_date` in plan.yaml time stands still: nothing becomes overdue. That serves a draft or a plan
    kept for the record; one that is being carried out is judged by the day.
    """
    for plan in context.plans:
        if plan.state == "approved" and plan.status_date is not None:
            place = plan.places.position(("status_date",))
            message = f"the status date is pinned to {plan.status_date} in an approved plan"
            yield finding("GP404", message, plan.file, place, hint="remove it, and use --as-of for another day")
