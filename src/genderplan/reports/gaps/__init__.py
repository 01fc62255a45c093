"""Gaps: what plans lack."""
