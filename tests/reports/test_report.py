"""The progress report: what other reports find is in it, in words for a board. F2-10: progress by section."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from cli.company import AS_OF, company
from cli_runner import Result, call
from genderplan.formats.markdown import written
from genderplan.plan.boards.lookup import the_board
from genderplan.plan.plans import Tree
from genderplan.reports.report.one_page import one_page
from genderplan.reports.report.page import report_page
from genderplan.reports.report.result import PlanReport, report
from genderplan.reports.report.words import summary
from genderplan.standing.overseen import overseen
from genderplan.terminal.pages import page_lines
from genderplan.terminal.screen import Screen
from support import tree as tree_in
from texts import TextExtension
from trees import judged, pay, selected, tree_of

NAMES = {"HR": "Human Resources", "HR-Board": "HR Board"}


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return company(tmp_path_factory.mktemp("company")).parent


def told(folder: Path, *arguments: str, columns: str = "80") -> Result:
    return call("report", *arguments, cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF, "COLUMNS": columns})


def json_of(folder: Path, *arguments: str) -> Any:
    return call(*arguments, "--format", "json", cwd=folder, env={"GENDERPLAN_AS_OF": AS_OF}).json


@pytest.mark.parametrize(
    "arguments",
    [(), ("--format", "markdown"), ("--one-page",), ("--one-page", "--format", "markdown")],
    ids=["text", "markdown", "one-page", "one-page-markdown"],
)
def test_what_it_looks_like(arguments: tuple[str, ...], folder: Path, text: SnapshotAssertion) -> None:
    assert told(folder, *arguments).out == text


@pytest.mark.parametrize("columns", ["80", "140"])
@pytest.mark.parametrize("plan", ["women-2003", "equalities-2006"])
def test_what_it_looks_like_of_the_shipped_plans(plan: str, columns: str, text: SnapshotAssertion) -> None:
    assert call("report", "--plan", plan, "--one-page", env={"COLUMNS": columns}).out == text


def test_it_holds_what_the_other_reports_hold(folder: Path) -> None:
    reports = {each["plan"]: each for each in json_of(folder, "report")["reports"]}
    assert [each["status"] for each in reports.values()] == json_of(folder, "status")["plans"]
    for each in json_of(folder, "slippage")["comparisons"]:
        assert reports[each["plan"]]["comparison"] == each
    for each in json_of(folder, "costs")["costs"]:
        assert reports[each["plan"]]["costs"] == each
    indicators = [each for found in reports.values() for each in found["indicators"]]
    assert indicators == json_of(folder, "indicators")["indicators"]
    entries = [each["entry"] for found in reports.values() for each in found["entries"]]
    listed = [each for noun in ("actions", "projects") for each in json_of(folder, "list", noun)[noun]]
    assert sorted(entries, key=lambda each: each["id"]) == sorted(listed, key=lambda each: each["id"])


def test_coverage_is_that_of_the_plan(folder: Path) -> None:
    [found] = call("report", "--plan", "equalities-2006", "--format", "json").json["reports"]
    alone = call("coverage", "--plan", "equalities-2006", "--format", "json").json
    assert (found["frameworks"], found["unserved"]) == (alone["frameworks"], alone["gaps"])


def test_of_one_section_only_what_is_its_own() -> None:
    """F2-10"""
    result = call("report", "--plan", "equalities-2006", "--objective", "race", "--format", "markdown")
    assert "### The Race Equality Element of the Scheme (7)" in result.out
    assert "Complete: none of 7 actions." in result.out
    assert "| R4 To ensure that a consistent" in result.out
    assert "### Projects" not in result.out
    assert "Assistant Commissioner Territorial Policing" in result.out


def one(tree: Tree, **filters: Sequence[str]) -> PlanReport:
    [found] = report(tree, judged(tree), selected(tree, **filters)).reports
    return found


def page_of(tree: Tree, **filters: Sequence[str]) -> str:
    names = tree.organisations.names_by_id
    return written(report_page(report(tree, judged(tree), selected(tree, **filters)), names))


def sentences(tree: Tree) -> list[str]:
    found = report(tree, judged(tree), selected(tree))
    return list(summary(found.reports[0], found.windows[0]))


BASELINE = """\
genderplan: 1
name: b
taken: 2024-09-30
plan: {title: Pay}
entries:
  a: {kind: action, title: A, due: 2025-03}
  b:
    kind: action
    title: B
    milestones: [{id: m, title: M, due: 2025-02}, {id: n, title: N, due: 2025-02}, {id: o, title: O, due: 2025-02},
      {id: p, title: P, due: 2025-02}]
