"""Pages of `status`, with what changed and with the measures: all that the terminal says, and nothing cut."""

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.company import AS_OF, ORGANISATIONS, company
from cli_runner import call
from repositories import repository, two_drafts
from support import PLAN, tree
from texts import TextExtension

WOMEN = ("--plan", "women-2003")
SHIPPED = {
    "all": (),
    "women-measures": (*WOMEN, "--measures"),
    "women-since": (*WOMEN, "--since", "draft-1"),
    "women-since-measures": (*WOMEN, "--since", "draft-1", "--measures"),
    "women-2004-06-lead": (*WOMEN, "--as-of", "2004-06-15", "--lead", "Surrey-University"),
}
PROGRESS = """\
title: A
lead: HR
milestones:
  - {id: done, title: Done, due: 2025-01, completed: 2025-02-03}
  - {id: late, title: Late, due: 2025-01}
  - {id: gone, title: Gone, due: 2025-06, cancelled: {date: 2025-02-01}}
  - id: moved
    title: Moved
    due: 2025-08
    revisions: [{date: 2025-02-01, was: 2025-07, reason: "Payroll | moves", approved_by: HR}]
updates:
  - {date: 2025-02-02, by: HR, text: "Half done.\\n\\nThe rest *soon*."}
  - {text: Somebody said so.}
"""


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return company(tmp_path).parent


