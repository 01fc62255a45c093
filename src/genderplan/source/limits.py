"""Limits of what is read of one file: what keeps a small file from becoming a large one."""

MAX_BYTES = 1 << 20
"""The largest file that is read: 1 MiB."""

MAX_BASELINE_BYTES = 64 << 20
"""The largest baseline that is read, 64 MiB: a baseline holds a whole plan."""

MAX_DEPTH = 32
"""How deep mappings and lists may stand in each other, and folders in a plan."""
