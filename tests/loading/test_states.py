"""What a plan can be held against, by what people write: a baseline's name, `git:REV`, a file, a folder, a day."""

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from genderplan.errors import GenderplanError, NothingToReadError, UsageError
from genderplan.loading.states import load_earlier, load_state
from genderplan.loading.tree import load_tree
from genderplan.plan.plans import Tree
from genderplan.plan.states import State
from genderplan.standing.selection import Selection
from repositories import Git, repository
from support import PLAN

DUE = "title: An action\ndue: {due}\n"
BASELINE = "genderplan: 1\nentries:\n  a: {{kind: action, title: An action, due: {due}}}\n"


def files(due: str) -> dict[str, str]:
    """Two plans, in which an action is due at a date."""
    return {
        f"plans/{plan}/{name}": text
        for plan in "pq"
        for name, text in (("plan.yaml", PLAN), ("actions/a.yaml", DUE.format(due=due)))
    }


@pytest.fixture
def made(tmp_path: Path) -> Git:
    """A repository in which the action moves twice, once before its baseline is taken and once after."""
    made = repository(tmp_path)
    made.commit(files("2025-01"), "The first", "2024-01-10")
    made.commit(
        {**files("2025-02"), "plans/p/baselines/board.yaml": BASELINE.format(due="2025-02")}, "Agreed", "2024-02-10"
    )
    made.commit(files("2025-03"), "The third", "2024-03-10")
    return made


def at_hand(made: Git) -> Tree:
    return load_tree(made.folder / "plans", shown_from=made.folder)


def against(made: Git, text: str | None, *plans: str) -> State:
    """What a text names, of some plans, or of all."""
    now = at_hand(made)
    with chdir(made.folder):
        return load_state(text, Path("plans"), now, selection(now, *plans))


def selection(now: Tree, *plans: str) -> Selection:
    asked = plans or tuple(now.by_id)
    return Selection(tuple(now.by_id[plan] for plan in asked), frozenset(plans) or None)


def dues(found: State) -> dict[str, str]:
    """When the action of each plan was due there."""
    return {plan: str(each.by_id["a"].due) for plan, each in found.baselines.items()}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (None, {"p": "2025-02"}),
        ("board", {"p": "2025-02"}),
        ("baseline:board", {"p": "2025-02"}),
        ("no-such", {}),
        ("baseline:no-such", {}),
        ("baseline:main~1", {}),
        ("git:HEAD", {"p": "2025-03", "q": "2025-03"}),
        ("git:HEAD~2", {"p": "2025-01", "q": "2025-01"}),
        ("git:main~1", {"p": "2025-02", "q": "2025-02"}),
        ("main~1", {"p": "2025-02", "q": "2025-02"}),
        ("refs/heads/main", {"p": "2025-03", "q": "2025-03"}),
        ("plans/p/baselines/board.yaml", {"p": "2025-02"}),
        ("./plans", {"p": "2025-03", "q": "2025-03"}),
        ("plans/p", {"p": "2025-03"}),
        ("plans", {"p": "2025-03", "q": "2025-03"}),
        ("elsewhere/other", {"p": "2025-08", "q": "2025-08"}),
        ("copy.yaml", {"p": "2025-09", "q": "2025-09"}),
        ("elsewhere/plans", {"p": "2025-08"}),
    ],
)
def test_what_a_text_names(text: str | None, due: dict[str, str], made: Git) -> None:
    made.write({"copy.yaml": BASELINE.format(due="2025-09")})
    made.write({f"elsewhere/{name}": content for name, content in files("2025-08").items() if "/p/" in name})
    made.write({f"elsewhere/other/{name[8:]}": text for name, text in files("2025-08").items() if "/p/" in name})
    found = against(made, text)
    assert dues(found) == due
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("board", "a baseline of p and refs/heads/board: write baseline:board or git:refs/heads/board"),
        ("plans/p", "a folder or a file and refs/heads/plans/p: write ./plans/p or git:refs/heads/plans/p"),
        ("two", "a baseline of q and a folder or a file: write baseline:two or ./two"),
        ("v1", "a baseline of q and refs/tags/v1: write baseline:v1 or git:refs/tags/v1"),
    ],
)
def test_what_a_text_may_name_twice_is_refused_and_has_ways_to_be_said(text: str, told: str, made: Git) -> None:
    for name in ("board", "plans/p"):
        made.git("branch", name, "HEAD~2")
    made.git("tag", "v1", "HEAD~2")
    taken = {f"plans/q/baselines/{name}.yaml": BASELINE.format(due="2025-05") for name in ("two", "v1")}
    made.write({**taken, "two/plans/x.yaml": "x"})
    with pytest.raises(UsageError) as error:
        against(made, text)
    assert str(error.value) == f"'{text}' is {told}"
    assert dues(against(made, "baseline:board")) == {"p": "2025-02"}
    assert dues(against(made, "./plans/p")) == {"p": "2025-03"}
    assert dues(against(made, "git:board")) == {"p": "2025-01", "q": "2025-01"}
    with chdir(made.folder):
        assert dues(earlier(made, "baseline:two")) == {"q": "2025-05"}


def test_a_commit_is_named_in_one_way(made: Git) -> None:
    found = against(made, "HEAD~1").baselines["p"]
    assert found.name == "git:HEAD~1"


def test_what_a_shallow_clone_may_lack(made: Git, tmp_path: Path) -> None:
    shallow = made.clone(tmp_path / "shallow", "--depth", "1")
    message = r"^'v1' is neither a baseline by name nor a commit that is here \(this clone is shallow: .*--unshallow"
    with pytest.raises(NothingToReadError, match=message):
        against(shallow, "v1")


