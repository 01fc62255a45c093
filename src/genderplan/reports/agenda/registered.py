"""Items of registers that a board has before it: objectives, initiatives, risks and concerns of what it oversees."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from genderplan.folding import composed
from genderplan.reports.agenda.sitting import Sitting, dated_after

if TYPE_CHECKING:
    from genderplan.standing.records.registers import RegisterItemRecord

_KINDS = ("objectives", "initiatives", "risks", "concerns")
"""Those that a board goes through, in this order; others are looked up, and their reviews have a part of their own."""


def register_items(sitting: Sitting) -> Iterator["RegisterItemRecord"]:
    """Kind by kind; what is among the board's decisions, or is known from a later document alone, is left out."""
    if not any(each.plan.registers for each in sitting.standings):
        return
    decided = {composed(each.text) for each in sitting.board.decisions}
    for kind in _KINDS:
        for each in _items(sitting, kind):
            if decided.isdisjoint(map(composed, filter(None, (each.title, each.text)))):
                yield each


def _items(sitting: Sitting, kind: str) -> Iterator["RegisterItemRecord"]:
    from genderplan.standing.filters.registers import selected_items
    from genderplan.standing.records.registers import register_item_record

    for standings in sitting.standings:
        later = dated_after(standings.plan.sources, sitting.day)
        for register, item in selected_items(sitting.selection, standings.plan):
            if register.kind == kind and not (item.source and item.source.document in later):
                yield register_item_record(register, item)
