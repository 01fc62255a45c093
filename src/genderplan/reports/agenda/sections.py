"""Progress towards what plans follow: the sections for which nothing has begun, and the measures off their course."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from genderplan.plan.supports import is_served
from genderplan.reports.agenda.records import IdleSection, OffCourse
from genderplan.reports.agenda.sitting import Sitting
from genderplan.standing.progress import Progress, state_on_the_day
from genderplan.standing.selection import measures_selected, supporters_selected
from genderplan.standing.standings import EntryStanding

if TYPE_CHECKING:
    from genderplan.kinds.framework.rows import SectionRow
    from genderplan.standing.records.indicators import CategoryRecord

_BEGUN = frozenset((Progress.UNDER_WAY, Progress.COMPLETE, Progress.EMBEDDED))
_MISSES = frozenset(("not met", "projected to miss", "forecast to miss"))


def idle_sections(sitting: Sitting) -> Iterator[IdleSection]:
    """Of the frameworks that the plans follow; what only stands above others, or others serve, is left out."""
    followed = dict.fromkeys(name for each in sitting.standings for name in each.plan.follows)
    frameworks = [each for name in followed if (each := sitting.tree.frameworks_by_id.get(name))]
    if not frameworks:
        return
    held = supporters_selected(sitting.standings, sitting.selection)
    measured = measures_selected(sitting.standings, sitting.selection)
    has_begun = _begun_in({each.plan.id: each.by_entry for each in sitting.standings})
    for framework, section in ((each, section) for each in frameworks for section in each.sections):
        name = section.full_id()
        entries = tuple(each.entry for each in held.get(name, {}).values() if each.is_served)
        begun = any(has_begun(each.plan, each.id) for each in entries)
        if not (begun or _stands_above(section) or _is_served_otherwise(section) or is_served(measured, name)):
            ids = tuple(each.full_id() for each in entries)
            yield IdleSection(name, section.ref, section.title, ids, framework.title)


def _begun_in(standings: Mapping[str, Mapping[str, EntryStanding]]) -> Callable[[str, str], bool]:
    """Whether an entry has begun, by its plan's id and its own: looked at once, however many sections it supports."""

    @cache
    def has_begun(plan: str, entry: str) -> bool:
        return state_on_the_day(standings[plan][entry]).progress in _BEGUN

    return has_begun


def _stands_above(section: "SectionRow") -> bool:
    return section.has_parts and section.importance is None


def _is_served_otherwise(section: "SectionRow") -> bool:
    return any(each.extent != "none" for each in section.supported_by)


def off_course(sitting: Sitting) -> Iterator[OffCourse]:
    """The measures that are behind the line to their target, miss it, or are expected to."""
    measured = [each for each in sitting.standings if each.plan.indicators]
    if not measured:
        return
    from genderplan.standing.indicators import selected_indicators

    for standings in measured:
        for record in selected_indicators(sitting.selection, standings):
            about = (record.plan, record.id, record.title, record.unit, record.leads)
            yield from (OffCourse(*about, each) for each in record.categories if _is_off(each))


def _is_off(category: "CategoryRecord") -> bool:
    return category.course == "behind" or category.state in _MISSES
