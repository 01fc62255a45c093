"""`record`: a value of an indicator, in the file that has it."""

from functools import partial
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.decimals import DecimalError, parse_decimal
from genderplan.editing.changes import edited
from genderplan.editing.naming import id_meant
from genderplan.errors import UsageError
from genderplan.kinds.indicator.rows import PENDING, IndicatorRow, ValueRow
from genderplan.source.yaml.editor import MappingKey, with_item, with_value, without_key
from genderplan.suggestions import unknown

_BEFORE_VALUES = ("targets", "baseline", "categories", "every", "data_source", "lead", "good", "unit", "title")
"""Behind which keys `values` stands if it is new, nearest first."""


class NewValue(NamedTuple):
    """What an indicator was in a period, or is expected to be; `replace` says that another value was told before."""

    period: PlanDate
    value: str
    kind: str
    category: str | None = None
    replace: bool = False


def given_value(text: str) -> str:
    """A number as an option gives it, or that it is pending. Raises UsageError for anything else."""
    try:
        return text if text == PENDING else parse_decimal(text)
    except DecimalError as error:
        raise UsageError(f"--value: {error} ({error.hint})") from None


def category_of(row: IndicatorRow, name: str | None) -> str | None:
    """The id of the category that an option names by it or by its title. Raises UsageError where it means none."""
    titles = {each.id: each.title for each in row.categories}
    if name is None and None not in row.keys:
        raise UsageError(f"which category of {row.id}? name one with --category: {', '.join(titles)}")
    if name is None:
        return None
    meant = id_meant(f"category of {row.id}", name, titles.items())
    if meant is None:
        raise UsageError(unknown(f"category of {row.id}", name, titles))
    return meant


def recorded(row: IndicatorRow, new: NewValue) -> bytes:
    """The file of an indicator with a value: in the place of one that is pending, or of another, else as the last one.

    Raises UsageError where another value stands there already, or where the file is laid out so that it has no place
    for it.
    """
    number = next((number for number, each in enumerate(row.values) if _is_same(each, new)), None)
    if number is not None:
        _refuse_known(row, row.values[number], new)
        edit = partial(_in_place, was=row.values[number], number=number, value=new.value)
        return edited(row.file, row.places.data, edit)
    if new.replace:
        raise UsageError(f"{_told(row, new)}: there is no such value to be replaced")
    given = {"period": new.period.text, "category": new.category, "value": new.value, "kind": new.kind}
    item = {key: text for key, text in given.items() if text is not None}
    key = MappingKey((), "values", _BEFORE_VALUES)
    return edited(row.file, row.places.data, lambda data: with_item(data, key, item))


def _is_same(value: ValueRow, new: NewValue) -> bool:
    return (value.category, value.period[:2], value.kind) == (new.category, new.period[:2], new.kind)


def _in_place(data: bytes, was: ValueRow, number: int, value: str) -> bytes:
    """A value in the place of another; what was said of it while it was pending goes."""
    data = with_value(data, MappingKey(("values", number), "value"), value)
    for key in ("expected", "reason"):
        if value != PENDING and getattr(was, key) is not None:
            data = without_key(data, MappingKey(("values", number), key))
    return data


def _refuse_known(row: IndicatorRow, was: ValueRow, new: NewValue) -> None:
    if was.value == new.value:
        raise UsageError(f"{_told(row, new)}: is {was.value} already")
    if was.number is not None and not new.replace:
        raise UsageError(f"{_told(row, new)}: is {was.value} already; --replace gives another value")


def _told(row: IndicatorRow, new: NewValue) -> str:
    return ", ".join(filter(None, (row.full_id(), new.category, new.period.text, new.kind)))


def value_in_words(row: IndicatorRow, new: NewValue) -> str:
    """`pay/senior-posts, officers, 2024, outcome: 34.2`."""
    return f"{_told(row, new)}: {new.value}"
