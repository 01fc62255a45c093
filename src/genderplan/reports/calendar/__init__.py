"""Calendar: meetings, and all that falls due, day by day."""
