"""GP115, GP311, GP312 and what other findings say of what comes again and of what goes on."""

import pytest

from checks.test_changes import found as changed
from genderplan.checks import VALID
from genderplan.findings import Finding
from support import marked
from trees import checked, pay


def of(code: str, keys: str, as_of: str = "2025-01-15") -> list[Finding]:
    tree = pay({"actions/gap": f"title: Gap\nlead: HR\n{keys}\n"})
    assert not tree.findings
    return [each for each in checked(tree, as_of) if each.code == code]


def read(keys: str) -> list[tuple[str, int, int, int | None]]:
    return [(each.code, each.line, each.column, each.end_column) for each in pay({"actions/gap": keys}).findings]


BAD = [
    "title: A\ndue: 2025-Q1\nevery: «1 month»\n",
    "title: A\ndue: 2025-01\nevery: «2 weeks»\n",
    "title: A\nevery: «0 months»\n",
    "title: A\ndue: 2025-01\nuntil: «2025»\n",
    "title: A\ndue: 2025-01\nevery: 1 month\nuntil: «2024»\n",
    "title: A\ndue: 1200-01\n".replace("1200", "1901") + "every: 1 month\nuntil: «2199»\n",
    "title: A\ndue: 2025-01\ncompleted: «{2025-01: 2025-01-10}\n",
    "title: A\ndue: 2025-01\nevery: 1 month\ncompleted: «2025-01-10»\n",
    "title: A\ndue: 2025-01\nskipped: «{2025-01: No}\n",
    "title: A\nmilestones:\n  - id: m\n    title: M\n    due: 2025\n    every: «1 month»\n",
    "title: A\ndue: 2025\nevery: 1 year\nmilestones: «[{id: m, title: M}]\n",
]


@pytest.mark.parametrize("text", BAD)
def test_a_cycle_that_cannot_be(text: str) -> None:
    bare, place = marked(text)
    assert read(bare) == [("GP115", *place)]


@pytest.mark.parametrize(
    "text",
    [
        "title: A\ndue: 2025-01\nevery: 1 month\ncompleted:\n  2025-01: 2025-01-10\n  «2025-02»:\n",
        "title: A\ndue: 2025-01\nevery: 1 month\nskipped: {«2025-01»: , 2025-02: No}\n",
        "title: A\nmilestones:\n  - {id: m, title: M, due: 2025, every: 1 year, completed: {«2025»: ~}}\n",
    ],
)
def test_a_time_without_a_day_is_told(text: str) -> None:
    bare, place = marked(text)
    assert ("GP104", *place) in read(bare)


def test_a_day_for_a_thousand_years_costs_nothing_and_is_told() -> None:
    tree = pay({"actions/gap": "title: A\ndue: 1900-01-01\nevery: 1 day\nuntil: 2199\n"})
    (found,) = tree.findings
    assert found.message == "every day from 1900-01-01 until 2199 is 109,573 times, and 1,000 are the most"
    assert found.hint == "write a longer 'every', or an earlier 'until'"


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ("due: 2025-01\n", "write when it was done under the date of each: {2025-01: 2025-01-10}"),
        ("", "write when it comes first, under 'due'; then write when it was done under the date of each"),
    ],
)
def test_what_was_done_once_of_what_comes_again_is_mended_as_it_is_told(keys: str, hint: str) -> None:
    tree = pay({"actions/gap": f"title: A\n{keys}every: 1 month\ncompleted: 2025-01-10\n"})
    (found,) = tree.findings
    assert (found.code, found.hint) == ("GP115", hint)


def test_a_key_that_is_no_time_is_told_at_the_key() -> None:
    keys = "due: 2025-Q1\nevery: 3 months\ncompleted:\n  2025-Q1: 2025-01-10\n  2025-04: 2025-01-10\n"
    (found,) = of("GP311", keys)
    assert (found.line, found.column, found.end_column) == (7, 3, 10)
    assert (found.message, found.hint) == ("completed 2025-04: it does not come then", "the nearest is 2025-Q2")
    (found,) = of(
        "GP311", "milestones:\n  - {id: m, title: M, due: 2025-01-31, every: 1 month, skipped: {2025-02: No}}"
    )
    assert (found.line, found.column, found.entry) == (4, 66, "pay/gap#m")


