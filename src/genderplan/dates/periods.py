"""Periods that come again every so often, each in the form of the first one: what an indicator owes a value for.

Period n is the first one plus n times the length, never the one before plus the length: nothing drifts from the 31st.
"""

from collections.abc import Iterator
from datetime import date

from genderplan.dates.forms import DateError, PlanDate, day_of, exact_date
from genderplan.dates.lengths import Length

MOST = 1_000
"""How many periods are owed at most, however short the length and however long ago the first."""

_SEASONS = ("spring", "summer", "autumn", "winter")


def is_multiple(every: Length, period: PlanDate) -> bool:
    """Whether a length leads from a period to another of its form."""
    months = _months_in(period)
    return not months or (every.unit in "MY" and every.months % months == 0)


def periods_until(first: PlanDate, every: Length, day: int) -> Iterator[PlanDate]:
    """The first period and those that follow it, as far as they have ended by a day, given as its ordinal."""
    if not every.number or not is_multiple(every, first):
        return
    for number in range(MOST):
        period = _later(first, Length(every.number * number, every.unit))
        if period is None or period.last > day:
            return
        yield period


def _months_in(period: PlanDate) -> int:
    """How many months a period has; 0 where it is a day."""
    if period.is_day:
        return 0
    first = date.fromordinal(period.first)
    return period.last_month - first.year * 12 - first.month + 1


def _later(first: PlanDate, length: Length) -> PlanDate | None:
    """The period of the same form so much later; None beyond the years that dates have."""
    if first.is_day:
        return day_of(date.fromordinal(length.after(first.first)))
    try:
        return exact_date(_text_later(first.text, length.months // _months_in(first)))
    except DateError:
        return None


def _text_later(text: str, number: int) -> str:
    """The text of what comes so many of its own size later: a year, a quarter, a season, a month."""
    kind = "" if text[0].isdigit() else text[:2]
    year, rest = int(text[len(kind) :][:4]), text[7 + len(kind) :] if kind else text[4:]
    part = rest[1:]
    of_year = 4 if part.startswith("Q") or part in _SEASONS else 12 if part else 1
    place = _SEASONS.index(part) if part in _SEASONS else int(part.removeprefix("Q")) - 1 if part else 0
    year, place = divmod(year * of_year + place + number, of_year)
    head = f"{kind}{year}-{(year + 1) % 100:02d}" if kind else str(year)
    if not part:
        return head
    return f"{head}-{_SEASONS[place] if part in _SEASONS else f'Q{place + 1}' if of_year == 4 else f'{place + 1:02d}'}"
