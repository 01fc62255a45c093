"""Dates against the status date."""

from collections.abc import Iterator

from genderplan.checks.context import Context, found_at
from genderplan.findings import Finding, finding
from genderplan.plan.items import Item
from genderplan.standing.rag import CLOSED
from genderplan.standing.selection import told_once
from genderplan.standing.standings import Standings, Status


def overdue(context: Context) -> Iterator[Finding]:
    """GP401: overdue.

    A milestone, or an entry by a date of its own, is neither complete nor cancelled, and the last day of its due date
    has passed: what is due in 2024-12 is overdue from 1 January 2025. The day that counts is the status date, which
    every report names. Where a milestone says the same as its entry's own date, it is told once, at the milestone. What
    comes again is told once too, by the earliest time that is open.

    Mend: say that it is `completed` and when; or have a new date agreed, and write the old one and the reason under
    `revisions`; or cancel it with a reason.
    """
    for standings in context.standings:
        late = [each for each in standings.items if each.status is Status.OVERDUE]
        told = {each.item.id for each in told_once([each for each in late if context.tells_of(each.item)])}
        for item, days, due in ((each.item, each.days_overdue, each.due) for each in late):
            if item.id in told or not context.tells_of(item):
                message = f"overdue by {days} {'day' if days == 1 else 'days'} (due {due}): {item.title}"
                yield found_at(item, "GP401", message, None, due_key(item))


def due_key(item: Item) -> str:
    """The key of the due date of an item, or of its forecast where there is none."""
    return "forecast" if item.forecast and not item.due else item.due_field


def forecast_in_the_past(context: Context) -> Iterator[Finding]:
    """GP402: a forecast in the past.

    A forecast is the day on which the lead expects a milestone or an entry now. Its last day has passed and what it is
    of is open, so nobody expects that any more, and every report that counts with it is too hopeful.

    Mend: ask the lead for a new forecast, or write down when it was `completed`.
    """
    for standings in context.standings:
        for item, status in _with_forecast(standings):
            is_open = status not in CLOSED
            if is_open and item.forecast and item.forecast.last < standings.as_of.ordinal:
                message = f"the forecast {item.forecast} has passed"
                yield found_at(item, "GP402", message, None, "forecast")


def _with_forecast(standings: Standings) -> Iterator[tuple[Item, Status]]:
    """Entries and milestones that are expected on another day, and where they stand."""
    for standing in standings.entries:
        if standing.entry.forecast:
            yield Item(standing.entry), standing.status
        for each in standing.items:
            if each.item.milestone and each.item.forecast:
                yield each.item, each.status


def pinned_status_date(context: Context) -> Iterator[Finding]:
    """GP404: status date pinned in an approved plan.

    With a `status_date` in plan.yaml time stands still, and nothing becomes overdue. That serves a draft, or a plan
    kept for the record; of one that is being carried out, a board would be told that all is well.

    Mend: remove `status_date`. For a report on another day there is `--as-of`. A change that is held against what was
    there before (`--against`) says why, by an acceptance of GP510 at plan.yaml.
    """
    for plan in context.plans:
        if plan.state == "approved" and plan.status_date is not None:
            place = plan.places.position(("status_date",))
            message = f"the status date is pinned to {plan.status_date} in an approved plan"
            yield finding("GP404", message, plan.file, place, hint="remove it, and use --as-of for another day")
