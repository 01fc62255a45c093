"""`history` and `trend` against a reckoning by hand, over states of a plan that nobody made up."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from genderplan.reports.history.result import plan_histories
from genderplan.reports.trend.result import Asked, trend
from past.steps import POLICY, Files, entry, steps
from trees import judged, pay, selected

MONTHS = st.integers(min_value=0, max_value=40)
STATES = st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys("abc", st.none() | MONTHS)), min_size=1, max_size=6)
"""Each state has some of three milestones, and each of those a month or no date."""

State = dict[str, int | None]


def written(month: int | None) -> str | None:
    return None if month is None else f"{2024 + month // 12}-{month % 12 + 1:02d}"


def files(state: State) -> Files:
    keys = (
        f"id: {name}, title: {name}" + (f", due: {written(due)}" if due is not None else "")
        for name, due in state.items()
    )
    return entry("x", *keys)


@given(STATES)
def test_a_history_has_each_move_and_their_sum(states: list[State]) -> None:
    tree = pay(files(states[-1]), POLICY)
    found = plan_histories(judged(tree), selected(tree), {"pay": steps(*map(files, states))}).histories[0]
    wanted = [
        (number, f"pay/x#{name}", after[name] - before[name])  # type: ignore[operator]
        for number, (before, after) in enumerate(pairwise(states), 2)
        for name in "abc"
        if before.get(name) is not None and after.get(name) is not None and before[name] != after[name]
    ]
    moves = [each for each in found.changes if each.is_move]
    assert sorted((int(each.commit.id, 16), each.id, each.variance_months) for each in moves if each.commit) == wanted
    months = [amount for _, _, amount in wanted]
    assert found.totals[:3] == (len(months), sum(one > 0 for one in months), sum(one < 0 for one in months))
    assert (found.totals.net_months, found.totals.worst_months) == (sum(months), max((0, *months)))
    assert sum(each.moved for each in found.months) == sum(each.moved for each in found.leads) == len(months)


@given(STATES)
def test_a_trend_has_in_each_report_what_the_plan_promised_then(states: list[State]) -> None:
    tree = pay(files(states[-1]), POLICY)
    asked = Asked(selected(tree), {"pay": [("x", None)]})
    found = trend(judged(tree, "2024-01-20"), {"pay": steps(*map(files, states))}, asked).trends[0]
    days = {str(each.day): place for place, each in enumerate(found.reports)}
    for record in found.milestones:
        promised = [str(each.promised) if each and each.promised else None for each in record.along(len(found.reports))]
        place = None
        for number, state in enumerate(states, 1):
            place = days.get(f"2024-01-{number:02d}", place)
            if place is not None:
                assert promised[place] == written(state.get(record.milestone or ""))
        assert promised[-1] == written(states[-1].get(record.milestone or ""))
    there = list(states[-1])
    assert [each.milestone for each in found.milestones][: len(there)] == there
    assert {each.milestone for each in found.milestones} == {name for state in states for name in state}


@given(STATES)
def test_a_trend_shows_what_was_promised_for_more_than_one_month(states: list[State]) -> None:
    tree = pay(files(states[-1]), POLICY)
    found = trend(judged(tree, "2024-01-20"), {"pay": steps(*map(files, states))}, Asked(selected(tree))).trends[0]
    dues = {name: [state[name] for state in states if state.get(name) is not None] for name in "abc"}
    assert sorted(each.milestone or "" for each in found.milestones) == sorted(
        name for name, months in dues.items() if len(set(months)) > 1
    )
    for record in found.milestones:
        months = dues[record.milestone or ""]
        assert record.variance_months == (months[-1] or 0) - (months[0] or 0)
        assert record.changes == sum(one != other for one, other in pairwise(months))
