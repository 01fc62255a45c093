"""Items repeated in a list."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from genderplan.checks.context import Context
from genderplan.findings import Finding, Position, finding
from genderplan.folding import composed
from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.kinds.entry.rows import EntryRow, MilestoneRow
from genderplan.kinds.organisations.rows import OrganisationRow
from genderplan.kinds.plan.rows import Titled
from genderplan.plan.items import Item
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Plan


def repeated_items(context: Context) -> Iterator[Finding]:
    """GP110: an item repeated in a list.

    A lead, an input, a group, a partner, an approver, a tag, an alias, a dependency, or another thing named, stands
    twice in its list. It counts once; the second was most likely meant to be another name, which is now missing from
    the plan.

    Mend: write the name that was meant, or remove the second.
    """
    yield from _of_organisations(context.tree.organisations)
    for plan in context.plans:
        yield from _of_a_plan(plan)
        yield from _of_indicators(plan)
        yield from _of_assessments(plan)
    for _, entry in context.all_entries():
        lists = _lists(entry)
        for key, items in lists if entry.particulars is None else (*lists, *_particular_lists(entry.particulars)):
            if len(items) > 1 and _has_repeats(items):
                yield from _repeats(items, (key,), entry.file, entry.at, entry.full_id())
        for each in entry.milestones:
            if len(each.leads) < 2 and len(each.depends_on) < 2 and len(each.tags) < 2 and len(each.renamed_from) < 2:
                continue  # nearly always
            for key, items in _milestone_lists(each):
                if len(items) > 1 and _has_repeats(items):
                    item = Item(entry, each)
                    yield from _repeats(items, (key,), entry.file, item.at, item.id)


def _of_organisations(directory: Directory) -> Iterator[Finding]:
    def at(*path: str | int) -> Position:
        return directory.places.position(path)

    for organisation in directory.organisations:
        for key, items in _lists_of_organisation(organisation):
            yield from _repeats(items, (organisation.id, key), organisation.file, at, None)


def _lists_of_organisation(organisation: OrganisationRow) -> tuple[tuple[str, Sequence[object]], ...]:
    return (
        ("aliases", organisation.aliases),
        ("tags", organisation.tags),
        ("part_of", organisation.memberships),
    )


def _of_a_plan(plan: Plan) -> Iterator[Finding]:
    def at(*path: str | int) -> Position:
        return plan.places.position(path)

    yield from _repeats(plan.tags, ("tags",), plan.file, at, None)
    yield from _repeats(plan.approvers or (), ("approvers",), plan.file, at, None)
    yield from _repeats(plan.follows, ("follows",), plan.file, at, None)
    titled: Iterable[tuple[str, Sequence[Titled]]] = (("aims", plan.aims), ("objectives", plan.objectives))
    for key, items in titled:
        for index, each in enumerate(items):
            yield from _repeats(each.tags, (key, index, "tags"), plan.file, at, None)
    yield from _repeats(plan.leads, ("lead",), plan.file, at, None)
    yield from _repeats([each.entry for each in plan.answers], ("answers",), plan.file, at, None)
    for index, objective in enumerate(plan.objectives):
        yield from _repeats(objective.leads, ("objectives", index, "lead"), plan.file, at, None)


def _lists(entry: EntryRow) -> tuple[tuple[str, Sequence[object]], ...]:
    return (
        ("lead", entry.leads),
        ("inputs", entry.inputs),
        ("groups", entry.groups),
        ("partners", entry.partners),
        ("tags", entry.tags),
        ("renamed_from", entry.renamed_from),
        ("supports", [each.section or each.text for each in entry.supports]),
        ("drivers", [each.section or each.text for each in entry.drivers]),
        ("indicators", entry.indicators),
    )


def _particular_lists(told: ParticularsRow) -> tuple[tuple[str, Sequence[object]], ...]:
    return (
        ("success", told.success),
        ("evidence", told.evidence),
        ("answers", [each.entry for each in told.answers]),
        ("continues", told.continues),
        ("see", told.see),
    )


def _of_indicators(plan: Plan) -> Iterator[Finding]:
    for each in plan.all_indicators():
        supports = [row.section or row.text for row in each.supports]
        lists = (("lead", each.leads), ("supports", supports), ("tags", each.tags))
        for key, items in (*lists, ("renamed_from", each.renamed_from)):
            yield from _repeats(items, (key,), each.file, each.at, each.full_id())


def _of_assessments(plan: Plan) -> Iterator[Finding]:
    for each in plan.assessments:
        for key, items in (("by", each.by), ("tags", each.tags)):
            yield from _repeats(items, (key,), each.file, each.at, each.full_id())
        for index, rating in enumerate(each.ratings):
            yield from _repeats(rating.evidence, ("ratings", index, "evidence"), each.file, each.at, each.full_id())


def _milestone_lists(milestone: MilestoneRow) -> tuple[tuple[str, Sequence[object]], ...]:
    return (
        ("lead", milestone.leads),
        ("depends_on", [each.written for each in milestone.depends_on]),
        ("tags", milestone.tags),
        ("renamed_from", milestone.renamed_from),
    )


def _has_repeats(items: Sequence[object]) -> bool:
    distinct = set(items)
    if len(distinct) < len(items):
        return True
    for item in distinct:
        if item.__class__ is str and not item.isascii():
            return len(set(_compared(items))) < len(items)
    return False


def _compared(items: Iterable[object]) -> Iterator[object]:
    """Items so that those are equal which say the same, however their letters are composed."""
    return (composed(item) if isinstance(item, str) else item for item in items)


def _repeats(
    items: Sequence[object],
    path: tuple[str | int, ...],
    file: str,
    at: Callable[..., Position],
    owner: str | None,
) -> Iterator[Finding]:
    met: set[object] = set()
    for index, item in enumerate(_compared(items)):
        if item not in met:
            met.add(item)
        else:
            yield finding("GP110", f"repeated in {path[-1]}", file, at(*path, index), entry=owner)
