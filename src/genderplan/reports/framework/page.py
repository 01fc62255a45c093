"""Page of the frameworks that come with the program."""

from collections.abc import Sequence

from genderplan.page.page import Column, Command, Identifier, Next, Page, Stack
from genderplan.reports.framework.result import Profile
from genderplan.reports.parts import table

_COLUMNS = (
    Column("Framework", is_name=True),
    Column("Sections", is_number=True),
    Column("Mandatory", is_number=True),
    Column("Here"),
)


def profiles_page(shipped: Sequence[Profile]) -> Page:
    """One table, and how one of them is copied."""
    rows = tuple(
        (
            Stack((each.title, Identifier(each.id), f"edition {each.edition}" if each.edition else "")),
            each.sections,
            each.mandatory or None,
            "in the tree" if each.is_in_tree else None,
        )
        for each in shipped
    )
    step = Next(Command("genderplan framework add ID"), "copies one into the tree, where plans can follow it")
    return Page("Frameworks that come with the program", (table("Frameworks", _COLUMNS, rows), step))
