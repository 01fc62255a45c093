"""Annexes A, B and C of the papers of 2003: every cell of theirs is in what `annex` prints, as JSON and as markdown.

The papers are read here anew, from their text. A cell stands as the paper has it; where our files read it otherwise,
how is said here cell by cell, and nothing else may differ.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any, NamedTuple

import pytest

from cli_runner import REPOSITORY, call
from genderplan.dates.forms import parse_date
from genderplan.formats.markdown import written
from genderplan.loading.tree import load_tree
from genderplan.page.words import date_in_full
from genderplan.reports.annex.page import actions_page
from genderplan.reports.annex.result import annex_of_actions
from genderplan.standing.selection import Selection
from genderplan.standing.standings import AsOf, Standings

WOMEN = ("--plan", "women-2003")
FOOTER = "Sub-component 3 of business plan element of Mayor's budget submission"
HEADS = {"actions": "Action\tLead", "projects": "Women's group\tProject", "timescale": "Project\tOct"}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT = {"Feb": "February", "Sept": "September", "Nov": "November"}
DATE = re.compile(rf"\s*[–-]\s*((?:(?:{MONTHS}|Feb\.|Sept\.|Nov)(?: and )?)+ \d{{4}})")

READ_AS = {
    "MPS – DCC4": "DCC4",
    "MPS –DCC4": "DCC4",
    "DCC4/PIB": "DCC4 PIB",
    "DCC4 TP SCD 5": "DCC4 TP SCD5",
    "DCC 4 DPA MPS Gender Forum": "DCC4 DPA MPS Gender Forum",
    "(Sponsors) CJU PIB": "Sponsors CJU PIB",
    "Prisoners/ Victims & Witness": "Prisoners/Victims/Witness",
    "Prisoners/Victims & Witness": "Prisoners/Victims/Witness",
}
"""Cells whose names are not written as an organisation's id or name, or a group's, is written in our files."""

TWO_DATES = {"November and May 2004": ("November 2003", "May 2004"), "May 2004": ("May 2004",)}
"""One clause with two dates, which our files read as a milestone each."""


class Row(NamedTuple):
    """A row of a table of the papers, under its objective where it has one."""

    objective: str
    cells: tuple[str, ...]


DAMAGED = ("December 2003-08-27", "December 2003")
"""A date in the earlier draft that something ran into, and how it is read."""


def squashed(text: str) -> str:
    return " ".join(re.sub(r"</?p>", " ", text).replace(*DAMAGED).split())


def paper(annex: str, draft: str = "later") -> list[Row]:
    """The rows of an annex; what a page's end has parted is joined column by column."""
    rows: list[Row] = []
    objective, is_within = "", False
    for line in (REPOSITORY / f"tests/papers/{draft}-draft.txt").read_text("utf-8").splitlines():
        if line.startswith("OBJECTIVE: "):
            objective = line.removeprefix("OBJECTIVE: ")
        if line.startswith(HEADS[annex]):
            is_within = True
        elif is_within and "\t" in line:
            cells = tuple(map(squashed, line.split("\t")))
            if cells[0]:
                rows.append(Row(objective, cells))
            else:
                pairs = zip(rows[-1].cells, cells, strict=True)
                rows[-1] = Row(objective, tuple(squashed(f"{first} {second}") for first, second in pairs))
        elif line and line != FOOTER:
            is_within = False
    return rows


def printed(markdown: str) -> list[Row]:
    """The rows of the tables of a page, parts of a cell by line feeds; the table of aims is left out."""
    rows: list[Row] = []
    objective, head = "", ""
    for line in markdown.splitlines():
        if line.startswith("### "):
            objective = plain(re.sub(r"^### (Objective: )?|( \(\d+\))$", "", line))
        cells = tuple(map(plain, line.strip("| ").split(" | "))) if line.startswith("| ") else ()
        if not cells:
            head = ""
        elif not head:
            head = cells[0]
        elif not line.startswith("| ---") and head != "Aim":
            rows.append(Row(objective, tuple(map(plain, re.split(r" ?\| ?", line)[1:-1]))))
    return rows


def plain(cell: str) -> str:
    return unescape(re.sub(r"\\(.)", r"\1", cell.strip().replace("<br>", "\n")))


def called(cell: str) -> str:
    """Organisations as the papers call them: an acronym where our files have one beside the name."""
    return " ".join(re.sub(r".* \((\w+)\)$", r"\1", part) for part in cell.split("\n"))


