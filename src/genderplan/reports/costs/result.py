"""`costs`: what is known of what a plan costs, exactly summed up, and beside it how much nobody has said.

What is not known is never told as zero. Cancelled entries cost nothing any more, and are left out.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeVar

from genderplan.dates.forms import PlanDate, month_number
from genderplan.decimals import as_digits, difference, total
from genderplan.kinds.entry.cost_rows import FREE, CostRow
from genderplan.kinds.entry.rows import EntryRow
from genderplan.kinds.plan.rows import BudgetRow
from genderplan.plan.plans import Plan
from genderplan.reports.costs.ways import Way
from genderplan.standing.records.items import PlanLabel
from genderplan.standing.records.recording import plan_labels
from genderplan.standing.selection import Selection
from genderplan.standing.standings import Standings, Status


class CostSum(NamedTuple):
    """What one year, objective, lead or kind costs; amounts are texts, null where none is known."""

    key: str | None
    """The year as the files have it, the objective's or the lead's id, or the kind; null for what is of none."""
    title: str | None
    """The objective's title; null otherwise."""
    amount: str | None
    """The sum of the amounts; null where none is known, 0 only where all that is meant says that it is free."""
    at_least: bool
    """Whether some of what is summed up is not quantified: then the amount is only the least."""
    approximate: bool
    """Whether an amount in it is about so much."""
    new: str | None
    """The part of it that asks for new money, or of which nobody says out of what it is paid."""
    budget: str | None
    """The money that there is; null where no budget is given."""
    budget_approximate: bool
    """Whether the budget is about so much."""
    left: str | None
    """The budget less what asks for new money in its years, or in none; null where one of them is not known."""
    stands_apart: bool
    """Whether it is a period of another form than the budget's years, so that it is in no sum against them."""
    fte: str | None
    """The sum of full-time posts; null where none is given."""
    entries: int
    """How many actions and projects say something of it."""
    unquantified: int
    """How many of them do not know an amount."""
    nothing_said: int | None
    """How many say nothing of costs; null by year and by kind, where that cannot be told."""


class PlanCosts(NamedTuple):
    """What one plan costs."""

    plan: str
    """The plan's id."""
    currency: str | None
    """What amounts are in; null where the plan does not say."""
    by: str
    """What the sums are by: year, objective, lead or kind."""
    sums: tuple[CostSum, ...]
    """One for each year, objective, lead or kind."""
    total: CostSum
    """All of it, each entry once."""
    entries: int
    """How many actions and projects there are, less those that are cancelled."""
    quantified: int
    """How many give an amount, or say that they are free."""
    unquantified: int
    """How many say that something is to be paid, and not how much."""
    without_amount: int
    """How many say out of what there is they are paid, and give no amount."""
    nothing_said: int
    """How many say nothing of costs."""


class CostsReport(NamedTuple):
    plans: tuple[PlanLabel, ...]
    costs: tuple[PlanCosts, ...]


@dataclass
class _Group:
    """What belongs to one year, objective, lead or kind."""

    rows: list[CostRow] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    unquantified: set[str] = field(default_factory=set)
    silent: int = 0

    def add(self, entry: EntryRow, row: CostRow) -> None:
        self.rows.append(row)
        self.said.add(entry.id)
        if row.is_unquantified:
            self.unquantified.add(entry.id)

    def amount(self) -> Decimal | None:
        """The sum; None where no amount is known, and not all is free."""
        if any(each.number is not None for each in self.rows):
            return _total(self.rows)
        is_free = self.rows and not self.silent and all(each.amount == FREE for each in self.rows)
        return Decimal(0) if is_free else None


class _Budget(NamedTuple):
    amount: Decimal
    approximate: bool


_Key = TypeVar("_Key", bound=Hashable)


def costs(standings: Sequence[Standings], selection: Selection, by: Way = Way.YEAR) -> CostsReport:
    """What is selected of plans costs, summed up in a way."""
    return CostsReport(
        plan_labels(standings),
        tuple(_plan_costs(each, selection, by) for each in standings),
    )


def _plan_costs(standings: Standings, selection: Selection, by: Way) -> PlanCosts:
    plan = standings.plan
    entries = [each.entry for each in selection.entries(standings) if each.status is not Status.CANCELLED]
    said = [each for each in entries if each.cost]
    unquantified = sum(any(row.is_unquantified for row in each.cost) for each in said)
    known = [each for each in said if not any(row.is_unquantified for row in each.cost)]
    quantified = sum(any(row.amount is not None for row in each.cost) for each in known)
    whole = _by_entry(entries, lambda _: (None,)).get(None, _Group())
    return PlanCosts(
        plan=plan.id,
        currency=plan.currency,
        by=by.value,
        sums=tuple(_sums(plan, entries, by)),
        total=_sum(
            whole,
            None,
            None,
            _all_of(plan.budget),
            forms={_form(each.year) for each in plan.budget},
            nothing_said=len(entries) - len(said),
        ),
        entries=len(entries),
        quantified=quantified,
        unquantified=unquantified,
        without_amount=len(known) - quantified,
        nothing_said=len(entries) - len(said),
    )


