"""Records of registers and of their items in the JSON contract."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.kinds.entry.part_rows import SourceRow
from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow, RelevanceRow, ReviewRuleRow
from genderplan.kinds.shared.answer_rows import AnswerRow
from genderplan.plan.reviews import next_review


class RegisterItemRecord(NamedTuple):
    plan: str
    """The plan's id."""
    register: str
    """The register's id in its plan."""
    item: str
    """The item's id in its register."""
    id: str
    """The full id: plan/register#item."""
    title: str
    """The title, in the words of the document."""
    kind: str
    """The register's kind: policies, risks, concerns, involvement, impact-assessments, initiatives, objectives or
    other."""
    leads: tuple[str, ...]
    """The ids of the organisations that answer for it."""
    state: str | None
    """How it stands, in words."""
    date: PlanDate | None
    """The date that it is of."""
    text: str | None
    """What there is to say of it, in words."""
    who: tuple[str, ...]
    """Who was or is involved: ids of organisations, or words."""
    how: str | None
    """In which way, in words."""
    review: ReviewRuleRow | None
    """When it is looked at again, as in the file; null where nothing is said."""
    next_review: PlanDate | None
    """When it is to be looked at next: the date that is given, or so long after the last time; null where nobody said
    when that was."""
    relevance: tuple[RelevanceRow, ...]
    """The sections of frameworks to which it is relevant."""
    answers: tuple[AnswerRow, ...]
    """The entries that it delivers or stands for."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    file: str
    """The file, relative to the current folder, with slashes."""
    line: int
    """The line in the file, from 1."""


class RegisterRecord(NamedTuple):
    plan: str
    """The plan's id."""
    register: str
    """The register's id in its plan."""
    id: str
    """The full id: plan/register."""
    title: str
    """The title, in the words of the document."""
    kind: str
    """policies, risks, concerns, involvement, impact-assessments, initiatives, objectives or other."""
    note: str | None
    """What a reader should know, in words."""
    tags: tuple[str, ...]
    """Words to find it by."""
    source: SourceRow | None
    """Which document says so, and where in it."""
    extra: Mapping[str, Any]
    """The keys that begin with x-, as they stand in the file."""
    file: str
    """The file, relative to the current folder, with slashes."""


def register_record(register: RegisterRow) -> RegisterRecord:
    """The record of a register by itself."""
    return RegisterRecord(
        plan=register.plan,
        register=register.id,
        id=register.full_id(),
        title=register.title,
        kind=register.kind,
        note=register.note,
        tags=register.tags,
        source=register.source,
        extra=register.extra,
        file=register.file,
    )


def register_item_record(register: RegisterRow, item: RegisterItemRow) -> RegisterItemRecord:
    """The record of an item of a register."""
    return RegisterItemRecord(
        plan=item.plan,
        register=item.register,
        item=item.id,
        id=item.full_id(),
        title=item.title,
        kind=register.kind,
        leads=item.leads,
        state=item.state,
        date=item.date,
        text=item.text,
        who=item.who,
        how=item.how,
        review=item.review,
        next_review=next_review(item.review),
        relevance=item.relevance,
        answers=item.answers,
        note=item.note,
        tags=item.tags,
        source=item.source,
        extra=item.extra,
        file=register.file,
        line=item.line,
    )
