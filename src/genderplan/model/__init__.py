"""Dates and lengths, as files write them."""
