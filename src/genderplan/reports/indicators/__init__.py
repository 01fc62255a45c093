"""Indicators: what is measured, against target, benchmark and what it was."""
