"""Words of annexes: dates as a document prints them, and that there is nothing to print."""

from genderplan.dates.forms import PlanDate
from genderplan.page.words import date_in_full


def timescale(start: PlanDate | None, end: PlanDate | None) -> str:
    """`January 2004 – June 2004`, `from January 2004`, `by June 2004`; one date that is both, nothing for none."""
    first, last = date_in_full(start), date_in_full(end)
    if first and last:
        return first if first == last else f"{first} – {last}"
    return f"from {first}" if first else f"by {last}" if last else ""


def none_of(noun: str) -> str:
    """`There is no project.`"""
    return f"There is no {noun}."
