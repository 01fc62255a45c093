"""`slippage` against commits, files and folders, and between any two of them."""

from pathlib import Path
from typing import Any

import pytest

from cli_runner import Result, call, run
from repositories import EARLIER, Git, repository, two_drafts
from support import PLAN

WOMEN = ("slippage", "--plan", "women-2003")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return two_drafts(tmp_path_factory.mktemp("drafts"))


def comparison(made: Git, *arguments: str) -> Any:
    result = call(*WOMEN, *arguments, "--format", "json", cwd=made.folder)
    assert (result.code, result.err) == (0, "")
    [found] = result.json["comparisons"]
    return found


def test_against_the_earlier_commit_is_against_the_earlier_draft(drafts: Git) -> None:
    by_commit, by_name = comparison(drafts, "--against", "git:HEAD~1"), comparison(drafts, "--against", "draft-1")
    assert by_name["totals"]["moved"] == 9
    assert by_commit.pop("baseline") == {"name": "git:HEAD~1", "title": "The draft of Appendix 3", "taken": EARLIER}
    assert by_name.pop("baseline")["name"] == "draft-1"
    assert by_commit == by_name


def test_the_shipped_plans_are_the_later_commit(drafts: Git) -> None:
    shipped = call(*WOMEN, "--against", "draft-1", "--format", "json").json
    assert comparison(drafts, "--against", "draft-1") == shipped["comparisons"][0]
    assert comparison(drafts, "--against", "git:HEAD")["totals"]["moved"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--from", "git:HEAD~1"),
        ("--against", "git:HEAD~1", "--to", "git:HEAD"),
        ("--from", "draft-1", "--to", "git:HEAD"),
        ("--from", "draft-1", "--to", "./plans"),
        ("--from", "plans/women-2003/baselines/draft-1.yaml"),
        ("--from", "git:HEAD~1", "--to", "plans/women-2003"),
    ],
    ids=" ".join,
)
def test_the_same_between_any_two_ways_to_say_it(arguments: tuple[str, ...], drafts: Git) -> None:
    found, wanted = comparison(drafts, *arguments), comparison(drafts, "--against", "draft-1")
    assert {**found, "baseline": None} == {**wanted, "baseline": None}


def test_backwards_every_move_is_the_other_way(drafts: Git) -> None:
    there = comparison(drafts, "--from", "git:HEAD~1", "--to", "git:HEAD")["moved"]
    back = comparison(drafts, "--from", "git:HEAD", "--to", "git:HEAD~1")["moved"]
    assert {(each["id"], each["was"], each["now"]) for each in there} == {
        (each["id"], each["now"], each["was"]) for each in back
    }
    assert sorted(each["variance_months"] for each in back) == [-2, -2, -1, -1, -1, -1, -1, -1, -1]


def test_from_a_commit_to_itself_nothing_moved(drafts: Git) -> None:
    found = comparison(drafts, "--from", "git:main", "--to", "git:HEAD")
    assert (found["totals"]["moved"], found["moved"], found["reworded"]) == (0, [], [])


def test_filters_count_in_a_commit_too(drafts: Git) -> None:
    found = comparison(drafts, "--against", "git:HEAD~1", "--lead", "PIB")
    assert found == comparison(drafts, "--against", "draft-1", "--lead", "PIB") | {"baseline": found["baseline"]}
    assert [each["id"] for each in found["moved"]] == ["women-2003/identify-needs#questionnaire"]


def test_the_table_names_the_commit(drafts: Git) -> None:
    result = run(*WOMEN, "--against", "git:HEAD~1", cwd=drafts.folder)
    assert (result.code, result.err) == (0, "")
    assert "against baseline git:HEAD~1, taken 15 Sep 2003" in result.out
    assert "9 of 37 agreed dates moved (9 later), net +11 months, worst +2 months." in result.out


def test_a_plan_that_was_not_there_is_named(drafts: Git) -> None:
    result = call("slippage", "--against", "git:HEAD~1", cwd=drafts.folder)
    assert (result.code, result.err) == (0, "genderplan: not in 'git:HEAD~1': budget-2004, equalities-2006\n")
    alone = call("slippage", "--plan", "equalities-2006", "--against", "git:HEAD~1", cwd=drafts.folder)
    assert alone == Result(2, "", "genderplan: not in 'git:HEAD~1': equalities-2006\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--against", "git:no-such"), "no commit 'no-such' in this repository"),
        (("--against", "git:"), "no commit '' in this repository"),
        (("--against", "git:--help"), "no commit '--help' in this repository"),
        (("--against", "git:HEAD~9"), "no commit 'HEAD~9' in this repository"),
        (("--against", "draft-9"), "no baseline 'draft-9' in women-2003, and no such commit"),
        (("--against", "baseline:draft-9"), "no baseline 'draft-9' in women-2003"),
        (("--against", "no/where"), "'no/where' is neither a baseline by name, a commit, a file nor a folder"),
        (("--to", "git:no-such"), "no commit 'no-such' in this repository"),
        (("--to", "draft-9"), "no 'draft-9' of women-2003"),
        (("--against", "draft-1", "--from", "draft-1"), "--from is another name of --against: give one of them"),
    ],
    ids=str,
)
def test_what_cannot_be_compared(arguments: tuple[str, ...], told: str, drafts: Git) -> None:
    result = call(*WOMEN, *arguments, cwd=drafts.folder)
    assert result == Result(2, "", f"genderplan: {told}\n")


