"""Texts of plans and boards, and the acronyms in them."""
