"""The tutorial, typed into one shell in an empty folder, does what it says and prints what the page shows."""

import os
import pty
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from shutil import copytree

import pytest

from cli_runner import COMMAND
from docs_blocks import MEND, ROOT, WRITES, Step, blocks, commands, environment, run, written
from genderplan.api import load_tree, slippage, validate
from genderplan.plan.plans import Plan

PAGE = ROOT / "docs" / "tutorial.md"
CONSOLE = blocks(PAGE, "console")
TYPED = [command for block in CONSOLE for command in commands(block)]

KEYS_A_SECOND = 5
"""A steady typist; Tab and the arrow keys do better."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(scope="module")
def steps(folder: Path) -> list[Step]:
    """Every command of the page with what it printed, in the folder that was empty."""
    return run(TYPED, folder, {"HOME": str(folder.parent)})


@pytest.fixture
def plan(folder: Path, steps: list[Step]) -> Plan:
    assert steps
    [found] = load_tree(folder / "plans").plans
    return found


def shown(steps: list[Step]) -> Iterator[str]:
    """The page's console blocks as they are printed now."""
    rest = iter(steps)
    for block in CONSOLE:
        yield "".join(map(str, islice(rest, len(commands(block)))))


def test_commands_print_what_the_page_says(steps: list[Step]) -> None:
    for block, now in zip(CONSOLE, shown(steps), strict=True):
        if WRITES:
            written(PAGE, block, now)
        else:
            assert block == now, MEND


def test_enter_at_every_question_of_init_gives_the_same_files(tmp_path: Path, steps: list[Step]) -> None:
    """Blocks are run without a terminal; a reader has one, and is asked."""
    [typed] = [step for step in steps if step.command.startswith("genderplan init")]
    leader, follower = pty.openpty()
    os.write(leader, b"\n" * 9)
    init = [COMMAND, *typed.command.split()[1:]]
    subprocess.run(init, cwd=tmp_path, stdin=follower, stdout=follower, stderr=follower, timeout=60, check=True)
    asked = os.read(leader, 1 << 16).decode()
    os.close(leader)
    os.close(follower)
    assert "Title of the plan" in asked
    assert all(line in asked for line in typed.printed.splitlines())
    action = "plans/gep/actions/publish-pay-gap.yaml"
    [shown] = [step.printed for step in steps if step.command == f"cat {action}"]
    assert (tmp_path / action).read_text("utf-8") == shown


def test_it_is_typed_in_four_minutes_and_a_plan_is_there_in_two() -> None:
    keys = [len(command) + 1 for command in TYPED]
    assert len(TYPED) <= 25
    assert sum(keys) <= 4 * 60 * KEYS_A_SECOND
    assert sum(keys[: TYPED.index("genderplan validate") + 1]) <= 2 * 60 * KEYS_A_SECOND


def test_it_ends_with_three_dated_actions_and_without_errors(folder: Path, plan: Plan) -> None:
    actions = [entry for entry in plan.entries if entry.kind == "action"]
    assert len(actions) == 3
    assert all(entry.due or any(milestone.due for milestone in entry.milestones) for entry in actions)
    found = [each.message for each in validate(load_tree(folder / "plans")).findings]
    assert [message.split(":")[0] for message in found] == [
        f"no entry supports the mandatory section horizon-europe-gep/{section}"
        for section in ("data-collection-and-monitoring", "dedicated-resources", "public-document")
    ]


def test_it_ends_with_what_comes_again_a_figure_and_an_update(plan: Plan) -> None:
    entries = {entry.id: entry for entry in plan.entries}
    cycle = entries["publish-figures"].cycle
    assert cycle is not None
    assert cycle.every.in_words == "1 year"
    assert [update.text for update in entries["train-panels"].updates] == ["Half are trained"]
    [indicator] = plan.indicators
    assert [value.value for value in indicator.values] == ["24.5"]


def test_it_ends_with_a_baseline_and_a_date_that_moved(plan: Plan) -> None:
    assert [baseline.name for baseline in plan.baselines] == ["board-1"]
    [moved] = slippage(plan, as_of=date(2025, 4, 10)).moved
    assert (moved.id, str(moved.was), str(moved.now)) == ("gep/publish-pay-gap#report", "2025-06", "2025-09")


def test_its_reports_tell_of_it(steps: list[Step]) -> None:
    printed = {step.command: step.printed for step in steps}
    assert "OVERDUE (1)" in printed["genderplan status"]
    assert "SLIPPED since board-1: 1 of 6 dates" in printed["genderplan status"]
    assert "MOVED (1)" in printed["genderplan slippage"]
    assert "▸" in printed["genderplan timeline"]
    assert "1 measure: 1 not yet." in printed["genderplan indicators"]
    assert "1 of 9 sections is served in full, 8 by nothing." in printed["genderplan coverage"]
    found = [line.split(": ")[1].split()[1] for line in printed["genderplan check"].splitlines()[:2]]
    assert found == ["GP401", "GP501"]
    assert printed["genderplan explain GP401"].startswith("GP401 overdue\n")


def test_check_is_content_with_what_the_page_advises(folder: Path, steps: list[Step], tmp_path: Path) -> None:
    assert "a line `completed: 2025-03-28` under its `due`" in PAGE.read_text("utf-8").replace("\n", " ")
    copytree(folder / "plans", tmp_path / "plans")
    action = tmp_path / "plans/gep/actions/publish-pay-gap.yaml"
    text = action.read_text("utf-8")
    action.write_text(re.sub(r"(?m)^( +)due: 2025-03.*$", r"\g<0>\n\1completed: 2025-03-28", text), "utf-8")
    day = {"GENDERPLAN_AS_OF": "2025-04-10"}
    [_, checked] = run(["genderplan baseline save board-2", "genderplan check && echo content"], tmp_path, day)
    assert checked.printed.endswith("content\n")


def test_it_ends_with_a_commit_of_everything(folder: Path, steps: list[Step]) -> None:
    assert steps[-1].command.endswith('git commit -qm "The plan"')
    git = ["git", "-C", str(folder)]
    left = subprocess.run([*git, "status", "--porcelain"], env=environment(), capture_output=True, check=True).stdout
    told = subprocess.run([*git, "log", "--format=%s"], env=environment(), capture_output=True, check=True).stdout
    assert (left, told) == (b"", b"The plan\n")
