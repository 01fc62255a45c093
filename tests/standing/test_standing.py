"""Section 2 of the design, line by line: the status of milestones, finish, variance and RAG."""

import pytest

from cases import for_each
from genderplan.standing.rag import counts_of
from genderplan.standing.standings import Rag, Standing, Standings, Status
from trees import judged, pay

HEAD = "title: To publish the pay gap by grade\nmilestones:\n"


def standings(files: dict[str, str], policy: str = "", as_of: str = "2025-01-15") -> Standings:
    (only,) = judged(pay(files, policy), as_of)
    return only


def milestone(keys: str, was: str = "", policy: str = "", as_of: str = "2025-01-15") -> Standing:
    """Where the one milestone of an action stands; `was` is its due date in the baseline."""
    files = {"actions/gap": f"{HEAD}  - {{id: report, title: Report{keys and ', '}{keys}}}\n"}
    if was:
        then = f"{{id: report, title: Report{'' if was == '-' else f', due: {was}'}}}"
        files["baselines/board-1"] = (
            f"genderplan: 1\nentries:\n  gap: {{kind: action, title: A, milestones: [{then}]}}\n"
        )
    (only,) = standings(files, policy, as_of).items
    return only


@for_each(
    ("keys", "status", "days_overdue"),
    [
        ("", "undated", None),
        ("duration: P3M", "undated", None),
        ("forecast: 2025-03", "undated", None),
        ("due: 2025-01-14", "overdue", 1),
        ("due: 2025-01-15", "due", None),
        ("due: 2025-01-16", "due", None),
        ("due: 2025-02-14", "due", None),  # thirty days ahead
        ("due: 2025-02-15", "upcoming", None),
        ("due: 2024-12", "overdue", 15),
        ("due: 2025-01", "due", None),
        ("due: 2025-02", "upcoming", None),
        ("due: 2024", "overdue", 15),
        ("due: 2025", "upcoming", None),
        ("due: 2024-autumn", "overdue", 46),
        ("due: 2024-winter", "upcoming", None),  # to the end of February 2025
        ("due: 2024-Q4", "overdue", 15),
        ("due: FY2023-24", "overdue", 290),
        ("due: 2024-12, forecast: 2025-06", "overdue", 15),
        ("due: 2024-12, completed: 2024-12-20", "complete", None),
        ("due: 2024-12, completed: 2025-01-15", "complete", None),
        ("due: 2024-12, completed: 2025-01-16", "overdue", 15),
        ("due: 2024-12, completed: 2025-01", "complete", None),  # a month counts from its first day
        ("due: 2024-12, completed: 2025", "complete", None),
        ("due: 2024-12, completed: 2025-02", "overdue", 15),
        ("completed: 2025-01", "complete", None),
        ("completed: 2025-02", "undated", None),
        ("due: 2024-12, cancelled: {reason: Cost}", "cancelled", None),
        ("due: 2024-12, cancelled: {date: 2025-01-15}", "cancelled", None),
        ("due: 2024-12, cancelled: {date: 2025-01-16}", "overdue", 15),
        ("due: 2024-12, cancelled: {date: 2025-01}", "cancelled", None),
        ("cancelled: {reason: Cost}", "cancelled", None),
    ],
)
def test_status_of_a_milestone(keys: str, status: str, days_overdue: int | None) -> None:
    standing = milestone(keys)
    assert (standing.status, standing.days_overdue) == (status, days_overdue)


@pytest.mark.parametrize(
    ("due_soon", "last", "after"),
    [
        ("0 days", "2025-01-15", "2025-01-16"),
        ("1 week", "2025-01-22", "2025-01-23"),
        ("P14D", "2025-01-29", "2025-01-30"),
        ("1 month", "2025-02-15", "2025-02-16"),
        ("P1Y", "2026-01-15", "2026-01-16"),
    ],
)
def test_due_soon_includes_both_ends(due_soon: str, last: str, after: str) -> None:
    policy = f"due_soon: {due_soon}\n"
    assert milestone(f"due: {last}", policy=policy).status == "due"
    assert milestone("due: 2025-01-15", policy=policy).status == "due"
    assert milestone(f"due: {after}", policy=policy).status == "upcoming"


