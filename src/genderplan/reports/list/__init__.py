"""Lists of what plans have."""
