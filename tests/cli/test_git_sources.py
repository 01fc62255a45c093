"""Commits as sources: names that mean two things, and what is not here because a checkout is sparse."""

import shutil
from pathlib import Path

import pytest

from cli_runner import Result, call
from genderplan.source.git.refs import name_of
from repositories import Git, repository
from support import PLAN

DUE = "title: An action\nlead: HR\ndue: {due}\n"
OTHER = {"plans/other/plan.yaml": PLAN, "plans/other/actions/b.yaml": DUE.format(due="2026-01")}
BOARD = "genderplan: 1\nentries:\n  a: {kind: action, title: An action, due: 2025-01}\n"
COMMANDS = [
    "validate --against",
    "check --against",
    "slippage --against",
    "slippage --from",
    "slippage --to HEAD --from",
    "slippage --against HEAD --to",
    "status --since",
    "impact --against",
    "trend --at",
]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Git:
    """Two plans and a baseline, and on a branch a date that moved; a clone has both."""
    made = repository(tmp_path_factory.mktemp("original") / "repository")
    files = {"organisations.yaml": "HR: {}\n", "pay/plan.yaml": PLAN, "pay/baselines/board.yaml": BOARD}
    dated = {"pay/actions/a.yaml": DUE.format(due="2025-01"), "pay/actions/c.yaml": DUE.format(due="2025-03")}
    made.commit({f"plans/{name}": text for name, text in (files | dated).items()} | OTHER, "The first")
    made.git("checkout", "--quiet", "-b", "pr")
    made.commit({"plans/pay/actions/a.yaml": DUE.format(due="2025-02")}, "The second", "2024-02-01")
    return made


@pytest.fixture
def made(original: Git, tmp_path: Path) -> Git:
    return original.clone(tmp_path / "clone", "--no-single-branch")


@pytest.fixture(scope="module")
def doubled(original: Git, tmp_path_factory: pytest.TempPathFactory) -> Git:
    """A clone in which names mean two things, one of them the commit that is being judged."""
    made = original.clone(tmp_path_factory.mktemp("doubled") / "clone", "--no-single-branch")
    made.git("tag", "origin/main")
    made.git("branch", "main", "refs/remotes/origin/main")
    made.git("tag", "main")
    made.git("tag", "HEAD", "refs/remotes/origin/main")
    made.git("branch", made.git("rev-parse", "--short=9", "refs/heads/pr"), "refs/remotes/origin/main")
    made.git("update-ref", "refs/heads/refs/remotes/origin/main", "refs/heads/pr")
    made.git("update-ref", "refs/tags/refs/remotes/origin/gone", "refs/heads/pr")
    return made


def codes(result: Result) -> list[str]:
    return [each["code"] for each in result.json["findings"] if each["code"].startswith("GP5")]


def gate(made: Git, *arguments: str) -> Result:
    return call("validate", "--format", "json", "--against", *arguments, cwd=made.folder)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("source", ["git:origin/main", "origin/main"])
def test_a_name_of_two_things_is_refused_by_every_command(source: str, command: str, doubled: Git) -> None:
    result = call(*command.split(), source, cwd=doubled.folder)
    told = "'origin/main' is refs/tags/origin/main and refs/remotes/origin/main: write the one in full"
    assert (result.code, result.out, result.err) == (2, "", f"genderplan: {told}\n")


@pytest.mark.parametrize(
    ("revision", "refs"),
    [
        ("main", ("refs/tags/main", "refs/heads/main")),
        ("main~0", ("refs/tags/main", "refs/heads/main")),
        ("main^{commit}", ("refs/tags/main", "refs/heads/main")),
        ("main...", ("refs/tags/main", "refs/heads/main")),
        ("main@{0}", ("refs/tags/main", "refs/heads/main")),
        ("origin/main...", ("refs/tags/origin/main", "refs/remotes/origin/main")),
    ],
)
def test_whatever_follows_a_name(revision: str, refs: tuple[str, str], doubled: Git) -> None:
    result = gate(doubled, f"git:{revision}")
    name = revision.rstrip(".").removesuffix("~0").partition("^")[0].partition("@")[0]
    assert (result.code, result.err) == (2, f"genderplan: '{name}' is {' and '.join(refs)}: write the one in full\n")


def test_a_branch_that_is_called_like_a_commit(doubled: Git) -> None:
    short = doubled.git("rev-parse", "--short=9", "refs/heads/pr")
    result = gate(doubled, short)
    told = f"'{short}' is refs/heads/{short} and the commit {doubled.git('rev-parse', 'refs/heads/pr')[:12]}: write the one in full"
    assert (result.code, result.err) == (2, f"genderplan: {told}\n")


@pytest.mark.parametrize(
    ("revision", "moved"),
    [("refs/remotes/origin/main...", True), ("refs/tags/main", False), ("refs/heads/main", True), ("HEAD", False)],
)
def test_a_name_in_full_means_itself(revision: str, moved: bool, doubled: Git) -> None:
    """Whatever else is called so: a branch, also a tag may be called refs/remotes/origin/main."""
    assert codes(gate(doubled, f"git:{revision}")) == ["GP502"] * moved


def test_a_name_in_full_of_what_is_not_here_is_that_of_no_other(doubled: Git) -> None:
    result = gate(doubled, "git:refs/remotes/origin/gone")
    told = "genderplan: no commit 'refs/remotes/origin/gone' in this repository\n"
    assert (result.code, result.err) == (2, told)