def test_a_completion_to_come_comes() -> None:
    keys = "due: 2004-05, completed: 2004-07-10"
    days = ["2004-05-31", "2004-06-01", "2004-07-09", "2004-07-10"]
    assert [milestone(keys, as_of=day).status for day in days] == ["due", "overdue", "overdue", "complete"]


def test_the_status_date_undoes_no_revision() -> None:
    keys = "due: 2025-03, revisions: [{date: 2025-01-10, was: 2024-11, reason: Payroll moved}]"
    assert milestone(keys, as_of="2024-12-15").status == "upcoming"


@pytest.mark.parametrize(
    ("keys", "finish"),
    [
        ("", None),
        ("due: 2025-03", "2025-03"),
        ("due: 2025-03, forecast: 2025-04", "2025-04"),
        ("forecast: 2025-04", "2025-04"),
        ("due: 2025-03, forecast: 2025-04, completed: 2025-01-10", "2025-01-10"),
        ("due: 2025-03, forecast: 2025-04, completed: 2025-02-10", "2025-04"),
        ("due: 2025-03, completed: 2025-02-10", "2025-03"),
        ("completed: 2025-02-10", None),
    ],
)
def test_finish(keys: str, finish: str | None) -> None:
    found = milestone(keys).finish
    assert (found and str(found)) == finish


@pytest.mark.parametrize(
    ("was", "keys", "months", "days", "amount", "words"),
    [
        ("2003-12", "due: 2004-02", 2, 60, 2, "2 months"),
        ("2004-02", "due: 2003-12", -2, -60, -2, "2 months"),
        ("2025-03", "due: 2025-03", 0, 0, 0, "0 months"),
        ("2025-03-10", "due: 2025-03-11", 0, 1, 1, "1 day"),
        ("2025-03-31", "due: 2025-04-01", 1, 1, 1, "1 day"),
        ("2025-03", "due: 2025-03-10", 0, -21, 0, "0 months"),  # days only where both are days
        ("2025-03-10", "due: 2025-03", 0, 21, 0, "0 months"),
        ("2025-03-10", "due: 2025-Q2", 3, 112, 3, "3 months"),
        ("2025-04", "due: 2025-04, forecast: 2025-06", 2, 61, 2, "2 months"),
        ("2025-02", "due: 2025-04, completed: 2025-01-10", -1, -49, -1, "1 month"),
        ("2024-11-10", "due: 2025-04, completed: 2025-01-10", 2, 61, 61, "61 days"),
        ("FY2023-24", "due: FY2024-25", 12, 365, 12, "12 months"),
    ],
)
def test_finish_variance(was: str, keys: str, months: int, days: int, amount: int, words: str) -> None:
    late = milestone(keys, was).variance
    assert late is not None
    assert (late.months, late.days, late.amount, late.in_words) == (months, days, amount, words)
    assert (late.is_late, late.is_moved) == (amount > 0, amount != 0)


@pytest.mark.parametrize(("was", "keys"), [("", "due: 2025-03"), ("-", "due: 2025-03"), ("2025-03", "")])
def test_no_finish_variance_without_both_dates(was: str, keys: str) -> None:
    assert milestone(keys, was).variance is None


TOLERANT = "tolerance: 1 month\n"


