"""Page of a calendar: a section for each month, day after day."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from genderplan.dates.forms import month_of
from genderplan.page.page import (
    Block,
    Column,
    Facts,
    Note,
    Organisations,
    Page,
    Section,
    Stack,
    Table,
    Value,
)
from genderplan.page.words import counted, date_in_words, day_in_words
from genderplan.reports.calendar.result import Events
from genderplan.reports.parts import short_identifier, table
from genderplan.standing.records.events import EventKind, EventRecord

_COLUMNS = (
    Column("When"),
    Column("What", is_name=True),
    Column("Kind"),
    Column("Lead"),
    Column("Status"),
)
_RULE = "By rule: the date follows from how often the board meets, and no file gives it."


def calendar_page(report: Events, names: Mapping[str, str]) -> Page:
    """All events of a calendar, month by month."""
    return Page("Calendar", tuple(_blocks(report, names)), names)


def _blocks(report: Events, names: Mapping[str, str]) -> Iterator[Block]:
    board = (names.get(report.board, report.board),) if report.board else ()
    yield Facts((*board, *map(day_in_words, report.plans)))
    yield Note(_in_short(report))
    whole = table("", _COLUMNS, [_row(each, report, names) for each in report.events])
    rows = zip(report.events, whole.rows, strict=True)
    for month, members in groupby(rows, lambda each: month_of(each[0].date.last)):
        of_month = tuple(row for _, row in members)
        title = date_in_words(month)
        yield Section(title, (Table(title, whole.columns, of_month),), len(of_month))
    if any(each.is_by_rule for each in report.events):
        yield Note(_RULE, is_aside=True)


def _in_short(report: Events) -> str:
    meetings = sum(each.kind is EventKind.MEETING for each in report.events)
    span = f"from {date_in_words(report.from_)} to {date_in_words(report.to)}"
    if not report.events:
        return f"There is nothing {span}."
    rest = len(report.events) - meetings
    return f"{counted(meetings, 'meeting')} and {counted(rest, 'other date')} {span}."


def _row(each: EventRecord, report: Events, names: Mapping[str, str]) -> tuple[Value, ...]:
    what = Stack(
        tuple(filter(None, (each.title, each.of_in_words(names), short_identifier(each.id, report.plans), each.note)))
    )
    return each.date, what, each.kind.value, Organisations(each.leads), _state(each)


def _state(each: EventRecord) -> Value:
    if each.is_cancelled:
        return "cancelled"
    return each.status or ("by rule" if each.is_by_rule else None)