def _sums(plan: Plan, entries: Sequence[EntryRow], by: Way) -> Iterator[CostSum]:
    if by is Way.YEAR:
        return _by_year(plan, entries)
    if by is Way.KIND:
        return _by_kind(entries)
    return _by_objective(plan, entries) if by is Way.OBJECTIVE else _by_lead(entries)


def _by_kind(entries: Sequence[EntryRow]) -> Iterator[CostSum]:
    found = _by_cost(entries, lambda row: FREE if row.amount == FREE else row.kind)
    for kind in sorted(found, key=_none_last):
        yield _sum(found[kind], kind, None, None)


def _by_objective(plan: Plan, entries: Sequence[EntryRow]) -> Iterator[CostSum]:
    """In the plan's order, then what is under none."""
    found = _by_entry(entries, lambda entry: (entry.objective,))
    order = {name: number for number, name in enumerate(plan.objective_titles)}
    for name in sorted(found, key=lambda each: (order.get(each or "", len(order)), _none_last(each))):
        yield _sum(found[name], name, plan.objective_titles.get(name or ""), None, nothing_said=found[name].silent)


def _by_lead(entries: Sequence[EntryRow]) -> Iterator[CostSum]:
    found = _by_entry(entries, lambda entry: entry.leads or (None,))
    for name in sorted(found, key=_none_last):
        yield _sum(found[name], name, None, None, nothing_said=found[name].silent)


def _none_last(key: str | None) -> tuple[bool, str]:
    return key is None, key or ""


def _by_entry(
    entries: Iterable[EntryRow], names: Callable[[EntryRow], Iterable[str | None]]
) -> Mapping[str | None, _Group]:
    """Groups by what an entry is of: all of its costs in each."""
    found: dict[str | None, _Group] = {}
    for entry in entries:
        for name in names(entry):
            group = found.setdefault(name, _Group())
            group.silent += not entry.cost
            for row in entry.cost:
                group.add(entry, row)
    return found


def _by_cost(entries: Iterable[EntryRow], of: Callable[[CostRow], _Key | None]) -> dict[_Key | None, _Group]:
    """Groups by what each single cost is of."""
    found: dict[_Key | None, _Group] = {}
    for entry in entries:
        for row in entry.cost:
            found.setdefault(of(row), _Group()).add(entry, row)
    return found


def _by_year(plan: Plan, entries: Sequence[EntryRow]) -> Iterator[CostSum]:
    """The years of the budget and of the costs; periods of another form after them, and last what has no year."""
    found = _by_cost(entries, lambda row: row.year)
    budgets = {each.year: each for each in plan.budget}
    forms = {_form(each.year) for each in plan.budget}
    undated = found.pop(None, _Group())
    years = [each for each in {*found, *budgets} if each]
    for year in sorted(years, key=lambda each: (_is_apart(each, forms), each)):
        group = found.get(year, _Group())
        is_least = bool(group.unquantified or undated.unquantified)
        budget = _all_of([budgets[year]]) if year in budgets else None
        yield _sum(group, year.text, None, budget, at_least=is_least)._replace(stands_apart=_is_apart(year, forms))
    if undated.rows:
        yield _sum(undated, None, None, None)._replace(stands_apart=bool(forms))


def _form(period: PlanDate) -> tuple[str, int]:
    """The form of a period: what begins its text, and how many months it has; 0 for a day."""
    months = 0 if period.is_day else month_number(period.last) - month_number(period.first) + 1
    return (period.text[:2] if period.text[:2].isalpha() else ""), months


def _is_apart(period: PlanDate, forms: set[tuple[str, int]]) -> bool:
    return bool(forms) and _form(period) not in forms


def _total(rows: Iterable[CostRow]) -> Decimal:
    return total(each.number for each in rows if each.number is not None)


def _all_of(budget: Sequence[BudgetRow]) -> _Budget | None:
    if not budget:
        return None
    return _Budget(total(Decimal(each.amount) for each in budget), any(each.approximate for each in budget))


def _sum(
    group: _Group,
    key: str | None,
    title: str | None,
    budget: _Budget | None,
    *,
    forms: Collection[tuple[str, int]] = (),
    at_least: bool | None = None,
    nothing_said: int | None = None,
) -> CostSum:
    amount = group.amount()
    new = [each for each in group.rows if each.number is not None and not each.is_within]
    against = [each for each in new if each.year is None or not forms or _form(each.year) in forms]
    fte = [Decimal(each.fte) for each in group.rows if each.fte is not None]
    return CostSum(
        key=key,
        title=title,
        amount=None if amount is None else as_digits(amount),
        at_least=bool(group.unquantified) if at_least is None else at_least,
        approximate=any(each.approximate for each in group.rows if each.number is not None),
        new=None if amount is None else as_digits(_total(new)),
        budget=as_digits(budget.amount) if budget else None,
        budget_approximate=budget.approximate if budget else False,
        left=as_digits(difference(budget.amount, _total(against))) if budget and amount is not None else None,
        stands_apart=False,
        fte=as_digits(total(fte)) if fte else None,
        entries=len(group.said),
        unquantified=len(group.unquantified),
        nothing_said=nothing_said,
    )
