"""Each change of each date: what moved, came and went, followed through renamings, and what explains it."""

import pytest

from genderplan.past.date_changes import DateChange, DateChanges
from genderplan.plan.steps import Step
from past.steps import Files, commit, due, entry, merge, plan, short, steps


def changes(*states: Files) -> tuple[DateChange, ...]:
    """All changes of what became of a plan state by state."""
    return DateChanges(plan(states[-1]), steps(*states)).of(lambda _: True)


def later(*states: Files) -> list[tuple[int, str, str, str, str | None, str | None]]:
    """The same in short, without the first state's."""
    return [each for each in short(changes(*states)) if each[0] != 1]


A = entry("x", due("a", "2024-02"))


def test_what_is_added_comes_with_its_dates() -> None:
    first = entry("x", due("a", "2024-02", ", forecast: 2024-03"), due("b", None), start="2024-01", due="2024-12")
    assert short(changes(first)) == [
        (1, "added", "x", "start", None, "2024-01"),
        (1, "added", "x", "due", None, "2024-12"),
        (1, "added", "x#a", "due", None, "2024-02"),
        (1, "added", "x#a", "forecast", None, "2024-03"),
    ]
    assert later(A, entry("x", due("a", "2024-02"), due("c", "2024-04"))) == [
        (2, "added", "x#c", "due", None, "2024-04")
    ]


@pytest.mark.parametrize(
    ("was", "now", "kind", "months", "days"),
    [
        ("2024-02", "2024-04", "moved", 2, 61),
        ("2024-04", "2024-02", "moved", -2, -61),
        ("2024-02-28", "2024-03-01", "moved", 1, 2),
        ("2024-02-01", "2024-02-29", "moved", 0, 28),
        ("2024-02", "2024-02-10", "restated", 0, -19),
        ("2024-03", "2024-Q1", "restated", 0, 0),
        ("2024-02", "2024", "moved", 10, 306),
        (None, "2024-02", "set", None, None),
        ("2024-02", None, "cleared", None, None),
    ],
)
def test_a_date_that_changes(was: str | None, now: str | None, kind: str, months: int | None, days: int | None) -> None:
    [*_, change] = changes(entry("x", due("a", was)), entry("x", due("a", now)))
    assert short([change]) == [(2, kind, "x#a", "due", was, now)]
    assert (change.variance_months, change.variance_days) == (months, days)
    assert change.is_move == (kind == "moved")


def test_how_often_and_until_when_something_comes_again_change_as_dates_do() -> None:
    cycle = ", every: 1 month, until: 2024-12"
    why = "revisions: [{date: 2024-01-02, field: every, was: 1 month, reason: Fewer}]"
    states = (
        entry("x", due("a", "2024-02", cycle)),
        entry("x", due("a", "2024-02", f", every: 3 months, until: 2025-03, {why}")),
        entry("x", due("a", "2024-02", f", every: 3 months, {why}, completed: {{2024-02: 2024-01-30}}")),
        entry("x", due("a", "2024-02", f", {why}")),
    )
    found = changes(*states)
    told = [(each.field, each.change, str(each.was), str(each.now)) for each in found[3:]]
    assert told == [
        ("until", "moved", "2024-12", "2025-03"),
        ("every", "moved", "P1M", "P3M"),
        ("until", "cleared", "2025-03", "None"),
        ("completed@2024-02", "set", "None", "2024-01-30"),
        ("every", "cleared", "P3M", "None"),
        ("completed@2024-02", "cleared", "2024-01-30", "None"),
    ]
    assert [each.revision and each.revision.reason for each in found[3:5]] == [None, "Fewer"]
    assert [each.is_move for each in found[3:5]] == [True, False]


FIELDS = [("start", True), ("end", True), ("due", True), ("completed", False)]


@pytest.mark.parametrize(("field", "agreed"), FIELDS)
def test_each_date_of_an_entry(field: str, agreed: bool) -> None:
    [*_, change] = changes(entry("x", **{field: "2024-02"}), entry("x", **{field: "2024-03"}))
    assert short([change]) == [(2, "moved", "x", field, "2024-02", "2024-03")]
    assert change.is_move == agreed


