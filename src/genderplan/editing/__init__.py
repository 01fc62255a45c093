"""New files: plans, entries and baselines, written whole or not at all."""
