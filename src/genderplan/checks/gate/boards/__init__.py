"""Boards in a change: what their files promise may not be moved, lost or taken back without a word."""