@pytest.mark.parametrize(("field", "agreed"), [("due", True), ("forecast", False), ("completed", False)])
def test_each_date_of_a_milestone(field: str, agreed: bool) -> None:
    [*_, change] = changes(*(entry("x", f"id: a, title: A, {field}: {date}") for date in ("2024-02", "2024-03")))
    assert short([change]) == [(2, "moved", "x#a", field, "2024-02", "2024-03")]
    assert change.is_move == agreed


def test_a_cancellation_is_told_with_its_own_reason() -> None:
    off = ", cancelled: {date: 2024-01-20, reason: No money}"
    back = entry("x", due("a", "2024-02"))
    found = changes(A, entry("x", due("a", "2024-02", off)), back)
    assert short(found)[1:] == [
        (2, "set", "x#a", "cancelled", None, "2024-01-20"),
        (3, "cleared", "x#a", "cancelled", "2024-01-20", None),
    ]
    explained = found[1].revision
    assert explained is not None
    assert (str(explained.date), explained.reason, explained.approved_by) == ("2024-01-20", "No money", None)
    assert found[2].revision is None
    assert not any(each.is_move for each in found)
    whole = changes(entry("x"), entry("x", cancelled="{date: 2024-01-20, reason: No money}"))
    assert short(whole) == [(2, "set", "x", "cancelled", None, "2024-01-20")]
    assert later(A, entry("x", due("a", "2024-02", ", cancelled: {reason: No money}"))) == []


@pytest.mark.parametrize(
    "now",
    [
        {"actions/x": "title: Another\nlead: HR\nmilestones:\n- {id: a, title: Other words, due: 2024-02}\n"},
        {
            "actions/x": "# a comment\n\ntitle:   An action\nmilestones:\n  -   id: a\n      due: 2024-02\n      title: A\n"
        },
        {"actions/deep/x": A["actions/x"]},
        {"projects/x": A["actions/x"]},
        A | entry("y"),
    ],
    ids=["words", "layout", "a group's folder", "another kind", "an entry without a date"],
)
def test_what_changes_no_date(now: Files) -> None:
    assert later(A, now) == []


def test_what_is_removed_goes_with_its_dates() -> None:
    first = entry("x", due("a", "2024-02"), due("b", "2024-03", ", completed: 2024-01"), start="2024-01")
    assert later(first, entry("x", due("a", "2024-02"), start="2024-01")) == [
        (2, "removed", "x#b", "due", "2024-03", None),
        (2, "removed", "x#b", "completed", "2024-01", None),
    ]
    assert [each[:4] for each in later(first, entry("y"))] == [
        (2, "removed", "x", "start"),
        (2, "removed", "x#a", "due"),
        (2, "removed", "x#b", "due"),
        (2, "removed", "x#b", "completed"),
    ]


def test_titles_leads_and_objective_are_those_of_then() -> None:
    first = entry("x", due("a", "2024-02"), lead="HR", objective="data")
    second = entry("x", "id: a, title: Second, due: 2024-03, lead: Finance", lead="HR", objective="careers")
    third = entry("x", "id: a, title: Third, due: 2024-03", lead="Audit")
    added, moved = changes(first, second, third)
    assert (added.title, added.leads, added.objective) == ("A milestone", ("HR",), "data")
    assert (moved.title, moved.leads, moved.objective) == ("Second", ("Finance",), "careers")
    assert moved.commit == commit(2)


def test_an_entry_is_followed_through_its_new_name() -> None:
    second = entry("y", due("a", "2024-03"), renamed_from="x")
    third = entry("z", due("a", "2024-04"), renamed_from="[y, x]")
    assert short(changes(A, second, third)) == [
        (1, "added", "z#a", "due", None, "2024-02"),
        (2, "moved", "z#a", "due", "2024-02", "2024-03"),
        (3, "moved", "z#a", "due", "2024-03", "2024-04"),
    ]
    assert [each.id_then for each in changes(A, second, third)] == ["pay/x#a", "pay/y#a", "pay/z#a"]


def test_a_milestone_is_followed_through_its_new_name_and_into_another_entry() -> None:
    second = entry("x", due("b", "2024-03", ", renamed_from: a")) | entry("y")
    third = entry("x") | entry("y", due("c", "2024-04", ", renamed_from: x#b"))
    assert later(A, second, third) == [
        (2, "moved", "y#c", "due", "2024-02", "2024-03"),
        (3, "moved", "y#c", "due", "2024-03", "2024-04"),
    ]


