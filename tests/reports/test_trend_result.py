"""Milestone trend analysis: what each report promised, and how far the last promise is from the first."""

from collections.abc import Mapping, Sequence

import pytest

from genderplan.plan.items import Key
from genderplan.plan.steps import Step
from genderplan.reports.trend.result import Asked, MilestoneTrend, Trend, trend
from past.steps import POLICY, Files, commit, due, entry, plan, steps
from trees import judged, pay, selected

AS_OF = "2024-01-20"


def trend_of(
    *states: Files,
    as_of: str = AS_OF,
    baselines: Files | None = None,
    found: list[Step] | None = None,
    keys: Sequence[Key] | None = None,
    limit: int | None = None,
    names: Mapping[str, tuple[str, str]] | None = None,
    **criteria: Sequence[str],
) -> Trend:
    """The trend of a plan that came to be state by state, a day each, on the 20th."""
    tree = pay({**states[-1], **(baselines or {})}, POLICY)
    asked = Asked(selected(tree, **criteria), {"pay": keys} if keys is not None else None, limit, names)
    report = trend(judged(tree, as_of), {"pay": steps(*states) if found is None else found}, asked)
    [one] = report.trends
    assert (one.plan, str(one.as_of)) == ("pay", as_of)
    return one


def reports(found: Trend) -> list[tuple[str, str, str]]:
    return [(str(each.day), each.source.value, each.name) for each in found.reports]


def promises(record: MilestoneTrend) -> list[tuple[int, str, str | None, bool]]:
    """Each promise: the place of its report, the day of that, the date, and whether it is done."""
    return [
        (each.report, str(each.reported), str(each.promised) if each.promised else None, each.done)
        for each in record.promises
    ]


def grid(found: Trend) -> dict[str, list[str | None]]:
    """What each report promises, by the ids of milestones."""
    return {
        each.id.removeprefix("pay/"): [
            str(one.promised) if one and one.promised else None for one in each.along(len(found.reports))
        ]
        for each in found.milestones
    }


A, B, C = (entry("x", due("a", date)) for date in ("2024-02", "2024-03", "2024-05"))
NOW = ("2024-01-20", "now", "now")


def day(number: int) -> tuple[str, str, str]:
    """The report of a commit."""
    return (f"2024-01-{number:02d}", "commit", "00000000")


def test_a_promise_that_moves() -> None:
    found = trend_of(A, B, C)
    assert reports(found) == [day(1), day(2), day(3), NOW]
    assert [each.commit for each in found.reports] == [commit(1), commit(2), commit(3), None]
    [record] = found.milestones
    assert promises(record) == [
        (0, "2024-01-01", "2024-02", False),
        (1, "2024-01-02", "2024-03", False),
        (2, "2024-01-03", "2024-05", False),
    ]
    assert (str(record.first), str(record.last), record.changes) == ("2024-02", "2024-05", 2)
    assert (record.variance_months, record.variance_days) == (3, 92)
    assert (record.id, record.entry, record.milestone, record.title) == ("pay/x#a", "x", "a", "A milestone")
    assert grid(found) == {"x#a": ["2024-02", "2024-03", "2024-05", "2024-05"]}


def test_commits_that_change_no_promise_are_no_reports() -> None:
    words = {"actions/x": A["actions/x"].replace("A milestone", "Other words")}
    assert reports(trend_of(A, words, words | entry("y"), B)) == [day(1), day(4), NOW]


def test_the_last_commit_of_a_day_is_its_report() -> None:
    found = trend_of(A, B, C, found=steps(A, B, C, days=["2024-01-01", "2024-01-02", "2024-01-02"]))
    assert [each.commit for each in found.reports] == [commit(1, "2024-01-01"), commit(3, "2024-01-02"), None]
    assert grid(found) == {"x#a": ["2024-02", "2024-05", "2024-05"]}


def test_a_clock_that_went_wrong_does_not_turn_time_round() -> None:
    found = trend_of(A, B, C, found=steps(A, B, C, days=["2024-01-05", "2024-01-02", "2024-01-07"]))
    assert [str(each.day) for each in found.reports] == ["2024-01-05", "2024-01-07", "2024-01-20"]
    assert grid(found) == {"x#a": ["2024-03", "2024-05", "2024-05"]}


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2024-01-02", [day(1), day(2)]),
        ("2024-01-01", [day(1), day(2)]),
        ("2024-01-03", [day(1), day(2), ("2024-01-03", "now", "now")]),
    ],
    ids=["of the last report", "before it", "after it"],
)
def test_now_is_a_report_where_it_is_another_day(as_of: str, wanted: list[tuple[str, str, str]]) -> None:
    assert reports(trend_of(A, B, as_of=as_of)) == wanted


