"""What changed between two states of a plan, each judged on its own day."""

import json
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genderplan.dates.forms import day_of, parse_day
from genderplan.errors import UsageError
from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.loading.revisions import load_revision
from genderplan.plan.earlier import state_on
from genderplan.plan.plans import Tree
from genderplan.plan.states import State, state_of_baselines, state_of_tree
from genderplan.reports.status.since.narrowing import ComparedPlans, changed_entries
from genderplan.reports.status.since.result import Since, SinceReport, since, with_progress
from genderplan.reports.status.since.words import day_of_change
from genderplan.source.git.repository import Repository
from genderplan.standing.standings import Standings
from repositories import a_year
from trees import judged, pay, selected

THEN, NOW = "2025-01-15", "2025-04-10"


def report(then: str, now: str, renamed: str = "gap", **criteria: Any) -> SinceReport:
    before, after = pay({"actions/gap": then}), pay({f"actions/{renamed}": now})
    return since(judged(after, NOW), selected(after, **criteria), state_of(before, after))


def state_of(then: Tree, now: Tree, day: str = THEN) -> State:
    """What the plans were in a commit, on a day."""
    return state_of_tree(then, now, Path(), "git:abc")._replace(day=parse_day(day))


def action(*milestones: str, more: str = "") -> str:
    return "title: To publish\n" + more + "milestones:\n" + "".join(f"  - {{{each}}}\n" for each in milestones)


def ids(then: str, now: str, **criteria: Any) -> tuple[list[str], list[str], list[str]]:
    [found] = report(then, now, **criteria).since
    kinds = (found.completed, found.newly_overdue, found.cancelled)
    completed, overdue, cancelled = ([each.id.partition("/")[2] for each in kind or ()] for kind in kinds)
    return completed, overdue, cancelled


def test_what_has_come_to_be_done_overdue_and_cancelled() -> None:
    then = action(
        "id: a, title: A, due: 2025-03",
        "id: b, title: B, due: 2025-03",
        "id: c, title: C, due: 2025-03",
        "id: d, title: D, due: 2024-12",
        "id: e, title: E, due: 2025-06",
    )
    now = action(
        "id: a, title: A, due: 2025-03, completed: 2025-03-30",
        "id: b, title: B, due: 2025-03",
        "id: c, title: C, due: 2025-03, cancelled: {reason: x}",
        "id: d, title: D, due: 2024-12",
        "id: e, title: E, due: 2025-06",
    )
    assert ids(then, now) == (["gap#a"], ["gap#b"], ["gap#c"])


def test_what_was_so_already_is_not_told_again() -> None:
    milestones = (
        "id: a, title: A, due: 2024-11, completed: 2024-12",
        "id: b, title: B, due: 2024-12",
        "id: c, title: C, cancelled: {reason: x}",
    )
    assert ids(action(*milestones), action(*milestones)) == ([], [], [])


def test_what_was_completed_later_than_its_board_met_is_new() -> None:
    """The file of then had it already, dated after its day: it had not happened yet."""
    milestone = "id: a, title: A, due: 2025-03, completed: 2025-02-01"
    assert ids(action(milestone), action(milestone)) == (["gap#a"], [], [])


def test_what_was_added_and_is_overdue_is_newly_so() -> None:
    now = action("id: a, title: A, due: 2025-06", "id: b, title: B, due: 2025-03")
    assert ids(action("id: a, title: A, due: 2025-06"), now) == ([], ["gap#b"], [])


def test_a_milestone_is_followed_through_its_names() -> None:
    now = action("id: b, title: A, renamed_from: a, due: 2024-12", more="renamed_from: gap\n")
    [found] = report(action("id: a, title: A, due: 2024-12"), now, renamed="gap-2").since
    assert found.newly_overdue == ()
    assert found.comparison.added.milestones == ()


def test_an_entrys_own_date_counts() -> None:
    [found] = report("title: A\ndue: 2025-03\n", "title: A\ndue: 2025-03\n").since
    assert [(each.id, each.milestone) for each in found.newly_overdue or ()] == [("pay/gap", None)]


