"""Values of boards as the text of cells."""

from collections.abc import Callable
from typing import Any, TypeAlias

from genderplan.dates.forms import PlanDate
from genderplan.kinds.board.meeting_rows import MeetingRevisionRow, MeetingRuleRow
from genderplan.kinds.board.rows import AboutRow, BoardReplacementRow, ChampionsRow, MemberRow, WorkingGroupRow
from genderplan.page.words import whole_cycle_in_words

_Date: TypeAlias = Callable[[PlanDate], str]


def _about(row: AboutRow) -> str:
    return row.id or row.text or ""


def _member(row: MemberRow) -> str:
    """`HR`, `Staff association (role)`, `HR (A. Person, Staff association)`."""
    who = row.organisation or row.name
    if who is None:
        return f"{row.role} (role)" if row.role else ""
    about = ", ".join(filter(None, (row.name if row.organisation else None, row.role)))
    return f"{who} ({about})" if about else who


def _replacement(row: BoardReplacementRow, date: _Date = str) -> str:
    return f"{row.board}, {date(row.date)}" if row.date else row.board


def _rule(row: MeetingRuleRow, date: _Date = str) -> str:
    """`every 3 months from Jan 2008, before Council, at least 4 a year`."""
    first = f"from {date(row.from_)}" if row.from_ else ""
    often = whole_cycle_in_words(row.every, row.from_, row.until, date) if row.every else first
    before = f"before {row.before}" if row.before else ""
    least = f"at least {row.at_least_a_year:,} a year" if row.at_least_a_year else ""
    return ", ".join(filter(None, (often, before, least, row.note)))


def _champions(row: ChampionsRow, date: _Date = str) -> str:
    """`every 6 months from Jan 2008, by HR: TP, HR, CO`."""
    by = f"by {', '.join(row.by)}" if row.by else ""
    told = ", ".join(filter(None, (whole_cycle_in_words(row.every, row.from_, row.until, date), by)))
    turns = f"{told}: {', '.join(row.rota)}" if row.rota else told
    return f"{turns} ({row.note})" if row.note else turns


def _group(row: WorkingGroupRow) -> str:
    """`Race: chaired by TP, led by Advisor, with HR`."""
    members = ", ".join(map(_member, row.members))
    chair = f"chaired by {row.chair}" if row.chair else ""
    led = f"led by {row.led_by}" if row.led_by else ""
    told = ", ".join(filter(None, (chair, led, f"with {members}" if members else "", row.note)))
    return f"{row.title}: {told}" if told else row.title


def _revision(row: MeetingRevisionRow, date: _Date = str) -> str:
    """`5 Jan 2025: was 30 Jan 2025, The chair is away, approved by Council`."""
    was = f"was {date(row.was)}" if row.was else ""
    by = f"approved by {row.approved_by}" if row.approved_by else ""
    told = ", ".join(filter(None, (was, row.reason, by)))
    return f"{date(row.date)}: {told}" if row.date else told


BOARDS: dict[type, Callable[[Any], str]] = {AboutRow: _about, MemberRow: _member, WorkingGroupRow: _group}

DATED_BOARDS: dict[type, Callable[..., str]] = {
    BoardReplacementRow: _replacement,
    MeetingRuleRow: _rule,
    ChampionsRow: _champions,
    MeetingRevisionRow: _revision,
}
"""Those in which dates stand."""