def dates(cell: str) -> Iterator[str]:
    """The dates of a cell of milestones in full."""
    for found in DATE.findall(cell):
        for date in TWO_DATES.get(found, (found,)):
            month, year = date.split()
            yield f"{SHORT.get(month.strip('.'), month)} {year}"


def clauses(cell: str) -> str:
    """The words of a cell of milestones without its dates; a clause with two dates stands once."""
    return " ".join(dict.fromkeys(squashed(DATE.sub(" ", part)) for part in cell.split("\n")))


def is_of(ours: Sequence[str], theirs: Sequence[str]) -> None:
    """An action of ours is the paper's: cell by cell, and the milestones by their words and by their dates."""
    action, lead, inputs, output, milestones = theirs
    assert ours[0] == action
    assert called(ours[1]) == READ_AS.get(lead, lead)
    assert called(ours[2]) == READ_AS.get(inputs, inputs)
    assert ours[3] == output
    assert clauses(ours[4]) == clauses(milestones)
    assert set(dates(ours[4])) == set(dates(milestones))


ACTIONS = paper("actions")
PROJECTS = paper("projects")
CHART = paper("timescale")


def test_the_papers_are_read_whole() -> None:
    assert (len(ACTIONS), len(PROJECTS), len(CHART)) == (17, 19, 19)
    assert len(paper("actions", "earlier")) == 15
    assert all(len(row.cells) == 5 for row in (*ACTIONS, *PROJECTS))


def test_annex_a_holds_every_cell() -> None:
    """F0-07"""
    ours = printed(call("annex", "actions", *WOMEN, "--format", "markdown").out)
    assert [row.objective for row in ours] == [row.objective for row in ACTIONS]
    for row, theirs in zip(ours, ACTIONS, strict=True):
        is_of(row.cells, theirs.cells)


def test_annex_a_of_the_first_draft_holds_every_cell() -> None:
    """F0-07, of the plan as its baseline has it."""
    tree = load_tree(REPOSITORY / "plans")
    plan = tree.by_id["women-2003"]
    [baseline] = plan.baselines
    then = Standings(baseline.over(plan), AsOf(parse_date("2003-09-01"), "option"))
    annex = annex_of_actions([then], Selection((then.plan,)))
    ours = printed(written(actions_page(annex, tree.organisations.names_by_id)))
    expected = paper("actions", "earlier")
    assert [row.objective for row in ours] == [row.objective for row in expected]
    for row, theirs in zip(ours, expected, strict=True):
        is_of(row.cells, theirs.cells)


def in_cells(action: dict[str, Any], names: dict[str, str | None]) -> tuple[str, ...]:
    """A record as a row of the table: ids where they are acronyms, else names."""
    leads, inputs = (
        "\n".join(each if each.isupper() else names.get(each) or each for each in action[key])
        for key in ("leads", "inputs")
    )
    told = (
        f"{each['title']} – {date_in_full(parse_date(each['due']))}" if each["due"] else each["title"]
        for each in action["milestones"]
    )
    return action["title"], leads, inputs, action["output"], "\n".join(told)


def test_annex_a_as_json_holds_every_cell() -> None:
    """F0-07"""
    document = call("annex", "actions", *WOMEN, "--format", "json").json
    names = {each["id"]: each["name"] for each in document["organisations"]}
    [annex] = document["annexes"]
    ours = [(each["title"], in_cells(action, names)) for each in annex["objectives"] for action in each["actions"]]
    assert [title for title, _ in ours] == [row.objective for row in ACTIONS]
    for (_, cells), theirs in zip(ours, ACTIONS, strict=True):
        is_of(cells, theirs.cells)


def test_before_annex_a_stand_the_aims_that_the_paper_puts_there() -> None:
    text = call("annex", "actions", *WOMEN, "--format", "markdown").out
    paper_text = (REPOSITORY / "tests/papers/later-draft.txt").read_text("utf-8")
    aims = re.findall(r"^ ?- (.*)$", paper_text.partition("Annex A")[0], re.MULTILINE)
    assert len(aims) == 13
    assert all(f"| {aim} |" in text for aim in aims)
    assert "Long term aim: TO REACH AND SERVE EFFECTIVELY WOMEN IN LONDON'S COMMUNITY" in text


