"""The annexes of plans that say other things than the papers do, and what each looks like."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import call
from genderplan.dates.forms import PlanDate, parse_date
from genderplan.formats.markdown import written
from genderplan.page.words import date_in_full
from genderplan.plan.plans import Tree
from genderplan.reports.annex.chart_page import timescale_page
from genderplan.reports.annex.page import actions_page, projects_page, spelled
from genderplan.reports.annex.result import annex_of_actions, annex_of_projects, annex_of_timescale
from genderplan.reports.annex.words import timescale
from genderplan.reports.timeline.result import timeline
from support import tree as files_in
from texts import TextExtension
from trees import judged, pay, selected

WOMEN = ("--plan", "women-2003")


@pytest.fixture
def text(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextExtension)


@pytest.mark.parametrize("form", ["80", "140", "markdown"])
@pytest.mark.parametrize("which", ["actions", "projects", "timescale"])
def test_what_it_looks_like(which: str, form: str, text: SnapshotAssertion) -> None:
    options = ("--format", form) if form == "markdown" else ()
    columns = "80" if form == "markdown" else form
    assert call("annex", which, *WOMEN, *options, env={"COLUMNS": columns}).out == text


def actions(tree: Tree, **filters: list[str]) -> str:
    annex = annex_of_actions(judged(tree), selected(tree, **filters))
    return written(actions_page(annex, tree.organisations.names_by_id))


def projects(tree: Tree) -> str:
    return written(projects_page(annex_of_projects(judged(tree), selected(tree)), tree.organisations.names_by_id))


def rows(page: str) -> list[list[str]]:
    """The cells of the rows of all tables, heads left out."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    heads = {at for at, line in enumerate(lines) if line.startswith("| --")}
    kept = (line for at, line in enumerate(lines) if at not in heads and at + 1 not in heads)
    return [line.removeprefix("| ").removesuffix(" |").split(" | ") for line in kept]


OBJECTIVES = "objectives: [{id: data, title: Data}, {id: work, title: Work}, {id: more, title: More}]\n"


def test_actions_stand_under_their_objectives_in_the_plans_order() -> None:
    tree = pay(
        {
            "actions/b": "title: Second\nobjective: work\norder: 20\n",
            "actions/a": "title: First\nobjective: work\norder: 10\n",
            "actions/c": "title: Apart\n",
            "projects/p": "title: No action\n",
        },
        OBJECTIVES,
    )
    page = actions(tree)
    heads = [line for line in page.splitlines() if line.startswith("### ")]
    assert heads == ["### Objective: Work (2)", "### No objective (1)"]
    assert [row[0] for row in rows(page)] == ["First", "Second", "Apart"]
    assert "No action stands under Data and More." in page


def test_of_a_filter_only_the_objectives_of_what_passes() -> None:
    tree = pay({"actions/a": "title: First\nobjective: work\nlead: HR\n"}, OBJECTIVES)
    assert "No action stands" not in actions(tree, lead=["HR"])
    assert "There is no action." in actions(tree, lead=["Audit"])


def test_a_plan_without_actions_and_without_projects() -> None:
    tree = pay({})
    assert "There is no action." in actions(tree)
    assert "There is no project." in projects(tree)
    assert "There is no project." in chart(tree)


@pytest.mark.parametrize(
    ("kinds", "noun", "told"),
    [
        ((), "project", ["There is no project."]),
        (("--kind", "action"), "action", ["There is no action."]),
        (("--kind", "action", "--kind", "project"), "action or project", []),
    ],
)
def test_a_chart_names_what_it_draws_and_of_which_a_plan_has_none(
    kinds: tuple[str, ...], noun: str, told: list[str], tmp_path: Path
) -> None:
    files = {f"{each}/plan.yaml": f"genderplan: 1\ntitle: {each}\nstatus_date: 2025-01-15\n" for each in "pq"}
    files["p/actions/a.yaml"] = "title: A\ndue: 2025-03\n"
    files["q/projects/b.yaml"] = "title: B\nstart: 2025-01\nend: 2025-03\n"
    chart = ("annex", "timescale", *kinds, "--tree", str(files_in(tmp_path, files)))
    screen, page = call(*chart), call(*chart, "--format", "markdown")
    assert [line for line in screen.lines if line.startswith("There")] == told
    assert [line for line in page.lines if line.startswith("There")] == told
    assert f"| {noun.capitalize()} | Timescale |" in page.out
    assert f"■ the {noun} runs;" in page.out


