"""`status --since` on a screen: what was completed, what became overdue, what moved, came and went."""

from collections.abc import Iterator, Sequence

from genderplan.page.words import as_of_in_words, counted, date_in_words, one_line
from genderplan.reports.slippage.text import change_lines
from genderplan.reports.slippage.words import reasons_in_words, since_in_short, since_in_words, since_next_in_words
from genderplan.reports.status.news import UpdateNews
from genderplan.reports.status.since import Since, SinceReport
from genderplan.standing.records import MilestoneRecord, PlanLabel
from genderplan.terminal.facts import next_lines
from genderplan.terminal.items import item_lines
from genderplan.terminal.layout import Cell, flow, heading, section
from genderplan.terminal.screen import Line, Screen

_WIDEST = 140


def since_lines(report: SinceReport, screen: Screen) -> Iterator[Line]:
    """Every plan after the other."""
    width = min(screen.width or 80, _WIDEST)
    for number, (label, found) in enumerate(zip(report.plans, report.since, strict=True)):
        if number:
            yield [("", "")]
        yield from _plan(label, found, screen, width)


def _plan(label: PlanLabel, found: Since, screen: Screen, width: int) -> Iterator[Line]:
    facts = (label.id, as_of_in_words(label.as_of, label.as_of_from), since_in_words(found.since))
    yield from heading(label.title, facts, screen, width)
    yield [("", "")]
    yield from flow(since_in_short(found), width, "head")
    yield from _items("COMPLETED", found.completed or (), "complete", screen, width)
    yield from _items("NEWLY OVERDUE", found.newly_overdue or (), "overdue", screen, width)
    yield from _items("CANCELLED", found.cancelled or (), "cancelled", screen, width)
    yield from _updates(found.updates or (), width)
    yield from change_lines(found.comparison, screen, width, reasons_in_words(found.reasons))
    yield [("", "")]
    command, why = since_next_in_words(found)
    yield from next_lines(command, label, why, width)


def _items(title: str, records: Sequence[MilestoneRecord], style: str, screen: Screen, width: int) -> Iterator[Line]:
    if not records:
        return
    yield from section(f"{title} ({len(records)})", style)
    yield from item_lines([(*_facts(each), each) for each in records], screen, width)


def _updates(updates: Sequence[UpdateNews], width: int) -> Iterator[Line]:
    """What was reported: when, by whom and of what, and below it the words."""
    if not updates:
        return
    yield from section(f"UPDATES ({len(updates)})")
    for each in updates:
        about = ("  ".join(filter(None, (date_in_words(each.date), each.by)))) or "no date"
        name = each.id.partition("/")[2]
        yield from flow(f"  {about}  {name}: {one_line(each.title)}", width, "dim", hanging="    ")
        yield from flow(one_line(each.text), width, indent=4)


def _facts(record: MilestoneRecord) -> tuple[Cell, Cell]:
    """When it was done, or was due, and by how much it is late."""
    day = (date_in_words(record.completed or record.awaited), "")
    return day, (counted(record.days_overdue, "day") if record.days_overdue else "", "overdue")