def test_filters_narrow() -> None:
    then = action("id: a, title: A, due: 2025-03, lead: HR", "id: b, title: B, due: 2025-03, lead: Finance")
    assert ids(then, then, lead=["HR"]) == ([], ["gap#a"], [])


def test_what_moved_is_compared_with_that_state() -> None:
    [found] = report(action("id: a, title: A, due: 2025-05"), action("id: a, title: A2, due: 2025-07")).since
    assert [(each.id, each.variance_months) for each in found.comparison.moved] == [("pay/gap#a", 2)]
    assert [each.now for each in found.comparison.reworded] == ["A2"]
    assert found.since.name == "git:abc"


def entry(name: str, more: str) -> dict[str, str]:
    return {f"actions/{name}": f"title: {name}\n{more}"}


def test_entries_that_were_closed_are_told_where_no_milestone_tells_it() -> None:
    milestones = "milestones: [{id: m, title: M, due: 2025-03}]\n"
    then = (
        entry("a", "due: 2025-03\n") | entry("b", "") | entry("c", "") | entry("d", milestones) | entry("e", milestones)
    )
    done, off = "completed: 2025-03-01\n", "cancelled: {date: 2025-03-01, reason: x}\n"
    now = entry("a", f"due: 2025-03\n{done}") | entry("b", done) | entry("c", off)
    now |= entry("d", milestones + done) | entry("e", milestones + off)
    before, after = pay(then), pay(now)
    found = state_of(before, after)
    [one] = since(judged(after, NOW), selected(after), found).since
    assert [each.id for each in one.completed or ()] == ["pay/a", "pay/b", "pay/d"]
    assert [each.id for each in one.cancelled or ()] == ["pay/c", "pay/e", "pay/e#m"]
    assert [str(each.completed) for each in one.completed or ()] == ["2025-03-01"] * 3
    [again] = since(judged(after, NOW), selected(after), state_of(after, after, NOW)).since
    assert (again.completed, again.cancelled) == ((), ())
    [filtered] = since(judged(after, NOW), selected(after, status=["cancelled"]), found).since
    assert (filtered.completed, len(filtered.cancelled or ())) == ((), 3)


MONTHLY = "id: m, title: M, due: 2024-11, every: 1 month"


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ("", ", completed: {2025-01: 2025-01-31}", (["m@2025-01"], ["m@2025-02", "m@2025-03"], [])),
        (
            ", completed: {2024-11: 2025-01-10}",
            ", completed: {2024-11: 2025-01-10, 2024-12: 2025-02-10}",
            (["m@2024-12"], ["m@2025-01", "m@2025-02", "m@2025-03"], []),
        ),
        (  # what was dated later than the day of then had not happened yet
            ", completed: {2025-01: 2025-01-31, 2025-04: 2025-04-30}",
            ", completed: {2025-01: 2025-01-31, 2025-04: 2025-04-30}",
            (["m@2025-01"], ["m@2025-02", "m@2025-03"], []),
        ),
        ("", ", skipped: {2025-01: No data}", ([], ["m@2025-02", "m@2025-03"], ["m@2025-01"])),
        (
            ", until: 2025-02, completed: {2024-11: 2024-11-30, 2024-12: 2024-12-31, 2025-01: 2025-01-31}",
            ", until: 2025-02, completed: {2024-11: 2024-11-30, 2024-12: 2024-12-31, 2025-01: 2025-01-31, 2025-02: 2025-02-20}",
            (["m@2025-01", "m@2025-02"], [], []),
        ),
        (
            "",
            ", cancelled: {date: 2025-03-01, reason: Off}, completed: {2025-01: 2025-01-31}",
            (["m@2025-01"], [], ["m"]),
        ),
        (  # left out then, and done after all; done then, and found not to be
            ", until: 2025-02, skipped: {2024-11: No data, 2024-12: No data}, completed: {2025-01: 2025-01-10, 2025-02: 2025-01-10}",
            ", until: 2025-02, skipped: {2024-11: No data}, completed: {2024-12: 2025-03-01, 2025-02: 2025-01-10}",
            (["m@2024-12"], ["m@2025-01"], []),
        ),
        (  # two were done on one day, of which one was told
            ", until: 2025-01, completed: {2024-11: 2025-01-10}",
            ", until: 2025-02, completed: {2024-11: 2025-01-10, 2024-12: 2025-01-10}",
            (["m@2024-12"], ["m@2025-01", "m@2025-02"], []),
        ),
        (  # it ended earlier then
            ", until: 2024-11",
            "",
            ([], ["m@2024-12", "m@2025-01", "m@2025-02", "m@2025-03"], []),
        ),
        (  # cancelled as a whole then
            ", until: 2025-02, cancelled: {reason: Off}, completed: {2024-12: 2025-01-10}",
            ", until: 2025-02, completed: {2024-12: 2025-01-10}",
            ([], ["m@2024-11", "m@2025-01", "m@2025-02"], []),
        ),
    ],
)
def test_of_what_comes_again_each_time_is_told(then: str, now: str, expected: tuple[list[str], ...]) -> None:
    completed, overdue, cancelled = ids(action(MONTHLY + then), action(MONTHLY + now))
    assert tuple([each.removeprefix("gap#") for each in kind] for kind in (completed, overdue, cancelled)) == expected