def test_a_sentence_stands_apart_from_the_table_before_it(tmp_path: Path) -> None:
    files = {
        "p/plan.yaml": f"genderplan: 1\ntitle: P\nstatus_date: 2025-01-15\n{OBJECTIVES}",
        "p/actions/a.yaml": "title: A\nobjective: data\n",
    }
    lines = call("annex", "actions", "--tree", str(files_in(tmp_path, files))).lines
    assert lines[-3:] == ["  A", "", "No action stands under Work and More."]


@pytest.mark.parametrize(
    ("keys", "cells"),
    [
        ("ref: '1.2'", ["1.2 A"]),
        ("lead: [HR, Finance]", ["A", "Human Resources (HR)<br>Finance Department"]),
        ("inputs: [HR, {text: a room}]\noutput: Guide", ["A", "Human Resources (HR)<br>a room", "Guide"]),
        ("due: 2025-03", ["A", "by March 2025"]),
        ("start: 2025-01-06\ndue: 2025-Q3", ["A", "6 January 2025 – Q3 2025"]),
        ("start: 2025-01", ["A", "from January 2025"]),
        ("cancelled: {reason: No money}", ["A<br>cancelled"]),
        ("cancelled: {date: 2026-01, reason: No money}", ["A"]),
        ("milestones: [{id: m, title: M, due: 2025-03}, {id: n, title: N}]", ["A", "M – March 2025<br>N"]),
        (
            "milestones: [{id: m, title: M, due: 2025-03, cancelled: {reason: No}}]",
            ["A<br>cancelled", "M – March 2025 (cancelled)"],
        ),
        (
            "milestones: [{id: m, title: M, due: 2025-03, every: 1 year}]",
            ["A", "M – every year from March 2025"],
        ),
        (
            "milestones: [{id: m, title: M, every: 1 year, until: 2027-03}]",
            ["A", "M – every year until March 2027, first date not given"],
        ),
    ],
)
def test_the_cells_of_an_action(keys: str, cells: list[str]) -> None:
    assert rows(actions(pay({"actions/a": f"title: A\n{keys}\n"}))) == [cells]


def test_the_cells_of_a_project() -> None:
    project = """\
title: P
groups: [Carers, Parents]
partners: [{role: Sponsor}, HR, {organisation: University, role: Evaluator}]
start: 2025-01
end: 2025-09
milestones: [{id: m, title: M}]
"""
    assert rows(projects(pay({"projects/p": project}))) == [
        [
            "Carers/Parents",
            "P",
            "Sponsor<br>Human Resources (HR)<br>University of the North<br>Evaluator",
            "M",
            "January 2025 – September 2025",
        ]
    ]


def test_acronyms_stand_beside_what_they_mean() -> None:
    names = {"TP": "Territorial Policing", "AC-TP": "Assistant", "Focus": "Focus group", "SO11": "Branch"}
    assert spelled(names) == names | {"TP": "Territorial Policing (TP)", "SO11": "Branch (SO11)"}
    assert spelled({"HR": "Human Resources (HR)"}) == {"HR": "Human Resources (HR)"}


def test_json_names_the_organisations_of_the_rows() -> None:
    document = call("annex", "projects", *WOMEN, "--format", "json").json
    assert document["annex"] == "projects"
    named = {each["id"]: each["name"] for each in document["organisations"]}
    assert named["TP"] == "Territorial Policing"
    assert named["CJU"] is None
    assert "Surrey-University" in named
    assert "University-Researcher" not in named


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2003-11-03", "3 November 2003"),
        ("2004-02", "February 2004"),
        ("2004-05", "May 2004"),
        ("2004-Q1", "Q1 2004"),
        ("2008-autumn", "autumn 2008"),
        ("FY2007-08", "FY2007-08"),
        ("2004", "2004"),
    ],
)
def test_dates_as_a_document_prints_them(date: str, words: str) -> None:
    assert date_in_full(parse_date(date)) == words


