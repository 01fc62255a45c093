"""Lookup of what an id means: a plan, an entry, a milestone, a section, an item of a register, an organisation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from genderplan.dates.forms import DateError, PlanDate, parse_date
from genderplan.errors import UsageError
from genderplan.plan.items import Item, all_items, milestone_items
from genderplan.plan.organisations import Directory
from genderplan.plan.plans import Tree
from genderplan.plan.supports import find
from genderplan.suggestions import unknown

if TYPE_CHECKING:
    from genderplan.kinds.assessment.rows import AssessmentRow
    from genderplan.kinds.framework.rows import FrameworkRow, SectionRow
    from genderplan.kinds.indicator.rows import IndicatorRow
    from genderplan.kinds.organisations.rows import OrganisationRow
    from genderplan.kinds.register.rows import RegisterItemRow, RegisterRow
    from genderplan.plan.boards.naming import OfBoard
    from genderplan.plan.plans import Plan


class Occasion(NamedTuple):
    """One of the times that an item comes, by its number from 0, and the date of that."""

    item: Item
    number: int
    date: PlanDate

    @property
    def id(self) -> str:
        """`plan/entry@2025-Q1`, `plan/entry#milestone@2025-Q1`."""
        return f"{self.item.id}@{self.date}"


_InAPlan: TypeAlias = "Item | Occasion | IndicatorRow | RegisterRow | RegisterItemRow | AssessmentRow"
_OfFrameworks: TypeAlias = "FrameworkRow | SectionRow"
Found: TypeAlias = "Plan | OrganisationRow | _InAPlan | _OfFrameworks | OfBoard"


_IN_PLANS = ("entry", "milestone", "indicator", "register", "item", "assessment")
_OF_BOARDS = ("board", "meeting", "report", "decision")
KINDS = ("plan", "organisation", *_IN_PLANS, "framework", *_OF_BOARDS)
"""What may stand before a name and a colon, so that it means nothing else: `plan:pay`."""


class _Meaning(NamedTuple):
    """One thing that a name can mean, and the name that means it alone."""

    kind: str
    name: str
    found: Found


def look_up(tree: Tree, name: str, wanted: str | None = None) -> Found:
    """The one thing that a name means: a full id, or one without its plan (or entry) where that is enough.

    A kind of `KINDS` before it (`plan:pay`; `framework:` also of a section, `board:` also of what is a board's) leaves
    out what is of another. Without it a board is its organisation.
    Raises UsageError where it means nothing, with a suggestion of the kind that is `wanted`, or what could not be read,
    or several things, with names for each.
    """
    kind, bare = kind_of(name)
    found = [each for each in _meanings(tree, bare) if kind in {None, each.kind}]
    found += (each for each in _meanings_of_boards(tree, bare, bool(found)) if kind in {None, "board", each.kind})
    if not found:
        _refuse_away(tree, kind, bare)
    if not found and "@" in bare:
        return _occasion(tree, name)
    if not found:
        _refuse_unread(tree, kind, bare)
        meant = kind or wanted
        known = [known for what, known in _known(tree) if meant in {None, what}]
        raise UsageError(unknown(meant or "id", bare, known))
    if len(found) > 1:
        raise UsageError(f"'{bare}' can mean {', '.join(each.name for each in found)}: name one of them")
    return found[0].found


def _refuse_unread(tree: Tree, kind: str | None, name: str) -> None:
    """Raises UsageError where a name means a file, or what is in one, that could not be read: it is not unknown."""
    plan, _, stem = name.partition("#")[0].rpartition("/")
    unread = (
        (("plan", *_IN_PLANS), tree.unread_plans & {name, plan}),
        (("framework",), tree.unread_frameworks & {name, plan}),
        (_OF_BOARDS, tree.unread_boards & ({stem} if not plan else set())),
        (_IN_PLANS, {entry for owner, entry in tree.unread_entries if entry == stem and plan in {"", owner}}),
    )
    for kinds, stems in unread:
        if stems and kind in {None, *kinds}:
            raise UsageError(f"the file of '{min(stems)}' cannot be read: 'genderplan validate' tells why")


def _refuse_away(tree: Tree, kind: str | None, name: str) -> None:
    """Raises UsageError where a name means a board, or what is one's, of which the file is not checked out."""
    if tree.boards_away and kind in {None, *_OF_BOARDS}:
        from genderplan.plan.boards.lookup import refuse_away  # noqa: PLC0415 - few checkouts are sparse
        from genderplan.plan.boards.naming import boards_named  # noqa: PLC0415

        for board in boards_named(tree, name.partition("#")[0].partition("@")[0]):
            refuse_away(tree, board)


def organisation_id(directory: Directory, name: str) -> str:
    """The id of the one organisation that a name or an alias means, to be written.

    Raises UsageError, with what is like it where it means none, and with all where it means several.
    """
    if not directory.readable:
        raise UsageError("organisations.yaml cannot be read, so no organisation can be named: mend it first")
    ids = directory.find(name)
    if not ids:
        raise UsageError(f"{unknown('organisation', name, directory.names())}: nothing was written")
    if len(ids) > 1:
        raise UsageError(f"organisation '{name}' can mean {', '.join(ids)}: name one by its id")
    return ids[0]


def _occasion(tree: Tree, name: str) -> Occasion:
    """The one of the times that something comes which a name means. Raises UsageError where it comes at no such."""
    before, _, text = name.rpartition("@")
    item = look_up(tree, before)
    if not isinstance(item, Item) or item.row.cycle is None:
        raise UsageError(f"'{before}' does not come again: nothing follows it after @")
    try:
        when = parse_date(text)
    except DateError as error:
        raise UsageError(f"'{name}': {error}") from None
    cycle = item.row.cycle.over(item.row.due)
    number = cycle.number_of(when)
    date = None if number is None else cycle.occurrence(number)
    if number is None or date is None:
        near = cycle.near(when)
        raise UsageError(f"{item.id} does not come at {text}" + (f": did you mean '{before}@{near}'?" if near else ""))
    return Occasion(item, number, date)


def kind_of(name: str) -> tuple[str | None, str]:
    """The kind that stands before a name, if one does, and the name without it."""
    before, _, bare = name.partition(":")
    return (before, bare) if before in KINDS and bare else (None, name)


def _meanings(tree: Tree, name: str) -> Iterator[_Meaning]:
    if name in tree.by_id:
        yield _Meaning("plan", f"plan:{name}", tree.by_id[name])
    framework = find(tree, name)
    if framework is not None:
        yield _Meaning("framework", f"framework:{name}", framework)
    before, hash_mark, milestone = name.rpartition("#")
    plan, _, entry = (before if hash_mark else name).rpartition("/")
    for each in tree.plans:
        if plan in {"", each.id} and entry in each.by_id:
            row = each.by_id[entry]
            if not hash_mark:
                yield _Meaning("entry", row.full_id(), Item(row))
            for item in milestone_items([row]) if hash_mark else ():
                if item.row.id == milestone:
                    yield _Meaning("milestone", item.id, item)
        if plan in {"", each.id} and not hash_mark:
            yield from _files_named(each, entry)
    for organisation in tree.organisations.find(name):
        yield _Meaning("organisation", f"organisation:{organisation}", tree.organisations.by_id[organisation])
    yield from _in_registers(tree, name)


def _in_registers(tree: Tree, name: str) -> Iterator[_Meaning]:
    """The registers that a name means, or the items of them, behind a #."""
    before, hash_mark, item = name.partition("#")
    plan, _, register = before.rpartition("/")
    for each in tree.plans:
        row = each.registers_by_id.get(register) if plan in {"", each.id} else None
        if row and not hash_mark:
            yield _Meaning("register", f"register:{row.full_id()}", row)
        elif row and item in row.by_id:
            yield _Meaning("item", f"item:{row.full_id()}#{item}", row.by_id[item])


def _files_named(plan: "Plan", name: str) -> Iterator[_Meaning]:
    """What a name means of a plan beside entries."""
    if name in plan.indicators_by_id:
        indicator = plan.indicators_by_id[name]
        yield _Meaning("indicator", f"indicator:{indicator.full_id()}", indicator)
    if name in plan.assessments_by_id:
        assessment = plan.assessments_by_id[name]
        yield _Meaning("assessment", f"assessment:{assessment.full_id()}", assessment)


def _meanings_of_boards(tree: Tree, name: str, is_known: bool) -> Iterator[_Meaning]:
    """The meetings, reports and decisions that a name means; a board, which is its organisation, where nothing does."""
    if not tree.boards:
        return
    from genderplan.plan.boards.naming import of_boards  # noqa: PLC0415 - few trees have boards

    for kind, found in of_boards(tree, name):
        if kind != "board" or not is_known:
            yield _Meaning(kind, f"{kind}:{found.id}", found)


def _known(tree: Tree) -> Iterator[tuple[str, str]]:
    """Every id that could have been meant, with its kind."""
    yield from (("plan", name) for name in tree.by_id)
    yield from (("organisation", name) for name in tree.organisations.by_id)
    for framework in tree.frameworks:
        yield "framework", framework.id
        yield from (("framework", section.full_id()) for section in framework.sections)
    for plan in tree.plans:
        for item in all_items(plan.entries):
            kind = "milestone" if item.milestone else "entry"
            yield from ((kind, item.id_in_plan), (kind, item.id))
        for indicator in plan.indicators:
            yield from (("indicator", indicator.id), ("indicator", indicator.full_id()))
        for register in plan.registers:
            yield from (("register", register.id), ("register", register.full_id()))
            yield from (("item", f"{register.id}#{item.id}") for item in register.items)
        for assessment in plan.assessments:
            yield from (("assessment", assessment.id), ("assessment", assessment.full_id()))
    if tree.boards:
        from genderplan.plan.boards.naming import all_of_boards  # noqa: PLC0415 - few trees have boards

        yield from all_of_boards(tree)
