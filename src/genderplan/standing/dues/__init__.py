"""Dues: all that falls due, from whatever in the files it comes."""
