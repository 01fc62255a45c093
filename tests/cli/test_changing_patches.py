"""`--dry-run`: a patch that `git apply` and `patch` take, wherever the command is run and whatever folders are named."""

import shutil
import subprocess
from pathlib import Path

import pytest

from cli.company import company
from cli_runner import call, run
from docs_blocks import environment
from repositories import Git, repository
from support import PLAN, tree

REPORT = "plans/pay/actions/publish-gap.yaml"
MOVE = ("move", "publish-gap#report", "--to", "2025-06", "--reason", "R")
ODD = ["two words", "Zoë", 'a"b', "a\\b", "a\tb", "a\nb", "-p", "$(a)'b'"]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """The company's plans in a repository, in a folder of it."""
    made = repository(tmp_path / "top")
    (made.folder / "hr").mkdir()
    company(made.folder / "hr")
    made.commit({})
    return made


def applied(program: str, *arguments: str, patch: str, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [program, *arguments], cwd=cwd, input=patch.encode(), env=environment(), capture_output=True, check=False
    )


def told(top: str) -> str:
    return f"genderplan: the patch names its file from the top of the repository: 'git -C {top} apply' takes it\n"


def assert_moved(git: Git, file: str) -> None:
    """That a file, and no other, is what the command itself makes of it."""
    assert git.git("diff", "--name-only", "-z") == f"{file}\0"
    patched = (git.folder / file).read_bytes()
    git.git("checkout", "--quiet", ".")
    assert call(*MOVE, cwd=git.folder / "hr").code == 0
    assert (git.folder / file).read_bytes() == patched


@pytest.mark.parametrize("folder", ["", "plans", "plans/pay", "plans/pay/actions"])
def test_above_its_file_git_takes_it_where_it_is_printed(git: Git, folder: str) -> None:
    here = git.folder / "hr" / folder
    dry = call(*MOVE, "--dry-run", cwd=here)
    assert (dry.code, dry.err) == (0, "")
    assert applied("git", "apply", patch=dry.out, cwd=here).returncode == 0
    assert_moved(git, f"hr/{REPORT}")


def test_from_a_folder_beside_its_file_git_takes_it_at_the_top(git: Git) -> None:
    here = git.folder / "hr/plans/pay/projects"
    dry = run(*MOVE, "--dry-run", cwd=here)
    assert (dry.code, dry.err) == (0, told("../../../.."))
    assert dry.out.startswith(f"--- a/hr/{REPORT}\n+++ b/hr/{REPORT}\n@@ ")
    assert applied("git", "-C", "../../../..", "apply", patch=dry.out, cwd=here).returncode == 0
    assert_moved(git, f"hr/{REPORT}")


def test_in_another_folder_it_is_refused_and_not_passed_over(git: Git) -> None:
    """With a line `diff --git` above it, git would say nothing, and change nothing."""
    here = git.folder / "hr/plans/pay/projects"
    dry = call(*MOVE, "--dry-run", cwd=here)
    refused = applied("git", "apply", patch=dry.out, cwd=here)
    assert refused.returncode == 1
    assert b"No such file or directory" in refused.stderr


def test_for_a_tree_elsewhere(git: Git, tmp_path: Path) -> None:
    here = tmp_path / "elsewhere"
    here.mkdir()
    for named in (str(git.folder / "hr/plans"), "../top/hr/plans"):
        dry = call(*MOVE, "--dry-run", "--tree", named, cwd=here)
        assert (dry.code, dry.err) == (0, told("../top"))
        assert applied("git", "-C", "../top", "apply", patch=dry.out, cwd=here).returncode == 0
        assert_moved(git, f"hr/{REPORT}")
        git.git("checkout", "--quiet", ".")


def test_through_a_link_to_the_tree(git: Git, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(git.folder / "hr")
    (tmp_path / "elsewhere").mkdir()
    dry = call(*MOVE, "--dry-run", "--tree", "../link/plans", cwd=tmp_path / "elsewhere")
    assert (dry.code, dry.err) == (0, told("../top"))
    assert applied("git", "-C", "../top", "apply", patch=dry.out, cwd=tmp_path / "elsewhere").returncode == 0
    assert_moved(git, f"hr/{REPORT}")


def test_the_way_to_the_top_is_as_a_shell_takes_it(tmp_path: Path) -> None:
    made = repository(tmp_path / "it's here")
    company(made.folder)
    (tmp_path / "elsewhere").mkdir()
    dry = call(*MOVE, "--dry-run", "--tree", str(made.folder / "plans"), cwd=tmp_path / "elsewhere")
    assert dry.err == told("""'../it'"'"'s here'""")


def test_a_work_tree_whose_git_is_a_file(git: Git, tmp_path: Path) -> None:
    git.git("worktree", "add", "--quiet", str(tmp_path / "other"))
    dry = call(*MOVE, "--dry-run", cwd=tmp_path / "other/hr/plans/sites")
    assert (dry.code, dry.err) == (0, told("../../.."))
    assert dry.out.startswith(f"--- a/hr/{REPORT}\n")


def test_where_there_is_no_repository_it_is_named_from_the_current_folder(tmp_path: Path) -> None:
    company(tmp_path)
    dry = call(*MOVE, "--dry-run", cwd=tmp_path / "plans/pay/projects")
    assert (dry.code, dry.err) == (0, "")
    assert dry.out.startswith("--- a/../actions/publish-gap.yaml\n+++ b/../actions/publish-gap.yaml\n@@ ")


@pytest.mark.parametrize("folder", ODD, ids=ascii)
@pytest.mark.parametrize("program", ["git", "patch"])
def test_folders_of_any_name(tmp_path: Path, folder: str, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    name = f"p/actions/{folder}/x.yaml"
    root = tree(tmp_path, {"p/plan.yaml": PLAN, name: "title: A\ndue: 2025-03\n"})
    dry = call("move", "x", "--to", "2025-04", "--reason", "R", "--dry-run", "--as-of", "2025-01-15", cwd=root.parent)
    assert dry.code == 0
    arguments = ("apply",) if program == "git" else ("-p1", "--batch")
    done = applied(program, *arguments, patch=dry.out, cwd=root.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    revision = '  - {date: 2025-01-15, field: due, was: 2025-03, reason: "R"}\n'
    assert (root / name).read_text("utf-8") == f"title: A\ndue: 2025-04\nrevisions:\n{revision}"
