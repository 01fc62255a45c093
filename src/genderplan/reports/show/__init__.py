"""Show: everything about one thing."""
