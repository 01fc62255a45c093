"""Frameworks through the command: coverage, gaps, list, show, filters, slippage, and those that come with the program."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from cli_runner import Result, call, plain_terminal
from genderplan.loading.profiles import load_profiles, profile_data, profile_ids
from genderplan.schemas.files import schema_of
from schemas.editor import is_refused, read_as_an_editor
from support import tree
from texts import TextExtension

PLAN = """\
genderplan: 1
title: Equal pay
status_date: 2025-01-15
follows: standard
objectives: [{id: data, title: Pay data, supports: {section: standard/pay, extent: part}}]
"""
STANDARD = """\
genderplan: 1
title: Equality standard
kind: standard
edition: "2021"
sections:
  - id: leadership
    ref: "1"
    title: Leadership
    sections:
      - {id: roles, ref: "1.1", title: Role models, importance: mandatory}
      - {id: words, ref: "1.2", title: Words, supported_by: goals/fair}
  - {id: pay, ref: "2", title: Pay, importance: recommended}
  - {id: noise, ref: "3", title: Noise, supported_by: [{section: goals/fair, extent: none}, strategies/quiet]}
  - {id: air, ref: "4", title: Air, supported_by: {section: goals/free, extent: none}}
"""
GOALS = (
    "genderplan: 1\ntitle: Goals\nkind: goals\nsections: [{id: fair, title: Fair work}, {id: free, title: Free time}]\n"
)
QUIET = "genderplan: 1\ntitle: Strategies\nkind: strategies\nsections: [{id: quiet, title: A quieter city}]\n"
FILES = {
    "organisations.yaml": "HR: {name: Human Resources, tags: [business-area]}\nOps: {tags: [business-area]}\n",
    "pay/plan.yaml": PLAN,
    "frameworks/standard.yaml": STANDARD,
    "frameworks/goals.yaml": GOALS,
    "frameworks/strategies.yaml": QUIET,
    "pay/actions/gap.yaml": "title: Publish the gap\nlead: HR\ndue: 2025-06\nobjective: data\n",
    "pay/actions/panels.yaml": (
        "title: Train panels\nlead: HR\ndue: 2025-03\nsupports: [standard/roles, {section: goals/fair, extent: part}]\n"
        "drivers: [standard/noise, {text: The board asked}]\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tree(tmp_path, FILES).parent


def run(folder: Path, *arguments: str) -> Result:
    result = call(*arguments, cwd=folder)
    assert (result.code, result.err) == (0, "")
    return result


COVERAGE = {
    "whole": ("coverage",),
    "by-goals": ("coverage", "standard", "--by", "goals"),
    "by-lead-gaps": ("coverage", "standard", "--by", "lead", "--gaps"),
    "gaps": ("gaps",),
    "returns": ("gaps", "--returns"),
    "profiles": ("framework", "list"),
    "profile": ("framework", "show", "horizon-europe-gep"),
    "section": ("show", "standard/noise"),
    "framework": ("show", "framework:standard"),
}


@pytest.mark.parametrize("name", COVERAGE)
def test_on_a_terminal_of_80(name: str, folder: Path, snapshot: SnapshotAssertion) -> None:
    result = plain_terminal(*COVERAGE[name], cwd=folder)
    assert result.code == 0
    assert max(map(len, result.lines)) <= 80
    assert result.out == snapshot(extension_class=TextExtension)


@pytest.mark.parametrize("name", COVERAGE)
def test_in_markdown(name: str, folder: Path, snapshot: SnapshotAssertion) -> None:
    assert run(folder, *COVERAGE[name], "--format", "markdown").out == snapshot(extension_class=TextExtension)


@pytest.mark.parametrize("name", COVERAGE)
def test_in_html(name: str, folder: Path) -> None:
    assert run(folder, *COVERAGE[name], "--format", "html").out.startswith("<!DOCTYPE html>")


def test_signs_in_ascii(folder: Path) -> None:
    result = call("coverage", "standard", "--by", "goals", cwd=folder, encoding="ascii")
    assert result.code == 0
    assert "x in full, (x) in part, - said not to" in result.out


def test_coverage_in_json(folder: Path) -> None:
    found = run(folder, "coverage", "standard", "--format", "json").json
    assert list(found) == ["format", "version", "plans", "by", "frameworks", "columns", "rows", "gaps", "idle"]
    assert found["format"] == "genderplan/coverage"
    row = found["rows"][1]
    assert list(row)[:7] == ["section", "title", "depth", "importance", "cells", "extent", "entries"]
    assert row["cells"] == [{"column": "pay", "extent": "full", "entries": ["pay/panels"]}]
    assert found["gaps"] == {
        "nothing": ["standard/air"],
        "part": ["standard/pay"],
        "strategies": ["standard/noise"],
    }


def test_many_columns_stand_in_several_tables(tmp_path: Path) -> None:
    units = "".join(f"U{number}: {{name: Unit {number}}}\n" for number in range(30))
    entries = {
        f"pay/actions/a{number}.yaml": f"title: A\nlead: U{number}\nsupports: standard/roles\n" for number in range(30)
    }
    root = tree(tmp_path, FILES | {"organisations.yaml": FILES["organisations.yaml"] + units} | entries).parent
    result = plain_terminal("coverage", "standard", "--by", "lead", cwd=root)
    assert max(map(len, result.lines)) <= 80
    assert result.out.count("  SECTION  ") == 3


# lists, filters, one thing


def test_entries_of_several_plans_with_one_id_are_told_apart(tmp_path: Path) -> None:
    other = "genderplan: 1\ntitle: Careers\nstatus_date: 2025-01-15\n"
    action = "title: A\nsupports: standard/roles\n"
    files = FILES | {
        "careers/plan.yaml": other,
        "careers/actions/panels.yaml": action,
        "careers/actions/b.yaml": action,
    }
    folder = tree(tmp_path, files).parent
    assert "careers/b, careers/panels, pay/panels" in run(folder, "coverage", "standard").out
    assert "<br>b, panels |" in run(folder, "coverage", "standard", "--plan", "careers", "--format", "markdown").out


def test_lists(folder: Path) -> None:
    frameworks = run(folder, "list", "frameworks", "--format", "json").json["frameworks"]
    assert [(each["id"], each["sections"], each["followed_by"]) for each in frameworks] == [
        ("goals", 2, []),
        ("standard", 6, ["pay"]),
        ("strategies", 1, []),
    ]
    sections = run(folder, "list", "sections", "--format", "json").json["sections"]
    assert [(each["id"], each["entries"]) for each in sections if each["entries"]] == [
        ("goals/fair", 1),
        ("standard/roles", 1),
        ("standard/pay", 1),
    ]
    only = run(folder, "list", "sections", "--objective", "data", "--format", "csv").out
    assert [line.split(",")[2] for line in only.splitlines()[1:]] == ["standard/pay"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("standard", ["pay/gap", "pay/panels"]),
        ("standard/pay", ["pay/gap"]),
        ("standard/roles", ["pay/panels"]),
        ("standard/leadership", []),
        ("goals/fair", ["pay/panels"]),
    ],
)
def test_entries_that_support_a_section(wanted: str, ids: list[str], folder: Path) -> None:
    found = run(folder, "list", "--supports", wanted, "--format", "json").json
    assert [each["id"] for each in found["entries"]] == ids


def test_a_section_that_there_is_not(folder: Path) -> None:
    result = call("list", "--supports", "standard/rols", cwd=folder)
    assert (result.code, "did you mean 'standard/roles'" in result.err) == (2, True)


def test_a_section_from_either_end(folder: Path) -> None:
    found = run(folder, "show", "goals/fair", "--format", "json").json
    assert [(each["role"], each["id"]) for each in found["named"]] == [
        ("supported in part by", "pay/panels"),
        ("supports", "standard/words"),
        ("does not support", "standard/noise"),
    ]
    noise = run(folder, "show", "framework:standard/noise", "--format", "json").json
    assert [(each["role"], each["id"]) for each in noise["named"]] == [
        ("not supported by", "goals/fair"),
        ("supported by", "strategies/quiet"),
        ("driver of", "pay/panels"),
    ]
    entry = run(folder, "show", "gap", "--format", "json").json
    assert entry["inherited"] == [{"section": "standard/pay", "text": None, "extent": "part"}]


@pytest.mark.parametrize("command", ["history", "impact"])
def test_a_section_has_no_dates(command: str, folder: Path) -> None:
    assert call(command, "standard/pay", cwd=folder).code == 2
    assert "neither an entry" in call("move", "standard/pay", "--to", "2026", "--reason", "R", cwd=folder).err


def test_a_search_finds_what_is_supported(folder: Path) -> None:
    for words in ("standard/roles", "the board asked"):
        found = run(folder, "list", "--search", words, "--format", "json").json
        assert [each["id"] for each in found["entries"]] == ["pay/panels"]


def test_support_is_a_promise(folder: Path) -> None:
    run(folder, "baseline", "save", "board-1")
    panels = folder / "plans/pay/actions/panels.yaml"
    panels.write_text(
        FILES["pay/actions/panels.yaml"]
        .replace("[standard/roles, ", "[")
        .replace("part", "full")
        .replace("asked", "wishes"),
        encoding="utf-8",
    )
    plan = folder / "plans/pay/plan.yaml"
    plan.write_text(PLAN.replace("part", "full"), encoding="utf-8")
    found = run(folder, "slippage", "--format", "json").json["comparisons"][0]
    removed = [(each["of"], each["section"], each["extent"]) for each in found["removed"]["supports"]]
    assert removed == [
        ("panels", "standard/roles", "full"),
        ("panels", "goals/fair", "part"),
        ("data", "standard/pay", "part"),
    ]
    added = [(each["of"], each["section"], each["extent"]) for each in found["added"]["supports"]]
    assert added == [("panels", "goals/fair", "full"), ("data", "standard/pay", "full")]
    assert found["added"]["drivers"] == [{"entry": "panels", "driver": "The board wishes"}]
    assert "REMOVED SUPPORT (3)" in run(folder, "slippage").out
    assert "Removed support (3)" in run(folder, "slippage", "--format", "markdown").out


# those that come with the program


@pytest.mark.parametrize("name", profile_ids())
def test_a_profile_is_valid_and_says_where_it_is_from(name: str, folder: Path) -> None:
    profile = next(each for each in load_profiles() if each.id == name)
    assert profile.edition
    assert profile.copyright
    assert profile.address
    assert profile.sources
    assert not is_refused("framework", read_as_an_editor(profile_data(name)))
    assert schema_of("framework")
    added = call("framework", "add", name, cwd=folder)
    assert (added.code, added.out, added.err) == (0, f"plans/frameworks/{name}.yaml\n", "")
    assert call("validate", "--strict", cwd=folder).code == 0
    again = call("framework", "add", name, cwd=folder)
    assert again.code == 2
    assert "is there" in again.err


def test_the_profiles() -> None:
    assert profile_ids() == (
        "eflg-2009",
        "eslg-2001",
        "horizon-europe-gep",
        "psed-england",
        "sdg-5",
        "uk-equality-action-plan",
    )
    importance = {
        each.id: [section.importance for section in each.sections if section.importance] for each in load_profiles()
    }
    assert importance["horizon-europe-gep"] == ["mandatory"] * 4 + ["recommended"] * 5
    assert len(importance["uk-equality-action-plan"]) == 18


def test_the_rule_of_two(folder: Path) -> None:
    """One action that is on both counts once; a second one meets the rule."""
    run(folder, "framework", "add", "uk-equality-action-plan")
    plan = folder / "plans/pay/plan.yaml"
    plan.write_text(PLAN.replace("follows: standard", "follows: uk-equality-action-plan"), encoding="utf-8")
    action = folder / "plans/pay/actions/adverts.yaml"
    action.write_text("title: Adverts\nsupports: uk-equality-action-plan/action-6\n", encoding="utf-8")
    assert call("check", cwd=folder).out.count("GP407") == 2
    (folder / "plans/pay/actions/training.yaml").write_text(
        "title: Training\nsupports: uk-equality-action-plan/action-16\n", encoding="utf-8"
    )
    assert "GP407" not in call("check", cwd=folder).out


def test_an_unknown_profile(folder: Path) -> None:
    result = call("framework", "show", "horizon-europe", cwd=folder)
    assert (result.code, "did you mean 'horizon-europe-gep'" in result.err) == (2, True)
    assert call("framework", "add", "x/../y", cwd=folder).code == 2


def test_without_a_tree(tmp_path: Path) -> None:
    assert "Horizon Europe" in run(tmp_path, "framework", "list").out


def test_the_days_of_returns(folder: Path) -> None:
    assert call("gaps", "--since", "2024", cwd=folder).err == "genderplan: --since goes with --returns\n"
    assert run(folder, "gaps", "--returns", "--since", "2024", "--format", "json").json["since"] == "2024"


# what the papers have


FACTORS = """\
genderplan: 1
title: Critical success factors
kind: factors
sections:
  - id: employment
    title: Employment
    sections:
      - {id: factor, ref: "1", title: No significant disparity}
      - id: outcomes
        ref: "2"
        title: Key outcomes
        sections:
          - {id: investigations, title: evidence-led internal investigations, kind: outcome}
          - {id: investigations-2, title: evidence-led internal investigations, kind: outcome}
      - {id: engagement, ref: "3", title: Stakeholder engagement, kind: engagement}