@for_each(
    ("keys", "was", "policy", "rag"),
    [
        # blue complete
        ("due: 2025-03, completed: 2025-01", "", "", "blue"),
        ("due: 2025-03, completed: 2025-01", "2020-01", "", "blue"),
        # red overdue, or finish variance beyond tolerance
        ("due: 2024-12", "", TOLERANT, "red"),
        ("due: 2024-12", "2025-06", TOLERANT, "red"),
        ("due: 2025-06", "2025-04", TOLERANT, "red"),
        ("due: 2025-04, forecast: 2025-06", "2025-04", TOLERANT, "red"),
        ("due: 2025-05", "2025-04", "", "red"),  # no tolerance: any lateness is beyond it
        ("due: 2025-05-11", "2025-04-10", TOLERANT, "red"),
        # amber any lateness within it
        ("due: 2025-05", "2025-04", TOLERANT, "amber"),
        ("due: 2025-04, forecast: 2025-05", "2025-04", TOLERANT, "amber"),
        ("due: 2025-04-11", "2025-04-10", TOLERANT, "amber"),
        ("due: 2025-05-10", "2025-04-10", TOLERANT, "amber"),
        # where the baseline has no date for it: forecast against due
        ("due: 2025-04, forecast: 2025-05", "", TOLERANT, "amber"),
        ("due: 2025-04, forecast: 2025-06", "", TOLERANT, "red"),
        ("due: 2025-04, forecast: 2025-06", "-", TOLERANT, "red"),
        ("due: 2025-04, forecast: 2025-05", "", "", "red"),
        ("due: 2025-04, forecast: 2025-03", "", "", "green"),
        # with one, the baseline alone is judged by
        ("due: 2025-04, forecast: 2025-06", "2025-06", TOLERANT, "green"),
        # green otherwise
        ("due: 2025-04", "", "", "green"),
        ("due: 2025-04", "2025-04", "", "green"),
        ("due: 2025-03", "2025-04", "", "green"),
        ("due: 2025-04-30", "2025-04", "", "green"),
        ("due: 2025-04-12, completed: 2025-03", "2025-04", "", "green"),
        # null for undated and cancelled
        ("", "2025-04", "", None),
        ("forecast: 2026-01", "2025-04", "", None),
        ("due: 2024-12, cancelled: {reason: Cost}", "2024-01", "", None),
    ],
)
def test_rag_of_a_milestone(keys: str, was: str, policy: str, rag: str | None) -> None:
    assert milestone(keys, was, policy).rag == rag


WAITING = HEAD + "  - {{id: first, title: A, {}}}\n  - {{id: then, title: B, {}, depends_on: {}}}\n"


@pytest.mark.parametrize(
    ("first", "then", "rag"),
    [
        ("due: 2024-12", "due: 2025-06", "amber"),
        ("due: 2025-02, forecast: 2025-06", "due: 2025-06", "amber"),  # red without being overdue
        ("due: 2025-02", "due: 2025-06", "green"),
        ("due: 2024-12, completed: 2025-01", "due: 2025-06", "green"),
        ("due: 2024-12, cancelled: {reason: Cost}", "due: 2025-06", "green"),
        ("due: 2024-12", "due: 2025-06, completed: 2025-01", "blue"),
        ("due: 2024-12", "due: 2024-12", "red"),
        ("due: 2024-12", "duration: P3M", None),
        ("due: 2024-12", "due: 2025-06, cancelled: {reason: Cost}", None),
    ],
)
def test_rag_of_what_waits_for_a_milestone(first: str, then: str, rag: str | None) -> None:
    for depends_on in ("first", "[first]", "[gap#first]", "{milestone: pay/gap#first, lag: P1M}"):
        items = standings({"actions/gap": WAITING.format(first, then, depends_on)}).items
        assert [each.rag for each in items][1] == rag


def test_only_what_it_directly_depends_on_makes_amber() -> None:
    text = HEAD + (
        "  - {id: a, title: A, due: 2024-12}\n"
        "  - {id: b, title: B, due: 2025-05, depends_on: a}\n"
        "  - {id: c, title: C, due: 2025-06, depends_on: b}\n"
    )
    assert [each.rag for each in standings({"actions/gap": text}).items] == ["red", "amber", "green"]


def test_a_dependency_in_another_entry_and_one_that_is_not_there() -> None:
    late = HEAD + "  - {id: first, title: A, due: 2024-12}\n"
    waiting = HEAD + (
        "  - {id: then, title: B, due: 2025-06, depends_on: a#first}\n"
        "  - {id: other, title: C, due: 2025-06, depends_on: [a#second, elsewhere/a#first]}\n"
    )
    items = standings({"actions/a": late, "actions/b": waiting}).items
    assert [each.rag for each in items] == ["red", "amber", "green"]
    cancelled = standings({"actions/a": "cancelled: {reason: Cost}\n" + late, "actions/b": waiting}).items
    assert [each.rag for each in cancelled] == [None, "green", "green"]


def test_a_circle_of_dependencies_is_judged_all_the_same() -> None:
    text = WAITING.format("due: 2024-12, depends_on: then", "due: 2025-06", "first")
    assert [each.rag for each in standings({"actions/gap": text}).items] == ["red", "amber"]


def test_counts_name_every_status_in_their_order() -> None:
    none: list[Standing] = []
    assert list(counts_of(each.status for each in none).items()) == [(status, 0) for status in Status]
    assert [*Status] == ["complete", "cancelled", "overdue", "due", "upcoming", "undated"]
    assert [*Rag] == ["red", "amber", "green", "blue"]
