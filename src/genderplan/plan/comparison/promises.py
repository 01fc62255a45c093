"""Promise that an entry's dates make as one: its own date, under whichever key it stands."""

from collections.abc import Mapping

from genderplan.dates.forms import PlanDate

_Dates = Mapping[str, PlanDate]


def as_one_promise(then: _Dates, now: _Dates) -> tuple[_Dates, _Dates]:
    """The agreed dates of then and of now by their fields, what counted as own date beside what counts now.

    An entry's own date is its `due`, else its `end`. So a `due` that comes in place of an `end`, or a later one beside
    it, is the `end` moved; an `end` that is left when the `due` goes is the `due` moved. Each then stands under `due`
    on both sides. A first `due` that is no later than the `end` takes nothing back, and stays what it is.
    """
    if "due" in then and "due" not in now and "end" in now:
        return then, _under_due(now, then)
    is_new = "due" in now and "due" not in then and "end" in then
    if is_new and ("end" not in now or now["due"].last > then["end"].last):
        return _under_due(then, now), now
    return then, now


def _under_due(dates: _Dates, other: _Dates) -> _Dates:
    """Dates with their `end` as `due`; the `end` itself only where the other side has one to hold against it."""
    kept = {field: date for field, date in dates.items() if field != "end" or "end" in other}
    return {**kept, "due": dates["end"]}
