"""Boards: when they meet, what they are owed, and what they oversee."""
