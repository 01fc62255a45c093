"""Frameworks that come with the program."""
