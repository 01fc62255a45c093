"""GP401 to GP404 and GP501: dates against the status date and against the newest baseline."""

import pytest

from genderplan.checks.rules.table_of_a_day import ON_TIME
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import checked, found, pay

HEAD = "title: To publish the pay gap by grade\nmilestones:\n  - id: report\n    title: Publish the report\n"


def of(code: str, tree: Tree, as_of: str = "2025-01-15") -> list[Finding]:
    return [each for each in checked(tree, as_of, ON_TIME) if each.code == code]


@pytest.mark.parametrize(
    ("due", "as_of", "days"),
    [
        ("2004-05", "2004-05-31", None),
        ("2004-05", "2004-06-01", "1 day"),
        ("2004-05", "2004-07-01", "31 days"),
        ("2004-05-01", "2004-05-01", None),
        ("2004-05-01", "2004-05-02", "1 day"),
        ("2004-Q2", "2004-06-30", None),
        ("2004-Q2", "2004-07-01", "1 day"),
        ("2003-winter", "2004-02-29", None),
        ("2003-winter", "2004-03-01", "1 day"),
        ("FY2003-04", "2004-03-31", None),
        ("FY2003-04", "2004-04-01", "1 day"),
        ("2004", "2004-12-31", None),
        ("2004", "2005-01-02", "2 days"),
    ],
)
def test_overdue_from_the_day_after_the_last(due: str, as_of: str, days: str | None) -> None:
    milestone = of("GP401", pay({"actions/gap": f"{HEAD}    due: {due}\n"}), as_of)
    assert found(milestone) == ([("GP401", "pay/actions/gap.yaml", 5, 10)] if days else [])
    assert {each.message for each in milestone} <= {f"overdue by {days} (due {due}): Publish the report"}
    assert {(each.entry, each.severity) for each in milestone} <= {("pay/gap#report", "error")}

    for key in ("due", "end"):
        own = of("GP401", pay({"actions/gap": f"title: Gap\n{key}: {due}\n"}), as_of)
        assert [(each.line, each.column, each.entry) for each in own] == (
            [(2, 4 + len(key) - 1, "pay/gap")] if days else []
        )


@pytest.mark.parametrize("closed", ["completed: 2025-01-15", "cancelled: {date: 2025-01}", "cancelled: {reason: Cost}"])
def test_what_is_closed_is_not_overdue(closed: str) -> None:
    assert of("GP401", pay({"actions/gap": f"{HEAD}    due: 2024-12\n    {closed}\n"})) == []
    assert of("GP401", pay({"actions/gap": f"title: Gap\ndue: 2024-12\n{closed}\n"})) == []


@pytest.mark.parametrize("closed", ["completed: 2025-01-16", "cancelled: {date: 2025-02}"])
def test_what_will_be_closed_is_overdue_until_then(closed: str) -> None:
    assert len(of("GP401", pay({"actions/gap": f"{HEAD}    due: 2024-12\n    {closed}\n"}))) == 1


def test_a_due_date_goes_before_an_end() -> None:
    (finding,) = of("GP401", pay({"projects/a": "title: A\nend: 2024-11\ndue: 2024-12\n"}))
    assert (finding.line, finding.message) == (3, "overdue by 15 days (due 2024-12): A")


def test_an_entry_completed_by_its_milestones_is_not_overdue_itself() -> None:
    assert of("GP401", pay({"actions/gap": f"due: 2024-12\n{HEAD}    completed: 2025-01-02\n"})) == []


def test_a_title_over_several_lines_is_told_on_one() -> None:
    (finding,) = of("GP401", pay({"actions/a": "title: |\n  To publish\n  the pay gap\ndue: 2024-12\n"}))
    assert finding.message.endswith(": To publish the pay gap")


@pytest.mark.parametrize(
    ("forecast", "has_passed"),
    [("2025-01", False), ("2025-01-15", False), ("2025-01-14", True), ("2024-12", True), ("2025", False)],
)
def test_a_forecast_that_has_passed(forecast: str, has_passed: bool) -> None:
    text = f"{HEAD}    due: 2025-03\n    forecast: {forecast}\n"
    findings = of("GP402", pay({"actions/gap": text}))
    assert found(findings) == ([("GP402", "pay/actions/gap.yaml", 6, 15)] if has_passed else [])
    assert {each.message for each in findings} <= {f"the forecast {forecast} has passed"}
    assert {(each.entry, each.severity) for each in findings} <= {("pay/gap#report", "warning")}


@pytest.mark.parametrize(
    ("closed", "is_open"),
    [
        ("completed: 2025-01-10", False),
        ("cancelled: {reason: Cost}", False),
        ("completed: 2025-02-10", True),
        ("note: No due date", True),
    ],
)
def test_only_an_open_milestone_has_a_forecast_in_the_past(closed: str, is_open: bool) -> None:
    findings = of("GP402", pay({"actions/gap": f"{HEAD}    forecast: 2024-12\n    {closed}\n"}))
    assert len(findings) == is_open


