"""Frameworks and their sections, for `show`: what supports a section, and what it supports, from either end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
from genderplan.page.ratings import found_in_words
from genderplan.page.words import date_in_words
from genderplan.plan.plans import Plan
from genderplan.plan.supports import Measures, Supporters, find_in, measures, supporters
from genderplan.reports.show.mentions import Mention
from genderplan.reports.show.registers import items_relevant
from genderplan.reports.show.result import Detail
from genderplan.standing.records.assessments import AssessmentRecord, RatingRecord
from genderplan.standing.records.frameworks import framework_record, section_record
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.standings import Standings

_SUPPORTED = {"full": "supported by", "part": "supported in part by", "none": "not supported by"}
_SUPPORTS = {"full": "supports", "part": "supports in part", "none": "does not support"}


def detail_among(
    found: FrameworkRow | SectionRow, standings: Sequence[Standings], frameworks: Sequence[FrameworkRow]
) -> Detail:
    """What is known of a framework, or of a section of one, where the plans stand as given."""
    plans = [each.plan for each in standings]
    around = _Around(
        plans,
        frameworks,
        supporters((plan, entry) for plan in plans for entry in plan.entries),
        measures(indicator for plan in plans for indicator in plan.indicators),
        _newest_assessments(standings, frameworks),
    )
    labels = plan_labels(standings)
    if isinstance(found, FrameworkRow):
        return _framework_detail(found, labels, around)
    framework = next(each for each in frameworks if each.id == found.framework)
    record = section_record(framework, found, around.supporters, around.measures)
    return Detail("section", labels, record, named=tuple(_mentions(found.full_id(), around)))


class _Around(NamedTuple):
    """Where something of a framework is named: the plans, all frameworks, and who supports what."""

    plans: Sequence[Plan]
    frameworks: Sequence[FrameworkRow]
    supporters: Supporters
    measures: Measures
    assessments: Sequence[AssessmentRecord]


def _newest_assessments(
    standings: Sequence[Standings], frameworks: Sequence[FrameworkRow]
) -> Sequence[AssessmentRecord]:
    """The newest assessment of each subject by each framework; nearly always none."""
    if not any(each.plan.assessments for each in standings):
        return ()
    from genderplan.standing.assessments.recording import assessment_records

    plans = {each.plan.id: each.plan for each in standings}
    records = assessment_records(standings, plans, {each.id: each for each in frameworks})
    return [each for each in records if each.is_newest]


def _framework_detail(framework: FrameworkRow, labels: tuple[PlanLabel, ...], around: _Around) -> Detail:
    """What is known of a framework as a whole, with its sections."""
    return Detail(
        "framework",
        labels,
        framework_record(framework, around.plans),
        named=tuple(_mentions(framework.id, around)),
        beside={
            "copyright": framework.copyright,
            "levels": framework.levels,
            "rules": framework.rules,
            "sources": framework.sources,
            "note": framework.note,
            "tags": framework.tags,
            "extra": framework.extra,
        },
        sections=tuple(
            section_record(framework, each, around.supporters, around.measures) for each in framework.sections
        ),
    )


def _mentions(reference: str, around: _Around) -> Iterator[Mention]:
    """What supports a section or is done for it, what it supports, and what plans have to do with it."""
    for name, support in around.supporters.get(reference, {}).items():
        yield Mention(_SUPPORTED[support.extent], name, support.entry.title)
    for name, measure in around.measures.get(reference, {}).items():
        yield Mention(_SUPPORTED[measure.extent], name, measure.indicator.title)
    by_id = {framework.id: framework for framework in around.frameworks}
    found = find_in(by_id, reference)
    for row in found.supported_by if isinstance(found, SectionRow) else ():
        other = find_in(by_id, row.section or "")
        yield Mention(_SUPPORTED[row.extent], row.section or "", other.title if other else row.text or "")
    for framework in around.frameworks:
        for section in framework.sections:
            for row in section.supported_by:
                if row.section == reference:
                    yield Mention(_SUPPORTS[row.extent], section.full_id(), section.title)
    for plan in around.plans:
        yield from _in_plan(reference, plan)
    for record in around.assessments:
        yield from _in_assessment(reference, record)


def _in_assessment(reference: str, record: AssessmentRecord) -> Iterator[Mention]:
    """What was found of a section last; of a framework as a whole, which assessments are against it."""
    about = ", ".join(filter(None, (record.about.title, date_in_words(record.date))))
    if reference == record.framework:
        yield Mention("assessed in", record.id, about)
    for each in record.ratings:
        if reference == f"{record.framework}/{each.section}":
            yield _found(each, record.id, about)


def _found(rating: RatingRecord, assessment: str, about: str) -> Mention:
    if rating.state == "answered":
        return Mention("answered in", assessment, f"{rating.answer} ({about})")
    rated = "rated " if rating.state == "rated" else ""
    return Mention(f"{rated}{found_in_words(rating)} in", assessment, about)


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
    yield from items_relevant(reference, plan)
