"""Baselines: what was agreed."""
