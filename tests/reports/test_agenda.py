"""Agendas: what each part of one has, and how the paper reads."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from cli.board_year import year
from cli_runner import call, plain_terminal
from genderplan.dates.forms import parse_day
from genderplan.formats.markdown import written
from genderplan.plan.boards.lookup import the_board
from genderplan.plan.earlier import state_on
from genderplan.plan.items import Item
from genderplan.plan.plans import Tree
from genderplan.reports.agenda.items import times_extended
from genderplan.reports.agenda.page import agenda_page
from genderplan.reports.agenda.result import Agenda
from genderplan.reports.agenda.result import agenda as analyse
from genderplan.reports.agenda.sitting import sitting_of
from genderplan.reports.status.result import status
from genderplan.standing.selection import Selection
from support import tree
from texts import TextExtension
from trees import ORGANISATIONS, PLAN, judged, pay, tree_of

BOARD = "meetings:\n  - {id: a, date: 2025-01-15}\n  - {id: b, date: 2025-04-16}\n  - {id: c, date: 2025-07-16}\n"


def of(files: Mapping[str, str], on: str = "2025-04-16", policy: str = "", board: str = BOARD) -> Agenda:
    """The agenda of HR-Board on a day; files by their names, those without a folder of their own in the plan `pay`."""
    shared = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN + policy, "boards/HR-Board.yaml": board}
    shared |= {name if name.endswith(".yaml") else f"pay/{name}.yaml": text for name, text in files.items()}
    return of_tree(tree_of(shared), on)


def of_tree(tree: Tree, on: str) -> Agenda:
    day = parse_day(on).last
    sitting = sitting_of(tree, the_board(tree, "HR-Board"), judged(tree, on), Selection(tree.plans), day, day)
    then = state_on((each.plan for each in sitting.standings), sitting.since, "HR-Board") if sitting.since else None
    return analyse(sitting, then)


def action(*milestones: str, more: str = "") -> dict[str, str]:
    """One action, with each milestone by its keys."""
    listed = "".join(f"  - {{{each}}}\n" for each in milestones)
    return {"actions/gap": f"title: Gap\nlead: HR\n{more}milestones:\n{listed}"}


def test_what_is_overdue_has_the_latest_update_and_how_often_it_was_extended() -> None:
    """F3-08: what must be reported at a meeting."""
    revised = "revisions: [{date: 2025-01-20, was: 2025-01}, {date: 2025-02-20, was: 2025-02}]"
    told = "updates: [{date: 2025-02-20, text: Late}, {date: 2025-03-20, by: HR, text: Later}]\n"
    report = of(action(f"id: a, title: A, due: 2025-03, {revised}", "id: b, title: B, due: 2025-06", more=told))
    [late], [due] = report.overdue, report.due
    assert (late.item.id, late.item.days_overdue, late.extended) == ("pay/gap#a", 16, 2)
    assert late.latest is not None
    assert late.latest.text == "Later"
    assert (due.item.id, due.extended) == ("pay/gap#b", 0)


def test_a_duty_of_two_plans_is_told_of_each() -> None:
    duty = "title: D\nkind: duty\nsections: [{id: report, title: Report, cycle: {every: 1 year, from: 2024-03-30}}]\n"
    other = f"{PLAN}lead: Finance\nfollows: law\n"
    files = {"frameworks/law.yaml": f"genderplan: 1\n{duty}", "careers/plan.yaml": other}
    report = of(files, on="2025-02-16", policy="lead: HR\nfollows: law\n")
    for told in (report.overdue, report.due):
        assert sorted((each.item.plan, each.item.leads, each.further) for each in told) == [
            ("careers", ("Finance",), ()),
            ("pay", ("HR",), ()),
        ]


def test_what_comes_again_is_told_once_with_its_further_times() -> None:
    report = of(action("id: a, title: A, due: 2025-01, every: 1 month"), on="2025-04-16")
    assert [(each.item.id, list(map(str, each.further))) for each in (*report.overdue, *report.due)] == [
        ("pay/gap#a@2025-01", ["2025-02", "2025-03"]),
        ("pay/gap#a@2025-04", ["2025-05", "2025-06"]),
    ]


def test_what_falls_due_is_told_up_to_the_next_meeting_else_as_soon() -> None:
    files = action(*(f"id: m{month}, title: M, due: 2025-0{month}-20" for month in (4, 5, 6, 7)))
    days = {"2025-04-16": 3, "2025-07-10": 1, "2025-07-16": 1, "2025-07-17": 1}
    reports = {on: of(files, on) for on in days}
    assert {on: len(report.due) for on, report in reports.items()} == {
        "2025-04-16": 3,
        "2025-07-10": 0,
        "2025-07-16": 1,
        "2025-07-17": 1,
    }
    assert [str(report.until) for report in reports.values()] == ["2025-07-16", "2025-07-16", "None", "None"]


@given(st.lists(st.integers(1, 28), min_size=1, max_size=6))
def test_extensions_are_moves_to_a_later_date(days: list[int]) -> None:
    *before, now = days
    revised = "".join(
        f"      - {{date: 2024-12-{at + 1:02}, was: 2025-03-{day:02}}}\n" for at, day in enumerate(before)
    )
    text = f"  - id: a\n    title: A\n    due: 2025-03-{now:02}\n" + (f"    revisions:\n{revised}" if before else "")
    entry = pay({"actions/gap": f"title: Gap\nmilestones:\n{text}"}).plans[0].entries[0]
    assert times_extended(Item(entry, entry.milestones[0])) == sum(now > was for was, now in pairwise(days))


def test_extensions_that_are_asked_for() -> None:
    asked = "requested: {to: 2025-09, date: 2025-04-01, reason: Late}"
    later = "requested: {to: 2025-09, date: 2025-05-01}"
    done = f"completed: 2025-03-01, {asked}"
    report = of(
        action(
            *(
                f"id: {name}, title: A, due: 2025-06, {keys}"
                for name, keys in zip("abc", (asked, later, done), strict=True)
            )
        )
    )
    assert [(each.id, str(each.due), str(each.requested.to)) for each in report.requested] == [
        ("pay/gap#a", "2025-06", "2025-09")
    ]


def test_milestones_of_any_plan_go_to_the_board() -> None:
    other = (
        "title: Other\nmilestones:\n"
        + "".join(
            f"  - {{id: {name}, title: M, goes_to: HR-Board{keys}}}\n"
            for name, keys in {
                "long-late": ", due: 2024-12",
                "late": ", due: 2025-02",
                "soon": ", due: 2025-06",
                "far": ", due: 2025-12",
                "undated": "",
                "done": ", due: 2025-02, completed: 2025-03-01",
                "done-before": ", due: 2025-02, completed: 2025-01-10",
                "cancelled": ", due: 2025-02, cancelled: {reason: No}",
            }.items()
        )
        + "  - {id: elsewhere, title: M, due: 2025-06, goes_to: HR}\n"
    )
    files = {"other/plan.yaml": PLAN, "other/actions/x.yaml": other}
    found = {
        each.id.partition("#")[2]: each.status.value for each in of(files, board=f"oversees: pay\n{BOARD}").received
    }
    assert found == {"late": "overdue", "soon": "upcoming", "undated": "undated", "done": "complete"}
    assert "long-late" in {each.id.partition("#")[2] for each in of(files).received}


PROMISES = (
    BOARD
    + """\
