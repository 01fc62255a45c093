"""Dates and lengths of time as plans give them, and what lies between two; nothing here knows of plans."""