def page(cwd: Path, *arguments: str, form: str = "markdown") -> str:
    """What a run says that succeeds."""
    done = call("status", *arguments, "--format", form, cwd=cwd, env={"GENDERPLAN_AS_OF": AS_OF})
    assert (done.code, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_plans(name: str, text: SnapshotAssertion) -> None:
    done = call("status", *SHIPPED[name], "--tree", "plans", "--format", "markdown")
    assert (done.code, done.err) == (0, "")
    assert done.out == text


@pytest.mark.parametrize("options", [(), ("--measures",), ("--since", "board-1", "--measures")])
def test_every_table_of_a_page_has_a_caption_of_its_own(options: tuple[str, ...], folder: Path) -> None:
    shown = page(folder, "--plan", "pay", *options, form="html")
    captions = re.findall("<caption[^>]*>([^<]*)</caption>", shown)
    assert len(captions) == shown.count("<table>") == len(set(captions)) > 0
    assert not [level for level in re.findall("<h([1-6])>", shown) if level not in "1234"]


def test_owners_by_their_names_or_by_their_ids(folder: Path) -> None:
    assert "| Director of Human Resources |" in page(folder)
    assert "| HR-Director |" in page(folder, "--ids")


def test_no_row_is_left_out(tmp_path: Path) -> None:
    milestones = "".join(f"  - {{id: m{at}, title: M {at}, due: 2024-01}}\n" for at in range(25))
    tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/a.yaml": f"title: A\nmilestones:\n{milestones}"})
    shown = page(tmp_path)
    assert [at for at in range(25) if f"`a#m{at}`" not in shown] == []
    assert "### Overdue (25)\n\nMilestones of 1 action.\n" in shown
    assert "more" not in shown.replace("by more than the tolerance", "")


def test_a_milestone_tells_its_action_and_an_own_date_is_its_entry_s(tmp_path: Path) -> None:
    files = {"a": "title: A\ndue: 2024-01\nmilestones: [{id: m, title: M, due: 2023-12}]\n", "b": "title: B\n"}
    tree(tmp_path, {"p/plan.yaml": PLAN, **{f"p/actions/{name}.yaml": entry for name, entry in files.items()}})
    shown = page(tmp_path)
    assert "### Overdue (2)\n\n1 milestone and 1 own date, of 1 action.\n" in shown
    assert "| M<br>action: A<br>`a#m` |" in shown
    assert "| A<br>`a` |" in shown
    assert "### Due in 30 days (0)\n\nNothing.\n" in shown
    assert "Slipped" not in shown
    assert "| All | red | 0/2 | 0/1 | 1 | 0 | 0 | 1 |" in shown


def test_a_slip_says_how_red_it_is_and_who_approved_what_it_is_held_against(tmp_path: Path) -> None:
    folder = company(tmp_path, **{"organisations.yaml": ORGANISATIONS.replace("board, part_of: HR", "board")}).parent
    shown = page(folder, "--plan", "pay")
    assert "| +1 month | amber | Apr → May 2025 | Publish the report<br>action: To publish" in shown
    assert "`publish-gap#report`<br>Apr 2025 approved by HR-Board, 5 Nov 2024 |" in shown
    assert "`genderplan slippage --plan pay`: 1 date is held against one approved since\n" in shown


def test_commands_go_on_on_the_same_day(folder: Path) -> None:
    assert "`genderplan check --plan pay --as-of 2025-02-01`:" in page(folder, "--plan", "pay", "--as-of", "2025-02-01")


def test_what_filters_leave_nothing_of_is_said(folder: Path) -> None:
    shown = page(folder, "--lead", "University")
    assert "\n## Safe sites\n\n`sites` · as of 15 Jan 2025" in shown
    assert shown.endswith(" · no baseline · tolerance none\n\nNothing of this plan passes the filters.\n")


def test_measures_without_a_baseline(folder: Path) -> None:
    assert "### Measures\n\nNo baseline to measure against.\n" in page(folder, "--plan", "sites", "--measures")


def test_measures_of_what_left_the_plan(folder: Path) -> None:
    shown = page(folder, "--plan", "pay", "--measures")
    assert "1 date of the baseline left the plan: it counts as not done." in shown
    assert "| Human Resources | 2/3 | +0.5 months | +1 month |\n" in shown


BASELINE = "genderplan: 1\nname: b\nplan: {{title: P}}\nentries: {{a: {{kind: action, title: A, due: {}}}}}\n"


def test_measures_of_what_nobody_leads_and_of_what_moved_within_a_month(tmp_path: Path) -> None:
    entry = "title: A\ndue: 2025-02-10\n"
    files = {"plan.yaml": PLAN, "baselines/b.yaml": BASELINE.format("2025-02-03"), "actions/a.yaml": entry}
    tree(tmp_path, {f"p/{name}": content for name, content in files.items()})
    shown = page(tmp_path, "--measures")
    assert "| Hit rate |  | nothing in the baseline was due by 15 Jan 2025 |\n" in shown
    assert "| No lead | 1/1 | +7 days | +7 days |\n" in shown
    assert "| No objective | 1/1 | +7 days | +7 days |\n" in shown


def test_measures_where_no_date_stands_on_both_sides(tmp_path: Path) -> None:
    files = {"plan.yaml": PLAN, "baselines/b.yaml": BASELINE.format("2025-02-03"), "actions/a.yaml": "title: A\n"}
    tree(tmp_path, {f"p/{name}": content for name, content in files.items()})
    shown = page(tmp_path, "--measures")
    assert "| Finish variance |  | nothing has both a date in the baseline and a finish |\n" in shown
    assert "| Slip |  | no date stands on both sides |\n" in shown
    assert "Slip by" not in shown


@pytest.fixture
def reported(tmp_path: Path) -> Path:
    """A plan with a commit since which one thing of each kind came to be."""
    made = repository(tmp_path)
    before = PROGRESS.partition("updates:")[0].replace(", completed: 2025-02-03", "")
    before = before.replace(", cancelled: {date: 2025-02-01}", "").replace("due: 2025-08", "due: 2025-07")
    before = "".join(line for line in before.splitlines(keepends=True) if "revisions" not in line)
    files = {"p/plan.yaml": PLAN, "organisations.yaml": "HR: {name: Human Resources}\n", "p/actions/a.yaml": before}
    made.commit({f"plans/{name}": content for name, content in files.items()}, day=AS_OF)
    made.commit({"plans/p/actions/a.yaml": PROGRESS})
    return tmp_path


def test_what_came_to_be_since(reported: Path) -> None:
    shown = page(reported, "--since", "HEAD~1", "--as-of", "2025-02-10")
    assert "1 completed, 1 newly overdue, 1 cancelled, 2 updates. 1 of 4 agreed dates moved" in shown
    for section in (
        "### Completed (1)\n\n| Date | Milestone | Lead |\n",
        "| 3 Feb 2025 | Done<br>action: A<br>`a#done` | Human Resources |\n",
        "### Newly overdue (1)\n\nMilestone of 1 action.\n",
        "| Jan 2025 | 10 days | Late<br>action: A<br>`a#late` | Human Resources |\n",
        "### Cancelled (1)\n",
        "| no date |  | A<br>`a` | Somebody said so. |\n",
        "| 2 Feb 2025 | Human Resources | A<br>`a` | Half done.<br>The rest \\*soon\\*. |\n",
        "| Jul → Aug 2025 | Moved<br>`a#moved`<br>1 Feb 2025: Payroll \\| moves, approved by Human Resources |",
    ):
        assert section in shown, section
    assert shown.endswith("`genderplan slippage --plan p --against git:HEAD~1 --as-of 2025-02-10`: the dates alone\n")


def test_a_plan_that_was_not_there_has_its_measures_alone(tmp_path: Path) -> None:
    drafts = two_drafts(tmp_path).folder
    done = call("status", "--since", "HEAD~1", "--measures", "--format", "markdown", cwd=drafts)
    assert (done.code, done.err) == (0, "genderplan: nothing since 'HEAD~1': budget-2004, equalities-2006\n")
    headings = [line for line in done.lines if line.startswith(("## ", "### Measures", "### Moved"))]
    assert headings[1:] == [
        "### Moved (9)",
        "### Measures against draft-1",
        "## Schedule for production of component parts to Mayor’s budget submission",
        "### Measures",
        "## MPS Equalities Scheme",
        "### Measures",
    ]


def test_a_title_of_several_lines_is_one_heading(tmp_path: Path) -> None:
    tree(tmp_path, {"p/plan.yaml": 'genderplan: 1\ntitle: "A\\n\\n- B"\n', "p/actions/a.yaml": "title: A\n"})
    assert "\n## A - B\n" in page(tmp_path)


@pytest.mark.parametrize("name", ["nope", "Markdown", "written"])
def test_a_format_that_there_is_not(name: str, folder: Path) -> None:
    assert call("status", "--format", name, cwd=folder).code == 2
