"""Plans whose folders are repositories of their own: as the top of a clone, or as a submodule."""

from pathlib import Path

import pytest

from cli_runner import call
from genderplan.errors import NothingToReadError
from genderplan.loading.repositories import repository_of
from genderplan.loading.tree import load_tree
from repositories import PERSON, Git, repository
from support import PLAN

GATES = ("validate", "slippage")
DUE = "title: An action\ndue: {due}\n"


def alone(folder: Path) -> Git:
    """A repository that is a plan, and nothing else: its action moves quietly from January to March."""
    made = repository(folder)
    made.commit({"plan.yaml": PLAN, "actions/a.yaml": DUE.format(due="2025-01")}, "The first", "2024-01-10")
    made.commit({"actions/a.yaml": DUE.format(due="2025-03")}, "The second", "2024-02-10")
    return made


def moved(command: str, *arguments: str, cwd: Path) -> list[tuple[str, str, str]]:
    """The moves that a command tells of."""
    document = call(*arguments, "--format", "json", cwd=cwd).json
    if command == "history":
        found = [each for each in document["histories"][0]["changes"] if each["change"] == "moved"]
    elif command == "since":
        found = document["since"][0]["comparison"]["moved"]
    else:
        found = document["comparisons"][0]["moved"]
    return [(each["id"], each["was"], each["now"]) for each in found]


@pytest.mark.parametrize("outer", [False, True], ids=["in no repository", "in another repository"])
def test_a_plan_that_is_the_top_of_its_repository(outer: bool, tmp_path: Path) -> None:
    if outer:
        repository(tmp_path).commit({"README": "Something else\n"})
    made = alone(tmp_path / "pay")
    wanted = [("pay/a", "2025-01", "2025-03")]
    assert moved("slippage", "slippage", "--against", "git:HEAD~1", cwd=made.folder) == wanted
    assert moved("slippage", "slippage", "--from", "HEAD~1", "--to", "HEAD", cwd=made.folder / "actions") == wanted
    assert moved("since", "status", "--since", "2024-01", cwd=made.folder) == wanted
    assert moved("history", "history", cwd=made.folder) == wanted
    [trend] = call("trend", "--format", "json", cwd=made.folder).json["trends"]
    assert [each["promised"] for each in trend["milestones"][0]["promises"]] == ["2025-01", "2025-03"]
    [tagged] = call("trend", "--at", "HEAD~1", "--format", "json", "a", cwd=made.folder).json["trends"]
    assert tagged["milestones"][0]["changes"] == 1


@pytest.mark.parametrize("outer", [False, True], ids=["in no repository", "in another repository"])
def test_the_gate_looks_into_the_plans_own_repository(outer: bool, tmp_path: Path) -> None:
    if outer:
        repository(tmp_path).commit({"README": "Something else\n"})
    made = alone(tmp_path / "pay")
    quiet = call("validate", "--against", "git:HEAD~1", "--format", "json", cwd=made.folder)
    assert (quiet.code, [each["code"] for each in quiet.json["findings"] if each["code"] < "GP6"]) == (1, ["GP502"])
    assert call("validate", "--against", "git:HEAD", cwd=made.folder).code == 0


def test_plans_that_are_repositories_each(tmp_path: Path) -> None:
    for name in ("pay", "care"):
        alone(tmp_path / "plans" / name)
    told = "genderplan: each in a git repository of its own: care, pay; name one with --plan\n"
    for source in ("git:HEAD~1", "HEAD~1"):
        result = call("slippage", "--against", source, cwd=tmp_path)
        assert (result.code, result.out, result.err) == (2, "", told)
    wanted = [("care/a", "2025-01", "2025-03")]
    assert moved("slippage", "slippage", "--plan", "care", "--against", "git:HEAD~1", cwd=tmp_path) == wanted
    assert moved("history", "history", "care/a", cwd=tmp_path) == wanted


def with_a_submodule(folder: Path) -> Git:
    """A repository of plans, of which `pay` is a submodule and `care` is not."""
    inner, outer = alone(folder / "inner"), repository(folder / "outer")
    outer.commit({"plans/care/plan.yaml": PLAN, "plans/care/actions/a.yaml": DUE.format(due="2025-05")}, "Care")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans/pay")
    outer.commit({"plans/care/actions/a.yaml": DUE.format(due="2025-06")}, "With a submodule")
    return outer


