"""Sources of dues, each a function in one table, and all that they find."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from genderplan.folding import folded
from genderplan.plan.plans import Tree
from genderplan.standing.dues.entries import dates_of_entries, reviews_of_entries
from genderplan.standing.dues.rows import SOON, Due, Reach, Sought
from genderplan.standing.filters.predicates import (
    Predicate,
    has_priority,
    has_status,
    has_tag,
    has_words,
    is_due_within,
    is_led_by,
    is_overseen,
    supports_any,
)
from genderplan.standing.rag import CLOSED
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings


class DueSource(NamedTuple):
    """What finds dues of one sort; where it `selects`, it asks them itself all that a selection asks."""

    find: Callable[[Sought], Iterator[Due]]
    selects: bool = False


def _values(sought: Sought) -> Iterator[Due]:
    if any(each.plan.indicators for each in sought.standings):
        from genderplan.standing.dues.values import values_of_indicators  # noqa: PLC0415 - not every plan has some

        yield from values_of_indicators(sought)


def _duties(sought: Sought) -> Iterator[Due]:
    if any(each.plan.follows or each.plan.duties or each.plan.publications for each in sought.standings):
        from genderplan.standing.dues.duties import (  # noqa: PLC0415 - nor has every plan duties
            days_of_duties,
            publications_to_come,
        )

        yield from days_of_duties(sought)
        yield from publications_to_come(sought)


def _reviews_of_registers(sought: Sought) -> Iterator[Due]:
    if any(each.plan.registers for each in sought.standings):
        from genderplan.standing.dues.registers import reviews_of_registers  # noqa: PLC0415 - nor has every plan these

        yield from reviews_of_registers(sought)


def _dues_to_boards(sought: Sought) -> Iterator[Due]:
    if sought.tree.boards:
        from genderplan.standing.dues.boards import dues_to_boards  # noqa: PLC0415 - nor has every tree boards

        yield from dues_to_boards(sought)


SOURCES = (
    DueSource(dates_of_entries, selects=True),
    DueSource(reviews_of_entries, selects=True),
    DueSource(_values, selects=True),
    DueSource(_duties),
    DueSource(_reviews_of_registers),
    DueSource(_dues_to_boards),
)
"""Whatever falls due; another sort is another line."""

_OF_STANDING: Mapping[Predicate, Callable[[Due, Set[Any]], bool]] = {
    has_status: lambda due, statuses: due.status in statuses,
    is_due_within: lambda due, spans: any(first <= due.date.last <= last for first, last in spans),
}
"""What filters ask of where a due stands, of whatever sort it is: of what comes again each time by itself."""

_OF_OTHERS: Mapping[Predicate, Callable[[Due, Set[Any]], bool]] = {
    is_led_by: lambda due, units: any(each.has_any(due.plan or "", due.leads) for each in units),
    has_tag: lambda due, tags: any(folded(tag) in tags for tag in due.tags),
    has_words: lambda due, texts: any(text in folded(f"{due.id} {due.title}") for text in texts),
    has_priority: lambda due, priorities: any(priority in priorities for _, priority in due.relevance),
    is_overseen: lambda due, boards: any(each.has_plan(due.plan) for each in boards),
    supports_any: lambda due, wanted: any(("", name) in wanted for name, how in due.relevance if how != "none"),
}
"""What filters ask of what is neither an entry nor an indicator; it passes none of the others."""


def dues(
    tree: Tree, standings: Sequence[Standings], selection: Selection, reach: Reach = SOON, *, is_open: bool = False
) -> Iterator[Due]:
    """All that falls due within a reach, done or not, of what is selected; in no order.

    Where what `is_open` alone is asked for, there may be less of the rest.
    """
    of_standing = [(test, selection.wanted[name]) for name, test in _OF_STANDING.items() if name in selection.wanted]
    rest = {name: values for name, values in selection.wanted.items() if name not in _OF_STANDING}
    reach = reach_of(selection, reach)
    of_others = [(_OF_OTHERS.get(name), values) for name, values in rest.items()]
    sought = Sought(tree, standings, Selection(selection.plans, selection.plan_ids, rest), reach, is_open)
    for source in SOURCES:
        found = source.find(sought)
        for due in found if source.selects else (each for each in found if _passes(each, of_others)):
            if not of_standing or all(test(due, values) for test, values in of_standing):
                yield due


def reach_of(selection: Selection, reach: Reach) -> Reach:
    """A reach as far as a selection asks for days within it: days that are asked for count, however soon they are."""
    spans = selection.wanted.get(is_due_within, ())
    if not spans:
        return reach
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    return Reach(max(reach.first, first), last if reach.last is None else min(reach.last, last))


def _passes(due: Due, asked: Sequence[tuple[Callable[[Due, Set[Any]], bool] | None, Set[Any]]]) -> bool:
    return all(test is not None and test(due, values) for test, values in asked)


def open_dues(tree: Tree, standings: Sequence[Standings], selection: Selection, reach: Reach = SOON) -> list[Due]:
    """What of it is neither done nor cancelled: what is overdue first, then the soonest first."""
    found = [due for due in dues(tree, standings, selection, reach, is_open=True) if due.status not in CLOSED]
    return sorted(found, key=in_time)


def in_time(due: Due) -> tuple[int, int, str]:
    """By its last day, then its first, then its id."""
    return due.date.last, due.date.first, due.id
