"""`gaps`: what plans lack, kind by kind, and who has sent no update. F2-15: issues of a consultation without an answer."""

from collections.abc import Mapping

import pytest

from genderplan.dates.forms import parse_date
from genderplan.plan.plans import Tree
from genderplan.reports.gaps.kinds import GAPS
from genderplan.reports.gaps.result import gaps
from trees import judged, selected, tree_of

ORGANISATIONS = """\
HR: {name: Human Resources, tags: [business-area]}
Pay: {name: Pay team, part_of: HR}
Ops: {name: Operations, tags: [Business-Area]}
Law: {name: Law}
"""
PLAN = """\
genderplan: 1
title: Pay plan
follows: standard
objectives:
  - {id: data, title: Data}
  - {id: empty, title: Empty}
"""
ISSUES = """\
genderplan: 1
title: Issues
kind: consultation
sections:
  - id: heading
    title: Heading
    sections: [{id: asked, title: Asked}, {id: answered, title: Answered}]
"""
STANDARD = """\
genderplan: 1
title: Standard
sections:
  - {id: leadership, title: Leadership}
  - {id: pay, title: Pay, supported_by: issues}
  - {id: none, title: None, supported_by: {section: issues, extent: none}}
"""
WHOLE = "title: Whole\nlead: Pay\ndue: 2025-06\nobjective: data\nsupports: [standard/leadership, issues/answered]\n"
UPDATED = WHOLE + "updates: [{date: 2025-01-10, text: Done}]\n"


def written(entries: Mapping[str, str], frameworks: bool = True) -> Tree:
    shared = {"organisations.yaml": ORGANISATIONS, "pay/plan.yaml": PLAN}
    if frameworks:
        shared |= {"frameworks/issues.yaml": ISSUES, "frameworks/standard.yaml": STANDARD}
    return tree_of(shared | {f"pay/{name}.yaml": text for name, text in entries.items()})


def missing(tree: Tree, kind: str, returns: bool = False, since: str | None = None, **filters: list[str]) -> list[str]:
    report = gaps(
        tree, judged(tree), selected(tree, **filters), returns=returns, since=parse_date(since) if since else None
    )
    return [gap.id for each in report.kinds if each.kind == kind for gap in each.gaps]


@pytest.mark.parametrize(
    ("kind", "name", "text", "is_missing"),
    [
        ("lead", "actions/a", "due: 2025\n", True),
        ("lead", "actions/a", "lead: Law\n", False),
        ("lead", "actions/a", "milestones: [{id: m, title: M, lead: Law}]\n", False),
        ("lead", "actions/a", "milestones: [{id: m, title: M, lead: Law}, {id: n, title: N}]\n", True),
        ("lead", "projects/a", "partners: Law\n", False),
        ("lead", "projects/a", "due: 2025\n", True),
        ("date", "actions/a", "lead: Law\n", True),
        ("date", "actions/a", "end: 2025\n", False),
        ("date", "actions/a", "milestones: [{id: m, title: M}, {id: n, title: N, due: 2025}]\n", False),
        ("section", "actions/a", "due: 2025\n", True),
        ("section", "actions/a", "supports: issues\n", False),
        ("section", "actions/a", "supports: {text: a law}\n", True),
        ("section", "actions/a", "supports: {section: issues, extent: none}\n", True),
        ("activity", "actions/a", "due: 2025\n", True),
        ("activity", "actions/a", "updates: [{text: Begun}]\n", False),
        ("activity", "actions/a", "milestones: [{id: m, title: M}]\n", False),
    ],
)
def test_what_an_entry_lacks(kind: str, name: str, text: str, is_missing: bool) -> None:
    tree = written({name: f"title: A\n{text}"})
    assert missing(tree, kind) == (["pay/a"] if is_missing else [])
    assert missing(written({name: f"title: A\n{text}cancelled: {{reason: Cost}}\n"}), kind) == []


def test_no_section_is_missing_where_there_are_no_frameworks() -> None:
    assert missing(written({"actions/a": "title: A\n"}, frameworks=False), "section") == []


def test_objectives_sections_issues_and_areas_with_nothing() -> None:
    tree = written({"actions/a": WHOLE})
    assert missing(tree, "objective") == ["pay/empty"]
    assert missing(tree, "support") == ["standard/none"]
    assert missing(tree, "answer") == ["issues/asked"]
    assert missing(tree, "area") == ["Ops"]


def test_a_partner_takes_part_and_an_input_does_not() -> None:
    assert missing(written({"projects/a": "title: A\npartners: Ops\n"}), "area") == ["HR"]
    assert missing(written({"projects/a": "title: A\ninputs: Ops\n"}), "area") == ["HR", "Ops"]


def test_each_gap_has_its_place() -> None:
    tree = written({"actions/a": "# first\n" + WHOLE})
    report = gaps(tree, judged(tree), selected(tree))
    places = {each.kind: [(gap.file, gap.line) for gap in each.gaps] for each in report.kinds}
    assert places == {
        "lead": [],
        "date": [],
        "section": [],
        "activity": [("pay/actions/a.yaml", 2)],
        "objective": [("pay/plan.yaml", 6)],
        "support": [("frameworks/standard.yaml", 6)],
        "answer": [("frameworks/issues.yaml", 7)],
        "area": [("organisations.yaml", 3)],
    }


def test_filters_leave_what_is_of_whole_plans_out() -> None:
    tree = written({"actions/a": WHOLE, "actions/b": "title: B\nlead: Law\n"})
    report = gaps(tree, judged(tree), selected(tree, lead=["Law"]))
    assert [each.kind for each in report.kinds] == [name for name, kind in GAPS.items() if kind.is_of_entries]
    assert missing(tree, "activity", lead=["Law"]) == ["pay/b"]


@pytest.mark.parametrize(
    ("text", "since", "owing"),
    [
        (WHOLE, None, ["HR", "Pay"]),
        (UPDATED, None, []),
        (UPDATED, "2025-01", []),
        (UPDATED, "2025-01-11", ["HR", "Pay"]),
        (WHOLE + "updates: [{text: Done}]\n", None, []),
        (WHOLE + "updates: [{text: Done}]\n", "2024", ["HR", "Pay"]),
        (WHOLE + "updates: [{date: 2025-03, text: To come}]\n", None, ["HR", "Pay"]),
        (WHOLE + "completed: 2025-01\n", None, []),
    ],
)
def test_who_has_sent_no_update(text: str, since: str | None, owing: list[str]) -> None:
    assert missing(written({"actions/a": text}), "update", True, since) == owing


def test_a_return_names_its_entries() -> None:
    tree = written({"actions/a": WHOLE, "actions/b": WHOLE, "actions/c": UPDATED})
    [kind] = gaps(tree, judged(tree), selected(tree), returns=True).kinds
    assert [(gap.id, gap.entries) for gap in kind.gaps] == [("HR", ("pay/a", "pay/b")), ("Pay", ("pay/a", "pay/b"))]
