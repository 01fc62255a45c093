"""What a repository says starts no program and reaches no network; what its user's environment says of trust counts."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from cli_runner import Result, call
from genderplan.source.git.process import GitFolder, _environment
from repositories import Git, repository
from support import PLAN

DUE = "title: An action\nlead: HR\nnote: Long enough to be known again by\ndue: {due}\n"
MOVED = ("git:HEAD~1", "2025-01", "2025-02")
COMMANDS = [
    ("validate", "--against", "git:HEAD~1"),
    ("check", "--against", "HEAD~1..."),
    ("slippage", "--from", "git:HEAD~1", "--to", "HEAD"),
    ("status", "--since", "2024-01-01"),
    ("history",),
    ("trend", "--tags"),
    ("baseline", "list"),
]


def plan(folder: Path) -> Git:
    """A repository in which an action's date moves and an action is renamed; its last commit looks as if signed."""
    made = repository(folder)
    files = {"organisations.yaml": "HR: {}\n", "pay/plan.yaml": PLAN, "pay/actions/old.yaml": DUE.format(due="2025-09")}
    texts = {f"plans/{name}": text for name, text in files.items()}
    made.commit(texts | {"plans/pay/actions/a.yaml": DUE.format(due="2025-01")}, "The first")
    later = {"plans/pay/actions/old.yaml": None, "plans/pay/actions/new.yaml": DUE.format(due="2025-09")}
    made.commit(later | {"plans/pay/actions/a.yaml": DUE.format(due="2025-02")}, "The second", "2024-02-01")
    about, _, message = made.git("cat-file", "commit", "HEAD").partition("\n\n")
    signed = f"{about}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n{message}\n"
    (folder / ".git" / "signed").write_text(signed, encoding="utf-8")
    made.git("update-ref", "HEAD", made.git("hash-object", "-t", "commit", "-w", ".git/signed"))
    made.git("tag", "v1")
    return made


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plan(tmp_path_factory.mktemp("original") / "repository").folder


@pytest.fixture
def made(original: Path, tmp_path: Path) -> Git:
    """A copy of the repository, beside a program that leaves a mark."""
    shutil.copytree(original, tmp_path / "made")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/mark'\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    return Git(tmp_path / "made")


def marked(made: Git) -> bool:
    return (made.folder.parent / "mark").exists()


