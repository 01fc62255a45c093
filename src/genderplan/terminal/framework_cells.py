"""Values of frameworks and of what plans say of them, as the text of cells."""

from collections.abc import Callable
from typing import Any, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.kinds.framework.rows import DutyCycleRow, LevelRow, RuleRow, ValidityRow
from genderplan.kinds.plan.rows import DutyRow, PublicationRow
from genderplan.kinds.shared.support_rows import DriverRow, SupportRow

_Date: TypeAlias = Callable[[PlanDate], str]


def _support(row: SupportRow) -> str:
    """`equality-standard/leadership`, `equality-standard/leadership (part)`."""
    return (row.section or row.text or "") + ("" if row.extent == "full" else f" ({row.extent})")


def _driver(row: DriverRow) -> str:
    return row.section or row.text or ""


def _span(row: DutyCycleRow | ValidityRow, date: _Date = str) -> str:
    """`from 2007-04`, `from 2007-04 until 2010-03`."""
    told = (f"from {date(row.from_)}" if row.from_ else "", f"until {date(row.until)}" if row.until else "")
    return " ".join(filter(None, told))


def _cycle(row: DutyCycleRow, date: _Date = str) -> str:
    """`every year from 30 Mar 2018, fixed`; where nothing says from when, a plan may."""
    often = " ".join(filter(None, (row.every.as_cycle, _span(row, date))))
    return f"{often}, {row.kind}" if row.kind else often


def _level(row: LevelRow) -> str:
    return row.title if row.score is None else f"{row.title} ({row.score})"


def _rule(row: RuleRow) -> str:
    return f"{row.id}: {row.title or row.note or f'{row.entries} different entries'}"


def _publication(row: PublicationRow, date: _Date = str) -> str:
    when = date(row.date) if row.date else f"expected {date(row.expected)}" if row.expected else "to come"
    return f"{row.id}: {row.title} ({', '.join(filter(None, (when, row.meets)))})"


def _duty(row: DutyRow, date: _Date = str) -> str:
    included = "".join(f"; includes {each.section}" for each in row.include)
    return row.section + (f" from {date(row.from_)}" if row.from_ else "") + included


FRAMEWORKS: dict[type, Callable[[Any], str]] = {
    SupportRow: _support,
    DriverRow: _driver,
    LevelRow: _level,
    RuleRow: _rule,
}

DATED_FRAMEWORKS: dict[type, Callable[..., str]] = {
    DutyCycleRow: _cycle,
    ValidityRow: _span,
    PublicationRow: _publication,
    DutyRow: _duty,
}
"""Those in which dates stand; how these are written is given, as in the file where it is not."""
