"""Who answers for what: business areas, local and personal plans, partners, and objectives that boards have."""

from pathlib import Path

import pytest

from cli_runner import call
from support import PLAN, tree

FILES = {
    "organisations.yaml": "Force: {}\nTP: {part_of: Force}\nHR: {part_of: Force}\nNorth: {part_of: TP}\n"
    "Resources: {part_of: Force}\nPC-Smith: {kind: person, part_of: North}\nEODB: {kind: board}\n"
    "College: {kind: partner}\n",
    "scheme/plan.yaml": PLAN
    + "objectives: [{id: race, title: Race}, {id: board, title: To know the picture, lead: EODB}]\n",
    "scheme/actions/r1.yaml": "title: Trust\nref: R1\nobjective: race\nlead: TP\ndue: 2008-04\n",
    "scheme/actions/r2.yaml": "title: Progression\nref: R2\nobjective: race\nlead: HR\ndue: 2008-04\n"
    "partners: [College, {role: Sponsor}]\ngroups: [Hackney, Newham]\nsee: r1\n",
    "scheme/actions/r3.yaml": "title: Briefings\nref: R10\nobjective: board\naccountable: EODB\ndue: 2008-12\n"
    "success: Evidence at every other meeting\n"
    "milestones: [{id: report, title: Report back, due: 2008-06, goes_to: EODB}]\n",
    "north/plan.yaml": PLAN + "lead: North\nanswers: scheme/r1\n",
    "north/actions/streets.yaml": "title: Safer streets\nlead: North\ndue: 2008-03\noutput: A patrol\ninputs: [{text: Two cars}]\n",
    "smith/plan.yaml": PLAN + "lead: PC-Smith\n",
    "smith/actions/listen.yaml": "title: To listen\nlead: PC-Smith\nanswers: {entry: north/streets, extent: part}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tree(tmp_path, FILES).parent


def ids(folder: Path, *arguments: str) -> list[str]:
    noun = arguments[0]
    return [each["id"] for each in call("list", *arguments, "--format", "json", cwd=folder).json[noun]]


def test_actions_of_each_part_of_the_organisation(folder: Path) -> None:
    """F2-12, F3-13: an area may have several, and one has none."""
    assert ids(folder, "entries", "--lead", "TP") == ["north/streets", "scheme/r1", "smith/listen"]
    assert ids(folder, "entries", "--lead-only", "TP") == ["scheme/r1"]
    assert ids(folder, "entries", "--lead", "HR") == ["scheme/r2"]
    assert ids(folder, "entries", "--lead", "Resources") == []


def test_actions_without_a_lead_or_a_date(folder: Path) -> None:
    """F2-04, F3-11: what a return lacks is listed."""
    assert ids(folder, "actions", "--without", "lead") == ["scheme/r3"]
    assert ids(folder, "actions", "--without", "due") == ["smith/listen"]
    assert ids(folder, "actions", "--without", "updates", "--lead", "TP", "--plan", "scheme") == ["scheme/r1"]


def test_a_local_plan_and_a_personal_one(folder: Path) -> None:
    """F2-13, F2-14, F2-24, F4-17, F4-24: an action of a person answers a unit's, whose plan answers the scheme's."""
    assert ids(folder, "plans", "--answers", "scheme") == ["north"]
    assert ids(folder, "plans", "--answers", "north") == ["smith"]
    shown = call("show", "north/streets", "--format", "json", cwd=folder).json
    assert [tuple(each.values()) for each in shown["links"]] == [("answered by", "smith/listen", "To listen", "part")]
    assert (shown["entry"]["output"], shown["entry"]["inputs"]) == ("A patrol", ["Two cars"])


def test_partners_and_communities(folder: Path) -> None:
    """F3-34: who it is about, and who it works with."""
    assert (
        ids(folder, "entries", "--partner", "College") == ids(folder, "entries", "--group", "Hackney") == ["scheme/r2"]
    )


def test_what_is_pointed_to_is_seen_from_either_end(folder: Path) -> None:
    """F3-05, F3-06: which actions share an activity."""
    links = [call("show", name, "--format", "json", cwd=folder).json["links"] for name in ("scheme/r1", "scheme/r2")]
    assert [(each["role"], each["id"]) for each in links[0]] == [("answered by", "north"), ("seen from", "scheme/r2")]
    assert [(each["role"], each["id"]) for each in links[1]] == [("see", "scheme/r1")]


def test_a_boards_own_objective_with_its_means(folder: Path) -> None:
    """F4-10, F3-24: the board leads an objective, and receives what is reported back."""
    objective = call("list", "objectives", "--objective", "board", "--format", "json", cwd=folder).json["objectives"][0]
    assert (objective["leads"], objective["actions"]) == (["EODB"], 1)
    assert ids(folder, "milestones", "--goes-to", "EODB") == ["scheme/r3#report"]
    named = call("show", "EODB", "--format", "json", cwd=folder).json["named"]
    assert [(each["role"], each["id"]) for each in named] == [
        ("lead", "scheme/board"),
        ("accountable", "scheme/r3"),
        ("receiver", "scheme/r3#report"),
    ]


def test_a_strand_that_is_added_disturbs_nothing(folder: Path) -> None:
    """F2-26: an objective and an action more are added, and nothing else is told."""
    call("baseline", "save", "first", "--plan", "scheme", cwd=folder)
    path = folder / "plans/scheme/plan.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "objectives: [", "objectives: [{id: age, title: Age, part_of: race}, "
    )
    path.write_text(text, encoding="utf-8")
    (folder / "plans/scheme/actions/a1.yaml").write_text("title: Age\nref: A1\nobjective: age\n", encoding="utf-8")
    (found,) = call("slippage", "--plan", "scheme", "--format", "json", cwd=folder).json["comparisons"]
    assert [each["id"] for each in found["added"]["entries"]] == ["scheme/a1"]
    assert [each["id"] for each in found["added"]["objectives"]] == ["age"]
    assert (found["reworded"], found["moved"], found["leads"]) == ([], [], [])
    assert ids(folder, "entries", "--objective", "race", "--plan", "scheme") == ["scheme/a1", "scheme/r1", "scheme/r2"]
