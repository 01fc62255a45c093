"""All that falls due, in one list."""
