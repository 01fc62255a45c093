"""Filters, from the words of the one who asks to a selection.

A name that nothing bears is an error, never an empty answer. It is matched against ids, names and aliases in any case.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from genderplan.errors import UsageError
from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.items import Item, all_items
from genderplan.plan.lookup import kind_of, look_up
from genderplan.plan.plans import Plan, Tree
from genderplan.standing.filters import predicates
from genderplan.standing.filters.predicates import Predicate
from genderplan.standing.filters.spans import span_of
from genderplan.standing.filters.units import Units
from genderplan.standing.progress import Progress
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Rag, Status
from genderplan.suggestions import unknown

if TYPE_CHECKING:
    from genderplan.kinds.register.rows import RegisterItemRow


class EntryKind(StrEnum):
    """The kinds of entries."""

    ACTION = "action"
    PROJECT = "project"


class Priority(StrEnum):
    """How much an entry matters beside the others."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class _Searched(NamedTuple):
    """Where the names that filters give are looked up."""

    tree: Tree
    plans: tuple[Plan, ...]
    days: Mapping[str, int]

    @property
    def listed(self) -> "Iterator[RegisterItemRow]":
        """The items of registers of plans."""
        return (item for plan in self.plans for register in plan.registers for item in register.items)

    @property
    def entries(self) -> Iterator[EntryRow]:
        """The entries of plans and of their baselines."""
        for plan in self.plans:
            yield from plan.entries
            for baseline in plan.baselines:
                yield from baseline.entries


def select(tree: Tree, asked: Mapping[str, Sequence[str]], days: Mapping[str, int] | None = None) -> Selection:
    """What was asked for by the names of filters, in words of which several widen, resolved against a tree.

    `days` are the ordinals of status dates by plans' ids: what is part of an organisation is so on a day.
    Raises UsageError for what nothing in it bears.
    """
    plan_ids = _plan_ids(tree, asked.get("plan", ()))
    plans = tuple(plan for plan in tree.plans if plan_ids is None or plan.id in plan_ids)
    searched = _Searched(tree, plans, days or {})
    wanted: dict[Predicate, Set[Any]] = {}
    for name, words in asked.items():
        if words and name != "plan":
            passes, values = FILTERS[name] if name in FILTERS else OF_ITEMS[name]
            wanted[passes] = wanted.get(passes, frozenset()) | values(searched, words)
    return Selection(plans, plan_ids, wanted)


def _plan_ids(tree: Tree, wanted: Sequence[str]) -> frozenset[str] | None:
    """The plans asked for, also those that could not be read; the default one where none is named."""
    if not wanted:
        return frozenset((tree.default_plan,)) if tree.default_plan else None
    return frozenset([tree.plan_id(name) for name in wanted])


