"""Checks of a change (`--against`): what may not be moved, lost or loosened without a word."""

from genderplan.checks.context import Check
from genderplan.checks.gate.approvals import new_approvals
from genderplan.checks.gate.baselines import changed_baselines
from genderplan.checks.gate.frameworks import asks_for_less
from genderplan.checks.gate.losses import changed_completions, lost_dates
from genderplan.checks.gate.missing import not_compared
from genderplan.checks.gate.moved_dates import lost_revisions, moved_without_reason, revised_too_often
from genderplan.checks.gate.policy import changed_policy
from genderplan.checks.gate.targets import eased_targets

SINCE: tuple[Check, ...] = (
    moved_without_reason,
    revised_too_often,
    lost_revisions,
    changed_baselines,
    lost_dates,
    changed_completions,
    changed_policy,
    asks_for_less,
    new_approvals,
    eased_targets,
    not_compared,
)
"""What is judged against the plans as they were before, whatever the day; without that they find nothing."""
