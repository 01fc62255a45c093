"""The projects' chart against Annex C of the paper: its rows in its order, bars over exactly its months."""

import json
import re
from typing import Any

import pytest

from cli_runner import REPOSITORY, Result, call, run

PROJECTS: list[dict[str, Any]] = json.loads((REPOSITORY / "tests/papers/later.json").read_text("utf-8"))["projects"]
MONTHS = [f"{year}-{month:02}" for year in (2003, 2004) for month in range(1, 13)][9:]
"""October 2003 to December 2004: the columns of the annex."""

BAR = re.compile("██+")
ARGUMENTS = ("timeline", "--kind", "project", "--plan", "women-2003", "--from", "2003-10", "--to", "2004-12")


def chart(columns: int) -> Result:
    return call(*ARGUMENTS, "--tree", "plans", env={"COLUMNS": str(columns)})


def months_of(line: str, first: int, cells: int) -> list[str]:
    """The months that a bar covers; it must cover whole ones."""
    [bar] = BAR.finditer(line)
    start, end = (edge - first for edge in bar.span())
    assert start % cells == 0
    assert end % cells == 0
    return MONTHS[start // cells : end // cells]


@pytest.mark.parametrize(("columns", "cells"), [(60, 2), (80, 2), (90, 3), (100, 4), (140, 4), (200, 4)])
def test_bars_cover_exactly_the_papers_months(columns: int, cells: int) -> None:
    lines = chart(columns).lines
    years = next(number for number, line in enumerate(lines) if line.split() == ["2003", "2004"])
    first = lines[years].index("2003")
    assert lines[years].index("2004") == first + 3 * cells
    assert lines[years + 1].index("O") == first
    rows = [line for line in lines if BAR.search(line)]
    expected = [[month for month in MONTHS if project["start"] <= month <= project["end"]] for project in PROJECTS]
    assert [months_of(line, first, cells) for line in rows] == expected


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_rows_are_the_papers_in_its_order(columns: int) -> None:
    rows = [line for line in chart(columns).lines if BAR.search(line)]
    labels = [re.split(r"  +", line)[0] for line in rows]
    assert labels == ["/".join(project["groups"]) for project in PROJECTS]
    assert len(labels) == 19


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_only_elderly_women_go_on_beyond_the_last_column(columns: int) -> None:
    beyond = [line for line in chart(columns).lines if "█▶" in line]
    assert [line.split("  ")[0] for line in beyond] == ["Elderly Women"]
    assert beyond[0].endswith("█▶")
    assert [project["groups"] for project in PROJECTS if project["end"] > MONTHS[-1]] == [["Elderly Women"]]
    assert "◀█" not in chart(columns).out


def test_an_axis_that_cuts_both_ends_says_so() -> None:
    result = call(*ARGUMENTS[:5], "--from", "2004-02", "--to", "2004-03", env={"COLUMNS": "80"})
    prisoners = next(line for line in result.lines if line.startswith("Prisoners "))
    assert prisoners.endswith("◀████████▶")


def test_the_months_are_the_same_in_ascii() -> None:
    plain = run(*ARGUMENTS, env={"PYTHONIOENCODING": "ascii"})
    rows = [line for line in plain.lines if "###" in line]
    drawn = [line for line in chart(80).lines if BAR.search(line)]
    assert rows == [line.replace("█", "#").replace("│", "|").replace("▶", ">") for line in drawn]


def test_json_has_the_papers_dates() -> None:
    rows = call(*ARGUMENTS, "--format", "json").json["rows"]
    assert [(row["label"], row["start"], row["end"]) for row in rows] == [
        ("/".join(project["groups"]), project["start"], project["end"]) for project in PROJECTS
    ]