def test_of_an_entry_that_comes_again_each_time_is_told_where_it_is_closed_too() -> None:
    yearly = "title: To report\ndue: 2023\nevery: 1 year\n"
    first, both = (f"completed: {{2023: 2024-01-20{more}}}\n" for more in ("", ", 2024: 2025-02-10"))
    assert ids(f"{yearly}until: 2024\n{first}", f"{yearly}until: 2024\n{both}") == (["gap@2024"], [], [])
    assert ids(f"{yearly}until: 2023\n{first}", f"{yearly}until: 2025\n{both}") == (["gap@2024"], [], [])
    off = "cancelled: {date: 2025-03-01, reason: Off}\n"
    assert ids(yearly + first, yearly + both + off) == (["gap@2024"], [], ["gap"])


def test_an_entry_is_completed_by_itself_on_its_own_day_whatever_its_milestones_were() -> None:
    done = "id: m, title: M, due: 2024-12, completed: %s"
    then, later = (action(done % "2024-12-20", more=f"completed: {day}\n") for day in ("2025-03-01", "2025-05-01"))
    assert ids(then, then) == (["gap"], [], [])
    assert ids(action(done % "2025-02-01"), later.replace("2024-12-20", "2025-02-01")) == (["gap#m"], [], [])


def test_what_was_done_and_is_cancelled_later_is_told() -> None:
    tree = pay({"actions/gap": "title: A\ncompleted: 2025-01-01\ncancelled: {date: 2025-03-01, reason: x}\n"})
    [found] = since(judged(tree, NOW), selected(tree), state_of(tree, tree)).since
    assert [each.id for each in found.cancelled or ()] == ["pay/gap"]


def test_times_of_another_length_that_were_done_before_are_no_news() -> None:
    then = action("id: m, title: M, due: 2024-Q4, every: 3 months, completed: {2024-Q4: 2025-01-10}")
    now = action("id: m, title: M, due: 2024-12, every: 1 month, completed: {2024-12: 2025-01-10, 2025-01: 2025-02-10}")
    completed, _, _ = ids(then, now)
    assert completed == ["gap#m@2025-01"]


def test_what_was_done_before_is_no_news_by_dates_where_the_first_date_moved() -> None:
    keys = "due: 2024-11, every: 1 month, completed: {2024-11: 2024-12-01, 2024-12: 2025-02-01}"
    tree = pay({"actions/gap": action(f"id: m, title: M, {keys}, revisions: [{{date: 2025-02-01, was: 2024-10-31}}]")})
    then = state_on(tree.plans, parse_day(THEN), "board")
    [found] = since(judged(tree, NOW), selected(tree), then).since
    assert [each.id for each in found.completed or ()] == ["pay/gap#m@2024-12"]


