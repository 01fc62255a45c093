"""Assessments through the command: by date, side by side, in every format; listed, shown, completed.

F2-23, F3-31, F3-38, F4-05, F4-06, F4-07, F4-23
"""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from cli.test_completion import fish
from cli_runner import REPOSITORY, Result, call, plain_terminal
from genderplan.schemas.outputs import output_schema
from support import tree
from texts import TextExtension

FACTORS = """\
genderplan: 1
title: Critical success factors
kind: factors
levels:
  - {id: emerging, title: Emerging, score: 1}
  - {id: achieving, title: Achieving, score: 2}
  - {id: excellent, title: Excellent, score: 3}
sections:
  - id: employment
    title: Employment
    sections:
      - {id: pay, ref: "1.1", title: No significant disparity between the experiences of people}
      - {id: leave, ref: "1.2", title: Leave}
  - {id: leadership, title: Leadership}
  - {id: service, title: Service delivery, sections: [{id: access, title: Access}]}
"""
QUESTIONS = """\
genderplan: 1
title: What monitoring of a policy tests
sections:
  - {id: impact, kind: question, title: "Whether particular groups are affected, and if so how?"}
  - {id: use, kind: question, title: Is it used?}
"""
FILES = {
    "organisations.yaml": (
        "HR: {name: Human Resources, aliases: [Personnel]}\nOps: {name: Operations}\n"
        "Board: {name: Equality Board, kind: board}\n"
    ),
    "frameworks/factors.yaml": FACTORS,
    "frameworks/questions.yaml": QUESTIONS,
    "pay/plan.yaml": (
        "genderplan: 1\ntitle: Equal pay\nstatus_date: 2026-03-01\nsources: [{id: paper, title: Paper 12}]\n"
    ),
    "pay/registers/policies.yaml": (
        "title: Policies\nkind: policies\nitems: [{id: dress, title: Dress code}, {id: leave, title: Leave policy}]\n"
    ),
    "pay/assessments/hr-2024.yaml": """\
title: HR looks at itself
framework: factors
by: HR
date: 2024
about: HR
ratings:
  - {section: pay, level: emerging, evidence: Staff survey of 2024}
  - {section: leave, level: not-rated}
  - {section: leadership, level: not-applicable}
""",
    "pay/assessments/hr-2025.yaml": """\
title: HR is looked at
framework: factors
by: Board
date: 2025-11
about: HR
source: {document: paper, place: page 2}
tags: [audit]
ratings:
  - section: pay
    level: excellent
    evidence: [Staff survey of 2025, "https://example.org/pay"]
    note: Much better.
    source: {place: page 3}
  - {section: leave, level: achieving}
""",
    "pay/assessments/ops-2025.yaml": (
        "framework: factors\ndate: 2025-11\nabout: Ops\nratings: [{section: pay, level: emerging, evidence: Survey}]\n"
    ),
    "pay/assessments/ops-2027.yaml": (
        "framework: factors\ndate: 2027\nabout: Ops\nratings: [{section: pay, level: excellent}]\n"
    ),
    "pay/assessments/dress.yaml": (
        "framework: questions\ndate: 2025-06-01\nabout: policies#dress\n"
        "ratings: [{section: impact, answer: 'Yes: women are told more often what to wear'}]\n"
    ),
    "pay/assessments/leave-policy.yaml": (
        "framework: questions\nabout: policies#leave\n"
        "ratings: [{section: impact, answer: 'No'}, {section: use, level: not-rated}]\nnote: As the paper has it.\n"
    ),
}
VIEWS = {
    "factors": ("assessments", "factors"),
    "factors-by-about": ("assessments", "factors", "--by", "about"),
    "questions": ("assessments", "questions", "--about", "policies#dress"),
    "questions-by-about": ("assessments", "questions", "--by", "about"),
    "list": ("list", "assessments"),
    "assessment": ("show", "hr-2025"),
    "section": ("show", "factors/pay"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tree(tmp_path, FILES).parent


def run(folder: Path, *arguments: str) -> Result:
    result = call(*arguments, cwd=folder)
    assert (result.code, result.err) == (0, "")
    return result


@pytest.mark.parametrize("name", VIEWS)
def test_on_a_terminal_of_80(name: str, folder: Path, snapshot: SnapshotAssertion) -> None:
    result = plain_terminal(*VIEWS[name], cwd=folder)
    assert (result.code, result.err) == (0, "")
    assert max(map(len, result.lines)) <= 80
    assert result.out == snapshot(extension_class=TextExtension)


@pytest.mark.parametrize("name", VIEWS)
def test_in_markdown(name: str, folder: Path, snapshot: SnapshotAssertion) -> None:
    assert run(folder, *VIEWS[name], "--format", "markdown").out == snapshot(extension_class=TextExtension)


@pytest.mark.parametrize("name", VIEWS)
def test_in_html(name: str, folder: Path) -> None:
    page = run(folder, *VIEWS[name], "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "Equality Board" in page or name not in {"factors", "list", "assessment"}


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("assessments",), "ratings"),
        (("assessments", "factors", "--by", "about"), "ratings"),
        (("list", "assessments"), "assessments"),
        (("show", "pay/hr-2025"), "assessment"),
        (("show", "HR"), "organisation"),
        (("show", "factors/pay"), "section"),
    ],
)
def test_in_json_as_the_schema_says(arguments: tuple[str, ...], name: str, folder: Path) -> None:
    found = run(folder, *arguments, "--format", "json").json
    assert (found["format"], found["version"]) == (f"genderplan/{name}", 1)
    assert list(Draft202012Validator(output_schema(name, closed=True)).iter_errors(found)) == []