def test_a_plan_that_is_a_submodule(tmp_path: Path) -> None:
    outer = with_a_submodule(tmp_path).folder
    assert moved("history", "history", "--plan", "pay", cwd=outer) == [("pay/a", "2025-01", "2025-03")]
    assert moved("history", "history", "--plan", "care", cwd=outer) == [("care/a", "2025-05", "2025-06")]
    alone = "genderplan: pay is a git repository of its own: the one above it was not asked\n"
    assert call("history", "pay/a", cwd=outer).err == call("trend", "--plan", "pay", cwd=outer).err == alone
    assert call("history", "pay/a", cwd=outer / "plans" / "pay").err == ""
    assert call("history", cwd=outer).err == "genderplan: in a git repository of its own: pay; name it with --plan\n"
    both = call("slippage", "--against", "git:HEAD~1", cwd=outer)
    assert (both.code, both.err) == (0, "genderplan: not in 'git:HEAD~1': pay\n")


def codes(*arguments: str, cwd: Path) -> list[str]:
    """The codes of what changed that `validate` finds."""
    result = call("validate", *arguments, "--format", "json", cwd=cwd)
    return [each["code"] for each in result.json["findings"] if each["code"].startswith("GP5")]


def test_a_submodule_is_held_against_what_the_outer_commit_names(tmp_path: Path) -> None:
    """Whatever is called so in the submodule itself, where nobody stands in that."""
    outer = with_a_submodule(tmp_path).folder
    pay = Git(outer / "plans" / "pay")
    pay.commit({"actions/a.yaml": DUE.format(due="2025-09")}, "The third", "2024-03-10")
    wanted = [("pay/a", "2025-03", "2025-09")]
    for source in ("git:HEAD", "git:main", "main...", "HEAD"):
        assert codes("--against", source, cwd=outer) == ["GP502"], source
        assert moved("slippage", "slippage", "--plan", "pay", "--against", source, cwd=outer) == wanted
    assert moved("since", "status", "--plan", "pay", "--since", "2024-02", cwd=outer) == wanted
    assert moved("slippage", "slippage", "--plan", "pay", "--from", "HEAD", "--to", "main", cwd=outer) == []
    [trend] = call("trend", "--at", "HEAD", "--plan", "pay", "--format", "json", cwd=outer).json["trends"]
    assert [each["promised"] for each in trend["milestones"][0]["promises"]] == ["2025-03", "2025-09"]
    within = [call(command, "--against", "git:HEAD", "--plan", "pay", cwd=pay.folder) for command in GATES]
    told = "genderplan: pay is a git repository of its own: the one above it was not asked\n"
    assert [(each.code, each.err) for each in within] == [(0, told)] * 2
    assert codes("--against", "git:HEAD~2", cwd=pay.folder) == ["GP502"]


def test_files_that_become_a_submodule_are_held_against_the_files(tmp_path: Path) -> None:
    inner, outer = alone(tmp_path / "inner"), repository(tmp_path / "outer")
    outer.commit({"plans/pay/plan.yaml": PLAN, "plans/pay/actions/a.yaml": DUE.format(due="2024-12")}, "Files")
    outer.git("rm", "-r", "--quiet", "plans/pay")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans/pay")
    assert codes("--against", "git:HEAD", cwd=outer.folder) == ["GP502"]
    outer.git("rm", "--cached", "--quiet", "plans/pay")  # and where it is no submodule, but lies there
    assert codes("--against", "git:HEAD", "--plan", "pay", cwd=outer.folder) == ["GP502"]


