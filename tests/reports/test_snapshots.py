"""What every view looks like on the shipped plans, one file each in `__snapshots__`, to be read as a reader sees it.

After a change that is meant: `pytest tests/reports --snapshot-update`, and read the difference.
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import Result, call, plain_terminal, real_terminal, run, terminal
from texts import TextExtension


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


WOMEN = ("--plan", "women-2003")
PAPER = ("timeline", "--kind", "project", *WOMEN, "--from", "2003-10", "--to", "2004-12")
ACTIONS = ("timeline", "--kind", "action", *WOMEN)

PIPED: dict[str, tuple[int, tuple[str, ...], int]] = {
    "status-80": (80, ("status",), 0),
    "status-140": (140, ("status",), 0),
    "status-women-80": (80, ("status", *WOMEN), 0),
    "status-women-140": (140, ("status", *WOMEN), 0),
    "status-women-2004-06": (100, ("status", *WOMEN, "--as-of", "2004-06-15"), 0),
    "status-lead": (80, ("status", "--lead", "Surrey-University"), 0),
    "list-entries": (80, ("list", "entries"), 0),
    "list-actions": (80, ("list", "actions"), 0),
    "list-projects": (80, ("list", "projects"), 0),
    "list-milestones": (80, ("list", "milestones"), 0),
    "list-objectives": (80, ("list", "objectives"), 0),
    "list-organisations": (80, ("list", "organisations"), 0),
    "list-plans": (80, ("list", "plans"), 0),
    "list-updates": (80, ("list", "updates"), 0),
    "list-milestones-markdown": (80, ("list", "milestones", "--status", "overdue", "--format", "markdown"), 0),
    "list-milestones-csv": (80, ("list", "milestones", "--status", "overdue", "--format", "csv"), 0),
    "list-milestones-json": (80, ("list", "milestones", "--status", "overdue", "--format", "json"), 0),
    "slippage": (80, ("slippage", *WOMEN), 0),
    "slippage-lead": (80, ("slippage", *WOMEN, "--lead", "PIB"), 0),
    "impact": (80, ("impact", *WOMEN), 0),
    "impact-supposed": (80, ("impact", "identify-needs#questionnaire", "--to", "2004-06"), 0),
    "impact-why": (80, ("impact", "media-strategy#external-campaign", "--why"), 0),
    "impact-critical": (80, ("impact", "--critical", *WOMEN), 0),
    "timeline-projects-60": (60, PAPER, 0),
    "timeline-projects-80": (80, PAPER, 0),
    "timeline-projects-140": (140, PAPER, 0),
    "timeline-actions-80": (80, ACTIONS, 0),
    "timeline-actions-140": (140, ACTIONS, 0),
    "timeline-equalities-80": (80, ("timeline", "--plan", "equalities-2006"), 0),
    "timeline-all-100": (100, ("timeline",), 0),
    "show-entry": (80, ("show", "identify-customer-groups"), 0),
    "show-project": (80, ("show", "prisoner-packs"), 0),
    "show-race-objective": (80, ("show", "r1"), 0),
    "show-milestone": (80, ("show", "identify-customer-groups#services"), 0),
    "show-organisation": (80, ("show", "ACOS"), 0),
    "show-plan": (80, ("show", "women-2003"), 0),
    "validate": (80, ("validate",), 0),
    "validate-notes": (80, ("validate", "--notes"), 0),
    "check": (80, ("check",), 1),
    "check-github": (80, ("check", "--format", "github"), 1),
    "baseline-list": (80, ("baseline", "list"), 0),
    "baseline-show": (80, ("baseline", "show", "draft-1"), 0),
}

ON_A_TERMINAL: dict[str, tuple[int, tuple[str, ...], int]] = {
    "status-women-80": (80, ("status", *WOMEN), 0),
    "list-entries-80": (80, ("list",), 0),
    "list-milestones-80": (80, ("list", "milestones"), 0),
    "list-projects-140": (140, ("list", "projects"), 0),
    "slippage-80": (80, ("slippage", *WOMEN), 0),
    "slippage-140": (140, ("slippage", *WOMEN), 0),
    "impact-60": (60, ("impact", *WOMEN), 0),
    "impact-80": (80, ("impact", *WOMEN), 0),
    "impact-140": (140, ("impact", *WOMEN), 0),
    "impact-supposed-80": (80, ("impact", "identify-needs#questionnaire", "--to", "2004-06"), 0),
    "impact-why-80": (80, ("impact", "identify-needs#report", "--why"), 0),
    "impact-critical-80": (80, ("impact", "--critical", *WOMEN), 0),
    "timeline-actions-80": (80, ACTIONS, 0),
    "show-entry-80": (80, ("show", "identify-needs"), 0),
    "show-race-objective-80": (80, ("show", "r1"), 0),
    "show-organisation-80": (80, ("show", "DCC4"), 0),
    "show-plan-80": (80, ("show", "women-2003"), 0),
    "check-80": (80, ("check",), 1),
    "baseline-show-80": (80, ("baseline", "show", "draft-1"), 0),
}

ASCII: dict[str, tuple[str, ...]] = {
    "timeline-projects": PAPER,
    "timeline-actions": ACTIONS,
    "status-women": ("status", *WOMEN),
}


def on_the_shipped(result: Result, code: int) -> str:
    """The text of a run that left nothing out."""
    assert (result.code, result.err.replace("genderplan: no baseline: equalities-2006\n", "")) == (code, "")
    return result.out


@pytest.mark.parametrize("name", PIPED)
def test_piped(name: str, text: SnapshotAssertion) -> None:
    columns, arguments, code = PIPED[name]
    result = call(*arguments, "--tree", "plans", env={"COLUMNS": str(columns)})
    assert on_the_shipped(result, code) == text


@pytest.mark.parametrize("name", ON_A_TERMINAL)
def test_on_a_terminal(name: str, text: SnapshotAssertion) -> None:
    columns, arguments, code = ON_A_TERMINAL[name]
    result = plain_terminal(*arguments, "--tree", "plans", columns=columns)
    assert on_the_shipped(result, code) == text


@pytest.mark.parametrize("name", ASCII)
def test_in_ascii(name: str, text: SnapshotAssertion) -> None:
    result = run(*ASCII[name], "--tree", "plans", env={"PYTHONIOENCODING": "ascii"})
    assert on_the_shipped(result, 0) == text


@pytest.mark.parametrize("name", ["status", "timeline"])
def test_in_colours(name: str, text: SnapshotAssertion) -> None:
    env = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    shown = on_the_shipped(run(name, *WOMEN, "--tree", "plans", env=env), 0)
    assert "\x1b[" in shown
    assert shown == text


def test_the_same_colours_on_a_terminal() -> None:
    forced = run("status", *WOMEN, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert terminal("status", *WOMEN).out == forced.out
    assert real_terminal("status", *WOMEN).out == forced.out


@pytest.mark.parametrize("name", ["slippage-140", "check-80"])
def test_the_same_on_a_terminal_of_the_system(name: str) -> None:
    """What `plain_terminal` stands for in all other tests: the width and the caret are those of a terminal."""
    columns, arguments, _ = ON_A_TERMINAL[name]
    real = real_terminal(*arguments, columns=columns, env={"NO_COLOR": "1"})
    assert real == plain_terminal(*arguments, columns=columns)
