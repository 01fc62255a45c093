"""What an id means: a plan, an entry, a milestone, or an organisation by any of its names."""

from collections.abc import Iterator

from genderplan.errors import UsageError
from genderplan.plan.rows import EntryRow, MilestoneRow, OrganisationRow
from genderplan.plan.whole import Plan, Tree
from genderplan.suggestions import unknown

Found = Plan | OrganisationRow | tuple[EntryRow, MilestoneRow | None]


def look_up(tree: Tree, name: str) -> Found:
    """The one thing that a name means: a full id, or one without its plan (or entry) where that is enough.

    Raises UsageError where it means nothing, with a suggestion, or several things, with their full ids.
    """
    found = list(_meanings(tree, name))
    if not found:
        raise UsageError(unknown("id", name, _known(tree)))
    if len(found) > 1:
        raise UsageError(f"'{name}' can mean {', '.join(full_id for full_id, _ in found)}: name one of them")
    return found[0][1]


def _meanings(tree: Tree, name: str) -> Iterator[tuple[str, Found]]:
    if name in tree.by_id:
        yield f"plan {name}", tree.by_id[name]
    before, hash_mark, milestone = name.rpartition("#")
    plan, _, entry = (before if hash_mark else name).rpartition("/")
    for each in tree.plans:
        if plan in {"", each.id} and entry in each.by_id:
            row = each.by_id[entry]
            if not hash_mark:
                yield row.full_id(), (row, None)
            for one in row.milestones:
                if hash_mark and one.id == milestone:
                    yield row.full_id(one), (row, one)
    for organisation in tree.organisations.find(name):
        yield f"organisation {organisation}", tree.organisations.by_id[organisation]


def _known(tree: Tree) -> Iterator[str]:
    """Every id that could have been meant."""
    yield from tree.by_id
    yield from tree.organisations.by_id
    for plan in tree.plans:
        for entry in plan.entries:
            yield from (entry.id, entry.full_id())
            for milestone in entry.milestones:
                yield from (f"{entry.id}#{milestone.id}", entry.full_id(milestone))
