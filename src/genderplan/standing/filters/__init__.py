"""Filters of what reports tell of: what each asks of an entry or an item, and what its words mean."""
