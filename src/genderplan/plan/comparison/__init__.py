"""Comparisons of plans: what of one is what in the other, and what became of its promises."""
