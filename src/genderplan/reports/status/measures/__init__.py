"""Measures of a plan in numbers."""