def test_the_records(folder: Path) -> None:
    """F4-05, F4-06, F4-07"""
    found = run(folder, "assessments", "factors", "--format", "json").json
    assert list(found) == ["format", "version", "plans", "frameworks", "assessments"]
    assert [(each["section"], each["assessments"]) for each in found["frameworks"][0]["sections"]] == [
        ("employment", 0),
        ("pay", 3),
        ("leave", 2),
        ("leadership", 1),
        ("service", 0),
        ("access", 0),
    ]
    assert [(each["id"], each["is_newest"], each["is_to_come"]) for each in found["assessments"]] == [
        ("pay/hr-2024", False, False),
        ("pay/hr-2025", True, False),
        ("pay/ops-2025", True, False),
        ("pay/ops-2027", False, True),
    ]
    assert found["assessments"][1]["ratings"][0] == {
        "section": "pay",
        "title": "No significant disparity between the experiences of people",
        "state": "rated",
        "level": "excellent",
        "level_title": "Excellent",
        "score": 3,
        "answer": None,
        "evidence": ["Staff survey of 2025", "https://example.org/pay"],
        "note": "Much better.",
        "source": {"document": None, "place": "page 3"},
        "change": {"how": "up", "levels": 2, "was": "emerging", "since": "2024", "assessment": "pay/hr-2024"},
    }
    listed = run(folder, "list", "assessments", "--format", "json").json["assessments"]
    assert [each for each in listed if each["framework"] == "factors"] == found["assessments"]
    assert run(folder, "show", "hr-2025", "--format", "json").json["assessment"] == found["assessments"][1]


def test_as_csv(folder: Path) -> None:
    lines = run(folder, "assessments", "--about", "Personnel", "--format", "csv").out.splitlines()
    assert lines[0].startswith("framework,section,ref,title,depth,state,level,level_title,score,answer,evidence,note,")
    assert lines[1].endswith(
        ",rated,emerging,Emerging,1,,Staff survey of 2024,,,first,,,organisation,HR,2024,HR,pay/hr-2024"
    )
    assert [line.split(",")[5] for line in lines[1:]] == [
        "rated",
        "rated",
        "not-rated",
        "rated",
        "not-applicable",
        "nothing-said",
    ]


def test_a_page_as_wide_as_it_is(folder: Path) -> None:
    wide = plain_terminal("assessments", "factors", columns=140, cwd=folder)
    assert max(map(len, wide.lines)) <= 140
    assert "    NOV 2025       CHANGE" in wide.out
    assert "\x1b" not in call("assessments", cwd=folder).out


def test_the_status_date_decides_what_counts(folder: Path) -> None:
    assert "After the status date, and so not counted: ops-2027 of 2027." in run(folder, "assessments", "factors").out
    later = run(folder, "assessments", "factors", "--about", "Ops", "--as-of", "2027-06-01").out
    assert "not counted" not in later
    assert "up 2 levels since Nov 2025" in later
    earlier = run(folder, "assessments", "factors", "--as-of", "2023-01-01").out
    assert "Nobody has assessed it yet: nothing is said of its 4 sections." in earlier


