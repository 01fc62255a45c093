"""The one module that runs git: what it finds whatever the repository is like, and what it never takes for an option."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from genderplan.errors import NoPlanYetError, NoRepositoryError, NothingToReadError
from genderplan.source.git import repository as git_module
from genderplan.source.git.log import FileChange, commit_of
from genderplan.source.git.repository import Repository
from genderplan.source.git.snapshot import blob_id
from repositories import PERSON, Git, changes, repository

DEEPEN = "this clone is shallow: 'git fetch --unshallow' brings the rest (in a GitHub workflow, 'fetch-depth: 0')"


def one(folder: Path, *options: str) -> Git:
    """A repository of one commit, with two files in `plans`."""
    made = repository(folder, *options)
    made.commit({"plans/a.yaml": "a\n", "plans/deep/b.yaml": "b\n", "other.txt": "x\n"}, "The first")
    return made


def paths(seen: Repository, folder: str, revision: str = "HEAD") -> list[str]:
    return list(seen.snapshot(seen.commit(revision), folder).blobs)


def test_a_commit(tmp_path: Path) -> None:
    made = one(tmp_path)
    name = made.commit({"x": "1"}, "Second: an “ä”", "2024-02-29", "Ä. Person", committed="2024-03-01")
    commit = Repository(tmp_path).commit("HEAD")
    assert commit == (name, date(2024, 2, 29), "Ä. Person", "Second: an “ä”", date(2024, 3, 1))


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("2024-01-01T23:30:00-0500", date(2024, 1, 1)),
        ("2024-01-01T00:30:00+1200", date(2024, 1, 1)),
        ("@0 +0000", date(1970, 1, 1)),
        ("@4102444800 +0000", date(2100, 1, 1)),
    ],
)
def test_a_day_is_that_of_the_place_where_the_commit_was_made(when: str, day: date, tmp_path: Path) -> None:
    made = one(tmp_path)
    made.git("commit", "--quiet", "--amend", "--no-edit", f"--date={when}", **PERSON)
    assert Repository(tmp_path).commit("HEAD").day == day


@pytest.mark.parametrize("when", ["", "33658-09-27T01:46:39Z", "no time"])
def test_a_day_that_there_is_not_is_the_first(when: str) -> None:
    """Git counts on beyond the year 9999."""
    commit = commit_of("\0".join(("1" * 40, when, "2024-01-01T00:00:00Z", "A", "x")))
    assert (commit.day, commit.committed) == (date(1970, 1, 1), date(2024, 1, 1))


def test_names_and_subjects_cannot_steer_a_terminal(tmp_path: Path) -> None:
    commit = commit_of("\0".join(("1" * 40, "", "", "\x1b]0;x\x07", "red \x1b[31m and \u202eback")))
    assert (commit.author, commit.subject) == ("\\x1b]0;x\\x07", "red \\x1b[31m and \\u202eback")
    made = one(tmp_path)
    made.commit({}, "red \x1b[31m")
    seen = Repository(tmp_path)
    [_, logged] = seen.log(seen.commit("HEAD"))
    assert logged.commit == seen.commit("HEAD")
    assert logged.commit.subject == "red \\x1b[31m"


@pytest.mark.parametrize("revision", ["HEAD", "HEAD~1", "main", "v1", "light", "refs/tags/v1", "HEAD^{/first}"])
def test_a_commit_by_whatever_git_takes(revision: str, tmp_path: Path) -> None:
    made = one(tmp_path)
    first = made.git("rev-parse", "HEAD")
    made.git("tag", "--annotate", "--message", "x", "v1", **PERSON)
    made.git("tag", "light")
    second = made.commit({"x": "1"}, "The second")
    wanted = second if revision in {"HEAD", "main"} else first
    assert Repository(tmp_path).commit(revision).id == wanted
    assert Repository(tmp_path).commit(wanted[:9]).id == wanted


NO_REVISIONS = ["", "-", "--help", "--all", "-n1", "--output=out", "-oout", "--exec=touch out", "--git-dir=/", "@{-1}"]
NO_REVISIONS += [
    "HEAD main",
    "HEAD..main",
    "^HEAD",
    "HEAD:plans",
    "HEAD^{tree}",
    "no-such",
    "\x1b[31m",
    "é",
    "; touch out",
]


@pytest.mark.parametrize("revision", NO_REVISIONS)
def test_what_is_no_commit_is_told_and_never_taken_for_an_option(revision: str, tmp_path: Path) -> None:
    one(tmp_path)
    with pytest.raises(NothingToReadError) as told:
        Repository(tmp_path).commit(revision)
    shown = revision.replace("\x1b", "\\x1b")
    assert str(told.value) == f"no commit '{shown}' in this repository"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "other.txt", "plans"]


def test_files_that_are_named_like_commits_are_no_commits(tmp_path: Path) -> None:
    made = one(tmp_path)
    first = made.git("rev-parse", "HEAD")
    made.commit({"HEAD": "x", first: "x", "main": "x"}, "The second", "2024-01-02")
    seen = Repository(tmp_path)
    assert seen.commit(first).subject == "The first"
    assert seen.commit_before(date(2024, 1, 1)).id == first
    assert changes(seen)[1] == ("The second", sorted(["HEAD", first, "main"]))


def test_the_last_commit_until_a_day(tmp_path: Path) -> None:
    made = one(tmp_path)
    for day in ("2024-02-01", "2024-02-02"):
        made.commit({}, day, "2020-01-01", committed=day)
    seen = Repository(tmp_path)
    assert [seen.commit_before(date(2024, 2, day)).subject for day in (1, 2, 29)] == ["2024-02-01"] + ["2024-02-02"] * 2
    with pytest.raises(NothingToReadError, match=r"^no commit until 2023-12-31 in this repository$"):
        seen.commit_before(date(2023, 12, 31))


INHERITED = {
    "GIT_DIR": "{other}/.git",
    "GIT_WORK_TREE": "{other}",
    "GIT_INDEX_FILE": "{other}/.git/index",
    "GIT_OBJECT_DIRECTORY": "{other}/.git/objects",
    "GIT_NAMESPACE": "other",
    "GIT_PREFIX": "other/",
    "GIT_CEILING_DIRECTORIES": "{here}",
    "GIT_TRACE": "{here}/trace",
    "GIT_EXTERNAL_DIFF": "touch",
    "GIT_ICASE_PATHSPECS": "1",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "log.showRoot",
    "GIT_CONFIG_VALUE_0": "false",
}


@pytest.mark.parametrize("name", [*INHERITED, "all"])
def test_what_a_surrounding_git_has_set_does_not_count(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one(tmp_path / "here")
    repository(tmp_path / "other").commit({"plans/z.yaml": "z\n"}, "Another")
    for key, value in INHERITED.items():
        if name in {key, "all"} or name.startswith("GIT_CONFIG") is key.startswith("GIT_CONFIG") is True:
            monkeypatch.setenv(key, value.format(other=tmp_path / "other", here=tmp_path))
    seen = Repository(tmp_path / "here" / "plans")
    assert (seen.prefix, seen.commit("HEAD").subject) == ("plans", "The first")
    assert paths(seen, "plans") == ["plans/a.yaml", "plans/deep/b.yaml"]
    assert changes(seen) == [("The first", ["plans/a.yaml", "plans/deep/b.yaml"])]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "other"]


SETTINGS = {
    "log.showRoot": "false",
    "log.showSignature": "true",
    "log.diffMerges": "off",
    "log.follow": "true",
    "log.decorate": "full",
    "log.date": "relative",
    "diff.relative": "true",
    "diff.renames": "copies",
    "diff.noprefix": "true",
    "diff.external": "touch",
    "diff.mnemonicPrefix": "true",
    "core.quotePath": "true",
    "core.abbrev": "5",
    "color.ui": "always",
    "format.pretty": "fuller",
    "i18n.logOutputEncoding": "ISO-8859-1",
    "diff.orderFile": "nosuch",
    "diff.submodule": "log",
    "log.abbrevCommit": "true",
    "mailmap.file": "/dev/zero",
    "core.bigFileThreshold": "1",
    "core.attributesFile": "/dev/zero",
    "core.warnAmbiguousRefs": "true",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_what_a_reader_has_set_does_not_count(name: str, tmp_path: Path) -> None:
    made = one(tmp_path)
    made.git("checkout", "--quiet", "-b", "side")
    made.commit({"plans/ä.yaml": "ä\n"}, "Ä")
    made.git("checkout", "--quiet", "main")
    made.commit({"plans/a.yaml": None, "plans/c.yaml": "a\n"}, "Renamed")
    made.merge("side", "Merged")
    made.git("config", name, SETTINGS[name])
    seen = Repository(tmp_path / "plans")
    assert sorted(changes(seen)) == [
        ("Merged", ["plans/a.yaml", "plans/c.yaml", "plans/ä.yaml"]),
        ("Renamed", ["plans/a.yaml", "plans/c.yaml"]),
        ("The first", ["plans/a.yaml", "plans/deep/b.yaml"]),
        ("Ä", ["plans/ä.yaml"]),
    ]
    assert changes(seen, mainline=True)[2] == ("Merged", ["plans/ä.yaml"])
    assert seen.commit("side").subject == "Ä"


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError, match=r" is in no git repository$"):
        Repository(tmp_path)


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    repository(tmp_path)
    with pytest.raises(NoPlanYetError, match=r"^no commit in this repository yet$"):
        Repository(tmp_path).commit("HEAD")


@pytest.mark.parametrize("is_there", [False, True], ids=["nowhere", "not to be run"])
def test_no_git(is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if is_there:
        (tmp_path / "git").write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NothingToReadError, match=r"^git is not installed, or not where the system looks for programs$"):
        Repository(tmp_path)


def test_git_is_not_asked_where_no_repository_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoRepositoryError, match=r"^\S+ is in no git repository$"):
        Repository(tmp_path)


@pytest.mark.parametrize(
    ("folder", "prefix"), [("", ""), ("plans", "plans"), ("plans/deep", "plans/deep"), ("link", "plans")]
)
def test_from_which_folder(folder: str, prefix: str, tmp_path: Path) -> None:
    one(tmp_path)
    (tmp_path / "link").symlink_to("plans")
    seen = Repository(tmp_path / folder)
    every = ["other.txt", "plans/a.yaml", "plans/deep/b.yaml"]
    below = [name for name in every if name.startswith(prefix)]
    assert seen.prefix == prefix
    assert paths(seen, seen.prefix) == below
    assert changes(seen) == [("The first", below)]


def test_a_tree_at_the_root_of_its_repository(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"p/plan.yaml": "x\n", "organisations.yaml": "y\n"})
    seen = Repository(tmp_path)
    snapshot = seen.snapshot(seen.commit("HEAD"), seen.prefix)
    assert sorted((item.name, item.is_dir()) for item in snapshot.scan("")) == [
        ("organisations.yaml", False),
        ("p", True),
    ]
    assert [item.path for item in snapshot.scan(".")] == [item.path for item in snapshot.scan("")]
    assert [(item.name, item.path) for item in snapshot.scan("p")] == [("plan.yaml", "p/plan.yaml")]
    with pytest.raises(FileNotFoundError):
        snapshot.scan("q")


def test_a_worktree(tmp_path: Path) -> None:
    made = one(tmp_path / "main")
    made.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    side = Git(tmp_path / "side")
    side.commit({"plans/c.yaml": "c\n"}, "On the side")
    seen = Repository(tmp_path / "side" / "plans")
    assert (seen.prefix, seen.commit("HEAD").subject, seen.is_bare) == ("plans", "On the side", False)
    assert paths(seen, "plans") == ["plans/a.yaml", "plans/c.yaml", "plans/deep/b.yaml"]
    assert Repository(tmp_path / "main").commit("HEAD").subject == "The first"


def test_a_bare_clone_and_a_worktree_of_it(tmp_path: Path) -> None:
    bare = one(tmp_path / "made").clone(tmp_path / "bare.git", "--bare")
    seen = Repository(bare.folder)
    assert (seen.is_bare, seen.prefix) == (True, "")
    assert changes(seen) == [("The first", ["other.txt", "plans/a.yaml", "plans/deep/b.yaml"])]
    below = Repository(bare.folder / "plans")
    assert (below.is_bare, below.prefix) == (True, "plans")
    assert changes(below) == [("The first", ["plans/a.yaml", "plans/deep/b.yaml"])]
    bare.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
    attached = Repository(tmp_path / "tree" / "plans")
    assert (attached.is_bare, attached.prefix) == (False, "plans")
    assert list(attached.contents([blob_id(b"a\n", attached.commit("HEAD").id)])) == [b"a\n"]


def test_a_submodule_is_a_repository_of_its_own_and_read_as_the_outer_names_it(tmp_path: Path) -> None:
    inner, outer = one(tmp_path / "inner"), repository(tmp_path / "outer")
    outer.commit({"plans/x.yaml": "x\n"}, "The outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans/sub")
    outer.commit({}, "With a submodule")
    Git(tmp_path / "outer/plans/sub").commit({"plans/a.yaml": "later\n"}, "The second")
    inside = Repository(tmp_path / "outer" / "plans" / "sub" / "plans")
    assert (inside.prefix, inside.commit("HEAD").subject) == ("plans", "The second")
    outside = Repository(tmp_path / "outer" / "plans")
    within = ["plans/sub/other.txt", "plans/sub/plans/a.yaml", "plans/sub/plans/deep/b.yaml"]
    assert paths(outside, "plans") == ["plans/x.yaml", *within]
    found = outside.snapshot(outside.commit("HEAD"), "plans").blobs
    assert list(outside.contents([found[name].id for name in (within[1], "plans/x.yaml")])) == [b"a\n", b"x\n"]
    [_, added] = outside.log(outside.commit("HEAD"))
    assert added.files == (FileChange("plans/sub", (None,), None),)


def test_a_shallow_clone_says_how_to_get_the_rest(tmp_path: Path) -> None:
    made = one(tmp_path / "made")
    made.commit({"plans/a.yaml": "aa\n"}, "The second", "2024-02-01")
    whole, shallow = (Repository(made.clone(tmp_path / name, *options).folder) for name, options in CLONES.items())
    assert (whole.is_shallow, whole.hint) == (False, "")
    assert (shallow.is_shallow, shallow.hint) == (True, f" ({DEEPEN})")
    assert whole.commit("HEAD~1").subject == "The first"
    with pytest.raises(NothingToReadError) as told:
        shallow.commit("HEAD~1")
    assert str(told.value) == f"no commit 'HEAD~1' in this repository ({DEEPEN})"
    with pytest.raises(NothingToReadError) as told:
        shallow.commit_before(date(2024, 1, 31))
    assert str(told.value) == f"no commit until 2024-01-31 in this repository ({DEEPEN})"
    assert changes(shallow) == [("The second", ["other.txt", "plans/a.yaml", "plans/deep/b.yaml"])]


CLONES: dict[str, Sequence[str]] = {"whole": (), "shallow": ("--depth", "1")}


def test_a_repository_of_sha256(tmp_path: Path) -> None:
    made = one(tmp_path, "--object-format=sha256")
    seen = Repository(tmp_path / "plans")
    commit = seen.commit("HEAD")
    [logged] = seen.log(commit)
    assert len(commit.id) == 64
    name = blob_id(b"a\n", commit.id)
    assert name == made.git("hash-object", "plans/a.yaml")
    assert logged.files[0] == FileChange("plans/a.yaml", (None,), name)
    assert list(seen.contents([name])) == [b"a\n"]


ODD = ["ä ö.yaml", "new\nline.yaml", "tab\t.yaml", '"quoted".yaml', "-n.yaml", "*.yaml", ":(top)x.yaml", "\x01.yaml"]
ODD += [os.fsdecode(b"\xff\xfe.yaml"), ":100644.yaml", "back\\slash.yaml"]


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_file_of_any_name(name: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({f"plans/{name}": "x\n", "plans/other.yaml": "y\n"}, "The first")
    made.commit({f"plans/{name}": "z\n"}, "The second")
    seen = Repository(tmp_path / "plans")
    commit = seen.commit("HEAD")
    blobs = seen.snapshot(commit, "plans").blobs
    assert set(blobs) == {f"plans/{name}", "plans/other.yaml"}
    assert blobs[f"plans/{name}"].name == name
    assert list(seen.contents([blobs[f"plans/{name}"].id])) == [b"z\n"]
    [_, second] = seen.log(commit)
    [change] = second.files
    assert (change.path, change.after) == (f"plans/{name}", blob_id(b"z\n", commit.id))


@pytest.mark.parametrize(
    "folder", ["p*ns", "ä", "-x", "new\nline", ":(exclude)plans", os.fsdecode(b"\xff"), "a b"], ids=ascii
)
def test_a_folder_of_any_name_is_that_folder_alone(folder: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({f"{folder}/x.yaml": "x\n", "plans/y.yaml": "y\n", f"{folder}2/z.yaml": "z\n"}, "The first")
    seen = Repository(tmp_path / folder)
    assert seen.prefix == folder
    assert paths(seen, seen.prefix) == [f"{folder}/x.yaml"]
    assert changes(seen) == [("The first", [f"{folder}/x.yaml"])]


def test_links_are_told_from_files(tmp_path: Path) -> None:
    made = one(tmp_path)
    (tmp_path / "plans" / "link.yaml").symlink_to("a.yaml")
    (tmp_path / "plans" / "deep" / "b.yaml").unlink()
    (tmp_path / "plans" / "deep" / "b.yaml").symlink_to("../a.yaml")
    made.commit({}, "Links")
    seen = Repository(tmp_path / "plans")
    commit = seen.commit("HEAD")
    blobs = seen.snapshot(commit, "plans").blobs
    links = {path: blob.is_symlink() for path, blob in blobs.items()}
    assert links == {"plans/a.yaml": False, "plans/deep/b.yaml": True, "plans/link.yaml": True}
    [_, logged] = seen.log(commit)
    assert logged.files == (
        FileChange("plans/deep/b.yaml", (blob_id(b"b\n", commit.id),), None),
        FileChange("plans/link.yaml", (None,), None),
    )


CONTENTS = [b"", b"\n", b"a", b"a\nb\n", b"\0\xff" * 1000, b"missing", b"x 12\n"]


@pytest.mark.parametrize("batch", [1, 3, 4096])
def test_contents_in_the_order_that_was_asked(batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_module, "_BATCH", batch)
    made = repository(tmp_path)
    made.commit({f"{number}": data for number, data in enumerate(CONTENTS)})
    seen = Repository(tmp_path)
    like = seen.commit("HEAD").id
    asked = [*CONTENTS, *reversed(CONTENTS)]
    assert list(seen.contents([blob_id(data, like) for data in asked])) == asked
    assert list(seen.contents([])) == []


def test_content_that_is_not_there(tmp_path: Path) -> None:
    one(tmp_path)
    seen = Repository(tmp_path)
    lost = blob_id(b"nowhere", seen.commit("HEAD").id)
    with pytest.raises(NothingToReadError, match=f"^git: the repository lacks the object {lost}$"):
        list(seen.contents([lost]))
