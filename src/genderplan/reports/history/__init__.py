"""History: when dates changed, and why."""
