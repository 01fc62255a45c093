"""From the words of the one who asks to a selection: a name that nothing bears is an error, never an empty answer.

Names are matched against ids, names and aliases, ignoring case.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from genderplan.dates.forms import DateError, parse_date
from genderplan.errors import UsageError
from genderplan.folding import folded
from genderplan.kinds.entry.rows import EntryRow
from genderplan.plan.plans import Plan, Tree
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Rag, Status
from genderplan.suggestions import unknown

_EARLIEST, _LATEST = 1, 1 << 30

Choice = TypeVar("Choice", bound=StrEnum)


class EntryKind(StrEnum):
    """The kinds of entries."""

    ACTION = "action"
    PROJECT = "project"


@dataclass(frozen=True)
class Criteria:
    """What was asked for, in the words of the one who asked; repeated words widen."""

    plan: Sequence[str] = ()
    objective: Sequence[str] = ()
    lead: Sequence[str] = ()
    lead_only: Sequence[str] = ()
    partner: Sequence[str] = ()
    group: Sequence[str] = ()
    kind: Sequence[str] = ()
    status: Sequence[str] = ()
    rag: Sequence[str] = ()
    tag: Sequence[str] = ()
    search: Sequence[str] = ()
    due: Sequence[str] = ()


def select(tree: Tree, criteria: Criteria) -> Selection:
    """The filters resolved against a tree. Raises UsageError for what nothing in it bears."""
    plan_ids = _plan_ids(tree, criteria.plan)
    plans = tuple(plan for plan in tree.plans if plan_ids is None or plan.id in plan_ids)
    entries = tuple(_entries(plans))
    return Selection(
        plans=plans,
        plan_ids=plan_ids,
        is_narrowed=any(value for name, value in vars(criteria).items() if name != "plan"),
        objectives=_objectives(plans, criteria.objective),
        leads=_leads(tree, criteria.lead, criteria.lead_only),
        partners=_partners(tree, entries, criteria.partner),
        groups=_known("group", criteria.group, (group for entry in entries for group in entry.groups)),
        kinds=_chosen("kind", criteria.kind, EntryKind),
        statuses=_chosen("status", criteria.status, Status),
        rags=_chosen("RAG", criteria.rag, Rag),
        tags=_known("tag", criteria.tag, _tags(entries)),
        words=tuple(folded(word) for word in criteria.search),
        spans=tuple(_span(text) for text in criteria.due),
    )


def _plan_ids(tree: Tree, wanted: Sequence[str]) -> frozenset[str] | None:
    """The plans asked for, also those that could not be read; the default one where none is named."""
    if not wanted:
        return frozenset((tree.default_plan,)) if tree.default_plan else None
    known = {name.casefold(): name for name in (*tree.by_id, *tree.unread_plans)}
    for name in wanted:
        if name.casefold() not in known:
            raise UsageError(unknown("plan", name, known.values()))
    return frozenset(known[name.casefold()] for name in wanted)


def _entries(plans: Iterable[Plan]) -> Iterator[EntryRow]:
    """All that names can come from: the entries of plans and of their baselines."""
    for plan in plans:
        yield from plan.entries
        for baseline in plan.baselines:
            yield from baseline.entries


def _objectives(plans: Iterable[Plan], wanted: Sequence[str]) -> frozenset[tuple[str, str]] | None:
    if not wanted:
        return None
    bearers: dict[str, set[tuple[str, str]]] = {}
    for plan in plans:
        for objective in plan.objectives:
            for name in (objective.id, objective.title):
                bearers.setdefault(folded(name), set()).add((plan.id, objective.id))
    ids = {objective.id for plan in plans for objective in plan.objectives}
    for name in wanted:
        if folded(name) not in bearers:
            raise UsageError(unknown("objective", name, ids))
    return frozenset(found for name in wanted for found in bearers[folded(name)])


def _leads(tree: Tree, wanted: Sequence[str], alone: Sequence[str]) -> frozenset[str] | None:
    """Organisations with all that is part of them, and organisations alone."""
    if not wanted and not alone:
        return None
    below = tree.organisations.below([_organisation(tree, name) for name in wanted])
    return below.union(_organisation(tree, name) for name in alone)


def _organisation(tree: Tree, name: str) -> str:
    found = tree.organisations.find(name)
    if not found and not tree.organisations.readable:
        return name  # nobody is unknown while organisations.yaml cannot be read
    if not found:
        raise UsageError(unknown("organisation", name, tree.organisations.names()))
    if len(found) > 1:
        raise UsageError(f"organisation '{name}' can mean {', '.join(found)}: name one by its id")
    return found[0]


def _partners(tree: Tree, entries: Iterable[EntryRow], wanted: Sequence[str]) -> frozenset[str] | None:
    """Partners are organisations by id, with all that is part of them, or roles by their folded words."""
    if not wanted:
        return None
    roles = {folded(partner.role) for entry in entries for partner in entry.partners if partner.role}
    asked = {folded(name) for name in wanted} & roles
    named = (name for name in wanted if folded(name) not in roles or tree.organisations.find(name))
    return tree.organisations.below([_organisation(tree, name) for name in named]) | asked


def _tags(entries: Iterable[EntryRow]) -> Iterator[str]:
    for entry in entries:
        yield from entry.tags
        for milestone in entry.milestones:
            yield from milestone.tags


def _known(what: str, wanted: Sequence[str], names: Iterable[str]) -> frozenset[str] | None:
    if not wanted:
        return None
    known = {folded(name): name for name in names}
    for name in wanted:
        if folded(name) not in known:
            raise UsageError(unknown(what, name, known.values()))
    return frozenset(folded(name) for name in wanted)


def _chosen(what: str, wanted: Sequence[str], choices: type[Choice]) -> frozenset[Choice] | None:
    if not wanted:
        return None
    known = {choice.value: choice for choice in choices}
    for name in wanted:
        if name.casefold() not in known:
            raise UsageError(f"unknown {what} '{name}' (one of: {', '.join(known)})")
    return frozenset(known[name.casefold()] for name in wanted)


def _span(text: str) -> tuple[int, int]:
    """`A..B`, from A's first day to B's last; either end may be left open; one date alone is its own span."""
    first, dots, last = text.partition("..")
    if dots and not first and not last:
        raise UsageError(f"'{text}' is no span of dates: write A..B, A.. or ..B")
    try:
        if not dots:
            return parse_date(first).first, parse_date(first).last
        span = (parse_date(first).first if first else _EARLIEST, parse_date(last).last if last else _LATEST)
    except DateError as error:
        raise UsageError(f"--due {text}: {error} ({error.hint})" if error.hint else f"--due {text}: {error}") from None
    if span[0] > span[1]:
        raise UsageError(f"--due {text}: the span ends before it begins")
    return span