"""
APPROVED = "revisions: [{date: 2024-12-01, was: 2025-03, field: due, reason: Data late, approved_by: HR-Board}]\n"


def test_nothing_at_all_says_so() -> None:
    tree = pay({})
    assert sentences(tree) == ["The plan has no action and no project."]
    page = page_of(tree)
    for words in ("There is no indicator.", "The plan follows no framework."):
        assert words in page
    for title in ("By objective", "Costs", "Due in"):
        assert title not in page


def test_objectives_without_anything_are_named() -> None:
    tree = pay({}, "objectives: [{id: data, title: Data}, {id: work, title: Work}]\n")
    assert "Nothing stands under Data and Work." in page_of(tree)


def test_the_summary_counts_each_set_by_itself() -> None:
    tree = pay(
        {
            "actions/a": "title: A\ndue: 2024-12\ncompleted: 2024-12-01\n",
            "actions/b": "title: B\nmilestones: [{id: m, title: M, due: 2024-11}]\n",
            "actions/c": "title: C\ncancelled: {reason: No money}\n",
            "projects/d": "title: D\nend: 2025-02-01\n",
        }
    )
    assert sentences(tree) == [
        "Complete: 1 of 3 actions, none of 1 project and none of 1 milestone; cancelled: 1 entry.",
        "1 milestone of 1 action is overdue, since Nov 2024 (46 days).",
        "No baseline was taken, so nothing tells what slipped.",
        "1 own date of 1 project is due within 30 days.",
    ]


def test_the_summary_of_a_plan_that_keeps_its_dates() -> None:
    tree = pay({"actions/a": "title: A\ndue: 2025-03\n", "baselines/b": BASELINE})
    assert sentences(tree)[1:] == [
        "Nothing is overdue.",
        "Later than was agreed in baseline b: none of 1 date of milestones, actions and projects.",
        "Nothing is due within 30 days.",
    ]


REVISED = """\
title: A
end: 2025-06
revisions:
  - {date: 2024-10-01, field: start, reason: Earlier}
  - {date: 2024-11-01, was: 2025-04, reason: Payroll moves}
  - {date: 2024-12-01, was: 2025-05, reason: Once more, approved_by: HR-Board}
milestones:
  - {id: m, title: M, due: 2025-03, revisions: [{was: 2025-02}]}
  - {id: back, title: Back, due: 2025-03, revisions: [{was: 2025-03, reason: Slip}, {was: 2025-04, reason: Undone}]}
  - {id: often, title: Often, due: 2025-03, every: 1 month, revisions: [{was: 2 months, field: every, reason: More}]}
