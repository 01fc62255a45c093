"""Parts of a board, its meetings, reports and decisions, beside what they were."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from genderplan.checks.context import one_line
from genderplan.dates.forms import PlanDate
from genderplan.findings import Finding, finding
from genderplan.kinds.board.meeting_rows import MeetingRow
from genderplan.kinds.board.rows import BoardRow, DecisionRow, PromisedReportRow, ReceiptRow
from genderplan.kinds.entry.part_rows import RevisionRow
from genderplan.plan.boards.meetings import Schedule
from genderplan.plan.boards.obligations import Obligations
from genderplan.plan.plans import Tree

PartRow: TypeAlias = MeetingRow | ReceiptRow | PromisedReportRow | DecisionRow

_WITH_REVISIONS = (MeetingRow, PromisedReportRow)
_KEYS = {
    "meetings": ("meeting", "date"),
    "receives": ("report", "from"),
    "promised": ("report", "at"),
    "decisions": ("decision", "due"),
}
"""What a board's file lists: by the key, what each is, and its own key that says when."""


class When(NamedTuple):
    """A date that a board's file gives; or a meeting of the board, by its id, and its date where that is known."""

    date: PlanDate | None
    meeting: str | None = None

    def __str__(self) -> str:
        return f"{self.meeting} ({self.date or 'no date'})" if self.meeting else str(self.date)


class PartOfBoard(NamedTuple):
    """A meeting, a report or a decision, and the way to it in the file of its board."""

    board: BoardRow
    key: str
    number: int
    row: PartRow

    @property
    def id(self) -> str:
        """`EODB#jun-2008`"""
        return f"{self.board.id}#{self.row.id}"

    @property
    def kind(self) -> str:
        """What it is: meeting, report or decision."""
        return _KEYS[self.key][0]

    @property
    def field(self) -> str:
        """The key that says when."""
        return _KEYS[self.key][1]

    @property
    def when(self) -> When | None:
        """When it is, or comes first; None where the file does not say."""
        match self.row:
            case MeetingRow(date=date) | DecisionRow(due=date):
                return When(date) if date else None
            case PromisedReportRow(at=date, meeting=name) | ReceiptRow(from_=date, meeting=name):
                meeting = self.board.meetings_by_id.get(name) if name else None
                return When(meeting.date if meeting else date, name) if date or name else None

    @property
    def revisions(self) -> tuple[RevisionRow, ...]:
        """The changes of its date, as those of milestones are."""
        row = self.row
        return tuple(RevisionRow(*each) for each in row.revisions) if isinstance(row, _WITH_REVISIONS) else ()

    @property
    def may_be_revised(self) -> bool:
        """Whether its file has a place for changes of its date."""
        return isinstance(self.row, _WITH_REVISIONS)

    @property
    def words(self) -> str:
        """What it is, in the words of the file; a meeting that has none by its id."""
        match self.row:
            case DecisionRow(text=text):
                return text
            case MeetingRow(title=title):
                return title or f"meeting {self.row.id}"
        return self.row.title

    def put_back(self, code: str) -> str:
        """A hint for what nothing in its file can explain."""
        return f"put it back, or accept {code} at board:{self.id} in a plan.yaml with the reason"

    def found(self, code: str, message: str, hint: str, *path: str | int) -> Finding:
        """A finding at a value of it, or at the nearest around that."""
        place = self.board.places.position((self.key, self.number, *path))
        return finding(code, one_line(f"{message}: {self.words}"), self.board.file, place, entry=self.id, hint=hint)


@dataclass(frozen=True)
class HeldBoard:
    """A board laid beside what it was."""

    then: BoardRow
    now: BoardRow

    @cached_property
    def parts(self) -> tuple[tuple[PartOfBoard, PartOfBoard | None], ...]:
        """All that it had, each with what it is now: by its id, of a meeting also by one that it had before."""
        known = {(each.key, name): each for each in parts_of(self.now) for name in _names(each.row)}
        return tuple((each, known.get((each.key, each.row.id))) for each in parts_of(self.then))

    @cached_property
    def obligations(self) -> Obligations:
        """What the board is owed now, by its meetings as far as reports of then began."""
        dates = (each.from_ for each in self.then.receives)
        return Obligations(Schedule(self.now), max((each.last for each in dates if each), default=0))

    @cached_property
    def meetings(self) -> Mapping[str, MeetingRow]:
        """What the meetings are now, by the ids that they had."""
        pairs = ((then.row.id, now.row) for then, now in self.parts if now)
        return {name: row for name, row in pairs if isinstance(row, MeetingRow)}


def held_boards(before: Mapping[str, BoardRow | None], tree: Tree) -> Iterator[HeldBoard]:
    """The boards that were there before and are; what is the same object then and now is passed over."""
    for then in before.values():
        now = tree.boards_by_id.get(then.id) if then else None
        if then and now and now is not then:
            yield HeldBoard(then, now)


def parts_of(board: BoardRow) -> Iterator[PartOfBoard]:
    """All that a board's file lists, in its order."""
    for key in _KEYS:
        yield from (PartOfBoard(board, key, number, row) for number, row in enumerate(getattr(board, key)))


def _names(row: PartRow) -> tuple[str, ...]:
    return (row.id, *row.renamed_from) if isinstance(row, MeetingRow) else (row.id,)
