"""Page of an agenda, the part of the board itself: the meeting, its decisions, and the reports that it is owed."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.page.page import Column, Identifier, Note, Organisations, Section, Stack, Value
from genderplan.page.words import date_in_words, name_of
from genderplan.reports.agenda.records import AgendaReport, OpenDecision
from genderplan.reports.agenda.result import Agenda
from genderplan.reports.agenda.words import (
    about_in_words,
    cancelled_in_words,
    group_in_words,
    meeting_in_words,
    member_in_words,
    often_in_words,
    put_off_in_words,
    rota_in_words,
    rule_in_words,
    source_in_words,
    turn_in_words,
)
from genderplan.reports.parts import table

_DECISIONS = (Column("What", is_name=True), Column("Lead"), Column("Kind"), Column("Meeting"), Column("Due"))
_REPORTS = (Column("Report", is_name=True), Column("By"), Column("When"), Column("Received"))


def meeting_section(report: Agenda, names: Mapping[str, str]) -> Section:
    """What is known of the meeting, and of those before and after it, a line each."""
    told = (Note(f"{head}: {text}") for head, text in _facts(report, names) if text)
    return Section("The meeting", tuple(told))


def _facts(report: Agenda, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    board, meeting = report.board, report.meeting
    yield "This meeting", meeting_in_words(meeting)
    yield "Papers by", date_in_words(meeting.papers_by if meeting else None)
    yield "Role", board.role or ""
    yield "Chair", name_of(board.chair, names)
    yield "Members", "; ".join(member_in_words(each, names) for each in board.members)
    yield "Meets", rule_in_words(board.meets, names)
    yield "Last meeting", meeting_in_words(report.last)
    yield from (("Cancelled", cancelled_in_words(each)) for each in report.cancelled_meetings)
    yield "Next meeting", meeting_in_words(report.next)
    yield "Serves", name_of(board.serves, names)
    around = (*report.boards_above, *report.other_boards)
    yield "Other boards", "; ".join(f"{names.get(each.board, each.board)}, {meeting_in_words(each)}" for each in around)
    yield "Working groups", "; ".join(group_in_words(each, names) for each in board.working_groups)
    yield "Reviews in turn", rota_in_words(board.champions, names)
    yield "Whose turn it is", "; ".join(turn_in_words(each, names) for each in report.turns)


def board_sections(report: Agenda) -> Iterator[Section]:
    """What the board is to decide and receive, what did not come, and what is still open."""
    titles = {each.id: each.title for each in report.plans}
    yield _decisions("Recommendations, decisions and concerns", report.decisions, titles)
    yield _reports("Reports to this meeting", report.reports, titles)
    yield _reports("Promised, and not recorded as received", report.missing, titles)
    yield _reports("Received since the last meeting", report.came, titles)
    yield _decisions("Still open from earlier meetings", report.open_decisions, titles)
    yield _reports("Reports to come", report.to_come, titles)


def rows_section(title: str, columns: Sequence[Column], rows: Sequence[tuple[Value, ...]]) -> Section:
    """One table under its title; where it has no row, a section without blocks, of which only the title is told."""
    return Section(title, (table(title, columns, rows),) if rows else (), len(rows) or None)


def _decisions(title: str, decisions: Sequence[OpenDecision], titles: Mapping[str, str]) -> Section:
    return rows_section(title, _DECISIONS, [_decision(each, titles) for each in decisions])


def _decision(each: OpenDecision, titles: Mapping[str, str]) -> tuple[Value, ...]:
    decision = each.decision
    notes: tuple[Value, ...] = (
        about_in_words(decision.about, titles),
        Identifier(each.id),
        source_in_words(decision.source),
    )
    what = Stack((decision.text, *[note for note in notes if note]))
    return what, Organisations(decision.leads), decision.kind, each.date, decision.due


def _reports(title: str, reports: Sequence[AgendaReport], titles: Mapping[str, str]) -> Section:
    return rows_section(title, _REPORTS, [_report(each, titles) for each in reports])


def _report(each: AgendaReport, titles: Mapping[str, str]) -> tuple[Value, ...]:
    often = often_in_words(each.every, each.every_meetings)
    date = each.due or (each.meeting.date if each.meeting else None)
    when = ", ".join(filter(None, (often, date_in_words(date) or "no date is given")))
    notes: tuple[Value, ...] = (
        about_in_words(each.about, titles),
        Identifier(each.id),
        *put_off_in_words(each),
        source_in_words(each.source),
    )
    what = Stack((each.title, *[note for note in notes if note]))
    return what, Organisations(each.by), when, each.received
