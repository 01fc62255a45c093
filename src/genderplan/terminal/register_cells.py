"""Values of registers as the text of cells."""

from collections.abc import Callable
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.kinds.register.rows import RelevanceRow, ReviewRuleRow


def _relevance(row: RelevanceRow) -> str:
    """`strands/race (high)`, `strands/age (none)`; where no priority is given the section alone."""
    return f"{row.section} ({row.priority})" if row.priority else row.section


def _review(row: ReviewRuleRow, date: Callable[[PlanDate], str] = str) -> str:
    """`Mar 2007`, `every year, last Mar 2006`, `every year, last time not given`."""
    if row.every is None:
        return date(row.date) if row.date else ""
    return f"{row.every.as_cycle}, last {date(row.last) if row.last else 'time not given'}"


REGISTERS: dict[type, Callable[[Any], str]] = {RelevanceRow: _relevance}

DATED_REGISTERS: dict[type, Callable[..., str]] = {ReviewRuleRow: _review}
"""Those in which dates stand; how these are written is given, as in the file where it is not."""
