"""Words of values: how a page's cell reads where a format has nothing better for it."""

from collections.abc import Callable, Mapping
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.page.page import Amount, Command, Identifier, Organisations, Rooms, Series, Share, Shift, Stack, Value
from genderplan.page.words import (
    counted,
    date_in_words,
    dates_in_words,
    length_in_words,
    room_in_words,
    shift_in_words,
    signed,
)
from genderplan.text import one_line

ARROW = "→"


def words_of(value: Value, names: Mapping[str, str], arrow: str = ARROW) -> str:
    """A value on one line; nothing for none."""
    if value is None:
        return ""
    if isinstance(value, Organisations):
        return ", ".join(one_line(names.get(each, each)) for each in value.ids)
    if isinstance(value, Shift):
        return (dates_in_words if value.was == value.now else shift_in_words)(value.was, value.now, arrow)
    if isinstance(value, Rooms):
        return room_in_words(value.before, value.after, value.unit, arrow)
    if isinstance(value, Stack):
        return "; ".join(filter(None, (words_of(each, names, arrow) for each in value.values)))
    say = _WORDS.get(type(value))
    return say(value) if say else one_line(str(value))


_WORDS: dict[type, Callable[[Any], str]] = {
    int: "{:,}".format,
    PlanDate: date_in_words,
    Length: length_in_words,
    Variance: lambda late: signed(late.amount, late.in_days),
    Identifier: lambda each: one_line(each.text),
    Command: lambda each: one_line(each.text),
    Share: lambda share: f"{share.done:,}/{share.of:,}",
    Series: lambda series: ", ".join(series.values),
    Amount: lambda amount: counted(amount.number, amount.noun),
}
