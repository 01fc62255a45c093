"""The page on CI is true: its workflow and its job are run as a runner would run them, and do what the page says."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest
import yaml

from cli.company import PAY, company
from cli_runner import REPOSITORY, call
from clients.finding import program

PAGE = REPOSITORY / "docs" / "ci.md"
BLOCK = re.compile(r"^```yaml\n# (?P<title>[^\n]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = {found["title"]: found["text"] for found in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))}
LATE = "plans/women-2003/actions/data-collection/identify-data.yaml"
_PATIENCE = 120


def block(title: str) -> Any:
    """A block by its first line, read; `on` is a word in GitHub's YAML."""
    return yaml.load(BLOCKS[title], yaml.BaseLoader)


WORKFLOW = block(".github/workflows/plans.yml")
SCANNING = block(".github/workflows/plans.yml, under jobs")["code-scanning"]
JOB = block(".gitlab-ci.yml")["plans"]


class Step(NamedTuple):
    """What one script came to."""

    script: str
    code: int
    out: str
    err: str


class Checkout:
    """A repository as a runner has checked it out: a clone of one with the shipped plans, and where a step may write.

    As GitHub does it, what is checked out is no branch; `origin/main` is where a request goes to.
    """

    def __init__(self, folder: Path) -> None:
        self.origin = folder / "origin"
        self.folder = folder / "checkout"
        self.summary = folder / "summary.md"
        self.home = folder / "home"
        self.home.mkdir()
        self.summary.touch()
        shutil.copytree(REPOSITORY / "plans", self.origin / "plans")
        self.git("init", "--quiet", "--initial-branch=main", at=self.origin)
        self.commit("The plans", at=self.origin)
        self.clone()

    def clone(self, *options: str) -> None:
        """Check out anew what `main` is now."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.git("clone", "--quiet", *options, f"file://{self.origin}", str(self.folder), at=self.origin)
        self.git("checkout", "--quiet", "--detach")

    def git(self, *arguments: str, at: Path | None = None) -> str:
        command = ("git", *arguments)
        where, environment = at or self.folder, self.environment()
        done = subprocess.run(
            command, cwd=where, env=environment, capture_output=True, text=True, check=True, timeout=_PATIENCE
        )
        return done.stdout.strip()

    def commit(self, message: str, *, at: Path | None = None) -> str:
        """All that has changed; the id of the commit."""
        self.git("add", "--all", at=at)
        self.git("commit", "--quiet", "--message", message, at=at)
        return self.git("rev-parse", "HEAD", at=at)

    def environment(self) -> dict[str, str]:
        """The programs of this Python first; no package index, so that what is installed must do."""
        identity = {
            f"GIT_{who}_{what}": "a.person@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        pip = {"PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        return {**os.environ, **identity, **git, **pip, "HOME": str(self.home), "PATH": path, "CI": "true"}

    def github(self, scripts: Iterable[str], **more: str) -> list[Step]:
        """Each script as a step of its own; after one that fails the job has ended."""
        workflow = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.folder),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }
        steps: list[Step] = []
        for script in scripts:
            steps.append(self._run(("bash", "-e"), script, workflow | more))
            if steps[-1].code:
                break
        return steps

    def gitlab(self, scripts: Sequence[str], **variables: str) -> Step:
        """All scripts in one shell."""
        return self._run(("bash", "-eo", "pipefail"), "\n".join(scripts), {"GITLAB_CI": "true"} | variables)

    def _run(self, shell: tuple[str, ...], script: str, environment: dict[str, str]) -> Step:
        done = subprocess.run(
            [*shell, "-c", script],
            cwd=self.folder,
            env=self.environment() | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        return Step(script, done.returncode, done.stdout, done.stderr)

    def change(self, file: str, old: str, new: str, *, at: Path | None = None) -> None:
        path = (at or self.folder) / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def scripts(job: dict[str, Any]) -> list[str]:
    """What a job of a workflow runs by itself; other steps are actions of others."""
    assert all(("run" in step) != ("uses" in step) for step in job["steps"])
    return [step["run"] for step in job["steps"] if "run" in step]


def commands(scripts: Iterable[str]) -> list[str]:
    """The scripts without the installation, which takes longer than all else; one test of each job runs it."""
    return [script for script in scripts if not script.startswith("pip install ")]


def test_every_block_is_read_here() -> None:
    assert list(BLOCKS) == [
        ".pre-commit-config.yaml",
        ".github/workflows/plans.yml",
        ".github/workflows/plans.yml, under jobs",
        ".gitlab-ci.yml",
        "plans/pay/plan.yaml",
    ]
    assert PAGE.read_text(encoding="utf-8").count("```") == 2 * len(BLOCKS)


class TestPreCommit:
    def test_its_hook_is_one_that_there_is(self) -> None:
        manifest = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
        [repository] = block(".pre-commit-config.yaml")["repos"]
        known = {each["id"] for each in manifest}
        assert {each["id"] for each in repository["hooks"]} <= known
        assert all(f"`{name}`" in PAGE.read_text(encoding="utf-8") for name in known - {"genderplan-validate"})

    def test_pre_commit_takes_it(self, tmp_path: Path) -> None:
        file = tmp_path / ".pre-commit-config.yaml"
        file.write_text(BLOCKS[".pre-commit-config.yaml"], encoding="utf-8")
        command = [program("pre-commit"), "validate-config", str(file)]
        done = subprocess.run(
            command,
            env=os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "hooks")},
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
        assert (done.returncode, done.stdout + done.stderr) == (0, "")


MOVED = "plans/women-2003/actions/media-strategy/media-strategy.yaml"
"""Its first milestone, due in May 2004, has its date in line 10."""

BASE = {"GITHUB_BASE_REF": "main"}
QUIETLY = ("    due: 2004-05\n", "    due: 2004-07\n")
WITH_A_REASON = (
    "    due: 2004-05\n",
    "    due: 2004-07\n    revisions: [{date: 2003-11-03, was: 2004-05, reason: The launch has moved}]\n",
)


def request(checkout: Checkout, old: str, new: str) -> str:
    """A pull request that changes one file, checked out as its merge into `main`; the id of its own last commit."""
    checkout.git("checkout", "--quiet", "-b", "request")
    checkout.change(MOVED, old, new)
    own = checkout.commit("A change of the request")
    checkout.git("fetch", "--quiet", "origin")
    checkout.git("checkout", "--quiet", "--detach", "origin/main")
    checkout.git("merge", "--quiet", "--no-ff", "--message", "The merge", "request")
    return own


class TestWorkflow:
    def test_pull_requests_are_validated_and_each_day_is_checked(self) -> None:
        assert set(WORKFLOW["on"]) == {"pull_request", "merge_group", "push", "schedule"}
        assert {name: (job["if"], scripts(job)[-1]) for name, job in WORKFLOW["jobs"].items()} == {
            "validate": (
                "github.event_name == 'pull_request' || github.event_name == 'merge_group'",
                'genderplan validate --against "git:${QUEUE_BASE:-refs/remotes/origin/$GITHUB_BASE_REF}..."',
            ),
            "check": ("github.event_name == 'push' || github.event_name == 'schedule'", "genderplan check"),
        }
        [environment] = [step["env"] for step in WORKFLOW["jobs"]["validate"]["steps"] if "env" in step]
        assert environment == {"QUEUE_BASE": "${{ github.event.merge_group.base_sha }}"}
        depths = {name: job["steps"][0].get("with") for name, job in WORKFLOW["jobs"].items()}
        assert depths == {"validate": {"fetch-depth": "0"}, "check": None}

    def test_no_script_has_a_text_of_the_event_in_it(self) -> None:
        """Whoever names a branch would write a part of it."""
        jobs = (*WORKFLOW["jobs"].values(), SCANNING)
        assert not [script for job in jobs for script in scripts(job) if "${{" in script]

    def test_a_merge_queue_is_held_against_where_it_went_off(self, checkout: Checkout) -> None:
        """There no base branch is named; the queue went off from a commit that `main` may have left behind."""
        base = checkout.git("rev-parse", "HEAD")
        request(checkout, *QUIETLY)
        queue = {"GITHUB_BASE_REF": "", "QUEUE_BASE": base}
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **queue)
        assert (validate.code, validate.err) == (1, "")
        assert validate.out.startswith(f"{MOVED}:10:10: error GP502 ")
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), GITHUB_BASE_REF="")
        assert (validate.code, validate.out) == (2, "")

    @pytest.mark.parametrize("kind", ["tag", "branch"])
    def test_what_is_called_like_the_branch_opens_no_way_round(self, kind: str, checkout: Checkout) -> None:
        own = request(checkout, *QUIETLY)
        checkout.git(kind, "origin/main", own)
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert (validate.code, validate.err) == (1, "")

    def test_a_good_pull_request_passes(self, checkout: Checkout) -> None:
        install, validate = checkout.github(scripts(WORKFLOW["jobs"]["validate"]), **BASE)
        assert (install.code, install.err) == (0, "")
        assert "Requirement already satisfied: genderplan " in install.out
        assert (validate.code, validate.err) == (0, "")
        assert validate.out.startswith("0 errors, 0 warnings, 12 notes (--notes shows them) in 145 files ")
        said = checkout.summary.read_text(encoding="utf-8")
        assert said.startswith(
            "\n### genderplan validate: 0 errors, 0 warnings, 12 notes (--notes shows them)\n\nClean: "
        )

    def test_a_broken_one_fails_with_its_place(self, checkout: Checkout) -> None:
        checkout.change(LATE, "\nlead: ", "\nleed: ")
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert validate.code == 1
        first, second = validate.out.splitlines()[:2]
        place = re.fullmatch(rf"{LATE}:(\d+):1: error GP102 unknown key 'leed' \(did you mean 'lead'\?\)", first)
        assert place
        assert second.startswith(f"::error file={LATE},line={place[1]},col=1,endColumn=5,title=GP102::unknown key ")
        assert "| error | GP102 | plans/women-2003/actions/" in checkout.summary.read_text(encoding="utf-8")

    def test_one_that_moves_a_date_quietly_fails_at_the_date(self, checkout: Checkout) -> None:
        request(checkout, *QUIETLY)
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert (validate.code, validate.err) == (1, "")
        line, command, *_ = validate.out.splitlines()
        assert line.startswith(f"{MOVED}:10:10: error GP502 due moved from 2004-05 to 2004-07 without a revision: ")
        assert command.startswith(f"::error file={MOVED},line=10,col=10,endColumn=17,title=GP502::due moved from ")
        assert validate.out.count("\n::") == 1
        assert "against git:refs/remotes/origin/main..." in validate.out
        assert "| error | GP502 | plans/women-2003/actions/" in checkout.summary.read_text(encoding="utf-8")

    def test_one_that_gives_the_reason_passes(self, checkout: Checkout) -> None:
        request(checkout, *WITH_A_REASON)
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert (validate.code, validate.err) == (0, "")
        assert validate.out.startswith("0 errors, 0 warnings, ")

    def test_what_the_branch_moves_after_the_checkout_is_not_the_requests(self, checkout: Checkout) -> None:
        """As where a job is run again."""
        request(checkout, *WITH_A_REASON)
        checkout.change(LATE, "    due: 2003-10\n", "    due: 2003-12\n", at=checkout.origin)
        checkout.commit("Moved on the branch since", at=checkout.origin)
        checkout.git("fetch", "--quiet", "origin")
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert (validate.code, validate.err) == (0, "")

    def test_what_the_branch_has_moved_meanwhile_is_not_the_requests(self, checkout: Checkout) -> None:
        checkout.change(LATE, "    due: 2003-10\n", "    due: 2003-12\n", at=checkout.origin)
        checkout.commit("Moved before there was a gate", at=checkout.origin)
        request(checkout, *WITH_A_REASON)
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert (validate.code, validate.err) == (0, "")

    def test_without_the_branch_the_job_fails_and_says_so(self, checkout: Checkout) -> None:
        """As if `fetch-depth` were left out."""
        checkout.clone("--depth", "1")
        checkout.git("update-ref", "-d", "refs/remotes/origin/main")
        [validate] = checkout.github(commands(scripts(WORKFLOW["jobs"]["validate"])), **BASE)
        assert (validate.code, validate.out) == (2, "")
        assert validate.err.startswith(
            "genderplan: no commit 'refs/remotes/origin/main' in this repository (this clone is shallow: "
        )
        assert "'fetch-depth: 0'" in validate.err

    def test_a_day_on_which_dates_are_not_kept_fails(self, checkout: Checkout) -> None:
        [check] = checkout.github(commands(scripts(WORKFLOW["jobs"]["check"])))
        errors = check.out.count("\n::error file=plans/")
        assert (check.code, check.err) == (1, "")
        assert errors > 6
        assert f"\n{errors} errors, 0 warnings, " in check.out
        said = checkout.summary.read_text(encoding="utf-8")
        assert said.startswith(f"\n### genderplan check: {errors} errors, 0 warnings, ")
        assert said.count("\n| error | GP") == errors

    def test_in_a_folder_of_the_repository_files_are_named_from_its_root(self, checkout: Checkout) -> None:
        checkout.change(LATE, "\nlead: ", "\nleed: ")
        [validate] = checkout.github(["cd plans/women-2003 && genderplan validate"])
        assert f"::error file={LATE}," in validate.out
        assert validate.out.startswith(f"{LATE.removeprefix('plans/women-2003/')}:")


class TestCodeScanning:
    ACCEPT = "\naccept: [{code: GP401, where: identify-data, reason: The paper is twenty years old}]\n"

    @pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed; GitHub's runners have it")
    def test_it_uploads_what_is_not_accepted(self, checkout: Checkout) -> None:
        before = call("check", "--format", "json", cwd=checkout.folder).json
        checkout.change("plans/women-2003/plan.yaml", "\ntolerance: ", f"{self.ACCEPT}tolerance: ")
        steps = checkout.github(scripts(SCANNING))
        assert [(step.code, step.err) for step in steps] == [(0, "")] * 3
        after = call("check", "--format", "json", cwd=checkout.folder).json
        assert after["summary"]["accepted"] > 0
        assert len(after["findings"]) == len(before["findings"]) - after["summary"]["accepted"]
        upload = yaml.safe_load((checkout.folder / SCANNING["steps"][-1]["with"]["sarif_file"]).read_text("utf-8"))
        results = upload["runs"][0]["results"]
        assert [each["ruleId"] for each in results] == [each["code"] for each in after["findings"]]
        uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results}
        assert all((checkout.folder / uri).is_file() for uri in uris)

    def test_where_the_command_itself_fails_so_does_the_job(self, checkout: Checkout) -> None:
        shutil.rmtree(checkout.folder / "plans")
        steps = checkout.github(commands(scripts(SCANNING)))
        assert [step.code for step in steps] == [1]
        assert steps[-1].err.startswith("genderplan: no tree: ")


class TestGitLab:
    def report(self, checkout: Checkout) -> ET.Element:
        return ET.parse(checkout.folder / JOB["artifacts"]["reports"]["junit"]).getroot()

    def test_merge_requests_are_validated_and_each_day_is_checked(self) -> None:
        assert {rule["variables"]["COMMAND"]: rule["if"] for rule in JOB["rules"]} == {
            "validate": '$CI_PIPELINE_SOURCE == "merge_request_event"',
            "check": '$CI_PIPELINE_SOURCE == "schedule" || $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
        }
        assert JOB["artifacts"]["when"] == "always"

    def test_a_good_merge_request_passes(self, checkout: Checkout) -> None:
        done = checkout.gitlab(JOB["script"], COMMAND="validate")
        assert (done.code, done.err) == (0, "")
        assert "\n0 errors, 0 warnings, 12 notes (--notes shows them) in 145 files " in done.out
        assert "::" not in done.out
        root = self.report(checkout)
        assert (root.attrib["tests"], root.attrib["failures"]) == ("145", "0")

    @pytest.mark.parametrize("command", ["validate", "check"])
    def test_what_fails_stands_in_the_report_and_in_the_log(self, command: str, checkout: Checkout) -> None:
        checkout.change(LATE, "\nlead: ", "\nleed: ")
        done = checkout.gitlab(commands(JOB["script"]), COMMAND=command)
        assert (done.code, done.err) == (1, "")
        told = [line for each in self.report(checkout).iter("failure") for line in (each.text or "").splitlines()]
        assert any(line.startswith(f"{LATE}:4:1: error GP102 ") for line in told)
        assert sorted(told) == sorted(line for line in done.out.splitlines() if ": error GP" in line)

    def test_a_quiet_move_fails_and_one_with_a_reason_passes(self, checkout: Checkout) -> None:
        """What is checked out is the branch of the request itself; `main` has gone on since."""
        base = checkout.git("rev-parse", "origin/main")
        checkout.change(LATE, "    due: 2003-10\n", "    due: 2003-12\n", at=checkout.origin)
        checkout.commit("Moved before there was a gate", at=checkout.origin)
        checkout.git("checkout", "--quiet", request(checkout, *QUIETLY))
        variables = {"COMMAND": "validate", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
        done = checkout.gitlab(commands(JOB["script"]), **variables)
        assert (done.code, done.err) == (1, "")
        [failure] = self.report(checkout).iter("failure")
        assert (failure.attrib["type"], (failure.text or "").count("\n")) == ("GP502", 1)
        assert (failure.text or "").startswith(f"{MOVED}:10:10: error GP502 ")
        assert (failure.text or "") in done.out
        checkout.change(MOVED, QUIETLY[1], WITH_A_REASON[1])
        done = checkout.gitlab(commands(JOB["script"]), **variables)
        assert (done.code, done.err) == (0, "")
        assert list(self.report(checkout).iter("failure")) == []

    def test_it_has_the_history_and_a_git_to_read_it(self) -> None:
        assert JOB["variables"] == {"GIT_DEPTH": "0"}
        assert not JOB["image"].endswith("-slim")

    def test_where_the_command_itself_fails_so_does_the_job(self, checkout: Checkout) -> None:
        shutil.rmtree(checkout.folder / "plans")
        done = checkout.gitlab(commands(JOB["script"]), COMMAND="check")
        assert done.code == 1
        assert done.err.startswith("genderplan: no tree: ")
        assert done.err.count("no tree") == 1


class TestAcceptances:
    """What the page says of them, with the company's plan."""

    ACCEPT = BLOCKS["plans/pay/plan.yaml"].partition("accept:\n")[2]

    def judged(self, tmp_path: Path, accept: str, *arguments: str) -> Any:
        folder = company(tmp_path, **{"pay/plan.yaml": f"{PAY}accept:\n{accept}"}).parent
        return call(*arguments, "--plan", "pay", "--format", "json", cwd=folder).json

    def codes(self, found: Any, which: str = "findings") -> set[str]:
        return {each["code"] for each in found[which]}

    def test_the_block_is_a_plan(self, tmp_path: Path) -> None:
        folder = company(tmp_path, **{"pay/plan.yaml": BLOCKS["plans/pay/plan.yaml"]}).parent
        assert call("validate", "--plan", "pay", "--format", "json", cwd=folder).json["accepted"] == []

    def test_what_is_accepted(self, tmp_path: Path) -> None:
        found = self.judged(tmp_path, self.ACCEPT, "check")
        assert [(each["code"], each["entry"], each["until"]) for each in found["accepted"]] == [
            ("GP401", "pay/train-panels#trainer", "2025-03"),
            ("GP603", "pay/return-to-work", None),
        ]
        assert not self.codes(found) & {"GP207", "GP401", "GP701", "GP702"}

    @pytest.mark.parametrize(("day", "is_accepted"), [("2025-03-31", True), ("2025-04-01", False)])
    def test_until_is_the_last_day_for_check_alone(self, day: str, is_accepted: bool, tmp_path: Path) -> None:
        found = self.judged(tmp_path, self.ACCEPT, "check", "--as-of", day)
        late = {each["entry"] for each in found["findings"] if each["code"] == "GP401"}
        assert ("pay/train-panels#trainer" not in late) == is_accepted
        same = [self.judged(tmp_path, self.ACCEPT, "validate", "--as-of", each) for each in (day, "2025-01-15")]
        assert same[0]["findings"] == same[1]["findings"]
        assert same[0]["accepted"] == same[1]["accepted"]

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("train-panels#trainer", "train-panels#trainr", "GP207"),
            ("    reason: The paper that asked for it was lost\n", "", "GP701"),
            ("code: GP603\n    where: return-to-work", "code: GP602\n    where: return-to-work", "GP702"),
            ("code: GP401", "code: GP102", "GP108"),
        ],
    )
    def test_the_codes_of_the_page(self, old: str, new: str, code: str, tmp_path: Path) -> None:
        assert old in self.ACCEPT
        assert code in self.codes(self.judged(tmp_path, self.ACCEPT.replace(old, new), "check"))


def test_the_page_names_every_format_and_exit_code() -> None:
    text = PAGE.read_text(encoding="utf-8")
    formats = re.findall(r"^\| `(\w+)` \| ", text.partition("## Formats")[2], re.MULTILINE)
    assert formats == ["text", "github", "json", "sarif", "junit"]
    said = " ".join(call("check", "--help").out.split())
    assert all(name in said for name in formats)
    assert re.findall(r"^\| (\d) \| ", text.partition("## Exit codes")[2], re.MULTILINE) == ["0", "1", "2", "3"]
