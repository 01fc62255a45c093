"""Section 2 of the design for entries: status, RAG, counts, and what they were in the baseline."""

import pytest

from cases import for_each
from genderplan.standing.rag import counts_of
from genderplan.standing.standings import Counts, EntryStanding, Standing, Standings
from trees import judged, pay

COMPLETE, CANCELLED = "completed: 2025-01-10", "cancelled: {reason: Cost}"
OVERDUE, DUE, UPCOMING, UNDATED = "due: 2024-12", "due: 2025-01", "due: 2025-06", "duration: P3M"


def standings(files: dict[str, str], policy: str = "", as_of: str = "2025-01-15") -> Standings:
    (only,) = judged(pay(files, policy), as_of)
    return only


def text_of(keys: str, *milestones: str) -> str:
    parts = "".join(f"  - {{id: m{at}, title: A, {each}}}\n" for at, each in enumerate(milestones))
    return f"title: Gap\n{keys}\n" + (f"milestones:\n{parts}" if parts else "")


def entry(keys: str, *milestones: str, as_of: str = "2025-01-15") -> EntryStanding:
    (only,) = standings({"actions/gap": text_of(keys, *milestones)}, as_of=as_of).entries
    return only


def counted(standing: EntryStanding) -> dict[str, int]:
    return _short(counts_of(each.status for each in standing.items))


def _short(full: Counts) -> dict[str, int]:
    return {status.value: number for status, number in full.items() if number}


@for_each(
    ("keys", "milestones", "status", "rag", "count"),
    [
        # undated when it has neither
        ("", (), "undated", None, {}),
        ("start: 2024-01", (), "undated", None, {}),
        # its own date counts like one more milestone
        (OVERDUE, (), "overdue", "red", {"overdue": 1}),
        (DUE, (), "due", "green", {"due": 1}),
        (UPCOMING, (), "upcoming", "green", {"upcoming": 1}),
        ("end: 2024-12", (), "overdue", "red", {"overdue": 1}),
        ("end: 2024-12\ndue: 2025-06", (), "upcoming", "green", {"upcoming": 1}),
        (OVERDUE, (UPCOMING,), "overdue", "red", {"overdue": 1, "upcoming": 1}),
        (DUE, (COMPLETE, UPCOMING), "due", "green", {"complete": 1, "due": 1, "upcoming": 1}),
        # its worst, in the order overdue, due, upcoming, undated
        (
            "",
            (UNDATED, UPCOMING, DUE, OVERDUE),
            "overdue",
            "red",
            {"overdue": 1, "due": 1, "upcoming": 1, "undated": 1},
        ),
        ("", (UNDATED, UPCOMING, DUE), "due", "green", {"due": 1, "upcoming": 1, "undated": 1}),
        ("", (UNDATED, UPCOMING, COMPLETE), "upcoming", "green", {"complete": 1, "upcoming": 1, "undated": 1}),
        ("", (UNDATED, COMPLETE, CANCELLED), "undated", None, {"complete": 1, "cancelled": 1, "undated": 1}),
        ("", (UNDATED,), "undated", None, {"undated": 1}),
        # complete when marked, or when each milestone is complete or cancelled
        (COMPLETE, (), "complete", "blue", {}),
        (f"{COMPLETE}\n{OVERDUE}", (), "complete", "blue", {}),
        ("", (COMPLETE, COMPLETE), "complete", "blue", {"complete": 2}),
        ("", (COMPLETE, CANCELLED), "complete", "blue", {"complete": 1, "cancelled": 1}),
        (OVERDUE, (COMPLETE,), "complete", "blue", {"complete": 1}),  # its own date counts no more
        # all cancelled: cancelled
        ("", (CANCELLED, CANCELLED), "cancelled", None, {"cancelled": 2}),
        (OVERDUE, (CANCELLED,), "cancelled", None, {"cancelled": 1}),
        # a completed entry is blue where no part of it is open: its open milestones stay what they are
        (COMPLETE, (OVERDUE, COMPLETE), "complete", "red", {"complete": 1, "overdue": 1}),
        (COMPLETE, (UNDATED,), "complete", None, {"undated": 1}),
        (COMPLETE, (CANCELLED, CANCELLED), "complete", "blue", {"cancelled": 2}),
        # a cancelled entry cancels its open milestones
        (CANCELLED, (), "cancelled", None, {}),
        (CANCELLED, (OVERDUE, UNDATED, COMPLETE), "cancelled", None, {"complete": 1, "cancelled": 2}),
        (f"{CANCELLED}\n{OVERDUE}", (), "cancelled", None, {}),
        # what is to come has not happened yet
        (f"completed: 2025-02\n{OVERDUE}", (), "overdue", "red", {"overdue": 1}),
        ("cancelled: {date: 2025-02}", (OVERDUE,), "overdue", "red", {"overdue": 1}),
        ("cancelled: {date: 2025-01}", (OVERDUE,), "cancelled", None, {"cancelled": 1}),
        ("completed: 2025-01", (), "complete", "blue", {}),
    ],
)
def test_status_rag_and_counts_of_an_entry(
    keys: str, milestones: tuple[str, ...], status: str, rag: str | None, count: dict[str, int]
) -> None:
    standing = entry(keys, *milestones)
    assert (standing.status, standing.rag, counted(standing)) == (status, rag, count)