def test_a_name_where_there_is_no_repository(made: Git, tmp_path: Path) -> None:
    now = at_hand(made)
    shutil.copytree(made.folder / "plans", tmp_path / "alone" / "plans")
    assert load_state("no-such", tmp_path / "alone" / "plans", now, selection(now)).baselines == {}


def test_a_commit_is_a_baseline_of_its_day_and_subject(made: Git) -> None:
    found = against(made, "git:HEAD~1").baselines["p"]
    assert (found.name, found.title, str(found.taken)) == ("git:HEAD~1", "Agreed", "2024-02-10")


def test_of_a_baseline_no_progress_is_known_but_all_of_a_commit(made: Git) -> None:
    assert [set(against(made, text).plans) for text in ("git:HEAD", "board", "no-such")] == [{"p", "q"}, set(), set()]
    made.commit({"plans/p/actions/a.yaml": "title: An action\ncompleted: 2024-04\n"})
    assert str(against(made, "git:HEAD").plans["p"].by_id["a"].completed) == "2024-04"


@pytest.mark.parametrize("text", [None, "board", "git:HEAD~1", "plans", "plans/p", "copy.yaml"])
def test_only_what_is_selected_is_in_it(text: str | None, made: Git) -> None:
    made.write({"copy.yaml": BASELINE.format(due="2025-09")})
    found = against(made, text, "q")
    assert {*found.baselines, *found.plans} <= {"q"}
    assert bool(found.baselines) is (text in {"git:HEAD~1", "plans", "copy.yaml"})


@pytest.mark.parametrize("text", ["git:HEAD~1", "elsewhere/"])
def test_files_that_cannot_be_read_there_are_named(text: str, made: Git) -> None:
    broken = {"plans/p/actions/a.yaml": "title: x: y\n"}
    made.commit(broken, "Broken")
    made.commit(files("2025-03"), "Mended")
    made.write({f"elsewhere/{name.removeprefix('plans/')}": each for name, each in (files("2025-01") | broken).items()})
    found = against(made, text)
    assert [name.removeprefix("elsewhere/").removeprefix("plans/") for name in found.left_out] == ["p/actions/a.yaml"]
    assert {plan for plan, each in found.baselines.items() if each.entries} == {"q"}


def test_links_that_cannot_be_followed_there_are_named_and_all_else_is_read(made: Git) -> None:
    made.write({f"elsewhere/{name.removeprefix('plans/')}": each for name, each in files("2025-01").items()})
    for name, target in (("p/a", "b"), ("p/b", "a"), ("deep", "x" * 300), ("p/actions/l", "l")):
        (made.folder / "elsewhere" / name).symlink_to(target)
    found = against(made, "elsewhere/")
    assert found.left_out == ("elsewhere/deep", "elsewhere/p/a", "elsewhere/p/actions/l", "elsewhere/p/b")
    assert dues(found) == {"p": "2025-01", "q": "2025-01"}


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("git:", NothingToReadError, "no commit '' in this repository"),
        ("git:no-such", NothingToReadError, "no commit 'no-such' in this repository"),
        ("git:--help", NothingToReadError, "no commit '--help' in this repository"),
        ("no/such", NothingToReadError, "'no/such' is neither a baseline by name, a commit, a file nor a folder"),
        (
            "no-such.yaml",
            NothingToReadError,
            "'no-such.yaml' is neither a baseline by name, a commit, a file nor a folder",
        ),
        ("\x1b/x", NothingToReadError, "'\\x1b/x' is neither a baseline by name, a commit, a file nor a folder"),
        ("./link.yaml", NothingToReadError, "'link.yaml' cannot be read: Too many levels of symbolic links"),
        ("./empty", NothingToReadError, "no plan in empty: a plan is a folder with a plan.yaml"),
        ("broken.yaml", UsageError, "broken.yaml:1:9: GP005 "),
        ("plans/p/plan.yaml", UsageError, "plans/p/plan.yaml:2:1: GP102 unknown key 'state'"),
    ],
)
def test_what_names_nothing(text: str, kind: type[GenderplanError], told: str, made: Git) -> None:
    made.write(
        {
            "broken.yaml": "title: x: y\n",
            "empty/x.txt": "",
            "plans/p/plan.yaml": "genderplan: 1\nstate: draft\ntitle: x\n",
        }
    )
    (made.folder / "link.yaml").symlink_to("plans/p/baselines/board.yaml")
    with pytest.raises(kind) as error:
        against(made, text)
    assert str(error.value).startswith(told)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2024-03-09", {"p": "2025-02", "q": "2025-02"}),
        ("2024-03-10", {"p": "2025-03", "q": "2025-03"}),
        ("2024-01", {"p": "2025-01", "q": "2025-01"}),
        ("2024-Q1", {"p": "2025-03", "q": "2025-03"}),
        ("HEAD~2", {"p": "2025-01", "q": "2025-01"}),
        ("git:HEAD~2", {"p": "2025-01", "q": "2025-01"}),
        ("board", {"p": "2025-02"}),
        ("baseline:board", {"p": "2025-02"}),
    ],
)
def test_what_was_earlier(text: str, due: dict[str, str], made: Git) -> None:
    assert dues(earlier(made, text)) == due


def earlier(made: Git, text: str) -> State:
    now = at_hand(made)
    with chdir(made.folder):
        return load_earlier(text, Path("plans"), now, selection(now))


def test_earlier_than_all(made: Git) -> None:
    with pytest.raises(NothingToReadError, match=r"^no commit until 2024-01-09 in this repository$"):
        earlier(made, "2024-01-09")
