"""References to organisations: leads, inputs, partners, approvers, and units above units."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from genderplan.checks.context import Context
from genderplan.findings import START_OF_FILE, Finding, Position, finding
from genderplan.kinds.board.names import organisations_named, other_boards
from genderplan.kinds.entry.particular_rows import ParticularsRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item, all_items
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Plan, Tree
from genderplan.source.places import Path
from genderplan.suggestions import Suggestions

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.indicator.rows import IndicatorRow


class _Reference(NamedTuple):
    """An organisation named somewhere in an entry."""

    name: str
    item: Item
    path: Path


def organisation_references(context: Context) -> Iterator[Finding]:
    """GP204: unknown organisation.

    A lead, an input, a partner, or whoever approved a date, may approve one, asks for one, reported progress, assessed
    something, answers for it, receives it or was told of a publication, is not in organisations.yaml; or a unit is said
    to be part of one that is not; or a board, or whom a board's file names, is not there. A misspelt name is in no
    report of what an organisation has to do.

    Example: organisations.yaml declares HR and Finance.

    Mend: write the id as organisations.yaml declares it, or declare the organisation there.

    GP205: an organisation named by another form than its id.

    It is known, but by its name, an alias or in other capitals. Plan files name each organisation in one way, so that
    a search through them misses none of its work, and another name can change in one place.

    Example: organisations.yaml gives HR the alias Personnel.

    Mend: write the id that the finding gives. Filters on the command line take every form.

    GP206: ambiguous organisation.

    Several organisations bear this name or alias. Whoever reads the plan would take one for the other, and the wrong
    one could be asked for the work.

    Example: organisations.yaml gives both HR and Training the alias Personnel.

    Mend: write the id of the one that is meant.
    """
    directory = context.tree.organisations
    if not directory.readable:
        return
    judge = _Judge(directory)
    yield from _parents(directory, judge)
    yield from _of_boards(context.tree, judge)
    known = frozenset(directory.by_id)
    for plan in context.plans:
        for name, path in _of_the_plan(plan):
            if name not in known:
                yield judge.finding(name, plan.file, plan.places.position(path), None)
        yield from _of_indicators_and_assessments(plan, judge)
        yield from _of_registers(plan, judge)
    for _, entry in context.all_entries():
        if known.issuperset(entry.organisations):
            continue
        for name, item, path in _references(entry):
            if name not in known:
                yield judge.finding(name, entry.file, item.at(*path), item.id)


def _of_the_plan(plan: Plan) -> Iterator[tuple[str, Path]]:
    """Every organisation that plan.yaml names, with its place."""
    yield from ((name, ("approvers", index)) for index, name in enumerate(plan.approvers or ()))
    yield from ((name, ("lead", index)) for index, name in enumerate(plan.leads))
    for at, objective in enumerate(plan.objectives):
        yield from ((name, ("objectives", at, "lead", index)) for index, name in enumerate(objective.leads))
    for number, publication in enumerate(plan.publications):
        yield from ((name, ("publications", number, "told", index)) for index, name in enumerate(publication.told))


def _parents(directory: Directory, judge: "_Judge") -> Iterator[Finding]:
    for organisation in directory.organisations:
        for index, above in enumerate(organisation.memberships):
            if above.organisation not in directory.by_id:
                place = directory.places.position((organisation.id, "part_of", index, "organisation"))
                yield judge.finding(above.organisation, organisation.file, place, None)


def _of_boards(tree: Tree, judge: "_Judge") -> Iterator[Finding]:
    for board in tree.boards:
        if not judge.knows(board.id):
            yield judge.finding(board.id, board.file, START_OF_FILE, None)
        for name, _, path in chain(other_boards(board), organisations_named(board)):
            if not judge.knows(name):
                yield judge.finding(name, board.file, board.places.position(path), None)


def _of_indicators_and_assessments(plan: Plan, judge: "_Judge") -> Iterator[Finding]:
    named: list[tuple[IndicatorRow | AssessmentRow, str, tuple[str, ...]]] = []
    named += ((each, "lead", each.leads) for each in plan.all_indicators())
    named += ((each, "by", each.by) for each in plan.assessments)
    for row, key, names in named:
        for index, name in enumerate(names):
            if not judge.knows(name):
                yield judge.finding(name, row.file, row.at(key, index), row.full_id())


def _of_registers(plan: Plan, judge: "_Judge") -> Iterator[Finding]:
    for register in plan.registers:
        for item in register.items:
            for index, name in enumerate(item.leads):
                if not judge.knows(name):
                    place = register.at("items", item.number, "lead", index)
                    yield judge.finding(name, register.file, place, item.full_id())


class _Judge:
    """What is wrong with names that are no ids."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._suggestions = Suggestions(directory.names())

    def knows(self, name: str) -> bool:
        """Whether a name is the id of an organisation."""
        return name in self._directory.by_id

    def finding(self, name: str, file: str, place: Position, entry: str | None) -> Finding:
        bearers = self._directory.find(name)
        if not bearers:
            hint = self._suggestions.did_you_mean(name) or "declare it in organisations.yaml"
            return finding("GP204", f"unknown organisation '{name}'", file, place, entry=entry, hint=hint)
        if len(bearers) > 1:
            message, hint = f"'{name}' can mean {len(bearers)} organisations", f"name one by its id: {_some(bearers)}"
            return finding("GP206", message, file, place, entry=entry, hint=hint)
        message = f"organisation '{name}' is not named by its id"
        return finding("GP205", message, file, place, entry=entry, hint=f"write '{bearers[0]}'")


def _some(names: Sequence[str]) -> str:
    """Names joined, no more than a reader can choose from."""
    return ", ".join(names) if len(names) <= _MOST else f"{', '.join(names[:_MOST])} and {len(names) - _MOST} more"


_MOST = 10


def _references(entry: EntryRow) -> Iterator[_Reference]:
    """Every organisation that an entry names, with its place."""
    own = Item(entry)
    for index, each in enumerate(entry.inputs):
        if each.organisation is not None:
            yield _Reference(each.organisation, own, ("inputs", index))
    for index, partner in enumerate(entry.partners):
        if partner.organisation is not None:
            yield _Reference(partner.organisation, own, ("partners", index, "organisation"))
    for index, update in enumerate(entry.updates):
        if update.by is not None:
            yield _Reference(update.by, own, ("updates", index, "by"))
    for item in all_items([entry]):
        yield from (_Reference(name, item, ("lead", index)) for index, name in enumerate(item.row.leads))
        for index, revision in enumerate(item.revisions):
            if revision.approved_by is not None:
                yield _Reference(revision.approved_by, item, ("revisions", index, "approved_by"))
        yield from _of_a_step(item)
    yield from _particular_references(own, entry.told)


def _of_a_step(item: Item) -> Iterator[_Reference]:
    if item.requested and item.requested.by is not None:
        yield _Reference(item.requested.by, item, ("requested", "by"))
    if item.milestone and item.milestone.goes_to is not None:
        yield _Reference(item.milestone.goes_to, item, ("goes_to",))


def _particular_references(own: Item, told: ParticularsRow) -> Iterator[_Reference]:
    if told.accountable is not None:
        yield _Reference(told.accountable, own, ("accountable",))
    for index, handover in enumerate(told.handovers):
        if handover.from_ is not None:
            yield _Reference(handover.from_, own, ("handovers", index, "from"))
        yield _Reference(handover.to, own, ("handovers", index, "to"))
    for index, review in enumerate(told.reviewed):
        if review.by is not None:
            yield _Reference(review.by, own, ("reviewed", index, "by"))