@pytest.mark.parametrize(
    "asked", [("factors", "--about", "policies#leave"), ("--plan", "none"), ("factors", "--plan", "none")]
)
def test_what_is_asked_for_has_no_assessment_though_others_have(asked: tuple[str, ...], tmp_path: Path) -> None:
    root = tree(tmp_path, FILES | {"none/plan.yaml": "genderplan: 1\ntitle: None\nstatus_date: 2026-03-01\n"}).parent
    assert run(root, "assessments", *asked).lines[-1] == "No assessment is of what was asked for."


def test_an_assessment_that_cannot_be_read_is_not_one_that_nobody_made(tmp_path: Path) -> None:
    broken = {"pay/assessments/hr-2024.yaml": "ratings: [", "frameworks/questions.yaml": "title: ["}
    whole = {name: text for name, text in FILES.items() if "assessments" not in name}
    files = whole | broken | {"none/plan.yaml": "genderplan: 1\ntitle: None\nstatus_date: 2026-03-01\n"}
    root = tree(tmp_path, files).parent
    for asked in ((), ("factors",), ("factors", "--plan", "pay")):
        assert call("assessments", *asked, cwd=root).lines[-1] == "No assessment could be read."
    assert call("assessments", "--plan", "none", cwd=root).lines[-1] == "No assessment is of what was asked for."
    assert (
        "'questions' could not be read: 'genderplan validate' tells why" in call("coverage", "questions", cwd=root).err
    )


def test_what_is_assessed_names_its_assessments(folder: Path) -> None:
    """F3-31: a policy tells what was found of it, as it tells which entries it answers."""
    (folder / "plans/pay/assessments/whole.yaml").write_text("title: Whole\nframework: factors\nratings: []\n")
    for name, assessment, title in (("pay", "pay/whole", "Whole"), ("policies#dress", "pay/dress", "questions")):
        [link] = json.loads(run(folder, "show", name, "--format", "json").out)["links"]
        assert link == {"role": "assessed in", "id": assessment, "title": title, "extent": None}
    assert "subject of pay/hr-2024: HR looks at itself" in run(folder, "show", "HR").out


def test_nobody_has_assessed(tmp_path: Path) -> None:
    """F4-05"""
    root = tree(tmp_path, {name: text for name, text in FILES.items() if "assessments" not in name}).parent
    assert run(root, "assessments").out.splitlines()[3] == (
        "No plan has an assessment: its files stand in the assessments/ of a plan."
    )
    told = run(root, "assessments", "factors").out
    assert "Nobody has assessed it yet: nothing is said of its 4 sections." in told
    assert call("assessments", "fctors", cwd=root).err == (
        "genderplan: unknown framework 'fctors' (did you mean 'factors'?)\n"
    )


def test_a_self_assessment_beside_the_plan(tmp_path: Path) -> None:
    """F3-38: the Standard that comes with the program, assessed beside the plan."""
    root = tree(tmp_path, FILES).parent
    run(root, "framework", "add", "eslg-2001")
    (root / "plans/pay/assessments/self.yaml").write_text(
        "framework: eslg-2001\nby: HR\ndate: 2008\nratings: [{section: leadership, level: level-2, evidence: Minutes}]\n",
        encoding="utf-8",
    )
    assert call("validate", "--strict", cwd=root).code == 0
    told = run(root, "assessments", "eslg-2001").out
    assert "Assessment and consultation (2)" in told
    assert "nothing said of 3; 1 for the first time." in told


def test_units_side_by_side_in_as_many_tables_as_they_need(tmp_path: Path) -> None:
    """F2-23"""
    units = "".join(f"U{number:02}: {{name: Operational command unit {number}}}\n" for number in range(1, 13))
    files = {
        f"pay/assessments/a{number}.yaml": (
            f"framework: factors\ndate: 2025-01\nabout: U{number:02}\nratings: [{{section: pay, level: achieving}}]\n"
        )
        for number in range(1, 13)
    }
    base = {name: text for name, text in FILES.items() if "assessments" not in name}
    root = tree(tmp_path, base | files | {"organisations.yaml": FILES["organisations.yaml"] + units}).parent
    result = plain_terminal("assessments", "factors", "--by", "about", cwd=root)
    assert max(map(len, result.lines)) <= 80
    assert result.out.count("Leadership") == 3
    assert "12 assessments of 12 subjects" in result.out
    assert "COLUMNS (12)" in result.out


