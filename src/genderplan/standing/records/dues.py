"""Records of what falls due."""

from typing import NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.standing.dues.rows import Due, DueKind
from genderplan.standing.rag import Status


class DueRecord(NamedTuple):
    """Something that falls due."""

    kind: DueKind
    """action or project: its own date; milestone; report: owed or promised to a board; decision: what a board decided
    that somebody does; review: of something finished, or of an item of a register; value: of an indicator; duty: of a
    framework; publication: one that is to come."""
    id: str
    """The full id of what it is of; one time of what comes again ends in @ and its date."""
    title: str
    """The title, in the words of the document."""
    plan: str | None
    """The plan's id; null where it is of no plan."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    date: PlanDate
    """When it is due."""
    status: Status
    """Where it stands on the status date: overdue, due or upcoming."""
    days_overdue: int | None
    """Days since the last day of the due date; null unless overdue."""
    of: str | None
    """What it belongs to, in words: of a milestone `action: TITLE`, of a duty the title of its framework."""
    ref: str | None
    """The number of it, or of its action or project, in the published document."""
    note: str | None
    """What is to be known of it, in words: of which categories a value is, what a report has to include."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""

    @property
    def caption(self) -> str:
        """The title, behind its number in the published document."""
        return f"{self.ref} {self.title}" if self.ref else self.title


def due_record(due: Due) -> DueRecord:
    """The record of a due."""
    return DueRecord(
        due.kind,
        due.id,
        due.title,
        due.plan,
        due.leads,
        due.date,
        due.status,
        due.day - due.date.last if due.status is Status.OVERDUE else None,
        due.of,
        due.ref,
        due.note,
        due.file,
        due.line,
    )
