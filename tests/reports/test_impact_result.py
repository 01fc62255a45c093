"""What slips do further down: worked by hand, then against networkx on networks made at random."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from genderplan.dates.forms import parse_date
from genderplan.dates.variance import variance
from genderplan.errors import UsageError
from genderplan.plan.lookup import look_up
from genderplan.plan.states import state_of_baselines
from genderplan.reports.impact.records import Impact
from genderplan.reports.impact.result import impact, milestone_standing
from genderplan.reports.impact.why import why
from network.generated import COMPLETE, MODES, PURE, Drawn, Spreading, drawn, last_day, texts
from network.networks import affected, bare, happened, if_moved, planned, short, slips, standing
from trees import judged, pay, tree_of

THEN = {"questions": "due: 2003-12", "analysis": "due: 2004-04", "report": "due: 2004-05"}
"""As the earlier paper of 2003 has it; the later has the questionnaire in February."""


def papers(**changed: str) -> dict[str, str]:
    return {
        "questions": "due: 2004-02",
        "analysis": "due: 2004-04, depends_on: questions",
        "report": "due: 2004-05, depends_on: analysis",
    } | changed


def test_what_moved_and_what_waits_for_it_and_did_not() -> None:
    found = happened(planned(papers(), THEN))
    assert short(found) == {
        "analysis": ("squeezed", 4, 2, "2004-04", "2004-06"),
        "report": ("unaffected", 1, 1, "2004-05", "2004-07"),
    }
    (slip,) = found.slips
    assert (bare(slip.id), str(slip.was), str(slip.now), slip.variance_months, slip.unit) == (
        "questions",
        "2003-12",
        "2004-02",
        2,
        "months",
    )
    analysis = affected(found)["analysis"]
    assert (bare(analysis.waits_for), analysis.variance_months, analysis.variance_days) == ("questions", 0, 0)
    assert bare(affected(found)["report"].waits_for) == "analysis"
    assert found.baseline is not None
    assert (found.baseline.name, found.supposed, found.asked) == ("board-1", False, None)


def test_where_the_end_would_land_and_what_carries_it() -> None:
    found = happened(planned(papers(), THEN, "period: {start: 2003-09, end: 2004-06}\n"))
    assert found.last is not None
    assert [bare(each) for each in found.last.chain] == ["questions", "analysis", "report"]
    assert (bare(found.last.id), str(found.last.now), str(found.last.landing)) == ("report", "2004-05", "2004-07")
    assert [str(each) for each in found.end] == ["2004-05", "2004-07", "2004-06"]
    later = happened(planned(papers(other="due: 2004-12"), THEN))
    assert [str(each) for each in later.end] == ["2004-12", "2004-12", "None"]


def test_a_slip_that_is_supposed_can_make_what_waits_impossible() -> None:
    """In June the questionnaire is two months after its analysis, which is pushed a month beyond its own report."""
    found = if_moved(planned(papers()), "questions", "2004-06")
    assert short(found) == {
        "analysis": ("impossible", 2, -2, "2004-06", "2004-08"),
        "report": ("impossible", 1, -1, "2004-06", "2004-09"),
    }
    assert (found.supposed, found.baseline, bare(found.asked or "")) == (True, None, "questions")
    assert short(if_moved(planned(papers()), "questions", "2004-04")) == {
        "analysis": ("squeezed", 2, 0, "2004-04", "2004-06"),
        "report": ("unaffected", 1, 1, "2004-05", "2004-07"),
    }


def test_a_date_that_moves_earlier_leaves_more_room_and_takes_along_what_waits_for_nothing_else() -> None:
    spec = papers(report="due: 2004-05, depends_on: [analysis, other]", other="due: 2004-03")
    assert short(if_moved(planned(spec), "questions", "2004-01")) == {
        "analysis": ("unaffected", 2, 3, "2004-04", "2004-03"),
        "report": ("unaffected", 1, 1, "2004-05", "2004-05"),
    }


def test_lags_are_kept_in_months_and_in_days() -> None:
    months = {"a": "due: 2025-03", "b": "due: 2025-06, depends_on: {milestone: a, lag: 45 days}"}
    assert short(if_moved(planned(months), "a", "2025-06")) == {"b": ("impossible", 2, -1, "2025-07", "2025-09")}
    days = {"a": "due: 2025-03-10", "b": "due: 2025-03-31, depends_on: {milestone: a, lag: P2W}"}
    assert short(if_moved(planned(days), "a", "2025-03-20")) == {"b": ("impossible", 7, -3, "2025-04-03", "2025-04-10")}


@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("2025-03-20", ("squeezed", 21, 11, "2025-03-31", "2025-04-10")),
        ("2025-03", ("unaffected", 0, 0, "2025-03-31", "2025-03-31")),  # a day and a month are compared in months
        ("2025-04", ("impossible", 0, -1, "2025-04-01", "2025-04")),
    ],
)
def test_days_count_where_the_new_date_is_a_day_too(to: str, told: tuple[object, ...]) -> None:
    spec = {"a": "due: 2025-03-10", "b": "due: 2025-03-31, depends_on: a"}
    assert short(if_moved(planned(spec), "a", to)) == {"b": told}


def test_days_count_where_the_baselines_dates_are_days_too() -> None:
    spec = {"a": "due: 2025-03-20", "b": "due: 2025-04-30, depends_on: a"}
    found = happened(planned(spec, {"a": "due: 2025-03-10", "b": "due: 2025-04-30"}))
    assert short(found) == {"b": ("squeezed", 51, 41, "2025-04-30", "2025-05-10")}
    found = happened(planned(spec, {"a": "due: 2025-03-10", "b": "due: 2025-04"}))
    assert short(found) == {"b": ("unaffected", 1, 1, "2025-04-30", "2025-04-30")}
    assert (found.slips[0].variance_days, found.slips[0].unit) == (10, "days")
    assert affected(found)["b"].unit == "months"


CHAIN = {
    "survey": "due: 2025-01-01",
    "report": "due: 2025-01-15, depends_on: survey",
    "review": "due: 2025-06, depends_on: report",
}
"""Two days and a month."""


@pytest.mark.parametrize("mark", ["", "2025-06-30"], ids=["a month after it", "days alone"])
def test_a_month_further_down_hides_no_day_that_cannot_be_kept(mark: str) -> None:
    spec = CHAIN | ({"review": f"due: {mark}, depends_on: report"} if mark else {})
    found = if_moved(planned(spec), "survey", "2025-01-31")
    assert short(found)["report"] == ("impossible", 14, -16, "2025-01-31", "2025-02-14")
    assert (affected(found)["report"].unit, found.slips[0].unit) == ("days", "days")
    review = ("squeezed", 166, 150, "2025-06-30", "2025-07-30") if mark else ("unaffected", 5, 5, "2025-06", "2025-07")
    assert short(found)["review"] == review


@pytest.mark.parametrize("before", ["2025-06", "2025-06-30"])
@pytest.mark.parametrize("after", ["2025-06", "2025-06-30"])
def test_nor_does_a_month_of_the_baseline(before: str, after: str) -> None:
    then = {"survey": "due: 2025-01-01", "report": "due: 2025-01-15", "review": f"due: {before}"}
    spec = CHAIN | {"survey": "due: 2025-01-31", "review": f"due: {after}, depends_on: report"}
    standings = planned(spec, then)
    found = happened(standings)
    assert short(found)["report"] == ("impossible", 14, -16, "2025-01-31", "2025-02-14")
    steps = why(standings, standing(standings, "report"), standings.plan.baseline).why.steps
    assert [(each.room_before, each.room_after, each.unit) for each in steps] == [(14, -16, "days"), (None,) * 3]


def test_what_days_cannot_keep_is_told_in_days_though_the_baseline_has_a_month() -> None:
    spec = {"a": "due: 2025-01-31", "b": "due: 2025-01-15, depends_on: a"}
    found = happened(planned(spec, {"a": "due: 2025-01-01", "b": "due: 2025-01"}))
    assert short(found) == {"b": ("impossible", 30, -16, "2025-01-31", "2025-01-15")}
    assert affected(found)["b"].unit == "days"


def test_a_supposed_month_leaves_the_days_behind_it_days() -> None:
    spec = CHAIN | {"review": "due: 2025-06-30, depends_on: report"}
    found = if_moved(planned(spec), "survey", "2025-01")
    assert short(found) == {
        "report": ("unaffected", 0, 0, "2025-01-15", "2025-01-15"),
        "review": ("unaffected", 166, 166, "2025-06-30", "2025-06-30"),
    }
    assert [each.unit for each in affected(found).values()] == ["months", "days"]


def test_what_waits_for_a_month_may_come_from_its_first_day_on() -> None:
    spec = {"a": "due: 2025-01", "b": "due: 2025-01-15, depends_on: a", "c": "due: 2025-02-20, depends_on: b"}
    assert short(if_moved(planned(spec), "a", "2025-03")) == {
        "b": ("impossible", 0, -2, "2025-03-01", "2025-03"),
        "c": ("impossible", 36, -9, "2025-03-01", "2025-04"),
    }


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2025-07", ("unaffected", 2, 2, "2025-07", "2025-07")),  # moved as far as what it waits for
        ("2025-06", ("squeezed", 2, 1, "2025-06", "2025-07")),
        ("2025-09", ("unaffected", 2, 4, "2025-09", "2025-09")),  # moved further: it is not moved on
        ("2025-04", ("impossible", 2, -1, "2025-05", "2025-07")),
    ],
)
def test_what_moved_itself_counts_from_its_own_move(due: str, told: tuple[object, ...]) -> None:
    spec = {"a": "due: 2025-05", "b": f"due: {due}, depends_on: a"}
    found = happened(planned(spec, {"a": "due: 2025-03", "b": "due: 2025-05"}), "a")
    assert short(found) == {"b": told}


def test_what_the_baseline_has_no_date_for_counts_as_it_stands_now() -> None:
    spec = {"a": "due: 2025-05", "b": "due: 2025-08, depends_on: a", "c": "due: 2025-09, depends_on: b"}
    found = happened(planned(spec, {"a": "due: 2025-03", "c": "due: 2025-09"}))
    assert short(found) == {
        "b": ("squeezed", 5, 3, "2025-08", "2025-10"),
        "c": ("unaffected", 1, 1, "2025-09", "2025-11"),
    }
    assert (affected(found)["b"].was, affected(found)["b"].variance_months) == (None, None)


def test_a_dependency_that_the_baseline_has_not_is_new() -> None:
    spec = {
        "a": "due: 2025-05",
        "b": "due: 2025-08, depends_on: a",
        "c": "due: 2025-08, depends_on: a",
        "d": "due: 2025-08, depends_on: a",
    }
    then = {"a": "due: 2025-03", "b": "due: 2025-08, depends_on: a", "c": "due: 2025-08, depends_on: b"}
    found = affected(happened(planned(spec, then)))
    assert {name: record.is_new for name, record in found.items()} == {"b": False, "c": True, "d": True}
    supposing = affected(if_moved(planned(spec, then), "a", "2025-09"))
    assert {record.is_new for record in supposing.values()} == {False}


def test_a_forecast_and_a_completion_are_slips_too() -> None:
    spec = {
        "a": "due: 2025-03, forecast: 2025-05",
        "b": "due: 2025-06, depends_on: a",
        "c": "due: 2024-10, completed: 2024-12-20",
        "d": "due: 2025-02, depends_on: c",
    }
    found = happened(planned(spec, {name: keys.split(",")[0] for name, keys in spec.items()}))
    assert {name: str(slip.now) for name, slip in slips(found).items()} == {"a": "2025-05", "c": "2024-12-20"}
    assert short(found) == {
        "b": ("squeezed", 3, 1, "2025-06", "2025-08"),
        "d": ("squeezed", 4, 2, "2025-02", "2025-04"),
    }


def test_what_is_complete_or_cancelled_is_out_of_reach_and_carries_nothing_on() -> None:
    spec = {
        "a": "due: 2025-05",
        "done": "completed: 2025-01-10, depends_on: a",
        "gone": "due: 2025-06, depends_on: a, cancelled: {reason: No}",
        "b": "due: 2025-06, depends_on: [done, gone]",
    }
    assert short(if_moved(planned(spec), "a", "2025-12")) == {}
    assert if_moved(planned(spec), "a", "2025-12").last is None


def test_what_is_undated_passes_a_slip_on() -> None:
    spec = {
        "a": "due: 2025-03",
        "pilot": "duration: P3M, depends_on: {milestone: a, lag: P1M}",
        "b": "due: 2025-06, depends_on: pilot",
    }
    found = if_moved(planned(spec), "a", "2025-07")
    assert short(found) == {
        "b": ("impossible", 2, -2, "2025-08", "2025-10"),
        "pilot": ("undated", None, None, "2025-08", None),
    }
    assert found.last is not None
    assert [bare(each) for each in found.last.chain] == ["a", "pilot", "b"]


def test_room_that_was_negative_and_did_not_shrink_is_none_of_the_slips_doing() -> None:
    spec = {"a": "due: 2025-03", "b": "due: 2025-09, depends_on: a", "c": "due: 2025-08, depends_on: b"}
    assert short(if_moved(planned(spec), "a", "2025-05")) == {
        "b": ("squeezed", 6, 4, "2025-09", "2025-11"),
        "c": ("unaffected", -1, -1, "2025-09", "2025-10"),
    }


def test_several_slips_are_told_with_what_each_holds_up_most() -> None:
    """`end` waits for both: the second leaves it less. What slipped itself is told under what it waits for, too."""
    spec = {
        "first": "due: 2025-05",
        "second": "due: 2025-06, depends_on: first",
        "end": "due: 2025-07, depends_on: [first, second]",
        "free": "due: 2025-12, depends_on: first",
        "alone": "due: 2025-12",
    }
    then = {
        "first": "due: 2025-03",
        "second": "due: 2025-05",
        "end": "due: 2025-07",
        "free": "due: 2025-12",
        "alone": "due: 2025-01",
    }
    found = happened(planned(spec, then))
    assert {name: [bare(each.id) for each in slip.affected] for name, slip in slips(found).items()} == {
        "first": ["second", "free"],
        "second": ["end"],
        "alone": [],
    }
    assert short(found) == {
        "second": ("squeezed", 2, 1, "2025-06", "2025-07"),
        "free": ("squeezed", 9, 7, "2025-12", "2026-02"),
        "end": ("squeezed", 2, 1, "2025-07", "2025-09"),
    }
    assert found.last is not None
    assert [bare(each) for each in found.last.chain] == ["first", "free"]
    only = happened(planned(spec, then), "first")
    assert {name: [bare(each.id) for each in slip.affected] for name, slip in slips(only).items()} == {
        "first": ["second", "end", "free"]
    }


def test_the_worst_slip_stands_first_and_of_what_waits_the_worst() -> None:
    spec = {
        "small": "due: 2025-03",
        "s1": "due: 2025-04, depends_on: small",
        "big": "due: 2025-06",
        "b1": "due: 2025-12, depends_on: big",
        "b2": "due: 2025-09, depends_on: big",
        "bad": "due: 2025-04",
        "x": "due: 2025-04, depends_on: bad",
        "y": "due: 2025-03, depends_on: bad",
        "z": "due: 2025-02, depends_on: bad",
        "u": "depends_on: bad",
        "most": "due: 2025-12",
    }
    then = dict.fromkeys(("small", "big", "bad", "most"), "due: 2025-01")
    then |= {name: spec[name].split(",")[0] for name in ("s1", "b1", "b2", "x", "y", "z")}
    found = happened(planned(spec, then))
    assert [(bare(slip.id), [bare(each.id) for each in slip.affected]) for slip in found.slips] == [
        ("bad", ["z", "y", "x", "u"]),
        ("big", ["b2", "b1"]),
        ("small", ["s1"]),
        ("most", []),
    ]


def test_what_moved_earlier_or_not_is_no_slip() -> None:
    for due in ("2003-12", "2003-11", "2003-12-31"):
        standings = planned(papers(questions=f"due: {due}"), THEN)
        assert (happened(standings).slips, happened(standings, "questions").slips) == ((), ())
        assert happened(standings).last is None
        assert str(happened(standings).end.landing) == "2004-05"
    assert happened(planned(papers(), {"analysis": "due: 2004-04"}), "questions").slips == ()


def test_members_of_a_circle_are_named_and_no_slip_goes_through_them() -> None:
    spec = {"a": "due: 2025-03", "b": "due: 2025-04, depends_on: [a, c]", "c": "due: 2025-05, depends_on: b"}
    found = if_moved(planned(spec | {"d": "due: 2025-06, depends_on: [a, c]"}), "a", "2025-05")
    assert [bare(each) for each in found.circular] == ["b", "c"]
    assert short(found) == {"d": ("squeezed", 3, 1, "2025-06", "2025-08")}


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("due: 2025-03, completed: 2025-01-10", "pay/gap#a is complete: it can slip no more"),
        ("due: 2025-03, cancelled: {reason: No}", "pay/gap#a is cancelled: nothing waits for it"),
        ("duration: P1M", "pay/gap#a has no date that it could move from"),
        ("due: 2025-03, depends_on: a", "pay/gap#a waits in a circle: nothing can be worked out for it"),
    ],
)
def test_what_cannot_be_supposed_to_slip(keys: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        if_moved(planned({"a": keys}), "a", "2025-06")


@pytest.mark.parametrize("keys", ["due: 2025-03, cancelled: {reason: No}", "due: 2025-03, depends_on: a"])
def test_what_is_in_no_network_cannot_be_asked_about(keys: str) -> None:
    standings = planned({"a": keys}, {"a": "due: 2025-01"})
    with pytest.raises(UsageError, match="pay/gap#a"):
        happened(standings, "a")
    with pytest.raises(UsageError, match="pay/gap#a"):
        why(standings, standing(standings, "a"), None)


def test_a_name_must_mean_a_milestone() -> None:
    tree = pay({"actions/gap": "title: Gap\nmilestones: [{id: a, title: A}, {id: b, title: B}]\n"})
    standings = judged(tree)
    own, found = milestone_standing(standings, look_up(tree, "gap#b"), "gap#b")
    assert (own, found.item.id) == (standings[0], "pay/gap#b")
    for name, told in [
        ("gap", "'gap' is no milestone: name one of gap#a, gap#b"),
        ("pay", "'pay' is no milestone$"),
        ("HR", "'HR' is no milestone$"),
    ]:
        with pytest.raises(UsageError, match=told):
            milestone_standing(standings, look_up(tree, name), name)


def test_plans_with_nothing_to_be_held_against_are_named() -> None:
    entry = "title: A\nmilestones: [{id: m, title: M, due: 2025-03}]\n"
    baseline = "genderplan: 1\nname: b\nentries: {x: {kind: action, title: A, milestones: [{id: m, title: M, due: 2025-01}]}}\n"
    plan = "genderplan: 1\ntitle: P\n"
    tree = tree_of(
        {"p/plan.yaml": plan, "p/actions/x.yaml": entry, "q/plan.yaml": plan, "q/actions/x.yaml": entry}
        | {"q/baselines/b.yaml": baseline}
    )
    report = impact(judged(tree), state_of_baselines(tree.plans))
    assert ([each.id for each in report.plans], [each.plan for each in report.impacts]) == (["q"], ["q"])
    assert report.without == ("p",)
    assert [each.id for each in report.impacts[0].slips] == ["q/x#m"]


def _steps(found: object) -> list[tuple[object, ...]]:
    steps = found.why.steps  # type: ignore[attr-defined]
    return [(bare(each.id), each.variance_months, each.room_before, each.room_after) for each in steps]


def test_why_walks_back_through_what_leaves_the_least_room() -> None:
    standings = planned(papers(), THEN)
    found = why(standings, standing(standings, "report"), standings.plan.baseline)
    assert _steps(found) == [("report", 0, 1, 1), ("analysis", 0, 4, 2), ("questions", 2, None, None)]
    assert (found.why.begins, found.why.unit, found.plans[0].id) == (None, "months", "pay")
    assert found.why.baseline is not None
    without = why(standings, standing(standings, "report"), None)
    assert _steps(without) == [("report", None, None, 1), ("analysis", None, None, 2), ("questions", None, None, None)]
    assert (without.why.begins, without.why.baseline) == (None, None)


def test_why_goes_through_what_is_complete_and_undated() -> None:
    spec = {
        "a": "due: 2024-10, completed: 2024-12-20",
        "other": "due: 2024-11",
        "pilot": "depends_on: {milestone: a, lag: P1M}",
        "b": "due: 2025-02, depends_on: [pilot, other]",
    }
    standings = planned(spec, {"a": "due: 2024-10", "b": "due: 2025-01", "other": "due: 2024-11"})
    found = why(standings, standing(standings, "b"), standings.plan.baseline)
    assert _steps(found) == [("b", 1, 2, 1), ("pilot", None, None, None), ("a", 2, None, None)]
    assert [str(step.lag) for step in found.why.steps] == ["None", "P1M", "None"]
    assert bare(found.why.begins or "") == "a"


@pytest.mark.parametrize(
    ("was", "now", "begins"),
    [
        (("2024-01", "2024-11", "2024-12"), ("2024-02", "2025-02", "2025-05"), "c"),
        (("2024-01", "2024-11", "2024-12"), ("2024-02", "2024-11", "2024-12"), None),
        (("2024-01", "2024-02", "2024-04"), ("2024-03", "2024-04", "2024-05"), "a"),
        (("2024-01", "2024-02", "2024-04"), ("2024-03", "2024-05", "2024-05"), "b"),
        (("2024-01", "2024-02", "2024-04"), ("2024-03", "2024-02", "2024-05"), "c"),
        (("2024-01", "2024-02", "2024-04"), ("2024-01", "2024-03", "2024-04"), "b"),
    ],
    ids=["each by itself", "room took it up", "all pushed", "b moved more", "b stayed", "c stayed"],
)
def test_why_begins_where_a_move_accounts_for_what_followed(
    was: tuple[str, ...], now: tuple[str, ...], begins: str | None
) -> None:
    """Of a chain a, b, c: what moved further than what it waits for moved by itself."""
    waits = {"a": "", "b": ", depends_on: a", "c": ", depends_on: b"}
    spec = {name: f"due: {date}{waits[name]}" for name, date in zip("abc", now, strict=True)}
    standings = planned(spec, {name: f"due: {date}" for name, date in zip("abc", was, strict=True)})
    found = why(standings, standing(standings, "c"), standings.plan.baseline).why.begins
    assert found == (f"pay/gap#{begins}" if begins else None)


def test_why_begins_with_itself_or_nowhere() -> None:
    spec = {"a": "due: 2025-01", "b": "due: 2025-03, depends_on: a"}
    standings = planned(spec, {"a": "due: 2025-02", "b": "due: 2025-02"})
    begins = [why(standings, standing(standings, name), standings.plan.baseline).why.begins for name in ("a", "b")]
    assert begins == [None, "pay/gap#b"]


def spreading(made: Drawn, then: dict[str, str], now: dict[str, str], sources: set[str]) -> Spreading:
    """What networkx says; what had no date before counts as it stands now."""
    before = {name: then.get(name, text) for name, text in now.items()}
    return Spreading(made, before, now, frozenset(sources), made.units(before, now))


def is_told(found: Impact, expected: Spreading) -> None:
    """All that networkx finds further down, and nothing else, each under a slip that leads to it."""
    assert short(found) == {name: expected.told(name) for name in expected.below}
    assert set(slips(found)) == expected.sources
    for name, slip in slips(found).items():
        assert {bare(record.id) for record in slip.affected} <= expected.below_one(name)
        assert slip.unit == expected.units[name]
    if found.last is not None:
        latest = max(last_day(lands) for name in expected.below if (lands := expected.told(name)[4]))
        assert found.last.landing.last_day == latest
        assert bool(found.last.chain) == (found.last.landing != found.last.now)
    if found.last is not None and found.last.chain:
        chain = [bare(each) for each in found.last.chain]
        assert chain[0] in expected.touched
        assert all(expected.graph.has_edge(*pair) for pair in pairwise(chain))
        moves = [expected.move(name) for name in chain]
        assert moves == sorted(moves, reverse=True)
        assert moves[0] == moves[-1] == expected.own(chain[0])
    ends = [expected.landing(name) for name in expected.now]
    assert found.end.landing is None if not ends else found.end.landing.last_day == max(map(last_day, ends))  # type: ignore[union-attr]


@pytest.mark.parametrize("mode", PURE)
def test_a_slip_that_is_supposed_does_what_networkx_finds(mode: str) -> None:
    @given(drawn(mode), st.data())
    def holds(made: Drawn, data: st.DataObject) -> None:
        movable = [name for name, node in made.by_name.items() if node.now and node.state != COMPLETE]
        assume(movable)
        name = data.draw(st.sampled_from(movable))
        to = data.draw(texts(mode, int(name[1:])))
        found = if_moved(made.standings, name, to)
        expected = spreading(made, made.now, made.now | {name: to}, {name})
        later = expected.own(name) >= 0
        if later:
            is_told(found, expected)
        else:
            assert {record.effect.value for record in affected(found).values()} <= {"unaffected", "undated"}
            assert set(affected(found)) == expected.below
        assert not later or all(
            record.landing is None or record.now is None or record.landing.last >= record.now.last
            for record in affected(found).values()
        )

    holds()


@pytest.mark.parametrize("mode", PURE)
def test_slips_that_happened_do_what_networkx_finds(mode: str) -> None:
    @given(drawn(mode))
    def holds(made: Drawn) -> None:
        then = {name: node.then for name, node in made.by_name.items() if node.then and node.now}
        moved = {name for name in then if variance(parse_date(then[name]), parse_date(made.now[name])).is_late}
        is_told(happened(made.standings), spreading(made, then, made.now, moved))
        for name in sorted(moved)[:2]:
            is_told(happened(made.standings, name), spreading(made, then, made.now, {name}))

    holds()


@pytest.mark.parametrize("mode", MODES)
def test_no_slip_changes_nothing_and_more_slip_never_less(mode: str) -> None:
    @given(drawn(mode), st.data())
    def holds(made: Drawn, data: st.DataObject) -> None:
        movable = [name for name, node in made.by_name.items() if node.now and node.state != COMPLETE]
        assume(movable)
        name = data.draw(st.sampled_from(movable))
        same = if_moved(made.standings, name, made.now[name])
        for record in affected(same).values():
            assert record.effect.value in {"unaffected", "undated"}
            assert (record.room_before, record.landing) == (record.room_after, record.now)
        assert same.end.now == same.end.landing
        one, other = sorted(data.draw(st.lists(texts(mode, 4), min_size=2, max_size=2)), key=last_day)
        assume(len(one) == len(other))
        less, more = (affected(if_moved(made.standings, name, to)) for to in (one, other))
        assert less.keys() == more.keys()
        for each in less:
            _is_no_better(less[each], more[each])

    holds()


_RANK = {"impossible": 2, "squeezed": 1, "unaffected": 0, "undated": 0}


def _is_no_better(less: object, more: object) -> None:
    before, after = less._asdict(), more._asdict()  # type: ignore[attr-defined]
    assert _RANK[before["effect"]] <= _RANK[after["effect"]]
    for field in ("earliest", "landing"):
        assert before[field] is None or before[field].last <= after[field].last


def test_a_drawn_network_is_not_always_trivial() -> None:
    """What the tests above are about occurs among what they draw."""
    seen: set[str] = set()

    @given(drawn("months"))
    def look(made: Drawn) -> None:
        seen.update(record.effect.value for record in affected(happened(made.standings)).values())
        seen.update("chain of three" for each in [happened(made.standings).last] if each and len(each.chain) > 2)

    look()
    assert seen == {"impossible", "squeezed", "unaffected", "undated", "chain of three"}
