"""The JSON contract: every record of every command has exactly its fields, in their order, null where there is none."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cli import contract
from cli.company import AS_OF, NOUNS, PAY, company
from cli_runner import call, run

RECORDS = {
    "entries": contract.ENTRY,
    "actions": contract.ENTRY,
    "projects": contract.ENTRY,
    "milestones": contract.MILESTONE,
    "indicators": contract.INDICATOR,
    "objectives": contract.OBJECTIVE,
    "organisations": contract.ORGANISATION,
    "plans": contract.PLAN,
    "updates": contract.UPDATE,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The company's tree; each command starts beside it."""
    return company(tmp_path).parent


def document(folder: Path, *arguments: str) -> Any:
    result = call(*arguments, "--format", "json", cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF})
    return result.json


def all_have(records: Sequence[dict[str, Any]], fields: Sequence[str]) -> None:
    assert records
    assert {tuple(record) for record in records} == {tuple(fields)}


def by_id(records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {record["id"]: record for record in records}


@pytest.mark.parametrize("noun", NOUNS)
def test_lists(noun: str, folder: Path) -> None:
    listed = document(folder, "list", noun)
    assert list(listed) == ["format", "version", "plans", *([noun] if noun != "plans" else [])]
    assert (listed["format"], listed["version"]) == (f"genderplan/{noun}", contract.VERSIONS.get(noun, 1))
    all_have(listed[noun], RECORDS[noun])
    if noun != "plans":
        all_have(listed["plans"], contract.PLAN_LABEL)


def test_a_list_in_a_process_of_its_own_is_the_same(folder: Path) -> None:
    arguments = ("list", "milestones", "--format", "json", "--as-of", AS_OF)
    assert run(*arguments, cwd=folder).out == call(*arguments, cwd=folder).out


@pytest.mark.parametrize("noun", NOUNS)
def test_a_list_of_nothing_has_its_noun_all_the_same(noun: str, folder: Path) -> None:
    listed = document(folder, "list", noun, "--limit", "0")
    assert listed[noun] == []


def test_a_milestone_with_most_of_its_fields(folder: Path) -> None:
    found = by_id(document(folder, "list", "milestones")["milestones"])
    assert found["pay/publish-gap#report"] == {
        "plan": "pay",
        "entry": "publish-gap",
        "kind": "action",
        "milestone": "report",
        "id": "pay/publish-gap#report",
        "title": "Publish the report",
        "objective": "data",
        "leads": ["HR"],
        "inputs": ["Finance", "payroll extract"],
        "partners": [],
        "groups": [],
        "due": "2025-04",
        "forecast": "2025-05",
        "completed": None,
        "cancelled": None,
        "finish": "2025-05",
        "duration": None,
        "status": "upcoming",
        "days_overdue": None,
        "rag": "red",
        "depends_on": [{"milestone": "pay/publish-gap#extract", "lag": None}],
        "baseline_due": "2025-03",
        "variance_months": 2,
        "variance_days": 61,
        "note": None,
        "tags": [],
        "source": None,
        "extra": {},
        "file": "plans/pay/actions/publish-gap.yaml",
        "line": 12,
        "entry_title": "To publish the pay gap by grade",
        "judged_by": "2025-03",
        "approved": None,
        "ref": None,
        "priority": None,
        "accountable": None,
        "requested": None,
        "goes_to": None,
        **dict.fromkeys(("every", "until", "next_due", "last_due")),
        "occurrences": [],
        "earliest": None,
    }


@pytest.mark.parametrize(
    ("milestone", "fields"),
    [
        ("pay/publish-gap#pilot", {"duration": "P3M", "due": None, "finish": None, "status": "undated", "rag": None}),
        ("pay/publish-gap#pilot", {"extra": {"x-cost": "1000"}, "tags": ["trial"], "note": "A length without a date."}),
        (
            "pay/publish-gap#extract",
            {"completed": "2024-12-20", "finish": "2024-12-20", "rag": "blue", "due": "2024-12"},
        ),
        ("pay/train-panels#trainer", {"status": "overdue", "days_overdue": 15, "rag": "red", "leads": ["HR-Director"]}),
        ("pay/train-panels#course", {"depends_on": [{"milestone": "pay/train-panels#trainer", "lag": "P1M"}]}),
        ("pay/train-panels#course", {"status": "due", "rag": "amber", "variance_days": -10, "variance_months": 0}),
        ("pay/train-panels#handbook", {"cancelled": {"date": "2024-10-01", "reason": "No room for it"}, "rag": None}),
        ("pay/return-to-work#evaluation", {"due": "2025-Q3", "groups": ["Carers", "Parents"], "objective": None}),
        (
            "pay/return-to-work#pilot-site",
            {
                "partners": [
                    {"organisation": None, "role": "Sponsor"},
                    {"organisation": "HR", "role": None},
                    {"organisation": "University", "role": "Evaluator"},
                ]
            },
        ),
    ],
)
def test_dates_and_lengths_as_given_and_null_for_what_there_is_not(
    milestone: str, fields: dict[str, Any], folder: Path
) -> None:
    found = by_id(document(folder, "list", "milestones")["milestones"])[milestone]
    assert {name: found[name] for name in fields} == fields


def test_entries(folder: Path) -> None:
    found = by_id(document(folder, "list")["entries"])
    assert {tuple(each["counts"]) for each in found.values()} == {tuple(contract.COUNTS)}
    assert found["pay/publish-gap"]["source"] == {"document": "board-paper", "place": "Objective 1, action 1"}
    assert found["pay/publish-gap"]["counts"]["undated"] == 1
    grades = found["pay/review-grades"]
    assert (grades["due"], grades["order"], grades["leads"]) == ("2025-06-30", 20, ["Finance", "HR"])
    assert (grades["extra"], grades["tags"]) == ({"x-cost": "1000"}, ["pay", "grades"])
    project = found["pay/return-to-work"]
    assert (project["start"], project["end"], project["due"], project["order"]) == ("2025-01", "2025-09", None, None)


def test_objectives_organisations_and_plans(folder: Path) -> None:
    objectives = by_id(document(folder, "list", "objectives")["objectives"])
    assert (objectives["data"]["actions"], objectives["data"]["milestones"], objectives["data"]["rag"]) == (2, 3, "red")
    assert (objectives["openness"]["actions"], objectives["openness"]["rag"]) == (0, None)
    assert list(objectives["openness"]["counts"]) == contract.TALLY
    assert [list(each.values()) for each in objectives["openness"]["counts"].values()] == [[0] * 6] * 2
    organisations = by_id(document(folder, "list", "organisations")["organisations"])
    assert organisations["HR"] == {
        "id": "HR",
        "name": "Human Resources",
        "aliases": ["Personnel", "H R"],
        "kind": "unit",
        "part_of": "Company",
        "holders": [],
        "file": "plans/organisations.yaml",
        "line": 2,
        "memberships": [{"organisation": "Company", "from": None, "until": None}],
    }
    assert organisations["HR-Director"]["holders"] == [
        {"name": "A. Person", "acting": True, "from": "2024-07", "to": None}
    ]
    assert organisations["HR-Board"]["name"] is None
    plan, other = document(folder, "list", "plans")["plans"]
    assert (plan["period"], plan["tolerance"]) == ({"start": "2024-09", "end": "2026-03"}, "P1M")
    assert plan["aims"] == [{"id": "know-the-gap", "title": "To know the pay gap of every grade"}]
    assert plan["baselines"] == ["board-1", "sketch"]
    assert (other["state"], other["period"], other["baselines"], other["aims"]) == (None, None, [], [])


def test_status(folder: Path) -> None:
    status = document(folder, "status")
    assert list(status) == ["format", "version", "plans", "since", "until"]
    assert (status["format"], status["version"], status["since"]) == ("genderplan/status", 2, None)
    all_have(status["plans"], contract.STATUS)
    plan, other = status["plans"]
    all_have(plan["objectives"], contract.OBJECTIVE)
    assert list(plan["projects"]) == ["rag", "counts"]
    for name in ("overdue", "due", "slipped"):
        all_have(plan[name], contract.MILESTONE)
    assert [each["id"] for each in plan["overdue"]] == ["pay/train-panels#trainer"]
    assert [each["id"] for each in plan["due"]] == ["pay/return-to-work#pilot-site", "pay/train-panels#course"]
    assert [each["id"] for each in plan["slipped"]] == ["pay/publish-gap#report"]
    assert (other["baseline"], other["objectives"], other["slipped"]) == (None, [], [])
    assert list(plan["counts"]) == contract.TALLY
    assert {tuple(each) for each in plan["counts"].values()} == {tuple(contract.COUNTS)}
    assert [list(each.values()) for each in plan["counts"].values()] == [[0, 0, 1, 1, 2, 0], [1, 1, 1, 2, 2, 1]]


def test_an_entrys_own_date_is_a_record_without_a_milestone(folder: Path) -> None:
    status = document(folder, "status", "--as-of", "2025-07-01", "--objective", "data", "--plan", "pay")
    own = by_id(status["plans"][0]["overdue"])["pay/review-grades"]
    assert tuple(own) == tuple(contract.MILESTONE)
    assert (own["milestone"], own["due"], own["days_overdue"], own["title"]) == (
        None,
        "2025-06-30",
        1,
        "To review the grades",
    )
    listed = document(folder, "list", "milestones", "--plan", "pay")["milestones"]
    assert None not in [each["milestone"] for each in listed]


def test_slippage(folder: Path) -> None:
    slippage = document(folder, "slippage")
    assert list(slippage) == ["format", "version", "plans", "comparisons"]
    assert slippage["format"] == "genderplan/slippage"
    [found] = slippage["comparisons"]
    assert list(found) == contract.COMPARISON
    assert found["baseline"] == {"name": "board-1", "title": "As agreed by the board", "taken": "2024-09-30"}
    for name in ("moved", "undated"):
        all_have(found[name], contract.MOVE)
    for side in ("added", "removed"):
        assert list(found[side]) == list(contract.CHANGES)
        for name, fields in contract.CHANGES.items():
            assert {tuple(each) for each in found[side][name]} <= {tuple(fields)}
    all_have(found["reworded"], contract.REWORDING)
    assert list(found["totals"]) == contract.TOTALS
    assert list(found["totals"].values())[:11] == [4, 2, 1, 1, 2, 2, 3, 1, 2, 1, 1]
    moved = {each["id"]: (each["was"], each["now"], each["variance_months"]) for each in found["moved"]}
    assert moved["pay/publish-gap#report"] == ("2025-03", "2025-04", 1)
    assert found["added"]["inputs"][1] == {"entry": "publish-gap", "organisation": "payroll extract"}
    assert found["removed"]["objectives"] == [{"id": "culture", "title": "Culture"}]
    assert {each["kind"] for each in found["reworded"]} == {"plan", "aim", "objective", "entry", "milestone"}
    assert {
        "kind": "entry",
        "id": "pay/publish-gap",
        "field": "output",
        "was": None,
        "now": "Annual pay gap report",
    } in (found["reworded"])


def test_timeline(folder: Path) -> None:
    timeline = document(folder, "timeline")
    assert list(timeline) == ["format", "version", "plans", "axis", "rows"]
    assert timeline["axis"] == {"from": "2024-12", "to": "2025-09", "unit": "month"}
    all_have(timeline["rows"], contract.ROW)
    all_have([mark for row in timeline["rows"] for mark in row["milestones"]], contract.MARK)
    rows = by_id(timeline["rows"])
    assert rows["pay/return-to-work"]["label"] == "Carers/Parents"
    gap = rows["pay/publish-gap"]
    assert [gap[name] for name in ("start", "end", "baseline_start", "baseline_end")] == [
        "2024-12",
        "2025-04",
        "2024-12",
        "2025-06",
    ]
    assert gap["milestones"][1] == {
        "id": "pay/publish-gap#report",
        "due": "2025-04",
        "finish": "2025-05",
        "status": "upcoming",
    }


@pytest.mark.parametrize("command", ["validate", "check"])
def test_findings(command: str, folder: Path) -> None:
    found = document(folder, command)
    assert sorted(found) == sorted(["format", "version", "plans", "against", "findings", "accepted", "summary"])
    assert found["format"] == f"genderplan/{command}"
    assert found["against"] is None
    all_have(found["findings"], contract.FINDING)
    assert found["accepted"] == []
    assert list(found["summary"]) == contract.SUMMARY
    assert [found["summary"][name] for name in ("files", "entries", "milestones", "accepted")] == [11, 5, 9, 0]
    assert {"plans/pay/actions/publish-gap.yaml"} < {each["file"] for each in found["findings"]}


@pytest.mark.parametrize("command", ["validate", "check"])
def test_what_findings_are_held_against(command: str, folder: Path) -> None:
    found = document(folder, command, "--against", "board-1")
    assert sorted(found) == sorted(document(folder, command))
    all_have(found["against"], contract.AGAINST)
    assert found["against"] == [
        {"plan": "pay", "name": "board-1", "title": "As agreed by the board", "taken": "2024-09-30"}
    ]
    all_have(found["findings"], contract.FINDING)


ACCEPTING = """\
accept:
  - {code: GP401, where: train-panels, reason: The trainer is ill, until: 2025-03}
  - {code: GP603, where: return-to-work, reason: Nobody wrote it down}
  - {code: GP602, where: publish-gap#pilot, reason: The union sets the date, until: 2025-01-15}
"""


def accepting(tmp_path: Path, *arguments: str) -> Any:
    folder = company(tmp_path, **{"pay/plan.yaml": PAY + ACCEPTING}).parent
    return document(folder, *arguments)


def test_what_is_accepted_is_a_finding_with_its_reason(tmp_path: Path) -> None:
    found = accepting(tmp_path, "check")
    all_have(found["accepted"], contract.ACCEPTED)
    assert found["accepted"][1] == {
        "code": "GP401",
        "severity": "error",
        "message": "overdue by 15 days (due 2024-12-31): Choose a trainer",
        "file": "plans/pay/actions/train-panels.yaml",
        "line": 9,
        "column": 10,
        "end_column": 20,
        "entry": "pay/train-panels#trainer",
        "hint": None,
        "reason": "The trainer is ill",
        "until": "2025-03",
    }
    assert [(each["code"], each["entry"], each["until"]) for each in found["accepted"]] == [
        ("GP602", "pay/publish-gap#pilot", "2025-01-15"),
        ("GP401", "pay/train-panels#trainer", "2025-03"),
        ("GP603", "pay/return-to-work", None),
    ]


def test_what_is_accepted_is_counted_apart(tmp_path: Path) -> None:
    before, after = document(company(tmp_path).parent, "check"), accepting(tmp_path, "check")
    assert {name: after["summary"][name] - count for name, count in before["summary"].items()} == {
        "errors": -1,
        "warnings": 0,
        "notes": -2,
        "files": 0,
        "entries": 0,
        "milestones": 0,
        "accepted": 3,
    }
    accepted = {(each["code"], each["entry"]) for each in after["accepted"]}
    assert not accepted & {(each["code"], each["entry"]) for each in after["findings"]}
    assert len(after["findings"]) == len(before["findings"]) - 3


def test_of_what_is_accepted_validate_has_what_it_gives_itself(tmp_path: Path) -> None:
    found = accepting(tmp_path, "validate", "--as-of", "2025-12-31")
    assert [each["code"] for each in found["accepted"]] == ["GP602", "GP603"]
    assert "GP702" not in {each["code"] for each in found["findings"]}


def test_a_filter_leaves_out_what_is_accepted_elsewhere(tmp_path: Path) -> None:
    assert [each["code"] for each in accepting(tmp_path, "check", "--kind", "project")["accepted"]] == ["GP603"]
    assert accepting(tmp_path, "check", "--plan", "sites")["accepted"] == []


def test_baselines(folder: Path) -> None:
    listed = document(folder, "baseline", "list")
    assert list(listed) == ["format", "version", "plans", "baselines"]
    assert listed["format"] == "genderplan/baselines"
    all_have(listed["baselines"], contract.BASELINE)
    assert [(each["name"], each["taken"]) for each in listed["baselines"]] == [
        ("board-1", "2024-09-30"),
        ("sketch", None),
    ]
    shown = document(folder, "baseline", "show", "board-1")
    assert list(shown) == ["format", "version", "plans", "baseline"]
    baseline = shown["baseline"]
    assert list(baseline) == contract.BASELINE_DETAIL
    all_have(baseline["entries"], contract.ENTRY)
    all_have(baseline["milestones"], contract.MILESTONE)
    judged = ("status", "rag", "finish", "days_overdue", "baseline_due", "variance_months", "variance_days")
    assert {each[name] for each in baseline["milestones"] for name in judged} == {None}
    assert {each[name] for each in baseline["entries"] for name in ("status", "rag", "counts")} == {None}
