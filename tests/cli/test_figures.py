"""Figures that a board can trust: what is counted, each once, and every report the same of the same set."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cli_runner import Result, call
from support import tree

PLAN = "genderplan: 1\ntitle: Equal pay\nobjectives: [{id: data, title: Pay data}]\n"
DAY = ("--as-of", "2025-01-15")
BOARDS = ("2025-01-15", "2025-04-15", "2025-10-15")


def plans(tmp_path: Path, files: Mapping[str, str]) -> Path:
    return tree(tmp_path, {"p/plan.yaml": PLAN, **files})


def rows(result: Result) -> dict[str, list[str]]:
    """The rows of the table of a status, by their titles: RAG and numbers."""
    cells = [line.split() for line in result.lines]
    return {" ".join(each[:-7]): each[-7:] for each in cells if len(each) > 7 and "/" in each[-5]}


TWELVE = {
    **{f"p/actions/done-{n}.yaml": f"title: Done {n}\ncompleted: 2025-0{n}-01\n" for n in range(1, 5)},
    **{f"p/actions/dated-{n}.yaml": f"title: Dated {n}\nend: 2025-0{n}\n" for n in range(3, 6)},
    **{f"p/actions/bare-{n}.yaml": f"title: Bare {n}\n" for n in range(2)},
    "p/actions/late.yaml": "title: Late\ndue: 2025-02\nmilestones: [{id: m, title: M, due: 2025-02}]\n",
    "p/actions/steps.yaml": "title: Steps\nmilestones: [{id: m, title: M, completed: 2025-03-02}, {id: n, title: N}]\n",
    "p/actions/off.yaml": "title: Off\ncancelled: {date: 2025-03, reason: Cost}\ndue: 2025-02\n",
}


@pytest.mark.parametrize(("day", "done"), list(zip(BOARDS, (1, 4, 4), strict=True)))
def test_a_plan_of_twelve_actions_is_of_twelve_at_each_board(tmp_path: Path, day: str, done: int) -> None:
    folder = plans(tmp_path, TWELVE)
    result = call("status", "--as-of", day, cwd=folder)
    assert f" {done}/12 " in result.out
    document = call("status", "--as-of", day, "--format", "json", cwd=folder).json
    (plan,) = document["plans"]
    assert document["version"] == 2
    assert sum(plan["counts"]["entries"].values()) == 12
    assert plan["counts"]["entries"]["complete"] == done
    assert sum(plan["counts"]["milestones"].values()) == 3
    listed = call("list", "--as-of", day, "--format", "json", cwd=folder).json["entries"]
    for status, number in plan["counts"]["entries"].items():
        assert [each["status"] for each in listed].count(status) == number


def test_a_row_adds_up(tmp_path: Path) -> None:
    result = rows(call("status", "--as-of", "2025-02-01", cwd=plans(tmp_path, TWELVE)))["All"]
    done, of = map(int, result[1].split("/"))
    assert done + sum(map(int, result[3:])) == of == 12
    cancelled = call("status", "--as-of", "2025-10-15", cwd=plans(tmp_path, TWELVE)).lines
    head = next(line.split() for line in cancelled if "ACTIONS" in line)
    row = next(line.split() for line in cancelled if line.startswith("  All"))
    assert head[-1] == "CANCELLED"
    assert int(row[2].split("/")[0]) + sum(map(int, row[4:])) == 12


def test_seven_of_seven_done_reads_so_and_is_blue(tmp_path: Path) -> None:
    entries = {f"p/actions/a{n}.yaml": f"title: A\nobjective: data\ncompleted: 2025-01-0{n}\n" for n in range(1, 8)}
    result = call("status", *DAY, cwd=plans(tmp_path, entries))
    assert rows(result)["Pay data"][:2] == ["blue", "7/7"]
    assert rows(result)["All"][:2] == ["blue", "7/7"]


@pytest.mark.parametrize(
    ("rest", "rag"),
    [("", "-"), ("due: 2025-06\n", "green"), ("due: 2024-12\n", "red"), ("cancelled: {reason: C}\n", "blue")],
)
def test_an_action_without_dates_is_undated_and_its_objective_not_blue(tmp_path: Path, rest: str, rag: str) -> None:
    files = {
        "p/actions/a.yaml": "title: A\nobjective: data\ncompleted: 2025-01-02\n",
        "p/actions/b.yaml": f"title: B\nobjective: data\n{rest}",
    }
    folder = plans(tmp_path, files)
    row = rows(call("status", *DAY, cwd=folder)).get("Pay data") or ["blue"]
    assert row[0] == rag
    assert (
        not rest or call("list", "objectives", *DAY, "--format", "json", cwd=folder).json["objectives"][0]["rag"] == rag
    )
    if not rest:
        assert row[-1] == "1"
        assert call("list", "plans", *DAY, "--format", "json", cwd=folder).json["plans"][0]["rag"] is None
        assert call("timeline", *DAY, "--format", "json", cwd=folder).json["rows"][1]["rag"] is None


OVERDUE = {
    "p/actions/one.yaml": "title: One\nlead: HR\ndue: 2024-12-31\nmilestones: [{id: m, title: M, due: 2024-12, lead: Finance}]\n",
    "p/actions/two.yaml": "title: Two\nlead: HR\ndue: 2024-11\nmilestones: [{id: m, title: M, due: 2024-12}]\n",
    "organisations.yaml": "HR: {name: Human Resources}\nFinance: {}\n",
}


@pytest.mark.parametrize(
    ("filters", "overdue"),
    [
        ((), ["p/two", "p/one#m", "p/two#m"]),
        (("--lead", "Finance"), ["p/one#m"]),
        (("--lead", "HR"), ["p/two", "p/one", "p/two#m"]),  # nothing else there says what the own date of one does
    ],
)
def test_lists_status_and_check_agree_on_what_is_overdue(
    tmp_path: Path, filters: tuple[str, ...], overdue: list[str]
) -> None:
    folder = plans(tmp_path, OVERDUE)

    def found(*command: str) -> Any:
        return call(*command, *filters, *DAY, "--format", "json", cwd=folder).json

    (plan,) = found("status")["plans"]
    assert [each["id"] for each in plan["overdue"]] == overdue
    milestones = [each["id"] for each in found("list", "milestones", "--status", "overdue")["milestones"]]
    assert milestones == sorted(each for each in overdue if "#" in each)
    assert sorted(each["entry"] for each in found("check")["findings"] if each["code"] == "GP401") == sorted(overdue)
    assert len(found("list", "--status", "overdue")["entries"]) == plan["counts"]["entries"]["overdue"]


def test_what_is_overdue_names_its_action_and_its_owner(tmp_path: Path) -> None:
    folder = plans(tmp_path, OVERDUE)
    named = call("status", *DAY, cwd=folder).out
    assert "OVERDUE (3): 2 milestones and 1 own date, of 2 actions" in named
    assert "action: One" in named
    assert "Human Resources" in named
    ids = call("status", *DAY, "--ids", cwd=folder).out
    assert "Human Resources" not in ids
    assert "  HR\n" in ids


def test_equal_titles_are_told_apart(tmp_path: Path) -> None:
    files = {f"p/actions/a{n}.yaml": "title: Train\nmilestones: [{id: m, title: M, due: 2024-12}]\n" for n in range(3)}
    folder = plans(tmp_path, files)
    lines = call("status", *DAY, cwd=folder).lines
    assert [line.strip() for line in lines if "#m" in line] == ["a0#m", "a1#m", "a2#m"]
    drawn = call("timeline", *DAY, cwd=folder).out
    assert [drawn.count(f"\n  a{n}\n") for n in range(3)] == [1, 1, 1]


UNITS = """\
MPS: {}
DCC: {part_of: MPS}
DCC4: {part_of: DCC}
Ring: {part_of: Rung}
Rung: {part_of: Ring}
Other: {}
"""


@pytest.mark.parametrize(
    ("option", "name", "found"),
    [
        ("--lead", "MPS", ["p/dcc4", "p/mps", "p/other"]),
        ("--lead", "DCC", ["p/dcc4", "p/other"]),
        ("--lead-only", "MPS", ["p/mps"]),
        ("--lead-only", "DCC", ["p/other"]),
        ("--lead", "Ring", ["p/rung"]),
        ("--lead-only", "Ring", []),
        ("--partner", "MPS", ["p/rung"]),
    ],
)
def test_a_filter_on_a_unit_takes_in_what_is_part_of_it(
    tmp_path: Path, option: str, name: str, found: list[str]
) -> None:
    files = {
        "organisations.yaml": UNITS,
        "p/actions/mps.yaml": "title: A\nlead: MPS\n",
        "p/actions/dcc4.yaml": "title: A\nlead: DCC4\n",
        "p/actions/rung.yaml": "title: A\nlead: Rung\npartners: DCC4\n",
        "p/actions/other.yaml": "title: A\nlead: Other\nmilestones: [{id: m, title: M, lead: DCC}]\n",
    }
    listed = call("list", option, name, "--format", "json", cwd=plans(tmp_path, files)).json["entries"]
    assert [each["id"] for each in listed] == found


BASELINE = "genderplan: 1\ntaken: 2024-09-01\nentries:\n  gap: {kind: action, title: A, milestones: [{id: m, title: M, due: 2024-10}]}\n"


@pytest.mark.parametrize(
    "milestone",
    [
        "due: 2024-12, completed: 2025-01-10",  # finished late
        "due: 2024-12, completed: 2025-Q1",  # in a quarter that has not ended
        "due: 2025-03, forecast: 2025-09",
        "due: 2025-03, revisions: [{date: 2024-10-01, was: 2024-10, approved_by: B}]",
        "due: 2025-03, forecast: 2024-12",
    ],
)
@pytest.mark.parametrize("before", [{}, {"p/baselines/first.yaml": BASELINE}])
def test_taking_a_baseline_never_makes_an_error(tmp_path: Path, milestone: str, before: dict[str, str]) -> None:
    files = {
        "organisations.yaml": "B: {kind: board}\n",
        "p/actions/gap.yaml": f"title: A\nmilestones: [{{id: m, title: M, {milestone}}}]\n",
    }
    folder = plans(tmp_path, files | before)

    def errors() -> set[tuple[str, str]]:
        found = call("check", *DAY, "--format", "json", cwd=folder).json["findings"]
        return {(each["code"], each["entry"]) for each in found if each["severity"] == "error"}

    was = errors()
    assert call("baseline", "save", "now", *DAY, cwd=folder).code == 0
    assert errors() <= was


def test_reports_tell_who_approved(tmp_path: Path) -> None:
    gap = """\
