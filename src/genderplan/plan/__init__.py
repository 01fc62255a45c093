"""Plans and their items, organisations, baselines, approvals, and what plans were."""
