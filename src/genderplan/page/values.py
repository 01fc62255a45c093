"""Words of values: how a page's cell reads where a format has nothing better for it."""

from collections.abc import Callable, Mapping
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.page.page import (
    Amount,
    Command,
    Heat,
    Holding,
    Identifier,
    Nested,
    NumberSeries,
    Organisations,
    Rooms,
    Share,
    Shift,
    Stack,
    Value,
)
from genderplan.page.words import (
    agreed_in_words,
    counted,
    date_in_words,
    length_in_words,
    shift_in_words,
    variance_in_words,
)
from genderplan.text import one_line

ARROW = "→"


def words_of(value: Value, names: Mapping[str, str], arrow: str = ARROW) -> str:
    """A value on one line; nothing for none."""
    say = _WORDS.get(type(value))
    if say:
        return say(value)
    if isinstance(value, Organisations):
        return ", ".join(one_line(names.get(each, each)) for each in value.ids)
    if isinstance(value, Shift):
        return _shift_in_words(value, arrow)
    if isinstance(value, Rooms):
        return _rooms_in_words(value, arrow)
    if isinstance(value, Stack):
        return "; ".join(filter(None, (words_of(each, names, arrow) for each in value.values)))
    return one_line(str(value))


def _shift_in_words(shift: Shift, arrow: str) -> str:
    """`Dec 2003 → Feb 2004`; `still Apr 2004` where it did not move."""
    if shift.was != shift.now:
        return shift_in_words(shift.was, shift.now, arrow)
    return f"still {agreed_in_words(shift.now)}" if shift.now else ""


def _rooms_in_words(rooms: Rooms, arrow: str) -> str:
    """`4 → 2 months`, `2 months` where nothing changed or only one is known, nothing where none is."""
    before, after, unit = rooms
    if after is None or unit is None:
        return ""
    return unit.counted(after) if before is None or before == after else f"{before:,} {arrow} {unit.counted(after)}"


_WORDS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    str: one_line,
    int: "{:,}".format,
    PlanDate: date_in_words,
    Length: length_in_words,
    Variance: variance_in_words,
    Identifier: lambda each: one_line(each.text),
    Nested: lambda each: "- " * each.depth + one_line(each.text),
    Command: lambda each: one_line(each.text),
    Share: lambda share: f"{share.done:,}/{share.of:,}",
    Heat: lambda heat: f"{heat.number:,}" if heat.number else "",
    NumberSeries: lambda series: ", ".join(series.values),
    Amount: lambda amount: counted(amount.number, amount.noun),
    Holding: lambda held: f"{held.extent} {held.number:,}" if held.number else held.extent,
}
