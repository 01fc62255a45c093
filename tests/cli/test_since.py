"""`status --since`: what changed since the last board, on the two drafts as two commits."""

import shutil
from pathlib import Path

import pytest

from cli_runner import call, run
from repositories import EARLIER, repository, two_drafts
from support import PLAN as SMALL

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


@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_what_to_run_next_is_of_the_same_day(format_: str, drafts: Path) -> None:
    shown = call("status", *PLAN, "--since", "draft-1", "--as-of", "2003-11-03", "--format", format_, cwd=drafts).out
    assert "genderplan slippage --plan women-2003 --against draft-1 --as-of 2003-11-03" in " ".join(shown.split())


def test_what_was_overdue_on_its_own_day_is_not_newly_so(drafts: Path) -> None:
    """The earlier draft's plan pins its status date too: what is overdue by it is no news, what was added is."""
    [now] = call("status", *PLAN, "--format", "json", cwd=drafts).json["plans"]
    [found] = call("status", *PLAN, "--since", "HEAD~1", "--format", "json", cwd=drafts).json["since"]
    added = {each["id"] for each in found["comparison"]["added"]["milestones"]}
    assert {each["id"] for each in found["newly_overdue"]} == {each["id"] for each in now["overdue"]} & added


@pytest.fixture
def done_in_october(drafts: Path, tmp_path: Path) -> Path:
    """The plans, one milestone of which was done on 30 October 2003."""
    shutil.copytree(drafts / "plans", tmp_path / "plans")
    path = tmp_path / "plans/women-2003/actions/creating-links/link-dcc6.yaml"
    path.write_text(path.read_text("utf-8").replace("due: 2003-10", "due: 2003-10\n    completed: 2003-10-30"), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("taken", "completed", "overdue"),
    [("2003-09-15", 1, 5), ("2003-10-15", 1, 4), ("2003-10", 0, 4), ("2003-11-01", 0, 0)],
)
def test_what_came_to_be_since_a_baseline_was_taken(
    taken: str, completed: int, overdue: int, done_in_october: Path
) -> None:
    """Of the six that are overdue on 3 November one was due in September; one of the others was done instead."""
    baseline = done_in_october / "plans/women-2003/baselines/draft-1.yaml"
    baseline.write_text(baseline.read_text("utf-8").replace("name: draft-1", f"name: draft-1\ntaken: {taken}"), "utf-8")
    shown = call("status", *PLAN, "--since", "draft-1", cwd=done_in_october)
    assert shown.code == 0
    assert f"{completed} completed, {overdue} newly overdue. 9 of 37 agreed dates moved" in shown.out
    assert ("COMPLETED (1)\n  30 Oct 2003  DCC4 to be represented" in shown.out) == bool(completed)
    assert shown.lines[-1].startswith("genderplan slippage --plan women-2003 --against draft-1")


def test_a_baseline_without_a_day_says_nothing_of_progress(done_in_october: Path) -> None:
    shown = call("status", *PLAN, "--since", "draft-1", cwd=done_in_october)
    words = " ".join(shown.out.split())
    assert (
        "9 of 37 agreed dates moved (9 later), net +11 months, worst +2 months. What was completed or has become"
        in words
    )
    assert "COMPLETED" not in shown.out
    [found] = call("status", *PLAN, "--since", "draft-1", "--format", "json", cwd=done_in_october).json["since"]
    assert (found["completed"], found["cancelled"], found["newly_overdue"]) == (None, None, None)
    assert found["comparison"]["totals"]["moved"] == 9


def test_a_plan_that_was_not_there_is_named(drafts: Path) -> None:
    done = call("status", "--since", "HEAD~1", cwd=drafts)
    assert (done.code, done.err) == (0, "genderplan: nothing since 'HEAD~1': budget-2004, equalities-2006\n")
    gone = call("status", "--plan", "equalities-2006", "--since", "HEAD~1", cwd=drafts)
    assert gone == (2, "", "genderplan: nothing of equalities-2006 since 'HEAD~1'\n")


