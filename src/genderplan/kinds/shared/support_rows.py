"""Rows of support and of drivers, as they stand in entries, objectives and sections."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from genderplan.kinds.shared.supports import Driver, Support


class SupportRow(NamedTuple):
    """A section that is supported, or a text that stands in its place."""

    section: str | None
    """The section as framework/section, or the framework alone; null where a text stands in its place."""
    text: str | None
    """What is supported, in words, where no framework has it."""
    extent: str
    """How far: full, part, or none where the document says that nothing there contributes."""


class DriverRow(NamedTuple):
    """A section that something is done for, or a text that stands in its place."""

    section: str | None
    """The section as framework/section, or the framework alone; null where a text stands in its place."""
    text: str | None
    """What it is, in words, where no framework has it."""


def support_rows(supports: "Sequence[str | Support]") -> tuple[SupportRow, ...]:
    """The rows of what is supported, in its order."""
    return tuple(map(_support, supports)) if supports else ()


def driver_rows(drivers: "Sequence[str | Driver]") -> tuple[DriverRow, ...]:
    """The rows of drivers, in their order."""
    return tuple([_driver(each) for each in drivers]) if drivers else ()


def _support(each: "str | Support") -> SupportRow:
    return SupportRow(each, None, "full") if isinstance(each, str) else SupportRow(each.section, each.text, each.extent)


def _driver(each: "str | Driver") -> DriverRow:
    return DriverRow(each, None) if isinstance(each, str) else DriverRow(None, each.text)
