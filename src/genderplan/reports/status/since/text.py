"""`status --since` on a screen: what was completed, what became overdue, what moved, came and went."""

from collections.abc import Iterator, Sequence

from genderplan.page.words import bare_id, counted, date_in_words, name_of, one_line
from genderplan.reports.slippage.text import change_lines
from genderplan.reports.status.keys import KeyChange, key_in_words
from genderplan.reports.status.since.news import UpdateNews
from genderplan.reports.status.since.result import Since, SinceReport
from genderplan.reports.status.since.words import (
    changes_in_short,
    day_of_change,
    next_in_words,
    reasons_in_words,
    since_in_words,
)
from genderplan.standing.records.items import MilestoneRecord, PlanLabel
from genderplan.terminal.items import item_lines
from genderplan.terminal.layout import Cell, apart, flow, section
from genderplan.terminal.parts import next_lines, plan_heading
from genderplan.terminal.screen import Line, Screen

_WIDEST = 140


def since_lines(report: SinceReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = min(screen.width or 80, _WIDEST)
    pairs = zip(report.plans, report.since, strict=True)
    return apart(_plan(label, found, screen, width) for label, found in pairs)


def _plan(label: PlanLabel, found: Since, screen: Screen, width: int) -> Iterator[Line]:
    yield from plan_heading(label, [since_in_words(found.since)], screen, width)
    yield [("", "")]
    yield from flow(changes_in_short(found), width, "head")
    yield from _items("COMPLETED", found.completed or (), "complete", screen, width)
    yield from _items("NEWLY OVERDUE", found.newly_overdue or (), "overdue", screen, width)
    yield from _items("CANCELLED", found.cancelled or (), "cancelled", screen, width)
    yield from _updates(found.updates or (), screen, width)
    yield from _other_keys(found.other_keys or (), screen, width)
    reasons = reasons_in_words(found.reasons, found.comparison.moves, screen.names)
    yield from change_lines(found.comparison, screen, width, reasons)
    yield from next_lines(label, *next_in_words(found), width)


def _items(title: str, records: Sequence[MilestoneRecord], style: str, screen: Screen, width: int) -> Iterator[Line]:
    if not records:
        return
    yield from section(f"{title} ({len(records)})", style)
    yield from item_lines([(*_facts(each), each) for each in records], screen, width)


def _updates(updates: Sequence[UpdateNews], screen: Screen, width: int) -> Iterator[Line]:
    """What was reported: when, by whom and of what, and below it the words."""
    if not updates:
        return
    yield from section(f"UPDATES ({len(updates)})")
    for each in updates:
        about = ("  ".join(filter(None, (date_in_words(each.date), name_of(each.by, screen.names))))) or "no date"
        name = bare_id(each.id)
        yield from flow(f"  {about}  {name}: {one_line(each.title)}", width, "dim", hanging="    ")
        yield from flow(one_line(each.text), width, indent=4)
        for told in each.told:
            yield from flow(told, width, "dim", indent=4, hanging="  ")


def _other_keys(changes: Sequence[KeyChange], screen: Screen, width: int) -> Iterator[Line]:
    """What else is said otherwise: of what, what it says now, and what it said."""
    if not changes:
        return
    yield from section(f"OTHER KEYS ({len(changes)})")
    for each in changes:
        name = bare_id(each.id)
        yield from flow(f"  {each.key}  {name}: {one_line(each.title)}", width, "dim", hanging="    ")
        yield from flow(one_line(key_in_words(each, screen.names)), width, indent=4)


def _facts(record: MilestoneRecord) -> tuple[Cell, Cell]:
    """When it was done or cancelled, or was due, and by how much it is late."""
    day = (date_in_words(day_of_change(record)), "")
    return day, (counted(record.days_overdue, "day") if record.days_overdue else "", "overdue")
