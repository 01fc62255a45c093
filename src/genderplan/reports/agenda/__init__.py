"""Agenda: the paper for a meeting of a board."""