def test_a_time_is_told_with_its_own_dates() -> None:
    [found] = report(action(MONTHLY), action(MONTHLY + ", completed: {2025-01: 2025-01-31}")).since
    [done], [late, _] = found.completed or (), found.newly_overdue or ()
    assert (str(done.due), str(done.completed), done.status, done.rag) == ("2025-01", "2025-01-31", "complete", "blue")
    assert (str(late.awaited), late.completed, late.days_overdue, late.rag) == ("2025-02", None, 41, "red")


def test_what_comes_again_and_came_once_is_told_as_a_whole() -> None:
    once = "id: m, title: M, due: 2025-02"
    assert ids(action(once), action(once + ", every: 1 month"))[1] == ["gap#m"]


def test_more_times_than_anybody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genderplan.standing.cycles.MOST_TIMES", 1)
    with pytest.raises(UsageError, match="more than 1 times of what comes again"):
        ids(action(MONTHLY), action(MONTHLY))


def test_progress_is_put_into_a_baseline() -> None:
    """What was done by its day is no news, what was done later is; through new names too."""
    then = action("id: a, title: A, due: 2025-03", "id: b, title: B, due: 2025-03", "id: c, title: C, due: 2025-03")
    now = action(
        "id: a, title: A, due: 2025-03, completed: 2025-01-10",
        "id: x, title: B, due: 2025-03, completed: 2025-03-10, renamed_from: b",
        "id: c, title: C, due: 2025-06",
    )
    [was], tree = pay({"actions/gap": then}).plans, pay({"actions/new": now + "renamed_from: gap\n"})
    baseline = was.as_baseline("board", taken=parse_day(THEN))
    progressed = with_progress(tree.plans[0], baseline)
    assert [str(each.completed) for each in progressed.by_id["gap"].milestones] == ["2025-01-10", "2025-03-10", "None"]
    [found] = since(judged(tree, NOW), selected(tree), State("board", {"pay": baseline})).since
    assert [each.id for each in found.completed or ()] == ["pay/new#x"]
    assert found.newly_overdue == ()


def test_of_an_unknown_day_nothing_is_judged() -> None:
    after = pay({"actions/gap": action("id: a, title: A, due: 2025-03, completed: 2025-03-01")})
    [one] = since(judged(after, NOW), selected(after), state_of_tree(after, after, Path(), "elsewhere")).since
    assert (one.completed, one.cancelled, one.newly_overdue) == (None, None, None)
    assert one.comparison.totals.compared == 1


def test_a_plan_that_was_not_there() -> None:
    after = pay({"actions/gap": "title: A\n"})
    found = since(judged(after, NOW), selected(after), State())
    assert (found.plans, found.since, found.without) == ((), (), ("pay",))


REPORT = "id: report, title: Report, due: {}{}"


def news(then: str, now: str, taken: str | None = None) -> Since:
    """What is new since an earlier state that kept progress, or since a baseline taken on a day ("" for none)."""
    if taken is None:
        [found] = report(then, now).since
        return found
    head = f"genderplan: 1\nname: b\n{f'taken: {taken}' if taken else ''}\nentries:\n  gap:\n    kind: action\n    "
    tree = pay({"actions/gap": now, "baselines/b": head + then.replace("\n", "\n    ").rstrip() + "\n"})
    [later] = judged(tree, NOW)
    assert later.plan.baseline
    [found] = since([later], selected(tree), state_of_baselines(tree.plans)).since
    return found


