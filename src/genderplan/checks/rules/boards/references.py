"""References of boards: to other boards, to meetings of their own, and to what they oversee."""

from collections.abc import Iterator, Mapping, Sequence

from genderplan.checks.context import Context, circle_in_words, found_at
from genderplan.findings import START_OF_FILE, Finding, finding
from genderplan.folding import folded
from genderplan.kinds.board.names import TAG, meetings_named, other_boards
from genderplan.network.ordering import circles
from genderplan.plan.items import milestone_items
from genderplan.plan.plans import Tree
from genderplan.plan.supports import is_known
from genderplan.suggestions import Suggestions


def board_references(context: Context) -> Iterator[Finding]:
    """GP260: a board that is none.

    A file of `boards/` is named by an organisation that organisations.yaml does not declare to be of kind board, or a
    board serves, replaces or meets before such a one. Who may agree to new dates hangs on the kind, and no report to a
    board would go to it.

    Example: organisations.yaml declares HR, a unit.

    Mend: write `kind: board` in organisations.yaml, or the id of the board that is meant.
    """
    known = context.tree.organisations.by_id
    hint = "write 'kind: board' in organisations.yaml, or name a board"
    for board in context.tree.boards:
        own = known.get(board.id)
        if own and own.kind != "board":
            yield finding("GP260", f"'{board.id}' is of kind {own.kind}", board.file, START_OF_FILE, hint=hint)
        for name, _, path in other_boards(board):
            if name in known and known[name].kind != "board":
                message, place = f"'{name}' is of kind {known[name].kind}, and no board", board.places.position(path)
                yield finding("GP260", message, board.file, place, hint=hint)


def sent_to_no_board(context: Context) -> Iterator[Finding]:
    """GP264: a milestone that goes to what is no board.

    What a milestone `goes_to` is an organisation that receives it, but not of kind board. No agenda is made for it, and
    nobody is told at which meeting it comes up.

    Example: organisations.yaml declares HR, a unit.

    Mend: name the board, or write `kind: board` in organisations.yaml.
    """
    known = context.tree.organisations.by_id
    for plan in context.plans:
        for item in milestone_items(plan.entries):
            name = item.milestone.goes_to if item.milestone else None
            if name is not None and name in known and known[name].kind != "board":
                yield found_at(item, "GP264", f"goes to '{name}', which is of kind {known[name].kind}", None, "goes_to")


def meeting_references(context: Context) -> Iterator[Finding]:
    """GP261: unknown meeting.

    A report begins or is promised at a meeting, or a decision was made at one, that the board's `meetings` do not list.
    It would be in the paper of no meeting.

    Mend: write the id of one of the `meetings`, or add the meeting there, with or without its date.
    """
    for board in context.tree.boards:
        suggestions = Suggestions(board.meetings_by_id)
        for name, _, path in meetings_named(board):
            if name not in board.meetings_by_id:
                place, hint = board.places.position(path), suggestions.did_you_mean(name)
                yield finding("GP261", f"unknown meeting '{name}'", board.file, place, hint=hint)


def oversight_references(context: Context) -> Iterator[Finding]:
    """GP262: oversight of what is not there.

    A board is said to oversee a plan, an objective, a section or a tag that is nowhere in the tree. Its papers would
    have nothing of it, and nobody would miss it. A plan is named by its id, an objective as `plan/objective`, a section
    as `framework/section`, and a tag as `tag:careers`. Left out, `oversees` is every plan.

    Mend: write the id as its file has it. Single entries are overseen by a tag that they bear.
    """
    if any(board.oversees for board in context.tree.boards):
        names = _Names(context.tree)
        for board in context.tree.boards:
            for index, name in enumerate(board.oversees):
                if not names.knows(name):
                    place = board.places.position(("oversees", index))
                    yield finding("GP262", f"nothing in the tree is '{name}'", board.file, place, hint=names.hint(name))


class _Names:
    """What there is to oversee. What stands in files that could not be read may be anything."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._all_read = not tree.unread_plans and not tree.unread_entries
        self._parts = {f"{plan.id}/{each.id}" for plan in tree.plans for each in plan.objectives}
        self._tags = {folded(tag): tag for tag in _tags(tree)}
        sections = (each.full_id() for framework in tree.frameworks for each in framework.sections)
        tags = map(TAG.__add__, self._tags.values())
        self._suggestions = Suggestions([*tree.by_id, *self._parts, *tree.frameworks_by_id, *sections, *tags])

    def knows(self, name: str) -> bool:
        if name.startswith(TAG):
            return folded(name.removeprefix(TAG)) in self._tags or not self._all_read
        plan = name.partition("/")[0]
        is_of_plans = name in self._tree.by_id or name in self._parts or plan in self._tree.unread_plans
        return is_of_plans or is_known(self._tree, name)

    def hint(self, name: str) -> str | None:
        plan, _, entry = name.partition("/")
        if plan in self._tree.by_id and entry in self._tree.by_id[plan].by_id:
            return "a single entry is overseen by a tag: write 'tag:TAG', and the tag in the entry"
        return self._suggestions.did_you_mean(name)


def _tags(tree: Tree) -> Iterator[str]:
    """The tags of plans, objectives, entries and indicators, by which something is overseen."""
    for plan in tree.plans:
        yield from plan.tags
        rows = (plan.objectives, plan.entries, plan.indicators)
        yield from (tag for of_a_kind in rows for each in of_a_kind for tag in each.tags)


def board_circles(context: Context) -> Iterator[Finding]:
    """GP263: boards that serve or replace each other in a circle.

    A board serves one that serves it, directly or through others, or came in the place of one that came in its own. No
    one is the highest, or the newest.

    Mend: remove the one that does not hold: under `serves` stands the board above, under `replaces` the one before.
    """
    boards = context.tree.boards_by_id
    served = {name: board.serves for name, board in boards.items() if board.serves}
    replaced = {name: board.replaces.board for name, board in boards.items() if board.replaces}
    for key, path, links in (("serves", ("serves",), served), ("replaces", ("replaces", "board"), replaced)):
        for circle in _circles(links):
            message, board = f"a circle of {key}: {circle_in_words(circle)}", boards[circle[0]]
            yield finding("GP263", message, board.file, board.places.position(path))


def _circles(links: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """The circles among things of which each leads to one other, each from its first by name on."""
    for together in circles({name: [to] if to in links else [] for name, to in links.items()}):
        way = [min(together)]
        while links[way[-1]] != way[0]:
            way.append(links[way[-1]])
        yield way