receives:
  - {id: progress, title: Progress, by: HR, every_meetings: 2, from: b}
  - {id: pay, title: Pay, every: 6 months}
  - {id: yearly, title: Yearly, every: 1 year, from: 2025-03}
promised:
  - {id: here, title: Here, at: b}
  - {id: same-day, title: Same day, at: 2025-04-16}
  - {id: late, title: Late, at: 2025-02}
  - {id: came, title: Came, at: 2025-02, received: 2025-03-01}
  - {id: came-before, title: Came before, at: 2025-02, received: 2025-01-10}
  - {id: to-come, title: To come, at: 2025-autumn}
  - {id: unknown, title: Unknown}
"""
)


def test_reports_owed_missing_received_and_to_come() -> None:
    """F4-01 and F4-02: at every other meeting, or every six months; and whether what was promised came."""
    report = of({}, board=PROMISES)
    told = {
        name: [each.id.partition("#")[2] for each in getattr(report, name)]
        for name in ("reports", "missing", "came", "to_come")
    }
    assert told == {
        "reports": ["progress@b", "yearly@2025-03", "here", "same-day"],
        "missing": ["late"],
        "came": ["came"],
        "to_come": ["pay", "to-come", "unknown"],
    }


def test_what_only_a_later_document_says_is_not_among_what_is_to_come() -> None:
    """A paper for a day in the past has nothing that was first written after it."""
    listed = "".join(
        f"  - {{id: {name}, title: T, source: {{document: {name}}}}}\n" for name in ("then", "later", "undated")
    )
    sources = "sources: [{id: then, title: S, date: 2025-04-16}, {id: later, title: S, date: 2025-05}, {id: undated, title: S}]\n"
    for key in ("receives", "promised"):
        report = of({}, board=f"{BOARD}{key}:\n{listed}{sources}")
        assert [each.id for each in report.to_come] == ["HR-Board#then", "HR-Board#undated"]
        assert len(of({}, "2025-07-16", board=f"{BOARD}{key}:\n{listed}{sources}").to_come) == 3


REGISTER = """\
title: R
kind: {kind}
items:
  - {{id: a, title: Some concern, text: It may be dropped}}
  - {{id: b, title: B, lead: HR, state: open, source: {{document: now}}}}
  - {{id: c, title: C, source: {{document: later}}}}
