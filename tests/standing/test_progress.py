"""Progress of entries on a day: what updates say, else what follows (F3-27)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genderplan.dates.forms import parse_day
from genderplan.errors import UsageError
from genderplan.kinds.entry.part_rows import UpdateRow
from genderplan.plan.plans import Tree
from genderplan.reports.list.nouns import Noun
from genderplan.reports.list.result import listing
from genderplan.reports.timeline.result import timeline
from genderplan.standing.progress import newest, said_rag, state_on_the_day
from genderplan.standing.records.recording import entry_record, item_record
from genderplan.standing.selection import Selection
from genderplan.standing.standings import EntryStanding
from trees import ids_of, judged, pay, selected


def standing(tree: Tree, as_of: str = "2025-01-15") -> EntryStanding:
    return judged(tree, as_of)[0].entries[0]


def tree(keys: str, *updates: str) -> Tree:
    told = "".join(f"  - {{text: Told, {each}}}\n" for each in updates)
    return pay({"actions/gap": f"title: Gap\n{keys}\n" + (f"updates:\n{told}" if updates else "")})


def state(keys: str, *updates: str, as_of: str = "2025-01-15") -> tuple[str, str | None]:
    """F3-27: work that has stalled, beside work done and work planned."""
    found = state_on_the_day(standing(tree(keys, *updates), as_of))
    return found.progress.value, found.origin.value if found.origin else None


DONE, OPEN = "milestones: [{id: a, title: A, completed: 2025-01-03}", "{id: b, title: B}]"


@pytest.mark.parametrize(
    ("keys", "updates", "said"),
    [
        ("", [], ("not-started", None)),
        ("due: 2025-06", [], ("not-started", None)),
        # what follows, where no update says a state
        ("start: 2025-01", [], ("under-way", "start")),
        ("start: 2025-02", [], ("not-started", None)),
        (f"{DONE}, {OPEN}", [], ("under-way", "milestone")),
        (f"start: 2024\n{DONE}, {OPEN}", [], ("under-way", "start")),
        ("", ["date: 2025-01-15"], ("under-way", "update")),
        ("", ["date: 2025-01-16"], ("not-started", None)),
        ("", ["by: HR"], ("under-way", "update")),  # without a date it is always there
        # what the newest dated one says that says a state
        ("start: 2024", ["date: 2025-01-10, state: not-started"], ("not-started", "update")),
        ("", ["date: 2025-01-10, state: on-hold", "date: 2025-01-11"], ("on-hold", "update")),
        ("", ["date: 2025-01, state: on-hold", "date: 2025-01-16, state: under-way"], ("on-hold", "update")),
        ("", ["state: on-hold"], ("under-way", "update")),  # without a date it says nothing of any day
        ("", ["date: 2025-01-10, state: embedded"], ("embedded", "update")),
        # what is closed is closed, whatever is said
        ("completed: 2025-01-10", ["date: 2025-01-12, state: on-hold"], ("complete", "completed")),
        ("completed: 2025-01-10", ["date: 2025-01-12, state: embedded"], ("embedded", "update")),
        ("completed: 2025-02", ["date: 2025-01-12, state: on-hold"], ("on-hold", "update")),
        (f"{DONE}]", [], ("complete", "milestone")),
        (f"completed: 2025-02\n{DONE}]", [], ("complete", "milestone")),
        ("cancelled: {reason: Cost}", ["date: 2025-01-12, state: embedded"], ("cancelled", None)),
        ("milestones: [{id: a, title: A, cancelled: {reason: Cost}}]", [], ("cancelled", "milestone")),
    ],
)
def test_state_on_the_day(keys: str, updates: list[str], said: tuple[str, str | None]) -> None:
    assert state(keys, *updates) == said


def test_a_completion_to_come_leaves_what_was_said_before() -> None:
    """F3-27"""
    keys, updates = "completed: 2025-01-10", ("date: 2024-11-03, state: on-hold", "date: 2024-12-24, state: under-way")
    days = ("2024-11-02", "2024-11-03", "2024-12-24", "2025-01-09", "2025-01-10")
    said = [state(keys, *updates, as_of=day)[0] for day in days]
    assert said == ["not-started", "on-hold", "under-way", "under-way", "complete"]


def test_said_rag_names_its_update() -> None:
    both = tree("", "date: 2025-01-05, rag: amber, by: HR", "date: 2025-01-10, rag: red", "date: 2025-01-12")
    said = [said_rag(standing(both).entry, parse_day(day).last) for day in ("2025-01-04", "2025-01-05", "2025-01-15")]
    assert [each and (each.rag.value, str(each.date), each.by) for each in said] == [
        None,
        ("amber", "2025-01-05", "HR"),
        ("red", "2025-01-10", None),
    ]


def test_of_two_neither_of_which_is_later_the_one_below_is_newest() -> None:
    found = standing(tree("", "date: 2025-01-10, by: HR", "date: 2025-01, by: Audit", "date: 2024-12, by: Finance"))
    said = newest(found.entry.updates, found.day)
    assert said is not None
    assert said.by == "Audit"


DAYS = st.dates(date(2024, 11, 1), date(2025, 3, 31))
STATES = st.sampled_from([None, "not-started", "under-way", "on-hold", "embedded"])
TOLD = st.lists(st.tuples(DAYS, STATES, st.sampled_from([None, "red", "amber", "green", "blue"])), max_size=8)


@given(TOLD, DAYS)
def test_as_of_any_day_it_is_what_the_updates_said_then(
    told: list[tuple[date, str | None, str | None]], day: date
) -> None:
    """F3-27: in whatever order they stand: of one day it is the last that counts."""
    states = [(on, at, state) for at, (on, state, _) in enumerate(told) if on <= day and state]
    rags = [(on, at, rag) for at, (on, _, rag) in enumerate(told) if on <= day and rag]
    rows = [f"date: {on}" + (f", state: {it}" if it else "") + (f", rag: {rag}" if rag else "") for on, it, rag in told]
    found = standing(tree("due: 2025-06", *rows), str(day))
    if states:
        assert state_on_the_day(found) == (max(states)[2], "update")
    else:
        is_told = any(on <= day for on, *_ in told)
        assert state_on_the_day(found) == (("under-way", "update") if is_told else ("not-started", None))
    said = said_rag(found.entry, found.day)
    assert (said.rag if said else None) == (max(rags)[2] if rags else None)


@given(TOLD, DAYS)
def test_what_is_told_later_changes_no_earlier_day(told: list[tuple[date, str | None, str | None]], day: date) -> None:
    rows = [UpdateRow(parse_day(str(on)), None, "Told", None, state, rag) for on, state, rag in sorted(told, key=str)]
    later = UpdateRow(parse_day(str(day + timedelta(days=1))), None, "Told", None, "embedded", "red")
    assert newest([*rows, later], day.toordinal()) == newest(rows, day.toordinal())


BASELINE = {
    "baselines/board-1": "genderplan: 1\ntaken: 2024-10-01\nentries:\n  gap: {kind: action, title: Gap, due: 2025-02}\n"
}


@pytest.mark.parametrize(
    ("keys", "finish", "months", "rag"),
    [
        ("due: 2025-02", "2025-02", 0, "green"),
        ("due: 2025-02\nforecast: 2025-03", "2025-03", 1, "amber"),
        ("end: 2025-02\nforecast: 2025-04", "2025-04", 2, "red"),
        ("due: 2025-02\nforecast: 2025-04\ncompleted: 2025-01", "2025-01", -1, "blue"),
        ("due: 2025-02\nforecast: 2025-04\ncompleted: 2025-02", "2025-04", 2, "red"),  # on the day it is not done yet
    ],
)
def test_a_forecast_of_an_entry_counts_as_that_of_a_milestone(keys: str, finish: str, months: int, rag: str) -> None:
    plans = pay({"actions/gap": f"title: Gap\n{keys}\n", **BASELINE}, "tolerance: 1 month\n")
    (standings,) = judged(plans)
    (entry,) = standings.entries
    own = entry.own
    assert own is not None
    assert own.variance is not None
    assert (str(own.finish), own.variance.months, own.rag, entry.rag) == (finish, months, rag, rag)
    assert (item_record(own).forecast, entry_record(entry.entry, entry).forecast) == (entry.entry.forecast,) * 2


@pytest.mark.parametrize(
    ("keys", "finish"),
    [
        ("due: 2025-02\nforecast: 2025-03", "2025-03"),
        ("due: 2025-02\nforecast: 2025-03\ncompleted: 2025-01", "2025-01"),
        ("due: 2025-02", "2025-02"),
        ("forecast: 2025-03", None),
    ],
)
def test_a_forecast_of_an_entry_is_drawn(keys: str, finish: str | None) -> None:
    plans = pay({"actions/gap": f"title: Gap\n{keys}\n"})
    (row,) = timeline(judged(plans), Selection(plans.plans)).rows
    assert (str(row.own.finish) if row.own else None) == finish


@pytest.mark.parametrize(
    ("noun", "state", "ids"),
    [
        (Noun.ENTRIES, ["on-hold"], ["pay/a"]),
        (Noun.ENTRIES, ["on-hold", "COMPLETE"], ["pay/b", "pay/a"]),
        (Noun.ENTRIES, ["embedded"], []),
        (Noun.MILESTONES, ["on-hold"], ["pay/a#x", "pay/a#y"]),
        (Noun.MILESTONES, ["complete"], ["pay/b#z"]),
        (Noun.OBJECTIVES, ["complete"], ["careers"]),
        (Noun.PLANS, ["cancelled"], []),
        (Noun.UPDATES, ["on-hold"], ["pay/a", "pay/a"]),
        (Noun.UPDATES, ["under-way"], []),
    ],
)
def test_the_filter_asks_of_the_entry(noun: Noun, state: list[str], ids: list[str]) -> None:
    told = "updates: [{date: 2025-01-02, text: T, state: under-way}, {date: 2025-01-10, text: T, state: on-hold}]"
    files = {
        "actions/a": f"title: A\nmilestones: [{{id: x, title: X, completed: 2025-01-03}}, {{id: y, title: Y}}]\n{told}\n",
        "actions/b": "title: B\nobjective: careers\nmilestones: [{id: z, title: Z, completed: 2025-01-03}]\n",
    }
    plans = pay(files, "objectives: [{id: careers, title: Careers}]\n")
    found = listing(plans, noun, selected(plans, progress=state), judged(plans))
    assert ids_of(found.records) == ids


def test_a_word_that_is_no_progress_is_refused() -> None:
    with pytest.raises(UsageError, match=r"^unknown progress 'done' \(one of: not-started, under-way, on-hold, "):
        selected(pay({}), progress=["done"])