"""


def test_without_a_baseline_the_files_tell_what_moved_and_why() -> None:
    """From the first date that they know to the present one, with all reasons; what came back has not moved."""
    tree = pay({"actions/a": REVISED, "actions/b": "title: B\ndue: 2025-03\n"})
    assert "No baseline was taken; the plan's own files tell of 2 dates that moved." in sentences(tree)
    assert [each for each in cell(tree, "A") if each.startswith("moved")] == [
        "moved: Apr → Jun 2025 (+2 months): 1 Nov 2024: Payroll moves; 1 Dec 2024: Once more, approved by HR-Board",
        "moved: M, Feb → Mar 2025 (+1 month): no reason given",
    ]
    [told] = report(tree, judged(tree), selected(tree)).reports
    assert [(each.id, each.field) for each in told.moves] == [("pay/a", "end"), ("pay/a#m", "due")]
    assert [(each.id, each.field) for each in told.reasons] == [("pay/a", "end"), ("pay/a#m", "due")]


def test_with_a_baseline_that_tells_what_moved() -> None:
    [told] = report(tree := pay({"actions/a": REVISED, "baselines/b": BASELINE}), judged(tree), selected(tree)).reports
    assert told.moves == ()


def test_milestones_and_own_dates_are_counted_apart_where_both_are_told() -> None:
    """`2 1 milestone and 1 own date, of 1 action are overdue` was said."""
    late, soon = (
        {"start": "2024-10", "due": each, "milestone": each[:-1] + "0"} for each in ("2024-12-11", "2025-01-21")
    )
    action = "title: A\nstart: {start}\ndue: {due}\nmilestones: [{{id: m, title: M, due: {milestone}}}]\n"
    told = sentences(pay({"actions/a": action.format(**late), "actions/b": action.format(**soon)}))
    assert "1 milestone and 1 own date, of 1 action, are overdue, the longest since 10 Dec 2024 (36 days)." in told
    assert "1 milestone and 1 own date, of 1 action, are due within 30 days." in told


def test_what_comes_again_may_be_overdue_and_due_once_more() -> None:
    """It is one item, by its earliest open time; so nothing else is due."""
    milestone = "{id: m, title: M, due: 2024-12, every: 1 month}"
    told = sentences(pay({"actions/a": f"title: A\nmilestones: [{milestone}]\n"}))
    assert "Nothing else is due within 30 days." in told


def cell(tree: Tree, title: str) -> list[str]:
    """The lines of the cell of an action: its title, and what is told of it."""
    [row] = [line for line in page_of(tree).splitlines() if line.startswith((f"| {title}<br>", f"| {title} |  |"))]
    return row.split(" | ")[0].removeprefix("| ").split("<br>")


def test_a_move_is_told_with_its_reason_and_who_approved_it() -> None:
    action = f"title: A\nlead: HR\ndue: 2025-06\n{APPROVED}"
    tree = pay({"actions/a": action, "baselines/b": BASELINE})
    assert cell(tree, "A") == [
        "A",
        "moved: Mar → Jun 2025 (+3 months): 1 Dec 2024: Data late, approved by HR-Board",
    ]


def test_a_move_without_a_reason_says_so_and_many_are_counted() -> None:
    milestones = "".join(f"  - {{id: {each}, title: {each.upper()}, due: 2025-04}}\n" for each in "mnop")
    tree = pay({"actions/b": f"title: B\nmilestones:\n{milestones}", "baselines/b": BASELINE})
    assert cell(tree, "B") == [
        "B",
        *(f"moved: {each}, Feb → Apr 2025 (+2 months): no reason given" for each in "MNO"),
        "moved: 1 more date",
        "next milestone: M, Apr 2025",
    ]


def test_the_worst_move_is_never_among_those_that_are_only_counted() -> None:
    dues = {"m": "2025-03", "n": "2025-03", "o": "2025-03", "p": "2025-09"}
    milestones = "".join(f"  - {{id: {each}, title: {each.upper()}, due: {due}}}\n" for each, due in dues.items())
    tree = pay({"actions/b": f"title: B\nmilestones:\n{milestones}", "baselines/b": BASELINE})
    assert cell(tree, "B")[1:5] == [
        "moved: P, Feb → Sep 2025 (+7 months): no reason given",
        "moved: M, Feb → Mar 2025 (+1 month): no reason given",
        "moved: N, Feb → Mar 2025 (+1 month): no reason given",
        "moved: 1 more date",
    ]


def test_all_that_is_told_of_an_action() -> None:
    action = """\
title: A
ref: "1.2"
lead: HR
due: 2025-06
success: [Gap closed, All pleased]
indicators: gap
requested: {to: 2025-09, date: 2025-01-02, by: HR, reason: Staff left}
updates:
  - {date: 2025-01-10, by: HR, text: Under way., state: on-hold, rag: amber, next: Ask finance}