"""


def test_objectives_initiatives_risks_and_concerns_are_on_the_paper() -> None:
    """F4-10, F4-13, F4-14 and F4-16; what is among the decisions is not told twice, and a later document not at all."""
    policy = "sources: [{id: now, title: S, date: 2025-04-01}, {id: later, title: S, date: 2025-05-01}]\n"
    kinds = ("concerns", "initiatives", "involvement", "objectives", "policies", "risks")
    files = {f"registers/{kind}": REGISTER.format(kind=kind) for kind in kinds}
    concern = "decisions: [{id: x, meeting: a, kind: concern, text: It may be dropped}]\n"
    told = [each.id for each in of(files, policy=policy, board=BOARD + concern).registered]
    assert told == [f"pay/{kind}#b" for kind in ("objectives", "initiatives", "risks", "concerns")]
    otherwise = concern.replace("It may", '"It  may').replace("dropped", 'dropped"')
    assert [each.id for each in of(files, policy=policy, board=BOARD + otherwise).registered] == told
    assert len(of(files, policy=policy).registered) == 8
    assert of(files, policy=policy, board=f"oversees: tag:x\n{BOARD}").registered == ()


def test_other_boards_of_the_same_plans() -> None:
    """F3-09: an agenda fits the work plans of the other boards."""
    board = "meetings: [{id: x, date: 2025-04-01}, {id: y, date: 2025-06-05}]\n"
    files = {
        "boards/Council.yaml": f"oversees: pay\n{board}",
        "boards/Finance.yaml": f"oversees: elsewhere\n{board}",
        "boards/Audit.yaml": board,
        "boards/Part.yaml": f"oversees: pay/know\n{board}",
        "boards/Above.yaml": f"oversees: pay\n{board}",
        "boards/Never.yaml": "oversees: pay\n",
    }
    report = of(files, board=f"serves: Above\n{BOARD}")
    dates = [("Council#y", "2025-06-05"), ("Part#y", "2025-06-05")]
    assert [(each.id, str(each.date)) for each in report.other_boards] == dates
    assert [each.id for each in report.boards_above] == ["Above#y"]


def test_decisions_of_the_meeting_and_those_left_open() -> None:
    listed = (
        ("asked", "meeting: b"),
        ("asked-and-agreed", "meeting: b, agreed: true"),
        ("open", "meeting: a"),
        ("refused", "meeting: a, agreed: false"),
        ("agreed", "meeting: a, agreed: true"),
        ("to-do", "meeting: a, agreed: true, lead: HR"),
        ("done", "meeting: a, agreed: true, lead: HR, completed: 2025-03-01"),
        ("done-later", "meeting: a, agreed: true, due: 2025-03, completed: 2025-05-01"),
        ("later", "meeting: c"),
        ("nowhere", "kind: concern"),
    )
    decisions = "".join(f"  - {{id: {name}, text: T, {keys}}}\n" for name, keys in listed)
    report = of({}, board=f"{BOARD}decisions:\n{decisions}")
    assert [each.id for each in report.decisions] == ["HR-Board#asked", "HR-Board#asked-and-agreed"]
    found = [each.decision.id for each in report.open_decisions]
    assert found == ["open", "to-do", "done-later", "nowhere"]


def test_whose_turn_it_is_in_the_rota() -> None:
    rota = "champions: {every: 3 months, from: 2025-02, by: HR, rota: [HR, Finance, Audit]}\n"
    report = of({}, board=BOARD + rota)
    assert [(each.unit, str(each.date), each.place, each.of) for each in report.turns] == [
        ("HR", "2025-02", 1, 3),
        ("Finance", "2025-05", 2, 3),
    ]
    assert of({}, board=f"{BOARD}champions: {{every: 3 months, rota: [HR]}}\n").turns == ()


def test_reviews_of_what_is_finished() -> None:
    report = of({"actions/gap": "title: Gap\ncompleted: 2025-01-01\nreview: 2025-03\n"})
    assert [(each.item.id, each.item.status.value) for each in report.reviews] == [("pay/gap", "overdue")]
    assert report.overdue == ()


def test_boards_above_and_before_which_it_meets() -> None:
    """F3-09: one agenda that fits the other boards' work."""
    board = f"{BOARD}serves: Council\nmeets: {{before: Audit}}\n"
    council = "meetings: [{id: x, date: 2025-04-10}, {id: y, date: 2025-04-30}]\n"
    report = of({"boards/Council.yaml": council}, board=board)
    assert [(each.id, str(each.date)) for each in report.boards_above] == [("Council#y", "2025-04-30")]


