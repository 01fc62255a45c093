"""Checks: one invariant each, in explicit tuples. A new check is a function in a module and its line here."""

from collections.abc import Iterable

from genderplan.checks.acceptances import acceptance_of_nothing, acceptance_without_reason
from genderplan.checks.approvals import new_approvals
from genderplan.checks.baselines import changed_baselines
from genderplan.checks.changes import lost_revisions, moved_without_reason, revised_too_often
from genderplan.checks.completeness import cancelled_without_reason, no_date, no_lead, no_source
from genderplan.checks.context import Before, Check, Context, Gone
from genderplan.checks.deadlines import (
    completed_in_the_future,
    forecast_in_the_past,
    overdue,
    pinned_status_date,
)
from genderplan.checks.losses import changed_completions, lost_dates
from genderplan.checks.missing import not_compared
from genderplan.checks.network import dependency_cycle, due_too_early
from genderplan.checks.organisations import organisation_references
from genderplan.checks.policy import changed_policy
from genderplan.checks.promises import beyond_tolerance, gone_promises
from genderplan.checks.references import milestone_references, objective_references, source_references
from genderplan.checks.repeats import repeated_items
from genderplan.checks.spans import completed_with_open_milestone, end_before_start, outside_the_period
from genderplan.findings import Finding, in_order

VALID: tuple[Check, ...] = (
    repeated_items,
    objective_references,
    milestone_references,
    source_references,
    organisation_references,
    dependency_cycle,
    end_before_start,
    due_too_early,
    outside_the_period,
    completed_with_open_milestone,
    no_lead,
    no_date,
    no_source,
    cancelled_without_reason,
    acceptance_of_nothing,
    acceptance_without_reason,
)
"""What holds whatever the day: a commit that was valid stays valid."""

ON_TIME: tuple[Check, ...] = (
    overdue,
    forecast_in_the_past,
    completed_in_the_future,
    pinned_status_date,
    beyond_tolerance,
    gone_promises,
)
"""What is judged against the status date and the newest baseline."""

SINCE: tuple[Check, ...] = (
    moved_without_reason,
    revised_too_often,
    lost_revisions,
    changed_baselines,
    lost_dates,
    changed_completions,
    changed_policy,
    new_approvals,
    not_compared,
)
"""What is judged against the plans as they were before, whatever the day; without that they find nothing."""


def run(checks: Iterable[Check], context: Context) -> tuple[Finding, ...]:
    """The findings of checks, in the order of their places."""
    return in_order(found for check in checks for found in check(context))


__all__ = ["ON_TIME", "SINCE", "VALID", "Before", "Check", "Context", "Gone", "run"]