milestones:
  - {id: m, title: First step, due: 2024-12}
  - {id: n, title: Second step, due: 2025-02}
"""
    tree = pay({"actions/a": action, "indicators/gap": "title: Pay gap\n"})
    assert cell(tree, "1.2 A") == [
        "1.2 A",
        "success: Gap closed",
        "success: All pleased",
        "measured by: Pay gap",
        "on hold, said amber by Human Resources, 10 Jan 2025",
        "latest, 10 Jan 2025: Under way. (Human Resources)",
        "next step: Ask finance",
        "asked for by Human Resources: Sep 2025, as Staff left",
        "next milestone: First step, Dec 2024 (overdue)",
    ]
    assert "| Human Resources | Jun 2025 | 0/2 | on hold | red |" in page_of(tree)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("cancelled: {date: 2024-12-01, reason: No money}", "cancelled: 1 Dec 2024: No money"),
        ("due: 2024-12\ncompleted: 2024-12-05", "completed 5 Dec 2024"),
        ("due: 2025-03\nevery: 1 year\nuntil: 2027-03", "every year until Mar 2027"),
        ("due_note: Waits for the budget", "no date yet: Waits for the budget"),
        ("updates: [{text: Begun}]", "latest: Begun"),
    ],
)
def test_what_else_may_be_told_of_an_action(keys: str, line: str) -> None:
    assert line in cell(pay({"actions/a": f"title: A\n{keys}\n"}), "A")


def test_by_when_all_of_it_is_to_be_done() -> None:
    tree = pay(
        {
            "actions/own": "title: Own\ndue: 2025-03\nmilestones: [{id: m, title: M, due: 2025-05}]\n",
            "actions/last": "title: Last\nmilestones: [{id: m, title: M, due: 2025-05}, {id: n, title: N},"
            " {id: o, title: O, due: 2025-09, cancelled: {reason: No}}]\n",
            "actions/none": "title: None\n",
        }
    )
    found = {each.entry.entry: str(each.last_due) for each in one(tree).entries}
    assert found == {"own": "2025-03", "last": "2025-05", "none": "None"}


def test_a_plan_of_which_nothing_passes_the_filters() -> None:
    tree = pay({"actions/a": "title: A\nlead: HR\n"})
    assert "Nothing of this plan passes the filters." in page_of(tree, lead=["Audit"])
    found = report(tree, judged(tree), selected(tree, lead=["Audit"]))
    assert "Nothing of this plan passes the filters." in written(one_page(found, NAMES))


@pytest.mark.parametrize(
    ("entries", "head"),
    [
        ({"actions/a": "title: A\nobjective: data\n"}, "Action"),
        ({"projects/a": "title: A\nobjective: data\n"}, "Project"),
        (
            {"actions/a": "title: A\nobjective: data\n", "projects/b": "title: B\nobjective: data\n"},
            "Action or project",
        ),
    ],
)
def test_a_table_is_headed_by_what_stands_in_it(entries: dict[str, str], head: str) -> None:
    assert f"| {head} | Progress | RAG |" in page_of(pay(entries, "objectives: [{id: data, title: Data}]\n"))


def test_the_report_for_a_board_of_the_papers() -> None:
    """F2-10"""
    result = call("report", "--board", "EODB", "--format", "markdown")
    assert "what Equal Opportunities & Diversity Board oversees" in result.out.replace("&amp;", "&")
    assert "## MPS Equalities Scheme" in result.out
    assert "women-2003" not in result.out


def test_of_many_plans_at_once_coverage_is_not_told() -> None:
    frameworks = {"frameworks/f.yaml": "genderplan: 1\ntitle: F\nsections: [{id: s, title: S}]\n"}
    plans = {f"p{at}/plan.yaml": f"genderplan: 1\ntitle: P {at}\nfollows: f\n" for at in range(51)}
    names = sorted(plans)
    few, many = tree_of(frameworks | {name: plans[name] for name in names[:50]}), tree_of(frameworks | plans)
    assert page_of(few).count("0 of 1 section are served in full, 1 by nothing.") == 50
    assert page_of(many).count("Not told of more than 50 plans at once.") == 51
    assert all(not each.frameworks for each in report(many, judged(many), selected(many)).reports)


def test_what_could_not_be_read_is_told_and_the_rest_reported(tmp_path: Path) -> None:
    files = {
        "p/plan.yaml": "genderplan: 1\ntitle: P\n",
        "p/actions/a.yaml": "title: [\n",
        "p/actions/b.yaml": "title: B\n",
    }
    root = tree_in(tmp_path, files)
    result = call("report", "--tree", str(root))
    assert result.code == 1
    assert "1 file was left out" in result.err
    assert "Complete: none of 1 action." in result.out


def test_the_day_is_named_by_either_option(folder: Path) -> None:
    days = [
        call("report", option, "2025-02-01", "--format", "json", cwd=folder).json["plans"][0]["as_of"]
        for option in ("--on", "--as-of")
    ]
    assert days == ["2025-02-01", "2025-02-01"]
    both = call("report", "--on", "2025-02-01", "--as-of", "2025-02-01", cwd=folder)
    assert (both.code, both.err) == (2, "genderplan: --on is the same as --as-of: give one of them\n")


def lines_of(tree: Tree) -> int:
    found = report(tree, judged(tree), selected(tree))
    return sum(1 for _ in page_lines(one_page(found, {}), Screen(80)))


_TITLES = st.text("ab é-", min_size=1, max_size=150).map(lambda text: f"x{text}x")


@settings(max_examples=10, deadline=None)
@given(objectives=st.lists(_TITLES, max_size=40), actions=st.lists(_TITLES, max_size=40))
def test_one_page_fits_a_sheet(objectives: list[str], actions: list[str]) -> None:
    listed = "".join(f'  - {{id: o{at}, title: "{title}"}}\n' for at, title in enumerate(objectives))
    policy = f"objectives:\n{listed}" if listed else ""
    late = "milestones: [{id: m, title: Late, due: 2024-12}, {id: n, title: Soon, due: 2025-02}]"
    files = {f"actions/a{at}": f'title: "{title}"\n{late}\n' for at, title in enumerate(actions)}
    assert lines_of(pay(files, policy)) <= 80


def test_one_page_says_how_much_more_there_is() -> None:
    files = {f"actions/a{at:02}": f"title: A {at}\ndue: 2024-12\n" for at in range(40)}
    tree = pay(files, "objectives:\n" + "".join(f"  - {{id: o{at}, title: O {at}}}\n" for at in range(90)))
    page = written(one_page(report(tree, judged(tree), selected(tree)), {}))
    assert "### Overdue (40)" in page
    shown = page.count("| 15 days |")
    assert f"\n{40 - shown} more.\n" in page
    assert 0 < shown < 40


FILES = {
    "organisations.yaml": "EODB: {name: Equal Opportunities Board, kind: board}\nHR-Board: {kind: board}\n",
    "pay/plan.yaml": "genderplan: 1\ntitle: Pay\nobjectives: [{id: data, title: Data}, {id: work, title: Work}]\n",
    "pay/actions/a.yaml": "title: A\nobjective: data\ndue: 2025-03\n",
    "pay/actions/b.yaml": "title: B\nobjective: work\ndue: 2025-03\n",
    "pay/indicators/gap.yaml": "title: Gap\ntags: [pay]\n",
    "pay/indicators/other.yaml": "title: Other\n",
    "other/plan.yaml": "genderplan: 1\ntitle: Other\n",
    "other/actions/x.yaml": "title: X\n",
}


def told_to_the_board(oversees: str) -> dict[str, tuple[list[str], list[str]]]:
    """The entries and indicators of each plan that a board's report tells of."""
    tree = tree_of(FILES | {"boards/EODB.yaml": f"role: Oversees\n{oversees}"})
    selection = overseen(the_board(tree, "EODB"), tree, selected(tree))
    standings = [each for each in judged(tree) if selection.has_plan(each.plan.id)]
    return {
        each.plan: ([one.entry.entry for one in each.entries], [one.indicator for one in each.indicators])
        for each in report(tree, standings, selection, "EODB").reports
    }


