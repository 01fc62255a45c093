"""Completions in files: one day, or of what comes again a day for each time; and the times that are left out."""

from typing import Annotated, Any

from pydantic import Tag, ValidationInfo

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.shared.cycles import OF_CYCLES
from genderplan.kinds.shared.fields import TEXT_OR_MAPPING, Date, failure

Completion = Annotated[Annotated[Date, Tag("#text")] | Annotated[dict[Date, Date], Tag("#mapping")], TEXT_OR_MAPPING]


def checked_completion(completed: PlanDate | dict[PlanDate, PlanDate], info: ValidationInfo) -> object:
    """A day, or of what comes again the day of each time."""
    every = info.data.get("every", ...)
    if every is None and isinstance(completed, dict):
        hint = "write the one day; or how often it comes, under 'every'"
        raise failure(OF_CYCLES, "several days of 'completed', and nothing comes again: there is no 'every'", hint)
    if isinstance(every, Length) and not isinstance(completed, dict):
        due, way = info.data.get("due", "DATE"), "write when it was done under the date of each"
        hint = f"{way}: {{{due}: {completed}}}" if due else f"write when it comes first, under 'due'; then {way}"
        raise failure(
            OF_CYCLES, f"'completed' {completed} does not say which time, and it comes {every.as_cycle}", hint
        )
    return completed


def checked_skips(skipped: dict[PlanDate, str], info: ValidationInfo) -> dict[PlanDate, str]:
    """What is left out of what comes again; of what comes once nothing is."""
    if skipped and info.data.get("every", ...) is None:
        raise failure(OF_CYCLES, "'skipped' without 'every'", "write how often it comes again, or cancel it")
    return skipped


def checked_milestones(milestones: tuple[Any, ...], info: ValidationInfo) -> tuple[Any, ...]:
    """The milestones of an entry, which has none where it comes again by itself."""
    if milestones and info.data.get("every") is not None:
        raise failure(OF_CYCLES, "milestones of what comes again by itself", "write 'every' at a milestone")
    return milestones
