"""The hooks for pre-commit: what a commit may hold and what is refused, by pre-commit itself."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from cli_runner import REPOSITORY, call
from clients.finding import program

MANIFEST = REPOSITORY / ".pre-commit-hooks.yaml"
CI_PAGE = REPOSITORY / "docs" / "ci.md"
CI_PAGE_HOOK = (
    CI_PAGE.read_text(encoding="utf-8").partition("```yaml\n# .pre-commit-config.yaml\n")[2].partition("```")[0]
)
_PATIENCE = 900
"""Seconds for a commit: the first installs the program."""

PLANS = {
    "organisations.yaml": "HR: {name: Human Resources}\n",
    "pay/plan.yaml": "genderplan: 1\ntitle: Equal pay\nstatus_date: 2025-01-15\n",
    "pay/actions/extract.yaml": (
        "title: To extract payroll\nlead: HR\nmilestones:\n  - {id: data, title: Data, due: 2025-02}\n"
    ),
    "pay/actions/report.yaml": (
        "title: To report\nlead: HR\nmilestones:\n"
        "  - {id: out, title: Publish, due: 2025-03, depends_on: extract#data}\n"
    ),
}


def hooks() -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}


def test_both_judge_the_whole_tree_at_every_commit() -> None:
    assert list(hooks()) == ["genderplan-validate", "genderplan-check"]
    for hook in hooks().values():
        assert hook["language"] == "python"
        assert (hook["pass_filenames"], hook["always_run"], hook["require_serial"]) == (False, True, True)
        assert hook["verbose"] is True
        assert "types" not in hook
        assert "files" not in hook
        assert len(hook["description"]) > 20


@pytest.mark.parametrize("id_", ["genderplan-validate", "genderplan-check"])
def test_an_entry_is_a_command_that_runs(id_: str) -> None:
    name, *arguments = shlex.split(hooks()[id_]["entry"])
    command = Path(sys.executable).with_name(name)
    done = subprocess.run([command, *arguments, "--help"], capture_output=True, text=True, check=True, timeout=60)
    assert arguments == [id_.removeprefix("genderplan-")]
    assert done.stdout.startswith(f"Usage: genderplan {arguments[0]} ")
    assert call(*arguments, cwd=REPOSITORY).out.endswith("(the plan's status date)\n")


class Commit(NamedTuple):
    """What came of an attempt to commit."""

    code: int
    said: str
    is_made: bool


class Repository:
    """A scratch repository with an environment of its own."""

    def __init__(self, folder: Path, environment: dict[str, str], *, is_there: bool = False) -> None:
        self.folder = folder
        self.environment = environment
        if not is_there:
            folder.mkdir()
            self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        return self._run("git", *arguments, is_checked=True).stdout

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return self._run(*command, is_checked=False)

    def _run(self, *command: str, is_checked: bool) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=is_checked,
            timeout=_PATIENCE,
        )

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").strip()

    def commit(self, message: str) -> Commit:
        """Commit all that has changed."""
        self.git("add", "--all")
        before = self.git("rev-list", "--all", "--count")
        done = self.run("git", "commit", "--quiet", "--message", message)
        return Commit(done.returncode, done.stdout, self.git("rev-list", "--all", "--count") != before)


def project_files() -> Iterator[str]:
    """What git tracks, and what is new and not ignored; as a commit of now would have it."""
    command = ("git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True, timeout=60)
    names = done.stdout.decode().removesuffix("\0").split("\0")
    return (name for name in names if (REPOSITORY / name).is_file())


def scratch_environment(folder: Path) -> dict[str, str]:
    """Home, hooks and git's identity in a folder of the test; nothing of git's own settings."""
    folder.mkdir()
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A. Person"), ("EMAIL", "a.person@example.org"))
    }
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GENDERPLAN_", "PRE_COMMIT"))
    }
    return (
        kept
        | identity
        | {
            "HOME": str(folder),
            "PRE_COMMIT_HOME": str(folder / "hooks"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_COLOR": "never",
        }
    )


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return scratch_environment(tmp_path_factory.mktemp("hooks") / "home")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """The project as it stands now, as a repository that pre-commit can clone."""
    if os.environ.get("REQUIRE_CLIENTS") != "1":
        pytest.skip("slow, and installs from the network: REQUIRE_CLIENTS=1 runs it")
    copy = Repository(tmp_path_factory.mktemp("project") / "genderplan", environment)
    for name in project_files():
        target = copy.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(REPOSITORY / name, target)
    assert copy.commit("The project").is_made
    return copy


def with_hook(folder: Path, project: Repository, hook: str, *arguments: str) -> Repository:
    """A repository in which a hook of the project is installed, and nothing else is committed yet."""
    repository = Repository(folder, project.environment)
    config = f"repos:\n  - repo: {project.folder}\n    rev: {project.head()}\n    hooks:\n      - id: {hook}\n"
    if arguments:
        config += f"        args: {json.dumps(arguments)}\n"
    repository.write({".pre-commit-config.yaml": config})
    done = repository.run(program("pre-commit"), "install")
    assert done.returncode == 0, done.stdout
    return repository


class TestCommits:
    """`genderplan-validate` in a repository with the shipped plans, commit after commit."""

    @pytest.fixture
    def shipped(self, tmp_path: Path, project: Repository) -> Repository:
        repository = with_hook(tmp_path / "repository", project, "genderplan-validate")
        shutil.copytree(REPOSITORY / "plans", repository.folder / "plans")
        return repository

    def test_a_good_commit_passes_and_one_that_breaks_a_file_is_refused(self, shipped: Repository) -> None:
        first = shipped.commit("The plans")
        assert (first.code, first.is_made) == (0, True), first.said
        assert re.search(r"^genderplan validate\.+Passed$", first.said, re.MULTILINE)
        broken = shipped.folder / "plans" / "women-2003" / "plan.yaml"
        text = broken.read_text(encoding="utf-8")
        line = text[: text.index("\ntolerance: ") + 1].count("\n") + 1
        broken.write_text(text.replace("\ntolerance: ", "\ntollerance: "), encoding="utf-8")
        second = shipped.commit("A slip of the pen")
        assert (second.code, second.is_made) == (1, False), second.said
        assert re.search(r"^genderplan validate\.+Failed$", second.said, re.MULTILINE)
        place = f"plans/women-2003/plan.yaml:{line}:1: error GP102 unknown key 'tollerance' (did you mean 'tolerance'?)"
        assert place in second.said.splitlines()
        broken.write_text(text.replace("\ntolerance: 1 month", "\ntolerance: 2 months"), encoding="utf-8")
        assert shipped.commit("More tolerance").is_made


class TestWholeTree:
    """What a commit leaves untouched is judged with it."""

    def repository(self, folder: Path, project: Repository, hook: str) -> Repository:
        repository = with_hook(folder, project, hook)
        repository.write({f"plans/{name}": text for name, text in PLANS.items()})
        first = repository.commit("The plans")
        assert first.is_made, first.said
        return repository

    def test_a_commit_that_only_deletes_what_another_entry_needs_is_refused(
        self, tmp_path: Path, project: Repository
    ) -> None:
        repository = self.repository(tmp_path / "repository", project, "genderplan-validate")
        (repository.folder / "plans/pay/actions/extract.yaml").unlink()
        refused = repository.commit("No longer needed")
        assert (refused.code, refused.is_made) == (1, False), refused.said
        assert "plans/pay/actions/report.yaml:4:57: error GP202 " in refused.said
        (repository.folder / "plans/pay/actions/report.yaml").unlink()
        assert repository.commit("Neither is needed").is_made

    def test_a_commit_that_touches_no_plan_is_judged_too(self, tmp_path: Path, project: Repository) -> None:
        repository = self.repository(tmp_path / "repository", project, "genderplan-check")
        repository.write({"plans/pay/plan.yaml": PLANS["pay/plan.yaml"].replace("2025-01-15", "2025-03-03")})
        late = repository.commit("March")
        assert (late.code, late.is_made) == (1, False), late.said
        assert re.search(r"^genderplan check\.+Failed$", late.said, re.MULTILINE)
        assert (
            "plans/pay/actions/extract.yaml:4:34: error GP401 overdue by 3 days (due 2025-02): Data"
            in late.said.splitlines()
        )
        repository.write(
            {
                "plans/pay/actions/extract.yaml": PLANS["pay/actions/extract.yaml"].replace(
                    "}", ", completed: 2025-02-20}"
                )
            }
        )
        assert repository.commit("Done in time").is_made
        repository.write({"notes.txt": "a line\n"})
        assert repository.commit("Nothing of a plan").is_made

    def test_a_repository_without_a_plan_is_told(self, tmp_path: Path, project: Repository) -> None:
        """A tree that has moved must not pass for one that is clean."""
        repository = with_hook(tmp_path / "repository", project, "genderplan-validate")
        refused = repository.commit("No plan")
        assert (refused.code, refused.is_made) == (1, False), refused.said
        assert "- exit code: 2\n" in refused.said
        assert "genderplan: no tree: neither a folder 'plans' nor a file 'plan.yaml'" in refused.said


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory, project: Repository) -> Repository:
    """The plans, committed, and the hook as the page on CI has it."""
    [hook] = yaml.safe_load(CI_PAGE_HOOK)["repos"][0]["hooks"]
    folder = tmp_path_factory.mktemp("gate") / "repository"
    repository = with_hook(folder, project, hook["id"], *hook["args"])
    repository.write({f"plans/{name}": text for name, text in PLANS.items()})
    first = repository.commit("The plans")
    assert (first.code, first.is_made) == (0, True), first.said
    return repository


class TestGate:
    """The hook with the arguments of the page on CI: each commit is held against the one before it."""

    REPORT = "plans/pay/actions/report.yaml"
    MOVED = PLANS["pay/actions/report.yaml"].replace("2025-03", "2025-05")
    REASON = ", revisions: [{date: 2025-01-10, was: 2025-03, reason: The payroll system moved}]}\n"

    @pytest.fixture
    def repository(self, tmp_path: Path, gated: Repository) -> Repository:
        """A copy of its own."""
        shutil.copytree(gated.folder, tmp_path / "repository")
        copy = Repository(tmp_path / "repository", gated.environment, is_there=True)
        copy.git("update-index", "--refresh")
        return copy

    def test_a_quiet_move_is_refused_and_one_with_a_reason_is_not(self, repository: Repository) -> None:
        repository.write({self.REPORT: self.MOVED})
        refused = repository.commit("A little later")
        assert (refused.code, refused.is_made) == (1, False), refused.said
        assert re.search(r"^genderplan validate\.+Failed$", refused.said, re.MULTILINE)
        line = f"{self.REPORT}:4:36: error GP502 due moved from 2025-03 to 2025-05 without a revision: Publish "
        assert [each for each in refused.said.splitlines() if each.startswith(line)] != []
        repository.write({self.REPORT: self.MOVED.replace("}\n", self.REASON)})
        passed = repository.commit("Later, and why")
        assert (passed.code, passed.is_made) == (0, True), passed.said
        again = repository.run("git", "commit", "--amend", "--quiet", "--message", "Later, for this reason")
        assert again.returncode == 0, again.stdout

    def test_what_is_not_staged_does_not_count(self, repository: Repository) -> None:
        repository.write({self.REPORT: self.MOVED, "notes.txt": "a line\n"})
        repository.git("add", "notes.txt")
        done = repository.run("git", "commit", "--quiet", "--message", "Notes")
        assert done.returncode == 0, done.stdout
        assert (repository.folder / self.REPORT).read_text(encoding="utf-8") == self.MOVED

    def test_in_a_worktree_too(self, repository: Repository, tmp_path: Path) -> None:
        """There git names its folders to the hook by the environment."""
        repository.git("worktree", "add", "--quiet", "-b", "later", str(tmp_path / "worktree"))
        worktree = Repository(tmp_path / "worktree", repository.environment, is_there=True)
        worktree.write({self.REPORT: self.MOVED})
        refused = worktree.commit("A little later")
        assert (refused.code, refused.is_made) == (1, False), refused.said
        assert " error GP502 " in refused.said

    def test_a_push_is_held_against_what_was_there(self, repository: Repository, tmp_path: Path) -> None:
        """Also of a branch that is new there; what `--no-verify` let into a commit is told before it leaves."""
        remote = str(tmp_path / "remote.git")
        repository.git("init", "--quiet", "--bare", remote)
        repository.git("remote", "add", "origin", remote)
        done = repository.run(program("pre-commit"), "install", "--hook-type", "pre-push")
        assert done.returncode == 0, done.stdout
        first = repository.run("git", "push", "--quiet", "origin", "main")
        assert first.returncode == 0, first.stdout
        assert "genderplan: no commit is being made: " in first.stdout
        repository.write({self.REPORT: self.MOVED})
        repository.git("commit", "--quiet", "--all", "--no-verify", "--message", "A little later")
        for branch in ("main", "main:request"):
            refused = repository.run("git", "push", "--quiet", "origin", branch)
            assert refused.returncode == 1, refused.stdout
            assert " error GP502 due moved from 2025-03 to 2025-05 " in refused.stdout
        refs = ("--from-ref", "origin/main", "--to-ref", "HEAD")
        for arguments, code in ((refs, 1), (("--all-files",), 0)):
            done = repository.run(program("pre-commit"), "run", *arguments)
            assert done.returncode == code, done.stdout
            assert (" error GP502 " in done.stdout, "no commit is being made" in done.stdout) == (code == 1, code == 0)
        repository.write({self.REPORT: self.MOVED.replace("}\n", self.REASON)})
        repository.git("commit", "--quiet", "--all", "--no-verify", "--message", "And why")
        passed = repository.run("git", "push", "--quiet", "origin", "main")
        assert passed.returncode == 0, passed.stdout
        assert ", against git:" in passed.stdout
