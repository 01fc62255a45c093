"""The log of a plan's moves by month, lead and objective, and the history of one thing."""

from collections.abc import Sequence

import pytest

from genderplan.dates.forms import parse_date
from genderplan.plan.items import Key
from genderplan.plan.steps import Step
from genderplan.reports.history.result import History, plan_histories, thing_history
from past.steps import POLICY, Files, commit, due, entry, plan, short, steps
from trees import TODAY, judged, pay, selected


def log(*states: Files, days: Sequence[str] = (), **criteria: Sequence[str]) -> History:
    """The log of a plan that came to be state by state."""
    return log_of(states[-1], steps(*states, days=days), **criteria)


def log_of(now: Files, found: list[Step], **criteria: Sequence[str]) -> History:
    tree = pay(now, POLICY)
    report = plan_histories(judged(tree), selected(tree, **criteria), {"pay": found})
    [label] = report.plans
    assert (label.id, str(label.as_of)) == ("pay", TODAY)
    [history] = report.histories
    return history


def of(key: Key, *states: Files) -> History | None:
    """The history of one thing."""
    [standings] = judged(pay(states[-1], POLICY))
    report = thing_history(standings, key, steps(*states))
    return report.histories[0] if report else None


FIRST = (
    entry("x", due("a", "2024-02"), due("b", "2024-02-10"), lead="HR", objective="careers")
    | entry("y", due("a", "2024-05", ", lead: [HR, Finance]"), objective="data", due="2024-06")
    | entry("z", due("a", "2024-05"))
)
SECOND = (
    entry("x", due("a", "2024-04"), due("b", "2024-02-20"), lead="HR", objective="careers")
    | entry("y", due("a", "2024-04", ", lead: [HR, Finance]"), objective="data", due="2024-06")
    | entry("z", due("a", "2024-05", ", forecast: 2024-09"))
)
THIRD = (
    entry("x", due("a", "2024-05", ", revisions: [{was: 2024-04, reason: Ill}]"), lead="HR", objective="careers")
    | entry("y", due("a", "2024-04", ", lead: [HR, Finance]"), objective="data", due="2024-07")
    | entry("z", due("a", "2024-08"))
)
DAYS = ("2023-11-30", "2024-01-31", "2024-02-01")


def test_a_log_has_all_but_what_was_added() -> None:
    history = log(FIRST, SECOND, THIRD)
    assert (history.plan, history.id, history.title, history.commits) == ("pay", None, None, 3)
    assert history.since == commit(1)
    assert short(history.changes) == [
        (2, "moved", "y#a", "due", "2024-05", "2024-04"),
        (2, "moved", "x#a", "due", "2024-02", "2024-04"),
        (2, "moved", "x#b", "due", "2024-02-10", "2024-02-20"),
        (2, "set", "z#a", "forecast", None, "2024-09"),
        (3, "moved", "y", "due", "2024-06", "2024-07"),
        (3, "moved", "x#a", "due", "2024-04", "2024-05"),
        (3, "moved", "z#a", "due", "2024-05", "2024-08"),
        (3, "cleared", "z#a", "forecast", "2024-09", None),
        (3, "removed", "x#b", "due", "2024-02-20", None),
    ]


def test_the_numbers_count_moves_of_agreed_dates() -> None:
    history = log(FIRST, SECOND, THIRD)
    assert history.totals[:6] == (6, 5, 1, 1, 6, 3)
    assert history.totals[6:] == ((6, 10), (3, "months"))  # ten days within a month are in no sum of months
    assert history.totals._fields == (
        *("moved", "later", "earlier", "explained", "net_months", "worst_months", "net", "worst"),
    )


def test_moves_by_month_of_the_author() -> None:
    months = log(FIRST, SECOND, THIRD, days=DAYS).months
    assert [(str(each.month), *each[1:]) for each in months] == [
        ("2024-01", 3, 2, 1, 0, 1, 2, (1, 10), (2, "months")),
        ("2024-02", 3, 3, 0, 1, 5, 3, (5, None), (3, "months")),
    ]


