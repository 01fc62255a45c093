"""Times of what comes again, for completion in a shell: what follows @ in an id, from the one file that has it."""

from collections.abc import Mapping
from typing import Any

_AHEAD = 12
"""How many times are offered beyond those that the file tells of."""


def times_of(about: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The dates of an entry or a milestone that comes again, as its mapping in a file has them, each with what it is.

    Of one that cannot be read there are none.
    """
    from genderplan.dates.cycles import Cycle, CycleError, fitting_every
    from genderplan.dates.forms import DateError, parse_date
    from genderplan.dates.lengths import LengthError, parse_length

    due, every, until = (about.get(key) for key in ("due", "every", "until"))
    try:
        first = parse_date(str(due))
        cycle = Cycle(fitting_every(parse_length(str(every)), first), first, parse_date(str(until)) if until else None)
    except (CycleError, DateError, LengthError):
        return []
    done, skipped = (_keys(about.get(key)) for key in ("completed", "skipped"))
    dates = [cycle.occurrence(number) for number in range(min(cycle.size, len(done) + len(skipped) + _AHEAD))]
    said = {**dict.fromkeys(done, "complete"), **dict.fromkeys(skipped, "skipped")}
    return [(date.text, said.get(date.text, "open")) for date in dates if date]


def _keys(mapping: object) -> list[str]:
    return list(map(str, mapping)) if isinstance(mapping, dict) else []
