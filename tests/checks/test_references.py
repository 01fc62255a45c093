"""GP201 to GP203: objectives, milestones and sources that are not there."""

import pytest

from cases import for_each
from genderplan.checks import VALID
from genderplan.findings import Finding
from genderplan.plan.plans import Tree
from trees import PLAN, checked, found, pay, tree_of

POLICY = """\
objectives: [{id: data, title: Pay data}, {id: careers, title: Careers}]
sources: [{id: board-paper, title: Board paper 12}, {id: survey, title: Staff survey}]
"""
PUBLISH = """\
title: To publish the pay gap by grade
milestones:
  - {id: extract, title: Extract payroll by grade, due: 2025-03}
  - {id: report, title: Publish the report, due: 2025-06}
"""


def of(code: str, tree: Tree) -> list[Finding]:
    return [each for each in checked(tree, checks=VALID) if each.code == code]


@pytest.mark.parametrize(
    ("name", "hint"), [("dta", "did you mean 'data'?"), ("Data", "did you mean 'data'?"), ("training", None)]
)
def test_unknown_objective(name: str, hint: str | None) -> None:
    (finding,) = of("GP201", pay({"actions/a": f"title: A\nobjective: {name}\n"}, POLICY))
    assert finding[:4] == ("pay/actions/a.yaml", 2, 12, "GP201")
    assert finding.end_column == 12 + len(name)
    assert (finding.message, finding.entry, finding.hint) == (f"unknown objective '{name}'", "pay/a", hint)


def test_known_objectives_and_entries_under_none() -> None:
    tree = pay({"actions/a": "title: A\nobjective: careers\n", "projects/b": "title: B\n"}, POLICY)
    assert of("GP201", tree) == []


def test_the_objectives_of_a_baseline_are_its_own() -> None:
    head = "genderplan: 1\nplan: {objectives: [{id: old, title: Old}]}\nentries:\n"
    entries = (
        "  a: {kind: action, title: A, objective: old}\n  b:\n    kind: action\n    title: B\n    objective: data\n"
    )
    (finding,) = of("GP201", pay({"baselines/board-1": head + entries}, POLICY))
    assert (finding.file, finding.line, finding.column) == ("pay/baselines/board-1.yaml", 8, 16)
    assert finding.entry == "pay/b"


@for_each(
    ("written", "hint"),
    [
        ("report", "did you mean 'publish-gap#report'?"),
        ("publish-gap#reports", "did you mean 'publish-gap#report'?"),
        ("publish-gp#report", "did you mean 'publish-gap#report'?"),
        ("returns", "did you mean 'return'?"),
        ("publish-gap", "did you mean 'publish-gap#report'?"),
        ("careers/publish-gap#report", "dependencies stay within a plan"),
    ],
)
@for_each(
    ("form", "line", "column"),
    [
        ("depends_on: {}", 5, 17),
        ("depends_on: [return, {}]", 5, 26),
        ("depends_on:\n      - {}", 6, 9),
        ("depends_on: {{milestone: {}, lag: P1M}}", 5, 29),
        ("depends_on:\n      - lag: P1M\n        milestone: {}", 7, 20),
    ],
)
def test_unknown_milestone(written: str, hint: str | None, form: str, line: int, column: int) -> None:
    text = "title: A\nmilestones:\n  - {id: return, title: Ask}\n  - {id: ask, title: Ask, due: 2025-09}\n"
    text = text.replace(
        "  - {id: ask, title: Ask, due: 2025-09}", "  - id: ask\n    title: Ask\n    " + form.format(written)
    )
    tree = pay({"actions/return-to-work": text, "actions/publish-gap": PUBLISH})
    (finding,) = of("GP202", tree)
    assert (finding.line, finding.column) == (line + 1, column)
    assert finding.message == f"unknown milestone '{written}'"
    assert (finding.entry, finding.hint) == ("pay/return-to-work#ask", hint)


def test_a_milestone_that_several_entries_have_is_not_guessed() -> None:
    files = {f"actions/{name}": PUBLISH for name in ("one", "two")}
    text = "title: A\nmilestones: [{id: ask, title: Ask, depends_on: report}]\n"
    (finding,) = of("GP202", pay(files | {"actions/three": text}))
    assert finding.hint in {"did you mean 'one#report'?", "did you mean 'two#report'?", None}