def test_the_newest_is_by_the_day_of_its_author_whatever_way_git_goes() -> None:
    """A branch of February that is merged in November, behind what the main line changed since."""
    days = ("2025-01-10", "2025-02-10", "2025-09-10", "2025-09-10", "2025-03-01")
    states = [entry("x", due("a", f"2025-0{month}")) for month in (3, 4, 5, 6, 7)]
    history = log(*states, days=days)
    told = [(str(each.commit.authored), str(each.now)) for each in history.changes if each.commit]
    assert told == [
        ("2025-02-10", "2025-04"),
        ("2025-03-01", "2025-07"),
        ("2025-09-10", "2025-05"),
        ("2025-09-10", "2025-06"),  # of one day the parent stands before its child
    ]
    late = log(*states, days=("2025-05-01", *days[1:]))
    assert late.since is not None
    assert str(late.since.authored) == "2025-02-10"


def test_what_is_not_committed_is_last() -> None:
    found = steps(FIRST, SECOND, days=DAYS[:2])
    found.append(Step(None, (found[-1].after,), plan(THIRD).entries))
    history = log_of(THIRD, found)
    assert history.commits == 2
    assert [(each.month, each.moved) for each in history.months] == [(parse_date("2024-01"), 3), (None, 3)]


def test_moves_by_lead_the_most_months_first() -> None:
    leads = log(FIRST, SECOND, THIRD).leads
    assert [(each.lead, each.moved, each.net_months, each.explained) for each in leads] == [
        (None, 2, 4, 0),
        ("HR", 4, 2, 1),
        ("Finance", 1, -1, 0),
    ]


def test_moves_by_objective_in_the_order_of_the_plan() -> None:
    objectives = log(FIRST, SECOND, THIRD).objectives
    assert [(each.objective, each.title, each.moved, each.net_months) for each in objectives] == [
        ("data", "Pay data", 2, 0),
        ("careers", "Careers", 3, 3),
        (None, None, 1, 3),
    ]


def test_an_objective_that_the_plan_has_no_longer_stands_behind_the_others() -> None:
    first, second = (entry("x", due("a", date), objective="old") for date in ("2024-02", "2024-03"))
    tree = pay(second, POLICY)
    report = plan_histories(judged(tree), selected(tree), {"pay": steps(first, second)})
    assert [(each.objective, each.title) for each in report.histories[0].objectives] == [("old", None)]


def test_nothing_ever_moved() -> None:
    history = log(FIRST)
    assert history.changes == ()
    assert history.totals == (0, 0, 0, 0, 0, 0, (None, None), None)
    assert (history.months, history.leads, history.objectives, history.hints) == ((), (), (), ())


def test_nothing_is_committed() -> None:
    history = log_of(FIRST, [])
    assert (history.since, history.commits, history.changes) == (None, 0, ())


@pytest.mark.parametrize(
    ("criteria", "wanted"),
    [
        ({"lead": ["Finance"]}, ["y#a"]),
        ({"lead": ["HR"]}, ["x#a", "x#b", "y#a"]),
        ({"objective": ["data"]}, ["y", "y#a"]),
        ({"kind": ["project"]}, []),
        ({"search": ["An action"]}, ["y"]),
        ({"due": ["2024-05..2024-05"]}, ["x#a"]),
        ({"due": ["2024-02..2024-02"]}, ["x#b"]),
        ({"status": ["overdue"]}, ["x#a", "y", "y#a", "z#a"]),
    ],
)
def test_filters_ask_what_a_thing_is_now_or_was_when_it_went(criteria: dict[str, list[str]], wanted: list[str]) -> None:
    changed = log(FIRST, SECOND, THIRD, **criteria).changes
    assert sorted({each.id.removeprefix("pay/") for each in changed}) == wanted


def test_the_history_of_a_milestone_begins_with_its_first_date() -> None:
    history = of(("x", "a"), FIRST, SECOND, THIRD)
    assert history is not None
    assert (history.id, history.title) == ("pay/x#a", "A milestone")
    assert short(history.changes) == [
        (1, "added", "x#a", "due", None, "2024-02"),
        (2, "moved", "x#a", "due", "2024-02", "2024-04"),
        (3, "moved", "x#a", "due", "2024-04", "2024-05"),
    ]
    assert history.totals == (2, 2, 0, 1, 3, 2, (3, None), (2, "months"))


