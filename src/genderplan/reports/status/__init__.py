"""Status: where plans stand, and what changed since the last board."""