def test_filters_of_lists(folder: Path) -> None:
    def ids(*arguments: str) -> list[str]:
        found = run(folder, "list", "assessments", *arguments, "--format", "json").json
        return [each["assessment"] for each in found["assessments"]]

    assert ids("--tag", "audit") == ["hr-2025"]
    assert ids("--search", "STAFF SURVEY") == ["hr-2024", "hr-2025"]
    assert ids("--search", "policies#leave") == ["leave-policy"]
    assert ids("--lead", "HR") == []
    assert ids("--sort", "-date", "--limit", "2") == ["ops-2027", "hr-2025"]


@pytest.mark.parametrize("name", ["hr-2025", "pay/hr-2025", "assessment:hr-2025", "assessment:pay/hr-2025"])
def test_names_of_an_assessment(name: str, folder: Path) -> None:
    assert run(folder, "show", name, "--format", "json").json["assessment"]["id"] == "pay/hr-2025"


def test_what_has_no_dates_to_change(folder: Path) -> None:
    assert "is an assessment, not an entry" in call("history", "hr-2025", cwd=folder).err
    assert call("move", "hr-2025", "--to", "2026", "--reason", "R", cwd=folder).code == 2
    assert call("list", "--answers", "assessment:hr-2025", cwd=folder).code == 2
    assert "did you mean 'hr-2025'" in call("show", "assessment:hr-2026", cwd=folder).err


def test_where_things_are_named(folder: Path) -> None:
    def named(name: str) -> list[tuple[str, str, str]]:
        found = run(folder, "show", name, "--format", "json").json["named"]
        return [(each["role"], each["id"], each["title"]) for each in found]

    assert named("HR") == [
        ("assessor", "pay/hr-2024", "HR looks at itself"),
        ("subject", "pay/hr-2024", "HR looks at itself"),
        ("subject", "pay/hr-2025", "HR is looked at"),
    ]
    assert named("factors/pay") == [
        ("rated Excellent (3) in", "pay/hr-2025", "Human Resources, Nov 2025"),
        ("rated Emerging (1) in", "pay/ops-2025", "Operations, Nov 2025"),
    ]
    assert named("questions/use") == [("not rated in", "pay/leave-policy", "Leave policy")]
    assert named("questions/impact")[1] == ("answered in", "pay/leave-policy", "No (Leave policy)")
    assert named("framework:questions")[0] == ("assessed in", "pay/dress", "Dress code, 1 Jun 2025")


def test_an_acceptance_of_what_is_found_of_an_assessment(folder: Path) -> None:
    plan = folder / "plans/pay/plan.yaml"
    accepting = "accept: [{code: GP620, where: hr-2025, reason: The paper names none}]\n"
    plan.write_text(FILES["pay/plan.yaml"] + accepting, encoding="utf-8")
    found = run(folder, "validate", "--format", "json").json
    assert [each["entry"] for each in found["accepted"]] == ["pay/hr-2025"]
    assert [each["entry"] for each in found["findings"]] == ["pay/ops-2027"]
    told = run(folder, "validate", "--tag", "audit", "--format", "json").json
    assert told["findings"] == []


def test_completion(folder: Path) -> None:
    assert list(fish("assessments", "fa", cwd=folder)) == ["factors"]
    assert list(fish("show", "hr-", cwd=folder)) == ["hr-2024", "hr-2025"]
    assert list(fish("assessments", "--by", "", cwd=folder)) == ["date", "about"]
    assert fish("assessments", "--about", "", cwd=folder) == {
        "policies#dress": "assessed by questions",
        "HR": "assessed by factors",
        "policies#leave": "assessed by questions",
        "Ops": "assessed by factors",
    }
    assert list(fish("assessments", "--about", "h", cwd=folder)) == ["hr"]
    (folder / "plans/pay/assessments/whole.yaml").write_text("framework: factors\nratings: []\n")
    (folder / "plans/pay/assessments/evil.yaml").write_text('framework: factors\nabout: "$(ls)"\n')
    assert list(fish("assessments", "--about", "p", cwd=folder)) == ["policies#dress", "policies#leave", "pay"]


def test_texts_of_files_steer_nothing(tmp_path: Path) -> None:
    evil = 'framework: factors\ndate: 2025\nratings:\n  - {section: pay, level: emerging, evidence: "\\e[31m<b>=1+1"}\n'
    root = tree(tmp_path, FILES | {"pay/assessments/evil.yaml": evil}).parent
    for format_ in ("text", "markdown", "html", "csv", "json"):
        out = call("assessments", "factors", "--format", format_, cwd=root).out
        assert "\x1b" not in out
        assert "<b>" not in out or format_ in {"text", "csv", "json"}


