"""Costs: exact sums, what stands apart, and what nobody has said; what is not known is never zero."""

from fractions import Fraction
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.reports.costs.result import CostSum, PlanCosts, costs
from genderplan.reports.costs.ways import Way
from trees import TODAY, judged, pay, selected

POLICY = """\
currency: GBP
budget:
  - {year: FY2024-25, amount: 300000, approximate: true}
  - {year: FY2025-26, amount: 300000.50}
objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]
"""


def found(entries: dict[str, str], by: Way = Way.YEAR, policy: str = POLICY, **asked: list[str]) -> PlanCosts:
    """The costs of a plan whose actions have these keys beside their titles."""
    tree = pay({f"actions/{name}": f"title: {name}\n{text}\n" for name, text in entries.items()}, policy)
    assert tree.findings == ()
    [plan] = costs(judged(tree, TODAY), selected(tree, **asked), by).costs
    return plan


def row(plan: PlanCosts, key: str | None) -> CostSum:
    return next(each for each in plan.sums if each.key == key)


class TestByYear:
    def test_sums_stand_against_the_budget(self) -> None:
        """F2-08"""
        plan = found(
            {
                "a": "cost: {amount: 25000.50, year: FY2024-25}",
                "b": "cost: [{amount: 0.10, year: FY2024-25}, {amount: 5, year: FY2025-26}]",
            }
        )
        first, second = plan.sums
        assert (first.key, first.amount, first.left, first.at_least) == ("FY2024-25", "25000.60", "274999.40", False)
        assert (second.amount, second.left, second.budget) == ("5", "299995.50", "300000.50")
        assert (first.budget_approximate, second.budget_approximate) == (True, False)
        assert (plan.total.amount, plan.total.budget, plan.total.left) == ("25005.60", "600000.50", "574994.90")

    def test_existing_money_is_told_and_not_held_against_the_budget(self) -> None:
        """F2-07"""
        kinds = ("existing", "realigned", "staff-time", "new")
        plan = found({kind: f"cost: {{amount: 10, year: FY2024-25, kind: {kind}}}" for kind in kinds})
        year = row(plan, "FY2024-25")
        assert (year.amount, year.new, year.left) == ("40", "10", "299990")

    def test_other_periods_stand_apart(self) -> None:
        plan = found({"a": "cost: [{amount: 1, year: 2025}, {amount: 2, year: 2025-04}, {amount: 4, year: FY2026-27}]"})
        assert [(each.key, each.stands_apart) for each in plan.sums] == [
            ("FY2024-25", False),
            ("FY2025-26", False),
            ("FY2026-27", False),
            ("2025", True),
            ("2025-04", True),
        ]
        assert (plan.total.amount, plan.total.left) == ("7", "599996.50")

    def test_without_a_budget_nothing_stands_apart(self) -> None:
        plan = found({"a": "cost: [{amount: 1, year: 2025}, {amount: 2, year: FY2025-26}]"}, policy="")
        assert [(each.key, each.stands_apart, each.budget, each.left) for each in plan.sums] == [
            ("2025", False, None, None),
            ("FY2025-26", False, None, None),
        ]

    def test_what_has_no_year_comes_last(self) -> None:
        plan = found({"a": "cost: {amount: 7}", "b": "cost: unquantified"})
        last = plan.sums[-1]
        assert (last.key, last.amount, last.at_least, last.entries, last.unquantified) == (None, "7", True, 2, 1)

    def test_a_sum_over_what_is_partly_unquantified_is_the_least(self) -> None:
        """F2-08: not yet quantified does not count as zero."""
        told = "cost: [{amount: 5, year: FY2024-25}, {amount: unquantified, year: FY2024-25}]"
        plan = found({"a": told, "b": "cost: {amount: 1, year: FY2025-26}"})
        assert [(each.amount, each.at_least) for each in plan.sums] == [("5", True), ("1", False)]
        assert plan.total.at_least

    def test_what_may_fall_into_any_year_makes_each_the_least(self) -> None:
        plan = found({"a": "cost: {amount: 5, year: FY2024-25}", "b": "cost: unquantified"})
        assert all(each.at_least for each in plan.sums)

    def test_a_year_of_which_nothing_is_known_has_no_amount(self) -> None:
        """F3-33"""
        plan = found({"a": "cost: {amount: unquantified, year: FY2024-25}"})
        assert [(each.amount, each.new, each.left) for each in plan.sums] == [(None, None, None)] * 2
        assert (plan.total.amount, plan.total.left) == (None, None)