@pytest.mark.parametrize("below", ["", "kept"])
def test_a_tree_that_is_a_submodule(below: str, tmp_path: Path) -> None:
    inner, outer = repository(tmp_path / "inner"), repository(tmp_path / "outer")
    files = {"pay/plan.yaml": PLAN, "pay/actions/a.yaml": DUE.format(due="2025-01")}
    inner.commit({f"{below}/{name}" if below else name: text for name, text in files.items()})
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans")
    outer.commit({}, "With a submodule")
    plans = Git(outer.folder / "plans")
    tree = ("--tree", str(plans.folder / below))
    plans.commit({f"{below}/pay/actions/a.yaml" if below else "pay/actions/a.yaml": DUE.format(due="2025-02")})
    assert codes("--against", "git:HEAD", *tree, cwd=outer.folder) == ["GP502"]
    assert codes("--against", "git:HEAD", *tree, cwd=plans.folder) == []
    lost = call("validate", "--against", "git:no-such", *tree, cwd=outer.folder)
    assert (lost.code, lost.err) == (2, f"genderplan: no commit 'no-such' in the repository {outer.folder}\n")


def test_a_submodule_of_which_a_commit_is_not_here(tmp_path: Path) -> None:
    outer = with_a_submodule(tmp_path)
    pay = Git(outer.folder / "plans" / "pay")
    lost = "1" * 40
    outer.git("update-index", "--cacheinfo", f"160000,{lost},plans/pay")
    outer.git("commit", "--quiet", "--message", "x", **PERSON)
    at = outer.git("rev-parse", "HEAD")[:12]
    told = f"which {at} has as its submodule 'plans/pay': 'git -C plans/pay fetch' brings it"
    for command in ("validate --against", "slippage --against", "slippage --to HEAD --from", "status --since"):
        result = call(*command.split(), "git:HEAD", cwd=outer.folder)
        assert (result.code, result.out) == (2, "")
        assert result.err == f"genderplan: no commit '{lost}' in the repository {pay.folder}, {told}\n"
    assert codes("--against", "git:HEAD", "--plan", "care", cwd=outer.folder) == []
    outer.git("submodule", "deinit", "--force", "--quiet", "plans/pay")
    result = call("validate", "--against", "git:HEAD", cwd=outer.folder)
    assert (result.code, result.err.partition(":")[2][:47]) == (2, " 'plans/pay' is a submodule in commit " + at[:9])


BOARD = "meetings: [{id: feb, date: 2025-02-06}]\n"
SHARED = {"plans/organisations.yaml": "EODB: {kind: board}\n", "plans/boards/EODB.yaml": BOARD}
ACTIONS = {"plans/pay/plan.yaml": PLAN, "plans/pay/actions/a.yaml": DUE.format(due="2025-01")}


@pytest.mark.parametrize("bare", [False, True], ids=["", "bare"])
@pytest.mark.parametrize("part", ["boards", "pay/actions"])
def test_files_that_became_a_submodule_that_is_not_here_are_not_gone(part: str, bare: bool, tmp_path: Path) -> None:
    """Nor are those of which nothing is known on either side compared, whichever plans are asked for."""
    inner, outer = repository(tmp_path / "inner"), repository(tmp_path / "outer")
    inner.commit({"EODB.yaml": BOARD} if part == "boards" else {"a.yaml": DUE.format(due="2025-01")})
    first = outer.commit(SHARED | ACTIONS, "Files", "2024-01-10")
    outer.git("rm", "-r", "--quiet", f"plans/{part}")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), f"plans/{part}")
    second = outer.commit({}, "A submodule", "2024-02-10")
    clone = outer.clone(tmp_path / "clone", *(["--bare"] if bare else [])).folder
    where = f"'plans/{part}' is a submodule"
    brings = f"that is not here: 'git submodule update --init plans/{part}' brings it\n"
    for options in ([], ["--plan", "pay"]):
        for at, in_commit in ((first, ""), (second, f" in commit {second[:12]}")):
            result = call("validate", "--against", f"git:{at}", *options, cwd=clone)
            assert (result.code, result.out, result.err) == (2, "", f"genderplan: {where}{in_commit} {brings}")
    for command in (["slippage", "--against", first], ["status", "--since", "2024-01"]):
        result = call(*command, cwd=clone)
        assert (result.code, result.err) == ((0, "") if part == "boards" else (2, f"genderplan: {where} {brings}"))