def test_two_that_exchange_their_ids_are_taken_to_have_kept_them() -> None:
    """As everywhere: where an id is known on both sides, it is followed before any `renamed_from`."""
    first = entry("x", due("a", "2024-02"), due("b", "2024-06"))
    second = entry("x", due("b", "2024-03", ", renamed_from: a"), due("a", "2024-07", ", renamed_from: b"))
    assert sorted(later(first, second)) == [
        (2, "moved", "x#a", "due", "2024-02", "2024-07"),
        (2, "moved", "x#b", "due", "2024-06", "2024-03"),
    ]


def test_an_id_that_is_given_anew_is_something_else() -> None:
    second = entry("y", due("a", "2024-02"), renamed_from="x")
    third = second | entry("x", due("a", "2024-09"))
    fourth = second | entry("x", due("a", "2024-10"))
    found = DateChanges(plan(fourth), steps(A, second, third, fourth))
    old, new = found.threads["y", "a"], found.threads["x", "a"]
    assert short(found.of(lambda thread: thread is old)) == [(1, "added", "y#a", "due", None, "2024-02")]
    assert short(found.of(lambda thread: thread is new)) == [
        (3, "added", "x#a", "due", None, "2024-09"),
        (4, "moved", "x#a", "due", "2024-09", "2024-10"),
    ]


@pytest.mark.parametrize(("came", "kept"), [("x", "y"), ("x", "a"), ("m", "z")])
def test_an_id_that_is_given_anew_as_it_is_left_is_something_else_whatever_the_order(came: str, kept: str) -> None:
    first = entry(came, due("a", "2024-03"), title="Old")
    anew = {
        **entry(kept, due("a", "2024-03"), title="Old", renamed_from=came),
        **entry(came, due("a", "2026-03"), title="New"),
    }
    last = {**anew, **entry(came, due("a", "2026-06"), title="New")}
    found = DateChanges(plan(last), steps(first, anew, last))
    old, new = found.threads[kept, "a"], found.threads[came, "a"]
    assert [each[:3] for each in short(found.of(lambda each: each is old))] == [(1, "added", f"{kept}#a")]
    assert [each[:3] for each in short(found.of(lambda each: each is new))] == [
        (2, "added", f"{came}#a"),
        (3, "moved", f"{came}#a"),
    ]


@pytest.mark.parametrize(("one", "two", "three"), [tuple("abc"), tuple("cba"), tuple("bca")])
def test_ids_that_each_take_the_one_of_the_next(one: str, two: str, three: str) -> None:
    first = {**entry(one, title="One", due="2024-01"), **entry(two, title="Two", due="2024-02")}
    moved = {
        **entry(two, title="One", due="2024-01", renamed_from=one),
        **entry(three, title="Two", due="2024-02", renamed_from=two),
    }
    last = {**moved, **entry(three, title="Two", due="2024-05", renamed_from=two)}
    found = DateChanges(plan(last), steps(first, moved, last))
    moving, kept = found.threads[three, None], found.threads[two, None]
    told = {
        two: short(found.of(lambda each: each is kept)),
        three: short(found.of(lambda each: each is moving)),
    }
    assert [each[:2] for each in told[two]] == [(1, "added")]
    assert [each[:2] for each in told[three]] == [(1, "added"), (3, "moved")]
    assert found.threads[one, None] is None


def test_a_milestone_whose_id_is_given_anew_as_it_is_left_is_something_else() -> None:
    first = entry("x", "id: a, title: Old, due: 2024-03")
    anew = entry("x", "id: a, title: New, due: 2026-03", "id: b, title: Old, due: 2024-03, renamed_from: a")
    found = DateChanges(plan(anew), steps(first, anew))
    old, new = found.threads["x", "b"], found.threads["x", "a"]
    assert [each[:3] for each in short(found.of(lambda each: each is old))] == [(1, "added", "x#b")]
    assert [each[:3] for each in short(found.of(lambda each: each is new))] == [(2, "added", "x#a")]


def test_a_name_of_long_ago_claims_nothing_that_had_it_since() -> None:
    renamed = entry("y", due="2024-02", renamed_from="x")
    other = {**renamed, **entry("x", title="Another", due="2025-01")}
    edited = entry("y", due="2024-03", renamed_from="x")
    found = DateChanges(plan(edited), steps(entry("x", due="2024-02"), renamed, other, renamed, edited))
    mine = found.threads["y", None]
    assert [each[:2] for each in short(found.of(lambda each: each is mine))] == [(1, "added"), (5, "moved")]