def told(found: Since) -> list[tuple[str, str, list[tuple[str | None, str | None]]]]:
    return [(each.id, each.field, [(why.reason, why.approved_by) for why in each.revisions]) for each in found.reasons]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (None, ["Third", "Second"]),
        ("2025-01-15", ["Third", "Second"]),
        ("2025-02", ["Third"]),  # Second was agreed on the last day of that month
        ("2025-04-01", []),
    ],
)
def test_a_move_is_told_with_the_reasons_since_then_and_who_agreed(taken: str | None, expected: list[str]) -> None:
    first = "{date: 2025-01-02, was: 2025-02, reason: First}"
    then = action(REPORT.format("2025-03", f", revisions: [{first}]" if taken is None else ""))
    fresh = "{date: 2025-02-28, was: 2025-03, reason: Second, approved_by: HR-Board}, {date: 2025-03-20, was: 2025-04, reason: Third}"
    now = action(REPORT.format("2025-05", f", revisions: [{first}, {fresh}]"))
    by = {"Second": "HR-Board", "Third": None}
    names = [name for name in ("Second", "Third") if name in expected]
    expectation = [("pay/gap#report", "due", [(name, by[name]) for name in names])] if names else []
    assert told(news(then, now, taken)) == expectation


def test_where_days_tell_nothing_the_revision_that_left_the_date_and_those_below_it_count() -> None:
    then = action(REPORT.format("2025-03", ""))
    revisions = "{was: 2025-02, reason: First}, {was: 2025-03, reason: Second}, {was: 2025-04, reason: Third}"
    now = action(REPORT.format("2025-05", f", revisions: [{revisions}]"))
    assert told(news(then, now, "")) == [("pay/gap#report", "due", [("Second", None), ("Third", None)])]


def test_an_entrys_own_dates_have_their_own_reasons_and_what_did_not_move_has_none() -> None:
    revisions = "revisions: [{field: end, date: 2025-02-01, was: 2025-04, reason: Ill}]\n"
    then, now = (
        action("id: a, title: A", more="end: 2025-04\n"),
        action("id: a, title: A", more=f"end: 2025-05\n{revisions}"),
    )
    assert told(news(then, now)) == [("pay/gap", "end", [("Ill", None)])]
    assert told(news(now, now)) == []
    assert told(news(then, now.replace("2025-05", "2025-04"))) == []


UPDATES = "updates: [{date: 2025-01-10, text: Begun}, {date: 2025-03-10, by: HR, text: Half done}, {text: Some day}]\n"


@pytest.mark.parametrize(
    ("before", "taken", "expected"),
    [
        ("", None, ["Some day", "Begun", "Half done"]),
        ("updates: [{date: 2025-01-10, text: Begun}]\n", None, ["Some day", "Half done"]),
        (UPDATES, None, []),
        ("", "2025-01-15", ["Half done"]),
        ("", "2025-01-01", ["Begun", "Half done"]),
        ("", "2025-03-10", []),
        ("", "", None),
    ],
)
def test_updates_since_then(before: str, taken: str | None, expected: list[str] | None) -> None:
    ahead = UPDATES.replace("]", ", {date: 2025-09-01, text: Not yet}]")
    found = news(action("id: a, title: A", more=before), action("id: a, title: A", more=ahead), taken).updates
    assert (found and [each.text for each in found]) == (expected or (() if expected == [] else None))
    if found and found[-1].text == "Half done":
        assert (found[-1].id, str(found[-1].date), found[-1].by) == ("pay/gap", "2025-03-10", "HR")


def test_updates_that_say_the_same_are_told_apart_by_their_number() -> None:
    one, two = "{date: 2025-01-10, text: Begun}", "{date: 2025-03-10, text: Done}"
    then, now = (
        action("id: a, title: A", more=f"updates: [{', '.join(each)}]\n") for each in ((two, one), (one, two, one))
    )
    assert [each.text for each in news(then, now).updates or ()] == ["Begun"]
    assert news(now, then).updates == ()