@pytest.mark.parametrize(
    ("oversees", "expected"),
    [
        ("", {"pay": (["a", "b"], ["gap", "other"]), "other": (["x"], [])}),
        ("oversees: other\n", {"other": (["x"], [])}),
        ("oversees: pay/data\n", {"pay": (["a"], [])}),
        ("oversees: ['tag:pay', other]\n", {"pay": ([], ["gap"]), "other": (["x"], [])}),
    ],
    ids=["every plan", "a plan", "an objective", "a tag and a plan"],
)
def test_a_board_is_told_of_what_it_oversees(oversees: str, expected: dict[str, tuple[list[str], list[str]]]) -> None:
    assert told_to_the_board(oversees) == expected


def test_a_board_that_oversees_whole_plans_is_told_of_empty_objectives_too(tmp_path: Path) -> None:
    without = {name: text for name, text in FILES.items() if name != "pay/actions/b.yaml"}
    root = tree_in(tmp_path, without | {"boards/EODB.yaml": "oversees: pay\n"})
    result = call("report", "--board", "Equal Opportunities Board", "--tree", str(root), "--as-of", "2025-01-15")
    assert result.code == 0
    assert "what Equal Opportunities Board oversees" in result.out
    assert "Nothing stands under Work." in result.out


def test_of_a_board_json_says_which(tmp_path: Path) -> None:
    root = tree_in(tmp_path, FILES | {"boards/EODB.yaml": "oversees: pay/data\n"})
    for name in ("EODB", "eodb", "board:EODB"):
        assert call("report", "--board", name, "--tree", str(root), "--format", "json").json["board"] == "EODB"


