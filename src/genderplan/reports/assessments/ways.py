"""Ways to lay out assessments, by themselves: a shell that completes a line waits for no plan."""

from enum import StrEnum


class RatingColumns(StrEnum):
    """What the columns are."""

    DATE = "date"
    ABOUT = "about"
