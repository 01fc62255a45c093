"""Boards: whom and what they name, and the order of their meetings."""
