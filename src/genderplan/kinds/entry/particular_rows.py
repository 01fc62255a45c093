"""Rows of the particulars of an entry: what few entries say, together in one row that the others do without."""

from typing import TYPE_CHECKING, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.shared.answer_rows import AnswerRow, answer_row, full_id

if TYPE_CHECKING:
    from genderplan.kinds.entry.model import BaselineEntry, Entry
    from genderplan.kinds.entry.particulars import Handover, Request, Reviewed
    from genderplan.kinds.entry.parts import SourceReference


class RequestRow(NamedTuple):
    """An extension that is asked for and not yet agreed."""

    to: PlanDate
    """The date that is asked for."""
    date: PlanDate | None
    """When it was asked for."""
    by: str | None
    """The id of the organisation that asks."""
    reason: str | None
    """Why."""


class PointerRow(NamedTuple):
    """Where else to look: an entry, or a place in a document."""

    entry: str | None
    """The full id, plan/entry; null where a document is meant."""
    document: str | None
    """The id of one of the plan's sources."""
    place: str | None
    """Where in the document."""


class HandoverRow(NamedTuple):
    """That another answers for it than before; `from_` is `from` in the file."""

    date: PlanDate | None
    """Since when; null where the file does not say."""
    from_: str | None
    """The id of the organisation that answered before."""
    to: str
    """The id of the organisation that answers now, or would."""
    agreed: bool
    """Whether it is agreed; false while it is under discussion."""
    note: str | None
    """What a reader should know, in words."""


class ReviewRow(NamedTuple):
    """That something finished was looked at again."""

    date: PlanDate | None
    """When; null where the file does not say."""
    by: str | None
    """The id of the organisation that looked."""
    text: str
    """What was found, in words."""


class ParticularsRow(NamedTuple):
    """What few entries say; ids of other entries are full ones."""

    ref: str | None = None
    """The number in the published document."""
    success: tuple[str, ...] = ()
    """How one will know that it has worked."""
    accountable: str | None = None
    """The id of the organisation that is held to account, where it is another than the lead."""
    priority: str | None = None
    """high, medium or low."""
    due_note: str | None = None
    """Why there is no date yet."""
    requested: RequestRow | None = None
    """An extension that is asked for and not yet agreed; null where none is."""
    evidence: tuple[str, ...] = ()
    """What shows how far it has come: texts or addresses."""
    answers: tuple[AnswerRow, ...] = ()
    """The entries, of this or another plan, that this one delivers."""
    continues: tuple[str, ...] = ()
    """The full ids of the entries of earlier plans that this one goes on with."""
    see: tuple[PointerRow, ...] = ()
    """Where else to look."""
    handovers: tuple[HandoverRow, ...] = ()
    """Who answered for it before, and who is to."""
    review: PlanDate | None = None
    """When it is looked at again, once it is finished."""
    reviewed: tuple[ReviewRow, ...] = ()
    """What was found when it was looked at again."""

    @property
    def words(self) -> tuple[str | None, ...]:
        """Every text, for a search."""
        notes = (each.note for each in self.handovers)
        places = (each.place for each in self.see)
        return (
            self.ref,
            self.due_note,
            *self.success,
            *self.evidence,
            *notes,
            *places,
            *(e.text for e in self.reviewed),
        )

    @property
    def organisations(self) -> list[str]:
        """Every organisation named, as often as it is."""
        names = [self.accountable, self.requested.by if self.requested else None]
        names += [name for each in self.handovers for name in (each.from_, each.to)]
        names += [each.by for each in self.reviewed]
        return [name for name in names if name is not None]


NO_PARTICULARS = ParticularsRow()

_KEYS = frozenset(ParticularsRow._fields)


def particulars_row(entry: "Entry | BaselineEntry", plan: str) -> ParticularsRow | None:
    """The row of what an entry of a plan says under these keys; None where it has none of them."""
    if _KEYS.isdisjoint(entry.model_fields_set):
        return None
    told = entry.progress
    return ParticularsRow(
        ref=entry.ref,
        success=entry.success,
        accountable=told.accountable,
        priority=told.priority,
        due_note=told.due_note,
        requested=request_row(told.requested),
        evidence=told.evidence,
        answers=tuple([answer_row(each, plan) for each in told.answers]),
        continues=tuple([full_id(each, plan) for each in told.continues]),
        see=tuple([_pointer_row(each, plan) for each in told.see]),
        handovers=tuple([_handover_row(each) for each in told.handovers]),
        review=told.review,
        reviewed=tuple([_review_row(each) for each in told.reviewed]),
    )


def request_row(request: "Request | None") -> RequestRow | None:
    """The row of an extension that is asked for."""
    return RequestRow(request.to, request.date, request.by, request.reason) if request else None


def _pointer_row(each: "str | SourceReference", plan: str) -> PointerRow:
    if isinstance(each, str):
        return PointerRow(full_id(each, plan), None, None)
    return PointerRow(None, each.document, each.place)


def _handover_row(handover: "Handover") -> HandoverRow:
    return HandoverRow(handover.date, handover.from_, handover.to, handover.agreed, handover.note)


def _review_row(reviewed: "Reviewed") -> ReviewRow:
    return ReviewRow(reviewed.date, reviewed.by, reviewed.text)


def organisations_of_step(requested: RequestRow | None, goes_to: str | None) -> list[str]:
    """The organisations that a milestone names as the one that asks, and as the board that receives it."""
    return [name for name in (requested.by if requested else None, goes_to) if name is not None]