def test_without_a_word_a_new_name_is_something_new() -> None:
    assert later(A, entry("y", due("a", "2024-03"))) == [
        (2, "added", "y#a", "due", None, "2024-03"),
        (2, "removed", "x#a", "due", "2024-02", None),
    ]


@pytest.mark.parametrize("name", ["x", "y"])
def test_what_comes_back_goes_on(name: str) -> None:
    """Under its id, or under another one that says what it was."""
    back = entry(name, due("a", "2024-03"), **({} if name == "x" else {"renamed_from": "x"}))
    found = DateChanges(plan(back), steps(A, entry("z"), back))
    thread = found.threads[name, "a"]
    assert short(found.of(lambda each: each is thread)) == [
        (1, "added", f"{name}#a", "due", None, "2024-02"),
        (2, "removed", f"{name}#a", "due", "2024-02", None),
        (3, "added", f"{name}#a", "due", None, "2024-03"),
    ]


def test_a_name_that_is_told_later_joins_what_was_two() -> None:
    silent = entry("y", due("a", "2024-03"))
    told = entry("y", due("a", "2024-04"), renamed_from="x")
    found = DateChanges(plan(told), steps(A, silent, told))
    thread = found.threads["y", "a"]
    assert [each[:3] for each in short(found.of(lambda each: each is thread))] == [
        (1, "added", "y#a"),
        (2, "added", "y#a"),
        (2, "removed", "y#a"),
        (3, "moved", "y#a"),
    ]
    assert (found.threads["x", "a"], found.threads.ever(("x", "a"))) == (None, thread)


B, C = (entry("x", due("a", date)) for date in ("2024-03", "2024-04"))


@pytest.mark.parametrize(
    ("parents", "into", "wanted"),
    [
        ((A, B), A, []),
        ((A, B), B, []),
        ((B, B), C, [(3, "moved", "x#a", "due", "2024-03", "2024-04")]),
        ((A, B), C, [(3, "moved", "x#a", "due", "2024-02", "2024-04")]),
        ((B, A), C, [(3, "moved", "x#a", "due", "2024-03", "2024-04")]),
        (({}, B), C, [(3, "moved", "x#a", "due", "2024-03", "2024-04")]),
        (({}, B), B, []),
        ((A, B), entry("x"), [(3, "removed", "x#a", "due", "2024-02", None)]),
        ((A, entry("x")), entry("x"), []),
        ((entry("x"), entry("x")), A, [(3, "added", "x#a", "due", None, "2024-02")]),
    ],
    ids=[
        "first side",
        "other side",
        "neither",
        "third",
        "third, turned",
        "new on a side",
        "as there",
        "gone",
        "side's",
        "new",
    ],
)
def test_a_merge_changes_what_it_has_otherwise_than_all_its_parents(
    parents: tuple[Files, ...], into: Files, wanted: list[object]
) -> None:
    found = DateChanges(plan(into), [*steps(A, B), merge(3, *parents, into=into)])
    assert [each for each in short(found.of(lambda _: True)) if each[0] == 3] == wanted


def test_what_is_not_committed_has_no_commit() -> None:
    found = DateChanges(plan(B), [*steps(A), Step(None, (plan(A).entries,), plan(B).entries)])
    assert short(found.of(lambda _: True))[1:] == [(0, "moved", "x#a", "due", "2024-02", "2024-03")]


def revised(date: str, *revisions: str) -> dict[str, str]:
    """The action whose milestone is due on a date and has these revisions."""
    return entry(
        "x", due("a", date, f", revisions: [{', '.join(f'{{{each}}}' for each in revisions)}]" if revisions else "")
    )


EARLY, LATE = "date: 2024-01-05, was: 2024-02", "date: 2024-01-09, was: 2024-02"
WHY = "date: 2024-01-05, was: 2024-02, reason: Ill, approved_by: HR-Board"


def reasons(*states: Files) -> list[str | None]:
    """The reason of each change after the first state."""
    return [each.revision.reason if each.revision else None for each in changes(*states) if each.change != "added"]