@pytest.mark.parametrize(
    ("completed", "is_ahead"),
    [
        ("2025-01-15", False),
        ("2025-01-16", True),
        ("2025-01", False),
        ("2025-02", True),
        ("2025", False),
        ("2025-Q2", True),
    ],
)
def test_completed_in_the_future(completed: str, is_ahead: bool) -> None:
    text = f"completed: {completed}\n{HEAD}    completed: {completed}\n"
    findings = of("GP403", pay({"actions/gap": text}))
    places = [("GP403", "pay/actions/gap.yaml", 1, 12), ("GP403", "pay/actions/gap.yaml", 6, 16)]
    assert found(findings) == (places if is_ahead else [])
    assert {each.message for each in findings} <= {f"completed {completed}, after the status date 2025-01-15"}
    assert {each.severity for each in findings} <= {"warning"}
    assert [each.entry for each in findings] == (["pay/gap", "pay/gap#report"] if is_ahead else [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("title: A\ncancelled: {date: 2090-01, reason: x}\n", [(2, 19, "cancelled 2090-01")]),
        ("title: A\ncancelled: {reason: x}\n", []),
        ("title: A\nrevisions: [{date: 2025-01-15}, {date: 2190-01-01}]\n", [(2, 40, "revised 2190-01-01")]),
        (
            "title: A\nmilestones:\n- {id: a, title: A, cancelled: {date: 2025-02}, revisions: [{date: 2026}]}\n",
            [(3, 39, "cancelled 2025-02"), (3, 68, "revised 2026")],
        ),
    ],
)
def test_what_else_is_told_of_the_future(text: str, places: list[tuple[int, int, str]]) -> None:
    findings = of("GP403", pay({"actions/gap": text}))
    told = [(line, column, f"{what}, after the status date 2025-01-15") for line, column, what in places]
    assert [(each.line, each.column, each.message) for each in findings] == told


@pytest.mark.parametrize(
    ("policy", "is_pinned"),
    [
        ("state: approved\nstatus_date: 2025-01-15\n", True),
        ("state: draft\nstatus_date: 2025-01-15\n", False),
        ("state: closed\nstatus_date: 2025-01-15\n", False),
        ("status_date: 2025-01-15\n", False),
        ("state: approved\n", False),
    ],
)
def test_a_status_date_pinned_in_an_approved_plan(policy: str, is_pinned: bool) -> None:
    findings = of("GP404", pay({}, policy))
    assert found(findings) == ([("GP404", "pay/plan.yaml", 4, 14)] if is_pinned else [])
    assert {each.message for each in findings} <= {"the status date is pinned to 2025-01-15 in an approved plan"}
    assert {each.hint for each in findings} <= {"remove it, and use --as-of for another day"}
    assert {each.severity for each in findings} <= {"warning"}


def baseline(due: str, *, taken: str = "2024-10-01") -> str:
    milestone = f"{{id: report, title: A, due: {due}}}"
    return (
        f"genderplan: 1\ntaken: {taken}\nentries:\n"
        f"  gap: {{kind: action, title: A, end: {due}, milestones: [{milestone}]}}\n"
    )


SLIPS = [
    # tolerance, agreed then, now, how late where that is beyond
    ("1 month", "2025-04", "2025-05", None),
    ("1 month", "2025-04", "2025-06", "2 months"),
    ("0 days", "2025-04", "2025-05", "1 month"),
    ("P30D", "2025-04", "2025-05", None),
    ("P31D", "2025-04", "2025-06", None),  # days count as months of 30, rounded up
    ("P1D", "2025-04", "2025-05", None),
    ("2 weeks", "2025-04", "2025-06", "2 months"),
    ("P1M", "2025-04", "2025-05-31", None),
    ("P1M", "2025-04-01", "2025-05", None),
    ("P1M", "2025-04-10", "2025-05-10", None),
    ("P1M", "2025-04-10", "2025-05-11", "31 days"),
    ("P30D", "2025-04-10", "2025-05-10", None),
    ("P30D", "2025-04-10", "2025-05-11", "31 days"),
    ("P1M", "2025-01-31", "2025-02-28", None),
    ("P1M", "2025-01-31", "2025-03-01", "29 days"),
    ("P0D", "2025-04-10", "2025-04-11", "1 day"),
    ("P1Y", "2025-04", "2026-04", None),
    ("P1Y", "2025-04", "2026-05", "13 months"),
    ("P0D", "2025-04", "2025-03", None),
    ("P0D", "2025-04", "2025-Q2", "2 months"),
]


@pytest.mark.parametrize(("tolerance", "was", "now", "late"), SLIPS)
def test_beyond_tolerance_by_the_due_date(tolerance: str, was: str, now: str, late: str | None) -> None:
    files = {"actions/gap": f"{HEAD}    due: {now}\n", "baselines/board-1": baseline(was)}
    findings = of("GP501", pay(files, f"tolerance: {tolerance}\n"))
    assert found(findings) == ([("GP501", "pay/actions/gap.yaml", 5, 10)] if late else [])
    message = f"{late} later than in baseline board-1 (was {was}, now {now}): Publish the report"
    assert {each.message for each in findings} <= {message}
    assert {(each.entry, each.severity) for each in findings} <= {("pay/gap#report", "error")}


