"""Assessments on a day: what was found, how often, and what has changed since the last."""
