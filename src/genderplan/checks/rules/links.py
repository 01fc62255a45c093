"""Links between entries, of one plan or of several: what answers, continues and points to what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from genderplan.checks.context import Context, circle_in_words
from genderplan.findings import Finding, finding
from genderplan.kinds.board.names import abouts
from genderplan.kinds.entry.rows import EntryRow
from genderplan.network.ordering import circles
from genderplan.plan.plans import Plan, Tree
from genderplan.source.places import Path
from genderplan.suggestions import Suggestions


class _Link(NamedTuple):
    """An entry named under a key, by its full id, and the way to where it is named."""

    key: str
    to: str
    path: Path


def entry_references(context: Context) -> Iterator[Finding]:
    """GP211: unknown entry.

    What an entry, an item of a register or a plan `answers`, what an entry `continues`, or where it says to `see` more,
    is in no plan of the tree. A reader who follows it finds nothing, and no report tells what is delivered by it. An
    entry of the same plan is named by its id, one of another plan as `plan/entry`. What a board's report or decision is
    `about` is an entry, as `plan/entry`, or a plan.

    Mend: write the id as the entry's file has it. What is no entry is a place in a document, as in
    `see: {document: board-paper, place: Appendix 1}`.
    """
    hints = _Hints(context.tree)
    yield from _unknown_to_boards(context.tree, hints)
    for plan in context.plans:
        for link in _of_a_plan(plan):
            if not _is_known(context.tree, link.to):
                place = plan.places.position(link.path)
                yield finding("GP211", f"unknown entry '{link.to}'", plan.file, place, hint=hints.hint(link.to))
        for entry in plan.entries:
            for link in _of_an_entry(entry):
                if not _is_known(context.tree, link.to):
                    message, place = f"unknown entry '{link.to}'", entry.at(*link.path)
                    hint = hints.hint(link.to)
                    yield finding("GP211", message, entry.file, place, entry=entry.full_id(), hint=hint)
        for register in plan.registers:
            for item, name, path in register.references("answers", "entry"):
                if not _is_known(context.tree, name):
                    message, place = f"unknown entry '{name}'", register.at(*path)
                    yield finding("GP211", message, register.file, place, entry=item.full_id(), hint=hints.hint(name))


class _Hints:
    """What unknown entries were most likely meant to be."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._suggestions = Suggestions(entry.full_id() for plan in tree.plans for entry in plan.entries)

    def hint(self, name: str) -> str | None:
        """The entry of this id in another plan, where there is one; else the nearest by name."""
        bearers = self._bearers.get(name.partition("/")[2] or name, ())
        return f"did you mean '{bearers[0]}'?" if len(bearers) == 1 else self._suggestions.did_you_mean(name)

    @cached_property
    def _bearers(self) -> Mapping[str, Sequence[str]]:
        """The full ids by each bare one."""
        bearers: dict[str, list[str]] = {}
        for plan in self._tree.plans:
            for entry in plan.entries:
                bearers.setdefault(entry.id, []).append(entry.full_id())
        return bearers


def _unknown_to_boards(tree: Tree, hints: _Hints) -> Iterator[Finding]:
    for board in tree.boards:
        for name, _, path in abouts(board):
            if name not in tree.by_id and not _is_known(tree, name):
                message, place = f"unknown plan or entry '{name}'", board.places.position(path)
                yield finding("GP211", message, board.file, place, hint=hints.hint(name))


def _of_a_plan(plan: Plan) -> Iterator[_Link]:
    return (_Link("answers", each.entry, ("answers", index, "entry")) for index, each in enumerate(plan.answers))


def _of_an_entry(entry: EntryRow) -> Iterator[_Link]:
    """The entries that an entry names, with their places; nearly always none."""
    told = entry.particulars
    if told is None:
        return
    for index, answer in enumerate(told.answers):
        yield _Link("answers", answer.entry, ("answers", index, "entry"))
    for index, name in enumerate(told.continues):
        yield _Link("continues", name, ("continues", index))
    for index, pointer in enumerate(told.see):
        if pointer.entry is not None:
            yield _Link("see", pointer.entry, ("see", index))


