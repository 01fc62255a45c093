"""`validate --against` and `check --against` of boards: what their files promise is held against what it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cli.test_gate import DAY, FILES, codes, told
from cli_runner import call
from repositories import PERSON, Git, repository

FILE = "plans/boards/EODB.yaml"
BOARD = """\
meetings:
  - id: feb-2025
    date: 2025-02-06
    revisions: [{date: 2024-11-04, was: 2025-01-30, reason: The chair is away}]
  - {id: jun-2025, date: 2025-06-05}
receives:
  - {id: progress, title: Progress of the plan, by: HR, every_meetings: 1, from: feb-2025}
promised:
  - {id: survey, title: Outcomes of the survey, by: HR, at: feb-2025, received: 2025-02-06}
decisions:
  - {id: note, text: Note the progress made, agreed: true}
"""
MOVED = BOARD.replace("2025-06-05", "2025-07-03")
REASON = "2025-07-03, revisions: [{date: 2025-05-01, was: 2025-06-05, reason: An election}]"
LINE = (
    f"{FILE}:5:26: error GP502 date moved from 2025-06-05 to 2025-07-03 without a revision: meeting jun-2025"
    " (add to revisions {date: DAY, was: 2025-06-05, reason: WHY})"
)


@pytest.fixture
def boards(tmp_path: Path) -> Git:
    """A repository with a plan and a board, committed."""
    made = repository(tmp_path / "repository")
    organisations = "HR: {}\nEODB: {kind: board}\n"
    made.commit(FILES | {"plans/organisations.yaml": organisations, FILE: BOARD}, "The plan", "2024-12-01")
    return made


def of(git: Git, text: str | None, more: Mapping[str, str] | None = None) -> list[str]:
    git.write({FILE: text, **(more or {})})
    return codes(told(git, "git:HEAD"))


def test_a_quiet_move_of_a_meeting_fails_the_run(boards: Git) -> None:
    boards.write({FILE: MOVED})
    result = told(boards, "git:HEAD")
    assert (result.code, result.lines[0], result.lines[-1]) == (1, LINE, f"{DAY}, against git:HEAD")
    assert call("check", "--against", "git:HEAD", cwd=boards.folder).lines[0] == LINE
    assert codes(call("validate", cwd=boards.folder)) == []


def test_one_with_a_reason_passes(boards: Git) -> None:
    assert of(boards, BOARD.replace("2025-06-05", REASON)) == []


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("at: feb-2025", "at: jun-2025", "GP502"),
        ("every_meetings: 1", "every_meetings: 2", "GP502"),
        ("  - {id: jun-2025, date: 2025-06-05}\n", "", "GP505"),
        ("date: 2025-06-05", "date: 2025-06-05, cancelled: {}", "GP505"),
        (", received: 2025-02-06", "", "GP506"),
        (", agreed: true", "", "GP506"),
        ("decisions:\n  - {id: note, text: Note the progress made, agreed: true}\n", "", "GP506"),
        ("    revisions: [{date: 2024-11-04, was: 2025-01-30, reason: The chair is away}]\n", "", "GP508"),
    ],
)
def test_each_change_without_a_word(was: str, now: str, code: str, boards: Git) -> None:
    assert was in BOARD
    assert of(boards, BOARD.replace(was, now)) == [code]


def test_a_board_that_is_removed(boards: Git) -> None:
    assert of(boards, None) == ["GP505"]
    [line] = [each for each in told(boards, "git:HEAD").lines if "GP505" in each]
    assert line.startswith(
        f"{FILE}:1:1: error GP505 board removed, with 5 of its meetings, reports and decisions: EODB"
    )


def test_what_a_plan_accepts_passes_with_the_change_alone(boards: Git) -> None:
    plan = FILES["plans/pay/plan.yaml"]
    accept = 'accept: [{code: GP505, where: "board:EODB", reason: The board is dissolved}]\n'
    assert of(boards, None, {"plans/pay/plan.yaml": plan + accept}) == []
    shown = call("validate", "--against", "git:HEAD", "--accepted", cwd=boards.folder)
    assert "accepted GP505 board removed" in shown.out
    assert shown.code == 0
    boards.commit({}, "Dissolved")
    assert of(boards, BOARD) == []
    boards.commit({}, "Founded again")
    assert of(boards, None) == ["GP505"]


def test_one_that_cannot_be_read_then_or_now_is_not_gone(boards: Git) -> None:
    assert "GP505" not in of(boards, "meetings: [")
    boards.commit({}, "Broken")
    boards.write({FILE: BOARD})
    result = told(boards, "git:HEAD")
    assert codes(result) == ["GP509"]
    assert f"not read of 'git:HEAD', and so not compared: {FILE}" in result.err


def test_a_folder_of_plans_tells_the_same_and_that_of_a_plan_nothing(boards: Git, tmp_path: Path) -> None:
    before = boards.clone(tmp_path / "before").folder / "plans"
    boards.write({FILE: MOVED})
    assert codes(told(boards, str(before))) == ["GP502"]
    assert codes(told(boards, str(before / "pay"))) == []


@pytest.mark.parametrize("outer", [False, True], ids=["in no repository", "in another repository"])
def test_a_plan_that_is_a_repository_of_its_own_says_nothing_of_boards(outer: bool, tmp_path: Path) -> None:
    """Nor of who is a board, which may not approve anew for that. What is held against nothing is said."""
    organisations = "HR: {}\nEODB: {kind: board}\n"
    around = repository(tmp_path) if outer else Git(tmp_path)
    around.write({"plans/organisations.yaml": organisations, FILE: BOARD, ".gitignore": "plans/pay\n"})
    if outer:
        around.commit({}, "What plans share")
    plan = repository(tmp_path / "plans" / "pay")
    plan.commit({name.removeprefix("plans/pay/"): text for name, text in FILES.items() if "/pay/" in name}, "The plan")
    around.write({FILE: MOVED})
    result = told(around, "git:HEAD")
    assert (result.code, codes(result)) == (0, [])
    assert result.err == "genderplan: no boards in 'git:HEAD', and so held against nothing: EODB\n"
    around.write({"plans/pay/plan.yaml": FILES["plans/pay/plan.yaml"] + "approvers: [EODB, HR]\n"})
    assert "who may approve new dates now, and could not: HR " in told(around, "git:HEAD").out


def test_the_folder_of_a_plan_that_stands_alone_says_nothing_of_who_may_approve(boards: Git, tmp_path: Path) -> None:
    before = boards.clone(tmp_path / "before").folder / "plans"
    for name in ("organisations.yaml", "boards/EODB.yaml"):
        (before / name).unlink()
    accept = "accept: [{code: GP502, where: 'board:EODB', reason: It moved}]\n"
    boards.write({"plans/pay/plan.yaml": FILES["plans/pay/plan.yaml"] + accept})
    result = told(boards, str(before / "pay"))
    assert (result.code, codes(result)) == (0, [])
    assert codes(told(boards, str(before))) == ["GP510", "GP702"]


def test_a_baseline_says_nothing_of_boards(boards: Git) -> None:
    saved = call("baseline", "save", "board-1", cwd=boards.folder)
    assert saved.code == 0, saved.err
    boards.write({FILE: None})
    assert codes(told(boards, "board-1")) == []


def test_a_merge_answers_for_what_it_has_otherwise_than_both_sides(boards: Git) -> None:
    boards.git("checkout", "--quiet", "-b", "other")
    boards.commit({FILE: BOARD.replace("2025-06-05", REASON)}, "Moved with a reason")
    boards.git("checkout", "--quiet", "main")
    boards.commit({"plans/pay/actions/new.yaml": "title: New\nlead: HR\ndue: 2025-06\n"}, "Elsewhere")
    boards.git("merge", "--quiet", "--no-ff", "--no-commit", "other", **PERSON)
    assert codes(told(boards, "git:HEAD")) == []
    assert of(boards, BOARD.replace("2025-06-05", "2025-08-07")) == ["GP502"]


def test_filters_of_plans_leave_boards_in(boards: Git) -> None:
    boards.write({FILE: MOVED})
    for options in (["--plan", "pay"], ["--lead", "HR"]):
        assert codes(told(boards, "git:HEAD", *options)) == ["GP502"]


def test_records_name_what_is_of_the_board(boards: Git) -> None:
    boards.write({FILE: MOVED})
    [found] = told(boards, "git:HEAD", "--format", "json").json["findings"]
    assert (found["code"], found["entry"], found["file"]) == ("GP502", "EODB#jun-2025", FILE)
    run = told(boards, "git:HEAD", "--format", "sarif").json["runs"][0]
    [place] = run["results"][0]["locations"][0]["logicalLocations"]
    assert place == {"fullyQualifiedName": "EODB#jun-2025", "kind": "board"}