# what the papers of 2007 and 2008 name: their frameworks as they are shipped, assessed by an invented plan


def shipped(tmp_path: Path, framework: str, **assessments: str) -> Path:
    """A tree with a framework of this repository, and assessments by their ids."""
    text = (REPOSITORY / "plans" / "frameworks" / f"{framework}.yaml").read_text(encoding="utf-8")
    own = {f"pay/assessments/{name}.yaml": f"framework: {framework}\n{text}" for name, text in assessments.items()}
    base = {name: text for name, text in FILES.items() if "assessments" not in name}
    return tree(tmp_path, base | own | {f"frameworks/{framework}.yaml": text}).parent


def test_success_factors_on_three_levels_over_time_and_by_area(tmp_path: Path) -> None:
    """F4-05, F4-06, F4-07, F4-23: three areas, each with its factor; Leadership is none of them."""
    root = shipped(
        tmp_path,
        "success-factors",
        before="date: 2008-06\nratings:\n  - {section: employment-factor, level: not-rated}\n"
        "  - {section: service-delivery-factor, level: emerging, evidence: Report 8}\n",
        after="date: 2009-06\nratings:\n  - {section: employment-factor, level: emerging, evidence: Report 9}\n"
        "  - {section: service-delivery-factor, level: excellent}\n"
        "  - {section: community-engagement-factor, level: not-rated}\n",
    )
    assert call("validate", cwd=root).code == 0
    found = run(root, "assessments", "success-factors", "--format", "json").json
    assert [each["id"] for each in found["frameworks"][0]["levels"]] == ["emerging", "achieving", "excellent"]
    newest = found["assessments"][-1]
    assert [(each["section"], each["change"] and each["change"]["how"]) for each in newest["ratings"]] == [
        ("employment-factor", "not-rated-before"),
        ("service-delivery-factor", "up"),
        ("community-engagement-factor", None),
    ]
    assert [(each["section"], each["counts"]["not_rated"]) for each in newest["areas"]] == [
        ("employment", 0),
        ("service-delivery", 0),
        ("community-engagement", 1),
    ]
    told = run(root, "assessments", "success-factors").out
    assert "Community Engagement  1 not rated, nothing said of 8" in told
    assert "Report 9" in told
    assert "no evidence" in told
    assert run(root, "validate", "--notes").out.count("GP620") == 1


def test_units_against_the_standard(tmp_path: Path) -> None:
    """F2-23, F3-38: no paper states a level of the Standard, so that what is said of each unit is said in words."""
    root = shipped(
        tmp_path,
        "equality-standard",
        hr="about: HR\nby: HR\ndate: 2008\nratings: [{section: leadership, level: not-rated}]\n",
        ops="about: Ops\ndate: 2008\nratings: [{section: employment, level: not-applicable}]\n",
    )
    assert call("validate", "--strict", cwd=root).code == 0
    told = run(root, "assessments", "equality-standard", "--by", "about").out
    assert "  SECTION               HUMAN RESOURCES  OPERATIONS\n" in told
    assert "  Leadership            not rated        nothing said\n" in told
    assert "  Employment            nothing said     not applicable\n" in told
    (root / "plans/pay/assessments/no.yaml").write_text(
        "framework: equality-standard\nratings: [{section: leadership, level: level-2}]\n", encoding="utf-8"
    )
    assert "GP240 equality-standard has no levels" in call("validate", cwd=root).out


def test_the_questions_of_monitoring_answered_policy_by_policy(tmp_path: Path) -> None:
    """F3-31"""
    root = shipped(
        tmp_path,
        "policy-monitoring",
        dress="about: policies#dress\nratings: [{section: groups-affected, answer: 'Yes, women'}]\n",
        leave="about: policies#leave\nratings: [{section: groups-affected, answer: 'No'}]\n",
    )
    assert call("validate", "--strict", "--notes", cwd=root).out.startswith("0 errors, 0 warnings, 0 notes")
    told = run(root, "assessments", "policy-monitoring", "--by", "about").out
    assert "DRESS CODE    LEAVE POLICY" in told
    assert "Yes, women    No" in told
    assert "Legislative compliance" in told