def test_no_date_is_no_words() -> None:
    assert date_in_full(None) == ""
    assert timescale(None, None) == ""


def test_one_day_is_no_span() -> None:
    day = parse_date("2025-01-06")
    assert timescale(day, day) == "6 January 2025"


@pytest.mark.parametrize("dates", ["start: 2025-01", "due: 2025-06", "start: 2025-01\nend: 2025-06", "start: 2025\n"])
def test_the_chart_has_the_timescale_of_the_table(dates: str) -> None:
    milestones = "milestones: [{id: m, title: M, due: 2025-03}]"
    tree = pay({"projects/p": f"title: P\n{dates}\n{milestones}\n"})
    assert rows(chart(tree))[0][1] == rows(projects(tree))[0][2]
    bare = pay({"projects/p": f"title: P\n{milestones}\n"})
    assert (rows(chart(bare))[0][1], rows(projects(bare))[0]) == ("March 2025", ["P", "M – March 2025"])


PROJECTS = {
    "projects/a": "title: A\nstart: 2025-01\nend: 2025-03\n",
    "projects/b": "title: B\ngroups: [Carers]\nstart: 2025-02\n",
    "projects/c": "title: C\n",
    "projects/d": "title: D\nend: 2025-04\n",
}


def chart(tree: Tree, start: str | None = None, end: str | None = None) -> str:
    report = timeline(judged(tree), selected(tree, kind=["project"]), *dates(start, end))
    return written(timescale_page(annex_of_timescale(judged(tree), report), report, {}))


def dates(*texts: str | None) -> list[PlanDate | None]:
    return [parse_date(text) if text else None for text in texts]


def test_the_months_of_a_chart() -> None:
    page = chart(pay(PROJECTS))
    assert "| Project | Timescale | Jan 2025 | Feb 2025 | Mar 2025 | Apr 2025 |" in page
    assert "| A | January 2025 – March 2025 | ■ | ■ | ■ |  |" in page
    assert "| Carers<br>B | from February 2025 |  | ■ | ■ | ■▶ |" in page
    assert "| C |  |  |  |  |  |" in page
    assert "| D | by April 2025 |  |  |  | ■ |" in page


def test_a_chart_that_cuts_both_ends_says_so() -> None:
    page = chart(pay(PROJECTS), "2025-02", "2025-02")
    assert "| A | January 2025 – March 2025 | ◀■▶ |" in page
    assert "◀ it began before the chart" in page


@pytest.mark.parametrize(
    ("end", "heads", "cells"),
    [
        ("2026-12", ["Jan 2025", "Feb 2025"], "■ | ■ | ■"),
        ("2027-01", ["Q1 2025", "Q2 2025"], "■ | "),
        ("2031-02", ["2025", "2026"], "■ | "),
        ("2060-01", [], ""),
    ],
)
def test_long_charts_have_quarters_or_years(end: str, heads: list[str], cells: str) -> None:
    tree = pay({**PROJECTS, "projects/z": f"title: Z\nstart: 2025-01\nend: {end}\n"})
    page = chart(tree, "2025-01", end)
    [head] = [line for line in page.splitlines() if line.startswith("| Project")]
    shown = head.strip("| ").split(" | ")[2:]
    assert shown[:2] == heads
    assert len(shown) <= 24
    assert f"| A | January 2025 – March 2025 |{' ' * bool(cells)}{cells}" in page
    assert ("■ the project runs" in page) is bool(heads)


def test_the_bars_of_json() -> None:
    tree = pay(PROJECTS)
    report = timeline(judged(tree), selected(tree, kind=["project"]), *dates("2025-02", "2025-02"))
    bars = {each.title: each for each in annex_of_timescale(judged(tree), report).annexes[0].bars}
    found = {title: (str(each.first), str(each.last), each.begins_before, each.goes_on) for title, each in bars.items()}
    assert found == {
        "A": ("2025-02", "2025-02", True, True),
        "B": ("2025-02", "2025-02", False, True),
        "C": ("None", "None", False, False),
        "D": ("None", "None", False, True),
    }