def test_sections_for_which_nothing_has_begun() -> None:
    framework = (
        "genderplan: 1\ntitle: Goals\nsections:\n"
        + "".join(f"  - {{id: {name}, title: S}}\n" for name in ("begun", "idle", "bare", "measured"))
        + "  - {id: above, title: S, sections: [{id: within, title: S}]}\n"
        + "  - {id: served, title: S, supported_by: [goals/begun]}\n"
    )
    files = {
        "frameworks/goals.yaml": framework,
        "actions/a": "title: A\nstart: 2025-01\nsupports: goals/begun\n",
        "actions/b": "title: B\nsupports: goals/idle\n",
        "indicators/i": "title: I\nsupports: goals/measured\n",
    }
    found = of(files, policy="follows: goals\n").idle
    assert [(each.section, each.entries) for each in found] == [
        ("goals/idle", ("pay/b",)),
        ("goals/bare", ()),
        ("goals/within", ()),
    ]
    assert {each.framework for each in found} == {"Goals"}
    assert of(files).idle == ()


def test_indicators_off_their_course() -> None:
    files = {
        f"indicators/{name}": f"title: I\nunit: percent\ngood: up\ntargets: [{{by: {by}, value: 50}}]\nvalues: [{{period: 2024, value: {value}}}]\n"
        for name, by, value in (("missed", "2024-12", 40), ("met", "2024-12", 60), ("running", "2026-12", 40))
    }
    behind = (
        "title: I\ngood: up\nunit: percent\nbaseline: {period: 2023, value: 10}\ntargets: [{by: 2026-12, value: 50}]\n"
    )
    files["indicators/slow"] = f"{behind}values: [{{period: 2024, value: 11}}]\n"
    report = of(files)
    assert [(each.id, each.category.state, each.category.course) for each in report.off_course] == [
        ("pay/missed", "not met", None),
        ("pay/slow", "not yet", "behind"),
    ]
    page = written(agenda_page(report, {}, is_whole=True))
    assert "-39 points against the target<br>course: behind the line, which is at " in page


def test_progress_adds_up() -> None:
    """The whole is what `status` reckons from every entry; its parts come to it."""
    files = action("id: a, title: A, due: 2025-03", "id: b, title: B", more="objective: know\ndue: 2025-09\n")
    files |= {"actions/loose": "title: Loose\ncompleted: 2025-02-01\n", "projects/p": "title: P\ndue: 2025-02\n"}
    policy = "objectives: [{id: know, title: Know}, {id: do, title: Do}]\n"
    [plan] = of(files, policy=policy).progress
    [reckoned] = status(judged(pay(files, policy), "2025-04-16"), Selection(())).plans
    assert (plan.counts, plan.rag) == (reckoned.counts, reckoned.rag)
    assert sum(plan.counts.entries.values()) == 3
    parts: list[Any] = [*plan.objectives, *plan.others]
    assert [each.title for each in parts] == ["Know", "Do", "No objective", "Projects"]
    for kind in ("entries", "milestones"):
        whole = getattr(plan.counts, kind)
        assert whole == {each: sum(getattr(part.counts, kind)[each] for part in parts) for each in whole}


