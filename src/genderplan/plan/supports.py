"""Support of sections: what each entry supports, by itself or with its objective, and who supports each section.

A section is named as `framework/section`, a framework as a whole by its id alone. Supporting one supports none of its
parts, and none of what it is part of. An entry with a `cancelled` key supports nothing, whatever its day.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.shared.support_rows import SupportRow
from genderplan.plan.plans import Plan, Tree

if TYPE_CHECKING:
    from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
    from genderplan.kinds.indicator.rows import IndicatorRow

EXTENTS = ("none", "part", "full")
"""How far, the least first: where several are said of the same, the last of them counts."""


class Supporter(NamedTuple):
    """An entry that supports a section, and how far."""

    entry: EntryRow
    extent: str

    @property
    def is_served(self) -> bool:
        """Whether anything is done for the section; `none` says that nothing is."""
        return self.extent != "none"


Supporters = Mapping[str, Mapping[str, Supporter]]
"""By the reference to a section, the entries that support it, by their full ids."""


def best(extents: Iterable[str]) -> str | None:
    """The furthest of some extents; None where there is none."""
    return max(extents, key=EXTENTS.index, default=None)


def inherited(plan: Plan, entry: EntryRow) -> tuple[SupportRow, ...]:
    """What an entry supports with its objective."""
    return plan.objective_supports.get(entry.objective or "", ())


def supports_of(plan: Plan, entry: EntryRow) -> Iterator[tuple[str, str]]:
    """The sections that an entry supports with their extents, its own first; nothing of what is cancelled."""
    if entry.cancelled is None and (entry.supports or plan.objective_supports):
        for each in (*entry.supports, *inherited(plan, entry)):
            if each.section is not None:
                yield each.section, each.extent


def supporters(entries: Iterable[tuple[Plan, EntryRow]]) -> Supporters:
    """Who supports what, of some entries with their plans; each entry once for a section, with its best extent."""
    found: dict[str, dict[str, Supporter]] = {}
    for plan, entry in entries:
        for reference, extent in supports_of(plan, entry):
            by_entry = found.setdefault(reference, {})
            name = entry.full_id()
            known = by_entry.get(name)
            if known is None or EXTENTS.index(extent) > EXTENTS.index(known.extent):
                by_entry[name] = Supporter(entry, extent)
    return found


def supporters_of(plan: Plan) -> Supporters:
    """Who supports what in a plan."""
    return supporters((plan, entry) for entry in plan.entries)


class Measure(NamedTuple):
    """An indicator that supports a section, and how far."""

    indicator: "IndicatorRow"
    extent: str

    @property
    def is_served(self) -> bool:
        """The same as of an entry."""
        return self.extent != "none"


Measures = Mapping[str, Mapping[str, Measure]]
"""By the reference to a section, the indicators that support it, by their full ids."""


def measures(indicators: "Iterable[IndicatorRow]") -> Measures:
    """Which of some indicators support what; each once for a section, with its best extent."""
    found: dict[str, dict[str, Measure]] = {}
    for indicator in indicators:
        for row in indicator.supports:
            if row.section is not None:
                by_indicator = found.setdefault(row.section, {})
                known = by_indicator.get(indicator.full_id())
                extent = str(best((row.extent, *((known.extent,) if known else ()))))
                by_indicator[indicator.full_id()] = Measure(indicator, extent)
    return found


def is_served(holders: Supporters | Measures, reference: str) -> bool:
    """Whether one of them supports a section, in full or in part."""
    return any(served_by(holders, reference))


def served_by(holders: Supporters | Measures, reference: str) -> Iterator[str]:
    """The full ids of those that support a section, in full or in part."""
    return (name for name, each in holders.get(reference, {}).items() if each.is_served)


def find(tree: Tree, reference: str) -> "FrameworkRow | SectionRow | None":
    """The section, or the framework as a whole, that a reference names; None where there is none."""
    return find_in(tree.frameworks_by_id, reference)


def find_in(frameworks: "Mapping[str, FrameworkRow]", reference: str) -> "FrameworkRow | SectionRow | None":
    """The same among some frameworks by their ids."""
    name, slash, section = reference.partition("/")
    framework = frameworks.get(name)
    return framework.by_id.get(section) if framework and slash else framework


def is_known(tree: Tree, reference: str) -> bool:
    """Whether a reference names something, or may name something in a file that could not be read."""
    return find(tree, reference) is not None or reference.partition("/")[0] in tree.unread_frameworks
