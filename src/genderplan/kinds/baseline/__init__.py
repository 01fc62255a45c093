"""Baselines: baselines/NAME.yaml."""
