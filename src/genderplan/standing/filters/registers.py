"""Items of registers that are selected: what filters ask of one, and which words can be asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any

from genderplan.errors import UsageError
from genderplan.folding import folded
from genderplan.plan.reviews import next_review
from genderplan.standing.filters.predicates import (
    Predicate,
    answers,
    has_key,
    has_priority,
    has_tag,
    has_words,
    is_due_within,
    is_in_register,
    is_led_by,
    is_relevant,
    lacks_key,
)
from genderplan.suggestions import unknown

if TYPE_CHECKING:
    from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow
    from genderplan.plan.plans import Plan
    from genderplan.standing.selection import Selection

_NO_PRIORITY = "none"
KEYS = ("answers", "date", "how", "lead", "note", "relevance", "review", "source", "state", "tags", "text", "who")
"""The keys of items that may be there or not."""

_KEYS = frozenset(KEYS)


def selected_items(selection: "Selection", plan: "Plan") -> "Iterator[tuple[RegisterRow, RegisterItemRow]]":
    """The items of a plan's registers that pass every filter; none passes those that ask for what no item has."""
    wanted = dict(selection.wanted)
    sections, priorities = wanted.pop(is_relevant, None), wanted.pop(has_priority, None)
    registers = wanted.pop(is_in_register, None)
    asked = [(_OF_ITEMS.get(passes), values) for passes, values in wanted.items()]
    for register in plan.registers:
        for item in register.items if registers is None or register.full_id() in registers else ():
            is_told = all(passes is not None and passes(item, values) for passes, values in asked)
            if is_told and _is_relevant(item, sections, priorities):
                yield register, item


def _is_relevant(item: "RegisterItemRow", sections: Set[str] | None, priorities: Set[str] | None) -> bool:
    """Whether it is relevant to one of some sections with one of some priorities, where these are asked for.

    It is to have the priority for that section; what has none there is told by its priority alone.
    """
    if sections is None and priorities is None:
        return True
    return any(
        (sections is None or each.section in sections)
        and (each.priority != _NO_PRIORITY if priorities is None else each.priority in priorities)
        for each in item.relevance
    )


def _has_words(item: "RegisterItemRow", texts: Set[str]) -> bool:
    words = (item.id, item.title, item.state, item.text, *item.who, item.how, item.note)
    said = folded(" ".join(filter(None, words)))
    return any(text in said for text in texts)


def _is_reviewed_within(item: "RegisterItemRow", spans: Set[tuple[int, int]]) -> bool:
    date = next_review(item.review)
    return date is not None and any(first <= date.last <= last for first, last in spans)


def _says(item: "RegisterItemRow", key: str) -> bool:
    return getattr(item, "leads" if key == "lead" else key) not in (None, ())


_OF_ITEMS: "Mapping[Predicate, Callable[[RegisterItemRow, Set[Any]], bool]]" = {
    is_led_by: lambda item, units: any(each.has_any(item.plan, item.leads) for each in units),
    has_tag: lambda item, tags: any(folded(tag) in tags for tag in item.tags),
    has_words: _has_words,
    is_due_within: _is_reviewed_within,
    answers: lambda item, names: any(each.entry in names for each in item.answers),
    has_key: lambda item, keys: any(_says(item, key) for key in keys & _KEYS),
    lacks_key: lambda item, keys: any(not _says(item, key) for key in keys & _KEYS),
}
"""What filters ask of an item by itself; register, section and priority are asked together."""


def registers_named(plans: "Sequence[Plan]", wanted: Sequence[str]) -> frozenset[str]:
    """The full ids of the registers that words mean, in any case: by id, with or without the plan's, or by kind.

    Raises UsageError for one that means none, or one whose file could not be read.
    """
    meanings: dict[str, set[str]] = {}
    for plan in plans:
        for register in plan.registers:
            for name in (register.id, register.full_id(), register.kind):
                meanings.setdefault(name, set()).add(register.full_id())
    unread = {name for plan in plans for each in plan.unread for name in (each, f"{plan.id}/{each}")}
    for name in wanted:
        if folded(name) not in meanings and folded(name) in unread:
            raise UsageError(f"'{name}' could not be read: 'genderplan validate' tells why")
        if folded(name) not in meanings:
            raise UsageError(unknown("register", name, meanings))
    return frozenset().union(*(meanings[folded(name)] for name in wanted))