def _is_known(tree: Tree, name: str) -> bool:
    """Whether an entry is in the tree, or may be in a file that could not be read."""
    plan, _, entry = name.partition("/")
    if plan in tree.unread_plans or (plan, entry) in tree.unread_entries:
        return True
    return plan in tree.by_id and entry in tree.by_id[plan].by_id


def link_circles(context: Context) -> Iterator[Finding]:
    """GP212: entries that answer or continue in a circle.

    An entry delivers another that delivers it, or goes on with one that goes on with it, directly or through others; or
    it points to itself; or a plan answers an entry of its own. Nothing is delivered by itself, and nothing goes on with
    what comes after it. Of entries that are all in circles with each other one circle is told.

    Mend: remove the one that does not hold: an action of a local plan answers one of the scheme, a later one continues
    an earlier one, and not the other way round.
    """
    checked = {plan.id for plan in context.plans}
    for plan in context.plans:
        for link in _of_a_plan(plan):
            if link.to.startswith(f"{plan.id}/"):
                message = f"the plan answers an entry of its own: {link.to}"
                yield finding("GP212", message, plan.file, plan.places.position(link.path))
        for entry in plan.entries:
            for link in _of_an_entry(entry):
                if link.to == entry.full_id() and link.key == "see":
                    message = "it says to see itself"
                    yield finding("GP212", message, entry.file, entry.at(*link.path), entry=entry.full_id())
    for key in ("answers", "continues"):
        for circle in _circles(context.tree, key):
            at = next((place for place, each in enumerate(circle) if each.plan in checked), None)
            if at is not None:
                yield _circular(key, [*circle[at:], *circle[:at]])


def _circles(tree: Tree, key: str) -> Iterator[list[EntryRow]]:
    """One circle of each set of entries of a tree that name each other under a key, each before the one it names."""
    entries = {entry.full_id(): entry for plan in tree.plans for entry in plan.entries if entry.particulars}
    links = {
        name: [link.to for link in _of_an_entry(entry) if link.key == key and link.to in entries]
        for name, entry in entries.items()
    }
    place = {name: number for number, name in enumerate(links)}
    for together in sorted(circles(links), key=lambda names: min(place[each] for each in names)):
        first = min(together, key=place.__getitem__)
        yield [entries[name] for name in _circle_from(first, links, together)]


def _circle_from(first: str, links: Mapping[str, Iterable[str]], together: set[str]) -> Sequence[str]:
    """A circle that is come upon from one of a set of which each leads to each."""
    way = {first: 0}
    at = first
    while True:
        at = next(each for each in links[at] if each in together)
        if at in way:
            return list(way)[way[at] :]
        way[at] = len(way)


def _circular(key: str, circle: Sequence[EntryRow]) -> Finding:
    entry, following = circle[0], circle[1 % len(circle)].full_id()
    path = next(link.path for link in _of_an_entry(entry) if link.key == key and link.to == following)
    message = f"a circle of {key}: {circle_in_words([each.full_id() for each in circle])}"
    return finding("GP212", message, entry.file, entry.at(*path), entry=entry.full_id())


def objective_levels(context: Context) -> Iterator[Finding]:
    """GP213: an objective that is part of a part.

    Objectives have one level below them: the one that this is part of is itself part of another, or is this one.

    Mend: name the objective at the top under `part_of`, or leave it out.
    """
    for plan in context.plans:
        above = {each.id: each.part_of for each in plan.objectives}
        for index, each in enumerate(plan.objectives):
            if each.part_of is not None and above.get(each.part_of) is not None:
                message = f"'{each.part_of}' is part of '{above[each.part_of]}' itself: objectives have one level"
                place = plan.places.position(("objectives", index, "part_of"))
                yield finding("GP213", message, plan.file, place)