@pytest.mark.parametrize(
    ("name", "board", "said"),
    [
        ("EODBB", "oversees: pay\n", "unknown board 'EODBB' (did you mean 'EODB'?)"),
        ("EODB", "oversees: [\n", "the board 'EODB' could not be read: 'genderplan validate' tells why"),
        ("EODB", "oversees: nothing\n", "EODB oversees nothing of these plans"),
    ],
)
def test_a_board_that_cannot_be_meant(name: str, board: str, said: str, tmp_path: Path) -> None:
    root = tree_in(tmp_path, FILES | {"boards/EODB.yaml": board})
    result = call("report", "--board", name, "--tree", str(root))
    assert (result.code, result.err) == (2, f"genderplan: {said}\n")


def test_a_board_of_a_plan_that_cannot_be_read(tmp_path: Path) -> None:
    root = tree_in(tmp_path, FILES | {"boards/EODB.yaml": "oversees: other\n", "other/plan.yaml": "title: [\n"})
    result = call("report", "--board", "EODB", "--tree", str(root))
    told = "EODB oversees nothing of these plans that could be read: 'genderplan validate' tells why others could not"
    assert (result.code, result.err) == (2, f"genderplan: {told}\n")


def test_a_day_that_is_none_names_its_option() -> None:
    done = call("report", "--on", "soon")
    assert (done.code, done.err) == (2, "genderplan: --on: 'soon' is not a date (write YYYY-MM-DD)\n")


def test_texts_of_several_lines_stand_on_one(tmp_path: Path) -> None:
    files = {"p/plan.yaml": "genderplan: 1\ntitle: P\n", "p/actions/a.yaml": 'title: A\nsuccess: "B\\n| C"\n'}
    result = call("report", "--tree", str(tree_in(tmp_path, files)), "--format", "markdown", "--as-of", "2025-01-15")
    assert "<br>success: B \\| C |" in result.out