def test_a_time_is_told_of_once() -> None:
    keys = "due: FY2024-25-Q4\nevery: 3 months\ncompleted: {FY2024-25-Q4: 2025-01-10, 2025-Q1: 2025-01-11}"
    (found,) = of("GP311", keys)
    assert (found.message, found.hint) == ("completed 2025-Q1: that time is told of already", "keep one of the two")


def test_without_a_first_date_nothing_comes() -> None:
    (found,) = of("GP311", "every: 1 year\ncompleted: {2024: 2024-05}")
    assert found.hint == "nothing says when it comes first: write that under 'due'"


@pytest.mark.parametrize(
    ("own", "keys", "is_late"),
    [
        ("due: 2025-06", "due: 2025-07", True),
        ("due: 2025-06", "due: 2025-06-30", False),
        ("end: 2025-06", "due: 2025-07", True),
        ("due: 2025-09\nend: 2025-06", "due: 2025-07", False),
        ("due: 2025-06", "due: 2025-07, completed: 2025-01-01", False),
        ("due: 2025-06", "due: 2025-07, cancelled: {reason: Cost}", False),
        ("due: 2025-06\ncompleted: 2025-01-01", "due: 2025-07", False),
        ("due: 2025-06", "due: 2025-01, every: 1 month", False),
        ("due: 2025-06", "due: 2025-01, every: 1 month, until: 2025-07", True),
    ],
)
def test_a_milestone_after_its_entry(own: str, keys: str, is_late: bool) -> None:
    findings = of("GP312", f"{own}\nmilestones:\n  - {{id: m, title: M, {keys}}}")
    assert len(findings) == is_late
    for each in findings:
        which = "is due" if own.startswith("due") else "ends"
        assert each.message == f"due 2025-07, after its action, which {which} 2025-06"
        assert each.severity == "warning"


def test_an_overdue_cycle_is_told_once_by_its_earliest_open_time() -> None:
    (found,) = of("GP401", "due: 2024-10\nevery: 1 month\ncompleted: {2024-10: 2024-10-30}")
    assert found.message == "overdue by 46 days (due 2024-11): Gap"


def test_a_time_done_in_the_future_has_not_been() -> None:
    (found,) = of("GP403", "due: 2025-01\nevery: 1 month\ncompleted: {2025-01: 2025-01-20}")
    assert (found.line, found.column) == (5, 22)


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("start: 2025-01", "no end"),
        ("every: 1 year", "no first date"),
        ("", "no date"),
        ("due: 2025\nevery: 1 year", ""),
    ],
)
def test_what_is_undated_says_why(keys: str, message: str) -> None:
    assert [each.message for each in of("GP602", keys)] == ([message] if message else [])


def test_a_dependency_is_on_the_earliest_open_time() -> None:
    done = "completed: {2025-01: 2025-01-10}"
    steps = "milestones:\n  - {{id: a, title: A, due: 2025-01, every: 1 month{}}}\n"
    steps += "  - {{id: b, title: B, due: 2025-01, depends_on: a}}\n"
    assert of("GP303", steps.format("")) == []
    (found,) = of("GP303", steps.format(f", {done}"))
    assert found.message == "due 2025-01, before a, which it depends on, is due (2025-02)"


def test_complete_with_an_open_cycle() -> None:
    step = "completed: 2025-01\nmilestones: [{{id: a, title: A, due: 2024-11, every: 1 month, {}}}]"
    assert len(of("GP305", step.format("completed: {2024-11: 2024-11-10}"))) == 1
    assert of("GP305", step.format("until: 2024-11, completed: {2024-11: 2024-11-10}")) == []


GAP = {"id": "report", "keys": "due: 2025-01, every: 3 months, until: 2026-10"}
NOW = "title: Gap\nlead: HR\nmilestones:\n  - {{id: report, title: Report, {}}}\n"
WHY = "date: 2025-01-10, reason: Fewer meetings"


def since(then: str, now: str) -> list[tuple[str, str]]:
    findings = changed({"actions/gap": NOW.format(then)}, {"actions/gap": NOW.format(now)})
    return [(each.code, each.message) for each in findings if each.code != "GP511"]


