"""Ways in which what falls due is grouped, by themselves: a shell that completes a line waits for no plan."""

from enum import StrEnum


class Grouping(StrEnum):
    """What dues are grouped by; where nothing is asked for, by their status."""

    LEAD = "lead"
    MONTH = "month"
    KIND = "kind"
