"""Rows of the parts of an entry: what it needs and waits for, who works on it, how it goes, what was changed."""

from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length

if TYPE_CHECKING:
    from genderplan.kinds.entry.parts import (
        Cancellation,
        Dependency,
        EntryRevision,
        Partner,
        Revision,
        SourceReference,
        TextInput,
        Update,
    )


class SourceRow(NamedTuple):
    """Which document says so, and where in it."""

    document: str | None
    """The id of one of the plan's sources."""
    place: str | None
    """Where in the document."""


class CancelledRow(NamedTuple):
    date: PlanDate | None
    """The date."""
    reason: str | None
    """Why."""

    def counts_on(self, day: int) -> bool:
        """Whether it counts on a day, given as its ordinal; without a date it always does."""
        return self.date is None or self.date.first <= day


class RevisionRow(NamedTuple):
    """One change of an agreed date; `field` tells which date of an entry."""

    date: PlanDate | None
    """The date."""
    was: PlanDate | None
    """What was agreed before."""
    reason: str | None
    """Why."""
    approved_by: str | None
    """The id of the organisation that agreed to it."""
    field: str | None = None
    """Which of its dates: start, end, due, until, every or completed; null where the file leaves it out."""
    every: Length | None = None
    """How often it came before, where that is what changed; null of dates."""


class UpdateRow(NamedTuple):
    date: PlanDate | None
    """The date."""
    by: str | None
    """The id of the organisation that tells it."""
    text: str
    """What has been done, in words."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    state: str | None = None
    """not-started, under-way, on-hold or embedded; null where it says none."""
    rag: str | None = None
    """How the lead judges it: red, amber, green or blue; null where it says none."""
    next: str | None = None
    """The next step, in words."""
    evidence: tuple[str, ...] = ()
    """What shows it: texts or addresses."""


class PartnerRow(NamedTuple):
    organisation: str | None
    """The organisation's id."""
    role: str | None
    """What the partner does."""


class InputRow(NamedTuple):
    """What an entry needs: an organisation, or something named in words."""

    organisation: str | None
    text: str | None

    @property
    def words(self) -> str:
        return self.organisation or self.text or ""


class DependencyRow(NamedTuple):
    """What a milestone waits for: the plan, entry and milestone are filled in where the file left them out."""

    plan: str
    entry: str
    milestone: str
    lag: Length | None
    written: str


def dependency_row(dependency: "str | Dependency", plan: str, entry: str) -> DependencyRow:
    """What is waited for, with the plan and the entry of the one that waits where the text leaves them out."""
    written, lag = (dependency, None) if isinstance(dependency, str) else (dependency.milestone, dependency.lag)
    before, hash_mark, milestone = written.partition("#")
    if not hash_mark:
        return DependencyRow(plan, entry, written, lag, written)
    other, _, elsewhere = before.rpartition("/")
    return DependencyRow(other or plan, elsewhere, milestone, lag, written)


def input_row(each: "str | TextInput") -> InputRow:
    """The row of one thing that an entry needs."""
    return InputRow(each, None) if isinstance(each, str) else InputRow(None, each.text)


def partner_row(each: "str | Partner") -> PartnerRow:
    """The row of who works on an entry too."""
    return PartnerRow(each, None) if isinstance(each, str) else PartnerRow(each.organisation, each.role)


def cancelled_row(cancelled: "Cancellation | None") -> CancelledRow | None:
    """The row of what is said of something that will not be done."""
    return None if cancelled is None else CancelledRow(cancelled.date, cancelled.reason)


def source_row(source: "SourceReference | None") -> SourceRow | None:
    """The row of the place in a document that says so."""
    return None if source is None else SourceRow(source.document, source.place)


def update_row(update: "Update") -> UpdateRow:
    """The row of progress told on a date."""
    source = source_row(update.source)
    return UpdateRow(
        update.date, update.by, update.text, source, update.state, update.rag, update.next, update.evidence
    )


def revision_row(revision: "EntryRevision | Revision") -> RevisionRow:
    """The row of one change of an agreed date."""
    date, was, reason, by, field = (
        revision.date,
        revision.was,
        revision.reason,
        revision.approved_by,
        revision.field,
    )
    if isinstance(was, Length):
        return RevisionRow(date, None, reason, by, field or "every", was)
    return RevisionRow(date, was, reason, by, field)