@pytest.mark.parametrize("written", ["extract", "publish-gap#extract", "pay/publish-gap#extract"])
def test_known_milestones(written: str) -> None:
    text = PUBLISH.replace("due: 2025-06", f"due: 2025-06, depends_on: {written}")
    assert of("GP202", pay({"actions/publish-gap": text})) == []


def test_a_milestone_does_not_depend_on_one_of_another_plan() -> None:
    text = "title: A\nmilestones: [{id: ask, title: Ask, depends_on: b/publish-gap#report}]\n"
    files = {
        "a/plan.yaml": PLAN,
        "b/plan.yaml": PLAN,
        "b/actions/publish-gap.yaml": PUBLISH,
        "a/actions/a.yaml": text,
    }
    (finding,) = of("GP202", tree_of(files))
    assert (finding.file, finding.hint) == ("a/actions/a.yaml", "dependencies stay within a plan")


@pytest.mark.parametrize("broken", ["title: [\n", "titel: A\n", "", "title: A\nmilestones: [{id: extract}]\n"])
def test_references_into_a_file_that_could_not_be_read_are_not_reported(broken: str) -> None:
    text = "title: A\nlead: HR\nmilestones: [{id: ask, title: Ask, due: 2025-04, depends_on: publish-gap#report}]\n"
    tree = pay({"actions/a": text, "actions/deep/publish-gap": broken})
    assert {each.file for each in tree.findings} == {"pay/actions/deep/publish-gap.yaml"}
    assert checked(tree) == ()


def test_references_into_the_second_of_an_id_are_judged_by_the_first() -> None:
    text = "title: A\nmilestones: [{id: ask, title: Ask, depends_on: twice#only-there}]\n"
    twice = "title: B\nmilestones: [{id: only-there, title: C}]\n"
    tree = pay({"actions/a": text, "actions/twice": PUBLISH, "projects/twice": twice})
    assert found(tree.findings) == [("GP109", "pay/projects/twice.yaml", 1, 1)]
    assert [each.message for each in of("GP202", tree)] == ["unknown milestone 'twice#only-there'"]


def test_milestones_of_a_baseline_are_looked_for_in_it() -> None:
    baseline = """\
genderplan: 1
entries:
  publish-gap:
    kind: action
    title: A
    milestones:
      - {id: report, title: B, depends_on: [old#extract, publish-gap#new]}
  old: {kind: action, title: C, milestones: [{id: extract, title: D}]}
"""
    tree = pay({"baselines/board-1": baseline, "actions/publish-gap": PUBLISH.replace("extract", "new")})
    (finding,) = of("GP202", tree)
    assert finding[:4] == ("pay/baselines/board-1.yaml", 7, 58, "GP202")
    assert (finding.message, finding.entry) == (
        "unknown milestone 'publish-gap#new'",
        "pay/publish-gap#report",
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "owner"),
    [
        ("title: A\nsource: {document: board-papers}\n", 2, 20, "pay/a"),
        ("title: A\nsource:\n  place: Row 1\n  document: board-papers\n", 4, 13, "pay/a"),
        ("title: A\nmilestones: [{id: b, title: B, source: {document: board-papers}}]\n", 2, 51, "pay/a#b"),
        ("title: A\nupdates: [{text: B, source: {document: board-papers}}]\n", 2, 40, "pay/a"),
    ],
)
def test_unknown_source(text: str, line: int, column: int, owner: str) -> None:
    (finding,) = of("GP203", pay({"actions/a": text}, POLICY))
    assert (finding.line, finding.column, finding.end_column) == (line, column, column + 12)
    assert (finding.message, finding.entry) == ("unknown source 'board-papers'", owner)
    assert finding.hint == "did you mean 'board-paper'?"


def test_unknown_source_in_a_baseline() -> None:
    baseline = "genderplan: 1\nentries:\n  a:\n    kind: action\n    title: A\n    source: {document: paper}\n"
    (finding,) = of("GP203", pay({"baselines/board-1": baseline}, POLICY))
    assert finding[:4] == ("pay/baselines/board-1.yaml", 6, 24, "GP203")


def test_known_sources_and_a_place_alone() -> None:
    text = "title: A\nsource: {document: survey}\nupdates: [{text: B, source: {place: Row 1}}]\n"
    assert of("GP203", pay({"actions/a": text}, POLICY)) == []
