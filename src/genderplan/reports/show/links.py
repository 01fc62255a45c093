"""Links of an entry, a plan or an item to others, read from either end, and which assessments are of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.shared.answer_rows import AnswerRow
from genderplan.plan.plans import Plan
from genderplan.plan.subjects import subject_of


class EntryLink(NamedTuple):
    """What another answers, continues or points to, or what does so to it: an entry, a plan, an item of a register; or
    an assessment of it.
    """

    role: str
    """What it is to the other: answers, answered by, continues, continued by, see, seen from, or assessed in."""
    id: str
    """The full id of the entry, the item or the assessment, or the plan's id."""
    title: str | None
    """The title, in the words of the document; null where it could not be read."""
    extent: str | None
    """full or part, of answers; null otherwise."""


def links_of_entry(entry: EntryRow, plans: Sequence[Plan]) -> Iterator[EntryLink]:
    """What an entry answers, continues and points to, then what of all plans does so to it."""
    by_id = {plan.id: plan for plan in plans}
    name, told = entry.full_id(), entry.told
    yield from (answered(each, by_id) for each in told.answers)
    yield from _answered_by(name, plans)
    yield from (EntryLink("continues", each, _title(each, by_id), None) for each in told.continues)
    yield from (EntryLink("see", each.entry, _title(each.entry, by_id), None) for each in told.see if each.entry)
    for plan in plans:
        for other in plan.entries:
            if other.particulars and name in other.particulars.continues:
                yield EntryLink("continued by", other.full_id(), other.title, None)
            if other.particulars and any(each.entry == name for each in other.particulars.see):
                yield EntryLink("seen from", other.full_id(), other.title, None)
    yield from assessed_in("entry", name, by_id)


def links_of_plan(plan: Plan, plans: Sequence[Plan]) -> Iterator[EntryLink]:
    """What a plan answers as a whole, and what assesses it as a whole."""
    by_id = {each.id: each for each in plans}
    yield from (answered(each, by_id) for each in plan.answers)
    yield from assessed_in("plan", plan.id, by_id)


def answered(each: AnswerRow, plans: dict[str, Plan]) -> EntryLink:
    """An entry that something answers, by its title where it could be read."""
    return EntryLink("answers", each.entry, _title(each.entry, plans), each.extent)


def assessed_in(kind: str, name: str, plans: dict[str, Plan]) -> Iterator[EntryLink]:
    """The assessments of one subject, which plans have in their order."""
    for plan in plans.values():
        for row in plan.assessments:
            if subject_of(plans, row)[:2] == (kind, name):
                yield EntryLink("assessed in", row.full_id(), row.title or row.framework, None)


def _answered_by(name: str, plans: Sequence[Plan]) -> Iterator[EntryLink]:
    """The entries, the plans as wholes, and the items of registers that say that they deliver an entry."""
    for plan in plans:
        yield from (
            EntryLink("answered by", plan.id, plan.title, each.extent) for each in plan.answers if each.entry == name
        )
        for other in plan.entries:
            for each in other.particulars.answers if other.particulars else ():
                if each.entry == name:
                    yield EntryLink("answered by", other.full_id(), other.title, each.extent)
        for register in plan.registers:
            for item in register.items:
                for each in item.answers:
                    if each.entry == name:
                        yield EntryLink("answered by", item.full_id(), item.title, each.extent)


def _title(name: str, plans: dict[str, Plan]) -> str | None:
    plan, _, entry = name.partition("/")
    row = plans[plan].by_id.get(entry) if plan in plans else None
    return row.title if row else None
