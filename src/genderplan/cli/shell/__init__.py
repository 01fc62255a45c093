"""Completion of a line in the shell."""
