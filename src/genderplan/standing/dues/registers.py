"""Dues of registers: when an item is looked at again, on a date or so long after the last time."""

from collections.abc import Iterator

from genderplan.plan.reviews import ItemReview, item_reviews
from genderplan.standing.days import StatusDay
from genderplan.standing.dues.rows import DueKind, OtherDue, Sought


def reviews_of_registers(sought: Sought) -> Iterator[OtherDue]:
    """The next review of each item that says when it is; nothing that is to be done after that one is known yet."""
    for standings in sought.standings:
        day = standings.day
        for review in item_reviews(standings.plan):
            if sought.holds(review.date, day):
                yield _due(review, day)


def _due(review: ItemReview, day: StatusDay) -> OtherDue:
    register, item, date = review
    relevance = tuple((each.section, each.priority) for each in item.relevance)
    return OtherDue(
        kind=DueKind.REVIEW,
        id=item.full_id(),
        title=item.title,
        plan=register.plan,
        leads=item.leads,
        date=date,
        status=day.open_status(date),
        day=day.ordinal,
        file=register.file,
        line=item.line,
        of=register.title,
        note=", ".join(" ".join(filter(None, each)) for each in relevance) or None,
        tags=(*register.tags, *item.tags),
        relevance=relevance,
    )