def test_a_revision_that_comes_with_the_change_explains_it() -> None:
    [_, change] = changes(A, revised("2024-03", WHY))
    assert change.revision is not None
    date, reason, approved_by = change.revision
    assert (str(date), reason, approved_by) == ("2024-01-05", "Ill", "HR-Board")


@pytest.mark.parametrize(
    ("states", "wanted"),
    [
        ((A, B), [None]),
        ((A, revised("2024-03", "reason: No old date")), ["No old date"]),
        ((A, revised("2024-03", "was: 2024-01, reason: Another old date")), [None]),
        ((A, B, revised("2024-03", WHY)), ["Ill"]),
        ((A, revised("2024-02", WHY), revised("2024-03", WHY)), ["Ill"]),
        ((A, revised("2024-03", WHY), revised("2024-02", WHY), revised("2024-04", WHY)), ["Ill", None, None]),
        (
            (A, revised("2024-03", WHY), revised("2024-04", WHY, "was: 2024-03, reason: Still ill")),
            ["Ill", "Still ill"],
        ),
        (
            (A, B, A, B, revised("2024-03", "was: 2024-02, reason: One", "was: 2024-02, reason: Two")),
            ["One", None, "Two"],
        ),
        (
            (A, B, A, B, revised("2024-03", f"{LATE}, reason: Two", f"{EARLY}, reason: One")),
            ["One", None, "Two"],
        ),
        (
            (A, revised("2024-03", f"{EARLY}, reason: teh"), revised("2024-02", f"{EARLY}, reason: the"), B),
            ["teh", None, None],
        ),
        (
            (A, revised("2024-03", f"{EARLY}, reason: x"), A, revised("2024-03", *[f"{EARLY}, reason: x"] * 2)),
            ["x", None, "x"],
        ),
        (
            (A, B, revised("2024-03", "reason: No old date")),
            [None],
        ),
        ((A, revised("2024-02-10", WHY)), ["Ill"]),
        ((A, entry("x", "id: a, title: A, due: 2024-02, forecast: 2024-03, revisions: [{was: 2024-02}]")), [None]),
    ],
    ids=[
        *("none", "without an old date", "of another date", "told later", "told before", "told once", "each its own"),
        *(
            "the first first",
            "the oldest first",
            "a typo",
            "twice",
            "without an old date, later",
            "restated",
            "a forecast",
        ),
    ],
)
def test_what_explains_a_change(states: tuple[Files, ...], wanted: list[str | None]) -> None:
    assert reasons(*states) == wanted


def test_revisions_of_an_entry_are_of_the_field_that_they_name() -> None:
    first = entry("x", start="2024-01", end="2024-06", due="2024-06")
    said = (
        "[{field: end, was: 2024-06, reason: End}, {was: 2024-06, reason: Due}, {field: start, was: 2023, reason: No}]"
    )
    second = entry("x", start="2024-02", end="2024-07", due="2024-07", revisions=said)
    assert reasons(first, second) == [None, "End", "Due"]


def hints(found: DateChanges) -> list[tuple[str, str, str]]:
    return [(each.commit.subject, each.was, each.now) for each in found.hints(lambda _: True)]


def thought(*states: Files, pair: tuple[str, str]) -> list[Step]:
    """Steps of which git thinks, in the second, that one entry was another."""
    found = steps(*states)
    found[1] = found[1]._replace(thought=(pair,))
    return found


def test_what_git_takes_for_a_renaming_is_a_hint_and_no_more() -> None:
    moved = entry("y", due("a", "2024-03"))
    found = DateChanges(plan(moved), thought(A, moved, pair=("x", "y")))
    assert hints(found) == [("Commit 2", "pay/x", "pay/y")]
    assert [each.change.value for each in found.of(lambda _: True)] == ["added", "added", "removed"]


@pytest.mark.parametrize(
    "states",
    [
        (A, entry("y", due("a", "2024-03"), renamed_from="x")),
        (A, entry("y", due("a", "2024-03")), entry("y", due("a", "2024-03"), renamed_from="x")),
        (A, A | entry("y")),
    ],
    ids=["it is said", "it is said later", "it is still there"],
)
def test_there_is_no_hint_where_none_is_needed(states: tuple[Files, ...]) -> None:
    assert hints(DateChanges(plan(states[-1]), thought(*states, pair=("x", "y")))) == []
