"""Gate of changes: what may not be moved, lost or loosened without a word."""