def test_a_shallow_clone_says_how_to_get_the_commit(drafts: Git, tmp_path: Path) -> None:
    shallow = drafts.clone(tmp_path / "shallow", "--depth", "1")
    result = call(*WOMEN, "--against", "git:HEAD~1", cwd=shallow.folder)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "genderplan: no commit 'HEAD~1' in this repository (this clone is shallow: 'git fetch --unshallow' brings the "
        "rest (in a GitHub workflow, 'fetch-depth: 0'))\n"
    )
    shallow.git("fetch", "--quiet", "--unshallow")
    assert call(*WOMEN, "--against", "git:HEAD~1", cwd=shallow.folder).code == 0


@pytest.mark.parametrize("folder", ["", "plans", "plans/women-2003/actions"])
def test_from_any_folder_of_the_repository(folder: str, drafts: Git) -> None:
    result = call(*WOMEN, "--against", "git:HEAD~1", "--format", "json", cwd=drafts.folder / folder)
    assert result.json["comparisons"][0]["totals"]["moved"] == 9


def test_from_elsewhere_with_the_tree_named(drafts: Git, tmp_path: Path) -> None:
    result = call(*WOMEN, "--against", "git:HEAD~1", "--tree", str(drafts.folder / "plans"), cwd=tmp_path)
    assert result.code == 0


def test_what_is_in_no_repository(tmp_path: Path) -> None:
    (tmp_path / "plans/p").mkdir(parents=True)
    (tmp_path / "plans/p/plan.yaml").write_text(PLAN, encoding="utf-8")
    result = call("slippage", "--against", "git:HEAD", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert " is in no git repository" in result.err


def test_no_git(drafts: Git, tmp_path: Path) -> None:
    result = call(*WOMEN, "--against", "git:HEAD~1", cwd=drafts.folder, env={"PATH": str(tmp_path)})
    assert result == Result(2, "", "genderplan: git is not installed, or not where the system looks for programs\n")
    assert call(*WOMEN, "--against", "draft-1", cwd=drafts.folder, env={"PATH": str(tmp_path)}).code == 0


def test_an_inherited_repository_does_not_count(drafts: Git, tmp_path: Path) -> None:
    """As in a hook: git has set which repository it is at work in."""
    other = repository(tmp_path)
    other.commit({"x": "x"})
    env = {
        "GIT_DIR": str(tmp_path / ".git"),
        "GIT_WORK_TREE": str(tmp_path),
        "GIT_INDEX_FILE": str(tmp_path / ".git/index"),
    }
    result = run(*WOMEN, "--against", "git:HEAD~1", cwd=drafts.folder, env=env)
    assert (result.code, result.err) == (0, "")


@pytest.fixture(scope="module")
def bare(drafts: Git, tmp_path_factory: pytest.TempPathFactory) -> Git:
    return drafts.clone(tmp_path_factory.mktemp("bare") / "drafts.git", "--bare")


@pytest.mark.parametrize("tree", [(), ("--tree", "."), ("--tree", "plans")], ids=" ".join)
def test_in_a_bare_clone_the_plans_are_those_of_its_head(tree: tuple[str, ...], drafts: Git, bare: Git) -> None:
    between = ("--from", "git:HEAD~1", "--to", "git:HEAD")
    for arguments in [("--against", "draft-1"), ("--against", "git:HEAD~1"), between]:
        assert comparison(bare, *arguments, *tree) == comparison(drafts, *arguments)


def test_every_reading_command_works_in_a_bare_clone(drafts: Git, bare: Git) -> None:
    for command in [("status",), ("list", "milestones"), ("show", "identify-needs"), ("impact",), ("timeline",)]:
        there, here = (call(*command, "--format", "json", cwd=made.folder) for made in (bare, drafts))
        assert (there.code, there.err, there.json) == (here.code, here.err, here.json)


@pytest.mark.parametrize(
    "command",
    [
        ("move", "identify-needs#report", "--to", "2004-06", "--reason", "Ill"),
        ("baseline", "save", "board-1", "--plan", "women-2003"),
        ("init", "--plan", "pay"),
        ("init", "."),
    ],
    ids=["move", "baseline save", "init", "init here"],
)
def test_nothing_is_written_in_a_bare_clone(command: tuple[str, ...], bare: Git) -> None:
    result = call(*command, cwd=bare.folder)
    assert (result.code, result.out) == (2, "")
    assert result.err == "genderplan: a bare repository has no files that could be changed: clone it\n"
    assert not (bare.folder / "plans").exists()


def test_a_tree_above_a_bare_clone_does_not_take_its_place(drafts: Git, tmp_path: Path) -> None:
    clone = drafts.clone(tmp_path / "clones" / "drafts.git", "--bare")
    call("init", "plans", "--plan", "other", cwd=tmp_path / "clones")
    for arguments in [(), ("--tree", ".")]:
        plans = call("list", "plans", *arguments, "--format", "json", cwd=clone.folder).json["plans"]
        assert [each["id"] for each in plans] == ["budget-2004", "equalities-2006", "women-2003"]


def test_the_files_of_git_itself_are_no_bare_clone(drafts: Git) -> None:
    """Inside `.git` the plans are those of the folder above."""
    plans = call("list", "plans", "--format", "json", cwd=drafts.folder / ".git").json["plans"]
    assert next(each["file"] for each in plans) == "../plans/budget-2004/plan.yaml"


def test_a_folder_that_a_bare_clone_has_not(bare: Git) -> None:
    result = call("status", "--tree", "planz", cwd=bare.folder)
    assert (result.code, result.err) == (2, "genderplan: no tree: 'planz' is not a folder\n")
