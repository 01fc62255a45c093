"""Where the tree is: as named, else the nearest from the current folder upward."""

from pathlib import Path

import pytest

from genderplan.errors import NothingToReadError
from genderplan.loading.tree import load_tree
from genderplan.source.files import find_tree
from support import PLAN, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/deep/a.yaml": "title: A\n", "q/plan.yaml": PLAN})
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    ("start", "found", "plan"),
    [
        ("", "plans", None),
        ("docs", "plans", None),
        ("docs/deep", "plans", None),
        ("plans", "plans", None),
        ("plans/p", "plans", "p"),
        ("plans/p/actions", "plans", "p"),
        ("plans/p/actions/deep", "plans", "p"),
        ("plans/q", "plans", "q"),
    ],
)
def test_from_the_current_folder_upward(root: Path, start: str, found: str, plan: str | None) -> None:
    assert find_tree(None, root / start) == (root / found, plan)


def test_nearest_comes_first(root: Path) -> None:
    inner = tree(root / "docs", {"r/plan.yaml": PLAN})
    assert find_tree(None, root / "docs" / "deep") == (inner, None)
    # a folder of plans within a plan is nearer than the plan
    within = tree(root / "plans" / "p", {"s/plan.yaml": PLAN})
    assert find_tree(None, root / "plans" / "p" / "actions") == (within, None)
    # a plan that stands in no folder `plans`
    (root / "docs" / "deep" / "plan.yaml").write_text(PLAN)
    assert find_tree(None, root / "docs" / "deep") == (root / "docs", "deep")


def test_a_file_called_plans_and_a_folder_called_plan_yaml_are_passed_over(root: Path) -> None:
    (root / "docs" / "plans").write_text("")
    (root / "docs" / "plan.yaml").mkdir()
    assert find_tree(None, root / "docs") == (root / "plans", None)


@pytest.mark.parametrize("start", ["", "plans/p", "docs"])
def test_the_tree_named_is_taken_as_it_is(root: Path, start: str) -> None:
    assert find_tree(str(root / "docs"), root / start) == (root / "docs", None)
    assert find_tree(str(root / "plans"), root / start) == (root / "plans", None)


@pytest.mark.parametrize("name", ["nowhere", "plans/p/plan.yaml", "a\x1bb"])
def test_no_folder_of_that_name(root: Path, name: str) -> None:
    with pytest.raises(NothingToReadError, match="is not a folder") as error:
        find_tree(str(root / name), root)
    assert str(error.value).isprintable()
    assert (root / name).name.replace("\x1b", "\\x1b") in str(error.value)


def test_nothing_found_names_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError) as error:
        find_tree(None, tmp_path)
    for named in ("plans", "plan.yaml", str(tmp_path), "--tree", "GENDERPLAN_TREE"):
        assert named in str(error.value)


@pytest.mark.parametrize("files", [{}, {"README.md": ""}, {"p/README.md": ""}, {"organisations.yaml": "HR: {}\n"}])
def test_a_folder_without_a_plan(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(NothingToReadError, match=r"plan\.yaml"):
        load_tree(tree(tmp_path, files))
