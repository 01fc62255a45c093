"""Checks: one invariant each, in explicit tuples. A new check is a function in a module and its line here.

What is judged against a day is in `rules/table_of_a_day`, what against the plans as they were in `gate/table`: most
runs need neither.
"""

from collections.abc import Iterable

from genderplan.checks.acceptances import acceptance_of_nothing, acceptance_without_reason
from genderplan.checks.context import Check, Context
from genderplan.checks.rules.assessments import (
    answer_to_no_question,
    level_references,
    rating_without_evidence,
    subject_references,
)
from genderplan.checks.rules.boards.meetings import late_papers, meeting_order, too_few_meetings
from genderplan.checks.rules.boards.references import (
    board_circles,
    board_references,
    meeting_references,
    oversight_references,
    sent_to_no_board,
)
from genderplan.checks.rules.completeness import cancelled_without_reason, no_date, no_lead, no_source
from genderplan.checks.rules.dates.cycles import milestone_after_its_entry, no_such_occurrence
from genderplan.checks.rules.dates.spans import completed_with_open_milestone, end_before_start, outside_the_period
from genderplan.checks.rules.frameworks.references import section_references, support_circle
from genderplan.checks.rules.frameworks.requirements import entry_without_section, mandatory_section, rule_not_met
from genderplan.checks.rules.indicators import category_references, indicator_references, target_before_baseline
from genderplan.checks.rules.links import entry_references, link_circles, objective_levels
from genderplan.checks.rules.network import dependency_cycle, due_too_early
from genderplan.checks.rules.organisations import organisation_references
from genderplan.checks.rules.particulars import handed_elsewhere, refs_twice
from genderplan.checks.rules.progress import embedded_but_open, updates_out_of_order
from genderplan.checks.rules.references import milestone_references, objective_references, source_references
from genderplan.checks.rules.repeats import repeated_items
from genderplan.findings import Finding, in_order

VALID: tuple[Check, ...] = (
    repeated_items,
    objective_references,
    milestone_references,
    source_references,
    organisation_references,
    section_references,
    support_circle,
    indicator_references,
    category_references,
    dependency_cycle,
    end_before_start,
    due_too_early,
    outside_the_period,
    completed_with_open_milestone,
    embedded_but_open,
    updates_out_of_order,
    target_before_baseline,
    no_such_occurrence,
    milestone_after_its_entry,
    no_lead,
    no_date,
    no_source,
    cancelled_without_reason,
    mandatory_section,
    entry_without_section,
    rule_not_met,
    acceptance_of_nothing,
    acceptance_without_reason,
    entry_references,
    link_circles,
    objective_levels,
    refs_twice,
    handed_elsewhere,
    board_references,
    meeting_references,
    oversight_references,
    board_circles,
    sent_to_no_board,
    meeting_order,
    too_few_meetings,
    late_papers,
    level_references,
    subject_references,
    rating_without_evidence,
    answer_to_no_question,
)
"""What holds whatever the day: a commit that was valid stays valid."""


def run(checks: Iterable[Check], context: Context) -> tuple[Finding, ...]:
    """The findings of checks, in the order of their places."""
    return in_order(found for check in checks for found in check(context))


__all__ = ["VALID", "Check", "Context", "run"]
