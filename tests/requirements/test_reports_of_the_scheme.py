"""Reports of 2007 and 2008 on the Equalities Scheme: what the requirements ask for, row by row, by the command."""

import re
from pathlib import Path
from typing import Any

import pytest

from cli_runner import call
from support import PLAN, tree

SCHEME = ("--plan", "equalities-2006")


def listed(noun: str, *filters: str) -> list[dict[str, Any]]:
    """The records of a list of the scheme."""
    records: list[dict[str, Any]] = call("list", noun, *SCHEME, *filters, "--format", "json").json[noun]
    return records


def of_a_plan(tmp_path: Path, plan: str, **actions: str) -> str:
    """A tree with one plan, `p`, of these actions."""
    files = {f"p/actions/{name}.yaml": text for name, text in actions.items()}
    return str(tree(tmp_path, {"organisations.yaml": "HR: {}\nTP: {}\n", "p/plan.yaml": PLAN + plan, **files}))


def test_a_period_and_what_lies_outside_it(tmp_path: Path) -> None:
    """F2-01"""
    assert call("list", "plans", *SCHEME, "--format", "json").json["plans"]
    folder = of_a_plan(
        tmp_path, "period: {start: 2006-12, end: 2010-12}\n", late="title: Late\nlead: HR\ndue: 2011-01\n"
    )
    found = call("--tree", folder, "validate", "--strict")
    assert found.code == 1
    assert "late.yaml:3:6: warning GP304 " in found.out


def test_missed_dates_by_owner() -> None:
    """F2-09"""
    overdue = call("list", "milestones", "--plan", "women-2003", "--status", "overdue", "--sort", "leads")
    assert overdue.out.count("overdue") >= 6
    assert "DCC4" in overdue.out


def test_delivered_at_all_and_delivered_on_time_are_told_apart(tmp_path: Path) -> None:
    """F2-11"""
    folder = of_a_plan(
        tmp_path,
        "",
        kept="title: Kept\nlead: HR\ndue: 2007-06\n",
        late="title: Late\nlead: HR\ndue: 2007-06\n",
        missed="title: Missed\nlead: HR\ndue: 2007-06\n",
    )
    day = ("--tree", folder, "--as-of", "2007-12-01")
    assert call("--tree", folder, "--as-of", "2007-01-01", "baseline", "save", "agreed").code == 0
    for entry, on in (("kept", "2007-06-30"), ("late", "2007-07-01")):
        assert call("--tree", folder, "--as-of", on, "complete", entry).code == 0
    said = call(*day, "status", "--measures").out
    assert "2/3" in said
    assert "1 of 3 due by 1 Dec 2007 kept on time" in said


def test_an_objective_with_wording_lead_target_date_and_activity() -> None:
    """F3-01"""
    first, *_ = listed("actions")
    assert first["leads"] == ["ACOS"]
    assert first["due"]
    assert "responsibility" in call("show", "equalities-2006/r1").out


def test_a_target_of_a_month_is_overdue_from_the_first_day_after_it() -> None:
    """F3-02"""
    due_in_april = [each["entry"] for each in listed("actions") if each["due"] == "2008-04"]
    assert due_in_april
    for day, status in (("2008-04-30", "due"), ("2008-05-01", "overdue")):
        then = listed("actions", "--as-of", day, "--due", "2008-04..2008-04")
        assert [(each["entry"], each["status"]) for each in then] == [(entry, status) for entry in due_in_april]


def test_a_post_leads_and_who_holds_it_stands_apart() -> None:
    """F3-03"""
    post = call("show", "ACOS", "--format", "json").json["organisation"]
    assert (post["kind"], post["holders"][0]["name"], post["holders"][0]["acting"]) == ("post", "Hitchcock", True)


@pytest.mark.parametrize("name", ["Director Human resources", "director human resources", "Director-HR"])
def test_a_post_written_two_ways_is_one(name: str) -> None:
    """F3-04"""
    led = listed("actions", "--lead", name)
    assert len(led) > 1
    assert {lead for each in led for lead in each["leads"]} == {"Director-HR"}


def test_an_overview_of_the_scheme() -> None:
    """F3-12"""
    assert "The Race Equality Element of the Scheme" in call("status", *SCHEME, "--format", "markdown").out


def test_partners_and_groups(tmp_path: Path) -> None:
    """F3-34"""
    text = "title: Partnerships\nlead: HR\ndue: 2008-12\npartners: [TP, {role: Community groups}]\ngroups: [Refugees]\n"
    folder = of_a_plan(tmp_path, "", partnerships=text)
    for narrowed in (("--partner", "TP"), ("--partner", "Community groups"), ("--group", "Refugees")):
        assert "Partnerships" in call("--tree", folder, "list", *narrowed).out


def test_two_paragraphs_of_one_number() -> None:
    """F3-40"""
    sources = {each["entry"]: each["source"] for each in listed("actions")}
    places = [source["place"] for source in sources.values() if source]
    assert len(places) == len(set(places)) == 7
    assert any("22" in place and place != "paragraph 22" for place in places)


def test_what_is_published_when_and_what_is_to_come(tmp_path: Path) -> None:
    """F2-02"""
    folder = of_a_plan(
        tmp_path,
        "publications:\n  - {id: common, title: Common section, date: 2006-12-04}\n"
        "  - {id: gender, title: Gender section, date: 2007-04-30}\n  - {id: age, title: Age section}\n",
    )
    said = call("--tree", folder, "show", "plan:p").out
    assert re.search(r"common: Common section.*(2006-12-04|4 Dec 2006)", said)
    assert "age: Age section (to come)" in said


def test_a_day_a_month_and_no_date(tmp_path: Path) -> None:
    """F3-25"""
    steps = (
        "{id: seminar, title: Seminar, due: 2008-04-03}, {id: dvd, title: DVD, due: 2008-01}, {id: work, title: Work}"
    )
    folder = of_a_plan(tmp_path, "", sport=f"title: Sport\nlead: HR\nmilestones: [{steps}]\n")
    found = call("--tree", folder, "list", "milestones", "--format", "json").json["milestones"]
    assert [(each["due"], each["status"]) for each in found][2:] == [(None, "undated")]
    assert [each["due"] for each in found] == ["2008-04-03", "2008-01", None]