@pytest.mark.parametrize(
    ("since", "message"),
    [
        ("git:nope", "no commit 'nope' in this repository"),
        ("nope", "'nope' is neither a date (2003-09-15, 2003-09), a baseline by name nor a commit"),
        ("--all", "'--all' is neither a date (2003-09-15, 2003-09), a baseline by name nor a commit"),
        ("2003-02-30", "'2003-02-30' is neither a date (2003-09-15, 2003-09), a baseline by name nor a commit"),
        ("2003-01", "no commit until 2003-01-31 in this repository"),
    ],
)
def test_what_is_not_there(drafts: Path, since: str, message: str) -> None:
    assert call("status", f"--since={since}", cwd=drafts) == (2, "", f"genderplan: {message}\n")


def test_outside_a_repository(tmp_path: Path) -> None:
    call("init", cwd=tmp_path)
    done = run("status", "--since", "HEAD", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("genderplan: 'HEAD' is neither a date")
    dated = run("status", "--since", "2024", cwd=tmp_path)
    assert (dated.code, dated.out) == (2, "")
    assert " is in no git repository" in dated.err


def test_what_a_branch_held_before_it_was_merged_was_not_in_the_plan_yet(tmp_path: Path) -> None:
    made = repository(tmp_path)
    path = "plans/p/actions/a.yaml"
    made.commit({"plans/p/plan.yaml": SMALL, path: "title: A\ndue: 2024-06\n"}, "Agreed", "2024-01-10")
    made.git("checkout", "--quiet", "-b", "side")
    made.commit({path: "title: A\ndue: 2024-12\n"}, "On the side", "2024-02-10")
    made.git("checkout", "--quiet", "main")
    made.commit({"plans/p/actions/b.yaml": "title: B\n"}, "On main", "2024-02-05")
    made.merge("side", "Merged", "2024-03-10")
    [found] = call("status", "--since", "2024-02-15", "--format", "json", cwd=tmp_path).json["since"]
    assert [(each["was"], each["now"]) for each in found["comparison"]["moved"]] == [("2024-06", "2024-12")]
    assert (found["since"]["title"], found["since"]["taken"]) == ("On main", "2024-02-05")


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.write({"plans/p/plan.yaml": SMALL})
    told = "genderplan: no commit in this repository yet\n"
    assert call("status", "--since", "2024", cwd=tmp_path) == (2, "", told)


def test_why_dates_moved_who_agreed_and_what_was_reported_stand_in_words(tmp_path: Path) -> None:
    entry = "title: A\nlead: {}\nmilestones:\n  - {{id: m, title: M, due: {}}}\n{}"
    files = {"p/plan.yaml": SMALL, "organisations.yaml": "HR: {name: H}\nFinance: {name: F}\n"}
    files["p/actions/a.yaml"] = entry.format("HR", "2025-03-31", "")
    made = repository(tmp_path)
    made.commit({f"plans/{name}": text for name, text in files.items()})
    why = "revisions: [{date: 2025-02-01, was: 2025-03-31, reason: Payroll moves, approved_by: HR}]"
    told = "updates: [{date: 2025-02-02, by: HR, text: Half done}]\n"
    made.commit({"plans/p/actions/a.yaml": entry.format("Finance", f"2025-04-01, {why}", told)})
    shown = call("status", "--since", "HEAD~1", "--as-of", "2025-02-10", cwd=made.folder).out
    assert (
        "0 completed, 0 newly overdue, 1 update. 1 of 1 agreed date moved (1 later), net +1 day, worst +1 day."
        in " ".join(shown.split())
    )
    for line in (
        "1 Feb 2025: Payroll moves, approved by H",
        "  2 Feb 2025  H  a: A",
        "    Half done",
        "  a  H → F",
    ):
        assert any(each.endswith(line) for each in shown.splitlines()), line
    assert "ADDED LEADS" not in shown
    assert "REMOVED LEADS" not in shown
