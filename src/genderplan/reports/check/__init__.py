"""Findings: what validate and check find."""
