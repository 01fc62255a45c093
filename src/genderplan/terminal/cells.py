"""Values of records as the text of cells: for tables in words, for csv and markdown as in the file."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.kinds.entry.part_rows import CancelledRow, PartnerRow, SourceRow, UpdateRow
from genderplan.kinds.entry.particular_rows import HandoverRow, PointerRow, RequestRow, ReviewRow
from genderplan.kinds.organisations.rows import HolderRow, MembershipRow
from genderplan.kinds.plan.rows import (
    AcceptanceRow,
    ClosureRow,
    DocumentRow,
    ObjectiveRow,
    TitledRow,
)
from genderplan.kinds.shared.answer_rows import AnswerRow
from genderplan.page.words import (
    approval_in_words,
    counted,
    date_in_words,
    length_in_words,
    said_in_words,
    variance_in_words,
)
from genderplan.plan.approval import Approval
from genderplan.standing.cycles import Occurrence
from genderplan.standing.progress import SaidRag
from genderplan.standing.records.items import DependencyRecord, Tally
from genderplan.standing.records.plans import PeriodRecord, TitleRecord
from genderplan.terminal.assessed_cells import ASSESSED, ASSESSED_IN_WORDS
from genderplan.terminal.board_cells import BOARDS, DATED_BOARDS
from genderplan.terminal.framework_cells import DATED_FRAMEWORKS, FRAMEWORKS
from genderplan.terminal.measured_cells import MEASURED
from genderplan.terminal.register_cells import DATED_REGISTERS, REGISTERS
from genderplan.text import one_line

LIST_MARK = "; "


def as_text(value: object) -> str:
    """A value as text, lists joined by "; ", dates and lengths as given."""
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, PlanDate | Length | int):
        return str(value)
    render = _RECORDS.get(type(value))
    if render is not None:
        return render(value)
    if isinstance(value, tuple):
        return LIST_MARK.join(as_text(each) for each in value)
    return _mapping(value)


def in_words(value: object) -> str:
    """A value as a person reads it, on one line."""
    if value is None:
        return ""
    if isinstance(value, str):
        return one_line(value) if not value.isprintable() or "  " in value else str(value)
    render = _WORDS.get(type(value))
    if render is not None:
        return render(value)
    dated = _DATED.get(type(value))
    if dated is not None:
        return one_line(dated(value, date_in_words))
    if isinstance(value, tuple) and type(value) is tuple:
        return ", ".join(in_words(each) for each in value)
    return one_line(as_text(value))


def _mapping(value: object) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if all(isinstance(each, int) for each in value.values()):
        return LIST_MARK.join(f"{name} {each}" for name, each in value.items() if each)
    return json.dumps(value, ensure_ascii=False)


def _partner(partner: PartnerRow) -> str:
    if partner.organisation and partner.role:
        return f"{partner.organisation} ({partner.role})"
    return partner.organisation or (f"{partner.role} (role)" if partner.role else "")


def _cancelled(cancelled: CancelledRow | ClosureRow) -> str:
    return ": ".join(str(each) for each in cancelled if each) or "yes"


def _cancelled_in_words(cancelled: CancelledRow | ClosureRow) -> str:
    told = (date_in_words(cancelled.date) if cancelled.date else "", one_line(cancelled.reason or ""))
    return ": ".join(filter(None, told)) or "yes"


def _source(source: SourceRow) -> str:
    return ": ".join(each for each in source if each)


def _holder(holder: HolderRow, date: Callable[[PlanDate], str] = str) -> str:
    facts = ["acting" if holder.acting else "", f"from {date(holder.from_)}" if holder.from_ else ""]
    facts.append(f"to {date(holder.to)}" if holder.to else "")
    told = ", ".join(filter(None, facts))
    return f"{holder.name} ({told})" if told else holder.name


def _dependency(record: DependencyRecord) -> str:
    return f"{record.milestone} + {record.lag}" if record.lag else record.milestone


def _dependency_in_words(record: DependencyRecord) -> str:
    return f"{record.milestone} + {length_in_words(record.lag)}" if record.lag else record.milestone


def _title(record: TitleRecord) -> str:
    return record.title


def _period(record: PeriodRecord) -> str:
    return f"{record.start or ''}..{record.end or ''}"


def _period_in_words(record: PeriodRecord) -> str:
    return f"{date_in_words(record.start)} to {date_in_words(record.end)}".strip()


def _approval(approval: Approval) -> str:
    return f"{approval.by} ({approval.date}): {approval.to}"


def _approval_in_words(approval: Approval) -> str:
    return approval_in_words(approval, {})


def _said(said: SaidRag) -> str:
    return f"{said.rag} ({said.by}, {said.date})" if said.by else f"{said.rag} ({said.date})"


def _said_in_words(said: SaidRag) -> str:
    return said_in_words(said, {}).removeprefix("said ")


def _update(update: UpdateRow, date: Callable[[PlanDate], str] = str) -> str:
    """`2025-01-10, HR: Extract done.`"""
    about = ", ".join(filter(None, (date(update.date) if update.date else "", update.by)))
    return ": ".join(filter(None, (about, update.text)))


def _occurrence(each: Occurrence) -> str:
    """`2025-01: complete 2025-01-20`, `2025-02: cancelled, The hall was closed`."""
    told = " ".join(filter(None, (each.status, str(each.completed or ""))))
    return f"{each.due}: {told}" + (f", {each.skipped}" if each.skipped else "")


def _occurrence_in_words(each: Occurrence) -> str:
    """`Jan 2025: complete, 20 Jan 2025`, `Feb 2025: skipped, The hall was closed`, `Mar 2025: overdue by 15 days`."""
    status = "skipped" if each.skipped else each.status
    since = f" by {counted(each.days_overdue, 'day')}" if each.days_overdue else ""
    why = date_in_words(each.completed) or one_line(each.skipped or "")
    return f"{date_in_words(each.due)}: {status}{since}" + (f", {why}" if why else "")


def _tally(tally: Tally) -> str:
    """Which counts are of what, none of them zero: `entries: overdue 1; milestones: complete 2, overdue 1`."""
    sets = (
        (name, [f"{status} {number}" for status, number in found.items() if number])
        for name, found in zip(tally._fields, tally, strict=True)
    )
    return LIST_MARK.join(f"{name}: {', '.join(found) or 'none'}" for name, found in sets)


def _objective(row: ObjectiveRow) -> str:
    led = f"led by {', '.join(row.leads)}" if row.leads else ""
    told = "; ".join(filter(None, (row.note, led, f"part of {row.part_of}" if row.part_of else "")))
    return f"{row.title} ({told})" if told else row.title


def _answer(row: AnswerRow) -> str:
    return row.entry if row.extent == "full" else f"{row.entry} ({row.extent})"


def _request(row: RequestRow, date: Callable[[PlanDate], str] = str) -> str:
    asked = f"asked {date(row.date)}" if row.date else ""
    told = ", ".join(filter(None, (asked, f"by {row.by}" if row.by else "")))
    return f"{date(row.to)}{f' ({told})' if told else ''}" + (f": {row.reason}" if row.reason else "")


def _pointer(row: PointerRow) -> str:
    return row.entry or ": ".join(each for each in (row.document, row.place) if each)


def _handover(row: HandoverRow, date: Callable[[PlanDate], str] = str) -> str:
    when = f"{date(row.date)} " if row.date else ""
    whose = f"from {row.from_} to {row.to}" if row.from_ else f"to {row.to}"
    return f"{when}{whose}{'' if row.agreed else ', not agreed'}" + (f": {row.note}" if row.note else "")


def _review(row: ReviewRow, date: Callable[[PlanDate], str] = str) -> str:
    told = ", ".join(filter(None, (date(row.date) if row.date else "", row.by)))
    return f"{told}: {row.text}" if told else row.text


def _membership(row: MembershipRow, date: Callable[[PlanDate], str] = str) -> str:
    told = (f"from {date(row.from_)}" if row.from_ else "", f"until {date(row.until)}" if row.until else "")
    return f"{row.organisation} ({', '.join(filter(None, told))})" if any(told) else row.organisation


_DATED: dict[type, Callable[..., str]] = {
    HolderRow: _holder,
    UpdateRow: _update,
    RequestRow: _request,
    HandoverRow: _handover,
    ReviewRow: _review,
    MembershipRow: _membership,
    **DATED_FRAMEWORKS,
    **DATED_REGISTERS,
    **DATED_BOARDS,
}
"""Records in which dates stand, told alike in both ways but for how their dates are written."""

_WORDS: dict[type, Callable[[Any], str]] = {
    Approval: _approval_in_words,
    SaidRag: _said_in_words,
    Occurrence: _occurrence_in_words,
    PlanDate: date_in_words,
    Length: length_in_words,
    PeriodRecord: _period_in_words,
    DependencyRecord: _dependency_in_words,
    CancelledRow: _cancelled_in_words,
    ClosureRow: _cancelled_in_words,
    Variance: variance_in_words,
    **ASSESSED_IN_WORDS,
}


def _titled(row: TitledRow) -> str:
    return f"{row.title} ({row.note})" if row.note else row.title


def _document(row: DocumentRow) -> str:
    told = ", ".join(filter(None, (date_in_words(row.date) if row.date else "", row.note)))
    return f"{row.id}: {row.title}" + (f" ({told})" if told else "")


def _acceptance(row: AcceptanceRow) -> str:
    until = f" until {date_in_words(row.until)}" if row.until else ""
    return f"{row.code} at {row.where}{until}" + (f": {row.reason}" if row.reason else "")


_RECORDS: dict[type, Callable[[Any], str]] = {
    TitledRow: _titled,
    ObjectiveRow: _objective,
    AnswerRow: _answer,
    PointerRow: _pointer,
    DocumentRow: _document,
    AcceptanceRow: _acceptance,
    PartnerRow: _partner,
    Approval: _approval,
    SaidRag: _said,
    Occurrence: _occurrence,
    Tally: _tally,
    CancelledRow: _cancelled,
    ClosureRow: _cancelled,
    SourceRow: _source,
    DependencyRecord: _dependency,
    TitleRecord: _title,
    PeriodRecord: _period,
    **_DATED,
    **FRAMEWORKS,
    **MEASURED,
    **REGISTERS,
    **ASSESSED,
    **BOARDS,
}
