"""Fulfilment of a framework's rules: so many different entries, matched so that none counts twice."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.plans import Plan
from genderplan.plan.supports import supports_of

if TYPE_CHECKING:
    from genderplan.kinds.framework.rows import ConditionRow, FrameworkRow, RuleRow

ProgressOf: TypeAlias = Callable[[EntryRow], str | None]
"""How far an entry is, in the words of `progress`; None where no day is asked for."""


def _unknown(entry: EntryRow) -> None:
    """No day: conditions that ask for progress are true of nothing."""


class Fulfilment:
    """What a plan has of what the rules of a framework ask for; what is cancelled counts for nothing."""

    def __init__(self, plan: Plan, framework: "FrameworkRow", progress: ProgressOf = _unknown) -> None:
        self._framework = framework
        self._progress = progress
        self._entries = [(entry, *self._of(plan, entry)) for entry in plan.entries if entry.cancelled is None]
        self._known: dict[tuple[ConditionRow, int], list[int]] = {}

    def number(self, rule: "RuleRow") -> int:
        """How many entries count for a rule, no more than it asks for: those of one sort, and those matched to each."""
        of_one_sort = len(self._candidates(rule.of, rule.at_least))
        return of_one_sort + most_matched([self._candidates(each, len(rule.each)) for each in rule.each])

    def _of(self, plan: Plan, entry: EntryRow) -> tuple[frozenset[str], frozenset[str]]:
        """The sections of the framework that an entry supports, and the tags that it has, by itself or by them."""
        before = f"{self._framework.id}/"
        found = [name for name, extent in supports_of(plan, entry) if extent != "none" and name.startswith(before)]
        sections = frozenset(name.removeprefix(before) for name in found)
        theirs = (tag for each in sections & self._framework.by_id.keys() for tag in self._framework.by_id[each].tags)
        return sections, frozenset(map(folded, (*entry.tags, *theirs)))

    def _candidates(self, condition: "ConditionRow", most: int) -> list[int]:
        """The first entries that a condition is true of: of more than there are conditions, any others would do."""
        key = condition, most
        if key not in self._known:
            found = self._true_of(condition)
            self._known[key] = [number for number, _ in zip(found, range(most), strict=False)]
        return self._known[key]

    def _true_of(self, condition: "ConditionRow") -> Iterator[int]:
        tags = frozenset(map(folded, condition.tags))
        for number, (entry, sections, own_tags) in enumerate(self._entries):
            if (
                (not condition.sections or not sections.isdisjoint(condition.sections))
                and (not tags or not tags.isdisjoint(own_tags))
                and (not condition.progress or self._progress(entry) in condition.progress)
            ):
                yield number


def most_matched(candidates: Sequence[Sequence[int]]) -> int:
    """How many slots can be filled at once, each by one of its candidates and none of these twice.

    By Kuhn's way: a slot takes a free candidate, or one whose slot can take another. Its time is that of the slots
    times that of all candidates.
    """
    slot_of: dict[int, int] = {}

    def is_filled(slot: int, seen: set[int]) -> bool:
        for each in candidates[slot]:
            if each not in seen:
                seen.add(each)
                if each not in slot_of or is_filled(slot_of[each], seen):
                    slot_of[each] = slot
                    return True
        return False

    return sum(is_filled(slot, set()) for slot in range(len(candidates)))