"""
AREAS = """\
genderplan: 1
title: Areas
kind: standard
sections:
  - {id: leadership, title: Leadership}
  - {id: employment, title: Employment, supported_by: factors/employment, published: 2002-09}
  - {id: culture, title: Culture, consultation: 2003-06}
  - {id: age, title: Age, state: ongoing work to develop}
"""


def own(tmp_path: Path) -> Path:
    files = {"frameworks/factors.yaml": FACTORS, "frameworks/areas.yaml": AREAS}
    return tree(tmp_path, {"p/plan.yaml": "genderplan: 1\ntitle: P\n"} | files).parent


def test_sections_have_a_publication_state_and_date(tmp_path: Path) -> None:
    """F1-07"""
    found = run(own(tmp_path), "list", "sections", "--format", "json").json["sections"]
    states = {each["id"]: (each["published"], each["consultation"], each["state"]) for each in found}
    assert states["areas/employment"] == ("2002-09", None, None)
    assert states["areas/culture"] == (None, "2003-06", None)
    assert states["areas/age"] == (None, None, "ongoing work to develop")


def test_dates_of_publications_and_duties_read_as_all_others_do(tmp_path: Path) -> None:
    plan = (
        "genderplan: 1\ntitle: P\nfollows: [areas]\nduties: [{section: areas/age, from: 2007-04}]\npublications:\n"
        "  - {id: scheme, title: The scheme, date: 2006-12-04}\n  - {id: review, title: Review, expected: 2008-Q1}\n"
    )
    folder = tree(tmp_path, {"p/plan.yaml": plan, "frameworks/areas.yaml": AREAS}).parent
    shown = run(folder, "show", "plan:p")
    assert shown.code == 0, shown.err
    for words in ("The scheme (4 Dec 2006)", "Review (expected Q1 2008)", "areas/age from Apr 2007"):
        assert words in shown.out


def test_outcomes_stand_as_written_and_repeats_too(tmp_path: Path) -> None:
    """F4-03, F4-04"""
    found = run(own(tmp_path), "show", "factors", "--format", "json").json["sections"]
    assert [each["title"] for each in found if each["kind"] == "outcome"] == [
        "evidence-led internal investigations"
    ] * 2
    assert [(each["section"], each["parent"]) for each in found if each["kind"] == "engagement"] == [
        ("engagement", "employment")
    ]


def test_an_area_without_a_factor_is_empty(tmp_path: Path) -> None:
    """F4-23"""
    found = run(own(tmp_path), "coverage", "areas", "--by", "factors", "--format", "json").json
    assert {row["section"]: row["extent"] for row in found["rows"]}["areas/leadership"] is None
    assert "areas/leadership" in found["gaps"]["nothing"]
    assert "areas/employment" not in found["gaps"]["nothing"]


def test_drivers_are_sections_of_an_outside_scheme_or_words(folder: Path) -> None:
    """F2-16, F3-35"""
    entry = run(folder, "show", "panels", "--format", "json").json["entry"]
    assert entry["drivers"] == [
        {"section": "standard/noise", "text": None},
        {"section": None, "text": "The board asked"},
    ]