def test_what_is_not_committed_is_a_report_of_now() -> None:
    found = trend_of(B, as_of="2024-01-01", found=[*steps(A), Step(None, (plan(A).entries,), plan(B).entries)])
    assert reports(found) == [day(1), ("2024-01-01", "now", "now")]
    assert grid(found) == {"x#a": ["2024-02", "2024-03"]}


def test_without_a_commit_there_is_only_now() -> None:
    found = trend_of(A, found=[])
    assert (reports(found), found.milestones) == ([NOW], ())


@pytest.mark.parametrize(
    ("done", "last", "months", "changes"),
    [("2024-01-19", "2024-01-19", -1, 0), ("2024-01", "2024-01", -1, 0), ("2024-01-21", "2024-02", 0, 0)],
    ids=["a day", "a month", "not yet"],
)
def test_a_promise_that_is_kept_becomes_the_date_of_completion(done: str, last: str, months: int, changes: int) -> None:
    finished = entry("x", due("a", "2024-02", f", completed: {done}"))
    found = trend_of(A, finished, found=steps(A, finished, days=["2024-01-01", "2024-01-20"]), keys=[("x", "a")])
    [record] = found.milestones
    assert (str(record.last), record.variance_months, record.changes) == (last, months, changes)
    assert record.promises[-1].done == (done != "2024-01-21")


def test_an_entrys_own_date_is_a_promise_too() -> None:
    first, second = entry("x", due="2024-02"), entry("x", end="2024-04", completed="2024-01-02", due="2024-03")
    [record] = trend_of(first, second, entry("x", due="2024-03")).milestones
    assert (record.id, record.milestone, record.title) == ("pay/x", None, "An action")
    assert [each[2:] for each in promises(record)] == [("2024-02", False), ("2024-01-02", True), ("2024-03", False)]
    assert record.changes == 1


@pytest.mark.parametrize(
    "gone",
    [
        entry("x", due("a", None)),
        entry("x"),
        entry("x", due("a", "2024-02", ", cancelled: {date: 2024-01-02}")),
        entry("x", due("a", "2024-02"), cancelled="{reason: x}"),
        {},
    ],
    ids=["undated", "removed", "cancelled", "its entry cancelled", "its entry removed"],
)
def test_nothing_is_promised_of_what_is_not_there(gone: Files) -> None:
    found = trend_of(A, gone, B)
    assert grid(found) == {"x#a": ["2024-02", None, "2024-03", "2024-03"]}
    assert found.milestones[0].changes == 1


def test_what_is_cancelled_later_is_promised_until_then() -> None:
    cancelled = entry("x", due("a", "2024-02", ", cancelled: {date: 2024-03}"))
    assert grid(trend_of(A, cancelled, keys=[("x", "a")])) == {"x#a": ["2024-02", "2024-02"]}


@pytest.mark.parametrize("gone", [entry("x"), {}], ids=["milestone", "its entry"])
def test_what_was_removed_is_dropped(gone: Files) -> None:
    found = trend_of(A, B, C, gone)
    assert reports(found) == [day(1), day(2), day(3), day(4), NOW]
    [record] = found.milestones
    assert (record.id, str(record.first), str(record.last), record.changes) == ("pay/x#a", "2024-02", "2024-05", 2)
    assert grid(found) == {"x#a": ["2024-02", "2024-03", "2024-05", None, None]}
    assert trend_of(A, gone).milestones == ()


def test_what_was_removed_is_asked_for_by_its_id_or_by_one_that_it_had() -> None:
    renamed = entry("y", due("b", "2024-03", ", renamed_from: a"), renamed_from="x")
    for name in ("x", "y"):
        assert grid(trend_of(A, renamed, {}, keys=[(name, None)])) == {"y#b": ["2024-02", "2024-03", None, None]}
    assert grid(trend_of(A, renamed, keys=[("x", "a")])) == {"y#b": ["2024-02", "2024-03", "2024-03"]}
    assert grid(trend_of(A, {}, keys=[("z", None)])) == {}


def test_filters_ask_what_it_was_when_it_was_removed() -> None:
    hr = [entry("x", due("a", date), lead="HR") for date in ("2024-02", "2024-03")]
    assert list(grid(trend_of(*hr, {}, lead=["HR"]))) == ["x#a"]
    assert list(grid(trend_of(*hr, {}, lead=["HR-Board"]))) == []
    assert list(grid(trend_of(*hr, {}, status=["overdue"]))) == []


