"""Costs: what plans cost, as far as that is known."""
