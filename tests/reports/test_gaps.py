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
        ("cost", "actions/a", "due: 2025\n", True),
        ("cost", "actions/a", "cost: unquantified\n", False),
        ("activity", "actions/a", "due: 2025\n", True),
        ("activity", "actions/a", "updates: [{text: Begun}]\n", False),
        ("activity", "actions/a", "completed: 2025-01\n", False),
        ("activity", "actions/a", "due: 2025-01\nevery: 1 year\n", False),
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
        "success": [("pay/actions/a.yaml", 2)],
        "section": [],
        "cost": [("pay/actions/a.yaml", 2)],
        "activity": [("pay/actions/a.yaml", 2)],
        "pointer": [],
        "shared": [],
        "objective": [("pay/plan.yaml", 6)],
        "support": [("frameworks/standard.yaml", 6)],
        "answer": [("frameworks/issues.yaml", 7)],
        "value": [],
        "target": [],
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


def test_entries_without_a_success_measure() -> None:
    entries = {"actions/a": WHOLE, "actions/b": WHOLE + "success: Fewer complaints\n"}
    assert missing(written(entries), "success") == ["pay/a"]


def test_an_entry_that_only_points_to_another() -> None:
    """F3-05"""
    entries = {"actions/a": WHOLE, "actions/b": WHOLE + "see: a\n", "actions/c": UPDATED + "see: a\n"}
    assert (missing(written(entries), "activity"), missing(written(entries), "pointer")) == (["pay/a"], ["pay/b"])


@pytest.mark.parametrize(
    ("more", "leads", "expected"),
    [
        ("see: a", "Ops", ["pay/a"]),
        ("answers: a", "Ops", ["pay/a"]),
        ("see: a\nanswers: a", "[Pay, Ops]", ["pay/a"]),
        ("see: a", "Pay", []),
        ("see: a", "[]", []),
        ("see: gone", "Ops", []),
        ("see: other/a", "Ops", []),
        ("see: {place: Page 3}", "Ops", []),
        ("note: x", "Ops", []),
    ],
)
def test_an_activity_that_is_shared_by_other_leads(more: str, leads: str, expected: list[str]) -> None:
    """F3-06"""
    tree = written({"actions/a": WHOLE, "actions/b": WHOLE.replace("lead: Pay", f"lead: {leads}") + more + "\n"})
    assert missing(tree, "shared") == expected


def test_those_that_share_an_activity_are_named() -> None:
    """F3-06"""
    entries = {each: WHOLE.replace("lead: Pay", f"lead: {each}") + "see: a\n" for each in ("Ops", "Law")}
    tree = written({"actions/a": WHOLE} | {f"actions/{each.lower()}": text for each, text in entries.items()})
    found = next(each for each in gaps(tree, judged(tree), selected(tree)).kinds if each.kind == "shared")
    assert [(gap.id, gap.leads, gap.entries) for gap in found.gaps] == [("pay/a", ("Pay",), ("pay/law", "pay/ops"))]


def test_an_indicator_that_other_leads_share() -> None:
    shared = {"actions/a": WHOLE + "indicators: gap\n", "indicators/gap": "title: Gap\nlead: Law\n"}
    for lead, expected in (("Ops", ["pay/gap"]), ("Pay", []), ("[]", [])):
        other = WHOLE.replace("lead: Pay", f"lead: {lead}") + "indicators: gap\n"
        assert missing(written(shared | {"actions/b": other}), "shared") == expected


@pytest.mark.parametrize(
    ("text", "value", "target"),
    [
        ("", True, True),
        ("values: [{period: 2024, value: pending}]\n", True, True),
        ("values: [{period: 2024, value: 3, kind: forecast}]\n", False, True),
        ("targets: [{value: no-target}]\n", True, False),
    ],
)
def test_what_an_indicator_lacks(text: str, value: bool, target: bool) -> None:
    tree = written({"indicators/gap": f"title: Gap\n{text}"})
    assert (missing(tree, "value"), missing(tree, "target")) == (["pay/gap"] * value, ["pay/gap"] * target)


def test_a_section_that_an_indicator_supports_has_something() -> None:
    tree = written({"indicators/gap": "title: Gap\nsupports: [standard/none, {section: standard/pay, extent: none}]\n"})
    assert missing(tree, "support") == ["standard/leadership"]