def lose(made: Git, revision: str = "HEAD~1:plans/pay/actions/a.yaml") -> str:
    """An object taken away, as if it had never been fetched; its id."""
    name = made.git("rev-parse", revision)
    (made.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    return name


PROMISED = """\
[core]
 repositoryformatversion = 1
[extensions]
 partialClone = o
[remote "o"]
 promisor = true
"""
FETCHED = {
    "a command for this machine": " url = .\n uploadpack = PROGRAM",
    "a way by ssh": " url = ssh://host.invalid/x\n[core]\n sshCommand = PROGRAM",
    "a proxy": " url = git://host.invalid/x\n[core]\n gitProxy = PROGRAM",
    "a helper that is a command": ' url = ext::PROGRAM\n[protocol]\n allow = always\n[protocol "ext"]\n allow = always',
    "a helper by another name": ' url = x:y\n[url "ext::PROGRAM "]\n insteadOf = x:\n[protocol]\n allow = always',
    "a helper that is an alias": " url = none::x\n[alias]\n remote-none = !PROGRAM\n[protocol]\n allow = always",
    "a helper without a name": ' url = x\n vcs = ""\n[alias]\n remote- = !PROGRAM\n[protocol]\n allow = always',
    "a secret": " url = https://127.0.0.1:9/x\n[credential]\n helper = !PROGRAM\n[core]\n askPass = PROGRAM",
}
SETTINGS = {
    "a monitor": "[core]\n fsmonitor = PROGRAM",
    "another file": "[include]\n path = ../../more",
    "another file on a condition": '[includeIf "gitdir:**"]\n path = ../../more',
    "settings of a work tree": "[core]\n repositoryformatversion = 1\n[extensions]\n worktreeConfig = true",
    "hooks": "[core]\n hooksPath = ../hooks\n[gc]\n auto = 1\n autoDetach = false",
    "signatures": "[log]\n showSignature = true\n[gpg]\n program = PROGRAM",
    "a pager": "[core]\n pager = PROGRAM\n[pager]\n log = PROGRAM\n cat-file = PROGRAM",
    "aliases": "[alias]\n log = !PROGRAM\n rev-parse = !PROGRAM\n ls-files = !PROGRAM",
    "programs that show": '[diff]\n external = PROGRAM\n[diff "x"]\n textconv = PROGRAM\n command = PROGRAM',
    "programs that convert": '[filter "x"]\n smudge = PROGRAM\n clean = PROGRAM\n process = PROGRAM\n required = true',
    "programs that answer": "[uploadpack]\n packObjectsHook = PROGRAM\n[core]\n alternateRefsCommand = PROGRAM",
    "a submodule": '[submodule "x"]\n path = plans\n update = !PROGRAM\n active = true\n[submodule]\n recurse = true',
    "traces": "[trace2]\n normalTarget = MARK\n eventTarget = MARK",
}


def said(made: Git, settings: str) -> str:
    """Settings that name the program that leaves a mark."""
    around = made.folder.parent
    text = settings.replace("PROGRAM", str(around / "program")).replace("MARK", str(around / "mark")) + "\n"
    with (made.folder / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write(text)
    return text


def answers(made: Git, cwd: Path | None = None) -> list[Result]:
    """What the commands that ask git say; none of them ends for a fault of ours."""
    found = [call(*command, cwd=cwd or made.folder) for command in COMMANDS]
    assert all(each.code in {0, 1, 2} for each in found)
    return found


@pytest.mark.parametrize("name", FETCHED)
def test_nothing_is_fetched_whatever_a_repository_promises(name: str, made: Git) -> None:
    lost = lose(made)
    said(made, PROMISED + FETCHED[name])
    result = answers(made)[0]
    assert (result.code, result.out) == (2, "")
    assert lost in result.err
    assert "(this clone is partial, and nothing is fetched here: 'git fetch --refetch" in result.err
    assert not marked(made)


@pytest.mark.parametrize("name", FETCHED)
def test_nor_is_a_program_run_where_its_user_names_transports(name: str, made: Git) -> None:
    lose(made)
    said(made, PROMISED + FETCHED[name])
    named = {"GIT_ALLOW_PROTOCOL": "ext:file:git:https:none:ssh:", "GIT_SSH_COMMAND": "false"}
    for user in (named, {"GIT_SSH_COMMAND": "false"}, {"GIT_SSH": "/bin/false"}):
        result = call(*COMMANDS[0], cwd=made.folder, env=user)
        assert (result.code, result.out) == (2, "")
        assert not marked(made)


@pytest.mark.parametrize("name", ["a command for this machine", "a way by ssh", "a helper that is an alias"])
def test_that_git_itself_would(name: str, made: Git) -> None:
    """Else the tests above would show nothing."""
    said(made, PROMISED + FETCHED[name])
    lost = lose(made)
    with pytest.raises(AssertionError):
        made.git("cat-file", "blob", lost)
    assert marked(made)


@pytest.fixture(scope="module")
def plain(original: Path) -> list[Result]:
    """The answers where nothing is set."""
    return answers(Git(original))


@pytest.mark.parametrize("name", SETTINGS)
def test_no_program_of_a_repository_is_run(name: str, plain: list[Result], made: Git, tmp_path: Path) -> None:
    monitor = "[core]\n fsmonitor = {}\n".format(tmp_path / "program")
    (tmp_path / "more").write_text(monitor, encoding="utf-8")
    (made.folder / ".git" / "config.worktree").write_text(monitor, encoding="utf-8")
    (made.folder / ".git" / "info").mkdir(exist_ok=True)
    (made.folder / ".git" / "info" / "attributes").write_text("* diff=x filter=x\n", encoding="utf-8")
    for hook in ("post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman"):
        for folder in (tmp_path / "hooks", made.folder / ".git" / "hooks"):
            folder.mkdir(exist_ok=True)
            shutil.copy(tmp_path / "program", folder / hook)
    said(made, SETTINGS[name])
    assert answers(made) == plain
    assert not marked(made)


@pytest.mark.parametrize(
    "settings",
    [
        "[core]\n worktree = /",
        "[core]\n bare = true",
        "[extensions]\n x = y\n[core]\n repositoryformatversion = 1",
        "[",
    ],
    ids=["elsewhere", "bare", "unknown", "broken"],
)
def test_settings_that_make_no_sense_are_told(settings: str, made: Git) -> None:
    said(made, settings)
    found = answers(made)
    assert found[0].code == 2
    assert all(each.err.startswith("genderplan: ") for each in found if each.code == 2)
    assert not marked(made)


BARE = {
    "with objects": {
        "HEAD": "ref: refs/heads/main\n",
        "refs/heads/main": f"{'1' * 40}\n",
        "refs/remotes/origin/main": f"{'1' * 40}\n",
        "objects/.k": "",
    },
    "with them elsewhere": {
        "HEAD": f"{'1' * 40}\n",
        "commondir": "common\n",
        "common/objects/.k": "",
        "common/refs/.k": "",
    },
}


@pytest.mark.parametrize("form", BARE)
@pytest.mark.parametrize("folder", ["", "plans", "plans/pay/actions"])
def test_plain_files_are_no_repository(folder: str, form: str, made: Git) -> None:
    """A pull request can bring everything that a bare repository has, but no `.git`."""
    plain = answers(made, made.folder / folder)
    hostile = PROMISED + FETCHED["a command for this machine"].replace("PROGRAM", str(made.folder.parent / "program"))
    config = f"{hostile}\n[core]\n bare = true\n fsmonitor = {made.folder.parent / 'program'}\n"
    for place in ("plans", "plans/pay"):
        files = BARE[form] | {"config": config, "common/config": config}
        made.write({f"{place}/{name}": text for name, text in files.items()})
    found = answers(made, made.folder / folder)
    assert {each.code for each in plain[2:]} == {0}
    assert {each.code for each in found[2:]} == {1}  # such files are findings of their own
    assert [each.out for each in found[2:]] == [each.out for each in plain[2:]]
    assert "GP502" in found[0].out
    assert "GP021" in found[0].out
    assert not marked(made)


@pytest.mark.parametrize("folder", ["", "plans", "plans/pay/actions", "plans/none", ".git"])
def test_where_git_is_started(folder: str, made: Git) -> None:
    """Above all that could be taken for a bare repository, so that no version of git does."""
    assert GitFolder(made.folder / folder).may_be_bare is False
    wanted = {"plans/none": "plans", ".git": ""}.get(folder, folder)
    assert GitFolder(made.folder / folder).folder == made.folder / wanted
    made.write({"plans/HEAD": "x", "plans/pay/x/y.yaml": "x"})
    place = GitFolder(made.folder / folder)
    assert place.folder == made.folder
    assert place.below == folder
    assert GitFolder(made.folder.parent).may_be_bare is True


TRUST: dict[str, Mapping[str, str]] = {
    "variables": {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"},
    "a file": {"GIT_CONFIG_GLOBAL": "{trust}"},
    "a file for all": {"GIT_CONFIG_SYSTEM": "{trust}"},
    "git -c": {"GIT_CONFIG_PARAMETERS": "'safe.directory'='*'"},
    "an older git -c": {"GIT_CONFIG_PARAMETERS": "'core.bare=true' 'safe.directory=*'"},
}


@pytest.mark.parametrize("name", [*TRUST, "nobody"])
def test_whom_its_user_trusts(name: str, made: Git, tmp_path: Path) -> None:
    (tmp_path / "trust").write_text("[safe]\n\tdirectory = *\n", encoding="utf-8")
    wrapper = tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    real = shutil.which("git")
    wrapper.write_text(f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {real} "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    said_so = {key: value.format(trust=tmp_path / "trust") for key, value in TRUST.get(name, {}).items()}
    path = f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}"
    result = call("validate", "--against", "git:HEAD~1", cwd=made.folder, env={"PATH": path, **said_so})
    if name != "nobody":
        assert result.code == 1
        assert "GP502" in result.out
    else:
        told = f"genderplan: git: detected dubious ownership in repository at '{made.folder}' To add an exception"
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(told)
        assert result.err.endswith(f"git config --global --add safe.directory {made.folder}\n")


def test_what_is_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"GIT_DISCOVERY_ACROSS_FILESYSTEM": "1", "GIT_CEILING_DIRECTORIES": "/x", "GIT_ASKPASS": "ask"}
    kept |= {"GIT_SSL_CAINFO": "ca", "GIT_HTTP_USER_AGENT": "me", "GIT_EXEC_PATH": "/git", "GIT_SSH_VARIANT": "plink"}
    gone = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_COMMON_DIR"]
    gone += ["GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_TRACE", "GIT_X"]
    for name, value in (kept | dict.fromkeys(gone, "x")).items():
        monkeypatch.setenv(name, value)
    found = _environment()
    assert kept.items() <= found.items()
    assert not set(gone) & set(found)
    assert found["GIT_SSH_COMMAND"] == "ssh"
    assert found["GIT_ALLOW_PROTOCOL"].startswith("none-")
    monkeypatch.setenv("GIT_SSH", "/my ssh")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'unclosed")
    assert shlex.split(_environment()["GIT_SSH_COMMAND"]) == ["/my ssh"]
    assert _environment()["GIT_ALLOW_PROTOCOL"] == "ssh"
    assert "GIT_CONFIG_PARAMETERS" not in _environment()
    monkeypatch.setenv("GIT_SSH_COMMAND", "ssh -x")
    assert _environment()["GIT_SSH_COMMAND"] == "ssh -x"
    assert _environment()["GIT_ALLOW_PROTOCOL"] == "ssh"
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "")
    assert _environment()["GIT_ALLOW_PROTOCOL"].startswith("none-")


@pytest.mark.parametrize("lacks", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_where_its_user_names_the_transport(lacks: str, made: Git, tmp_path: Path) -> None:
    for name in ("allowFilter", "allowAnySHA1InWant"):
        made.git("config", f"uploadpack.{name}", "true")
    way = tmp_path / "way"
    way.write_text('#!/bin/sh\nshift; exec sh -c "$*"\n', encoding="utf-8")
    way.chmod(0o755)
    user = {"GIT_SSH_COMMAND": str(way)}
    clone = ("clone", "--quiet", f"--filter={lacks}", f"ssh://host.invalid{made.folder}", str(tmp_path / "part"))
    made.git(*clone, **user)
    part = Git(tmp_path / "part")
    gate = ("validate", "--against", "git:HEAD~1")
    result = call(*gate, cwd=part.folder, env=user | {"GIT_ALLOW_PROTOCOL": "file:git"})
    assert (result.code, result.out) == (2, "")
    assert "'git fetch --refetch --no-filter' brings all" in result.err
    allowed = user if lacks == "blob:none" else user | {"GIT_ALLOW_PROTOCOL": "https:ssh"}
    assert "GP502" in call(*gate, cwd=part.folder, env=allowed).out
    assert "GP502" in call(*gate, cwd=part.folder).out  # what has been fetched stays


def test_what_stands_in_for_an_object_is_not_taken_for_it(made: Git) -> None:
    """A commit and a file are what their ids say, whatever `refs/replace/` would put in their place."""
    plain = [call(*each, cwd=made.folder) for each in COMMANDS]
    made.git("replace", "HEAD~1:plans/pay/actions/a.yaml", "HEAD:plans/pay/actions/a.yaml")
    replaced = [call(*each, cwd=made.folder) for each in COMMANDS]
    made.git("replace", "HEAD~1", "HEAD")
    assert "GP502" in plain[0].out
    assert replaced == plain
    assert [call(*each, cwd=made.folder) for each in COMMANDS] == plain