def test_many_updates_in_another_order_are_told_apart_in_proportion_to_their_number() -> None:
    tree = pay({"actions/gap": action("id: a, title: A", more="updates: [{date: 2025-01-10, text: Begun}]\n")})
    [plan] = tree.plans
    [entry] = plan.entries
    [update] = entry.updates
    many = tuple(update._replace(text=f"Report {number}") for number in range(20_000))

    def told(updates: tuple[UpdateRow, ...]) -> Tree:
        return replace(tree, plans=(replace(plan, entries=(entry._replace(updates=updates),)),))

    before, after = told(many), told((*reversed(many), update))
    begun = perf_counter()
    [found] = since(judged(after, NOW), selected(after), state_of(before, after)).since
    assert [each.text for each in found.updates or ()] == ["Begun"]
    assert perf_counter() - begun < 3


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("HR", "Finance", (("HR",), ("Finance",))),
        ("HR", "[HR, Finance]", (("HR",), ("HR", "Finance"))),
        ("[HR, Finance]", "[Finance, HR]", None),
        ("", "HR", ((), ("HR",))),
    ],
)
def test_a_changed_lead_is_one_change(was: str, now: str, expected: tuple[tuple[str, ...], ...] | None) -> None:
    sides = [action("id: a, title: A", more=f"lead: {lead}\n" if lead else "") for lead in (was, now)]
    leads = news(*sides).comparison.leads
    assert [(each.was, each.now) for each in leads] == ([expected] if expected else [])


@pytest.mark.parametrize("names", list(permutations("abc")))
def test_an_entry_whose_place_another_took_is_compared(names: tuple[str, ...]) -> None:
    """Also where the same row says that it was called like another, and is left to take that one's place."""
    first, second, third = names
    sides = {
        first: "title: A\nmilestones: [{id: m, title: M, due: 2025-03}]\n",
        second: f"title: B\nrenamed_from: {first}\nmilestones: [{{id: m, title: M2, due: 2025-03, renamed_from: '{first}#m'}}]\n",
    }
    new = f"title: C\nrenamed_from: {second}\nmilestones: [{{id: n, title: M, due: 2025-05, renamed_from: '{second}#m'}}]\n"
    after = pay({f"actions/{name}": text for name, text in (sides | {third: new}).items()})
    [plan] = after.plans
    before = replace(after, plans=(replace(plan, entries=tuple(each for each in plan.entries if each.id != third)),))
    whole, some = (
        since(judged(after, NOW), selected(after, **asked), state_of(before, after)).since[0]
        for asked in ({"kind": ["action"]}, {})
    )
    assert whole.newly_overdue
    assert (whole.completed, whole.newly_overdue) == (some.completed, some.newly_overdue)
    assert (whole.comparison.moved, whole.comparison.totals) == (some.comparison.moved, some.comparison.totals)


@pytest.mark.parametrize("order", list(permutations("abcd")))
@pytest.mark.parametrize("gone", ["", "a", "c"])
def test_the_same_rows_are_found_wherever_they_stand(order: tuple[str, ...], gone: str) -> None:
    now = pay({f"actions/{name}": f"title: {name}\n" for name in "abcd"})
    [plan] = now.plans
    new = plan.by_id["d"]
    rows = [new._replace(title="D") if name == "d" else plan.by_id[name] for name in order]
    kept = tuple(each for each in rows if each.id != gone)
    [today] = judged(now)
    then = Standings(replace(plan, entries=kept), today.as_of)
    assert changed_entries(ComparedPlans(today, then)) == {"d", *gone}
    assert changed_entries(ComparedPlans(then, today)) == {"d", *gone}
    assert changed_entries(ComparedPlans(today, today)) == frozenset()


def test_what_can_tell_of_nothing_changes_nothing_where_it_is_left_out(tmp_path: Path) -> None:
    """Every two states of a year: with a filter that all passes each entry is compared, without one only some are."""
    root = a_year(tmp_path).folder / "plans"
    seen = Repository(root)
    commits = [each.commit for each in seen.log(seen.commit("HEAD"))]
    for first, second in combinations(commits, 2):
        now = load_revision(seen, second, seen.prefix)
        then = load_revision(seen, first, seen.prefix, now)
        state = state_of_tree(then, now, root, "then")._replace(day=day_of(first.day))
        whole, some = (
            since(judged(now, second.day.isoformat()), selected(now, **asked), state)
            for asked in ({"kind": ["action", "project"]}, {})
        )
        for one, other in zip(whole.since, some.since, strict=True):
            assert (one.completed, one.cancelled, one.newly_overdue) == (
                other.completed,
                other.cancelled,
                other.newly_overdue,
            )
            assert (one.updates, one.other_keys, one.reasons) == (other.updates, other.other_keys, other.reasons)
            assert one.comparison.totals == other.comparison.totals
            assert one.comparison.moved == other.comparison.moved


