"""The public interface for Python says what the commands say."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import genderplan
from cli.company import company
from cli_runner import REPOSITORY, call
from genderplan import api
from genderplan.dates.forms import parse_date
from genderplan.errors import NothingToReadError, UsageError
from genderplan.formats.json import plain
from genderplan.plan.plans import Plan
from repositories import Git, two_drafts

DAY = date(2003, 11, 3)
WOMEN = "women-2003"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return two_drafts(tmp_path_factory.mktemp("drafts"))


def test_all_of_it_is_offered_by_the_package() -> None:
    own = {name for name, each in vars(api).items() if getattr(each, "__module__", "") == api.__name__}
    offered = {name for name in own if not name.startswith("_")} | {"load_tree"}
    assert {*genderplan.__all__} == offered | {"__version__"}
    assert all(getattr(genderplan, name) is getattr(api, name) for name in offered)
    with pytest.raises(AttributeError, match="module 'genderplan' has no attribute 'statuses'"):
        _ = genderplan.statuses


def of_the_command(made: Git, noun: str, *arguments: str) -> Any:
    """What a command says of the plan, or all that it says of its parts."""
    found = call(*arguments, "--as-of", str(DAY), "--format", "json", cwd=made.folder).json[noun]
    mine = [each for each in found if each.get("plan", each.get("id")) == WOMEN]
    return mine if noun in {"milestones", "entries", "updates"} else mine[0]


def plan(made: Git) -> Plan:
    return genderplan.load_tree(made.folder / "plans").by_id[WOMEN]


SAME: dict[str, tuple[Callable[[Plan], object], tuple[str, ...]]] = {
    "status": (lambda plan: genderplan.status(plan, DAY), ("plans", "status")),
    "measures": (lambda plan: genderplan.measures(plan, DAY), ("plans", "status", "--measures")),
    "milestones": (lambda plan: genderplan.milestones(plan, DAY), ("milestones", "list", "milestones")),
    "updates": (lambda plan: genderplan.updates(plan, DAY), ("updates", "list", "updates")),
    "entries": (lambda plan: genderplan.entries(plan, DAY), ("entries", "list", "entries")),
    "slippage": (lambda plan: genderplan.slippage(plan, DAY), ("comparisons", "slippage")),
    "slippage by name": (
        lambda plan: genderplan.slippage(plan, DAY, "draft-1"),
        ("comparisons", "slippage", "--against", "draft-1"),
    ),
    "impact": (lambda plan: genderplan.impact(plan, DAY), ("impacts", "impact")),
}


@pytest.mark.parametrize("name", SAME)
def test_a_function_says_what_its_command_says(name: str, drafts: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drafts.folder)
    function, (noun, *arguments) = SAME[name]
    said = of_the_command(drafts, noun, *arguments)
    found = plain(function(plan(drafts)))
    if name == "measures":
        said = said["measures"]
    assert found == said


def test_the_log_and_the_trend_of_every_plan(drafts: Git) -> None:
    root = drafts.folder / "plans"
    tree = genderplan.load_tree(root)
    log = {each.plan: plain(each) for each in genderplan.history(root, tree, DAY)}
    promises = {each.plan: plain(each) for each in genderplan.trend(root, tree, DAY)}
    assert set(log) == set(promises) == {"budget-2004", "equalities-2006", WOMEN}
    assert log[WOMEN] == of_the_command(drafts, "histories", "history")
    assert promises[WOMEN] == of_the_command(drafts, "trends", "trend")


@pytest.mark.parametrize("function", [genderplan.slippage, genderplan.impact])
def test_against_the_plan_as_it_was_in_a_commit(function: Callable[..., Any], drafts: Git) -> None:
    now = genderplan.load_tree(drafts.folder / "plans")
    then = genderplan.load_revision(drafts.folder / "plans", "HEAD~1", now)
    found, wanted = (function(now.by_id[WOMEN], DAY, against) for against in (then.by_id[WOMEN], "draft-1"))
    assert found._replace(baseline=None) == wanted._replace(baseline=None)
    assert (found.baseline.name, wanted.baseline.name) == (WOMEN, "draft-1")


@pytest.mark.parametrize("function", [genderplan.slippage, genderplan.impact])
def test_a_baseline_that_is_not_there(function: Callable[..., Any], drafts: Git) -> None:
    with pytest.raises(NothingToReadError, match=r"^no baseline draft-9 in women-2003$"):
        function(plan(drafts), DAY, "draft-9")


def test_indicators_and_costs(drafts: Git, tmp_path: Path) -> None:
    folder = company(tmp_path)
    pay = genderplan.load_tree(folder).by_id["pay"]
    for noun, found in (("indicators", genderplan.indicators(pay, DAY)), ("costs", (genderplan.costs(pay, DAY),))):
        said = call(noun, "--plan", "pay", "--as-of", str(DAY), "--format", "json", "--tree", str(folder)).json[noun]
        assert [plain(each) | {"file": None} for each in found] == [each | {"file": None} for each in said]
    with pytest.raises(ValueError, match="colour"):
        genderplan.costs(plan(drafts), DAY, "colour")


def test_judging(drafts: Git) -> None:
    with_the_command = call("check", "--as-of", str(DAY), "--format", "json", cwd=drafts.folder).json["summary"]
    tree = genderplan.load_tree(drafts.folder / "plans")
    assert plain(genderplan.check(tree, DAY).summary) == with_the_command
    assert genderplan.validate(tree).summary.errors == 0
    assert len(genderplan.timeline(plan(drafts), DAY).rows) == 36


def test_what_is_of_a_whole_tree_says_what_its_command_says(drafts: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drafts.folder)
    call("framework", "add", "sdg-5", cwd=drafts.folder)
    tree = genderplan.load_tree(drafts.folder / "plans", shown_from=drafts.folder)
    reports = {
        "coverage": genderplan.coverage(tree, DAY),
        "gaps": genderplan.gaps(tree, DAY),
        "due": genderplan.due(tree, DAY),
        "workload": genderplan.workload(tree, DAY),
        "calendar": genderplan.calendar(tree, DAY),
    }
    for name, report in reports.items():
        found = call(name, "--as-of", str(DAY), "--format", "json", cwd=drafts.folder).json
        assert found == {key: found[key] for key in ("format", "version")} | plain(report)
    assert plain(genderplan.due(tree, DAY, parse_date("2004"), "lead"))["by"] == "lead"
    with pytest.raises(ValueError, match="colour"):
        genderplan.due(tree, DAY, None, "colour")
    (drafts.folder / "plans/frameworks/sdg-5.yaml").unlink()


def test_reports_and_annexes_say_what_their_commands_say(drafts: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drafts.folder)
    tree = genderplan.load_tree(drafts.folder / "plans", shown_from=drafts.folder)
    said = call("report", "--as-of", str(DAY), "--format", "json", cwd=drafts.folder).json
    assert [plain(each) for each in genderplan.report(tree, DAY)] == said["reports"]
    for which in ("actions", "projects"):
        found = plain(genderplan.annex(plan(drafts), DAY, which))
        told = call("annex", which, "--plan", WOMEN, "--as-of", str(DAY), "--format", "json", cwd=drafts.folder).json
        assert {key: told[key] for key in found} == found
    with pytest.raises(ValueError, match="'chart' is none of actions, projects"):
        genderplan.annex(plan(drafts), DAY, "chart")


def test_assessments_say_what_the_command_says() -> None:
    tree = genderplan.load_tree(REPOSITORY / "examples/university", shown_from=REPOSITORY)
    day = date(2026, 3, 16)
    report = genderplan.assessments(tree, day, "everyday-equality", "Faculty of Science")
    arguments = ("--about", "Science", "--as-of", str(day), "--format", "json")
    found = call("--tree", "examples/university", "assessments", *arguments).json
    assert {key: found[key] for key in report._fields} == plain(report)
    assert [each.is_newest for each in report.assessments] == [False, True]


def test_an_agenda_is_for_a_day_or_for_a_meeting_by_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    tree = genderplan.load_tree("plans", shown_from=REPOSITORY)
    papers = [genderplan.agenda(tree, "EODB", on) for on in (date(2008, 6, 5), "jun-2008", "EODB#jun-2008")]
    assert papers[0].meeting
    assert papers[0].meeting.id == "EODB#jun-2008"
    assert papers[0] == papers[1] == papers[2]
    said = call("agenda", "EODB", "--on", "jun-2008", "--format", "json", cwd=REPOSITORY).json
    assert [each["id"] for each in said["reports"]] == [each.id for each in papers[1].reports]
    assert [each["item"]["id"] for each in said["overdue"]] == [each.item.id for each in papers[1].overdue]
    with pytest.raises(UsageError, match=r"unknown meeting 'june-2008' \(did you mean 'jun-2008'\?\)"):
        genderplan.agenda(tree, "EODB", "june-2008")
