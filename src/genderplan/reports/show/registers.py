"""Registers and their items, for `show`: what an item says, which entries it answers, and what assesses it."""

from collections.abc import Iterator, Sequence

from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow
from genderplan.plan.plans import Plan
from genderplan.reports.show.links import answered, assessed_in
from genderplan.reports.show.mentions import Mention
from genderplan.reports.show.result import Detail
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.records.registers import register_item_record, register_record
from genderplan.standing.standings import Standings


def register_detail(found: RegisterRow | RegisterItemRow, standings: Sequence[Standings]) -> Detail:
    """What is known of a register, with its items, or of one item."""
    own = next(each for each in standings if each.plan.id == found.plan)
    labels = plan_labels([own])
    if isinstance(found, RegisterRow):
        items = tuple(register_item_record(found, item) for item in found.items)
        return Detail("register", labels, register_record(found), items=items)
    by_id = {each.plan.id: each.plan for each in standings}
    record = register_item_record(own.plan.registers_by_id[found.register], found)
    answers = (answered(each, by_id) for each in found.answers)
    return Detail("item", labels, record, links=(*answers, *assessed_in("item", found.full_id(), by_id)))


def items_relevant(section: str, plan: Plan) -> Iterator[Mention]:
    """The items of a plan's registers that are relevant to a section, or are said not to be."""
    for register in plan.registers:
        for item in register.items:
            for each in item.relevance:
                if each.section == section:
                    yield Mention(_relevance_in_words(each.priority), item.full_id(), item.title)


def _relevance_in_words(priority: str | None) -> str:
    return f"of {'no' if priority == 'none' else priority} priority to" if priority else "relevant to"