def test_a_history_says_that_a_part_of_a_plan_is_in_a_submodule(tmp_path: Path) -> None:
    inner, outer = repository(tmp_path / "inner"), repository(tmp_path / "outer")
    inner.commit({"a.yaml": DUE.format(due="2025-01")})
    outer.commit(ACTIONS | {"plans/care/plan.yaml": PLAN}, "Files")
    outer.git("rm", "-r", "--quiet", "plans/pay/actions")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans/pay/actions")
    outer.commit({}, "A submodule")
    told = "genderplan: in a submodule, which has commits of its own that are not told: plans/pay/actions\n"
    assert [call("history", *plan, cwd=outer.folder).err for plan in ([], ["--plan", "care"])] == [told, ""]


def test_a_plan_that_became_a_submodule_that_is_not_here_is_not_removed(tmp_path: Path) -> None:
    inner, outer = alone(tmp_path / "inner"), repository(tmp_path / "outer")
    outer.commit(ACTIONS | {"plans/care/plan.yaml": PLAN}, "Files")
    outer.git("rm", "-r", "--quiet", "plans/pay")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner.folder), "plans/pay")
    outer.commit({}, "A submodule")
    clone = outer.clone(tmp_path / "clone").folder
    result = call("validate", "--against", "git:HEAD~1", cwd=clone)
    told = "'plans/pay' is a submodule that is not here: 'git submodule update --init plans/pay' brings it"
    assert (result.code, result.err) == (2, f"genderplan: {told}\n")
    assert codes("--against", "git:HEAD~1", "--plan", "care", cwd=clone) == []


def test_nor_is_a_plan_new_that_its_repository_does_not_hold(tmp_path: Path) -> None:
    """An outer repository without any plan says nothing of one that is a repository of its own."""
    outer = repository(tmp_path)
    outer.commit({"README": "x\n"})
    alone(tmp_path / "plans" / "pay")
    outer.write({"plans/care/plan.yaml": PLAN})
    result = call("validate", "--against", "git:HEAD", cwd=tmp_path)
    told = "genderplan: in a git repository of its own: pay; name it with --plan\n"
    assert (result.code, result.out, result.err) == (2, "", told)


def test_which_repository(tmp_path: Path) -> None:
    outer = with_a_submodule(tmp_path).folder
    tree = load_tree(outer / "plans")
    care, pay = tree.plans
    seen = [repository_of(outer / "plans", plans) for plans in ((care, pay), (care,), (pay,))]
    assert [(each.mount, each.prefix) for each in seen] == [("", "plans"), ("", "plans"), ("pay", "")]
    assert sorted(seen[2].snapshot(seen[2].commit("HEAD"), "").blobs) == ["pay/actions/a.yaml", "pay/plan.yaml"]
    assert [file.path for each in seen[2].log(seen[2].commit("HEAD")) for file in each.files] == [
        *("pay/actions/a.yaml", "pay/plan.yaml", "pay/actions/a.yaml")
    ]
    with pytest.raises(NothingToReadError):
        repository_of(tmp_path, (care,))


def test_what_is_renamed_in_a_plans_own_repository(tmp_path: Path) -> None:
    made = alone(tmp_path / "pay")
    text = DUE.format(due="2025-03") + "note: A long enough note to be known again by\n"
    made.commit({"actions/a.yaml": text})
    made.commit({"actions/a.yaml": None, "actions/b.yaml": text}, "Renamed")
    [found] = call("history", "--format", "json", cwd=made.folder).json["histories"]
    assert [(each["was"], each["now"]) for each in found["hints"]] == [("pay/a", "pay/b")]


@pytest.mark.parametrize(
    "plan",
    [
        "\ufeffgenderplan: 1\ntitle: P\n",
        '{"genderplan": 1, "title": "P"}\n',
        '"genderplan": 1\ntitle: P\n',
        "genderplan: 1: x\n",
    ],
    ids=["a mark", "JSON", "a quoted key", "broken"],
)
def test_a_plan_in_another_folder_is_known_however_it_is_written(plan: str, tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"plans/p/plan.yaml": plan})
    made.write({"moved/p/plan.yaml": PLAN})
    result = call("validate", "--tree", "moved", "--against", "git:HEAD", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("it has 'plans/p/plan.yaml'\n")


def test_a_plan_of_another_program_is_none(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.commit({"ci/plan.yaml": "steps: []\n"})
    made.write({"plans/p/plan.yaml": PLAN})
    assert call("validate", "--against", "git:HEAD", cwd=tmp_path).code == 0
