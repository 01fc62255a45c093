"""Boards of which a sparse checkout leaves out the files: they are not unknown, and what leaves them out says so."""

from pathlib import Path

import pytest

from cli_runner import call
from repositories import Git, repository
from support import PLAN

FILES = {
    "plans/organisations.yaml": "HR: {}\nEODB: {name: Equality Board, kind: board}\nPB: {kind: board}\n",
    "plans/pay/plan.yaml": PLAN,
    "plans/pay/actions/a.yaml": "title: An action\nlead: HR\ndue: 2025-01\n",
    "plans/boards/EODB.yaml": "meetings: [{id: feb, date: 2024-02-06}]\n",
    "plans/boards/PB.yaml": "serves: EODB\nmeetings: [{id: mar, date: 2025-03-06}]\n",
}
AWAY = (
    "the file of the board 'EODB' is not checked out here, as the checkout is sparse:"
    " 'git sparse-checkout disable' brings it"
)
LEFT_OUT = "genderplan: boards not checked out here, as the checkout is sparse, and so left out: EODB\n"


@pytest.fixture
def made(tmp_path: Path) -> Git:
    """A repository of which the file of one of two boards is not checked out."""
    made = repository(tmp_path / "repository")
    made.commit(FILES, "The plan")
    _leave_out(made)
    return made


def _leave_out(made: Git) -> None:
    made.git("sparse-checkout", "set", "--no-cone", "/*", "!/plans/boards/EODB.yaml")


@pytest.mark.parametrize(
    "command",
    [
        "agenda EODB",
        "agenda eodb",
        "agenda board:EODB",
        "list meetings --board EODB",
        "list updates --since EODB",
        "show board:EODB",
        "show EODB#feb",
        "show EODB@2024-02",
        "due --until EODB",
        "calendar --board EODB",
        "status --since EODB",
        "status --until EODB",
        "report --board EODB",
        "gaps --returns --since EODB",
    ],
)
def test_a_board_that_is_not_checked_out_is_told_as_such(command: str, made: Git) -> None:
    result = call(*command.split(), cwd=made.folder)
    assert (result.code, result.out, result.err) == (2, "", f"genderplan: {AWAY}\n")


def test_by_the_name_of_its_organisation_too(made: Git) -> None:
    assert call("agenda", "Equality Board", cwd=made.folder).err == f"genderplan: {AWAY}\n"


@pytest.mark.parametrize(
    "command",
    ["list boards", "list meetings", "list reports", "list decisions", "show EODB", "due", "calendar", "workload"],
)
def test_what_would_tell_of_it_says_that_it_is_left_out(command: str, made: Git) -> None:
    result = call(*command.split(), cwd=made.folder)
    assert (result.code, result.err) == (0, LEFT_OUT)
    assert result.out


@pytest.mark.parametrize(
    "command", ["agenda PB", "calendar --board PB", "show PB", "list entries", "status", "validate"]
)
def test_what_has_nothing_to_do_with_it_is_as_ever(command: str, made: Git) -> None:
    result = call(*command.split(), cwd=made.folder)
    assert (result.code, result.err) == (0, "")


def test_what_is_accepted_of_it_is_not_unknown(made: Git) -> None:
    for where, code in (("EODB#feb", 0), ("EODB#no", 0), ("PB#no", 1)):
        policy = f"accept: [{{code: GP301, where: 'board:{where}', reason: Agreed}}]\n"
        made.write({"plans/pay/plan.yaml": PLAN + policy})
        assert call("validate", cwd=made.folder).code == code, where


def test_in_a_linked_worktree_and_in_a_tree_deeper_down(made: Git, tmp_path: Path) -> None:
    made.git("sparse-checkout", "disable")
    assert call("list", "boards", cwd=made.folder).err == ""
    made.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    linked = Git(tmp_path / "linked")
    assert call("list", "boards", cwd=linked.folder).err == ""
    _leave_out(linked)
    assert call("list", "boards", cwd=linked.folder).err == LEFT_OUT
    made.git("sparse-checkout", "disable")
    made.commit({"deep/x": "x"}, "A folder")
    made.git("mv", "plans", "deep/plans")
    made.commit({}, "Moved")
    made.git("sparse-checkout", "set", "--no-cone", "/*", "!/deep/plans/boards/EODB.yaml")
    assert call("list", "boards", cwd=made.folder / "deep").err == LEFT_OUT
    assert call("list", "boards", "--tree", "deep/plans", cwd=made.folder).err == LEFT_OUT


def test_a_board_without_a_file_has_none(made: Git) -> None:
    made.git("sparse-checkout", "disable")
    made.commit({"plans/boards/EODB.yaml": None}, "No board")
    _leave_out(made)
    assert "has no file boards/EODB.yaml" in call("agenda", "EODB", cwd=made.folder).err


def test_a_git_file_that_leads_nowhere_is_no_sparse_checkout(tmp_path: Path) -> None:
    folder = tmp_path / "copied"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / ".git").write_text("gitdir: ../nowhere\n", encoding="utf-8")
    result = call("list", "boards", cwd=folder)
    assert (result.code, result.err) == (0, "")
