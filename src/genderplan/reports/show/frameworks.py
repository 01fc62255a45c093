"""Frameworks and their sections, for `show`: what supports a section, and what it supports, from either end."""

from collections.abc import Iterator, Sequence

from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.plan.plans import Plan
from genderplan.plan.supports import Measures, find_in, measures, supporters
from genderplan.reports.show.mentions import Mention
from genderplan.reports.show.result import Detail
from genderplan.standing.records.frameworks import framework_record, section_record
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.standings import Standings

_SUPPORTED = {"full": "supported by", "part": "supported in part by", "none": "not supported by"}
_SUPPORTS = {"full": "supports", "part": "supports in part", "none": "does not support"}


def detail_among(
    found: FrameworkRow | SectionRow, standings: Sequence[Standings], frameworks: Sequence[FrameworkRow]
) -> Detail:
    """What is known of a framework, or of a section of one, where the plans stand as given."""
    if isinstance(found, SectionRow):
        return _section_detail(found, standings, frameworks)
    return _framework_detail(found, standings, frameworks)


def _framework_detail(
    framework: FrameworkRow, standings: Sequence[Standings], frameworks: Sequence[FrameworkRow]
) -> Detail:
    """What is known of a framework as a whole, with its sections."""
    plans = [each.plan for each in standings]
    held = supporters((plan, entry) for plan in plans for entry in plan.entries)
    measured = _measures(plans)
    return Detail(
        "framework",
        plan_labels(standings),
        framework_record(framework, plans),
        named=tuple(_mentions(framework.id, plans, frameworks)),
        beside={
            "copyright": framework.copyright,
            "levels": framework.levels,
            "rules": framework.rules,
            "sources": framework.sources,
            "note": framework.note,
            "tags": framework.tags,
            "extra": framework.extra,
        },
        sections=tuple(section_record(framework, each, held, measured) for each in framework.sections),
    )


def _section_detail(section: SectionRow, standings: Sequence[Standings], frameworks: Sequence[FrameworkRow]) -> Detail:
    """What is known of a section."""
    plans = [each.plan for each in standings]
    framework = next(each for each in frameworks if each.id == section.framework)
    held = supporters((plan, entry) for plan in plans for entry in plan.entries)
    return Detail(
        "section",
        plan_labels(standings),
        section_record(framework, section, held, _measures(plans)),
        named=tuple(_mentions(section.full_id(), plans, frameworks)),
    )


def _measures(plans: Sequence[Plan]) -> Measures:
    return measures(indicator for plan in plans for indicator in plan.indicators)


def _mentions(reference: str, plans: Sequence[Plan], frameworks: Sequence[FrameworkRow]) -> Iterator[Mention]:
    """What supports a section, what is done for it, what it supports, and the plans that follow it or have it to do."""
    held = supporters((plan, entry) for plan in plans for entry in plan.entries)
    for name, support in held.get(reference, {}).items():
        yield Mention(_SUPPORTED[support.extent], name, support.entry.title)
    for name, measure in _measures(plans).get(reference, {}).items():
        yield Mention(_SUPPORTED[measure.extent], name, measure.indicator.title)
    by_id = {framework.id: framework for framework in frameworks}
    found = find_in(by_id, reference)
    for row in found.supported_by if isinstance(found, SectionRow) else ():
        other = find_in(by_id, row.section or "")
        yield Mention(_SUPPORTED[row.extent], row.section or "", other.title if other else row.text or "")
    for framework in frameworks:
        for section in framework.sections:
            for row in section.supported_by:
                if row.section == reference:
                    yield Mention(_SUPPORTS[row.extent], section.full_id(), section.title)
    for plan in plans:
        yield from _in_plan(reference, plan)


def _in_plan(reference: str, plan: Plan) -> Iterator[Mention]:
    if reference in plan.follows:
        yield Mention("followed by", plan.id, plan.title)
    if any(duty.section == reference for duty in plan.duties):
        yield Mention("duty of", plan.id, plan.title)
    for publication in plan.publications:
        if publication.meets == reference:
            yield Mention("met by", f"{plan.id}: {publication.id}", publication.title)
    for entry in plan.entries:
        if any(driver.section == reference for driver in entry.drivers):
            yield Mention("driver of", entry.full_id(), entry.title)
