"""Policy from flags, environment and plan.yaml: on which day a plan is judged."""

from collections.abc import Callable
from datetime import date

from genderplan.dates.forms import DateError, PlanDate, day_of, parse_date, parse_day
from genderplan.errors import UsageError
from genderplan.plan.plans import Plan
from genderplan.standing.standings import AsOf


def as_of(plan: Plan, option: str | None, environment: str | None, today: date) -> AsOf:
    """The status date of a plan: the option's, else the environment's, else the plan's own, else today.

    Raises UsageError for an option or a variable that is not a day.
    """
    if option is not None:
        return _given(option, "--as-of", "option")
    if environment:
        return _given(environment, "GENDERPLAN_AS_OF", "environment")
    if plan.status_date is not None:
        return AsOf(plan.status_date, "plan")
    return AsOf(day_of(today), "today")


def day_of_the_run(option: str | None, environment: str | None, today: date) -> PlanDate:
    """The day of a run that has no plan yet: the option's, else the environment's, else today."""
    if option is not None:
        return _read(parse_day, option, "--as-of")
    return _read(parse_day, environment, "GENDERPLAN_AS_OF") if environment else day_of(today)


def given_date(text: str | None, name: str) -> PlanDate | None:
    """The date that an option gives. Raises UsageError, naming the option, where it is none."""
    return None if text is None else read_date(text, name)


def read_date(text: str, name: str) -> PlanDate:
    """The date in the text of an option. Raises UsageError, naming the option, where it is none."""
    return _read(parse_date, text, name)


def given_day(text: str | None, name: str) -> PlanDate | None:
    """The day that an option gives. Raises UsageError, naming the option, where it is none."""
    return None if text is None else _read(parse_day, text, name)


def _given(text: str, name: str, origin: str) -> AsOf:
    return AsOf(_read(parse_day, text, name), origin)


def _read(parse: Callable[[str], PlanDate], text: str, name: str) -> PlanDate:
    try:
        return parse(text)
    except DateError as error:
        raise UsageError(f"{name}: {error}" + (f" ({error.hint})" if error.hint else "")) from None
