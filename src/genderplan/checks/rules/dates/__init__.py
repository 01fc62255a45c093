"""Dates that do not fit each other, or the day."""
