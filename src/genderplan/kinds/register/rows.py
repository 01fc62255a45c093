"""Rows of registers and of their items."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from genderplan.dates.forms import PlanDate
from genderplan.dates.lengths import Length
from genderplan.findings import Position
from genderplan.kinds.entry.part_rows import SourceRow, source_row
from genderplan.kinds.shared.answer_rows import AnswerRow, answer_row
from genderplan.source.places import Path, Places

if TYPE_CHECKING:
    from genderplan.kinds.register.model import Register, RegisterItem
    from genderplan.source.documents import Document
    from genderplan.source.files import SourceFile


class ReviewRuleRow(NamedTuple):
    """When an item is looked at again: on a date, or so long after the last time."""

    date: PlanDate | None
    """The date that the file gives."""
    every: Length | None
    """How long it is from one time to the next."""
    last: PlanDate | None
    """When it was last looked at."""


class RelevanceRow(NamedTuple):
    """How relevant an item is to a section of a framework."""

    section: str
    """The section, as framework/section."""
    priority: str | None
    """high, medium, low, or none where the document says so; null where it does not say."""


class RegisterItemRow(NamedTuple):
    """An item of a register; `line` and `number` are where it stands in its file and list."""

    plan: str
    register: str
    id: str
    title: str
    leads: tuple[str, ...]
    state: str | None
    date: PlanDate | None
    text: str | None
    who: tuple[str, ...]
    how: str | None
    review: ReviewRuleRow | None
    relevance: tuple[RelevanceRow, ...]
    answers: tuple[AnswerRow, ...]
    source: SourceRow | None
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    number: int
    line: int

    def full_id(self) -> str:
        """`plan/register#item`."""
        return f"{self.plan}/{self.register}#{self.id}"


@dataclass(frozen=True)
class RegisterRow:
    """A register with its items, in the order of its file."""

    plan: str
    id: str
    title: str
    kind: str
    source: SourceRow | None
    note: str | None
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    items: tuple[RegisterItemRow, ...]
    file: str
    places: Places

    @cached_property
    def by_id(self) -> Mapping[str, RegisterItemRow]:
        """Its items by their bare ids."""
        return {item.id: item for item in self.items}

    def at(self, *path: str | int) -> Position:
        """Where the value at a path stands in its file."""
        return self.places.position(path)

    def references(self, key: str, name: str) -> "Iterator[tuple[RegisterItemRow, Any, Path]]":
        """What its items name in a list under a key, each with its item and the way to the name within it."""
        for item in self.items:
            for index, each in enumerate(getattr(item, key)):
                yield item, getattr(each, name), ("items", item.number, key, index, name)

    @property
    def sources(self) -> "Iterator[tuple[str, SourceRow, Path]]":
        """Every document that is quoted, with the full id of what quotes it and the way to it."""
        if self.source:
            yield self.full_id(), self.source, ("source",)
        for item in self.items:
            if item.source:
                yield item.full_id(), item.source, ("items", item.number, "source")

    def full_id(self) -> str:
        """`plan/register`."""
        return f"{self.plan}/{self.id}"


def register_row(register: "Register", file: "SourceFile", document: "Document") -> RegisterRow:
    """The row of the register that a file holds."""
    return RegisterRow(
        plan=file.plan,
        id=file.stem,
        title=register.title,
        kind=register.kind,
        source=source_row(register.source),
        note=register.note,
        tags=register.tags,
        extra=register.extra,
        items=tuple(
            _item(item, number, file, document.places.position(("items", number)).line)
            for number, item in enumerate(register.items)
        ),
        file=file.shown,
        places=document.places,
    )


def _item(item: "RegisterItem", number: int, file: "SourceFile", line: int) -> RegisterItemRow:
    return RegisterItemRow(
        plan=file.plan,
        register=file.stem,
        id=item.id,
        title=item.title,
        leads=item.lead,
        state=item.state,
        date=item.date,
        text=item.text,
        who=item.who,
        how=item.how,
        review=_review(item),
        relevance=tuple([RelevanceRow(each.section, each.priority) for each in item.relevance]),
        answers=tuple([answer_row(each, file.plan) for each in item.answers]),
        source=source_row(item.source),
        note=item.note,
        tags=item.tags,
        extra=item.extra,
        number=number,
        line=line,
    )


def _review(item: "RegisterItem") -> ReviewRuleRow | None:
    review = item.review
    if review is None:
        return None
    return (
        ReviewRuleRow(review, None, None)
        if isinstance(review, PlanDate)
        else ReviewRuleRow(None, review.every, review.last)
    )