@pytest.mark.parametrize(
    ("then", "now", "message"),
    [
        ("every: 1 month", "every: 3 months", "every changed from P1M to P3M without a revision: Report"),
        ("every: 3 months", "every: 1 month", "every changed from P3M to P1M without a revision: Report"),
        ("every: 1 month", "", "every changed from P1M to none without a revision: Report"),
        ("every: 1 month", "every: 1 month, until: 2026", "until changed from none to 2026 without a revision: Report"),
        ("every: 1 month, until: 2026", "every: 1 month", "until changed from 2026 to none without a revision: Report"),
        (
            "every: 1 month, until: 2026",
            "every: 1 month, until: 2025",
            "until moved from 2026 to 2025 without a revision: Report",
        ),
        (
            "every: 1 month",
            "every: 3 months, revisions: [{date: 2025-01-10, field: every, was: 2 months, reason: R}]",
            "every changed from P1M to P3M and no new revision says that it was P1M: Report",
        ),
        (
            "every: 1 month",
            "every: 3 months, revisions: [{field: every, was: 1 month, reason: R}]",
            "every changed from P1M to P3M and its revision lacks its date or its reason: Report",
        ),
    ],
)
def test_what_is_agreed_of_a_cycle_changes_with_a_reason(then: str, now: str, message: str) -> None:
    assert since(f"due: 2025-01, {then}", f"due: 2025-01, {now}".rstrip(", ")) == [("GP502", message)]


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("every: 12 months", "every: 1 year"),
        ("every: 1 month", f"every: 3 months, revisions: [{{field: every, was: 1 month, {WHY}}}]"),
        ("every: 1 month", f"every: 1 month, until: 2026, revisions: [{{field: until, {WHY}}}]"),
        (
            "every: 1 month, until: 2026",
            f"every: 1 month, until: 2025, revisions: [{{field: until, was: 2026, {WHY}}}]",
        ),
        ("every: 1 month", "cancelled: {date: 2025-01-10, reason: Cost}"),
        ("every: 1 month", "every: 1 month, completed: {2025-01: 2025-01-10}"),
    ],
)
def test_with_a_reason_it_is_let_pass(then: str, now: str) -> None:
    assert since(f"due: 2025-01, {then}", f"due: 2025-01, {now}") == []


@pytest.mark.parametrize(
    ("now", "message"),
    [
        ("completed: {2024-11: 2024-11-20}", "2024-12 was completed 2024-12-20, and is no longer, without a revision"),
        (
            "completed: {2024-11: 2024-11-20, 2024-12: 2024-12-01}",
            "2024-12 was completed 2024-12-20, and now 2024-12-01, without a revision",
        ),
    ],
)
def test_a_completion_of_a_time_is_kept(now: str, message: str) -> None:
    cycle = "due: 2024-11, every: 1 month"
    then = f"{cycle}, completed: {{2024-11: 2024-11-20, 2024-12: 2024-12-20}}"
    assert since(then, f"{cycle}, {now}") == [("GP506", f"{message}: Report")]
    told = "revisions: [{date: 2025-01-10, field: completed, was: 2024-12-20, reason: Slip}]"
    assert since(then, f"{cycle}, {now}, {told}") == []


def test_what_was_done_once_may_come_again() -> None:
    now = "due: 2024-11, every: 1 month, completed: {2024-11: 2024-11-20}"
    assert since("due: 2024-11, completed: 2024-11-20", now) == []
    later = now.replace("2024-11-20}", "2024-11-20, 2024-12: 2024-12-20}")
    assert since("due: 2024-11, completed: 2024-11-20", later) == []
    message = "was completed 2024-11-20, and now 2024-11-01, without a revision: Report"
    assert since("due: 2024-11, completed: 2024-11-20", later.replace("11-20", "11-01")) == [("GP506", message)]


def test_what_came_again_and_comes_once_was_done_when_it_was() -> None:
    then = "due: 2024-11, every: 1 month, completed: {2024-11: 2024-11-20}"
    once = f"due: 2024-11, revisions: [{{field: every, was: 1 month, {WHY}}}], completed: "
    assert since(then, f"{once}2024-11-20") == []
    message = "2024-11 was completed 2024-11-20, and now 2024-11-01, without a revision: Report"
    assert since(then, f"{once}2024-11-01") == [("GP506", message)]


def test_checks_of_any_day_need_no_status_date() -> None:
    keys = "title: Gap\nlead: HR\ndue: 2025-01\nevery: 1 month\ncompleted: {2025-01: 2025-01-20}\n"
    assert checked(pay({"actions/gap": keys}), checks=VALID) == ()
