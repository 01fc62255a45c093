"""News since a day: what became of a plan after it."""
