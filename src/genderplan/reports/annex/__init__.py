"""Annexes of a plan: its tables as a document prints them."""
