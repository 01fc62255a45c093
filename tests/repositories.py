"""Git repositories in folders of their own: authors and dates are fixed, so that commits have the same ids everywhere."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import story
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Plan
from genderplan.source.git.repository import Repository
from genderplan.source.yaml.reader import read_document
from genderplan.source.yaml.writer import as_yaml

SHIPPED = Path(__file__).parents[1] / "plans"
EARLIER, LATER = "2003-09-15", "2003-11-03"
"""The days of the two commits of `two_drafts`."""

PERSON = {
    "GIT_AUTHOR_NAME": "A. Person",
    "GIT_AUTHOR_EMAIL": "a.person@example.org",
    "GIT_COMMITTER_NAME": "A. Person",
    "GIT_COMMITTER_EMAIL": "a.person@example.org",
}
"""Who commits, where it is a test that says how."""

_ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": "1",  # what git does after each commit for repositories that last
    "GIT_CONFIG_KEY_0": "maintenance.auto",
    "GIT_CONFIG_VALUE_0": "false",
}
_HEADING = ("title", "long_term_aim", "aims", "objectives")


@dataclass(frozen=True)
class Git:
    """A repository, or a clone of one, by its folder."""

    folder: Path

    def git(self, *arguments: str, **settings: str) -> str:
        """What git says; `settings` are variables of its environment."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=inherited | _ALONE | settings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().removesuffix("\n")

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Files by their paths in the folder, each as it is; None removes one."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(
        self,
        files: Mapping[str, str | bytes | None],
        subject: str = "A change",
        day: str = "2024-01-01",
        author: str = "A. Person",
        committed: str | None = None,
    ) -> str:
        """Files written, and everything committed at noon of a day; the full id of the commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject, **_by(author, day, committed or day))
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, subject: str = "A merge", day: str = "2024-01-01") -> str:
        """A branch merged without a conflict, always by a commit of its own; its full id."""
        self.git("merge", "--quiet", "--no-ff", "--message", subject, branch, **_by("A. Person", day, day))
        return self.git("rev-parse", "HEAD")

    def clone(self, folder: Path, *options: str) -> "Git":
        """A clone over the protocol, so that `--depth` counts."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        self.git("clone", "--quiet", *options, f"file://{self.folder}", str(folder))
        return Git(folder)


def _by(author: str, day: str, committed: str) -> dict[str, str]:
    return {
        "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": "author@example.org",
        "GIT_AUTHOR_DATE": f"{day}T12:00:00+0000",
        "GIT_COMMITTER_NAME": "C. Committer",
        "GIT_COMMITTER_EMAIL": "committer@example.org",
        "GIT_COMMITTER_DATE": f"{committed}T12:00:00+0000",
    }


def repository(folder: Path, *options: str) -> Git:
    """A new repository without a commit, on the branch `main`; `options` are those of `git init`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Git(folder)
    made.git("init", "--quiet", "--template=", "--initial-branch=main", *options)
    return made


def changes(seen: Repository, *, mainline: bool = False) -> list[tuple[str, list[str]]]:
    """Each commit's subject with the files that it changed, the oldest first."""
    log = seen.log(seen.commit("HEAD"), mainline=mainline)
    return [(each.commit.subject, [file.path for file in each.files]) for each in log]


def two_drafts(folder: Path) -> Git:
    """The two drafts of 2003 as two commits: what the baseline `draft-1` keeps as files, then the plans as shipped."""
    return _copied(_two_drafts(), folder)


def a_year(folder: Path) -> Git:
    """A small company's plan, `careers-2025`, as seven commits over the year 2025, five of them tagged."""
    return _copied(_a_year(), folder)


@cache
def _two_drafts() -> Git:
    made = repository(_templates() / "drafts")
    made.commit(earlier_draft(), "The draft of Appendix 3", EARLIER, "The Committee")
    shutil.copytree(SHIPPED, made.folder / "plans", dirs_exist_ok=True)
    made.commit({}, "The later draft", LATER, "The Directorate")
    return _packed(made)


@cache
def _a_year() -> Git:
    made = repository(_templates() / "year")
    tell_a_year(made)
    return _packed(made)


def _packed(made: Git) -> Git:
    """The same in a few files, which are copied soon."""
    made.git("repack", "-a", "-d", "--quiet")
    return made


@cache
def _templates() -> Path:
    """Where a process keeps what it makes once and copies: git takes ten times as long."""
    folder = Path(tempfile.mkdtemp(prefix="repositories-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _copied(made: Git, folder: Path) -> Git:
    shutil.copytree(made.folder, folder, dirs_exist_ok=True)
    return Git(folder)


def tell_a_year(made: Git) -> None:
    """The same on top of what a repository has, with its organisations behind those that are there."""
    register = made.folder / "plans/organisations.yaml"
    shared = story.organisations(register.read_text(encoding="utf-8") if register.exists() else "")
    for commit, files in story.states():
        made.commit(shared | files, commit.subject, commit.day, commit.author)
        if commit.tag:
            made.git("tag", commit.tag)


@cache
def earlier_draft() -> Mapping[str, str]:
    """The files of the earlier draft by their paths: each entry of the baseline where it stands in the shipped plan."""
    tree = load_tree(SHIPPED, shown_from=SHIPPED.parent)
    plan = tree.by_id["women-2003"]
    baseline: Any = _document(SHIPPED / "women-2003" / "baselines" / "draft-1.yaml")
    heading = _document(SHIPPED / "women-2003" / "plan.yaml")
    kept = {key: value for key, value in heading.items() if key not in _HEADING}
    files = {
        "plans/organisations.yaml": (SHIPPED / "organisations.yaml").read_text(encoding="utf-8"),
        "plans/women-2003/plan.yaml": as_yaml(kept | baseline["plan"]),
    }
    for name, entry in baseline["entries"].items():
        files[_place(plan, name, entry["kind"])] = as_yaml({key: entry[key] for key in entry if key != "kind"})
    for name, indicator in baseline["indicators"].items():
        files[f"plans/women-2003/indicators/{name}.yaml"] = as_yaml(indicator)
    return files


def _place(plan: Plan, entry: str, kind: str) -> str:
    row = plan.by_id.get(entry)
    return row.file if row else f"plans/{plan.id}/{kind}s/{entry}.yaml"


def _document(path: Path) -> dict[str, Any]:
    return cast("dict[str, Any]", read_document(path.read_bytes(), path.name).value)
