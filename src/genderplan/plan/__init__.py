"""Plans, immutable, that checks and reports work on: rows, index, organisations, baselines, selection."""