@pytest.mark.parametrize(
    ("milestones", "rag"),
    [
        (("due: 2024-12", "due: 2025-06"), "red"),
        (("due: 2025-02, forecast: 2025-03", "due: 2025-06", COMPLETE), "amber"),
        (("due: 2025-06", COMPLETE, UNDATED), "green"),
        ((COMPLETE, UNDATED), None),
        ((COMPLETE, CANCELLED), "blue"),
        ((UNDATED, CANCELLED), None),
        (("due: 2025-06", CANCELLED, "due: 2025-02, forecast: 2025-09"), "red"),
    ],
)
def test_rag_is_the_worst_of_the_parts(milestones: tuple[str, ...], rag: str | None) -> None:
    (standing,) = standings({"actions/gap": text_of("", *milestones)}, "tolerance: 1 month\n").entries
    assert standing.rag == rag


def test_an_own_date_is_an_item_without_a_milestone() -> None:
    (standing,) = entry("lead: HR\ndue: 2024-12").items
    item = standing.item
    assert (item.milestone, item.id, item.title, item.leads) == (None, "pay/gap", "Gap", ("HR",))
    assert (str(item.due), standing.days_overdue, str(standing.finish)) == ("2024-12", 15, "2024-12")


def test_leads_of_an_item_are_its_own_or_its_entrys() -> None:
    items = entry("lead: [HR, Finance]", UPCOMING, f"{UPCOMING}, lead: Audit").items
    assert [each.item.leads for each in items] == [("HR", "Finance"), ("Audit",)]


def baseline(entries: str, name: str = "board-1") -> dict[str, str]:
    return {f"baselines/{name}": f"genderplan: 1\nentries:\n{entries}"}


def was(files: dict[str, str], policy: str = "") -> dict[str, str | None]:
    """What each item was due by in the baseline, by its id without the plan's."""
    found: dict[str, str | None] = {}
    for each in standings(files, policy).items:
        due = each.baseline_due
        found[each.item.id.removeprefix("pay/")] = str(due) if due else None
    return found


THEN = "  gap: {kind: action, title: A, due: 2025-09, milestones: [{id: report, title: B, due: 2025-03}]}\n"
OTHER = "  old: {kind: action, title: A, due: 2025-08, milestones: [{id: first, title: B, due: 2025-02}]}\n"


