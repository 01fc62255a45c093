"""The network of a plan, its floats and its chains: worked by hand, then against networkx on networks made at random."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.network.ordering import circles, in_order
from genderplan.reports.impact.critical import Chain, FloatRecord, PlanFloats, critical
from genderplan.reports.impact.why import why
from genderplan.standing.standings import Standings
from network.generated import COMPLETE, MONTH_LAGS, PURE, Drawn, drawn, number
from network.networks import bare, planned, standing
from trees import judged, pay

PERIOD = "period: {start: 2025-01, end: 2025-12}\n"


def worked_out(standings: Standings) -> PlanFloats:
    (only,) = critical([standings]).networks
    return only


def floats(found: PlanFloats) -> dict[str, tuple[int | None, int | None, str | None]]:
    """Free float, total float and latest date of each milestone."""
    return {
        bare(each.id): (each.free_float, each.total_float, each.latest and str(each.latest))
        for each in found.milestones
    }


def steps(chain: Chain) -> list[tuple[str, int | None]]:
    return [(bare(step.id), step.room) for step in chain.milestones]


def test_a_row_of_months() -> None:
    """The report waits a month after the figures; nothing waits for the talk."""
    found = worked_out(
        planned(
            {
                "figures": "due: 2025-03",
                "report": "due: 2025-06, depends_on: {milestone: figures, lag: P1M}",
                "debate": "due: 2025-07, depends_on: report",
                "talk": "due: 2025-04",
            },
            policy=PERIOD,
        )
    )
    assert floats(found) == {
        "debate": (None, 5, "2025-12"),
        "report": (1, 6, "2025-12"),
        "figures": (2, 8, "2025-11"),
        "talk": (None, 8, "2025-12"),
    }
    assert (str(found.end), found.end_from, found.circular) == ("2025-12", "period", ())
    (chain,) = found.chains
    assert steps(chain) == [("figures", None), ("report", 2), ("debate", 1)]
    assert (str(chain.finish), chain.total_float, chain.unit) == ("2025-07", 5, "months")
    assert [str(step.lag) for step in chain.milestones] == ["None", "P1M", "None"]
    assert {bare(each.id): each.chain for each in found.milestones} == {
        "debate": 1,
        "report": 1,
        "figures": 1,
        "talk": None,
    }


def test_a_row_of_days_without_a_period_ends_with_its_last_date() -> None:
    found = worked_out(
        planned(
            {
                "a": "due: 2025-03-10",
                "b": "due: 2025-03-31, depends_on: {milestone: a, lag: P2W}",
                "c": "due: 2025-04-30, depends_on: {milestone: b, lag: P1M}",
                "d": "due: 2025-04-10, depends_on: b",
            }
        )
    )
    assert floats(found) == {
        "b": (0, 0, "2025-03-31"),
        "c": (None, 0, "2025-04-30"),
        "a": (7, 7, "2025-03-17"),
        "d": (None, 20, "2025-04-30"),
    }
    assert (str(found.end), found.end_from) == ("2025-04-30", "last date")
    assert {each.unit.value for each in found.milestones} == {"days"}


def test_an_entrys_own_open_date_can_be_the_plans_last() -> None:
    assert str(worked_out(planned({"a": "due: 2025-03"})).end) == "2025-03"
    (own,) = judged(
        pay({"actions/gap": "title: Gap\ndue: 2025-09\nmilestones:\n  - {id: a, title: A, due: 2025-03}\n"})
    )
    assert (str(worked_out(own).end), floats(worked_out(own))) == ("2025-09", {"a": (None, 6, "2025-09")})


def test_a_month_hides_no_day_of_what_it_is_connected_to() -> None:
    """Each has its floats in the unit of its own date: up to the last day of the month that is waited for."""
    found = worked_out(
        planned(
            {
                "a": "due: 2025-03-10",
                "b": "due: 2025-05, depends_on: {milestone: a, lag: 45 days}",
                "c": "due: 2025-05-20, depends_on: d",
                "d": "due: 2025-05-01",
                "e": "due: 2025-05-31, depends_on: [d, b]",
            },
            policy=PERIOD,
        )
    )
    assert {bare(each.id): each.unit.value for each in found.milestones} == {
        "a": "days",
        "b": "months",
        "c": "days",
        "d": "days",
        "e": "days",
    }
    assert floats(found) == {
        "e": (None, 214, "2025-12-31"),
        "c": (None, 225, "2025-12-31"),
        "b": (0, 7, "2025-12"),
        "d": (19, 244, "2025-12-31"),
        "a": (51, 265, "2025-11-30"),  # 45 days are one month, before a month
    }
    (chain,) = found.chains
    assert [(bare(each.id), each.room, each.unit) for each in chain.milestones] == [
        ("a", None, None),
        ("b", 1, "months"),
        ("e", 0, "months"),
    ]


@pytest.mark.parametrize(
    ("first", "then", "room", "unit", "free", "own"),
    [
        ("2025-01-31", "2025-01-15", -16, "days", -16, "days"),
        ("2025-01-31", "2025-01", 0, "months", 0, "days"),
        ("2025-01-10", "2025-01", 0, "months", 21, "days"),
        ("2025-02-10", "2025-01", -1, "months", -10, "days"),
        ("2025-01", "2025-01-01", 0, "months", 0, "months"),
        ("2025-01", "2025-02-01", 1, "months", 1, "months"),
        ("2025-Q1", "2025-02", -1, "months", -1, "months"),
    ],
)
@pytest.mark.parametrize("through", ["", "undated"])
def test_the_room_of_a_dependency_is_that_of_its_own_two_dates(
    first: str, then: str, room: int, unit: str, free: int, own: str, through: str
) -> None:
    """Whatever else they are connected to: a month before, after, or through something undated."""
    spec = {
        "month": "due: 2024-12",
        "first": f"due: {first}, depends_on: month",
        "undated": "depends_on: first",
        "then": f"due: {then}, depends_on: {through or 'first'}",
        "later": "due: 2025-06, depends_on: then",
        "last": "due: 2025-06-30, depends_on: later",
    }
    found = worked_out(planned(spec, policy=PERIOD))
    record = next(each for each in found.milestones if bare(each.id) == "first")
    assert (record.free_float, record.unit) == (free, own)
    asked = planned(spec)
    (step,) = [each for each in why(asked, standing(asked, "then"), None).why.steps if bare(each.id) == "then"]
    assert (step.room_after, step.unit) == (room, unit)


def test_too_late_is_negative() -> None:
    found = worked_out(
        planned({"a": "due: 2025-06", "b": "due: 2025-05, depends_on: a", "c": "due: 2026-02"}, policy=PERIOD)
    )
    assert floats(found) == {"c": (None, -2, "2025-12"), "a": (-1, 6, "2025-12"), "b": (None, 7, "2025-12")}
    assert steps(found.chains[0]) == [("a", None)]  # nothing is dated later


def test_the_date_that_counts_is_the_forecast_before_the_due_date() -> None:
    found = worked_out(
        planned({"a": "due: 2025-03, forecast: 2025-05", "b": "due: 2025-06, depends_on: a"}, policy=PERIOD)
    )
    assert floats(found)["a"] == (1, 7, "2025-12")


def test_what_is_undated_passes_on_what_it_waits_for() -> None:
    """The lags add up to two months; the length of the pilot does not count."""
    found = worked_out(
        planned(
            {
                "a": "due: 2025-03",
                "pilot": "duration: P3M, depends_on: {milestone: a, lag: P1M}",
                "review": "depends_on: pilot",
                "b": "due: 2025-07, depends_on: {milestone: review, lag: P1M}",
            },
            policy=PERIOD,
        )
    )
    assert floats(found) == {
        "b": (None, 5, "2025-12"),
        "a": (2, 7, "2025-10"),
        "pilot": (None, None, "2025-11"),
        "review": (None, None, "2025-11"),
    }
    assert steps(found.chains[0]) == [("a", None), ("pilot", None), ("review", None), ("b", 2)]


def test_undated_to_the_end_leaves_no_free_float_to_tell() -> None:
    found = worked_out(planned({"a": "due: 2025-03", "b": "depends_on: a"}, policy=PERIOD))
    assert floats(found) == {"a": (None, 9, "2025-12"), "b": (None, None, "2025-12")}


def test_without_any_date_nothing_is_worked_out() -> None:
    found = worked_out(planned({"a": "", "b": "depends_on: a"}))
    assert floats(found) == {"a": (None, None, None), "b": (None, None, None)}
    assert (found.end, found.end_from, found.chains) == (None, "last date", ())


def test_what_is_cancelled_is_in_no_network_and_passes_nothing_on() -> None:
    cancelled = "due: 2025-04, depends_on: a, cancelled: {date: 2025-01-02, reason: No}"
    found = worked_out(
        planned({"a": "due: 2025-03", "x": cancelled, "b": "due: 2025-05, depends_on: x"}, policy=PERIOD)
    )
    assert floats(found) == {"b": (None, 7, "2025-12"), "a": (None, 9, "2025-12")}
    assert found.chains == ()


def test_what_is_complete_can_slip_no_more_and_holds_nothing_up() -> None:
    found = worked_out(
        planned(
            {
                "a": "due: 2025-03",
                "done": "due: 2024-12, completed: 2024-12-20, depends_on: a",
                "b": "due: 2025-05, depends_on: [done, c]",
                "c": "due: 2025-02",
            },
            policy=PERIOD,
        )
    )
    assert floats(found) == {"b": (None, 7, "2025-12"), "a": (None, 9, "2025-12"), "c": (3, 10, "2025-12")}
    assert [steps(chain) for chain in found.chains] == [[("c", None), ("b", 3)]]


def test_a_completion_after_the_status_date_has_not_happened_yet() -> None:
    later = {"a": "due: 2025-03, completed: 2025-02-20", "b": "due: 2025-05, depends_on: a"}
    assert floats(worked_out(planned(later, policy=PERIOD)))["a"] == (2, 9, "2025-12")
    assert "a" not in floats(worked_out(planned(later, policy=PERIOD, as_of="2025-02-20")))


def test_members_of_a_circle_are_named_and_the_rest_is_worked_out() -> None:
    found = worked_out(
        planned(
            {
                "before": "due: 2025-02",
                "a": "due: 2025-03, depends_on: [c, before]",
                "b": "due: 2025-04, depends_on: a",
                "c": "due: 2025-05, depends_on: [b, also]",
                "also": "due: 2025-05, depends_on: b",
                "itself": "due: 2025-05, depends_on: itself",
                "after": "due: 2025-06, depends_on: [c, before]",
            },
            policy=PERIOD,
        )
    )
    assert [bare(each) for each in found.circular] == ["a", "b", "c", "also", "itself"]
    assert floats(found) == {"after": (None, 6, "2025-12"), "before": (4, 10, "2025-12")}


def test_of_ways_that_leave_the_same_room_the_longer_is_the_chain() -> None:
    """As on the papers of 2003: the campaign waits for the report and for what is made of it, all in July."""
    spec = {
        "campaign": "due: 2025-07, depends_on: [report, toolkit, talk]",
        "report": "due: 2025-07",
        "toolkit": "due: 2025-07, depends_on: report",
        "talk": "due: 2025-06",
    }
    (chain,) = worked_out(planned(spec)).chains
    assert steps(chain) == [("report", None), ("toolkit", 0), ("campaign", 0)]


def test_the_chain_goes_through_what_leaves_the_least_room_even_if_it_is_due_sooner() -> None:
    spec = {
        "a": "due: 2025-05",
        "b": "due: 2025-03",
        "end": "due: 2025-07, depends_on: [a, {milestone: b, lag: P3M}, u]",
        "u": "",
    }
    (chain,) = worked_out(planned(spec)).chains
    assert steps(chain) == [("b", None), ("end", 1)]
    spec["end"] = "due: 2025-07, depends_on: u"
    assert steps(worked_out(planned(spec)).chains[0]) == [("u", None), ("end", None)]


def test_there_is_a_chain_for_each_network_what_finishes_last_first() -> None:
    found = worked_out(
        planned(
            {
                "a": "due: 2025-03",
                "b": "due: 2025-04, depends_on: a",
                "c": "due: 2025-02",
                "d": "due: 2025-09, depends_on: c",
                "e": "due: 2025-08, depends_on: d",
                "alone": "due: 2025-11",
            }
        )
    )
    assert [steps(chain) for chain in found.chains] == [[("c", None), ("d", 7)], [("a", None), ("b", 1)]]
    assert [bare(each.id) for each in found.milestones if each.chain == 1] == ["d", "e", "c"]


@pytest.mark.parametrize(
    ("waits_for", "order", "circular"),
    [
        ([], [], []),
        ([[], [], []], [0, 1, 2], []),
        ([[1], [2], []], [2, 1, 0], []),
        ([[0]], [], [0]),
        ([[1], [0], [1], [2, 4], []], [2, 4, 3], [0, 1]),
        ([[1, 2], [0], [1]], [], [0, 1, 2]),  # both circles go through 0 and 1
        ([[1], [0], [0], [2, 4], [3]], [2], [0, 1, 3, 4]),  # 2 is between two circles, in neither
        ([[1, 1], []], [1, 0], []),
    ],
)
def test_order_and_circles(waits_for: list[list[int]], order: list[int], circular: list[int]) -> None:
    assert in_order(waits_for) == (order, frozenset(circular))
    assert sorted(each for together in circles(dict(enumerate(waits_for))) for each in together) == circular


def test_a_circle_of_what_also_waits_for_itself_is_told_once() -> None:
    assert circles({"a": ["a", "b"], "b": ["b", "a"]}) == [{"a", "b"}]


def test_a_long_circle_is_no_deep_recursion() -> None:
    many = 20_000
    assert in_order([[(each + 1) % many] for each in range(many)]) == ([], frozenset(range(many)))


@given(
    st.integers(1, 9).flatmap(lambda size: st.lists(st.lists(st.integers(0, size - 1)), min_size=size, max_size=size))
)
def test_circles_are_what_networkx_finds(waits_for: list[list[int]]) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(waits_for)))
    graph.add_edges_from((other, each) for each, others in enumerate(waits_for) for other in others)
    together = [each for part in nx.strongly_connected_components(graph) for each in part if len(part) > 1]
    circular = {*together, *(each for each in graph if graph.has_edge(each, each))}
    order, found = in_order(waits_for)
    assert found == circular
    graph.remove_nodes_from(circular)
    assert sorted(order) == sorted(graph)
    assert all(order.index(before) < order.index(after) for before, after in graph.edges)


@pytest.mark.parametrize("mode", PURE)
def test_floats_and_chains_are_what_networkx_finds(mode: str) -> None:
    @given(drawn(mode))
    def holds(made: Drawn) -> None:
        found = worked_out(made.standings)
        assert {bare(each.id): _told(each) for each in found.milestones} == made.floats()
        totals = [each.total_float for each in found.milestones if each.total_float is not None]
        assert totals == sorted(totals)
        _are_tightest(found, made)

    holds()


def _told(record: FloatRecord) -> tuple[str, int | None, int | None, str | None]:
    return record.unit.value, record.free_float, record.total_float, record.latest and str(record.latest)


def _are_tightest(found: PlanFloats, made: Drawn) -> None:
    """Each chain leads to the last of its network, and each of its links is the tightest that there is."""
    lasts = {bare(chain.milestones[-1].id) for chain in found.chains}
    assert [made.is_last_of_its_network(each) for each in lasts] == [True] * len(found.chains)
    assert len(found.chains) == made.number_of_networks()
    finishes = [chain.finish.last for chain in found.chains if chain.finish]
    assert finishes == sorted(finishes, reverse=True)
    for chain in found.chains:
        for before, step in zip(chain.milestones, chain.milestones[1:], strict=False):
            assert made.has_way(bare(before.id), bare(step.id))
            assert step.room == (made.least_room(bare(step.id)) if step.finish else None)
        assert not made.waits(bare(chain.milestones[0].id))


@given(drawn("mixed"))
def test_a_float_is_below_zero_just_where_a_dependency_of_its_own_two_dates_is(made: Drawn) -> None:
    """As `validate` judges each: days where both are days, else months; through what is undated it may be less."""
    found = {bare(each.id): each for each in worked_out(made.standings).milestones}
    for name, record in ((name, record) for name, record in found.items() if record.finish):
        waiting = [(each, lag) for each, other, lag in made.links if other == name and each in found]
        rooms = [_room(made, name, each, lag) for each, lag in waiting if made.by_name[each].now]
        if rooms:
            assert record.free_float is not None
            assert record.unit == ("days" if len(made.by_name[name].now or "") == 10 else "months")
            if len(rooms) == len(waiting):
                assert (record.free_float < 0) == (min(rooms) < 0)
            else:
                assert record.free_float < 0 or min(rooms) >= 0


def _room(made: Drawn, first: str, then: str, lag: str) -> int:
    texts = [made.by_name[name].now or "" for name in (first, then)]
    unit = "days" if {len(each) for each in texts} == {10} else "months"
    assert made.by_name[then].state != COMPLETE
    return number(texts[1], unit) - MONTH_LAGS[lag][unit == "months"] - number(texts[0], unit)
