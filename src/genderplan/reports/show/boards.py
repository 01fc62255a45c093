"""Boards, for `show`: what a board oversees, its meetings, what it is owed and what it decided, or one of these."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from genderplan.kinds.board.names import organisations_named, other_boards
from genderplan.kinds.board.rows import BoardRow
from genderplan.page.words import date_in_words, meetings_in_words, name_of, one_line, whole_cycle_in_words
from genderplan.plan.boards.naming import BoardPart
from genderplan.plan.boards.oversight import Oversight
from genderplan.plan.plans import Tree
from genderplan.reports.show.mentions import Mention
from genderplan.standing.board_days import board_day
from genderplan.standing.filters.units import Units
from genderplan.standing.rag import CLOSED
from genderplan.standing.records.boards import BoardRecord, BoardReportRecord, DecisionRecord, MeetingRecord
from genderplan.standing.records.sittings import NEVER, BoardStanding
from genderplan.standing.standings import Standings
from genderplan.terminal.cells import in_words


class BoardDetail(NamedTuple):
    """A board with what is its own."""

    record: BoardRecord
    overseen: tuple[str, ...]
    """The ids of the plans of which it oversees anything."""
    to_review: tuple[str, ...]
    """The full ids of the open actions and projects that it oversees of whom is reviewed next."""
    meetings: tuple[MeetingRecord, ...]
    reports: tuple[BoardReportRecord, ...]
    decisions: tuple[DecisionRecord, ...]


def board_detail(board: BoardRow, tree: Tree, standings: Sequence[Standings]) -> BoardDetail:
    """What is known of a board, where the plans stand as given."""
    standing = BoardStanding(board, board_day(board, tree, standings) or NEVER)
    oversight, record = Oversight(board, tree), standing.record(tree)
    return BoardDetail(
        record=record,
        overseen=tuple(plan.id for plan in oversight.plans()),
        to_review=tuple(_to_review(record.next_reviewed, oversight, standings)) if record.next_reviewed else (),
        meetings=tuple(standing.meetings()),
        reports=tuple(standing.reports()),
        decisions=tuple(standing.decisions()),
    )


def _to_review(unit: str, oversight: Oversight, standings: Sequence[Standings]) -> Iterator[str]:
    """The open entries that a unit, or what is part of it, leads of what a board oversees."""
    days = {each.plan.id: each.as_of.ordinal for each in standings}
    units = Units(oversight.tree.organisations, frozenset((unit,)), days=days)
    for each in standings:
        for found in each.entries:
            is_open = found.status not in CLOSED
            if is_open and units.has_any(each.plan.id, found.entry.leads):
                yield from (found.entry.full_id(),) if oversight.has_entry(each.plan, found.entry) else ()


def part_record(
    part: BoardPart, tree: Tree, standings: Sequence[Standings]
) -> MeetingRecord | BoardReportRecord | DecisionRecord:
    """The record of a meeting, a report or a decision of a board."""
    standing = BoardStanding(part.board, board_day(part.board, tree, standings) or NEVER)
    if part.kind == "meeting":
        schedule, date = standing.schedule, part.date
        found = schedule.between(date.last, date.last) if date else schedule.given
        return standing.meeting(next(each for each in found if each.id == part.id))
    if part.kind == "report":
        return next(each for each in standing.reports() if each.id == part.id)
    return next(each for each in standing.decisions() if each.id == part.id)


def on_boards(name: str, tree: Tree) -> Iterator[Mention]:
    """Where boards name an organisation by its id, in each role once."""
    titles = tree.organisations.names_by_id
    for board in tree.boards:
        named = (*organisations_named(board), *other_boards(board))
        roles = dict.fromkeys(_ROLES.get(each.role, each.role) for each in named if each.name == name)
        yield from (Mention(role, board.id, titles.get(board.id, "")) for role in roles)


_ROLES = {
    "approved": "approver",
    "reports": "reporter",
    "acts": "lead of a decision",
    "reviews": "reviewer",
    "serves": "served by",
    "replaces": "replaced by",
    "before": "preceded by",
    "chairs a group": "chair of a group",
    "leads a group": "lead of a group",
    "in a group": "member of a group",
}


_TOLD = frozenset(
    (
        *("id", "name", "title", "text", "file", "line", "agreed", "meetings", "reports", "decisions"),
        *("every", "every_meetings", "from_", "until", "report", "decision"),
    )
)
"""Fields that the heading tells, or the lists of a board, or other facts."""


def board_facts(
    record: BoardRecord | MeetingRecord | BoardReportRecord | DecisionRecord,
) -> Iterator[tuple[str, object]]:
    """Every fact that there is of a board, or of what is its own, by its name."""
    for name, value in record._asdict().items():
        if name not in _TOLD and value not in (None, (), False, 0):
            yield name.replace("_", " "), "yes" if value is True else value
    if isinstance(record, BoardReportRecord) and often_in_words(record):
        yield "comes again", often_in_words(record)


def meeting_in_words(record: MeetingRecord) -> str:
    """`7 Feb 2008, held: feb-2008 (special), Race, papers by 30 Jan 2008`."""
    name = record.meeting or "by its rule"
    kind = f"{name} ({record.kind})" if record.kind != "ordinary" else name
    papers = f"papers by {date_in_words(record.papers_by)}" if record.papers_by else ""
    why = in_words(record.cancelled) if record.cancelled and record.cancelled.reason else ""
    about = ", ".join(filter(None, (kind, one_line(record.title or ""), one_line(record.theme or ""), papers, why)))
    when = ", ".join(filter(None, (date_in_words(record.date), record.status)))
    return f"{when}: {about}"


def often_in_words(record: BoardReportRecord) -> str:
    """`every other meeting from jun-2008`, `every 6 months from Jan 2008`; nothing of what comes once."""
    if record.every_meetings is None:
        return whole_cycle_in_words(record.every, record.from_, record.until) if record.every else ""
    first, until = record.meeting or date_in_words(record.from_), date_in_words(record.until)
    told = (meetings_in_words(record.every_meetings), first and f"from {first}", until and f"until {until}")
    return " ".join(filter(None, told))


def report_in_words(record: BoardReportRecord, names: Mapping[str, str]) -> str:
    """`5 Jun 2008, upcoming: Impact of mainstreaming, by Finance, every other meeting from jun-2008`."""
    when = ", ".join(filter(None, (date_in_words(record.due), record.status)))
    came = f"received {date_in_words(record.received)}" if record.received else ""
    by = f"by {', '.join(name_of(each, names) for each in record.by)}" if record.by else ""
    told = filter(None, (one_line(record.title), by, often_in_words(record), came, one_line(record.reason or "")))
    return f"{when}: {', '.join(told)}"


def decision_in_words(record: DecisionRecord, names: Mapping[str, str]) -> str:
    """`recommendation, open: Receive reports at every other meeting (Finance, due Jun 2008, jun-2008)`."""
    due = f"due {date_in_words(record.due)}" if record.due else ""
    leads = (name_of(each, names) for each in record.leads)
    about = ", ".join(filter(None, (*leads, due, record.meeting)))
    return f"{record.kind}, {record.state}: {one_line(record.text)}" + (f" ({about})" if about else "")