def now(keys: str, milestone: str) -> str:
    return f"title: A\ndue: 2025-10\n{keys}\nmilestones: [{{title: B, due: 2025-06, {milestone}}}]\n"


@pytest.mark.parametrize(
    ("name", "keys", "milestone", "expected"),
    [
        ("gap", "", "id: report", {"gap#report": "2025-03", "gap": "2025-09"}),
        ("gap", "", "id: other", {"gap#other": None, "gap": "2025-09"}),
        ("new", "", "id: report", {"new#report": None, "new": None}),
        ("new", "renamed_from: gap", "id: report", {"new#report": "2025-03", "new": "2025-09"}),
        ("new", "renamed_from: [older, gap]", "id: report", {"new#report": "2025-03", "new": "2025-09"}),
        ("gap", "", "id: other, renamed_from: report", {"gap#other": "2025-03", "gap": "2025-09"}),
        ("gap", "", "id: other, renamed_from: [x, report]", {"gap#other": "2025-03", "gap": "2025-09"}),
        ("new", "renamed_from: gap", "id: other, renamed_from: report", {"new#other": "2025-03", "new": "2025-09"}),
        ("gap", "", "id: other, renamed_from: old#first", {"gap#other": "2025-02", "gap": "2025-09"}),
        ("new", "", "id: first, renamed_from: old#first", {"new#first": "2025-02", "new": None}),
        ("gap", "", "id: first, renamed_from: old#gone", {"gap#first": None, "gap": "2025-09"}),
        # an id of its own goes before an older one
        (
            "gap",
            "renamed_from: old",
            "id: report, renamed_from: old#first",
            {"gap#report": "2025-03", "gap": "2025-09"},
        ),
    ],
)
def test_what_was_renamed_is_paired_with_the_baseline(
    name: str, keys: str, milestone: str, expected: dict[str, str | None]
) -> None:
    assert was({f"actions/{name}": now(keys, milestone), **baseline(THEN + OTHER)}) == expected


def test_an_own_date_is_held_against_the_own_date_of_then() -> None:
    then = "  gap: {kind: project, title: A, start: 2025-01, end: 2025-03}\n"
    (standing,) = standings(
        {"projects/gap": "title: A\ndue: 2025-04\n", **baseline(then)}, "tolerance: 1 month\n"
    ).items
    assert str(standing.baseline_due) == "2025-03"
    assert standing.rag == "amber"


def test_the_newest_baseline_is_judged_by() -> None:
    older = {"baselines/z": f"genderplan: 1\ntaken: 2024-01\nentries:\n{THEN.replace('2025-03', '2025-01')}"}
    newer = {"baselines/a": f"genderplan: 1\ntaken: 2024-09\nentries:\n{THEN}"}
    assert was({"actions/gap": now("", "id: report")} | older | newer)["gap#report"] == "2025-03"


def items_of(files: dict[str, str]) -> list[Standing]:
    return list(standings(files).items)


def test_items_stand_in_the_order_of_the_plan() -> None:
    objectives = "objectives: [{id: two, title: Two}, {id: one, title: One}]\n"
    files = {
        "projects/a": text_of("order: 1", UPCOMING),
        "actions/b": text_of("objective: one", UPCOMING),
        "actions/c": text_of("objective: one\norder: 20", UPCOMING),
        "actions/d": text_of("objective: one\norder: 3", UPCOMING, DUE),
        "actions/e": text_of("objective: two\ndue: 2025-03", UPCOMING),
        "actions/f": text_of("", UPCOMING),
        "actions/g": text_of("objective: one", UPCOMING),
    }
    (plan,) = judged(pay(files, objectives))
    expected = ["e#m0", "e", "d#m0", "d#m1", "c#m0", "b#m0", "g#m0", "f#m0", "a#m0"]
    assert [each.item.id.removeprefix("pay/") for each in plan.items] == expected
    assert sorted(each.item.id for each in items_of(files)) == sorted(f"pay/{each}" for each in expected)
