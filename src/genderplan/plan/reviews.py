"""Reviews of what stands in registers: when each item is to be looked at next, as far as its file tells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.cycles import Cycle
from genderplan.dates.forms import PlanDate
from genderplan.plan.plans import Plan

if TYPE_CHECKING:
    from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow, ReviewRuleRow


class ItemReview(NamedTuple):
    """The next review of an item of a register."""

    register: "RegisterRow"
    item: "RegisterItemRow"
    date: PlanDate


def next_review(review: "ReviewRuleRow | None") -> PlanDate | None:
    """When something is to be looked at next: the date that is given, else so long after the last time.

    What is so long after a month is a month, and after a day a day. None where nobody said when it was looked at last,
    or how often that is to be: a rule without an anchor gives no date.
    """
    if review is None or review.every is None:
        return review.date if review else None
    return Cycle(review.every, review.last).occurrence(1)


def item_reviews(plan: Plan) -> Iterator[ItemReview]:
    """The next review of each item of a plan's registers that has one, in the order of the files."""
    for register in plan.registers:
        for item in register.items:
            date = next_review(item.review)
            if date is not None:
                yield ItemReview(register, item, date)
