"""Trees that tests keep once they are read are what their files say, whatever has been run on them."""

import pytest

from cli_runner import REPOSITORY, call
from genderplan.loading.tree import load_tree
from genderplan.source.yaml.marks import FilePlaces
from readings import kept_trees, read_anew

COMMANDS = ("status", "list", "check", "slippage", "impact", "timeline", "report", "gaps", "due", "workload")


@pytest.fixture
def _used() -> None:
    """The shipped plans have been read, and what other tests left of other trees."""
    for command in COMMANDS:
        assert call(command).code in {0, 1}


@pytest.mark.usefixtures("_used")
def test_nobody_changes_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FilePlaces, "__eq__", lambda these, those: these.data == those.data)
    read_anew(monkeypatch)
    pairs = kept_trees()
    assert len(pairs) >= 1
    assert all(kept == anew and kept is not anew for kept, anew in pairs)


@pytest.mark.usefixtures("_used")
def test_a_tree_is_read_once() -> None:
    assert load_tree(REPOSITORY / "plans", shown_from=REPOSITORY) is load_tree(
        REPOSITORY / "plans", shown_from=REPOSITORY
    )