def test_annex_b_holds_every_cell() -> None:
    """F0-07"""
    ours = printed(call("annex", "projects", *WOMEN, "--format", "markdown").out)
    for row, theirs in zip(ours, PROJECTS, strict=True):
        group, project, partners, milestones, timescale = theirs.cells
        assert row.cells[0] == READ_AS.get(group, group)
        assert row.cells[1] == project
        assert called(row.cells[2]) == READ_AS.get(partners, partners)
        assert squashed(row.cells[3]) == milestones
        assert row.cells[4] == timescale


def test_annex_b_as_json_holds_every_cell() -> None:
    """F0-07"""
    document = call("annex", "projects", *WOMEN, "--format", "json").json
    names = {each["id"]: each["name"] for each in document["organisations"]}
    [annex] = document["annexes"]
    for project, theirs in zip(annex["projects"], PROJECTS, strict=True):
        group, title, partners, milestones, timescale = theirs.cells
        start, end = (date_in_full(parse_date(project[key])) for key in ("start", "end"))
        ids = [each["organisation"] or each["role"] for each in project["partners"]]
        assert "/".join(project["groups"]) == READ_AS.get(group, group)
        assert project["title"] == title
        assert " ".join(each if each.isupper() else names.get(each) or each for each in ids) == READ_AS.get(
            partners, partners
        )
        assert " ".join(each["title"] for each in project["milestones"]) == milestones
        assert f"{start} – {end}" == timescale


PAPERS_MONTHS = ("annex", "timescale", *WOMEN, "--from", "2003-10", "--to", "2004-12")
COLUMNS = [f"{year}-{month:02}" for year in (2003, 2004) for month in range(1, 13)][9:]


def months(timescale: str) -> list[str]:
    """The columns of Annex C that the timescale of Annex B names: the paper's text has lost the chart's colours."""
    first, last = (re.sub(r"(\w+) (\d+)", month, part) for part in timescale.split(" – "))
    return [each for each in COLUMNS if first <= each <= last]


def month(found: re.Match[str]) -> str:
    return f"{found[2]}-{MONTHS.split('|').index(found[1]) + 1:02}"


def test_annex_c_holds_every_row_and_month() -> None:
    """F0-06"""
    ours = printed(call(*PAPERS_MONTHS, "--format", "markdown").out)
    for row, theirs, project in zip(ours, CHART, PROJECTS, strict=True):
        name, timescale, *cells = row.cells
        label = theirs.cells[0]
        assert name.split("\n") == [READ_AS.get(label, label), project.cells[1]]
        assert timescale == project.cells[4]
        assert len(cells) == len(theirs.cells[1:]) == 15
        assert [column for column, cell in zip(COLUMNS, cells, strict=True) if cell] == months(project.cells[4])
    assert [row.cells[0].split("\n")[0] for row in ours if "▶" in row.cells[-1]] == ["Elderly Women"]


def test_annex_c_as_json_holds_every_row_and_month() -> None:
    """F0-06"""
    [annex] = call(*PAPERS_MONTHS, "--format", "json").json["annexes"]
    for bar, theirs, project in zip(annex["bars"], CHART, PROJECTS, strict=True):
        assert bar["label"] == READ_AS.get(theirs.cells[0], theirs.cells[0])
        assert [each for each in COLUMNS if bar["first"] <= each <= bar["last"]] == months(project.cells[4])
    assert [bar["label"] for bar in annex["bars"] if bar["goes_on"]] == ["Elderly Women"]
    assert not any(bar["begins_before"] for bar in annex["bars"])


def test_the_chart_runs_from_the_first_month_to_the_last() -> None:
    """F0-06, also of the project that runs past the paper's last month."""
    axis = call("annex", "timescale", *WOMEN, "--format", "json").json["axis"]
    assert (axis["from"], axis["to"]) == ("2003-11", "2005-01")


@pytest.mark.parametrize("columns", ["80", "140"])
def test_on_a_screen_rows_are_the_papers(columns: str) -> None:
    """F0-06"""
    lines = call(*PAPERS_MONTHS, env={"COLUMNS": columns}).lines
    bars = [line for line in lines if "██" in line]
    labels = [READ_AS.get(row.cells[0], row.cells[0]) for row in CHART]
    assert [re.split(r"  +", line)[0] for line in bars] == labels


@pytest.mark.parametrize("which", ["projects", "timescale"])
def test_a_plan_without_projects_says_so_on_a_screen_too(which: str) -> None:
    done = call("annex", which, *WOMEN, "--lead", "Surrey-University")
    assert (done.code, done.lines[-1]) == (0, "There is no project.")