def _objectives(searched: _Searched, wanted: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Objectives, each with those that are part of it, by the ids of their plans and their own."""
    bearers: dict[str, set[tuple[str, str]]] = {}
    ids = set()
    for plan in searched.plans:
        for objective in plan.objectives:
            ids.add(objective.id)
            for name in (objective.id, objective.title):
                bearers.setdefault(folded(name), set()).add((plan.id, objective.id))
    for name in wanted:
        if folded(name) not in bearers:
            raise UsageError(unknown("objective", name, ids))
    named = {objective for name in wanted for objective in bearers[folded(name)]}
    parts = ((plan.id, each) for plan in searched.plans for each in plan.objectives if each.part_of)
    return frozenset(named | {(plan, each.id) for plan, each in parts if (plan, each.part_of) in named})


def _units(searched: _Searched, wanted: Sequence[str]) -> frozenset[Units]:
    """Organisations with all that is part of them."""
    ids = _organisations(searched, wanted)
    return frozenset((Units(searched.tree.organisations, ids, days=searched.days),))


def _units_alone(searched: _Searched, wanted: Sequence[str]) -> frozenset[Units]:
    """Organisations without what is part of them."""
    return frozenset((Units(searched.tree.organisations, _organisations(searched, wanted), with_parts=False),))


def _organisations(searched: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    return frozenset([_organisation(searched.tree, name) for name in wanted])


def _organisation(tree: Tree, name: str) -> str:
    ids = tree.organisations.find(name)
    if not ids and not tree.organisations.readable:
        return name  # nobody is unknown while organisations.yaml cannot be read
    if not ids:
        raise UsageError(unknown("organisation", name, tree.organisations.names()))
    if len(ids) > 1:
        raise UsageError(f"organisation '{name}' can mean {', '.join(ids)}: name one by its id")
    return ids[0]


def _partners(searched: _Searched, wanted: Sequence[str]) -> frozenset[Units | str]:
    """Partners are organisations, with all that is part of them, or roles by their folded words."""
    roles = {folded(partner.role) for entry in searched.entries for partner in entry.partners if partner.role}
    asked = {folded(name) for name in wanted} & roles
    organisations = searched.tree.organisations
    named = [name for name in wanted if folded(name) not in roles or organisations.find(name)]
    return _units(searched, named) | asked


def _groups(searched: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    return _known("group", wanted, (group for entry in searched.entries for group in entry.groups))


def _tags(searched: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    indicators = (indicator for plan in searched.plans for indicator in plan.indicators)
    assessments = (assessment for plan in searched.plans for assessment in plan.assessments)
    rows = chain((item.row for item in all_items(searched.entries)), indicators, assessments, searched.listed)
    return _known("tag", wanted, (tag for row in rows for tag in row.tags))


def _known(what: str, wanted: Sequence[str], names: Iterable[str]) -> frozenset[str]:
    known = {folded(name): name for name in names}
    for name in wanted:
        if folded(name) not in known:
            raise UsageError(unknown(what, name, known.values()))
    return frozenset(folded(name) for name in wanted)


def _sections(searched: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    """Sections by their full ids, with all of a framework where that is named."""
    known = {
        name
        for framework in searched.tree.frameworks
        for name in (framework.id, *(section.full_id() for section in framework.sections))
    }
    for name in wanted:
        if name not in known and name.partition("/")[0] not in searched.tree.unread_frameworks:
            raise UsageError(unknown("framework or section", name, known))
    return frozenset(wanted).union(name for name in known if name.partition("/")[0] in wanted)


def _supported(searched: _Searched, wanted: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Sections, and the objectives that support one of them."""
    named = _sections(searched, wanted)
    objectives = {
        (plan.id, objective)
        for plan in searched.plans
        for objective, supports in plan.objective_supports.items()
        if any(each.section in named and each.extent != "none" for each in supports)
    }
    return frozenset(("", name) for name in named) | objectives


def _one_of(what: str, choices: type[StrEnum], others: Iterable[str] = ()) -> "_Values":
    """What resolves words of a closed list; `others` are taken elsewhere, and named with those that may be given."""
    known = {choice.value: choice for choice in choices}

    def chosen(_: _Searched, wanted: Sequence[str]) -> frozenset[StrEnum]:
        for name in wanted:
            if name.casefold() not in known:
                raise UsageError(f"unknown {what} '{name}' (one of: {', '.join((*known, *others))})")
        return frozenset(known[name.casefold()] for name in wanted)

    return chosen


def _priorities(searched: _Searched, wanted: Sequence[str]) -> Set[str]:
    """Priorities; none is one where something in a register is said to have none."""
    given = {row.priority for item in searched.listed for row in item.relevance}
    others = {"none"}.intersection(given)
    said = others.intersection(map(folded, wanted))
    return said | _one_of("priority", Priority, others)(searched, [name for name in wanted if folded(name) not in said])


def _registers(searched: _Searched, wanted: Sequence[str]) -> Set[str]:
    from genderplan.standing.filters.registers import registers_named  # noqa: PLC0415 - few runs ask for them

    return registers_named(searched.plans, wanted)


def _keys(searched: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    """Keys as files have them; those of items where there is a register."""
    from genderplan.standing.filters.registers import KEYS  # noqa: PLC0415 - few runs ask for them

    known = {*predicates.KEYS, *(KEYS if any(plan.registers for plan in searched.plans) else ())}
    for name in wanted:
        if name not in known:
            raise UsageError(unknown("key", name, known))
    return frozenset(wanted)


def _answered(searched: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    """The full ids of entries, or of all entries of a plan, and the ids of the plans that answer them as wholes."""
    names: set[str] = set()
    for name in wanted:
        found = look_up(searched.tree, _as_plan_or_entry(searched.tree, name))
        if isinstance(found, Plan):
            names.update(each.full_id() for each in found.entries)
        elif isinstance(found, Item) and not found.milestone:
            names.add(found.id)
        else:
            raise UsageError(f"'{name}' is neither a plan nor an entry: nothing else is answered")
    plans = {plan.id for plan in searched.tree.plans if any(each.entry in names for each in plan.answers)}
    return frozenset(names | plans)


def _as_plan_or_entry(tree: Tree, name: str) -> str:
    """A name with its kind before it, unless it has one: that of a plan is no organisation here, any other an entry."""
    kind, bare = kind_of(name)
    return name if kind else f"plan:{bare}" if bare in tree.by_id else f"entry:{bare}"


def _words(_: _Searched, wanted: Sequence[str]) -> frozenset[str]:
    return frozenset(map(folded, wanted))


def _spans(_: _Searched, wanted: Sequence[str]) -> frozenset[tuple[int, int]]:
    return frozenset([span_of(text) for text in wanted])


_Values: TypeAlias = Callable[[_Searched, Sequence[str]], Set[Any]]

FILTERS: Mapping[str, tuple[Predicate, _Values]] = {
    "objective": (predicates.is_under, _objectives),
    "lead": (predicates.is_led_by, _units),
    "lead_only": (predicates.is_led_by, _units_alone),
    "partner": (predicates.has_partner, _partners),
    "group": (predicates.serves, _groups),
    "kind": (predicates.is_of_kind, _one_of("kind", EntryKind)),
    "status": (predicates.has_status, _one_of("status", Status)),
    "rag": (predicates.has_rag, _one_of("RAG", Rag)),
    "tag": (predicates.has_tag, _tags),
    "search": (predicates.has_words, _words),
    "due": (predicates.is_due_within, _spans),
    "progress": (predicates.has_progress, _one_of("progress", Progress)),
    "ref": (predicates.is_numbered, _words),
    "priority": (predicates.has_priority, _priorities),
    "accountable": (predicates.is_answered_for, _units),
    "goes_to": (predicates.goes_to, _units),
    "answers": (predicates.answers, _answered),
    "has": (predicates.has_key, _keys),
    "without": (predicates.lacks_key, _keys),
    "supports": (predicates.supports_any, _supported),
}
"""What each filter asks, and which values its words mean; filters that ask the same widen each other.

Beside these is `plan`. How they are written on a command line is declared in `cli/filters.py`, in the same order.
"""

OF_ITEMS: Mapping[str, tuple[Predicate, _Values]] = {
    "register": (predicates.is_in_register, _registers),
    "section": (predicates.is_relevant, _sections),
}
"""What else can be asked of items of registers, which `list` alone lists."""
