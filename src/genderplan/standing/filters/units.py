"""Units of an organisation: those that are asked about, with what is part of them on the day that counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from genderplan.plan.organisations import Directory


@dataclass(frozen=True, eq=False)
class Units:
    """Organisations by their ids; `with_parts`, with what is part of them on the status date of the plan that names it.

    `days` are the ordinals of status dates by plans' ids; what names them in no plan ("") is judged on the newest. In a
    plan of which the day is not known, what belonged to another on any day is part of it.
    """

    directory: Directory
    ids: frozenset[str]
    with_parts: bool = True
    days: Mapping[str, int] = field(default_factory=dict)

    def has(self, plan: str, organisation: str) -> bool:
        """Whether an organisation that a plan names is one of these, or part of one of them."""
        if organisation in self.ids or organisation not in self._ever:
            return organisation in self.ids
        day = self.days.get(plan, None if plan else self._newest) if self.directory.is_dated else None
        return day is None or self._is_below(organisation, day)

    def has_any(self, plan: str, organisations: Iterable[str]) -> bool:
        """Whether any of the organisations that a plan names is one of these."""
        return any(self.has(plan, each) for each in organisations)

    @cached_property
    def _ever(self) -> frozenset[str]:
        """What was part of them on any day."""
        return self.directory.below(self.ids) if self.with_parts else self.ids

    @cached_property
    def _newest(self) -> int | None:
        return max(self.days.values(), default=None)

    @cached_property
    def _known(self) -> dict[tuple[str, int], bool]:
        return {}

    def _is_below(self, organisation: str, day: int) -> bool:
        key = organisation, day
        if key not in self._known:
            self._known[key] = not self.directory.above(organisation, day).isdisjoint(self.ids)
        return self._known[key]