@pytest.mark.parametrize(("tolerance", "was", "now", "late"), SLIPS)
def test_beyond_tolerance_by_a_forecast_alone_is_a_warning(
    tolerance: str, was: str, now: str, late: str | None
) -> None:
    files = {"actions/gap": f"{HEAD}    due: {was}\n    forecast: {now}\n", "baselines/board-1": baseline(was)}
    findings = of("GP501", pay(files, f"tolerance: {tolerance}\n"), "2030-01-01")
    assert [each.message.split(" later")[0] for each in findings] == ([late] if late else [])
    assert {each.severity for each in findings} <= {"warning"}


@pytest.mark.parametrize("closed", ["completed: 2026-02", "completed: 2025-Q4", "cancelled: {reason: Cost}"])
def test_what_finished_late_is_history(closed: str) -> None:
    files = {"actions/gap": f"{HEAD}    due: 2025-09\n    {closed}\n", "baselines/board-1": baseline("2025-04")}
    assert of("GP501", pay(files), "2030-01-01") == []
    own = {"actions/gap": f"title: Gap\nend: 2025-09\n{closed}\n", "baselines/board-1": baseline("2025-04")}
    assert of("GP501", pay(own), "2030-01-01") == []


def test_an_own_date_that_a_milestone_tells_of_is_overdue_once() -> None:
    same = of("GP401", pay({"actions/gap": f"due: 2024-12-31\n{HEAD}    due: 2024-12\n"}))
    assert [each.entry for each in same] == ["pay/gap#report"]
    other = of("GP401", pay({"actions/gap": f"due: 2024-12-30\n{HEAD}    due: 2024-12\n"}))
    assert [each.entry for each in other] == ["pay/gap", "pay/gap#report"]
    done = of(
        "GP401",
        pay(
            {"actions/gap": f"due: 2024-12\n{HEAD}    due: 2024-12\n    completed: 2024-12\n  - {{id: b, title: B}}\n"}
        ),
    )
    assert [each.entry for each in done] == ["pay/gap"]


@pytest.mark.parametrize(("tolerance", "was", "now", "late"), SLIPS)
def test_beyond_tolerance_by_an_entrys_own_date(tolerance: str, was: str, now: str, late: str | None) -> None:
    files = {"projects/gap": f"title: Gap\nend: {now}\n", "baselines/board-1": baseline(was)}
    findings = of("GP501", pay(files, f"tolerance: {tolerance}\n"))
    assert [(each.line, each.column, each.entry) for each in findings] == ([(2, 6, "pay/gap")] if late else [])


@pytest.mark.parametrize(
    "lines",
    [
        "due: 2025-09\n    cancelled: {reason: Cost}",
        "duration: P3M",
        "due: 2025-09\n    forecast: 2025-04",
        "due: 2025-09\n    completed: 2025-01-10",
    ],
)
def test_what_is_not_late_by_its_finish(lines: str) -> None:
    files = {"actions/gap": f"{HEAD}    {lines}\n", "baselines/board-1": baseline("2025-04")}
    assert of("GP501", pay(files)) == []


def test_a_completion_to_come_does_not_count_yet() -> None:
    files = {
        "actions/gap": f"{HEAD}    due: 2025-04\n    completed: 2025-09\n",
        "baselines/b": baseline("2025-04"),
    }
    assert of("GP401", pay(files), "2025-08-31") != []
    assert of("GP401", pay(files), "2025-09-01") == []


@pytest.mark.parametrize(
    ("names", "late"),
    [
        ([("a", "2024-01", "2025-04"), ("b", "2024-02", "2025-05")], "4 months later than in baseline b"),
        ([("a", "2024-02", "2025-04"), ("b", "2024-01", "2025-05")], "5 months later than in baseline a"),
        ([("a", "2024-02", "2025-04"), ("b", "2024-02", "2025-05")], "4 months later than in baseline b"),
        ([("a", "1900", "2025-04"), ("b", "~", "2025-05")], "5 months later than in baseline a"),
        ([("a", "~", "2025-04"), ("b", "~", "2025-05")], "4 months later than in baseline b"),
    ],
)
def test_the_newest_baseline_counts(names: list[tuple[str, str, str]], late: str) -> None:
    files = {f"baselines/{name}": baseline(due, taken=taken) for name, taken, due in names}
    (finding,) = of("GP501", pay(files | {"actions/gap": f"{HEAD}    due: 2025-09\n"}))
    assert finding.message.startswith(late)


def test_without_a_baseline_nothing_is_beyond_it() -> None:
    assert of("GP501", pay({"actions/gap": f"{HEAD}    due: 2025-02\n    forecast: 2026-09\n"})) == []
