"""Who may agree to a new date."""

from collections.abc import Iterable

from genderplan.plan.organisations import Directory
from genderplan.plan.whole import Plan


def may_approve(plan: Plan, directory: Directory, organisation: str) -> bool:
    """Whether an organisation, by its id, is one of the plan's approvers; of kind board where the plan names none.

    An empty list of approvers is nobody.
    """
    if plan.approvers is not None:
        return organisation in plan.approvers
    found = directory.by_id.get(organisation)
    return found is not None and found.kind == "board"


def is_approval(plan: Plan, directory: Directory, organisation: str, leads: Iterable[str]) -> bool:
    """Whether what an organisation agreed to is agreed for work that these lead.

    It is not where the organisation is a lead itself, or below one: nobody moves their own deadline.
    """
    return may_approve(plan, directory, organisation) and directory.above(organisation).isdisjoint(leads)
