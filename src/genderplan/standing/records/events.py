"""Events of a calendar: their records."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.standing.rag import Status


class EventKind(StrEnum):
    """What an event is: a meeting, the day of its papers, or something that falls due."""

    MEETING = "meeting"
    PAPERS = "papers"
    ACTION = "action"
    PROJECT = "project"
    MILESTONE = "milestone"
    REPORT = "report"
    DECISION = "decision"
    REVIEW = "review"
    VALUE = "value"
    DUTY = "duty"
    PUBLICATION = "publication"


class EventRecord(NamedTuple):
    """An event of a calendar."""

    kind: EventKind
    """meeting: of a board; papers: the day by which those of a meeting are due; else what falls due, as in `due`."""
    id: str
    """The full id of what it is of; of a meeting that the rule gives the board's id, @ and the date."""
    title: str
    """The title; of a meeting the board's name with what the meeting is called or about."""
    plan: str | None
    """The plan's id; null where it is of no plan."""
    board: str | None
    """The board's id, of a meeting and its papers."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it; of a meeting its chair."""
    date: PlanDate
    """When it is."""
    status: Status | None
    """Where it stands on the status date; null of a meeting and its papers."""
    is_cancelled: bool
    """Whether it will not be."""
    is_by_rule: bool
    """Whether no file gives the date, and it follows from how often the board meets."""
    uid: str
    """What identifies it in a calendar, the same for as long as its id, or the one before that, is the same."""
    sequence: int
    """How often its date was changed; of a report to a board, how often that or a meeting of the board was."""
    as_of: PlanDate
    """The status date of what it is of."""
    of: str | None
    """What it belongs to, in words."""
    note: str | None
    """What is to be known of it, in words."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""

    def of_in_words(self, names: Mapping[str, str]) -> str:
        """What it belongs to: a board by its name, where it is of no plan; nothing where it stands for itself."""
        of = self.of or ""
        return of if self.plan else names.get(of, of)
