"""Rows of a board's meetings, and of the rule by which it meets."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.kinds.entry.part_rows import CancelledRow, SourceRow, cancelled_row, source_row

if TYPE_CHECKING:
    from genderplan.kinds.board.meetings import Meeting, MeetingRevision, MeetingRule


class MeetingRuleRow(NamedTuple):
    """How often a board meets; `from_` is `from` in the file."""

    from_: PlanDate | None
    """When it met first by this rule; null: no dates follow."""
    every: Length | None
    """How long it is from one meeting to the next."""
    until: PlanDate | None
    """When the rule ends; null: it goes on."""
    before: str | None
    """The id of the board before whose meetings it meets."""
    at_least_a_year: int | None
    """How many meetings a year has at least."""
    note: str | None
    """What a reader should know, in words."""


class MeetingRevisionRow(NamedTuple):
    """One change of the date of a meeting, or of a report that was promised."""

    date: PlanDate | None
    """When it was changed."""
    was: PlanDate | None
    """The date before."""
    reason: str | None
    """Why."""
    approved_by: str | None
    """The id of the organisation that agreed to it."""


class MeetingRow(NamedTuple):
    """A meeting that a board's file gives."""

    id: str
    """The id."""
    title: str | None
    """What it is called."""
    date: PlanDate | None
    """When it is; null where the file does not say."""
    kind: str
    """ordinary or special."""
    papers_by: PlanDate | None
    """When its papers are due."""
    theme: str | None
    """What it is about above all."""
    minutes: str | None
    """Where its minutes can be read."""
    cancelled: CancelledRow | None
    """That it did not take place, or will not."""
    revisions: tuple[MeetingRevisionRow, ...]
    """Changes of its date, the newest last."""
    renamed_from: tuple[str, ...]
    """The ids that it had before, the newest first."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""

    @property
    def is_counted(self) -> bool:
        """Whether `every_meetings` counts it: an ordinary one that was not cancelled."""
        return self.kind == "ordinary" and self.cancelled is None


def rule_row(rule: "MeetingRule | None") -> MeetingRuleRow | None:
    """The row of a rule; None of none."""
    if rule is None:
        return None
    return MeetingRuleRow(rule.from_, rule.every, rule.until, rule.before, rule.at_least_a_year, rule.note)


def meeting_row(meeting: "Meeting") -> MeetingRow:
    """The row of a meeting."""
    return MeetingRow(
        id=meeting.id,
        title=meeting.title,
        date=meeting.date,
        kind=meeting.kind,
        papers_by=meeting.papers_by,
        theme=meeting.theme,
        minutes=meeting.minutes,
        cancelled=cancelled_row(meeting.cancelled),
        revisions=revision_rows(meeting.revisions),
        renamed_from=meeting.renamed_from,
        source=source_row(meeting.source),
        note=meeting.note,
        tags=meeting.tags,
    )


def revision_rows(revisions: "Sequence[MeetingRevision]") -> tuple[MeetingRevisionRow, ...]:
    """The rows of changes of a date, in their order."""
    return tuple([MeetingRevisionRow(each.date, each.was, each.reason, each.approved_by) for each in revisions])