class TestWords:
    @pytest.mark.parametrize(
        ("text", "counts"),
        [
            ("", (0, 0, 0, 1)),
            ("cost: free", (1, 0, 0, 0)),
            ("cost: existing", (0, 0, 1, 0)),
            ("cost: staff-time", (0, 0, 1, 0)),
            ("cost: realigned", (0, 0, 1, 0)),
            ("cost: unquantified", (0, 1, 0, 0)),
            ("cost: {kind: new}", (0, 1, 0, 0)),
            ("cost: {year: FY2024-25}", (0, 1, 0, 0)),
            ("cost: {kind: staff-time, fte: 0.5}", (0, 0, 1, 0)),
            ("cost: {fte: 0.5}", (0, 0, 1, 0)),
            ("cost: {amount: 0}", (1, 0, 0, 0)),
            ("cost: [{amount: 5}, unquantified]", (0, 1, 0, 0)),
            ("cost: [staff-time, {amount: 5}]", (1, 0, 0, 0)),
        ],
    )
    def test_what_an_entry_says(self, text: str, counts: tuple[int, int, int, int]) -> None:
        """F2-07, F3-33: nothing said, unquantified, and within what there is are states of their own."""
        plan = found({"a": text})
        assert (plan.quantified, plan.unquantified, plan.without_amount, plan.nothing_said) == counts
        assert sum(counts) == plan.entries == 1

    def test_all_that_is_free_is_zero_and_nothing_else(self) -> None:
        assert found({"a": "cost: free"}).total.amount == "0"
        for other in ("", "cost: staff-time", "cost: unquantified"):
            assert found({"a": "cost: free", "b": other}).total.amount is None

    def test_posts_are_summed_up(self) -> None:
        assert found({"a": "cost: {fte: 0.5}", "b": "cost: {fte: 1.25}"}).total.fte == "1.75"
        assert found({"a": "cost: free"}).total.fte is None


class TestWays:
    ENTRIES: ClassVar = {
        "a": "objective: data\nlead: [HR, Finance]\ncost: {amount: 5, kind: new}",
        "b": "objective: data\nlead: HR",
        "c": "objective: careers\ncost: [{amount: 7, kind: existing}, {amount: 1, kind: new}]",
        "d": "cost: free",
    }

    def test_by_objective_in_the_plans_order(self) -> None:
        plan = found(self.ENTRIES, Way.OBJECTIVE)
        told = [(each.key, each.title, each.amount, each.entries, each.nothing_said) for each in plan.sums]
        assert told == [
            ("data", "Pay data", "5", 1, 1),
            ("careers", "Careers", "8", 1, 0),
            (None, None, "0", 1, 0),
        ]

    def test_by_lead_each_has_it_and_the_whole_once(self) -> None:
        plan = found(self.ENTRIES, Way.LEAD)
        assert [(each.key, each.amount) for each in plan.sums] == [("Finance", "5"), ("HR", "5"), (None, "8")]
        assert plan.total.amount == "13"

    def test_by_kind(self) -> None:
        plan = found(self.ENTRIES, Way.KIND)
        assert [(each.key, each.amount, each.new) for each in plan.sums] == [
            ("existing", "7", "0"),
            ("free", "0", "0"),
            ("new", "6", "6"),
        ]

    def test_filters(self) -> None:
        plan = found(self.ENTRIES, lead=["HR"])
        assert (plan.entries, plan.total.amount, plan.nothing_said) == (2, "5", 1)

    def test_what_is_cancelled_costs_nothing_any_more(self) -> None:
        plan = found({"a": "cost: {amount: 5}\ncancelled: {date: 2025-01-01, reason: x}", "b": "cost: {amount: 1}"})
        assert (plan.entries, plan.total.amount) == (1, "1")
        later = found({"a": "cost: {amount: 5}\ncancelled: {date: 2025-02-01, reason: x}"})
        assert later.total.amount == "5"


AMOUNTS = st.decimals("-1000000", "1000000", places=2).map(str)


@given(st.lists(st.tuples(AMOUNTS, st.sampled_from(["FY2024-25", "FY2025-26", "2025"])), min_size=1, max_size=20))
def test_the_years_add_up_to_the_whole_exactly(amounts: list[tuple[str, str]]) -> None:
    """F2-08"""
    entries = {f"e{at}": f"cost: {{amount: {amount}, year: {year}}}" for at, (amount, year) in enumerate(amounts)}
    plan = found({name: text.replace("-0.00", "0.00") for name, text in entries.items()})
    by_year = [Fraction(each.amount) for each in plan.sums if each.amount is not None]
    assert sum(by_year) == Fraction(str(plan.total.amount)) == sum(Fraction(amount) for amount, _ in amounts)