def test_a_baseline_has_what_was_removed_by_the_id_of_then() -> None:
    both = A | entry("y", due("b", "2024-09"), due="2024-10")
    kept = "genderplan: 1\ntaken: 2024-01-05\nentries:\n  y: {kind: action, title: y, due: 2024-11}\n"
    found = trend_of(both, A, baselines={"baselines/board": kept}, keys=[("y", None), ("y", "b")])
    assert grid(found) == {"y": ["2024-10", None, "2024-11", None], "y#b": ["2024-09", None, None, None]}


def changed(*states: Files) -> list[Step]:
    """Steps as git makes them, of the files that changed alone."""
    found = []
    for step in steps(*states):
        before, after = ({row.places.data: row for row in rows} for rows in (step.befores[0], step.after))
        sides = [
            tuple(rows[data] for data in rows.keys() - other.keys())
            for rows, other in ((before, after), (after, before))
        ]
        found.append(Step(step.commit, (sides[0],), sides[1]))
    return found


Y = [entry("y", due("b", date)) for date in ("2024-03", "2024-04", "2024-05", "2024-06")]


@pytest.mark.parametrize(
    ("said", "more", "then"),
    [
        (", completed: 2024-01-04", {}, "2024-01-04"),
        (", cancelled: {date: 2024-01-04}", {}, None),
        ("", {"cancelled": "{date: 2024-01-04}"}, None),
    ],
    ids=["completed", "cancelled", "its entry cancelled"],
)
def test_what_is_dated_ahead_is_so_from_the_first_report_of_that_day_on(
    said: str, more: dict[str, str], then: str | None
) -> None:
    ahead = entry("x", due("a", "2024-02", said), **more)
    states = [each | y for each, y in zip((A, ahead, ahead, ahead), Y, strict=True)]
    found = trend_of(*states, found=changed(*states), keys=[("x", "a"), ("y", "b")])
    assert reports(found) == [day(1), day(2), day(3), day(4), NOW]
    assert grid(found)["x#a"] == ["2024-02", "2024-02", "2024-02", then, then]


def test_what_is_dated_ahead_makes_no_report_of_its_own_and_may_be_taken_back() -> None:
    ahead = entry("x", due("a", "2024-02", ", completed: 2024-01-02"))
    states = [ahead | entry("y", title=title) for title in ("One", "Two")]
    found = trend_of(*states, found=changed(*states), keys=[("x", "a")])
    assert (reports(found), grid(found)) == ([day(1), NOW], {"x#a": ["2024-02", "2024-01-02"]})
    back = [ahead | Y[0], B | Y[0], B | Y[1]]
    assert grid(trend_of(*back, found=changed(*back)))["x#a"] == ["2024-02", "2024-03", "2024-03", "2024-03"]


def test_a_new_name_goes_on_with_the_old_ones_promises() -> None:
    second = entry("y", due("b", "2024-03", ", renamed_from: a"), renamed_from="x")
    assert grid(trend_of(A, second)) == {"y#b": ["2024-02", "2024-03", "2024-03"]}


MANY = tuple(
    entry("x", *(due(name, date) for name, date in zip("abcdef", dates, strict=True)))
    for dates in (
        ("2024-02", "2024-02", "2024-02", "2024-02", "2024-02-10", "2024-02"),
        ("2024-03", "2024-01", "2024-06", "2024-02", "2024-02-12", "2024-03"),
        ("2024-03", "2024-01", "2024-06", "2024-02", "2024-02-12", "2024-02"),
    )
)


def test_the_worst_are_first_and_what_did_not_change_is_not_there() -> None:
    found = trend_of(*MANY)
    assert [each.milestone for each in found.milestones] == ["c", "a", "e", "f", "b"]
    assert [each.variance_days for each in found.milestones] == [122, 31, 2, 0, -29]
    assert found.more == 0


def test_a_limit_says_how_many_more_there_are() -> None:
    found = trend_of(*MANY, limit=2)
    assert ([each.milestone for each in found.milestones], found.more) == (["c", "a"], 3)
    assert trend_of(*MANY, limit=0).more == 5


def test_what_is_asked_for_is_there_changed_or_not_in_the_order_of_the_plan() -> None:
    found = trend_of(*MANY, keys=[("x", "d"), ("x", "b")])
    assert [each.milestone for each in found.milestones] == ["b", "d"]
    assert [each.milestone for each in trend_of(*MANY, keys=[("x", None)]).milestones] == list("abcdef")


