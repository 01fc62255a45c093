"""Trend: how promises moved over time."""
