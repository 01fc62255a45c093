"""Indicators: what is measured, what it is to be, and what it was."""
