"""Updates since a day, or since a baseline was taken."""

from collections.abc import Callable, Iterable

from genderplan.dates.forms import DateError, parse_date
from genderplan.errors import UsageError
from genderplan.plan.plans import Plan
from genderplan.reports.list.result import Listing
from genderplan.standing.updates import UpdateRecord


def told_since(listing: Listing, text: str, plans: Iterable[Plan]) -> Listing:
    """The updates from the first day of a date on, or after the day on which a baseline of their plan was taken.

    `baseline:` may stand before a baseline. What has no date is told at no time. Raises UsageError where the text is
    neither a date nor a baseline that is dated.
    """
    is_since = _by_date(text) or _by_baseline(text, plans)
    updates = [each for each in listing.records if isinstance(each, UpdateRecord)]
    return listing._replace(records=tuple(each for each in updates if is_since(each)))


_Test = Callable[[UpdateRecord], bool]


def _by_date(text: str) -> _Test | None:
    try:
        first = parse_date(text).first
    except DateError:
        return None
    return lambda each: each.date is not None and each.date.last >= first


def _by_baseline(text: str, plans: Iterable[Plan]) -> _Test:
    found = {plan.id: plan.baseline_named(text.removeprefix("baseline:")) for plan in plans}
    taken = {plan: then.taken.last for plan, then in found.items() if then and then.taken}
    if not taken:
        raise UsageError(
            f"--since {text}: it is neither a date nor a board, nor a baseline of which it is known when it was taken"
        )
    return lambda each: each.plan in taken and each.date is not None and each.date.last > taken[each.plan]
