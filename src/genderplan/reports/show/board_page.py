"""Page of a board: its meetings, the reports that it is owed, and its decisions, as tables."""

from collections.abc import Iterator

from genderplan.page.page import Column, Identifier, Organisations, Section, Stack, Table, Value
from genderplan.reports.show.boards import BoardDetail, often_in_words
from genderplan.standing.records.boards import BoardReportRecord, DecisionRecord, MeetingRecord
from genderplan.terminal.cells import in_words

_MEETINGS = (Column("Date"), Column("Status"), Column("Meeting", is_name=True), Column("Papers by"), Column("Theme"))
_REPORTS = (
    *(Column("Due"), Column("Status"), Column("Report", is_name=True), Column("By"), Column("How often")),
    *(Column("Received"), Column("Reason")),
)
_DECISIONS = (
    *(Column("Kind"), Column("State"), Column("Text", is_name=True), Column("Lead"), Column("Due"), Column("Meeting")),
)


def board_sections(board: BoardDetail) -> Iterator[Section]:
    """What is a board's own; nothing of what it has none of."""
    name = board.record.id
    tables = (
        Table(f"Meetings of {name}", _MEETINGS, tuple(map(_meeting, board.meetings))),
        Table(f"Reports to {name}", _REPORTS, tuple(map(_report, board.reports))),
        Table(f"Decisions of {name}", _DECISIONS, tuple(map(_decision, board.decisions))),
    )
    for title, table in zip(("Meetings", "Reports", "Decisions"), tables, strict=True):
        if table.rows:
            yield Section(title, (table,), len(table.rows))


def _meeting(record: MeetingRecord) -> tuple[Value, ...]:
    kind = record.kind if record.kind != "ordinary" else None
    name = Stack((*filter(None, (record.title, kind)), Identifier(record.id)))
    why = in_words(record.cancelled) if record.cancelled else record.theme
    return record.date, record.status, name, record.papers_by, why


def _report(record: BoardReportRecord) -> tuple[Value, ...]:
    title = Stack((record.title, Identifier(record.id)))
    often = often_in_words(record)
    return record.due, record.status, title, Organisations(record.by), often, record.received, record.reason


def _decision(record: DecisionRecord) -> tuple[Value, ...]:
    text = Stack((record.text, Identifier(record.id)))
    return record.kind, record.state, text, Organisations(record.leads), record.due, record.meeting
