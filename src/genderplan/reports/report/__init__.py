"""Report: the progress of a plan, for whoever answers for it."""