_DATES = st.sampled_from(("2024-12", "2024-12-31", "2025-01", "2025-01-15", "2025-Q1", "2025-02-10", "2025-03", "2025"))


@st.composite
def _keys(draw: st.DrawFn, *, may_end: bool) -> dict[str, Any]:
    """Keys of an entry or a milestone that say when something of it is, or was done or given up."""
    keys: dict[str, Any] = {}
    if draw(st.booleans()):
        keys["due"] = draw(_DATES)
    elif may_end and draw(st.booleans()):
        keys["end"] = draw(_DATES)
    if draw(st.booleans()):
        keys["completed"] = draw(_DATES)
    elif "due" in keys and draw(st.integers(0, 5)) == 0:
        keys |= {"every": "P1M", "until": "2025-06"}
        keys["due"] = "2025-01"
    if draw(st.integers(0, 3)) == 0:
        keys["cancelled"] = draw(
            st.sampled_from(
                ({"reason": "x"}, *({"reason": "x", "date": day} for day in ("2025-01-10", "2025-02", "2025-03-31")))
            )
        )
    return keys


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_the_same_rows_are_on_two_days_follows_from_how_they_stand_on_the_later(data: st.DataObject) -> None:
    """Held against what is told where each is judged on both days; also where the other day is the later one."""
    files = {}
    for name in ("a", "b", "c"):
        milestones = [
            {"id": f"m{number}", "title": "M", **data.draw(_keys(may_end=False))}
            for number in range(data.draw(st.integers(0, 3)))
        ]
        files[f"actions/{name}"] = json.dumps(
            {"title": "T", **data.draw(_keys(may_end=True)), "milestones": milestones}
        )
    tree = pay(files)
    then, now = data.draw(
        st.lists(
            st.sampled_from(("2025-01-10", "2025-01-15", "2025-02-10", "2025-03-31", "2025-04-10")),
            min_size=2,
            max_size=2,
        )
    )
    whole, some = (
        since(judged(tree, now), selected(tree, **asked), state_of(tree, tree, then)).since[0]
        for asked in ({"kind": ["action"]}, {})
    )
    assert (some.completed, some.cancelled, some.newly_overdue) == (
        whole.completed,
        whole.cancelled,
        whole.newly_overdue,
    )
    assert some.comparison.totals == whole.comparison.totals


@pytest.mark.parametrize(
    ("then", "now", "overdue"),
    [
        ("2025-02-10", "2025-02-11", ["gap#m"]),
        ("2025-02-11", "2025-02-12", []),
        ("2025-03-10", "2025-02-12", ["gap#m"]),
    ],
    ids=["due on the earlier day", "overdue on it", "held against a later day, on which it was done"],
)
def test_the_same_rows_on_another_day(then: str, now: str, overdue: list[str]) -> None:
    tree = pay({"actions/gap": action("id: m, title: M, due: 2025-02-10, completed: 2025-03-01")})
    [found] = since(judged(tree, now), selected(tree), state_of(tree, tree, then)).since
    assert [each.id.partition("/")[2] for each in found.newly_overdue or ()] == overdue


def test_the_day_of_what_was_cancelled_is_not_that_by_which_it_was_due() -> None:
    milestones = (
        "milestones: [{id: m, title: M, due: 2025-06}, {id: n, title: N, due: 2025-02, completed: 2025-01-05}]\n"
    )
    then, now = f"title: A\n{milestones}", f"title: A\ncancelled: {{date: 2025-03-01, reason: x}}\n{milestones}"
    [found] = report(then, now).since
    told = [(each.id, str(day_of_change(each))) for each in found.cancelled or ()]
    assert told == [("pay/gap", "2025-03-01"), ("pay/gap#m", "None")]
