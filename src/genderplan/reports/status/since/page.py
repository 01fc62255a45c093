"""Page of what changed since an earlier state."""

from collections.abc import Mapping, Sequence

from genderplan.page.page import Page, Section
from genderplan.reports.parts import next_step, plan_facts
from genderplan.reports.status.measures.page import measures_blocks
from genderplan.reports.status.result import PlanStatus
from genderplan.reports.status.since.result import Since, SinceReport
from genderplan.reports.status.since.sections import change_sections
from genderplan.reports.status.since.words import next_in_words, since_in_words
from genderplan.standing.records.items import PlanLabel


def since_page(report: SinceReport, names: Mapping[str, str], measured: Sequence[PlanStatus] = ()) -> Page:
    """Every plan after the other, with its measures where it has some; then the plans that have measures alone."""
    plans = {plan.id: plan for plan in measured}
    pairs = zip(report.plans, report.since, strict=True)
    sections = [_plan(label, since, plans.pop(label.id, None), names) for label, since in pairs]
    sections += [Section(plan.title, (plan_facts(plan.label), *measures_blocks(plan))) for plan in plans.values()]
    return Page("Status: what changed", tuple(sections), names)


def _plan(label: PlanLabel, since: Since, measured: PlanStatus | None, names: Mapping[str, str]) -> Section:
    changes = (*change_sections(since, names), next_step(label, *next_in_words(since)))
    blocks = (plan_facts(label, since_in_words(since.since)), *changes)
    return Section(label.title, (*blocks, *(measures_blocks(measured) if measured else ())))
