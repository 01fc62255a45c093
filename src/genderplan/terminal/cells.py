"""Values of records as the text of cells: for tables in words, for csv and markdown as in the file."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.dates.variance import Variance
from genderplan.kinds.entry.part_rows import CancelledRow, PartnerRow, SourceRow
from genderplan.kinds.organisations.rows import HolderRow
from genderplan.kinds.plan.rows import AcceptanceRow, ClosureRow, DocumentRow, TitledRow
from genderplan.page.words import approval_in_words, date_in_words, length_in_words, signed
from genderplan.plan.approval import Approval
from genderplan.standing.records import DependencyRecord, PeriodRecord, Tally, TitleRecord
from genderplan.terminal.measured_cells import MEASURED
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


def _holder_in_words(holder: HolderRow) -> str:
    return one_line(_holder(holder, date_in_words))


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
    return approval_in_words(approval.by, approval.date, approval.to)


def _tally(tally: Tally) -> str:
    """Which counts are of what, none of them zero: `entries: overdue 1; milestones: complete 2, overdue 1`."""
    sets = (
        (name, [f"{status} {number}" for status, number in found.items() if number])
        for name, found in zip(tally._fields, tally, strict=True)
    )
    return LIST_MARK.join(f"{name}: {', '.join(found) or 'none'}" for name, found in sets)


_WORDS: dict[type, Callable[[Any], str]] = {
    Approval: _approval_in_words,
    PlanDate: date_in_words,
    Length: length_in_words,
    PeriodRecord: _period_in_words,
    DependencyRecord: _dependency_in_words,
    CancelledRow: _cancelled_in_words,
    ClosureRow: _cancelled_in_words,
    HolderRow: _holder_in_words,
    Variance: lambda late: signed(late.amount, late.in_days),
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
    DocumentRow: _document,
    AcceptanceRow: _acceptance,
    PartnerRow: _partner,
    Approval: _approval,
    Tally: _tally,
    CancelledRow: _cancelled,
    ClosureRow: _cancelled,
    SourceRow: _source,
    HolderRow: _holder,
    DependencyRecord: _dependency,
    TitleRecord: _title,
    PeriodRecord: _period,
    **MEASURED,
}
