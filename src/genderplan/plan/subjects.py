"""Subjects of assessments: a plan, an organisation, an entry, or an item of a register, by the name that a file has."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from genderplan.plan.lookup import kind_of
from genderplan.plan.plans import Plan

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow


class Subject(NamedTuple):
    """What was assessed."""

    kind: str | None
    """plan, organisation, entry or item; null where nothing, or more than one thing, has the name."""
    id: str
    """The id of a plan or an organisation, else the full id: plan/entry, plan/register#item."""
    title: str
    """What it is called; its id where it has no other name."""


def subject_of(plans: Mapping[str, Plan], row: "AssessmentRow") -> Subject:
    """What an assessment is about, among plans by their ids; by its name where that means nothing, or several."""
    plan = plans[row.plan]
    if row.about is None:
        return Subject("plan", plan.id, plan.title)
    meant = list(subjects_named(plans, plan, row.about))
    return meant[0] if len(meant) == 1 else Subject(None, row.about, row.about)


def subjects_named(plans: Mapping[str, Plan], plan: Plan, about: str) -> Iterator[Subject]:
    """All that a name can mean in one of some plans: an organisation by its id, an entry, or an item of a register.

    `organisation:` or `entry:` before a name leaves out what is of another kind.
    """
    kind, name = kind_of(about)
    if kind in {None, "organisation"} and name in plan.organisations.by_id:
        yield Subject("organisation", name, plan.organisations.names_by_id.get(name, name))
    before, hash_mark, item = name.rpartition("#")
    owner, slash, entry = (before if hash_mark else name).rpartition("/")
    whose = plans.get(owner) if slash else plan
    if whose is None:
        return
    if hash_mark:
        register = whose.registers_by_id.get(entry) if kind is None else None
        if register and item in register.by_id:
            yield Subject("item", f"{whose.id}/{entry}#{item}", register.by_id[item].title)
    elif kind in {None, "entry"} and entry in whose.by_id:
        yield Subject("entry", f"{whose.id}/{entry}", whose.by_id[entry].title)
