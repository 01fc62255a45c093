"""Rows of answers: entries that are delivered, by their full ids."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from genderplan.kinds.shared.answers import Answer


class AnswerRow(NamedTuple):
    """An entry that is delivered."""

    entry: str
    """The full id: plan/entry."""
    extent: str
    """full or part."""


def full_id(entry: str, plan: str) -> str:
    """`plan/entry` of an entry that something in a plan names, with or without its plan."""
    return entry if "/" in entry else f"{plan}/{entry}"


def answer_row(each: "str | Answer", plan: str) -> AnswerRow:
    """The row of an entry that is delivered by something in a plan."""
    if isinstance(each, str):
        return AnswerRow(full_id(each, plan), "full")
    return AnswerRow(full_id(each.entry, plan), each.extent)