def test_the_history_of_an_entry_has_its_milestones_also_those_that_went() -> None:
    history = of(("x", None), FIRST, SECOND, THIRD)
    assert history is not None
    assert (history.id, history.title) == ("pay/x", "An action")
    assert [each[1:3] for each in short(history.changes)] == [
        ("added", "x#a"),
        ("added", "x#b"),
        ("moved", "x#a"),
        ("moved", "x#b"),
        ("moved", "x#a"),
        ("removed", "x#b"),
    ]


def test_what_went_has_a_history_too() -> None:
    history = of(("x", "b"), FIRST, SECOND, THIRD)
    assert history is not None
    assert [each[1] for each in short(history.changes)] == ["added", "moved", "removed"]
    gone = of(("x", None), FIRST, entry("y"))
    assert gone is not None
    assert gone.id == "pay/x"


def test_what_never_was_has_none() -> None:
    assert of(("x", "nope"), FIRST) is None
    assert of(("nope", None), FIRST) is None


@pytest.mark.parametrize("name", ["z", "w"])
def test_a_name_that_something_had_before_leads_to_what_it_is_now(name: str) -> None:
    renamed = entry("w", due("a", "2024-05"), renamed_from="z")
    for key, full_id in [((name, "a"), "pay/w#a"), ((name, None), "pay/w")]:
        history = of(key, FIRST, renamed)
        assert history is not None
        assert history.id == full_id
        assert [each.id_then for each in history.changes] == ["pay/z#a"]


def test_a_name_that_was_given_anew_leads_to_what_has_it_now() -> None:
    renamed = entry("w", due("a", "2024-05"), renamed_from="z")
    history = of(("z", None), FIRST, renamed, renamed | entry("z", due("a", "2024-09")))
    assert history is not None
    assert [str(each.now) for each in history.changes] == ["2024-09"]


def test_hints_are_of_the_thing_that_was_asked_for() -> None:
    second = entry("v", due("a", "2024-05")) | entry("w", due("a", "2024-05"))
    found = steps(FIRST, second)
    found[1] = found[1]._replace(thought=(("x", "v"), ("y", "w")))
    [standings] = judged(pay(second, POLICY))
    for key, wanted in ((("w", None), ["pay/w"]), (("v", None), ["pay/v"]), (("w", "a"), [])):
        report = thing_history(standings, key, found)
        assert report is not None
        assert [hint.now for hint in report.histories[0].hints] == wanted
    assert [hint.now for hint in log_of(second, found).hints] == ["pay/v", "pay/w"]


OWN = entry("z", end="2025-05")
LATER = entry("z", end="2025-05", due="2026-12")


def test_a_later_due_beside_an_end_is_the_own_date_moved() -> None:
    history = log(OWN, LATER, entry("z", end="2025-05"), entry("z", due="2025-05"))
    assert sorted(short(history.changes)) == [
        (2, "moved", "z", "due", "2025-05", "2026-12"),
        (3, "moved", "z", "due", "2026-12", "2025-05"),
    ]
    assert (history.totals.moved, history.totals.later, history.totals.earlier) == (2, 1, 1)


def test_a_correction_of_a_completion_has_its_reason() -> None:
    done = entry("y", due("a", "2024-05", ", completed: 2024-09-10"))
    revision = "{date: 2024-10-01, field: completed, was: 2024-09-10, reason: The minutes say so}"
    put_right = entry("y", due("a", "2024-05", f", completed: 2024-04-10, revisions: [{revision}]"))
    [change] = log(done, put_right).changes
    assert (change.field, change.change, str(change.was), str(change.now)) == (
        "completed",
        "moved",
        "2024-09-10",
        "2024-04-10",
    )
    assert change.revision
    assert change.revision.reason == "The minutes say so"
