"""`status --since`: what changed since the last board, on the two drafts as two commits."""

from pathlib import Path

import pytest

from cli_runner import call, run
from repositories import EARLIER, two_drafts

PLAN = ("--plan", "women-2003")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_drafts(tmp_path_factory.mktemp("drafts")).folder


@pytest.mark.parametrize("since", ["HEAD~1", "git:HEAD~1", EARLIER, "2003-10"])
def test_a_commit_and_a_day_say_the_same(drafts: Path, since: str) -> None:
    done = call("status", *PLAN, "--since", since, "--format", "json", cwd=drafts)
    assert (done.code, done.err) == (0, "")
    [found] = done.json["since"]
    assert found["since"]["title"] == "The draft of Appendix 3"
    against = call("slippage", *PLAN, "--against", "draft-1", "--format", "json", cwd=drafts).json["comparisons"][0]
    assert {**found["comparison"], "baseline": None} == {**against, "baseline": None}
    assert found["comparison"]["totals"]["moved"] == 9
    assert (found["completed"], found["cancelled"]) == ([], [])


def test_what_was_overdue_on_its_own_day_is_not_newly_so(drafts: Path) -> None:
    """The earlier draft's plan pins its status date too: what is overdue by it is no news, what was added is."""
    [now] = call("status", *PLAN, "--format", "json", cwd=drafts).json["plans"]
    [found] = call("status", *PLAN, "--since", "HEAD~1", "--format", "json", cwd=drafts).json["since"]
    added = {each["id"] for each in found["comparison"]["added"]["milestones"]}
    assert {each["id"] for each in found["newly_overdue"]} == {each["id"] for each in now["overdue"]} & added


def test_what_was_completed_since_a_baseline(drafts: Path, tmp_path: Path) -> None:
    from shutil import copytree

    copytree(drafts / "plans", tmp_path / "plans")
    path = tmp_path / "plans/women-2003/actions/creating-links/link-dcc6.yaml"
    path.write_text(path.read_text("utf-8").replace("due: 2003-10", "due: 2003-10\n    completed: 2003-10-30"), "utf-8")
    shown = call("status", *PLAN, "--since", "draft-1", cwd=tmp_path)
    assert shown.code == 0
    assert "1 completed, 0 newly overdue. 9 of 37 dates moved (9 later)," in shown.out
    assert "COMPLETED (1)\n  30 Oct 2003  DCC4 to be represented" in shown.out
    assert shown.lines[-1].startswith("genderplan slippage --plan women-2003 --against draft-1")


def test_a_plan_that_was_not_there_is_named(drafts: Path) -> None:
    done = call("status", "--since", "HEAD~1", cwd=drafts)
    assert (done.code, done.err) == (0, "genderplan: nothing since 'HEAD~1': equalities-2006\n")
    gone = call("status", "--plan", "equalities-2006", "--since", "HEAD~1", cwd=drafts)
    assert gone == (2, "", "genderplan: nothing of equalities-2006 since 'HEAD~1'\n")


@pytest.mark.parametrize(
    ("since", "message"),
    [
        ("nope", "no commit 'nope' in this repository"),
        ("--all", "no commit '--all' in this repository"),
        ("2003-01", "no commit until 2003-01-31 in this repository"),
    ],
)
def test_what_is_not_there(drafts: Path, since: str, message: str) -> None:
    assert call("status", f"--since={since}", cwd=drafts) == (2, "", f"genderplan: {message}\n")


def test_outside_a_repository(tmp_path: Path) -> None:
    call("init", cwd=tmp_path)
    done = run("status", "--since", "HEAD", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("genderplan: git: not a git repository")