def test_a_board_without_a_plan_has_no_progress() -> None:
    empty = of({})
    assert [sum(each.counts.entries.values()) for each in empty.progress] == [0]


def test_plans_of_one_title_are_told_apart() -> None:
    files = {"jobs/plan.yaml": PLAN, "jobs/actions/a.yaml": "title: A\ndue: 2025-03\n", "actions/b": "title: B\n"}
    page = written(agenda_page(of(files), {}, is_whole=True))
    title = PLAN.partition("title: ")[2].partition("\n")[0]
    assert [f"{title} ({name})" in page for name in ("jobs", "pay")] == [True, True]


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return year(tmp_path_factory.mktemp("year") / "r").folder


@pytest.mark.parametrize("columns", [80, 140])
def test_on_a_terminal(columns: int, folder: Path, text: SnapshotAssertion) -> None:
    done = plain_terminal("agenda", "Pay-Board", "--on", "2025-07-16", columns=columns, cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.lines)) <= columns
    assert done.out == text


def test_in_markdown(folder: Path, text: SnapshotAssertion) -> None:
    assert call("agenda", "Pay-Board", "--on", "2025-04-16", "--format", "markdown", cwd=folder).out == text


LATE = "".join(f"  - {{id: m{number}, title: Part {number}, due: 2025-01-{number:02}}}\n" for number in range(1, 23))


class TestLongLists:
    """What a screen tells of more than twenty, and what a paper does."""

    GAP: Mapping[str, str] = {"gap": f"title: Gap\nlead: HR\nmilestones:\n{LATE}"}

    def out(self, folder: Path, actions: Mapping[str, str], *options: str, policy: str = "") -> str:
        files = {f"pay/actions/{name}.yaml": text for name, text in actions.items()}
        shared = {"organisations.yaml": ORGANISATIONS, "boards/HR-Board.yaml": BOARD, "pay/plan.yaml": PLAN + policy}
        return call("agenda", "HR-Board", "--on", "2025-04-16", *options, cwd=tree(folder, shared | files)).out

    def test_a_screen_tells_what_is_overdue_the_longest_whoever_leads_it(self, tmp_path: Path) -> None:
        told = self.out(tmp_path, self.GAP)
        overdue = told[told.index("OVERDUE (22)") :]
        assert "action: Gap, Human Resources" in overdue
        assert [f"  Part {number} " in overdue for number in (1, 20, 21)] == [True, True, False]
        assert "  and 2 more: add --format markdown\n" in overdue

    def test_a_paper_tells_all_owner_by_owner(self, tmp_path: Path) -> None:
        told = self.out(tmp_path, self.GAP, "--format", "markdown")
        assert "Human Resources (22)" in told
        assert "| Part 22" in told
        assert "more: add" not in told

    def test_an_update_stands_by_what_a_screen_tells_of_its_entry(self, tmp_path: Path) -> None:
        late, due = "{id: late, title: Late, due: 2025-04-10}", "{id: soon, title: Soon, due: 2025-05-10}"
        told = "updates: [{date: 2025-04-11, text: Nearly there}]\n"
        actions = {**self.GAP, "other": f"title: Other\nmilestones: [{late}, {due}]\n{told}"}
        shown = self.out(tmp_path, actions)
        assert "Nearly there" not in shown[shown.index("OVERDUE (23)") : shown.index("DUE BY")]
        assert "Nearly there" in shown[shown.index("DUE BY") :]

    def test_objectives_are_all_told_on_a_screen(self, tmp_path: Path) -> None:
        aims = "".join(f"  - {{id: o{number}, title: Aim {number}}}\n" for number in range(25))
        actions = {f"a{number}": f"title: A\nobjective: o{number}\ndue: 2026-01\n" for number in range(25)}
        told = self.out(tmp_path, actions, policy=f"objectives:\n{aims}")
        assert "Aim 24" in told
        assert "more: add" not in told
