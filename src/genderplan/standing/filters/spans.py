"""Spans of dates, as a filter has them in words."""

from genderplan.dates.forms import DateError, parse_date
from genderplan.errors import UsageError

_EARLIEST, _LATEST = 1, 1 << 30


def span_of(text: str) -> tuple[int, int]:
    """The ordinals of `A..B`, from A's first day to B's last; either may be left out; one date is a span too.

    Raises UsageError for what is none.
    """
    first, dots, last = text.partition("..")
    if dots and not first and not last:
        raise UsageError(f"'{text}' is no span of dates: write A..B, A.. or ..B")
    try:
        if not dots:
            return parse_date(first).first, parse_date(first).last
        span = (parse_date(first).first if first else _EARLIEST, parse_date(last).last if last else _LATEST)
    except DateError as error:
        raise UsageError(f"--due {text}: {error} ({error.hint})" if error.hint else f"--due {text}: {error}") from None
    if span[0] > span[1]:
        raise UsageError(f"--due {text}: the span ends before it begins")
    return span
