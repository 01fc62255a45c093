"""Records that reports share: of entries, milestones, plans, frameworks and indicators."""
