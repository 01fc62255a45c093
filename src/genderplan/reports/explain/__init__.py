"""Explanations: what findings and measures mean."""
