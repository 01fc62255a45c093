"""What plans were, by the ids that they have now: who was renamed, who is gone, what of it is asked for."""

from pathlib import Path

import pytest

from genderplan.plan.states import State, Unread, state_of_baselines, state_of_tree
from trees import PLAN, tree_of

BASELINE = "genderplan: 1\nname: {name}\ntaken: {taken}\nentries: {{}}\n"
PLANS = {f"{plan}/plan.yaml": PLAN for plan in ("pay", "careers", "care")}
RENAMED = {"salaries/plan.yaml": f"{PLAN}renamed_from: pay\n", "careers/plan.yaml": PLAN}


def test_a_plan_is_found_by_its_id_of_now() -> None:
    then = tree_of(PLANS)
    state = state_of_tree(then, tree_of(RENAMED), Path("plans"), "git:HEAD", title="A commit")
    assert {plan: was.id for plan, was in state.plans.items()} == {"salaries": "pay", "careers": "careers"}
    labels = {plan: (was.plan, was.name, was.title) for plan, was in state.baselines.items()}
    assert labels == {"salaries": ("pay", "git:HEAD", "A commit"), "careers": ("careers", "git:HEAD", "A commit")}
    assert (state.organisations, state.is_tree, state.is_whole) == (then.organisations, True, True)


def test_a_plan_is_gone_of_which_no_file_is_left() -> None:
    now = tree_of(RENAMED | {"care/actions/a.yaml": "title: A\n"})
    assert state_of_tree(tree_of(PLANS), now, Path("plans"), "x").gone == {}
    state = state_of_tree(tree_of(PLANS), tree_of(RENAMED), Path("plans"), "x")
    assert {file: plan.id for file, plan in state.gone.items()} == {"plans/care/plan.yaml": "care"}


def test_what_could_not_be_read_is_named_once_for_a_plan_and_else_by_its_entry() -> None:
    broken = "title: x: y\n"
    then = {"pay/plan.yaml": broken, "pay/actions/a.yaml": "title: A\n", "careers/actions/b.yaml": broken}
    then |= {"careers/plan.yaml": PLAN, "careers/baselines/c.yaml": broken, "organisations.yaml": broken}
    state = state_of_tree(tree_of(then), tree_of(PLANS), Path(), "x")
    assert set(state.unread) == {
        Unread("pay", None, "pay/plan.yaml", True),
        Unread("careers", "b", "careers/actions/b.yaml", False),
        Unread("careers", None, "careers/baselines/c.yaml", False),
    }
    assert (state.is_whole, "organisations.yaml" in state.left_out) == (False, True)


@pytest.mark.parametrize(("name", "kept"), [(None, "new"), ("old", "old"), ("no-such", None)])
def test_a_baseline_by_its_name_else_the_newest(name: str | None, kept: str | None) -> None:
    days = {"old": "2024-01-10", "new": "2024-02-10"}
    files = {f"pay/baselines/{each}.yaml": BASELINE.format(name=each, taken=day) for each, day in days.items()}
    state = state_of_baselines(tree_of(PLANS | files).plans, name)
    assert {plan: each.name for plan, each in state.baselines.items()} == ({"pay": kept} if kept else {})
    assert (state.plans, state.is_tree) == ({}, False)


def test_of_some_plans_all_that_concerns_others_is_left_out() -> None:
    tree = tree_of(PLANS)
    pay, care = tree.by_id["pay"], tree.by_id["care"]
    state = State(
        "git:HEAD",
        {plan.id: plan.as_baseline("x") for plan in tree.plans},
        tree.by_id,
        gone={"pay": pay, "care": care},
        left_out=("care/actions/a.yaml",),
        unread=(Unread("care", "a", "care/actions/a.yaml", False),),
        elsewhere=frozenset(("pay", "care")),
        missing_modules=(("", "all"), ("pay", "one"), ("care", "another")),
        not_checked_out={"organisations.yaml": "", "pay/plan.yaml": "pay", "care/plan.yaml": "care"},
        notes=("A note",),
    )
    own = state.of({"", "pay"}.__contains__)
    assert (set(own.baselines), set(own.plans), set(own.gone), own.unread) == ({"pay"}, {"pay"}, {"pay"}, ())
    assert (set(own.elsewhere), own.missing_modules) == ({"pay"}, (("", "all"), ("pay", "one")))
    assert own.not_checked_out == {"organisations.yaml": "", "pay/plan.yaml": "pay"}
    assert (own.name, own.left_out, own.notes) == (state.name, state.left_out, state.notes)


def test_boards_stand_by_the_files_in_which_they_would_be_now() -> None:
    then = PLANS | {"boards/EODB.yaml": "note: A board\n", "boards/Council.yaml": "note: x: y\n"}
    state = state_of_tree(tree_of(then), tree_of(PLANS), Path("plans"), "x")
    assert {file: board and board.id for file, board in state.boards.items()} == {
        "plans/boards/Council.yaml": None,
        "plans/boards/EODB.yaml": "EODB",
    }
    assert state.of(lambda plan: plan == "pay").boards == state.boards