@pytest.mark.parametrize(
    ("revision", "name"),
    [("main~2", "main"), ("v1^{}", "v1"), ("a/b@{u}", "a/b"), ("x:y", "x"), ("a..b", "a"), ("", ""), ("@", "@")],
)
def test_the_name_in_a_revision(revision: str, name: str) -> None:
    assert name_of(revision).text == name
    assert bool(name_of(revision).refs) is (len(name) > 0 and name != "@")


@pytest.mark.parametrize("revision", ["HEAD", "FETCH_HEAD~1", "@{-1}", ":/x", "-n1", "a*", "a b", "1" * 40, "f" * 64])
def test_what_is_no_name(revision: str) -> None:
    assert name_of(revision).refs == ()


SPARSE = {
    "a plan": ("plans/other/", "2 files", "plans/other/actions/b.yaml"),
    "an entry": ("plans/pay/actions/c.yaml", "a file", "plans/pay/actions/c.yaml"),
    "a baseline": ("plans/pay/baselines/", "a file", "plans/pay/baselines/board.yaml"),
    "organisations": ("plans/organisations.yaml", "a file", "plans/organisations.yaml"),
}


def sparse(made: Git, *left_out: str) -> None:
    made.git("sparse-checkout", "set", "--no-cone", "/*", *(f"!/{each}" for each in left_out))
    assert made.git("status", "--short") == ""


@pytest.mark.parametrize("name", SPARSE)
@pytest.mark.parametrize("command", [*COMMANDS[:4], "status --since"])
def test_what_a_sparse_checkout_leaves_out_is_not_removed(command: str, name: str, made: Git) -> None:
    path, files, first = SPARSE[name]
    sparse(made, path)
    result = call(*command.split(), "git:origin/main", cwd=made.folder / "plans")
    told = f"a sparse checkout leaves out {files} of 'git:origin/main', such as {first}, so nothing can be said of them"
    assert (result.code, result.out) == (2, "")
    assert result.err == f"genderplan: {told}: 'git sparse-checkout disable' brings them\n"


def test_plans_that_are_here_are_judged_and_two_commits_need_no_files(made: Git) -> None:
    sparse(made, "plans/other/", "plans/pay/actions/c.yaml")
    both = ("slippage", "--from", "git:origin/main", "--to", "HEAD")
    result = call(*both, "--format", "json", cwd=made.folder)
    [found] = result.json["comparisons"]
    assert ([each["id"] for each in found["moved"]], found["removed"]["entries"]) == (["pay/a"], [])
    told = "and not checked out here, and so not compared: other"
    assert result.err == f"genderplan: in 'git:origin/main' {told}\ngenderplan: in 'HEAD' {told}\n"
    sparse(made, "plans/other/")
    assert codes(gate(made, "git:origin/main", "--plan", "pay")) == ["GP502"]
    made.git("rm", "-r", "--quiet", "--sparse", "plans/other")
    shutil.rmtree(made.folder / "plans/pay/baselines")
    assert sorted(codes(gate(made, "git:origin/main"))) == ["GP502", "GP504", "GP505"]


@pytest.mark.parametrize("folder", ["boards", "frameworks"])
def test_what_plans_share_and_a_sparse_checkout_leaves_out_counts_where_it_is_compared(folder: str, made: Git) -> None:
    files = {
        "boards/EODB.yaml": "meetings: [{id: feb, date: 2024-02-06}]\n",
        "frameworks/law.yaml": "genderplan: 1\ntitle: Law\n",
    }
    made.commit({f"plans/{name}": text for name, text in files.items()}, "What plans share")
    sparse(made, f"plans/{folder}/")
    told = f"genderplan: a sparse checkout leaves out a file of 'git:HEAD', such as plans/{folder}/"
    for options in ([], ["--plan", "pay"]):
        result = gate(made, "git:HEAD", *options)
        assert (result.code, result.out, result.err.startswith(told)) == (2, "", True)
    for command in ("slippage --against", "status --since"):
        result = call(*command.split(), "git:HEAD", cwd=made.folder)
        assert (result.code, result.err) == (0, "")


def test_nor_is_it_removed_in_histories(made: Git) -> None:
    before = [call(*command, "--format", "json", cwd=made.folder).json for command in (("history",), ("trend",))]
    sparse(made, "plans/pay/actions/c.yaml")
    after = [call(*command, "--format", "json", cwd=made.folder).json for command in (("history",), ("trend",))]
    for document in (*before, *after):
        document.pop("plans")
    [pay] = [each for each in after[0]["histories"] if each["plan"] == "pay"]
    assert [(each["change"], each["id"]) for each in pay["changes"]] == [("moved", "pay/a")]
    assert after[1]["trends"] == before[1]["trends"]


def test_a_tree_in_a_subfolder_that_is_sparse(made: Git) -> None:
    made.git("mv", "plans", "kept")
    made.commit({"deep/x": "x"}, "Moved")
    made.git("mv", "kept", "deep/plans")
    made.commit({}, "Moved again")
    sparse(made, "deep/plans/other/")
    result = call("validate", "--against", "git:HEAD", cwd=made.folder / "deep")
    assert (result.code, result.out) == (2, "")
    assert "such as deep/plans/other/actions/b.yaml, so" in result.err
