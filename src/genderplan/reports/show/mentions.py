"""Mentions: where plans name an organisation, and as what."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import milestone_items
from genderplan.plan.plans import Plan
from genderplan.standing.standings import Standings


class Mention(NamedTuple):
    """Where an organisation or a section of a framework is named, and as what."""

    role: str
    """What it is there: lead, input, partner, accountable, receiver, involved, assessor, subject; else in words."""
    id: str
    """The full id of the plan, objective, entry, milestone, item, section or assessment; a publication's after its
    plan's."""
    title: str
    """The title, in the words of the document."""


def where_named(name: str, standings: Sequence[Standings]) -> tuple[Mention, ...]:
    """Where plans name an organisation by its id."""
    return tuple(mention for each in standings for mention in _in_plan(name, each.plan))


def _in_plan(name: str, plan: Plan) -> Iterator[Mention]:
    if name in plan.leads:
        yield Mention("lead", plan.id, plan.title)
    yield from (Mention("lead", f"{plan.id}/{each.id}", each.title) for each in plan.objectives if name in each.leads)
    for entry in plan.entries:
        yield from _in_entry(name, entry)
    for register in plan.registers:
        for item in register.items:
            roles = {"lead": item.leads, "involved": item.who}
            yield from (Mention(role, item.full_id(), item.title) for role, names in roles.items() if name in names)
    for assessment in plan.assessments:
        title = assessment.title or assessment.framework
        if name in assessment.by:
            yield Mention("assessor", assessment.full_id(), title)
        if assessment.about in {name, f"organisation:{name}"}:
            yield Mention("subject", assessment.full_id(), title)


def _in_entry(name: str, entry: EntryRow) -> Iterator[Mention]:
    roles = {
        "lead": entry.leads,
        "input": [one.organisation for one in entry.inputs],
        "partner": [one.organisation for one in entry.partners],
        "accountable": (entry.told.accountable,),
    }
    yield from (Mention(role, entry.full_id(), entry.title) for role, names in roles.items() if name in names)
    for item in milestone_items([entry]):
        if name in item.row.leads:
            yield Mention("lead", item.id, item.title)
        if item.milestone and name == item.milestone.goes_to:
            yield Mention("receiver", item.id, item.title)
