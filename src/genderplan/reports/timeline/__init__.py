"""Timeline: the plan on a time axis."""