title: Publish the gap
lead: HR
milestones:
  - id: m
    title: Publish it
    due: 2025-06
    forecast: 2025-07
    revisions: [{date: 2025-03-05, was: 2024-10, reason: Payroll, approved_by: EODB}]
"""
    organisations = "HR: {name: Human Resources}\nEODB: {kind: board}\n"
    folder = plans(
        tmp_path, {"organisations.yaml": organisations, "p/actions/gap.yaml": gap, "p/baselines/first.yaml": BASELINE}
    )
    told = "approved by EODB, 5 Mar 2025"
    for command in ("status", "slippage"):
        assert told in call(command, "--as-of", "2025-03-10", cwd=folder).out
    assert f"Jun 2025 {told}" in call("show", "gap#m", "--as-of", "2025-03-10", cwd=folder).out
    assert told not in call("status", "--as-of", "2025-03-04", cwd=folder).out
    (record,) = call("list", "milestones", "--as-of", "2025-03-10", "--format", "json", cwd=folder).json["milestones"]
    assert (record["judged_by"], record["variance_months"]) == ("2025-06", 1)
    assert record["approved"] == {"by": "EODB", "date": "2025-03-05", "to": "2025-06"}


def test_a_baseline_taken_only_after_the_status_date_is_said_to_be(tmp_path: Path) -> None:
    files = {
        "p/actions/gap.yaml": "title: A\nmilestones: [{id: m, title: M, due: 2025-03}]\n",
        "p/baselines/first.yaml": BASELINE,
    }
    folder = plans(tmp_path, files)
    assert "baseline first, taken only on 1 Sep 2024" in call("status", "--as-of", "2024-08-31", cwd=folder).out
    assert "taken only" not in call("status", "--as-of", "2024-09-01", cwd=folder).out
