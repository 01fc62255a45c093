"""Fields of indicators: numbers in whose place a word may stand, and units."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from genderplan.kinds.indicator.rows import NO_TARGET, PENDING, PERCENT
from genderplan.kinds.shared.fields import Text, failure, number_or

_OTHER_PERCENTS = frozenset(("%", "percents", "percentage", "percentages", "per cent", "pct", "in percent", "in %"))


def _unit(text: str) -> str:
    """A unit; what is percent by another name is refused, for its differences would not be points."""
    plain = " ".join(text.casefold().split())
    if text != PERCENT and (plain == PERCENT or plain in _OTHER_PERCENTS):
        raise failure("GP108", f"'{text}' is {PERCENT} by another name", f"write '{PERCENT}'")
    return text


NumberOrNoTarget = Annotated[str, number_or(NO_TARGET), WithJsonSchema({"$comment": "a number or no-target"})]
NumberOrPending = Annotated[str, number_or(PENDING), WithJsonSchema({"$comment": "a number or pending"})]
Unit = Annotated[Text, AfterValidator(_unit)]
