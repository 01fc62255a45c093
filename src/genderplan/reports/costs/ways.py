"""Ways in which costs are summed up, by themselves: a shell that completes a line waits for no plan."""

from enum import StrEnum


class Way(StrEnum):
    """What costs are summed up by."""

    YEAR = "year"
    OBJECTIVE = "objective"
    LEAD = "lead"
    KIND = "kind"
