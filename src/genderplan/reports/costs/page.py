"""Page of costs: what is known against the budget, and what nobody has said."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from genderplan.dates.forms import parse_date
from genderplan.page.page import Block, Column, Identifier, Note, Organisations, Page, Section, Stack, Value
from genderplan.page.words import counted, date_in_words
from genderplan.reports.costs.result import CostsReport, CostSum, PlanCosts
from genderplan.reports.costs.ways import Way
from genderplan.reports.parts import next_step, plan_facts, table
from genderplan.standing.records.items import PlanLabel

_AMOUNTS = (
    Column("Costs", is_number=True),
    Column("Of it new", is_number=True),
    Column("Budget", is_number=True),
    Column("Left", is_number=True),
)
_RULE = (
    "Against the budget stands what asks for new money, or of which nobody says out of what it is paid: existing "
    "money, realigned money and staff time are within what there is. A sum is at least so much where something in it "
    "is not quantified; what is not known is no zero."
)
_LEADS = " An entry that several lead stands under each of them; the whole has it once."
_APART = " Periods of another form than the budget's years stand apart, and nothing of them is taken from what is left."


def costs_page(report: CostsReport, names: Mapping[str, str]) -> Page:
    """Every plan after the other."""
    pairs = zip(report.plans, report.costs, strict=True)
    return Page("Costs", tuple(_plan(label, found) for label, found in pairs), names)


def _plan(label: PlanLabel, found: PlanCosts) -> Section:
    facts = plan_facts(label, f"in {found.currency}" if found.currency else "")
    blocks: list[Block] = [facts, Note(costs_in_short(found)), *sum_blocks(label, found)]
    if found.sums:
        blocks.append(next_step(label, f"list --plan {label.id} --columns id,cost,title", "what each entry says"))
    return Section(label.title, tuple(blocks))


def sum_blocks(label: PlanLabel, found: PlanCosts) -> Iterator[Block]:
    """The sums, by what they are, and how they are reckoned; nothing where there are none."""
    if found.sums:
        column = Column(found.by.capitalize(), is_name=True)
        rows = [*(_row(each, found.by) for each in found.sums), *_whole(found)]
        caption = f"Costs of {label.id} by {found.by}"
        yield Section(f"By {found.by}", (table(caption, (column, *_AMOUNTS), rows),), len(found.sums))
        more = (
            _LEADS
            if found.by == Way.LEAD
            else _APART
            if any(each.key and each.stands_apart for each in found.sums)
            else ""
        )
        yield Note(_RULE + more, is_aside=True)


def costs_in_short(found: PlanCosts) -> str:
    """What is known, of what budget, and what is not."""
    if not found.entries or found.nothing_said == found.entries:
        budget = f" The budget is {_budget(found.total)}." if found.total.budget else ""
        told = (
            f"None of {counted(found.entries, 'entry')} says what it costs." if found.entries else "There is no entry."
        )
        return f"{told}{budget}"
    known = _amount(found.total)
    of = f" against a budget of {_budget(found.total)}" if found.total.budget else ""
    counts = (
        (found.quantified, "quantified"),
        (found.unquantified, "not quantified"),
        (found.without_amount, "within what there is"),
    )
    parts = [f"{number} {words}" for number, words in counts if number]
    silent = [f"{found.nothing_said} {'says' if found.nothing_said == 1 else 'say'} nothing"] * bool(found.nothing_said)
    head = f"{known[:1].upper()}{known[1:]}{of}" if known else f"No amount is known{of}"
    return f"{head}: of {counted(found.entries, 'entry')} {', '.join([*parts, *silent])}."


def _row(each: CostSum, by: str) -> tuple[Value, ...]:
    name = _name(each, by)
    return Stack((*(name.values if isinstance(name, Stack) else (name,)), _counts(each))), *_amounts(each)


def _whole(found: PlanCosts) -> Iterator[tuple[Value, ...]]:
    if len(found.sums) > 1:
        yield Stack(("the whole", _counts(found.total))), *_amounts(found.total)


def _name(each: CostSum, by: str) -> Value:
    if each.key is None:
        return {"year": "no year given", "kind": "kind not said"}.get(by, f"no {by}")
    if by == Way.YEAR:
        words = date_in_words(parse_date(each.key))
        return f"{words} (apart)" if each.stands_apart else words
    if by == Way.LEAD:
        return Organisations((each.key,))
    return Stack((each.title, Identifier(each.key))) if each.title else each.key


def _counts(each: CostSum) -> str:
    """How many entries it is of, and how many of them say less than an amount."""
    counts = (
        counted(each.entries, "entry") if each.entries else "",
        f"{each.unquantified:,} not quantified" if each.unquantified else "",
        f"{each.nothing_said:,} {'says' if each.nothing_said == 1 else 'say'} nothing" if each.nothing_said else "",
        f"{each.fte} full-time posts" if each.fte else "",
    )
    return ", ".join(filter(None, counts))


def _amounts(each: CostSum) -> tuple[Value, ...]:
    within = each.new if each.new != each.amount else None
    left = f"at most {_money(each.left)}" if each.left and each.at_least else _money(each.left)
    return _amount(each) or _unknown(each), _money(within), _budget(each), left


def _unknown(each: CostSum) -> str:
    """Why there is no amount: none is ever told as zero."""
    if each.unquantified:
        return "not quantified"
    return "no amount given" if each.entries else "nothing said"


def _amount(each: CostSum) -> str:
    if each.amount is None:
        return ""
    return f"{'at least ' if each.at_least else ''}{'about ' if each.approximate else ''}{_money(each.amount)}"


def _budget(each: CostSum) -> str:
    return f"{'about ' if each.budget_approximate else ''}{_money(each.budget)}" if each.budget else ""


def _money(amount: str | None) -> str:
    """`300,000`, `1,234.50`; nothing for none."""
    return f"{Decimal(amount):,f}" if amount is not None else ""
