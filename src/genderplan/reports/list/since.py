"""Updates since a day, or since a baseline was taken."""

from collections.abc import Callable, Iterable, Sequence

from genderplan.dates.forms import DateError, parse_date
from genderplan.errors import UsageError
from genderplan.plan.boards.lookup import names_of_boards
from genderplan.plan.plans import Plan, Tree
from genderplan.reports.list.result import Listing
from genderplan.standing.standings import Standings
from genderplan.standing.updates import UpdateRecord
from genderplan.suggestions import did_you_mean


def told_since(listing: Listing, text: str, tree: Tree, standings: Sequence[Standings]) -> Listing:
    """The updates from the first day of a date on, or after the day on which a baseline of their plan was taken.

    What has no date is told at no time. Raises UsageError where the text is neither a date nor a baseline that is
    dated, with the board that it may mean.
    """
    is_since = _by_date(text) or _by_baseline(text, [each.plan for each in standings])
    if is_since is None:
        raise UsageError(_unknown(text, tree))
    updates = [each for each in listing.records if isinstance(each, UpdateRecord)]
    return listing._replace(records=tuple(each for each in updates if is_since(each)))


_Test = Callable[[UpdateRecord], bool]


def _by_date(text: str) -> _Test | None:
    try:
        first = parse_date(text).first
    except DateError:
        return None
    return lambda each: each.date is not None and each.date.last >= first


def _by_baseline(text: str, plans: Iterable[Plan]) -> _Test | None:
    name = text.removeprefix("baseline:")
    found = {plan.id: plan.baseline_named(name) for plan in plans}
    taken = {plan: then.taken.last for plan, then in found.items() if then and then.taken}
    if not taken:
        return None
    return lambda each: each.plan in taken and each.date is not None and each.date.last > taken[each.plan]


def _unknown(text: str, tree: Tree) -> str:
    said = f"--since {text}: it is neither a date nor a baseline of which it is known when it was taken"
    near = did_you_mean(text, names_of_boards(tree)) if tree.boards else None
    return f"{said}, nor a board ({near})" if near else said