def test_reports_are_those_that_changed_what_is_asked_for() -> None:
    assert reports(trend_of(*MANY, keys=[("x", "f")])) == [day(1), day(2), day(3), NOW]
    assert reports(trend_of(*MANY, keys=[("x", "b")])) == [day(1), day(2), NOW]
    assert reports(trend_of(*MANY, keys=[("x", "d")])) == [day(1), NOW]


def test_filters_narrow() -> None:
    first = entry("x", due("a", "2024-02"), lead="HR") | entry("y", due("a", "2024-02"), due="2024-06")
    second = entry("x", due("a", "2024-03"), lead="HR") | entry("y", due("a", "2024-03"), due="2024-07")
    assert list(grid(trend_of(first, second))) == ["x#a", "y", "y#a"]
    assert list(grid(trend_of(first, second, lead=["HR"]))) == ["x#a"]
    assert list(grid(trend_of(first, second, due=["2024-07.."]))) == ["y"]


TAKEN = "genderplan: 1\ntaken: {taken}\nentries:\n  x: {{kind: action, title: x, milestones: [{{id: a, title: A, due: {due}}}]}}\n"


@pytest.mark.parametrize(
    ("taken", "days", "wanted"),
    [
        ("2023-12", ["2023-12-31", "2024-01-01", "2024-01-02"], ["2024-09", "2024-02", "2024-03", "2024-03"]),
        ("2024-01-01", ["2024-01-01", "2024-01-01", "2024-01-02"], ["2024-02", "2024-09", "2024-03", "2024-03"]),
        ("2024-01-10", ["2024-01-01", "2024-01-02", "2024-01-10"], ["2024-02", "2024-03", "2024-09", "2024-03"]),
    ],
)
def test_a_baseline_is_a_report_of_the_day_on_which_it_was_taken(
    taken: str, days: list[str], wanted: list[str]
) -> None:
    found = trend_of(A, B, baselines={"baselines/board": TAKEN.format(taken=taken, due="2024-09")})
    assert [str(each.day) for each in found.reports] == [*days, "2024-01-20"]
    assert [each.name for each in found.reports if each.source.value == "baseline"] == ["board"]
    assert grid(found) == {"x#a": wanted}


def test_a_baseline_of_no_day_is_no_report_and_one_without_the_milestone_promises_nothing() -> None:
    undated = {"baselines/board": TAKEN.format(taken="", due="2024-09")}
    assert reports(trend_of(A, B, baselines=undated)) == [day(1), day(2), NOW]
    other = {"baselines/board": TAKEN.replace("  x:", "  y:").format(taken="2024-01-05", due="2024-09")}
    assert grid(trend_of(A, B, baselines=other)) == {"x#a": ["2024-02", "2024-03", None, "2024-03"]}


def test_commits_that_are_named_are_reports_all() -> None:
    names = {commit(1).id: ("tag", "board/1"), commit(2).id: ("revision", "HEAD~1"), commit(3).id: ("revision", "HEAD")}
    found = trend_of(A, A, B, found=steps(A, A, B, days=["2024-01-01"] * 3), names=names)
    assert reports(found) == [
        ("2024-01-01", "tag", "board/1"),
        ("2024-01-01", "revision", "HEAD~1"),
        ("2024-01-01", "revision", "HEAD"),
        NOW,
    ]
    assert grid(found) == {"x#a": ["2024-02", "2024-02", "2024-03", "2024-03"]}


def test_a_baseline_has_what_was_named_otherwise_twice_though_only_the_last_name_is_given() -> None:
    """The commits tell of the first name; it was never dropped."""
    states = [
        entry("one", due("a", "2024-02")),
        entry("two", due("a", "2024-03"), renamed_from="one"),
        entry("three", due("a", "2024-05"), renamed_from="two"),
    ]
    text = "genderplan: 1\nname: b\ntaken: 2024-01-01\nentries:\n  one:\n    kind: action\n    title: An action\n"
    kept = {"baselines/b": f"{text}    milestones: [{{{due('a', '2024-02')}}}]\n"}
    found = trend_of(*states, baselines=kept, keys=[("three", "a")])
    assert [name for _, _, name in reports(found)][1] == "b"
    assert grid(found)["three#a"] == ["2024-02", "2024-02", "2024-03", "2024-05", "2024-05"]
