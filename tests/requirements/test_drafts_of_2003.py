"""Drafts of 2003: what the requirements ask for of them, row by row, of the shipped plan by the command."""

from pathlib import Path
from typing import Any

import pytest

from cli_runner import call
from support import PLAN, tree

WOMEN = ("--plan", "women-2003")


def listed(noun: str, *filters: str) -> list[dict[str, Any]]:
    """The records of a list of the women's plan."""
    records: list[dict[str, Any]] = call("list", noun, *WOMEN, *filters, "--format", "json").json[noun]
    return records


def test_a_plan_with_its_aims_and_objectives_in_order() -> None:
    """F0-01"""
    plan = call("show", "plan:women-2003", "--format", "json").json["plan"]
    assert plan["state"] == "draft"
    assert plan["long_term_aim"].startswith("TO REACH AND SERVE EFFECTIVELY WOMEN")
    assert len(plan["aims"]) == 13
    objectives = [each["id"] for each in listed("objectives") if each["id"]]
    under = [action["objective"] for action in listed("actions")]
    assert list(dict.fromkeys(under)) == [each.split("/")[-1] for each in objectives]


def test_an_action_with_lead_input_output_and_dated_milestones() -> None:
    """F0-02"""
    [action] = [each for each in listed("actions") if each["entry"] == "identify-needs"]
    assert action["leads"] == ["DCC4", "PIB"]
    assert action["inputs"]
    assert action["output"]
    dates = [each["due"] for each in listed("milestones") if each["entry"] == "identify-needs"]
    assert dates == ["2004-02", "2004-04", "2004-05"]


def test_dates_to_the_month_lengths_without_a_date_and_neither() -> None:
    """F0-03"""
    milestones = {each["id"].split("/")[1]: each for each in listed("milestones")}
    campaign = [milestones[f"media-strategy#internal-campaign-{at}"]["due"] for at in (1, 2)]
    assert campaign == ["2003-11", "2004-05"]
    evaluation = milestones["evaluate-toolkit#evaluation"]
    assert (evaluation["due"], evaluation["duration"], evaluation["status"]) == (None, "P3M", "undated")
    shared = [milestones[f"external-links#{each}"]["due"] for each in ("forum", "members", "terms-of-reference")]
    assert shared == ["2003-11"] * 3


def test_an_organisation_under_all_the_ways_in_which_it_is_written() -> None:
    """F0-04"""
    same = [listed("actions", "--lead", name) for name in ("DCC4", "DCC 4", "MPS – DCC4")]
    assert same[0]
    assert same[0] == same[1] == same[2]
    assert [each["entry"] for each in listed("projects", "--partner", "Sponsors")]
    assert call("show", "DCI-Williams", "--format", "json").json["organisation"]["kind"] == "person"


def test_projects_whose_titles_and_groups_repeat() -> None:
    """F0-05"""
    projects = listed("projects")
    groups = [group for project in projects for group in project["groups"]]
    assert (len(projects), groups.count("All groups")) == (19, 3)
    assert groups.count("Prisoners") > 1
    assert len({project["id"] for project in projects}) == 19
    assert all(project["start"] and project["end"] for project in projects)


def test_the_chart_of_the_projects_over_the_months() -> None:
    """F0-06"""
    chart = call("timeline", "--kind", "project", *WOMEN, "--from", "2003-10", "--to", "2004-12").lines
    [beyond] = [line for line in chart if line.endswith("█▶")]
    assert beyond.startswith("Elderly Women")


def test_where_an_action_feeds_another() -> None:
    """F0-08"""
    page = call("impact", "identify-needs#questionnaire", "--to", "2004-06", "--format", "json").json
    assert "women-2003/identify-needs#analysis" in str(page)
    driven = call("impact", "identify-needs#report", "--why").out
    assert "identify-needs#questionnaire" in driven


def test_what_the_plan_asks_of_a_lead_month_by_month() -> None:
    """F0-09"""
    dated = [each for each in listed("milestones", "--lead", "DCC4", "--sort", "due") if each["due"]]
    assert [each["due"] for each in dated] == sorted(each["due"] for each in dated)
    in_november = listed("milestones", "--lead", "DCC4", "--due", "2003-11..2003-11")
    assert in_november == [each for each in dated if each["due"] == "2003-11"]


def test_what_slipped_between_the_drafts() -> None:
    """F1-01"""
    [found] = call("slippage", *WOMEN, "--format", "json").json["comparisons"]
    assert (len(found["moved"]), found["totals"]["worst_months"]) == (9, 2)
    assert found["added"]["entries"]
    assert found["added"]["inputs"]
    assert found["removed"]["aims"]
    assert found["reworded"]


def test_what_a_slip_does_further_down() -> None:
    """F1-02"""
    said = call("impact", *WOMEN).out
    assert "squeezed    4 → 2 months  still Apr 2004" in said


def test_a_damaged_date_is_refused_with_its_place(tmp_path: Path) -> None:
    """F1-03"""
    action = "title: Education\nmilestones:\n  - {id: sponsors, title: Sponsors found, due: December 2003-08-27}\n"
    folder = tree(tmp_path, {"p/plan.yaml": PLAN, "p/actions/education.yaml": action})
    found = call("--tree", str(folder), "validate")
    assert found.code == 1
    assert "education.yaml:3:48: error GP105 'December 2003-08-27' is not a date" in found.out


@pytest.mark.parametrize(("noun", "said"), [("actions", "To identify needs of Women"), ("projects", "Elderly Women")])
@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_the_annexes_as_tables(noun: str, said: str, format_: str) -> None:
    """F0-07"""
    assert said in call("list", noun, *WOMEN, "--format", format_).out
