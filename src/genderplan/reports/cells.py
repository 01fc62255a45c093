"""Cells that tables of several reports have: a milestone, a text of paragraphs, whoever signed."""

from genderplan.page.page import Column, Identifier, Organisations, Stack, Value
from genderplan.standing.records import MilestoneRecord
from genderplan.text import one_line

MILESTONE, LEAD = Column("Milestone", is_name=True), Column("Lead")


def milestone_cell(record: MilestoneRecord, *notes: str) -> Stack:
    """A milestone by its title, with its action, its id and what else is to be said of it; or an entry by its own."""
    action = f"{record.kind}: {record.entry_caption}" if record.milestone is not None else ""
    return Stack((record.caption, action, short_id(record.id), *notes))


def short_id(full_id: str) -> Identifier:
    """The id without its plan, which the heading names."""
    return Identifier(full_id.partition("/")[2] or full_id)


def paragraphs(text: str) -> Stack:
    """A text's own paragraphs, one below the other."""
    return Stack(tuple(one_line(each) for each in text.splitlines() if each.strip()), are_alike=True)


def signatory(name: str | None) -> Value:
    """Who says so: an organisation by its name, anybody else as the file has it."""
    return Organisations((name,)) if name else None
