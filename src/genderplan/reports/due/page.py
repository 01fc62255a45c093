"""Page of what falls due: one list, a section for each group."""

from collections.abc import Iterator, Mapping

from genderplan.dates.forms import PlanDate, parse_date
from genderplan.page.page import Block, Column, Facts, Note, Organisations, Page, Section, Stack, Value
from genderplan.page.words import counted, date_in_words, day_in_words, sentence, several
from genderplan.reports.due.result import Dues, groups_of
from genderplan.reports.due.ways import Grouping
from genderplan.reports.parts import short_identifier, table
from genderplan.standing.rag import Status
from genderplan.standing.records.dues import DueRecord

_COLUMNS = (
    Column("What", is_name=True),
    Column("Lead"),
    Column("Kind"),
    Column("Due"),
    Column("Status"),
    Column("Overdue by"),
)
_NO_LEAD = "No lead"
_LEADS = "What several lead stands under each of them; the whole has it once."


def due_page(report: Dues, names: Mapping[str, str]) -> Page:
    """What is overdue and what falls due, and what comes next where nothing does."""
    return Page("Due", tuple(_blocks(report, names)), names)


def _blocks(report: Dues, names: Mapping[str, str]) -> Iterator[Block]:
    yield Facts(tuple(map(day_in_words, report.plans)))
    yield Note(_in_short(report))
    for key, records in groups_of(report.items, report.by):
        title = _title(key, report.by, names)
        yield Section(title, (table(title, _COLUMNS, [_row(each, report, names) for each in records]),), len(records))
    if report.by is Grouping.LEAD and any(len(each.leads) > 1 for each in report.items):
        yield Note(_LEADS, is_aside=True)


def _in_short(report: Dues) -> str:
    """`6 things are overdue, and 9 fall due until 3 Dec 2003.`"""
    late = sum(each.status is Status.OVERDUE for each in report.items)
    rest = len(report.items) - late
    ends = {each.until for each in report.reach}
    until = _until(report.until or min(ends)) if report.until or len(ends) == 1 else "soon"
    overdue = f"{counted(late, 'thing')} {'is' if late == 1 else 'are'} overdue" if late else "Nothing is overdue"
    falls = f"{rest:,} {'falls' if rest == 1 else 'fall'} due" if rest else "nothing falls due"
    return f"{overdue}, and {falls} {until}.{_next(report)}"


def _until(end: PlanDate) -> str:
    """`until 3 Dec 2003`, `until the end of 2004`."""
    return f"until {'' if end.is_day else 'the end of '}{date_in_words(end)}"


def _next(report: Dues) -> str:
    following = report.next
    return f" Next: {following.caption}, {date_in_words(following.date)}." if following else ""


def _title(key: str | None, by: Grouping | None, names: Mapping[str, str]) -> str:
    if by is Grouping.LEAD:
        return names.get(key, key) if key else _NO_LEAD
    if by is Grouping.MONTH and key:
        return date_in_words(parse_date(key))
    return sentence(several(key or "") if by is Grouping.KIND else key or "")


def _row(each: DueRecord, report: Dues, names: Mapping[str, str]) -> tuple[Value, ...]:
    """What falls due over what it belongs to, its id, and what is to be known of it; when, and how late it is."""
    of = names.get(each.of, each.of) if each.of and each.plan is None else each.of
    what = Stack(tuple(filter(None, (each.caption, of, short_identifier(each.id, report.plans), each.note))))
    late = None if each.days_overdue is None else counted(each.days_overdue, "day")
    kind = None if report.by is Grouping.KIND else each.kind.value
    status = each.status if report.by else None
    return what, Organisations(each.leads), kind, each.date, status, late
