"""Values of frameworks and of what plans say of them, as the text of cells."""

from collections.abc import Callable
from typing import Any

from genderplan.kinds.framework.rows import DutyCycleRow, LevelRow, RuleRow, ValidityRow
from genderplan.kinds.plan.rows import DutyRow, PublicationRow
from genderplan.kinds.shared.support_rows import DriverRow, SupportRow
from genderplan.page.words import length_in_words


def _support(row: SupportRow) -> str:
    """`equality-standard/leadership`, `equality-standard/leadership (part)`."""
    return (row.section or row.text or "") + ("" if row.extent == "full" else f" ({row.extent})")


def _driver(row: DriverRow) -> str:
    return row.section or row.text or ""


def _cycle(row: DutyCycleRow) -> str:
    span = " ".join(filter(None, (f"from {row.from_}" if row.from_ else "", f"until {row.until}" if row.until else "")))
    return ", ".join(filter(None, (f"every {length_in_words(row.every)}", span, row.kind or "")))


def _validity(row: ValidityRow) -> str:
    return " ".join(filter(None, (f"from {row.from_}" if row.from_ else "", f"until {row.until}" if row.until else "")))


def _level(row: LevelRow) -> str:
    return row.title if row.score is None else f"{row.title} ({row.score})"


def _rule(row: RuleRow) -> str:
    return f"{row.id}: {row.title or row.note or f'{row.entries} different entries'}"


def _publication(row: PublicationRow) -> str:
    when = str(row.date) if row.date else f"expected {row.expected}" if row.expected else "to come"
    return f"{row.id}: {row.title} ({', '.join(filter(None, (when, row.meets)))})"


def _duty(row: DutyRow) -> str:
    included = "".join(f"; includes {each.section}" for each in row.include)
    return row.section + (f" from {row.from_}" if row.from_ else "") + included


FRAMEWORKS: dict[type, Callable[[Any], str]] = {
    SupportRow: _support,
    DriverRow: _driver,
    DutyCycleRow: _cycle,
    ValidityRow: _validity,
    LevelRow: _level,
    RuleRow: _rule,
    PublicationRow: _publication,
    DutyRow: _duty,
}
