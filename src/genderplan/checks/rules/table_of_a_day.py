"""Checks of `check`: deadlines and promises, against a day."""

from genderplan.checks.context import Check
from genderplan.checks.rules.assessments import assessment_to_come
from genderplan.checks.rules.dates.deadlines import forecast_in_the_past, overdue, pinned_status_date
from genderplan.checks.rules.dates.to_come import completed_in_the_future
from genderplan.checks.rules.editions import edition_past
from genderplan.checks.rules.frameworks.requirements import rule_not_met_on_the_day
from genderplan.checks.rules.indicators import outcome_to_come
from genderplan.checks.rules.promises import beyond_tolerance, gone_promises

ON_TIME: tuple[Check, ...] = (
    overdue,
    forecast_in_the_past,
    completed_in_the_future,
    pinned_status_date,
    edition_past,
    rule_not_met_on_the_day,
    outcome_to_come,
    assessment_to_come,
    beyond_tolerance,
    gone_promises,
)
"""What is judged against the status date and the newest baseline."""
